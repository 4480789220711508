//! The four primary access patterns of the specification take one call of the store each, counted by the spans
//! that the store opens.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use atelier_testkit::TestApp;
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::records::record;

/// Notes each call that concerns the journal's table.
#[derive(Default)]
struct Calls {
    ids: AtomicU64,
    made: Mutex<Vec<&'static str>>,
}

struct Counter(Arc<Calls>);

/// Whether a span is about the journal's table.
#[derive(Default)]
struct Ours(bool);

impl Visit for Ours {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0 |= field.name() == "table" && format!("{value:?}").contains("Artissist");
    }
}

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && metadata.target().starts_with("atelier_tables")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut ours = Ours::default();
        attributes.record(&mut ours);
        if ours.0 {
            self.0.made.lock().expect("not poisoned").push(attributes.metadata().name());
        }
        Id::from_u64(self.0.ids.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn each_primary_pattern_is_one_get_or_one_query() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    let log = "mutation($id: ProjectId!) { createLog(input: {rawText: \"An hour of glazing\", projectId: $id}) { logId } }";
    user.graphql(log, json!({"id": id})).await.data();
    let calls = Arc::new(Calls::default());
    let _counting = tracing::subscriber::set_default(Counter(calls.clone()));
    for (pattern, call) in [
        ("query { artRecords { nodes { title } } }", "query"),
        ("query($id: ProjectId!) { artRecord(projectId: $id) { title } }", "get"),
        ("query($id: ID!) { logs(projectId: $id) { logId materials timeSpentMinutes } }", "query"),
        ("query($id: ProjectId!) { assets(projectId: $id) { nodes { id } } }", "query"),
    ] {
        calls.made.lock().expect("not poisoned").clear();
        user.graphql(pattern, json!({"id": id})).await.data();
        assert_eq!(*calls.made.lock().expect("not poisoned"), [call], "{pattern}");
    }
}
