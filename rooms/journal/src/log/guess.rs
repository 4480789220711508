//! What a note says, as far as the extractor can tell, and what follows from that.

use atelier_base::{Date, LogId, ProjectId, Scope, TenantId, Timestamp, UserId};
use atelier_extraction::Extractor;

use super::decided::{Part, kept};
use super::facts::{Extracted, FactSource, FactSpan};
use super::history::RevisionKind;
use super::store::Step;
use super::{AttributionStatus, Log};
use crate::recording::HeardWord;
use crate::settings::JournalSettings;
use crate::{Error, State};

pub(super) mod context;
mod read;

/// A project that is less likely than this is not where a note is filed: it waits in the inbox.
const LIKELY: f64 = 0.5;
/// Longer notes are read on a thread of their own: some milliseconds would hold up other requests.
const LONG: usize = 16_384;

/// A note that is to be read.
pub(super) struct Question {
    /// The log that it is the text of, or will be.
    pub(super) log_id: LogId,
    pub(super) text: String,
    /// The project that a person named.
    pub(super) chosen: Option<ProjectId>,
    /// Projects that it is not about, as a person said.
    pub(super) rejected: Vec<ProjectId>,
    /// The day on which it was made.
    pub(super) made_at: Timestamp,
    /// What was heard when, of a spoken note.
    pub(super) heard: Vec<HeardWord>,
}

impl Question {
    /// The question what a stored log says. Its project is only given if a person said so.
    pub(super) fn about(log: &Log, text: String) -> Self {
        Self {
            log_id: log.log_id,
            text,
            chosen: log.named_project(),
            rejected: log.rejected_projects.clone(),
            made_at: log.created_at,
            heard: Vec::new(),
        }
    }
}

/// Reads a note: what the extractor makes of it, the tenant's words, projects and last work.
pub(super) async fn ask(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    settings: &JournalSettings,
    question: Question,
) -> Result<Extracted, Error> {
    let known = context::gather(state, scope, tenant, settings, &question).await?;
    let at = state.clock.now();
    if let Extractor::Model(model) = &state.extractor {
        match model.extract(&question.text, &known).await {
            Ok(facts) => return Ok(read::of(facts, &question, &known, at)),
            // The note is read all the same.
            Err(error) => {
                tracing::warn!(%error, "the language model did not answer; the rules read the note");
            }
        }
    }
    if question.text.len() <= LONG {
        return Ok(read::read(&question, &known, at));
    }
    let read = tokio::task::spawn_blocking(move || read::read(&question, &known, at));
    read.await.map_err(|_| Error::ExtractionFailed)
}

/// The log with these facts, filed where they say: under the project that a person named or that is likely,
/// else in the inbox.
pub(super) fn filed(log: Log, facts: Extracted) -> Log {
    let project = &facts.project;
    let project_id = if log.decided.has(Part::Project) {
        log.project_id
    } else {
        let likely = project.source == FactSource::Person || LIKELY <= project.confidence;
        project.project_id.filter(|id| likely && !log.rejected_projects.contains(id))
    };
    Log { project_id, attribution_status: AttributionStatus::Pending, ..log }.with_facts(facts)
}

/// A log that was read.
pub(super) struct Read {
    pub(super) log: Log,
    /// What was read, when people had decided otherwise of some of it.
    pub(super) guess: Option<Extracted>,
}

impl Read {
    /// One of which nobody had decided anything.
    pub(super) fn whole(log: Log) -> Self {
        Self { log, guess: None }
    }

    /// One to which people had said something: their word stays.
    pub(super) fn merged(log: Log, guess: Extracted) -> Self {
        let facts = kept(guess.clone(), &log);
        let guess = Some(guess).filter(|guess| *guess != facts).map(shortened);
        Self { log: filed(log, facts), guess }
    }
}

/// One proof of each fact is enough for what was not taken over.
fn shortened(mut guess: Extracted) -> Extracted {
    let lists = guess.materials.iter_mut().map(|fact| &mut fact.spans);
    for spans in lists.chain(guess.techniques.iter_mut().map(|fact| &mut fact.spans)) {
        spans.truncate(1);
    }
    guess
}

/// A log that is read again, which was made on that day.
pub(super) fn read_again(before: &Log, guess: Extracted, made_on: Date) -> Read {
    // A day that only an earlier reading found is none that the log has by itself.
    let guessed = before.extracted.as_ref().is_some_and(|facts| facts.day.is_some());
    let day = if guessed && !before.decided.has(Part::Day) { made_on } else { before.day };
    let mut read = Read::merged(Log { day, ..before.clone() }, timed(guess, before));
    if before.attribution_status == AttributionStatus::Confirmed && read.log.counts_like(before) {
        read.log.attribution_status = AttributionStatus::Confirmed;
    }
    read
}

/// The facts with the times of their words, as far as an earlier reading knew them: who hears a note knows when each
/// word was said, who reads it again only where it stands.
fn timed(mut guess: Extracted, before: &Log) -> Extracted {
    let Some(earlier) = &before.extracted else { return guess };
    for span in guess.spans_mut() {
        let same = |known: &&FactSpan| (known.start, known.end) == (span.start, span.end);
        if let Some(known) = earlier.spans().find(same).filter(|known| known.text == span.text) {
            (span.start_ms, span.end_ms) = (known.start_ms, known.end_ms);
        }
    }
    guess
}

/// How a log came to be read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) kind: RevisionKind,
    /// Who asked for it; none for the server by itself.
    pub(super) by: Option<UserId>,
    pub(super) now: Timestamp,
}

/// What happens to a log that was read: it waits for a person, unless every fact is sure enough.
pub(super) fn steps(read: Read, settings: &JournalSettings, reading: Reading) -> Vec<Step> {
    let Reading { kind, by, now } = reading;
    let after = Log { updated_at: now, ..read.log };
    let extractor = after.extracted.as_ref().map(|facts| facts.extractor.as_str()).unwrap_or_default();
    let note = match (&read.guess, after.decided.names()) {
        (Some(guess), Some(kept)) => format!("read by {}; what people said stays: {kept}", guess.extractor),
        _ => format!("read by {extractor}"),
    };
    let sure = after.is_sure(settings.auto_confirm_threshold);
    // The first reading has nothing before it that one could go back to.
    let undoable = 0 < after.revisions;
    let mut steps = vec![Step { after: after.clone(), kind, by, note, undoable, guess: read.guess }];
    if sure {
        let note = format!("every fact is at least {:.2} sure", settings.auto_confirm_threshold);
        let (after, kind) = (after.confirmed(now), RevisionKind::Confirmed);
        steps.push(Step { after, kind, by: None, note, undoable: true, guess: None });
    }
    steps
}
