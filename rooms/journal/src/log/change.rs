//! What a person says of a log: right, wrong, not so, read it again, away with it.

use atelier_audit::Deed;
use atelier_base::{Grant, LogId};
use atelier_blobs::ASSETS;
use atelier_tables::Write;

use super::guess::{self, Question, Reading};
use super::history::{self, RevisionKind};
use super::store::{self, Step};
use super::{Log, learn};
use crate::permissions::{DeleteLog, EditLog};
use crate::tables::{ARTISSIST, key};
use crate::terms::Lesson;
use crate::{Entity, Error, JournalChangeKind, Outcome, State, files, record, settings};

/// Says that a log is right. It teaches the tenant's words.
pub async fn confirm(
    state: &State,
    grant: Grant<EditLog>,
    id: LogId,
    version: u32,
) -> Result<Outcome<Log>, Error> {
    let log = store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let after = log.clone().agreed().confirmed(state.clock.now());
    let lessons = learn::of_confirmation(&after);
    let step = by_person(after, grant, RevisionKind::Confirmed, "confirmed");
    commit(state, grant, Commit { action: "log.confirm", before: &log, steps: vec![step], lessons }).await
}

/// Says that a log is wrong: it goes back to the inbox, and is not guessed to be of that project again.
pub async fn reject(
    state: &State,
    grant: Grant<EditLog>,
    id: LogId,
    version: u32,
) -> Result<Outcome<Log>, Error> {
    let log = store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let lessons = learn::of_rejection(&log);
    let after = log.clone().rejected(state.clock.now());
    let step = by_person(after, grant, RevisionKind::Rejected, "rejected, back in the inbox");
    commit(state, grant, Commit { action: "log.reject", before: &log, steps: vec![step], lessons }).await
}

/// Takes back the last change that can be: a confirmation, a rejection, an edit, a move, another reading.
/// Again, it takes back the one before.
pub async fn undo(
    state: &State,
    grant: Grant<EditLog>,
    id: LogId,
    version: u32,
) -> Result<Outcome<Log>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let log = store::fetch(state, scope, tenant, id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let number = log.undo_at.ok_or(Error::NothingToUndo)?;
    let revision = history::fetch(state, scope, tenant, id, number).await?.ok_or(Error::NothingToUndo)?;
    let note = format!("took back: {}", revision.note);
    let mut after = revision.undone(&log).ok_or(Error::NothingToUndo)?;
    after.updated_at = state.clock.now();
    let kind = RevisionKind::Undone;
    let step = Step { after, kind, by: Some(grant.user()), note, undoable: false, guess: None };
    commit(state, grant, Commit { action: "log.undo", before: &log, steps: vec![step], lessons: Vec::new() })
        .await
}

/// Reads a log again, with what was learnt since and with whoever reads notes now. What a person decided of it
/// stays, and a log that was right and comes to the same is still right.
pub async fn reextract(
    state: &State,
    grant: Grant<EditLog>,
    id: LogId,
    version: u32,
) -> Result<Outcome<Log>, Error> {
    let (scope, tenant, now) = (grant.scope(), grant.tenant(), state.clock.now());
    let log = store::fetch(state, scope, tenant, id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let settings = settings::get(state, scope, tenant).await?;
    let text = store::whole_text(state, scope, &log).await?;
    let question = Question::about(&log, text);
    let guess = guess::ask(state, scope, tenant, &settings, question).await?;
    let read = guess::read_again(&log, guess, settings.day_of(log.created_at));
    let reading = Reading { kind: RevisionKind::Extracted, by: Some(grant.user()), now };
    let steps = guess::steps(read, &settings, reading);
    commit(state, grant, Commit { action: "log.extract", before: &log, steps, lessons: Vec::new() }).await
}

/// Deletes a log with all that is known of it, for good.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteLog>,
    id: LogId,
    version: u32,
) -> Result<Outcome<LogId, Log>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let log = store::fetch(state, scope, tenant, id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let deed = Deed::granted(grant, "log.delete").target(id).before(&ARTISSIST, &store::item(tenant, &log)?);
    let own = Write::delete(&ARTISSIST, key(tenant, store::sort_key(&log))).when(crate::lock::at(version));
    let writes = std::iter::once(own).chain(store::material_rows(tenant, Some(&log), None)).collect();
    if let Err(error) = state.trail.transact(scope, deed, writes).await {
        return store::conflict(state, scope, tenant, id, error).await;
    }
    // The log is gone by now. What is left of it is found by nobody, and goes with the next attempt at the
    // latest: the deletion of a project and of an account removes what lies below these keys too.
    history::forget(state, scope, tenant, id).await?;
    files::remove(&state.blobs, scope, &ASSETS, &store::text_folder(id)).await?;
    state.tell(tenant, JournalChangeKind::Deleted, Entity::Log, id, log.project_id);
    Ok(Outcome::Done(id))
}

/// A change that a person makes.
pub(super) struct Commit<'a> {
    pub(super) action: &'static str,
    pub(super) before: &'a Log,
    pub(super) steps: Vec<Step>,
    pub(super) lessons: Vec<Lesson>,
}

pub(super) fn by_person(after: Log, grant: Grant<EditLog>, kind: RevisionKind, note: &str) -> Step {
    Step { after, kind, by: Some(grant.user()), note: note.to_owned(), undoable: true, guess: None }
}

/// Carries a change out: the log, its revisions, its rows by material, what is learnt and the deed, or nothing.
pub(super) async fn commit(
    state: &State,
    grant: Grant<EditLog>,
    commit: Commit<'_>,
) -> Result<Outcome<Log>, Error> {
    let Commit { action, before, steps, lessons } = commit;
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let (after, mut writes) = store::writes(tenant, Some(before), steps)?;
    if let Some(project) = after.project_id.filter(|project| before.project_id != Some(*project)) {
        record::open(state, grant, project).await?;
        writes.push(record::still_open(tenant, project));
    }
    writes.extend(lessons.iter().map(|lesson| crate::terms::learn(tenant, lesson)));
    let deed = Deed::granted(grant, action)
        .target(after.log_id)
        .before(&ARTISSIST, &store::item(tenant, before)?)
        .after(&ARTISSIST, &store::item(tenant, &after)?);
    if let Err(error) = state.trail.transact(scope, deed, writes).await {
        return store::conflict(state, scope, tenant, after.log_id, error).await;
    }
    if before.project_id != after.project_id {
        // Pages of the project that it left hear of it as well.
        state.tell(tenant, JournalChangeKind::Updated, Entity::Log, after.log_id, before.project_id);
    }
    state.tell(tenant, JournalChangeKind::Updated, Entity::Log, after.log_id, after.project_id);
    Ok(Outcome::Done(after))
}
