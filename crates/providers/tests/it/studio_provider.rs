//! The studio as a provider.

use std::time::Duration;

use atelier_providers::{Category, Charge, Error, Fate, Outcome, Progress, Provider, Request, Ticket};
use serde_json::{Value, json};

use crate::stand::{provider, request};

fn studio() -> Provider {
    provider("studio", "", "", json!({}))
}

fn order(seed: Option<i64>) -> Request {
    let mut parameters = json!({"prompt": "a red harbour", "width": 64, "height": 64});
    if let Some(seed) = seed {
        parameters["seed"] = seed.into();
    }
    request("flow", &parameters)
}

async fn painted(request: &Request) -> Result<Outcome, Error> {
    match studio().submit(request).await? {
        Progress::Done(outcome) => Ok(outcome),
        other => panic!("it paints at once: {other:?}"),
    }
}

#[tokio::test]
async fn repetition_paints_the_same() {
    let first = painted(&order(None)).await.expect("a picture");
    assert!(first.outputs[0].bytes.starts_with(b"\x89PNG"));
    assert_eq!(first, painted(&order(None)).await.expect("a picture"));
    assert_eq!(first, painted(&order(Some(-1))).await.expect("a picture"));
    let other = Request { idempotency_key: "item_2-0".to_owned(), ..order(None) };
    assert_ne!(first.outputs, painted(&other).await.expect("a picture").outputs);
    assert_eq!(first.cost_micros, Some(0));
}

#[tokio::test]
async fn seeds_of_several_pictures_follow_each_other() {
    let three = painted(&Request { quantity: 3, ..order(Some(7)) }).await.expect("pictures");
    assert_eq!((three.outputs.len(), &three.returned["seeds"]), (3, &json!([7, 8, 9])));
    assert_eq!(three.returned["seed"], 7);
    let second = painted(&order(Some(8))).await.expect("a picture");
    assert_eq!(three.outputs[1], second.outputs[0]);
}

#[tokio::test]
async fn what_the_studio_does_not_take_is_named() {
    let wrong = |name: &str, value: Value| {
        let mut request = order(None);
        request.parameters.insert(name.to_owned(), value);
        request
    };
    for (request, parameter) in [
        (wrong("width", json!(1)), "width"),
        (wrong("seed", json!("x")), "seed"),
        (wrong("colour", json!("red")), "colour"),
        (Request { model: "novel".to_owned(), ..order(None) }, "model"),
        (Request { quantity: 1_000, ..order(None) }, "quantity"),
    ] {
        let error = painted(&request).await.expect_err(parameter);
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun));
        assert_eq!(error.parameter.as_deref(), Some(parameter));
    }
}

#[tokio::test]
async fn painting_can_be_given_up() {
    let provider = studio();
    let mut large = order(None);
    large.parameters.insert("width".to_owned(), json!(2048));
    large.parameters.insert("height".to_owned(), json!(2048));
    let ticket = Ticket { id: large.idempotency_key.clone(), details: Value::Null };
    let submit = provider.submit(&large);
    let cancel = async {
        tokio::task::yield_now().await;
        provider.cancel(&ticket).await
    };
    let (submitted, cancelled) = tokio::join!(submit, cancel);
    assert_eq!(cancelled, Ok(Charge::Nothing));
    assert_eq!(submitted.expect_err("it was given up").fate, Fate::Ended);
    // Whoever waits no longer stops the work as well: the thread is free again at once.
    let waited = tokio::time::timeout(Duration::ZERO, provider.submit(&large)).await;
    assert!(waited.is_err());
    assert_eq!(provider.poll(&ticket).await.expect_err("nothing is kept").fate, Fate::Ended);
}

#[tokio::test]
async fn models_of_the_studio_are_listed() {
    let provider = studio();
    provider.check().await.expect("it is always there");
    let models = provider.models().await.expect("a list");
    assert!(models.iter().any(|model| model.id == "flow" && model.is_available));
    assert!(models.iter().all(|model| model.parameter_schema["properties"]["prompt"].is_object()));
    let cost = provider.estimate(&order(None)).await.expect("a price").map(|estimate| estimate.cost_micros);
    assert_eq!(cost, Some(0));
}
