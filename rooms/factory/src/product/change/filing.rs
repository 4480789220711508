//! Under tags and into collections.

use atelier_base::{CollectionId, ProductId, TagId};
use atelier_sql::{Row, Sql, Transaction};

use super::Work;
use crate::product::list_of;
use crate::{Error, collection, tag};

fn ids(rows: &[Row], column: &str) -> Result<Vec<ProductId>, Error> {
    let mut ids: Vec<ProductId> =
        rows.iter().map(|row| Ok(ProductId::from_uuid(row.get(column)?))).collect::<Result<_, Error>>()?;
    ids.sort_unstable();
    Ok(ids)
}

/// What of it is the tenant's and not in the bin.
const LIVE: &str = "FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL AND id IN ";

pub(super) async fn tag(
    transaction: &mut Transaction,
    work: Work<'_>,
    tag: TagId,
) -> Result<Vec<ProductId>, Error> {
    let cast = transaction.dialect().choose("?", "CAST(? AS uuid)");
    let sql = Sql::new(format!(
        "INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id, created_at) \
         SELECT tenant_id, {cast}, 'product', id, CAST(? AS bigint) {LIVE}"
    ));
    let sql = sql.bind(tag.uuid()).bind(work.now).push(list_of(work.ids));
    let sql = sql.push(" ON CONFLICT DO NOTHING RETURNING entity_id");
    ids(&transaction.fetch_all(work.scope, sql).await?, "entity_id")
}

pub(super) async fn untag(
    transaction: &mut Transaction,
    work: Work<'_>,
    name: &str,
) -> Result<Vec<ProductId>, Error> {
    let name = tag::checked_name(name)?;
    let sql = Sql::new(
        "DELETE FROM tag_associations WHERE tenant_id = :tenant AND is_live AND entity_type = 'product' \
         AND tag_id IN (SELECT id FROM tags WHERE tenant_id = :tenant AND name = ?) AND entity_id IN ",
    );
    let sql = sql.bind(name).push(list_of(work.ids)).push(" RETURNING entity_id");
    ids(&transaction.fetch_all(work.scope, sql).await?, "entity_id")
}

/// At the places that they had, or else at the end of the collection, in the order in which they were named.
pub(super) async fn collect(
    transaction: &mut Transaction,
    work: Work<'_>,
    into: CollectionId,
    positions: Option<&[i64]>,
) -> Result<Vec<ProductId>, Error> {
    collection::lock_open(transaction, work.scope, into).await?;
    collection::append(transaction, work.scope, into, (work.ids, positions), work.now).await
}

/// Returns what went, sorted by id, with the place that it had.
pub(super) async fn uncollect(
    transaction: &mut Transaction,
    work: Work<'_>,
    from: CollectionId,
) -> Result<Vec<(ProductId, i64)>, Error> {
    collection::lock_open(transaction, work.scope, from).await?;
    let sql = Sql::new(
        "DELETE FROM collection_products WHERE tenant_id = :tenant AND is_live AND collection_id = ? \
         AND product_id IN ",
    );
    let sql = sql.bind(from.uuid()).push(list_of(work.ids)).push(" RETURNING product_id, position");
    let place = |row: &Row| -> Result<(ProductId, i64), Error> {
        Ok((ProductId::from_uuid(row.get("product_id")?), row.get("position")?))
    };
    let rows = transaction.fetch_all(work.scope, sql).await?;
    let mut gone = rows.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    gone.sort_unstable();
    Ok(gone)
}
