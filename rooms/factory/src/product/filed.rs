//! A file that becomes a product, whoever made or brought it: looked at, written with its smaller copies, and named by
//! a row. Files come before rows, so that no row is without its file.

use atelier_base::{Date, OrderItemId, ProductId, ProjectId, Scope, Timestamp};
use atelier_blobs::{ASSETS, ObjectKey, Put};
use atelier_sql::{Dialect, Sql};
use bytes::Bytes;
use serde_json::{Map, Value};

use super::look::{Look, Sizes, look};
use super::remove_files;
use crate::search::product_text;
use crate::{Error, State, stock};

/// What the bytes are, with smaller copies of the tenant's sizes.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound, and those of the store.
pub(crate) async fn look_at(state: &State, scope: Scope, bytes: Bytes) -> Result<Look, Error> {
    let sizes = Sizes::read(stock::setting(state, scope, "thumbnails.sizes").await?.as_ref());
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
        let copies =
            seen.copies.iter().map(|copy| Ok((copy.name, format!("{stem}_{}.jpg", copy.name).parse()?)));
        Ok(Self { file, copies: copies.collect::<Result<_, Error>>()? })
    }

    /// Every one of them.
    pub(crate) fn all(&self) -> Vec<String> {
        let copies = self.copies.iter().map(|(_, key)| key.to_string());
        copies.chain([self.file.to_string()]).collect()
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
        state.blobs.put_bytes(scope, &ASSETS, &self.file, put, bytes.clone()).await?;
        for ((_, key), copy) in self.copies.iter().zip(&seen.copies) {
            state.blobs.put_bytes(scope, &ASSETS, key, Put::of_type("image/jpeg"), copy.jpeg.clone()).await?;
        }
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

impl NewRow<'_> {
    /// The statement that lays it down.
    pub(crate) fn insert(self, dialect: Dialect, now: Timestamp) -> Sql {
        let Self { id, item, project, size, seen, place, metadata } = self;
        let metadata = Value::Object(metadata);
        let copies = place.copies.iter().map(|(name, key)| ((*name).to_owned(), Value::from(key.as_str())));
        // On SQLite the row's number follows the time: see `migrations/sqlite/0006.up.sql`.
        let number = ", (SELECT coalesce(max(search_row) + 1, ?) FROM products WHERE search_row >= ? AND search_row < ?)";
        let (column, number) = dialect.choose((", search_row", number), ("", ""));
        let sql = Sql::new(format!(
            "INSERT INTO products (tenant_id, id, order_item_id, project_id, type, file_path, file_size, \
             file_hash, thumbnail_paths, width, height, duration, mime_type, search_text, metadata, thumbhash, \
             perceptual_hash, has_content_credentials, created_at, updated_at{column}) \
             VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?{number})"
        ));
        let sql = sql
            .bind(id.uuid())
            .bind(item.map(OrderItemId::uuid))
            .bind(project.map(ProjectId::uuid))
            .bind(seen.kind.name())
            .bind(place.file.as_str())
            .bind(i64::try_from(size).unwrap_or(i64::MAX))
            .bind(seen.sha256.as_str())
            .bind(Value::Object(copies.collect::<Map<_, _>>()))
            .bind(seen.width)
            .bind(seen.height)
            .bind(seen.duration)
            .bind(seen.media_type)
            .bind(product_text(&metadata))
            .bind(metadata)
            .bind(seen.thumbhash.clone())
            .bind(seen.perceptual_hash)
            .bind(seen.has_content_credentials)
            .bind(now)
            .bind(now);
        let [first, next] = [0, 1].map(|later| (now.as_millis() + later) << 15);
        match dialect {
            Dialect::Sqlite => sql.bind(first).bind(first).bind(next),
            Dialect::Postgres => sql,
        }
    }
}
