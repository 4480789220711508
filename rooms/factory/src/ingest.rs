//! What a provider made, kept as products: looked at, written to the files, then into the tables.
//!
//! Files come before rows, so that a crash leaves at most a file that no row names (`work/orphans.rs` finds those). A
//! file that the project has already is not written again: the product gets one more line of provenance.

use atelier_base::{Date, OrderItemId, ProductId, ProjectId, Scope};
use atelier_blobs::ASSETS;
use atelier_providers::Outcome;
use atelier_sql::{Sql, Transaction};
use bytes::Bytes;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::item::Claimed;
use crate::product::{Look, NewRow, Place, look_at, remove_files};
use crate::{Error, State};

/// A file that lies where it belongs, and waits for its row.
pub(crate) struct File {
    look: Look,
    size: usize,
    id: ProductId,
    place: Place,
    /// Its place among the outputs.
    index: usize,
    /// Whether it was written: the project had none like it.
    is_written: bool,
}

/// What came of a request: files that wait for their rows, and what is wrong with the others.
pub(crate) struct Batch {
    pub(crate) files: Vec<File>,
    pub(crate) damaged: Vec<String>,
}

impl Batch {
    /// In words.
    pub(crate) fn said(&self) -> String {
        let made = match self.files.len() {
            1 => "1 file was made".to_owned(),
            count => format!("{count} files were made"),
        };
        match &self.damaged[..] {
            [] => made,
            damaged => format!("{made}; {} came damaged: {}", damaged.len(), damaged.join("; ")),
        }
    }
}

/// Looks at what was made and writes its files. Nothing of it is in the tables yet. What is damaged is left out, as
/// long as anything is not: the rest was paid for, too.
///
/// # Errors
/// [`Error::Media`] when no output is a picture, film or sound, and those of the stores; then no file is left behind.
pub(crate) async fn keep(state: &State, item: &Claimed, outcome: &Outcome) -> Result<Batch, Error> {
    let (mut looks, mut damaged, mut first) = (Vec::new(), Vec::new(), None);
    for (index, output) in outcome.outputs.iter().enumerate() {
        match look_at(state, item.scope, output.bytes.clone()).await {
            Ok(look) => looks.push((index, look)),
            Err(Error::Media(error)) => {
                damaged.push(error.to_string());
                first = first.or(Some(error));
            }
            Err(error) => return Err(error),
        }
    }
    if let (true, Some(error)) = (looks.is_empty(), first) {
        return Err(error.into());
    }
    let mut batch = Batch { files: Vec::with_capacity(looks.len()), damaged };
    for (index, look) in looks {
        let Some(output) = outcome.outputs.get(index) else { continue };
        match write(state, item, look, (index, &output.bytes)).await {
            Ok(file) => batch.files.push(file),
            Err(error) => {
                if let Err(left) = take_back(state, item.scope, &batch).await {
                    tracing::warn!(error = %left, "files are left behind; the sweep removes them");
                }
                return Err(error);
            }
        }
    }
    Ok(batch)
}

/// Removes the files that got no row.
///
/// # Errors
/// Those of the stores.
pub(crate) async fn take_back(state: &State, scope: Scope, batch: &Batch) -> Result<(), Error> {
    for file in batch.files.iter().filter(|file| file.is_written) {
        let sql = Sql::new("SELECT id FROM products WHERE tenant_id = :tenant AND id = ?");
        if state.db.fetch_optional(scope, sql.bind(file.id.uuid())).await?.is_none() {
            remove_files(state, scope, &file.place.all()).await?;
        }
    }
    Ok(())
}

async fn write(
    state: &State,
    item: &Claimed,
    look: Look,
    (index, bytes): (usize, &Bytes),
) -> Result<File, Error> {
    let (scope, now) = (item.scope, state.clock.now());
    let id = ProductId::generate(now, &state.randomness);
    let place = Place::of(id, item.project, &look, Date::of(now))?;
    let is_written = stored(state, scope, item.project, &look.sha256).await?.is_none();
    if is_written {
        place.write(state, scope, bytes, &look).await?;
    }
    Ok(File { size: bytes.len(), look, id, place, index, is_written })
}

const SAME: &str = "SELECT id, deleted_at FROM products WHERE tenant_id = :tenant AND file_hash = ? \
    AND project_id IS NOT DISTINCT FROM ?";

async fn stored(
    state: &State,
    scope: Scope,
    project: Option<ProjectId>,
    sha256: &str,
) -> Result<Option<Uuid>, Error> {
    let sql = Sql::new(SAME).bind(sha256).bind(project.map(ProjectId::uuid));
    let row = state.db.fetch_optional(scope, sql).await?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

/// Writes the rows of files and by what they were made; returns their products.
///
/// # Errors
/// Those of a statement. When a product was purged between the look and the row, [`Error::Unexpected`]: its file is
/// to be kept anew.
pub(crate) async fn record(
    state: &State,
    transaction: &mut Transaction,
    item: &Claimed,
    files: &[File],
) -> Result<Vec<ProductId>, Error> {
    let mut products = Vec::new();
    for file in files {
        let product = row(state, transaction, item, file).await?;
        provenance(state, transaction, item, (product, file.index)).await?;
        products.push(product);
    }
    Ok(products)
}

async fn row(
    state: &State,
    transaction: &mut Transaction,
    item: &Claimed,
    file: &File,
) -> Result<ProductId, Error> {
    let (scope, now, seen) = (item.scope, state.clock.now(), &file.look);
    let same = Sql::new(SAME).bind(seen.sha256.as_str()).bind(item.project.map(ProjectId::uuid));
    if let Some(row) = transaction.fetch_optional(scope, same).await? {
        let id = row.get::<Uuid>("id")?;
        if row.find::<i64>("deleted_at")?.is_some() {
            let sql = "UPDATE products SET deleted_at = NULL, updated_at = ?, version = version + 1 \
                       WHERE tenant_id = :tenant AND id = ?";
            transaction.execute(scope, Sql::new(sql).bind(now).bind(id)).await?;
        }
        return Ok(ProductId::from_uuid(id));
    }
    if state.blobs.head(scope, &ASSETS, &file.place.file).await.is_err() {
        return Err(Error::Unexpected("the product was purged while it was made again".to_owned()));
    }
    let new = NewRow {
        id: file.id,
        item: Some(item.id),
        project: item.project,
        size: file.size,
        seen,
        place: &file.place,
        metadata: metadata(item, &seen.metadata),
    };
    transaction.execute(scope, new.insert(state.db.dialect(), now)).await?;
    Ok(file.id)
}

/// What was asked for is the recipe, under the names that filters use; what the file itself says fills the gaps.
fn metadata(item: &Claimed, found: &Map<String, Value>) -> Map<String, Value> {
    let mut metadata = found.clone();
    if let Some(parameters) = item.parameters["parameters"].as_object() {
        metadata.extend(parameters.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    for name in ["prompt", "negative_prompt"] {
        metadata.insert(name.to_owned(), item.parameters[name].clone());
    }
    metadata.insert("provider".to_owned(), item.provider.clone().into());
    metadata.insert("model".to_owned(), item.model.clone().into());
    metadata
}

async fn provenance(
    state: &State,
    transaction: &mut Transaction,
    item: &Claimed,
    (product, index): (ProductId, usize),
) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO product_provenance (tenant_id, product_id, order_item_id, output_index, order_id, provider, \
         model, parameter_set, created_at) VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    let id: OrderItemId = item.id;
    let sql = sql
        .bind(product.uuid())
        .bind(id.uuid())
        .bind(i64::try_from(index).unwrap_or(i64::MAX))
        .bind(item.order.uuid())
        .bind(item.provider.as_str())
        .bind(item.model.as_str())
        .bind(Value::Object(metadata(item, &Map::new())))
        .bind(state.clock.now());
    transaction.execute(item.scope, sql).await?;
    Ok(())
}
