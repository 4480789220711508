//! An inspiration becomes a project or a log, in one transaction with it.

use async_graphql::Enum;
use atelier_audit::Deed;
use atelier_base::{Grant, InspirationId, InvalidInput, ProjectId};
use atelier_projects::permissions::CreateProject;
use atelier_tables::Write;

use super::Inspiration;
use super::store::{get, instead, tell};
use crate::asset;
use crate::log::{self, Creation, Log, NewLog};
use crate::permissions::{EditInspiration, EditLog, EditRecord};
use crate::record::{self, ArtRecord, Made, NewArtProject};
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, Outcome, State, lock};

/// What an inspiration becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Conversion {
    /// A project with its art record.
    Project,
    /// A log.
    Log,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Converted {
    /// The inspiration, which says what it became.
    pub inspiration: Inspiration,
    /// The project's record, if it became one.
    pub record: Option<ArtRecord>,
    /// The log, if it became one.
    pub log: Option<Log>,
}

/// The grants that it takes.
type Grants = (Grant<EditInspiration>, Grant<CreateProject>, Grant<EditRecord>, Grant<EditLog>);

/// Makes an inspiration that is at `version` a project, or a log of `project`. Once is enough: one that was
/// converted stays what it became.
pub async fn convert(
    state: &State,
    grants: Grants,
    (id, version): (InspirationId, u32),
    (to, project): (Conversion, Option<ProjectId>),
) -> Result<Outcome<Converted, Inspiration>, Error> {
    let before = get(state, grants.0, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let mut faults = InvalidInput::default();
    faults.note(before.converted_to.is_some(), "id", "converted", "was converted already");
    faults.finish()?;
    match to {
        Conversion::Project => into_project(state, &grants, before).await,
        Conversion::Log => into_log(state, &grants, before, project).await,
    }
}

/// Its title, or how its words begin.
fn called(one: &Inspiration) -> String {
    let text = if one.title.is_empty() { one.text.lines().next().unwrap_or_default() } else { &one.title };
    let title: String = text.trim().chars().take(200).collect();
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

async fn into_project(
    state: &State,
    &(grant, project, record, _): &Grants,
    before: Inspiration,
) -> Result<Outcome<Converted, Inspiration>, Error> {
    let new = NewArtProject {
        name: called(&before),
        description: Some(before.text.clone()),
        ..NewArtProject::default()
    };
    let (made, part) = record::creation(state, (project, record), new, &[])?;
    let Made { record: made, deed, write } = made;
    let id = made.project_id;
    let next = became(state, &before, id.to_string(), Some(id));
    let (own, own_deed) = change(grant, &before, &next)?;
    let writes = [own, write].into_iter().chain(part.writes.iter().cloned()).collect();
    let deeds = vec![own_deed, part.deed.clone(), deed];
    if let Err(error) = state.trail.transact_all(grant.scope(), deeds, writes).await {
        return Ok(Outcome::Conflict(instead(error, before.id)?));
    }
    part.announce(&state.projects);
    tell(state, grant, JournalChangeKind::Updated, &next);
    state.tell(grant.tenant(), JournalChangeKind::Created, Entity::ArtRecord, id, Some(id));
    Ok(Outcome::Done(Converted { inspiration: next, record: Some(made), log: None }))
}

async fn into_log(
    state: &State,
    &(grant, .., log): &Grants,
    before: Inspiration,
    project: Option<ProjectId>,
) -> Result<Outcome<Converted, Inspiration>, Error> {
    let words =
        [before.title.as_str(), before.text.as_str(), before.source_url.as_deref().unwrap_or_default()];
    let words: Vec<_> = words.into_iter().filter(|text| !text.is_empty()).collect();
    // Its file may have been deleted since.
    let asset = match before.asset_id {
        Some(id) => asset::store::find(state, grant.scope(), grant.tenant(), id).await?,
        None => None,
    };
    let raw_text = if words.is_empty() { called(&before) } else { words.join("\n") };
    let new = NewLog {
        raw_text,
        project_id: project.or(before.linked_project_id),
        tags: Some(before.tags.clone()),
        asset_ids: asset.map(|asset| vec![asset.id]),
        ..NewLog::default()
    };
    let Creation { log, deed, writes } = log::creation(state, log, new).await?;
    let next = became(state, &before, log.log_id.to_string(), before.linked_project_id);
    let (own, own_deed) = change(grant, &before, &next)?;
    let writes = std::iter::once(own).chain(writes).collect();
    if let Err(error) = state.trail.transact_all(grant.scope(), vec![own_deed, deed], writes).await {
        return Ok(Outcome::Conflict(instead(error, before.id)?));
    }
    tell(state, grant, JournalChangeKind::Updated, &next);
    state.tell(grant.tenant(), JournalChangeKind::Created, Entity::Log, log.log_id, log.project_id);
    Ok(Outcome::Done(Converted { inspiration: next, record: None, log: Some(log) }))
}

fn became(state: &State, before: &Inspiration, what: String, linked: Option<ProjectId>) -> Inspiration {
    Inspiration {
        converted_to: Some(what),
        linked_project_id: linked.or(before.linked_project_id),
        updated_at: state.clock.now(),
        version: before.version + 1,
        ..before.clone()
    }
}

fn change(
    grant: Grant<EditInspiration>,
    before: &Inspiration,
    next: &Inspiration,
) -> Result<(Write, Deed), Error> {
    let (old, new) = (before.item(grant.tenant())?, next.item(grant.tenant())?);
    let deed = Deed::granted(grant, "inspiration.convert")
        .target(before.id)
        .before(&ARTISSIST, &old)
        .after(&ARTISSIST, &new);
    Ok((Write::put(&ARTISSIST, new).when(lock::at(before.version)), deed))
}
