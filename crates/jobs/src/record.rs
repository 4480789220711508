//! A job as it is stored.

use std::fmt;

use atelier_base::{JobId, Timestamp, UserId};
use atelier_tables::{Item, Key, Value, from_item};
use serde::{Deserialize, Serialize};

use crate::Owner;

/// What has become of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// It waits for a worker, or for its time.
    Queued,
    /// A worker holds it.
    Running,
    /// It is done.
    Succeeded,
    /// All attempts failed: a dead letter, kept for a retry.
    Failed,
    /// Somebody called it off.
    Cancelled,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Queued, Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled];

    /// Whether nothing more happens to it by itself.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }

    /// The word in the store and in metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which of a tenant's ready jobs goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Somebody waits for it.
    High,
    /// As usual.
    #[default]
    Normal,
    /// When nothing else is to do. It leaves half of the workers' places to others, and what it computes gives way to
    /// all that people wait for.
    Low,
}

/// How far a running job has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps that are done.
    pub done: u64,
    /// Steps in all; 0 when nobody knows yet.
    pub total: u64,
    /// What it is at, for people.
    pub message: String,
}

/// A job with all that is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobRecord {
    /// Unique, `job_…`.
    #[serde(rename = "job_id")]
    pub id: JobId,
    /// Whose it is.
    #[serde(rename = "tenant_id")]
    pub owner: Owner,
    /// Which job: `noun.verb`.
    pub kind: String,
    /// The job itself, as JSON.
    #[serde(default)]
    pub payload: serde_json::Value,
    /// What has become of it.
    pub state: JobState,
    /// Which of the tenant's goes first.
    pub priority: Priority,
    /// How often it was begun.
    pub attempts: u32,
    /// How often it is begun at most.
    pub max_attempts: u32,
    /// Counts the workers that held it: the fencing token of the present one.
    pub token: u64,
    /// Counts the heartbeats of the present one.
    pub beat: u64,
    /// The worker that holds it, or did last.
    pub worker: Option<String>,
    /// How far it has come.
    pub progress: Option<Progress>,
    /// What the last attempt failed with.
    pub error: Option<String>,
    /// What it came to, as JSON.
    pub result: Option<serde_json::Value>,
    /// Whether the worker is asked to stop.
    #[serde(default)]
    pub cancel_requested: bool,
    /// The user who asked for it.
    pub created_by: Option<UserId>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it may begin.
    pub run_at: Timestamp,
    /// When a failed attempt began to wait for the next; none where `run_at` was asked for.
    pub waiting_since: Option<Timestamp>,
    /// When the last attempt began.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// When anything of it changed last.
    pub updated_at: Timestamp,
    /// What makes it unique, if it is to be.
    pub key: Option<String>,
    /// The second at which it is forgotten; none until it has ended.
    pub expires_at: Option<i64>,
    pub(crate) lane: String,
    pub(crate) lane_order: String,
    pub(crate) tenant_state: String,
}

impl JobRecord {
    pub(crate) fn read(item: Item) -> Result<Self, atelier_tables::Error> {
        from_item(item)
    }

    pub(crate) fn key_of(id: JobId) -> Key {
        Key::hash(Value::text(id))
    }
}
