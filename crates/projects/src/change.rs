//! News of a project: for live pages, and as an event for whoever hangs a record of their own on it.

use async_graphql::{Enum, SimpleObject};
use atelier_base::ProjectId;
use atelier_jobs::events::Event;
use serde::{Deserialize, Serialize};

use crate::Project;

/// What happened to a project of the current tenant.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct ProjectChange {
    /// What happened.
    pub kind: ProjectChangeKind,
    /// Null only for `RESYNC`.
    pub id: Option<ProjectId>,
    /// The project as it is now; null for `DELETED` and `RESYNC`.
    pub project: Option<Project>,
}

/// What can happen to a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProjectChangeKind {
    /// It was made.
    Created,
    /// Its fields changed.
    Updated,
    /// It was put away.
    Archived,
    /// It came back.
    Restored,
    /// It is gone for good.
    Deleted,
    /// Changes may have been missed: read the list again.
    Resync,
}

/// A project was made, changed, put away, brought back or deleted; emitted in the transaction in which it
/// was. It says no more than that: who hears it reads the project as it is by then, so that hearing it
/// twice or late does no harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectChanged {
    /// Which one.
    pub project_id: ProjectId,
}

impl Event for ProjectChanged {
    const KIND: &'static str = "project.changed";
}

impl ProjectChangeKind {
    /// The action in the audit trail.
    pub(crate) const fn action(self) -> &'static str {
        match self {
            Self::Created => "project.create",
            Self::Updated | Self::Resync => "project.edit",
            Self::Archived => "project.archive",
            Self::Restored => "project.restore",
            Self::Deleted => "project.delete",
        }
    }
}

impl ProjectChange {
    pub(crate) fn of(kind: ProjectChangeKind, project: &Project) -> Self {
        Self { kind, id: Some(project.id), project: Some(project.clone()) }
    }

    pub(crate) fn deleted(id: ProjectId) -> Self {
        Self { kind: ProjectChangeKind::Deleted, id: Some(id), project: None }
    }

    pub(crate) fn resync() -> Self {
        Self { kind: ProjectChangeKind::Resync, id: None, project: None }
    }
}
