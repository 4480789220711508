//! Rows of products.

use std::collections::BTreeSet;
use std::sync::Arc;

use atelier_base::{OrderId, OrderItemId, ProductId, ProjectId};
use atelier_sql::{Row, Sql};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use uuid::Uuid;

use super::{Product, ProductType, Recipe, Siblings, recipe};
use crate::Error;

/// What is read of a product, in any statement that has the table `products`.
pub(crate) const COLUMNS: &str = "products.id, products.project_id, products.order_item_id, products.type, \
    products.file_path, products.file_size, products.file_hash, products.thumbnail_paths, products.width, \
    products.height, products.duration, products.mime_type, products.metadata, products.liked, products.rating, \
    products.notes, products.thumbhash, products.has_content_credentials, products.version, products.created_at, \
    products.updated_at, products.deleted_at, \
    (SELECT order_id FROM order_items WHERE order_items.id = products.order_item_id) AS order_id";

/// Products that were read together.
///
/// # Errors
/// [`atelier_sql::Error::Unreadable`].
pub(crate) fn read(rows: &[Row]) -> Result<Vec<Product>, Error> {
    let ids = rows.iter().map(|row| Ok(ProductId::from_uuid(row.get("id")?)));
    let siblings = Arc::new(Siblings::of(ids.collect::<Result<_, Error>>()?));
    rows.iter().map(|row| one(row, siblings.clone())).collect()
}

fn one(row: &Row, siblings: Arc<Siblings>) -> Result<Product, Error> {
    let metadata: Value = row.find("metadata")?.unwrap_or_default();
    let Recipe { prompt, negative_prompt, provider, model, parameters } = recipe(&metadata);
    let kind: String = row.get("type")?;
    let kind = ProductType::ALL.into_iter().find(|one| one.name() == kind);
    let thumbhash = row.find::<Vec<u8>>("thumbhash")?;
    Ok(Product {
        id: ProductId::from_uuid(row.get("id")?),
        project_id: row.find("project_id")?.map(ProjectId::from_uuid),
        order_id: row.find("order_id")?.map(OrderId::from_uuid),
        order_item_id: row.find("order_item_id")?.map(OrderItemId::from_uuid),
        r#type: kind.ok_or_else(|| Error::Unexpected("a product of no type".to_owned()))?,
        mime_type: row.find("mime_type")?.unwrap_or_else(|| "application/octet-stream".to_owned()),
        file_size: row.find("file_size")?.unwrap_or_default(),
        file_hash: row.find("file_hash")?.unwrap_or_default(),
        width: row.find("width")?,
        height: row.find("height")?,
        duration: row.find("duration")?,
        thumbhash: thumbhash.map(|bytes| STANDARD.encode(bytes)),
        prompt,
        negative_prompt,
        provider,
        model,
        parameters,
        metadata,
        has_content_credentials: row.get("has_content_credentials")?,
        liked: row.get("liked")?,
        rating: row.find("rating")?,
        notes: row.find("notes")?.unwrap_or_default(),
        version: version(row)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        deleted_at: row.find("deleted_at")?,
        file_path: row.get("file_path")?,
        thumbnail_paths: row.find("thumbnail_paths")?.unwrap_or_default(),
        siblings,
    })
}

/// The column `version`.
///
/// # Errors
/// [`atelier_sql::Error::Unreadable`].
pub(crate) fn version(row: &Row) -> Result<u32, Error> {
    Ok(u32::try_from(row.get::<i64>("version")?).unwrap_or(u32::MAX))
}

/// `(?, ?)` with the ids; none finds nothing.
pub(crate) fn list_of(ids: &[ProductId]) -> Sql {
    marks(ids.iter().map(|id| id.uuid()))
}

/// `(?, ?)` with the values; none finds nothing.
pub(crate) fn marks(values: impl ExactSizeIterator<Item = Uuid>) -> Sql {
    if values.len() == 0 {
        return Sql::new("(NULL)");
    }
    let marks = vec!["?"; values.len()].join(", ");
    values.fold(Sql::new(format!("({marks})")), Sql::bind)
}

/// The ids in a column.
///
/// # Errors
/// [`atelier_sql::Error::Unreadable`].
pub(crate) fn ids_of(rows: &[Row], column: &str) -> Result<BTreeSet<ProductId>, Error> {
    rows.iter().map(|row| Ok(ProductId::from_uuid(row.get(column)?))).collect()
}
