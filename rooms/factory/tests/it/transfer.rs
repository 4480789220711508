//! The factory moves from SQLite to PostgreSQL, with everything that it has.

use std::collections::BTreeSet;

use atelier_base::Scope;
use atelier_factory::TRANSFER;
use atelier_factory::search::{ORDERS, PRODUCTS};
use atelier_sql::conformance::{Stage, clock};
use atelier_sql::words::{Indexed, Query, fold};
use atelier_sql::{Db, Proof, Sql, Transfer};

use crate::catalogue::{rows, table};

const EVERYONE: Scope = Scope::directory();
const SMALL: Transfer = Transfer { at_once: 3, ..TRANSFER };

/// What no rows of the defaults have: unicode, nothing where nothing may be, the largest numbers, things in the bin.
const ROWS: &str = include_str!("transfer/rows.sql");

async fn run(db: &Db, text: impl Into<Sql>) {
    db.execute(EVERYONE, text.into()).await.expect("done");
}

async fn number(db: &Db, text: &str) -> i64 {
    rows(db, format!("SELECT (SELECT {text}) AS n")).await[0].get("n").expect("a number")
}

/// A file with rows in every table, and a PostgreSQL without tables; none where there is no PostgreSQL.
async fn stages() -> Option<(Stage, Stage)> {
    let target = Stage::postgres().await?;
    let source = crate::sqlite().await?;
    for statement in ROWS.split(";\n").filter(|text| !text.trim().is_empty()) {
        run(&source.db, statement).await;
    }
    for (name, words) in [("orders", "Ein Füchslein 🦊 im Schnee"), ("products", "Ἀλώπηξ, старый лис")]
    {
        let sql = Sql::new(format!("UPDATE {name} SET search_text = ? WHERE search_text = 'words'"));
        run(&source.db, sql.bind(fold(words))).await;
    }
    Some((source, target))
}

async fn moved(transfer: Transfer, source: &Stage, target: &Stage) -> Vec<Proof> {
    let both = (&source.db, &target.db);
    transfer.copy(EVERYONE, both, &clock(), |_| ()).await.expect("copied");
    let proofs = transfer.prove(EVERYONE, both, |_| ()).await.expect("read");
    Proof::check(&proofs).expect("equal");
    proofs
}

/// Whoever adds a table or a column is reminded to add it there.
#[tokio::test]
async fn every_table_and_column_is_moved() {
    let Some((source, target)) = stages().await else { return };
    atelier_factory::SCHEMA.up(&target.db, &clock()).await.expect("up");
    let there = rows(
        &target.db,
        "SELECT CAST(relname AS text) AS name FROM pg_class \
         WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace)"
            .to_owned(),
    );
    let there: BTreeSet<String> = there.await.iter().map(|row| row.get("name").expect("a name")).collect();
    let named = TRANSFER.tables.iter().map(|table| table.name).chain(["migration_history"]);
    assert_eq!(named.map(str::to_owned).collect::<BTreeSet<_>>(), there);
    let mut before = BTreeSet::new();
    for plan in TRANSFER.tables {
        let columns: BTreeSet<String> = plan.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        for (db, own) in [(&source.db, "search_row"), (&target.db, "search_vector")] {
            let mut found = table(db, plan.name).await;
            found.columns.remove(own);
            assert_eq!(columns, found.columns.into_keys().collect::<BTreeSet<_>>(), "{}", plan.name);
        }
        let found = table(&target.db, plan.name).await;
        assert_eq!(plan.key, found.primary_key, "{}", plan.name);
        before.insert(plan.name.to_owned());
        for reference in &found.references {
            assert!(before.contains(&reference.table), "{} refers to what comes later", plan.name);
        }
        for (name, _) in plan.columns {
            let filled = number(&source.db, &format!("count(\"{name}\") FROM {}", plan.name)).await;
            assert!(filled > 0, "the rows of this test say nothing of {}.{name}", plan.name);
        }
    }
    source.end().await;
    target.end().await;
}

#[tokio::test]
async fn everything_is_there_and_goes_on() {
    let Some((source, target)) = stages().await else { return };
    let proofs = moved(SMALL, &source, &target).await;
    assert!(proofs.iter().all(|proof| proof.source.rows > 0), "{proofs:?}");
    let db = &target.db;
    // Counts are what there is to count, after the move and after more changes.
    counts_are_exact(db).await;
    for (db, words, table) in [(&source.db, "fuchslein", &ORDERS), (db, "fuchslein", &ORDERS)] {
        assert_eq!(found(db, words, "orders", table).await, 1);
    }
    for word in ["\"старыи лис\"", "αλωπ*"] {
        assert_eq!(
            found(&source.db, word, "products", &PRODUCTS).await,
            found(db, word, "products", &PRODUCTS).await
        );
    }
    assert_eq!(found(db, "лис", "products", &PRODUCTS).await, 1);
    run(db, "UPDATE products SET deleted_at = NULL WHERE deleted_at IS NOT NULL").await;
    run(db, "DELETE FROM order_items WHERE status = 'complete'").await;
    run(db, "UPDATE orders SET deleted_at = 1 WHERE deleted_at IS NULL").await;
    counts_are_exact(db).await;
    run(db, "UPDATE orders SET search_text = 'owl'").await;
    assert_eq!(found(db, "owl", "orders", &ORDERS).await, number(db, "count(*) FROM orders").await);
    let no_such = "INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id) \
                   SELECT tenant_id, id, 'product', id FROM tags LIMIT 1";
    assert!(db.execute(EVERYONE, Sql::new(no_such)).await.is_err(), "the triggers are at work again");
    source.end().await;
    target.end().await;
}

async fn found(db: &Db, words: &str, table: &str, indexed: &Indexed) -> i64 {
    let condition = Query::parse(words).condition(db.dialect(), indexed).expect("words");
    let sql = Sql::new(format!("SELECT count(*) AS n FROM {table} WHERE ")).push(condition);
    db.fetch_one(EVERYONE, sql).await.expect("a row").get("n").expect("a count")
}

async fn counts_are_exact(db: &Db) {
    for (table, column, counted) in [
        ("projects", "product_count", "products WHERE project_id = t.id AND deleted_at IS NULL"),
        ("projects", "order_count", "orders WHERE project_id = t.id AND deleted_at IS NULL"),
        ("orders", "expanded_count", "order_items WHERE order_id = t.id"),
        ("orders", "completed_count", "order_items WHERE order_id = t.id AND status = 'complete'"),
        ("orders", "failed_count", "order_items WHERE order_id = t.id AND status = 'failed'"),
        ("templates", "usage_count", "orders WHERE template_id = t.id AND deleted_at IS NULL"),
        ("collections", "product_count", "collection_products WHERE collection_id = t.id AND is_live"),
        ("tags", "usage_count", "tag_associations WHERE tag_id = t.id AND is_live"),
    ] {
        let wrong = format!("count(*) FROM {table} AS t WHERE {column} <> (SELECT count(*) FROM {counted})");
        assert_eq!(number(db, &wrong).await, 0, "{table}.{column}");
    }
    let days = "(SELECT sum(product_count) FROM product_days) - (SELECT count(*) FROM products WHERE deleted_at IS NULL)";
    assert_eq!(number(db, &format!("CAST({days} AS bigint)")).await, 0);
}

/// With what a server makes by itself: the house's rows and the tenants' copies of them.
#[tokio::test]
async fn rows_of_the_house_are_the_ones_of_the_source() {
    let Some((source, target)) = stages().await else { return };
    run(
        &source.db,
        "UPDATE lookups SET \"values\" = '[\"umber\"]' WHERE tenant_id = 'house' AND key = 'color'",
    )
    .await;
    run(&source.db, "DELETE FROM system_settings WHERE key = 'webhooks.tolerance_seconds'").await;
    moved(TRANSFER, &source, &target).await;
    let umber = "count(*) FROM lookups WHERE key = 'color' AND \"values\" ->> 0 = 'umber'";
    assert_eq!(number(&target.db, umber).await, 1);
    assert_eq!(
        number(&target.db, "count(*) FROM models").await,
        number(&source.db, "count(*) FROM models").await
    );
    source.end().await;
    target.end().await;
}
