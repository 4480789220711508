//! Standard Webhooks: a message is signed with a secret that both sides know.

use std::fmt;
use std::time::Duration;

use atelier_base::{Randomness, Timestamp};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::HeaderMap;
use ring::hmac::{HMAC_SHA256, Key, Tag};

use super::{Refused, Verified, check_instant, header, named};

const PREFIX: &str = "whsec_";
const ID: &str = "webhook-id";
const TIMESTAMP: &str = "webhook-timestamp";
const SIGNATURE: &str = "webhook-signature";
/// Bytes of a secret: fewer can be guessed, and more are no longer by the standard.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=64;

/// The secret of a pair of sender and receiver.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A new one.
    pub fn draw(randomness: &Randomness) -> Self {
        Self(randomness.bytes::<32>().to_vec())
    }

    /// Reads `whsec_` and base64.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let encoded = text.trim().strip_prefix(PREFIX).ok_or(Refused::Secret)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| Refused::Secret)?;
        if LENGTHS.contains(&bytes.len()) { Ok(Self(bytes)) } else { Err(Refused::Secret) }
    }

    /// As [`parse`](Self::parse) reads it: to be shown once to who receives, and to be stored sealed.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }

    pub(super) fn key(&self) -> Key {
        Key::new(HMAC_SHA256, &self.0)
    }
}

/// What is signed.
fn content(id: &str, seconds: &str, body: &[u8]) -> Vec<u8> {
    [id.as_bytes(), b".", seconds.as_bytes(), b".", body].concat()
}

/// The headers of a message that is sent: its id, the instant and a signature for each of the secrets, of which
/// there are two while one replaces the other. A repetition has the same id and a new instant.
pub fn sign(secrets: &[Secret], id: &str, at: Timestamp, body: &[u8]) -> [(&'static str, String); 3] {
    let seconds = at.as_seconds().to_string();
    let content = content(id, &seconds, body);
    let signature = |secret: &Secret| {
        let tag: Tag = ring::hmac::sign(&secret.key(), &content);
        format!("v1,{}", STANDARD.encode(tag))
    };
    let signatures: Vec<String> = secrets.iter().map(signature).collect();
    [(ID, id.to_owned()), (TIMESTAMP, seconds), (SIGNATURE, signatures.join(" "))]
}

/// Checks a message of Replicate, whose body is a prediction.
pub fn verify(
    secret: &Secret,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
    tolerance: Duration,
) -> Result<Verified, Refused> {
    let (id, seconds) = (header(headers, ID)?, header(headers, TIMESTAMP)?);
    let signatures = header(headers, SIGNATURE)?;
    let (key, content) = (secret.key(), content(id, seconds, body));
    let is_right = |signature: &str| {
        let encoded = signature.strip_prefix("v1,");
        let tag = encoded.and_then(|encoded| STANDARD.decode(encoded).ok());
        // In constant time.
        tag.is_some_and(|tag| ring::hmac::verify(&key, &content, &tag).is_ok())
    };
    if !signatures.split_ascii_whitespace().any(is_right) {
        return Err(Refused::Wrong);
    }
    check_instant(TIMESTAMP, seconds, now, tolerance)?;
    Ok(Verified { request_id: named(body, "/id")?, delivery_id: id.to_owned() })
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::super::TOLERANCE;
    use super::*;

    const BODY: &[u8] = br#"{"id": "ufawqhfynnddngldkgtslldrkq", "status": "succeeded"}"#;

    fn secret(text: &str) -> Secret {
        Secret::parse(text).expect("a secret")
    }

    fn headers(pairs: &[(&'static str, String)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, String)| {
            (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))
        };
        pairs.iter().map(pair).collect()
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1_000)
    }

    #[test]
    fn example_of_the_standard_is_right() {
        // From the specification of Standard Webhooks.
        let secret = secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        let body = br#"{"test": 2432232314}"#;
        let [id, timestamp, signature] =
            sign(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at(1_614_265_330), body);
        assert_eq!(id.1, "msg_p5jXN8AQM9LWM0D4loKWxJek");
        assert_eq!(timestamp.1, "1614265330");
        assert_eq!(signature.1, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn either_of_two_secrets_is_right() {
        let (old, new) = (Secret::draw(&Randomness::seeded(1)), Secret::draw(&Randomness::seeded(2)));
        let signed = headers(&sign(&[old.clone(), new.clone()], "msg_1", at(1_000_000), BODY));
        for secret in [secret(&old.reveal()), new] {
            let verified = verify(&secret, &signed, BODY, at(1_000_010), TOLERANCE).expect("it is right");
            assert_eq!(verified.request_id, "ufawqhfynnddngldkgtslldrkq");
            assert_eq!(verified.delivery_id, "msg_1");
        }
        let stranger = Secret::draw(&Randomness::seeded(3));
        assert_eq!(verify(&stranger, &signed, BODY, at(1_000_010), TOLERANCE), Err(Refused::Wrong));
    }

    #[test]
    fn other_words_instants_and_ids_are_refused() {
        let secret = Secret::draw(&Randomness::seeded(1));
        let pairs = sign(std::slice::from_ref(&secret), "msg_1", at(1_000_000), BODY);
        let signed = headers(&pairs);
        let now = |seconds| verify(&secret, &signed, BODY, at(seconds), TOLERANCE);
        assert!(now(1_000_300).is_ok() && now(999_700).is_ok());
        assert_eq!(now(1_000_301), Err(Refused::Stale));
        assert_eq!(now(999_699), Err(Refused::Stale));
        assert_eq!(
            verify(&secret, &signed, b"{\"id\": \"other\"}", at(1_000_000), TOLERANCE),
            Err(Refused::Wrong)
        );
        for (place, value) in [(0, "msg_2"), (1, "1000001"), (2, "v1,AAAA"), (2, "v1a,"), (2, "x")] {
            let mut pairs = pairs.clone();
            pairs[place].1 = value.to_owned();
            assert_eq!(
                verify(&secret, &headers(&pairs), BODY, at(1_000_000), TOLERANCE),
                Err(Refused::Wrong),
                "{value}"
            );
        }
        for missing in 0..3 {
            let mut pairs = pairs.to_vec();
            let (name, _) = pairs.remove(missing);
            assert_eq!(
                verify(&secret, &headers(&pairs), BODY, at(1_000_000), TOLERANCE),
                Err(Refused::Header(name))
            );
        }
        let nameless = headers(&sign(std::slice::from_ref(&secret), "msg_1", at(1_000_000), b"{}"));
        assert_eq!(verify(&secret, &nameless, b"{}", at(1_000_000), TOLERANCE), Err(Refused::Nameless));
    }

    #[test]
    fn secrets_are_read_and_never_shown() {
        for text in ["", "whsec_", "whsec_!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ="] {
            assert!(Secret::parse(text).is_err(), "{text}");
        }
        assert_eq!(format!("{:?}", Secret::draw(&Randomness::seeded(1))), "Secret");
    }
}
