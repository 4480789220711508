//! When to look. PostgreSQL's index of words and parameters has no order: everything that they are on is read before
//! the latest of it are known. So the latest few products are looked through first, then those of a longer time before
//! them, then all the rest.

use atelier_base::{PageRequest, Scope};
use atelier_sql::{Db, Sql};

use super::ProductFilter;
use super::filter::Found;
use crate::Error;
use crate::keyset::Order;

/// Products of the first window.
const FEW: u32 = 8_000;
/// How many times as long the second is.
const LONGER: i64 = 12;

/// The conditions to add, one after the other until enough is found: the latest first, and no product in two of them.
///
/// # Errors
/// A cursor that no list made, and those of the store.
pub(super) async fn windows(
    db: &Db,
    scope: Scope,
    (filter, found): (&ProductFilter, &Found),
    page: Option<&PageRequest>,
) -> Result<Vec<Sql>, Error> {
    let all = Sql::default();
    if !found.is_windowed {
        return Ok(vec![all]);
    }
    let mut until = Sql::new(" WHERE tenant_id = :tenant AND deleted_at IS NULL");
    if let Some(begin) = page.map(Order::begin).transpose()?.flatten() {
        until = until.push(Sql::new(" AND created_at <= ?").bind(begin));
    }
    if let Some(before) = filter.created_before {
        until = until.push(Sql::new(" AND created_at < ?").bind(before));
    }
    let at = |offset: u32| {
        let sql = Sql::new("(SELECT created_at FROM products").push(until.clone());
        sql.push(format!(" ORDER BY created_at DESC, id DESC OFFSET {offset} LIMIT 1)"))
    };
    let sql = Sql::new("SELECT ").push(at(0)).push(" AS latest, ").push(at(FEW)).push(" AS last");
    let row = db.fetch_one(scope, sql).await?;
    let (Some(latest), Some(last)) = (row.find::<i64>("latest")?, row.find::<i64>("last")?) else {
        return Ok(vec![all]);
    };
    let since = |at: i64| Sql::new(" AND products.created_at >= ?").bind(at);
    let before = |at: i64| Sql::new(" AND products.created_at < ?").bind(at);
    let longer = latest - LONGER * (latest - last);
    Ok(vec![since(last), since(longer).push(before(last)), before(longer)])
}
