//! Settings of a tenant's factory. Those that there are come with the house; each has its rule here.

use async_graphql::SimpleObject;
use atelier_base::{Grant, InvalidInput};
use atelier_sql::{Row, Sql};
use serde_json::Value;

use crate::permissions::{EditFactory, ReadFactory};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, defaults};

/// A setting.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct FactorySetting {
    /// Such as `retention.log_days`.
    pub key: String,
    /// What it is set to; nothing where that means no limit.
    pub value: Option<Value>,
    /// What it is for.
    pub description: String,
}

fn read(row: &Row) -> Result<FactorySetting, Error> {
    Ok(FactorySetting {
        key: row.get("key")?,
        value: Some(row.get("value")?).filter(|value: &Value| !value.is_null()),
        description: row.find("description")?.unwrap_or_default(),
    })
}

/// All settings, by key.
///
/// # Errors
/// Those of the store.
pub async fn list(state: &State, grant: Grant<ReadFactory>) -> Result<Vec<FactorySetting>, Error> {
    defaults::ensure(state, grant.scope()).await?;
    let sql = Sql::new(
        "SELECT key, value, description FROM system_settings WHERE tenant_id = :tenant ORDER BY key",
    );
    state.db.fetch_all(grant.scope(), sql).await?.iter().map(read).collect()
}

/// Sets a setting.
///
/// # Errors
/// [`Error::NotFound`] for a key that there is not, [`Error::Invalid`] for a value that it can't have, and those of
/// the stores.
pub async fn update(
    state: &State,
    grant: Grant<EditFactory>,
    key: &str,
    value: Value,
) -> Result<FactorySetting, Error> {
    check(key, &value)?;
    let scope = grant.scope();
    defaults::ensure(state, scope).await?;
    let sql = Sql::new(
        "UPDATE system_settings SET value = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND key = ? RETURNING key, value, description",
    );
    let mut transaction = state.db.begin().await?;
    let sql = sql.bind(value).bind(state.clock.now()).bind(key);
    let row = transaction.fetch_optional(scope, sql).await?;
    let after = read(&row.ok_or_else(|| Error::missing("setting", key))?)?;
    transaction.commit().await?;
    state.tell(grant.tenant(), FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Setting, key));
    state.record(grant, "setting.edit", key).await?;
    Ok(after)
}

/// What a value may be.
fn check(key: &str, value: &Value) -> Result<(), Error> {
    let whole = |least: i64, most: i64| {
        let fits = value.as_i64().is_some_and(|number| (least..=most).contains(&number));
        (fits, format!("is a whole number of {least} to {most}"))
    };
    let (fits, message) = match key {
        "retention.log_days" | "retention.deleted_days" => whole(1, 36_500),
        "orders.max_items" => whole(1, 1_000_000),
        "orders.max_attempts" => whole(1, 100),
        "webhooks.tolerance_seconds" => whole(1, 86_400),
        "orders.month_budget_micros" if value.is_null() => return Ok(()),
        "orders.month_budget_micros" => whole(0, i64::MAX),
        "expansion.syntax" => {
            let known = ["expando", "dynamicprompts", "plain"];
            (
                value.as_str().is_some_and(|word| known.contains(&word)),
                format!("is one of {}", known.join(", ")),
            )
        }
        "thumbnails.sizes" => {
            let edge = |name: &str| value[name].as_i64().filter(|edge| (16..=4_096).contains(edge));
            let has_all = ["small", "medium", "large"].into_iter().all(|name| edge(name).is_some());
            (has_all, "has small, medium and large of 16 to 4096 pixels".to_owned())
        }
        _ => return Err(Error::missing("setting", key)),
    };
    let mut faults = InvalidInput::default();
    faults.note(!fits, "value", "out_of_range", message);
    Ok(faults.finish()?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_setting_has_a_rule() {
        for (key, good, bad) in [
            ("retention.log_days", json!(30), json!(0)),
            ("retention.deleted_days", json!(1), json!("90")),
            ("orders.max_items", json!(1000), json!(2_000_000)),
            ("orders.max_attempts", json!(4), json!(1.5)),
            ("orders.month_budget_micros", json!(null), json!(-1)),
            ("orders.month_budget_micros", json!(5_000_000), json!("a")),
            ("expansion.syntax", json!("plain"), json!("other")),
            ("thumbnails.sizes", json!({"small": 150, "medium": 400, "large": 800}), json!({"small": 1})),
            ("webhooks.tolerance_seconds", json!(300), json!(null)),
        ] {
            assert!(check(key, &good).is_ok(), "{key}");
            assert!(matches!(check(key, &bad), Err(Error::Invalid(_))), "{key}");
        }
        assert!(matches!(check("other", &json!(1)), Err(Error::NotFound { .. })));
    }
}
