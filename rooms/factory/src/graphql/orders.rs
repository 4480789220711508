//! Orders, and what a prompt would become.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{OrderId, ProjectId};

use super::{found, state};
use crate::Outcome;
use crate::item::{self, OrderItem, OrderItemStatus};
use crate::order::{self, Goal, NewOrder, Order, OrderFilter, OrderStatus};
use crate::permissions::{CancelOrder, PlaceOrder, ReadFactory};
use crate::prompt::{self, ExpansionPreview, PromptInput, units};

/// The moved order, or what is stored instead.
#[derive(Union)]
pub(crate) enum OrderOutcome {
    Order(Box<Order>),
    Conflict(OrderConflict),
}

/// The order or the line has changed meanwhile. Nothing was moved; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct OrderConflict {
    current: Box<Order>,
}

#[ComplexObject]
impl Order {
    /// More than this is never spent on it, in units of the currency.
    async fn budget(&self) -> Option<f64> {
        self.money.budget.map(units)
    }

    /// What it was expected to cost when it was placed; null when the price was not known.
    async fn estimated_cost(&self) -> Option<f64> {
        self.money.estimated.map(units)
    }

    /// What is held for items that are not done.
    async fn reserved_cost(&self) -> f64 {
        units(self.money.reserved)
    }

    /// What it has cost.
    async fn settled_cost(&self) -> f64 {
        units(self.money.settled)
    }

    /// Its items, in its sequence.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn items(
        &self,
        ctx: &Context<'_>,
        status: Option<OrderItemStatus>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, OrderItem>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(item::list(state(ctx), grant, (self.id, status), page).await?, follows))
    }
}

/// Queries of orders.
#[derive(Default)]
pub struct OrderQuery;

#[Object]
impl OrderQuery {
    /// What a prompt would become: counted, priced, and its first items. Nothing is ordered.
    async fn expand_prompt(
        &self,
        ctx: &Context<'_>,
        input: PromptInput,
        #[graphql(default = 24)] first: i32,
    ) -> Result<ExpansionPreview, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(prompt::preview(state(ctx), grant, input, usize::try_from(first).unwrap_or(0)).await?)
    }

    /// The order of that id.
    async fn order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Option<Order>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        found(order::get(state(ctx), grant, id).await)
    }

    /// Orders, the latest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn orders(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
        status: Option<Vec<OrderStatus>>,
        search: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Order>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let filter = OrderFilter { project: project_id, status, search };
        Ok(connection(order::list(state(ctx), grant, filter, page).await?, follows))
    }
}

/// Mutations of orders.
#[derive(Default)]
pub struct OrderMutation;

#[Object]
impl OrderMutation {
    /// Places an order. With an idempotency key that was used, it is the same order again.
    async fn place_order(&self, ctx: &Context<'_>, input: NewOrder) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        Ok(Box::pin(order::place(state(ctx), grant, input)).await?)
    }

    /// Begins no further item of an order until it is resumed.
    async fn pause_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        Ok(order::pause(state(ctx), grant, id).await?)
    }

    /// Goes on with a paused order.
    async fn resume_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        Ok(order::resume(state(ctx), grant, id).await?)
    }

    /// Calls an order off. What was made stays.
    async fn cancel_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        Ok(order::cancel(state(ctx), grant, id).await?)
    }

    /// Calls off every order that has not ended; returns how many.
    async fn cancel_all_orders(&self, ctx: &Context<'_>) -> Result<i32, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        let cancelled = order::cancel_all(state(ctx), grant).await?;
        Ok(i32::try_from(cancelled).unwrap_or(i32::MAX))
    }

    /// Tries the failed and cancelled items of an order again.
    async fn retry_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        Ok(order::retry(state(ctx), grant, id).await?)
    }

    /// Orders of a higher priority are served first.
    async fn set_order_priority(
        &self,
        ctx: &Context<'_>,
        id: OrderId,
        priority: i32,
    ) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        Ok(order::set_priority(state(ctx), grant, id, priority).await?)
    }

    /// Moves an order that is at `version` right before another one, or to the end of the line. Its priority changes
    /// only as far as its new neighbours ask for; with a `priority`, that one does.
    async fn move_order(
        &self,
        ctx: &Context<'_>,
        id: OrderId,
        version: i64,
        before: Option<OrderId>,
        priority: Option<i32>,
    ) -> Result<OrderOutcome, Problem> {
        let grant = caller(ctx)?.may(PlaceOrder)?;
        let goal = Goal { before, priority };
        Ok(match order::move_to(state(ctx), grant, (id, version), goal).await? {
            Outcome::Done(one) => OrderOutcome::Order(Box::new(one)),
            Outcome::Conflict(current) => OrderOutcome::Conflict(OrderConflict { current }),
        })
    }

    /// Puts an order into the bin; what of it was not made is called off.
    async fn delete_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        Ok(order::delete(state(ctx), grant, id).await?)
    }

    /// Takes an order out of the bin.
    async fn restore_order(&self, ctx: &Context<'_>, id: OrderId) -> Result<Order, Problem> {
        let grant = caller(ctx)?.may(CancelOrder)?;
        Ok(order::restore(state(ctx), grant, id).await?)
    }
}
