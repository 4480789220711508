//! What a provider answered, and what its refusals mean.

use std::fmt;
use std::time::Duration;

use atelier_base::Timestamp;
use bytes::Bytes;
use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::error::{Category, Error, Fate};

/// No provider is waited for longer than that.
const LONGEST_PATIENCE: Duration = Duration::from_hours(24);
/// Characters of what a provider says that are kept.
const LONGEST_MESSAGE: usize = 300;

/// Codes by which providers say that they do not make such a picture.
const CONTENT: [&str; 6] = [
    "content_filter",
    "content_filtered",
    "content_moderation",
    "content_policy_violation",
    "moderation_blocked",
    "safety_violation",
];
/// Codes by which providers say that nothing is left to pay with, whatever the status.
const CREDIT: [&str; 4] =
    ["billing_hard_limit_reached", "billing_not_active", "insufficient_credits", "insufficient_quota"];

/// How JSON writes the character U+0000.
const NUL: &[u8] = br"\u0000";

/// An answer of any status, read to its end.
#[derive(Clone)]
pub(crate) struct Answer {
    /// As in HTTP.
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// What the provider asks for.
    pub(crate) retry_after: Option<Duration>,
    pub(super) secret: Option<String>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").field("status", &self.status).finish_non_exhaustive()
    }
}

impl Answer {
    /// The same if it is a success, or what the refusal means.
    pub(crate) fn accepted(self) -> Result<Self, Error> {
        if (200..300).contains(&self.status) { Ok(self) } else { Err(self.refusal()) }
    }

    /// The body as JSON, without the character U+0000, which no store takes: what is odd in a text must not lose
    /// the picture beside it. What can't be read may stand for work that was begun.
    pub(crate) fn json(&self) -> Result<Value, Error> {
        let read = serde_json::from_slice(&self.body).map_err(|_| {
            Error::new(Category::Transient, "The provider's answer can't be read").fate(Fate::Unknown)
        })?;
        let is_odd = self.body.windows(NUL.len()).any(|escape| escape == NUL);
        Ok(if is_odd { without_nul(read) } else { read })
    }

    /// A header as text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// What a refusal means, by its status and by the codes in its body; never by the words for people.
    pub(crate) fn refusal(&self) -> Error {
        let body: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let (category, fate) = meaning(self.status, &codes(&body));
        let said =
            said(&body).unwrap_or_else(|| format!("The provider answered with status {}", self.status));
        let mut error =
            Error::new(category, self.fit_to_show(&said)).fate(fate).retry_after(self.retry_after);
        // Who may not do this one thing may do others.
        error.concerns_all = category == Category::Authentication && self.status != 403;
        match parameter(&body) {
            Some(parameter) if category == Category::Validation => {
                error.parameter(self.fit_to_show(&parameter))
            }
            _ => error,
        }
    }

    /// Without the key, and not too long.
    pub(crate) fn fit_to_show(&self, text: &str) -> String {
        let text = match self.secret.as_deref() {
            Some(secret) if !secret.is_empty() => text.replace(secret, "[key]"),
            _ => text.to_owned(),
        };
        text.chars().filter(|character| !character.is_control()).take(LONGEST_MESSAGE).collect()
    }
}

fn without_nul(value: Value) -> Value {
    let clean = |text: String| text.replace('\0', "");
    match value {
        Value::String(text) => Value::String(clean(text)),
        Value::Array(items) => items.into_iter().map(without_nul).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (clean(name), without_nul(value))).collect()
        }
        other => other,
    }
}

/// What a status means, unless a code in the body is clearer.
fn meaning(status: u16, codes: &[&str]) -> (Category, Fate) {
    let has = |list: &[&str]| codes.iter().any(|code| list.contains(code));
    match status {
        _ if has(&CREDIT) => (Category::Authentication, Fate::NotBegun),
        400..500 if has(&CONTENT) => (Category::ContentPolicy, Fate::NotBegun),
        401..=403 => (Category::Authentication, Fate::NotBegun),
        400 | 404 | 405 | 410 | 413..=415 | 422 => (Category::Validation, Fate::NotBegun),
        429 => (Category::RateLimited, Fate::NotBegun),
        451 => (Category::ContentPolicy, Fate::NotBegun),
        408 | 409 | 425 => (Category::Transient, Fate::NotBegun),
        503 | 529 => (Category::ProviderOutage, Fate::NotBegun),
        502 | 504 | 520..=524 => (Category::ProviderOutage, Fate::Unknown),
        500.. => (Category::Transient, Fate::Unknown),
        _ => (Category::Unknown, Fate::Unknown),
    }
}

/// Every place in which some provider puts a code.
fn codes(body: &Value) -> Vec<&str> {
    let places = ["/error/code", "/error/type", "/error_type", "/name", "/code", "/detail/0/type"];
    places.iter().filter_map(|place| body.pointer(place)?.as_str()).collect()
}

/// What is said for people, in every place in which some provider says it.
fn said(body: &Value) -> Option<String> {
    if let Value::String(text) = body {
        return Some(text.clone());
    }
    if let Some(Value::Array(details)) = body.get("detail") {
        return details.first().and_then(|detail| detail.get("msg")?.as_str()).map(str::to_owned);
    }
    if let Some((path, words)) = first_of_map(body) {
        return Some(format!("{path}: {words}"));
    }
    if let Some(first) = body.pointer("/errors/0").and_then(Value::as_str) {
        return Some(first.to_owned());
    }
    let places = ["/error/message", "/detail", "/error", "/message", "/title"];
    let found = places.iter().filter_map(|place| body.pointer(place)?.as_str());
    found.map(str::trim).find(|text| !text.is_empty()).map(str::to_owned)
}

/// The parameter that is at fault.
fn parameter(body: &Value) -> Option<String> {
    if let Some(location) = body.pointer("/detail/0/loc").and_then(Value::as_array) {
        return location.iter().rev().find_map(Value::as_str).map(str::to_owned);
    }
    if let Some(parameter) = body.pointer("/error/param").and_then(Value::as_str) {
        return Some(parameter.to_owned());
    }
    let (path, _) = first_of_map(body)?;
    Some(path.rsplit('.').next().unwrap_or(path).to_owned())
}

/// `{"errors": {"input.steps": ["is too large"]}}`.
fn first_of_map(body: &Value) -> Option<(&str, &str)> {
    let (path, words) = body.get("errors")?.as_object()?.iter().next()?;
    Some((path, words.get(0)?.as_str()?))
}

/// The patience that headers ask for: milliseconds, seconds or an instant of HTTP.
pub(super) fn patience(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let exact =
        text("retry-after-ms").and_then(|text| text.parse::<f64>().ok()).map(|millis| millis / 1_000.0);
    let wait = exact.or_else(|| text("retry-after").and_then(|text| seconds(text, now)))?;
    if !wait.is_finite() || wait < 0.0 {
        return None;
    }
    Some(Duration::from_secs_f64(wait.min(LONGEST_PATIENCE.as_secs_f64())))
}

fn seconds(text: &str, now: Timestamp) -> Option<f64> {
    if let Ok(seconds) = text.parse::<f64>() {
        return Some(seconds);
    }
    let at = httpdate::parse_http_date(text).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let at = Timestamp::from_millis(i64::try_from(at.as_millis()).ok()?);
    Some(at.since(now).as_secs_f64())
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;
    use serde_json::json;

    use super::*;

    fn answer(status: u16, body: &Value) -> Answer {
        let body = Bytes::from(body.to_string());
        let secret = Some("sk-secret".to_owned());
        Answer { status, headers: HeaderMap::new(), body, retry_after: None, secret }
    }

    #[test]
    fn statuses_mean_what_they_mean() {
        for (status, category, fate) in [
            (400, Category::Validation, Fate::NotBegun),
            (401, Category::Authentication, Fate::NotBegun),
            (402, Category::Authentication, Fate::NotBegun),
            (403, Category::Authentication, Fate::NotBegun),
            (404, Category::Validation, Fate::NotBegun),
            (408, Category::Transient, Fate::NotBegun),
            (409, Category::Transient, Fate::NotBegun),
            (413, Category::Validation, Fate::NotBegun),
            (422, Category::Validation, Fate::NotBegun),
            (429, Category::RateLimited, Fate::NotBegun),
            (500, Category::Transient, Fate::Unknown),
            (502, Category::ProviderOutage, Fate::Unknown),
            (503, Category::ProviderOutage, Fate::NotBegun),
            (504, Category::ProviderOutage, Fate::Unknown),
            (302, Category::Unknown, Fate::Unknown),
        ] {
            let error = answer(status, &json!({"detail": "too wide: 1500 px, 429 dpi"})).refusal();
            assert_eq!((error.category, error.fate), (category, fate), "{status}");
            assert_eq!(error.message, "too wide: 1500 px, 429 dpi");
        }
    }

    #[test]
    fn codes_are_clearer_than_statuses() {
        let quota = json!({"error": {"code": "insufficient_quota", "message": "Pay"}});
        assert_eq!(answer(429, &quota).refusal().category, Category::Authentication);
        let blocked = json!({"error": {"code": "moderation_blocked", "message": "No"}});
        assert_eq!(answer(400, &blocked).refusal().category, Category::ContentPolicy);
        let stability = json!({"name": "content_moderation", "errors": ["No"]});
        assert_eq!(answer(403, &stability).refusal().category, Category::ContentPolicy);
        let prose = json!({"detail": "insufficient_quota moderation_blocked"});
        assert_eq!(answer(429, &prose).refusal().category, Category::RateLimited);
    }

    #[test]
    fn parameters_and_words_are_found_wherever_they_are() {
        for (body, words, parameter) in [
            (json!({"detail": [{"loc": ["body", "seed"], "msg": "Too large"}]}), "Too large", Some("seed")),
            (json!({"error": {"param": "size", "message": "Bad"}}), "Bad", Some("size")),
            (json!({"errors": {"steps[0].input.x": ["Bad"]}}), "steps[0].input.x: Bad", Some("x")),
            (json!({"errors": ["one", "two"]}), "one", None),
            (json!({"title": "Bad Request"}), "Bad Request", None),
            (json!("text"), "text", None),
            (json!([]), "The provider answered with status 422", None),
        ] {
            let error = answer(422, &body).refusal();
            assert_eq!((error.message.as_str(), error.parameter.as_deref()), (words, parameter));
        }
    }

    #[test]
    fn the_key_and_the_credit_concern_every_request() {
        let concerns_all = |status, body: Value| answer(status, &body).refusal().concerns_all;
        assert!(concerns_all(401, json!({})) && concerns_all(402, json!({})));
        assert!(concerns_all(429, json!({"error": {"code": "insufficient_quota"}})));
        // A model that one has to ask for, say.
        assert!(
            !concerns_all(403, json!({})) && !concerns_all(422, json!({})) && !concerns_all(429, json!({}))
        );
    }

    #[test]
    fn texts_have_no_character_that_no_store_takes() {
        let said = answer(200, &json!({"a\0b": ["c\0", {"d": "\0"}], "n": 1})).json().expect("JSON");
        assert_eq!(said, json!({"ab": ["c", {"d": ""}], "n": 1}));
    }

    #[test]
    fn keys_that_are_echoed_are_taken_out() {
        let error = answer(401, &json!({"error": {"message": "Wrong key sk-secret"}})).refusal();
        assert_eq!(error.message, "Wrong key [key]");
    }

    #[test]
    fn patience_is_read_in_all_three_ways() {
        let now: Timestamp = "2026-11-21T10:00:00.000Z".parse().expect("an instant");
        let wait = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            patience(&headers, now).map(|wait| wait.as_millis())
        };
        assert_eq!(wait("retry-after", "7"), Some(7_000));
        assert_eq!(wait("retry-after-ms", "250"), Some(250));
        assert_eq!(wait("retry-after", "Sat, 21 Nov 2026 10:00:30 GMT"), Some(30_000));
        assert_eq!(wait("retry-after", "Sat, 21 Nov 2026 09:00:00 GMT"), Some(0));
        assert_eq!(wait("retry-after", "1e300"), Some(86_400_000));
        assert_eq!(wait("retry-after", "soon"), None);
        assert_eq!(wait("retry-after", "-4"), None);
        assert_eq!(wait("retry-after", "NaN"), None);
    }
}
