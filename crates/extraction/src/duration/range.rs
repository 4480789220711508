//! Ranges by the clock: `from nine thirty until noon`, `11:50pm Friday to 1:20am`, `seven till nine no it was half nine`.

use super::{Piece, approximately, clock, length};
use crate::tokens::{Gap, Token};

/// `from nine thirty until noon`, `between ten and eleven thirty`, `4 to half past five`, `9-12`.
pub(super) fn range(tokens: &[Token], at: usize) -> Option<Piece> {
    let first_word = tokens[at].word.as_str();
    let opened = matches!(first_word, "from" | "between");
    let mut place = at + usize::from(opened);
    if opened {
        place += day_words(tokens, place);
        place += approximately(tokens, place);
    }
    if tokens.get(place)?.gap == Gap::Glued {
        return None;
    }
    let first = clock::time(tokens.get(place..)?)?;
    place += first.taken;
    place += day_words(tokens, place);
    let joint = tokens.get(place)?;
    let dash = joint.gap == Gap::Dash;
    let joined = match joint.word.as_str() {
        "to" | "until" | "till" | "til" | "through" | "thru" => true,
        "and" => first_word == "between",
        // French: `14h30 à 18h`.
        "a" => first.marked && clock::end(tokens.get(place + 1..)?).is_some_and(|second| second.marked),
        _ => false,
    };
    if !(joined || dash) || (joined && joint.gap > Gap::Comma) {
        return None;
    }
    place += usize::from(joined);
    place += day_words(tokens, place);
    place += approximately(tokens, place);
    let until = matches!(joint.word.as_str(), "until" | "till" | "til");
    let (second, end) = clock::end(tokens.get(place..)?)
        .map(|time| (time, place + time.taken))
        .or_else(|| at_last(tokens, place).filter(|_| until && opened))?;
    let open = tokens.get(end).is_some_and(|next| next.gap <= Gap::Space && counted_noun(&next.word));
    let (second, to) = taken_back(tokens, end).unwrap_or((second, end));
    let certain = opened || first.marked || second.marked || until;
    // `9.05 – 10.35`.
    let exact = |place: usize| {
        tokens[place]
            .word
            .split_once('.')
            .is_some_and(|(hour, rest)| hour.parse() != Ok(0_u32) && rest.len() == 2)
    };
    let exact = dash && exact(at) && tokens.get(to - 1).is_some_and(|_| exact(to - 1));
    // `it was ten to four`: one time, and no stretch.
    let one_time = at >= 2
        && tokens[at - 1].word == "was"
        && tokens[at - 2].word == "it"
        && !dash
        && !tokens[at].word.starts_with(|c: char| c.is_ascii_digit());
    let told = !one_time && (certain || exact || told_by(tokens, at, to));
    (told && !open).then(|| Piece { from: at, to, minutes: clock::between(first, second), range: true })
}

/// `until I lost the light at ten to six`.
fn at_last(tokens: &[Token], from: usize) -> Option<(clock::Time, usize)> {
    const LOOK: usize = 8;
    (from..tokens.len().min(from + LOOK))
        .take_while(|place| tokens[*place].gap < Gap::Comma || *place == from)
        .find_map(|place| {
            let time = clock::end(tokens.get(place + 1..)?).filter(|_| tokens[place].word == "at")?;
            Some((time, place + 1 + time.taken))
        })
}

/// `till nine no it was half nine`: the second word on it holds.
fn taken_back(tokens: &[Token], at: usize) -> Option<(clock::Time, usize)> {
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    if !matches!(word(at), "no" | "sorry" | "wait" | "actually" | "well" | "rather") {
        return None;
    }
    let skipped = (at + 1..at + 5)
        .take_while(|place| {
            matches!(
                word(*place),
                "no" | "it"
                    | "was"
                    | "wait"
                    | "sorry"
                    | "make"
                    | "that"
                    | "more"
                    | "like"
                    | "actually"
                    | "maybe"
                    | "i"
                    | "mean"
            )
        })
        .count();
    let from = at + 1 + skipped;
    let time = clock::end(tokens.get(from..)?)?;
    (time.marked || skipped > 0).then_some((time, from + time.taken))
}

/// Days and parts of them that stand beside a clock time: `11:50pm Friday to`, `from Tue night ten`.
fn day_words(tokens: &[Token], at: usize) -> usize {
    let day = |token: &&Token| {
        token.gap <= Gap::Space
            && matches!(
                token.word.as_str(),
                "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "mon"
                    | "tue"
                    | "tues"
                    | "wed"
                    | "weds"
                    | "thu"
                    | "thur"
                    | "thurs"
                    | "fri"
                    | "sat"
                    | "sun"
                    | "night"
                    | "yesterday"
                    | "today"
            )
    };
    tokens.get(at..).unwrap_or_default().iter().take(2).take_while(day).count()
}

/// Two plain numbers are clock times when the words around them say so: `worked nine to five on the mural`.
fn told_by(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let dashed = tokens[from + 1].gap == Gap::Dash
        && !matches!(
            before,
            "size" | "no" | "number" | "step" | "steps" | "pages" | "page" | "panels" | "cone"
        );
    // `jars 1-6` counts jars.
    let dashed = dashed
        && !(before.len() > 3
            && before.ends_with('s')
            && !before.ends_with("day")
            && tokens[from].gap <= Gap::Space
            && !matches!(before, "hours" | "was" | "times")
            && tokens[from..to].iter().all(|token| !token.word.contains(['.', ':'])));
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
                | "spent"
                | "did"
                | "there"
                | "here"
                | "in"
                | "out"
                | "bench"
                | "easel"
                | "loom"
                | "press"
                | "shed"
                | "workshop"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        );
    // `9-12 studio`: no plural that they could count.
    let headed = dashed
        && tokens[from].gap >= Gap::Comma
        && tokens.get(to).is_some_and(|next| {
            !next.word.ends_with('s') && !counted_noun(&next.word) && next.gap == Gap::Space
        });
    fits_before && (headed || length::ends_phrase(tokens.get(to)))
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
