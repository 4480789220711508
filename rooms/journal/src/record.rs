//! The art record: what an artist keeps of a project beyond its name. Same id, same title, same life.
//!
//! It is made together with the project, or on first use when the project was there before. A change here
//! that concerns the project too, such as its title, is one transaction with the project's own; a change of
//! the project alone is followed (`follow.rs`). What lies in the archive can't be changed.

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_audit::{Changes, Deed};
use atelier_base::{Date, Grant, Patch, ProjectId, TenantId, Timestamp};
use atelier_projects::permissions::{CreateProject, EditProject};
use atelier_projects::{self as projects, NewProject, Prepared};
use atelier_tables::{Cond, Item, Write, from_item, to_value};
use serde::{Deserialize, Serialize};

use crate::lock::{self, Late};
use crate::permissions::EditRecord;
use crate::tables::{ARTISSIST, Place, key, project_sort, searchable};
use crate::{Entity, Error, JournalChangeKind, Outcome, State, field};

mod list;
mod progress;
mod rules;
mod store;

pub use self::list::{RecordFilter, list};
pub use self::progress::{RecordProgress, progress};
pub use self::rules::Budget;
pub(crate) use self::store::{ensure, new_record, open, still_open, stored};
pub use self::store::{find, get};

/// How far a work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum ArtStatus {
    /// It is thought of.
    #[default]
    Planning,
    /// It is being made.
    Production,
    /// It is done.
    Complete,
}

impl ArtStatus {
    /// The word in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::Production => "production",
            Self::Complete => "complete",
        }
    }
}

/// The art record of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct ArtRecord {
    /// The project's id, `proj_…`.
    pub project_id: ProjectId,
    /// The project's name.
    pub title: String,
    /// Oil, digital, ceramics: up to 80 characters.
    pub medium: String,
    /// How far it is.
    pub status: ArtStatus,
    /// For whom it is made. Up to 200 characters.
    pub client: Option<String>,
    /// When it is to be done.
    pub deadline: Option<Date>,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// What an hour of work costs.
    pub hourly_rate: Option<Budget>,
    /// Values by the keys of the field library.
    pub custom_fields: serde_json::Value,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was put away; null while it is in use.
    pub archived_at: Option<Timestamp>,
    /// The second at which it goes to the archive.
    #[graphql(skip)]
    pub expires_at: Option<i64>,
    /// The number of the brief's current version; none before there is one.
    #[graphql(skip)]
    pub brief: Option<u32>,
    /// Counts the changes, from 1; 0 when the project has no record yet, which the first change makes.
    #[serde(default)]
    pub version: u32,
}

/// What it takes to make a project with its record.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewArtProject {
    /// 1 to 200 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    pub description: Option<String>,
    /// Oil, digital, ceramics: up to 80 characters.
    pub medium: Option<String>,
    /// Planning unless something else is said.
    pub status: Option<ArtStatus>,
    /// For whom it is made. Up to 200 characters.
    pub client: Option<String>,
    /// When it is to be done.
    pub deadline: Option<Date>,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// What an hour of work costs.
    pub hourly_rate: Option<Budget>,
    /// Values by the keys of the field library.
    pub custom_fields: Option<serde_json::Value>,
}

/// A change to a record: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ArtRecordPatch {
    /// The project's name as well: 1 to 200 characters.
    pub title: Patch<String>,
    /// Up to 80 characters.
    pub medium: Patch<String>,
    /// How far it is.
    pub status: Patch<ArtStatus>,
    /// Up to 200 characters.
    pub client: Patch<String>,
    /// When it is to be done.
    pub deadline: Patch<Date>,
    /// What it may cost.
    pub budget: Patch<Budget>,
    /// What an hour of work costs.
    pub hourly_rate: Patch<Budget>,
    /// Only the keys that it names change; a null value removes one, null instead of the object all of them.
    pub custom_fields: Patch<serde_json::Value>,
    /// When it goes to the archive by itself; it lies in the future.
    pub expires_at: Patch<Timestamp>,
}

/// Makes a project that the caller owns and its record.
pub async fn create(
    state: &State,
    (project, record): (Grant<CreateProject>, Grant<EditRecord>),
    new: NewArtProject,
) -> Result<ArtRecord, Error> {
    let library = field::all(state, record.scope(), record.tenant()).await?;
    let (made, part) = creation(state, (project, record), new, &library)?;
    let Prepared { deed, writes, .. } = &part;
    let writes = writes.iter().cloned().chain([made.write]).collect();
    state.trail.transact_all(record.scope(), vec![deed.clone(), made.deed], writes).await?;
    part.announce(&state.projects);
    let made = made.record;
    state.tell(
        record.tenant(),
        JournalChangeKind::Created,
        Entity::ArtRecord,
        made.project_id,
        Some(made.project_id),
    );
    Ok(made)
}

/// A record that a transaction is to make.
pub(crate) struct Made {
    pub(crate) record: ArtRecord,
    pub(crate) deed: Deed,
    pub(crate) write: Write,
}

/// A new project and its record, for a transaction.
pub(crate) fn creation(
    state: &State,
    (project, record): (Grant<CreateProject>, Grant<EditRecord>),
    new: NewArtProject,
    library: &[field::CustomField],
) -> Result<(Made, Prepared), Error> {
    let medium = new.medium.unwrap_or_default();
    let described = NewProject {
        name: new.name,
        description: new.description,
        r#type: Some(medium.chars().take(40).collect()),
        settings: None,
    };
    let part = projects::creation(&state.projects, project, described)?;
    let made = ArtRecord {
        medium: medium.trim().to_owned(),
        status: new.status.unwrap_or_default(),
        client: new.client,
        deadline: new.deadline,
        budget: new.budget,
        hourly_rate: new.hourly_rate,
        custom_fields: field::merged(
            serde_json::json!({}),
            new.custom_fields.map_or(Patch::Absent, Patch::Value),
            library,
        )?,
        version: 1,
        ..new_record(&part.project)
    }
    .checked()?;
    let item = item_of(record.tenant(), &made)?;
    let deed = Deed::granted(record, "record.create").target(made.project_id).after(&ARTISSIST, &item);
    Ok((Made { record: made, deed, write: Write::create(&ARTISSIST, item) }, part))
}

/// The record as an item.
pub(crate) fn item_of(tenant: TenantId, record: &ArtRecord) -> Result<Item, atelier_tables::Error> {
    Place {
        tenant,
        entity: Entity::ArtRecord,
        sort: project_sort(record.project_id),
        created_at: record.created_at,
        text: record.title.clone(),
    }
    .item(record)
}

/// How often a transaction is tried anew when the project moved on meanwhile, which the caller did not ask about.
const TRIES: usize = 5;

/// Changes a record that is at `version`; with a title, its project in the same transaction.
pub async fn edit(
    state: &State,
    (project, grant): (Grant<EditProject>, Grant<EditRecord>),
    id: ProjectId,
    version: u32,
    patch: ArtRecordPatch,
) -> Result<Outcome<ArtRecord>, Error> {
    let library = field::all(state, grant.scope(), grant.tenant()).await?;
    for _ in 0..TRIES {
        let before = open(state, grant, id).await?;
        if before.version != version {
            return Ok(Outcome::Conflict(Box::new(before)));
        }
        let next = before.clone().patched(patch.clone(), &library, state.clock.now())?;
        let renamed = if next.title == before.title {
            None
        } else {
            Some(projects::renaming(&state.projects, project, id, next.title.clone()).await?)
        };
        match write(state, grant, &before, next, renamed.as_ref()).await? {
            Tried::Done(record) => {
                if let Some(part) = renamed {
                    part.announce(&state.projects);
                }
                let kind = if version == 0 { JournalChangeKind::Created } else { JournalChangeKind::Updated };
                state.tell(grant.tenant(), kind, Entity::ArtRecord, id, Some(id));
                return Ok(Outcome::Done(*record));
            }
            Tried::Late(current) => return Ok(Outcome::Conflict(current)),
            Tried::ProjectMoved => {}
        }
    }
    Err(Error::Busy)
}

/// What came of one try.
enum Tried {
    Done(Box<ArtRecord>),
    /// The record is at another version.
    Late(Box<ArtRecord>),
    ProjectMoved,
}

async fn write(
    state: &State,
    grant: Grant<EditRecord>,
    before: &ArtRecord,
    next: ArtRecord,
    renamed: Option<&Prepared>,
) -> Result<Tried, Error> {
    let id = next.project_id;
    let before_item = item_of(grant.tenant(), before)?;
    let changes = next.changes()?;
    let item = changes.applied(before_item.clone());
    let next: ArtRecord = from_item(item.clone())?;
    let place = key(grant.tenant(), project_sort(id));
    let (deed, write) = if before.version == 0 {
        let deed = Deed::granted(grant, "record.create").target(id).after(&ARTISSIST, &item);
        (deed, Write::create(&ARTISSIST, item))
    } else {
        let deed = Deed::granted(grant, "record.edit")
            .target(id)
            .before(&ARTISSIST, &before_item)
            .after(&ARTISSIST, &item);
        // Attributes, not the whole item: the brief's number in it changes without its version.
        let write = Write::update(&ARTISSIST, place, changes.update());
        (deed, write.when(lock::at(before.version).and(Cond::missing("archivedAt"))))
    };
    let (mut deeds, mut writes) = (vec![deed], vec![write]);
    if let Some(part) = renamed {
        deeds.push(part.deed.clone());
        writes.extend(part.writes.iter().cloned());
    }
    match state.trail.transact_all(grant.scope(), deeds, writes).await {
        Ok(written) => {
            let stored = written.into_iter().next().flatten();
            Ok(Tried::Done(Box::new(stored.map(from_item).transpose()?.unwrap_or(next))))
        }
        Err(atelier_tables::Error::VersionConflict { .. }) => Ok(Tried::ProjectMoved),
        Err(error) => match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Tried::Late(Box::new(from_item(item)?))),
            Late::Gone => Err(Error::missing("record", id)),
        },
    }
}

impl ArtRecord {
    /// What a stored record has to become this one, one version on.
    fn changes(&self) -> Result<Changes, atelier_tables::Error> {
        let optional = |changes: Changes, name, value: Option<atelier_tables::Value>| match value {
            Some(value) => changes.set(name, value),
            None => changes.remove(name),
        };
        let changes = Changes::new()
            .set("title", self.title.as_str())
            .set("medium", self.medium.as_str())
            .set("status", self.status.name())
            .set("customFields", to_value(&self.custom_fields)?)
            .set("updatedAt", self.updated_at)
            .set(lock::VERSION, self.version + 1);
        let changes = optional(changes, "client", self.client.as_deref().map(Into::into));
        let changes = optional(changes, "deadline", self.deadline.map(atelier_tables::Value::text));
        let changes = optional(changes, "budget", self.budget.as_ref().map(to_value).transpose()?);
        let changes = optional(changes, "hourlyRate", self.hourly_rate.as_ref().map(to_value).transpose()?);
        let changes = optional(changes, "expiresAt", self.expires_at.map(Into::into));
        Ok(optional(changes, "searchableText", searchable(&self.title).map(Into::into)))
    }
}

#[cfg(test)]
mod tests;
