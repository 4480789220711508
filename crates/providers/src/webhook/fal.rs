//! News of fal, signed with keys that it publishes.

use std::time::Duration;

use atelier_base::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::header::HeaderMap;
use ring::digest::{SHA256, digest};
use ring::signature::{ED25519, UnparsedPublicKey};
use serde_json::Value;
use tokio::sync::Mutex;

use super::{Refused, Verified, check_instant, header, named};
use crate::http::{Call, Http};

/// Where fal publishes its keys.
const PUBLISHED: &str = "https://rest.fal.ai/.well-known/jwks.json";
/// fal may change its keys, and asks that nobody keeps them for longer.
const LONGEST: Duration = Duration::from_hours(24);
/// A signature that no key fits may be of a new key; strangers can't make this ask more often.
const SHORTEST: Duration = Duration::from_mins(1);
const REQUEST: &str = "x-fal-webhook-request-id";
const USER: &str = "x-fal-webhook-user-id";
const TIMESTAMP: &str = "x-fal-webhook-timestamp";
const SIGNATURE: &str = "x-fal-webhook-signature";

/// The keys that fal signs with, fetched when they are needed and kept for a day at most.
#[derive(Debug)]
pub struct FalKeys {
    http: Http,
    url: String,
    kept: Mutex<Option<Kept>>,
}

#[derive(Clone, Debug)]
struct Kept {
    keys: Vec<Vec<u8>>,
    at: Timestamp,
}

impl FalKeys {
    /// Fetches nothing yet. Without an address, from where fal publishes them.
    pub fn new(http: Http, url: Option<String>) -> Self {
        Self { http, url: url.unwrap_or_else(|| PUBLISHED.to_owned()), kept: Mutex::default() }
    }

    /// Checks a message of fal.
    pub async fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: Timestamp,
        tolerance: Duration,
    ) -> Result<Verified, Refused> {
        let (request, user) = (header(headers, REQUEST)?, header(headers, USER)?);
        let seconds = header(headers, TIMESTAMP)?;
        let signature = hex::decode(header(headers, SIGNATURE)?).map_err(|_| Refused::Header(SIGNATURE))?;
        // Before any key is asked for.
        check_instant(TIMESTAMP, seconds, now, tolerance)?;
        let content = format!("{request}\n{user}\n{seconds}\n{}", hex::encode(digest(&SHA256, body)));
        if !self.is_signed(content.as_bytes(), &signature, now).await? {
            return Err(Refused::Wrong);
        }
        // The id is in the signed part of the header and in the signed body; both must speak of one request.
        let request_id = named(body, "/request_id")?;
        if request_id == request {
            Ok(Verified { delivery_id: request_id.clone(), request_id })
        } else {
            Err(Refused::Nameless)
        }
    }

    /// Whether one of the keys has signed it; asks for new keys once if none has.
    async fn is_signed(&self, content: &[u8], signature: &[u8], now: Timestamp) -> Result<bool, Refused> {
        let fits = |kept: &Kept| {
            let fits =
                |key: &Vec<u8>| UnparsedPublicKey::new(&ED25519, key).verify(content, signature).is_ok();
            kept.keys.iter().any(fits)
        };
        let mut kept = self.kept.lock().await;
        let age = kept.as_ref().map(|kept| now.since(kept.at));
        if let Some(kept) = kept.as_ref().filter(|_| age.is_some_and(|age| age < LONGEST)) {
            if fits(kept) {
                return Ok(true);
            }
            if age.is_some_and(|age| age < SHORTEST) {
                return Ok(false);
            }
        }
        let fetched = Kept { keys: self.fetch().await?, at: now };
        let fits = fits(&fetched);
        *kept = Some(fetched);
        Ok(fits)
    }

    async fn fetch(&self) -> Result<Vec<Vec<u8>>, Refused> {
        let answer = self.http.send(Call::get(&self.url)).await.and_then(|answer| answer.accepted()?.json());
        let set = answer.map_err(|error| {
            tracing::warn!(%error, "the keys of fal could not be fetched");
            Refused::NoKeys
        })?;
        let keys: Vec<Vec<u8>> =
            set.get("keys").and_then(Value::as_array).into_iter().flatten().filter_map(key).collect();
        if keys.is_empty() { Err(Refused::NoKeys) } else { Ok(keys) }
    }
}

/// A key of a set, if it is one that fal signs with.
fn key(entry: &Value) -> Option<Vec<u8>> {
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    if text("kty") != Some("OKP") || text("crv") != Some("Ed25519") {
        return None;
    }
    URL_SAFE_NO_PAD.decode(text("x")?.trim_end_matches('=')).ok().filter(|key| key.len() == 32)
}
