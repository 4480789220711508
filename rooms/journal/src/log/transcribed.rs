//! The log that a recording becomes.

use atelier_audit::{Actor, Deed};
use atelier_base::{LogId, Origin, ProjectId, Scope, TenantId, Timestamp, UserId};
use atelier_tables::{Error as StoreError, Write};

use super::Log;
use super::decided::{Decided, Part};
use super::edit::relocate;
use super::guess::{self, Question, Read, Reading};
use super::history::RevisionKind;
use super::store;
use crate::recording::{HeardWord, TranscriptRef};
use crate::settings::JournalSettings;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State, record};

/// What was heard, and what is known of it.
#[derive(Clone)]
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

/// How often it begins anew when somebody changes the log meanwhile.
const TRIES: usize = 5;

/// Writes the log of a transcript, together with `more`, whose first write fails when the recording was given
/// to somebody else meanwhile: there is never a second log of a recording. What people decided of a log stays:
/// one whose words they wrote, or that they said yes or no to, is left alone.
pub(crate) async fn write(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    settings: &JournalSettings,
    mut heard: Transcribed,
    more: Vec<Write>,
) -> Result<(), Error> {
    for _ in 0..TRIES {
        match attempt(state, (scope, tenant), settings, heard.clone(), &more).await {
            // A failed write of `more` is for the caller to judge; a later one is of the log.
            Err(Error::Store(StoreError::ConditionFailed { position, .. })) if more.len() <= position => {
                heard = anew(state, (scope, tenant), heard).await?;
            }
            other => return other,
        }
    }
    Err(Error::Busy)
}

/// The same after somebody was faster: they changed the log, or put the project away that it was recorded in, so
/// that the words wait in the inbox.
async fn anew(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    heard: Transcribed,
) -> Result<Transcribed, Error> {
    match &heard.before {
        Some(log) => {
            let found = store::find(state, scope, tenant, log.log_id).await?;
            Ok(Transcribed { before: Some(found.ok_or(Error::Busy)?), ..heard })
        }
        None => Ok(Transcribed { project: None, ..heard }),
    }
}

async fn attempt(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    settings: &JournalSettings,
    heard: Transcribed,
    more: &[Write],
) -> Result<(), Error> {
    let (now, before) = (heard.now, heard.before.clone());
    let actor = Actor::user(heard.by, Origin::local());
    if before.as_ref().is_some_and(Log::is_settled) {
        let deed = Deed::new(tenant, actor, "recording.transcribe").target(heard.transcript.recording_id);
        state.trail.transact(scope, deed, more.to_vec()).await?;
        return Ok(());
    }
    let mut draft = before.clone().unwrap_or_else(|| blank(settings, &heard));
    if store::whole_text(state, scope, &draft).await? != heard.text {
        draft.decided.reword();
        if let Some(facts) = &mut draft.extracted {
            relocate(facts, &heard.text);
        }
    }
    let question = Question { heard: heard.heard, ..Question::about(&draft, heard.text.clone()) };
    let guess = guess::ask(state, scope, tenant, settings, question).await?;
    let read = Read::merged(Log { transcript_meta: Some(heard.transcript), ..draft }, guess);
    let read = Read { log: store::with_text(state, scope, read.log, heard.text).await?, ..read };
    let reading = Reading { kind: RevisionKind::Transcribed, by: None, now };
    let (log, own) = store::writes(tenant, before.as_ref(), guess::steps(read, settings, reading))?;
    let mut writes: Vec<_> = more.iter().cloned().chain(own).collect();
    let was = before.as_ref().and_then(|log| log.project_id);
    let arrived = log.project_id.filter(|project| was != Some(*project));
    writes.extend(arrived.map(|project| record::still_open(tenant, project)));
    let action = if before.is_none() { "log.create" } else { "log.transcribe" };
    let deed =
        Deed::new(tenant, actor, action).target(log.log_id).after(&ARTISSIST, &store::item(tenant, &log)?);
    state.trail.transact(scope, deed, writes).await?;
    let kind = if before.is_none() { JournalChangeKind::Created } else { JournalChangeKind::Updated };
    state.tell(tenant, kind, Entity::Log, log.log_id, log.project_id);
    Ok(())
}

/// The log before anything was understood. The project that it was recorded in is where a person wants it.
fn blank(settings: &JournalSettings, heard: &Transcribed) -> Log {
    let Transcribed { log_id, by, now, made_at, project, .. } = *heard;
    let decided = Decided::of(project.map(|_| Part::Project));
    let day = settings.day_of(made_at);
    Log { project_id: project, decided, ..Log::blank(log_id, by, now, day, settings.expiry_of(now)) }
}
