//! The schema goes up, down and up again on a database with data in it.

use atelier_base::Scope;
use atelier_factory::SCHEMA;
use atelier_sql::conformance::{Stage, clock};
use atelier_sql::{Error, MigrationState, Sql};

use crate::catalogue::{rows, table};

crate::on_both! {
    every_step_goes_down_and_up_with_data
    all_goes_down_to_nothing
    history_tells_what_was_done
}

const TENANT_ROWS: [&str; 6] = [
    "INSERT INTO projects (tenant_id, id, name) VALUES ('t', '00000000-0000-4000-8000-000000000001', 'p')",
    "INSERT INTO orders (tenant_id, id, project_id, provider, model, base_parameter_set, search_text) VALUES \
     ('t', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'studio', 'flow', '{}', 'red fox')",
    "INSERT INTO order_items (tenant_id, id, order_id, sequence_number, provider, status) VALUES \
     ('t', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 1, 'studio', 'complete')",
    "INSERT INTO products (tenant_id, id, project_id, order_item_id, type, file_path, search_text) VALUES \
     ('t', '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000001', \
     '00000000-0000-4000-8000-000000000003', 'image', 'a.png', 'old owl')",
    "INSERT INTO tags (tenant_id, id, name) VALUES ('t', '00000000-0000-4000-8000-000000000005', 'x')",
    "INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id) VALUES \
     ('t', '00000000-0000-4000-8000-000000000005', 'order', '00000000-0000-4000-8000-000000000002')",
];

async fn run(stage: &Stage, text: &str) -> Result<u64, Error> {
    stage.db.execute(Scope::directory(), Sql::new(text)).await
}

async fn number(stage: &Stage, text: &str) -> i64 {
    rows(&stage.db, format!("SELECT {text} AS n")).await[0].get("n").expect("a number")
}

async fn found(stage: &Stage, word: &str) -> i64 {
    let query = atelier_sql::words::Query::parse(word);
    let condition = query.condition(stage.db.dialect(), &atelier_factory::search::ORDERS).expect("words");
    let sql = Sql::new("SELECT count(*) AS n FROM orders WHERE ").push(condition);
    stage.db.fetch_one(Scope::directory(), sql).await.expect("a row").get("n").expect("a count")
}

/// Rows that come while counts and words are not kept are counted and found afterwards.
async fn every_step_goes_down_and_up_with_data(stage: &Stage) {
    for text in TENANT_ROWS {
        run(stage, text).await.expect("written");
    }
    let undone = SCHEMA.down_to(&stage.db, Some("factory-0001")).await.expect("down");
    assert_eq!(undone, ["factory-0004", "factory-0003", "factory-0002"]);
    assert!(table(&stage.db, "products").await.triggers.is_empty());
    assert_eq!(number(stage, "(SELECT count(*) FROM providers)").await, 0);
    let more = "INSERT INTO orders (tenant_id, id, project_id, provider, model, base_parameter_set, search_text) VALUES \
         ('t', '00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000001', 'studio', 'flow', '{}', 'blue fox')";
    run(stage, more).await.expect("written");
    run(stage, "UPDATE products SET deleted_at = 1").await.expect("written");
    assert_eq!(number(stage, "(SELECT order_count FROM projects)").await, 1);
    let redone = SCHEMA.up(&stage.db, &clock()).await.expect("up");
    assert_eq!(redone, ["factory-0002", "factory-0003", "factory-0004"]);
    assert_eq!(number(stage, "(SELECT order_count * 10 + product_count FROM projects)").await, 20);
    assert_eq!(number(stage, "(SELECT sum(expanded_count * 10 + completed_count) FROM orders)").await, 11);
    assert_eq!((found(stage, "fox").await, found(stage, "blue").await, found(stage, "owl").await), (2, 1, 0));
    run(stage, "UPDATE orders SET deleted_at = 1").await.expect("written");
    assert_eq!(number(stage, "(SELECT order_count FROM projects) + (SELECT usage_count FROM tags)").await, 0);
}

/// Only the ledger stays; and a second time is like the first.
async fn all_goes_down_to_nothing(stage: &Stage) {
    assert_eq!(SCHEMA.down_to(&stage.db, None).await.expect("down").len(), 4);
    for gone in ["projects", "system_settings"] {
        assert!(run(stage, &format!("DELETE FROM {gone}")).await.is_err(), "{gone}");
    }
    assert_eq!(number(stage, "(SELECT count(*) FROM migration_history)").await, 0);
    assert_eq!(SCHEMA.up(&stage.db, &clock()).await.expect("up").len(), 4);
    assert!(number(stage, "(SELECT count(*) FROM providers)").await > 0);
}

/// Version, time, description and checksum.
async fn history_tells_what_was_done(stage: &Stage) {
    let told = rows(&stage.db, "SELECT * FROM migration_history ORDER BY version".to_owned()).await;
    assert_eq!(told.len(), SCHEMA.steps.len());
    for (row, step) in told.iter().zip(SCHEMA.steps) {
        assert_eq!(row.get::<String>("version").expect("a version"), step.version);
        assert_eq!(row.get::<i64>("applied_at").expect("a time"), clock().now().as_millis());
        assert_eq!(row.get::<String>("description").expect("words"), step.description);
        assert_eq!(row.get::<String>("checksum").expect("a sum"), step.checksum(stage.db.dialect()));
    }
    run(stage, "UPDATE migration_history SET checksum = 'other' WHERE version = 'factory-0002'")
        .await
        .expect("edited");
    let refused = SCHEMA.up(&stage.db, &clock()).await;
    assert!(
        matches!(&refused, Err(Error::MigrationChanged { version }) if version == "factory-0002"),
        "{refused:?}"
    );
    let standings = SCHEMA.status(&stage.db).await.expect("a status");
    assert_eq!(standings[1].state, MigrationState::Changed);
}
