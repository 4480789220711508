//! News of a project, for live pages.

use async_graphql::{Enum, SimpleObject};
use atelier_base::ProjectId;

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
    /// Changes were missed: read the list again.
    Resync,
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
