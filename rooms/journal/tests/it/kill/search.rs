//! After a kill the index becomes what the table is, and at no moment finds what was deleted and acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use atelier_base::{Caller, Patch, Randomness, Scope};
use atelier_journal::log::{self, LogPatch, NewLog};
use atelier_journal::permissions::{DeleteLog, EditLog, ReadJournal};
use atelier_journal::search::{Question, ask, follow};
use atelier_journal::{Error, Outcome};
use atelier_server::{App, Config};
use atelier_tables::{Item, Scan, Value};
use tokio_util::sync::CancellationToken;

use super::{DIRECTORY, ROUND, below, caller, killed, rounds, say, scope, told};

/// After so many rounds it begins anew: only the first thousand hits can be listed.
const ROUNDS_OF_A_STUDIO: u64 = 5;

/// Without models, which have no part in it: each text would be placed.
fn open(directory: &Path) -> App {
    let mut config = Config::defaults().expect("the defaults are valid");
    config.server.data = directory.join("data");
    config.intelligence.models = directory.join("none");
    App::open(config, atelier_base::Clock::system(), Randomness::system()).expect("the stores open")
}

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_is_searched_until_it_is_killed() {
    let (Some(directory), Some(round)) = (told(DIRECTORY), told(ROUND)) else { return };
    let round: u64 = round.parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let app = open(Path::new(&directory));
        let feeding = follow(
            app.journal.clone(),
            app.journal.search.clone(),
            Scope::directory(),
            CancellationToken::new(),
        );
        tokio::join!(feeding, async {
            for number in round * 1_000.. {
                change(&app, &caller(), number).await;
            }
        });
    });
}

/// A note, one of five large enough for a file of its own; of four, one is reworded and one deleted.
async fn change(app: &App, caller: &Caller, number: u64) {
    let state = &app.journal;
    let more = if number.is_multiple_of(5) { " Sanded the panel.".repeat(5_600) } else { String::new() };
    let raw_text = format!("Glazed with word{number}.{more}");
    let new = NewLog { raw_text, ..NewLog::default() };
    let made = log::create(state, caller.may(EditLog).expect("may"), new).await.expect("made");
    match number % 4 {
        1 => {
            let raw_text = Patch::Value(format!("Scraped with other{number}."));
            let patch = LogPatch { raw_text, ..LogPatch::default() };
            let grant = caller.may(EditLog).expect("may");
            let changed = log::edit(state, grant, made.log_id, made.version, patch).await.expect("changed");
            assert!(matches!(changed, Outcome::Done(_)));
            say(format_args!("there {} other{number}", made.log_id));
        }
        2 => {
            let grant = caller.may(DeleteLog).expect("may");
            let gone = log::delete(state, grant, made.log_id, made.version).await.expect("deleted");
            assert!(matches!(gone, Outcome::Done(_)));
            say(format_args!("gone {}", made.log_id));
        }
        // Said when nothing more happens to it: the last line of a killed process may be missing.
        _ => say(format_args!("there {} word{number}", made.log_id)),
    }
}

/// What the children said.
#[derive(Default)]
struct Acknowledged {
    /// A word of each log that is there.
    there: BTreeMap<String, String>,
    gone: BTreeSet<String>,
}

impl Acknowledged {
    fn hear(&mut self, line: &str) {
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["there", id, word] => drop(self.there.insert(id.into(), word.into())),
            ["gone", id] => drop(self.gone.insert(id.into())),
            _ => {}
        }
    }
}

/// The ids that a text finds, none for all.
async fn found(app: &App, text: &str) -> Result<BTreeSet<String>, Error> {
    let mut ids = BTreeSet::new();
    loop {
        let question =
            Question { text: text.to_owned(), first: 200, offset: ids.len(), ..Question::default() };
        let grant = caller().may(ReadJournal).expect("may");
        let page = ask(&app.journal, &app.journal.search, grant, question).await?.results;
        let full = page.hits.len() == 200;
        ids.extend(page.hits.into_iter().filter_map(|hit| Some(hit.id.strip_prefix("log:")?.to_owned())));
        if !full {
            return Ok(ids);
        }
    }
}

/// The logs of the table with their words.
async fn logs(app: &App) -> BTreeMap<String, String> {
    let table = app.tables.find("Artissist").expect("declared");
    let (mut logs, mut after) = (BTreeMap::new(), None);
    loop {
        let page = app.tables.scan(scope(), Scan::table(table).after(after)).await.expect("read");
        after = page.end().cloned();
        let has_next = page.has_next;
        let text =
            |item: &Item, name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let of_log = page.into_nodes().filter(|item| text(item, "entityType") == "log");
        logs.extend(of_log.map(|item| (text(&item, "logId"), text(&item, "rawText"))));
        if !has_next {
            return logs;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_index_becomes_what_the_table_is() {
    let randomness = Randomness::system();
    let (mut directory, mut acknowledged) =
        (tempfile::tempdir().expect("a directory"), Acknowledged::default());
    let (mut made, mut gone) = (0, 0);
    for round in 1..=rounds() {
        if round.is_multiple_of(ROUNDS_OF_A_STUDIO) {
            directory = tempfile::tempdir().expect("a directory");
            acknowledged = Acknowledged::default();
        }
        let (count, later) = (2 + usize::from(below(&randomness, 60)), below(&randomness, 40));
        let child = "kill::search::child_that_is_searched_until_it_is_killed";
        for line in killed(child, directory.path(), round, count, Duration::from_millis(later.into())) {
            acknowledged.hear(&line);
        }
        let app = open(directory.path());
        let stop = CancellationToken::new();
        let (state, search) = (app.journal.clone(), app.journal.search.clone());
        tokio::join!(follow(state, search, Scope::directory(), stop.clone()), async {
            look(&app, &acknowledged).await;
            stop.cancel();
        });
        app.tables.close().await.expect("closed");
        (made, gone) = (made + acknowledged.there.len(), gone + acknowledged.gone.len());
    }
    assert!(made > 0 && gone > 0);
}

/// From the first answer on nothing is found that is gone; in the end, everything that is there.
async fn look(app: &App, acknowledged: &Acknowledged) {
    let there = logs(app).await;
    for id in acknowledged.there.keys() {
        assert!(there.contains_key(id), "{id} was acknowledged and is lost");
    }
    assert!(acknowledged.gone.iter().all(|id| !there.contains_key(id)), "what was deleted is gone");
    let whole = async {
        loop {
            let all = found(app, "").await.expect("answered");
            let deleted: Vec<_> = all.iter().filter(|id| !there.contains_key(*id)).collect();
            assert!(deleted.is_empty(), "deleted and found: {deleted:?}");
            if all.len() == there.len() {
                return;
            }
            tokio::time::timeout(Duration::from_millis(20), std::future::pending::<()>()).await.ok();
        }
    };
    tokio::time::timeout(Duration::from_mins(1), whole).await.expect("the index catches up");
    let last = acknowledged.there.iter().rev().take(40);
    for (id, word) in last {
        let found = found(app, &format!("\"{word}\"")).await.expect("answered");
        assert!(found.contains(id), "{id} is not found by {word}");
    }
}
