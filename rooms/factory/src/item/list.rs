//! Items in pages.

use atelier_base::{Cursor, Edge, Grant, OrderId, OrderItemId, Page, PageRequest, Scope};
use atelier_sql::{Row, Sql};
use uuid::Uuid;

use super::{COLUMNS, OrderItem, OrderItemStatus};
use crate::keyset::{self, Way};
use crate::order::PLACE;
use crate::permissions::ReadFactory;
use crate::{Error, State};

pub(super) async fn find(state: &State, scope: Scope, id: OrderItemId) -> Result<OrderItem, Error> {
    let sql =
        Sql::new(format!("SELECT {COLUMNS} FROM order_items i WHERE i.tenant_id = :tenant AND i.id = ?"));
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    let found = OrderItem::read_all(&row.map_or_else(Vec::new, |row| vec![row]))?;
    found.into_iter().next().ok_or_else(|| Error::missing("item", id))
}

/// The item of that id.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn get(state: &State, grant: Grant<ReadFactory>, id: OrderItemId) -> Result<OrderItem, Error> {
    find(state, grant.scope(), id).await
}

/// Items of an order in its sequence; with a status, those that have it.
///
/// # Errors
/// A cursor that is none, and those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    (order, status): (OrderId, Option<OrderItemStatus>),
    request: PageRequest,
) -> Result<Page<OrderItem>, Error> {
    let sql = Sql::new(format!(
        "SELECT {COLUMNS} FROM order_items i WHERE i.tenant_id = :tenant AND i.order_id = ?"
    ));
    let mut sql = sql.bind(order.uuid());
    if let Some(status) = status {
        sql = sql.push(" AND i.status = ?").bind(status.name());
    }
    let sql = sql.push(keyset::page(("i.sequence_number", "i.id"), Way::Up, &request)?);
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let items = OrderItem::read_all(&rows)?;
    Ok(keyset::paged(items, &request, |item| (item.sequence_number, item.id.uuid())))
}

/// Items that are not done, in the order in which they are served: those under way first, then by the place of their
/// orders in the line.
///
/// # Errors
/// A cursor that is none, and those of the store.
pub async fn queue(
    state: &State,
    grant: Grant<ReadFactory>,
    provider: Option<String>,
    request: PageRequest,
) -> Result<Page<OrderItem>, Error> {
    let mut sql = Sql::new(format!(
        "SELECT {COLUMNS}, {RANK} AS rank, o.priority AS order_priority, {PLACE} AS order_place, \
         o.created_at AS ordered_at FROM order_items i \
         JOIN orders o ON o.id = i.order_id WHERE i.tenant_id = :tenant AND o.status IN ('pending', 'processing', 'paused') \
         AND i.status IN ('pending', 'claimed', 'submitted', 'generating')"
    ));
    if let Some(provider) = provider {
        sql = sql.push(" AND o.provider = ?").bind(provider);
    }
    if let Some(after) = &request.after {
        let place: Place = serde_json::from_slice(after.as_bytes())
            .map_err(|_| Error::Trail(atelier_tables::Error::InvalidCursor))?;
        let (rank, priority, line_place, ordered_at, order, next, number) = place;
        let order =
            Uuid::parse_str(&order).map_err(|_| Error::Trail(atelier_tables::Error::InvalidCursor))?;
        sql = sql
            .push(format!(
                " AND ({RANK}, -o.priority, {PLACE}, o.created_at, o.id, i.next_attempt_at, i.sequence_number) \
                 > (?, ?, ?, ?, ?, ?, ?)"
            ))
            .bind(rank)
            .bind(-priority)
            .bind(line_place)
            .bind(ordered_at)
            .bind(order)
            .bind(next)
            .bind(number);
    }
    let limit = request.limit.saturating_add(1);
    let sql = sql.push(format!(
        " ORDER BY {RANK}, -o.priority, {PLACE}, o.created_at, o.id, i.next_attempt_at, i.sequence_number \
         LIMIT {limit}"
    ));
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let has_next = rows.len() > request.limit;
    let rows = rows.get(..request.limit).unwrap_or(&rows);
    let items = OrderItem::read_all(rows)?;
    let edges = rows.iter().zip(items).map(edge).collect::<Result<Vec<_>, _>>()?;
    Ok(Page { edges, has_next })
}

/// Under way, waiting, paused.
const RANK: &str = "CASE WHEN i.status <> 'pending' THEN 0 WHEN o.status = 'paused' THEN 2 ELSE 1 END";

/// Rank, priority, place, age and id of the order, time and number of the item.
type Place = (i64, i64, i64, i64, String, i64, i64);

fn edge((row, node): (&Row, OrderItem)) -> Result<Edge<OrderItem>, Error> {
    let place: Place = (
        row.get("rank")?,
        row.get("order_priority")?,
        row.get("order_place")?,
        row.get("ordered_at")?,
        row.get::<Uuid>("order_id")?.to_string(),
        row.get("next_attempt_at")?,
        row.get("sequence_number")?,
    );
    let bytes = serde_json::to_vec(&place).map_err(|error| Error::Unexpected(error.to_string()))?;
    Ok(Edge { node, cursor: Cursor::from_bytes(bytes) })
}
