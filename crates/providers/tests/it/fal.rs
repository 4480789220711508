//! fal, played by a server that keeps its contract.

use std::time::Duration;

use atelier_providers::{Category, Charge, Estimate, Fate, Provider, Request};
use axum::Router;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::stand::{
    Asked, PICTURE, Server, Shared, file, followed, provider, request, says, stranger, ticket, with,
};

const KEY: &str = "id-of-the-test:secret-of-the-test";

/// An answer: its status, its body, and one more header.
type Told = (u16, Value, Option<(&'static str, &'static str)>);

/// How the server behaves, and what it saw.
#[derive(Default)]
struct World {
    base: String,
    /// Answers in place of the right one to the next submission.
    refuses: Option<Told>,
    /// Put into the status that it ends with.
    end: Map<String, Value>,
    /// In place of the right result, with one more header.
    result: Option<Told>,
    submitted: Vec<(String, Value, String)>,
    polls: usize,
    is_canceled: bool,
}

fn told((status, body, header): &Told) -> Response {
    let response = says(*status, body);
    header.map_or(says(*status, body), |(name, value)| with(response, name, value))
}

fn answer(world: &Shared<World>, asked: &Asked) -> Response {
    let path = asked.path();
    if let ["files", name] = path[..] {
        return file(name, asked);
    }
    if asked.header("authorization") != format!("Key {KEY}") {
        return says(401, &json!({"detail": "Cannot access application. Authentication is required."}));
    }
    let mut world = world.lock();
    match (&asked.method, &path[..]) {
        (&Method::POST, ["v1", "models", "pricing", "estimate"]) => estimated(asked),
        (&Method::GET, ["v1", "models", "pricing"]) => says(200, &json!({"prices": []})),
        (&Method::GET, ["v1", "models"]) => models(asked),
        (&Method::POST, ["fal-ai", "flux", "dev"]) => submit(&mut world, asked),
        // The path below the app is not in these addresses.
        (&Method::GET, ["fal-ai", "flux", "requests", "r1", "status"]) => status(&mut world),
        (&Method::GET, ["fal-ai", "flux", "requests", "r1"]) => result(&world),
        (&Method::PUT, ["fal-ai", "flux", "requests", "r1", "cancel"]) => {
            if 2 < world.polls {
                return says(400, &json!({"status": "ALREADY_COMPLETED"}));
            }
            world.is_canceled = true;
            if world.polls == 0 {
                return says(200, &json!({"status": "OK"}));
            }
            says(202, &json!({"status": "CANCELLATION_REQUESTED"}))
        }
        _ => says(404, &json!({"detail": "Not found"})),
    }
}

fn submit(world: &mut World, asked: &Asked) -> Response {
    if let Some(refusal) = world.refuses.take() {
        return told(&refusal);
    }
    let body = asked.json();
    if let Some(name) = stranger(&body, &["prompt", "seed", "num_images", "enable_safety_checker"]) {
        let detail =
            json!([{"loc": ["body", name], "msg": "Extra inputs are not permitted", "type": "extra"}]);
        return says(422, &json!({"detail": detail}));
    }
    let priority = asked.header("x-fal-queue-priority").to_owned();
    world.submitted.push((asked.uri.to_string(), body.into(), priority));
    let at = format!("{}/fal-ai/flux/requests/r1", world.base);
    says(
        200,
        &json!({"status": "IN_QUEUE", "request_id": "r1", "queue_position": 3, "response_url": at,
            "status_url": format!("{at}/status"), "cancel_url": format!("{at}/cancel")}),
    )
}

fn status(world: &mut World) -> Response {
    world.polls += 1;
    match world.polls {
        1 => says(202, &json!({"status": "IN_QUEUE", "queue_position": 1})),
        2 => says(202, &json!({"status": "IN_PROGRESS", "logs": []})),
        _ => {
            let mut body = json!({"status": "COMPLETED", "logs": [], "metrics": {"inference_time": 0.7}});
            for (name, value) in &world.end {
                body[name] = value.clone();
            }
            says(200, &body)
        }
    }
}

fn result(world: &World) -> Response {
    if let Some(result) = &world.result {
        return told(result);
    }
    let image = json!({"url": format!("{}/files/picture.png", world.base), "width": 8, "height": 8,
        "content_type": "image/png"});
    says(200, &json!({"images": [image], "seed": 42, "has_nsfw_concepts": [false], "prompt": "a harbour"}))
}

fn estimated(asked: &Asked) -> Response {
    let body = asked.json();
    if stranger(&body, &["estimate_type", "endpoints"]).is_some()
        || body["estimate_type"] != "historical_api_price"
    {
        return says(422, &json!({"detail": "bad estimate"}));
    }
    match body["endpoints"]["fal-ai/flux/dev"]["call_quantity"].as_f64() {
        Some(calls) => says(
            200,
            &json!({"estimate_type": "historical_api_price", "total_cost": 0.025 * calls, "currency": "USD"}),
        ),
        None => says(404, &json!({"error": {"type": "not_found", "message": "No such endpoint"}})),
    }
}

fn models(asked: &Asked) -> Response {
    let query = asked.query();
    let get = |wanted: &str| query.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    if get("expand") != Some("openapi-3.0") {
        return says(400, &json!({"error": {"message": "expand"}}));
    }
    let model = |id: &str| {
        json!({"endpoint_id": id, "metadata": {"display_name": "Flux", "category": "text-to-image",
            "status": "active"}, "openapi": {
            "paths": {"/requests/{id}": {"get": {}}, "/fal-ai/flux": {"post": {"requestBody": {"content":
                {"application/json": {"schema": {"$ref": "#/components/schemas/Input"}}}}}}},
            "components": {"schemas": {"Input": {"type": "object", "title": id}}}}})
    };
    match (get("cursor"), get("category"), get("endpoint_id")) {
        (None, None, Some(id)) => says(200, &json!({"models": [model(id)], "has_more": false})),
        (None, Some("text-to-image"), None) => {
            says(200, &json!({"models": [model("fal-ai/a")], "has_more": true, "next_cursor": "M==&"}))
        }
        (Some("M==&"), Some(_), None) => {
            says(200, &json!({"models": [model("fal-ai/b")], "has_more": false, "next_cursor": null}))
        }
        _ => says(400, &json!({"error": {"message": "query"}})),
    }
}

async fn stage(settings: Value) -> (Server, Shared<World>, Provider) {
    let world = Shared::new(World::default());
    let server = Server::new(|base| {
        base.clone_into(&mut world.lock().base);
        let world = world.clone();
        Router::new().fallback(async move |method, uri, headers, body| {
            answer(&world, &Asked { method, uri, headers, body })
        })
    })
    .await;
    let mut settings = settings;
    settings["platform_url"] = format!("{}/v1", server.base).into();
    let provider = provider("fal", &server.base, KEY, settings);
    (server, world, provider)
}

fn order() -> Request {
    request("fal-ai/flux/dev", &json!({"prompt": "a harbour"}))
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

#[tokio::test]
async fn picture_is_ordered_followed_and_fetched() {
    let (_server, world, provider) = stage(json!({"priority": "low"})).await;
    let webhook = Some("https://atelier.example/hook?a=1&b=2".to_owned());
    let ticket = ticket(&provider, &Request { quantity: 2, webhook, ..order() }).await.expect("it is taken");
    let (outcome, states) = followed(&provider, &ticket).await.expect("it is made");
    assert_eq!(states, ["queued", "running"]);
    assert_eq!(outcome.outputs[0].bytes, PICTURE);
    assert_eq!(outcome.returned["seed"], 42);
    assert_eq!(outcome.returned["inference_time"], 0.7);
    let (uri, body, priority) = world.lock().submitted[0].clone();
    assert_eq!(uri, "/fal-ai/flux/dev?fal_webhook=https%3A%2F%2Fatelier.example%2Fhook%3Fa%3D1%26b%3D2");
    assert_eq!(body, json!({"prompt": "a harbour", "num_images": 2}));
    assert_eq!(priority, "low");
}

#[tokio::test]
async fn pictures_may_be_in_their_addresses() {
    let (_server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    let image = json!({"url": "data:image/jpeg;base64,/9j/4AAQ", "content_type": "image/jpeg"});
    world.lock().result = Some((200, json!({"images": [image]}), None));
    let (outcome, _) = followed(&provider, &ticket).await.expect("it is made");
    assert_eq!(&outcome.outputs[0].bytes[..3], [0xff, 0xd8, 0xff]);
    world.lock().result = Some((200, json!({"image": image}), None));
    assert_eq!(followed(&provider, &ticket).await.expect("it is made").0.outputs.len(), 1);
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let (_server, world, provider) = stage(json!({})).await;
    let timeout = ("x-fal-request-timeout-type", "user");
    for (refusal, category, seconds) in [
        ((403, json!({"detail": "Forbidden"}), None), Category::Authentication, None),
        ((402, json!({"detail": "Exhausted balance"}), None), Category::Authentication, None),
        ((429, json!({"detail": "Slow down"}), Some(("retry-after", "3"))), Category::RateLimited, Some(3)),
        ((429, json!({"detail": "Slow down"}), None), Category::RateLimited, None),
        (
            (504, json!({"detail": "x", "error_type": "request_timeout"}), Some(timeout)),
            Category::Unknown,
            None,
        ),
        ((503, json!({"detail": "x", "error_type": "runner_disconnected"}), None), Category::Transient, None),
        ((502, json!("bad gateway"), None), Category::ProviderOutage, None),
        ((400, json!({"detail": "x"}), Some(("x-fal-retryable", "true"))), Category::Transient, None),
    ] {
        world.lock().refuses = Some(refusal.clone());
        let error = provider.submit(&order()).await.expect_err("it is refused");
        assert_eq!(error.category, category, "{refusal:?}");
        assert_eq!(error.retry_after, seconds.map(Duration::from_secs), "{refusal:?}");
    }
    let odd = request("fal-ai/flux/dev", &json!({"prompt": "a", "colour": "red"}));
    let error = provider.submit(&odd).await.expect_err("it is refused");
    assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some("colour")));
    for bad in
        [Request { quantity: 5, ..order() }, request("flux", &json!({})), request("a/../b", &json!({}))]
    {
        let error = provider.submit(&bad).await.expect_err("it is refused");
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun));
    }
    assert!(world.lock().submitted.is_empty());
}

#[tokio::test]
async fn completed_is_no_promise() {
    let (_server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    world.lock().polls = 5;
    for (end, category) in [
        (json!({"error": "No", "error_type": "content_policy_violation"}), Category::ContentPolicy),
        (json!({"error": "No", "error_type": "startup_timeout"}), Category::ProviderOutage),
        (json!({"error": "No", "error_type": "runner_server_error"}), Category::Transient),
        (json!({"error": "No", "error_type": "new_word"}), Category::Unknown),
    ] {
        world.lock().end = object(&end);
        let error = provider.poll(&ticket).await.expect_err("it failed");
        assert_eq!(
            (error.category, error.fate, error.message.as_str()),
            (category, Fate::Ended, "No"),
            "{end}"
        );
    }
    world.lock().end = Map::new();
    let flagged = json!([{"loc": ["body", "prompt"], "msg": "No", "type": "content_policy_violation"}]);
    let black = json!({"images": [{"url": "data:image/png;base64,iVBORw=="}], "has_nsfw_concepts": [true]});
    for (result, category, fate) in [
        ((422, json!({"detail": flagged}), None), Category::ContentPolicy, Fate::Ended),
        (
            (422, json!({"detail": [{"loc": ["body", "seed"], "msg": "No"}]}), None),
            Category::Validation,
            Fate::Ended,
        ),
        ((500, json!({"detail": "x"}), Some(("x-fal-request-id", "r1"))), Category::Transient, Fate::Ended),
        (
            (504, json!({"detail": "x"}), Some(("x-fal-request-id", "r1"))),
            Category::ProviderOutage,
            Fate::Ended,
        ),
        ((504, json!("nginx"), None), Category::ProviderOutage, Fate::Unknown),
        ((429, json!({}), None), Category::RateLimited, Fate::Unknown),
        ((404, json!({}), None), Category::Unknown, Fate::Ended),
        ((200, json!({"images": []}), None), Category::Unknown, Fate::Ended),
        ((200, json!({"detail": "nothing"}), None), Category::Unknown, Fate::Ended),
        ((200, black.clone(), None), Category::ContentPolicy, Fate::Ended),
    ] {
        world.lock().result = Some(result.clone());
        let error = provider.poll(&ticket).await.expect_err("it failed");
        assert_eq!((error.category, error.fate), (category, fate), "{result:?}");
    }
    world.lock().result = Some((202, json!({"status": "IN_PROGRESS"}), None));
    let progress = provider.poll(&ticket).await.expect("it goes on");
    assert!(matches!(progress, atelier_providers::Progress::Running(..)), "{progress:?}");
}

#[tokio::test]
async fn pictures_that_were_not_checked_are_not_black() {
    let (_server, world, provider) = stage(json!({})).await;
    let unchecked = request("fal-ai/flux/dev", &json!({"prompt": "a", "enable_safety_checker": false}));
    let ticket = ticket(&provider, &unchecked).await.expect("it is taken");
    let flagged = json!({"images": [{"url": "data:image/png;base64,iVBORw=="}], "has_nsfw_concepts": [true]});
    world.lock().result = Some((200, flagged, None));
    assert_eq!(followed(&provider, &ticket).await.expect("it is made").0.outputs.len(), 1);
}

#[tokio::test]
async fn giving_up_is_fine_at_any_time() {
    let (_server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    assert_eq!(provider.cancel(&ticket).await, Ok(Charge::Nothing), "out of the queue");
    assert!(world.lock().is_canceled);
    for polls in [1, 3] {
        world.lock().polls = polls;
        assert_eq!(provider.cancel(&ticket).await, Ok(Charge::Possible), "it had begun, or ended");
    }
}

#[tokio::test]
async fn prices_and_models_are_those_of_the_platform() {
    let (server, _world, right) = stage(json!({})).await;
    right.check().await.expect("the key is right");
    let estimate = right.estimate(&Request { quantity: 3, ..order() }).await.expect("a price");
    assert_eq!(estimate, Some(Estimate { cost_micros: 75_000, currency: "USD".to_owned() }));
    assert_eq!(right.estimate(&request("fal-ai/new", &json!({}))).await, Ok(None));
    let models = right.models().await.expect("a list");
    assert_eq!(models.iter().map(|model| model.id.as_str()).collect::<Vec<_>>(), ["fal-ai/a", "fal-ai/b"]);
    assert_eq!(models[0].parameter_schema, json!({"type": "object", "title": "fal-ai/a"}));
    let (_other, _world, named) = stage(json!({"models": ["fal-ai/c"]})).await;
    assert_eq!(named.models().await.expect("a list")[0].id, "fal-ai/c");
    let settings = json!({"platform_url": format!("{}/v1", server.base)});
    let wrong = provider("fal", &server.base, "wrong", settings);
    assert_eq!(wrong.check().await.expect_err("the key is wrong").category, Category::Authentication);
}
