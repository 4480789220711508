//! Pictures that look like another one, by their perceptual hashes.

use atelier_base::{Grant, ProductId};
use atelier_media::PerceptualHash;
use atelier_sql::{Row, Sql};

use super::{Product, list};
use crate::permissions::ReadFactory;
use crate::{Error, State};

/// Pictures that are compared at most, the latest first: a number each, so that it takes some tens of milliseconds.
const COMPARED: usize = 200_000;
/// Bits that may differ. From 12 on it is another picture, but of the same kind; from half on there is no likeness.
const FAR: u32 = 22;

/// Pictures of the tenant that look like that one, the most alike first: none for what is no picture.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn similar(
    state: &State,
    grant: Grant<ReadFactory>,
    id: ProductId,
    first: usize,
) -> Result<Vec<Product>, Error> {
    let scope = grant.scope();
    let sql = Sql::new("SELECT id, perceptual_hash FROM products WHERE tenant_id = :tenant AND id = ?");
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    let row = row.ok_or_else(|| Error::missing("product", id))?;
    let Some(own) = row.find::<i64>("perceptual_hash")?.map(hash) else { return Ok(Vec::new()) };
    let sql = Sql::new(format!(
        "SELECT id, perceptual_hash FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL \
         AND perceptual_hash IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT {COMPARED}"
    ));
    let rows = state.db.fetch_all(scope, sql).await?;
    let others = rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?;
    let nearest = nearest(own, others.into_iter().filter(|(other, _)| *other != id), first);
    list::of_ids(state, grant, &nearest).await
}

fn read(row: &Row) -> Result<(ProductId, PerceptualHash), Error> {
    Ok((ProductId::from_uuid(row.get("id")?), hash(row.get("perceptual_hash")?)))
}

fn hash(stored: i64) -> PerceptualHash {
    PerceptualHash(stored.cast_unsigned())
}

fn nearest(
    own: PerceptualHash,
    others: impl Iterator<Item = (ProductId, PerceptualHash)>,
    first: usize,
) -> Vec<ProductId> {
    let mut near: Vec<_> =
        others.map(|(id, other)| (own.distance(other), id)).filter(|(bits, _)| *bits <= FAR).collect();
    // Of two that are as near, the later one.
    near.sort_unstable_by_key(|(bits, id)| (*bits, std::cmp::Reverse(*id)));
    near.truncate(first);
    near.into_iter().map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_most_alike_come_first_and_the_unlike_do_not_come() {
        let id = |n| ProductId::from_uuid(Uuid::from_u128(n));
        let others = [(id(1), 0b111), (id(2), 0b1), (id(3), u64::MAX), (id(4), 0b1)];
        let others = others.map(|(id, bits)| (id, PerceptualHash(bits)));
        assert_eq!(nearest(PerceptualHash(0), others.into_iter(), 9), [id(4), id(2), id(1)]);
        assert_eq!(nearest(PerceptualHash(0), others.into_iter(), 1), [id(4)]);
        assert_eq!(hash(-1), PerceptualHash(u64::MAX));
    }
}
