//! An API over tables in a temporary directory, and a client that signs.

use atelier_base::{Clock, OrganisationId, Randomness, TenantId, Timestamp};
use atelier_dynamodb::{Api, Settings, routes};
use atelier_tables::{Attribute, Index, Options, Projection, Table, Tables, Tenancy};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) const KEY: &str = "ATELIERTEST";
pub(crate) const SECRET: &str = "a secret of forty characters, or about so";
/// 2026-11-21T09:00:00Z
const NOW: &str = "20261121T090000Z";

/// As `ArtGuard`'s specification has it.
pub(crate) const INFERENCES: Table = Table {
    range: Some(Attribute::N("created_at")),
    indexes: &[
        Index::new("user-index", Attribute::S("user_id"), Attribute::N("created_at")),
        Index::of_hash("verdict-index", Attribute::S("verdict")).projecting(Projection::KeysOnly),
    ],
    ttl: Some("expires_at"),
    aliases: &["other-inferences"],
    ..Table::new("artguard-inference-records", Attribute::S("request_id"))
};
const ACCOUNTS: Table = Table { tenancy: Tenancy::Directory, ..Table::new("accounts", Attribute::S("id")) };

pub(crate) struct Studio {
    pub(crate) router: Router,
    pub(crate) tenant: TenantId,
    pub(crate) tables: Tables,
    _directory: TempDir,
}

/// Status and body.
#[derive(Debug)]
pub(crate) struct Answer(pub(crate) u16, pub(crate) Value);

impl Answer {
    pub(crate) fn ok(self) -> Value {
        assert_eq!(self.0, 200, "{}", self.1);
        self.1
    }

    /// The name of the error and its text.
    pub(crate) fn refused(&self) -> (&str, &str) {
        assert_ne!(self.0, 200, "{}", self.1);
        let kind = self.1["__type"].as_str().expect("a type").rsplit('#').next().expect("a name");
        (kind, self.1["message"].as_str().expect("a text"))
    }
}

impl Studio {
    pub(crate) fn open() -> Self {
        Self::open_at(Clock::fixed(Timestamp::from_millis(1_795_251_600_000)))
    }

    pub(crate) fn open_at(clock: Clock) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let options = Options { clock: clock.clone(), ..Options::at(directory.path()) };
        let tables = Tables::open(&options, &[&INFERENCES, &ACCOUNTS]).expect("the store opens");
        let randomness = Randomness::seeded(1);
        let tenant = TenantId::Organisation(OrganisationId::generate(clock.now(), &randomness));
        let settings = Settings {
            access_key_id: KEY.into(),
            secret_access_key: SECRET.into(),
            tenant,
            suffix: "-dev".into(),
        };
        let api = Api::new(tables.clone(), settings, clock, randomness);
        Self { router: routes(api), tenant, tables, _directory: directory }
    }

    /// Signs and sends.
    pub(crate) async fn call(&self, operation: &str, body: &Value) -> Answer {
        self.send(signed(operation, &body.to_string(), SECRET)).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.expect("an answer");
        let status = answer.status().as_u16();
        assert!(answer.headers().contains_key("x-amzn-requestid"));
        let bytes = to_bytes(answer.into_body(), 20_000_000).await.expect("a body");
        Answer(status, serde_json::from_slice(&bytes).expect("JSON"))
    }
}

/// A request, signed step by step as AWS documents it.
pub(crate) fn signed(operation: &str, body: &str, secret: &str) -> Request<Body> {
    let target = format!("DynamoDB_20120810.{operation}");
    let names = "content-type;host;x-amz-date;x-amz-target";
    let canonical = format!(
        "POST\n/dynamodb\n\ncontent-type:application/x-amz-json-1.0\nhost:studio.test\nx-amz-date:{NOW}\n\
         x-amz-target:{target}\n\n{names}\n{}",
        hex(&Sha256::digest(body.as_bytes()))
    );
    let scope = "20261121/ca-central-1/dynamodb/aws4_request";
    let text = format!("AWS4-HMAC-SHA256\n{NOW}\n{scope}\n{}", hex(&Sha256::digest(canonical.as_bytes())));
    let key = scope.split('/').fold(format!("AWS4{secret}").into_bytes(), |key, part| keyed(&key, part));
    let signature = hex(&keyed(&key, &text));
    Request::post("/dynamodb")
        .header("host", "studio.test")
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-date", NOW)
        .header("x-amz-target", target)
        .header(
            "authorization",
            format!(
                "AWS4-HMAC-SHA256 Credential={KEY}/{scope}, SignedHeaders={names}, Signature={signature}"
            ),
        )
        .body(Body::from(body.to_owned()))
        .expect("a request")
}

fn keyed(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
