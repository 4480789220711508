//! Writing the next version.

use atelier_audit::{Changes, Deed};
use atelier_base::{Grant, ProjectId};
use atelier_tables::{Cond, Write};

use super::read::{number, one};
use super::{Brief, BriefConflict, BriefInput, BriefOutcome, changelog};
use crate::permissions::EditBrief;
use crate::record::{self, ArtRecord};
use crate::tables::{ARTISSIST, key, project_sort};
use crate::{Entity, Error, JournalChangeKind, State, lock};

/// Writes the version after `based_on`, which is 0 for the first, unless somebody was faster.
pub async fn save(
    state: &State,
    grant: Grant<EditBrief>,
    project: ProjectId,
    based_on: u32,
    input: BriefInput,
) -> Result<BriefOutcome, Error> {
    write(state, grant, (project, based_on), input.checked()?, None).await
}

/// Writes an old version anew, as the one after `based_on`.
pub async fn restore(
    state: &State,
    grant: Grant<EditBrief>,
    project: ProjectId,
    version: u32,
    based_on: u32,
) -> Result<BriefOutcome, Error> {
    let old = one(state, grant.scope(), grant.tenant(), (project, version)).await?;
    let old = old.ok_or_else(|| Error::missing("brief", format!("v{version}")))?;
    let input = BriefInput {
        requirements: old.requirements,
        deliverables: old.deliverables,
        notes: Some(old.notes),
        message: Some(format!("Version {version} restored")),
    };
    write(state, grant, (project, based_on), input, Some(version)).await
}

async fn write(
    state: &State,
    grant: Grant<EditBrief>,
    (project, based_on): (ProjectId, u32),
    input: BriefInput,
    restored_from: Option<u32>,
) -> Result<BriefOutcome, Error> {
    let record = record::open(state, grant, project).await?;
    let base = match based_on {
        0 => None,
        version => one(state, grant.scope(), grant.tenant(), (project, version)).await?,
    };
    if record.brief.unwrap_or(0) != based_on {
        return conflict(state, grant, project, base).await;
    }
    let brief = next(state, grant, (project, based_on), base.as_ref(), input, restored_from);
    let item = brief.item(grant.tenant())?;
    let action = if restored_from.is_some() { "brief.restore" } else { "brief.save" };
    let deed =
        Deed::granted(grant, action).target(format!("{project}#v{}", brief.version)).after(&ARTISSIST, &item);
    let writes = vec![pointing(grant, &record, &brief)?, Write::create(&ARTISSIST, item)];
    match state.trail.transact(grant.scope(), deed, writes).await {
        Ok(_) => {
            state.tell(grant.tenant(), JournalChangeKind::Created, Entity::Brief, project, Some(project));
            Ok(BriefOutcome::Done(Box::new(brief)))
        }
        Err(atelier_tables::Error::ConditionFailed { .. }) => {
            // Somebody was faster, or put the record away.
            record::open(state, grant, project).await?;
            conflict(state, grant, project, base).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The write that makes the version the current one, if the record is where it was. A project without a record
/// gets it with its first brief.
fn pointing(grant: Grant<EditBrief>, record: &ArtRecord, brief: &Brief) -> Result<Write, Error> {
    let place = key(grant.tenant(), project_sort(record.project_id));
    if record.version == 0 {
        let made = ArtRecord { brief: Some(brief.version), version: 1, ..record.clone() };
        return Ok(Write::create(&ARTISSIST, record::item_of(grant.tenant(), &made)?));
    }
    let here = match record.brief {
        Some(number) => Cond::eq("brief", number),
        None => Cond::exists(lock::VERSION).and(Cond::missing("brief")),
    };
    let changes = Changes::new().set("brief", brief.version);
    Ok(Write::update(&ARTISSIST, place, changes.update()).when(here.and(Cond::missing("archivedAt"))))
}

fn next(
    state: &State,
    grant: Grant<EditBrief>,
    (project_id, based_on): (ProjectId, u32),
    base: Option<&Brief>,
    input: BriefInput,
    restored_from: Option<u32>,
) -> Brief {
    let (now, version) = (state.clock.now(), based_on + 1);
    let changelog = changelog::changes(base, &input);
    Brief {
        project_id,
        version,
        requirements: input.requirements,
        deliverables: input.deliverables,
        approvals: Vec::new(),
        notes: input.notes.unwrap_or_default(),
        changelog,
        message: input.message.unwrap_or_default(),
        created_at: now,
        created_by: grant.user(),
        restored_from,
        lock: 1,
        current: true,
    }
}

/// What is there instead of what the change was made from.
pub(super) async fn conflict<A>(
    state: &State,
    grant: Grant<A>,
    project: ProjectId,
    base: Option<Brief>,
) -> Result<BriefOutcome, Error> {
    let latest = number(state, grant.scope(), grant.tenant(), project).await?;
    let current = match latest {
        Some(version) => one(state, grant.scope(), grant.tenant(), (project, version)).await?,
        None => None,
    };
    let current = current.map(|brief| Brief { current: true, ..brief });
    let base = base.map(|brief| Brief { current: Some(brief.version) == latest, ..brief });
    Ok(BriefOutcome::Conflict(Box::new(BriefConflict { current, base })))
}
