//! Orders: what was asked for, before it is expanded into items.

use atelier_base::{OrderId, ProjectId, Scope, Timestamp};
use atelier_sql::{Error, Sql, Transaction};
use serde_json::Value;
use uuid::Uuid;

use crate::search::order_text;

/// An order that is to be laid down.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// Its id.
    pub id: OrderId,
    /// The project that it belongs to, if any.
    pub project: Option<ProjectId>,
    /// The id of the provider, such as `studio`.
    pub provider: String,
    /// The provider's id of the model.
    pub model: String,
    /// What was asked for, as it was written: a prompt with its tokens, and parameters.
    pub parameters: Value,
    /// A text of the caller's, 128 characters at most: a second order with the same one is refused.
    pub idempotency_key: Option<String>,
    /// Orders of a higher one are served first; 0 is usual.
    pub priority: i32,
}

/// Lays an order down.
///
/// # Errors
/// [`Error::Exists`] when its idempotency key was used, [`Error::Referenced`] when the project is not the
/// tenant's or in the bin, and those of a statement.
pub async fn insert(
    transaction: &mut Transaction,
    scope: Scope,
    order: &NewOrder,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(project) = order.project {
        has_project(transaction, scope, project).await?;
    }
    let sql = Sql::new(
        "INSERT INTO orders (tenant_id, id, project_id, provider, model, base_parameter_set, idempotency_key, \
         priority, search_text, created_at, updated_at) VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql
        .bind(order.id.uuid())
        .bind(order.project.map(ProjectId::uuid))
        .bind(order.provider.as_str())
        .bind(order.model.as_str())
        .bind(order.parameters.clone())
        .bind(order.idempotency_key.clone())
        .bind(order.priority)
        .bind(order_text(&order.parameters))
        .bind(now)
        .bind(now);
    transaction.execute(scope, sql).await.map(drop)
}

/// A foreign key would take any tenant's.
async fn has_project(transaction: &mut Transaction, scope: Scope, project: ProjectId) -> Result<(), Error> {
    let sql = Sql::new("SELECT id FROM projects WHERE tenant_id = :tenant AND id = ? AND deleted_at IS NULL");
    let found = transaction.fetch_optional(scope, sql.bind(project.uuid())).await?;
    let missing = || Error::Referenced { constraint: "orders.project_id".to_owned() };
    found.ok_or_else(missing)?.get::<Uuid>("id").map(drop)
}
