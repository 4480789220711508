//! A product as it is given away: its recipe goes into the file, so that it stays with the picture wherever that goes,
//! and what was made here is signed, where the server has a key for that.
//!
//! What is kept stays as its provider made it, so that the same file is one product. Nothing that stands in a file is
//! replaced, and a file with content credentials is given as it is: they vouch for its bytes.

mod statement;

use atelier_base::Scope;
use atelier_blobs::{ASSETS, Error as BlobError};
use atelier_media::content_credentials;
use atelier_media::generation::{self, Written};
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use serde_json::{Map, Value};

use self::statement::Statement;
use super::Product;
use crate::{Error, State};

/// Larger files are given as they are: the whole of a file is held to put something into it.
const MOST_BYTES: i64 = 64 << 20;
/// Kinds of files that a recipe can be put into.
const KINDS: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// The bytes of a product's file, from its beginning.
pub struct Delivery {
    /// How many there are.
    pub size: u64,
    /// The bytes.
    pub body: BoxStream<'static, Result<Bytes, BlobError>>,
}

/// The file of a product: with its recipe in it and signed, if that is wanted and can be, else as it was made.
///
/// # Errors
/// Those of the files; [`BlobError::NotFound`] when there is none any more. Those of the store.
pub async fn deliver(
    state: &State,
    scope: Scope,
    product: &Product,
    with_recipe: bool,
) -> Result<Delivery, Error> {
    let key = product.file_path.parse()?;
    let object = state.blobs.get(scope, &ASSETS, &key).await?;
    let (mut recipe, mut statement) = (None, None);
    if with_recipe && takes_more(product) {
        recipe = has_recipe(product).then(|| self::recipe(product));
        statement = Statement::of(state, scope, product).await?;
    }
    if recipe.is_none() && statement.is_none() {
        return Ok(Delivery { size: object.info.size, body: object.body });
    }
    let mut bytes = object.bytes().await?;
    let written = tokio::task::spawn_blocking(move || {
        if let Some(recipe) = recipe {
            bytes = with(bytes, &recipe);
        }
        // Last, since a signature is over all the rest.
        match statement {
            Some(statement) => statement.sign(bytes),
            None => bytes,
        }
    });
    let bytes = written.await.map_err(|error| Error::Unexpected(error.to_string()))?;
    Ok(Delivery { size: bytes.len() as u64, body: stream::once(async { Ok(bytes) }).boxed() })
}

/// Whether anything may be put into the file, as far as can be told without reading it.
fn takes_more(product: &Product) -> bool {
    let is_kind = KINDS.contains(&product.mime_type.as_str());
    is_kind && !product.has_content_credentials && product.file_size <= MOST_BYTES
}

fn has_recipe(product: &Product) -> bool {
    !product.prompt.is_empty() && product.provider.is_some()
}

/// The file with the recipe; as it is where something stands there, or where it can't be put in.
fn with(bytes: Bytes, recipe: &Written) -> Bytes {
    if content_credentials(&bytes) || generation::is_taken(&bytes) {
        return bytes;
    }
    match generation::write(&bytes, recipe) {
        Ok(written) => written.into(),
        Err(error) => {
            tracing::debug!(%error, "a product is given away without its recipe");
            bytes
        }
    }
}

/// What providers call that which others know by the first of these names.
const NAMES: [(&str, &[&str]); 5] = [
    ("steps", &["num_inference_steps", "inference_steps", "num_steps"]),
    ("cfg_scale", &["cfgScale", "guidance_scale", "cfg"]),
    ("sampler", &["sampler_name"]),
    ("clip_skip", &["clipSkip"]),
    ("denoising_strength", &["prompt_strength", "strength"]),
];

/// How it was made: the parameters as they were asked for, and again under the names that others know.
fn recipe(product: &Product) -> Written {
    let mut parameters: Map<String, Value> = product.parameters.as_object().cloned().unwrap_or_default();
    for (name, others) in NAMES {
        if let Some(value) = others.iter().find_map(|other| product.parameters.get(*other)).cloned() {
            parameters.entry(name).or_insert(value);
        }
    }
    for (name, edge) in [("width", product.width), ("height", product.height)] {
        if let Some(edge) = edge {
            parameters.entry(name).or_insert(edge.into());
        }
    }
    for (name, text) in [("model", &product.model), ("provider", &product.provider)] {
        if let Some(text) = text {
            parameters.insert(name.to_owned(), text.clone().into());
        }
    }
    Written { prompt: product.prompt.clone(), negative_prompt: product.negative_prompt.clone(), parameters }
}
