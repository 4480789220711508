//! `[dynamodb_api]`.

use atelier_base::TenantId;
use atelier_dynamodb::Settings;
use serde::{Deserialize, Serialize};

use super::Config;
use crate::Error;

/// The shortest secret: AWS's own have 40 characters.
const SHORTEST: usize = 20;

/// `[dynamodb_api]`.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct DynamodbApi {
    pub enabled: bool,
    pub access_key_id: String,
    pub secret_access_key: String,
    pub tenant: String,
    pub table_suffix: String,
}

// It holds a secret, which no log shall show.
impl std::fmt::Debug for DynamodbApi {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("DynamodbApi");
        shown.field("enabled", &self.enabled).field("tenant", &self.tenant).finish_non_exhaustive()
    }
}

impl Config {
    /// The DynamoDB API, if it is enabled.
    pub(crate) fn dynamodb_settings(&self) -> Result<Option<Settings>, Error> {
        let api = &self.dynamodb_api;
        if !api.enabled {
            return Ok(None);
        }
        let refused = |what: &str| Err(Error::Config(format!("dynamodb_api.{what}")));
        let id = &api.access_key_id;
        if !(4..=128).contains(&id.len()) || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return refused("access_key_id must be 4 to 128 letters and digits");
        }
        if api.secret_access_key.len() < SHORTEST {
            return refused(&format!("secret_access_key must have at least {SHORTEST} characters"));
        }
        let Ok(tenant) = api.tenant.parse::<TenantId>() else {
            return refused("tenant must be the id of a user or of an organisation");
        };
        Ok(Some(Settings {
            access_key_id: id.clone(),
            secret_access_key: api.secret_access_key.clone(),
            tenant,
            suffix: api.table_suffix.clone(),
        }))
    }
}
