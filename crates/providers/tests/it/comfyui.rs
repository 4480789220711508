//! The contract of `ComfyUI`: the recorded answers of a real one, and a machine that behaves like one.

mod machine;
mod recorded;

use std::sync::Arc;

use atelier_providers::{Category, Error, Fate, Progress, Ticket};
use serde_json::{Value, json};

use crate::contract::{Contract, Reply, bytes, done, nobody, png, queued, request, serve};
use machine::Machine;

/// A machine and its server.
async fn machine() -> (Arc<Machine>, Contract) {
    let machine = Arc::new(Machine::default());
    let behind = Arc::clone(&machine);
    let server = serve(move |asked| behind.answer(asked)).await;
    (machine, server)
}

fn hares() -> Value {
    json!({"prompt": "a \"hare\" of 100 % wool", "seed": 7, "steps": 4, "width": 64, "height": 64})
}

#[tokio::test]
async fn a_checkpoint_makes_as_many_pictures_as_are_asked_for() {
    let (machine, server) = machine().await;
    let provider = server.provider("comfyui", None, json!({}));
    let ticket = queued(provider.submit(&request("hare.safetensors", 2, &hares())).await);
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Queued(ticket.clone())));
    machine.start();
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Running(ticket.clone(), None)));
    machine.finish();
    let outcome = done(provider.poll(&ticket).await);
    assert_eq!(bytes(&outcome.outputs), [png(7), png(8)]);
    assert_eq!(outcome.outputs[0].claimed_type.as_deref(), Some("image/png"));
    assert_eq!((&outcome.returned["seed"], outcome.cost_micros), (&json!(7), Some(0)));
    let graph = machine.graph(&ticket.id);
    assert_eq!(graph["2"]["inputs"]["text"], hares()["prompt"]);
    assert_eq!(graph["5"]["inputs"]["cfg"], json!(7.0), "what the order does not say is usual");
}

#[tokio::test]
async fn the_same_request_is_taken_once() {
    let (machine, server) = machine().await;
    let provider = server.provider("comfyui", None, json!({}));
    let order = request("hare.safetensors", 1, &hares());
    let ticket = queued(provider.submit(&order).await);
    for change in [Machine::start, Machine::finish] {
        assert_eq!(queued(provider.submit(&order).await), ticket);
        change(&machine);
    }
    assert_eq!(queued(provider.submit(&order).await), ticket);
    assert_eq!(machine.taken(), 1);
    let another = atelier_providers::Request { idempotency_key: "item-2".to_owned(), ..order };
    assert_ne!(queued(provider.submit(&another).await), ticket);
    assert_eq!(machine.taken(), 2);
}

#[tokio::test]
async fn a_workflow_of_ones_own_runs_once_for_each_picture() {
    let (machine, server) = machine().await;
    let poster = json!({"1": {"class_type": "Poster", "inputs": {"text": "%prompt%, in %ink%", "seed": "%seed%"}},
        "2": {"class_type": "SaveImage", "inputs": {"images": ["1", 0], "filename_prefix": "poster"}}});
    let provider = server.provider("comfyui", None, json!({"workflows": {"poster": poster}}));
    let order = request("poster", 2, &json!({"prompt": "a hare", "ink": "red", "seed": 3}));
    let ticket = queued(provider.submit(&order).await);
    assert_eq!(machine.taken(), 2);
    assert_eq!(machine.graph(&ticket.id)["1"]["inputs"], json!({"text": "a hare, in red", "seed": 3}));
    machine.start();
    machine.finish();
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Running(ticket.clone(), Some(0.5))));
    machine.start();
    machine.finish();
    assert_eq!(bytes(&done(provider.poll(&ticket).await).outputs), [png(3), png(4)]);
    let still = json!({"1": {"class_type": "SaveImage", "inputs": {"text": "%prompt%"}}});
    let order = request("poster", 2, &json!({"prompt": "a hare", "workflow": still}));
    let error = provider.submit(&order).await.expect_err("the second would be the first");
    assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some("workflow")));
    let drawn = request("poster", 1, &json!({"prompt": "a", "workflow": {"nodes": [], "links": []}}));
    let error = provider.submit(&drawn).await.expect_err("the form of the page");
    assert!(error.message.contains("Export (API)"), "{error}");
}

#[tokio::test]
async fn what_is_lost_is_ordered_again() {
    let (machine, server) = machine().await;
    let provider = server.provider("comfyui", None, json!({}));
    let order = request("hare.safetensors", 1, &hares());
    let ticket = queued(provider.submit(&order).await);
    machine.restart();
    let lost = provider.poll(&ticket).await.expect_err("it is lost");
    assert_eq!((lost.category, lost.fate), (Category::Transient, Fate::Ended));
    queued(provider.submit(&order).await);
    assert_eq!(machine.taken(), 2);
}

#[tokio::test]
async fn a_failure_of_the_last_attempt_is_not_read_for_this_one() {
    let (machine, server) = machine().await;
    let provider = server.provider("comfyui", None, json!({}));
    let order = request("hare.safetensors", 1, &hares());
    let ticket = queued(provider.submit(&order).await);
    machine.start();
    machine.fail("RuntimeError", "cannot read /srv/comfy/models/vae.pt: broken");
    let error = provider.poll(&ticket).await.expect_err("it failed");
    assert_eq!((error.category, error.fate), (Category::Unknown, Fate::Ended));
    assert_eq!(error.message, "VAEDecode: cannot read vae.pt: broken");
    let ticket = queued(provider.submit(&order).await);
    assert_eq!(provider.poll(&ticket).await, Ok(Progress::Queued(ticket.clone())));
    machine.start();
    machine.fail("torch.OutOfMemoryError", "Allocation on device");
    assert_eq!(provider.poll(&ticket).await.expect_err("it failed").category, Category::Transient);
}

#[tokio::test]
async fn only_our_own_work_is_stopped() {
    let (machine, server) = machine().await;
    let provider = server.provider("comfyui", None, json!({}));
    let first = queued(provider.submit(&request("hare.safetensors", 1, &hares())).await);
    let other = atelier_providers::Request {
        idempotency_key: "item-2".to_owned(),
        ..request("hare.safetensors", 1, &hares())
    };
    let second = queued(provider.submit(&other).await);
    machine.start();
    provider.cancel(&second).await.expect("taken out of the queue");
    assert_eq!(provider.poll(&first).await, Ok(Progress::Running(first.clone(), None)));
    assert!(!server.lines().contains(&"POST /interrupt".to_owned()));
    provider.cancel(&first).await.expect("stopped");
    let stopped = provider.poll(&first).await.expect_err("it was stopped");
    assert_eq!((stopped.message.as_str(), stopped.fate), ("It was stopped in ComfyUI", Fate::Ended));
}

#[tokio::test]
async fn checkpoints_and_workflows_are_the_models() {
    let (_, server) = machine().await;
    let poster = json!({"1": {"class_type": "Poster", "inputs": {"text": "%prompt%"}}});
    let provider = server.provider("comfyui", None, json!({"workflows": {"poster": poster}}));
    let models = provider.models().await.expect("models");
    let ids: Vec<&str> = models.iter().map(|model| model.id.as_str()).collect();
    assert_eq!(ids, ["poster", "hare.safetensors"]);
    let properties = &models[1].parameter_schema["properties"];
    assert_eq!(properties["sampler_name"]["enum"], json!(["euler", "ddim"]));
    assert_eq!(properties["scheduler"]["enum"], json!(["normal", "karras"]));
    assert_eq!(provider.check().await, Ok(()));
}

/// The error of a poll that is answered so.
async fn polled(reply: Reply) -> Error {
    let server = serve(move |_| reply.clone()).await;
    let ticket = Ticket { id: "ours".to_owned(), details: json!({"ids": ["ours"]}) };
    server.provider("comfyui", None, json!({})).poll(&ticket).await.expect_err("a failure")
}

#[tokio::test]
async fn a_poll_that_fails_says_nothing_of_the_work() {
    let entry = json!({"ours": {"outputs": {}, "status": {"status_str": "success"}}});
    for (reply, category) in [
        (Reply::json(401, &json!({"detail": "Sign in"})), Category::Authentication),
        (Reply::json(403, &json!({"detail": "No"})), Category::Authentication),
        (Reply::json(429, &json!({"detail": "Slow down"})).header("retry-after", "3"), Category::RateLimited),
        (Reply::json(500, &json!({"detail": "Sorry"})), Category::Transient),
        (Reply::json(502, &json!({})), Category::ProviderOutage),
        (Reply::json(200, &entry).cut(), Category::Transient),
        (Reply::page(), Category::Transient),
    ] {
        let error = polled(reply).await;
        assert_eq!((error.category, error.fate), (category, Fate::Unknown), "{error}");
    }
    let nothing = polled(Reply::json(200, &entry)).await;
    assert_eq!((nothing.category, nothing.fate), (Category::Unknown, Fate::Ended));
}

#[tokio::test]
async fn files_that_do_not_come_are_asked_for_again() {
    for (view, category) in [
        (Reply::bytes(200, "image/png", png(1)).cut(), Category::Transient),
        (Reply::page(), Category::Transient),
        (Reply::bytes(404, "", Vec::new()), Category::Unknown),
    ] {
        let image = json!({"filename": "a b&c.png", "subfolder": "x/y", "type": "output"});
        let entry =
            json!({"ours": {"outputs": {"9": {"images": [image]}}, "status": {"status_str": "success"}}});
        let server = serve(move |asked| match asked.path.as_str() {
            "/view" => view.clone(),
            _ => Reply::json(200, &entry),
        })
        .await;
        let ticket = Ticket { id: "ours".to_owned(), details: Value::Null };
        let error = server.provider("comfyui", None, json!({})).poll(&ticket).await.expect_err("no file");
        assert_eq!((error.category, error.fate), (category, Fate::Unknown), "{error}");
        assert_eq!(
            Value::from(server.asked()[1].query.clone()),
            json!({"filename": "a b&c.png", "subfolder": "x/y", "type": "output"})
        );
    }
}

#[tokio::test]
async fn silence_after_the_order_is_of_unknown_fate_and_absence_is_not() {
    let server = serve(|asked| match asked.line().as_str() {
        "POST /prompt" => Reply::never(),
        "GET /queue" => Reply::json(200, &json!({"queue_running": [], "queue_pending": []})),
        _ => Reply::json(200, &json!({})),
    });
    let order = request("hare.safetensors", 1, &hares());
    let silence = server.await.hasty("comfyui", None, 1000).submit(&order).await.expect_err("silence");
    assert_eq!((silence.category, silence.fate), (Category::Network, Fate::Unknown));
    let absence = nobody("comfyui", None).submit(&order).await.expect_err("absence");
    assert_eq!((absence.category, absence.fate), (Category::Network, Fate::NotBegun));
}
