//! Products to give to others: as one archive, as a table, as a contact sheet.

use atelier_base::{Grant, ProductId};

use crate::permissions::ReadFactory;
use crate::product::{self, Product};
use crate::{Error, State};

mod archive;
mod csv;
mod sheet;
mod zip;

pub use self::archive::archive;
pub use self::csv::table;
pub use self::sheet::{AT_ONCE, sheet};

/// The products of these ids that are the tenant's and not in the bin, in their order.
///
/// # Errors
/// [`Error::Invalid`] for more than [`product::MOST_IDS`], and those of the store.
pub async fn asked_for(
    state: &State,
    grant: Grant<ReadFactory>,
    ids: &[ProductId],
) -> Result<Vec<Product>, Error> {
    let mut found = product::of_ids(state, grant, ids).await?;
    found.retain(|product| product.deleted_at.is_none());
    Ok(found)
}
