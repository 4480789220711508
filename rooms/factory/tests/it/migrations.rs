//! The schema goes up, down and up again on a database with data in it.

use atelier_base::Scope;
use atelier_factory::SCHEMA;
use atelier_sql::conformance::{Stage, clock};
use atelier_sql::{Error, Migration, MigrationState, Migrations, Script, Sql};

use crate::catalogue::{rows, table};

crate::on_both! {
    every_step_goes_down_and_up_with_data
    all_goes_down_to_nothing
    history_tells_what_was_done
    a_step_that_fails_leaves_the_schema_as_it_was
    a_step_that_fails_on_its_way_back_leaves_it_too
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
    let later = [
        "factory-0002",
        "factory-0003",
        "factory-0004",
        "factory-0005",
        "factory-0006",
        "factory-0007",
        "factory-0008",
        "factory-0009",
    ];
    let undone = SCHEMA.down_to(&stage.db, Some("factory-0001")).await.expect("down");
    assert_eq!(undone, later.iter().rev().copied().collect::<Vec<_>>());
    assert!(table(&stage.db, "products").await.triggers.is_empty());
    assert_eq!(number(stage, "(SELECT count(*) FROM providers)").await, 0);
    let more = "INSERT INTO orders (tenant_id, id, project_id, provider, model, base_parameter_set, search_text) VALUES \
         ('t', '00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000001', 'studio', 'flow', '{}', 'blue fox')";
    run(stage, more).await.expect("written");
    run(stage, "UPDATE products SET deleted_at = 1").await.expect("written");
    assert_eq!(number(stage, "(SELECT order_count FROM projects)").await, 1);
    let redone = SCHEMA.up(&stage.db, &clock()).await.expect("up");
    assert_eq!(redone, later);
    assert_eq!(number(stage, "(SELECT order_count * 10 + product_count FROM projects)").await, 20);
    assert_eq!(number(stage, "(SELECT sum(expanded_count * 10 + completed_count) FROM orders)").await, 11);
    assert_eq!((found(stage, "fox").await, found(stage, "blue").await, found(stage, "owl").await), (2, 1, 0));
    run(stage, "UPDATE orders SET deleted_at = 1").await.expect("written");
    assert_eq!(number(stage, "(SELECT order_count FROM projects) + (SELECT usage_count FROM tags)").await, 0);
}

/// Only the ledger stays; and a second time is like the first.
async fn all_goes_down_to_nothing(stage: &Stage) {
    assert_eq!(SCHEMA.down_to(&stage.db, None).await.expect("down").len(), SCHEMA.steps.len());
    for gone in ["projects", "system_settings"] {
        assert!(run(stage, &format!("DELETE FROM {gone}")).await.is_err(), "{gone}");
    }
    assert_eq!(number(stage, "(SELECT count(*) FROM migration_history)").await, 0);
    assert_eq!(SCHEMA.up(&stage.db, &clock()).await.expect("up").len(), SCHEMA.steps.len());
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

/// A step with a last statement that no engine understands: all that comes before it is carried out first.
fn broken(step: Migration, breaks_up: bool) -> Migration {
    let broken = |text: &str| &*Box::leak(format!("{text};\nSELEKT").into_boxed_str());
    let script = |Script { up, down }| {
        if breaks_up { Script { up: broken(up), down } } else { Script { up, down: broken(down) } }
    };
    Migration { sqlite: script(step.sqlite), postgres: script(step.postgres), ..step }
}

fn schema(steps: Vec<Migration>) -> Migrations {
    Migrations { name: SCHEMA.name, steps: Box::leak(steps.into_boxed_slice()) }
}

/// Everything that the engine has made, in words, and what the history tells.
async fn everything(stage: &Stage) -> String {
    let made = stage.db.dialect().choose(
        "SELECT coalesce(sql, name) AS words FROM sqlite_schema ORDER BY name, words",
        "SELECT format('%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) AS words \
         FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid \
         WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT a.attisdropped \
         UNION ALL SELECT format('%s on %s', t.tgname, c.relname) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid \
         WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT t.tgisinternal \
         UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = CAST(current_schema() AS regnamespace) \
         ORDER BY words",
    );
    let mut told = rows(&stage.db, made.to_owned()).await;
    told.extend(
        rows(&stage.db, "SELECT version AS words FROM migration_history ORDER BY version".to_owned()).await,
    );
    told.iter().map(|row| row.get::<String>("words").expect("words") + "\n").collect()
}

/// Whichever step it is, and the step is made once it is mended.
async fn a_step_that_fails_leaves_the_schema_as_it_was(stage: &Stage) {
    SCHEMA.down_to(&stage.db, None).await.expect("down");
    for (at, step) in SCHEMA.steps.iter().enumerate() {
        let before = everything(stage).await;
        let steps = [&SCHEMA.steps[..at], &[broken(*step, true)]].concat();
        let refused = schema(steps).up(&stage.db, &clock()).await;
        assert!(
            matches!(&refused, Err(Error::MigrationFailed { version, .. }) if version == step.version),
            "{refused:?}"
        );
        assert_eq!(everything(stage).await, before, "{} left something", step.version);
        let mended = schema(SCHEMA.steps[..=at].to_vec());
        assert_eq!(mended.up(&stage.db, &clock()).await.expect("up"), [step.version]);
        assert_ne!(everything(stage).await, before);
        for text in TENANT_ROWS.into_iter().filter(|_| at == 0) {
            run(stage, text).await.expect("written");
        }
    }
    assert_eq!(number(stage, "(SELECT order_count * 10 + product_count FROM projects)").await, 11);
}

/// With the rows that are there, and their counts.
async fn a_step_that_fails_on_its_way_back_leaves_it_too(stage: &Stage) {
    SCHEMA.down_to(&stage.db, None).await.expect("down");
    let fails = schema(SCHEMA.steps.iter().map(|step| broken(*step, false)).collect());
    fails.up(&stage.db, &clock()).await.expect("up");
    for text in TENANT_ROWS {
        run(stage, text).await.expect("written");
    }
    let before = everything(stage).await;
    let refused = fails.down_to(&stage.db, None).await;
    assert!(matches!(refused, Err(Error::MigrationFailed { .. })), "{refused:?}");
    assert_eq!(everything(stage).await, before);
    assert_eq!(number(stage, "(SELECT order_count * 10 + product_count FROM projects)").await, 11);
}
