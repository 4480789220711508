//! What is kept for a while only, by each tenant's own settings: logs of attempts, and what lies in the bin.

use std::time::Duration;

use atelier_base::{Scope, TenantId, Timestamp};
use atelier_sql::Sql;

use crate::product::{delete_rows, remove_files};
use crate::{Error, State, stock};

/// Rows that go in one transaction: others wait for no longer than that.
const AT_ONCE: u32 = 1_000;

/// What went, or would go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Tenants that were looked at.
    pub tenants: u64,
    /// Lines of generation logs.
    pub logs: u64,
    /// Products in the bin.
    pub products: u64,
    /// Files of those. Nothing is known of them in a rehearsal.
    pub files: u64,
    /// Orders in the bin, with their items.
    pub orders: u64,
    /// Collections in the bin; products stay.
    pub collections: u64,
}

/// Deletes for good what was kept long enough at `now`, tenant by tenant; in a rehearsal it is only counted. It may be
/// interrupted at any moment and done again: rows go before files, so that no product lacks its file.
///
/// `everyone` is the scope that reaches all tenants, which only the server has.
///
/// # Errors
/// Those of the stores. What went by then is gone.
pub async fn housekeeping(
    state: &State,
    everyone: Scope,
    now: Timestamp,
    is_rehearsal: bool,
) -> Result<Report, Error> {
    let mut report = Report::default();
    for tenant in tenants(state, everyone).await? {
        let scope = Scope::tenant(tenant);
        report.tenants += 1;
        let logs = before(state, scope, now, ("retention.log_days", 30)).await?;
        let binned = before(state, scope, now, ("retention.deleted_days", 90)).await?;
        if is_rehearsal {
            count(state, scope, (logs, binned), &mut report).await?;
        } else {
            sweep(state, scope, (logs, binned), &mut report).await?;
        }
    }
    Ok(report)
}

/// Every tenant that was ever here, by name.
///
/// # Errors
/// Those of the store.
pub async fn tenants(state: &State, everyone: Scope) -> Result<Vec<TenantId>, Error> {
    let sql = Sql::new("SELECT DISTINCT tenant_id FROM system_settings ORDER BY tenant_id");
    let rows = state.db.fetch_all(everyone, sql).await?;
    let names: Vec<String> = rows.iter().map(|row| row.get("tenant_id")).collect::<Result<_, _>>()?;
    // The house is nobody's.
    Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
}

/// The instant so many days ago.
async fn before(
    state: &State,
    scope: Scope,
    now: Timestamp,
    (setting, usual): (&str, u64),
) -> Result<Timestamp, Error> {
    let days = stock::setting(state, scope, setting).await?.and_then(|value| value.as_u64());
    let days = days.filter(|days| (1..=36_500).contains(days)).unwrap_or(usual);
    Ok(now.before(Duration::from_hours(24 * days)))
}

async fn count(
    state: &State,
    scope: Scope,
    (logs, binned): (Timestamp, Timestamp),
    report: &mut Report,
) -> Result<(), Error> {
    for (table, column, until, number) in [
        ("generation_logs", "timestamp", logs, &mut report.logs),
        ("products", "deleted_at", binned, &mut report.products),
        ("orders", "deleted_at", binned, &mut report.orders),
        ("collections", "deleted_at", binned, &mut report.collections),
    ] {
        let sql =
            Sql::new(format!("SELECT count(*) AS n FROM {table} WHERE tenant_id = :tenant AND {column} < ?"));
        let row = state.db.fetch_one(scope, sql.bind(until)).await?;
        *number += u64::try_from(row.get::<i64>("n")?).unwrap_or_default();
    }
    Ok(())
}

async fn sweep(
    state: &State,
    scope: Scope,
    (logs, binned): (Timestamp, Timestamp),
    report: &mut Report,
) -> Result<(), Error> {
    report.logs += delete(state, scope, ("generation_logs", "timestamp"), logs).await?;
    loop {
        let old = format!(
            " AND id IN (SELECT id FROM products WHERE tenant_id = :tenant AND deleted_at < ? LIMIT {AT_ONCE})"
        );
        let (gone, files) = delete_rows(state, scope, Sql::new(old).bind(binned)).await?;
        report.products += gone.len() as u64;
        report.files += files.len() as u64;
        remove_files(state, scope, &files).await?;
        if gone.is_empty() {
            break;
        }
    }
    report.orders += delete(state, scope, ("orders", "deleted_at"), binned).await?;
    report.collections += delete(state, scope, ("collections", "deleted_at"), binned).await?;
    Ok(())
}

async fn delete(
    state: &State,
    scope: Scope,
    (table, column): (&str, &str),
    until: Timestamp,
) -> Result<u64, Error> {
    let mut deleted = 0;
    loop {
        let sql = Sql::new(format!(
            "DELETE FROM {table} WHERE tenant_id = :tenant AND id IN \
             (SELECT id FROM {table} WHERE tenant_id = :tenant AND {column} < ? LIMIT {AT_ONCE})"
        ));
        let now = state.db.execute(scope, sql.bind(until)).await?;
        if now == 0 {
            return Ok(deleted);
        }
        deleted += now;
    }
}
