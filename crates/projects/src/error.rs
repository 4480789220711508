//! What can go wrong with projects.

use atelier_base::{Code, Coded, FieldError, InvalidInput, ProjectId};

/// Codes of projects.
pub mod codes {
    atelier_base::codes! {
        PROJECT_ARCHIVED = "project_archived", Conflict, "The project is archived",
            "Restore it before you change it.";
        PROJECT_NOT_ARCHIVED = "project_not_archived", Conflict, "Only an archived project can be deleted",
            "Archive it first.";
        PROJECT_NOT_FOUND = "project_not_found", NotFound, "There is no such project",
            "It may have been deleted, or it belongs to a tenant you are not in.";
    }
}

/// A failed operation on projects.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the project {0} is archived")]
    Archived(ProjectId),
    #[error("the project {0} is not archived")]
    NotArchived(ProjectId),
    #[error("there is no project {0}")]
    NotFound(ProjectId),
    #[error("{0}")]
    Invalid(#[from] InvalidInput),
    #[error("the event of a project could not be written")]
    Event(#[source] atelier_jobs::Error),
    #[error("the project store failed")]
    Store(#[from] atelier_tables::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Archived(_) => codes::PROJECT_ARCHIVED,
            Self::NotArchived(_) => codes::PROJECT_NOT_ARCHIVED,
            Self::NotFound(_) => codes::PROJECT_NOT_FOUND,
            Self::Invalid(faults) => faults.code(),
            Self::Event(error) => error.code(),
            Self::Store(error) => error.code(),
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        match self {
            Self::Invalid(faults) => faults.fields(),
            _ => Vec::new(),
        }
    }
}
