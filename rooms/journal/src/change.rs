//! News of the journal, for live pages.

use async_graphql::{Enum, SimpleObject};
use atelier_base::ProjectId;

use crate::Entity;

/// What happened to something in the journal of the current tenant.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct JournalChange {
    /// What happened.
    pub kind: JournalChangeKind,
    /// What sort of thing it is: artRecord, brief, milestone, log, recording, asset, inspiration, customField,
    /// settings, archive. Empty for `RESYNC`.
    pub entity: String,
    /// Its id; of a brief its project's, of a custom field its key. Empty for `RESYNC`.
    pub id: String,
    /// The project that it belongs to, if it belongs to one.
    pub project_id: Option<ProjectId>,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum JournalChangeKind {
    /// It was made.
    Created,
    /// It changed.
    Updated,
    /// It is gone for good.
    Deleted,
    /// It went to the archive.
    Archived,
    /// It came back.
    Restored,
    /// Changes may have been missed: read anew what is shown.
    Resync,
}

impl JournalChange {
    /// That happened to the thing of that id.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub(crate) fn of(
        kind: JournalChangeKind,
        entity: Entity,
        id: impl ToString,
        project_id: Option<ProjectId>,
    ) -> Self {
        Self { kind, entity: entity.name().to_owned(), id: id.to_string(), project_id }
    }

    pub(crate) fn resync() -> Self {
        Self { kind: JournalChangeKind::Resync, entity: String::new(), id: String::new(), project_id: None }
    }
}
