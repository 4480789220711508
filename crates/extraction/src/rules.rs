//! The deterministic extractor: reads a note once and says what it found, with reasons.

use crate::attribution::{self, Guess, Guesses};
use crate::clauses::{Clauses, Status};
use crate::confidence;
use crate::context::Context;
use crate::day;
use crate::facts::{
    Colour, Fact, Facts, MaterialUse, ProjectGuess, Source, Span, Technique, Use, VERSION, WorkSpan,
};
use crate::gazetteer::{Class, Kind};
use crate::mentions::{self, Match, Mention, Vocabulary};
use crate::tokens::{Token, tokens};
use crate::work::{self, Counted, Role};

/// No kind of fact has more of them; a longer note is read whole, and its first facts are kept.
pub const MOST_FACTS: usize = 400;

/// Reads a note. Linear in its length; the same note and context always give the same facts.
pub fn extract(note: &str, context: &Context) -> Facts {
    let words = tokens(note);
    let clauses = Clauses::of(&words);
    let titled = attribution::titled(&words, context);
    let vocabulary = Vocabulary::of(context);
    let named = attribution::named(&words, context);
    let mentions = mentions::mentions(&words, &clauses, &vocabulary, &titled, &named);
    let reader = Reader { note, words: &words, clauses: &clauses };
    let mut facts = Facts::nothing(VERSION);
    let judged = work::counted(&words, &clauses);
    reader.time(&mut facts, &judged);
    for mention in &mentions {
        reader.mention(&mut facts, mention);
    }
    let timed: Vec<usize> =
        judged.iter().filter(|one| one.as_what != Role::Nothing).map(|one| one.piece.from).collect();
    let lengths: Vec<(usize, usize)> = judged.iter().map(|one| (one.piece.from, one.piece.to)).collect();
    let guesses = attribution::attribute(&words, &clauses, &mentions, (&timed, &lengths), context);
    reader.project(&mut facts, &guesses, context);
    facts.day = day::day(&words, &clauses, context.today)
        .map(|named| reader.fact(named.day, &[(named.from, named.to)], 0.95, &["named_day"]));
    reader.tags(&mut facts);
    reader.todos(&mut facts);
    facts
}

struct Reader<'a> {
    note: &'a str,
    words: &'a [Token],
    clauses: &'a Clauses,
}

impl Reader<'_> {
    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.words.get(from)?, self.words.get(to.checked_sub(1)?)?);
        Some(Span {
            start: first.start,
            end: last.end,
            char_start: first.char_start,
            char_end: last.char_end,
        })
    }

    fn fact<T>(&self, value: T, places: &[(usize, usize)], confidence: f32, evidence: &[&str]) -> Fact<T> {
        Fact {
            value,
            spans: places.iter().filter_map(|(from, to)| self.span(*from, *to)).collect(),
            confidence,
            evidence: evidence.iter().map(|reason| (*reason).to_owned()).collect(),
            source: Source::Rules,
        }
    }

    /// The words as the note has them, in lower case, with one space between.
    fn text(&self, from: usize, to: usize) -> String {
        let raw =
            self.span(from, to).and_then(|span| self.note.get(span.start..span.end)).unwrap_or_default();
        raw.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    fn time(&self, facts: &mut Facts, judged: &[Counted]) {
        let counts = |one: &&Counted| one.as_what != Role::Nothing;
        for one in judged.iter().filter(counts).take(MOST_FACTS) {
            let minutes = i32::try_from(one.piece.minutes).unwrap_or(i32::MAX);
            let (minutes, reason) = match one.as_what {
                Role::Break => (-minutes, "break"),
                Role::Total => (minutes, "total"),
                Role::Work | Role::Nothing => {
                    (minutes, if one.piece.range { "clock_range" } else { "length" })
                }
            };
            let value = WorkSpan { minutes, what: self.clause_around(one.piece.from) };
            facts.work.push(self.fact(value, &[(one.piece.from, one.piece.to)], 0.95, &[reason]));
        }
        let Some(minutes) = work::total(judged) else { return };
        let places: Vec<_> =
            judged.iter().filter(counts).take(MOST_FACTS).map(|one| (one.piece.from, one.piece.to)).collect();
        let confidence = confidence::of_minutes(places.len(), judged.len() - places.len().min(judged.len()));
        facts.minutes = Some(self.fact(minutes, &places, confidence, &["sum_of_work"]));
    }

    /// The clause that a word stands in, as the note has it, shortened to what a list can show.
    fn clause_around(&self, at: usize) -> String {
        const SHOWN: usize = 24;
        let clause = self.clauses.clause[at];
        let from =
            (at.saturating_sub(SHOWN)..=at).find(|place| self.clauses.clause[*place] == clause).unwrap_or(at);
        let to = (at..self.words.len().min(at + SHOWN))
            .take_while(|place| self.clauses.clause[*place] == clause)
            .last()
            .unwrap_or(at);
        self.span(from, to + 1)
            .and_then(|span| self.note.get(span.start..span.end))
            .unwrap_or_default()
            .to_owned()
    }

    fn mention(&self, facts: &mut Facts, mention: &Mention) {
        let place = [(mention.from, mention.to)];
        let raw = confidence::of_mention(mention);
        let (term, canonical) = (self.text(mention.from, mention.to), mention.canonical.clone());
        let evidence = [reason(mention), told(mention.usage)];
        match mention.kind {
            Kind::Material => {
                let same = |fact: &&mut Fact<MaterialUse>| {
                    fact.value.canonical == canonical && fact.value.usage == mention.usage
                };
                if let Some(known) = facts.materials.iter_mut().find(same) {
                    known.spans.extend(self.span(mention.from, mention.to));
                } else if facts.materials.len() < MOST_FACTS {
                    let value = MaterialUse { term, canonical, usage: mention.usage };
                    facts.materials.push(self.fact(value, &place, confidence::MATERIAL.at(raw), &evidence));
                }
            }
            Kind::Technique if mention.usage == Use::Used => {
                let same = |fact: &&mut Fact<Technique>| fact.value.canonical == canonical;
                if let Some(known) = facts.techniques.iter_mut().find(same) {
                    known.spans.extend(self.span(mention.from, mention.to));
                } else if facts.techniques.len() < MOST_FACTS {
                    let confidence = confidence::TECHNIQUE.at(raw);
                    facts.techniques.push(self.fact(
                        Technique { term, canonical },
                        &place,
                        confidence,
                        &evidence,
                    ));
                }
            }
            Kind::Technique => {}
            Kind::Colour => {
                let known = facts.colours.iter().any(|fact| fact.value.canonical == canonical);
                if !known && facts.colours.len() < MOST_FACTS {
                    facts.colours.push(self.fact(Colour { term, canonical }, &place, raw, &evidence));
                }
            }
        }
    }

    fn project(&self, facts: &mut Facts, guesses: &Guesses, context: &Context) {
        let fact = |guess: &Guess| {
            let candidate = &context.projects[guess.candidate];
            let value = ProjectGuess { id: candidate.id.clone(), title: candidate.title.clone() };
            let places: Vec<_> = guess.places.iter().map(|at| (*at, at + 1)).collect();
            self.fact(value, &places, confidence::PROJECT.at(guess.probability), &guess.evidence)
        };
        let mut ranked = guesses.ranked.iter();
        let likeliest = guesses.ranked.first().filter(|guess| guess.probability > guesses.none);
        if let Some(guess) = likeliest {
            facts.project = Some(fact(guess));
            ranked.next();
        }
        facts.alternatives = ranked.filter(|guess| !guess.evidence.is_empty()).take(5).map(fact).collect();
    }

    fn tags(&self, facts: &mut Facts) {
        let tagged = self.words.iter().enumerate().filter(|(_, token)| token.tagged).take(MOST_FACTS);
        for (at, token) in tagged {
            facts.tags.push(self.fact(token.word.clone(), &[(at, at + 1)], 1.0, &["hash"]));
        }
    }

    /// Clauses of wishes and lacks, whole.
    fn todos(&self, facts: &mut Facts) {
        let mut at = 0;
        while at < self.words.len() && facts.todos.len() < MOST_FACTS {
            let (clause, status) = (self.clauses.clause[at], self.clauses.status[at]);
            let inside = |place: &usize| self.clauses.clause[*place] == clause;
            let to = (at..self.words.len()).take_while(inside).last().unwrap_or(at) + 1;
            if matches!(status, Status::ToBuy | Status::Planned) && to - at > 1 {
                let text = self
                    .span(at, to)
                    .and_then(|span| self.note.get(span.start..span.end))
                    .unwrap_or_default();
                facts.todos.push(self.fact(
                    text.to_owned(),
                    &[(at, to)],
                    0.8,
                    &[if status == Status::ToBuy { "to_buy" } else { "planned" }],
                ));
            }
            at = to;
        }
    }
}

fn reason(mention: &Mention) -> &'static str {
    match mention.matched {
        Match::Own => "own_term",
        Match::Listed(Class::Everyday | Class::Usual) => "listed",
        Match::Listed(Class::Rare) => "listed_rare",
        Match::Listed(Class::Ambiguous) => "listed_ambiguous",
        Match::Phrase => "phrase",
        Match::Framed => "framed",
        Match::Told => "told",
    }
}

fn told(usage: Use) -> &'static str {
    match usage {
        Use::Used => "done",
        Use::ToBuy => "to_buy",
        Use::Planned => "planned",
        Use::NotUsed => "not_done",
        Use::Mentioned => "mentioned",
    }
}
