//! Durations and clock ranges in what people say and type.

mod bare;
mod clock;
mod length;
mod number;
mod range;

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
        let near = found.last().filter(|last| at.saturating_sub(last.to) < 24 && !last.range).copied();
        let piece = range::range(tokens, at)
            .or_else(|| started(tokens, at))
            .or_else(|| bare::start_told_after(tokens, at))
            .or_else(|| bare::sessions(tokens, at))
            .or_else(|| measured(tokens, at))
            .or_else(|| spent(tokens, at))
            .or_else(|| bare::labelled(tokens, at))
            .or_else(|| bare::until(tokens, at, found.last()))
            .or_else(|| bare::told_bare(tokens, at))
            .or_else(|| bare::bare_sum(tokens, at))
            .or_else(|| bare::on_something(tokens, at))
            .or_else(|| bare::closing(tokens, at, found.last()))
            .or_else(|| bare::the_same(tokens, at, near?))
            .or_else(|| bare::another(tokens, at, near?))
            .or_else(|| found.last().and_then(|last| bare::managed(tokens, at, *last)));
        match piece.filter(|piece| piece.minutes > 0 && piece.minutes <= 24 * 60) {
            Some(piece) => {
                at = piece.to;
                found.push(piece);
                within(tokens, piece, &mut found);
            }
            None => at += 1,
        }
    }
    found
}

/// `started 9, stopped for coffee twenty minutes, finished quarter to one`: lengths between the ends of a range.
fn within(tokens: &[Token], piece: Piece, found: &mut Vec<Piece>) {
    let mut at = piece.from + 1;
    while piece.range && at < piece.to {
        match measured(tokens, at).filter(|inner| inner.to < piece.to && inner.minutes < piece.minutes) {
            Some(inner) => {
                at = inner.to;
                found.push(inner);
            }
            None => at += 1,
        }
    }
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

/// `spent 1:30 on`, `for 1:40`, `1:15 total`: a colon makes a length only beside such words.
fn spent(tokens: &[Token], at: usize) -> Option<Piece> {
    let (hours, rest) = tokens[at].word.split_once(':')?;
    let (hours, rest) = (hours.parse::<u32>().ok()?, rest.parse::<u32>().ok().filter(|rest| *rest < 60)?);
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].word.as_str());
    let after = tokens.get(at + 1).map_or("", |token| token.word.as_str());
    let told = matches!(
        before(1),
        "spent"
            | "for"
            | "worked"
            | "took"
            | "logged"
            | "total"
            | "time"
            | "did"
            | "another"
            | "plus"
            | "clocked"
            | "timer"
            | "got"
            | "put"
            | "says"
            | "say"
    ) || (matches!(before(1), "about" | "around" | "roughly" | "almost" | "nearly")
        && matches!(before(2), "spent" | "for" | "worked" | "took" | "did"))
        || matches!(after, "total" | "altogether" | "on" | "of" | "spent" | "logged" | "work" | "working")
        || among_lengths(tokens, at);
    told.then_some(Piece { from: at, to: at + 1, minutes: hours * 60 + rest, range: false })
}

/// `built up the wax, 1:30. +0:45 on the feet`: who writes one length so writes all of them so.
fn among_lengths(tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 30;
    let alone = tokens[at].gap >= Gap::Comma && tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
    let near = &tokens[at.saturating_sub(NEAR)..tokens.len().min(at + NEAR)];
    alone && near.iter().any(|token| token.word.starts_with("0:"))
}

/// Whether the word is a number in digits, or a round one from twenty upwards.
pub(crate) fn counts(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || number::tens(word).is_some()
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

/// `started carving the lid at nine`: what was begun stands between.
fn begun_at(tokens: &[Token], at: usize) -> Option<(usize, clock::Time)> {
    const LOOK: usize = 6;
    let place = (at + 2..tokens.len().min(at + LOOK))
        .take_while(|place| tokens[*place].gap <= Gap::Space)
        .find(|place| tokens[*place].word == "at")?;
    let place = place + 1 + approximately(tokens, place + 1);
    clock::time(tokens.get(place..)?).map(|first| (place, first))
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
            | "from"
    );
    if !opener {
        return None;
    }
    let weak = !matches!(
        tokens[at].word.as_str(),
        "started" | "began" | "start" | "starting" | "begun" | "since" | "from"
    );
    let place = at + 1 + approximately(tokens, at + 1);
    let marked = || tokens.get(place..).and_then(clock::time).is_some_and(|time| time.marked);
    let went = matches!(tokens[at].word.as_str(), "got" | "arrived")
        && tokens.get(at + 1).is_some_and(|next| matches!(next.word.as_str(), "to" | "into" | "in"));
    if weak && !went && place == at + 1 && !(tokens[at].gap >= Gap::Comma && marked()) {
        return None;
    }
    let (place, first) = clock::time(tokens.get(place..)?)
        .map(|first| (place, first))
        .or_else(|| begun_at(tokens, at).filter(|_| !weak || went))?;
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
                | "gave"
                | "knocked"
                | "closed"
                | "locked"
                | "got"
                | "back"
                | "put"
        );
        if !closes {
            continue;
        }
        let skip = usize::from(matches!(
            tokens.get(end + 1).map(|t| t.word.as_str()),
            Some("up" | "work" | "it" | "working" | "tools" | "off" | "out")
        ));
        let skip = skip
            + usize::from(matches!(
                tokens.get(end + 1 + skip).map(|t| t.word.as_str()),
                Some("quits" | "up" | "by" | "down")
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
