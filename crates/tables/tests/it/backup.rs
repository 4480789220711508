//! Copies of a store that is at work, and the way back to a moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use atelier_base::{Clock, Timestamp};
use atelier_tables::conformance::{LOGS, NOTES, TABLES, VISITS, item};
use atelier_tables::{
    Error, Item, Key, Moment, Options, Position, Query, Scan, Tables, Update, Write, back_up, look_into,
    restore,
};

use crate::engine::{log, scope};

/// A store with a change log, whose clock the test moves.
struct Studio {
    directory: tempfile::TempDir,
    clock: Clock,
    tables: Tables,
}

impl Studio {
    fn open() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let clock = Clock::fixed(Timestamp::from_millis(1_700_000_000_000));
        let tables = open(directory.path(), &clock, true);
        Self { directory, clock, tables }
    }

    fn data(&self) -> &Path {
        self.directory.path()
    }

    fn file(&self) -> PathBuf {
        self.data().join(Options::FILE)
    }

    /// A second later.
    fn tick(&self) -> Timestamp {
        self.clock.advance(Duration::from_secs(1));
        self.clock.now()
    }

    fn copy(&self, name: &str) -> PathBuf {
        let target = self.data().join(name);
        back_up(self.data(), &target, &self.clock).expect("copied").path
    }
}

fn open(directory: &Path, clock: &Clock, change_log: bool) -> Tables {
    let options = Options { clock: clock.clone(), change_log, ..Options::at(directory) };
    Tables::open(&options, TABLES).expect("opened")
}

async fn put(tables: &Tables, sk: &str, text: &str) {
    tables.write(scope(), Write::put(LOGS, log(sk, text))).await.expect("written");
}

/// Every item of every table the scope may see, as text.
async fn contents(tables: &Tables) -> BTreeMap<String, Vec<Item>> {
    let mut all = BTreeMap::new();
    for table in [LOGS, NOTES, VISITS] {
        let page = tables.scan(scope(), Scan::table(table)).await.expect("read");
        assert!(!page.has_next, "a small store");
        all.insert(table.name.to_owned(), page.edges.into_iter().map(|edge| edge.node).collect());
    }
    all
}

/// What a restored store holds; it must be whole.
async fn restored(
    copy: &Path,
    moment: Moment,
    logs: &[PathBuf],
) -> Result<BTreeMap<String, Vec<Item>>, Error> {
    let directory = tempfile::tempdir().expect("a directory");
    restore(copy, directory.path(), moment, logs, TABLES).await?;
    let tables = Tables::open(&Options::at(directory.path()), TABLES)?;
    tables.integrity_check()?;
    let all = contents(&tables).await;
    tables.close().await?;
    Ok(all)
}

#[tokio::test]
async fn any_moment_between_two_copies_comes_back() {
    let studio = Studio::open();
    let tables = &studio.tables;
    put(tables, "before", "x").await;
    studio.tick();
    let first = studio.copy("first.backup");
    let mut moments = vec![(studio.clock.now(), contents(tables).await)];
    for step in 0..12 {
        studio.tick();
        let sk = format!("{}", step % 4);
        match step % 5 {
            0 | 1 => put(tables, &sk, &format!("text {step}")).await,
            2 => {
                let key = Key::hash(format!("n{}", step % 2));
                let count = Write::upsert(NOTES, key, Update::new().add("n", step));
                tables.write(scope(), count).await.expect("written");
            }
            3 => {
                let visit = item([("visitor", "v".into()), ("at", sk.as_str().into()), ("page", "p".into())]);
                tables.write(scope(), Write::put(VISITS, visit)).await.expect("written");
            }
            _ => {
                tables
                    .write(scope(), Write::delete(LOGS, Key::new("p", sk.as_str())))
                    .await
                    .expect("written");
            }
        }
        moments.push((studio.clock.now(), contents(tables).await));
    }
    studio.tick();
    let second = studio.copy("second.backup");
    for log in [second, studio.file()] {
        for (at, then) in &moments {
            let back = restored(&first, Moment::At(*at), std::slice::from_ref(&log)).await.expect("restored");
            assert_eq!(&back, then, "{at} from {}", log.display());
        }
    }
    let latest = restored(&first, Moment::Latest, &[studio.file()]).await.expect("restored");
    assert_eq!(latest, contents(tables).await);
    let copied = restored(&first, Moment::Copy, &[]).await.expect("restored");
    assert_eq!(copied, moments[0].1);
}

#[tokio::test]
async fn a_moment_that_nothing_reaches_is_refused() {
    let studio = Studio::open();
    put(&studio.tables, "a", "x").await;
    let early = studio.clock.now();
    studio.tick();
    put(&studio.tables, "b", "x").await;
    let first = studio.copy("first.backup");
    let later = studio.tick();
    let refusal = async |copy: &Path, moment, logs: &[PathBuf]| match restored(copy, moment, logs).await {
        Err(Error::Unavailable { reason, .. }) => reason,
        other => panic!("{other:?}"),
    };
    let reason = refusal(&first, Moment::At(early), &[]).await;
    assert!(reason.contains("take an older one"), "{reason}");
    let reason = refusal(&first, Moment::At(later), &[]).await;
    assert!(reason.contains("a later copy"), "{reason}");
    let reason = refusal(&first, Moment::At(later), std::slice::from_ref(&first)).await;
    assert!(reason.contains("ends at"), "{reason}");
    let other = Studio::open();
    put(&other.tables, "c", "x").await;
    other.tick();
    let reason = refusal(&first, Moment::At(later), &[other.copy("other.backup")]).await;
    assert!(reason.contains("does not go back"), "{reason}");
    // A time without the log makes every moment after it unreachable.
    studio.tables.close().await.expect("closed");
    let off = open(studio.data(), &studio.clock, false);
    put(&off, "unrecorded", "x").await;
    off.close().await.expect("closed");
    let on = open(studio.data(), &studio.clock, true);
    studio.tick();
    put(&on, "recorded", "x").await;
    let reason = refusal(&first, Moment::At(studio.clock.now()), &[studio.file()]).await;
    assert!(reason.contains("switched off"), "{reason}");
}

#[tokio::test]
async fn what_is_there_is_never_written_over() {
    let studio = Studio::open();
    put(&studio.tables, "a", "x").await;
    let copy = studio.copy("first.backup");
    let again = back_up(studio.data(), &copy, &studio.clock);
    assert!(matches!(again, Err(Error::Unavailable { .. })), "{again:?}");
    let over = restore(&copy, studio.data(), Moment::Copy, &[], TABLES).await;
    assert!(matches!(over, Err(Error::Unavailable { .. })), "{over:?}");
    let missing = back_up(Path::new("/nowhere"), &studio.data().join("x"), &studio.clock);
    assert!(matches!(missing, Err(Error::Unavailable { .. })), "{missing:?}");
    assert!(!studio.data().join("x").exists() && !studio.data().join("x.part").exists());
}

#[tokio::test]
async fn a_damaged_copy_is_noticed() {
    let studio = Studio::open();
    for n in 0..200 {
        put(&studio.tables, &format!("{n:03}"), &"text".repeat(50)).await;
    }
    let copy = studio.copy("first.backup");
    let mut bytes = std::fs::read(&copy).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4_096].fill(0x5a);
    std::fs::write(&copy, bytes).expect("written");
    assert!(matches!(look_into(&copy), Err(Error::Corrupt { .. })));
    let refused = restored(&copy, Moment::Copy, &[]).await;
    assert!(matches!(refused, Err(Error::Corrupt { .. })), "{refused:?}");
}

/// Money moves between two notes while copies are made: each copy has all of it, and indexes that agree.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_under_load_is_consistent() {
    static STOP: AtomicBool = AtomicBool::new(false);
    let directory = tempfile::tempdir().expect("a directory");
    let tables = open(directory.path(), &Clock::system(), true);
    for id in ["left", "right"] {
        let note = item([("id", id.into()), ("sum", 500.into())]);
        tables.write(scope(), Write::put(NOTES, note)).await.expect("written");
    }
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..4 {
        let tables = tables.clone();
        writers.spawn(async move {
            let mut n = 0;
            while !STOP.load(Ordering::Relaxed) {
                n += 1;
                let (from, to) = if n % 2 == 0 { ("left", "right") } else { ("right", "left") };
                let add = |id: &str, amount: i32| {
                    Write::update(NOTES, Key::hash(id), Update::new().add("sum", amount))
                };
                let entry = Write::put(LOGS, log(&format!("{writer}-{n:06}"), "moved"));
                let moved = vec![add(from, -1), add(to, 1), entry];
                tables.transact(scope(), moved).await.expect("written");
            }
        });
    }
    for round in 0..5 {
        let target = directory.path().join(format!("{round}.backup"));
        let data = directory.path().to_owned();
        let copy = move || back_up(&data, &target, &Clock::system()).expect("copied");
        let copy = tokio::task::spawn_blocking(copy).await.expect("no panic");
        let place = tempfile::tempdir().expect("a directory");
        restore(&copy.path, place.path(), Moment::Copy, &[], TABLES).await.expect("restored");
        let copied = Tables::open(&Options::at(place.path()), TABLES).expect("opened");
        let mut sum = 0;
        for id in ["left", "right"] {
            let note = copied.get(scope(), NOTES, &Key::hash(id)).await.expect("read").expect("there");
            sum += note["sum"].as_number().and_then(atelier_tables::Number::as_i64).expect("a number");
        }
        assert_eq!(sum, 1_000);
        let rows = copied.count(scope(), Query::table(LOGS, "p")).await.expect("read").count;
        let indexed = copied.count(scope(), Query::index(LOGS, "ByProject", "x")).await.expect("read").count;
        assert_eq!(rows, indexed);
    }
    STOP.store(true, Ordering::Relaxed);
    writers.join_all().await;
}

#[tokio::test]
async fn a_clock_that_jumps_back_leaves_changes_in_order() {
    let studio = Studio::open();
    put(&studio.tables, "a", "x").await;
    studio.tick();
    let visit = |at: &str| Write::put(VISITS, item([("visitor", "v".into()), ("at", at.into())]));
    studio.tables.write(scope(), visit("1")).await.expect("written");
    let first = studio.copy("first.backup");
    studio.tables.close().await.expect("closed");
    let yesterday = Clock::fixed(studio.clock.now().before(Duration::from_hours(24)));
    let back = open(studio.data(), &yesterday, true);
    back.write(scope(), visit("2")).await.expect("written");
    let changes = back.changes(scope(), TABLES, &Position::START, 10).await.expect("read");
    assert!(changes.len() == 2 && changes[0].at <= changes[1].at, "{changes:?}");
    // The way to "latest" goes over both.
    let latest = restored(&first, Moment::Latest, &[studio.file()]).await.expect("restored");
    assert_eq!(latest[VISITS.name].len(), 2);
}
