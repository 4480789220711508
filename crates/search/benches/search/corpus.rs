//! A large studio that is made up: twenty years of notes by a few people, always the same for the same seed.
//!
//! Materials and techniques are those of the gazetteer and the rest of the words everyday English, both with a few
//! that are used all the time and many that are used once, as people write.

use atelier_base::{ProjectId, Randomness, Timestamp};
use atelier_search::Document;

const OPENINGS: &[&str] = &[
    "Spent {n} minutes on the {p}",
    "Back at the {p} after lunch",
    "Another {n} minutes with the {p}",
    "Early start on the {p}",
    "Slow day, but the {p} moved on",
    "{n} minutes before the light went, all of it on the {p}",
    "Could not settle, then did {n} minutes on the {p}",
];
const DEEDS: &[&str] = &[
    "{t} with {m} over the {w} part",
    "tried {m} instead of {m}, the {w} came out {w}",
    "ran out of {m}, need more before {w}",
    "the {m} was too {w}, so {t} again",
    "mixed {m} into the {m} for the {w}",
    "{t} took longer than the {w} last time",
    "cleaned the {w} and put the {m} away",
    "photographed the {w} next to the {m}",
    "the client asked about the {w} and the {m}",
    "left it to dry beside the {w}",
    "order {n} of {m} and one {w}",
];
const WORKS: &[&str] = &[
    "triptych", "bench", "vessel", "quilt", "mural", "window", "portrait", "edition", "panel", "bowl",
    "tapestry", "ring", "map", "poster", "screen", "frame", "relief", "book",
];
const PROJECTS: usize = 400;

/// Numbers that look like chance.
pub(crate) struct Seed(pub(crate) u64);

impl Seed {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % limit.max(1)
    }

    /// Of a list of which the first are meant far more often than the last.
    fn usual<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let share = self.below(10_000) as f64 / 10_000.0;
        // The weight of a rank is about one by it, as of words in any language.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the list")]
        let at = ((from.len() as f64).powf(share) - 1.0) as usize;
        from[at.min(from.len() - 1)]
    }
}

/// What records are made of.
pub(crate) struct Words {
    pub(crate) materials: Vec<&'static str>,
    pub(crate) techniques: Vec<&'static str>,
    pub(crate) groups: Vec<&'static str>,
    everyday: Vec<&'static str>,
    projects: Vec<(ProjectId, String)>,
}

impl Words {
    pub(crate) fn new(seed: &mut Seed) -> Self {
        let known = atelier_extraction::thesaurus();
        let is_technique = |term: &str| {
            known.term(term).is_some_and(|entry| entry.kind == atelier_extraction::Kind::Technique)
        };
        let (techniques, materials): (Vec<_>, Vec<_>) =
            known.pairs().map(|(term, _)| term).partition(|term| is_technique(term));
        let mut groups: Vec<_> = known.pairs().map(|(_, group)| group).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.retain(|group| group.chars().all(char::is_alphabetic));
        let everyday = include_str!("../../../extraction/data/english.txt").lines();
        let everyday: Vec<_> = shuffled(everyday.filter(|word| word.len() > 3).collect(), seed);
        let (materials, techniques) = (shuffled(materials, seed), shuffled(techniques, seed));
        let randomness = Randomness::seeded(7);
        let project = |_| {
            let id = ProjectId::generate(Timestamp::from_millis(1_200_000_000_000), &randomness);
            (id, format!("{} {}", everyday[seed.below(everyday.len())], WORKS[seed.below(WORKS.len())]))
        };
        let projects = (0..PROJECTS).map(project).collect();
        Self { materials, techniques, groups, everyday, projects }
    }

    /// Of every ten records seven are notes without a title.
    pub(crate) fn record(&self, number: u64, seed: &mut Seed) -> Document {
        let (project, title) = &self.projects[seed.below(self.projects.len())];
        let sentences = 1 + seed.below(5);
        let mut materials = Vec::new();
        let mut body = self.filled(OPENINGS[seed.below(OPENINGS.len())], title, seed, &mut materials);
        for _ in 0..sentences {
            body.push_str(". ");
            body.push_str(&self.filled(DEEDS[seed.below(DEEDS.len())], title, seed, &mut materials));
        }
        body.push('.');
        let at = Timestamp::from_millis(
            1_200_000_000_000 + i64::try_from(number).unwrap_or_default() * 12_000_000,
        );
        let techniques = vec![seed.usual(&self.techniques).to_owned()];
        let mut record =
            Document { project: Some(*project), body, ..Document::new(format!("r{number}"), "log", at) };
        match number % 10 {
            0 => {
                "asset".clone_into(&mut record.kind);
                record.title = format!("{} {number}.jpg", title.replace(' ', "-"));
                seed.usual(&self.everyday).clone_into(&mut record.ocr);
            }
            1 => {
                "inspiration".clone_into(&mut record.kind);
                record.title = format!("{} and {}", seed.usual(&self.everyday), seed.usual(&self.materials));
            }
            2 => {
                "milestone".clone_into(&mut record.kind);
                record.title = format!("{title}: {}", seed.usual(&self.techniques));
            }
            _ => (record.materials, record.techniques) = (materials, techniques),
        }
        record
    }

    /// What somebody might look for.
    pub(crate) fn question(&self, number: usize, seed: &mut Seed) -> String {
        let (material, technique) = (seed.usual(&self.materials), seed.usual(&self.techniques));
        let (word, project) = (seed.usual(&self.everyday), &self.projects[seed.below(PROJECTS)].1);
        match number % 6 {
            0 => material.to_owned(),
            1 => format!("{technique} with {material} on the {project}"),
            2 => project.clone(),
            3 => self.groups[seed.below(self.groups.len())].to_owned() + " " + word,
            4 => format!("when did I last use {material} for {technique}, and was it {word}?"),
            // Mistyped.
            _ => {
                format!("{} {word}", &material[..material.char_indices().next_back().map_or(0, |(at, _)| at)])
            }
        }
    }

    fn filled(&self, pattern: &str, project: &str, seed: &mut Seed, materials: &mut Vec<String>) -> String {
        let mut text = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            match after.chars().next() {
                Some('m') => {
                    let material = seed.usual(&self.materials);
                    materials.push(material.to_owned());
                    text.push_str(material);
                }
                Some('t') => text.push_str(seed.usual(&self.techniques)),
                Some('p') => text.push_str(project),
                Some('n') => text.push_str(&(5 * (1 + seed.below(40))).to_string()),
                _ => text.push_str(seed.usual(&self.everyday)),
            }
            rest = after.split_once('}').map_or("", |(_, rest)| rest);
        }
        text + rest
    }
}

fn shuffled<'a>(mut words: Vec<&'a str>, seed: &mut Seed) -> Vec<&'a str> {
    for at in (1..words.len()).rev() {
        words.swap(at, seed.below(at + 1));
    }
    words
}
