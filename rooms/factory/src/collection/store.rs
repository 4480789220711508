//! Collections in the store.

use atelier_base::{CollectionId, Grant, Page, PageRequest, ProductId, Scope, Timestamp};
use atelier_sql::{Sql, Transaction};

use super::{COLUMNS, Collection, CollectionPatch, NewCollection, append, read};
use crate::keyset::{self, Way};
use crate::permissions::{CurateProduct, ReadFactory};
use crate::product::{self, Product, ProductFilter};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, Outcome, State};

/// The collection of that id, in the bin or not.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn get(state: &State, grant: Grant<ReadFactory>, id: CollectionId) -> Result<Collection, Error> {
    fetch(state, grant.scope(), id).await
}

pub(super) async fn fetch(state: &State, scope: Scope, id: CollectionId) -> Result<Collection, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM collections WHERE tenant_id = :tenant AND id = ?"));
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    read(&row.ok_or_else(|| Error::missing("collection", id))?)
}

/// Collections, the latest first: those in the bin, or those that are not.
///
/// # Errors
/// A cursor of another list, and those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    in_bin: bool,
    page: PageRequest,
) -> Result<Page<Collection>, Error> {
    let not = if in_bin { "NOT " } else { "" };
    let text =
        format!("SELECT {COLUMNS} FROM collections WHERE tenant_id = :tenant AND deleted_at IS {not}NULL");
    let sql = Sql::new(text).push(keyset::page(("created_at", "id"), Way::Down, &page)?);
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let read = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(keyset::paged(read, &page, |one: &Collection| (one.created_at.as_millis(), one.id.uuid())))
}

/// Makes a collection; products that are not the tenant's, or lie in the bin, are passed over.
///
/// # Errors
/// [`Error::Invalid`], and those of the store.
pub async fn create(
    state: &State,
    grant: Grant<CurateProduct>,
    new: NewCollection,
) -> Result<Collection, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let made = Collection {
        id: CollectionId::generate(now, &state.randomness),
        name: new.name.trim().to_owned(),
        description: new.description,
        cover_product_id: None,
        product_count: 0,
        is_public: false,
        version: 1,
        created_at: now,
        deleted_at: None,
    }
    .checked(new.product_ids.len())?;
    let mut transaction = state.db.begin().await?;
    let sql = Sql::new(
        "INSERT INTO collections (tenant_id, id, name, description, created_at, updated_at) \
         VALUES (:tenant, ?, ?, ?, ?, ?)",
    );
    let sql = sql.bind(made.id.uuid()).bind(made.name).bind(made.description).bind(now).bind(now);
    transaction.execute(scope, sql).await?;
    append(&mut transaction, scope, made.id, (&new.product_ids, None), now).await?;
    transaction.commit().await?;
    tell(state, grant, FactoryChangeKind::Created, made.id);
    state.record(grant, "collection.create", made.id).await?;
    fetch(state, scope, made.id).await
}

/// Changes a collection that is at `version`.
///
/// # Errors
/// [`Error::NotFound`] for the collection, or for a cover that is not one of its products; [`Error::Invalid`], and
/// those of the store.
pub async fn update(
    state: &State,
    grant: Grant<CurateProduct>,
    id: CollectionId,
    version: u32,
    patch: CollectionPatch,
) -> Result<Outcome<Collection>, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let cover = before.cover_product_id;
    let next = before.patched(patch)?;
    let mut transaction = state.db.begin().await?;
    if let Some(cover) = next.cover_product_id.filter(|next| Some(*next) != cover) {
        check_cover(&mut transaction, scope, id, cover).await?;
    }
    let sql = Sql::new(
        "UPDATE collections SET name = ?, description = ?, cover_product_id = ?, is_public = ?, updated_at = ?, \
         version = version + 1 WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql
        .bind(next.name)
        .bind(next.description)
        .bind(next.cover_product_id.map(ProductId::uuid))
        .bind(next.is_public)
        .bind(state.clock.now())
        .bind(id.uuid())
        .bind(version);
    let is_done = transaction.execute(scope, sql).await? > 0;
    transaction.commit().await?;
    let after = fetch(state, scope, id).await?;
    if !is_done {
        return Ok(Outcome::Conflict(Box::new(after)));
    }
    tell(state, grant, FactoryChangeKind::Changed, id);
    state.record(grant, "collection.edit", id).await?;
    Ok(Outcome::Done(after))
}

async fn check_cover(
    transaction: &mut Transaction,
    scope: Scope,
    id: CollectionId,
    cover: ProductId,
) -> Result<(), Error> {
    let sql = Sql::new(
        "SELECT product_id FROM collection_products WHERE tenant_id = :tenant AND collection_id = ? \
         AND product_id = ?",
    );
    let found = transaction.fetch_optional(scope, sql.bind(id.uuid()).bind(cover.uuid())).await?;
    found.map(drop).ok_or_else(|| Error::missing("product", cover))
}

/// Puts a collection into the bin; its products stay where they are.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn delete(
    state: &State,
    grant: Grant<CurateProduct>,
    id: CollectionId,
) -> Result<Collection, Error> {
    bin(state, grant, id, Some(state.clock.now())).await
}

/// Takes a collection out of the bin.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn restore(
    state: &State,
    grant: Grant<CurateProduct>,
    id: CollectionId,
) -> Result<Collection, Error> {
    bin(state, grant, id, None).await
}

async fn bin(
    state: &State,
    grant: Grant<CurateProduct>,
    id: CollectionId,
    at: Option<Timestamp>,
) -> Result<Collection, Error> {
    let scope = grant.scope();
    let sql = Sql::new(
        "UPDATE collections SET deleted_at = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ? AND (deleted_at IS NULL) <> (CAST(? AS bigint) IS NULL)",
    );
    let sql = sql.bind(at).bind(state.clock.now()).bind(id.uuid()).bind(at);
    if state.db.execute(scope, sql).await? > 0 {
        let (kind, action) = if at.is_some() {
            (FactoryChangeKind::Deleted, "collection.delete")
        } else {
            (FactoryChangeKind::Changed, "collection.restore")
        };
        tell(state, grant, kind, id);
        state.record(grant, action, id).await?;
    }
    fetch(state, scope, id).await
}

fn tell(state: &State, grant: Grant<CurateProduct>, kind: FactoryChangeKind, id: CollectionId) {
    state.tell(grant.tenant(), FactoryChange::of(kind, FactoryEntity::Collection, id));
}

/// The product that stands for a collection: the one that was chosen, or else its first; none of an empty one.
///
/// # Errors
/// Those of the store.
pub async fn cover(
    state: &State,
    grant: Grant<ReadFactory>,
    collection: &Collection,
) -> Result<Option<Product>, Error> {
    if let Some(chosen) = collection.cover_product_id {
        let found = product::of_ids(state, grant, &[chosen]).await?.pop();
        if let Some(found) = found.filter(|product| product.deleted_at.is_none()) {
            return Ok(Some(found));
        }
    }
    let filter = ProductFilter { collection_id: Some(collection.id), ..ProductFilter::default() };
    Ok(product::list(state, grant, &filter, PageRequest::first(1)).await?.into_nodes().next())
}
