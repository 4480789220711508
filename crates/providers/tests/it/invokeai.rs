//! The contract of `InvokeAI`.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use atelier_providers::{Category, Error, Fate, Progress, Ticket};
use serde_json::{Value, json};

use crate::contract::{Asked, Contract, Reply, bytes, done, nobody, png, queued, request, serve};

/// A queue that keeps its items. It paints a shade for each seed.
#[derive(Default)]
struct Queue(Mutex<State>);

#[derive(Default)]
struct State {
    items: Vec<Value>,
    /// Whether the ids are told in the answer, as newer ones do.
    is_older: bool,
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the fields of an item.
    fn set(&self, index: usize, fields: &Value) {
        for (name, value) in fields.as_object().expect("fields") {
            self.state().items[index][name] = value.clone();
        }
    }

    fn finish(&self, index: usize) {
        let seed = self.state().items[index]["field_values"][0]["value"].clone();
        let output = |kind: &str, name: String| json!({"type": kind, "image": {"image_name": name}});
        let results =
            json!({"a": {"type": "latents_output"}, "b": output("image_output", format!("{seed}.png"))});
        let graph = self.state().items[index]["session"]["graph"].clone();
        self.set(index, &json!({"status": "completed", "session": {"graph": graph, "results": results}}));
    }

    fn answer(&self, asked: &Asked) -> Reply {
        let mut state = self.state();
        let queue = "/api/v1/queue/default";
        let found = |state: &State, id: &str| {
            state.items.iter().position(|item| item["item_id"].as_u64() == id.parse().ok())
        };
        match (asked.method.as_str(), asked.path.strip_prefix(queue).unwrap_or(&asked.path)) {
            ("GET", "/api/v2/models/") => Reply::json(200, &models()),
            ("GET", "/status") => {
                Reply::json(200, &json!({"queue": {"pending": 0}, "processor": {"is_started": true}}))
            }
            ("GET", "/list_all") => {
                let wanted = |item: &&Value| item["destination"] == asked.query["destination"];
                Reply::json(200, &state.items.iter().filter(wanted).cloned().collect())
            }
            ("POST", "/enqueue_batch") => state.enqueue(&asked.body),
            (method, path) => {
                if let Some(name) =
                    path.strip_prefix("/api/v1/images/i/").and_then(|name| name.strip_suffix(".png/full"))
                {
                    return Reply::bytes(200, "image/png", png(name.parse().expect("a shade")));
                }
                let id = path.strip_prefix("/i/").map(|id| id.trim_end_matches("/cancel"));
                let Some(index) = id.and_then(|id| found(&state, id)) else {
                    return Reply::json(404, &json!({"detail": "Queue item not found"}));
                };
                if method == "PUT" {
                    state.items[index]["status"] = json!("canceled");
                }
                Reply::json(200, &state.items[index])
            }
        }
    }
}

impl State {
    fn enqueue(&mut self, body: &Value) -> Reply {
        let refuse = |name: &str| {
            Reply::json(
                422,
                &json!({"detail": [{"loc": ["body", "batch", name], "msg": format!("{name} is not permitted")}]}),
            )
        };
        let batch = &body["batch"];
        let known = ["graph", "runs", "data", "origin", "destination"];
        if let Some(name) =
            batch.as_object().expect("a batch").keys().find(|name| !known.contains(&name.as_str()))
        {
            return refuse(name);
        }
        let datum = &batch["data"][0][0];
        let node = &batch["graph"]["nodes"][datum["node_path"].as_str().expect("a node")];
        if node[datum["field_name"].as_str().expect("a field")].is_null() {
            return refuse("data");
        }
        let mut ids = Vec::new();
        for seed in datum["items"].as_array().expect("items") {
            let id = 100 + self.items.len();
            ids.push(id);
            self.items.push(json!({"item_id": id, "status": "pending", "destination": batch["destination"],
                "field_values": [{"node_path": datum["node_path"], "field_name": "seed", "value": seed}],
                "session": {"graph": batch["graph"], "results": {}}}));
        }
        let ids = if self.is_older { Value::Null } else { json!(ids) };
        Reply::json(
            201,
            &json!({"queue_id": "default", "enqueued": 1, "batch": {"batch_id": "b"}, "item_ids": ids}),
        )
    }
}

fn models() -> Value {
    let model = |key: &str, base: &str, kind: &str| json!({"key": key, "hash": "blake3:0", "name": format!("The {key}"), "base": base, "type": kind, "path": "/srv/x"});
    json!({"models": [model("hare", "sdxl", "main"), model("soft", "sdxl", "lora"), model("big", "flux", "main")]})
}

async fn queue() -> (Arc<Queue>, Contract) {
    let queue = Arc::new(Queue::default());
    let behind = Arc::clone(&queue);
    let server = serve(move |asked| behind.answer(asked)).await;
    (queue, server)
}

fn hares() -> Value {
    json!({"prompt": "a hare", "negative_prompt": "a tortoise", "seed": 7, "width": 640})
}

#[tokio::test]
async fn each_picture_is_an_item_of_the_queue() {
    let (queue, server) = queue().await;
    let provider = server.provider("invokeai", None, json!({}));
    let ticket = queued(provider.submit(&request("hare", 2, &hares())).await);
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Queued(ticket.clone())));
    queue.set(0, &json!({"status": "in_progress"}));
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Running(ticket.clone(), None)));
    queue.finish(0);
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Running(ticket.clone(), Some(0.5))));
    queue.finish(1);
    let outcome = done(provider.poll(&ticket).await);
    assert_eq!(bytes(&outcome.outputs), [png(7), png(8)]);
    assert_eq!((&outcome.returned["seeds"], outcome.cost_micros), (&json!([7, 8]), Some(0)));
    let nodes = queue.state().items[0]["session"]["graph"]["nodes"].clone();
    assert_eq!(
        (&nodes["model"]["type"], &nodes["model"]["model"]["key"]),
        (&json!("sdxl_model_loader"), &json!("hare"))
    );
    assert_eq!((&nodes["negative"]["prompt"], &nodes["noise"]["width"]), (&json!("a tortoise"), &json!(640)));
}

#[tokio::test]
async fn the_same_request_is_taken_once_unless_it_failed() {
    let (queue, server) = queue().await;
    let provider = server.provider("invokeai", None, json!({}));
    let order = request("hare", 1, &hares());
    let ticket = queued(provider.submit(&order).await);
    queue.finish(0);
    assert_eq!(queued(provider.submit(&order).await), ticket);
    queue.set(0, &json!({"status": "failed"}));
    assert_ne!(queued(provider.submit(&order).await), ticket);
    assert_eq!(queue.state().items.len(), 2);
}

#[tokio::test]
async fn older_ones_are_asked_for_the_ids() {
    let (queue, server) = queue().await;
    queue.state().is_older = true;
    let provider = server.provider("invokeai", None, json!({}));
    let ticket = queued(provider.submit(&request("hare", 2, &hares())).await);
    assert_eq!(ticket.details["ids"], json!([100, 101]));
}

#[tokio::test]
async fn failures_of_the_work_are_told_without_paths() {
    for (fields, category, message) in [
        (
            json!({"status": "failed", "error_type": "OSError", "error_message": "no /srv/models/x.safetensors"}),
            Category::Unknown,
            "no x.safetensors",
        ),
        (
            json!({"status": "failed", "error_type": "OutOfMemoryError", "error_message": "CUDA"}),
            Category::Transient,
            "The machine had not enough memory for it",
        ),
        (
            json!({"status": "failed", "error_type": "ValueError", "error_message": null}),
            Category::Unknown,
            "InvokeAI failed with ValueError",
        ),
        (json!({"status": "canceled"}), Category::Unknown, "It was stopped in InvokeAI"),
        (json!({"status": "completed"}), Category::Unknown, "InvokeAI ended without a picture"),
    ] {
        let (queue, server) = queue().await;
        let provider = server.provider("invokeai", None, json!({}));
        let ticket = queued(provider.submit(&request("hare", 1, &hares())).await);
        queue.set(0, &fields);
        let error = provider.poll(&ticket).await.expect_err(message);
        assert_eq!((error.category, error.message.as_str(), error.fate), (category, message, Fate::Ended));
    }
}

#[tokio::test]
async fn what_was_made_is_kept_when_the_rest_failed() {
    let (queue, server) = queue().await;
    let provider = server.provider("invokeai", None, json!({}));
    let ticket = queued(provider.submit(&request("hare", 2, &hares())).await);
    queue.set(0, &json!({"status": "failed", "error_message": "No luck"}));
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Running(ticket.clone(), Some(0.5))));
    queue.finish(1);
    let outcome = done(provider.poll(&ticket).await);
    assert_eq!((bytes(&outcome.outputs), &outcome.returned["failure"]), (vec![png(8)], &json!("No luck")));
}

#[tokio::test]
async fn cancelled_items_are_stopped_and_missing_ones_are_fine() {
    let (queue, server) = queue().await;
    let provider = server.provider("invokeai", None, json!({}));
    let ticket = queued(provider.submit(&request("hare", 2, &hares())).await);
    provider.cancel(&ticket).await.expect("stopped");
    assert!(queue.state().items.iter().all(|item| item["status"] == "canceled"));
    queue.state().items.clear();
    provider.cancel(&ticket).await.expect("nothing to stop");
    let lost = provider.poll(&ticket).await.expect_err("it is lost");
    assert_eq!((lost.category, lost.fate), (Category::Transient, Fate::Ended));
}

#[tokio::test]
async fn models_are_those_that_there_is_a_graph_for() {
    let (_, server) = queue().await;
    let provider = server.provider("invokeai", Some("token"), json!({}));
    let models = provider.models().await.expect("models");
    let names: Vec<&str> = models.iter().map(|model| model.name.as_str()).collect();
    assert_eq!(names, ["The hare", "The big"]);
    assert_eq!(server.asked()[0].header("authorization"), "Bearer token");
    assert_eq!(provider.check().await, Ok(()));
    let lacking = provider.submit(&request("big", 1, &json!({"prompt": "x"}))).await.expect_err("refused");
    assert_eq!((lacking.category, lacking.parameter.as_deref()), (Category::Validation, Some("model")));
}

/// The error of an order whose batch is answered so.
async fn refused(reply: Reply) -> Error {
    let server = serve(move |asked| match asked.path.as_str() {
        "/api/v2/models/" => Reply::json(200, &models()),
        "/api/v1/queue/default/list_all" => Reply::json(404, &json!({"detail": "Not Found"})),
        _ => reply.clone(),
    });
    let order = request("hare", 1, &hares());
    server.await.provider("invokeai", None, json!({})).submit(&order).await.expect_err("a failure")
}

#[tokio::test]
async fn refusals_mean_what_they_mean() {
    let table = [
        (400, json!({"detail": "Bad batch"}), Category::Validation, Fate::NotBegun),
        (401, json!({"detail": "Not authenticated"}), Category::Authentication, Fate::NotBegun),
        (
            422,
            json!({"detail": [{"loc": ["body", "batch", "runs"], "msg": "too small"}]}),
            Category::Validation,
            Fate::NotBegun,
        ),
        (429, json!({"detail": "Slow down"}), Category::RateLimited, Fate::NotBegun),
        (
            500,
            json!({"detail": "Unexpected error in /srv/invoke/app.py"}),
            Category::Transient,
            Fate::Unknown,
        ),
        (503, json!({"detail": "Starting"}), Category::ProviderOutage, Fate::NotBegun),
    ];
    for (status, body, category, fate) in table {
        let error = refused(Reply::json(status, &body)).await;
        assert_eq!((error.category, error.fate), (category, fate), "{status}");
        assert!(!error.message.contains("/srv"), "{error}");
    }
    for reply in [Reply::json(201, &json!({"item_ids": [1]})).cut(), Reply::page()] {
        let error = refused(reply).await;
        assert_eq!((error.category, error.fate), (Category::Transient, Fate::Unknown));
    }
    let nothing = refused(Reply::json(201, &json!({"item_ids": []}))).await;
    assert_eq!((nothing.category, nothing.fate), (Category::Transient, Fate::NotBegun));
}

#[tokio::test]
async fn a_poll_that_fails_says_nothing_of_the_work() {
    let item = json!({"item_id": 5, "status": "completed", "session": {"results": {
        "b": {"type": "image_output", "image": {"image_name": "7.png"}}}}});
    for (reply, category) in [
        (Reply::json(401, &json!({})), Category::Authentication),
        (Reply::json(429, &json!({})), Category::RateLimited),
        (Reply::json(500, &json!({})), Category::Transient),
        (Reply::json(200, &item).cut(), Category::Transient),
        (Reply::page(), Category::Transient),
        // The item is there, and its picture is not.
        (Reply::json(200, &item), Category::Transient),
    ] {
        let server = serve(move |_| reply.clone()).await;
        let ticket = Ticket { id: "5".to_owned(), details: Value::Null };
        let error = server.provider("invokeai", None, json!({})).poll(&ticket).await.expect_err("a failure");
        assert_eq!((error.category, error.fate), (category, Fate::Unknown), "{error}");
    }
}

#[tokio::test]
async fn silence_after_the_order_is_of_unknown_fate_and_absence_is_not() {
    let server = serve(|asked| match asked.path.as_str() {
        "/api/v2/models/" => Reply::json(200, &models()),
        "/api/v1/queue/default/list_all" => Reply::json(200, &json!([])),
        _ => Reply::never(),
    });
    let order = request("hare", 1, &hares());
    let silence = server.await.hasty("invokeai", None, 1000).submit(&order).await.expect_err("silence");
    assert_eq!((silence.category, silence.fate), (Category::Network, Fate::Unknown));
    let absence = nobody("invokeai", None).submit(&order).await.expect_err("absence");
    assert_eq!((absence.category, absence.fate), (Category::Network, Fate::NotBegun));
}
