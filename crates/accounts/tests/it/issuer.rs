//! An OpenID Connect issuer for one test.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio_util::task::TaskTracker;

/// What the issuer does at the next exchange, and what it saw.
pub(crate) struct Desk {
    key: EcdsaKeyPair,
    pub(crate) kid: String,
    /// The published keys; changed by a rotation.
    published: Value,
    pub(crate) header: Value,
    /// Claims of the next token; the nonce of the sign-in is filled in unless there is one.
    pub(crate) claims: Value,
    /// What the browser brought along: nonce, challenge and redirect address.
    begun: (String, String, String),
    pub(crate) key_fetches: usize,
}

#[derive(Clone)]
pub(crate) struct Issuer {
    pub(crate) address: String,
    pub(crate) desk: Arc<Mutex<Desk>>,
}

pub(crate) const CLIENT: &str = "atelier";
pub(crate) const SECRET: &str = "a secret/with signs";

impl Issuer {
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let desk = Desk {
            key: new_key(),
            kid: "k1".into(),
            published: json!({"keys": []}),
            header: json!({}),
            claims: json!({}),
            begun: Default::default(),
            key_fetches: 0,
        };
        let issuer = Self { address, desk: Arc::new(Mutex::new(desk)) };
        issuer.publish();
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(issuer.clone());
        TaskTracker::new().spawn(async move { axum::serve(listener, router).await });
        issuer
    }

    /// Another key under another id.
    pub(crate) fn rotate(&self, kid: &str) {
        let mut desk = self.desk.lock().expect("a desk");
        desk.key = new_key();
        desk.kid = kid.into();
        drop(desk);
        self.publish();
    }

    /// Remembers what a browser that came from us would bring.
    pub(crate) fn visit(&self, address: &str) -> String {
        let url = reqwest::Url::parse(address).expect("an address");
        assert!(address.starts_with(&format!("{}/authorize?", self.address)), "{address}");
        let value = |name: &str| {
            url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).expect(name)
        };
        assert_eq!((value("response_type").as_str(), value("client_id").as_str()), ("code", CLIENT));
        assert_eq!(
            (value("code_challenge_method").as_str(), value("scope").as_str()),
            ("S256", "openid email profile")
        );
        let begun = (value("nonce"), value("code_challenge"), value("redirect_uri"));
        self.desk.lock().expect("a desk").begun = begun;
        value("state")
    }

    fn publish(&self) {
        let mut desk = self.desk.lock().expect("a desk");
        let point = desk.key.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
        desk.published = json!({"keys": [
            {"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": desk.kid, "x": x, "y": y}
        ]});
    }
}

fn new_key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).expect("the key")
}

async fn discovery(State(issuer): State<Issuer>) -> String {
    let at = |path: &str| format!("{}/{path}", issuer.address);
    json!({"issuer": issuer.address, "authorization_endpoint": at("authorize"), "token_endpoint": at("token"),
        "jwks_uri": at("keys")})
    .to_string()
}

async fn keys(State(issuer): State<Issuer>) -> String {
    let mut desk = issuer.desk.lock().expect("a desk");
    desk.key_fetches += 1;
    desk.published.to_string()
}

/// Checks the client, the code and the verifier as a real one does.
async fn token(State(issuer): State<Issuer>, headers: HeaderMap, body: String) -> (StatusCode, String) {
    let desk = issuer.desk.lock().expect("a desk");
    let form = reqwest::Url::parse(&format!("http://form/?{body}")).expect("a form");
    let field = |name: &str| {
        form.query_pairs()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    let basic = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:a%20secret%2Fwith%20signs")));
    let (nonce, challenge, redirect_uri) = &desk.begun;
    let challenged = URL_SAFE_NO_PAD.encode(Sha256::digest(field("code_verifier").as_bytes()));
    let fine = headers["authorization"] == basic
        && (field("grant_type"), field("code")) == ("authorization_code".into(), "good".into())
        && (&challenged, &field("redirect_uri")) == (challenge, redirect_uri);
    if !fine {
        return (StatusCode::BAD_REQUEST, json!({"error": "invalid_grant"}).to_string());
    }
    let mut claims = desk.claims.clone();
    if claims.get("nonce").is_none() {
        claims["nonce"] = json!(nonce);
    }
    let mut header = json!({"alg": "ES256", "kid": desk.kid});
    for (name, value) in desk.header.as_object().expect("an object") {
        header[name] = value.clone();
    }
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&header), part(&claims));
    let signature = desk.key.sign(&SystemRandom::new(), signed.as_bytes()).expect("signs");
    let token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature));
    (StatusCode::OK, json!({"id_token": token, "access_token": "opaque", "token_type": "Bearer"}).to_string())
}
