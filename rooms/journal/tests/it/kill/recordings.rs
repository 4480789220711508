//! A piece of a recording that was acknowledged is on disk, and a recording that was finished becomes one log.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use atelier_base::{Caller, PageRequest, Randomness, RecordingId};
use atelier_blobs::{ASSETS, ObjectKey};
use atelier_journal::permissions::{ReadJournal, Record};
use atelier_journal::recording::{self, NewRecording, Recording, RecordingState};
use atelier_journal::{Outcome, log};
use atelier_server::App;
use bytes::Bytes;
use tokio_util::sync::CancellationToken;

use super::{DIRECTORY, ROUND, below, caller, crew, killed, open, rounds, say, scope, told, work_off};
use crate::recordings::hears;

/// What the child's service hears in everything.
const HEARD: &str = "Glazed the harbor for an hour.";

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_records_until_it_is_killed() {
    let (Some(directory), Some(round)) = (told(DIRECTORY), told(ROUND)) else { return };
    let round: u64 = round.parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let app = listening(open(Path::new(&directory))).await;
        let caller = caller();
        tokio::join!(crew(&app).run(CancellationToken::new()), async {
            for number in round * 1_000.. {
                record(&app, &caller, number).await;
            }
        });
    });
}

/// The same with somebody who transcribes: a service on this machine.
async fn listening(mut app: App) -> App {
    app.journal = app.journal.with_transcriber(hears(HEARD).await);
    app
}

/// The bytes of a piece: nothing like those of any other.
fn piece(number: u64, index: u32) -> Bytes {
    let mut bytes = format!("{number}/{index};").repeat(4_000).into_bytes();
    bytes.truncate(16_000);
    Bytes::from(bytes)
}

/// Begins a recording and sends its pieces, the last ones first; each that is on disk is said.
async fn record(app: &App, caller: &Caller, number: u64) {
    let (state, grant) = (&app.journal, caller.may(Record).expect("may"));
    let new = NewRecording { content_type: "audio/L16;rate=16000".into(), ..NewRecording::default() };
    let begun = recording::begin(state, grant, new).await.expect("begun");
    say(format_args!("begun {} {number}", begun.id));
    for index in (0..4).rev() {
        let body = futures_util::stream::iter([Ok::<_, String>(piece(number, index))]);
        recording::put_chunk(state, grant, begun.id, index, body).await.expect("stored");
        say(format_args!("piece {} {index}", begun.id));
    }
    // Every fourth is never finished by its recorder.
    if !number.is_multiple_of(4) {
        recording::finish(state, grant, begun.id, begun.version, Some(4)).await.expect("finished");
        say(format_args!("finished {}", begun.id));
    }
}

/// What the children said of a recording.
#[derive(Default)]
struct Said {
    number: u64,
    pieces: BTreeSet<u32>,
    finished: bool,
}

fn hear(said: &mut BTreeMap<RecordingId, Said>, line: &str) {
    let words: Vec<_> = line.split(' ').collect();
    let of = |id: &str| id.parse::<RecordingId>().expect("an id");
    match words[..] {
        ["begun", id, number] => {
            said.entry(of(id)).or_default().number = number.parse().expect("a number");
        }
        ["piece", id, index] => {
            said.entry(of(id)).or_default().pieces.insert(index.parse().expect("a number"));
        }
        ["finished", id] => said.entry(of(id)).or_default().finished = true,
        _ => panic!("{line}"),
    }
}

async fn show(app: &App, id: RecordingId) -> Recording {
    let grant = caller().may(ReadJournal).expect("may");
    let found = recording::get(&app.journal, grant, id).await.expect("read");
    found.unwrap_or_else(|| panic!("{id} was acknowledged and is lost"))
}

/// Right after the kill: every piece is there, or the file that was made of all of them.
async fn is_there(app: &App, id: RecordingId, said: &Said) {
    let now = show(app, id).await;
    assert!(!said.finished || now.state != RecordingState::Recording, "{id} was finished");
    if now.state == RecordingState::Recording {
        let grant = caller().may(Record).expect("may");
        let there = recording::received(&app.journal, grant, id).await.expect("read").received;
        assert!(said.pieces.iter().all(|index| there.contains(index)), "{id}: {:?}, {there:?}", said.pieces);
    }
}

/// Brings what its recorder left to an end, with the pieces that there are from the first on.
async fn finish(app: &App, id: RecordingId, said: &Said) {
    let (state, grant, now) = (&app.journal, caller().may(Record).expect("may"), show(app, id).await);
    if now.state != RecordingState::Recording {
        return;
    }
    for index in 0..4 {
        // As a recorder does that goes on after a break: what is there already is the same.
        let body = futures_util::stream::iter([Ok::<_, String>(piece(said.number, index))]);
        recording::put_chunk(state, grant, id, index, body).await.expect("stored");
    }
    let done = recording::finish(state, grant, id, now.version, Some(4)).await.expect("finished");
    assert!(matches!(done, Outcome::Done(_)), "{id}");
}

/// At the end: the sound is whole, and there is the log of it.
async fn is_done(app: &App, id: RecordingId, said: &Said) {
    let done = show(app, id).await;
    assert_eq!(done.state, RecordingState::Done, "{id}: {:?}", done.error);
    let key: ObjectKey = done.audio_key.as_deref().expect("a file").parse().expect("a key");
    let sound = app.blobs.get(scope(), &ASSETS, &key).await.expect("there").bytes().await.expect("whole");
    let pieces: Vec<u8> = (0..4).flat_map(|index| piece(said.number, index)).collect();
    assert!(sound.ends_with(&pieces) && sound.len() == 44 + pieces.len(), "{id} has other bytes");
    let grant = caller().may(ReadJournal).expect("may");
    let log = log::get(&app.journal, grant, done.log_id.expect("a log")).await.expect("read").expect("there");
    assert_eq!((log.raw_text.as_str(), log.transcript_meta.map(|of| of.recording_id)), (HEARD, Some(id)));
}

/// Logs of all recordings.
async fn logs(app: &App) -> usize {
    let grant = caller().may(ReadJournal).expect("may");
    let (mut found, mut page) = (0, PageRequest::first(PageRequest::MAX));
    loop {
        let listed = log::stream(&app.journal, grant, None, None, page.clone()).await.expect("a list");
        page.after = listed.end().cloned();
        let has_next = listed.has_next;
        found += listed.edges.len();
        if !has_next {
            return found;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_piece_is_lost_and_every_recording_becomes_one_log() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut all, randomness) = (BTreeMap::new(), Randomness::system());
    for round in 1..=rounds() {
        let (count, later) = (1 + usize::from(below(&randomness, 24)), below(&randomness, 12));
        let child = "kill::recordings::child_that_records_until_it_is_killed";
        let mut fresh = BTreeMap::new();
        for line in killed(child, directory.path(), round, count, Duration::from_millis(later.into())) {
            hear(&mut fresh, &line);
        }
        let app = listening(open(directory.path())).await;
        for (id, said) in &fresh {
            is_there(&app, *id, said).await;
            finish(&app, *id, said).await;
        }
        work_off(&app).await;
        for (id, said) in &fresh {
            is_done(&app, *id, said).await;
        }
        all.extend(fresh);
        app.tables.close().await.expect("closed");
    }
    let app = open(directory.path());
    for (id, said) in &all {
        is_done(&app, *id, said).await;
    }
    assert_eq!(logs(&app).await, all.len(), "one log each");
}
