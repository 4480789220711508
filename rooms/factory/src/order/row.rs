//! The row of an order that is laid down.

use atelier_base::{OrderId, OrderTemplateId, ProjectId, Scope, Timestamp};
use atelier_sql::{Error, Sql, Transaction};
use serde_json::Value;
use uuid::Uuid;

use crate::search::order_text;

/// What is laid down of an order before its items.
#[derive(Clone, Debug)]
pub struct OrderRow {
    /// Its id.
    pub id: OrderId,
    /// The project that it belongs to, if any.
    pub project: Option<ProjectId>,
    /// The id of the provider, such as `studio`.
    pub provider: String,
    /// The provider's id of the model.
    pub model: String,
    /// What models it is kin to, such as `flux`.
    pub family: Option<String>,
    /// Such as `text-to-image`.
    pub modality: Option<String>,
    /// What was asked for, as it was written: a prompt with its tokens, and parameters.
    pub parameters: Value,
    /// A text of the caller's, 128 characters at most: a second order with the same one is refused.
    pub idempotency_key: Option<String>,
    /// The template that it was made from.
    pub template: Option<OrderTemplateId>,
    /// Orders of a higher one are served first; 0 is usual.
    pub priority: i32,
    /// Where all chance of it comes from.
    pub seed: String,
    /// Millionths that it may cost; none is no limit.
    pub budget_micros: Option<i64>,
    /// Millionths that it is expected to cost, which are reserved; none when the price is not known.
    pub estimated_micros: Option<i64>,
    /// Three letters.
    pub currency: String,
}

impl OrderRow {
    /// An order without a project, a key or a price.
    pub fn new(id: OrderId, provider: &str, model: &str, parameters: Value) -> Self {
        Self {
            id,
            project: None,
            provider: provider.to_owned(),
            model: model.to_owned(),
            family: None,
            modality: None,
            parameters,
            idempotency_key: None,
            template: None,
            priority: 0,
            seed: "0".to_owned(),
            budget_micros: None,
            estimated_micros: None,
            currency: "USD".to_owned(),
        }
    }
}

/// Lays an order down.
///
/// # Errors
/// [`Error::Exists`] when its idempotency key was used, [`Error::Referenced`] when the project or the template is
/// not the tenant's or in the bin, and those of a statement.
pub async fn insert(
    transaction: &mut Transaction,
    scope: Scope,
    order: &OrderRow,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(project) = order.project {
        let sql = "SELECT id FROM projects WHERE tenant_id = :tenant AND id = ? AND deleted_at IS NULL";
        is_there(transaction, scope, Sql::new(sql).bind(project.uuid()), "orders.project_id").await?;
    }
    if let Some(template) = order.template {
        let sql = "SELECT id FROM templates WHERE tenant_id = :tenant AND id = ?";
        is_there(transaction, scope, Sql::new(sql).bind(template.uuid()), "orders.template_id").await?;
    }
    let sql = Sql::new(
        "INSERT INTO orders (tenant_id, id, project_id, provider, model, model_family, model_modality, \
         base_parameter_set, template_id, idempotency_key, priority, seed, budget_micros, \
         estimated_cost_micros, reserved_cost_micros, currency, search_text, created_at, updated_at) \
         VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql
        .bind(order.id.uuid())
        .bind(order.project.map(ProjectId::uuid))
        .bind(order.provider.as_str())
        .bind(order.model.as_str())
        .bind(order.family.clone())
        .bind(order.modality.clone())
        .bind(order.parameters.clone())
        .bind(order.template.map(OrderTemplateId::uuid))
        .bind(order.idempotency_key.clone())
        .bind(order.priority)
        .bind(order.seed.as_str())
        .bind(order.budget_micros)
        .bind(order.estimated_micros)
        .bind(order.estimated_micros.unwrap_or_default())
        .bind(order.currency.as_str())
        .bind(order_text(&order.parameters))
        .bind(now)
        .bind(now);
    transaction.execute(scope, sql).await.map(drop)
}

/// A foreign key would take any tenant's.
async fn is_there(
    transaction: &mut Transaction,
    scope: Scope,
    sql: Sql,
    constraint: &str,
) -> Result<(), Error> {
    let found = transaction.fetch_optional(scope, sql).await?;
    let missing = || Error::Referenced { constraint: constraint.to_owned() };
    found.ok_or_else(missing)?.get::<Uuid>("id").map(drop)
}
