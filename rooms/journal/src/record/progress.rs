//! How far a work is, counted from what belongs to it.

use async_graphql::SimpleObject;
use atelier_base::{Grant, ProjectId, Timestamp};
use atelier_tables::{Item, KeyRange, Query, Select, Value};

use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, partition, project_sort};
use crate::{Entity, Error, State};

/// Counts of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SimpleObject)]
pub struct RecordProgress {
    /// Milestones.
    pub milestones: u32,
    /// Milestones that are complete.
    pub milestones_complete: u32,
    /// Logs.
    pub logs: u32,
    /// Logs that wait for somebody to confirm them.
    pub pending_logs: u32,
    /// Assets.
    pub assets: u32,
    /// Minutes of work, of logs that nobody rejected.
    pub minutes: u32,
    /// When the last log was made.
    pub last_worked_at: Option<Timestamp>,
}

/// Counts what belongs to a project: one query a thousand things.
pub async fn progress(
    state: &State,
    grant: Grant<ReadJournal>,
    id: ProjectId,
) -> Result<RecordProgress, Error> {
    let wanted = Select::attributes([
        "PK",
        "SK",
        "entityType",
        "status",
        "attributionStatus",
        "timeSpentMinutes",
        "createdAt",
    ]);
    let query = Query::table(&ARTISSIST, partition(grant.tenant()))
        .range(KeyRange::BeginsWith(format!("{}#", project_sort(id)).into()))
        .select(wanted);
    let (mut progress, mut after) = (RecordProgress::default(), None);
    loop {
        let page = state.tables.query(grant.scope(), query.clone().after(after)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        page.into_nodes().for_each(|item| progress.count(&item));
        if !has_next {
            return Ok(progress);
        }
    }
}

impl RecordProgress {
    fn count(&mut self, item: &Item) {
        let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        let entity = text("entityType");
        if entity == Entity::Milestone.name() {
            self.milestones += 1;
            self.milestones_complete += u32::from(text("status") == "complete");
        } else if entity == Entity::Asset.name() {
            self.assets += 1;
        } else if entity == Entity::Log.name() {
            self.logs += 1;
            self.pending_logs += u32::from(text("attributionStatus") == "pending");
            if text("attributionStatus") != "rejected" {
                let minutes = item.get("timeSpentMinutes").and_then(Value::as_u64).unwrap_or(0);
                self.minutes = self.minutes.saturating_add(u32::try_from(minutes).unwrap_or(u32::MAX));
            }
            self.last_worked_at = self.last_worked_at.max(text("createdAt").parse().ok());
        }
    }
}
