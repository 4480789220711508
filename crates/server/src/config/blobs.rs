//! `[blobs]`.

use axum::http::Uri;
use serde::{Deserialize, Serialize};

use crate::Error;

/// `[blobs]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct BlobsConfig {
    pub url: String,
    pub endpoint: String,
    pub region: String,
    pub access_key_id: String,
    pub secret_access_key: String,
    pub environment: String,
    pub object_limit_bytes: u64,
    pub upload_days: u32,
}

impl BlobsConfig {
    pub(super) fn check(&self) -> Result<(), Error> {
        let url = &self.url;
        if !(url.is_empty() || url.starts_with("s3://")) {
            return Err(Error::Config(format!("blobs.url {url:?} must be empty or begin with s3://")));
        }
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if self.environment.is_empty() || !self.environment.chars().all(plain) {
            return Err(Error::Config("blobs.environment must be small letters, digits and -".into()));
        }
        Ok(())
    }

    /// Where browsers read files from by signed addresses, such as `https://s3.eu-west-1.amazonaws.com`: the
    /// scheme, the host and the port. None where the server gives its files out itself.
    pub(crate) fn origin(&self) -> Option<String> {
        if self.url.is_empty() {
            return None;
        }
        if self.endpoint.is_empty() {
            return Some(format!("https://s3.{}.amazonaws.com", self.region));
        }
        let endpoint: Uri = self.endpoint.parse().ok()?;
        let port = endpoint.port().map(|port| format!(":{port}")).unwrap_or_default();
        Some(format!("{}://{}{port}", endpoint.scheme_str()?, endpoint.host()?))
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;

    #[test]
    fn pages_may_load_files_from_where_they_are_signed_for() {
        let mut blobs = Config::defaults().expect("the defaults are valid").blobs;
        assert_eq!(blobs.origin(), None);
        "s3://studio".clone_into(&mut blobs.url);
        "eu-west-1".clone_into(&mut blobs.region);
        assert_eq!(blobs.origin().as_deref(), Some("https://s3.eu-west-1.amazonaws.com"));
        "http://name@127.0.0.1:9000/minio".clone_into(&mut blobs.endpoint);
        assert_eq!(blobs.origin().as_deref(), Some("http://127.0.0.1:9000"));
    }
}
