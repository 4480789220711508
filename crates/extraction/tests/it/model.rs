//! A language model behind a local server that answers as told, well or badly.

use std::time::Duration;

use atelier_base::Coded as _;
use atelier_extraction::{Context, Extractor, Model, ModelSettings, Source, Wire, codes};
use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::post;
use jiff::civil::date;
use serde_json::{Value, json};

const NOTE: &str = "Glazed with Ultramarine for an hour";

async fn served(status: StatusCode, body: String, wire: Wire) -> Model {
    let answer = move || std::future::ready((status, body.clone()));
    let slow = || async { std::future::pending::<()>().await };
    let router = Router::new()
        .route("/v1/chat/completions", post(answer.clone()))
        .route("/v1/messages", post(answer))
        .route("/slow/v1/chat/completions", post(slow));
    model(listening(router).await, wire)
}

/// Serves until the test ends; where.
#[expect(clippy::disallowed_methods, reason = "a test's server ends with the test")]
async fn listening(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::task::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

fn model(base: String, wire: Wire) -> Model {
    let settings = ModelSettings {
        wire,
        base,
        key: "k".to_owned(),
        model: "tiny".to_owned(),
        timeout: Duration::from_millis(500),
    };
    Model::new(settings).expect("a client")
}

fn chat(content: &str) -> String {
    json!({ "choices": [{ "message": { "content": content } }] }).to_string()
}

fn context() -> Context {
    Context::on(date(2026, 5, 14))
}

fn good() -> String {
    json!({
        "minutes": { "value": 60, "quotes": ["an hour"] },
        "materials": [{ "quote": "ultramarine", "use": "used" }, { "quote": "aluminum", "use": "used" }],
        "techniques": [{ "quote": "Glazed", "canonical": "glazing" }],
        "project": { "id": "invented", "quote": "Glazed" },
    })
    .to_string()
}

#[tokio::test]
async fn quoted_facts_stay_and_invented_ones_go() {
    let served = served(StatusCode::OK, chat(&good()), Wire::OpenAi).await;
    let facts = Extractor::Model(served).extract(NOTE, &context()).await.expect("facts");
    assert_eq!(facts.minutes.map(|fact| fact.value), Some(60));
    assert_eq!(facts.materials.len(), 1);
    let span = facts.materials[0].spans[0];
    assert_eq!(&NOTE[span.start..span.end], "Ultramarine");
    assert_eq!(facts.materials[0].source, Source::Model);
    assert_eq!(facts.techniques[0].value.canonical, "glazing");
    assert_eq!(facts.project, None);
}

#[tokio::test]
async fn anthropic_is_read_too() {
    let body =
        json!({ "content": [{ "type": "text", "text": format!("```json\n{}\n```", good()) }] }).to_string();
    let facts =
        served(StatusCode::OK, body, Wire::Anthropic).await.extract(NOTE, &context()).await.expect("facts");
    assert_eq!(facts.materials.len(), 1);
}

/// Bedrock's Converse, which refuses what the documented one would.
async fn converse(address: Uri, headers: HeaderMap, body: String) -> (StatusCode, String) {
    let body: Value = serde_json::from_str(&body).expect("JSON");
    let said = |place: &str| body.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned();
    let whole = headers.get("authorization").is_some_and(|value| value == "Bearer k")
        && address.path()
            == "/model/arn%3Aaws%3Abedrock%3Aeu%2Dwest%2D1%3A1%3Ainference%2Dprofile%2Ftiny/converse"
        && body["inferenceConfig"]["maxTokens"].is_u64()
        && said("/messages/0/role") == "user"
        && said("/messages/0/content/0/text") == NOTE
        && said("/system/0/text").contains("schema");
    let answer = json!({ "output": { "message": { "role": "assistant", "content": [{ "text": good() }] } }, "stopReason": "end_turn" });
    if whole { (StatusCode::OK, answer.to_string()) } else { (StatusCode::BAD_REQUEST, body.to_string()) }
}

#[tokio::test]
async fn bedrock_is_asked_as_it_documents() {
    let base = listening(Router::new().route("/model/{model}/converse", post(converse))).await;
    let settings = ModelSettings {
        wire: Wire::Bedrock,
        base,
        key: "k".to_owned(),
        model: "arn:aws:bedrock:eu-west-1:1:inference-profile/tiny".to_owned(),
        timeout: Duration::from_secs(5),
    };
    let facts = Model::new(settings).expect("a client").extract(NOTE, &context()).await.expect("facts");
    assert_eq!(facts.materials.len(), 1);
}

#[tokio::test]
async fn failures_have_their_codes() {
    let cases = [
        (StatusCode::OK, chat("I would rather not"), codes::MODEL_ANSWER_UNREADABLE),
        (StatusCode::OK, chat("{\"materials\": 7}"), codes::MODEL_ANSWER_UNREADABLE),
        (StatusCode::OK, "not json".to_owned(), codes::MODEL_ANSWER_UNREADABLE),
        (StatusCode::TOO_MANY_REQUESTS, String::new(), codes::MODEL_BUSY),
        (StatusCode::INTERNAL_SERVER_ERROR, String::new(), codes::MODEL_UNREACHABLE),
    ];
    for (status, body, code) in cases {
        let error =
            served(status, body, Wire::OpenAi).await.extract(NOTE, &context()).await.expect_err("a failure");
        assert_eq!(error.code(), code);
    }
}

#[tokio::test]
async fn slow_model_is_given_up() {
    let served = served(StatusCode::OK, String::new(), Wire::OpenAi).await;
    let base = format!("{}/slow", format!("{served:?}").split('"').nth(1).expect("its base"));
    let error = model(base, Wire::OpenAi).extract(NOTE, &context()).await.expect_err("too slow");
    assert_eq!(error.code(), codes::MODEL_UNREACHABLE);
}

#[tokio::test]
async fn rules_need_nobody() {
    let facts = Extractor::Rules.extract(NOTE, &context()).await.expect("facts");
    assert_eq!(facts.minutes.map(|fact| fact.value), Some(60));
}
