//! The configuration: defaults, file, environment, flags, in this order, and where each value is from.

mod blobs;
mod credentials;
mod dynamodb_api;
mod factory;
mod intelligence;
mod jobs;
mod sign_in;
mod source;
mod tables;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use atelier_accounts::{Settings, SignUp};
use figment::Figment;
use figment::providers::{Env, Format as _, Serialized, Toml};
use serde::{Deserialize, Serialize};

pub use self::blobs::BlobsConfig;
pub use self::credentials::CredentialsConfig;
pub use self::dynamodb_api::DynamodbApi;
pub use self::factory::{FactoryConfig, SqlConfig};
pub(crate) use self::intelligence::TranscribeApi;
pub use self::intelligence::{IntelligenceConfig, JournalConfig};
pub(crate) use self::jobs::{EventsConfig, JobsConfig};
pub use self::sign_in::{IssuersConfig, Mail, OidcIssuer, Secrets};
pub use self::source::{Setting, Source};
pub use self::tables::{DynamoDbConfig, TablesConfig, TablesEngine};
use crate::Error;

/// Every setting with its default and what it means, as the program carries it.
pub(crate) const DEFAULTS: &str = include_str!("../atelier.default.toml");

/// The effective configuration. `atelier.default.toml` says what each field means.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the sections are described in atelier.default.toml")]
pub struct Config {
    pub server: Server,
    pub tables: TablesConfig,
    pub sql: SqlConfig,
    pub blobs: BlobsConfig,
    pub dynamodb_api: DynamodbApi,
    pub accounts: Accounts,
    pub secrets: Secrets,
    pub credentials: CredentialsConfig,
    pub mail: Mail,
    pub oidc: IssuersConfig,
    pub jobs: JobsConfig,
    pub events: EventsConfig,
    pub intelligence: IntelligenceConfig,
    pub journal: JournalConfig,
    pub factory: FactoryConfig,
    pub log: Log,
    pub metrics: Metrics,
    pub telemetry: TelemetryConfig,
}

/// `[server]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub public_url: String,
    pub web_dir: PathBuf,
    pub request_timeout_seconds: u64,
    pub body_limit_bytes: usize,
    pub shutdown_seconds: u64,
    pub trust_forwarded_for: bool,
}

/// `[accounts]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    pub sign_up: SignUp,
    pub session_days: u64,
}

/// `[log]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub filter: String,
    pub format: atelier_observe::Format,
}

/// `[metrics]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    pub token: String,
}

/// `[telemetry]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct TelemetryConfig {
    pub otlp_endpoint: String,
    pub interval_seconds: u64,
}

/// What the command line overrides.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Flags {
    /// `server.*` by key, only what was given.
    pub server: ServerFlags,
}

/// Overrides of `[server]`.
#[derive(Clone, Debug, Default, Serialize)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct ServerFlags {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_dir: Option<PathBuf>,
}

impl Config {
    /// The name of the file that is read when no other is named, if it is there.
    const FILE: &'static str = "atelier.toml";

    /// Reads all four layers. `file` must be there if it is named.
    pub fn load(file: Option<&Path>, flags: &Flags) -> Result<(Self, Vec<Setting>), Error> {
        let toml = match file {
            Some(path) => Toml::file_exact(path),
            None => Toml::file(Self::FILE),
        };
        // The double underscore tells settings from other variables that begin alike.
        let env = Env::prefixed("ATELIER_").filter(|key| key.as_str().contains("__")).split("__");
        let figment = Figment::from(Toml::string(DEFAULTS))
            .merge(toml)
            .merge(env)
            .merge(Serialized::from(flags, figment::Profile::Default));
        let config: Self = figment.extract().map_err(|error| Error::Config(error.to_string()))?;
        config.check()?;
        let settings = source::settings(&figment, &config)?;
        Ok((config, settings))
    }

    /// The defaults alone.
    pub fn defaults() -> Result<Self, Error> {
        Figment::from(Toml::string(DEFAULTS)).extract().map_err(|error| Error::Config(error.to_string()))
    }

    fn check(&self) -> Result<(), Error> {
        let server = &self.server;
        let url = &server.public_url;
        if !(url.starts_with("http://") || url.starts_with("https://")) {
            return Err(Error::Config(format!(
                "server.public_url {url:?} must begin with http:// or https://"
            )));
        }
        for (key, value) in [
            ("server.request_timeout_seconds", server.request_timeout_seconds),
            ("server.body_limit_bytes", server.body_limit_bytes as u64),
            ("accounts.session_days", self.accounts.session_days),
            ("blobs.object_limit_bytes", self.blobs.object_limit_bytes),
            ("blobs.upload_days", self.blobs.upload_days.into()),
            ("jobs.concurrency", self.jobs.concurrency as u64),
            ("jobs.computations", self.jobs.computations as u64),
            ("jobs.lease_seconds", self.jobs.lease_seconds),
            ("journal.recording_hours", self.journal.recording_hours),
            ("tables.change_days", self.tables.change_days),
            ("telemetry.interval_seconds", self.telemetry.interval_seconds),
        ] {
            if value == 0 {
                return Err(Error::Config(format!("{key} must be at least 1")));
            }
        }
        self.blobs.check()?;
        self.credentials.check()?;
        self.dynamodb_settings()?;
        self.tables.check()?;
        self.sql.check()?;
        self.mailer()?;
        self.issuers()?;
        Ok(())
    }

    /// What accounts need of it.
    pub(crate) fn account_settings(&self) -> Settings {
        Settings {
            sign_up: self.accounts.sign_up,
            session_lifetime: Duration::from_hours(24)
                .saturating_mul(u32::try_from(self.accounts.session_days).unwrap_or(u32::MAX)),
            secure_cookie: self.server.public_url.starts_with("https://"),
            public_url: self.server.public_url.as_str().into(),
        }
    }
}

#[cfg(test)]
mod tests;
