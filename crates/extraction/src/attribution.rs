//! Which project a note is about: its words, what it means, what was worked on lately. None is an answer.

mod words;

use words::{Noted, Shelf, Words};

use crate::clauses::{Clauses, Status};
use crate::context::{Context, Rejection};
use crate::mentions::Mention;
use crate::tokens::{Gap, Token};

/// What speaks for a project.
#[derive(Clone, Debug)]
pub(crate) struct Guess {
    /// Its place among the candidates.
    pub(crate) candidate: usize,
    /// Its share among all candidates and none, 0 to 1.
    pub(crate) probability: f32,
    /// The words of the note that speak for it.
    pub(crate) places: Vec<usize>,
    pub(crate) evidence: Vec<&'static str>,
    score: f32,
}

/// The candidates, likeliest first, and the share of none of them.
pub(crate) struct Guesses {
    pub(crate) ranked: Vec<Guess>,
    pub(crate) none: f32,
}

/// What it takes to be likelier than none.
const NONE: f32 = 3.2;

/// Judges all candidates.
pub(crate) fn attribute(
    note: &[Token],
    clauses: &Clauses,
    materials: &[Mention],
    timed: &[usize],
    context: &Context,
) -> Guesses {
    let shelf = Shelf::of(&context.projects);
    let mut weights: Vec<f32> = clauses.status.iter().map(|status| weight(*status)).collect();
    let timed_sentences = sentences(note, timed);
    for (at, weight) in weights.iter_mut().enumerate() {
        // Words beside a counted time tell most; words that name a material or a deed tell less of titles.
        *weight *= if timed_sentences.get(at).copied().unwrap_or(false) { 1.3 } else { 1.0 };
    }
    for mention in materials.iter().filter(|mention| mention.matched != crate::mentions::Match::Own) {
        let dulled = if mention.kind == crate::gazetteer::Kind::Technique { 0.4 } else { 0.7 };
        for weight in &mut weights[mention.from..mention.to] {
            *weight *= dulled;
        }
    }
    let worked =
        !timed.is_empty() || materials.iter().any(|mention| mention.usage == crate::facts::Use::Used);
    let noted = Noted::of(note, |at| weights[at]);
    let same = says_same(note);
    let rejected =
        |id: &str| context.rejected.iter().any(|r| matches!(r, Rejection::Project { id: no } if no == id));
    let mut ranked: Vec<Guess> = Vec::new();
    for (place, project) in shelf.projects.iter().enumerate() {
        if !rejected(&project.candidate.id) {
            ranked.push(judge(place, project, &shelf, &noted, materials, context, same));
        }
    }
    share(ranked, if worked { NONE - 1.0 } else { NONE + 1.2 })
}

/// Marks the words of each sentence that tells of counted time.
fn sentences(note: &[Token], timed: &[usize]) -> Vec<bool> {
    let mut marked = vec![false; note.len()];
    for at in timed {
        let from = (0..=*at).rev().find(|place| note[*place].gap == Gap::Stop).unwrap_or(0);
        let to = (at + 1..note.len()).find(|place| note[*place].gap == Gap::Stop).unwrap_or(note.len());
        if !marked[*at] {
            marked[from..to].fill(true);
        }
    }
    marked
}

/// Turns scores into shares.
fn share(mut ranked: Vec<Guess>, none: f32) -> Guesses {
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.candidate.cmp(&other.candidate)));
    let all: f32 = ranked.iter().map(|guess| guess.score.exp()).sum::<f32>() + none.exp();
    for guess in &mut ranked {
        guess.probability = guess.score.exp() / all;
    }
    Guesses { none: none.exp() / all, ranked }
}

/// A project that is only wished for, or whose client is on the phone, was not worked on.
fn weight(status: Status) -> f32 {
    match status {
        Status::Done => 1.0,
        Status::Planned | Status::Other => 0.45,
        Status::Negated => 0.4,
        Status::ToBuy | Status::Aside => 0.3,
    }
}

fn judge(
    place: usize,
    project: &Words<'_>,
    shelf: &Shelf<'_>,
    noted: &Noted,
    materials: &[Mention],
    context: &Context,
    same: bool,
) -> Guess {
    let mut guess =
        Guess { candidate: place, probability: 0.0, places: Vec::new(), evidence: Vec::new(), score: 0.0 };
    let candidate = project.candidate;
    let all: f32 = project.title.iter().map(|word| shelf.title_weight(word)).sum();
    let mut matched = 0.0;
    let mut hits = 0_u8;
    for word in &project.title {
        if let Some((weight, at)) = noted.find(word) {
            matched += shelf.title_weight(word) * weight;
            hits += 1;
            guess.places.push(at);
        }
    }
    guess.places.sort_unstable();
    if matched > 0.0 && all > 0.0 {
        let adjacent = guess.places.windows(2).any(|two| two[1] - two[0] <= 3);
        guess.score += 5.2 * (matched / all).sqrt() * (matched / hits_weight(project, shelf, noted)).min(1.0)
            + if adjacent { 1.6 } else { 0.0 };
        guess.evidence.push(if adjacent { "title_phrase" } else { "title_words" });
    }
    let client: Vec<(f32, usize)> = project.client.iter().filter_map(|word| noted.find(word)).collect();
    if let Some(strongest) = client.iter().map(|(weight, _)| *weight).max_by(f32::total_cmp) {
        guess.score += 3.2 * strongest * share_of(client.len(), project.client.len());
        guess.places.extend(client.iter().map(|(_, at)| *at));
        guess.evidence.push("client");
    }
    let described: f32 = project
        .described
        .iter()
        .filter(|word| !project.title.contains(word))
        .filter_map(|word| noted.find(word).map(|(weight, _)| shelf.text_weight(word) * weight))
        .sum();
    if described > 0.0 {
        guess.score += 0.6 * described.min(5.0);
        guess.evidence.push("description");
    }
    let overlap = materials
        .iter()
        .filter(|mention| candidate.materials.iter().any(|known| mention.canonical.contains(known.as_str())))
        .count();
    if overlap > 0 {
        guess.score += 0.3 * share_of(overlap.min(2), 2);
        guess.evidence.push("materials");
    }
    guess.score += priors(candidate, context, same && hits == 0, &mut guess.evidence);
    guess
}

/// The weight of the matched words, if all of them told of work.
fn hits_weight(project: &Words<'_>, shelf: &Shelf<'_>, noted: &Noted) -> f32 {
    project
        .title
        .iter()
        .filter(|word| noted.find(word).is_some())
        .map(|word| shelf.title_weight(word))
        .sum::<f32>()
        .max(0.01)
}

#[expect(clippy::cast_precision_loss, reason = "a handful of words")]
fn share_of(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// What is likely before a word is read.
fn priors(
    candidate: &crate::context::Candidate,
    context: &Context,
    same: bool,
    evidence: &mut Vec<&'static str>,
) -> f32 {
    let mut score = 0.0;
    if let Some(similarity) = candidate.similarity {
        score += 3.0 * (similarity - 0.25);
        evidence.push("meaning");
    }
    if let Some(last) = candidate.last_worked
        && let Ok(past) = context.today.since(last)
    {
        let days = past.get_days();
        score += if days <= 2 {
            0.3
        } else if days <= 14 {
            0.2
        } else {
            0.0
        };
    }
    if context.last_project.as_deref() == Some(candidate.id.as_str()) {
        score += 0.3;
        if same {
            score += 6.0;
            evidence.push("same_again");
        }
    }
    if candidate.complete { score - 0.4 } else { score }
}

/// `same one again`, `carried on with it`, `back at it`.
fn says_same(note: &[Token]) -> bool {
    const PHRASES: &[&[&str]] = &[
        &["same", "one"],
        &["same", "piece"],
        &["same", "project"],
        &["same", "again"],
        &["same", "as"],
        &["same", "painting"],
        &["same", "thing"],
        &["same", "work"],
        &["carried", "on"],
        &["carrying", "on"],
        &["more", "of", "the", "same"],
        &["back", "at", "it"],
        &["back", "to", "it"],
        &["back", "on", "it"],
        &["picked", "up", "where"],
        &["where", "i", "left"],
        &["ditto"],
        &["continued", "with", "it"],
        &["continued"],
        &["continuing"],
        &["kept", "going"],
        &["still", "on", "it"],
        &["on", "it", "again"],
        &["again", "on", "it"],
        &["as", "before"],
        &["another", "session", "on", "it"],
        &["worked", "on", "it"],
        &["finished", "it"],
        &["as", "yesterday"],
        &["same", "panel"],
        &["same", "drawing"],
        &["same", "job"],
        &["that", "one", "again"],
        &["this", "one", "again"],
        &["with", "it", "again"],
        &["went", "on", "with"],
        &["same"],
        &["it", "again"],
    ];
    let opens = |at: usize, phrase: &[&str]| {
        phrase.iter().enumerate().all(|(step, word)| {
            note.get(at + step)
                .is_some_and(|token| token.word == *word && (step == 0 || token.gap < Gap::Stop))
        })
    };
    (0..note.len().min(200)).any(|at| PHRASES.iter().any(|phrase| opens(at, phrase)))
}

/// Which words of the note stand in a project's name: two or more of one title side by side, or a whole title.
pub(crate) fn titled(note: &[Token], context: &Context) -> Vec<bool> {
    let mut marked = vec![false; note.len()];
    let titles: Vec<Vec<String>> =
        context.projects.iter().map(|project| words::telling(&project.title)).collect();
    let mut places: std::collections::HashMap<&str, Vec<usize>> = std::collections::HashMap::new();
    for (project, title) in titles.iter().enumerate() {
        for word in title {
            places.entry(word.as_str()).or_default().push(project);
        }
    }
    let stems: Vec<String> = note.iter().map(|token| words::stem(&token.word)).collect();
    for (at, stem) in stems.iter().enumerate() {
        for project in places.get(stem.as_str()).into_iter().flatten() {
            let title = &titles[*project];
            let next = (at + 1..note.len().min(at + 4))
                .find(|next| title.contains(&stems[*next]) && stems[*next] != *stem);
            let near = next.filter(|next| note[at + 1..=*next].iter().all(|token| token.gap <= Gap::Space));
            if let Some(next) = near {
                marked[at..=next].fill(true);
            } else if title.len() == 1 {
                marked[at] = true;
            }
        }
    }
    marked
}
