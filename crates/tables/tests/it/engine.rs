//! What only the embedded engine promises: its file, its lock, its log.

use std::path::Path;

use atelier_base::{OrganisationId, Randomness, Scope, TenantId, Timestamp};
use atelier_tables::conformance::{LOGS, NOTES, TABLES, item};
use atelier_tables::{Attribute, Error, Index, Item, Key, Options, Query, Table, Tables, Update, Write};

pub(crate) fn scope() -> Scope {
    let id = OrganisationId::generate(Timestamp::from_millis(1_700_000_000_000), &Randomness::seeded(3));
    Scope::tenant(TenantId::Organisation(id))
}

fn open(directory: &Path) -> Result<Tables, Error> {
    Tables::open(&Options::at(directory), TABLES)
}

pub(crate) fn log(sk: &str, text: &str) -> Item {
    item([
        ("pk", "p".into()),
        ("sk", sk.into()),
        ("text", text.into()),
        ("project", "x".into()),
        ("at", sk.into()),
    ])
}

async fn count(tables: &Tables, list: Query) -> usize {
    tables.query(scope(), list).await.expect("read").edges.len()
}

#[tokio::test]
async fn a_reopened_store_has_everything() {
    let directory = tempfile::tempdir().expect("a directory");
    let nested = directory.path().join("made/on/demand");
    let tables = open(&nested).expect("opened");
    for n in 0..30 {
        tables.write(scope(), Write::create(LOGS, log(&format!("{n:02}"), "t"))).await.expect("written");
    }
    tables.close().await.expect("closed");
    let log_file = nested.join(format!("{}-wal", Options::FILE));
    assert!(!log_file.exists(), "the last connection removes the log");
    let late = tables.write(scope(), Write::put(LOGS, log("late", "t"))).await;
    assert!(matches!(late, Err(Error::Unavailable { .. })), "{late:?}");
    let late = tables.get(scope(), LOGS, &Key::new("p", "00")).await;
    assert!(matches!(late, Err(Error::Unavailable { .. })), "{late:?}");
    tables.close().await.expect("closed already");

    let again = open(&nested).expect("the lock is free, although the old handle lives");
    assert_eq!(count(&again, Query::table(LOGS, "p")).await, 30);
    assert_eq!(count(&again, Query::index(LOGS, "ByProject", "x")).await, 30);
    again.integrity_check().expect("whole");
    drop(again);
    drop(open(&nested).expect("a dropped store is closed"));
}

#[tokio::test]
async fn a_second_server_is_refused() {
    let directory = tempfile::tempdir().expect("a directory");
    let first = open(directory.path()).expect("opened");
    let second = open(directory.path());
    assert!(matches!(second, Err(Error::InUse { .. })));
    first.write(scope(), Write::put(LOGS, log("a", "t"))).await.expect("the first goes on");
}

#[tokio::test]
async fn a_damaged_file_is_refused() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join(Options::FILE);
    std::fs::write(&file, "this is no database at all, whatever its name says".repeat(200)).expect("written");
    let refused = open(directory.path()).map(|_| ());
    assert!(matches!(&refused, Err(Error::Corrupt { path, .. }) if *path == file), "{refused:?}");
    assert!(std::fs::read(&file).expect("there").starts_with(b"this is no"), "it is left as it was");

    std::fs::remove_file(&file).expect("removed");
    let tables = open(directory.path()).expect("opened");
    for n in 0..200 {
        let write = Write::put(LOGS, log(&format!("{n:03}"), &"x".repeat(1_000)));
        tables.write(scope(), write).await.expect("written");
    }
    tables.close().await.expect("closed");
    let whole = std::fs::read(&file).expect("there");
    std::fs::write(&file, &whole[..whole.len() / 2]).expect("cut");
    let refused = open(directory.path()).map(|_| ());
    assert!(matches!(refused, Err(Error::Corrupt { .. })), "{refused:?}");

    // Damage in the middle shows when it is read, or looked for.
    let mut scratched = whole;
    for byte in &mut scratched[40_000..120_000] {
        *byte = 0x5a;
    }
    std::fs::write(&file, scratched).expect("written");
    match open(directory.path()) {
        Err(Error::Corrupt { .. }) => {}
        Err(error) => panic!("{error:?}"),
        Ok(tables) => {
            assert!(matches!(tables.integrity_check(), Err(Error::Corrupt { .. })));
        }
    }
}

#[tokio::test]
async fn a_newer_or_foreign_file_is_refused() {
    for (pragma, newer) in [("user_version", true), ("application_id", false)] {
        let directory = tempfile::tempdir().expect("a directory");
        drop(open(directory.path()).expect("opened"));
        let connection = rusqlite::Connection::open(directory.path().join(Options::FILE)).expect("opened");
        connection.pragma_update(None, pragma, 99).expect("set");
        drop(connection);
        let refused = open(directory.path()).map(|_| ());
        assert_eq!(matches!(refused, Err(Error::TooNew { .. })), newer, "{refused:?}");
        assert_eq!(matches!(refused, Err(Error::Corrupt { .. })), !newer, "{refused:?}");
    }
}

#[tokio::test]
async fn a_changed_key_is_refused_and_the_file_left_alone() {
    const CHANGED: &Table = &Table { range: Some(Attribute::N("sk")), ..*LOGS };
    let directory = tempfile::tempdir().expect("a directory");
    let tables = open(directory.path()).expect("opened");
    tables.write(scope(), Write::put(LOGS, log("a", "t"))).await.expect("written");
    tables.close().await.expect("closed");
    let refused = Tables::open(&Options::at(directory.path()), &[NOTES, CHANGED]).map(|_| ());
    assert!(matches!(refused, Err(Error::TooNew { .. })), "{refused:?}");
    let tables = open(directory.path()).expect("as it was");
    assert_eq!(count(&tables, Query::table(LOGS, "p")).await, 1);
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("file");
    std::fs::write(&file, "in the way").expect("written");
    let refused = open(&file.join("data")).map(|_| ());
    let Err(Error::Unavailable { reason, .. }) = refused else { panic!("{refused:?}") };
    assert!(reason.contains("file/data"), "{reason}");
}

#[tokio::test]
async fn an_added_index_is_filled_and_a_removed_one_forgotten() {
    const BARE: &Table = &Table { indexes: &[], ..*LOGS };
    const BY_TEXT: &Table = &Table {
        indexes: &[
            Index::new("ByText", Attribute::S("text"), Attribute::S("sk")),
            Index::of_hash("ByProject", Attribute::S("project")),
        ],
        ..*LOGS
    };
    let directory = tempfile::tempdir().expect("a directory");
    let with = |table| Tables::open(&Options::at(directory.path()), &[table]).expect("opened");
    let tables = with(BARE);
    for n in 0..150 {
        let text = if n % 3 == 0 { "third" } else { "other" };
        tables.write(scope(), Write::put(BARE, log(&format!("{n:03}"), text))).await.expect("written");
    }
    drop(tables);
    let tables = with(LOGS);
    assert_eq!(count(&tables, Query::index(LOGS, "ByProject", "x")).await, 150);
    drop(tables);
    let tables = with(BY_TEXT);
    assert_eq!(count(&tables, Query::index(BY_TEXT, "ByText", "third")).await, 50);
    // The same name with another key is another index.
    assert_eq!(count(&tables, Query::index(BY_TEXT, "ByProject", "x")).await, 150);
    let update = Update::new().set("text", "none");
    tables.write(scope(), Write::update(BY_TEXT, Key::new("p", "000"), update)).await.expect("written");
    assert_eq!(count(&tables, Query::index(BY_TEXT, "ByText", "third")).await, 49);
    drop(tables);
    let tables = with(LOGS);
    assert_eq!(count(&tables, Query::index(LOGS, "ByProject", "x")).await, 150);
    drop(tables);
    let tables = with(BY_TEXT);
    assert_eq!(count(&tables, Query::index(BY_TEXT, "ByText", "third")).await, 49, "filled anew, not stale");
}

#[tokio::test]
async fn a_full_disk_refuses_writes_and_nothing_else() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { max_pages: Some(200), ..Options::at(directory.path()) };
    let tables = Tables::open(&options, TABLES).expect("opened");
    let mut written = 0;
    let full = loop {
        let write = Write::create(LOGS, log(&format!("{written:04}"), &"x".repeat(3_000)));
        match tables.write(scope(), write).await {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 1_000);
    };
    assert!(matches!(full, Error::Full), "{full:?}");
    assert!(written > 20);
    assert_eq!(
        count(&tables, Query::table(LOGS, "p")).await,
        written,
        "reads go on, and the failed write is not there"
    );
    for n in 0..20 {
        let delete = Write::delete(LOGS, Key::new("p", format!("{n:04}")));
        tables.write(scope(), delete).await.expect("making space works");
    }
    tables
        .write(scope(), Write::create(LOGS, log("z", &"x".repeat(3_000))))
        .await
        .expect("there is space again");
    assert_eq!(count(&tables, Query::index(LOGS, "ByProject", "x")).await, written - 19);
    tables.integrity_check().expect("whole");
}

#[tokio::test]
async fn the_log_stays_bounded_while_writers_and_readers_work() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { wal_limit: 8 << 20, ..Options::at(directory.path()) };
    let tables = Tables::open(&options, TABLES).expect("opened");
    let log_file = directory.path().join(format!("{}-wal", Options::FILE));
    let text = "x".repeat(20_000);
    let mut largest = 0;
    for round in 0..60 {
        let writes = (0..50).map(|n| Write::put(LOGS, log(&format!("{round:02}-{n:02}"), &text)));
        tables.transact(scope(), writes.collect()).await.expect("written");
        assert!(count(&tables, Query::table(LOGS, "p").limit(3)).await > 0);
        largest = largest.max(std::fs::metadata(&log_file).expect("there").len());
    }
    // 60 MB went through; one transaction of 1 MB may go over the limit.
    assert!(largest < 12 << 20, "{largest}");
    assert!(tables.stats().log_bytes < 12 << 20);
    drop(tables);
    let tables = open(directory.path()).expect("opened");
    let mut list = Query::index(LOGS, "ByProject", "x");
    let mut found = 0;
    loop {
        let page = tables.query(scope(), list.clone()).await.expect("read");
        found += page.edges.len();
        list = list.after(page.end().cloned());
        if !page.has_next {
            break;
        }
    }
    assert_eq!(found, 3_000);
    tables.integrity_check().expect("whole");
}

#[tokio::test]
async fn waiting_writes_share_a_commit() {
    let directory = tempfile::tempdir().expect("a directory");
    let tables = open(directory.path()).expect("opened");
    let mut tasks = tokio::task::JoinSet::new();
    for n in 0..200 {
        let tables = tables.clone();
        // Every tenth fails, and takes nobody with it.
        let sk = if n % 10 == 0 { "same".to_owned() } else { format!("{n:03}") };
        tasks.spawn(async move { tables.write(scope(), Write::create(LOGS, log(&sk, "t"))).await.is_ok() });
    }
    let done = tasks.join_all().await;
    assert_eq!(done.iter().filter(|done| **done).count(), 181);
    assert_eq!(count(&tables, Query::table(LOGS, "p")).await, 181);
    let stats = tables.stats();
    assert_eq!((stats.writes, stats.queued), (181, 0));
    assert!(stats.commits < 181, "{stats:?}");
}

/// Lone writes are carried out by their callers, those that meet another by the writer's thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn lone_and_concurrent_writers_lose_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    // A small limit, so that lone writes fill the log too.
    let options = Options { wal_limit: 1 << 20, ..Options::at(directory.path()) };
    let tables = Tables::open(&options, TABLES).expect("opened");
    let mut written = 0;
    for round in 0..6 {
        // Each is alone: as many commits as writes.
        let before = tables.stats().commits;
        for n in 0..30 {
            let sk = format!("{round}-lone-{n:02}");
            tables.write(scope(), Write::create(LOGS, log(&sk, &"x".repeat(9_000)))).await.expect("written");
            let stats = tables.stats();
            assert_eq!((stats.last_batch, stats.queued), (1, 0));
        }
        assert_eq!(tables.stats().commits, before + 30);
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..1 << round {
            let tables = tables.clone();
            tasks.spawn(async move {
                for turn in 0..10 {
                    let count = Write::upsert(NOTES, Key::hash("count"), Update::new().add("n", 1));
                    let create = Write::create(LOGS, log(&format!("{round}-{n:02}-{turn}"), "t"));
                    tables.transact(scope(), vec![create, count]).await.expect("written");
                    // A fault of its own undoes nobody else's.
                    let again = Write::create(LOGS, log(&format!("{round}-lone-00"), "t"));
                    let failed = tables.write(scope(), again).await;
                    assert!(matches!(failed, Err(Error::ConditionFailed { .. })), "{failed:?}");
                }
            });
        }
        tasks.join_all().await;
        written += 30 + 2 * 10 * (1 << round);
        // The last of them may have shared a commit: then the writer's thread takes one more.
        tables.write(scope(), Write::put(NOTES, item([("id", "calm".into())]))).await.expect("written");
        written += 1;
        assert_eq!(tables.stats().writes, written);
    }
    assert!(tables.stats().log_bytes < 2 << 20, "{:?}", tables.stats());
    let count = tables.get(scope(), NOTES, &Key::hash("count")).await.expect("read").expect("there");
    assert_eq!(count["n"].as_u64(), Some(630));
    tables.close().await.expect("closed");
    let late = tables.write(scope(), Write::put(LOGS, log("late", "t"))).await;
    assert!(matches!(late, Err(Error::Unavailable { .. })), "{late:?}");

    let tables = open(directory.path()).expect("opened");
    let (mut list, mut found) = (Query::index(LOGS, "ByProject", "x"), 0);
    loop {
        let page = tables.query(scope(), list.clone()).await.expect("read");
        found += page.edges.len();
        list = list.after(page.end().cloned());
        if !page.has_next {
            break;
        }
    }
    assert_eq!(found, 6 * 30 + 630);
    tables.integrity_check().expect("whole");
}

#[tokio::test]
async fn a_batch_of_25_is_one_commit() {
    let directory = tempfile::tempdir().expect("a directory");
    let tables = open(directory.path()).expect("opened");
    let before = tables.stats().commits;
    let writes = (0..25).map(|n| Write::put(LOGS, log(&format!("{n:02}"), "text"))).collect();
    tables.batch_write(scope(), writes).await.expect("written");
    let after = tables.stats();
    assert_eq!((after.commits - before, after.last_batch), (1, 1));
    assert_eq!(count(&tables, Query::table(LOGS, "p")).await, 25);
}
