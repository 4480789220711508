//! Products, read.

use std::collections::BTreeMap;

use atelier_base::{Grant, OrderItemId, Page, PageRequest, ProductId, Scope};
use atelier_sql::Sql;

use super::row::{self, COLUMNS, list_of};
use super::windows::windows;
use super::{Product, ProductFilter};
use crate::keyset;
use crate::permissions::ReadFactory;
use crate::{Error, State};

/// The product of that id, in the bin or not.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn get(state: &State, grant: Grant<ReadFactory>, id: ProductId) -> Result<Product, Error> {
    fetch(state, grant.scope(), id).await
}

pub(crate) async fn fetch(state: &State, scope: Scope, id: ProductId) -> Result<Product, Error> {
    let found = fetch_all(state, scope, &[id]).await?.pop();
    found.ok_or_else(|| Error::missing("product", id))
}

/// The products of these ids, in their order; what is not the tenant's is left out.
///
/// # Errors
/// [`Error::Invalid`] for more than [`super::MOST_IDS`], and those of the store.
pub async fn of_ids(
    state: &State,
    grant: Grant<ReadFactory>,
    ids: &[ProductId],
) -> Result<Vec<Product>, Error> {
    super::check_number(ids)?;
    let places: BTreeMap<_, _> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut found = fetch_all(state, grant.scope(), ids).await?;
    found.sort_by_key(|product| places.get(&product.id).copied());
    Ok(found)
}

pub(crate) async fn fetch_all(state: &State, scope: Scope, ids: &[ProductId]) -> Result<Vec<Product>, Error> {
    let text =
        format!("SELECT {COLUMNS} FROM products WHERE products.tenant_id = :tenant AND products.id IN ");
    row::read(&state.db.fetch_all(scope, Sql::new(text).push(list_of(ids))).await?)
}

/// What each of these items made, the same file for several of them included; what is in the bin is left out.
///
/// # Errors
/// Those of the store.
pub async fn of_items(
    state: &State,
    grant: Grant<ReadFactory>,
    items: &[OrderItemId],
) -> Result<BTreeMap<OrderItemId, Vec<Product>>, Error> {
    let sql = Sql::new(format!(
        "SELECT {COLUMNS}, made.order_item_id AS made_by FROM product_provenance AS made \
         JOIN products ON products.id = made.product_id WHERE products.tenant_id = :tenant \
         AND products.deleted_at IS NULL AND made.order_item_id IN "
    ));
    let sql = sql.push(row::marks(items.iter().map(|id| id.uuid())));
    let rows =
        state.db.fetch_all(grant.scope(), sql.push(" ORDER BY made.output_index, products.id")).await?;
    let mut made = BTreeMap::<_, Vec<Product>>::new();
    for (product, row) in row::read(&rows)?.into_iter().zip(&rows) {
        made.entry(OrderItemId::from_uuid(row.get("made_by")?)).or_default().push(product);
    }
    Ok(made)
}

/// Products, the latest first; those of a collection in its order.
///
/// # Errors
/// [`Error::Invalid`] for what the filter can't mean, a cursor of another list, and those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    filter: &ProductFilter,
    page: PageRequest,
) -> Result<Page<Product>, Error> {
    let scope = grant.scope();
    let found = filter.found(&state.db, scope, Some(&page)).await?;
    let mut rows = Vec::new();
    for window in windows(&state.db, scope, (filter, &found), Some(&page)).await? {
        let rest = PageRequest { limit: page.limit - rows.len(), ..page.clone() };
        let sql = Sql::new(format!("SELECT {COLUMNS}, {} AS place", found.order.number()))
            .push(found.sql.clone())
            .push(window)
            .push(found.order.page(&rest)?);
        rows.extend(state.db.fetch_all(scope, sql).await?);
        if page.limit < rows.len() {
            break;
        }
    }
    let numbers: Vec<i64> = rows.iter().map(|row| row.get("place")).collect::<Result<_, _>>()?;
    let products = row::read(&rows)?.into_iter().zip(numbers).collect();
    let paged = keyset::paged(products, &page, |(product, number)| (*number, product.id.uuid()));
    paged.try_map(|(product, _)| Ok(product))
}
