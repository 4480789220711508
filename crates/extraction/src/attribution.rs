//! Which project a note is about: its words, what it means, what was worked on lately. None is an answer.

mod trade;
mod words;

use trade::Leaning;
use words::{Noted, Shelf, Words};

use crate::clauses::{Clauses, Status};
use crate::context::{Context, Rejection};
use crate::gazetteer;
use crate::mentions::Mention;
use crate::tokens::{Gap, Token, has_word};

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

/// What each feature of a candidate speaks for it: share of the title, its most telling word, words side by side, whole title,
/// at the beginning, client, description, lately worked on, the project before, `same again`, complete, its trade, and how far
/// that is ahead of all others'. Fitted as a multinomial choice among all candidates and none over the gold notes to tune with
/// (L2, 0.5), each note four times: with and without similarities, with and without the history of its projects. Each file
/// judged by the fit to the others: 0.89 right on average, and 397 of 402 at 0.95 or surer. Over the first eight files it was 0.91,
/// and 0.88 before trades were compared.
const CANDIDATE: [f32; FEATURES] = [2.5, 3.8, 1.2, 0.5, 1.8, 4.8, 3.1, 0.0, 2.4, 4.2, -0.3, 5.0, 2.2];
/// What speaks for none: always, when work is told, when time is told, when the note says so, and when it says `same again`.
const NONE: [f32; 5] = [8.9, -0.7, -2.7, 2.8, -2.5];
/// What the embeddings speak for a candidate: how near its meaning is, and how far it is ahead of all others. Set by hand: where
/// trades are compared, the fit gives meaning nothing, but a studio may have trades that no list knows.
const SIMILARITY: [f32; 2] = [1.5, 0.7];

/// Judges all candidates.
pub(crate) fn attribute(
    note: &[Token],
    clauses: &Clauses,
    materials: &[Mention],
    (timed, lengths): (&[usize], &[(usize, usize)]),
    context: &Context,
) -> Guesses {
    let shelf = Shelf::of(&context.projects);
    let mut weights = weights(note, clauses, materials, timed);
    // `an hour and twenty` does not speak for the Blue Hour.
    for (from, to) in lengths {
        weights[*from..*to].fill(0.0);
    }
    let worked =
        !timed.is_empty() || materials.iter().any(|mention| mention.usage == crate::facts::Use::Used);
    let noted = Noted::of(note, |at| weights[at]);
    let same = says_same(note);
    let rejected =
        |id: &str| context.rejected.iter().any(|r| matches!(r, Rejection::Project { id: no } if no == id));
    let nearest = nearest(context);
    let (leaning, told) =
        trade::leaning(noted.words.iter().map(|(word, (weight, _))| (word.as_str(), weight.min(1.0))));
    // Two words that only one trade has are as good as many.
    let told = (told / 2.0).min(1.0);
    let alike = alike(&leaning, told, &shelf);
    let read = Read { note, noted: &noted, context, shelf: &shelf, same, nearest, leaning, told, alike };
    let ranked: Vec<Guess> = shelf
        .projects
        .iter()
        .enumerate()
        .filter(|(_, project)| !rejected(&project.candidate.id))
        .map(|(place, project)| read.judge(place, project))
        .collect();
    share(ranked, none(note, worked, !timed.is_empty(), same && context.last_project.is_some()))
}

/// How near the two projects are to the note whose trade is nearest to its own.
fn alike(leaning: &Leaning, told: f32, shelf: &Shelf<'_>) -> (f32, f32) {
    let mut all: Vec<f32> =
        shelf.projects.iter().map(|project| told * trade::likeness(leaning, &project.leaning)).collect();
    all.sort_by(|one, other| other.total_cmp(one));
    (all.first().copied().unwrap_or_default(), all.get(1).copied().unwrap_or_default())
}

/// The two greatest similarities, where the caller measured any.
fn nearest(context: &Context) -> Option<(f32, f32)> {
    let mut known: Vec<f32> = context.projects.iter().filter_map(|project| project.similarity).collect();
    known.sort_by(|one, other| other.total_cmp(one));
    Some((*known.first()?, known.get(1).copied().unwrap_or_default()))
}

/// How much each word of the note tells.
fn weights(note: &[Token], clauses: &Clauses, materials: &[Mention], timed: &[usize]) -> Vec<f32> {
    let mut weights: Vec<f32> = clauses.status.iter().map(|status| weight(*status)).collect();
    let timed_sentences = sentences(note, timed);
    for (at, weight) in weights.iter_mut().enumerate() {
        // Words beside a counted time tell most; words that name a material or a deed tell less of titles.
        *weight *= if timed_sentences.get(at).copied().unwrap_or(false) { 1.25 } else { 1.0 };
    }
    for mention in materials.iter().filter(|mention| mention.matched != crate::mentions::Match::Own) {
        let dulled = if mention.kind == crate::gazetteer::Kind::Technique { 0.4 } else { 0.7 };
        for weight in &mut weights[mention.from..mention.to] {
            *weight *= dulled;
        }
    }
    // `not for the pinhole`: a project that is ruled out.
    for at in 0..note.len() {
        let word = |place: usize| note.get(place).map_or("", |token| token.word.as_str());
        if matches!(
            (word(at), word(at + 1)),
            ("not", "for" | "the" | "on") | ("couldnt", "face") | ("nothing" | "nowt", "on" | "done")
        ) {
            for weight in weights.iter_mut().skip(at).take(6) {
                *weight *= 0.3;
            }
        }
    }
    weights
}

/// What speaks for no project at all.
fn none(note: &[Token], worked: bool, timed: bool, same: bool) -> f32 {
    let word = |place: usize| note.get(place).map_or("", |token| token.word.as_str());
    let disowned = crate::work::declared_idle(note)
        || (0..note.len().min(400)).any(|at| match (word(at), word(at + 1)) {
            ("nobody" | "nothing" | "anything", "in") => word(at + 2) == "particular",
            ("nothing" | "nowt", "done" | "made" | "doing")
            | ("for", "myself" | "nobody" | "fun" | "practice" | "stress")
            | ("no", "particular" | "project" | "commission")
            | ("particular", "piece" | "project")
            | ("my", "own")
            | ("other" | "another", "peoples")
            | ("someone" | "somebody", "elses")
            | ("practice", "board" | "piece")
            | ("not", "for")
            | ("whatever", "comes") => true,
            ("for", "a") => {
                matches!(word(at + 2), "friend" | "laugh" | "change" | "neighbour" | "neighbor" | "swap")
            }
            (first, _) => first == "birthday",
        });
    let flag = |yes: bool| f32::from(u8::from(yes));
    let features = [1.0, flag(worked), flag(timed), flag(disowned), flag(same)];
    features.iter().zip(NONE).map(|(feature, weight)| feature * weight).sum()
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
        Status::ToBuy | Status::Aside => 0.35,
    }
}

/// How many features a candidate has.
const FEATURES: usize = 13;

/// A note, read against the shelf.
struct Read<'a> {
    note: &'a [Token],
    noted: &'a Noted,
    context: &'a Context,
    shelf: &'a Shelf<'a>,
    same: bool,
    nearest: Option<(f32, f32)>,
    /// What the note's words say of a trade, how surely, and how near the two nearest projects are to it.
    leaning: Leaning,
    told: f32,
    alike: (f32, f32),
}

impl Read<'_> {
    fn judge(&self, place: usize, project: &Words<'_>) -> Guess {
        let mut guess = Guess {
            candidate: place,
            probability: 0.0,
            places: Vec::new(),
            evidence: Vec::new(),
            score: 0.0,
        };
        let mut features = [0.0_f32; FEATURES];
        self.title(project, &mut guess, &mut features);
        self.client(project, &mut guess, &mut features);
        self.described(project, &mut guess, &mut features);
        let hit = features[0] > 0.0;
        self.habits(project.candidate, hit, &mut guess, &mut features);
        self.trade(project, &mut guess, &mut features);
        guess.score = features.iter().zip(CANDIDATE).map(|(feature, weight)| feature * weight).sum();
        if let Some(similarity) = project.candidate.similarity {
            let ahead = self
                .nearest
                .filter(|(first, _)| similarity >= *first)
                .map_or(0.0, |(first, next)| first - next);
            guess.score += SIMILARITY[0] * (similarity - 0.25) + SIMILARITY[1] * ahead;
            guess.evidence.push("meaning");
        }
        guess
    }

    /// Words of the title: their share of it, the most telling one, and whether they stand together.
    fn title(&self, project: &Words<'_>, guess: &mut Guess, features: &mut [f32; FEATURES]) {
        let all: f32 = project.title.iter().map(|word| self.shelf.distinction(word)).sum();
        let mut matched = 0.0;
        let mut places = Vec::new();
        for word in &project.title {
            if let Some((weight, at)) = self.noted.find(word) {
                let tells = self.shelf.distinction(word) * weight;
                matched += tells;
                features[1] = features[1].max(tells);
                places.push(at);
            }
        }
        if places.is_empty() || all <= 0.0 {
            return;
        }
        places.sort_unstable();
        features[0] = matched / all;
        let adjacent = places.windows(2).any(|two| two[1] - two[0] <= 3);
        // `at the bench` is said in every studio, whatever stands on it.
        if !adjacent && places.iter().all(|at| is_furniture(&self.note[*at].word)) {
            (features[0], features[1]) = (features[0] * 0.4, features[1] * 0.4);
        }
        features[2] = f32::from(u8::from(adjacent));
        features[3] = f32::from(u8::from(places.len() == project.title.len() && places.len() > 1));
        features[4] = f32::from(u8::from(places[0] <= 5));
        guess.evidence.push(if adjacent { "title_phrase" } else { "title_words" });
        guess.places.extend(places);
    }

    /// The client by name; words that many clients have (`museum`, `school`) tell nothing.
    fn client(&self, project: &Words<'_>, guess: &mut Guess, features: &mut [f32; FEATURES]) {
        const COMMON: &[&str] = &[
            "museum",
            "school",
            "gallery",
            "trust",
            "council",
            "market",
            "hotel",
            "family",
            "church",
            "parish",
            "game",
            "shop",
            "society",
            "county",
            "royal",
            "art",
            "café",
            "cafe",
            "restaurant",
            "estate",
            "farm",
            "garden",
            "night",
            "hospital",
            "house",
            "company",
            "club",
            "theatre",
            "and",
        ];
        for word in project.client.iter().filter(|word| !COMMON.contains(&word.as_str())) {
            let Some((weight, at)) = self.noted.find(word) else { continue };
            features[5] = features[5].max(weight);
            guess.places.push(at);
            if guess.evidence.last() != Some(&"client") {
                guess.evidence.push("client");
            }
        }
    }

    fn described(&self, project: &Words<'_>, guess: &mut Guess, features: &mut [f32; FEATURES]) {
        let mut all = 0.0_f32;
        for word in project.described.iter().filter(|word| !project.title.contains(word)) {
            let Some((weight, at)) = self.noted.find_exact(word) else { continue };
            let tells = self.shelf.telling_of_text(word) * weight;
            all += tells;
            if tells > 0.5 {
                guess.places.push(at);
            }
        }
        features[6] = all.min(3.0);
        if all > 0.0 {
            guess.evidence.push("description");
        }
    }

    /// When the project was last worked on.
    fn habits(
        &self,
        candidate: &crate::context::Candidate,
        hit: bool,
        guess: &mut Guess,
        features: &mut [f32; FEATURES],
    ) {
        if let Some(last) = candidate.last_worked
            && let Ok(past) = self.context.today.since(last)
        {
            features[7] = if past.get_days() <= 14 { 1.0 } else { 0.0 };
        }
        if self.context.last_project.as_deref() == Some(candidate.id.as_str()) {
            features[8] = 1.0;
            if self.same && !hit && !self.another_named() {
                features[9] = 1.0;
                guess.evidence.push("same_again");
            }
        }
        features[10] = f32::from(u8::from(candidate.complete));
    }

    /// How far the craft that the words tell of is the project's, and no other's.
    fn trade(&self, project: &Words<'_>, guess: &mut Guess, features: &mut [f32; FEATURES]) {
        let like = self.told * trade::likeness(&self.leaning, &project.leaning);
        features[11] = like;
        if like >= self.alike.0 && like > 0.0 {
            features[12] = like - self.alike.1;
            guess.evidence.push("trade");
        }
    }

    /// Whether two words of another title stand in the note.
    fn another_named(&self) -> bool {
        self.shelf.projects.iter().any(|project| {
            project.title.len() > 1
                && project.title.iter().filter(|word| self.noted.find_exact(word).is_some()).count() > 1
                && self.context.last_project.as_deref() != Some(project.candidate.id.as_str())
        }) && self.note.len() < 400
    }
}

/// What stands or lies about in every studio.
fn is_furniture(word: &str) -> bool {
    const THINGS: &str = "bench table window frame kiln shelf wheel paper hand hands glass night market map ring print \
        prints printing letter letters hour hours minute minutes day days week weeks year morning evening station wall \
        floor board set studio press page book panel";
    has_word(THINGS, word)
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

/// Which words of the note are a name of some project or client and no material that it is known to use.
pub(crate) fn named(note: &[Token], context: &Context) -> Vec<bool> {
    let mut names: std::collections::HashSet<String> = std::collections::HashSet::new();
    for project in &context.projects {
        let uses = |word: &String| {
            project.materials.iter().any(|known| known.split(' ').any(|part| words::stem(part) == *word))
        };
        names.extend(words::telling(&project.title).into_iter().filter(|word| !uses(word)));
        names.extend(project.client.as_deref().map(words::telling).unwrap_or_default());
    }
    note.iter().map(|token| names.contains(&words::stem(&token.word))).collect()
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
    let texts: Vec<Vec<String>> =
        context.projects.iter().map(|project| words::telling(&project.description)).collect();
    let header =
        note.iter().skip(1).take(5).position(|token| token.gap >= Gap::Comma).map_or(0, |length| length + 1);
    for (at, stem) in stems.iter().enumerate() {
        for project in places.get(stem.as_str()).into_iter().flatten() {
            let title = &titles[*project];
            let next = (at + 1..note.len().min(at + 4))
                .find(|next| title.contains(&stems[*next]) && stems[*next] != *stem);
            let near = next.filter(|next| note[at + 1..=*next].iter().all(|token| token.gap <= Gap::Space));
            // `the copper hare`: a word of the title before a word of the description.
            let described = note.get(at + 1).is_some_and(|next| {
                next.gap <= Gap::Space
                    && texts[*project].contains(&stems[at + 1])
                    && gazetteer::lookup(&next.word).is_none()
            });
            if let Some(next) = near {
                marked[at..=next].fill(true);
            } else if described || at < header || title.len() == 1 {
                marked[at] = true;
            }
        }
    }
    marked
}
