//! The log that a recording becomes.

use atelier_audit::{Actor, Deed};
use atelier_base::{LogId, Origin, ProjectId, Scope, TenantId, Timestamp, UserId};
use atelier_tables::Write;

use super::guess::{self, Question};
use super::history::RevisionKind;
use super::store;
use super::{AttributionStatus, FactSource, Log};
use crate::recording::{HeardWord, TranscriptRef};
use crate::settings::JournalSettings;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State};

/// What was heard, and what is known of it.
pub(crate) struct Transcribed {
    /// The words after their repair.
    pub(crate) text: String,
    pub(crate) heard: Vec<HeardWord>,
    pub(crate) transcript: TranscriptRef,
    /// The project that the recording was made in.
    pub(crate) project: Option<ProjectId>,
    /// The log that an earlier transcript became.
    pub(crate) before: Option<Log>,
    /// Its id, or that of the log that is to be, made at `now`.
    pub(crate) log_id: LogId,
    pub(crate) now: Timestamp,
    pub(crate) by: UserId,
    /// When the recording was made.
    pub(crate) made_at: Timestamp,
}

/// Writes the log of a transcript, together with `more`, whose first write fails when the recording was given
/// to somebody else meanwhile: there is never a second log of a recording. A log that a person confirmed or
/// changed stays as it is.
pub(crate) async fn write(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    settings: &JournalSettings,
    heard: Transcribed,
    more: Vec<Write>,
) -> Result<(), Error> {
    let (now, before) = (heard.now, heard.before.clone());
    let actor = Actor::user(heard.by, Origin::local());
    if before.as_ref().is_some_and(is_a_persons) {
        let deed = Deed::new(tenant, actor, "recording.transcribe").target(heard.transcript.recording_id);
        state.trail.transact(scope, deed, more).await?;
        return Ok(());
    }
    let draft = match before.clone() {
        Some(log) => log,
        None => blank(settings, &heard),
    };
    let question = Question {
        chosen: heard.project.filter(|_| before.is_none()),
        heard: heard.heard,
        ..Question::about(&draft, heard.text.clone())
    };
    let facts = guess::ask(state, scope, tenant, settings, question).await?;
    let read = Log { updated_at: now, transcript_meta: Some(heard.transcript), ..guess::filed(draft, facts) };
    let read = store::with_text(state, scope, read, heard.text).await?;
    let steps = guess::steps(read, settings, RevisionKind::Transcribed, None, now);
    let (log, own) = store::writes(tenant, before.as_ref(), steps)?;
    let writes = more.into_iter().chain(own).collect();
    let action = if before.is_none() { "log.create" } else { "log.transcribe" };
    let deed =
        Deed::new(tenant, actor, action).target(log.log_id).after(&ARTISSIST, &store::item(tenant, &log)?);
    state.trail.transact(scope, deed, writes).await?;
    let kind = if before.is_none() { JournalChangeKind::Created } else { JournalChangeKind::Updated };
    state.tell(tenant, kind, Entity::Log, log.log_id, log.project_id);
    Ok(())
}

/// Whether somebody looked at the log and said what is right.
fn is_a_persons(log: &Log) -> bool {
    let said = |source| source == FactSource::Person;
    let facts = log.extracted.as_ref();
    let touched = facts.is_some_and(|facts| {
        facts.materials.iter().any(|fact| said(fact.source))
            || facts.techniques.iter().any(|fact| said(fact.source))
            || facts.minutes.iter().any(|fact| said(fact.source))
    });
    log.attribution_status != AttributionStatus::Pending || touched
}

/// The log before anything was understood.
fn blank(settings: &JournalSettings, heard: &Transcribed) -> Log {
    let Transcribed { log_id, by, now, made_at, .. } = *heard;
    Log::blank(log_id, by, now, settings.day_of(made_at), settings.expiry_of(now))
}
