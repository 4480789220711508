//! A key shows nowhere but in the header that is meant for it.

use std::fmt::{Debug, Write};

use atelier_providers::{Provider, Request};
use axum::Router;
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::stand::{Asked, Server, Shared, connection, http, limited_http, request, says};

const KEY: &str = "key-that-nobody-may-see";

/// Writes down everything that is traced, at every level.
#[derive(Clone)]
struct Scribe(Shared<String>);

impl Visit for Scribe {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let line = format!("{field}={value:?}\n");
        self.0.lock().push_str(&line);
    }
}

impl Subscriber for Scribe {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn key_shows_neither_in_traces_nor_in_errors() {
    let written = Shared::new(String::new());
    let _guard = tracing::subscriber::set_default(Scribe(written.clone()));
    let heard = Shared::new(0);
    // A provider that repeats the key in every place of its answers.
    let server = Server::new(|_| {
        let heard = heard.clone();
        Router::new().fallback(async move |method, uri, headers, body| {
            let key = Asked { method, uri, headers, body }.header("authorization").to_owned();
            *heard.lock() += usize::from(key.contains(KEY));
            let words = format!("the key {KEY} is not right, {key}");
            let list = json!([{"loc": ["body", KEY], "msg": words, "type": "x"}]);
            match *heard.lock() % 3 {
                0 => says(422, &json!({"detail": list})),
                1 => says(401, &json!({"error": {"message": words}})),
                _ => says(400, &json!({"errors": {KEY: [words]}})),
            }
        })
    })
    .await;
    let mut said = String::new();
    for kind in ["replicate", "fal", "civitai", "openai", "stability", "invokeai"] {
        for http in [http(), limited_http(|settings| settings.allow_private = false)] {
            let connection = connection(kind, &server.base, KEY, json!({"platform_url": server.base}));
            let _ = writeln!(said, "{connection:?}");
            let provider = Provider::connect(connection, &http).expect("a provider");
            let _ = writeln!(said, "{provider:?} {http:?}");
            let order: Request = request("a/b", &json!({"prompt": "a"}));
            for _ in 0..3 {
                let submitted = provider.submit(&order).await;
                let checked = provider.check().await;
                let listed = provider.models().await;
                let estimated = provider.estimate(&order).await;
                let _ = writeln!(said, "{submitted:?} {checked:?} {listed:?} {estimated:?}");
            }
        }
    }
    assert!(10 < *heard.lock(), "the key was never shown to the provider");
    assert!(!said.contains(KEY), "{said}");
    let written = written.lock();
    assert!(written.contains("calling a provider"), "nothing was traced");
    assert!(!written.contains(KEY), "{written}");
}
