//! Words and parameters are found after inserts, updates and purges.

use atelier_base::Scope;
use atelier_factory::search::{ORDERS, PRODUCTS, order_text, product_text};
use atelier_sql::conformance::{Stage, tenant};
use atelier_sql::words::Query;
use atelier_sql::{Sql, Value};
use serde_json::json;
use uuid::Uuid;

crate::on_both! {
    words_follow_their_rows
    parameters_are_found_by_an_index
}

async fn order(stage: &Stage, id: u128, scope: Scope, parameters: serde_json::Value) {
    let sql = Sql::new(
        "INSERT INTO orders (tenant_id, id, provider, model, base_parameter_set, search_text) \
         VALUES (:tenant, ?, 'studio', 'flow', ?, ?)",
    );
    let text = order_text(&parameters);
    stage
        .db
        .execute(scope, sql.bind(Uuid::from_u128(id)).bind(parameters).bind(text))
        .await
        .expect("written");
}

async fn product(stage: &Stage, id: u128, metadata: serde_json::Value) {
    let sql = Sql::new(
        "INSERT INTO products (tenant_id, id, type, file_path, metadata, search_text) \
         VALUES (:tenant, ?, 'image', 'a.png', ?, ?)",
    );
    let text = product_text(&metadata);
    stage
        .db
        .execute(tenant(1), sql.bind(Uuid::from_u128(id)).bind(metadata).bind(text))
        .await
        .expect("written");
}

async fn select(stage: &Stage, sql: Sql) -> Vec<u128> {
    let rows = stage.db.fetch_all(tenant(1), sql.push(" ORDER BY id")).await.expect("rows");
    rows.iter().map(|row| row.get::<Uuid>("id").expect("an id").as_u128()).collect()
}

async fn orders(stage: &Stage, query: &str) -> Vec<u128> {
    let condition = Query::parse(query).condition(stage.db.dialect(), &ORDERS).expect("words");
    select(stage, Sql::new("SELECT id FROM orders WHERE tenant_id = :tenant AND ").push(condition)).await
}

async fn products(stage: &Stage, query: &str) -> Vec<u128> {
    let condition = Query::parse(query).condition(stage.db.dialect(), &PRODUCTS).expect("words");
    select(stage, Sql::new("SELECT id FROM products WHERE tenant_id = :tenant AND ").push(condition)).await
}

async fn words_follow_their_rows(stage: &Stage) {
    order(
        stage,
        1,
        tenant(1),
        json!({"prompt": "a [red,blue] fox", "negative_prompt": "blurry", "note": "unseen"}),
    )
    .await;
    order(stage, 2, tenant(1), json!({"prompt": "an owl"})).await;
    order(stage, 3, tenant(2), json!({"prompt": "a fox of somebody else"})).await;
    assert_eq!(orders(stage, "fox").await, [1]);
    assert_eq!(orders(stage, "blur*").await, [1]);
    assert_eq!(orders(stage, "-fox").await, [2]);
    assert!(orders(stage, "unseen").await.is_empty());
    product(stage, 7, json!({"prompt": "Renard à la plage", "loras": [{"name": "Ink Wash"}], "steps": 20}))
        .await;
    assert_eq!(products(stage, "renard \"ink wash\" a").await, [7]);
    let renamed = Sql::new("UPDATE orders SET search_text = 'heron' WHERE tenant_id = :tenant AND id = ?");
    stage.db.execute(tenant(1), renamed.bind(Uuid::from_u128(1))).await.expect("written");
    assert_eq!((orders(stage, "fox").await, orders(stage, "heron").await), (vec![], vec![1]));
    stage
        .db
        .execute(tenant(1), Sql::new("DELETE FROM orders WHERE tenant_id = :tenant"))
        .await
        .expect("purged");
    assert!(orders(stage, "-fox").await.is_empty());
}

/// The plan names the index, on either engine.
async fn parameters_are_found_by_an_index(stage: &Stage) {
    for n in 0..60 {
        product(
            stage,
            n,
            json!({"model": if n % 2 == 0 { "flow" } else { "noise" }, "steps": n % 10, "seed": n}),
        )
        .await;
    }
    let dialect = stage.db.dialect();
    let filtered = |model: Value| {
        Sql::new("SELECT id FROM products WHERE tenant_id = :tenant AND ")
            .push(dialect.json_is("metadata", "model", model))
            .push(" AND ")
            .push(dialect.json_is("metadata", "steps", 4))
    };
    assert_eq!(select(stage, filtered("flow".into())).await, [4, 14, 24, 34, 44, 54]);
    assert!(select(stage, filtered("noise".into())).await.is_empty());
    let mut transaction = stage.db.begin().await.expect("begun");
    // With sixty rows a scan would be the better plan.
    if dialect == atelier_sql::Dialect::Postgres {
        let only = Sql::new("SET LOCAL enable_seqscan = off");
        transaction.execute(Scope::directory(), only).await.expect("set");
        let only = Sql::new("SET LOCAL enable_indexscan = off");
        transaction.execute(Scope::directory(), only).await.expect("set");
    }
    let explain = dialect.choose("EXPLAIN QUERY PLAN ", "EXPLAIN ");
    let query = Sql::new(explain).push(filtered("flow".into()));
    let plan = transaction.fetch_all(tenant(1), query).await.expect("a plan");
    let column = dialect.choose("detail", "QUERY PLAN");
    let plan: Vec<String> = plan.iter().map(|row| row.get(column).expect("a line")).collect();
    assert!(plan.join("\n").contains("idx_products_metadata"), "{plan:#?}");
}
