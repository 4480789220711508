//! The contract of AUTOMATIC1111 and Forge.

use std::sync::atomic::{AtomicUsize, Ordering};

use atelier_providers::{Category, Error, Fate, Progress, Ticket};
use serde_json::{Value, json};

use crate::contract::{Asked, Reply, base64, bytes, done, nobody, png, request, serve};

const KEY: &str = "ann:secret";

/// Takes what its models of requests say and nothing else.
fn contract(asked: &Asked) -> Reply {
    if asked.header("authorization") != format!("Basic {}", base64(KEY.as_bytes())) {
        return Reply::json(
            401,
            &json!({"error": "HTTPException", "detail": "Incorrect username or password",
            "body": "", "errors": ""}),
        );
    }
    match asked.line().as_str() {
        "POST /sdapi/v1/txt2img" => paint(&asked.body),
        "GET /sdapi/v1/progress" => Reply::json(
            200,
            &json!({"progress": 0.25, "eta_relative": 3.0,
            "state": {"job_count": 1}, "current_image": null, "current_task": "ours"}),
        ),
        "POST /sdapi/v1/interrupt" => Reply::json(200, &json!({})),
        "GET /sdapi/v1/sd-models" => Reply::json(
            200,
            &json!([{"title": "hare_xl.safetensors [31e35c80fc]",
            "model_name": "hare_xl", "hash": "31e35c80fc", "filename": "/srv/models/hare_xl.safetensors"}]),
        ),
        "GET /sdapi/v1/samplers" => Reply::json(200, &json!([{"name": "Euler a", "aliases": []}])),
        // Schedulers are not there either: it is an older one.
        _ => Reply::json(404, &json!({"detail": "Not Found"})),
    }
}

fn paint(body: &Value) -> Reply {
    let known = [
        "prompt",
        "negative_prompt",
        "seed",
        "steps",
        "width",
        "height",
        "sampler_name",
        "batch_size",
        "n_iter",
        "override_settings",
        "override_settings_restore_afterwards",
        "send_images",
        "save_images",
        "force_task_id",
    ];
    if let Some(name) =
        body.as_object().expect("an object").keys().find(|name| !known.contains(&name.as_str()))
    {
        return Reply::json(
            422,
            &json!({"detail": [{"loc": ["body", name], "msg": "extra fields not permitted"}]}),
        );
    }
    if body["sampler_name"] == "Nonsense" {
        return Reply::json(
            400,
            &json!({"error": "HTTPException", "detail": "Sampler not found", "body": "", "errors": ""}),
        );
    }
    if body["override_settings"]["sd_model_checkpoint"] != "hare_xl" {
        let errors = "Unknown checkpoint: none";
        return Reply::json(
            500,
            &json!({"error": "RuntimeError", "detail": "", "body": "", "errors": errors}),
        );
    }
    let count = body["n_iter"].as_u64().expect("a number") * body["batch_size"].as_u64().expect("a number");
    // More than one come with a sheet of all.
    let sheet = usize::from(1 < count);
    let pictures = (0..count).map(|number| base64(&png(u8::try_from(number).expect("few"))));
    let images: Vec<String> = (0..sheet).map(|_| base64(&png(255))).chain(pictures).collect();
    let seeds: Vec<u64> = (0..count).map(|number| 500 + number).collect();
    let info =
        json!({"seed": 500, "all_seeds": seeds, "sampler_name": "Euler a", "index_of_first_image": sheet});
    Reply::json(200, &json!({"images": images, "parameters": body, "info": info.to_string()}))
}

#[tokio::test]
async fn pictures_come_without_the_sheet() {
    let server = serve(contract).await;
    let provider = server.provider("automatic1111", Some(KEY), json!({}));
    let order = request("hare_xl", 3, &json!({"prompt": "a hare", "seed": 500, "steps": 4}));
    let outcome = done(provider.submit(&order).await);
    assert_eq!(bytes(&outcome.outputs), [png(0), png(1), png(2)]);
    assert_eq!(outcome.returned["seeds"], json!([500, 501, 502]));
    assert_eq!(outcome.cost_micros, Some(0));
    let body = &server.asked()[0].body;
    assert_eq!((&body["n_iter"], &body["save_images"]), (&json!(3), &json!(false)));
    assert_eq!(body["force_task_id"].as_str().map(str::len), Some(36));
}

#[tokio::test]
async fn data_addresses_are_pictures_too() {
    let picture = format!("data:image/png;base64,{}", base64(&png(8)));
    let server = serve(move |_| Reply::json(200, &json!({"images": [picture], "info": "{}"}))).await;
    let provider = server.provider("automatic1111", None, json!({}));
    let outcome = done(provider.submit(&request("any", 1, &json!({"prompt": "x"}))).await);
    assert_eq!(bytes(&outcome.outputs), [png(8)]);
    assert_eq!(server.asked()[0].header("authorization"), "", "without a key none is shown");
}

#[tokio::test]
async fn models_hold_what_the_machine_can_do() {
    let server = serve(contract).await;
    let provider = server.provider("automatic1111", Some(KEY), json!({}));
    let models = provider.models().await.expect("models");
    assert_eq!(
        (models.len(), models[0].id.as_str(), models[0].family.as_deref()),
        (1, "hare_xl", Some("sdxl"))
    );
    assert_eq!(models[0].parameter_schema["properties"]["sampler_name"]["enum"], json!(["Euler a"]));
    assert_eq!(provider.check().await, Ok(()));
}

#[tokio::test]
async fn progress_is_told_of_our_own_work_only() {
    let server = serve(contract).await;
    let provider = server.provider("automatic1111", Some(KEY), json!({}));
    let ticket = |id: &str| Ticket { id: id.to_owned(), details: Value::Null };
    let running = provider.poll(&ticket("ours")).await.expect("progress");
    assert_eq!(running, Progress::Running(ticket("ours"), Some(0.25)));
    let lost = provider.poll(&ticket("another")).await.expect_err("it is not worked on");
    assert_eq!((lost.category, lost.fate), (Category::Transient, Fate::Ended));
}

#[tokio::test]
async fn only_our_own_work_is_stopped() {
    let server = serve(contract).await;
    let provider = server.provider("automatic1111", Some(KEY), json!({}));
    let ticket = |id: &str| Ticket { id: id.to_owned(), details: Value::Null };
    provider.cancel(&ticket("another")).await.expect("asked");
    assert_eq!(server.lines(), ["GET /sdapi/v1/progress"]);
    provider.cancel(&ticket("ours")).await.expect("stopped");
    assert_eq!(server.lines()[2], "POST /sdapi/v1/interrupt");
}

async fn refused(reply: Reply) -> Error {
    let server = serve(move |_| reply.clone()).await;
    let provider = server.provider("automatic1111", None, json!({}));
    provider.submit(&request("hare_xl", 1, &json!({"prompt": "a hare"}))).await.expect_err("a failure")
}

#[tokio::test]
async fn failures_mean_what_they_mean() {
    let error = |class: &str, detail: &str, errors: &str| json!({"error": class, "detail": detail, "body": "", "errors": errors});
    let table = [
        (400, error("HTTPException", "Sampler not found", ""), Category::Validation, Fate::NotBegun),
        (
            401,
            error("HTTPException", "Incorrect username or password", ""),
            Category::Authentication,
            Fate::NotBegun,
        ),
        (404, json!({"detail": "Not Found"}), Category::Validation, Fate::NotBegun),
        (
            422,
            json!({"detail": [{"loc": ["body", "steps"], "msg": "not a number"}]}),
            Category::Validation,
            Fate::NotBegun,
        ),
        (429, json!({"detail": "Too many"}), Category::RateLimited, Fate::NotBegun),
        (
            500,
            error("OutOfMemoryError", "", "CUDA out of memory. Tried 2 GiB"),
            Category::Transient,
            Fate::Ended,
        ),
        (500, error("RuntimeError", "", "Unknown checkpoint: x"), Category::Validation, Fate::NotBegun),
        (500, error("OSError", "", "no '/srv/sd/models/a.pt'"), Category::Transient, Fate::Ended),
        (503, json!("down"), Category::ProviderOutage, Fate::NotBegun),
    ];
    for (status, body, category, fate) in table {
        let error = refused(Reply::json(status, &body)).await;
        assert_eq!((error.category, error.fate), (category, fate), "{status} {body}");
    }
    let said = |errors: &str| refused(Reply::json(500, &error("OSError", "", errors)));
    assert_eq!(
        said("no '/srv/sd/models/a.pt'").await.message,
        "no 'a.pt'",
        "paths of the machine are not shown"
    );
    let sampler = refused(Reply::json(400, &error("HTTPException", "Sampler not found", ""))).await;
    assert_eq!(sampler.parameter.as_deref(), Some("sampler_name"));
}

#[tokio::test]
async fn the_contract_refuses_what_it_should() {
    let server = serve(contract).await;
    let provider = server.provider("automatic1111", Some(KEY), json!({}));
    for (model, parameters, parameter) in [
        ("hare_xl", json!({"prompt": "a", "sampler_name": "Nonsense"}), "sampler_name"),
        ("hare_xl", json!({"prompt": "a", "unheard_of": 1}), "unheard_of"),
        ("none", json!({"prompt": "a"}), "model"),
    ] {
        let error = provider.submit(&request(model, 1, &parameters)).await.expect_err("refused");
        assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some(parameter)));
    }
    let wrong =
        server.provider("automatic1111", Some("ann:wrong"), json!({})).check().await.expect_err("refused");
    assert_eq!(wrong.category, Category::Authentication);
}

#[tokio::test]
async fn broken_answers_may_stand_for_work_that_was_done() {
    let good = Reply::json(200, &json!({"images": [base64(&png(1))], "info": "{}"}));
    for reply in [good.cut(), Reply::page(), Reply::json(200, &json!({"images": ["?"], "info": "{}"}))] {
        let error = refused(reply).await;
        assert_eq!((error.category, error.fate), (Category::Transient, Fate::Unknown), "{error}");
    }
    let empty = refused(Reply::json(200, &json!({"images": [], "info": "no JSON"}))).await;
    assert_eq!((empty.category, empty.fate), (Category::Unknown, Fate::Ended));
}

#[tokio::test]
async fn silence_is_of_unknown_fate_and_absence_is_not() {
    let server = serve(|_| Reply::never()).await;
    let order = request("hare_xl", 1, &json!({"prompt": "a hare"}));
    let silence = server.hasty("automatic1111", None, 100).submit(&order).await.expect_err("silence");
    assert_eq!((silence.category, silence.fate), (Category::Network, Fate::Unknown));
    let absence = nobody("automatic1111", None).submit(&order).await.expect_err("absence");
    assert_eq!((absence.category, absence.fate), (Category::Network, Fate::NotBegun));
}

#[tokio::test]
async fn a_poll_that_fails_says_nothing_of_the_work() {
    let asked = AtomicUsize::new(0);
    let server = serve(move |_| match asked.fetch_add(1, Ordering::Relaxed) {
        0 => Reply::json(503, &json!({"detail": "restarting"})),
        _ => Reply::json(200, &json!({"progress": 0.0, "current_task": null})).cut(),
    });
    let provider = server.await.provider("automatic1111", None, json!({}));
    let ticket = Ticket { id: "ours".to_owned(), details: Value::Null };
    for category in [Category::ProviderOutage, Category::Transient] {
        let error = provider.poll(&ticket).await.expect_err("a failure");
        assert_eq!((error.category, error.fate), (category, Fate::Unknown));
    }
}
