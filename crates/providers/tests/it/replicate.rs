//! Replicate, played by a server that keeps its contract.

use std::time::Duration;

use atelier_providers::{Category, Charge, Fate, Provider, Request};
use axum::Router;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::stand::{
    Asked, PICTURE, Server, Shared, file, followed, made, provider, request, says, stranger, ticket, with,
};

const KEY: &str = "r8_the_key_of_the_test";
const VERSION: &str = "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa";

/// How the server behaves, and what it saw.
#[derive(Default)]
struct World {
    base: String,
    /// Answers in place of the right one to the next creation.
    refuses: Option<(u16, Value, Option<&'static str>)>,
    /// The last state of every prediction, over the right one.
    end: Map<String, Value>,
    /// Where it says to ask, if not at itself.
    asks_at: Option<String>,
    created: Vec<(String, Value)>,
    polls: usize,
    is_canceled: bool,
}

fn answer(world: &Shared<World>, asked: &Asked) -> Response {
    let path = asked.path();
    if let ["files", name] = path[..] {
        return file(name, asked);
    }
    if asked.header("authorization") != format!("Bearer {KEY}") {
        return says(401, &json!({"title": "Unauthenticated", "detail": "No valid token", "status": 401}));
    }
    let mut world = world.lock();
    match (&asked.method, &path[..]) {
        (
            &Method::POST,
            ["models", "official", "flux", "predictions"] | ["deployments", "me", "mine", "predictions"],
        ) => create(&mut world, asked, &["input", "webhook", "webhook_events_filter"]),
        (&Method::POST, ["predictions"]) => {
            let version = asked.json().get("version").and_then(Value::as_str).unwrap_or_default().to_owned();
            if !version.ends_with(VERSION) {
                return says(
                    422,
                    &json!({"title": "Invalid version", "detail": "No such version", "status": 422}),
                );
            }
            create(&mut world, asked, &["input", "version", "webhook", "webhook_events_filter"])
        }
        (&Method::GET, ["models", "community", "sd"]) => says(200, &model("community", "sd")),
        (&Method::GET, ["models", "official", "flux"]) => says(200, &model("official", "flux")),
        (&Method::GET, ["collections", "text-to-image"]) => {
            says(200, &json!({"slug": "text-to-image", "models": [model("official", "flux")]}))
        }
        (&Method::GET, ["predictions", "p1"]) => {
            world.polls += 1;
            says(200, &prediction(&world))
        }
        (&Method::POST, ["predictions", "p1", "cancel"]) => {
            world.is_canceled = true;
            says(200, &prediction(&world))
        }
        (&Method::GET, ["webhooks", "default", "secret"]) => {
            says(200, &json!({"key": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}))
        }
        (&Method::GET, ["account"]) => says(200, &json!({"type": "user", "username": "ann"})),
        _ => says(404, &json!({"detail": "Not found.", "status": 404})),
    }
}

fn create(world: &mut World, asked: &Asked, known: &[&str]) -> Response {
    if let Some((status, body, retry_after)) = world.refuses.take() {
        let response = says(status, &body);
        return retry_after.map_or(response, |seconds| with(says(status, &body), "retry-after", seconds));
    }
    let body = asked.json();
    let input = body.get("input").and_then(Value::as_object).cloned().unwrap_or_default();
    let strange = stranger(&body, known).or_else(|| stranger(&input, &["prompt", "seed", "num_outputs"]));
    if let Some(name) = strange {
        let detail = format!("- input: Additional property {name} is not allowed");
        return says(422, &json!({"title": "Input validation failed", "detail": detail, "status": 422}));
    }
    world.created.push((asked.uri.path().to_owned(), body.into()));
    says(201, &prediction(world))
}

fn prediction(world: &World) -> Value {
    let at = world.asks_at.as_ref().unwrap_or(&world.base);
    let mut prediction = json!({
        "id": "p1", "model": "official/flux", "version": "hidden", "error": null, "output": null, "logs": "",
        "status": if world.polls < 2 { "starting" } else { "processing" },
        "urls": {"get": format!("{at}/predictions/p1"), "cancel": format!("{at}/predictions/p1/cancel")},
    });
    if world.is_canceled {
        prediction["status"] = "canceled".into();
    } else if 2 < world.polls {
        prediction["status"] = "succeeded".into();
        prediction["output"] = json!([format!("{}/files/picture.png", world.base)]);
        prediction["logs"] = "Using seed: 4711\n".into();
        prediction["metrics"] = json!({"predict_time": 1.5});
        for (name, value) in &world.end {
            prediction[name] = value.clone();
        }
    }
    prediction
}

fn model(owner: &str, name: &str) -> Value {
    json!({"owner": owner, "name": name, "latest_version": {"id": VERSION, "openapi_schema": {
        "components": {"schemas": {"Input": {"type": "object", "required": ["prompt"], "properties": {
            "prompt": {"type": "string"},
            "ratio": {"allOf": [{"$ref": "#/components/schemas/ratio"}], "default": "1:1"},
        }}, "ratio": {"enum": ["1:1", "16:9"], "type": "string"}}},
    }}})
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
    let provider = provider("replicate", &server.base, KEY, settings);
    (server, world, provider)
}

fn order() -> Request {
    request("official/flux", &json!({"prompt": "a harbour", "seed": 7}))
}

#[tokio::test]
async fn picture_is_ordered_followed_and_fetched() {
    let (_server, world, provider) = stage(json!({})).await;
    let order = Request { quantity: 2, webhook: Some("https://atelier.example/hook".to_owned()), ..order() };
    let ticket = ticket(&provider, &order).await.expect("it is taken");
    assert_eq!(ticket.id, "p1");
    let (outcome, states) = followed(&provider, &ticket).await.expect("it is made");
    assert_eq!(states, ["queued", "running"]);
    assert_eq!(outcome.outputs[0].bytes, PICTURE);
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/png"));
    assert_eq!(outcome.returned["seed"], 4711);
    assert_eq!(outcome.returned["predict_time"], 1.5);
    let (path, body) = world.lock().created[0].clone();
    assert_eq!(path, "/models/official/flux/predictions");
    assert_eq!(
        body,
        json!({"input": {"prompt": "a harbour", "seed": 7, "num_outputs": 2},
            "webhook": "https://atelier.example/hook", "webhook_events_filter": ["completed"]})
    );
}

#[tokio::test]
async fn models_that_are_not_official_run_by_their_version() {
    let (_server, world, provider) = stage(json!({})).await;
    let community = request("community/sd", &json!({"prompt": "a"}));
    ticket(&provider, &community).await.expect("it is taken");
    let named = request(&format!("any/thing:{VERSION}"), &json!({"prompt": "a"}));
    ticket(&provider, &named).await.expect("it is taken");
    ticket(&provider, &request("deployments/me/mine", &json!({"prompt": "a"}))).await.expect("it is taken");
    let created = world.lock().created.clone();
    assert_eq!(
        created[0],
        ("/predictions".to_owned(), json!({"version": VERSION, "input": {"prompt": "a"}}))
    );
    assert_eq!(created[1].1["version"], format!("any/thing:{VERSION}"));
    assert_eq!(created[2].0, "/deployments/me/mine/predictions");
    let error = provider.submit(&request("nobody/nothing", &json!({}))).await.expect_err("there is none");
    assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun));
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let (_server, world, provider) = stage(json!({})).await;
    let throttled =
        json!({"detail": "Request was throttled. Your rate limit resets in ~30s.", "status": 429});
    for (refusal, category, seconds) in [
        (
            (402, json!({"title": "Insufficient credit", "detail": "Pay"}), None),
            Category::Authentication,
            None,
        ),
        ((429, throttled.clone(), None), Category::RateLimited, Some(30)),
        ((429, throttled, Some("4")), Category::RateLimited, Some(4)),
        ((429, json!({}), None), Category::RateLimited, None),
        ((500, json!({}), None), Category::Transient, None),
        ((503, json!({}), Some("11")), Category::ProviderOutage, Some(11)),
    ] {
        world.lock().refuses = Some(refusal.clone());
        let error = provider.submit(&order()).await.expect_err("it is refused");
        assert_eq!(error.category, category, "{refusal:?}");
        assert_eq!(error.retry_after, seconds.map(Duration::from_secs), "{refusal:?}");
    }
    let odd = request("official/flux", &json!({"prompt": "a", "colour": "red"}));
    let error = provider.submit(&odd).await.expect_err("it is refused");
    assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun));
    assert!(error.message.contains("colour"), "{error}");
    assert!(world.lock().created.is_empty());
}

#[tokio::test]
async fn files_that_can_not_be_had_are_told_apart() {
    let (server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    world.lock().polls = 5;
    for (name, category, fate) in [
        ("cut.png", Category::Transient, Fate::Unknown),
        ("page.png", Category::Transient, Fate::Unknown),
        ("empty.png", Category::Transient, Fate::Unknown),
        ("expired.png", Category::Transient, Fate::Unknown),
        ("gone.png", Category::Transient, Fate::Unknown),
        ("round.png", Category::Transient, Fate::Unknown),
        ("elsewhere.png", Category::Validation, Fate::Ended),
    ] {
        world.lock().end.insert("output".to_owned(), json!(format!("{}/files/{name}", server.base)));
        let error = provider.poll(&ticket).await.expect_err("there is no file");
        assert_eq!((error.category, error.fate), (category, fate), "{name}: {error}");
    }
    world.lock().end.insert("output".to_owned(), json!(format!("{}/files/limited.png", server.base)));
    let error = provider.poll(&ticket).await.expect_err("there is no file");
    assert_eq!(error.retry_after, Some(Duration::from_secs(9)));
    for name in ["picture.png", "mistyped.png", "moved.png"] {
        world.lock().end.insert("output".to_owned(), json!([format!("{}/files/{name}", server.base)]));
        let (outcome, _) = followed(&provider, &ticket).await.expect(name);
        assert_eq!(outcome.outputs[0].bytes, PICTURE, "{name}");
    }
    world.lock().end.insert("output".to_owned(), json!("data:image/webp;base64,UklGRg=="));
    let (outcome, _) = followed(&provider, &ticket).await.expect("it is in the address");
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/webp"));
}

#[tokio::test]
async fn ends_are_told_apart() {
    let (_server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    world.lock().polls = 5;
    for (end, category) in [
        (json!({"status": "failed", "error": "NSFW content detected. Try again."}), Category::ContentPolicy),
        (
            json!({"status": "failed", "error": "It was flagged as sensitive. (E005) (x)"}),
            Category::ContentPolicy,
        ),
        (json!({"status": "failed", "error": "CUDA out of memory. Tried 400 MiB"}), Category::Transient),
        (json!({"status": "failed", "error": "the width is 1503"}), Category::Unknown),
        (json!({"status": "aborted"}), Category::Transient),
        (json!({"status": "canceled"}), Category::Unknown),
        (json!({"output": null, "data_removed": true}), Category::Unknown),
        (json!({"output": []}), Category::Unknown),
    ] {
        world.lock().end = end.as_object().cloned().expect("an object");
        let error = provider.poll(&ticket).await.expect_err("it failed");
        assert_eq!((error.category, error.fate), (category, Fate::Ended), "{end}");
    }
    world.lock().end = json!({"status": "dreaming"}).as_object().cloned().expect("an object");
    let error = provider.poll(&ticket).await.expect_err("nobody knows");
    assert_eq!(error.fate, Fate::Unknown);
}

#[tokio::test]
async fn cancelled_ones_have_ended() {
    let (_server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    assert_eq!(provider.cancel(&ticket).await, Ok(Charge::Nothing), "it had not started");
    assert!(world.lock().is_canceled);
    let error = provider.poll(&ticket).await.expect_err("it was cancelled");
    assert_eq!(error.fate, Fate::Ended);
}

#[tokio::test]
async fn key_is_shown_to_nobody_else() {
    let (_server, world, provider) = stage(json!({})).await;
    let thief = Server::new(|_| Router::new().fallback(async || "thank you")).await;
    world.lock().asks_at = Some(thief.base.clone());
    let error = provider.submit(&order()).await.expect_err("it is not followed");
    assert_eq!((error.category, error.fate), (Category::Unknown, Fate::Unknown));
}

#[tokio::test]
async fn wrong_key_is_told_without_it() {
    let (server, _world, right) = stage(json!({})).await;
    right.check().await.expect("the key is right");
    let secret = right.webhook_secret().await.expect("it is told").expect("it has one");
    assert_eq!(secret.reveal(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let wrong = provider("replicate", &server.base, "r8_wrong", json!({}));
    for error in [
        wrong.check().await.expect_err("the key is wrong"),
        wrong.webhook_secret().await.expect_err("the key is wrong"),
        made(&wrong, &order()).await.expect_err("the key is wrong"),
    ] {
        assert_eq!(error.category, Category::Authentication);
    }
}

#[tokio::test]
async fn models_come_with_their_schema() {
    let (_server, _world, provider) = stage(json!({})).await;
    let models = provider.models().await.expect("a list");
    assert_eq!((models.len(), models[0].id.as_str()), (1, "official/flux"));
    let ratio = &models[0].parameter_schema["properties"]["ratio"];
    assert_eq!(ratio, &json!({"enum": ["1:1", "16:9"], "type": "string", "default": "1:1"}));
    let (_server, _world, provider) = stage(json!({"models": ["community/sd", "official/flux"]})).await;
    let models = provider.models().await.expect("a list");
    assert_eq!(
        models.iter().map(|model| model.id.as_str()).collect::<Vec<_>>(),
        ["community/sd", "official/flux"]
    );
    assert_eq!(provider.estimate(&order()).await, Ok(None));
}
