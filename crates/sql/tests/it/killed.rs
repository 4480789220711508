//! `kill -9` in the middle of a step of a schema: the old schema is there, and the next start makes the new one.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use atelier_base::Scope;
use atelier_sql::conformance::{SHARED, Stage, clock};
use atelier_sql::{Db, Migration, Migrations, PostgresOptions, Script, Sql, SqliteOptions};

/// Set for the process that is killed: the file or the schema that it works on.
const PLACE: &str = "ATELIER_SQL_KILL_PLACE";

const FIRST: Migration = step(
    "yard-0001",
    "CREATE TABLE gate (n INTEGER); CREATE TABLE doors (name TEXT); INSERT INTO doors VALUES ('front')",
    "DROP TABLE doors; DROP TABLE gate",
);
const SECOND: Migration = step(
    "yard-0002",
    "ALTER TABLE doors ADD COLUMN width INTEGER; UPDATE doors SET width = 90; CREATE TABLE walls (a TEXT)",
    "DROP TABLE walls; ALTER TABLE doors DROP COLUMN width",
);
/// The second step as the one who is killed has it: it does the same, and then does not end by itself. On SQLite
/// it writes more and more, on PostgreSQL it waits for a gate that the test holds.
const ENDLESS: Migration = Migration {
    sqlite: Script {
        up: "ALTER TABLE doors ADD COLUMN width INTEGER; UPDATE doors SET width = 90; CREATE TABLE walls (a TEXT);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
            INSERT INTO walls SELECT printf('%0200d', i) FROM n",
        down: "",
    },
    postgres: Script {
        up: "ALTER TABLE doors ADD COLUMN width INTEGER; UPDATE doors SET width = 90; CREATE TABLE walls (a TEXT);
            LOCK TABLE gate; INSERT INTO walls VALUES ('late')",
        down: "",
    },
    ..SECOND
};

const YARD: Migrations = Migrations { name: "yard", steps: &[FIRST, SECOND] };

const fn step(version: &'static str, up: &'static str, down: &'static str) -> Migration {
    let script = Script { up, down };
    Migration { version, description: "A step", sqlite: script, postgres: script }
}

/// The test binary runs itself with this one test, as the process that is killed.
#[tokio::test]
async fn child_that_is_killed_in_a_step() {
    #[expect(clippy::disallowed_methods, reason = "how a test tells its own child what to do")]
    let Ok(place) = std::env::var(PLACE) else { return };
    let db = if Path::new(&place).is_absolute() {
        Db::sqlite(&SqliteOptions::at(place)).await.expect("opened")
    } else {
        let options = PostgresOptions { schema: Some(place), connections: 1, ..PostgresOptions::at(SHARED) };
        Db::postgres(&options).await.expect("connected")
    };
    let endless = Migrations { name: "yard", steps: &[FIRST, ENDLESS] };
    let ended = endless.up(&db, &clock()).await;
    panic!("it ended by itself: {ended:?}");
}

fn child(place: &str) -> Child {
    Command::new(std::env::current_exe().expect("a path"))
        .args(["--exact", "killed::child_that_is_killed_in_a_step", "--nocapture"])
        .env(PLACE, place)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("started")
}

async fn run(db: &Db, text: &str) -> Result<u64, atelier_sql::Error> {
    db.execute(Scope::directory(), Sql::new(text)).await
}

async fn number(db: &Db, text: &str) -> i64 {
    let row = db
        .fetch_one(Scope::directory(), Sql::new(format!("SELECT (SELECT {text}) AS n")))
        .await
        .expect("a row");
    row.get("n").expect("a number")
}

/// Nothing of the second step is there, all of it comes with the next start, and it goes back.
async fn finishes(db: &Db) {
    assert_eq!(number(db, "count(*) FROM doors").await, 1);
    assert!(run(db, "UPDATE doors SET width = 1").await.is_err(), "half a step is there");
    assert!(run(db, "DELETE FROM walls").await.is_err(), "half a step is there");
    assert_eq!(YARD.up(db, &clock()).await.expect("up"), ["yard-0002"]);
    assert_eq!(number(db, "sum(width) FROM doors").await, 90);
    assert_eq!(number(db, "count(*) FROM walls").await, 0);
    assert_eq!(YARD.down_to(db, None).await.expect("down").len(), 2);
}

#[tokio::test]
async fn a_killed_step_did_not_happen_on_sqlite() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("yard.db");
    let mut child = child(file.to_str().expect("a text"));
    let log = PathBuf::from(format!("{}-wal", file.display()));
    // Pages of the step that is not committed lie in the log.
    while std::fs::metadata(&log).map_or(0, |log| log.len()) < 16 << 20 {
        assert!(child.try_wait().expect("asked").is_none(), "it goes on until it is killed");
        wait().await;
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    finishes(&Db::sqlite(&SqliteOptions::at(file)).await.expect("opened")).await;
}

#[tokio::test]
async fn a_killed_step_did_not_happen_on_postgresql() {
    let Some(stage) = Stage::postgres().await else { return };
    YARD.up(&stage.db, &clock()).await.expect("up");
    YARD.down_to(&stage.db, Some("yard-0001")).await.expect("down");
    let row =
        stage.db.fetch_one(Scope::directory(), Sql::new("SELECT CAST(current_schema() AS text) AS s")).await;
    let schema: String = row.expect("a row").get("s").expect("a name");
    let mut gate = stage.db.begin().await.expect("begun");
    gate.execute(Scope::directory(), Sql::new("LOCK TABLE gate")).await.expect("held");
    let mut child = child(&schema);
    let waits = "count(*) FROM pg_locks WHERE NOT granted AND relation = CAST('gate' AS regclass)";
    while number(&stage.db, waits).await == 0 {
        assert!(child.try_wait().expect("asked").is_none(), "it waits until it is killed");
        wait().await;
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    // The server of the database goes on with the statements and then finds that nobody listens: others wait.
    gate.roll_back().await.expect("opened");
    finishes(&stage.db).await;
    stage.end().await;
}

#[expect(clippy::disallowed_methods, reason = "another process is waited for")]
async fn wait() {
    tokio::time::sleep(Duration::from_millis(10)).await;
}
