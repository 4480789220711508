//! A file that was brought along becomes a product: the files first, then the row, so that no row is without its
//! file. The same file twice is one product of a project.

use atelier_base::{Date, Grant, ProductId, ProjectId, Scope};
use atelier_blobs::{ASSETS, ObjectKey, Put};
use atelier_sql::{Error as StoreError, Sql};
use bytes::Bytes;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::look::{Look, Sizes, look};
use super::{Product, list};
use crate::permissions::ImportProduct;
use crate::search::product_text;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, defaults, project, stock};

/// A file to keep.
#[derive(Clone, Debug)]
pub struct NewProduct {
    /// Its bytes, 256 MB at most.
    pub bytes: Bytes,
    /// What its owner called it.
    pub file_name: Option<String>,
    /// The project that it is for.
    pub project_id: Option<ProjectId>,
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The product.
    pub product: Product,
    /// Whether it was not there before.
    pub is_new: bool,
}

/// Keeps a file with what it says of how it was made. One that is there already is given back as it is, out of the
/// bin if it lies there.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound, [`Error::NotFound`] for the project, and those of the
/// stores.
pub async fn keep(state: &State, grant: Grant<ImportProduct>, new: NewProduct) -> Result<Kept, Error> {
    let scope = grant.scope();
    defaults::ensure(state, scope).await?;
    project::ensure_some(state, scope, new.project_id).await?;
    let sizes = Sizes::read(stock::setting(state, scope, "thumbnails.sizes").await?.as_ref());
    let bytes = new.bytes.clone();
    // Decoding takes memory and a processor: few at a time, whoever brings files.
    let permit = state.processors.clone().acquire_owned().await;
    let permit = permit.map_err(|error| Error::Unexpected(error.to_string()))?;
    let seen = tokio::task::spawn_blocking(move || {
        let seen = look(&bytes, sizes);
        drop(permit);
        seen
    });
    let seen = seen.await.map_err(|error| Error::Unexpected(error.to_string()))??;
    if let Some(product) = there_already(state, grant, new.project_id, &seen.sha256).await? {
        return Ok(Kept { product, is_new: false });
    }
    let id = ProductId::generate(state.clock.now(), &state.randomness);
    let place = Place::of(id, &new, &seen, Date::of(state.clock.now()))?;
    write_files(state, scope, &place, &new.bytes, &seen).await?;
    match insert(state, scope, id, (&new, &seen, &place)).await {
        Ok(()) => {}
        // Somebody brought the same file at the same time: this copy of it is one too many.
        Err(StoreError::Exists { .. }) => {
            super::remove_files(state, scope, &place.all()).await?;
            let there = there_already(state, grant, new.project_id, &seen.sha256).await?;
            let product = there.ok_or_else(|| Error::missing("product", id))?;
            return Ok(Kept { product, is_new: false });
        }
        Err(error) => return Err(error.into()),
    }
    tell(state, grant, FactoryChangeKind::Created, (id, new.project_id));
    state.record(grant, "product.import", id).await?;
    Ok(Kept { product: list::fetch(state, scope, id).await?, is_new: true })
}

/// The objects of a product.
struct Place {
    file: ObjectKey,
    copies: Vec<(&'static str, ObjectKey)>,
}

impl Place {
    /// `products/<project>/<year>/<month>/<product>_<hash>.<ending>`.
    fn of(id: ProductId, new: &NewProduct, seen: &Look, day: Date) -> Result<Self, Error> {
        let project = new.project_id.map_or_else(|| "unfiled".to_owned(), |project| project.to_string());
        let month = day.to_string()[..7].replace('-', "/");
        let stem = format!("products/{project}/{month}/{id}_{}", &seen.sha256[..16]);
        let file = format!("{stem}.{}", seen.extension).parse()?;
        let copies =
            seen.copies.iter().map(|copy| Ok((copy.name, format!("{stem}_{}.jpg", copy.name).parse()?)));
        Ok(Self { file, copies: copies.collect::<Result<_, Error>>()? })
    }

    fn all(&self) -> Vec<String> {
        let copies = self.copies.iter().map(|(_, key)| key.to_string());
        copies.chain([self.file.to_string()]).collect()
    }
}

async fn write_files(
    state: &State,
    scope: Scope,
    place: &Place,
    bytes: &Bytes,
    seen: &Look,
) -> Result<(), Error> {
    let put = Put::of_type(seen.media_type).expect(&seen.sha256);
    state.blobs.put_bytes(scope, &ASSETS, &place.file, put, bytes.clone()).await?;
    for ((_, key), copy) in place.copies.iter().zip(&seen.copies) {
        state.blobs.put_bytes(scope, &ASSETS, key, Put::of_type("image/jpeg"), copy.jpeg.clone()).await?;
    }
    Ok(())
}

async fn insert(
    state: &State,
    scope: Scope,
    id: ProductId,
    (new, seen, place): (&NewProduct, &Look, &Place),
) -> Result<(), StoreError> {
    let mut metadata = seen.metadata.clone();
    if let Some(name) = &new.file_name {
        let name: String = name.chars().filter(|c| !c.is_control()).take(255).collect();
        metadata.insert("file_name".into(), name.into());
    }
    let metadata = Value::Object(metadata);
    let copies = place.copies.iter().map(|(name, key)| ((*name).to_owned(), Value::from(key.as_str())));
    let now = state.clock.now();
    let sql = Sql::new(
        "INSERT INTO products (tenant_id, id, project_id, type, file_path, file_size, file_hash, thumbnail_paths, \
         width, height, duration, mime_type, search_text, metadata, thumbhash, perceptual_hash, \
         has_content_credentials, created_at, updated_at) \
         VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql
        .bind(id.uuid())
        .bind(new.project_id.map(ProjectId::uuid))
        .bind(seen.kind.name())
        .bind(place.file.as_str())
        .bind(i64::try_from(new.bytes.len()).unwrap_or(i64::MAX))
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
    state.db.execute(scope, sql).await.map(drop)
}

/// The project's product of those bytes, out of the bin if it lay there.
async fn there_already(
    state: &State,
    grant: Grant<ImportProduct>,
    project: Option<ProjectId>,
    sha256: &str,
) -> Result<Option<Product>, Error> {
    let scope = grant.scope();
    let sql = Sql::new(
        "SELECT id, deleted_at FROM products WHERE tenant_id = :tenant AND file_hash = ? \
         AND project_id IS NOT DISTINCT FROM ?",
    );
    let sql = sql.bind(sha256).bind(project.map(ProjectId::uuid));
    let Some(row) = state.db.fetch_optional(scope, sql).await? else { return Ok(None) };
    let id = ProductId::from_uuid(row.get::<Uuid>("id")?);
    if row.find::<i64>("deleted_at")?.is_some() {
        let sql = Sql::new(
            "UPDATE products SET deleted_at = NULL, updated_at = ?, version = version + 1 \
             WHERE tenant_id = :tenant AND id = ?",
        );
        state.db.execute(scope, sql.bind(state.clock.now()).bind(id.uuid())).await?;
        tell(state, grant, FactoryChangeKind::Changed, (id, project));
    }
    Ok(list::fetch_all(state, scope, &[id]).await?.pop())
}

fn tell(
    state: &State,
    grant: Grant<ImportProduct>,
    kind: FactoryChangeKind,
    (id, project): (ProductId, Option<ProjectId>),
) {
    let change = FactoryChange::of(kind, FactoryEntity::Product, id);
    state.tell(grant.tenant(), change.project(project));
}
