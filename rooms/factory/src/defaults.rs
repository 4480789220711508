//! What a tenant has before anybody did anything: copies of the house's providers, models, settings and lookups.

use std::sync::PoisonError;

use atelier_base::Scope;
use atelier_providers::studio::{MODELS, StudioModel};
use atelier_sql::{Db, Error, Sql};
use serde_json::json;

use crate::State;

/// Copies what the tenant has not yet; what it has, it keeps as it is.
const COPIES: [&str; 4] = [
    "INSERT INTO providers (tenant_id, id, name, api_base_url, is_enabled, rate_limit_requests, \
     rate_limit_tokens, concurrent_limit, settings) \
     SELECT :tenant, id, name, api_base_url, is_enabled, rate_limit_requests, rate_limit_tokens, \
     concurrent_limit, settings FROM providers WHERE tenant_id = 'house' ON CONFLICT DO NOTHING",
    "INSERT INTO models (tenant_id, provider_id, model_id, name, family, modality, version, is_available, \
     sunset_at, parameter_schema, capabilities, pricing) \
     SELECT :tenant, provider_id, model_id, name, family, modality, version, is_available, sunset_at, \
     parameter_schema, capabilities, pricing FROM models WHERE tenant_id = 'house' ON CONFLICT DO NOTHING",
    "INSERT INTO system_settings (tenant_id, key, value, description) \
     SELECT :tenant, key, value, description FROM system_settings WHERE tenant_id = 'house' \
     ON CONFLICT DO NOTHING",
    "INSERT INTO lookups (tenant_id, key, \"values\", description, category, is_system) \
     SELECT :tenant, key, \"values\", description, category, is_system FROM lookups \
     WHERE tenant_id = 'house' ON CONFLICT DO NOTHING",
];

/// A model of the studio, which is what this version of the program can paint, whatever an earlier one could.
fn built_in(model: &StudioModel) -> Sql {
    let sql = Sql::new(
        "INSERT INTO models (tenant_id, provider_id, model_id, name, family, modality, is_available, \
         parameter_schema, capabilities) VALUES (:tenant, 'studio', ?, ?, 'procedural', 'text-to-image', ?, ?, ?) \
         ON CONFLICT (tenant_id, provider_id, model_id) DO UPDATE SET name = excluded.name, \
         is_available = excluded.is_available, parameter_schema = excluded.parameter_schema, \
         capabilities = excluded.capabilities",
    );
    sql.bind(model.id)
        .bind(model.name)
        .bind(true)
        .bind(model.parameter_schema())
        .bind(json!({"offline": true, "description": model.description}))
}

/// Gives the tenant what the house has and it lacks: on its first visit everything, after an upgrade what is new, and
/// the models that are built in.
/// Returns how many rows came.
///
/// # Errors
/// Those of a statement.
pub async fn furnish(db: &Db, scope: Scope) -> Result<u64, Error> {
    let mut transaction = db.begin().await?;
    let mut copied = 0;
    for copy in COPIES {
        copied += transaction.execute(scope, Sql::new(copy)).await?;
    }
    for model in MODELS {
        copied += transaction.execute(scope, built_in(model)).await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Furnishes the tenant once in the life of this process, which is also once after each upgrade.
///
/// # Errors
/// Those of a statement.
pub(crate) async fn ensure(state: &State, scope: Scope) -> Result<(), Error> {
    let Some(tenant) = scope.tenant_id() else { return Ok(()) };
    let known = |furnished: &std::sync::Mutex<std::collections::BTreeSet<_>>| {
        furnished.lock().unwrap_or_else(PoisonError::into_inner).contains(&tenant)
    };
    if known(&state.furnished) {
        return Ok(());
    }
    furnish(&state.db, scope).await?;
    state.furnished.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant);
    Ok(())
}
