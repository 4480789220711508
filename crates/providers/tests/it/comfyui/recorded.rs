//! What a real `ComfyUI` answered, played again. The paths of the machine on which it was recorded were replaced,
//! and the traceback cut; bytes of pictures were not recorded.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use atelier_providers::{Category, Fate, Ticket};
use serde_json::{Map, Value, json};

use crate::contract::{Asked, Contract, Reply, bytes, done, png, queued, request, serve};

/// The id that the machine drew.
const DRAWN: &str = "33cf55ad-0e79-47c3-bcff-186598e70478";

/// The exchanges in their order.
fn recorded() -> Vec<Value> {
    let text = include_str!("../../data/comfyui.json");
    let file: Value = serde_json::from_str(text).expect("JSON");
    file["http"].as_array().expect("exchanges").clone()
}

/// Whether this is what was asked then. Ours has an id of its own and names no client.
fn is_same(exchange: &Value, asked: &Asked) -> bool {
    let then = &exchange["request"];
    let mut body = asked.body.clone();
    let mut then_body = then["json"].clone();
    for fields in [&mut body, &mut then_body].into_iter().filter_map(Value::as_object_mut) {
        fields.remove("prompt_id");
        fields.remove("client_id");
    }
    let query = then["params"].as_object().cloned().unwrap_or_default();
    then["method"] == asked.method && then["path"] == asked.path && query == asked.query && then_body == body
}

fn replay(exchange: &Value) -> Reply {
    let status = u16::try_from(exchange["status"].as_u64().expect("a status")).expect("a status");
    let kind = exchange["content_type"].as_str().expect("a type");
    match &exchange["body"] {
        Value::Null if kind == "image/png" => Reply::bytes(status, kind, png(5)),
        Value::Null => Reply::bytes(status, kind, Vec::new()),
        body => Reply::bytes(status, kind, body.to_string().into_bytes()),
    }
}

/// Answers each question as it was answered then: the first time with the first answer, and so on to the last.
async fn serve_recorded() -> Contract {
    let left = Mutex::new(recorded());
    let begun = AtomicBool::new(false);
    serve(move |asked| {
        // The ids that we look for before we order were not there to be asked about.
        let is_ours = asked.path.starts_with("/history/") && !asked.path.contains(DRAWN);
        if is_ours && !begun.load(Ordering::Relaxed) {
            return Reply::json(200, &json!({}));
        }
        let mut left = left.lock().expect("one at a time");
        let at = left.iter().position(|exchange| is_same(exchange, asked));
        let at = at.unwrap_or_else(|| panic!("nobody asked that then: {asked:?}"));
        begun.fetch_or(asked.line() == "POST /prompt", Ordering::Relaxed);
        // What was asked once only may be asked again.
        let again = left.iter().skip(at + 1).any(|exchange| is_same(exchange, asked));
        replay(&if again { left.remove(at) } else { left[at].clone() })
    })
    .await
}

fn workflow(then: &str) -> Value {
    let found = recorded().into_iter().find(|exchange| exchange["body"].to_string().contains(then));
    found.expect("an exchange")["request"]["json"]["prompt"].clone()
}

#[tokio::test]
async fn a_recorded_run_is_run_again() {
    let server = serve_recorded().await;
    let provider = server.provider("comfyui", None, json!({}));
    provider.check().await.expect("it is one");
    let parameters = json!({"prompt": "unused", "workflow": workflow("\"number\":0")});
    let ticket = queued(provider.submit(&request("recorded", 1, &parameters)).await);
    assert_eq!(ticket.id, DRAWN, "the machine's own id is the one that counts");
    let outcome = done(provider.poll(&ticket).await);
    assert_eq!(bytes(&outcome.outputs), [png(5)]);
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/png"));
    let view = server.asked().pop().expect("the last");
    assert_eq!(
        view.query,
        *json!({"filename": "contract_00001_.png", "subfolder": "", "type": "output"})
            .as_object()
            .expect("fields")
    );
}

#[tokio::test]
async fn recorded_refusals_name_what_is_wrong() {
    for (then, message) in [
        (
            "missing_node_type",
            "Node 'NoSuchNode' not found. The custom node may not be installed. (Node ID '#1')",
        ),
        ("value_smaller_than_min", "Value -5 smaller than min of 1 (width)"),
    ] {
        let provider = serve_recorded().await.provider("comfyui", None, json!({}));
        let order = request("recorded", 1, &json!({"prompt": "unused", "workflow": workflow(then)}));
        let error = provider.submit(&order).await.expect_err(then);
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun));
        assert_eq!(error.message, message);
    }
}

#[tokio::test]
async fn the_parameter_behind_a_recorded_refusal_is_found() {
    let provider = serve_recorded().await.provider("comfyui", None, json!({}));
    let mut workflow = workflow("value_smaller_than_min");
    workflow["1"]["inputs"]["width"] = json!("%width%");
    let order = request("recorded", 1, &json!({"prompt": "unused", "workflow": workflow, "width": -5}));
    let error = provider.submit(&order).await.expect_err("refused");
    assert_eq!(error.parameter.as_deref(), Some("width"));
}

#[tokio::test]
async fn what_is_deleted_from_a_recorded_history_is_lost() {
    let server = serve_recorded().await;
    let provider = server.provider("comfyui", None, json!({}));
    let order = request("recorded", 1, &json!({"prompt": "unused", "workflow": workflow("\"number\":0")}));
    let ticket = queued(provider.submit(&order).await);
    done(provider.poll(&ticket).await);
    let lost = provider.poll(&ticket).await.expect_err("it was deleted then, and the queue is empty");
    assert_eq!((lost.category, lost.fate), (Category::Transient, Fate::Ended));
    let unknown = Ticket { id: "unknown-id".to_owned(), details: Value::from(Map::new()) };
    assert_eq!(provider.poll(&unknown).await.expect_err("it never was").fate, Fate::Ended);
}
