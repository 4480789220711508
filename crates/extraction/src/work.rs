//! Which of a note's durations are work, and what they add up to.

mod around;
mod idle;
mod kind;
mod whose;

use around::Around;
pub(crate) use idle::declared_idle;

use crate::clauses::{Clauses, Status};
use crate::duration::{Piece, pieces};
use crate::tokens::{Gap, Token};

/// A duration and what it counts as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counted {
    pub(crate) piece: Piece,
    pub(crate) as_what: Role,
}

/// What a duration counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Work.
    Work,
    /// A break that is taken off.
    Break,
    /// All of the work; nothing else is added to it.
    Total,
    /// Nothing: drying, driving, wishes, other people.
    Nothing,
}

/// Judges every duration of the note.
pub(crate) fn counted(tokens: &[Token], clauses: &Clauses) -> Vec<Counted> {
    let mut judged: Vec<Counted> = Vec::new();
    for mut piece in pieces(tokens) {
        piece.minutes = piece.minutes.saturating_mul(times_each(tokens, piece));
        let as_what = role(tokens, clauses, &judged, piece);
        if as_what != Role::Nothing
            && corrects(tokens, judged.last(), piece)
            && let Some(last) = judged.last_mut()
        {
            last.as_what = Role::Nothing;
        }
        judged.push(Counted { piece, as_what });
    }
    keep_total(tokens, &mut judged);
    if declared_idle(tokens) {
        for one in &mut judged {
            one.as_what = Role::Nothing;
        }
    }
    judged
}

/// `three sessions, 40 minutes each`, `an hour each on the bowl and the vase`.
fn times_each(tokens: &[Token], piece: Piece) -> u32 {
    const COUNTS: [&str; 7] = ["two", "three", "four", "five", "six", "seven", "eight"];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    if let Some(count) = each_thing(tokens, piece) {
        return count;
    }
    let on_each = word(piece.to) == "on" && word(piece.to + 1) == "each" && word(piece.to + 2) == "of";
    if !on_each && !matches!(word(piece.to), "each" | "apiece") {
        return 1;
    }
    let counted = (piece.from.saturating_sub(24)..piece.from).rev().find_map(|at| {
        let spoken = COUNTS.iter().zip(2_u32..).find(|(name, _)| **name == word(at)).map(|(_, count)| count);
        spoken.or_else(|| word(at).parse::<u32>().ok().filter(|count| (2..=12).contains(count)))
    });
    let pair = matches!(word(piece.to + 1), "on" | "for")
        && (piece.to + 2..piece.to + 8).any(|at| word(at) == "and");
    // `half an hour each on three panels`, `half hour on each of the three panels`.
    let ahead = (piece.to + 1..piece.to + 6).find_map(|at| {
        let spoken = COUNTS.iter().zip(2_u32..).find(|(name, _)| **name == word(at)).map(|(_, count)| count);
        let typed = || word(at).parse::<u32>().ok().filter(|count| (2..=12).contains(count));
        let governed = matches!(word(at - 1), "on" | "for" | "of" | "the" | "my" | "all");
        spoken.or_else(typed).filter(|_| governed && tokens[at].gap <= Gap::Space)
    });
    counted.or(ahead).unwrap_or(if pair { 2 } else { 1 })
}

/// `two coats, 45 minutes per coat`: so many as were told before.
fn each_thing(tokens: &[Token], piece: Piece) -> Option<u32> {
    const COUNTS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const FAR: usize = 40;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let noun = word(piece.to + 1);
    if !matches!(word(piece.to), "per" | "a" | "each" | "every") || noun.len() < 4 {
        return None;
    }
    let after = piece.to + 2..tokens.len().min(piece.to + 6);
    (piece.from.saturating_sub(FAR)..piece.from).rev().chain(after).find_map(|at| {
        let counted = word(at + 1).trim_end_matches('s') == noun && word(at + 1) != noun;
        let spoken = COUNTS.iter().zip(2_u32..).find(|(name, _)| **name == word(at)).map(|(_, count)| count);
        let both = (word(at) == "both").then_some(2);
        let typed = || word(at).parse::<u32>().ok().filter(|count| (2..=12).contains(count));
        spoken.or(both).or_else(typed).filter(|_| counted)
    })
}

/// The minutes of work, or nothing when no duration counts.
pub(crate) fn total(judged: &[Counted]) -> Option<u32> {
    let of = |role: Role| judged.iter().filter(move |one| one.as_what == role);
    let sum = |role: Role| of(role).map(|one| one.piece.minutes).sum::<u32>();
    if let Some(total) = of(Role::Total).next_back() {
        return Some(total.piece.minutes + sum(Role::Work));
    }
    let minutes = sum(Role::Work).saturating_sub(sum(Role::Break));
    (minutes > 0).then_some(minutes)
}

/// A stated total makes its parts say nothing more. What a later sentence goes on with is no part: `an hour in all. Then
/// half an hour on the rim.`
fn keep_total(tokens: &[Token], judged: &mut [Counted]) {
    const LONGEST: usize = 60;
    let Some(total) = judged.iter().rposition(|one| one.as_what == Role::Total) else { return };
    let end = judged[total].piece.to;
    let further = |piece: Piece| {
        let from = end.max(piece.from.saturating_sub(LONGEST));
        let begins = (from..=piece.from).rev().find(|at| tokens[*at].gap >= Gap::Stop);
        begins.is_some_and(|at| matches!(tokens[at].word.as_str(), "then" | "afterwards" | "later"))
    };
    for (at, one) in judged.iter_mut().enumerate() {
        let goes_on = at > total && one.as_what == Role::Work && further(one.piece);
        if one.as_what != Role::Total && !goes_on {
            one.as_what = Role::Nothing;
        }
    }
}

fn role(tokens: &[Token], clauses: &Clauses, earlier: &[Counted], piece: Piece) -> Role {
    let around = Around { tokens, piece };
    let last = earlier.iter().rev().find(|one| one.as_what == Role::Work);
    let told =
        earlier.iter().filter(|one| one.as_what == Role::Work).map(|one| one.piece.minutes).sum::<u32>();
    if around.says_all() || (around.holds_the_rest() && 0 < told && told <= piece.minutes) {
        return Role::Total;
    }
    if around.is_lost() {
        return if last.is_some_and(|last| !last.piece.range || around.inside_range()) {
            Role::Break
        } else {
            Role::Nothing
        };
    }
    if around.is_break() {
        // `till eleven, lunch till twelve`: it lies after what was counted.
        if piece.range && matches!(tokens[piece.from].word.as_str(), "till" | "until" | "til") {
            return Role::Nothing;
        }
        return match last {
            Some(last) if around.taken_off() || last.piece.range => Role::Break,
            _ => Role::Nothing,
        };
    }
    // `started 9, coffee twenty minutes, finished quarter to one`: it lies inside what is counted.
    if earlier.iter().any(|one| one.piece.range && piece.from < one.piece.to) {
        return Role::Nothing;
    }
    if around.taken_off() {
        return Role::Break;
    }
    if excluded(clauses, piece.from) && around.of_it() && last.is_some() {
        return Role::Break;
    }
    if excluded(clauses, piece.from)
        || of_errand(tokens, clauses, piece)
        || around.not_elapsed()
        || around.by_itself()
        || around.made_elsewhere()
        || around.of_others()
    {
        return Role::Nothing;
    }
    let summed =
        earlier.last().is_some_and(|last| last.as_what == Role::Total && piece.from - last.piece.to <= 2);
    if around.totals() && !summed {
        return Role::Total;
    }
    let repeats = last.is_some_and(|last| around.restates(last.piece));
    if repeats || around.sums_up(told) { Role::Nothing } else { Role::Work }
}

/// Whether the clause says that this time made no art. A transcript runs on without marks, so a cue far back says nothing.
fn excluded(clauses: &Clauses, at: usize) -> bool {
    const NEAR: usize = 14;
    let status = clauses.status[at];
    let near = (at.saturating_sub(NEAR)..at).any(|place| clauses.status[place] != status) || at <= NEAR;
    !matches!(status, Status::Done | Status::ToBuy) && near
}

/// `Visited the parish. An hour and a half.`: a length that is a sentence by itself belongs to the one before.
fn of_errand(tokens: &[Token], clauses: &Clauses, piece: Piece) -> bool {
    let ends = tokens.get(piece.to).is_none_or(|next| next.gap >= Gap::Stop);
    if tokens[piece.from].gap < Gap::Stop || !ends || piece.from == 0 {
        return false;
    }
    let from = (0..piece.from).rev().find(|place| tokens[*place].gap >= Gap::Stop).unwrap_or(0);
    let errand = clauses.status[from..piece.from].iter().filter(|status| **status == Status::Other).count();
    2 * errand > piece.from - from
}

/// Whether this duration takes back the one before: `an hour, no, an hour and a half`.
fn corrects(tokens: &[Token], last: Option<&Counted>, piece: Piece) -> bool {
    let near = |last: &&Counted| piece.from.checked_sub(last.piece.to).is_some_and(|gap| gap <= 8);
    let Some(last) = last.filter(near) else { return false };
    let between: Vec<&str> =
        tokens[last.piece.to..piece.from].iter().map(|token| token.word.as_str()).collect();
    let pair = |first: &str, second: &str| between.windows(2).any(|two| two == [first, second]);
    let opens = |word: &str| between.first() == Some(&word);
    opens("no")
        || opens("sorry")
        || opens("rather")
        || opens("actually")
        || opens("say")
        || opens("maybe")
        || (between.len() == 1 && opens("to"))
        || pair("no", "wait")
        || pair("i", "mean")
        || pair("make", "that")
        || pair("scratch", "that")
        || pair("or", "rather")
        || pair("wait", "no")
        || pair("more", "like")
        || pair("so", "really")
        || between.contains(&"correction")
        || pair("no", "actually")
        || pair("taken", "off")
        || pair("off", "so")
        || (between.contains(&"so") && between.contains(&"off"))
        || pair("no", "sorry")
        || (opens("or") && pair("maybe", "more"))
        || (opens("well") && between.len() <= 4)
        || pair("closer", "to")
        || (between.contains(&"but") && pair("it", "was"))
        || (between.contains(&"but") && between.contains(&"actually"))
        || (opens("call") && pair("call", "it"))
}
