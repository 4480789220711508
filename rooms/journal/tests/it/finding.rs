//! Search, figures and SQL: each over a tenant's own records and nobody else's.

use atelier_server::{build_index, fill_lake};
use atelier_testkit::{Client, TestApp};
use serde_json::{Value, json};

use crate::project;

const NOTE: &str =
    "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the burnt sienna";

async fn write(client: &Client, text: &str) -> Value {
    let query = "mutation($text: String!) { createLog(input: {rawText: $text}) { logId version } }";
    client.graphql(query, json!({"text": text})).await.data()["createLog"].clone()
}

async fn found(client: &Client, query: &str) -> Vec<Value> {
    let search =
        "query($query: String!) { search(query: $query) { meaning total hits { id kind title why } } }";
    let answer = client.graphql(search, json!({"query": query})).await;
    answer.data()["search"]["hits"].as_array().expect("hits").clone()
}

#[tokio::test]
async fn a_log_is_found_by_its_words_and_nonsense_finds_nothing() {
    let test = TestApp::start();
    let (ada, other) = (test.user("ada").await, test.user("eve").await);
    project(&ada, "Harbor Triptych").await;
    let log = write(&ada, NOTE).await;
    build_index(&test.app).await.expect("built");
    let hits = found(&ada, "ultramarine glaze").await;
    assert_eq!(hits[0]["id"], log["logId"], "{hits:?}");
    assert!(hits[0]["why"][0].as_str().is_some_and(|why| why.contains("ultramarine")), "{hits:?}");
    assert!(found(&ada, "xylophone bureaucracy").await.is_empty());
    assert!(found(&other, "ultramarine").await.is_empty(), "others find nothing of it");
    let delete =
        "mutation($id: LogId!, $version: Int!) { deleteLog(id: $id, version: $version) { __typename } }";
    assert_eq!(ada.graphql(delete, json!({"id": log["logId"], "version": log["version"]})).await.code(), "");
    build_index(&test.app).await.expect("built");
    assert!(found(&ada, "ultramarine").await.is_empty());
}

#[tokio::test]
async fn hours_and_materials_are_counted_and_answer_in_sql() {
    let test = TestApp::start();
    let (ada, other) = (test.user("ada").await, test.user("eve").await);
    project(&ada, "Harbor Triptych").await;
    write(&ada, NOTE).await;
    write(&ada, "Sanded the panel for twenty minutes.").await;
    let insights = "{ insights { minutes logs days materials { material uses } byProject { minutes } } }";
    let figures = ada.graphql(insights, json!({})).await.data()["insights"].clone();
    assert_eq!((&figures["minutes"], &figures["logs"]), (&json!(95), &json!(2)), "{figures}");
    let materials = figures["materials"].as_array().expect("materials");
    assert!(materials.iter().any(|material| material["material"] == "ultramarine"), "{figures}");

    assert!(0 < fill_lake(&test.app).await.expect("filled"));
    let sql = "{ sql(query: \"select sum(minutes) as minutes, count(*) as logs from logs\") { columns { name } rows } }";
    let answer = ada.graphql(sql, json!({})).await.data()["sql"].clone();
    assert_eq!(answer["rows"], json!([[95, 2]]));
    let nothing = other.graphql(sql, json!({})).await.data()["sql"]["rows"].clone();
    assert_eq!(nothing, json!([[null, 0]]), "others ask their own records");
    assert_eq!(fill_lake(&test.app).await.expect("filled"), 0, "nothing changed since");
    write(&ada, "Varnished for ten minutes.").await;
    fill_lake(&test.app).await.expect("filled");
    let answer = ada.graphql(sql, json!({})).await.data()["sql"].clone();
    assert_eq!(answer["rows"], json!([[105, 3]]));
    let csv = ada.get("/api/v1/journal/lake?query=select%20count(*)%20as%20logs%20from%20logs").await;
    assert_eq!(csv.body.as_str().map(str::trim), Some("logs\n3"));
    let bad = ada.graphql("{ sql(query: \"drop table logs\") { truncated } }", json!({})).await;
    assert_ne!(bad.code(), "");
}
