//! The engine over S3, or anything that speaks like it.
//!
//! A key is `<tenant>/<key>` in its bucket. What S3 has no word for is in two entries of the object's
//! metadata: `sha256`, and `atelier`, which is JSON in base64. Bytes go there when all of them are here
//! and right, larger ones in parts; S3 shows an object when its last part is there.

mod versions;

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::{Cursor, Edge, Page, TenantId, Timestamp};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::list::{PaginatedListOptions, PaginatedListStore as _};
use object_store::path::Path;
use object_store::signer::{SignedUrlOptions, Signer as _};
use object_store::{
    Attribute, Attributes, ClientOptions, GetOptions, GetRange, GetResult, MultipartUpload, ObjectStore as _,
    ObjectStoreExt as _, PutMultipartOptions, PutOptions, PutPayload, RetryConfig,
};
use serde::{Deserialize, Serialize};

use crate::directory::{Footer, Place};
use crate::disk::blocking;
use crate::staging::Staged;
use crate::{Bucket, Entry, Error, Method, Object, ObjectInfo, Signing};

/// Bytes of a part. S3 takes 10 000 parts of 5 MiB at least.
const PART: u64 = 8 << 20;
/// The entries of an object's metadata.
const SHA256: &str = "sha256";
const ABOUT: &str = "atelier";

/// How to reach S3.
#[derive(Clone)]
pub struct S3Options {
    /// Stands before the name of every bucket, with a dash. Empty: nothing does.
    pub prefix: String,
    /// Empty: Amazon's own of the region.
    pub endpoint: String,
    /// The region.
    pub region: String,
    /// Empty: the role of the machine.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
    /// How long to try again before a call fails.
    pub patience: Duration,
}

impl std::fmt::Debug for S3Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { prefix, endpoint, region, .. } = self;
        write!(f, "S3Options({prefix:?} at {endpoint:?} in {region:?})")
    }
}

/// Buckets of S3.
#[derive(Debug)]
pub(crate) struct S3 {
    buckets: BTreeMap<&'static str, Remote>,
    client: reqwest::Client,
    region: String,
}

/// One bucket.
#[derive(Debug)]
struct Remote {
    store: Arc<AmazonS3>,
    versioning: bool,
}

/// What S3 has no word for.
#[derive(Default, Serialize, Deserialize)]
struct About {
    metadata: BTreeMap<String, String>,
}

impl S3 {
    pub(crate) fn open(
        options: &S3Options,
        environment: &str,
        buckets: &[&'static Bucket],
    ) -> Result<Self, Error> {
        // TLS asks the process for its cryptography; whoever came first has set the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let misconfigured = |error: &dyn std::error::Error| Error::Misconfigured(chain(error));
        let client = reqwest::Client::builder().connect_timeout(Duration::from_secs(5)).build();
        let client = client.map_err(|error| misconfigured(&error))?;
        let mut remotes = BTreeMap::new();
        for bucket in buckets {
            let name = bucket.name_in(environment);
            let name = if options.prefix.is_empty() { name } else { format!("{}-{name}", options.prefix) };
            let timeouts = ClientOptions::new()
                .with_connect_timeout(Duration::from_secs(5))
                // A large object takes as long as it takes; a silence does not.
                .with_timeout_disabled()
                .with_read_timeout(Duration::from_secs(30));
            let retry =
                RetryConfig { max_retries: 6, retry_timeout: options.patience, ..RetryConfig::default() };
            let mut builder = AmazonS3Builder::new()
                .with_bucket_name(name)
                .with_region(&options.region)
                .with_client_options(timeouts)
                .with_retry(retry);
            if !options.endpoint.is_empty() {
                let plain = options.endpoint.starts_with("http://");
                builder = builder.with_endpoint(&options.endpoint).with_allow_http(plain);
            }
            if !options.access_key_id.is_empty() {
                builder = builder
                    .with_access_key_id(&options.access_key_id)
                    .with_secret_access_key(&options.secret_access_key);
            }
            let store = Arc::new(builder.build().map_err(|error| misconfigured(&error))?);
            remotes.insert(bucket.name, Remote { store, versioning: bucket.versioning });
        }
        Ok(Self { buckets: remotes, client, region: options.region.clone() })
    }

    fn remote(&self, bucket: &Bucket) -> Result<&Remote, Error> {
        let undeclared = Error::Refused { bucket: bucket.name, reason: "it was not declared" };
        self.buckets.get(bucket.name).ok_or(undeclared)
    }

    fn store(&self, place: &Place) -> Result<&AmazonS3, Error> {
        Ok(&self.remote(place.bucket)?.store)
    }

    /// Sends complete bytes there.
    pub(crate) async fn publish(
        &self,
        place: &Place,
        staged: &Staged,
        footer: Footer,
    ) -> Result<ObjectInfo, Error> {
        let (store, path) = (self.store(place)?, path(place)?);
        let attributes = attributes(&footer)?;
        let at = staged.path.clone();
        let file = blocking(move || File::open(&at).map_err(Error::of_file("open", &at))).await?;
        let file = Arc::new((file, staged.path.clone()));
        let version = if staged.size <= PART {
            let payload = PutPayload::from(piece(&file, 0..staged.size).await?);
            let options = PutOptions { attributes, ..PutOptions::default() };
            store.put_opts(&path, payload, options).await.map_err(failed("put an object"))?.version
        } else {
            let options = PutMultipartOptions { attributes, ..PutMultipartOptions::default() };
            let upload = store.put_multipart_opts(&path, options).await;
            let mut upload = upload.map_err(failed("begin a multipart upload"))?;
            match send(upload.as_mut(), &file, staged.size).await {
                Ok(version) => version,
                Err(error) => {
                    // S3 keeps, and bills, parts that nobody completes or aborts.
                    if let Err(left) = upload.abort().await {
                        tracing::warn!(reason = %left, "parts of an upload stay in S3");
                    }
                    return Err(error);
                }
            }
        };
        let version = version.filter(|_| place.bucket.versioning);
        Ok(Footer { version, ..footer }.into_info(staged.size))
    }

    pub(crate) async fn head(&self, place: &Place) -> Result<ObjectInfo, Error> {
        let options = GetOptions { head: true, ..GetOptions::default() };
        let found = self.store(place)?.get_opts(&path(place)?, options).await;
        Ok(info(place, &found.map_err(failed("read an object"))?))
    }

    pub(crate) async fn read(
        &self,
        place: &Place,
        version: Option<String>,
        range: Option<Range<u64>>,
    ) -> Result<Object, Error> {
        let range = match range {
            // S3 answers what it can't satisfy in many ways; one is enough.
            Some(range) => Some(crate::blobs::within(Some(range), self.head(place).await?.size)?),
            None => None,
        };
        let options = GetOptions { range: range.map(GetRange::Bounded), version, ..GetOptions::default() };
        let found = self.store(place)?.get_opts(&path(place)?, options).await;
        let found = found.map_err(failed("read an object"))?;
        let (info, range) = (info(place, &found), found.range.clone());
        Ok(Object { info, range, body: found.into_stream().map_err(failed("read an object")).boxed() })
    }

    pub(crate) async fn delete(&self, place: &Place) -> Result<(), Error> {
        match self.store(place)?.delete(&path(place)?).await.map_err(failed("delete an object")) {
            Err(Error::NotFound) => Ok(()),
            outcome => outcome,
        }
    }

    pub(crate) async fn list(
        &self,
        bucket: &'static Bucket,
        tenant: TenantId,
        prefix: &str,
        after: &str,
        limit: usize,
    ) -> Result<Page<Entry>, Error> {
        let own = format!("{tenant}/");
        let (remote, prefix) = (self.remote(bucket)?, format!("{own}{prefix}"));
        let mut offset = (!after.is_empty()).then(|| format!("{own}{after}"));
        loop {
            let options =
                PaginatedListOptions { offset, max_keys: Some(limit), ..PaginatedListOptions::default() };
            let found =
                remote.store.list_paginated(Some(&prefix), options).await.map_err(failed("list objects"))?;
            let has_next = found.page_token.is_some();
            offset = found.result.objects.last().map(|meta| meta.location.to_string());
            let edges: Vec<_> = found.result.objects.iter().filter_map(|meta| edge(&own, meta)).collect();
            // A page of nothing but strangers has no end to go on from.
            if !edges.is_empty() || !has_next {
                return Ok(Page { edges, has_next });
            }
        }
    }

    pub(crate) async fn signed_url(&self, place: &Place, signing: &Signing) -> Result<String, Error> {
        let mut options = SignedUrlOptions::new();
        if let Some(disposition) = &signing.disposition {
            options = options.with_query([("response-content-disposition", disposition.header())]);
        }
        let method = match signing.method {
            Method::Get => reqwest::Method::GET,
            Method::Head => reqwest::Method::HEAD,
        };
        let signed =
            self.store(place)?.signed_url_opts(method, &path(place)?, signing.lifetime, &options).await;
        Ok(signed.map_err(failed("sign an address"))?.to_string())
    }

    /// Whether the first bucket answers.
    pub(crate) async fn ping(&self) -> Result<(), Error> {
        let Some(remote) = self.buckets.values().next() else { return Ok(()) };
        let options = PaginatedListOptions { max_keys: Some(1), ..PaginatedListOptions::default() };
        remote.store.list_paginated(None, options).await.map(drop).map_err(failed("list objects"))
    }
}

/// An entry of a list. None for a key that others made and that can't be named here.
fn edge(own: &str, meta: &object_store::ObjectMeta) -> Option<Edge<Entry>> {
    let key: crate::ObjectKey = meta.location.as_ref().strip_prefix(own)?.parse().ok()?;
    let cursor = Cursor::from_bytes(key.as_str().as_bytes().to_vec());
    let modified = Timestamp::from_millis(meta.last_modified.timestamp_millis());
    Some(Edge { node: Entry { key, size: meta.size, modified }, cursor })
}

/// Sends the parts one after the other; the version that they become.
async fn send(
    upload: &mut dyn MultipartUpload,
    file: &Arc<(File, std::path::PathBuf)>,
    size: u64,
) -> Result<Option<String>, Error> {
    let mut at = 0;
    while at < size {
        let next = size.min(at + PART);
        let part = PutPayload::from(piece(file, at..next).await?);
        upload.put_part(part).await.map_err(failed("put a part"))?;
        at = next;
    }
    Ok(upload.complete().await.map_err(failed("complete a multipart upload"))?.version)
}

async fn piece(file: &Arc<(File, std::path::PathBuf)>, range: Range<u64>) -> Result<Bytes, Error> {
    let file = file.clone();
    blocking(move || {
        let mut bytes = vec![0; usize::try_from(range.end - range.start).unwrap_or(0)];
        file.0.read_exact_at(&mut bytes, range.start).map_err(Error::of_file("read", &file.1))?;
        Ok(bytes.into())
    })
    .await
}

fn path(place: &Place) -> Result<Path, Error> {
    let path = Path::parse(format!("{}/{}", place.tenant, place.key));
    path.map_err(|_| Error::InvalidKey { reason: "S3 does not take it" })
}

fn attributes(footer: &Footer) -> Result<Attributes, Error> {
    let about = serde_json::to_vec(&About { metadata: footer.metadata.clone() })
        .map_err(|error| Error::Unavailable { operation: "describe an object", reason: error.to_string() })?;
    Ok(Attributes::from_iter([
        (Attribute::ContentType, footer.content_type.clone()),
        (Attribute::Metadata(SHA256.into()), footer.sha256.clone()),
        (Attribute::Metadata(ABOUT.into()), URL_SAFE_NO_PAD.encode(about)),
    ]))
}

fn info(place: &Place, found: &GetResult) -> ObjectInfo {
    let entry = |name: Attribute| found.attributes.get(&name).map(|value| value.as_ref().to_owned());
    let about = entry(Attribute::Metadata(ABOUT.into())).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let about: About = about.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
    let sha256 = entry(Attribute::Metadata(SHA256.into()));
    let etag = sha256.as_ref().map(|sha256| format!("\"{sha256}\"")).or_else(|| found.meta.e_tag.clone());
    ObjectInfo {
        key: place.key.clone(),
        size: found.meta.size,
        sha256,
        content_type: entry(Attribute::ContentType).unwrap_or_else(|| "application/octet-stream".into()),
        metadata: about.metadata,
        modified: Timestamp::from_millis(found.meta.last_modified.timestamp_millis()),
        version: found.meta.version.clone().filter(|_| place.bucket.versioning),
        etag: etag.unwrap_or_default(),
    }
}

/// What S3 said, in the words of the store.
fn failed(operation: &'static str) -> impl Fn(object_store::Error) -> Error {
    move |error| match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        other => Error::Unavailable { operation, reason: chain(&other) },
    }
}

/// An error with its causes, which `object_store` and reqwest keep apart.
fn chain(error: &dyn std::error::Error) -> String {
    let (mut text, mut cause) = (error.to_string(), error.source());
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
