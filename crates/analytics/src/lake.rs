//! The files: one for each dataset, tenant and month, written whole.
//!
//! A month is the unit of writing, so that an export that runs twice, or stops half-way and runs again, leaves the same
//! file. The object replaces its predecessor in one step; a query that reads the old one reads it to its end.
//! Below the tenant's place in the bucket the folders are Hive's, which Athena and Trino read as they are:
//! `lake/<dataset>/tenant=<id>/month=2026-03/part-0000.parquet`.

use std::sync::Arc;

use atelier_base::{PageRequest, Scope, TenantId};
use atelier_blobs::{Blobs, Bucket, ObjectKey, Put};
use bytes::Bytes;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::json::ReaderBuilder;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use serde::Serialize;
use tokio::sync::Semaphore;

use crate::{Dataset, Error, Month};

const FILE: &str = "part-0000.parquet";
/// Rows that are turned into columns at once.
const CHUNK: usize = 8_192;

/// The lake. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Lake(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    blobs: Blobs,
    bucket: &'static Bucket,
    datasets: Vec<&'static Dataset>,
    queries: Arc<Semaphore>,
}

/// The file of a month.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) month: Month,
    pub(crate) key: ObjectKey,
}

impl Lake {
    /// A lake of declared datasets in a private bucket. So many queries run at the same time; others wait.
    pub fn open(
        blobs: Blobs,
        bucket: &'static Bucket,
        datasets: &[&'static Dataset],
        queries: usize,
    ) -> Result<Self, Error> {
        let mut faults: Vec<String> = datasets.iter().flat_map(|dataset| dataset.faults()).collect();
        for (position, dataset) in datasets.iter().enumerate() {
            if datasets[..position].iter().any(|other| other.name == dataset.name) {
                faults.push(format!("dataset {}: it is declared twice", dataset.name));
            }
        }
        if !faults.is_empty() {
            return Err(Error::Refused(faults.join("; ")));
        }
        let queries = Arc::new(Semaphore::new(queries.max(1)));
        Ok(Self(Arc::new(Inner { blobs, bucket, datasets: datasets.to_vec(), queries })))
    }

    /// The declared datasets.
    pub fn datasets(&self) -> &[&'static Dataset] {
        &self.0.datasets
    }

    pub(crate) fn queries(&self) -> Arc<Semaphore> {
        self.0.queries.clone()
    }

    /// Makes `rows` all that a month has: what was there is replaced. Rows are objects with the columns' names; what they lack
    /// is null, and what no column is named after is left out. No rows: the month is deleted.
    pub async fn replace<R: Serialize + Send + 'static>(
        &self,
        scope: Scope,
        dataset: &'static Dataset,
        month: Month,
        rows: Vec<R>,
    ) -> Result<(), Error> {
        let key = self.key(scope, dataset, month)?;
        if rows.is_empty() {
            return Ok(self.0.blobs.delete(scope, self.0.bucket, &key).await?);
        }
        let encode = move || encode(&dataset.stored(), &rows);
        let bytes =
            tokio::task::spawn_blocking(encode).await.map_err(|e| Error::Unavailable(e.to_string()))??;
        let put = Put::of_type("application/vnd.apache.parquet");
        self.0.blobs.put_bytes(scope, self.0.bucket, &key, put, bytes).await?;
        Ok(())
    }

    /// The months that a dataset has, in their order.
    pub async fn months(&self, scope: Scope, dataset: &'static Dataset) -> Result<Vec<Month>, Error> {
        Ok(self.files(scope, dataset).await?.into_iter().map(|file| file.month).collect())
    }

    /// Deletes everything that the tenant has in the lake, also of datasets that are no longer declared.
    pub async fn forget(&self, scope: Scope) -> Result<(), Error> {
        loop {
            // From the beginning each time: what was deleted is not there to go on from.
            let page = self
                .0
                .blobs
                .list(scope, self.0.bucket, "lake/", PageRequest::first(PageRequest::MAX))
                .await?;
            let keys: Vec<ObjectKey> = page.into_nodes().map(|entry| entry.key).collect();
            if keys.is_empty() {
                return Ok(());
            }
            for key in keys {
                self.0.blobs.purge(scope, self.0.bucket, &key).await?;
            }
        }
    }

    pub(crate) async fn files(&self, scope: Scope, dataset: &'static Dataset) -> Result<Vec<File>, Error> {
        let folder = folder(tenant(scope)?, dataset);
        let mut files = Vec::new();
        let mut request = PageRequest::first(PageRequest::MAX);
        loop {
            let page = self.0.blobs.list(scope, self.0.bucket, &folder, request).await?;
            let next = page.end().filter(|_| page.has_next).cloned();
            for entry in page.into_nodes() {
                // Others may put files beside ours; only ours are read.
                let name = entry.key.as_str().strip_prefix(&folder).and_then(|rest| rest.strip_suffix(FILE));
                let month =
                    name.and_then(|name| name.strip_prefix("month=")?.strip_suffix('/')?.parse().ok());
                files.extend(month.map(|month| File { month, key: entry.key }));
            }
            let Some(after) = next else { return Ok(files) };
            request = PageRequest { after: Some(after), ..PageRequest::first(PageRequest::MAX) };
        }
    }

    pub(crate) async fn read(&self, scope: Scope, file: &File) -> Result<Bytes, atelier_blobs::Error> {
        self.0.blobs.get(scope, self.0.bucket, &file.key).await?.bytes().await
    }

    fn key(&self, scope: Scope, dataset: &'static Dataset, month: Month) -> Result<ObjectKey, Error> {
        if !self.0.datasets.iter().any(|declared| declared.name == dataset.name) {
            return Err(Error::Refused(format!("dataset {} is not declared", dataset.name)));
        }
        Ok(format!("{}month={month}/{FILE}", folder(tenant(scope)?, dataset)).parse()?)
    }
}

fn folder(tenant: TenantId, dataset: &Dataset) -> String {
    format!("lake/{}/tenant={tenant}/", dataset.name)
}

fn tenant(scope: Scope) -> Result<TenantId, Error> {
    scope.tenant_id().ok_or_else(|| Error::Refused("the lake is read and written for one tenant".to_owned()))
}

fn encode<R: Serialize>(schema: &SchemaRef, rows: &[R]) -> Result<Vec<u8>, Error> {
    let refused = |error: &dyn std::fmt::Display| Error::Refused(format!("rows do not fit: {error}"));
    let mut decoder = ReaderBuilder::new(schema.clone())
        .with_batch_size(CHUNK)
        .build_decoder()
        .map_err(|error| refused(&error))?;
    let mut batches = Vec::new();
    for chunk in rows.chunks(CHUNK) {
        decoder.serialize(chunk).map_err(|error| refused(&error))?;
        batches.extend(decoder.flush().map_err(|error| refused(&error))?);
    }
    parquet(schema, &batches).map_err(|error| refused(&error))
}

/// One Parquet file of these batches, in memory.
pub(crate) fn parquet(
    schema: &SchemaRef,
    batches: &[RecordBatch],
) -> Result<Vec<u8>, datafusion::parquet::errors::ParquetError> {
    let compression = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), schema.clone(), Some(properties))?;
    for batch in batches {
        writer.write(batch)?;
    }
    writer.into_inner()
}
