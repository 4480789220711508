//! What the store costs beside SQLite used by hand: same file layout, same codec, same durability.
//!
//! `cargo bench -p atelier-tables --bench tables`, with `-- --quick` without a million items, with
//! `-- --alone` only the lone caller.
//! Both sides of a comparison are measured in turns, so that noise of the disk meets both.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::cast_precision_loss, reason = "counts of a benchmark are small")]

mod by_hand;
mod measure;

use std::fmt::Write as _;
use std::fs::File;
use std::future::Future;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use atelier_base::{OrganisationId, Randomness, Scope, TenantId, Timestamp};
use atelier_tables::{Attribute, Index, Item, Key, Options, Query, Table, Tables, Value, Write};

use self::by_hand::ByHand;
use self::measure::{Series, table};

/// Two indexes on items of about 1 KB.
pub(crate) const ITEMS: &Table = &Table {
    range: Some(Attribute::S("sk")),
    indexes: &[
        Index::new("ByProject", Attribute::S("project"), Attribute::S("created_at")),
        Index::new("ByStatus", Attribute::S("status"), Attribute::S("updated_at")),
    ],
    ..Table::new("bench-items", Attribute::S("pk"))
};

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A new item: 14 attributes, a hundred items a project.
pub(crate) fn new_item(tenant: &str) -> Item {
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    item(tenant, n)
}

/// Keys are spread as ids are, not in order of insertion.
fn scattered(n: u64) -> u64 {
    n.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn item(tenant: &str, n: u64) -> Item {
    let text = |seed: u64, length: usize| -> Value {
        let mut text = String::new();
        while text.len() < length {
            let word = scattered(seed + text.len() as u64);
            write!(text, "{word:016x} ").expect("a string takes all");
        }
        text.truncate(length);
        text.into()
    };
    let attributes: [(&str, Value); 14] = [
        (Table::TENANT, tenant.into()),
        ("pk", format!("PROJECT#{:08}", n % 997).into()),
        ("sk", format!("LOG#{:016x}", scattered(n)).into()),
        ("project", format!("project-{:08}", n / 100).into()),
        ("created_at", format!("2026-11-21T{:016x}", scattered(n + 1)).into()),
        ("status", format!("status-{:08}", scattered(n) % 10_000).into()),
        ("updated_at", format!("2026-11-21T{n:016x}").into()),
        ("title", text(n, 60)),
        ("body", text(n + 7, 540)),
        ("rating", Value::from(n % 5)),
        ("final", Value::from(n.is_multiple_of(2))),
        ("hours", Value::from(n * 15)),
        ("tags", Value::L(vec!["ink".into(), "paper".into(), "a3".into()])),
        ("author", text(n + 3, 30)),
    ];
    attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn key(n: u64) -> (String, String) {
    (format!("PROJECT#{:08}", n % 997), format!("LOG#{:016x}", scattered(n)))
}

fn wait<F: Future>(future: F) -> F::Output {
    // A runtime of one thread: the caller parks as a worker of a server would.
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime =
            tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    }
    RUNTIME.with(|runtime| runtime.block_on(future))
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

struct Stage {
    _directory: tempfile::TempDir,
    ours: Tables,
    by_hand: Arc<ByHand>,
    scope: Scope,
    tenant: String,
}

impl Stage {
    fn new() -> Self {
        // In the working directory: /tmp may be memory.
        let directory = tempfile::tempdir_in(target()).expect("a directory");
        let ours = Tables::open(&Options::at(directory.path().join("ours")), &[ITEMS]).expect("opened");
        let by_hand = Arc::new(ByHand::open(&directory.path().join("by-hand.sqlite3")));
        let tenant = TenantId::Organisation(OrganisationId::generate(
            Timestamp::from_millis(1_700_000_000_000),
            &Randomness::seeded(1),
        ));
        Self {
            _directory: directory,
            ours,
            by_hand,
            scope: Scope::tenant(tenant),
            tenant: tenant.to_string(),
        }
    }

    /// Fills both up to that many items, in large transactions.
    fn fill(&self, from: u64, to: u64) {
        let all: Vec<u64> = (from..to).collect();
        for batches in all.chunks(100 * 64) {
            let writes = batches.chunks(100).map(|batch| {
                let puts = batch.iter().map(|n| Write::put(ITEMS, item(&self.tenant, *n))).collect();
                self.ours.transact(self.scope, puts)
            });
            for done in wait(measure::all(writes)) {
                done.expect("written");
            }
            self.by_hand.fill(batches.iter().map(|n| item(&self.tenant, *n)));
        }
    }
}

fn target() -> std::path::PathBuf {
    let executable = std::env::current_exe().expect("a path");
    executable.parent().map_or_else(|| ".".into(), Path::to_path_buf)
}

/// 4 KiB appended and made durable.
fn raw_fsync(rounds: usize) -> Series {
    let directory = tempfile::tempdir_in(target()).expect("a directory");
    let mut file = File::create(directory.path().join("log")).expect("a file");
    let mut series = Series::default();
    for _ in 0..rounds {
        series.push(timed(|| {
            file.write_all(&[7; 4_096]).expect("written");
            file.sync_data().expect("durable");
        }));
    }
    series
}

/// Callers at once, each with `puts` new items; operations a second.
fn many_writers(callers: usize, puts: usize, write: &(impl Fn(Item) + Sync), tenant: &str) -> f64 {
    let items: Vec<Vec<Item>> = (0..callers).map(|_| (0..puts).map(|_| new_item(tenant)).collect()).collect();
    let took = timed(|| {
        std::thread::scope(|threads| {
            for items in items {
                threads.spawn(move || items.into_iter().for_each(write));
            }
        });
    });
    (callers * puts) as f64 / took.as_secs_f64()
}

/// 64 tasks on the two threads of a runtime, as in a server.
fn many_tasks(stage: &Stage, callers: usize, puts: usize) -> f64 {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    let items: Vec<Vec<Item>> =
        (0..callers).map(|_| (0..puts).map(|_| new_item(&stage.tenant)).collect()).collect();
    let took = timed(|| {
        runtime.block_on(async {
            let mut tasks = tokio::task::JoinSet::new();
            for items in items {
                let (ours, scope) = (stage.ours.clone(), stage.scope);
                tasks.spawn(async move {
                    for item in items {
                        ours.write(scope, Write::put(ITEMS, item)).await.expect("written");
                    }
                });
            }
            tasks.join_all().await;
        });
    });
    (callers * puts) as f64 / took.as_secs_f64()
}

fn concurrent(stage: &Stage, rounds: usize) {
    let ours = |item| drop(wait(stage.ours.write(stage.scope, Write::put(ITEMS, item))).expect("written"));
    let by_hand = |item| stage.by_hand.put(&item);
    let mut rows = Vec::new();
    for round in 0..rounds {
        let fsync = raw_fsync(100);
        let plain = many_writers(64, 15, &by_hand, &stage.tenant);
        let threads = many_writers(64, 60, &ours, &stage.tenant);
        let before = stage.ours.stats();
        let tasks = many_tasks(stage, 64, 60);
        let after = stage.ours.stats();
        let batch = (after.writes - before.writes) as f64 / (after.commits - before.commits).max(1) as f64;
        rows.push(vec![
            format!("{}", round + 1),
            fsync.micros(50),
            format!("{plain:.0}/s"),
            format!("{tasks:.0}/s ({:.1}x)", tasks / plain),
            format!("{threads:.0}/s ({:.1}x)", threads / plain),
            format!("{batch:.1}"),
        ]);
    }
    table(
        "64 callers, durable puts of 1 KB, 2 indexes",
        &["round", "fsync p50 us", "one commit a put", "ours, tasks", "ours, threads", "batch"],
        &rows,
    );
}

/// One caller, three ways: a task of a server, a runtime of one thread, and by hand. By hand is measured on a
/// thread of its own, and as a server would have to call it, which may not block its runtime.
fn alone(stage: &Stage, rounds: usize) {
    let (mut task, mut single, mut by_hand) = (Series::default(), Series::default(), Series::default());
    let mut hand_task = Series::default();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    for _ in 0..rounds {
        for _ in 0..10 {
            let item = new_item(&stage.tenant);
            by_hand.push(timed(|| stage.by_hand.put(&item)));
        }
        let items: Vec<_> = (0..10).map(|_| new_item(&stage.tenant)).collect();
        let (ours, scope) = (stage.ours.clone(), stage.scope);
        let puts = runtime.spawn(async move {
            let mut took = Vec::new();
            for item in items {
                let begin = Instant::now();
                ours.write(scope, Write::put(ITEMS, item)).await.expect("written");
                took.push(begin.elapsed());
            }
            took
        });
        runtime.block_on(puts).expect("done").into_iter().for_each(|took| task.push(took));
        let items: Vec<_> = (0..10).map(|_| new_item(&stage.tenant)).collect();
        let hand = Arc::clone(&stage.by_hand);
        let puts = runtime.spawn(async move {
            let mut took = Vec::new();
            for item in items {
                let (begin, hand) = (Instant::now(), Arc::clone(&hand));
                tokio::task::spawn_blocking(move || hand.put(&item)).await.expect("written");
                took.push(begin.elapsed());
            }
            took
        });
        runtime.block_on(puts).expect("done").into_iter().for_each(|took| hand_task.push(took));
        for _ in 0..10 {
            let item = new_item(&stage.tenant);
            single.push(timed(|| {
                wait(stage.ours.write(stage.scope, Write::put(ITEMS, item))).expect("written");
            }));
        }
    }
    measure::compare(
        "one caller, durable puts of 1 KB, 2 indexes",
        &[
            ("put, both from a server's task", &task, &hand_task),
            ("put, by hand on a thread of its own", &task, &by_hand),
            ("put, runtime of one thread", &single, &by_hand),
        ],
    );
}

fn reads(stage: &Stage, count: u64, rounds: u64) {
    let (mut got, mut hand_got) = (Series::default(), Series::default());
    let (mut queried, mut hand_queried) = (Series::default(), Series::default());
    for round in 0..rounds {
        let pick = |salt: u64| scattered(round * 31 + salt) % count;
        for salt in 0..50 {
            let (pk, sk) = key(pick(salt));
            let full = Key::new(pk.as_str(), sk.as_str());
            got.push(timed(|| {
                assert!(wait(stage.ours.get(stage.scope, ITEMS, &full)).expect("read").is_some());
            }));
        }
        for salt in 50..100 {
            let (pk, sk) = key(pick(salt));
            hand_got.push(timed(|| assert!(stage.by_hand.get(&stage.tenant, &pk, &sk).is_some())));
        }
        for salt in 100..120 {
            let query =
                Query::index(ITEMS, "ByProject", format!("project-{:08}", pick(salt) / 100)).limit(20);
            queried.push(timed(|| {
                assert_eq!(wait(stage.ours.query(stage.scope, query)).expect("read").edges.len(), 20);
            }));
        }
        for salt in 120..140 {
            let project = format!("project-{:08}", pick(salt) / 100);
            hand_queried
                .push(timed(|| assert_eq!(stage.by_hand.query(&stage.tenant, &project, 20).len(), 20)));
        }
    }
    measure::compare(
        &format!("reads at {count} items"),
        &[("get", &got, &hand_got), ("query of 20 through an index", &queried, &hand_queried)],
    );
}

fn main() {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let stage = Stage::new();
    let fsync = raw_fsync(500);
    table(
        "the disk",
        &["what", "p50 us", "p99 us"],
        &[vec!["append 4 KiB + fdatasync".into(), fsync.micros(50), fsync.micros(99)]],
    );
    stage.fill(0, 10_000);
    NEXT.store(2_000_000, Ordering::Relaxed);
    alone(&stage, 80);
    if asked("--alone") {
        return;
    }
    reads(&stage, 10_000, 100);
    concurrent(&stage, 4);
    if !asked("--quick") {
        stage.fill(10_000, 1_000_000);
        reads(&stage, 1_000_000, 200);
        alone(&stage, 40);
    }
}
