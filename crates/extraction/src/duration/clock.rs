//! Clock times and ranges: `from nine thirty until noon`, `four to half past five`, `11 pm to half past one`.

use super::number::{number, tens, unit};
use crate::tokens::{Gap, Token};

const DAY: u32 = 24 * 60;
const HALF: u32 = 12 * 60;

/// A time on the clock's face and the words that it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Time {
    /// Minutes after midnight, or after midnight or noon when `half` is not known.
    minutes: u32,
    /// Whether morning or afternoon is certain.
    certain: bool,
    /// Whether it can't be read as a plain number.
    pub(super) marked: bool,
    pub(super) taken: usize,
}

/// Minutes from one time to the next one that the other names.
pub(super) fn between(from: Time, to: Time) -> u32 {
    let day = if from.certain && to.certain { DAY } else { HALF };
    let minutes = (to.minutes + DAY - from.minutes % day) % day;
    if minutes == 0 { day } else { minutes }
}

/// The time that begins with the first word.
pub(super) fn time(words: &[Token]) -> Option<Time> {
    let found = named(words)
        .or_else(|| past(words))
        .or_else(|| with_h(words))
        .or_else(|| digits(words))
        .or_else(|| spoken(words))?;
    Some(meridiem(words, found))
}

/// The time that ends a range: `ten to one` can be nothing else there.
pub(super) fn end(words: &[Token]) -> Option<Time> {
    let before_hour = || {
        let found = number(words).filter(|n| n.value.fract() == 0.0 && (3.0..30.0).contains(&n.value))?;
        let direction = words.get(found.taken).filter(|token| token.gap <= Gap::Space)?;
        let (hour, length) = hour(words.get(found.taken + 1..)?)?;
        let face = hour * 60 + HALF - whole(found.value);
        let time =
            Time { minutes: face % HALF, certain: false, marked: true, taken: found.taken + 1 + length };
        matches!(direction.word.as_str(), "to" | "before").then(|| meridiem(words, time))
    };
    before_hour().or_else(|| time(words))
}

fn named(words: &[Token]) -> Option<Time> {
    let minutes = match words.first()?.word.as_str() {
        "noon" | "midday" | "lunchtime" => HALF,
        "midnight" => 0,
        _ => return None,
    };
    Some(Time { minutes, certain: true, marked: true, taken: 1 })
}

/// `half past five`, `quarter to six`, `ten past nine`, `twenty five to four`.
fn past(words: &[Token]) -> Option<Time> {
    let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
    let skip = usize::from(word(0) == "a");
    let (offset, taken) = match word(skip) {
        "half" => (30, skip + 1),
        "quarter" => (15, skip + 1),
        _ if skip == 0 => {
            let found = number(words).filter(|n| n.value.fract() == 0.0 && (1.0..30.0).contains(&n.value))?;
            let minutes = whole(found.value);
            (minutes, found.taken + usize::from(matches!(word(found.taken), "minutes")))
        }
        _ => return None,
    };
    let direction = word(taken);
    // British: `half eight` is half past eight.
    if word(skip) == "half"
        && let Some((hour, length)) = hour(words.get(taken..)?)
    {
        return Some(Time {
            minutes: (hour * 60 + 30) % HALF,
            certain: false,
            marked: true,
            taken: taken + length,
        });
    }
    let quarters = matches!(word(skip), "half" | "quarter");
    // `ten to twelve` is a range as often as a time: only these can be nothing else.
    let sure = quarters
        || (matches!(direction, "past") && offset < 30)
        || (matches!(direction, "before" | "after") && matches!(offset, 5 | 10 | 20 | 25))
        || matches!(offset, 5 | 20 | 25) && direction == "to";
    if !sure || !matches!(direction, "past" | "to" | "till" | "of" | "after" | "before") {
        return None;
    }
    if quarters && matches!(direction, "of") {
        return None;
    }
    if word(skip) == "half" && matches!(direction, "to" | "till" | "after") {
        return None;
    }
    let (hour, length) = hour(words.get(taken + 1..)?)?;
    let base = hour * 60;
    let minutes = if matches!(direction, "past" | "after") { base + offset } else { base + HALF - offset };
    Some(Time { minutes: minutes % HALF, certain: false, marked: true, taken: taken + 1 + length })
}

/// `13h`, `16h15`: the hour of the day; small ones are lengths.
fn with_h(words: &[Token]) -> Option<Time> {
    let hours = words.first()?.word.parse::<u32>().ok().filter(|hours| (8..=24).contains(hours))?;
    words.get(1).filter(|h| h.word == "h" && h.gap == Gap::Glued)?;
    let rest = words
        .get(2)
        .filter(|rest| rest.gap == Gap::Glued)
        .and_then(|rest| rest.word.parse::<u32>().ok())
        .filter(|rest| *rest < 60);
    let taken = 2 + usize::from(rest.is_some());
    Some(Time { minutes: (hours * 60 + rest.unwrap_or(0)) % DAY, certain: hours > 12, marked: true, taken })
}

/// `9`, `9:30`, `14:05`, `9.30`.
#[expect(clippy::match_same_arms, reason = "a table, row by row")]
fn digits(words: &[Token]) -> Option<Time> {
    let first = &words.first()?.word;
    let (hours, minutes, marked) = match first.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => {
            (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?, first.contains(':'))
        }
        Some(_) => return None,
        None if first.len() <= 2 => (first.parse::<u32>().ok()?, 0, false),
        None if first.len() == 4 => {
            let both = first.parse::<u32>().ok()?;
            (both / 100, both % 100, false)
        }
        None => return None,
    };
    if hours > 24 || minutes > 59 {
        return None;
    }
    Some(Time { minutes: (hours * 60 + minutes) % DAY, certain: hours > 12 || hours == 0, marked, taken: 1 })
}

/// `nine`, `nine thirty`, `ten forty five`, `eight oh five`, `two fifteen`.
fn spoken(words: &[Token]) -> Option<Time> {
    let (hour, taken) = hour(words)?;
    let rest = words.get(taken..).unwrap_or_default();
    let near = rest.first().is_some_and(|token| token.gap <= Gap::Space);
    let time = |minutes: u32, more: usize| Time {
        minutes: (hour * 60 + minutes) % HALF,
        certain: false,
        marked: more > 0,
        taken: taken + more,
    };
    if !near {
        return Some(time(0, 0));
    }
    let word = rest[0].word.as_str();
    if matches!(word, "oh" | "o")
        && let Some(minute) = rest.get(1).and_then(|token| unit(&token.word)).filter(|value| *value < 10.0)
    {
        return Some(time(whole(minute), 2));
    }
    let Some(minute) = tens(word).or_else(|| unit(word)).filter(|value| (10.0..60.0).contains(value)) else {
        return Some(time(0, 0));
    };
    // `nine ten minutes later`, `two forty minute sessions`: the number belongs to what follows.
    let one = rest
        .get(1)
        .and_then(|token| unit(&token.word))
        .filter(|one| minute >= 20.0 && (1.0..10.0).contains(one));
    let length = 1 + usize::from(one.is_some());
    if rest.get(length).is_some_and(|token| {
        matches!(token.word.as_str(), "min" | "mins" | "minute" | "minutes" | "hour" | "hours")
    }) {
        return Some(time(0, 0));
    }
    Some(time(whole(minute + one.unwrap_or(0.0)), length))
}

/// An hour by its number, 1 to 12.
fn hour(words: &[Token]) -> Option<(u32, usize)> {
    let word = &words.first()?.word;
    match word.as_str() {
        "noon" | "midday" | "midnight" => return Some((12, 1)),
        _ => {}
    }
    let value = unit(word).map(whole).or_else(|| word.parse::<u32>().ok().filter(|_| word.len() <= 2))?;
    (1..=12).contains(&value).then_some((value, 1))
}

/// `am`, `pm`, `in the morning`, `o'clock`.
fn meridiem(words: &[Token], time: Time) -> Time {
    let word = |at: usize| words.get(time.taken + at).map_or("", |token| token.word.as_str());
    let shift = |afternoon: bool, taken: usize| {
        let face = time.minutes % HALF;
        let minutes = if afternoon { face + HALF } else { face };
        Time {
            minutes: if time.minutes >= HALF && time.certain { time.minutes } else { minutes },
            certain: true,
            marked: true,
            taken: time.taken + taken,
        }
    };
    // `8:10a`.
    let half_named = words.get(time.taken).is_some_and(|token| token.gap == Gap::Glued) && word(1) != "m";
    match (word(0), word(1), word(2)) {
        ("a", ..) if half_named => shift(false, 1),
        ("p", ..) if half_named => shift(true, 1),
        ("am", ..) => shift(false, 1),
        ("pm", ..) => shift(true, 1),
        ("a", "m", _) => shift(false, 2),
        ("p", "m", _) => shift(true, 2),
        ("in", "the", "morning") => shift(false, 3),
        ("in", "the", "afternoon" | "evening") => shift(true, 3),
        ("at", "night", _) => shift(time.minutes % HALF >= 5 * 60, 2),
        ("oclock", ..) => meridiem(words, Time { marked: true, taken: time.taken + 1, ..time }),
        ("o", "clock", _) => meridiem(words, Time { marked: true, taken: time.taken + 2, ..time }),
        ("ish", ..) => meridiem(words, Time { taken: time.taken + 1, ..time }),
        _ => time,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "number words are small and positive"
)]
fn whole(value: f64) -> u32 {
    value as u32
}
