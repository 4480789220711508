//! Collections: products that belong together, in an order of their own, from any project.

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{CollectionId, InvalidInput, Patch, ProductId, Timestamp};
use atelier_sql::Row;

use crate::Error;
use crate::product::{MOST_IDS, version};

mod order;
mod store;

pub use self::order::move_before;
pub(crate) use self::order::{append, lock_open};
pub use self::store::{cover, create, delete, get, list, restore, update};

/// What is read of a collection.
pub(crate) const COLUMNS: &str = "collections.id, collections.name, collections.description, \
    collections.cover_product_id, collections.product_count, collections.is_public, collections.version, \
    collections.created_at, collections.deleted_at";

/// A collection of a tenant.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(complex)]
pub struct Collection {
    /// Unique, `coll_…`.
    pub id: CollectionId,
    /// 1 to 255 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    pub description: String,
    /// The product that stands for it.
    pub cover_product_id: Option<ProductId>,
    /// How many products it has that are not in the bin.
    pub product_count: i64,
    /// Whether it is meant for the world.
    pub is_public: bool,
    /// Counts the changes, from 1. A change names the version it was made from.
    pub version: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it went into the bin.
    pub deleted_at: Option<Timestamp>,
}

/// What it takes to make a collection.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewCollection {
    /// 1 to 255 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    #[graphql(default)]
    pub description: String,
    /// What it begins with, 1 000 products at most.
    #[graphql(default)]
    pub product_ids: Vec<ProductId>,
}

/// A change to a collection: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CollectionPatch {
    /// 1 to 255 characters.
    pub name: Patch<String>,
    /// Up to 20 000 characters, Markdown.
    pub description: Patch<String>,
    /// One of its products.
    pub cover_product_id: Patch<ProductId>,
    /// Whether it is meant for the world.
    pub is_public: Patch<bool>,
}

impl Collection {
    fn patched(self, patch: CollectionPatch) -> Result<Self, Error> {
        Self {
            name: patch.name.or_keep(self.name).trim().to_owned(),
            description: patch.description.or_keep(self.description),
            cover_product_id: patch.cover_product_id.apply(self.cover_product_id),
            is_public: patch.is_public.or_keep(self.is_public),
            ..self
        }
        .checked(0)
    }

    fn checked(self, products: usize) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("name", &self.name, 1..=255);
        faults.note_length("description", &self.description, 0..=20_000);
        let message = format!("may have {MOST_IDS} entries at most");
        faults.note(products > MOST_IDS, "productIds", "too_many", message);
        faults.finish()?;
        Ok(self)
    }
}

pub(crate) fn read(row: &Row) -> Result<Collection, Error> {
    Ok(Collection {
        id: CollectionId::from_uuid(row.get("id")?),
        name: row.get("name")?,
        description: row.find("description")?.unwrap_or_default(),
        cover_product_id: row.find("cover_product_id")?.map(ProductId::from_uuid),
        product_count: row.get("product_count")?,
        is_public: row.get("is_public")?,
        version: version(row)?,
        created_at: row.get("created_at")?,
        deleted_at: row.find("deleted_at")?,
    })
}
