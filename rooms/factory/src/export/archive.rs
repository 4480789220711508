//! Products with their files as a ZIP archive that is made while it is sent.

use std::collections::VecDeque;

use atelier_base::Scope;
use atelier_blobs::{ASSETS, Error as BlobError};
use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _};

use super::zip::Zip;
use crate::product::{Product, file_name};
use crate::{Error, State};

struct Work {
    state: State,
    scope: Scope,
    waiting: VecDeque<Product>,
    file: Option<BoxStream<'static, Result<Bytes, BlobError>>>,
    table: Option<String>,
    zip: Zip,
}

/// The archive: each product's file, then `products.csv` with what is known of them. A file that is gone is left out.
/// When the files' store fails, the archive breaks off and no reader takes it for whole.
pub fn archive(
    state: State,
    scope: Scope,
    products: Vec<Product>,
    table: String,
) -> impl Stream<Item = Result<Bytes, Error>> + Send + 'static {
    let work =
        Work { state, scope, waiting: products.into(), file: None, table: Some(table), zip: Zip::default() };
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
            let key = product.file_path.parse()?;
            match self.state.blobs.get(self.scope, &ASSETS, &key).await {
                Ok(object) => {
                    self.file = Some(object.body);
                    return Ok(Some(self.zip.begin(&file_name(&product)).into()));
                }
                Err(BlobError::NotFound) => {}
                Err(error) => return Err(error.into()),
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
