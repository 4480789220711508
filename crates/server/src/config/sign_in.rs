//! `[secrets]`, `[mail]` and `[oidc.<id>]`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use atelier_accounts::{IssuerSettings, Issuers, Mailer};
use atelier_secrets::{KmsOptions, Source};
use serde::{Deserialize, Serialize};

use super::Config;
use crate::Error;

/// `[secrets]`.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct Secrets {
    pub directory: PathBuf,
    pub kms_key: String,
    pub kms_region: String,
    pub kms_endpoint: String,
    pub kms_access_key_id: String,
    pub kms_secret_access_key: String,
}

/// `[mail]`.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct Mail {
    pub smtp_url: String,
    pub from: String,
}

/// `[oidc.<id>]`.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct OidcIssuer {
    pub issuer: String,
    pub client_id: String,
    #[serde(default)]
    pub client_secret: String,
    pub name: String,
    #[serde(default)]
    pub allowed_domains: Vec<String>,
}

/// By id.
pub type IssuersConfig = BTreeMap<String, OidcIssuer>;

// They hold passwords, which no log shall show.
impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").field("directory", &self.directory).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("from", &self.from).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for OidcIssuer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OidcIssuer").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Config {
    /// Where the keys of sealed fields are.
    pub fn key_source(&self) -> Source {
        let secrets = self.secrets.clone();
        let directory = if secrets.directory.as_os_str().is_empty() {
            self.server.data.join("secrets")
        } else {
            secrets.directory
        };
        let kms = (!secrets.kms_key.is_empty()).then(|| KmsOptions {
            key: secrets.kms_key,
            region: secrets.kms_region,
            endpoint: secrets.kms_endpoint,
            access_key_id: secrets.kms_access_key_id,
            secret_access_key: secrets.kms_secret_access_key.into(),
        });
        Source { directory, kms }
    }

    /// Mail, if it is configured.
    pub(crate) fn mailer(&self) -> Result<Option<Mailer>, Error> {
        if self.mail.smtp_url.is_empty() {
            return Ok(None);
        }
        let mailer = Mailer::new(&self.mail.smtp_url, &self.mail.from);
        mailer.map(Some).map_err(|fault| Error::Config(format!("mail: {fault}")))
    }

    /// The issuers that are configured.
    pub(crate) fn issuers(&self) -> Result<Issuers, Error> {
        let settings = self.oidc.iter().map(|(id, issuer)| {
            let issuer = issuer.clone();
            let settings = IssuerSettings {
                issuer: issuer.issuer,
                client_id: issuer.client_id,
                client_secret: issuer.client_secret.into(),
                name: issuer.name,
                allowed_domains: issuer.allowed_domains,
            };
            (id.clone(), settings)
        });
        Issuers::new(settings).map_err(|fault| Error::Config(format!("oidc.{fault}")))
    }
}
