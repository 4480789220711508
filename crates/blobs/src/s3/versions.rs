//! What S3 offers and `object_store` has no call for: versions, and making buckets. Addresses that it
//! signs are all that is needed.

use std::time::Duration;

use atelier_base::Timestamp;
use object_store::path::Path;
use object_store::signer::{SignedUrlOptions, Signer as _};
use reqwest::{Method, StatusCode};
use serde::Deserialize;

use super::{Remote, S3, chain, failed, path};
use crate::directory::Place;
use crate::{Error, Version};

/// How long the address of a call is good.
const SIGNED_FOR: Duration = Duration::from_mins(1);

/// `ListVersionsResult`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Listed {
    #[serde(rename = "Version")]
    versions: Vec<Listing>,
    #[serde(rename = "DeleteMarker")]
    markers: Vec<Listing>,
    is_truncated: bool,
    next_key_marker: Option<String>,
    next_version_id_marker: Option<String>,
}

/// A version, or the mark of a deletion.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listing {
    key: String,
    version_id: String,
    is_latest: bool,
    last_modified: String,
    #[serde(default)]
    size: u64,
}

impl S3 {
    pub(crate) async fn versions(&self, place: &Place) -> Result<Vec<Version>, Error> {
        let (versions, _) = self.listings(place).await?;
        let version = |listing: Listing| Version {
            id: listing.version_id,
            size: listing.size,
            modified: listing.last_modified.parse().unwrap_or(Timestamp::from_millis(0)),
            current: listing.is_latest,
        };
        Ok(versions.into_iter().map(version).collect())
    }

    /// Deletes an object, its versions and the marks of its deletions.
    pub(crate) async fn purge(&self, place: &Place) -> Result<(), Error> {
        if !place.bucket.versioning {
            return self.delete(place).await;
        }
        let (versions, markers) = self.listings(place).await?;
        let remote = self.remote(place.bucket)?;
        for listing in versions.into_iter().chain(markers) {
            let query = [("versionId", listing.version_id)];
            self.call(remote, Method::DELETE, &path(place)?, &query, String::new()).await?;
        }
        Ok(())
    }

    /// Versions and marks of deletions of exactly this key, the last first.
    async fn listings(&self, place: &Place) -> Result<(Vec<Listing>, Vec<Listing>), Error> {
        let (remote, own) = (self.remote(place.bucket)?, path(place)?);
        let (mut versions, mut markers) = (Vec::new(), Vec::new());
        let mut from: Option<(String, String)> = None;
        loop {
            let mut query = vec![("prefix", own.to_string()), ("versions", String::new())];
            if let Some((key, version)) = from {
                query.extend([("key-marker", key), ("version-id-marker", version)]);
            }
            let text = self.call(remote, Method::GET, &Path::default(), &query, String::new()).await?;
            let unreadable = |error: quick_xml::DeError| Error::Unavailable {
                operation: "list versions",
                reason: error.to_string(),
            };
            let listed: Listed = quick_xml::de::from_str(&text).map_err(unreadable)?;
            let is_own = |listing: &Listing| listing.key == own.as_ref();
            versions.extend(listed.versions.into_iter().filter(is_own));
            markers.extend(listed.markers.into_iter().filter(is_own));
            // Keys are in order: behind this one, none is this one.
            match (listed.next_key_marker, listed.next_version_id_marker) {
                (Some(key), Some(version)) if listed.is_truncated && key == own.as_ref() => {
                    from = Some((key, version));
                }
                _ => return Ok((versions, markers)),
            }
        }
    }

    /// Makes the buckets that are not there, with versions where they are declared. Lifecycle rules of
    /// buckets are the operator's.
    pub(crate) async fn create_missing_buckets(&self) -> Result<(), Error> {
        for remote in self.buckets.values() {
            let location = match self.region.as_str() {
                "" | "us-east-1" => String::new(),
                region => format!(
                    "<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>"
                ),
            };
            match self.call(remote, Method::HEAD, &Path::default(), &[], String::new()).await {
                Err(Error::NotFound) => {
                    self.call(remote, Method::PUT, &Path::default(), &[], location).await?;
                }
                other => drop(other?),
            }
            if remote.versioning {
                let on = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
                let query = [("versioning", String::new())];
                self.call(remote, Method::PUT, &Path::default(), &query, on.to_owned()).await?;
            }
        }
        Ok(())
    }

    /// One call; what it answered.
    async fn call(
        &self,
        remote: &Remote,
        method: Method,
        path: &Path,
        query: &[(&str, String)],
        body: String,
    ) -> Result<String, Error> {
        let options =
            SignedUrlOptions::new().with_query(query.iter().map(|(name, value)| (*name, value.as_str())));
        let url = remote.store.signed_url_opts(method.clone(), path, SIGNED_FOR, &options).await;
        let url = url.map_err(failed("sign an address"))?;
        let failed = |error: reqwest::Error| Error::Unavailable {
            operation: "call S3",
            // The address carries its signature, which is for nobody's log.
            reason: chain(&error.without_url()),
        };
        let request = self.client.request(method, url).timeout(Duration::from_secs(30)).body(body);
        let answer = request.send().await.map_err(failed)?;
        let status = answer.status();
        if status == StatusCode::NOT_FOUND {
            return Err(Error::NotFound);
        }
        let text = answer.text().await.map_err(failed)?;
        if status.is_success() {
            return Ok(text);
        }
        Err(Error::Unavailable { operation: "call S3", reason: format!("{status}: {text}") })
    }
}
