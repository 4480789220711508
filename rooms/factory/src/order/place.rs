//! Placing an order: checked, priced and laid down with all its items, or not at all.

use atelier_base::{Grant, InvalidInput, OrderId, Scope};
use atelier_sql::Sql;
use serde_json::json;
use uuid::Uuid;

use super::budget::{self, Spending};
use super::{NewOrder, Order, OrderRow, find, row};
use crate::item::{self, Lot};
use crate::permissions::PlaceOrder;
use crate::prompt::{Plan, Wanted, money};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, lookup, project, stock};

/// A budget beyond this many units is none.
const MOST_BUDGET: f64 = 1e9;

/// Places an order: its prompt is expanded, every item held to the model's schema, the whole to its limit and its
/// budgets, and then it is laid down. Placed again with the same idempotency key, it is the same order.
///
/// # Errors
/// [`Error::Invalid`] and [`Error::Expansion`] with the fields at fault, [`Error::BudgetExceeded`],
/// [`Error::NotFound`] for model, project or template, [`Error::ProviderDisabled`], and those of the stores.
pub async fn place(state: &State, grant: Grant<PlaceOrder>, new: NewOrder) -> Result<Order, Error> {
    let scope = grant.scope();
    if let Some(order) = placed_before(state, scope, new.idempotency_key.as_deref()).await? {
        return Ok(order);
    }
    let budget_micros = check_form(&new)?;
    let wanted = Wanted::read(state, scope, new.prompt.clone()).await?;
    project::ensure_some(state, scope, new.prompt.project_id).await?;
    // Expanding and checking a large order computes for a while.
    let expanded = tokio::task::spawn_blocking(move || expand(wanted)).await;
    let (wanted, plan) = expanded.map_err(|error| Error::Unexpected(error.to_string()))??;
    let order = priced(state, &new, &wanted, (&plan, budget_micros))?;
    match lay_down(state, scope, &order, &plan).await {
        Ok(()) => {}
        // Somebody placed it with the same key in the meantime.
        Err(Error::Store(atelier_sql::Error::Exists { constraint })) => {
            let before = placed_before(state, scope, new.idempotency_key.as_deref()).await?;
            return before.ok_or(Error::Store(atelier_sql::Error::Exists { constraint }));
        }
        Err(error) => return Err(error),
    }
    state.record(grant, "order.place", order.id).await?;
    let change = FactoryChange::of(FactoryChangeKind::Created, FactoryEntity::Order, order.id);
    state.tell(grant.tenant(), change.order(order.id).project(order.project));
    state.bell.notify_one();
    find(state, scope, order.id).await
}

fn expand(wanted: Wanted) -> Result<(Wanted, Plan), Error> {
    let plan = wanted.expand().map_err(|refused| wanted.refusal(&refused))?;
    plan.check()?;
    Ok((wanted, plan))
}

async fn placed_before(state: &State, scope: Scope, key: Option<&str>) -> Result<Option<Order>, Error> {
    let Some(key) = key else { return Ok(None) };
    let sql = Sql::new("SELECT id FROM orders WHERE tenant_id = :tenant AND idempotency_key = ?");
    match state.db.fetch_optional(scope, sql.bind(key)).await? {
        Some(row) => find(state, scope, OrderId::from_uuid(row.get::<Uuid>("id")?)).await.map(Some),
        None => Ok(None),
    }
}

/// Millionths of the budget, if the form is right.
fn check_form(new: &NewOrder) -> Result<Option<i64>, InvalidInput> {
    let mut faults = InvalidInput::default();
    let key = new.idempotency_key.as_deref();
    if let Some(key) = key {
        faults.note_length("idempotencyKey", key, 1..=128);
    }
    let wrong = new.budget.is_some_and(|budget| !(0.0..=MOST_BUDGET).contains(&budget));
    faults.note(wrong, "budget", "out_of_range", "must be 0 or more");
    let far = !(-1_000_000..=1_000_000).contains(&new.priority);
    faults.note(far, "priority", "out_of_range", "lies between -1000000 and 1000000");
    faults.finish()?;
    #[expect(clippy::cast_possible_truncation, reason = "it lies within the range")]
    Ok(new.budget.map(|budget| (budget * 1_000_000.0).round() as i64))
}

fn priced(
    state: &State,
    new: &NewOrder,
    wanted: &Wanted,
    (plan, budget_micros): (&Plan, Option<i64>),
) -> Result<OrderRow, Error> {
    let price = &plan.model.price;
    let estimated_micros = price.of(wanted.images(plan.expansion.count()));
    match (budget_micros, estimated_micros) {
        (Some(budget), Some(cost)) if budget < cost => {
            let [cost, budget] = [cost, budget].map(|micros| money(micros, &price.currency));
            return Err(Error::BudgetExceeded(format!("it would cost {cost}, and its budget is {budget}")));
        }
        (Some(_), None) => {
            let mut faults = InvalidInput::default();
            let why = "can't be kept: the price of the model is not known";
            faults.note(true, "budget", "price_unknown", why);
            faults.finish()?;
        }
        _ => {}
    }
    let input = &wanted.input;
    let asked = json!({
        "prompt": input.prompt, "negative_prompt": input.negative_prompt, "parameters": input.parameters,
        "syntax": input.syntax, "seed": input.seed, "quantity": input.quantity, "sample": input.sample,
    });
    let id = OrderId::generate(state.clock.now(), &state.randomness);
    Ok(OrderRow {
        project: input.project_id,
        family: plan.model.family.clone(),
        modality: Some(plan.model.modality.clone()),
        idempotency_key: new.idempotency_key.clone(),
        template: new.template_id,
        priority: new.priority,
        seed: input.seed.clone(),
        budget_micros,
        estimated_micros,
        currency: price.currency.clone(),
        ..OrderRow::new(id, &plan.model.provider, &plan.model.id, asked)
    })
}

/// Everything in one transaction; few items are held in memory at a time.
async fn lay_down(state: &State, scope: Scope, order: &OrderRow, plan: &Plan) -> Result<(), Error> {
    let now = state.clock.now();
    let max_attempts = stock::max_attempts(state, scope).await?;
    let mut transaction = state.db.begin().await?;
    let more = order.estimated_micros.unwrap_or_default();
    let spending = Spending { project: order.project, more, currency: &order.currency };
    budget::check(&mut transaction, scope, spending, now).await?;
    row::insert(&mut transaction, scope, order, now).await.map_err(|error| match error {
        atelier_sql::Error::Referenced { constraint } if constraint == "orders.template_id" => {
            Error::missing("template", order.template.map(|id| id.to_string()).unwrap_or_default())
        }
        other => other.into(),
    })?;
    let count = i64::try_from(plan.expansion.count()).unwrap_or(i64::MAX).max(1);
    let lot = Lot {
        order: order.id,
        provider: &order.provider,
        max_attempts,
        first: 0,
        reserved_micros: more / count,
    };
    let laid = item::insert(&mut transaction, scope, lot, (now, &state.randomness), plan.items()).await?;
    if laid != u64::try_from(count).unwrap_or(u64::MAX) {
        return Err(Error::Unexpected(format!("{laid} items were laid down of {count}")));
    }
    let axes = plan.expansion.axes();
    let names = axes.iter().map(|axis| axis.name.as_str()).collect();
    lookup::count_use(&mut transaction, scope, order.project, &names).await?;
    // Counting an item writes its order's row: what may be long comes into it last.
    let sql = Sql::new("UPDATE orders SET axes = ? WHERE tenant_id = :tenant AND id = ?");
    transaction.execute(scope, sql.bind(plan.kept_axes()).bind(order.id.uuid())).await?;
    transaction.commit().await?;
    Ok(())
}
