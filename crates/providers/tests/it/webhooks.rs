//! News of fal, whose keys a server of our own publishes.

use atelier_base::Timestamp;
use atelier_providers::webhook::{FalKeys, Refused, TOLERANCE, Verified};
use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};

use crate::stand::{Server, Shared, http, says};

const BODY: &[u8] = br#"{"request_id": "r1", "gateway_request_id": "r1", "status": "OK", "payload": {}}"#;
const NOW: i64 = 1_790_000_000;

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).expect("a key")
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds * 1_000)
}

fn signed(pair: &Ed25519KeyPair, seconds: i64, body: &[u8]) -> HeaderMap {
    let content = format!("r1\nuser-1\n{seconds}\n{}", hex::encode(digest(&SHA256, body)));
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("request-id", "r1".to_owned()),
        ("user-id", "user-1".to_owned()),
        ("timestamp", seconds.to_string()),
        ("signature", hex::encode(pair.sign(content.as_bytes()))),
    ] {
        let name = HeaderName::try_from(format!("x-fal-webhook-{name}")).expect("a name");
        headers.insert(name, HeaderValue::from_str(&value).expect("a value"));
    }
    headers
}

/// What is published, and how often it was asked for.
struct Published {
    keys: Vec<Value>,
    asked: usize,
}

fn published(pair: &Ed25519KeyPair) -> Value {
    json!({"kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(pair.public_key())})
}

async fn stage(keys: Vec<Value>) -> (Server, Shared<Published>, FalKeys) {
    let world = Shared::new(Published { keys, asked: 0 });
    let shared = world.clone();
    let server = Server::new(|_| {
        Router::new().fallback(async move || {
            let mut world = shared.lock();
            world.asked += 1;
            if world.keys.is_empty() {
                says(503, &json!({}))
            } else {
                says(200, &json!({"keys": world.keys}))
            }
        })
    })
    .await;
    let keys = FalKeys::new(http(), Some(format!("{}/.well-known/jwks.json", server.base)));
    (server, world, keys)
}

#[tokio::test]
async fn news_are_believed_when_one_of_the_keys_signed_them() {
    let rsa = json!({"kty": "RSA", "n": "AQAB"});
    let (_server, world, keys) = stage(vec![rsa, published(&pair(1)), published(&pair(2))]).await;
    for pair in [pair(1), pair(2)] {
        let verified =
            keys.verify(&signed(&pair, NOW, BODY), BODY, at(NOW + 10), TOLERANCE).await.expect("it is right");
        assert_eq!(verified, Verified { request_id: "r1".to_owned(), delivery_id: "r1".to_owned() });
    }
    // The same again is the same news.
    let again =
        keys.verify(&signed(&pair(1), NOW, BODY), BODY, at(NOW + 12), TOLERANCE).await.expect("it is right");
    assert_eq!(again.delivery_id, "r1");
    assert_eq!(world.lock().asked, 1, "keys are kept");
}

#[tokio::test]
async fn other_words_instants_and_keys_are_refused() {
    let (_server, _world, keys) = stage(vec![published(&pair(1))]).await;
    let headers = signed(&pair(1), NOW, BODY);
    let other = br#"{"request_id": "r2"}"#;
    assert_eq!(keys.verify(&headers, other, at(NOW), TOLERANCE).await, Err(Refused::Wrong));
    assert_eq!(keys.verify(&headers, BODY, at(NOW + 301), TOLERANCE).await, Err(Refused::Stale));
    assert_eq!(keys.verify(&headers, BODY, at(NOW - 301), TOLERANCE).await, Err(Refused::Stale));
    let stranger = signed(&pair(9), NOW, BODY);
    assert_eq!(keys.verify(&stranger, BODY, at(NOW), TOLERANCE).await, Err(Refused::Wrong));
    // Signed rightly, but the body speaks of another request than the header.
    let mixed = signed(&pair(1), NOW, other);
    assert_eq!(keys.verify(&mixed, other, at(NOW), TOLERANCE).await, Err(Refused::Nameless));
    for name in ["request-id", "user-id", "timestamp", "signature"] {
        let mut headers = headers.clone();
        headers.remove(format!("x-fal-webhook-{name}"));
        let refused = keys.verify(&headers, BODY, at(NOW), TOLERANCE).await;
        assert!(matches!(refused, Err(Refused::Header(_))), "{name}: {refused:?}");
    }
    let mut headers = headers.clone();
    headers.insert("x-fal-webhook-signature", HeaderValue::from_static("not hex"));
    assert!(matches!(keys.verify(&headers, BODY, at(NOW), TOLERANCE).await, Err(Refused::Header(_))));
}

#[tokio::test]
async fn new_keys_are_asked_for_but_not_by_every_stranger() {
    let (_server, world, keys) = stage(vec![published(&pair(1))]).await;
    keys.verify(&signed(&pair(1), NOW, BODY), BODY, at(NOW), TOLERANCE).await.expect("it is right");
    world.lock().keys = vec![published(&pair(2))];
    let soon = NOW + 30;
    assert_eq!(
        keys.verify(&signed(&pair(2), soon, BODY), BODY, at(soon), TOLERANCE).await,
        Err(Refused::Wrong)
    );
    assert_eq!(world.lock().asked, 1);
    let later = NOW + 90;
    keys.verify(&signed(&pair(2), later, BODY), BODY, at(later), TOLERANCE).await.expect("it is right now");
    assert_eq!(world.lock().asked, 2);
    // After a day the keys are asked for even when they would fit.
    let day = later + 24 * 60 * 60;
    world.lock().keys = Vec::new();
    assert_eq!(
        keys.verify(&signed(&pair(2), day, BODY), BODY, at(day), TOLERANCE).await,
        Err(Refused::NoKeys)
    );
    assert_eq!(world.lock().asked, 3);
}
