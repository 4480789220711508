//! How many products there are, and when they were made.

use async_graphql::SimpleObject;
use atelier_base::{Date, Grant, Timestamp};
use atelier_sql::{Row, Sql};

use super::ProductFilter;
use super::windows::windows;
use crate::permissions::ReadFactory;
use crate::{Error, State};

/// Products with some words or parameters that are counted by day.
const MOST_COUNTED: i64 = 1_000;
const DAY_MILLIS: i64 = 24 * 3_600 * 1_000;

/// A day with products.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ProductDay {
    /// In UTC: `2026-11-21`.
    pub day: String,
    /// How many were made.
    pub count: i64,
}

/// How many products the filter finds. Those of all, of a project and of a collection are kept, not counted.
///
/// # Errors
/// Those of [`super::list()`].
pub async fn count(state: &State, grant: Grant<ReadFactory>, filter: &ProductFilter) -> Result<i64, Error> {
    let scope = grant.scope();
    let sql = if filter.is_of_project_alone() {
        kept(filter, "SELECT coalesce(sum(product_count), 0) AS n")
    } else if let Some(collection) = collection_alone(filter) {
        let text = "SELECT coalesce(sum(product_count), 0) AS n FROM collections WHERE tenant_id = :tenant AND id = ?";
        Sql::new(text).bind(collection)
    } else {
        Sql::new("SELECT count(*) AS n").push(filter.found(&state.db, scope, None).await?.sql)
    };
    Ok(state.db.fetch_one(scope, sql).await?.get("n")?)
}

/// How many products of each day the filter finds, the latest day first; days without any are left out. Of words and
/// parameters the latest 1000 products are counted: nothing knows of all of them but the products.
///
/// # Errors
/// Those of [`super::list()`].
pub async fn days(
    state: &State,
    grant: Grant<ReadFactory>,
    filter: &ProductFilter,
) -> Result<Vec<ProductDay>, Error> {
    let scope = grant.scope();
    if filter.is_of_project_alone() {
        let sql =
            kept(filter, "SELECT day, sum(product_count) AS n").push(" AND product_count > 0 GROUP BY day");
        return read(&state.db.fetch_all(scope, sql.push(LATEST)).await?);
    }
    let found = filter.found(&state.db, scope, None).await?;
    let (mut days, mut left) = (Vec::<ProductDay>::new(), MOST_COUNTED);
    for window in windows(&state.db, scope, (filter, &found), None).await? {
        let each = format!("SELECT {} / {DAY_MILLIS} AS day", found.made);
        let mut sql = Sql::new("SELECT day, count(*) AS n FROM (").push(each);
        sql = sql.push(found.sql.clone()).push(window);
        if filter.is_of_content() {
            sql = sql.push(found.order.first(left));
        }
        let sql = sql.push(") AS made GROUP BY day").push(LATEST);
        for day in read(&state.db.fetch_all(scope, sql).await?)? {
            left -= day.count;
            match days.last_mut() {
                // A window may begin within a day.
                Some(last) if last.day == day.day => last.count += day.count,
                _ => days.push(day),
            }
        }
        if left <= 0 {
            break;
        }
    }
    Ok(days)
}

const LATEST: &str = " ORDER BY 1 DESC";

fn read(rows: &[Row]) -> Result<Vec<ProductDay>, Error> {
    let day = |row: &Row| {
        let day: i64 = row.get("day")?;
        let day = Date::of(Timestamp::from_millis(day * DAY_MILLIS)).to_string();
        Ok(ProductDay { day, count: row.get("n")? })
    };
    rows.iter().map(day).collect()
}

fn kept(filter: &ProductFilter, select: &str) -> Sql {
    let sql = Sql::new(format!("{select} FROM product_days WHERE tenant_id = :tenant"));
    match filter.project_id {
        Some(project) => sql.push(Sql::new(" AND project_id = ?").bind(project.uuid())),
        None => sql,
    }
}

fn collection_alone(filter: &ProductFilter) -> Option<uuid::Uuid> {
    let rest = ProductFilter { collection_id: None, ..filter.clone() };
    let is_alone = rest.is_of_project_alone() && rest.project_id.is_none();
    filter.collection_id.filter(|_| is_alone).map(atelier_base::CollectionId::uuid)
}
