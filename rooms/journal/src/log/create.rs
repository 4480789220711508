//! Making a log from words.

use atelier_audit::Deed;
use atelier_base::{Grant, LogId};
use atelier_tables::Write;

use super::decided::{Decided, Part};
use super::guess::{self, Question, Read, Reading};
use super::history::RevisionKind;
use super::{Log, NewLog, assets, store};
use crate::permissions::EditLog;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State, record, settings};

/// Makes a log, and reads what it says: it is filed under the project that it names or is likely about, and
/// confirmed at once only if every fact is as sure as the tenant asks for.
pub async fn create(state: &State, grant: Grant<EditLog>, new: NewLog) -> Result<Log, Error> {
    let Creation { log, deed, writes } = creation(state, grant, new).await?;
    state.trail.transact(grant.scope(), deed, writes).await?;
    state.tell(grant.tenant(), JournalChangeKind::Created, Entity::Log, log.log_id, log.project_id);
    Ok(log)
}

/// A log that a transaction is to make.
pub(crate) struct Creation {
    pub(crate) log: Log,
    pub(crate) deed: Deed,
    pub(crate) writes: Vec<Write>,
}

/// A new log, for a transaction with what it is made from.
pub(crate) async fn creation(state: &State, grant: Grant<EditLog>, new: NewLog) -> Result<Creation, Error> {
    let new = new.checked()?;
    let (scope, tenant, now) = (grant.scope(), grant.tenant(), state.clock.now());
    if let Some(project) = new.project_id {
        record::open(state, grant, project).await?;
    }
    let assets = assets::checked(state, scope, tenant, new.asset_ids.as_deref().unwrap_or_default()).await?;
    let settings = settings::get(state, scope, tenant).await?;
    let log_id = LogId::generate(now, &state.randomness);
    let said = [(new.project_id.is_some(), Part::Project), (new.day.is_some(), Part::Day)];
    let day = new.day.unwrap_or_else(|| settings.day_of(now));
    let draft = Log {
        project_id: new.project_id,
        media_refs: assets.iter().map(ToString::to_string).collect(),
        tags: new.tags.unwrap_or_default(),
        decided: Decided::of(said.into_iter().filter_map(|(named, part)| named.then_some(part))),
        ..Log::blank(log_id, grant.user(), now, day, settings.expiry_of(now))
    };
    let question = Question::about(&draft, new.raw_text.clone());
    let facts = guess::ask(state, scope, tenant, &settings, question).await?;
    let read = store::with_text(state, scope, guess::filed(draft, facts), new.raw_text).await?;
    let reading = Reading { kind: RevisionKind::Extracted, by: None, now };
    let steps = guess::steps(Read::whole(read), &settings, reading);
    let (log, mut writes) = store::writes(tenant, None, steps)?;
    writes.extend(log.project_id.map(|project| record::still_open(tenant, project)));
    let deed =
        Deed::granted(grant, "log.create").target(log_id).after(&ARTISSIST, &store::item(tenant, &log)?);
    Ok(Creation { log, deed, writes })
}
