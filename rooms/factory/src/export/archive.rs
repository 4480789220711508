//! Products with their files as a ZIP archive that is made while it is sent.

use std::collections::VecDeque;

use atelier_base::Scope;
use atelier_blobs::Error as BlobError;
use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _};

use super::zip::Zip;
use crate::product::{Product, deliver, file_name};
use crate::{Error, State};

struct Work {
    state: State,
    scope: Scope,
    waiting: VecDeque<Product>,
    file: Option<BoxStream<'static, Result<Bytes, BlobError>>>,
    table: Option<String>,
    with_recipes: bool,
    zip: Zip,
}

/// The archive: each product's file, as [`deliver`] gives it, then `products.csv` with what is known of them. A file
/// that is gone is left out.
/// When the files' store fails, the archive breaks off and no reader takes it for whole.
pub fn archive(
    state: State,
    scope: Scope,
    products: Vec<Product>,
    table: String,
    with_recipes: bool,
) -> impl Stream<Item = Result<Bytes, Error>> + Send + 'static {
    let (waiting, table) = (products.into(), Some(table));
    let work = Work { state, scope, waiting, file: None, table, with_recipes, zip: Zip::default() };
    stream::unfold(Some(work), async |work| {
        let mut work = work?;
        match work.next().await {
            Ok(Some(bytes)) => Some((Ok(bytes), Some(work))),
            Ok(None) => None,
            Err(error) => Some((Err(error), None)),
        }
    })
}

impl Work {
    async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        if let Some(file) = &mut self.file {
            return Ok(Some(if let Some(bytes) = file.next().await {
                let bytes = bytes?;
                self.zip.add(&bytes);
                bytes
            } else {
                self.file = None;
                self.zip.end().into()
            }));
        }
        while let Some(product) = self.waiting.pop_front() {
            match deliver(&self.state, self.scope, &product, self.with_recipes).await {
                Ok(delivery) => {
                    self.file = Some(delivery.body);
                    return Ok(Some(self.zip.begin(&file_name(&product)).into()));
                }
                Err(Error::Blobs(BlobError::NotFound)) => {}
                Err(error) => return Err(error),
            }
        }
        let Some(table) = self.table.take() else { return Ok(None) };
        let mut last = self.zip.begin("products.csv");
        self.zip.add(table.as_bytes());
        last.extend_from_slice(table.as_bytes());
        last.extend(self.zip.end());
        last.extend(self.zip.finish());
        Ok(Some(last.into()))
    }
}
