//! Lengths that name no unit: `another 35`, `call it 60`, `20+20+35`, and ends whose beginning was told before.

use super::{Piece, approximately, clock, minutes, number};
use crate::tokens::{Gap, Token, has_word};

/// `another 35`, `forty minutes on the sky and twenty on the sea`, `an hour on the frame, two on the panel`: the unit is the one before.
pub(super) fn another(tokens: &[Token], at: usize, last: Piece) -> Option<Piece> {
    let opener = tokens[at].word.as_str();
    let opens = matches!(opener, "another" | "plus" | "and" | "then") && tokens[at].gap != Gap::Glued
        || (opener == "for" && tokens[at].gap <= Gap::Space);
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
    let part = |at: usize| {
        tokens.get(at).is_some_and(|part| matches!(part.word.as_str(), "which" | "them" | "those" | "it"))
    };
    let told = opener != "for"
        && next.filter(|next| next.gap <= Gap::Space).is_some_and(|next| {
            matches!(next.word.as_str(), "on" | "more" | "doing" | "for" | "by")
                || opener == "another" && next.word == "at"
                || next.word == "of" && tokens.get(to + 1).is_some_and(|deed| deed.word.ends_with("ing"))
                || (listed || opener == "and") && matches!(next.word.as_str(), "after" | "before")
                || opener == "and" && next.word == "at" && tokens.get(to + 1).is_some_and(|night| night.word == "night")
                // `four hours, one of which was emails`.
                || next.word == "of" && part(to + 1)
                || matches!(opener, "plus" | "another") && next.word.ends_with("ing") && next.word.len() > 5
        });
    let told = told || goes_on(tokens, at, from, to, found.value);
    let ends = matches!(opener, "another" | "plus" | "for")
        && next.is_none_or(|next| next.gap > Gap::Space || next.word == "with");
    // `40 minutes, then 50`.
    let ends = ends
        || opener == "then"
            && next.is_none_or(|next| next.gap >= Gap::Comma)
            && at - last.to <= 3
            && found.value >= 10.0
            && found.value.rem_euclid(5.0) < f64::EPSILON;
    let hours = last.minutes.is_multiple_of(60) && found.value <= if opener == "another" { 4.0 } else { 5.0 };
    let value = if hours { found.value * 60.0 } else { found.value };
    ((told || ends) && value >= 5.0).then(|| Piece { from: at, to, minutes: minutes(value), range: false })
}

/// `that's another twenty five and sewed it`, `forty after lunch and forty again`, `65 min, then 40 hand quilting`: what
/// follows a round number is no thing that might be counted.
fn goes_on(tokens: &[Token], at: usize, from: usize, to: usize, value: f64) -> bool {
    if value.rem_euclid(5.0) > f64::EPSILON || !(10.0..=90.0).contains(&value) {
        return false;
    }
    let word = |place: usize| {
        tokens.get(place).filter(|token| token.gap <= Gap::Space).map_or("", |token| token.word.as_str())
    };
    let before = at.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let another = tokens[at..from].iter().any(|token| token.word == "another");
    // `printed another twenty and hung them` counts prints.
    let of_time =
        tokens[at].gap >= Gap::Comma || has_word("thats is was took for and it them then plus", before);
    let gerund = |place: usize| word(place).len() > 5 && word(place).ends_with("ing");
    another && of_time && has_word("and so then in at with after before here there", word(to))
        || has_word("again more", word(to)) && !gerund(to + 1)
        || has_word("at in", word(to)) && has_word("home night work bed", word(to + 1))
        || gerund(to + 1) && has_word("hand machine free wet dry re", word(to))
}

/// `two sessions of forty`: minutes, for nothing else is a session long.
pub(super) fn sessions(tokens: &[Token], at: usize) -> Option<Piece> {
    const STINTS: &str = "sessions stints bouts goes bursts lots rounds sittings blocks";
    let count = number::number(tokens.get(at..)?).filter(|count| !count.article && count.value <= 8.0)?;
    let noun = at + count.taken;
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    if tokens[at].gap == Gap::Glued || !has_word(STINTS, word(noun)) || word(noun + 1) != "of" {
        return None;
    }
    let each = number::number(tokens.get(noun + 2..)?).filter(|each| !each.article)?;
    let to = noun + 2 + each.taken;
    let long = each.value.rem_euclid(5.0) < f64::EPSILON && (15.0..=90.0).contains(&each.value);
    let alone = tokens.get(to).is_none_or(|next| {
        next.gap > Gap::Space || has_word("on at with for in and each after before", &next.word)
    });
    (long && alone).then(|| Piece { from: at, to, minutes: minutes(count.value * each.value), range: false })
}

/// `an hour yesterday and the same again this morning`.
pub(super) fn the_same(tokens: &[Token], at: usize, last: Piece) -> Option<Piece> {
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    let article = usize::from(word(at) == "the");
    let again = word(at + article) == "same" && word(at + article + 1) == "again";
    let joined = at > last.to && has_word("and then plus", word(at - 1));
    (again && joined).then(|| Piece { from: at, to: at + article + 2, range: false, ..last })
}

/// `Hours: 2.`, `Duration 2:00`, `total time 1.5`: the field of a form, where a bare number counts hours.
pub(super) fn labelled(tokens: &[Token], at: usize) -> Option<Piece> {
    const MOST: f64 = 14.0;
    let begins = tokens[at].gap >= Gap::Semi || at > 0 && tokens[at - 1].word == "total";
    if !begins || !matches!(tokens[at].word.as_str(), "hours" | "hrs" | "duration" | "time") {
        return None;
    }
    let spent =
        tokens.get(at + 1).is_some_and(|next| matches!(next.word.as_str(), "spent" | "worked" | "taken"));
    let from = at + 1 + usize::from(spent);
    let named = tokens.get(from).filter(|next| next.gap < Gap::Stop)?;
    if let Some((hours, rest)) = named.word.split_once(':') {
        let (hours, rest) = (hours.parse::<u32>().ok()?, rest.parse::<u32>().ok()?);
        return Some(Piece { from: at, to: from + 1, minutes: hours * 60 + rest, range: false });
    }
    let found = number::number(&tokens[from..]).filter(|found| !found.article && found.value <= MOST)?;
    let to = from + found.taken;
    let ends = tokens.get(to).is_none_or(|next| next.gap >= Gap::Comma);
    ends.then(|| Piece { from: at, to, minutes: minutes(found.value * 60.0), range: false })
}

/// `spent 45 on the fox`, `Forty-five on the sky.`, `a solid ninety on the quilt`: minutes, as nothing else is counted there.
pub(super) fn on_something(tokens: &[Token], at: usize) -> Option<Piece> {
    const SPENT: &str = "spent worked quick solid good nearly about roughly around managed got for just only";
    let before = at.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let spent = tokens[at].gap <= Gap::Space && has_word(SPENT, before);
    if tokens[at].gap == Gap::Glued || !(spent || tokens[at].gap >= Gap::Semi) {
        return None;
    }
    let found = number::number(&tokens[at..]).filter(|found| !found.article)?;
    let to = at + found.taken;
    let word = |place: usize| {
        tokens.get(place).filter(|token| token.gap <= Gap::Space).map_or("", |token| token.word.as_str())
    };
    let round = found.value.rem_euclid(5.0) < f64::EPSILON && (10.0..=180.0).contains(&found.value);
    let thing = matches!(word(to + 1), "the" | "my" | "it" | "this" | "that" | "his" | "her" | "each" | "a");
    let told = word(to) == "on" && (thing || before == "spent");
    (round && told).then(|| Piece { from: at, to, minutes: minutes(found.value), range: false })
}

/// `call it 60`, `phone 10 out`, `minus 30`, `take off 20`, `30 tea`, `pause 15`: a number whose place says that it counts minutes.
pub(super) fn told_bare(tokens: &[Token], at: usize) -> Option<Piece> {
    const BREAKS: &[&str] = &["phone", "lunch", "break", "tea", "coffee", "call", "pause"];
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    let first = word(at);
    let less = matches!(first, "minus" | "less")
        || (first == "off"
            && at > 0
            && matches!(word(at - 1), "take" | "took" | "knock" | "knocked" | "taking"));
    let called = first == "call" && word(at + 1) == "it";
    let named = BREAKS.contains(&first);
    let ahead = first.starts_with(|c: char| c.is_ascii_digit()) && tokens[at].gap >= Gap::Dash;
    let from = match () {
        () if called => at + 2,
        () if less || named => at + 1,
        () if ahead => at,
        () => return None,
    };
    // `minus coffee`.
    let from = from + usize::from(less && BREAKS.contains(&word(from)));
    let found = number::number(tokens.get(from..)?).filter(|found| {
        !found.article && (found.value >= 5.0 || called || word(from + found.taken) == "x")
    })?;
    let (found, to) = repeated(tokens, from, found);
    let next = tokens.get(to);
    let ends = next.is_none_or(|next| next.gap > Gap::Space);
    let fits = match () {
        () if called => ends || has_word("of in all then with without the on i", word(to)),
        () if less => next.is_none_or(|next| {
            next.gap > Gap::Space
                || matches!(next.word.as_str(), "for" | "when" | "because" | "while" | "to" | "on")
                || next.word.ends_with("ing")
                || BREAKS.contains(&next.word.as_str())
        }),
        () if named => {
            matches!(word(to), "out" | "off")
                || (ends && (first == "pause" || in_brackets(tokens, at, from + found.taken)))
        }
        () => {
            BREAKS.contains(&word(to))
                && tokens.get(to + 1).is_none_or(|after| {
                    after.gap > Gap::Space || matches!(after.word.as_str(), "out" | "off")
                })
        }
    };
    let spelled = matches!(word(to), "min" | "mins" | "minutes" | "minute" | "hour" | "hours" | "h");
    // `call it two and a half`: so few are hours.
    let size = if called && found.value < 5.0 { 60.0 } else { 1.0 };
    (fits && !spelled).then(|| Piece { from, to, minutes: minutes(found.value * size), range: false })
}

/// `10:00-13:30 (lunch 30)`: a break after the clock, and nothing else is told of it.
fn in_brackets(tokens: &[Token], at: usize, to: usize) -> bool {
    let clock = at.checked_sub(1).is_some_and(|at| clock::end(&tokens[at..]).is_some_and(|time| time.marked));
    clock && tokens[at].gap == Gap::Comma && tokens.get(to).is_none_or(|next| next.gap >= Gap::Comma)
}

/// `2 × 15`: what the numbers make, and the word after them.
fn repeated(tokens: &[Token], from: usize, first: number::Number) -> (number::Number, usize) {
    let to = from + first.taken;
    let each = tokens
        .get(to)
        .filter(|sign| sign.word == "x")
        .and_then(|_| number::number(tokens.get(to + 1..)?).filter(|each| !each.article));
    match each {
        Some(each) => (number::Number { value: first.value * each.value, ..first }, to + 1 + each.taken),
        None => (first, to),
    }
}

/// `on till half four`, `straight through to quarter to one`: the beginning is a time told before.
pub(super) fn until(tokens: &[Token], at: usize, last: Option<&Piece>) -> Option<Piece> {
    const LOOK: usize = 60;
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    let opens = matches!(word(at), "till" | "until" | "til")
        || (word(at) == "to" && at > 0 && word(at - 1) == "through");
    if !opens {
        return None;
    }
    let second = clock::end(tokens.get(at + 1..)?)?;
    let floor = last.map_or(0, |last| last.to).max(at.saturating_sub(LOOK));
    let begun = (floor..at).rev().find_map(|place| {
        let opened = place > 0
            && matches!(
                word(place - 1),
                "at" | "from"
                    | "since"
                    | "was"
                    | "yes"
                    | "by"
                    | "started"
                    | "about"
                    | "around"
                    | "say"
                    | "no"
            );
        let time = clock::time(&tokens[place..at])
            .filter(|time| (opened || time.marked) && place + time.taken <= at)?;
        opened.then_some(time).or_else(|| {
            (time.marked
                && (place == 0 || tokens[place].gap <= Gap::Space || tokens[place].gap >= Gap::Comma))
                .then_some(time)
        })
    });
    let begun = begun.or_else(|| went_on(tokens, at, second, last?))?;
    Some(Piece { from: at, to: at + 1 + second.taken, minutes: clock::between(begun, second), range: true })
}

/// `from two to three, then I kept on till four`: what goes on begins where the stretch before ended.
fn went_on(tokens: &[Token], at: usize, second: clock::Time, last: &Piece) -> Option<clock::Time> {
    const LOOK: usize = 30;
    const WAITS: &str =
        "wait waiting dry drying leave left not cure curing off open closed sit set rest busy booked";
    let before = at.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let next = tokens.get(at + 1 + second.taken);
    let certain = second.marked
        || next.is_none_or(|next| {
            next.gap > Gap::Space || matches!(next.word.as_str(), "and" | "then" | "with" | "on")
        });
    if !last.range || at - last.to > LOOK || !certain || has_word(WAITS, before) {
        return None;
    }
    (last.from..last.to)
        .find_map(|place| clock::end(&tokens[place..last.to]).filter(|time| place + time.taken == last.to))
}

/// `8am start, down tools 10:50`.
pub(super) fn start_told_after(tokens: &[Token], at: usize) -> Option<Piece> {
    const LOOK: usize = 14;
    let first = clock::time(&tokens[at..])?;
    let after = at + first.taken;
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    if word(after) != "start" {
        return None;
    }
    (after + 1..tokens.len().min(after + LOOK)).find_map(|end| {
        let closes = matches!(
            word(end),
            "finish" | "finished" | "stop" | "stopped" | "tools" | "done" | "end" | "ended" | "out" | "off"
        );
        let place = end + 1 + approximately(tokens, end + 1);
        let second = clock::end(tokens.get(place..)?).filter(|_| closes)?;
        Some(Piece {
            from: at,
            to: place + second.taken,
            minutes: clock::between(first, second),
            range: true,
        })
    })
}

/// `20+20+35`, `2 x 25`: minutes, where nothing else is counted.
pub(super) fn bare_sum(tokens: &[Token], at: usize) -> Option<Piece> {
    let word = |place: usize| tokens.get(place).map_or("", |token| token.word.as_str());
    let plain = |place: usize| {
        word(place).parse::<u32>().ok().filter(|value| (1..=90).contains(value) && word(place).len() <= 2)
    };
    let first = plain(at).filter(|_| tokens[at].gap != Gap::Glued)?;
    let ends = |to: usize| {
        tokens.get(to).is_none_or(|next| {
            next.gap > Gap::Space
                || matches!(
                    next.word.as_str(),
                    "and" | "then" | "on" | "with" | "of" | "between" | "plus" | "in" | "at"
                )
        })
    };
    if word(at + 1) == "x" {
        let each = plain(at + 2).filter(|each| each.is_multiple_of(5) && first <= 6 && *each >= 15)?;
        let follows = matches!(word(at + 3), "and" | "on" | "of" | "then")
            || tokens.get(at + 3).is_none_or(|next| next.gap >= Gap::Comma);
        let found = Piece { from: at, to: at + 3, minutes: first * each, range: false };
        return (follows && tokens[at].gap >= Gap::Comma).then_some(found);
    }
    let (mut to, mut sum, mut parts) = (at + 1, first, 1);
    while word(to) == "plus"
        && let Some(more) = plain(to + 1)
    {
        (to, sum, parts) = (to + 2, sum + more, parts + 1);
    }
    (parts >= 3 && ends(to)).then_some(Piece { from: at, to, minutes: sum, range: false })
}

/// `scanned it, 15.`: a number that closes a sentence after others were minutes.
pub(super) fn closing(tokens: &[Token], at: usize, last: Option<&Piece>) -> Option<Piece> {
    let last = last.filter(|last| !last.range && at > last.to)?;
    let value = tokens[at].word.parse::<u32>().ok().filter(|value| (5..=90).contains(value))?;
    let closes = tokens[at].gap == Gap::Comma && tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Stop);
    let minutes_before = last.minutes < 180;
    (closes && minutes_before && at - last.to <= 12).then_some(Piece {
        from: at,
        to: at + 1,
        minutes: value,
        range: false,
    })
}

/// `meant to do three hours, managed one`: the unit is the one before.
pub(super) fn managed(tokens: &[Token], at: usize, last: Piece) -> Option<Piece> {
    let opens = matches!(tokens[at].word.as_str(), "managed" | "did" | "got" | "only" | "really" | "used");
    if !opens || at - last.to > 8 || last.range {
        return None;
    }
    let from = at
        + 1
        + usize::from(tokens.get(at + 1).is_some_and(|next| matches!(next.word.as_str(), "only" | "about")));
    let found = number::number(tokens.get(from..)?).filter(|found| !found.article)?;
    let to = from + found.taken;
    let ends = tokens.get(to).is_none_or(|next| next.gap > Gap::Space);
    let unit =
        if last.minutes.is_multiple_of(30) && last.minutes >= 60 && found.value < 12.0 { 60.0 } else { 1.0 };
    ends.then(|| Piece { from: at, to, minutes: minutes(found.value * unit), range: false })
}
