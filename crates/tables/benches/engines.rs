//! `cargo xtask bench engines`: the port on its embedded engine beside `dynalite` through the AWS SDK, which
//! is the same port on its other engine. Eight callers at once: puts, gets, and pages of 20 of an index.
//!
//! `npm install --prefix ~/.cache/atelier/peers/npm dynalite` brings the peer; without it only our own
//! figures are printed. The peer keeps its data in a directory, as we do.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, reason = "the figures go to stdout")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId};
use atelier_peers::Peer;
use atelier_tables::{
    Attribute, DynamoDbOptions, Index, Item, Key, Options, Query, Table, Tables, Value, Write,
};

const CALLERS: u64 = 8;
const ITEMS: u64 = 4_000;
const MEASURED: Duration = Duration::from_secs(3);
const RECORDS: &Table = &Table {
    range: Some(Attribute::S("sk")),
    indexes: &[Index::new("ByProject", Attribute::S("project"), Attribute::S("created_at"))],
    ..Table::new("records", Attribute::S("pk"))
};

fn record(n: u64) -> Item {
    let text = |value: String| Value::from(value);
    Item::from([
        ("pk".to_owned(), text(format!("record-{}", n % 97))),
        ("sk".to_owned(), text(format!("{n:012}"))),
        ("project".to_owned(), text(format!("project-{:06}", n / 100))),
        ("created_at".to_owned(), text(format!("2026-11-21T{n:012}"))),
        ("body".to_owned(), text("ultramarine ".repeat(60))),
    ])
}

/// Operations a second of eight tasks that do it again and again.
async fn rate<F: Future<Output = ()> + Send>(
    operation: impl Fn(u64) -> F + Send + Sync + Clone + 'static,
) -> f64 {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    COUNT.store(0, Ordering::Relaxed);
    let begin = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for caller in 0..CALLERS {
        let operation = operation.clone();
        tasks.spawn(async move {
            let mut n = caller;
            while begin.elapsed() < MEASURED {
                operation(n).await;
                n += CALLERS;
                COUNT.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    tasks.join_all().await;
    COUNT.load(Ordering::Relaxed) as f64 / begin.elapsed().as_secs_f64()
}

async fn measure(tables: Tables) -> [f64; 3] {
    let scope = Scope::tenant(TenantId::Organisation(OrganisationId::generate(
        Clock::system().now(),
        &Randomness::system(),
    )));
    // One by one: a tenant's batch is a transaction there, which the peer has not.
    for n in 0..ITEMS {
        tables.write(scope, Write::put(RECORDS, record(n))).await.expect("written");
    }
    let store = tables.clone();
    let puts = rate(move |n| {
        let store = store.clone();
        async move { drop(store.write(scope, Write::put(RECORDS, record(ITEMS + n))).await.expect("written")) }
    });
    let puts = puts.await;
    let store = tables.clone();
    let gets = rate(move |n| {
        let (store, n) = (store.clone(), n * 31 % ITEMS);
        async move {
            let key = Key::new(format!("record-{}", n % 97), format!("{n:012}"));
            assert!(store.get(scope, RECORDS, &key).await.expect("read").is_some());
        }
    });
    let gets = gets.await;
    let pages = rate(move |n| {
        let store = tables.clone();
        async move {
            let project = format!("project-{:06}", n * 7 % (ITEMS / 100));
            let page = store.query(scope, Query::index(RECORDS, "ByProject", project).limit(20)).await;
            assert_eq!(page.expect("read").edges.len(), 20);
        }
    });
    [puts, gets, pages.await]
}

#[tokio::main]
async fn main() {
    let place = tempfile::tempdir().expect("a directory");
    let embedded = Tables::open(&Options::at(place.path().join("ours")), &[RECORDS]).expect("opened");
    let before = embedded.stats();
    let ours = measure(embedded.clone()).await;
    let after = embedded.stats();
    println!("{CALLERS} callers, items of 0.8 KB, one index, every write on disk");
    println!("  ours: {} writes in {} commits", after.writes - before.writes, after.commits - before.commits);
    let peer = Peer::Dynalite.start(&place.path().join("peer"));
    let theirs = if let Some(peer) = &peer {
        let options = DynamoDbOptions {
            endpoint: Some(peer.address()),
            ..DynamoDbOptions::new("eu-central-1", "atelier", "secret")
        };
        Some(measure(Tables::connect(&options, &[RECORDS]).await.expect("connected")).await)
    } else {
        None
    };
    for (at, name) in ["puts", "gets", "pages of 20"].iter().enumerate() {
        match theirs {
            Some(theirs) => println!(
                "  {name:12} ours {:8.0}/s   dynalite through the SDK {:6.0}/s   {:5.1}x",
                ours[at],
                theirs[at],
                ours[at] / theirs[at]
            ),
            None => println!("  {name:12} ours {:8.0}/s", ours[at]),
        }
    }
}
