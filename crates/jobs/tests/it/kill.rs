//! No job is lost and none is held twice, whenever the process is killed.
//!
//! The log of a round is append-only: a line when an attempt begins and one when it ends, with the fencing token
//! and the process. One process at a time has the store, so an attempt without an end is over when a line of
//! a later process follows; two attempts of one process on one job never overlap.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use atelier_base::{Clock, JobId, Randomness, Scope};
use atelier_jobs::{JobState, Options, Settings, State, Workers, find, send};
use atelier_observe::Metrics;
use atelier_peers::victim::{Victim, rounds, say, told};
use atelier_tables::Tables;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::studio::{Varnish, tenant, varnish};

/// Set for the process that works until it is killed.
const DIRECTORY: &str = "ATELIER_JOBS_KILL_DIRECTORY";
const LOG: &str = "attempts.log";
/// How often it is killed; `ATELIER_KILL_ROUNDS` asks for more.
const ROUNDS: u64 = 50;
/// Much shorter than usual, so that later rounds take over from earlier ones.
const LEASE: Duration = Duration::from_millis(150);

fn open(directory: &Path) -> Tables {
    Tables::open(&atelier_tables::Options::at(directory), atelier_jobs::TABLES).expect("opened")
}

fn state(tables: &Tables) -> State {
    let metrics = Metrics::install(None).expect("metrics");
    State::new(tables.clone(), Clock::system(), Randomness::system(), metrics)
}

/// Workers as of one replica; every attempt leaves its lines in the log.
fn replica(tables: &Tables, directory: &Path, name: &str) -> Workers {
    let settings = Settings {
        name: name.into(),
        concurrency: 3,
        lease: LEASE,
        poll: Duration::from_millis(10),
        ..Settings::default()
    };
    let log = directory.join(LOG);
    Workers::new(state(tables), settings).on(move |_: Varnish, context| {
        let log = log.clone();
        async move {
            let (id, token) = (context.job().id, context.job().token);
            let write = |word: &str| {
                let line = format!("{word} {id} {token} {}", std::process::id());
                let mut log = OpenOptions::new().create(true).append(true).open(&log)?;
                log.write_all(format!("{line}\n").as_bytes())?;
                // The parent counts them to choose the moment.
                say(line);
                std::io::Result::Ok(())
            };
            write("start")?;
            for step in 0..3 {
                context.progress(step, 3, "a coat");
                tokio::time::timeout(Duration::from_millis(2), context.stopped()).await.ok();
            }
            write("end")?;
            Ok(())
        }
    })
}

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_works_until_it_is_killed() {
    let Some(directory) = told(DIRECTORY) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let directory = Path::new(&directory);
        let tables = open(directory);
        let mut tasks = JoinSet::new();
        for name in ["one", "two"] {
            tasks.spawn(replica(&tables, directory, name).run(CancellationToken::new()));
        }
        let state = state(&tables);
        for n in 0_u64.. {
            let job =
                send(&state, tenant(n % 3), &varnish(n.to_string()), Options::default()).await.expect("sent");
            say(format_args!("ack {}", job.id));
            // Not faster than they are worked off.
            tokio::time::timeout(Duration::from_millis(4), std::future::pending::<()>()).await.ok();
        }
    });
}

/// Starts the child and kills it after that many lines; gives the ids of acknowledged jobs.
fn kill_after(directory: &Path, count: usize) -> Vec<JobId> {
    let victim = Victim::of("kill::child_that_works_until_it_is_killed");
    let said = victim.tell(DIRECTORY, directory).killed_after(count);
    let acks = said.iter().filter_map(|line| line.strip_prefix("ack "));
    acks.map(|id| id.parse().expect("an id")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_job_is_lost_or_held_twice_through_kills() {
    let directory = tempfile::tempdir().expect("a directory");
    let randomness = Randomness::system();
    let mut sent = BTreeSet::new();
    for _ in 0..rounds(ROUNDS) {
        let count = 5 + usize::from(u16::from_be_bytes(randomness.bytes()) % 120);
        sent.extend(kill_after(directory.path(), count));
    }
    // Two more replicas work off what is left.
    let tables = open(directory.path());
    tables.integrity_check().expect("whole");
    let (mut tasks, stop) = (JoinSet::new(), CancellationToken::new());
    for name in ["three", "four"] {
        tasks.spawn(replica(&tables, directory.path(), name).run(stop.clone()));
    }
    let state = state(&tables);
    let mut last = BTreeMap::new();
    for id in &sent {
        loop {
            let job = find(&state, Scope::directory(), *id).await.expect("read").expect("it is not lost");
            if job.state.is_final() {
                assert!(job.state == JobState::Succeeded || job.attempts == job.max_attempts, "{job:?}");
                last.insert(*id, job.token);
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    stop.cancel();
    while tasks.join_next().await.is_some() {}
    let log = std::fs::read_to_string(directory.path().join(LOG)).expect("a log");
    let attempts = never_two_at_once(&log).expect("one at a time");
    for (id, token) in last {
        let ended = attempts.get(&id.to_string()).copied();
        assert!(ended.is_some_and(|ended| ended <= token), "{id}: {ended:?} {token}");
    }
}

/// Reads the log and gives the highest token of each job, or says which attempts overlap.
fn never_two_at_once(log: &str) -> Result<BTreeMap<String, u64>, String> {
    let mut held: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    let mut highest: BTreeMap<String, u64> = BTreeMap::new();
    for line in log.lines() {
        let words: Vec<_> = line.split(' ').collect();
        let [word, id, token, process] = words[..] else { continue };
        let token: u64 = token.parse().map_err(|_| format!("no token: {line}"))?;
        if word == "start" {
            if let Some((other, same)) = held.get(id)
                && *same == process
            {
                return Err(format!("{id} is held with {other} and {token} at once"));
            }
            if highest.insert(id.to_owned(), token).is_some_and(|before| token <= before) {
                return Err(format!("{id} has a token again: {token}"));
            }
            held.insert(id, (token, process));
        } else if held.remove(id) != Some((token, process)) {
            return Err(format!("{id} ends what it did not begin: {line}"));
        }
    }
    Ok(highest)
}

#[test]
fn overlaps_would_be_noticed() {
    for log in [
        "start a 1 77\nstart a 2 77\n",
        "start a 2 77\nend a 2 77\nstart a 2 78\n",
        "start a 1 77\nstart a 2 78\nend a 1 77\n",
    ] {
        assert!(never_two_at_once(log).is_err(), "{log}");
    }
    assert!(never_two_at_once("start a 1 77\nstart a 2 78\nend a 2 78\n").is_ok(), "the first was killed");
}
