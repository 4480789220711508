//! The journal in the lake: Parquet files that anybody's tools read, kept up to date from the changes.
//!
//! A month of a tenant is one file, written whole. Which months a change touches follows from the log before and after
//! it, so an export costs what changed and no more, and a deleted log leaves the lake as well.

use std::collections::{BTreeMap, BTreeSet};

use atelier_analytics::{Column, ColumnKind, Dataset, Lake, Month};
use atelier_base::{Date, Scope, TenantId};
use atelier_tables::{Change, Error as StoreError, Item, Position, Value};
use serde::Serialize;

use crate::insights::rows_of;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, State};

/// What the journal keeps in the lake.
pub const DATASETS: &[&Dataset] = &[&LOGS, &MATERIALS];

const fn column(name: &'static str, kind: ColumnKind, purpose: &'static str) -> Column {
    Column { name, kind, purpose }
}

const LOGS: Dataset = Dataset {
    name: "logs",
    purpose: "A log: a piece of work",
    columns: &[
        column("log_id", ColumnKind::Text, "The log"),
        column("project_id", ColumnKind::Text, "The project, if it belongs to one"),
        column("day", ColumnKind::Date, "The day of the work"),
        column("minutes", ColumnKind::Integer, "Minutes worked"),
        column("status", ColumnKind::Text, "confirmed, pending or rejected"),
        column("techniques", ColumnKind::Text, "Techniques, with commas between"),
        column("created_at", ColumnKind::Instant, "When it was logged"),
    ],
};

const MATERIALS: Dataset = Dataset {
    name: "materials",
    purpose: "A material of a log",
    columns: &[
        column("log_id", ColumnKind::Text, "The log"),
        column("project_id", ColumnKind::Text, "The project, if it belongs to one"),
        column("day", ColumnKind::Date, "The day of the work"),
        column("material", ColumnKind::Text, "The material"),
        column("use", ColumnKind::Text, "used or to_buy"),
    ],
};

/// The name under which it is kept how far the changes are in the lake.
const CONSUMER: &str = "journal.lake";
/// Changes that are read at once.
const AT_ONCE: usize = 500;

#[derive(Serialize)]
struct LogRow {
    log_id: String,
    project_id: Option<String>,
    day: String,
    minutes: u32,
    status: &'static str,
    techniques: String,
    created_at: String,
}

#[derive(Serialize)]
struct MaterialRow {
    log_id: String,
    project_id: Option<String>,
    day: String,
    material: String,
    r#use: &'static str,
}

/// Brings the lake up to date. `everywhere` sees every tenant's changes; `tenants` are asked for when the changes
/// don't reach back far enough, and everything is written anew. Says how many months were written.
///
/// # Errors
/// The stores'; what was written by then stays, and the next time goes on from there.
pub async fn catch_up(
    state: &State,
    lake: &Lake,
    everywhere: Scope,
    tenants: impl AsyncFnOnce() -> Result<Vec<TenantId>, Error>,
) -> Result<usize, Error> {
    let begin = state.tables.checkpoint(everywhere, CONSUMER).await?;
    if begin == Position::START {
        return anew(state, lake, everywhere, tenants().await?).await;
    }
    match follow(state, lake, everywhere, begin).await {
        Err(Error::Store(StoreError::ChangesLost { .. })) => {
            anew(state, lake, everywhere, tenants().await?).await
        }
        outcome => outcome,
    }
}

async fn follow(
    state: &State,
    lake: &Lake,
    everywhere: Scope,
    mut position: Position,
) -> Result<usize, Error> {
    let mut written = 0;
    loop {
        let changes = state.tables.changes(everywhere, &[&ARTISSIST], &position, AT_ONCE).await?;
        let Some(last) = changes.last() else { return Ok(written) };
        position = last.position.clone();
        for (tenant, months) in touched(&changes) {
            written += months.len();
            write(state, lake, tenant, Some(&months)).await?;
        }
        state.tables.set_checkpoint(everywhere, CONSUMER, &position).await?;
    }
}

async fn anew(state: &State, lake: &Lake, everywhere: Scope, tenants: Vec<TenantId>) -> Result<usize, Error> {
    // What changes meanwhile is written again the next time.
    let position = state.tables.latest_position()?;
    let mut written = 0;
    for tenant in tenants {
        written += write(state, lake, tenant, None).await?;
    }
    state.tables.set_checkpoint(everywhere, CONSUMER, &position).await?;
    Ok(written)
}

/// The months of each tenant that changes of logs touch.
fn touched(changes: &[Change]) -> BTreeMap<TenantId, BTreeSet<Month>> {
    let mut touched: BTreeMap<TenantId, BTreeSet<Month>> = BTreeMap::new();
    for change in changes {
        let Some(tenant) = change.tenant else { continue };
        let months = [&change.before, &change.after].into_iter().flatten().filter_map(month_of);
        touched.entry(tenant).or_default().extend(months);
    }
    touched.retain(|_, months| !months.is_empty());
    touched
}

/// The month of an item that is a log.
fn month_of(item: &Item) -> Option<Month> {
    let text = |name: &str| item.get(name).and_then(Value::as_str);
    let day: Date = text("day").filter(|_| text("entityType") == Some(Entity::Log.name()))?.parse().ok()?;
    Some(Month::of(day))
}

/// Writes these months of a tenant, or all that it has. Says how many.
async fn write(
    state: &State,
    lake: &Lake,
    tenant: TenantId,
    months: Option<&BTreeSet<Month>>,
) -> Result<usize, Error> {
    let scope = Scope::tenant(tenant);
    let mut logs: BTreeMap<Month, Vec<LogRow>> = BTreeMap::new();
    let mut materials: BTreeMap<Month, Vec<MaterialRow>> = BTreeMap::new();
    // A month that lost its last log has to be written too.
    for month in months.into_iter().flatten() {
        logs.entry(*month).or_default();
    }
    for row in rows_of(state, scope, tenant).await? {
        let month = Month::of(row.day);
        if months.is_some_and(|months| !months.contains(&month)) {
            continue;
        }
        let (log_id, project_id) = (row.log_id.to_string(), row.project_id.map(|id| id.to_string()));
        let day = row.day.to_string();
        let used = row.materials.iter().map(|material| (material, "used"));
        let named = used.chain(row.to_buy.iter().map(|material| (material, "to_buy")));
        materials.entry(month).or_default().extend(named.map(|(material, r#use)| MaterialRow {
            log_id: log_id.clone(),
            project_id: project_id.clone(),
            day: day.clone(),
            material: material.clone(),
            r#use,
        }));
        logs.entry(month).or_default().push(LogRow {
            log_id,
            project_id,
            day,
            minutes: row.minutes,
            status: row.attribution_status.name(),
            techniques: row.techniques.join(", "),
            created_at: row.created_at.to_string(),
        });
    }
    let written = logs.len();
    for (month, rows) in logs {
        lake.replace(scope, &MATERIALS, month, materials.remove(&month).unwrap_or_default()).await?;
        lake.replace(scope, &LOGS, month, rows).await?;
    }
    Ok(written)
}
