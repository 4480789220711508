//! The models that Replicate offers, with what each takes.

use serde_json::Value;

use crate::cloud::{Cloud, is_path};
use crate::error::{Category, Error};
use crate::http::Call;
use crate::port::Model;
use crate::schema;

/// A collection holds the description of every model in it.
const LARGEST_LIST: usize = 64 * 1024 * 1024;

pub(super) async fn list(cloud: &Cloud) -> Result<Vec<Model>, Error> {
    let named = cloud.named_models();
    if named.is_empty() {
        return collection(cloud).await;
    }
    let mut models = Vec::with_capacity(named.len());
    for name in named {
        let (path, _) = name.split_once(':').unwrap_or((name, ""));
        if !is_path(path) {
            return Err(Error::new(Category::Validation, "A model is called owner/name").parameter("models"));
        }
        let found = cloud.read(cloud.url(&format!("/models/{path}"))).await?;
        models.extend(model(&found).map(|model| Model { id: name.to_owned(), ..model }));
    }
    Ok(models)
}

async fn collection(cloud: &Cloud) -> Result<Vec<Model>, Error> {
    let slug = cloud.text("collection").unwrap_or("text-to-image");
    if !slug.chars().all(|char| char.is_ascii_alphanumeric() || char == '-') {
        return Err(
            Error::new(Category::Validation, "That is no name of a collection").parameter("collection")
        );
    }
    let call = Call::get(cloud.url(&format!("/collections/{slug}"))).largest(LARGEST_LIST);
    let found = cloud.send(call).await?.accepted()?.json()?;
    Ok(found.get("models").and_then(Value::as_array).into_iter().flatten().filter_map(model).collect())
}

fn model(found: &Value) -> Option<Model> {
    let text = |place: &str| found.pointer(place).and_then(Value::as_str);
    let (owner, name) = (text("/owner")?, text("/name")?);
    let description = found.pointer("/latest_version/openapi_schema");
    let parameters = description.and_then(|document| schema::at(document, "/components/schemas/Input"));
    Some(Model {
        id: format!("{owner}/{name}"),
        name: name.to_owned(),
        family: None,
        is_available: description.is_some(),
        parameter_schema: parameters.unwrap_or_else(schema::any),
        pricing: None,
    })
}
