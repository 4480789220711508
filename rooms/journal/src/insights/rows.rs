//! Logs as rows of figures.

use std::collections::BTreeMap;

use atelier_analytics::insights::Session;
use atelier_base::{Date, LogId, ProjectId, Scope, TenantId, Timestamp};
use atelier_tables::{Query, Select, from_item};
use serde::Deserialize;

use super::{MaterialCount, Period, noon};
use crate::log::AttributionStatus;
use crate::tables::{ARTISSIST, listed};
use crate::{Entity, Error, State};

/// What of a log is counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Row {
    pub(crate) log_id: LogId,
    pub(crate) project_id: Option<ProjectId>,
    pub(crate) day: Date,
    #[serde(rename = "timeSpentMinutes", default, deserialize_with = "known")]
    pub(crate) minutes: u32,
    pub(crate) materials: Vec<String>,
    pub(crate) techniques: Vec<String>,
    pub(crate) to_buy: Vec<String>,
    pub(crate) attribution_status: AttributionStatus,
    pub(crate) created_at: Timestamp,
}

/// Minutes that nobody knows are none.
fn known<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Ok(Option::<u32>::deserialize(deserializer)?.unwrap_or(0))
}

const ATTRIBUTES: [&str; 11] = [
    "PK",
    "SK",
    "logId",
    "projectId",
    "day",
    "timeSpentMinutes",
    "materials",
    "techniques",
    "toBuy",
    "attributionStatus",
    "createdAt",
];

/// All logs of a tenant: a query for each thousand.
pub(crate) async fn rows_of(state: &State, scope: Scope, tenant: TenantId) -> Result<Vec<Row>, Error> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(tenant, Entity::Log));
    let query = query.select(Select::attributes(ATTRIBUTES));
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page = state.tables.query(scope, query.clone().after(after)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        for item in page.into_nodes() {
            rows.push(from_item(item)?);
        }
        if !has_next {
            return Ok(rows);
        }
    }
}

impl Row {
    pub(super) fn counts(&self, period: &Period) -> bool {
        self.attribution_status != AttributionStatus::Rejected
            && period.project.is_none_or(|project| self.project_id == Some(project))
            && period.from.is_none_or(|from| from <= self.day)
            && period.to.is_none_or(|to| self.day <= to)
    }

    pub(super) fn is_pending(&self) -> bool {
        self.attribution_status == AttributionStatus::Pending
    }

    /// The log as a session: its day is the artist's own, so it stands at noon.
    pub(super) fn session(&self) -> Session {
        Session {
            began: noon(self.day),
            offset_minutes: 0,
            minutes: self.minutes,
            project: self.project_id.map(|project| project.to_string()),
            techniques: self.techniques.clone(),
        }
    }
}

/// How each material was used, the most used first.
pub(super) fn materials(rows: &[Row]) -> Vec<MaterialCount> {
    let mut counts: BTreeMap<&str, MaterialCount> = BTreeMap::new();
    for row in rows {
        for material in &row.materials {
            let count = counts.entry(material).or_insert_with(|| MaterialCount {
                material: material.clone(),
                uses: 0,
                minutes: 0,
                last_used: None,
            });
            count.uses += 1;
            count.minutes += u64::from(row.minutes);
            count.last_used = count.last_used.max(Some(row.day));
        }
    }
    let mut counts: Vec<_> = counts.into_values().collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.uses));
    counts
}
