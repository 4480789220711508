//! Writing months, and taking them away.

use atelier_analytics::{Lake, Limits, Month};
use atelier_base::{PageRequest, Scope};
use atelier_blobs::ASSETS;
use serde_json::json;

use crate::{EMPTY, SESSIONS, bench, month, session};

async fn minutes(lake: &Lake, scope: Scope) -> serde_json::Value {
    let table =
        lake.sql(scope, "SELECT sum(minutes) FROM sessions", Limits::default()).await.expect("an answer");
    table.rows[0][0].clone()
}

#[tokio::test]
async fn a_month_is_replaced_as_a_whole() {
    let bench = bench();
    let march = month("2026-03");
    let write =
        |minutes| bench.lake.replace(bench.ours, &SESSIONS, march, vec![session("a", minutes, "2026-03-14")]);
    write(75).await.unwrap();
    write(75).await.unwrap();
    assert_eq!(minutes(&bench.lake, bench.ours).await, 75, "writing it again changes nothing");
    write(40).await.unwrap();
    assert_eq!(minutes(&bench.lake, bench.ours).await, 40);
    bench.lake.replace::<serde_json::Value>(bench.ours, &SESSIONS, march, vec![]).await.unwrap();
    assert_eq!(bench.lake.months(bench.ours, &SESSIONS).await.unwrap(), [] as [Month; 0]);
    assert_eq!(minutes(&bench.lake, bench.ours).await, json!(null));
}

#[tokio::test]
async fn files_lie_where_athena_looks_for_them() {
    let bench = bench();
    for text in ["2026-03", "2025-12"] {
        let rows = vec![session("a", 5, &format!("{text}-02"))];
        bench.lake.replace(bench.ours, &SESSIONS, month(text), rows).await.unwrap();
    }
    assert_eq!(bench.lake.months(bench.ours, &SESSIONS).await.unwrap(), [month("2025-12"), month("2026-03")]);
    let page = bench.blobs.list(bench.ours, &ASSETS, "lake/", PageRequest::first(10)).await.unwrap();
    let keys: Vec<String> = page.into_nodes().map(|entry| entry.key.to_string()).collect();
    let tenant = bench.ours.tenant_id().unwrap();
    let key = |month| format!("lake/sessions/tenant={tenant}/month={month}/part-0000.parquet");
    assert_eq!(keys, [key("2025-12"), key("2026-03")]);
}

#[tokio::test]
async fn more_than_a_page_of_months_is_found() {
    let bench = bench();
    for number in 0..205 {
        let text = format!("{}-{:02}", 2000 + number / 12, number % 12 + 1);
        let rows = vec![session("a", 1, &format!("{text}-01"))];
        bench.lake.replace(bench.ours, &SESSIONS, month(&text), rows).await.unwrap();
    }
    assert_eq!(minutes(&bench.lake, bench.ours).await, 205);
}

#[tokio::test]
async fn a_tenant_is_forgotten_and_another_stays() {
    let bench = bench();
    for scope in [bench.ours, bench.theirs] {
        let rows = vec![session("a", 10, "2026-03-14")];
        bench.lake.replace(scope, &SESSIONS, month("2026-03"), rows).await.unwrap();
        bench.lake.replace(scope, &EMPTY, month("2026-03"), vec![json!({"price": 900})]).await.unwrap();
    }
    bench.lake.forget(bench.ours).await.unwrap();
    bench.lake.forget(bench.ours).await.unwrap();
    let left = bench.blobs.list(bench.ours, &ASSETS, "lake/", PageRequest::first(10)).await.unwrap();
    assert!(left.edges.is_empty());
    assert_eq!(minutes(&bench.lake, bench.theirs).await, 10);
}

#[tokio::test]
async fn rows_that_do_not_fit_leave_what_was_there() {
    let bench = bench();
    let march = month("2026-03");
    bench.lake.replace(bench.ours, &SESSIONS, march, vec![session("a", 10, "2026-03-14")]).await.unwrap();
    let wrong = vec![json!({"minutes": "many"})];
    assert!(bench.lake.replace(bench.ours, &SESSIONS, march, wrong).await.is_err());
    assert_eq!(minutes(&bench.lake, bench.ours).await, 10);
    let nowhere = bench.lake.replace(Scope::directory(), &SESSIONS, march, vec![json!({})]).await;
    assert!(nowhere.is_err(), "the lake belongs to tenants");
}
