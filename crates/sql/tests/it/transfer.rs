//! From a file into a PostgreSQL: whole, once, and proved.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use atelier_base::Scope;
use atelier_sql::ValueKind::{Bool, Bytes, Float, Int, Json, Text, Uuid};
use atelier_sql::conformance::{SCHEMA, Stage, clock, tenant};
use atelier_sql::{Db, Error, Progress, Proof, Sql, Transfer, TransferStep, TransferTable};
use tempfile::TempDir;

const TABLES: &[TransferTable] = &[
    TransferTable { name: "rooms", key: &["id"], columns: &[("id", Uuid), ("tenant_id", Text)] },
    TransferTable {
        name: "paintings",
        key: &["id"],
        columns: &[
            ("id", Uuid),
            ("tenant_id", Text),
            ("title", Text),
            ("year", Int),
            ("price", Float),
            ("is_sold", Bool),
            ("facts", Json),
            ("thumb", Bytes),
            ("room_id", Uuid),
            ("search_text", Text),
        ],
    },
];

const TRANSFER: Transfer = Transfer { at_once: 10, ..Transfer::of(SCHEMA, TABLES) };
const EVERYONE: Scope = Scope::directory();

/// A file with two rooms and so many paintings, and a PostgreSQL without tables; none where there is no PostgreSQL.
async fn stages(paintings: u32) -> Option<(TempDir, Stage, Stage)> {
    let target = Stage::postgres().await?;
    let directory = tempfile::tempdir().expect("a directory");
    let source = Stage::sqlite(directory.path()).await.furnished().await;
    for room in 1..=2 {
        run(&source.db, &format!("INSERT INTO rooms VALUES ('{}', 'somebody')", id(room))).await;
    }
    let facts = r#"{"n":123456789012345678901234567890.10, "a": 1, "a": [1e3, "\u00e9\t"], "b":null}"#;
    let insert = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {paintings}) \
         INSERT INTO paintings (id, tenant_id, title, year, price, is_sold, facts, thumb, room_id, search_text) \
         SELECT printf('00000000-0000-4000-8000-%012d', i), 'somebody', iif(i % 3, 'Fox 🦊 \\N' || char(9, 10, 13) || i, NULL), \
         iif(i % 2, 2147483647, NULL), iif(i % 5, i * 1e300, NULL), iif(i % 7, i % 2, NULL), iif(i % 4, '{facts}', NULL), \
         iif(i % 6, x'00ff5c4e', NULL), iif(i % 8, '{}', NULL), 'fox ' || i FROM n",
        id(1)
    );
    run(&source.db, &insert).await;
    Some((directory, source, target))
}

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

async fn run(db: &Db, text: &str) {
    db.execute(EVERYONE, Sql::new(text)).await.expect("done");
}

async fn number(db: &Db, text: &str) -> i64 {
    let row = db.fetch_one(EVERYONE, Sql::new(format!("SELECT (SELECT {text}) AS n"))).await.expect("a row");
    row.get("n").expect("a number")
}

async fn copy(source: &Stage, target: &Stage) -> Result<Vec<Progress>, Error> {
    let mut told = Vec::new();
    let both = (&source.db, &target.db);
    TRANSFER.copy(EVERYONE, both, &clock(), |progress| told.push(progress)).await.map(|()| told)
}

async fn prove(source: &Stage, target: &Stage) -> Vec<Proof> {
    TRANSFER.prove(EVERYONE, (&source.db, &target.db), |_| ()).await.expect("read")
}

#[tokio::test]
async fn every_row_is_copied_and_proved() {
    let Some((_directory, source, target)) = stages(25).await else { return };
    let told = copy(&source, &target).await.expect("copied");
    let step = |table, rows, of, is_done| Progress { step: TransferStep::Copying, table, rows, of, is_done };
    let paintings = [(10, false), (20, false), (25, true)].map(|(n, done)| step("paintings", n, 25, done));
    assert_eq!(told, [&[step("rooms", 2, 2, true)][..], &paintings].concat());
    let proofs = prove(&source, &target).await;
    assert!(proofs.iter().all(Proof::holds), "{proofs:?}");
    assert_eq!(proofs.iter().map(|proof| proof.target.rows).collect::<Vec<_>>(), [2, 25]);
    assert_ne!(proofs[0].source.hash, proofs[1].source.hash);
    Proof::check(&proofs).expect("equal");
    // Exact to the last digit, though no number of the program's could hold it.
    let exact = "count(*) FROM paintings WHERE facts ->> 'n' = '123456789012345678901234567890.10'";
    assert_eq!(number(&target.db, exact).await, 19);
    let found = "count(*) FROM paintings WHERE search_vector @@ to_tsquery('simple', 'fox & 7')";
    assert_eq!(number(&target.db, found).await, 1);
    // Once more: there is nothing left to copy.
    assert_eq!(copy(&source, &target).await.expect("nothing to do"), []);
    target.end().await;
}

/// Polls a future so often, and then drops it: what a kill leaves, at whatever point it comes.
async fn broken_off<T>(polls: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test]
async fn a_copy_that_is_broken_off_anywhere_goes_on() {
    let Some((_directory, source, target)) = stages(200).await else { return };
    let (mut polls, mut partial) = (4, Vec::new());
    loop {
        let (one, two) = (source.neighbour().await, target.neighbour().await);
        let mut rows = 0;
        let clock = clock();
        let copying = TRANSFER.copy(EVERYONE, (&one, &two), &clock, |progress| rows = progress.rows);
        let done = broken_off(polls, copying).await;
        two.close().await;
        one.close().await;
        match done {
            None if rows > 0 => partial.push(rows),
            None => {}
            Some(done) => break done.expect("copied"),
        }
        polls += 3;
    }
    assert!(partial.len() > 2, "it was broken off between batches: {partial:?}");
    assert!(partial.is_sorted(), "each goes on where the one before was: {partial:?}");
    Proof::check(&prove(&source, &target).await).expect("nothing is lost or twice");
    target.end().await;
}

#[tokio::test]
async fn whatever_was_altered_is_noticed() {
    let Some((_directory, source, target)) = stages(30).await else { return };
    copy(&source, &target).await.expect("copied");
    for (change, back) in [
        ("year = 7 WHERE id = '{}'", "year = 2147483647 WHERE id = '{}'"),
        ("title = title || ' ' WHERE id = '{}'", "title = rtrim(title) WHERE id = '{}'"),
        ("thumb = NULL WHERE id = '{}'", "thumb = '\\x00ff5c4e' WHERE id = '{}'"),
        ("is_sold = NOT is_sold WHERE id = '{}'", "is_sold = NOT is_sold WHERE id = '{}'"),
        ("facts = facts || '{\"b\": 0}' WHERE id = '{}'", "facts = facts || '{\"b\": null}' WHERE id = '{}'"),
        (
            "room_id = NULL WHERE id = '{}'",
            "room_id = (SELECT min(room_id::text)::uuid FROM paintings) WHERE id = '{}'",
        ),
    ] {
        let update = |set: &str| format!("UPDATE paintings SET {}", set.replace("{}", &id(13)));
        run(&target.db, &update(change)).await;
        let differs = Proof::check(&prove(&source, &target).await);
        assert!(
            matches!(&differs, Err(Error::TransferDiffers { tables }) if tables == "paintings"),
            "{change}: {differs:?}"
        );
        run(&target.db, &update(back)).await;
        Proof::check(&prove(&source, &target).await).expect("as it was");
    }
    run(&target.db, &format!("DELETE FROM rooms WHERE id = '{}'", id(2))).await;
    let proofs = prove(&source, &target).await;
    assert_eq!((proofs[0].source.rows, proofs[0].target.rows, proofs[1].holds()), (2, 1, true));
    // What is gone is not copied again: a copy that is done is a database in use.
    assert_eq!(copy(&source, &target).await.expect("nothing to do"), []);
    assert_eq!(number(&target.db, "count(*) FROM rooms").await, 1);
    target.end().await;
}

fn refused(outcome: Result<Vec<Progress>, Error>) -> String {
    match outcome {
        Err(Error::TransferTarget { reason }) => reason,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_target_of_others_is_left_alone() {
    let Some((_directory, source, target)) = stages(1).await else { return };
    run(&target.db, "CREATE TABLE rooms (name TEXT)").await;
    run(&target.db, "INSERT INTO rooms VALUES ('theirs')").await;
    assert!(refused(copy(&source, &target).await).ends_with(": rooms"));
    assert_eq!(number(&target.db, "count(*) FROM rooms WHERE name = 'theirs'").await, 1);
    let ours = "count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace";
    assert_eq!(number(&target.db, ours).await, 1, "nothing was made");
    run(&target.db, "DROP TABLE rooms").await;
    // A server made its tables there: they may hold what people did since.
    SCHEMA.up(&target.db, &clock()).await.expect("up");
    assert!(refused(copy(&source, &target).await).contains("migration_history, paintings, rooms"));
    target.end().await;
}

#[tokio::test]
async fn a_copy_of_another_database_is_left_alone() {
    let Some((_directory, source, target)) = stages(1).await else { return };
    copy(&source, &target).await.expect("copied");
    let place = tempfile::tempdir().expect("a directory");
    let other = Stage::sqlite(place.path()).await;
    let later = clock();
    later.advance(Duration::from_secs(1));
    SCHEMA.up(&other.db, &later).await.expect("up");
    assert!(refused(copy(&other, &target).await).contains("another database"));
    assert_eq!(number(&target.db, "count(*) FROM paintings").await, 1);
    // And a file is no target.
    assert!(refused(copy(&source, &other).await).contains("no PostgreSQL"));
    target.end().await;
}

/// A row that PostgreSQL has no room for is named. What came before stays, and it goes on once the row is mended.
#[tokio::test]
async fn a_row_that_does_not_fit_is_named() {
    let Some((_directory, source, target)) = stages(30).await else { return };
    let bad = id(15);
    for (change, words) in [
        ("year = 9000000000".to_owned(), "out of range"),
        ("search_text = 'a' || char(0)".to_owned(), "U+0000"),
        (r#"facts = '{"a": "\u0000"}'"#.to_owned(), "paintings"),
        ("facts = '\"' || '\\' || 'ud800\"'".to_owned(), "paintings"),
    ] {
        run(&source.db, &format!("UPDATE paintings SET {change} WHERE id = '{bad}'")).await;
        match copy(&source, &target).await {
            Err(Error::TransferRefused { table: "paintings", reason }) => {
                assert!(reason.contains(words) || words == "paintings", "{reason}");
            }
            other => panic!("{change}: {other:?}"),
        }
        assert_eq!(number(&target.db, "count(*) FROM paintings").await, 10);
        let mend =
            format!("UPDATE paintings SET year = 1, search_text = '', facts = NULL WHERE id = '{bad}'");
        run(&source.db, &mend).await;
    }
    copy(&source, &target).await.expect("copied");
    Proof::check(&prove(&source, &target).await).expect("equal");
    target.end().await;
}

/// The file takes no writes while it is read, and does again afterwards.
#[tokio::test]
async fn nobody_writes_to_the_source_meanwhile() {
    let Some((directory, source, target)) = stages(11).await else { return };
    let file = directory.path().join("stage.sqlite3");
    let options = atelier_sql::SqliteOptions {
        patience: Duration::from_millis(1),
        ..atelier_sql::SqliteOptions::at(file)
    };
    // So little patience may not suffice for opening it on a busy machine.
    let other = loop {
        match Db::sqlite(&options).await {
            Err(Error::Busy { .. }) => {}
            opened => break opened.expect("opened"),
        }
    };
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let clock = clock();
    let copying = TRANSFER.copy(EVERYONE, (&source.db, &target.db), &clock, |_| {
        let _ = tell.send(());
    });
    let writing = async {
        told.recv().await.expect("a batch");
        other.execute(tenant(1), Sql::new("DELETE FROM rooms WHERE tenant_id = :tenant")).await
    };
    let (copied, written) = tokio::join!(copying, writing);
    copied.expect("copied");
    assert!(matches!(written, Err(Error::Busy { .. })), "{written:?}");
    run(&source.db, "DELETE FROM paintings").await;
    target.end().await;
}
