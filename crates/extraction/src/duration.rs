//! Durations and clock ranges in what people say and type.

mod clock;
mod length;
mod number;

use crate::tokens::{Gap, Token};

/// A stretch of words that tells a duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    /// The first word, and the word after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) minutes: u32,
    /// By the clock, not by its length.
    pub(crate) range: bool,
}

/// All durations, in the order of the note. Linear in the number of words.
pub(crate) fn pieces(tokens: &[Token]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let near = found.last().filter(|last| at - last.to < 24 && !last.range).copied();
        let piece = range(tokens, at)
            .or_else(|| started(tokens, at))
            .or_else(|| measured(tokens, at))
            .or_else(|| spent(tokens, at))
            .or_else(|| another(tokens, at, near?))
            .or_else(|| found.last().and_then(|last| managed(tokens, at, *last)));
        match piece.filter(|piece| piece.minutes > 0 && piece.minutes <= 24 * 60) {
            Some(piece) => {
                at = piece.to;
                found.push(piece);
            }
            None => at += 1,
        }
    }
    found
}

fn measured(tokens: &[Token], at: usize) -> Option<Piece> {
    let words = tokens.get(at..)?;
    // The second half of `1:30` or of a number is never the start of a length.
    if tokens[at].gap == Gap::Glued && at > 0 {
        return None;
    }
    let found = length::length(words)?;
    Some(Piece { from: at, to: at + found.taken, minutes: minutes(found.minutes), range: false })
}

/// `another 35`, `forty minutes on the sky and twenty on the sea`, `an hour on the frame, two on the panel`: the unit is the one before.
fn another(tokens: &[Token], at: usize, last: Piece) -> Option<Piece> {
    let opener = tokens[at].word.as_str();
    let opens = matches!(opener, "another" | "plus" | "and" | "then");
    let listed = !opens && tokens[at].gap == Gap::Comma;
    if !(opens || listed) {
        return None;
    }
    let from = at + usize::from(opens);
    let from = from
        + usize::from(
            opens
                && tokens
                    .get(from)
                    .is_some_and(|next| matches!(next.word.as_str(), "then" | "another" | "about")),
        );
    let found = number::number(tokens.get(from..)?).filter(|found| !found.article)?;
    let to = from + found.taken;
    let next = tokens.get(to);
    let told = next.is_some_and(|next| {
        next.gap <= Gap::Space && matches!(next.word.as_str(), "on" | "more" | "doing" | "for")
    });
    let ends = matches!(opener, "another" | "plus")
        && next.is_none_or(|next| next.gap > Gap::Space || next.word == "with");
    let hours = last.minutes.is_multiple_of(60) && found.value <= 5.0 && opener != "another";
    let value = if hours { found.value * 60.0 } else { found.value };
    ((told || ends) && value >= 5.0).then(|| Piece { from: at, to, minutes: minutes(value), range: false })
}

/// `meant to do three hours, managed one`: the unit is the one before.
fn managed(tokens: &[Token], at: usize, last: Piece) -> Option<Piece> {
    let opens = matches!(tokens[at].word.as_str(), "managed" | "did" | "got" | "only" | "really");
    if !opens || at - last.to > 8 || last.range {
        return None;
    }
    let from = at
        + 1
        + usize::from(tokens.get(at + 1).is_some_and(|next| matches!(next.word.as_str(), "only" | "about")));
    let found = number::number(tokens.get(from..)?).filter(|found| !found.article)?;
    let to = from + found.taken;
    let ends = tokens.get(to).is_none_or(|next| next.gap > Gap::Space);
    let unit = if last.minutes.is_multiple_of(30) && found.value < 12.0 { 60.0 } else { 1.0 };
    ends.then(|| Piece { from: at, to, minutes: minutes(found.value * unit), range: false })
}

/// `spent 1:30 on`, `for 1:40`, `1:15 total`: a colon makes a length only beside such words.
fn spent(tokens: &[Token], at: usize) -> Option<Piece> {
    let (hours, rest) = tokens[at].word.split_once(':')?;
    let (hours, rest) = (hours.parse::<u32>().ok()?, rest.parse::<u32>().ok().filter(|rest| *rest < 60)?);
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].word.as_str());
    let after = tokens.get(at + 1).map_or("", |token| token.word.as_str());
    let told = matches!(
        before(1),
        "spent" | "for" | "worked" | "took" | "logged" | "total" | "time" | "did" | "another" | "plus"
    ) || (matches!(before(1), "about" | "around" | "roughly" | "almost" | "nearly")
        && matches!(before(2), "spent" | "for" | "worked" | "took" | "did"))
        || matches!(after, "total" | "altogether" | "on" | "of" | "spent" | "logged" | "work" | "working");
    told.then_some(Piece { from: at, to: at + 1, minutes: hours * 60 + rest, range: false })
}

/// `from nine thirty until noon`, `between ten and eleven thirty`, `4 to half past five`, `9-12`.
fn range(tokens: &[Token], at: usize) -> Option<Piece> {
    let first_word = tokens[at].word.as_str();
    let opened = matches!(first_word, "from" | "between");
    let mut place = at + usize::from(opened);
    if opened {
        place += approximately(tokens, place);
    }
    if tokens.get(place)?.gap == Gap::Glued {
        return None;
    }
    let first = clock::time(tokens.get(place..)?)?;
    place += first.taken;
    let joint = tokens.get(place)?;
    let dash = joint.gap == Gap::Dash;
    let joined = match joint.word.as_str() {
        "to" | "until" | "till" | "til" | "through" | "thru" => true,
        "and" => first_word == "between",
        _ => false,
    };
    if !(joined || dash) || (joined && joint.gap > Gap::Comma) {
        return None;
    }
    place += usize::from(joined);
    place += approximately(tokens, place);
    let second = clock::time(tokens.get(place..)?)?;
    let to = place + second.taken;
    let open = tokens.get(to).is_some_and(|next| next.gap <= Gap::Space && counted_noun(&next.word));
    let until = matches!(joint.word.as_str(), "until" | "till" | "til");
    let certain = opened || first.marked || second.marked || until;
    let told = certain || told_by(tokens, at, to);
    (told && !open).then(|| Piece { from: at, to, minutes: clock::between(first, second), range: true })
}

/// Two plain numbers are clock times when the words around them say so: `worked nine to five on the mural`.
fn told_by(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let dashed = tokens[from + 1].gap == Gap::Dash
        && !matches!(
            before,
            "size" | "no" | "number" | "step" | "steps" | "pages" | "page" | "panels" | "cone"
        );
    let fits_before = tokens[from].gap > Gap::Space
        || dashed
        || matches!(
            before,
            "worked"
                | "studio"
                | "then"
                | "and"
                | "morning"
                | "afternoon"
                | "evening"
                | "again"
                | "painted"
                | "today"
                | "yesterday"
                | "well"
                | "was"
                | "about"
                | "around"
                | "roughly"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        );
    fits_before && length::ends_phrase(tokens.get(to))
}

/// Nouns that two numbers would count.
fn counted_noun(word: &str) -> bool {
    matches!(word, "min" | "mins" | "minute" | "minutes")
        || word.starts_with("hour")
        || word.starts_with("hr")
        || matches!(
            word,
            "h" | "coats"
                | "layers"
                | "times"
                | "days"
                | "weeks"
                | "pieces"
                | "inches"
                | "cm"
                | "mm"
                | "percent"
                | "parts"
                | "prints"
                | "passes"
                | "x"
                | "years"
                | "months"
                | "sheets"
                | "degrees"
                | "grams"
                | "people"
                | "rows"
                | "ml"
                | "seconds"
                | "of"
        )
}

fn approximately(tokens: &[Token], at: usize) -> usize {
    tokens
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take(2)
        .take_while(|token| {
            matches!(
                token.word.as_str(),
                "about"
                    | "around"
                    | "roughly"
                    | "nearly"
                    | "almost"
                    | "just"
                    | "after"
                    | "like"
                    | "maybe"
                    | "at"
                    | "say"
                    | "approximately"
                    | "past"
            )
        })
        .count()
}

/// `started at nine, finished at 11:15`.
#[expect(clippy::too_many_lines, reason = "lists of words, one place to read them")]
fn started(tokens: &[Token], at: usize) -> Option<Piece> {
    const LOOK: usize = 14;
    let opener = matches!(
        tokens[at].word.as_str(),
        "started"
            | "began"
            | "start"
            | "starting"
            | "begun"
            | "in"
            | "got"
            | "arrived"
            | "down"
            | "up"
            | "going"
            | "since"
            | "on"
            | "clocked"
    );
    if !opener {
        return None;
    }
    let weak =
        !matches!(tokens[at].word.as_str(), "started" | "began" | "start" | "starting" | "begun" | "since");
    let place = at + 1 + approximately(tokens, at + 1);
    if weak && place == at + 1 {
        return None;
    }
    let first = clock::time(tokens.get(place..)?)?;
    let after = place + first.taken;
    for end in after..tokens.len().min(after + LOOK) {
        let word = tokens[end].word.as_str();
        let closes = matches!(
            word,
            "finished"
                | "stopped"
                | "ended"
                | "done"
                | "quit"
                | "until"
                | "till"
                | "finishing"
                | "stopping"
                | "wrapped"
                | "packed"
                | "left"
                | "stop"
                | "end"
                | "finish"
                | "ending"
                | "called"
                | "out"
                | "downed"
                | "to"
                | "off"
                | "home"
                | "broke"
        );
        if !closes {
            continue;
        }
        let skip = usize::from(matches!(
            tokens.get(end + 1).map(|t| t.word.as_str()),
            Some("up" | "work" | "it" | "working" | "tools")
        ));
        let skip = skip
            + usize::from(matches!(
                tokens.get(end + 1 + skip).map(|t| t.word.as_str()),
                Some("quits" | "up" | "by")
            ));
        let near = end + 1 + skip;
        let near = near + approximately(tokens, near);
        if word == "to" && end != after {
            continue;
        }
        if let Some(second) = clock::time(tokens.get(near..)?) {
            return Some(Piece {
                from: at,
                to: near + second.taken,
                minutes: clock::between(first, second),
                range: true,
            });
        }
    }
    None
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths are small and positive")]
fn minutes(value: f64) -> u32 {
    value.round() as u32
}
