//! Lengths of time: `an hour and a quarter`, `1h20`, `two 45 minute sessions`, `2 x 20 minutes plus forty`.

use super::number::{Number, fraction, number, word_is};
use crate::tokens::{Gap, Token};

/// A length in minutes and the words that it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub(super) minutes: f64,
    pub(super) taken: usize,
}

/// Minutes in one of the unit that the word names.
fn unit(token: &Token) -> Option<f64> {
    match token.word.as_str() {
        "hour" | "hours" | "hr" | "hrs" | "hour's" | "hourish" => Some(60.0),
        // `3/8 H came` is a profile of lead.
        "h" if token.gap == Gap::Glued || (token.gap == Gap::Space && !token.capital) => Some(60.0),
        "minute" | "minutes" | "min" | "mins" => Some(1.0),
        "m" if token.gap == Gap::Glued => Some(1.0),
        _ => None,
    }
}

/// The length that begins with the first word.
pub(super) fn length(words: &[Token]) -> Option<Length> {
    let first = summed(words).or_else(|| counted(words)).or_else(|| single(words))?;
    Some(times_after(words, continued(words, first)))
}

/// `20 plus 25 plus 40 minutes`: the last number brings the unit.
fn summed(words: &[Token]) -> Option<Length> {
    let first = number(words).filter(|first| !first.article && first.value <= 120.0)?;
    // `40 and 50 minutes`.
    let both = word_is(words, first.taken, "and")
        && first.value >= 10.0
        && words.get(first.taken + 1..).and_then(number).is_some_and(|next| {
            next.value >= 10.0
                && words.get(first.taken + 1 + next.taken).is_some_and(|token| unit(token) == Some(1.0))
        });
    if !word_is(words, first.taken, "plus") && !both {
        return None;
    }
    let from = first.taken + 1;
    let rest = summed(&words[from..]).or_else(|| single(&words[from..]))?;
    Some(Length { minutes: first.value + rest.minutes, taken: from + rest.taken })
}

/// One length without repetition.
fn single(words: &[Token]) -> Option<Length> {
    part_of_hour(words).or_else(|| clock_like(words)).or_else(|| measured(words))
}

/// `half an hour`, `half hour`, `three quarters of an hour`, `a quarter hour`.
fn part_of_hour(words: &[Token]) -> Option<Length> {
    let (part, mut taken) = fraction(words)?;
    taken += usize::from(word_is(words, taken, "of"));
    taken += usize::from(matches!(words.get(taken).map(|t| t.word.as_str()), Some("an" | "a" | "the")));
    let hour = words.get(taken).filter(|token| unit(token) == Some(60.0))?;
    (hour.gap <= Gap::Space).then_some(Length { minutes: part * 60.0, taken: taken + 1 })
}

/// `1:30 hours`, `1:30h`: hours and minutes with a colon are a length only when a unit says so.
fn clock_like(words: &[Token]) -> Option<Length> {
    let (hours, minutes) = words.first()?.word.split_once(':')?;
    let minutes = hours.parse::<f64>().ok()? * 60.0 + minutes.parse::<f64>().ok()?;
    let named = words.get(1).is_some_and(|token| unit(token) == Some(60.0));
    named.then_some(Length { minutes, taken: 2 })
}

/// A number and its unit, and what joins them: `an hour and forty`, `two hours fifteen`, `1h 20m`.
fn measured(words: &[Token]) -> Option<Length> {
    let (count, mut taken) = count(words)?;
    let named = words.get(taken).filter(|next| taken == 0 || next.gap <= Gap::Dash)?;
    let size = unit(named)?;
    if metres(words, taken) {
        return None;
    }
    taken += 1;
    let mut minutes = count * size;
    if size > 1.0
        && let Some((more, length)) = after_hours(&words[taken..])
    {
        minutes += more;
        taken += length;
    } else if size < 2.0
        && word_is(words, taken, "and")
        && let Some((part, length)) = fraction(&words[taken + 1..]).filter(|_| word_is(words, taken + 1, "a"))
        && !words.get(taken + 1 + length).is_some_and(|next| unit(next).is_some() || next.word == "of")
    {
        minutes += part;
        taken += 1 + length;
    }
    Some(Length { minutes, taken })
}

/// How many, and the words up to the unit: `four uninterrupted`, `another`, `a good two`.
fn count(words: &[Token]) -> Option<(f64, usize)> {
    let (count, taken) = match number(words) {
        Some(Number { value, taken, .. }) => (value, taken),
        None if matches!(words.first()?.word.as_str(), "another" | "further")
            && words.get(1).is_some_and(|next| matches!(next.word.as_str(), "hour" | "hr")) =>
        {
            (1.0, 1)
        }
        // `hour's lunch`.
        None if words.first()?.word == "hours" && words[0].is_contracted() && words[0].gap > Gap::Space => {
            (1.0, 0)
        }
        None if matches!(words.first()?.word.as_str(), "hour" | "hourish" | "hr")
            && words[0].gap > Gap::Space =>
        {
            (1.0, 0)
        }
        None if matches!(words.first()?.word.as_str(), "hour" | "hr") && word_is(words, 1, "and") => (1.0, 0),
        None => return None,
    };
    Some((count, taken + praise(words, taken)))
}

/// Words of praise or complaint between a number and its unit.
fn praise(words: &[Token], from: usize) -> usize {
    let mut taken = from;
    while words.get(taken).is_some_and(|t| {
        matches!(
            t.word.as_str(),
            "full"
                | "solid"
                | "good"
                | "whole"
                | "more"
                | "straight"
                | "extra"
                | "odd"
                | "long"
                | "ish"
                | "or"
                | "so"
                | "decent"
                | "clear"
                | "proper"
                | "plus"
                | "further"
                | "final"
                | "single"
        ) && (t.word != "plus" || words.get(taken + 1).is_some_and(|next| unit(next).is_some()))
    }) {
        taken += 1;
    }
    // `four uninterrupted hours`: one word of praise or complaint.
    let praised = taken > 0
        && words.get(taken).is_some_and(|t| {
            unit(t).is_none()
                && t.gap == Gap::Space
                && t.word.len() > 3
                && !t.word.ends_with('s')
                && !matches!(t.word.as_str(), "half" | "quarter")
                && t.word.bytes().all(|b| b.is_ascii_lowercase())
                && number(std::slice::from_ref(t)).is_none()
        })
        && words.get(taken + 1).is_some_and(|t| matches!(t.word.as_str(), "hours" | "minutes"));
    taken - from + usize::from(praised)
}

/// `2m of linen`: metres, not minutes.
fn metres(words: &[Token], at: usize) -> bool {
    let named = &words[at];
    (named.word == "m"
        || (named.word == "min" && named.gap == Gap::Glued && named.char_end - named.char_start == 1))
        && words.get(at + 1).is_some_and(|next| {
            next.gap <= Gap::Space
                && !words.get(at + 2).is_some_and(|after| {
                    after.word.ends_with("ing")
                        || matches!(after.word.as_str(), "me" | "my" | "work" | "actual" | "real" | "solid")
                })
                && matches!(
                    next.word.as_str(),
                    "of" | "x" | "by" | "wide" | "long" | "tall" | "high" | "square" | "roll"
                )
        })
}

/// What follows hours: `and a half`, `and forty`, `twenty five`, `20 minutes`.
fn after_hours(words: &[Token]) -> Option<(f64, usize)> {
    let first = words.first().filter(|token| token.gap <= Gap::Comma)?;
    let joined = usize::from(first.word == "and");
    let rest = words.get(joined..)?;
    if rest.first().is_some_and(|token| token.word == "another") {
        return None;
    }
    if joined == 1
        && let Some((part, length)) = fraction(rest)
    {
        // `an hour and half an hour of admin` are two lengths.
        return (!belongs_to_hour(&rest[length..])).then_some((part * 60.0, joined + length));
    }
    let Number { value, taken, article } = number(rest)?;
    if article || !(1.0..60.0).contains(&value) || value.fract() > 0.0 {
        return None;
    }
    let after = rest.get(taken);
    if let Some(minutes) = after.and_then(unit) {
        return (minutes < 2.0).then_some((value, joined + taken + 1));
    }
    let deed = after.is_some_and(|next| next.word.ends_with("ing") || next.word.ends_with("ed"));
    let typed = first.gap == Gap::Glued && joined == 0;
    // `1 hr 40 curve fiddling`: no noun that it could count.
    let uncounted = value >= 10.0
        && value.rem_euclid(5.0) < f64::EPSILON
        && after.is_some_and(|next| !next.word.ends_with('s') && next.word.len() > 2)
        && rest.get(taken + 1).is_some_and(|then| then.word.ends_with("ing") && then.gap <= Gap::Space);
    let bare =
        first.gap <= Gap::Space && (uncounted || typed || (value >= 5.0 && (deed || ends_phrase(after))));
    bare.then_some((value, joined + taken))
}

fn belongs_to_hour(words: &[Token]) -> bool {
    let skip = usize::from(word_is(words, 0, "of"));
    let article = usize::from(words.get(skip).is_some_and(|t| matches!(t.word.as_str(), "a" | "an")));
    words.get(skip + article).is_some_and(|token| unit(token).is_some())
}

/// Words that may follow a complete number.
const CLOSERS: &[&str] = &[
    "on",
    "each",
    "apiece",
    "instead",
    "because",
    "when",
    "while",
    "until",
    "till",
    "between",
    "overall",
    "without",
    "net",
    "flat",
    "of",
    "in",
    "at",
    "for",
    "with",
    "this",
    "today",
    "yesterday",
    "total",
    "altogether",
    "so",
    "then",
    "but",
    "and",
    "doing",
    "working",
    "to",
    "by",
    "from",
    "plus",
    "minus",
    "less",
    "again",
    "later",
    "after",
    "before",
    "just",
    "laying",
    "painting",
    "the",
    "my",
    "i",
    "we",
    "was",
    "cleaning",
    "only",
    "over",
    "into",
    "all",
    "last",
    "more",
    "or",
    "carving",
    "sanding",
    "drawing",
    "printing",
    "mixing",
    "blocking",
    "glazing",
    "sketching",
    "weaving",
    "stitching",
    "throwing",
];

/// Whether a bare number is complete: what follows is no noun that it could count.
pub(super) fn ends_phrase(next: Option<&Token>) -> bool {
    next.is_none_or(|token| token.gap > Gap::Space || CLOSERS.contains(&token.word.as_str()))
}

/// `2 x 20 minutes`, `two 45 minute sessions`, `three sessions of 25 minutes`, `four pomodoros`, `twice 40 minutes`.
fn counted(words: &[Token]) -> Option<Length> {
    let first = words.first()?;
    if matches!(first.word.as_str(), "twice" | "thrice") {
        let inner = single(&words[1..]).filter(|_| words[1].gap <= Gap::Space)?;
        let times = if first.word == "twice" { 2.0 } else { 3.0 };
        return Some(Length { minutes: inner.minutes * times, taken: inner.taken + 1 });
    }
    let Number { value: times, taken, .. } = number(words)?;
    if times.fract() > 0.0 || !(1.0..=24.0).contains(&times) {
        return None;
    }
    let rest = words.get(taken..)?;
    let next = rest.first()?.word.as_str();
    if matches!(next, "x" | "×" | "times") {
        let inner = single(&rest[1..]).filter(|_| rest[1].gap < Gap::Comma)?;
        return Some(Length { minutes: times * inner.minutes, taken: taken + 1 + inner.taken });
    }
    // `three half hours`.
    if let Some((part, length)) = fraction(rest).filter(|_| next == "half")
        && rest.get(length).is_some_and(|unit| matches!(unit.word.as_str(), "hours" | "hrs"))
    {
        return Some(Length { minutes: times * part * 60.0, taken: taken + length + 1 });
    }
    if matches!(next, "pomodoro" | "pomodoros" | "pomos") {
        return Some(Length { minutes: times * 25.0, taken: taken + 1 });
    }
    if is_round(next) {
        let skip = 1 + rest[1..]
            .iter()
            .take(2)
            .take_while(|t| matches!(t.word.as_str(), "of" | "at" | "each" | "about" | "around" | "roughly"))
            .count();
        let inner = (skip > 1).then(|| single(rest.get(skip..)?)).flatten()?;
        return Some(Length { minutes: times * inner.minutes, taken: taken + skip + inner.taken });
    }
    let skip = usize::from(matches!(next, "separate" | "short" | "long" | "good" | "solid" | "more"));
    let inner = single(rest.get(skip..)?).filter(|_| times > 1.0)?;
    let taken = taken + skip + inner.taken;
    let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
    let noun = taken
        + usize::from(matches!(
            word(taken),
            "painting"
                | "drawing"
                | "studio"
                | "work"
                | "working"
                | "long"
                | "carving"
                | "life"
                | "stitching"
        ));
    is_round(word(noun)).then_some(Length { minutes: times * inner.minutes, taken: noun + 1 })
}

/// A noun that counts pieces of time.
fn is_round(word: &str) -> bool {
    matches!(
        word,
        "session"
            | "sessions"
            | "block"
            | "blocks"
            | "round"
            | "rounds"
            | "stint"
            | "stints"
            | "sitting"
            | "sittings"
            | "stretch"
            | "stretches"
            | "burst"
            | "bursts"
            | "pose"
            | "poses"
            | "sprint"
            | "sprints"
            | "goes"
            | "chunk"
            | "chunks"
            | "mornings"
            | "afternoons"
            | "evenings"
            | "nights"
            | "days"
            | "sets"
            | "halves"
            | "runs"
            | "turns"
            | "spells"
            | "bouts"
            | "slot"
            | "slots"
            | "shifts"
            | "studies"
            | "sketches"
            | "drawings"
            | "passes"
            | "lots"
    )
}

/// `plus forty`: a number without a unit takes the minutes for granted.
fn continued(words: &[Token], length: Length) -> Length {
    let plus = words.get(length.taken).filter(|token| token.gap <= Gap::Comma && token.word == "plus");
    if plus.is_none() {
        return length;
    }
    let from = length.taken + 1 + usize::from(word_is(words, length.taken + 1, "another"));
    match number(words.get(from..).unwrap_or_default()) {
        // `1h+30m`.
        Some(more)
            if !more.article
                && words.get(from + more.taken).is_some_and(|next| {
                    next.gap <= Gap::Space && unit(next).is_some_and(|size| size < 2.0)
                }) =>
        {
            continued(words, Length { minutes: length.minutes + more.value, taken: from + more.taken + 1 })
        }
        Some(more) if !more.article && more.value < 60.0 && ends_phrase(words.get(from + more.taken)) => {
            continued(words, Length { minutes: length.minutes + more.value, taken: from + more.taken })
        }
        _ => length,
    }
}

/// `20 minutes twice`, `40 minutes three times`.
#[expect(clippy::match_same_arms, reason = "a table, row by row")]
fn times_after(words: &[Token], length: Length) -> Length {
    let word = |at: usize| words.get(length.taken + at).map_or("", |token| token.word.as_str());
    if words.get(length.taken).is_none_or(|token| token.gap > Gap::Space) {
        return length;
    }
    if let Some(all) = per_day(words, length) {
        return all;
    }
    let (times, taken) = match (word(0), word(1)) {
        ("twice", _) => (2.0, 1),
        ("three", "times") => (3.0, 2),
        ("four", "times") => (4.0, 2),
        ("x", "2") => (2.0, 2),
        ("x", "3") => (3.0, 2),
        _ => return length,
    };
    Length { minutes: length.minutes * times, taken: length.taken + taken }
}

/// `45 minutes a day for four days`, `an hour each morning for three days`.
fn per_day(words: &[Token], length: Length) -> Option<Length> {
    let word = |at: usize| words.get(length.taken + at).map_or("", |token| token.word.as_str());
    let period =
        |word: &str| matches!(word, "day" | "morning" | "evening" | "night" | "afternoon" | "session");
    if !(matches!(word(0), "a" | "each" | "every" | "per") && period(word(1)) && word(2) == "for") {
        return None;
    }
    let days = number(words.get(length.taken + 3..)?).filter(|days| days.value < 15.0 && !days.article)?;
    let noun = words.get(length.taken + 3 + days.taken)?;
    let counts = period(noun.word.trim_end_matches('s'));
    counts.then(|| Length { minutes: length.minutes * days.value, taken: length.taken + 4 + days.taken })
}
