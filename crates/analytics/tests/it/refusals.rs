//! What queries may not do, and what is said about mistakes.

use std::time::Duration;

use atelier_analytics::{Dataset, Error, Lake, Limits, Position};
use atelier_blobs::ASSETS;

use crate::{SESSIONS, bench, month, session};

#[tokio::test]
async fn only_queries_are_taken() {
    let bench = bench();
    let target = bench.folder.path().join("stolen.parquet");
    for text in [
        &format!("COPY sessions TO '{}'", target.display()),
        "COPY (SELECT 1) TO '/tmp/x.csv'",
        "CREATE EXTERNAL TABLE t STORED AS CSV LOCATION '/etc/passwd'",
        "CREATE TABLE t AS SELECT 1",
        "CREATE VIEW v AS SELECT 1",
        "INSERT INTO sessions VALUES ('a', 1, 1, true, null, null)",
        "DELETE FROM sessions",
        "DROP TABLE sessions",
        "SET datafusion.catalog.information_schema = false",
        "SHOW ALL",
        "EXPLAIN ANALYZE SELECT 1",
        "PREPARE p AS SELECT 1",
        "BEGIN",
    ] {
        let error = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap_err();
        assert!(matches!(error, Error::ReadOnly), "{text}: {error:?}");
    }
    assert!(!target.exists());
}

#[tokio::test]
async fn no_file_can_be_named() {
    let bench = bench();
    let rows = vec![session("a", 1, "2026-03-14")];
    bench.lake.replace(bench.theirs, &SESSIONS, month("2026-03"), rows).await.unwrap();
    let theirs = bench.theirs.tenant_id().unwrap();
    for text in [
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_parquet('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM \"file:///etc/passwd\"",
        "SELECT * FROM parquet_metadata('/etc/passwd')",
        "SELECT load_extension('x')",
        &format!("SELECT * FROM \"lake/sessions/tenant={theirs}/month=2026-03/part-0000.parquet\""),
        "SELECT 1; SELECT 2",
        "WITH x AS (INSERT INTO sessions VALUES ('a')) SELECT * FROM x",
    ] {
        let error = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap_err();
        assert!(matches!(error, Error::Invalid { .. } | Error::ReadOnly), "{text}: {error:?}");
    }
}

#[tokio::test]
async fn mistakes_are_told_with_their_place() {
    let bench = bench();
    for (text, line, column) in [
        ("SELECT\nFROM sessions WHERE )", 2, 21),
        ("SELECT minutes FROM\n  sesions", 2, 3),
        ("SELECT minuts FROM sessions", 1, 8),
    ] {
        let error = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap_err();
        let Error::Invalid { message, position } = error else { panic!("{text}: {error:?}") };
        assert_eq!(position, Some(Position { line, column }), "{text}: {message}");
    }
    for text in
        ["", ";", "SELEC 1", "SELECT 'x' + DATE '2026-01-01'", "SELECT 1/0", "SELECT cast('x' AS int)"]
    {
        let error = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap_err();
        assert!(matches!(&error, Error::Invalid { message, .. } if !message.is_empty()), "{text}: {error:?}");
    }
}

#[tokio::test]
async fn time_and_memory_are_limited() {
    let bench = bench();
    let quick = Limits { time: Duration::from_millis(300), ..Limits::default() };
    let endless =
        "SELECT sum(a.value * b.value) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";
    let error = bench.lake.sql(bench.ours, endless, quick).await.unwrap_err();
    assert!(matches!(error, Error::TooSlow), "{error:?}");
    let small = Limits { memory: 1 << 20, time: Duration::from_mins(1), ..Limits::default() };
    let wide = "SELECT value % 999983 AS k, count(*) FROM generate_series(1, 3000000) GROUP BY k ORDER BY 2";
    let error = bench.lake.sql(bench.ours, wide, small).await.unwrap_err();
    assert!(matches!(error, Error::TooLarge), "{error:?}");
    let error = bench.lake.sql(bench.ours, "SELECT repeat('x', 1000000000)", small).await.unwrap_err();
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
}

#[tokio::test]
async fn a_damaged_file_is_said_to_be_damaged() {
    let bench = bench();
    let tenant = bench.ours.tenant_id().unwrap();
    let key = format!("lake/sessions/tenant={tenant}/month=2026-03/part-0000.parquet").parse().unwrap();
    let put = atelier_blobs::Put::default();
    bench.blobs.put_bytes(bench.ours, &ASSETS, &key, put, &b"no parquet"[..]).await.unwrap();
    let error =
        bench.lake.sql(bench.ours, "SELECT minutes FROM sessions", Limits::default()).await.unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
}

#[tokio::test]
async fn wrong_declarations_are_refused() {
    static ODD: Dataset = Dataset { name: "No Name", purpose: "", columns: &[] };
    let bench = bench();
    assert!(Lake::open(bench.blobs.clone(), &ASSETS, &[&ODD], 1).is_err());
    assert!(Lake::open(bench.blobs, &ASSETS, &[&SESSIONS, &SESSIONS], 1).is_err());
}
