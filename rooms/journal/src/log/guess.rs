//! What a note says, as far as the extractor can tell, and what follows from that.

use atelier_base::{ProjectId, Scope, TenantId, Timestamp, UserId};
use atelier_extraction::Extractor;

use super::facts::{Extracted, FactSource, ProjectFact};
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
        let named = log.extracted.as_ref().filter(|facts| facts.project.source == FactSource::Person);
        Self {
            text,
            chosen: named.and_then(|facts| facts.project.project_id),
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
    let likely = project.source == FactSource::Person || LIKELY <= project.confidence;
    let project_id = project.project_id.filter(|_| likely);
    Log { project_id, attribution_status: AttributionStatus::Pending, ..log }.with_facts(facts)
}

/// What happens to a log that was read: it waits for a person, unless every fact is sure enough.
pub(super) fn steps(
    read: Log,
    settings: &JournalSettings,
    kind: RevisionKind,
    by: Option<UserId>,
    now: Timestamp,
) -> Vec<Step> {
    let note =
        read.extracted.as_ref().map(|facts| format!("read by {}", facts.extractor)).unwrap_or_default();
    let sure = read.is_sure(settings.auto_confirm_threshold);
    // The first reading has nothing before it that one could go back to.
    let undoable = 0 < read.revisions;
    let mut steps = vec![Step { after: read.clone(), kind, by, note, undoable }];
    if sure {
        let note = format!("every fact is at least {:.2} sure", settings.auto_confirm_threshold);
        let after = read.confirmed(now);
        steps.push(Step { after, kind: RevisionKind::Confirmed, by: None, note, undoable: true });
    }
    steps
}

/// The facts, but what a person said of the earlier ones stays as they said it.
pub(super) fn with_words_of_people(mut facts: Extracted, earlier: Option<&Extracted>) -> Extracted {
    let Some(earlier) = earlier else { return facts };
    let person = FactSource::Person;
    if earlier.project.source == person {
        facts.project = ProjectFact { alternatives: facts.project.alternatives, ..earlier.project.clone() };
    }
    if let Some(minutes) = earlier.minutes.as_ref().filter(|fact| fact.source == person) {
        facts.minutes = Some(minutes.clone());
    }
    // A person who touches one material has looked at all of them.
    if earlier.materials.iter().any(|fact| fact.source == person) {
        facts.materials.clone_from(&earlier.materials);
    }
    if earlier.techniques.iter().any(|fact| fact.source == person) {
        facts.techniques.clone_from(&earlier.techniques);
    }
    facts
}
