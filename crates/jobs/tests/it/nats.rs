//! Events between replicas, over a real NATS.

use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use atelier_base::{EventId, JobId, Randomness, Timestamp};
use atelier_jobs::State;
use atelier_jobs::events::{Bus, BusSettings, EventRecord, Relay, RelaySettings};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::events::{Hung, hang};
use crate::studio::{Done, Studio, tenant};

/// Where a NATS with its streams switched on is expected.
const SHARED: &str = "127.0.0.1:4222";

fn is_there(address: &str) -> bool {
    TcpStream::connect(address).is_ok()
}

async fn bus(address: &str, stream: &str, replica: &str) -> Bus {
    let (url, stream, replica) = (format!("nats://{address}"), stream.to_owned(), replica.to_owned());
    Bus::open(BusSettings { url, stream, replica }).await.expect("a bus")
}

/// A relay that passes events on, and a listener that notes those of others.
struct Replica(JoinSet<()>, CancellationToken);

impl Replica {
    fn of(bus: Bus, state: Option<State>, done: &Done) -> Self {
        let (mut tasks, stop) = (JoinSet::new(), CancellationToken::new());
        let settings = RelaySettings { poll: Duration::from_millis(5), ..RelaySettings::default() };
        if let Some(state) = state {
            tasks.spawn(Relay::new(state, settings).to("nats", bus.sender()).run(stop.clone()));
        }
        let (done, listening) = (done.clone(), stop.clone());
        tasks.spawn(async move {
            let note = |event: EventRecord| {
                let done = done.clone();
                async move {
                    done.note(event.read::<Hung>()?.map_or(0, |hung| hung.picture).to_string());
                    Ok(())
                }
            };
            bus.listen(note, listening).await;
        });
        Self(tasks, stop)
    }

    async fn end(mut self) {
        self.1.cancel();
        while self.0.join_next().await.is_some() {}
    }
}

async fn until(done: &Done, count: usize) {
    while done.list().len() < count {
        tokio::task::yield_now().await;
    }
}

/// Waits until the listener has its place, which begins with what is sent from then on.
async fn warm_up(sender: &Bus, done: &Done, state: &State) -> usize {
    let mut sent = 0;
    while done.list().is_empty() {
        let now = state.clock.now();
        let event = serde_json::json!({
            "event_id": EventId::generate(now, &Randomness::system()),
            "tenant_id": "server",
            "kind": "picture.hung",
            "emitted_at": now,
            "payload": { "picture": 0 },
            "expires_at": 0,
        });
        let event: EventRecord = serde_json::from_value(event).expect("an event");
        if sender.send(&event).await.is_ok() {
            sent += 1;
        }
        tokio::time::timeout(Duration::from_millis(50), std::future::pending::<()>()).await.ok();
    }
    sent
}

/// A name that no other run has.
fn unique() -> String {
    let id = JobId::generate(Timestamp::from_millis(0), &Randomness::system()).to_string();
    format!("atelier-test-{}", &id[id.len() - 12..])
}

fn heard(done: &Done) -> Vec<String> {
    done.list().into_iter().filter(|picture| picture != "0").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn replicas_hear_each_other_in_order_and_not_themselves() {
    if !is_there(SHARED) {
        println!("left out: there is no NATS at {SHARED}");
        return;
    }
    let studio = Studio::open();
    let stream = unique();
    let (one, two) = (Done::default(), Done::default());
    let (first, second) = (bus(SHARED, &stream, "one").await, bus(SHARED, &stream, "two").await);
    let there = Replica::of(second, None, &two);
    warm_up(&first, &two, &studio.state).await;
    let here = Replica::of(first, Some(studio.state.clone()), &one);
    for n in 1..=40 {
        hang(&studio.state, tenant(n % 3), n).await;
    }
    while heard(&two).len() < 40 {
        tokio::task::yield_now().await;
    }
    here.end().await;
    there.end().await;
    assert_eq!(heard(&two), (1..=40).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(one.list(), [""; 0]);
}

/// A NATS of our own, to stop and to start again.
struct Server(Child);

impl Server {
    fn start(port: u16, directory: &Path) -> Option<Self> {
        let child = Command::new("nats-server")
            .args(["-js", "-a", "127.0.0.1", "-p", &port.to_string(), "-sd"])
            .arg(directory)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        while !is_there(&format!("127.0.0.1:{port}")) {
            std::thread::yield_now();
        }
        Some(Self(child))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_goes_away_and_comes_back_and_nothing_is_lost() {
    let directory = tempfile::tempdir().expect("a directory");
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = free.local_addr().expect("an address").port();
    drop(free);
    let Some(server) = Server::start(port, directory.path()) else {
        println!("left out: there is no program nats-server");
        return;
    };
    let address = format!("127.0.0.1:{port}");
    let studio = Studio::open();
    let (one, two) = (Done::default(), Done::default());
    let (first, second) = (bus(&address, "atelier", "one").await, bus(&address, "atelier", "two").await);
    let there = Replica::of(second, None, &two);
    let warm = warm_up(&first, &two, &studio.state).await;
    until(&two, 1).await;
    let here = Replica::of(first, Some(studio.state.clone()), &one);
    for n in 1..=10 {
        hang(&studio.state, tenant(1), n).await;
    }
    while heard(&two).len() < 10 {
        tokio::task::yield_now().await;
    }
    drop(server);
    for n in 11..=20 {
        hang(&studio.state, tenant(1), n).await;
    }
    let server = Server::start(port, directory.path()).expect("it starts again");
    for n in 21..=30 {
        hang(&studio.state, tenant(1), n).await;
    }
    while !heard(&two).contains(&"30".to_owned()) {
        tokio::task::yield_now().await;
    }
    here.end().await;
    there.end().await;
    drop(server);
    // NATS was killed and may have forgotten what was answered, so some come twice; none is missing, and
    // each comes for the first time in its turn.
    let mut seen = Vec::new();
    for picture in heard(&two) {
        if !seen.contains(&picture) {
            seen.push(picture);
        }
    }
    assert_eq!(seen, (1..=30).map(|n| n.to_string()).collect::<Vec<_>>(), "after {warm} others");
}
