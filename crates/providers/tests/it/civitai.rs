//! Civitai, played by a server that keeps its contract.

use atelier_providers::{Category, Estimate, Fate, Progress, Provider, Request};
use axum::Router;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};

use crate::stand::{
    Asked, PICTURE, Server, Shared, file, followed, provider, request, says, stranger, ticket,
};

const KEY: &str = "civitai-key-of-the-test";
const MODEL: &str = "urn:air:sdxl:checkpoint:civitai:101055@128078";

/// How the server behaves, and what it saw.
#[derive(Default)]
struct World {
    base: String,
    submitted: Vec<Value>,
    /// Over the right status when it ends.
    status: Option<&'static str>,
    images: Option<Value>,
    polls: usize,
}

fn problem(status: u16, field: &str, words: &str) -> Response {
    let body =
        json!({"type": "about:blank", "title": "Bad Request", "status": status, "errors": {field: [words]}});
    says(status, &body)
}

fn answer(world: &Shared<World>, asked: &Asked) -> Response {
    let path = asked.path();
    if let ["files", name] = path[..] {
        return file(name, asked);
    }
    if asked.header("authorization") != format!("Bearer {KEY}") {
        return says(401, &json!({"title": "Unauthorized", "status": 401}));
    }
    let mut world = world.lock();
    match (&asked.method, &path[..]) {
        (&Method::POST, ["v2", "consumer", "workflows"]) => submit(&mut world, asked),
        (&Method::GET, ["v2", "consumer", "workflows"]) => says(200, &json!({"items": [], "next": null})),
        (&Method::GET, ["v2", "consumer", "workflows", "wf-1"]) => {
            world.polls += 1;
            says(200, &workflow(&world))
        }
        (&Method::PUT, ["v2", "consumer", "workflows", "wf-1"]) => {
            if asked.json().get("status") != Some(&json!("canceled")) {
                return problem(400, "status", "can only be canceled");
            }
            world.status = Some("canceled");
            world.polls = 5;
            says(200, &workflow(&world))
        }
        _ => says(404, &json!({"title": "Not Found", "status": 404})),
    }
}

fn submit(world: &mut World, asked: &Asked) -> Response {
    let body = asked.json();
    let known = [
        "steps",
        "callbacks",
        "tags",
        "metadata",
        "currencies",
        "externalId",
        "ephemeral",
        "allowMatureContent",
    ];
    if let Some(name) = stranger(&body, &known) {
        return problem(400, name, "is not known");
    }
    let step = &body["steps"][0];
    let known = match step["$type"].as_str() {
        Some("textToImage") => &["model", "prompt", "quantity", "steps", "seed"][..],
        Some("imageGen") => &["engine", "prompt", "quantity"],
        _ => return problem(400, "steps[0].$type", "is not known"),
    };
    let input = step["input"].as_object().cloned().unwrap_or_default();
    if let Some(name) = stranger(&input, known) {
        return problem(400, &format!("steps[0].input.{name}"), "is not known");
    }
    let cost =
        json!({"base": 4, "total": 4.5 * input.get("quantity").and_then(Value::as_f64).unwrap_or(1.0)});
    if asked.query().contains(&("whatif".to_owned(), "true".to_owned())) {
        if body.contains_key("externalId") {
            return problem(400, "externalId", "nothing is kept");
        }
        return says(200, &json!({"status": "unassigned", "cost": cost, "steps": []}));
    }
    let is_new = world.submitted.iter().all(|other| other["externalId"] != body["externalId"]);
    if is_new {
        world.submitted.push(body.into());
    }
    says(202, &workflow(world))
}

fn workflow(world: &World) -> Value {
    let status = match world.polls {
        0 => "unassigned",
        1 => "scheduled",
        2 => "processing",
        _ => world.status.unwrap_or("succeeded"),
    };
    let right = json!([{"id": "b1", "available": true, "url": format!("{}/files/picture.png", world.base)}]);
    let images = world.images.clone().unwrap_or(right);
    json!({"id": "wf-1", "status": status, "cost": {"total": 4.5}, "steps": [{"$type": "textToImage",
        "status": status, "estimatedProgressRate": 0.25, "output": {"images": images}}]})
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
    let provider = provider("civitai", &server.base, KEY, settings);
    (server, world, provider)
}

fn order() -> Request {
    request(MODEL, &json!({"prompt": "a harbour", "steps": 20}))
}

#[tokio::test]
async fn picture_is_ordered_followed_and_fetched() {
    let (_server, world, provider) = stage(json!({"allow_mature_content": false})).await;
    let order = Request { quantity: 2, webhook: Some("https://atelier.example/hook".to_owned()), ..order() };
    let ticket = ticket(&provider, &order).await.expect("it is taken");
    assert_eq!(ticket.id, "wf-1");
    let progress = [provider.poll(&ticket).await, provider.poll(&ticket).await];
    assert!(
        matches!(progress, [Ok(Progress::Queued(_)), Ok(Progress::Running(_, Some(0.25)))]),
        "{progress:?}"
    );
    let (outcome, _) = followed(&provider, &ticket).await.expect("it is made");
    assert_eq!(outcome.outputs[0].bytes, PICTURE);
    assert_eq!(outcome.cost_micros, Some(4_500_000));
    let body = world.lock().submitted[0].clone();
    assert_eq!(
        body,
        json!({
            "steps": [{"$type": "textToImage",
                "input": {"model": MODEL, "prompt": "a harbour", "steps": 20, "quantity": 2}}],
            "externalId": "item_1-0",
            "callbacks": [{"url": "https://atelier.example/hook", "type": ["workflow:succeeded",
                "workflow:failed", "workflow:expired", "workflow:canceled"]}],
            "allowMatureContent": false,
        })
    );
}

#[tokio::test]
async fn repetition_is_the_same_workflow() {
    let (_server, world, provider) = stage(json!({})).await;
    let first = ticket(&provider, &order()).await.expect("it is taken");
    assert_eq!(ticket(&provider, &order()).await, Ok(first));
    assert_eq!(world.lock().submitted.len(), 1);
}

#[tokio::test]
async fn engines_are_named_like_models() {
    let (_server, world, provider) = stage(json!({})).await;
    ticket(&provider, &request("flux", &json!({"prompt": "a"}))).await.expect("it is taken");
    let step = json!({"$type": "imageGen", "input": {"engine": "flux", "prompt": "a"}});
    assert_eq!(world.lock().submitted[0]["steps"], json!([step]));
}

#[tokio::test]
async fn price_is_asked_without_ordering() {
    let (_server, world, provider) = stage(json!({})).await;
    let estimate = provider.estimate(&Request { quantity: 2, ..order() }).await.expect("a price");
    assert_eq!(estimate, Some(Estimate { cost_micros: 9_000_000, currency: "BUZ".to_owned() }));
    assert!(world.lock().submitted.is_empty());
}

#[tokio::test]
async fn refusals_name_the_parameter() {
    let (server, _world, right) = stage(json!({})).await;
    let odd = request(MODEL, &json!({"prompt": "a", "colour": "red"}));
    let error = right.submit(&odd).await.expect_err("it is refused");
    assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some("colour")));
    right.check().await.expect("the key is right");
    let wrong = provider("civitai", &server.base, "wrong", json!({}));
    assert_eq!(wrong.check().await.expect_err("the key is wrong").category, Category::Authentication);
}

#[tokio::test]
async fn blocked_pictures_are_no_pictures() {
    let (server, world, provider) = stage(json!({})).await;
    let ticket = ticket(&provider, &order()).await.expect("it is taken");
    world.lock().polls = 5;
    let url = format!("{}/files/picture.png", server.base);
    for blocked in [
        json!({"id": "b1", "available": false, "url": url}),
        json!({"id": "b1", "available": true, "url": url, "blockedReason": "mature"}),
    ] {
        world.lock().images = Some(json!([blocked]));
        let error = provider.poll(&ticket).await.expect_err("it is blocked");
        assert_eq!((error.category, error.fate), (Category::ContentPolicy, Fate::Ended));
        world.lock().images = Some(json!([blocked, {"id": "b2", "available": true, "url": url}]));
        let (outcome, _) = followed(&provider, &ticket).await.expect("one is left");
        assert_eq!(
            (outcome.outputs.len(), outcome.returned["blocked"].as_array().map(Vec::len)),
            (1, Some(1))
        );
    }
    let expired = format!("{}/files/expired.png", server.base);
    world.lock().images = Some(json!([{"id": "b1", "available": true, "url": expired}]));
    let error = provider.poll(&ticket).await.expect_err("it has expired");
    assert_eq!((error.category, error.fate), (Category::Transient, Fate::Unknown));
}

#[tokio::test]
async fn ends_are_told_apart() {
    let (_server, world, provider) = stage(json!({})).await;
    let mut ticket = ticket(&provider, &order()).await.expect("it is taken");
    world.lock().polls = 5;
    for (status, category) in
        [("failed", Category::Transient), ("expired", Category::Transient), ("canceled", Category::Unknown)]
    {
        world.lock().status = Some(status);
        let error = provider.poll(&ticket).await.expect_err(status);
        assert_eq!((error.category, error.fate), (category, Fate::Ended), "{status}");
    }
    world.lock().status = None;
    provider.cancel(&ticket).await.expect("it is given up");
    assert_eq!(world.lock().status, Some("canceled"));
    for lost in ["wf-2", "../../../v1/keys"] {
        lost.clone_into(&mut ticket.id);
        assert_eq!(provider.poll(&ticket).await.expect_err("it is not known").fate, Fate::Ended, "{lost}");
    }
}
