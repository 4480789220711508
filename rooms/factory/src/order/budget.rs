//! What may be spent: reserved when something is ordered, settled when it is made.
//!
//! Three limits hold at once: an order's own, its project's, and the tenant's of a calendar month (UTC). What is
//! reserved counts as spent until it is settled, so that orders that are placed together can't pass one together.

use atelier_base::{OrderId, ProjectId, Scope, Timestamp};
use atelier_sql::{Sql, Transaction};
use serde_json::Value;

use crate::Error;
use crate::prompt::money;

/// What is about to be reserved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spending<'a> {
    pub(super) project: Option<ProjectId>,
    /// Millionths.
    pub(super) more: i64,
    /// Three letters: money of other currencies is not counted.
    pub(super) currency: &'a str,
}

/// Holds a spending against the budgets of project and month. Rows with budgets are locked, so that of two
/// spendings at once the second sees the first.
///
/// # Errors
/// [`Error::BudgetExceeded`], and those of a statement.
pub(super) async fn check(
    transaction: &mut Transaction,
    scope: Scope,
    spending: Spending<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    if spending.more == 0 {
        return Ok(());
    }
    let lock = transaction.dialect().choose("", " FOR UPDATE");
    if let Some(project) = spending.project {
        let sql = Sql::new("SELECT budget_micros FROM projects WHERE tenant_id = :tenant AND id = ?");
        let row = transaction.fetch_optional(scope, sql.bind(project.uuid()).push(lock)).await?;
        if let Some(budget) = row.map(|row| row.find::<i64>("budget_micros")).transpose()?.flatten() {
            let of_project = Sql::new(" AND project_id = ?").bind(project.uuid());
            let spent = spent(transaction, scope, spending.currency, of_project).await?;
            hold("the project", spending, (spent, budget))?;
        }
    }
    let sql =
        "SELECT value FROM system_settings WHERE tenant_id = :tenant AND key = 'orders.month_budget_micros'";
    let row = transaction.fetch_optional(scope, Sql::new(sql).push(lock)).await?;
    let setting = row.map(|row| row.get::<Value>("value")).transpose()?;
    if let Some(budget) = setting.and_then(|value| value.as_i64()) {
        let of_month = Sql::new(" AND created_at >= ?").bind(month_of(now));
        let spent = spent(transaction, scope, spending.currency, of_month).await?;
        hold("the month", spending, (spent, budget))?;
    }
    Ok(())
}

/// Refuses what goes beyond a budget, with both numbers.
fn hold(whose: &str, spending: Spending<'_>, (spent, budget): (i64, i64)) -> Result<(), Error> {
    if spent.saturating_add(spending.more) <= budget {
        return Ok(());
    }
    let [more, budget, left] =
        [spending.more, budget, (budget - spent).max(0)].map(|micros| money(micros, spending.currency));
    Err(Error::BudgetExceeded(format!("it would cost {more}; of the {budget} of {whose} {left} are left")))
}

async fn spent(transaction: &mut Transaction, scope: Scope, currency: &str, of: Sql) -> Result<i64, Error> {
    let sql = Sql::new(
        "SELECT CAST(coalesce(sum(settled_cost_micros + reserved_cost_micros), 0) AS BIGINT) AS n \
         FROM orders WHERE tenant_id = :tenant AND currency = ?",
    );
    let row = transaction.fetch_optional(scope, sql.bind(currency).push(of)).await?;
    Ok(row.map(|row| row.get("n")).transpose()?.unwrap_or_default())
}

/// The first instant of the month, in UTC.
fn month_of(now: Timestamp) -> Timestamp {
    let text = now.to_string();
    let first = text.get(..7).map(|month| format!("{month}-01T00:00:00.000Z"));
    first.and_then(|first| first.parse().ok()).unwrap_or(now)
}

/// What became of the money of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settlement {
    pub(crate) order: OrderId,
    /// Millionths that were held for it.
    pub(crate) reserved: i64,
    /// Millionths that it cost.
    pub(crate) settled: i64,
}

/// Settles in the order what its item settled. An order that came to cost more than its budget allows is paused, so
/// that no further item is begun.
pub(crate) async fn settle(
    transaction: &mut Transaction,
    scope: Scope,
    settlement: Settlement,
    now: Timestamp,
) -> Result<(), Error> {
    let Settlement { order, reserved, settled } = settlement;
    if (reserved, settled) == (0, 0) {
        return Ok(());
    }
    let sql = Sql::new(
        "UPDATE orders SET settled_cost_micros = settled_cost_micros + ?, reserved_cost_micros = \
         CASE WHEN reserved_cost_micros < ? THEN 0 ELSE reserved_cost_micros - ? END \
         WHERE tenant_id = :tenant AND id = ?",
    );
    let sql = sql.bind(settled).bind(reserved).bind(reserved).bind(order.uuid());
    transaction.execute(scope, sql).await?;
    if reserved < settled {
        let sql = Sql::new(
            "UPDATE orders SET paused_at = ? WHERE tenant_id = :tenant AND id = ? AND paused_at IS NULL \
             AND budget_micros < settled_cost_micros + reserved_cost_micros AND reserved_cost_micros > 0",
        );
        transaction.execute(scope, sql.bind(now).bind(order.uuid())).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_on_their_first() {
        let now: Timestamp = "2026-11-21T09:30:00.000Z".parse().unwrap();
        assert_eq!(month_of(now).to_string(), "2026-11-01T00:00:00.000Z");
    }

    #[test]
    fn refusals_name_both_numbers() {
        let spending = Spending { project: None, more: 3_000_000, currency: "USD" };
        assert!(hold("the month", spending, (7_000_000, 10_000_000)).is_ok());
        let refused = hold("the month", spending, (7_500_000, 10_000_000)).unwrap_err().to_string();
        assert_eq!(refused, "it would cost 3.00 USD; of the 10.00 USD of the month 2.50 USD are left");
    }
}
