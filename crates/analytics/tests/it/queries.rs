//! What queries answer.

use atelier_analytics::{Column, ColumnKind, Dataset, Format, Lake, Limits};
use atelier_blobs::ASSETS;
use serde_json::json;

use crate::{SESSIONS, bench, month, session};

#[tokio::test]
async fn values_have_their_json() {
    let bench = bench();
    let mut bare = session("b", 0, "2026-03-15");
    bare["project"] = json!(null);
    let rows = vec![session("أزرق 🎨", 75, "2026-03-14"), bare];
    bench.lake.replace(bench.ours, &SESSIONS, month("2026-03"), rows).await.unwrap();
    let text = "SELECT *, count(*) OVER () AS n FROM sessions ORDER BY minutes DESC";
    let table = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap();
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["project", "minutes", "cost", "billed", "day", "began", "month", "n"]);
    let first = json!(["أزرق 🎨", 75, 1.5, false, "2026-03-14", "2026-03-14T09:30:00Z", "2026-03", 2]);
    assert_eq!(json!(table.rows[0]), first);
    assert_eq!(table.rows[1][0], json!(null));
    assert!(!table.truncated);
}

#[tokio::test]
async fn an_empty_lake_has_its_tables() {
    let bench = bench();
    for text in ["SELECT * FROM sessions", "SELECT project, minutes FROM sessions WHERE month > '2026-01'"] {
        let table = bench.lake.sql(bench.ours, text, Limits::default()).await.unwrap();
        assert!(table.rows.is_empty() && !table.columns.is_empty() && !table.truncated);
    }
    let count =
        bench.lake.sql(bench.ours, "SELECT count(*) FROM purchases", Limits::default()).await.unwrap();
    assert_eq!(count.rows, [[json!(0)]]);
    let limits = Limits::default();
    let (csv, _) =
        bench.lake.export(bench.ours, "SELECT project FROM sessions", limits, Format::Csv).await.unwrap();
    assert_eq!(&csv[..], b"project\n");
}

#[tokio::test]
async fn tenants_do_not_see_each_other() {
    let bench = bench();
    for (scope, minutes) in [(bench.ours, 75), (bench.theirs, 1_000)] {
        let rows = vec![session("a", minutes, "2026-03-14")];
        bench.lake.replace(scope, &SESSIONS, month("2026-03"), rows).await.unwrap();
    }
    let text = "SELECT sum(minutes) FROM sessions";
    for (scope, minutes) in [(bench.ours, 75), (bench.theirs, 1_000)] {
        let table = bench.lake.sql(scope, text, Limits::default()).await.unwrap();
        assert_eq!(table.rows, [[json!(minutes)]]);
    }
}

#[tokio::test]
async fn a_hundred_thousand_rows_are_grouped_and_cut() {
    let bench = bench();
    for number in 1..=4 {
        let day = format!("2026-0{number}-10");
        let rows = (0..25_000).map(|n| session(["a", "b", "c"][n % 3], 2, &day)).collect();
        bench.lake.replace(bench.ours, &SESSIONS, month(&day[..7]), rows).await.unwrap();
    }
    let text =
        "SELECT month, sum(minutes) FROM sessions WHERE month >= '2026-03' GROUP BY month ORDER BY month";
    let table = bench.lake.sql(
        bench.ours,
        text,
        Limits { time: std::time::Duration::from_mins(2), ..Limits::default() },
    );
    assert_eq!(json!(table.await.unwrap().rows), json!([["2026-03", 50_000], ["2026-04", 50_000]]));
    let limits = Limits { rows: 10, ..Limits::default() };
    let cut = bench.lake.sql(bench.ours, "SELECT minutes FROM sessions", limits).await.unwrap();
    assert!(cut.truncated && cut.rows.len() == 10);
    let exact = bench.lake.sql(bench.ours, "SELECT minutes FROM sessions LIMIT 10", limits).await.unwrap();
    assert!(!exact.truncated && exact.rows.len() == 10);
}

#[tokio::test]
async fn exports_are_files() {
    let bench = bench();
    let rows = vec![session("a, b", 75, "2026-03-14")];
    bench.lake.replace(bench.ours, &SESSIONS, month("2026-03"), rows).await.unwrap();
    let text = "SELECT project, minutes, day FROM sessions";
    let export = |format| bench.lake.export(bench.ours, text, Limits::default(), format);
    let (csv, cut) = export(Format::Csv).await.unwrap();
    assert_eq!(&csv[..], b"project,minutes,day\n\"a, b\",75,2026-03-14\n");
    assert!(!cut);
    let (parquet, _) = export(Format::Parquet).await.unwrap();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
}

#[tokio::test]
async fn columns_that_are_younger_than_a_file_are_null() {
    static GROWN: Dataset = Dataset {
        name: "sessions",
        purpose: "A session of work",
        columns: &[
            Column { name: "mood", kind: ColumnKind::Text, purpose: "" },
            Column { name: "minutes", kind: ColumnKind::Integer, purpose: "" },
        ],
    };
    let bench = bench();
    let rows = vec![session("a", 75, "2026-03-14")];
    bench.lake.replace(bench.ours, &SESSIONS, month("2026-03"), rows).await.unwrap();
    let grown = Lake::open(bench.blobs.clone(), &ASSETS, &[&GROWN], 1).unwrap();
    let table = grown.sql(bench.ours, "SELECT minutes, mood FROM sessions", Limits::default()).await.unwrap();
    assert_eq!(table.rows, [[json!(75), json!(null)]]);
}
