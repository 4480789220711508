//! `[tables]` and `[tables.dynamodb]`.

use atelier_base::{Clock, Randomness};
use atelier_tables::{DynamoDbOptions, Options};
use serde::{Deserialize, Serialize};

use super::Config;
use crate::Error;

/// `[tables]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct TablesConfig {
    pub engine: TablesEngine,
    pub change_log: bool,
    pub change_days: u64,
    pub dynamodb: DynamoDbConfig,
}

/// Who keeps the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TablesEngine {
    /// A file in the data directory.
    Embedded,
    /// Amazon DynamoDB, or what speaks its protocol.
    DynamoDb,
}

/// `[tables.dynamodb]`.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct DynamoDbConfig {
    pub endpoint: String,
    pub region: String,
    pub access_key_id: String,
    pub secret_access_key: String,
    pub prefix: String,
    pub suffix: String,
    pub create_tables: bool,
    pub alternator: bool,
}

// It holds a key, which no log shall show.
impl std::fmt::Debug for DynamoDbConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("DynamoDbConfig");
        debug.field("endpoint", &self.endpoint).field("region", &self.region).finish_non_exhaustive()
    }
}

impl TablesConfig {
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.engine == TablesEngine::Embedded {
            return Ok(());
        }
        let dynamodb = &self.dynamodb;
        for (key, value) in [
            ("region", &dynamodb.region),
            ("access_key_id", &dynamodb.access_key_id),
            ("secret_access_key", &dynamodb.secret_access_key),
        ] {
            if value.is_empty() {
                return Err(Error::Config(format!("tables.dynamodb.{key} must be set for this engine")));
            }
        }
        Ok(())
    }
}

impl Config {
    /// How the embedded store is opened.
    pub fn table_options(&self, clock: &Clock) -> Options {
        Options { clock: clock.clone(), change_log: self.tables.change_log, ..Options::at(&self.server.data) }
    }

    /// How the store on DynamoDB is reached.
    pub(crate) fn dynamodb_options(&self, clock: &Clock, randomness: &Randomness) -> DynamoDbOptions {
        let config = &self.tables.dynamodb;
        let options = DynamoDbOptions::new(&config.region, &config.access_key_id, &config.secret_access_key);
        DynamoDbOptions {
            endpoint: Some(config.endpoint.clone()).filter(|endpoint| !endpoint.is_empty()),
            prefix: config.prefix.clone(),
            suffix: config.suffix.clone(),
            create_tables: config.create_tables,
            alternator: config.alternator,
            clock: clock.clone(),
            randomness: randomness.clone(),
            ..options
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_engine_needs_its_key() {
        let mut config = Config::defaults().expect("the defaults");
        assert!(config.tables.check().is_ok());
        config.tables.engine = TablesEngine::DynamoDb;
        assert!(config.tables.check().is_err());
        let dynamodb = &mut config.tables.dynamodb;
        (dynamodb.access_key_id, dynamodb.secret_access_key) = ("id".into(), "hidden".into());
        assert!(config.tables.check().is_ok());
        assert!(!format!("{:?}", config.tables).contains("hidden"));
    }
}
