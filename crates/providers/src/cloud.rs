//! A provider on the internet: it takes a key, and the key goes nowhere else.

use std::fmt;

use serde_json::Value;

use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Call, Http, same_origin};
use crate::port::Connection;

/// A connection to it.
pub(crate) struct Cloud {
    pub(crate) http: Http,
    connection: Connection,
    key: String,
    /// Before the key, such as `Bearer`.
    scheme: &'static str,
}

impl fmt::Debug for Cloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cloud").field("connection", &self.connection).finish_non_exhaustive()
    }
}

impl Cloud {
    /// Fails when the connection has no key.
    pub(crate) fn new(connection: Connection, http: Http, scheme: &'static str) -> Result<Self, Error> {
        let key = connection.key.as_deref().map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned);
        let key = key.ok_or_else(|| {
            Error::new(Category::Authentication, "This provider needs a key").concerning_all()
        })?;
        Ok(Self { http, connection, key, scheme })
    }

    /// The address of a path, which begins with a slash.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.connection.base_url.trim_end_matches('/'))
    }

    /// The same request with the key.
    pub(crate) fn with_key(&self, call: Call) -> Result<Call, Error> {
        call.key(self.scheme, &self.key)
    }

    /// Sends a request with the key.
    pub(crate) async fn send(&self, call: Call) -> Result<Answer, Error> {
        self.http.send(self.with_key(call)?).await
    }

    /// What is there, read with the key.
    pub(crate) async fn read(&self, url: String) -> Result<Value, Error> {
        self.send(Call::get(url)).await?.accepted()?.json()
    }

    /// An address that the provider gave in its answer, if the key may be shown there.
    pub(crate) fn given(&self, answer: &Value, place: &str) -> Result<String, Error> {
        let url = answer.pointer(place).and_then(Value::as_str).unwrap_or_default();
        if same_origin(&self.connection.base_url, url) {
            return Ok(url.to_owned());
        }
        let message = "The provider gave no address of its own to ask at";
        Err(Error::new(Category::Unknown, message).fate(Fate::Unknown))
    }

    /// A setting of the connection.
    pub(crate) fn setting(&self, name: &str) -> Option<&Value> {
        self.connection.settings.get(name).filter(|value| !value.is_null())
    }

    /// A setting that is text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.setting(name)?.as_str()
    }

    /// The models that the settings name; empty when they leave it to the provider.
    pub(crate) fn named_models(&self) -> Vec<&str> {
        let named = self.setting("models").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        named.iter().filter_map(Value::as_str).collect()
    }
}

/// What an answer to a question about a ticket means when it is none: one that is not known has ended.
pub(crate) fn asked(answer: Answer) -> Result<Answer, Error> {
    match answer.status {
        404 | 410 => Err(ended(Category::Unknown, "The provider knows nothing of the request any more")),
        _ => answer.accepted(),
    }
}

/// The end of a request that failed.
pub(crate) fn ended(category: Category, message: impl Into<String>) -> Error {
    Error::new(category, message).fate(Fate::Ended)
}

/// An address of a model such as `owner/name`, of two or more parts and nothing that leads elsewhere.
pub(crate) fn is_path(model: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.'))
    };
    model.contains('/') && model.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_models_lead_nowhere_else() {
        for model in ["fal-ai/flux/dev", "black-forest-labs/flux-1.1-pro", "a/b_c"] {
            assert!(is_path(model), "{model}");
        }
        for model in
            ["flux", "", "/a", "a/", "a/../b", "a//b", "a/b?x=1", "a/b#c", "a/%2e%2e", "a/b c", "a/.."]
        {
            assert!(!is_path(model), "{model}");
        }
    }
}
