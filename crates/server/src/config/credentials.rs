//! `[credentials]`.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use atelier_base::Timestamp;
use atelier_credentials::Signer;
use serde::{Deserialize, Serialize};

use super::Config;
use crate::Error;

/// `[credentials]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct CredentialsConfig {
    pub certificates: PathBuf,
    pub key: PathBuf,
}

impl CredentialsConfig {
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.certificates.as_os_str().is_empty() == self.key.as_os_str().is_empty() {
            return Ok(());
        }
        let reason = "credentials.certificates and credentials.key belong together: set both, or neither";
        Err(Error::Config(reason.into()))
    }
}

impl Config {
    /// What signs pictures, if that is configured. Reads the two files.
    ///
    /// # Errors
    /// [`Error::Config`] for files that can't be read, and for a key that others may read; [`Error::Credentials`]
    /// for certificates and keys that can't vouch for pictures.
    pub fn signer(&self, now: Timestamp) -> Result<Option<Signer>, Error> {
        let CredentialsConfig { certificates, key } = &self.credentials;
        if key.as_os_str().is_empty() {
            return Ok(None);
        }
        let fault = |name: &str, path: &Path, reason: &dyn std::fmt::Display| {
            Error::Config(format!("credentials.{name}: {}: {reason}", path.display()))
        };
        let unreadable = |error: std::io::Error| fault("key", key, &error);
        let mode = fs::metadata(key).map_err(unreadable)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            let reason = format!("others may read it (mode {mode:o}): run `chmod 600` on it");
            return Err(fault("key", key, &reason));
        }
        let chain = fs::read(certificates).map_err(|error| fault("certificates", certificates, &error))?;
        let key = fs::read(key).map_err(unreadable)?;
        Ok(Some(Signer::open(&chain, &key, now)?))
    }
}
