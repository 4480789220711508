//! From the end of a recording to facts that can be edited, as the recorder of the page does it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::figures::{at, median, rounded, seconds};
use crate::process;
use crate::speech::{self, Note};
use crate::studio::{Client, Studio, wait};

const RUNS: usize = 5;
/// A recorder sends so much at once.
const CHUNK: Duration = Duration::from_secs(3);
/// How often is asked whether the facts are there.
const POLL: Duration = Duration::from_millis(50);

const BEGIN: &str = "mutation($input: NewRecording!) { beginRecording(input: $input) { id version } }";
const FINISH: &str = "mutation($id: RecordingId!, $version: Int!, $chunks: Int!) {
    finishRecording(id: $id, version: $version, chunks: $chunks) { __typename ... on Recording { state } } }";
const RECORDING: &str = "query($id: RecordingId!) { recording(id: $id) { state logId error { message } } }";
const LOG: &str = "query($id: LogId!) { log(id: $id) { rawText materials techniques toBuy timeSpentMinutes
    version extracted { extractor } } }";

/// What became of a recording.
pub(crate) struct Heard {
    /// From the press of stop until the log with its facts was read.
    pub(crate) waited: Duration,
    pub(crate) log: Value,
}

pub(crate) fn measure() -> Value {
    let studio = Studio::open(true);
    let mut client = studio.client();
    let project = "mutation { createArtProject(input: {name: \"Harbor Triptych\"}) { projectId } }";
    client.graphql(project, &json!({}));
    let (mut waits, mut runs, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..RUNS {
        let Some(note) = speech::note(number, studio.folder()) else {
            return json!({ "left_out": "neither flite nor espeak-ng is installed" });
        };
        let before = process::cpu(studio.process());
        let heard = record(&mut client, &note, true);
        let cpu = process::cpu(studio.process()).saturating_sub(before);
        let text = heard.log["rawText"].as_str().unwrap_or_default().to_lowercase();
        let missed: Vec<_> = note.terms.iter().filter(|term| !text.contains(&term.to_lowercase())).collect();
        waits.push(heard.waited.as_secs_f64());
        runs.push(json!({
            "seconds": seconds(heard.waited), "note_seconds": rounded(note.seconds()),
            "server_cpu_seconds": seconds(cpu), "terms": note.terms.len(), "missed": missed.len(),
            "minutes": heard.log["timeSpentMinutes"], "materials": heard.log["materials"],
        }));
        if !missed.is_empty() || heard.log["timeSpentMinutes"] != 75 {
            failures.push(json!({ "said": note.text, "heard": heard.log["rawText"], "missed": missed }));
        }
    }
    json!({
        "first_seconds": rounded(waits[0]), "p50_seconds": rounded(median(&waits)),
        "p95_seconds": rounded(at(95, &waits)), "runs": runs, "failures": failures,
    })
}

/// Records a note piece by piece, at the speed of speech or at once, and waits for its facts.
pub(crate) fn record(client: &mut Client, note: &Note, in_real_time: bool) -> Heard {
    let content_type = format!("audio/L16;rate={}", note.rate);
    let begun = client.graphql(BEGIN, &json!({"input": {"contentType": content_type}}));
    let recording = &begun["beginRecording"];
    let id = recording["id"].as_str().expect("an id").to_owned();
    let chunk = note.rate as usize * 2 * usize::try_from(CHUNK.as_secs()).expect("few");
    let start = Instant::now();
    let mut stop = start;
    let pieces: Vec<&[u8]> = note.samples.chunks(chunk).collect();
    for (index, piece) in pieces.iter().enumerate() {
        let spoken = Duration::from_secs_f64(piece.len() as f64 / 2.0 / f64::from(note.rate));
        let until = start + CHUNK * u32::try_from(index).expect("few") + spoken;
        if in_real_time {
            std::thread::sleep(until.saturating_duration_since(Instant::now()));
        }
        // What is left when somebody stops is sent then.
        stop = Instant::now();
        let line = format!("PUT /api/v1/recordings/{id}/chunks/{index}");
        client.send(&line, "content-type: application/octet-stream\r\n", piece);
    }
    let end = json!({"id": id, "version": recording["version"], "chunks": pieces.len()});
    let finished = client.graphql(FINISH, &end);
    assert_eq!(finished["finishRecording"]["__typename"], "Recording", "{finished}");
    let log = wait(POLL, || {
        let read = client.graphql(RECORDING, &json!({"id": id}));
        let recording = &read["recording"];
        assert_ne!(recording["state"], "FAILED", "{recording}");
        (recording["state"] == "DONE").then(|| recording["logId"].clone())
    });
    let log = client.graphql(LOG, &json!({"id": log}));
    assert!(!log["log"]["extracted"].is_null(), "{log}");
    Heard { waited: stop.elapsed(), log: log["log"].clone() }
}
