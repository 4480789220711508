//! Signing in by way of an OpenID Connect issuer: authorization code with PKCE, state and nonce.
//!
//! An issuer proves an identity; our account stays ours. An identity that we know signs its user in. An unknown
//! one makes an account, unless the email has one already: then that account's password is asked for
//! once, so that nobody takes an account over by way of an issuer.

mod account;
mod jwt;
mod provider;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use atelier_secrets::Secret;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

pub(crate) use self::account::{Outcome, claim, link};
pub(crate) use self::jwt::Refusal;
use self::jwt::{Claims, Expected};
use self::provider::Provider;
use crate::one_time::{Purpose, issue, redeem};
use crate::{Error, State, percent, token};

/// What the operator configures of an issuer.
#[derive(Clone, Debug)]
pub struct IssuerSettings {
    /// Its address, exactly as its tokens name it; `/.well-known/openid-configuration` lies below.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// Empty for a public client.
    pub client_secret: Secret,
    /// What people read on the button.
    pub name: String,
    /// Domains of emails that may sign in; all when empty.
    pub allowed_domains: Vec<String>,
}

/// The issuers of this server by id. Cheap to clone.
#[derive(Clone, Default)]
pub struct Issuers(Arc<BTreeMap<String, Provider>>);

/// So long a browser may stay at the issuer.
const ROUND_TRIP: Duration = Duration::from_mins(10);

impl Issuers {
    /// Nothing is called before somebody signs in. The error tells what is wrong with the settings.
    pub fn new(settings: impl IntoIterator<Item = (String, IssuerSettings)>) -> Result<Self, String> {
        let mut issuers = BTreeMap::new();
        for (id, settings) in settings {
            let plain =
                |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
            if id.is_empty() || !id.chars().all(plain) {
                return Err(format!("{id:?}: an id has letters a to z, digits and -"));
            }
            let provider = Provider::new(settings).map_err(|fault| format!("{id}: {fault}"))?;
            issuers.insert(id, provider);
        }
        Ok(Self(Arc::new(issuers)))
    }

    /// Id and name of each.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, provider)| (id.as_str(), provider.settings.name.as_str()))
    }

    fn get(&self, id: &str) -> Result<&Provider, Error> {
        self.0.get(id).ok_or(Error::IssuerNotFound)
    }
}

/// A sign-in that was begun: where to send the browser, and the state that it must bring back,
/// in the address and in a cookie.
pub(crate) struct Departure {
    pub address: String,
    pub state: String,
}

/// What an issuer sends a browser back with.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Arrival {
    #[serde(default)]
    pub state: String,
    pub code: Option<String>,
    pub error: Option<String>,
}

/// Begins a sign-in at the issuer of that id.
pub(crate) async fn depart(state: &State, id: &str, return_to: Option<&str>) -> Result<Departure, Error> {
    let provider = state.issuers.get(id)?;
    let discovery = provider.discovery(state.clock.now()).await?;
    let (nonce, verifier) = (token::generate(&state.randomness), token::generate(&state.randomness));
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let purpose = Purpose::IssuerSignIn {
        issuer: id.to_owned(),
        nonce: nonce.clone(),
        verifier,
        return_to: percent::local_path(return_to),
    };
    let (ticket, _) = issue(state, purpose, None, ROUND_TRIP).await?;
    let parameters = [
        ("response_type", "code"),
        ("client_id", &provider.settings.client_id),
        ("redirect_uri", &redirect_uri(state, id)),
        ("scope", "openid email profile"),
        ("state", &ticket),
        ("nonce", &nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ];
    let address = reqwest::Url::parse_with_params(&discovery.authorization_endpoint, parameters)
        .map_err(|error| Error::IssuerUnreachable(error.to_string()))?;
    Ok(Departure { address: address.into(), state: ticket })
}

/// Ends a sign-in: `cookie` is the state that this browser left with. Returns what follows and where to go.
pub(crate) async fn arrive(
    state: &State,
    id: &str,
    arrival: Arrival,
    cookie: Option<&str>,
) -> Result<(Outcome, String), Error> {
    // Another browser's state would sign this one in as somebody else.
    if cookie != Some(arrival.state.as_str()) {
        return Err(Error::IssuerRefused(Refusal::State));
    }
    let ticket = match redeem(state, &arrival.state).await {
        Err(Error::LinkExpired) => return Err(Error::IssuerRefused(Refusal::State)),
        other => other?,
    };
    let Purpose::IssuerSignIn { issuer, nonce, verifier, return_to } = ticket.purpose else {
        return Err(Error::IssuerRefused(Refusal::State));
    };
    if issuer != id {
        return Err(Error::IssuerRefused(Refusal::State));
    }
    // It comes by way of the browser, so it is not taken at any length.
    let said = || Refusal::Said(arrival.error.iter().flat_map(|word| word.chars()).take(80).collect());
    let code = arrival.code.as_deref().ok_or_else(|| Error::IssuerRefused(said()))?;
    let provider = state.issuers.get(id)?;
    let now = state.clock.now();
    let token = provider.exchange(code, &verifier, &redirect_uri(state, id), now).await?;
    let expected = Expected {
        issuer: &provider.settings.issuer,
        client_id: &provider.settings.client_id,
        nonce: &nonce,
        now,
    };
    let claims: Claims = provider.verify(&token, &expected).await?;
    let outcome = account::resolve(state, &provider.settings, claims).await?;
    Ok((outcome, return_to))
}

fn redirect_uri(state: &State, id: &str) -> String {
    let site = state.settings.public_url.trim_end_matches('/');
    format!("{site}/api/v1/accounts/oidc/{id}/callback")
}
