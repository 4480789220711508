//! The brief: what is wanted of a work, and who agreed to it.
//!
//! A version is immutable: to change the brief is to write the next one, `PROJECT#…#BRIEF#v2`, and the old one
//! stays. Which is the current one says the art record, in the same transaction: the specification's key has a
//! plain number, so `v10` sorts before `v2` and the highest key is not the latest version. Reading it costs
//! two gets, always the latest, and any version is found by its number. Only the approvals of the current
//! version change, under a lock of their own; a new version asks for approval anew.

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{Date, ProjectId, TenantId, Timestamp, UserId};
use atelier_tables::{Error as StoreError, Item};
use serde::{Deserialize, Serialize};

use crate::Entity;
use crate::tables::{Place, project_sort};

mod approval;
mod changelog;
mod diff;
mod read;
mod rules;
mod save;

pub use self::approval::{Approval, ApprovalState, Decision, Request, decide, request};
pub use self::diff::{BriefDiff, DiffKind, DiffLine, diff};
pub use self::read::{get, history, versions};
pub use self::save::{restore, save};

/// A version of a project's brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct Brief {
    /// Whose brief it is.
    pub project_id: ProjectId,
    /// Its number, from 1.
    pub version: u32,
    /// What the work must fulfil: up to 200, of 2000 characters each.
    pub requirements: Vec<String>,
    /// What is to be handed over: up to 100.
    pub deliverables: Vec<Deliverable>,
    /// Who was asked, and what they said. Those of the current version only change.
    pub approvals: Vec<Approval>,
    /// Up to 20 000 characters, Markdown.
    pub notes: String,
    /// How it differs from the version before, line by line, for people: `requirement added: …`.
    #[graphql(skip)]
    pub changelog: Vec<String>,
    /// What its author said about it.
    #[graphql(skip)]
    pub message: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// Who wrote it.
    pub created_by: UserId,
    /// The version that it repeats, if it does.
    pub restored_from: Option<u32>,
    /// Counts the changes of approvals, from 1.
    pub lock: u32,
    /// Whether it is the latest.
    #[serde(skip)]
    pub current: bool,
}

/// Something to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "DeliverableInput")]
pub struct Deliverable {
    /// 1 to 200 characters.
    pub name: String,
    /// 1 to 1 000 000.
    #[graphql(default = 1)]
    pub quantity: i32,
    /// Print, TIFF, framed: up to 80 characters.
    #[graphql(default)]
    pub format: String,
    /// When.
    pub due: Option<Date>,
}

/// How a version differs from the one before.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ChangelogEntry {
    /// The version that came of it.
    pub version: u32,
    /// Who wrote it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// What they said about it.
    pub message: String,
    /// Line by line, for people: `requirement added: …`.
    pub changes: Vec<String>,
}

/// What a version says.
#[derive(Clone, Debug, Default, InputObject)]
pub struct BriefInput {
    /// Up to 200, of 2000 characters each.
    pub requirements: Vec<String>,
    /// Up to 100.
    pub deliverables: Vec<Deliverable>,
    /// Up to 20 000 characters, Markdown.
    pub notes: Option<String>,
    /// What changed and why: up to 500 characters.
    pub message: Option<String>,
}

/// Somebody else wrote a version meanwhile, or a decision. Nothing was changed. Whoever edits merges their text
/// with `current` over `base`.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefConflict {
    /// The latest version; none when the brief has none.
    pub current: Option<Brief>,
    /// The version that the change was made from.
    pub base: Option<Brief>,
}

/// What came of a change of a brief.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefOutcome {
    /// It was made.
    Done(Box<Brief>),
    /// Somebody was faster.
    Conflict(Box<BriefConflict>),
}

/// The sort key of a version.
pub(crate) fn sort(project: ProjectId, version: u32) -> String {
    format!("{}#BRIEF#v{version}", project_sort(project))
}

impl Brief {
    fn item(&self, tenant: TenantId) -> Result<Item, StoreError> {
        Place {
            tenant,
            entity: Entity::Brief,
            sort: sort(self.project_id, self.version),
            created_at: self.created_at,
            text: self.requirements.join(" "),
        }
        .item(self)
    }
}

#[cfg(test)]
mod tests;
