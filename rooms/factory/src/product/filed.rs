//! A file that becomes a product, whoever made or brought it: looked at, written with its smaller copies, and named by
//! a row. Files come before rows, so that no row is without its file.

use std::collections::{BTreeSet, HashMap};

use atelier_base::{Date, OrderItemId, ProductId, ProjectId, Scope, Timestamp};
use atelier_blobs::{ASSETS, ObjectKey, Put};
use atelier_sql::{Bulk, Dialect, Sql, Transaction, Value as Stored, ValueKind};
use bytes::Bytes;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::look::{Look, Sizes, look};
use super::remove_files;
use crate::search::product_text;
use crate::{Error, State, stock};

/// What the bytes are, with smaller copies of the tenant's sizes.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound, and those of the store.
pub(crate) async fn look_at(state: &State, scope: Scope, bytes: Bytes) -> Result<Look, Error> {
    look_with(state, sizes(state, scope).await?, bytes).await
}

/// The sizes of the tenant's smaller copies.
pub(crate) async fn sizes(state: &State, scope: Scope) -> Result<Sizes, Error> {
    Ok(Sizes::read(stock::setting(state, scope, "thumbnails.sizes").await?.as_ref()))
}

/// What the bytes are, with smaller copies of those sizes.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound.
pub(crate) async fn look_with(state: &State, sizes: Sizes, bytes: Bytes) -> Result<Look, Error> {
    // Decoding takes memory and a processor: few at a time, whoever asks.
    let permit = state.processors.clone().acquire_owned().await;
    let permit = permit.map_err(|error| Error::Unexpected(error.to_string()))?;
    let seen = tokio::task::spawn_blocking(move || {
        let seen = look(&bytes, sizes);
        drop(permit);
        seen
    });
    // A decoder that gives up is the fault of the file.
    seen.await.unwrap_or_else(|error| {
        tracing::error!(%error, "a decoder broke off");
        Err(atelier_media::Error::Unknown.into())
    })
}

/// Where the objects of a product lie.
pub(crate) struct Place {
    pub(crate) file: ObjectKey,
    copies: Vec<(&'static str, ObjectKey)>,
}

impl Place {
    /// `products/<project>/<year>/<month>/<product>_<hash>.<ending>`.
    pub(crate) fn of(
        id: ProductId,
        project: Option<ProjectId>,
        seen: &Look,
        day: Date,
    ) -> Result<Self, Error> {
        let project = project.map_or_else(|| "unfiled".to_owned(), |project| project.to_string());
        let (day, hash) = (day.to_string(), &seen.sha256);
        let month = day.get(..7).unwrap_or("0000-00").replace('-', "/");
        let stem = format!("products/{project}/{month}/{id}_{}", hash.get(..16).unwrap_or(hash));
        let file = format!("{stem}.{}", seen.extension).parse()?;
        let copies = seen.copies.iter().map(|copy| {
            // A picture that is smaller than several of the sizes has one copy for all of them.
            let same = seen.copies.iter().find(|other| other.jpeg == copy.jpeg).unwrap_or(copy);
            Ok((copy.name, format!("{stem}_{}.jpg", same.name).parse()?))
        });
        Ok(Self { file, copies: copies.collect::<Result<_, Error>>()? })
    }

    /// Every one of them.
    pub(crate) fn all(&self) -> Vec<String> {
        let copies = self.copies.iter().map(|(_, key)| key.to_string());
        copies.chain([self.file.to_string()]).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Writes the file and its copies.
    ///
    /// # Errors
    /// Those of the files; then what was written is removed again.
    pub(crate) async fn write(
        &self,
        state: &State,
        scope: Scope,
        bytes: &Bytes,
        seen: &Look,
    ) -> Result<(), Error> {
        let written = self.write_all(state, scope, bytes, seen).await;
        if written.is_err()
            && let Err(error) = remove_files(state, scope, &self.all()).await
        {
            tracing::warn!(%error, file = %self.file, "a part of a product is left behind; the sweep removes it");
        }
        written
    }

    async fn write_all(&self, state: &State, scope: Scope, bytes: &Bytes, seen: &Look) -> Result<(), Error> {
        let put = Put::of_type(seen.media_type).expect(&seen.sha256);
        let mut objects = vec![(self.file.clone(), put, bytes.clone())];
        for ((_, key), copy) in self.copies.iter().zip(&seen.copies) {
            if objects.iter().all(|(other, ..)| other != key) {
                objects.push((key.clone(), Put::of_type("image/jpeg"), copy.jpeg.clone().into()));
            }
        }
        state.blobs.put_all(scope, &ASSETS, objects).await?;
        Ok(())
    }
}

/// The row of a product whose files lie where they belong.
pub(crate) struct NewRow<'a> {
    pub(crate) id: ProductId,
    /// The item that made it; none for one that was brought along.
    pub(crate) item: Option<OrderItemId>,
    pub(crate) project: Option<ProjectId>,
    /// Bytes.
    pub(crate) size: usize,
    pub(crate) seen: &'a Look,
    pub(crate) place: &'a Place,
    pub(crate) metadata: Map<String, Value>,
}

const COLUMNS: &[(&str, ValueKind)] = &[
    ("id", ValueKind::Uuid),
    ("order_item_id", ValueKind::Uuid),
    ("project_id", ValueKind::Uuid),
    ("type", ValueKind::Text),
    ("file_path", ValueKind::Text),
    ("file_size", ValueKind::Int),
    ("file_hash", ValueKind::Text),
    ("thumbnail_paths", ValueKind::Json),
    ("width", ValueKind::Int),
    ("height", ValueKind::Int),
    ("duration", ValueKind::Float),
    ("mime_type", ValueKind::Text),
    ("search_text", ValueKind::Text),
    ("metadata", ValueKind::Json),
    ("thumbhash", ValueKind::Bytes),
    ("perceptual_hash", ValueKind::Int),
    ("has_content_credentials", ValueKind::Bool),
    ("created_at", ValueKind::Int),
    ("updated_at", ValueKind::Int),
    // On SQLite alone: see `migrations/sqlite/0007.up.sql`.
    ("search_row", ValueKind::Int),
];

impl NewRow<'_> {
    /// All columns but the last.
    fn values(self, now: Timestamp) -> Vec<Stored> {
        let Self { id, item, project, size, seen, place, metadata } = self;
        let metadata = Value::Object(metadata);
        let copies = place.copies.iter().map(|(name, key)| ((*name).to_owned(), Value::from(key.as_str())));
        vec![
            id.uuid().into(),
            item.map(OrderItemId::uuid).into(),
            project.map(ProjectId::uuid).into(),
            seen.kind.name().into(),
            place.file.as_str().into(),
            i64::try_from(size).unwrap_or(i64::MAX).into(),
            seen.sha256.as_str().into(),
            Value::Object(copies.collect::<Map<_, _>>()).into(),
            seen.width.into(),
            seen.height.into(),
            seen.duration.into(),
            seen.media_type.into(),
            product_text(&metadata).into(),
            metadata.into(),
            seen.thumbhash.clone().into(),
            seen.perceptual_hash.into(),
            seen.has_content_credentials.into(),
            now.into(),
            now.into(),
        ]
    }
}

/// A product that has the bytes of a file already.
pub(crate) struct There {
    pub(crate) id: ProductId,
    /// Whether it came out of the bin just now.
    pub(crate) was_binned: bool,
}

/// The project's products with the bytes of these files, by their SHA-256; those in the bin come out of it.
///
/// # Errors
/// Those of a statement.
pub(crate) async fn there_already(
    transaction: &mut Transaction,
    (scope, project): (Scope, Option<ProjectId>),
    hashes: impl Iterator<Item = &str>,
    now: Timestamp,
) -> Result<HashMap<String, There>, atelier_sql::Error> {
    let list = transaction
        .dialect()
        .choose("IN (SELECT value FROM json_each(?))", "= ANY (ARRAY(SELECT jsonb_array_elements_text(?)))");
    let sql = Sql::new(format!(
        "SELECT id, file_hash, deleted_at FROM products \
         WHERE tenant_id = :tenant AND project_id IS NOT DISTINCT FROM ? AND file_hash {list}"
    ));
    let sql = sql.bind(project.map(ProjectId::uuid)).bind(hashes.collect::<Value>());
    let mut there = HashMap::new();
    for row in transaction.fetch_all(scope, sql).await? {
        let id = row.get::<Uuid>("id")?;
        let was_binned = row.find::<i64>("deleted_at")?.is_some();
        if was_binned {
            let sql = "UPDATE products SET deleted_at = NULL, updated_at = ?, version = version + 1 \
                       WHERE tenant_id = :tenant AND id = ?";
            transaction.execute(scope, Sql::new(sql).bind(now).bind(id)).await?;
        }
        there.insert(row.get("file_hash")?, There { id: ProductId::from_uuid(id), was_binned });
    }
    Ok(there)
}

/// Lays rows down.
///
/// # Errors
/// Those of a statement.
pub(crate) async fn insert(
    transaction: &mut Transaction,
    scope: Scope,
    rows: Vec<NewRow<'_>>,
    now: Timestamp,
) -> Result<(), atelier_sql::Error> {
    let mut rows: Vec<_> = rows.into_iter().map(|row| row.values(now)).collect();
    if transaction.dialect() == Dialect::Postgres {
        let columns = COLUMNS.split_last().map_or(COLUMNS, |(_, columns)| columns);
        return transaction.insert(scope, Bulk { table: "products", columns }, rows).await.map(drop);
    }
    // The row's number follows the time; numbers are those of the file, whoever's the rows are.
    let [first, next] = [0, 1].map(|later| (now.as_millis() + later) << 15);
    let sql = "SELECT (SELECT coalesce(max(search_row) + 1, ?) FROM products WHERE search_row >= ? AND search_row < ?) AS n \
               WHERE :tenant <> ''";
    let found = transaction.fetch_optional(scope, Sql::new(sql).bind(first).bind(first).bind(next)).await?;
    let number = found.map(|row| row.get::<i64>("n")).transpose()?.unwrap_or(first);
    for (row, number) in rows.iter_mut().zip(number..) {
        row.push(number.into());
    }
    transaction.insert(scope, Bulk { table: "products", columns: COLUMNS }, rows).await.map(drop)
}
