//! Items of orders.

use async_graphql::{ComplexObject, Context, Object};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::OrderItemId;

use super::{found, state};
use crate::item::{self, GenerationLog, OrderItem};
use crate::permissions::{CancelOrder, PlaceOrder, ReadFactory};
use crate::product::Product;
use crate::prompt::units;

#[ComplexObject]
impl OrderItem {
    /// What sort of failure its last one was, in words.
    async fn error_title(&self) -> Option<&'static str> {
        self.error_category.map(|category| category.advice().0)
    }

    /// What a person can do about it.
    async fn error_action(&self) -> Option<&'static str> {
        self.error_category.map(|category| category.advice().1)
    }

    /// What it has cost, in units of the order's currency; null before it ended.
    async fn cost(&self) -> Option<f64> {
        self.settled_micros.map(units)
    }

    /// What was made of it, without what is in the bin.
    async fn products(&self, ctx: &Context<'_>) -> Result<Vec<Product>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(self.siblings.products(state(ctx), grant, self.id).await?)
    }

    /// What happened at its attempts.
    async fn logs(&self, ctx: &Context<'_>) -> Result<Vec<GenerationLog>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(item::logs(state(ctx), grant, self.id).await?)
    }
}

/// Queries of items.
#[derive(Default)]
pub struct ItemQuery;

#[Object]
impl ItemQuery {
    /// The item of that id.
    async fn order_item(&self, ctx: &Context<'_>, id: OrderItemId) -> Result<Option<OrderItem>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        found(item::get(state(ctx), grant, id).await)
    }
}

/// Mutations of items.
#[derive(Default)]
pub struct ItemMutation;

#[Object]
impl ItemMutation {
    /// Calls an item off. One that has ended stays as it is.
    async fn cancel_order_item(&self, ctx: &Context<'_>, id: OrderItemId) -> Result<OrderItem, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        Ok(item::cancel(state(ctx), grant, id).await?)
    }

    /// Tries an item again that failed or was called off.
    async fn retry_order_item(&self, ctx: &Context<'_>, id: OrderItemId) -> Result<OrderItem, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        Ok(item::retry(state(ctx), grant, id).await?)
    }
}
