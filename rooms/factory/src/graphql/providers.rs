//! Providers and settings.

use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::caller;

use super::state;
use crate::permissions::{EditFactory, EditProvider, ReadFactory};
use crate::provider::{self, Provider, ProviderCheck, ProviderPatch};
use crate::setting::{self, FactorySetting};
use crate::{Outcome, webhook};

/// The changed provider, or what is stored instead.
#[derive(Union)]
pub(crate) enum ProviderOutcome {
    Provider(Box<Provider>),
    Conflict(ProviderConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct ProviderConflict {
    current: Box<Provider>,
}

#[ComplexObject]
impl Provider {
    /// Whether it is told where to send news of what is done; false where it could send some, and is asked again and
    /// again instead. Null for a provider that sends none.
    async fn sends_news(&self, ctx: &Context<'_>) -> Option<bool> {
        webhook::is_told(state(ctx), self)
    }
}

/// Queries of providers and settings.
#[derive(Default)]
pub struct ProviderQuery;

#[Object]
impl ProviderQuery {
    /// All providers with their models, by name.
    #[graphql(complexity = "20 * child_complexity")]
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<Provider>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(provider::list(state(ctx), grant).await?)
    }

    /// All settings, by key.
    #[graphql(complexity = "10 * child_complexity")]
    async fn factory_settings(&self, ctx: &Context<'_>) -> Result<Vec<FactorySetting>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(setting::list(state(ctx), grant).await?)
    }
}

/// Mutations of providers and settings.
#[derive(Default)]
pub struct ProviderMutation;

#[Object]
impl ProviderMutation {
    /// Changes a provider that is at `version`.
    async fn update_provider(
        &self,
        ctx: &Context<'_>,
        id: String,
        version: u32,
        patch: ProviderPatch,
    ) -> Result<ProviderOutcome, Problem> {
        let grant = caller(ctx)?.may(EditProvider)?;
        Ok(match provider::update(state(ctx), grant, &id, version, patch).await? {
            Outcome::Done(one) => ProviderOutcome::Provider(Box::new(one)),
            Outcome::Conflict(current) => ProviderOutcome::Conflict(ProviderConflict { current }),
        })
    }

    /// Stores the key of a provider, sealed. Nobody reads it back.
    async fn set_provider_key(
        &self,
        ctx: &Context<'_>,
        id: String,
        #[graphql(secret)] key: String,
    ) -> Result<Provider, Problem> {
        let grant = caller(ctx)?.may(EditProvider)?;
        Ok(provider::set_key(state(ctx), grant, &id, key.into()).await?)
    }

    /// Forgets the key of a provider.
    async fn remove_provider_key(&self, ctx: &Context<'_>, id: String) -> Result<Provider, Problem> {
        let grant = caller(ctx)?.may(EditProvider)?;
        Ok(provider::remove_key(state(ctx), grant, &id).await?)
    }

    /// Asks a provider whether it is there and takes the key. Nothing is ordered.
    async fn check_provider(&self, ctx: &Context<'_>, id: String) -> Result<ProviderCheck, Problem> {
        let grant = caller(ctx)?.may(EditProvider)?;
        Ok(provider::check(state(ctx), grant, &id).await?)
    }

    /// Asks a provider for its models and keeps them.
    async fn sync_provider_models(&self, ctx: &Context<'_>, id: String) -> Result<Provider, Problem> {
        let grant = caller(ctx)?.may(EditProvider)?;
        Ok(provider::sync(state(ctx), grant, &id).await?)
    }

    /// Sets a setting.
    async fn update_factory_setting(
        &self,
        ctx: &Context<'_>,
        key: String,
        value: Option<serde_json::Value>,
    ) -> Result<FactorySetting, Problem> {
        let grant = caller(ctx)?.may(EditFactory)?;
        Ok(setting::update(state(ctx), grant, &key, value.unwrap_or_default()).await?)
    }
}
