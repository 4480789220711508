//! Memory of the whole server: at rest, with every model in use, and when nobody used them for a while.

use std::time::Duration;

use serde_json::{Value, json};

use crate::studio::{Studio, wait};
use crate::{is_asked, notes, photos, process, speech};

/// Speech and reading go after five minutes without use, and somebody looks every minute. Embeddings stay for longer.
const UNTIL_COLD: Duration = Duration::from_mins(7);

pub(crate) fn measure() -> Value {
    let studio = Studio::open(true);
    std::thread::sleep(Duration::from_secs(2));
    let server = studio.process();
    let mut report = json!({ "resting": process::resident(server) });
    let mut client = studio.client();
    let mut step = |name: &str| {
        report[name] = json!({ "resident": process::resident(server), "peak": process::peak(server) });
    };
    let find = "{ search(query: \"something blue for the sky\", first: 5) { meaning } }";
    let found = client.graphql(find, &json!({}));
    assert_eq!(found["search"]["meaning"], true, "the models are missing");
    step("embeddings");
    for (number, sheet) in photos::sheets(4, 3_000).iter().enumerate() {
        let upload = client.upload(&sheet.jpeg);
        client.register(&upload, &format!("sheet {number}.jpg"));
    }
    studio.wait_for_assets();
    step("and_reading");
    for number in 0..2 {
        if let Some(note) = speech::note(number, studio.folder()) {
            notes::record(&mut client, &note, false);
        }
    }
    step("and_speech");
    if !is_asked("--quick") {
        // Every request keeps nothing warm; this one shows that the server is alive all the time.
        let start = std::time::Instant::now();
        wait(Duration::from_secs(20), || {
            client.graphql("{ assetCount }", &json!({}));
            (UNTIL_COLD <= start.elapsed()).then_some(())
        });
        step("after_idling");
    }
    report
}
