//! Whenever the process is killed, the index is what the records are once the feeder went on from the
//! checkpoint: nothing deleted is found, nothing written is missing.
//!
//! The records are a log of changes as the table's stream is one, a line each, appended by the process that is
//! killed. Like the journal's feeder, it notes how far it is after each batch and commits when that is due.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use atelier_base::{Clock, Randomness};
use atelier_peers::victim::{Victim, rounds, say, told};
use atelier_search::{Document, HybridQuery, SearchIndex};

use crate::studio::{direction, log, tenant};

/// Set for the process that works until it is killed.
const DIRECTORY: &str = "ATELIER_SEARCH_KILL_DIRECTORY";
/// How often it is killed; `ATELIER_KILL_ROUNDS` asks for more.
const ROUNDS: u64 = 20;
const CHANGES: &str = "changes.log";
/// Few, so that each is changed and deleted again and again.
const RECORDS: u64 = 60;
/// Changes between two looks of the feeder.
const BATCH: usize = 12;

/// What a line says: the record's number, and its version or that it is gone.
fn read(line: &str) -> Option<(u64, Option<u64>)> {
    let (number, version) = line.split_once(' ')?;
    Some((number.parse().ok()?, version.parse().ok()))
}

/// Whole lines only: the last may have been cut.
fn changes(directory: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(directory.join(CHANGES)).unwrap_or_default();
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().map(str::to_owned).collect()
}

fn record(number: u64, version: u64) -> Document {
    let vectors = vec![direction(number * 1_000 + version)];
    Document { vectors, ..log(&format!("log{number}"), &format!("panel in its version{version}")) }
}

fn open(directory: &Path) -> SearchIndex {
    SearchIndex::open(&directory.join("search"), Clock::system()).expect("opened")
}

/// Hands over what came after the checkpoint, as much at once as the feeder reads.
fn feed(index: &SearchIndex, lines: &[String], from: usize) {
    for (at, batch) in (from..).step_by(BATCH).zip(lines[from..].chunks(BATCH)) {
        let latest: BTreeMap<u64, Option<u64>> = batch.iter().filter_map(|line| read(line)).collect();
        let (mut put, mut gone) = (Vec::new(), Vec::new());
        for (number, version) in latest {
            match version {
                Some(version) => put.push(record(number, version)),
                None => gone.push(format!("log{number}")),
            }
        }
        index.delete(tenant(1), &gone).expect("deleted");
        index.upsert(tenant(1), &put).expect("written");
        index.reach(&(at + batch.len()).to_string());
    }
}

fn reached(index: &SearchIndex) -> usize {
    index.checkpoint().map_or(0, |text| text.parse().expect("a number"))
}

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_works_until_it_is_killed() {
    let Some(directory) = told(DIRECTORY) else { return };
    let directory = Path::new(&directory);
    let (index, randomness) = (open(directory), Randomness::system());
    let mut log = OpenOptions::new().create(true).append(true).open(directory.join(CHANGES)).expect("a log");
    // Ends a line that was cut.
    log.write_all(b"\n").expect("written");
    let (mut lines, mut fed) = (changes(directory), reached(&index));
    for round in lines.len() as u64.. {
        for _ in 0..=(u16::from_be_bytes(randomness.bytes()) % 40) {
            let number = u64::from_be_bytes(randomness.bytes()) % RECORDS;
            let deleted = u8::from_be_bytes(randomness.bytes()) < 100;
            let line = if deleted { format!("{number} gone") } else { format!("{number} {round}") };
            log.write_all(format!("{line}\n").as_bytes()).expect("written");
        }
        lines = changes(directory);
        feed(&index, &lines, fed);
        fed = lines.len();
        if round % 5 == 0 {
            index.commit().expect("committed");
        } else {
            index.commit_if_due().expect("committed");
        }
        say("fed");
    }
}

/// Starts the child and kills it after so many looks of its feeder.
fn kill_after(directory: &Path, count: usize) {
    let victim = Victim::of("kill::child_that_works_until_it_is_killed");
    victim.tell(DIRECTORY, directory).killed_after(count);
}

#[test]
fn after_a_kill_the_index_is_what_the_records_are() {
    let (directory, randomness) = (tempfile::tempdir().expect("a directory"), Randomness::system());
    let mut behind = 0;
    for _ in 0..rounds(ROUNDS) {
        kill_after(directory.path(), 1 + usize::from(u8::from_be_bytes(randomness.bytes()) % 14));
        let (index, lines) = (open(directory.path()), changes(directory.path()));
        let from = reached(&index);
        assert!(from <= lines.len(), "the checkpoint is no further than the records");
        behind += usize::from(from < lines.len());
        feed(&index, &lines, from);
        index.commit().expect("committed");
        let there: BTreeMap<u64, u64> = lines.iter().filter_map(|line| read(line)).fold(
            BTreeMap::new(),
            |mut there, (number, version)| {
                match version {
                    Some(version) => there.insert(number, version),
                    None => there.remove(&number),
                };
                there
            },
        );
        same(&index, &there);
    }
    assert!(behind > 0, "at least once it was killed between a change and its commit");
}

/// What is found is what is there, by its words, by its meaning and in number.
fn same(index: &SearchIndex, there: &BTreeMap<u64, u64>) {
    let ask = |query: &HybridQuery| index.search(tenant(1), query).expect("searched");
    let all = ask(&HybridQuery::new("").page(200, 0));
    let found: BTreeSet<_> = all.hits.iter().map(|hit| hit.id.clone()).collect();
    let wanted: BTreeSet<_> = there.keys().map(|number| format!("log{number}")).collect();
    assert_eq!((found, all.total), (wanted, there.len()));
    assert_eq!(index.extent().documents, there.len() as u64);
    for (number, version) in there {
        let query = HybridQuery::new(format!("\"version{version}\"")).page(200, 0);
        assert!(ask(&query).hits.iter().any(|hit| hit.id == format!("log{number}")), "{number} {version}");
        let near = ask(&HybridQuery::new("").vector(direction(number * 1_000 + version)).page(1, 0));
        assert_eq!(near.hits[0].id, format!("log{number}"), "its vector is that of its last version");
    }
}
