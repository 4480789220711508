//! A database that asks for patience: throttled so many times, or doing a part of each batch only.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use atelier_base::{Coded as _, Scope};
use atelier_tables::conformance::item;
use atelier_tables::{Attribute, DynamoDbOptions, Get, Key, Table, Tables, Tenancy, Write};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

const PLAIN: &Table = &Table { tenancy: Tenancy::Directory, ..Table::new("plain", Attribute::S("id")) };

/// How often it refuses, and what it was asked.
#[derive(Default)]
struct Double {
    refusals: usize,
    refused: AtomicUsize,
    asked: AtomicUsize,
}

impl Double {
    fn refuses(&self) -> bool {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.refused.fetch_add(1, Ordering::SeqCst) < self.refusals
    }
}

async fn answer(State(double): State<Arc<Double>>, headers: HeaderMap, body: Bytes) -> (StatusCode, String) {
    let target = headers.get("x-amz-target").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let answer = match target.rsplit('.').next().unwrap_or_default() {
        "DescribeTable" => described(body["TableName"].as_str().unwrap_or_default()),
        "DescribeTimeToLive" => json!({ "TimeToLiveDescription":
            { "TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at" } }),
        "BatchWriteItem" => {
            let mut requests = body["RequestItems"]["plain"].as_array().cloned().unwrap_or_default();
            if !double.refuses() {
                requests.clear();
            }
            requests.truncate(3);
            json!({ "UnprocessedItems": if requests.is_empty() { json!({}) } else { json!({ "plain": requests }) } })
        }
        "BatchGetItem" => {
            let mut keys = body["RequestItems"]["plain"]["Keys"].as_array().cloned().unwrap_or_default();
            let left = if double.refuses() { keys.split_off(keys.len().min(1)) } else { Vec::new() };
            let left = if left.is_empty() { json!({}) } else { json!({ "plain": { "Keys": left } }) };
            json!({ "Responses": { "plain": keys }, "UnprocessedKeys": left })
        }
        _ if double.refuses() => {
            let name = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException";
            return (StatusCode::BAD_REQUEST, json!({ "__type": name, "message": "slow down" }).to_string());
        }
        _ => json!({}),
    };
    (StatusCode::OK, answer.to_string())
}

fn described(name: &str) -> Value {
    let key = match name {
        "atelier-checkpoints" => "consumer",
        "atelier-tokens" => "token",
        _ => "id",
    };
    json!({ "Table": {
        "TableName": name,
        "TableStatus": "ACTIVE",
        "KeySchema": [{ "AttributeName": key, "KeyType": "HASH" }],
        "AttributeDefinitions": [{ "AttributeName": key, "AttributeType": "S" }],
    } })
}

/// A store on a database that refuses so many requests.
#[expect(clippy::disallowed_methods, reason = "the double ends with the runtime of its test")]
async fn store(refusals: usize, attempts: u32) -> (Tables, Arc<Double>) {
    let double = Arc::new(Double { refusals, ..Double::default() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let router = Router::new().fallback(answer).with_state(Arc::clone(&double));
    tokio::task::spawn(async move { axum::serve(listener, router).await });
    let options = DynamoDbOptions {
        endpoint: Some(format!("http://{address}")),
        attempts,
        ..DynamoDbOptions::new("eu-central-1", "atelier", "secret")
    };
    (Tables::connect(&options, &[PLAIN]).await.expect("connected"), double)
}

fn put(id: &str) -> Write {
    Write::put(PLAIN, item([("id", id.into())]))
}

#[tokio::test]
async fn a_throttled_request_is_made_again() {
    let (tables, double) = store(4, 6).await;
    tables.write(Scope::directory(), put("a")).await.expect("written");
    assert_eq!(double.asked.load(Ordering::SeqCst), 5);
}

#[tokio::test]
async fn patience_ends_with_a_code() {
    let (tables, double) = store(100, 4).await;
    let error = tables.write(Scope::directory(), put("a")).await.expect_err("throttled");
    assert_eq!(error.code().name, "store_busy");
    assert_eq!(double.asked.load(Ordering::SeqCst), 4);
    let read = tables.get(Scope::directory(), PLAIN, &Key::hash("a")).await.expect_err("throttled");
    assert_eq!(read.code().name, "store_busy");
}

#[tokio::test]
async fn what_a_batch_left_undone_is_asked_for_again() {
    let (tables, double) = store(2, 5).await;
    let puts = (0..10).map(|n| put(&n.to_string())).collect();
    tables.batch_write(Scope::directory(), puts).await.expect("written");
    assert_eq!(double.asked.load(Ordering::SeqCst), 3);
    let (tables, double) = store(3, 5).await;
    let gets = (0..8).map(|n| Get::new(PLAIN, Key::hash(n.to_string()))).collect();
    let found = tables.batch_get(Scope::directory(), gets).await.expect("read");
    assert_eq!(found.iter().flatten().count(), 8);
    assert_eq!(double.asked.load(Ordering::SeqCst), 4);
    let (tables, _) = store(100, 3).await;
    let error = tables.batch_write(Scope::directory(), vec![put("a")]).await.expect_err("never done");
    assert_eq!(error.code().name, "store_busy");
}
