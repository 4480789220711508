//! What orders are made with: the lookups that a prompt may name, and the settings that hold for it.

use atelier_base::{ProjectId, Scope};
use atelier_expansion::Lookups;
use atelier_sql::Sql;
use serde_json::Value;

use crate::{Error, State};

/// The lookups of the tenant; those of the project come before its namesakes.
pub(crate) async fn lookups(
    state: &State,
    scope: Scope,
    project: Option<ProjectId>,
) -> Result<Lookups, Error> {
    let sql = Sql::new(
        "SELECT key, \"values\" AS listed FROM lookups WHERE tenant_id = :tenant \
         AND (project_id IS NULL OR project_id = ?) ORDER BY CASE WHEN project_id IS NULL THEN 0 ELSE 1 END",
    );
    let rows = state.db.fetch_all(scope, sql.bind(project.map(ProjectId::uuid))).await?;
    let mut lookups = Lookups::new();
    for row in rows {
        let listed: Vec<String> = serde_json::from_value(row.get("listed")?).unwrap_or_default();
        lookups.insert(row.get("key")?, listed);
    }
    Ok(lookups)
}

/// A setting of the tenant; none when it has none.
pub(crate) async fn setting(state: &State, scope: Scope, key: &str) -> Result<Option<Value>, Error> {
    let sql = Sql::new("SELECT value FROM system_settings WHERE tenant_id = :tenant AND key = ?");
    let row = state.db.fetch_optional(scope, sql.bind(key)).await?;
    Ok(row.map(|row| row.get("value")).transpose()?)
}

/// The items that an order may have when its author says nothing.
pub(crate) async fn max_items(state: &State, scope: Scope) -> Result<u64, Error> {
    let value = setting(state, scope, "orders.max_items").await?;
    Ok(value.and_then(|value| value.as_u64()).unwrap_or(atelier_expansion::DEFAULT_LIMIT).max(1))
}

/// How often an item is tried, the first time included.
pub(crate) async fn max_attempts(state: &State, scope: Scope) -> Result<u32, Error> {
    let value = setting(state, scope, "orders.max_attempts").await?;
    let attempts = value.and_then(|value| value.as_u64()).unwrap_or(4).clamp(1, 100);
    Ok(u32::try_from(attempts).unwrap_or(4))
}
