//! The identity token: its signature and its claims, checked without a clock or a network of their own.
//!
//! The algorithm is the key's, not the token's: a token can't choose one. Only RS256 and ES256 are known.

use atelier_base::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Why an issuer's answer is not believed. For the operator's log.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The issuer sent an error instead of a code.
    #[error("the issuer said {0:?}")]
    Said(String),
    /// The browser brought a state that we did not give it, or brought it twice.
    #[error("the state is not this browser's, was used, or is too old")]
    State,
    /// The token endpoint refused the code.
    #[error("the token endpoint answered {0}")]
    Exchange(String),
    /// The token is no token.
    #[error("the token is malformed: {0}")]
    Malformed(&'static str),
    /// No published key has the id that the token names.
    #[error("no key of the issuer has the id of the token")]
    UnknownKey,
    /// The algorithm is not the key's.
    #[error("the algorithm {0:?} is not taken")]
    Algorithm(String),
    /// The signature is not the key's.
    #[error("the signature is wrong")]
    Signature,
    /// A claim is not what it must be.
    #[error("the claim {0} is wrong")]
    Claim(&'static str),
}

/// A published key. Those of other kinds are left out when the set is read.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Jwk {
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    #[serde(flatten)]
    material: Material,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kty")]
enum Material {
    #[serde(rename = "RSA")]
    Rsa { n: String, e: String },
    #[serde(rename = "EC")]
    Ec { crv: String, x: String, y: String },
}

/// A set of keys as it is published.
pub(super) fn read_keys(set: &serde_json::Value) -> Vec<Jwk> {
    let keys = set["keys"].as_array().map(Vec::as_slice).unwrap_or_default();
    keys.iter().filter_map(|key| serde_json::from_value(key.clone()).ok()).collect()
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<serde_json::Value>,
}

/// What a token must say.
pub(super) struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    pub now: Timestamp,
}

/// What a believed token says.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Claims {
    iss: String,
    pub sub: String,
    aud: OneOrMany,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nonce: Option<String>,
    pub email: Option<String>,
    #[serde(default)]
    email_verified: Flag,
    pub name: Option<String>,
    pub preferred_username: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// Some issuers write it as text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
enum Flag {
    Bool(bool),
    Text(String),
    #[default]
    Absent,
}

impl Claims {
    /// The email, if the issuer vouches for it.
    pub(super) fn verified_email(&self) -> Option<&str> {
        let verified = match &self.email_verified {
            Flag::Bool(verified) => *verified,
            Flag::Text(text) => text == "true",
            Flag::Absent => false,
        };
        self.email.as_deref().filter(|_| verified)
    }

    /// Seconds that clocks may differ.
    const LEEWAY: i64 = 60;

    fn check(&self, expected: &Expected<'_>) -> Result<(), Refusal> {
        let (one, is_for_us) = match &self.aud {
            OneOrMany::One(id) => (true, id == expected.client_id),
            OneOrMany::Many(ids) => (ids.len() == 1, ids.iter().any(|id| id == expected.client_id)),
        };
        let party = self.azp.as_deref();
        let now = expected.now.as_seconds();
        for (right, claim) in [
            (self.iss == expected.issuer, "iss"),
            (is_for_us, "aud"),
            (
                if one {
                    party.is_none_or(|id| id == expected.client_id)
                } else {
                    party == Some(expected.client_id)
                },
                "azp",
            ),
            (now < self.exp.saturating_add(Self::LEEWAY), "exp"),
            (self.iat <= now + Self::LEEWAY, "iat"),
            (self.nonce.as_deref() == Some(expected.nonce), "nonce"),
            ((1..=255).contains(&self.sub.len()), "sub"),
        ] {
            if !right {
                return Err(Refusal::Claim(claim));
            }
        }
        Ok(())
    }
}

/// The claims of the token, if one of the keys signed it and it says what it must.
pub(super) fn verify(token: &str, keys: &[Jwk], expected: &Expected<'_>) -> Result<Claims, Refusal> {
    let parts: Vec<&str> = token.split('.').collect();
    let [head, body, signature] = parts[..] else { return Err(Refusal::Malformed("it has not three parts")) };
    let header: Header = decode_json(head)?;
    if header.crit.is_some() {
        return Err(Refusal::Malformed("it asks for extensions"));
    }
    let signed = &token[..head.len() + 1 + body.len()];
    key_of(&header, keys)?.check(&header.alg, signed.as_bytes(), &decode(signature)?)?;
    let claims: Claims = decode_json(body)?;
    claims.check(expected)?;
    Ok(claims)
}

/// The key that the header names; without a name, the only one there is.
fn key_of<'a>(header: &Header, keys: &'a [Jwk]) -> Result<&'a Jwk, Refusal> {
    let signing = || keys.iter().filter(|key| key.usage.as_deref().is_none_or(|usage| usage == "sig"));
    match &header.kid {
        Some(kid) => signing().find(|key| key.kid.as_ref() == Some(kid)),
        None => signing().next().filter(|_| signing().count() == 1),
    }
    .ok_or(Refusal::UnknownKey)
}

impl Jwk {
    fn check(&self, alg: &str, signed: &[u8], signature: &[u8]) -> Result<(), Refusal> {
        let own = match &self.material {
            Material::Rsa { .. } => "RS256",
            Material::Ec { crv, .. } if crv == "P-256" => "ES256",
            Material::Ec { .. } => return Err(Refusal::Algorithm(alg.to_owned())),
        };
        if alg != own || self.alg.as_deref().is_some_and(|stated| stated != own) {
            return Err(Refusal::Algorithm(alg.to_owned()));
        }
        let verified = match &self.material {
            Material::Rsa { n, e } => RsaPublicKeyComponents { n: decode(n)?, e: decode(e)? }.verify(
                &RSA_PKCS1_2048_8192_SHA256,
                signed,
                signature,
            ),
            Material::Ec { x, y, .. } => {
                let point = [&[4][..], &decode(x)?, &decode(y)?].concat();
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature)
            }
        };
        verified.map_err(|_| Refusal::Signature)
    }
}

fn decode(text: &str) -> Result<Vec<u8>, Refusal> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| Refusal::Malformed("it is no Base64"))
}

fn decode_json<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    serde_json::from_slice(&decode(text)?).map_err(|_| Refusal::Malformed("it lacks claims"))
}

#[cfg(test)]
mod tests;
