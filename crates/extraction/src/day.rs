//! The day that a note tells of: `yesterday`, `last Friday`, `two days ago`, `on the 3rd of May`.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::clauses::{Clauses, Status};
use crate::tokens::{Gap, Token};

/// A day and the words that name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) day: Date,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The first day that is named where something done is told.
pub(crate) fn day(tokens: &[Token], clauses: &Clauses, today: Date) -> Option<Named> {
    // `turned the galleries on Monday's`: what was made then is worked on today.
    let whose = |named: &Named| tokens[named.from].word == "on" && tokens[named.to - 1].is_contracted();
    let done = |named: &Named| matches!(clauses.status[named.from], Status::Done) && !whose(named);
    (0..tokens.len()).filter_map(|at| named(tokens, at, today)).find(done)
}

fn named(tokens: &[Token], at: usize, today: Date) -> Option<Named> {
    let word = |place: usize| {
        let inside = |token: &&Token| place == at || token.gap <= Gap::Comma;
        tokens.get(place).filter(inside).map_or("", |token| token.word.as_str())
    };
    let back = |days: i64, length: usize| {
        Some(Named { day: today.checked_sub(days.days()).ok()?, from: at, to: at + length })
    };
    match (word(at), word(at + 1), word(at + 2)) {
        ("day", "before", "yesterday") => back(2, 3),
        ("yesterday", ..) => (at == 0 || word_before(tokens, at) != "before").then(|| back(1, 1)).flatten(),
        ("last", "night" | "evening", _) => back(1, 2),
        ("today" | "tonight", ..) => back(0, 1),
        ("this", "morning" | "afternoon" | "evening", _) => back(0, 2),
        (count, "days" | "nights", "ago") => back(small(count)?, 3),
        ("a", "week", "ago") => back(7, 3),
        ("all" | "the", "morning" | "afternoon", _) => None,
        (_, day, _) if weekday(day).is_some() && told_of_earlier(tokens, at) => None,
        ("last" | "on" | "this" | "past", day, _) if weekday(day).is_some() => {
            latest(today, weekday(day)?, at, 2)
        }
        (day, ..)
            if weekday(day).is_some()
                && !told_of_earlier(tokens, at.saturating_sub(1))
                && tells_the_past(tokens, at) =>
        {
            latest(today, weekday(day)?, at, 1)
        }
        _ => dated(tokens, at, today),
    }
}

/// A bare weekday after a noun at the end of a sentence is one to come (`plaster jacket Monday`), and so is one after `by`.
fn tells_the_past(tokens: &[Token], at: usize) -> bool {
    let before = word_before(tokens, at);
    let fresh = at == 0 || tokens[at].gap >= Gap::Comma;
    let ends = tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Stop);
    let timed = before.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            before,
            "hours"
                | "hour"
                | "minutes"
                | "mins"
                | "hrs"
                | "min"
                | "h"
                | "hr"
                | "m"
                | "worked"
                | "was"
                | "work"
        );
    let after =
        tokens.get(at + 1).filter(|next| next.gap <= Gap::Space).map_or("", |next| next.word.as_str());
    if matches!(
        after,
        "journal" | "class" | "market" | "club" | "group" | "roast" | "painters" | "supplement"
    ) {
        return false;
    }
    if matches!(before, "since" | "by" | "until" | "till" | "for" | "next" | "before" | "every") {
        return false;
    }
    fresh || timed || !ends
}

/// `undoing what I did on Sunday` tells of an earlier day.
fn told_of_earlier(tokens: &[Token], at: usize) -> bool {
    matches!(tokens.get(at.saturating_sub(3)..at), Some([what, _, did]) if what.word == "what" && did.word == "did")
}

fn word_before(tokens: &[Token], at: usize) -> &str {
    at.checked_sub(1).map_or("", |at| tokens[at].word.as_str())
}

/// The last such weekday before today.
fn latest(today: Date, wanted: Weekday, from: usize, length: usize) -> Option<Named> {
    let days = i64::from(today.weekday().since(wanted));
    let days = if days == 0 { 7 } else { days };
    Some(Named { day: today.checked_sub(days.days()).ok()?, from, to: from + length })
}

/// `May 3`, `3rd of May`, `the 3rd`: in this year, or the one before when that is still to come.
fn dated(tokens: &[Token], at: usize, today: Date) -> Option<Named> {
    let word = |place: usize| {
        tokens.get(place).filter(|t| t.gap <= Gap::Space || place == at).map_or("", |t| t.word.as_str())
    };
    let ordinal = |place: usize| {
        let skip = usize::from(matches!(word(place + 1), "st" | "nd" | "rd" | "th"));
        word(place).parse::<i8>().ok().filter(|day| (1..=31).contains(day)).map(|day| (day, 1 + skip))
    };
    let found = |month: i8, day: i8, length: usize| {
        let this_year = Date::new(today.year(), month, day).ok()?;
        let day = if this_year > today { Date::new(today.year() - 1, month, day).ok()? } else { this_year };
        Some(Named { day, from: at, to: at + length })
    };
    if let Some(month) = month(word(at)) {
        let (day, length) = ordinal(at + 1)?;
        return found(month, day, 1 + length);
    }
    let (day, length) = ordinal(at)?;
    let of = usize::from(word(at + length) == "of");
    found(month(word(at + length + of))?, day, length + of + 1)
}

fn small(word: &str) -> Option<i64> {
    const NUMBERS: [&str; 8] = ["zero", "one", "two", "three", "four", "five", "six", "seven"];
    let spoken = NUMBERS.iter().zip(0..).find(|(name, _)| **name == word).map(|(_, value)| value);
    spoken.or_else(|| word.parse().ok().filter(|days| (0..=60).contains(days)))
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mondays" => Weekday::Monday,
        "tuesday" | "tuesdays" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wednesdays" | "wed" | "weds" => Weekday::Wednesday,
        "thursday" | "thursdays" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fridays" | "fri" => Weekday::Friday,
        "saturday" | "saturdays" => Weekday::Saturday,
        "sunday" | "sundays" => Weekday::Sunday,
        _ => return None,
    })
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const WHOLE: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = |names: &[&str; 12]| {
        names.iter().zip(1_i8..).find(|(name, _)| **name == word).map(|(_, month)| month)
    };
    at(&WHOLE).or_else(|| at(&MONTHS))
}
