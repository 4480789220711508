//! What a provider says of itself: whether it takes the key, and which models it offers.

use async_graphql::SimpleObject;
use atelier_base::{Grant, ModelId, Scope, Timestamp};
use atelier_providers::{Connection, Model, Provider as Adapter};
use atelier_sql::{Sql, Transaction};

use super::edit::changed;
use super::go_on::go_on;
use super::{Provider, fetch};
use crate::permissions::EditProvider;
use crate::{Error, State, connection, webhook};

/// More models of one provider are not kept.
const MOST_MODELS: usize = 5_000;

/// Whether a provider can be reached.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ProviderCheck {
    /// Whether it is there and takes the key.
    pub is_ok: bool,
    /// In a few words.
    pub message: String,
    /// How long it took.
    pub millis: i64,
}

/// Asks a provider whether it is there and takes the key, switched on or not. Nothing is ordered.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Secrets`], and those of the store; what the provider says is in the answer.
pub async fn check(state: &State, grant: Grant<EditProvider>, id: &str) -> Result<ProviderCheck, Error> {
    let connection = reached(state, grant.scope(), id).await?;
    let begun = state.clock.now();
    let checked = async {
        let adapter = Adapter::connect(connection, &state.http)?;
        adapter.check().await.map(|()| adapter)
    };
    let checked = checked.await;
    if checked.is_ok() {
        go_on(state, grant.scope(), id).await?;
    }
    let millis = i64::try_from(state.clock.now().since(begun).as_millis()).unwrap_or(i64::MAX);
    Ok(match checked {
        Ok(adapter) => {
            let message =
                format!("It answers, and takes the key{}", news(state, grant.scope(), id, &adapter).await);
            ProviderCheck { is_ok: true, message, millis }
        }
        Err(error) => ProviderCheck { is_ok: false, message: error.message, millis },
    })
}

/// Has the secret of its news renewed, which may be another one by now; says so when that went wrong.
async fn news(state: &State, scope: Scope, id: &str, adapter: &Adapter) -> &'static str {
    if state.webhooks.is_none() {
        return "";
    }
    match webhook::renew(state, scope, id, adapter).await {
        Ok(()) => "",
        Err(error) => {
            tracing::warn!(provider = id, %error, "the secret of a provider's news could not be had");
            ", but not the secret of its webhooks: it is asked more often instead"
        }
    }
}

/// Asks a provider for its models and keeps them. Those that one on the owner's machines does not name any more can't
/// be ordered from; the lists of others name a part of what they offer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Provider`], [`Error::Secrets`], and those of the stores.
pub async fn sync(state: &State, grant: Grant<EditProvider>, id: &str) -> Result<Provider, Error> {
    let scope = grant.scope();
    let connection = reached(state, scope, id).await?;
    let is_whole = connection::is_own_machine(&connection.kind);
    let mut models = Adapter::connect(connection, &state.http)?.models().await?;
    models.truncate(MOST_MODELS);
    let now = state.clock.now();
    let mut transaction = state.db.begin().await?;
    if is_whole && !models.is_empty() {
        let sql = Sql::new(
            "UPDATE models SET is_available = FALSE, updated_at = ? \
             WHERE tenant_id = :tenant AND provider_id = ? AND is_available",
        );
        transaction.execute(scope, sql.bind(now).bind(id)).await?;
    }
    for model in models {
        let new = ModelId::generate(now, &state.randomness);
        keep(&mut transaction, scope, id, (new, now), model).await?;
    }
    transaction.commit().await?;
    changed(state, grant, id);
    state.record(grant, "provider.sync", id).await?;
    fetch(state, scope, id).await
}

/// What the provider does not tell of a model that is there stays as it is.
async fn keep(
    transaction: &mut Transaction,
    scope: Scope,
    provider: &str,
    (id, now): (ModelId, Timestamp),
    model: Model,
) -> Result<(), Error> {
    let schema = Some(model.parameter_schema).filter(serde_json::Value::is_object);
    let sql = Sql::new(
        "INSERT INTO models (tenant_id, id, provider_id, model_id, name, family, modality, is_available, \
         parameter_schema, pricing, created_at, updated_at) \
         VALUES (:tenant, ?, ?, ?, ?, ?, 'text-to-image', ?, ?, ?, ?, ?) \
         ON CONFLICT (tenant_id, provider_id, model_id) DO UPDATE SET name = EXCLUDED.name, \
         family = coalesce(EXCLUDED.family, models.family), is_available = EXCLUDED.is_available, \
         parameter_schema = coalesce(EXCLUDED.parameter_schema, models.parameter_schema), \
         pricing = coalesce(EXCLUDED.pricing, models.pricing), updated_at = EXCLUDED.updated_at",
    );
    let cut = |text: String, most: usize| text.chars().take(most).collect::<String>();
    let sql = sql
        .bind(id.uuid())
        .bind(provider)
        .bind(model.id)
        .bind(cut(model.name, 255))
        .bind(model.family.map(|family| cut(family, 100)))
        .bind(model.is_available)
        .bind(schema)
        .bind(model.pricing)
        .bind(now)
        .bind(now);
    transaction.execute(scope, sql).await?;
    Ok(())
}

/// How it is reached, switched on or not.
async fn reached(state: &State, scope: Scope, id: &str) -> Result<Connection, Error> {
    let sql = Sql::new(
        "SELECT name, api_base_url, api_key_encrypted, settings FROM providers \
         WHERE tenant_id = :tenant AND id = ?",
    );
    fetch(state, scope, id).await?;
    let row = state.db.fetch_optional(scope, sql.bind(id)).await?;
    connection::read(state, scope, id, &row.ok_or_else(|| Error::missing("provider", id))?)
}
