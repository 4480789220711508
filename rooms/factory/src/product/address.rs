//! Where the files of a product are: addresses that work without a credential for one to two hours.

use std::time::Duration;

use atelier_base::Scope;
use atelier_blobs::{ASSETS, Disposition, Signing};

use super::{Product, ProductType};
use crate::{Error, State};

/// Addresses end on the hour, so that they are the same for that long and a browser keeps what it fetched.
const ROUND: u64 = 3_600;

/// One of the smaller copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThumbnailSize {
    /// A long edge of 150 pixels.
    Small,
    /// 400.
    Medium,
    /// 800.
    Large,
}

impl ThumbnailSize {
    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// Where a browser shows the file.
///
/// # Errors
/// Those of the files.
pub async fn file_address(state: &State, scope: Scope, product: &Product) -> Result<String, Error> {
    signed(state, scope, &product.file_path, Some(Disposition::Inline)).await
}

/// Where a browser saves the file.
///
/// # Errors
/// Those of the files.
pub async fn download_address(state: &State, scope: Scope, product: &Product) -> Result<String, Error> {
    signed(state, scope, &product.file_path, Some(Disposition::Attachment(file_name(product)))).await
}

/// Where a smaller copy is; of a picture without copies the file itself, of anything else nothing: an empty text.
///
/// # Errors
/// Those of the files.
pub async fn thumbnail_address(
    state: &State,
    scope: Scope,
    product: &Product,
    size: ThumbnailSize,
) -> Result<String, Error> {
    match product.thumbnail_paths[size.name()].as_str() {
        Some(path) => signed(state, scope, path, Some(Disposition::Inline)).await,
        None if product.r#type == ProductType::Image => file_address(state, scope, product).await,
        None => Ok(String::new()),
    }
}

async fn signed(
    state: &State,
    scope: Scope,
    path: &str,
    disposition: Option<Disposition>,
) -> Result<String, Error> {
    let into_hour = u64::try_from(state.clock.now().as_seconds()).unwrap_or_default() % ROUND;
    let lifetime = Duration::from_secs(2 * ROUND - into_hour);
    let signing = Signing { disposition, ..Signing::reading(lifetime) };
    Ok(state.blobs.signed_url(scope, &ASSETS, &path.parse()?, &signing).await?)
}

/// What to save the file as: `prod_….png`.
pub(crate) fn file_name(product: &Product) -> String {
    let ending = product.file_path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    let ending = ending.map_or("bin", |(_, ending)| ending);
    format!("{}.{ending}", product.id)
}
