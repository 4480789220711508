//! What a tenant has before anybody did anything: copies of the house's providers, models, settings and lookups.

use atelier_base::Scope;
use atelier_sql::{Db, Error, Sql};

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

/// Gives the tenant what the house has and it lacks: on its first visit everything, after an upgrade what is new.
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
    transaction.commit().await?;
    Ok(copied)
}
