//! Providers of a tenant: where they are, how much they take, and which models they offer. A key is stored sealed and
//! never read back to anybody; `connection.rs` opens it for the one call that needs it.

use async_graphql::{ID, InputObject, SimpleObject};
use atelier_base::{Grant, InvalidInput, ModelId, Patch, Scope, Timestamp};
use atelier_sql::{Row, Sql};
use serde_json::{Value, json};

use crate::permissions::ReadFactory;
use crate::product::version;
use crate::{Error, State, connection, defaults};

mod edit;
mod go_on;
mod key;
mod sync;

pub use self::edit::update;
pub use self::key::{remove_key, set_key};
pub use self::sync::{ProviderCheck, check, sync};

const COLUMNS: &str = "id, name, api_base_url, (api_key_encrypted IS NOT NULL) AS has_key, is_enabled, \
    rate_limit_requests, rate_limit_tokens, concurrent_limit, settings, version";

/// A provider of a tenant.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
#[graphql(complex)]
#[expect(clippy::struct_excessive_bools, reason = "four things that are so or not, each by itself")]
pub struct Provider {
    /// Such as `studio`.
    pub id: String,
    /// 1 to 255 characters.
    pub name: String,
    /// Where it is; none for the one that is built in.
    pub api_base_url: Option<String>,
    /// Whether a key is stored.
    pub has_key: bool,
    /// Whether it asks for one.
    pub needs_key: bool,
    /// Whether it works on the owner's own machines, where nothing is charged.
    pub is_local: bool,
    /// Whether it can be ordered from.
    pub is_enabled: bool,
    /// Requests a minute.
    pub rate_limit_requests: Option<i64>,
    /// Tokens a minute.
    pub rate_limit_tokens: Option<i64>,
    /// Requests at a time.
    pub concurrent_limit: Option<i64>,
    /// What else its adapter needs.
    pub settings: Value,
    /// Counts the changes, from 1. A change names the version it was made from.
    pub version: u32,
    /// What it offers, by name.
    pub models: Vec<ProviderModel>,
}

/// A model that a provider offers.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct ProviderModel {
    /// Unique, `mdl_…`.
    pub id: ID,
    /// The provider's id.
    pub model_id: String,
    /// Its name for people.
    pub name: String,
    /// Such as `flux`.
    pub family: Option<String>,
    /// Such as `text-to-image`.
    pub modality: String,
    /// Whether it can be ordered from.
    pub is_available: bool,
    /// When its provider takes it away.
    pub sunset_at: Option<Timestamp>,
    /// JSON Schema of its parameters, an object. `x-advanced`: true folds a property away, `x-unit` names its unit.
    pub parameter_schema: Value,
    /// What it can do.
    pub capabilities: Value,
    /// What it costs, with the day the price was read on; null when nobody knows.
    pub pricing: Option<Value>,
}

/// A change to a provider: absent keeps a value, null: none.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProviderPatch {
    /// 1 to 255 characters.
    pub name: Patch<String>,
    /// Where it is: begins with http:// or https://.
    pub api_base_url: Patch<String>,
    /// Whether it can be ordered from.
    pub is_enabled: Patch<bool>,
    /// Requests a minute, 1 or more.
    pub rate_limit_requests: Patch<i32>,
    /// Tokens a minute, 1 or more.
    pub rate_limit_tokens: Patch<i32>,
    /// Requests at a time, 1 or more.
    pub concurrent_limit: Patch<i32>,
    /// What else its adapter needs, an object of 64 KB at most. Its `kind` stays what it is.
    pub settings: Patch<Value>,
}

impl Provider {
    fn patched(self, patch: ProviderPatch) -> Result<Self, Error> {
        let wide = |patch: Patch<i32>, current| match patch {
            Patch::Absent => current,
            Patch::Null => None,
            Patch::Value(number) => Some(i64::from(number)),
        };
        let mut settings = match patch.settings {
            Patch::Absent => self.settings.clone(),
            Patch::Null => json!({}),
            Patch::Value(settings) => settings,
        };
        if let Some(settings) = settings.as_object_mut() {
            for fixed in ["kind", "needs_key"] {
                match self.settings.get(fixed) {
                    Some(value) => settings.insert(fixed.to_owned(), value.clone()),
                    None => settings.remove(fixed),
                };
            }
        }
        Self {
            name: patch.name.or_keep(self.name).trim().to_owned(),
            api_base_url: patch.api_base_url.apply(self.api_base_url).map(|url| url.trim().to_owned()),
            is_enabled: patch.is_enabled.or_keep(self.is_enabled),
            rate_limit_requests: wide(patch.rate_limit_requests, self.rate_limit_requests),
            rate_limit_tokens: wide(patch.rate_limit_tokens, self.rate_limit_tokens),
            concurrent_limit: wide(patch.concurrent_limit, self.concurrent_limit),
            settings,
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("name", &self.name, 1..=255);
        if let Some(url) = &self.api_base_url {
            let is_http = url.starts_with("https://") || url.starts_with("http://");
            let is_odd = url.len() > 2_000 || url.contains(char::is_whitespace) || url.contains('@');
            faults.note(!is_http || is_odd, "apiBaseUrl", "malformed", "is no http address");
        }
        for (path, number) in [
            ("rateLimitRequests", self.rate_limit_requests),
            ("rateLimitTokens", self.rate_limit_tokens),
            ("concurrentLimit", self.concurrent_limit),
        ] {
            faults.note(number.is_some_and(|number| number < 1), path, "out_of_range", "is 1 or more");
        }
        let is_small = self.settings.is_object() && self.settings.to_string().len() <= 65_536;
        faults.note(!is_small, "settings", "malformed", "is no object of 64 KB at most");
        faults.finish()?;
        Ok(self)
    }
}

fn read(row: &Row) -> Result<Provider, Error> {
    let (id, settings) = (row.get::<String>("id")?, row.find::<Value>("settings")?);
    let settings = settings.unwrap_or_else(|| json!({}));
    Ok(Provider {
        name: row.get("name")?,
        api_base_url: row.find("api_base_url")?,
        has_key: row.get("has_key")?,
        needs_key: settings["needs_key"] == json!(true),
        is_local: connection::is_own_machine(&connection::kind_of(&id, &settings)),
        is_enabled: row.get("is_enabled")?,
        rate_limit_requests: row.find("rate_limit_requests")?,
        rate_limit_tokens: row.find("rate_limit_tokens")?,
        concurrent_limit: row.find("concurrent_limit")?,
        version: version(row)?,
        models: Vec::new(),
        id,
        settings,
    })
}

fn read_model(row: &Row) -> Result<ProviderModel, Error> {
    Ok(ProviderModel {
        id: ModelId::from_uuid(row.get("id")?).to_string().into(),
        model_id: row.get("model_id")?,
        name: row.get("name")?,
        family: row.find("family")?,
        modality: row.get("modality")?,
        is_available: row.get("is_available")?,
        sunset_at: row.find("sunset_at")?,
        parameter_schema: row.find("parameter_schema")?.unwrap_or_else(|| json!({})),
        capabilities: row.find("capabilities")?.unwrap_or_else(|| json!({})),
        pricing: row.find("pricing")?,
    })
}

/// All providers with their models, by name.
///
/// # Errors
/// Those of the store.
pub async fn list(state: &State, grant: Grant<ReadFactory>) -> Result<Vec<Provider>, Error> {
    defaults::ensure(state, grant.scope()).await?;
    stored(state, grant.scope(), None).await
}

/// The provider of that id.
pub(crate) async fn fetch(state: &State, scope: Scope, id: &str) -> Result<Provider, Error> {
    defaults::ensure(state, scope).await?;
    stored(state, scope, Some(id)).await?.pop().ok_or_else(|| Error::missing("provider", id))
}

async fn stored(state: &State, scope: Scope, id: Option<&str>) -> Result<Vec<Provider>, Error> {
    let only = |column: &str| match id {
        Some(id) => Sql::new(format!(" AND {column} = ?")).bind(id),
        None => Sql::default(),
    };
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM providers WHERE tenant_id = :tenant"));
    let rows = state.db.fetch_all(scope, sql.push(only("id")).push(" ORDER BY name, id")).await?;
    let mut providers = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let sql = Sql::new(
        "SELECT id, provider_id, model_id, name, family, modality, is_available, sunset_at, parameter_schema, \
         capabilities, pricing FROM models WHERE tenant_id = :tenant",
    );
    let sql = sql.push(only("provider_id")).push(" ORDER BY name, model_id");
    for row in state.db.fetch_all(scope, sql).await? {
        let of: String = row.get("provider_id")?;
        if let Some(provider) = providers.iter_mut().find(|provider| provider.id == of) {
            provider.models.push(read_model(&row)?);
        }
    }
    Ok(providers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fal() -> Provider {
        Provider {
            id: "fal".into(),
            name: "fal".into(),
            api_base_url: Some("https://queue.fal.run".into()),
            has_key: false,
            needs_key: true,
            is_local: false,
            is_enabled: false,
            rate_limit_requests: None,
            rate_limit_tokens: None,
            concurrent_limit: Some(10),
            settings: json!({"kind": "fal", "needs_key": true, "platform_url": "https://api.fal.ai/v1"}),
            version: 1,
            models: Vec::new(),
        }
    }

    #[test]
    fn settings_change_but_not_the_adapter() {
        let settings = Patch::Value(json!({"kind": "studio", "needs_key": false, "x": 1}));
        let after =
            fal().patched(ProviderPatch { settings, ..ProviderPatch::default() }).expect("a provider");
        assert_eq!(after.settings, json!({"kind": "fal", "needs_key": true, "x": 1}));
    }

    #[test]
    fn limits_are_positive_or_none() {
        let limit = |concurrent_limit| ProviderPatch { concurrent_limit, ..ProviderPatch::default() };
        assert_eq!(fal().patched(limit(Patch::Null)).expect("a provider").concurrent_limit, None);
        assert_eq!(fal().patched(limit(Patch::Value(2))).expect("a provider").concurrent_limit, Some(2));
        assert!(fal().patched(limit(Patch::Value(0))).is_err());
    }

    #[test]
    fn an_address_is_of_the_web() {
        let at = |url: &str| {
            let api_base_url = Patch::Value(url.to_owned());
            fal().patched(ProviderPatch { api_base_url, ..ProviderPatch::default() })
        };
        assert!(at("http://127.0.0.1:8188").is_ok());
        for odd in ["file:///etc/passwd", "https://a b", "https://user:pass@host", ""] {
            assert!(at(odd).is_err(), "{odd}");
        }
    }
}
