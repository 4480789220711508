//! What orders are written with: templates and lookups.

use async_graphql::{Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::{LookupId, OrderTemplateId, ProjectId};

use super::state;
use crate::Outcome;
use crate::lookup::{self, Lookup, LookupPatch, NewLookup};
use crate::permissions::{EditLookup, ReadFactory};
use crate::template::{self, NewOrderTemplate, OrderTemplate, OrderTemplatePatch};

/// The changed template, or what is stored instead.
#[derive(Union)]
pub(crate) enum OrderTemplateOutcome {
    OrderTemplate(Box<OrderTemplate>),
    Conflict(OrderTemplateConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct OrderTemplateConflict {
    current: Box<OrderTemplate>,
}

/// The changed lookup, or what is stored instead.
#[derive(Union)]
pub(crate) enum LookupOutcome {
    Lookup(Box<Lookup>),
    Conflict(LookupConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct LookupConflict {
    current: Box<Lookup>,
}

/// Queries of templates and lookups.
#[derive(Default)]
pub struct WordQuery;

#[Object]
impl WordQuery {
    /// All templates by name; with a project, its own and those for all.
    #[graphql(complexity = "50 * child_complexity")]
    async fn order_templates(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
    ) -> Result<Vec<OrderTemplate>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(template::list(state(ctx), grant, project_id).await?)
    }

    /// All lookups by category and name; with a project, its own and those of the tenant.
    #[graphql(complexity = "50 * child_complexity")]
    async fn lookups(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
    ) -> Result<Vec<Lookup>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(lookup::list(state(ctx), grant, project_id).await?)
    }
}

/// Mutations of templates and lookups.
#[derive(Default)]
pub struct WordMutation;

#[Object]
impl WordMutation {
    /// Makes a template.
    async fn create_order_template(
        &self,
        ctx: &Context<'_>,
        input: NewOrderTemplate,
    ) -> Result<OrderTemplate, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(template::create(state(ctx), grant, input).await?)
    }

    /// Changes a template that is at `version`.
    async fn update_order_template(
        &self,
        ctx: &Context<'_>,
        id: OrderTemplateId,
        version: u32,
        patch: OrderTemplatePatch,
    ) -> Result<OrderTemplateOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(match template::update(state(ctx), grant, id, version, patch).await? {
            Outcome::Done(one) => OrderTemplateOutcome::OrderTemplate(Box::new(one)),
            Outcome::Conflict(current) => OrderTemplateOutcome::Conflict(OrderTemplateConflict { current }),
        })
    }

    /// Deletes a template; the orders that were made from it stay.
    async fn delete_order_template(
        &self,
        ctx: &Context<'_>,
        id: OrderTemplateId,
    ) -> Result<OrderTemplate, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(template::delete(state(ctx), grant, id).await?)
    }

    /// Makes a lookup.
    async fn create_lookup(&self, ctx: &Context<'_>, input: NewLookup) -> Result<Lookup, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(lookup::create(state(ctx), grant, input).await?)
    }

    /// Changes a lookup that is at `version`, one that came with the house as well.
    async fn update_lookup(
        &self,
        ctx: &Context<'_>,
        id: LookupId,
        version: u32,
        patch: LookupPatch,
    ) -> Result<LookupOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(match lookup::update(state(ctx), grant, id, version, patch).await? {
            Outcome::Done(one) => LookupOutcome::Lookup(Box::new(one)),
            Outcome::Conflict(current) => LookupOutcome::Conflict(LookupConflict { current }),
        })
    }

    /// Deletes a lookup that did not come with the house.
    async fn delete_lookup(&self, ctx: &Context<'_>, id: LookupId) -> Result<Lookup, Problem> {
        let grant = caller(ctx)?.may(EditLookup)?;
        Ok(lookup::delete(state(ctx), grant, id).await?)
    }
}
