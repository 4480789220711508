//! The way from a request to an expansion: read, compile, count, sample, compare, hold to the limit.

use super::{Count, Expansion};
use crate::ast::Document;
use crate::compile::{Commands, compile};
use crate::error::{Fault, Refused};
use crate::part::{Part, Start};
use crate::plan::PlannedBatch;
use crate::position::Field;
use crate::random::{Chance, Shuffle, derive};
use crate::report::Report;
use crate::request::{Request, Syntax};
use crate::seen::Seen;
use crate::warning::Warning;
use crate::{distinct, dynamic, expando, plain};

/// So many items are compared with each other even where the limit is lower, so that a refusal tells their
/// exact number.
const COMPARED: u128 = 250_000;

/// More are never compared: each takes some thirty bytes while that lasts.
const MOST_COMPARED: u128 = 10_000_000;

pub(super) fn build(request: &Request<'_>) -> Result<Expansion, Refused> {
    let mut report = Report::default();
    let prompt = read(request.syntax, request.prompt, &Field::Prompt, &mut report);
    let negative = read(request.syntax, request.negative_prompt, &Field::Negative, &mut report);
    let (batches, mut commands) = compile(request, &prompt, &negative, &mut report);
    if !report.is_clean() {
        return Err(report.refused());
    }
    let parts = parts(request, batches, &mut commands, &mut report);
    let limit = commands.limit.map_or(request.limit, |limit| limit.min(request.limit));
    let counted = parts.and_then(|parts| count(request, parts, &commands, limit, &mut report));
    match counted {
        Ok(mut expansion) if report.is_clean() => {
            let removed = expansion.duplicates_removed();
            if 0 < removed {
                report.warn(Warning::DuplicatesRemoved(removed), None);
            }
            expansion.warnings = report.warnings();
            Ok(expansion)
        }
        Ok(_) => Err(report.refused()),
        Err(fault) => {
            report.refuse(fault, None);
            Err(report.refused())
        }
    }
}

fn read(syntax: Syntax, text: &str, field: &Field, report: &mut Report) -> Document {
    match syntax {
        Syntax::Expando => expando::parse(text, field, report),
        Syntax::DynamicPrompts => dynamic::parse(text, field, report),
        Syntax::Plain => plain::parse(text),
    }
}

fn parts(
    request: &Request<'_>,
    batches: Vec<PlannedBatch>,
    commands: &mut Commands,
    report: &mut Report,
) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut at = Start::default();
    for (batch, own) in batches.into_iter().zip(std::mem::take(&mut commands.batches)) {
        let (sample, limit) = (own.sample, own.limit);
        let mut part = Part::new(batch, own, request.dedupe, at)?;
        if let Some((fault, axis)) = part.space.exhausted(&part.batch.axes) {
            report.refuse(fault, Some(&part.batch.axes[axis].at));
            continue;
        }
        let size = part.firsts();
        let asked = sample.map_or(size, |asked| size.min(asked.into()));
        if let Some(limit) = limit.filter(|limit| u128::from(*limit) < asked) {
            return Err(Fault::LimitExceeded { count: Count::AtMost(asked), limit });
        }
        if let Some(asked) = sample {
            part.ranks = draw(request, asked, size, report)?;
        }
        at.number = at.number.checked_add(part.combinations()).ok_or(Fault::SpaceTooLarge)?;
        at.axis += part.batch.axes.len();
        at.batch += 1;
        parts.push(part);
    }
    Ok(parts)
}

/// Ranks of a sample, ascending; nothing when all are taken.
fn draw(
    request: &Request<'_>,
    asked: u64,
    size: u128,
    report: &mut Report,
) -> Result<Option<Vec<u128>>, Fault> {
    if size <= asked.into() {
        report.warn(Warning::SampleExceedsSpace { asked, there: size }, None);
        return Ok(None);
    }
    if request.limit < asked {
        return Err(Fault::LimitExceeded { count: Count::Exact(asked.into()), limit: request.limit });
    }
    let asked = usize::try_from(asked).unwrap_or(usize::MAX);
    let mut ranks: Vec<u128> = shuffle(request.seed, size).take(asked).collect();
    ranks.sort_unstable();
    Ok(Some(ranks))
}

fn shuffle(seed: u64, size: u128) -> Shuffle {
    Shuffle::new(Chance::new(derive(seed, format_args!("sample"))), size)
}

fn count(
    request: &Request<'_>,
    parts: Vec<Part>,
    commands: &Commands,
    limit: u64,
    report: &mut Report,
) -> Result<Expansion, Fault> {
    let combinations = parts.iter().map(Part::combinations).sum();
    let mut expansion = Expansion {
        parts,
        seed: request.seed,
        warnings: Vec::new(),
        combinations,
        chosen: None,
        removed: Vec::new(),
        count: 0,
    };
    let ranks = expansion.ranks();
    let proven = !request.dedupe || distinct::proven(&expansion.parts);
    if let Some(asked) = commands.sample {
        if u128::from(asked) < ranks {
            if limit < asked {
                return Err(Fault::LimitExceeded { count: Count::Exact(asked.into()), limit });
            }
            expansion.take_sample(asked, ranks, proven);
            return Ok(expansion);
        }
        report.warn(Warning::SampleExceedsSpace { asked, there: ranks }, None);
    }
    let over = |count: Count| Err(Fault::LimitExceeded { count, limit });
    expansion.count = ranks;
    if !proven {
        if COMPARED.max(limit.into()).min(MOST_COMPARED) < ranks {
            let small = ranks <= limit.into();
            return if small { Err(Fault::TooManyToCompare(ranks)) } else { over(Count::AtMost(ranks)) };
        }
        expansion.compare();
    }
    if u128::from(limit) < expansion.count {
        return over(Count::Exact(expansion.count));
    }
    Ok(expansion)
}

impl Expansion {
    fn take_sample(&mut self, asked: u64, ranks: u128, proven: bool) {
        let mut chosen = Vec::new();
        let mut seen = Seen::default();
        // Where nearly all are equal a sample may stay smaller than was asked for.
        let tries = usize::try_from(COMPARED / 2 + 2 * u128::from(asked)).unwrap_or(usize::MAX);
        for rank in shuffle(self.seed, ranks).take(tries) {
            let repeats = !proven
                && self
                    .at_rank(rank)
                    .is_none_or(|item| seen.repeats(rank, &item, |earlier| self.at_rank(earlier)));
            if !repeats {
                chosen.push(rank);
            }
            if chosen.len() as u64 == asked {
                break;
            }
        }
        chosen.sort_unstable();
        self.count = chosen.len() as u128;
        self.chosen = Some(chosen);
    }

    /// Finds the items that equal an earlier one.
    fn compare(&mut self) {
        let mut seen = Seen::default();
        let mut removed = Vec::new();
        let mut kept = 0;
        for (rank, item) in (0..).zip(self.items()) {
            if seen.repeats(rank, &item, |earlier| self.at_rank(earlier)) {
                removed.push(kept);
            } else {
                kept += 1;
            }
        }
        self.removed = removed;
        self.count = kept;
    }
}
