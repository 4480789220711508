//! The network as adapters see it: calls with limits, answers of any status, and files that are fetched only
//! from where they may be.

mod answer;
mod call;
mod fetch;
mod guard;

use std::error::Error as _;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::Clock;
use bytes::{Bytes, BytesMut};
use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Client, ClientBuilder, Method, Response};
use url::Url;

pub(crate) use answer::Answer;
pub(crate) use call::Call;
pub(crate) use fetch::{broken, checked, from_base64, from_data_uri, is_data_uri};
pub(crate) use guard::same_origin;
pub use guard::{Reach, is_public};

use call::Body;

use crate::error::{Category, Error, Fate};
use crate::port::Output;

/// How often an address may send on to another.
const REDIRECTS: usize = 3;

/// Limits of the network.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Until a connection stands.
    pub connect_timeout: Duration,
    /// For a whole exchange, unless an adapter knows better.
    pub timeout: Duration,
    /// Bytes of an answer that are read, unless an adapter knows better.
    pub largest_answer: usize,
    /// Bytes of a file that are read.
    pub largest_output: usize,
    /// Whether providers and files may be in the inner network: for tests, and for those who run a gateway there.
    pub allow_private: bool,
    /// Tells how far ahead an instant in an answer is.
    pub clock: Clock,
}

impl Settings {
    /// The usual limits.
    pub fn new(clock: Clock) -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_mins(2),
            largest_answer: 8 * 1024 * 1024,
            largest_output: 64 * 1024 * 1024,
            allow_private: false,
            clock,
        }
    }
}

/// Connections to providers. Clones share them.
#[derive(Clone)]
pub struct Http(Arc<Inner>);

struct Inner {
    settings: Settings,
    /// Connects to public addresses only, unless the settings allow others.
    guarded: Client,
    /// Connects to anything: only for the very host of a local provider.
    local: Client,
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

impl Http {
    /// Calls nobody yet. Fails when this process can't speak TLS.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        // Whoever was first in this process has chosen; it is the only provider that is built in.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let guarded = if settings.allow_private {
            client(&settings)
        } else {
            client(&settings).dns_resolver(Arc::new(guard::PublicOnly))
        };
        let build = |builder: ClientBuilder| {
            builder.build().map_err(|_| Error::new(Category::Unknown, "This machine can't speak TLS"))
        };
        let (guarded, local) = (build(guarded)?, build(client(&settings))?);
        Ok(Self(Arc::new(Inner { settings, guarded, local })))
    }

    /// The limits.
    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Sends a request and reads the answer, whatever its status. Redirections are answers too.
    pub(crate) async fn send(&self, call: Call) -> Result<Answer, Error> {
        let url = guard::parse(&call.url)?;
        let client = self.client_for(&url, &call.reach)?;
        tracing::debug!(method = %call.method, host = url.host_str(), "calling a provider");
        let reads = call.method == Method::GET;
        let mut request = client.request(call.method, url).headers(call.headers);
        request = match call.body {
            Body::None => request,
            Body::Json(body) => request.json(&body),
            Body::Form(form) => request.multipart(form),
        };
        if let Some(timeout) = call.timeout {
            request = request.timeout(timeout);
        }
        let response = request.send().await.map_err(|error| lost(&error, reads))?;
        let cap = call.largest.unwrap_or(self.settings().largest_answer);
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = read(response, cap).await?;
        let retry_after = answer::patience(&headers, self.settings().clock.now());
        Ok(Answer { status, headers, body, retry_after, secret: call.secret })
    }

    /// Fetches a file: from an address, following few redirections and looking at each, or out of a `data:` address.
    /// No key is shown. Fails with the fate `Unknown` where asking again may bring the file, else with `Ended`.
    pub(crate) async fn fetch(&self, address: &str, reach: &Reach) -> Result<Output, Error> {
        self.follow(address, reach).await.map_err(|error| match error.category {
            // It would be refused again.
            Category::Validation => error.fate(Fate::Ended),
            _ => error.fate(Fate::Unknown),
        })
    }

    async fn follow(&self, address: &str, reach: &Reach) -> Result<Output, Error> {
        let cap = self.settings().largest_output;
        if is_data_uri(address) {
            return from_data_uri(address, cap);
        }
        let mut url = guard::parse(address)?;
        for _ in 0..=REDIRECTS {
            let client = self.client_for(&url, reach)?;
            let response = client.get(url.clone()).send().await.map_err(|error| lost(&error, true))?;
            let status = response.status();
            if status.is_success() {
                let claimed_type = claimed(response.headers());
                let bytes = read_file(response, cap).await?;
                return fetch::checked(Output { bytes, claimed_type });
            }
            let Some(next) = target(&response).filter(|_| status.is_redirection()) else {
                return Err(self.missing(&response));
            };
            let next =
                url.join(&next).map_err(|_| broken("A file is said to be at an address without sense"))?;
            url = guard::parse(next.as_str())?;
        }
        Err(broken("A file is sent on too often"))
    }

    /// The client that may go there.
    fn client_for(&self, url: &Url, reach: &Reach) -> Result<&Client, Error> {
        if reach.is_local(url) {
            return Ok(&self.0.local);
        }
        if !self.settings().allow_private {
            guard::check_literal(url)?;
        }
        Ok(&self.0.guarded)
    }

    /// Why a file did not come.
    fn missing(&self, response: &Response) -> Error {
        let message = match response.status().as_u16() {
            401 | 403 | 404 | 410 => "The address of a file has expired".to_owned(),
            status => format!("A file could not be fetched: status {status}"),
        };
        broken(&message).retry_after(answer::patience(response.headers(), self.settings().clock.now()))
    }
}

fn client(settings: &Settings) -> ClientBuilder {
    Client::builder()
        .connect_timeout(settings.connect_timeout)
        .timeout(settings.timeout)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .referer(false)
        .user_agent("atelier")
}

/// What became of a request that has no answer. Never with its address, in which keys may be.
fn lost(error: &reqwest::Error, reads: bool) -> Error {
    if leads_inside(error) {
        return guard::refusal();
    }
    if error.is_builder() {
        return Error::new(Category::Validation, "The request can't be written");
    }
    if error.is_connect() {
        return Error::new(Category::Network, "The provider can't be reached");
    }
    let message = if error.is_timeout() {
        "The provider did not answer in time"
    } else {
        "The connection to the provider broke off"
    };
    // Nothing is begun by reading.
    Error::new(Category::Network, message).fate(if reads { Fate::NotBegun } else { Fate::Unknown })
}

/// Whether the resolver refused the name.
fn leads_inside(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        if cause.is::<guard::Inner>() {
            return true;
        }
        source = cause.source();
    }
    false
}

/// Reads an answer to its end, of at most `cap` bytes.
async fn read(mut response: Response, cap: usize) -> Result<Bytes, Error> {
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| cut_off(&error))? {
        if cap < body.len() + chunk.len() {
            let message = "The provider's answer is longer than is taken";
            return Err(Error::new(Category::Unknown, message).fate(Fate::Unknown));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// Reads a file to its end, of at most `cap` bytes.
async fn read_file(mut response: Response, cap: usize) -> Result<Bytes, Error> {
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    if announced.is_some_and(|length| cap < length) {
        return Err(fetch::too_large(cap));
    }
    let mut body = BytesMut::with_capacity(announced.unwrap_or_default());
    while let Some(chunk) = response.chunk().await.map_err(|_| broken("A file is cut off"))? {
        if cap < body.len() + chunk.len() {
            return Err(fetch::too_large(cap));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

fn cut_off(error: &reqwest::Error) -> Error {
    let (category, message) = if error.is_timeout() {
        (Category::Network, "The provider did not answer in time")
    } else {
        (Category::Transient, "The provider's answer is cut off")
    };
    Error::new(category, message).fate(Fate::Unknown)
}

fn claimed(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(|kind| kind.trim().to_ascii_lowercase()).filter(|kind| !kind.is_empty())
}

fn target(response: &Response) -> Option<String> {
    Some(response.headers().get(LOCATION)?.to_str().ok()?.to_owned())
}

#[cfg(test)]
mod tests;
