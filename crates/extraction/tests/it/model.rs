//! A language model behind a local server that answers as told, well or badly.

use std::time::Duration;

use atelier_base::Coded as _;
use atelier_extraction::{Context, Extractor, Model, ModelSettings, Source, Wire, codes};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use jiff::civil::date;
use serde_json::json;

const NOTE: &str = "Glazed with Ultramarine for an hour";

#[expect(clippy::disallowed_methods, reason = "a test's server ends with the test")]
async fn served(status: StatusCode, body: String, wire: Wire) -> Model {
    let answer = move || std::future::ready((status, body.clone()));
    let slow = || async { std::future::pending::<()>().await };
    let router = Router::new()
        .route("/v1/chat/completions", post(answer.clone()))
        .route("/v1/messages", post(answer))
        .route("/slow/v1/chat/completions", post(slow));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::task::spawn(async move { axum::serve(listener, router).await });
    model(format!("http://{address}"), wire)
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
