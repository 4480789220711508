//! Numbers as people say and type them.

use crate::tokens::{Gap, Token};

/// A number and the words that it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) taken: usize,
    /// Written in digits, or one of the words from two upwards: `a` and `an` count too, but weakly.
    pub(super) article: bool,
}

/// The number that begins with the first word.
pub(super) fn number(words: &[Token]) -> Option<Number> {
    let first = words.first()?;
    if let Some(found) = typed(words) {
        return Some(found);
    }
    let article = matches!(first.word.as_str(), "a" | "an");
    let plain = |value: f64, taken: usize| Some(Number { value, taken, article: false });
    let hundred = article && word_is(words, 1, "hundred");
    if hundred {
        let rest = spoken(words.get(2 + usize::from(word_is(words, 2, "and"))..).unwrap_or_default());
        let joined = 2 + usize::from(word_is(words, 2, "and"));
        return plain(
            100.0 + rest.map_or(0.0, |(value, _)| value),
            rest.map_or(2, |(_, taken)| joined + taken),
        );
    }
    if article || (first.word == "one" && !word_is(words, 1, "hundred")) {
        let couple = words.get(1).is_some_and(|next| next.word == "couple");
        if couple {
            return plain(2.0, 2 + usize::from(word_is(words, 2, "of")));
        }
        return Some(with_fraction(words, 1.0, 1, article));
    }
    if first.word == "couple" {
        return plain(2.0, 1 + usize::from(word_is(words, 1, "of")));
    }
    let (value, taken) = spoken(words)?;
    Some(with_fraction(words, value, taken, false))
}

/// `two and a half`, `one and three quarter`, `two and two thirds`: the fraction joins the number.
fn with_fraction(words: &[Token], value: f64, taken: usize, article: bool) -> Number {
    let rest = words.get(taken..).unwrap_or_default();
    let none = Number { value, taken, article };
    // `one point five`.
    if word_is(rest, 0, "point")
        && let Some((digits, length)) = rest.get(1..).and_then(spoken).filter(|(digits, _)| *digits < 100.0)
    {
        let part = if digits < 10.0 { digits / 10.0 } else { digits / 100.0 };
        return Number { value: value + part, taken: taken + 1 + length, article: false };
    }
    if !word_is(rest, 0, "and") || rest[0].gap > Gap::Space {
        return none;
    }
    match fraction(&rest[1..]) {
        Some((part, length)) => Number { value: value + part, taken: taken + 1 + length, article: false },
        None => none,
    }
}

/// `a half`, `half`, `a quarter`, `three quarters`, `two thirds`.
pub(super) fn fraction(words: &[Token]) -> Option<(f64, usize)> {
    let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
    // `3/4`: a stroke between digits.
    if let (Ok(above), Some(below)) = (word(0).parse::<f64>(), divisor(words.get(1..).unwrap_or_default()))
        && above < below
        && below <= 4.0
    {
        return Some((above / below, 2));
    }
    if let Some(part) = vulgar(word(0)) {
        return Some((part, 1));
    }
    let (count, from) = match word(0) {
        "a" | "an" | "one" => (1.0, 1),
        "two" => (2.0, 1),
        "three" | "3" => (3.0, 1),
        _ => (1.0, 0),
    };
    let part = match word(from) {
        "half" if count < 2.0 => 0.5,
        "quarter" | "quarters" => 0.25,
        "third" | "thirds" if from > 0 => 1.0 / 3.0,
        _ => return None,
    };
    Some((count * part, from + 1))
}

/// Digits: `90`, `3.5`, `1,5`, `1/2`, `2½`, `1 1/2`.
fn typed(words: &[Token]) -> Option<Number> {
    let first = &words[0];
    let found = |value: f64, taken: usize| Some(Number { value, taken, article: false });
    if let Some(part) = vulgar(&first.word) {
        return found(part, 1);
    }
    let whole: f64 =
        first.word.parse().ok().filter(|_| first.word.starts_with(|c: char| c.is_ascii_digit()))?;
    let rest = &words[1..];
    if let Some(part) = rest.first().and_then(|next| vulgar(&next.word)) {
        return found(whole + part, 2);
    }
    if let Some(below) = divisor(rest) {
        return found(whole / below, 2);
    }
    if let Some(part) = after_comma(words) {
        return found(whole + part, 2);
    }
    // `1 1/2 hours`.
    if let [above, below, ..] = rest
        && above.gap == Gap::Space
        && let (Ok(over), Some(under)) = (above.word.parse::<f64>(), divisor(std::slice::from_ref(below)))
    {
        return found(whole + over / under, 3);
    }
    Some(with_fraction(words, whole, 1, false))
}

/// `1,5 h`: a comma without a space is a decimal one before a unit.
fn after_comma(words: &[Token]) -> Option<f64> {
    let [whole, part, unit, ..] = words else { return None };
    let joined = part.gap == Gap::Comma && part.start == whole.end + 1 && part.word.len() <= 2;
    let named = matches!(unit.word.as_str(), "h" | "hr" | "hrs" | "hour" | "hours") && unit.gap <= Gap::Space;
    let digits: f64 = part.word.parse().ok().filter(|_| joined && named)?;
    Some(if part.word.len() == 1 { digits / 10.0 } else { digits / 100.0 })
}

/// The lower half of `1/2`: digits glued to digits come only from a stroke.
fn divisor(words: &[Token]) -> Option<f64> {
    let next = words.first().filter(|next| next.gap == Gap::Glued)?;
    next.word.parse::<f64>().ok().filter(|below| *below > 1.0)
}

fn vulgar(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// Number words up to `nine hundred ninety nine`.
fn spoken(words: &[Token]) -> Option<(f64, usize)> {
    let mut value = 0.0;
    let mut taken = 0;
    let at = |place: usize| words.get(place).filter(|token| place == 0 || token.gap <= Gap::Space);
    if let Some(hundreds) = at(0).and_then(|token| unit(&token.word))
        && word_is(words, 1, "hundred")
    {
        value = hundreds * 100.0;
        taken = 2;
        taken += usize::from(
            word_is(words, 2, "and")
                && words.get(3).is_some_and(|t| unit(&t.word).or(tens(&t.word)).is_some()),
        );
    }
    if let Some(ten) = at(taken).and_then(|token| tens(&token.word)) {
        value += ten;
        taken += 1;
        if let Some(one) = at(taken).and_then(|token| unit(&token.word)).filter(|one| *one < 10.0) {
            value += one;
            taken += 1;
        }
    } else if let Some(one) = at(taken).and_then(|token| unit(&token.word)) {
        value += one;
        taken += 1;
    }
    (taken > 0).then_some((value, taken))
}

pub(super) fn unit(word: &str) -> Option<f64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    UNITS.iter().zip(0_u8..).find(|(name, _)| **name == word).map(|(_, value)| f64::from(value))
}

pub(super) fn tens(word: &str) -> Option<f64> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let word = if word == "fourty" { "forty" } else { word };
    TENS.iter().zip(2_u8..).find(|(name, _)| **name == word).map(|(_, value)| f64::from(value) * 10.0)
}

pub(super) fn word_is(words: &[Token], at: usize, wanted: &str) -> bool {
    words.get(at).is_some_and(|token| token.word == wanted)
}
