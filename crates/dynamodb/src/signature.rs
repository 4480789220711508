//! Signatures of requests: AWS Signature Version 4.

use std::fmt::Write as _;
use std::sync::Mutex;

use atelier_base::Timestamp;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::fault::Fault;

/// A request is as old, or as early, as this many seconds at most.
const SKEW: i64 = 15 * 60;
const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// What must be signed: without them a request could be turned into another.
const SIGNED: [&str; 3] = ["host", "x-amz-date", "x-amz-target"];

/// What a request says about its signature.
#[derive(Debug, PartialEq)]
pub(crate) struct Claim<'a> {
    access_key_id: &'a str,
    /// `<day>/<region>/dynamodb/aws4_request`.
    scope: &'a str,
    pub(crate) region: &'a str,
    time: &'a str,
    signed: &'a str,
    signature: &'a str,
}

/// Checks signatures against one key.
pub(crate) struct Verifier {
    access_key_id: String,
    secret: String,
    /// The signing key of the latest scope: it changes once a day.
    derived: Mutex<Option<(String, [u8; 32])>>,
}

impl Verifier {
    pub(crate) fn new(access_key_id: String, secret: String) -> Self {
        Self { access_key_id, secret, derived: Mutex::new(None) }
    }

    /// What can be refused before the body is read: no signature, another key, another time.
    pub(crate) fn claim<'a>(&self, headers: &'a HeaderMap, now: Timestamp) -> Result<Claim<'a>, Fault> {
        let claim = read(headers)?;
        if claim.access_key_id != self.access_key_id {
            return Err(unrecognised());
        }
        let signed_at = seconds(claim.time).ok_or_else(|| incomplete("a valid X-Amz-Date header"))?;
        let seconds = now.as_seconds();
        if (seconds - signed_at).abs() > SKEW {
            let (time, word) = (claim.time, if signed_at < seconds { "expired" } else { "not yet current" });
            return Err(Fault::front(
                "InvalidSignatureException",
                format!("Signature {word}: {time} is more than 15 minutes from the time of the server."),
            ));
        }
        Ok(claim)
    }

    /// Whether the claim is true of the request.
    pub(crate) fn verify(&self, claim: &Claim<'_>, parts: &Parts, body: &[u8]) -> Result<(), Fault> {
        let mut text = String::with_capacity(512);
        let query = parts.uri.query().unwrap_or_default();
        let _ = write!(text, "{}\n{}\n{query}\n", parts.method, parts.uri.path());
        for name in claim.signed.split(';') {
            let _ = write!(text, "{name}:");
            for (position, value) in parts.headers.get_all(name).iter().enumerate() {
                let comma = if position > 0 { "," } else { "" };
                text.push_str(comma);
                put_value(&mut text, &String::from_utf8_lossy(value.as_bytes()));
            }
            text.push('\n');
        }
        let _ = write!(text, "\n{}\n", claim.signed);
        text.push_str(&hex::encode(Sha256::digest(body)));
        let mut to_sign = format!("{ALGORITHM}\n{}\n{}\n", claim.time, claim.scope);
        to_sign.push_str(&hex::encode(Sha256::digest(text.as_bytes())));
        let mut mac = keyed(&self.signing_key(claim.scope));
        mac.update(to_sign.as_bytes());
        // Compares in constant time.
        let given = hex::decode(claim.signature).map_err(|_| mismatch())?;
        mac.verify_slice(&given).map_err(|_| mismatch())
    }

    fn signing_key(&self, scope: &str) -> [u8; 32] {
        let mut derived = self.derived.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, key)) = derived.as_ref().filter(|(known, _)| known == scope) {
            return *key;
        }
        let start = format!("AWS4{}", self.secret).into_bytes();
        let key = scope.split('/').fold(start, |key, part| {
            let mut mac = keyed(&key);
            mac.update(part.as_bytes());
            mac.finalize().into_bytes().to_vec()
        });
        let key = <[u8; 32]>::try_from(key).unwrap_or_default();
        *derived = Some((scope.to_owned(), key));
        key
    }
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("a key of any length")
}

fn read(headers: &HeaderMap) -> Result<Claim<'_>, Fault> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(authorization) = text(header::AUTHORIZATION.as_str()) else {
        return Err(Fault::front(
            "MissingAuthenticationTokenException",
            "Request is missing Authentication Token",
        ));
    };
    let rest = authorization.strip_prefix(ALGORITHM).ok_or_else(|| incomplete(ALGORITHM))?;
    let part = |name: &str| {
        let mut parts = rest.split(',').map(str::trim);
        parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let credential = part("Credential").ok_or_else(|| incomplete("'Credential' parameter"))?;
    let signed = part("SignedHeaders").ok_or_else(|| incomplete("'SignedHeaders' parameter"))?;
    let signature = part("Signature").ok_or_else(|| incomplete("'Signature' parameter"))?;
    let time = text("x-amz-date")
        .ok_or_else(|| incomplete("existence of either a 'X-Amz-Date' or a 'Date' header"))?;
    let (access_key_id, scope) = credential.split_once('/').ok_or_else(unrecognised)?;
    let scoped: Vec<_> = scope.split('/').collect();
    let [day, region, "dynamodb", "aws4_request"] = scoped[..] else {
        return Err(Fault::front(
            "InvalidSignatureException",
            "Credential should be scoped to correct service: 'dynamodb'.",
        ));
    };
    if time.get(..8) != Some(day) {
        return Err(Fault::front(
            "InvalidSignatureException",
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP",
        ));
    }
    let whole = SIGNED.into_iter().all(|name| signed.split(';').any(|signed| signed == name));
    if !whole {
        return Err(Fault::front(
            "InvalidSignatureException",
            "'host', 'x-amz-date' and 'x-amz-target' must be signed headers in the AWS Authorization header.",
        ));
    }
    Ok(Claim { access_key_id, scope, region, time, signed, signature })
}

fn incomplete(what: &str) -> Fault {
    Fault::front("IncompleteSignatureException", format!("Authorization header requires {what}."))
}

fn unrecognised() -> Fault {
    Fault::front("UnrecognizedClientException", "The security token included in the request is invalid.")
}

fn mismatch() -> Fault {
    Fault::front(
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
         Access Key and signing method. Consult the service documentation for details.",
    )
}

/// A value of a header with its runs of spaces made one.
fn put_value(text: &mut String, value: &str) {
    for (position, word) in value.split_ascii_whitespace().enumerate() {
        if position > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// Seconds since 1970 of `20261121T090000Z`.
fn seconds(text: &str) -> Option<i64> {
    if text.len() != 16 || !text.is_ascii() || &text[8..9] != "T" || !text.ends_with('Z') {
        return None;
    }
    let number = |from: usize, to: usize| {
        let digits = &text[from..to];
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i64>().ok()).flatten()
    };
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let (hour, minute, second) = (number(9, 11)?, number(11, 13)?, number(13, 15)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    // Years begin in March, so that the day that comes and goes is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469;
    Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
}

#[cfg(test)]
mod tests;
