//! A request as an adapter writes it.

use std::fmt;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use reqwest::multipart::Form;
use serde_json::Value;

use super::guard::Reach;
use crate::error::{Category, Error};

/// A request to a provider. Its headers and body are never shown.
pub(crate) struct Call {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
    pub(super) reach: Reach,
    pub(super) timeout: Option<Duration>,
    pub(super) largest: Option<usize>,
    /// Taken out of whatever is said about the answer.
    pub(super) secret: Option<String>,
}

pub(super) enum Body {
    None,
    Json(Value),
    Form(Form),
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, reach, .. } = self;
        f.debug_struct("Call").field("method", method).field("reach", reach).finish_non_exhaustive()
    }
}

impl Call {
    fn new(method: Method, url: impl Into<String>) -> Self {
        Self {
            method,
            url: url.into(),
            headers: HeaderMap::new(),
            body: Body::None,
            reach: Reach::Public,
            timeout: None,
            largest: None,
            secret: None,
        }
    }

    /// Asks for what is there.
    pub(crate) fn get(url: impl Into<String>) -> Self {
        Self::new(Method::GET, url)
    }

    /// Begins something.
    pub(crate) fn post(url: impl Into<String>) -> Self {
        Self::new(Method::POST, url)
    }

    /// Sets something.
    pub(crate) fn put(url: impl Into<String>) -> Self {
        Self::new(Method::PUT, url)
    }

    /// Shows a key: `Authorization: {scheme} {key}`. It is taken out of all that is said about the answer.
    pub(crate) fn key(mut self, scheme: &str, key: &str) -> Result<Self, Error> {
        let refused = |_| Error::new(Category::Authentication, "The key has characters that no key has");
        let mut value = HeaderValue::from_str(&format!("{scheme} {key}")).map_err(refused)?;
        value.set_sensitive(true);
        self.headers.insert(AUTHORIZATION, value);
        self.secret = Some(key.to_owned());
        Ok(self)
    }

    /// Shows `name:password` by the basic scheme.
    pub(crate) fn basic(self, name_and_password: &str) -> Result<Self, Error> {
        let mut call = self.key("Basic", &STANDARD.encode(name_and_password))?;
        let password = name_and_password.split_once(':').map_or(name_and_password, |(_, password)| password);
        call.secret = Some(password.to_owned());
        Ok(call)
    }

    /// With one more header.
    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Result<Self, Error> {
        let refused = |_| Error::new(Category::Validation, format!("{name} can't hold that value"));
        let value = HeaderValue::from_str(value).map_err(refused)?;
        self.headers.insert(HeaderName::from_static(name), value);
        Ok(self)
    }

    /// With a body of JSON.
    pub(crate) fn json(mut self, body: Value) -> Self {
        self.body = Body::Json(body);
        self
    }

    /// With a body of several parts.
    pub(crate) fn form(mut self, form: Form) -> Self {
        self.body = Body::Form(form);
        self
    }

    /// Also to a local provider.
    pub(crate) fn reach(mut self, reach: &Reach) -> Self {
        self.reach = reach.clone();
        self
    }

    /// With another time for the whole exchange.
    pub(crate) fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// With an answer of at most so many bytes, for answers that hold pictures.
    pub(crate) fn largest(mut self, bytes: usize) -> Self {
        self.largest = Some(bytes);
        self
    }
}
