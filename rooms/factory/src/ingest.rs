//! What a provider made, kept as products: looked at, written to the files, then into the tables.
//!
//! Files come before rows, so that a crash leaves at most a file that no row names (`work/orphans.rs` finds those). Of a
//! file that the project has already the product gets one more line of provenance, and the new one goes.

use std::collections::HashMap;

use atelier_base::{Date, ProductId, Scope, Timestamp};
use atelier_blobs::ASSETS;
use atelier_providers::Outcome;
use atelier_sql::{Bulk, Sql, Transaction, Value as Stored, ValueKind};
use bytes::Bytes;
use serde_json::{Map, Value};

use crate::item::{Claimed, Made};
use crate::product::{self, Look, NewRow, Place, Sizes, look_with, remove_files};
use crate::work::SETTLED;
use crate::{Error, State};

/// A file that lies where it belongs, and waits for its row.
pub(crate) struct File {
    look: Look,
    size: usize,
    id: ProductId,
    place: Place,
    /// Its place among the outputs.
    index: usize,
}

/// What came of a request: files that wait for their rows, and what is wrong with the others.
pub(crate) struct Batch {
    pub(crate) files: Vec<File>,
    pub(crate) damaged: Vec<String>,
    /// When the files were written.
    at: Timestamp,
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
pub(crate) async fn keep(
    state: &State,
    item: &Claimed,
    (outcome, sizes): (&Outcome, Sizes),
) -> Result<Batch, Error> {
    let (mut looks, mut damaged, mut first) = (Vec::new(), Vec::new(), None);
    for (index, output) in outcome.outputs.iter().enumerate() {
        match look_with(state, sizes, output.bytes.clone()).await {
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
    let mut batch = Batch { files: Vec::with_capacity(looks.len()), damaged, at: state.clock.now() };
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
    for file in &batch.files {
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
    place.write(state, scope, bytes, &look).await?;
    Ok(File { size: bytes.len(), look, id, place, index })
}

/// What was laid down.
pub(crate) struct Recorded<'m> {
    /// The products of each of those that made them.
    pub(crate) products: Vec<Vec<ProductId>>,
    /// Files that nobody needs: there are others with the same bytes.
    pub(crate) spare: Vec<&'m Place>,
}

const PROVENANCE: Bulk = Bulk {
    table: "product_provenance",
    columns: &[
        ("product_id", ValueKind::Uuid),
        ("order_item_id", ValueKind::Uuid),
        ("output_index", ValueKind::Int),
        ("order_id", ValueKind::Uuid),
        ("provider", ValueKind::Text),
        ("model", ValueKind::Text),
        ("parameter_set", ValueKind::Json),
        ("created_at", ValueKind::Int),
    ],
};

/// Writes the rows of files and by what they were made; all of them are of one order.
///
/// # Errors
/// Those of a statement, and [`Error::Unexpected`] for a file that was swept meanwhile: it is to be kept anew.
pub(crate) async fn record<'m>(
    state: &State,
    transaction: &mut Transaction,
    made: &[&'m Made],
    now: Timestamp,
) -> Result<Recorded<'m>, Error> {
    let mut recorded = Recorded { products: Vec::with_capacity(made.len()), spare: Vec::new() };
    let Some(first) = made.first().map(|made| &made.item) else { return Ok(recorded) };
    let (scope, project) = (first.scope, first.project);
    let hashes = made.iter().flat_map(|made| &made.batch.files).map(|file| file.look.sha256.as_str());
    let there = product::there_already(transaction, (scope, project), hashes, now).await?;
    let mut known: HashMap<_, _> = there.into_iter().map(|(hash, there)| (hash, there.id)).collect();
    let (mut rows, mut provenance) = (Vec::new(), Vec::new());
    for made in made {
        let mut products = Vec::with_capacity(made.batch.files.len());
        for file in &made.batch.files {
            let id = if let Some(id) = known.get(&file.look.sha256) {
                recorded.spare.extend((*id != file.id).then_some(&file.place));
                *id
            } else {
                check(state, made, file, now).await?;
                known.insert(file.look.sha256.clone(), file.id);
                rows.push(row(&made.item, file));
                file.id
            };
            provenance.push(origin(&made.item, (id, file.index), now));
            products.push(id);
        }
        recorded.products.push(products);
    }
    product::insert(transaction, scope, rows, now).await?;
    transaction.insert(scope, PROVENANCE, provenance).await?;
    Ok(recorded)
}

/// That a file lies where its row will say: one that waited for long for its row may have been swept.
async fn check(state: &State, made: &Made, file: &File, now: Timestamp) -> Result<(), Error> {
    let is_sure = now.since(made.batch.at) < SETTLED / 2;
    if is_sure || state.blobs.head(made.item.scope, &ASSETS, &file.place.file).await.is_ok() {
        return Ok(());
    }
    Err(Error::Unexpected("a file was swept before it had its row".to_owned()))
}

fn row<'m>(item: &Claimed, file: &'m File) -> NewRow<'m> {
    NewRow {
        id: file.id,
        item: Some(item.id),
        project: item.project,
        size: file.size,
        seen: &file.look,
        place: &file.place,
        metadata: metadata(item, &file.look.metadata),
    }
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

/// By what a product was made.
fn origin(item: &Claimed, (product, index): (ProductId, usize), now: Timestamp) -> Vec<Stored> {
    vec![
        product.uuid().into(),
        item.id.uuid().into(),
        i64::try_from(index).unwrap_or(i64::MAX).into(),
        item.order.uuid().into(),
        item.provider.as_str().into(),
        item.model.as_str().into(),
        Value::Object(metadata(item, &Map::new())).into(),
        now.into(),
    ]
}
