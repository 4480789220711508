//! Products to give to others.

use atelier_api::{Problem, Query, SignedIn};
use atelier_base::{Caller, InvalidInput, ProductId};
use axum::body::Body;
use axum::extract::State as Ports;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::permissions::ReadFactory;
use crate::product::{Product, file_name};
use crate::{Error, State, export};

/// What is asked for.
#[derive(Deserialize, utoipa::IntoParams)]
pub(crate) struct Asked {
    /// Ids of products with commas between, 1 000 at most. What is not there is passed over.
    ids: String,
    /// `zip`, `csv` or `sheet`.
    #[serde(default)]
    format: Format,
    /// Whether the files of the archive get their recipe, where they have none: `true` unless it is said. Otherwise they
    /// are as they were made, which is what `sha256` in the table is of.
    #[serde(default = "yes")]
    recipe: bool,
}

/// What is so unless it is said.
pub(super) const fn yes() -> bool {
    true
}

/// The form of the file.
#[derive(Clone, Copy, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A ZIP archive with the files, and a table of what is known of them.
    #[default]
    Zip,
    /// The table alone.
    Csv,
    /// A JPEG with up to 240 of the pictures side by side.
    Sheet,
}

/// Products as one file: with their files, as a table, or as a contact sheet.
#[utoipa::path(get, path = "/api/v1/factory/export", tag = "factory", params(Asked),
    responses((status = 200, description = "The file", body = Vec<u8>),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `invalid_input`")))]
pub(crate) async fn export(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let grant = caller.may(ReadFactory)?;
    let products = export::asked_for(&state, grant, &ids(&asked.ids)?).await?;
    let (media_type, name, body) = match asked.format {
        Format::Zip => {
            let table = table(&state, &caller, &products).await?;
            let stream = export::archive(state, grant.scope(), products, table, asked.recipe);
            ("application/zip", "products.zip", Body::from_stream(stream))
        }
        Format::Csv => {
            let table = table(&state, &caller, &products).await?;
            ("text/csv; charset=utf-8", "products.csv", Body::from(table))
        }
        Format::Sheet => {
            let sheet = export::sheet(&state, grant.scope(), &products).await?;
            ("image/jpeg", "contact-sheet.jpg", Body::from(sheet))
        }
    };
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, body).into_response())
}

fn ids(text: &str) -> Result<Vec<ProductId>, Error> {
    let parsed: Result<Vec<ProductId>, _> =
        text.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::parse).collect();
    let mut faults = InvalidInput::default();
    faults.note(parsed.is_err(), "ids", "malformed", "has ids that begin with prod_ only");
    let ids = parsed.unwrap_or_default();
    faults.note(ids.is_empty() && faults.fields.is_empty(), "ids", "required", "is required");
    faults.finish()?;
    Ok(ids)
}

async fn table(state: &State, caller: &Caller, products: &[Product]) -> Result<String, Problem> {
    let scope = caller.scope();
    let mut rows = Vec::with_capacity(products.len());
    for product in products {
        let tags = product.siblings.tags(state, scope, product.id).await?;
        rows.push((product, file_name(product), tags.into_iter().map(|tag| tag.name).collect()));
    }
    Ok(export::table(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_with_commas_between() {
        let id = "prod_01h455vb4pex5vsknk084sn02q";
        assert_eq!(ids(&format!("{id}, {id},")).expect("ids").len(), 2);
        for odd in ["", ",", "ord_01h455vb4pex5vsknk084sn02q", "x"] {
            assert!(ids(odd).is_err(), "{odd}");
        }
    }
}
