//! `[blobs]`.

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
}
