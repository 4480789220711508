//! The outbox and its relay.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use atelier_base::Scope;
use atelier_jobs::events::{Event, EventRecord, Relay, RelaySettings, emit};
use atelier_jobs::{Failure, State};
use atelier_tables::Write;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::studio::{Done, NOTES, Studio, tenant};

#[derive(Serialize, Deserialize)]
pub(crate) struct Hung {
    pub(crate) picture: u64,
}

impl Event for Hung {
    const KIND: &'static str = "picture.hung";
}

/// Emits in one transaction with a note.
pub(crate) async fn hang(state: &State, scope: Scope, picture: u64) {
    let event = emit(state, scope, &Hung { picture }).expect("a write");
    let note = Write::create(NOTES, [("id".to_owned(), format!("{picture}").into())].into());
    state.tables.transact(scope, vec![note, event]).await.expect("written");
    state.wake();
}

fn settings() -> RelaySettings {
    RelaySettings { poll: Duration::from_millis(2), ..RelaySettings::default() }
}

fn picture(event: &EventRecord) -> u64 {
    event.read::<Hung>().expect("its shape").expect("its kind").picture
}

/// A relay in the background.
struct Running(JoinSet<()>, CancellationToken);

impl Running {
    fn of(relay: Relay) -> Self {
        let (mut tasks, stop) = (JoinSet::new(), CancellationToken::new());
        tasks.spawn(relay.run(stop.clone()));
        Self(tasks, stop)
    }

    async fn end(mut self) {
        self.1.cancel();
        while let Some(ended) = self.0.join_next().await {
            ended.expect("no panic");
        }
    }
}

fn noting(state: State, name: &str, done: &Done) -> Relay {
    let done = done.clone();
    Relay::new(state, settings()).to(name, move |event| {
        let done = done.clone();
        async move {
            done.note(picture(&event).to_string());
            Ok(())
        }
    })
}

async fn until(done: &Done, count: usize) {
    while done.list().len() < count {
        tokio::task::yield_now().await;
    }
}

fn numbers(range: std::ops::Range<u64>) -> Vec<String> {
    range.map(|n| n.to_string()).collect()
}

#[tokio::test]
async fn events_come_in_order_and_a_subscriber_keeps_its_place() {
    let studio = Studio::open();
    for n in 0..100 {
        hang(&studio.state, tenant(n % 3), n).await;
    }
    let refused = emit(&studio.state, tenant(1), &Hung { picture: 999 }).expect("a write");
    let note = Write::create(NOTES, [("id".to_owned(), "1".into())].into());
    studio.state.tables.transact(tenant(1), vec![note, refused]).await.expect_err("its cause did not happen");

    let done = Done::default();
    let relay = Running::of(noting(studio.state.clone(), "archive", &done));
    until(&done, 100).await;
    hang(&studio.state, tenant(1), 100).await;
    until(&done, 101).await;
    relay.end().await;
    assert_eq!(done.list(), numbers(0..101));

    hang(&studio.state, tenant(1), 101).await;
    let later = Done::default();
    let relay = Running::of(noting(studio.state.clone(), "archive", &later));
    until(&later, 1).await;
    relay.end().await;
    assert_eq!(later.list(), ["101"], "what it took comes no more");
}

#[tokio::test]
async fn an_event_is_offered_until_it_is_taken() {
    let studio = Studio::open();
    let done = Done::default();
    let (noted, away) = (done.clone(), Arc::new(AtomicBool::new(true)));
    let shut = away.clone();
    let relay = Relay::new(studio.state.clone(), settings()).to("fickle", move |event| {
        let (noted, shut) = (noted.clone(), shut.clone());
        async move {
            if shut.swap(false, Ordering::AcqRel) {
                return Err(Failure::Retry("away".into()));
            }
            noted.note(picture(&event).to_string());
            Ok(())
        }
    });
    let relay = Running::of(relay);
    for n in 0..5 {
        hang(&studio.state, tenant(1), n).await;
    }
    until(&done, 5).await;
    relay.end().await;
    assert_eq!(done.list(), numbers(0..5));
}

#[tokio::test]
async fn one_process_at_a_time_serves_a_subscriber() {
    let studio = Studio::open();
    let (first, second) = (Done::default(), Done::default());
    let neighbour = studio.neighbour();
    let here = Running::of(noting(studio.state.clone(), "archive", &first));
    hang(&studio.state, tenant(1), 0).await;
    until(&first, 1).await;
    let there = Running::of(noting(neighbour.clone(), "archive", &second));
    for n in 1..20 {
        hang(&studio.state, tenant(1), n).await;
    }
    until(&first, 20).await;
    here.end().await;
    for n in 20..25 {
        hang(&studio.state, tenant(1), n).await;
    }
    // It left its seat, so nobody waits for a lease.
    until(&second, 5).await;
    there.end().await;
    assert_eq!((first.list(), second.list()), (numbers(0..20), numbers(20..25)));
}
