//! The contract of Stability AI.

use std::time::Duration;

use atelier_providers::{Category, Charge, Error, Estimate, Fate, Ticket};
use serde_json::{Value, json};

use crate::contract::{Asked, Reply, base64, bytes, done, nobody, png, request, serve};

const KEY: &str = "sk-test-1234";

/// Takes what the documentation says and nothing else. The picture's shade is the last digit of the seed.
fn contract(asked: &Asked) -> Reply {
    let refuse = |status, name: &str, error: &str| {
        Reply::json(status, &json!({"id": "4212a4b66fbe1ca8", "name": name, "errors": [error]}))
    };
    if asked.header("authorization") != format!("Bearer {KEY}") {
        return refuse(401, "unauthorized", "authorization: invalid or missing header value");
    }
    if asked.line() == "GET /v1/user/balance" {
        return Reply::json(200, &json!({"credits": 12.5}));
    }
    let Some(model) = asked.path.strip_prefix("/v2beta/stable-image/generate/") else {
        return refuse(404, "not_found", "no such endpoint");
    };
    if !asked.is_form {
        return refuse(400, "bad_request", "content-type: must be multipart/form-data");
    }
    if asked.header("accept") != "application/json" {
        return refuse(400, "bad_request", "accept: must be application/json here");
    }
    let mut known = vec!["prompt", "negative_prompt", "aspect_ratio", "seed", "output_format"];
    known.extend(if model == "sd3" { ["model", "mode", "cfg_scale"].as_slice() } else { &["style_preset"] });
    let fields = asked.body.as_object().expect("fields");
    if let Some(name) = fields.keys().find(|name| !known.contains(&name.as_str())) {
        return refuse(400, "bad_request", &format!("{name}: is not known"));
    }
    if fields["prompt"].as_str().is_none_or(str::is_empty) {
        return refuse(400, "bad_request", "prompt: cannot be blank");
    }
    let seed: u64 =
        fields.get("seed").and_then(Value::as_str).map_or(77, |seed| seed.parse().expect("a number"));
    let shade = u8::try_from(seed % 10).expect("a digit");
    Reply::json(200, &json!({"image": base64(&png(shade)), "finish_reason": "SUCCESS", "seed": seed}))
}

#[tokio::test]
async fn each_picture_is_a_call_with_the_next_seed() {
    let server = serve(contract).await;
    let pricing = json!({"pricing": {"sd3.5-large": {"per_picture": 0.065, "currency": "USD"}}});
    let provider = server.provider("stability", Some(KEY), pricing);
    let order = request(
        "sd3.5-large",
        3,
        &json!({"prompt": "a hare", "seed": 41, "cfg_scale": 4.5, "output_format": "jpeg"}),
    );
    let estimate = provider.estimate(&order).await.expect("an estimate");
    assert_eq!(estimate, Some(Estimate { cost_micros: 195_000, currency: "USD".to_owned() }));
    let outcome = done(provider.submit(&order).await);
    assert_eq!(bytes(&outcome.outputs), [png(1), png(2), png(3)]);
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/jpeg"));
    assert_eq!((&outcome.returned["seed"], &outcome.returned["seeds"]), (&json!(41), &json!([41, 42, 43])));
    assert_eq!(outcome.cost_micros, Some(195_000));
    let form = &server.asked()[0].body;
    assert_eq!(
        *form,
        json!({"prompt": "a hare", "seed": "41", "cfg_scale": "4.5", "output_format": "jpeg",
        "model": "sd3.5-large", "mode": "text-to-image"})
    );
    assert_eq!(server.lines()[2], "POST /v2beta/stable-image/generate/sd3");
}

#[tokio::test]
async fn models_have_their_own_paths_and_chance_its_own_seed() {
    let server = serve(contract).await;
    let provider = server.provider("stability", Some(KEY), json!({}));
    let outcome = done(provider.submit(&request("core", 1, &json!({"prompt": "a hare"}))).await);
    assert_eq!((&outcome.returned["seed"], outcome.cost_micros), (&json!(77), None));
    assert_eq!(server.lines(), ["POST /v2beta/stable-image/generate/core"]);
    let models = provider.models().await.expect("models");
    assert!(
        models.iter().any(|model| model.id == "ultra") && server.lines().len() == 1,
        "nobody is asked for them"
    );
    assert_eq!(provider.check().await, Ok(()));
}

#[tokio::test]
async fn what_was_paid_for_is_kept_when_the_rest_fails() {
    let server = serve(|asked| match asked.body["seed"].as_str() {
        Some("6") => Reply::json(402, &json!({"name": "payment_required", "errors": ["You lack credits"]})),
        _ => contract(asked),
    });
    let provider = server.await.provider("stability", Some(KEY), json!({}));
    let outcome = done(provider.submit(&request("core", 4, &json!({"prompt": "a hare", "seed": 5}))).await);
    assert_eq!(bytes(&outcome.outputs), [png(5)]);
    assert_eq!(outcome.returned["failure"], "You lack credits");
}

async fn refused(reply: Reply) -> Error {
    let server = serve(move |_| reply.clone()).await;
    let provider = server.provider("stability", Some(KEY), json!({}));
    provider.submit(&request("core", 1, &json!({"prompt": "a hare"}))).await.expect_err("a failure")
}

#[tokio::test]
async fn failures_mean_what_they_mean() {
    let error = |name: &str, error: &str| json!({"id": "1", "name": name, "errors": [error]});
    let table = [
        (400, error("bad_request", "prompt: cannot be blank"), Category::Validation, Fate::NotBegun),
        (401, error("unauthorized", "No"), Category::Authentication, Fate::NotBegun),
        (402, error("payment_required", "You lack credits"), Category::Authentication, Fate::NotBegun),
        (403, error("content_moderation", "Flagged"), Category::ContentPolicy, Fate::NotBegun),
        (403, error("permission_denied", "Not for you"), Category::Authentication, Fate::NotBegun),
        (413, error("payload_too_large", "Too large"), Category::Validation, Fate::NotBegun),
        (422, error("invalid_language", "English only"), Category::Validation, Fate::NotBegun),
        (429, error("rate_limit_exceeded", "Slow down"), Category::RateLimited, Fate::NotBegun),
        (500, error("internal_error", "Sorry"), Category::Transient, Fate::Unknown),
        (502, json!(null), Category::ProviderOutage, Fate::Unknown),
    ];
    for (status, body, category, fate) in table {
        let error = refused(Reply::json(status, &body)).await;
        assert_eq!((error.category, error.fate), (category, fate), "{status} {body}");
    }
    let blank = refused(Reply::json(400, &error("bad_request", "prompt: cannot be blank"))).await;
    assert_eq!(blank.parameter.as_deref(), Some("prompt"));
    let other = refused(Reply::json(400, &error("bad_request", "content-type: must be a form"))).await;
    assert_eq!(other.parameter, None, "only a parameter of the order is one");
}

#[tokio::test]
async fn filtered_pictures_are_made_and_not_made_again() {
    let image = base64(&png(0));
    let answer =
        |reason: &str| Reply::json(200, &json!({"image": image, "finish_reason": reason, "seed": 1}));
    let filtered = refused(answer("CONTENT_FILTERED")).await;
    assert_eq!((filtered.category, filtered.fate), (Category::ContentPolicy, Fate::Ended));
    let failed = refused(answer("ERROR")).await;
    assert_eq!((failed.category, failed.fate), (Category::Transient, Fate::Ended));
}

#[tokio::test]
async fn too_many_requests_lock_out_for_a_minute() {
    let limited = Reply::json(429, &json!({"name": "rate_limit_exceeded", "errors": ["Slow down"]}));
    assert_eq!(refused(limited.clone()).await.retry_after, Some(Duration::from_mins(1)));
    let said = refused(limited.header("retry-after", "9")).await;
    assert_eq!(said.retry_after, Some(Duration::from_secs(9)));
}

#[tokio::test]
async fn broken_answers_may_stand_for_work_that_was_done() {
    let good = Reply::json(200, &json!({"image": base64(&png(1)), "finish_reason": "SUCCESS", "seed": 1}));
    for reply in
        [good.cut(), Reply::page(), Reply::json(200, &json!({"image": "%%", "finish_reason": "SUCCESS"}))]
    {
        let error = refused(reply).await;
        assert_eq!((error.category, error.fate), (Category::Transient, Fate::Unknown), "{error}");
    }
    let nothing = refused(Reply::json(200, &json!({"finish_reason": "SUCCESS"}))).await;
    assert!(!nothing.category.is_retryable(), "{nothing:?}");
}

#[tokio::test]
async fn silence_is_of_unknown_fate_and_absence_is_not() {
    let server = serve(|_| Reply::never()).await;
    let order = request("core", 1, &json!({"prompt": "a hare"}));
    let silence = server.hasty("stability", Some(KEY), 400).submit(&order).await.expect_err("silence");
    assert_eq!((silence.category, silence.fate), (Category::Network, Fate::Unknown));
    let absence = nobody("stability", Some(KEY)).submit(&order).await.expect_err("absence");
    assert_eq!((absence.category, absence.fate), (Category::Network, Fate::NotBegun));
}

#[tokio::test]
async fn wrong_keys_are_refused_and_nothing_is_kept_to_ask_about() {
    let server = serve(contract).await;
    let error = server.provider("stability", Some("wrong"), json!({})).check().await.expect_err("refused");
    assert_eq!(error.category, Category::Authentication);
    let provider = server.provider("stability", Some(KEY), json!({}));
    let ticket = Ticket { id: "x".to_owned(), details: Value::Null };
    assert_eq!(provider.cancel(&ticket).await, Ok(Charge::Possible));
    assert_eq!(provider.poll(&ticket).await.expect_err("nothing").category, Category::Unknown);
    assert_eq!(server.lines(), ["GET /v1/user/balance"]);
}
