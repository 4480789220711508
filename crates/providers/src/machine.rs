//! A provider on a machine of one's own: it may be in the inner network, and may have no key.

use std::fmt;

use serde_json::Value;

use crate::error::{Category, Error};
use crate::http::{Answer, Call, Http, Reach, checked};
use crate::port::{Connection, Estimate, Output};

/// A connection to it.
pub(crate) struct Machine {
    pub(crate) connection: Connection,
    pub(crate) http: Http,
    reach: Reach,
    shows: Shows,
}

/// What is made on it costs nothing that anybody here could know of.
pub(crate) fn free() -> Estimate {
    Estimate { cost_micros: 0, currency: "USD".to_owned() }
}

/// How the key is shown, where there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shows {
    Bearer,
    /// The key is `name:password`.
    Basic,
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Machine").field("connection", &self.connection).finish_non_exhaustive()
    }
}

impl Machine {
    pub(crate) fn new(connection: Connection, http: Http, shows: Shows) -> Result<Self, Error> {
        let reach = Reach::same(&connection.base_url)?;
        Ok(Self { connection, http, reach, shows })
    }

    /// The address of a path, which begins with a slash.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.connection.base_url.trim_end_matches('/'))
    }

    pub(crate) fn get(&self, path: &str) -> Result<Call, Error> {
        self.call(Call::get(self.url(path)))
    }

    pub(crate) fn post(&self, path: &str, body: Value) -> Result<Call, Error> {
        Ok(self.call(Call::post(self.url(path)))?.json(body))
    }

    pub(crate) fn put(&self, path: &str, body: Value) -> Result<Call, Error> {
        Ok(self.call(Call::put(self.url(path)))?.json(body))
    }

    /// The same call, as this machine takes it.
    fn call(&self, call: Call) -> Result<Call, Error> {
        let call = call.reach(&self.reach);
        let key = self.connection.key.as_deref().map(str::trim).filter(|key| !key.is_empty());
        match (key, self.shows) {
            (Some(key), Shows::Bearer) => call.key("Bearer", key),
            (Some(key), Shows::Basic) => call.basic(key),
            (None, _) => Ok(call),
        }
    }

    pub(crate) async fn send(&self, call: Call) -> Result<Answer, Error> {
        self.http.send(call).await
    }

    /// What is there, as JSON.
    pub(crate) async fn read(&self, path: &str) -> Result<Value, Error> {
        self.send(self.get(path)?).await?.accepted()?.json()
    }

    /// A file that it made.
    pub(crate) async fn file(&self, path: &str) -> Result<Output, Error> {
        let call = self.get(path)?.largest(self.http.settings().largest_output);
        let answer = self.send(call).await?;
        if answer.status == 404 {
            return Err(Error::new(Category::Unknown, "The picture is not on the machine any more"));
        }
        let answer = answer.accepted()?;
        let claimed_type = answer.header("content-type").and_then(|value| value.split(';').next());
        let claimed_type = claimed_type.map(|kind| kind.trim().to_ascii_lowercase());
        checked(Output { claimed_type, bytes: answer.body })
    }
}
