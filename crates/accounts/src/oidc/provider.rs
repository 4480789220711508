//! An issuer: what it says about itself, its keys, and its token endpoint.

use std::sync::Arc;
use std::time::Duration;

use atelier_base::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

use super::IssuerSettings;
use super::jwt::{Claims, Expected, Jwk, Refusal, read_keys, verify};
use crate::{Error, percent};

/// An issuer with what is known of it so far.
pub(super) struct Provider {
    pub settings: IssuerSettings,
    http: reqwest::Client,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    discovery: Option<(Timestamp, Arc<Discovery>)>,
    keys: Option<(Timestamp, Vec<Jwk>)>,
}

/// What an issuer says about itself.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Discovery {
    issuer: String,
    pub authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

/// After so long an issuer is asked anew about itself.
const DISCOVERY_AGE: Duration = Duration::from_hours(24);
/// Keys are not fetched more often, whatever ids tokens name.
const KEYS_AGE: Duration = Duration::from_mins(1);
const LARGEST_ANSWER: usize = 512 * 1024;

impl Provider {
    pub(super) fn new(settings: IssuerSettings) -> Result<Self, String> {
        if !is_private(&settings.issuer) {
            return Err("issuer must begin with https://".into());
        }
        if settings.client_id.is_empty() || settings.name.is_empty() {
            return Err("client_id and name are needed".into());
        }
        // Whoever was first in this process has chosen; it is the only provider that is built in.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { settings, http, known: Mutex::default() })
    }

    /// What the issuer says about itself, from memory or asked.
    pub(super) async fn discovery(&self, now: Timestamp) -> Result<Arc<Discovery>, Error> {
        let mut known = self.known.lock().await;
        if let Some((at, discovery)) = &known.discovery
            && now.since(*at) < DISCOVERY_AGE
        {
            return Ok(discovery.clone());
        }
        let address =
            format!("{}/.well-known/openid-configuration", self.settings.issuer.trim_end_matches('/'));
        let discovery: Discovery = self.get(&address).await?;
        if discovery.issuer != self.settings.issuer {
            return Err(Error::IssuerRefused(Refusal::Claim("issuer of its configuration")));
        }
        let endpoints = [&discovery.authorization_endpoint, &discovery.token_endpoint, &discovery.jwks_uri];
        if !endpoints.iter().all(|address| is_private(address)) {
            return Err(Error::IssuerUnreachable("it names an address without TLS".into()));
        }
        let discovery = Arc::new(discovery);
        known.discovery = Some((now, discovery.clone()));
        Ok(discovery)
    }

    /// The identity token for a code.
    pub(super) async fn exchange(
        &self,
        code: &str,
        verifier: &str,
        redirect_uri: &str,
        now: Timestamp,
    ) -> Result<String, Error> {
        let discovery = self.discovery(now).await?;
        let (id, secret) = (&self.settings.client_id, &self.settings.client_secret);
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect_uri),
            ("client_id", id),
            ("code_verifier", verifier),
        ];
        let mut request = self.http.post(&discovery.token_endpoint);
        let methods = discovery.token_endpoint_auth_methods_supported.as_deref();
        let basic = methods.is_none_or(|methods| methods.iter().any(|name| name == "client_secret_basic"));
        match (secret.is_empty(), basic) {
            (true, _) => {}
            (false, true) => {
                let secret = percent::encoded(secret.expose());
                request = request.basic_auth(percent::encoded(id), Some(secret));
            }
            (false, false) => form.push(("client_secret", secret.expose())),
        }
        let answer = request.form(&form).send().await.map_err(unreachable)?;
        let status = answer.status();
        let body = read(answer).await?;
        if !status.is_success() {
            let said = serde_json::from_slice::<serde_json::Value>(&body).unwrap_or_default();
            let said = said["error"].as_str().unwrap_or_default().to_owned();
            return Err(Error::IssuerRefused(Refusal::Exchange(format!("{status} {said}"))));
        }
        let tokens: Tokens = serde_json::from_slice(&body)
            .map_err(|_| Error::IssuerRefused(Refusal::Exchange("no identity token".into())))?;
        Ok(tokens.id_token)
    }

    /// The claims of a token. When it names a key that is not known, the issuer may have new ones.
    pub(super) async fn verify(&self, token: &str, expected: &Expected<'_>) -> Result<Claims, Error> {
        let address = self.discovery(expected.now).await?.jwks_uri.clone();
        let mut known = self.known.lock().await;
        if let Some((at, keys)) = &known.keys {
            match verify(token, keys, expected) {
                Err(Refusal::UnknownKey) if expected.now.since(*at) >= KEYS_AGE => {}
                other => return other.map_err(Error::IssuerRefused),
            }
        }
        let set: serde_json::Value = self.get(&address).await?;
        let (_, keys) = known.keys.insert((expected.now, read_keys(&set)));
        verify(token, keys, expected).map_err(Error::IssuerRefused)
    }

    async fn get<T: DeserializeOwned>(&self, address: &str) -> Result<T, Error> {
        let answer = self.http.get(address).send().await.map_err(unreachable)?;
        let answer = answer.error_for_status().map_err(unreachable)?;
        let body = read(answer).await?;
        serde_json::from_slice(&body).map_err(|error| Error::IssuerUnreachable(error.to_string()))
    }
}

/// The body, up to a size that no honest answer has.
async fn read(mut answer: reqwest::Response) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
        body.extend_from_slice(&chunk);
        if body.len() > LARGEST_ANSWER {
            return Err(Error::IssuerUnreachable("its answer is too long".into()));
        }
    }
    Ok(body)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` gives")]
fn unreachable(error: reqwest::Error) -> Error {
    Error::IssuerUnreachable(error.to_string())
}

/// Whether nobody on the way can read along: TLS, or this machine.
fn is_private(address: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(address) else { return false };
    let local = ["localhost", "127.0.0.1", "[::1]"].contains(&url.host_str().unwrap_or_default());
    url.scheme() == "https" || (url.scheme() == "http" && local)
}
