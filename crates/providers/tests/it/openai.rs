//! The contract of `OpenAI`'s images.

use std::time::Duration;

use atelier_providers::{Category, Charge, Error, Estimate, Fate, Progress};
use serde_json::{Value, json};

use crate::contract::{Asked, Contract, Reply, base64, bytes, done, nobody, png, request, serve};

const KEY: &str = "sk-test-1234";

/// Takes what the documentation says and nothing else.
fn contract(asked: &Asked) -> Reply {
    let refuse = |status, code: &str, message: &str, param: Value| {
        Reply::json(
            status,
            &json!({"error": {"message": message, "type": "invalid_request_error", "param": param, "code": code}}),
        )
    };
    if asked.header("authorization") != format!("Bearer {KEY}") {
        let said =
            format!("Incorrect API key provided: {}", asked.header("authorization").replace("Bearer ", ""));
        return refuse(401, "invalid_api_key", &said, Value::Null);
    }
    match asked.line().as_str() {
        "GET /models" => {
            let ids = ["gpt-5.2", "gpt-image-1-mini", "gpt-image-2", "dall-e-3", "whisper-1"];
            let data: Vec<Value> = ids.iter().map(|id| json!({"id": id, "object": "model"})).collect();
            Reply::json(200, &json!({"object": "list", "data": data}))
        }
        "POST /images/generations" => generate(&asked.body).header("x-request-id", "req_1"),
        _ => refuse(404, "not_found", "Unknown request URL", Value::Null),
    }
}

fn generate(body: &Value) -> Reply {
    let known = ["model", "prompt", "n", "size", "quality", "background", "output_format", "moderation"];
    for name in body.as_object().expect("an object").keys() {
        if !known.contains(&name.as_str()) {
            let message = format!("Unknown parameter: '{name}'.");
            return Reply::json(
                400,
                &json!({"error": {"message": message, "type": "invalid_request_error",
                "param": name, "code": "unknown_parameter"}}),
            );
        }
    }
    let count = body["n"].as_u64().expect("a number");
    if !(1..=10).contains(&count) {
        return Reply::json(
            400,
            &json!({"error": {"message": "n is too large", "param": "n", "code": null}}),
        );
    }
    let pictures: Vec<Value> =
        (0..count).map(|_| json!({"b64_json": base64(&png(9)), "revised_prompt": "A hare."})).collect();
    Reply::json(
        200,
        &json!({"created": 1_795_000_000, "data": pictures, "output_format": body["output_format"],
        "quality": "low", "size": "1024x1024", "usage": {"input_tokens": 20, "output_tokens": 100 * count,
        "input_tokens_details": {"text_tokens": 20, "image_tokens": 0}, "total_tokens": 20 + 100 * count}}),
    )
}

fn prices() -> Value {
    json!({"pricing": {"gpt-image-2": {"as_of": "2026-11-01", "per_picture": {"low 1024x1024": 0.011},
        "per_million_tokens": {"text_input": 5, "image_input": 10, "image_output": 40}}}})
}

#[tokio::test]
async fn pictures_come_with_what_they_cost() {
    let server = serve(contract).await;
    let provider = server.provider("openai", Some(KEY), prices());
    let order = request(
        "gpt-image-2",
        2,
        &json!({"prompt": "a hare", "output_format": "webp", "size": "1024x1024",
        "quality": "low"}),
    );
    let estimate = provider.estimate(&order).await.expect("an estimate");
    assert_eq!(estimate, Some(Estimate { cost_micros: 22_000, currency: "USD".to_owned() }));
    let outcome = done(provider.submit(&order).await);
    assert_eq!(bytes(&outcome.outputs), [png(9), png(9)]);
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/webp"));
    assert_eq!(outcome.cost_micros, Some(20 * 5 + 200 * 40));
    assert_eq!(outcome.returned["revised_prompt"], "A hare.");
    assert_eq!(
        (&outcome.returned["request_id"], &outcome.returned["size"]),
        (&json!("req_1"), &json!("1024x1024"))
    );
    let asked = server.asked();
    assert_eq!(
        (asked[0].body["n"].clone(), asked[0].header("x-client-request-id")),
        (json!(2), "item-1-attempt-1")
    );
}

#[tokio::test]
async fn more_than_one_call_may_ask_for_is_asked_in_several() {
    let server = serve(contract).await;
    let provider = server.provider("openai", Some(KEY), json!({}));
    let outcome = done(provider.submit(&request("gpt-image-2", 13, &json!({"prompt": "a hare"}))).await);
    assert_eq!((outcome.outputs.len(), outcome.cost_micros), (13, None));
    let counts: Vec<Value> = server.asked().iter().map(|asked| asked.body["n"].clone()).collect();
    assert_eq!(counts, [10, 3]);
}

#[tokio::test]
async fn what_was_paid_for_is_kept_when_the_rest_fails() {
    let server = serve(|asked| match asked.body["n"].as_u64() {
        Some(10) => generate(&asked.body),
        _ => Reply::json(400, &json!({"error": {"code": "moderation_blocked", "message": "Not this one"}})),
    });
    let provider = server.await.provider("openai", Some(KEY), json!({}));
    let outcome = done(provider.submit(&request("gpt-image-2", 12, &json!({"prompt": "a hare"}))).await);
    assert_eq!((outcome.outputs.len(), &outcome.returned["failure"]), (10, &json!("Not this one")));
}

#[tokio::test]
async fn pictures_behind_addresses_are_fetched_without_the_key() {
    let server = serve(|asked| match asked.path.as_str() {
        "/picture" if asked.header("authorization").is_empty() => Reply::bytes(200, "image/png", png(3)),
        "/picture" => Reply::json(403, &json!({})),
        _ => {
            let url = format!("http://{}/picture", asked.header("host"));
            Reply::json(200, &json!({"data": [{"url": url}, {"url": "http://127.0.0.1:9/gone"}]}))
        }
    })
    .await;
    let provider = server.provider("openai", Some(KEY), json!({}));
    let outcome = done(provider.submit(&request("some-image", 2, &json!({"prompt": "a hare"}))).await);
    assert_eq!(bytes(&outcome.outputs), [png(3)]);
    assert!(outcome.returned["failure"].is_string(), "one of the two did not come");
}

#[tokio::test]
async fn models_are_those_that_make_pictures() {
    let server = serve(contract).await;
    let provider = server.provider("openai", Some(KEY), prices());
    let models = provider.models().await.expect("models");
    let known: Vec<(&str, bool)> =
        models.iter().map(|model| (model.id.as_str(), model.is_available)).collect();
    assert_eq!(known, [("gpt-image-1-mini", true), ("gpt-image-2", true), ("dall-e-3", false)]);
    assert_eq!(models[1].pricing.as_ref().expect("prices")["as_of"], "2026-11-01");
    assert_eq!(provider.check().await, Ok(()));
}

/// The error of an order that is answered so.
async fn refused(reply: Reply) -> Error {
    let server: Contract = serve(move |_| reply.clone()).await;
    let provider = server.provider("openai", Some(KEY), json!({}));
    provider.submit(&request("gpt-image-2", 1, &json!({"prompt": "a hare"}))).await.expect_err("a failure")
}

#[tokio::test]
async fn failures_mean_what_they_mean() {
    let error = |code: &str, message: &str| json!({"error": {"message": message, "type": "x", "param": null, "code": code}});
    let table = [
        (
            400,
            error("moderation_blocked", "Rejected by the safety system"),
            Category::ContentPolicy,
            Fate::NotBegun,
        ),
        (400, error("content_policy_violation", "No"), Category::ContentPolicy, Fate::NotBegun),
        (400, error("invalid_value", "Bad size 1500"), Category::Validation, Fate::NotBegun),
        (401, error("invalid_api_key", "Wrong key"), Category::Authentication, Fate::NotBegun),
        (403, error("unsupported_country", "Not here"), Category::Authentication, Fate::NotBegun),
        (429, error("rate_limit_exceeded", "Slow down"), Category::RateLimited, Fate::NotBegun),
        (429, error("insufficient_quota", "Check your plan"), Category::Authentication, Fate::NotBegun),
        (500, error("server_error", "Sorry"), Category::Transient, Fate::Unknown),
        (503, error("overloaded", "Busy"), Category::ProviderOutage, Fate::NotBegun),
    ];
    for (status, body, category, fate) in table {
        let error = refused(Reply::json(status, &body)).await;
        assert_eq!((error.category, error.fate), (category, fate), "{status} {body}");
        assert_eq!(body["error"]["message"], error.message);
    }
}

#[tokio::test]
async fn the_provider_says_when_and_whether_to_try_again() {
    let limited =
        Reply::json(429, &json!({"error": {"code": "rate_limit_exceeded", "message": "Slow down"}}));
    assert_eq!(refused(limited.clone()).await.retry_after, None);
    let wait = refused(limited.clone().header("retry-after", "7")).await.retry_after;
    assert_eq!(wait, Some(Duration::from_secs(7)));
    let exact = limited.clone().header("retry-after-ms", "250").header("retry-after", "7");
    assert_eq!(refused(exact).await.retry_after, Some(Duration::from_millis(250)));
    let never = refused(limited.header("x-should-retry", "false")).await;
    assert!(!never.category.is_retryable(), "{never:?}");
    let odd = Reply::json(418, &json!({"error": {"message": "Odd"}}));
    assert!(!refused(odd.clone()).await.category.is_retryable());
    assert!(refused(odd.header("x-should-retry", "true")).await.category.is_retryable());
}

#[tokio::test]
async fn broken_answers_may_stand_for_work_that_was_done() {
    let good = Reply::json(200, &json!({"data": [{"b64_json": base64(&png(1))}]}));
    for (reply, category) in [
        (good.cut(), Category::Transient),
        (Reply::page(), Category::Transient),
        (Reply::json(200, &json!({"data": [{"b64_json": "!!"}]})), Category::Transient),
    ] {
        let error = refused(reply).await;
        assert_eq!((error.category, error.fate), (category, Fate::Unknown), "{error}");
    }
    let empty = refused(Reply::json(200, &json!({"data": []}))).await;
    assert_eq!((empty.category, empty.fate), (Category::Unknown, Fate::Ended));
}

#[tokio::test]
async fn silence_is_of_unknown_fate_and_absence_is_not() {
    let server = serve(|_| Reply::never()).await;
    let order = request("gpt-image-2", 1, &json!({"prompt": "a hare"}));
    let silence = server.hasty("openai", Some(KEY), 200).submit(&order).await.expect_err("silence");
    assert_eq!((silence.category, silence.fate), (Category::Network, Fate::Unknown));
    let absence = nobody("openai", Some(KEY)).submit(&order).await.expect_err("absence");
    assert_eq!((absence.category, absence.fate), (Category::Network, Fate::NotBegun));
}

#[tokio::test]
async fn wrong_keys_are_refused_and_not_repeated() {
    let server = serve(contract).await;
    let provider = server.provider("openai", Some("sk-wrong"), json!({}));
    for error in [provider.check().await.expect_err("refused"), provider.models().await.expect_err("refused")]
    {
        assert_eq!(error.category, Category::Authentication);
        assert!(!error.message.contains("sk-wrong"), "{error}");
    }
}

#[tokio::test]
async fn nothing_is_kept_to_ask_about() {
    let server = serve(contract).await;
    let provider = server.provider("openai", Some(KEY), json!({}));
    let ticket = atelier_providers::Ticket { id: "x".to_owned(), details: Value::Null };
    assert_eq!(provider.cancel(&ticket).await, Ok(Charge::Possible));
    let asked: Result<Progress, Error> = provider.poll(&ticket).await;
    assert_eq!(asked.expect_err("nothing").category, Category::Unknown);
    assert!(server.lines().is_empty());
}
