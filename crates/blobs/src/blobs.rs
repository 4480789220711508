//! The port.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use atelier_base::{Clock, Page, PageRequest, Randomness, Scope, TenantId, Timestamp};
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};

use crate::directory::{Directory, Footer, Place, Publication};
use crate::key::check_prefix;
use crate::s3::{S3, S3Options};
use crate::signature::{Signer, hashed};
use crate::staging::{Staged, Staging};
use crate::upload::Uploads;
use crate::{
    Access, Bucket, Entry, Error, Object, ObjectInfo, ObjectKey, Put, SignedQuery, Signing, Version, disk,
};

/// How to open the store.
#[derive(Clone, Debug)]
pub struct Options {
    /// The data directory. `blobs/` in it holds the objects, or for S3 what waits to go there.
    pub directory: PathBuf,
    /// S3 instead of the directory.
    pub s3: Option<S3Options>,
    /// What takes the place of `{env}` in the names of buckets.
    pub environment: String,
    /// What signed addresses of the directory begin with: `http://127.0.0.1:8080`.
    pub public_url: String,
    /// Larger objects are refused.
    pub object_limit: u64,
    /// How long a resumable upload may take.
    pub upload_lifetime: std::time::Duration,
    /// The time.
    pub clock: Clock,
    /// For names of uploads and for the key of signed addresses.
    pub randomness: Randomness,
}

impl Options {
    /// The largest object that S3 copies in one go, and the usual limit.
    pub const OBJECT_LIMIT: u64 = 5 << 30;

    /// The usual options for a data directory.
    pub fn at(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into(),
            s3: None,
            environment: "dev".into(),
            public_url: "http://127.0.0.1:8080".into(),
            object_limit: Self::OBJECT_LIMIT,
            upload_lifetime: std::time::Duration::from_hours(24 * 7),
            clock: Clock::system(),
            randomness: Randomness::system(),
        }
    }
}

/// The store of objects. Cheap to clone; clones share one store.
#[derive(Clone, Debug)]
pub struct Blobs(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) buckets: Vec<&'static Bucket>,
    pub(crate) options: Options,
    pub(crate) staging: Staging,
    pub(crate) uploads: Uploads,
    pub(crate) engine: Engine,
}

#[derive(Debug)]
pub(crate) enum Engine {
    Directory(Directory, Signer),
    S3(Box<S3>),
}

/// What a daily round removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Objects whose bucket's rules let them expire.
    pub objects: u64,
    /// Uploads that nobody went on with.
    pub uploads: u64,
}

impl Blobs {
    /// Opens the store over declared buckets. What a crash left behind is swept.
    pub fn open(options: Options, buckets: &[&'static Bucket]) -> Result<Self, Error> {
        let faults = crate::check_declarations(buckets);
        if !faults.is_empty() {
            return Err(Error::Misconfigured(faults.join("; ")));
        }
        let root = options.directory.join("blobs");
        let staging = Staging::open(root.clone(), options.randomness.clone())?;
        let uploads = Uploads::open(&root)?;
        let engine = if let Some(s3) = &options.s3 {
            Engine::S3(Box::new(S3::open(s3, &options.environment, buckets)?))
        } else {
            let signer = Signer::open(&options.directory, &options.randomness)?;
            Engine::Directory(Directory::open(&root)?, signer)
        };
        Ok(Self(Arc::new(Inner { buckets: buckets.to_vec(), options, staging, uploads, engine })))
    }

    /// The declared bucket of that name in this environment.
    pub fn bucket(&self, name: &str) -> Option<&'static Bucket> {
        let environment = &self.0.options.environment;
        self.0.buckets.iter().copied().find(|bucket| bucket.name_in(environment) == name)
    }

    /// The name of a bucket in this environment.
    pub fn name_of(&self, bucket: &Bucket) -> String {
        bucket.name_in(&self.0.options.environment)
    }

    /// Writes an object from a stream. Nothing is there before all of it is, and it replaces what was.
    pub async fn put<E: std::fmt::Display>(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        put: Put,
        body: impl Stream<Item = Result<Bytes, E>> + Send,
    ) -> Result<ObjectInfo, Error> {
        let place = self.place(scope, bucket, key)?;
        let put = put.checked()?;
        let limit = put.limit.unwrap_or(u64::MAX).min(self.0.options.object_limit);
        let staged = self.0.staging.receive(body, limit, put.sha256.as_deref()).await?;
        self.publish(place, put, staged, None).await
    }

    /// Writes an object from bytes at hand.
    pub async fn put_bytes(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        put: Put,
        bytes: impl Into<Bytes>,
    ) -> Result<ObjectInfo, Error> {
        let written = self.put_all(scope, bucket, vec![(key.clone(), put, bytes.into())]).await?;
        written.into_iter().next().ok_or(Error::NotFound)
    }

    /// Writes objects from bytes at hand, which takes less than one after the other. All of them are on disk when this
    /// returns; if it fails, some may be there.
    pub async fn put_all(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        objects: Vec<(ObjectKey, Put, Bytes)>,
    ) -> Result<Vec<ObjectInfo>, Error> {
        let mut wanted = Vec::with_capacity(objects.len());
        for (key, put, bytes) in objects {
            wanted.push((self.place(scope, bucket, &key)?, put.checked()?, bytes));
        }
        let (staging, most, modified) =
            (self.0.staging.clone(), self.0.options.object_limit, self.0.options.clock.now());
        let stage = move || {
            let staged = wanted.into_iter().map(|(place, put, bytes)| {
                let limit = put.limit.unwrap_or(u64::MAX).min(most);
                let staged = staging.take(&bytes, limit, put.sha256.as_deref())?;
                let footer = Footer::new(place.key.clone(), put, staged.sha256.clone(), modified);
                Ok(Publication { place, staged, footer })
            });
            staged.collect::<Result<Vec<_>, Error>>()
        };
        self.publish_all(stage).await
    }

    /// Makes complete bytes an object.
    pub(crate) async fn publish(
        &self,
        place: Place,
        put: Put,
        staged: Staged,
        upload: Option<String>,
    ) -> Result<ObjectInfo, Error> {
        let modified = self.0.options.clock.now();
        let mut footer = Footer::new(place.key.clone(), put, staged.sha256.clone(), modified);
        footer.upload = upload;
        let written = self.publish_all(|| Ok(vec![Publication { place, staged, footer }])).await?;
        written.into_iter().next().ok_or(Error::NotFound)
    }

    /// Makes objects of what is staged then; that may wait for the disk.
    async fn publish_all(
        &self,
        stage: impl FnOnce() -> Result<Vec<Publication>, Error> + Send + 'static,
    ) -> Result<Vec<ObjectInfo>, Error> {
        match &self.0.engine {
            Engine::Directory(directory, _) => directory.publish(stage).await,
            Engine::S3(s3) => {
                let publications = disk::blocking(stage).await?;
                let mut infos = Vec::with_capacity(publications.len());
                for Publication { place, staged, footer } in publications {
                    infos.push(s3.publish(&place, &staged, footer).await?);
                }
                Ok(infos)
            }
        }
    }

    /// The object with all its bytes.
    pub async fn get(&self, scope: Scope, bucket: &'static Bucket, key: &ObjectKey) -> Result<Object, Error> {
        self.read(self.place(scope, bucket, key)?, None, None).await
    }

    /// One version of an object, with all its bytes.
    pub async fn get_version(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        version: &str,
    ) -> Result<Object, Error> {
        self.read(self.versioned(scope, bucket, key)?, Some(version.to_owned()), None).await
    }

    /// Some bytes of an object. A range that ends behind the object's end is cut there; one that begins
    /// there, or is empty, can't be answered.
    pub async fn get_range(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        range: Range<u64>,
    ) -> Result<Object, Error> {
        self.read(self.place(scope, bucket, key)?, None, Some(range)).await
    }

    async fn read(
        &self,
        place: Place,
        version: Option<String>,
        range: Option<Range<u64>>,
    ) -> Result<Object, Error> {
        let whole = range.is_none();
        let mut object = match &self.0.engine {
            Engine::Directory(directory, _) => {
                let opened = directory.read(place, version).await?;
                let (info, range) = (opened.info.clone(), within(range, opened.info.size)?);
                Object { info, range: range.clone(), body: opened.stream(range) }
            }
            Engine::S3(s3) => s3.read(&place, version, range).await?,
        };
        if let (true, Some(sha256)) = (whole, object.info.sha256.clone()) {
            object.body = hashed(object.body, sha256, object.info.key.clone()).boxed();
        }
        Ok(object)
    }

    /// What is known of an object.
    pub async fn head(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
    ) -> Result<ObjectInfo, Error> {
        let place = self.place(scope, bucket, key)?;
        match &self.0.engine {
            Engine::Directory(directory, _) => Ok(directory.read(place, None).await?.info),
            Engine::S3(s3) => s3.head(&place).await,
        }
    }

    /// Objects whose key begins with `prefix`, in the order of their keys' bytes.
    pub async fn list(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        prefix: &str,
        page: PageRequest,
    ) -> Result<Page<Entry>, Error> {
        let tenant = self.tenant(scope, bucket)?;
        check_prefix(prefix)?;
        if !(1..=PageRequest::MAX).contains(&page.limit) {
            return Err(Error::Refused { bucket: bucket.name, reason: "a page has 1 to 200 entries" });
        }
        // A cursor is a key. One that is none was made up, and would at most lead elsewhere in the list.
        let after = page.after.map(|cursor| String::from_utf8_lossy(cursor.as_bytes()).into_owned());
        let after =
            after.map_or(Ok(String::new()), |key| key.parse::<ObjectKey>().map(|key| key.to_string()))?;
        match &self.0.engine {
            Engine::Directory(directory, _) => {
                directory.list(bucket, tenant, prefix.to_owned(), after, page.limit).await
            }
            Engine::S3(s3) => s3.list(bucket, tenant, prefix, &after, page.limit).await,
        }
    }

    /// Deletes an object; one that is not there is deleted already. Versions stay.
    pub async fn delete(&self, scope: Scope, bucket: &'static Bucket, key: &ObjectKey) -> Result<(), Error> {
        let place = self.place(scope, bucket, key)?;
        match &self.0.engine {
            Engine::Directory(directory, _) => directory.delete(place).await,
            Engine::S3(s3) => s3.delete(&place).await,
        }
    }

    /// Deletes an object and all its versions for good.
    pub async fn purge(&self, scope: Scope, bucket: &'static Bucket, key: &ObjectKey) -> Result<(), Error> {
        let place = self.place(scope, bucket, key)?;
        match &self.0.engine {
            Engine::Directory(directory, _) => directory.purge(place).await,
            Engine::S3(s3) => s3.purge(&place).await,
        }
    }

    /// Writes the bytes of an object under another key, maybe in another bucket, of the same tenant.
    pub async fn copy(
        &self,
        scope: Scope,
        from: (&'static Bucket, &ObjectKey),
        to: (&'static Bucket, &ObjectKey),
    ) -> Result<ObjectInfo, Error> {
        let object = self.get(scope, from.0, from.1).await?;
        self.write_anew(scope, to, object).await
    }

    /// Versions of an object, the last first, those of a deleted one too.
    pub async fn versions(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
    ) -> Result<Vec<Version>, Error> {
        let place = self.versioned(scope, bucket, key)?;
        match &self.0.engine {
            Engine::Directory(directory, _) => directory.versions(place).await,
            Engine::S3(s3) => s3.versions(&place).await,
        }
    }

    /// Makes an old version the current one, as a new version with the same bytes.
    pub async fn restore(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        version: &str,
    ) -> Result<ObjectInfo, Error> {
        let object = self.get_version(scope, bucket, key, version).await?;
        self.write_anew(scope, (bucket, key), object).await
    }

    async fn write_anew(
        &self,
        scope: Scope,
        (bucket, key): (&'static Bucket, &ObjectKey),
        object: Object,
    ) -> Result<ObjectInfo, Error> {
        let Object { info, body, .. } = object;
        let put = Put {
            content_type: info.content_type,
            metadata: info.metadata,
            limit: None,
            sha256: info.sha256,
        };
        self.put(scope, bucket, key, put, body).await
    }

    /// An address that reads the object without a credential until it expires.
    pub async fn signed_url(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
        signing: &Signing,
    ) -> Result<String, Error> {
        let place = self.place(scope, bucket, key)?;
        signing.check()?;
        match &self.0.engine {
            Engine::Directory(_, signer) => {
                let expires = self.0.options.clock.now().after(signing.lifetime).as_seconds();
                let path = signer.sign(&place, &self.name_of(bucket), signing, expires);
                Ok(format!("{}{path}", self.0.options.public_url.trim_end_matches('/')))
            }
            Engine::S3(s3) => s3.signed_url(&place, signing).await,
        }
    }

    /// What an address that [`Blobs::signed_url`] made gives access to, if it was not changed and has
    /// not expired.
    pub fn verify(
        &self,
        method: crate::Method,
        bucket: &str,
        key: &str,
        query: &SignedQuery,
    ) -> Result<(Scope, &'static Bucket, ObjectKey), Error> {
        // S3 gives out its own addresses.
        let Engine::Directory(_, signer) = &self.0.engine else { return Err(Error::SignatureInvalid) };
        signer.verify(method, bucket, key, query, self.0.options.clock.now())?;
        let tenant: TenantId = query.tenant.parse().map_err(|_| Error::SignatureInvalid)?;
        let bucket = self.bucket(bucket).ok_or(Error::NotFound)?;
        Ok((Scope::tenant(tenant), bucket, key.parse()?))
    }

    /// Removes what the buckets' rules say has expired, and uploads that nobody went on with. On S3 the
    /// buckets' own rules do the former.
    pub async fn apply_lifecycle(&self, now: Timestamp) -> Result<Swept, Error> {
        let mut swept = Swept { objects: 0, uploads: self.sweep_uploads(now).await? };
        if let Engine::Directory(directory, _) = &self.0.engine {
            for bucket in &self.0.buckets {
                swept.objects += directory.expire(bucket, now).await?;
            }
        }
        Ok(swept)
    }

    /// Whether the store can be written to.
    pub async fn ping(&self) -> Result<(), Error> {
        if let Engine::S3(s3) = &self.0.engine {
            return s3.ping().await;
        }
        let path = self.0.staging.fresh();
        disk::blocking(move || {
            disk::create_file(&path)?;
            disk::remove_file(&path).map(drop)
        })
        .await
    }

    /// Makes the buckets that are not there, for S3 servers that nobody set up otherwise.
    pub async fn create_missing_buckets(&self) -> Result<(), Error> {
        match &self.0.engine {
            Engine::Directory(..) => Ok(()),
            Engine::S3(s3) => s3.create_missing_buckets().await,
        }
    }

    pub(crate) fn place(
        &self,
        scope: Scope,
        bucket: &'static Bucket,
        key: &ObjectKey,
    ) -> Result<Place, Error> {
        Ok(Place { bucket, tenant: self.tenant(scope, bucket)?, key: key.clone() })
    }

    fn versioned(&self, scope: Scope, bucket: &'static Bucket, key: &ObjectKey) -> Result<Place, Error> {
        if !bucket.versioning {
            return Err(Error::Refused { bucket: bucket.name, reason: "it keeps no versions" });
        }
        self.place(scope, bucket, key)
    }

    fn tenant(&self, scope: Scope, bucket: &'static Bucket) -> Result<TenantId, Error> {
        let refused = |reason| Error::Refused { bucket: bucket.name, reason };
        if !self.0.buckets.contains(&bucket) {
            return Err(refused("it was not declared when the store was opened"));
        }
        if bucket.access == Access::Public {
            return Err(refused("it is public, and no tenant's data belongs there"));
        }
        scope.tenant_id().ok_or_else(|| refused("the directory's scope has no objects"))
    }
}

/// The bytes of a range that there are.
pub(crate) fn within(range: Option<Range<u64>>, size: u64) -> Result<Range<u64>, Error> {
    let Some(range) = range else { return Ok(0..size) };
    let range = range.start..range.end.min(size);
    if range.is_empty() { Err(Error::RangeUnsatisfiable { size }) } else { Ok(range) }
}
