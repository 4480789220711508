//! Orders in pages.

use atelier_base::{Grant, OrderId, Page, PageRequest, ProjectId};
use atelier_sql::Sql;
use atelier_sql::words::Query;

use super::status::find;
use super::{COLUMNS, Order, OrderStatus};
use crate::keyset::{self, Way};
use crate::permissions::ReadFactory;
use crate::search::ORDERS;
use crate::{Error, State};

/// Which orders are wanted.
#[derive(Clone, Debug, Default)]
pub struct OrderFilter {
    /// Of that project only.
    pub project: Option<ProjectId>,
    /// Of one of these statuses; none for any.
    pub status: Option<Vec<OrderStatus>>,
    /// Words of their prompts, as people write them into a search box.
    pub search: Option<String>,
}

/// The order of that id.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn get(state: &State, grant: Grant<ReadFactory>, id: OrderId) -> Result<Order, Error> {
    find(state, grant.scope(), id).await
}

/// Orders that are not in the bin, the latest first.
///
/// # Errors
/// A cursor that is none, and those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    filter: OrderFilter,
    request: PageRequest,
) -> Result<Page<Order>, Error> {
    let mut sql =
        Sql::new(format!("SELECT {COLUMNS} FROM orders WHERE tenant_id = :tenant AND deleted_at IS NULL"));
    if let Some(project) = filter.project {
        sql = sql.push(" AND project_id = ?").bind(project.uuid());
    }
    if let Some(statuses) = filter.status {
        // Words of the program's, so that the statement may hold them.
        let words: Vec<_> = statuses.iter().map(|status| format!("'{}'", status.name())).collect();
        let words = if words.is_empty() { "NULL".to_owned() } else { words.join(", ") };
        sql = sql.push(format!(" AND status IN ({words})"));
    }
    let query = filter.search.as_deref().map(Query::parse);
    if let Some(words) = query.and_then(|query| query.condition(state.db.dialect(), &ORDERS)) {
        sql = sql.push(" AND ").push(words);
    }
    let sql = sql.push(keyset::page(("created_at", "id"), Way::Down, &request)?);
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let orders = rows.iter().map(Order::read).collect::<Result<Vec<_>, _>>()?;
    Ok(keyset::paged(orders, &request, |order| (order.created_at.as_millis(), order.id.uuid())))
}
