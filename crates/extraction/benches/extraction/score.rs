//! Scores of one set of notes, by the rules of the gold folder's README.

use std::collections::BTreeMap;

use atelier_extraction::{Facts, Use};
use serde::Serialize;

use crate::gold::{Note, Technique};

/// Hits, what was predicted, what was labelled.
#[derive(Clone, Copy, Default)]
struct Tally {
    hits: usize,
    predicted: usize,
    labelled: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        ratio(2 * self.hits, self.predicted + self.labelled)
    }
}

#[expect(clippy::cast_precision_loss, reason = "hundreds of notes")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// What one set of notes scored.
#[derive(Serialize)]
pub(crate) struct Totals {
    pub(crate) notes: usize,
    pub(crate) materials_f1_exact: f64,
    pub(crate) materials_f1_relaxed: f64,
    pub(crate) materials_precision: f64,
    pub(crate) materials_recall: f64,
    pub(crate) techniques_f1: f64,
    pub(crate) techniques_precision: f64,
    pub(crate) techniques_recall: f64,
    pub(crate) minutes_exact: f64,
    pub(crate) false_uses: usize,
    pub(crate) day: f64,
    pub(crate) project: f64,
    /// The same without a model that compares meanings.
    pub(crate) project_words_alone: f64,
    pub(crate) auto_confirm_precision: f64,
    pub(crate) auto_confirm_coverage: f64,
    pub(crate) calibration_error: f64,
    pub(crate) errors: BTreeMap<&'static str, usize>,
}

/// A confidence and whether it was right.
pub(crate) type Judged = (f32, bool);

#[derive(Default)]
pub(crate) struct Scores {
    notes: usize,
    exact: Tally,
    relaxed: Tally,
    techniques: Tally,
    minutes: usize,
    days: usize,
    projects: usize,
    words_alone: usize,
    with_project: usize,
    confirmed: usize,
    confirmed_right: usize,
    false_uses: usize,
    /// By kind of fact.
    pub(crate) judged: BTreeMap<&'static str, Vec<Judged>>,
    /// By what went wrong.
    errors: BTreeMap<&'static str, usize>,
    pub(crate) failures: Vec<serde_json::Value>,
}

/// Projects at or above this confidence confirm themselves.
const AUTO_CONFIRM: f32 = 0.9;

impl Scores {
    pub(crate) fn add(&mut self, note: &Note, facts: &Facts) {
        self.notes += 1;
        let mut wrong = Vec::new();
        self.add_materials(note, facts, &mut wrong);
        self.add_techniques(note, facts, &mut wrong);
        let minutes = facts.minutes.as_ref().map(|fact| fact.value);
        self.minutes += usize::from(minutes == note.expect.minutes);
        if let Some(fact) = &facts.minutes {
            self.judge("minutes", fact.confidence, Some(fact.value) == note.expect.minutes);
        }
        if minutes != note.expect.minutes {
            self.error(match (minutes, note.expect.minutes) {
                (None, _) => "minutes_missed",
                (_, None) => "minutes_invented",
                (Some(told), Some(right)) if told > right => "minutes_too_many",
                _ => "minutes_too_few",
            });
            wrong.push(format!("minutes: {minutes:?}, not {:?}", note.expect.minutes));
        }
        let day = facts.day.as_ref().map_or(note.today, |fact| fact.value);
        let day_right = day == note.expect.day.unwrap_or(note.today);
        self.days += usize::from(day_right);
        if let Some(fact) = &facts.day {
            self.judge("day", fact.confidence, day_right);
        }
        if !day_right {
            wrong.push(format!("day: {day}, not {:?}", note.expect.day));
        }
        self.add_project(note, facts, &mut wrong);
        if !wrong.is_empty() {
            self.failures.push(serde_json::json!({ "id": note.id, "note": note.note, "wrong": wrong }));
        }
    }

    /// What the words of the note alone say about its project.
    pub(crate) fn add_words_alone(&mut self, note: &Note, facts: &Facts) {
        let guessed = facts.project.as_ref().map(|fact| &fact.value.id);
        self.words_alone += usize::from(guessed == note.expect.project.as_ref());
    }

    fn error(&mut self, what: &'static str) {
        *self.errors.entry(what).or_default() += 1;
    }

    fn judge(&mut self, kind: &'static str, confidence: f32, right: bool) {
        self.judged.entry(kind).or_default().push((confidence, right));
    }

    fn add_project(&mut self, note: &Note, facts: &Facts, wrong: &mut Vec<String>) {
        let guessed = facts.project.as_ref().map(|fact| fact.value.id.clone());
        let right = guessed == note.expect.project;
        self.projects += usize::from(right);
        self.with_project += usize::from(note.expect.project.is_some());
        if let Some(fact) = &facts.project {
            self.judge("project", fact.confidence, right);
            let confirms = fact.confidence >= AUTO_CONFIRM;
            self.confirmed += usize::from(confirms);
            self.confirmed_right += usize::from(confirms && right);
            if confirms && !right {
                wrong.push("confirmed by itself".to_owned());
            }
        }
        if !right {
            self.error(match (&guessed, &note.expect.project) {
                (None, _) => "project_missed",
                (_, None) => "project_invented",
                _ => "project_mistaken",
            });
            let how_sure = facts.project.as_ref().map(|fact| fact.confidence);
            wrong.push(format!("project: {guessed:?} ({how_sure:?}), not {:?}", note.expect.project));
        }
    }

    #[expect(
        clippy::too_many_lines,
        clippy::single_match_else,
        reason = "one rule of the README after the other"
    )]
    fn add_materials(&mut self, note: &Note, facts: &Facts, wrong: &mut Vec<String>) {
        let mut exact_left: Vec<_> = note.expect.materials.iter().collect();
        let mut relaxed_left = exact_left.clone();
        let counted =
            note.expect.materials.iter().filter(|material| material.usage != Use::Mentioned).count();
        self.exact.labelled += counted;
        self.relaxed.labelled += counted;
        for fact in facts.materials.iter().filter(|fact| fact.value.usage != Use::Mentioned) {
            let names = [plain(&fact.value.term), plain(&fact.value.canonical)];
            let equal = |material: &&crate::gold::Material| {
                let labelled = [Some(&material.term), material.canonical.as_ref()];
                labelled.into_iter().flatten().any(|name| names.contains(&plain(name)))
            };
            let near = |material: &&crate::gold::Material| {
                let labelled = [Some(&material.term), material.canonical.as_ref()];
                labelled.into_iter().flatten().any(|name| names.iter().any(|own| relaxed(own, &plain(name))))
            };
            let spoken_of =
                note.expect.materials.iter().filter(|one| one.usage == Use::Mentioned).any(|one| equal(&one));
            let hit = exact_left.iter().position(|one| one.usage == fact.value.usage && equal(one));
            let near_hit = relaxed_left
                .iter()
                .position(|one| one.usage == fact.value.usage && (equal(one) || near(one)));
            if fact.value.usage == Use::Used {
                let otherwise = note.expect.materials.iter().any(|one| one.usage != Use::Used && equal(&one));
                let false_use = hit.is_none() && otherwise;
                self.false_uses += usize::from(false_use);
                if false_use {
                    wrong.push(format!("false use: {}", fact.value.term));
                }
            }
            if hit.is_none() && spoken_of {
                continue;
            }
            self.exact.predicted += 1;
            self.relaxed.predicted += 1;
            self.judge("material", fact.confidence, hit.is_some());
            match hit {
                Some(at) => {
                    exact_left.remove(at);
                    self.exact.hits += 1;
                }
                None => {
                    let labelled_too = note.expect.materials.iter().any(|one| equal(&one));
                    let near = note.expect.materials.iter().any(|one| near(&one));
                    self.error(if labelled_too {
                        "material_of_other_use"
                    } else if near {
                        "material_cut_otherwise"
                    } else {
                        "material_unlabelled"
                    });
                    wrong.push(format!(
                        "material: invented {} ({}) {:?}",
                        fact.value.term, fact.value.canonical, fact.value.usage
                    ));
                }
            }
            if let Some(at) = near_hit {
                relaxed_left.remove(at);
                self.relaxed.hits += 1;
            }
        }
        for missed in exact_left.iter().filter(|material| material.usage != Use::Mentioned) {
            let found = facts.materials.iter().any(|fact| plain(&fact.value.term) == plain(&missed.term));
            self.error(if found { "material_found_as_other_use" } else { "material_not_found" });
            wrong.push(format!("material: missed {} {:?}", missed.term, missed.usage));
        }
    }

    fn add_techniques(&mut self, note: &Note, facts: &Facts, wrong: &mut Vec<String>) {
        let mut left: Vec<&Technique> = note.expect.techniques.iter().collect();
        self.techniques.labelled += left.len();
        self.techniques.predicted += facts.techniques.len();
        for fact in &facts.techniques {
            let names = [plain(&fact.value.canonical), plain(&fact.value.term)];
            let words = names[1].clone();
            let fits =
                |one: &&Technique| names.contains(&plain(&one.term)) || overlaps(&words, &plain(&one.words));
            let hit = left.iter().position(fits);
            self.judge("technique", fact.confidence, hit.is_some());
            match hit {
                Some(at) => {
                    left.remove(at);
                    self.techniques.hits += 1;
                }
                None => {
                    wrong.push(format!("technique: invented {} ({})", fact.value.canonical, fact.value.term));
                }
            }
        }
        wrong.extend(
            left.iter().map(|missed| format!("technique: missed {} ({})", missed.term, missed.words)),
        );
    }

    pub(crate) fn totals(&self) -> Totals {
        Totals {
            notes: self.notes,
            materials_f1_exact: self.exact.f1(),
            materials_f1_relaxed: self.relaxed.f1(),
            materials_precision: ratio(self.exact.hits, self.exact.predicted),
            materials_recall: ratio(self.exact.hits, self.exact.labelled),
            techniques_f1: self.techniques.f1(),
            techniques_precision: ratio(self.techniques.hits, self.techniques.predicted),
            techniques_recall: ratio(self.techniques.hits, self.techniques.labelled),
            minutes_exact: ratio(self.minutes, self.notes),
            false_uses: self.false_uses,
            day: ratio(self.days, self.notes),
            project: ratio(self.projects, self.notes),
            project_words_alone: ratio(self.words_alone, self.notes),
            auto_confirm_precision: ratio(self.confirmed_right, self.confirmed),
            auto_confirm_coverage: ratio(self.confirmed, self.with_project),
            calibration_error: calibration_error(self.judged.values().flatten().copied()),
            errors: self.errors.clone(),
        }
    }
}

/// Lower case, hyphens as spaces, American, singular.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace(['-', '\u{2010}', '\u{2011}'], " ").replace(['\'', '’'], "");
    let word = |word: &str| {
        let word = word
            .replace("colour", "color")
            .replace("grey", "gray")
            .replace("aluminium", "aluminum")
            .replace("mould", "mold")
            .replace("sulph", "sulf")
            .replace("modelling", "modeling")
            .replace("jewellery", "jewelry")
            .replace("fibre", "fiber");
        let singular = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        if singular { word[..word.len() - 1].to_owned() } else { word }
    };
    lower.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn relaxed(one: &str, other: &str) -> bool {
    let (first, second): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let holds = |all: &[&str], some: &[&str]| some.iter().all(|word| all.contains(word));
    holds(&first, &second) || holds(&second, &first) || first.last() == second.last()
}

fn overlaps(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| word.len() > 2 && other.split(' ').any(|theirs| theirs == word))
}

/// Expected calibration error over ten bins of equal width.
fn calibration_error(judged: impl Iterator<Item = Judged>) -> f64 {
    let mut bins = [(0_usize, 0.0_f64, 0_usize); 10];
    let mut all = 0;
    for (confidence, right) in judged {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1")]
        let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
        bin.0 += 1;
        bin.1 += f64::from(confidence);
        bin.2 += usize::from(right);
        all += 1;
    }
    let gap = |(count, sum, right): &(usize, f64, usize)| {
        let mean = sum / f64::from(u32::try_from(*count).unwrap_or(u32::MAX)).max(1.0);
        (mean - ratio(*right, *count)).abs() * ratio(*count, all)
    };
    bins.iter().filter(|bin| bin.0 > 0).map(gap).sum()
}
