//! Whatever happens to the rows, the kept counts are what counting gives.

use atelier_base::{Randomness, Scope};
use atelier_sql::conformance::{Stage, tenant};
use atelier_sql::{Dialect, Error, Sql, Value, ValueKind};
use uuid::Uuid;

use crate::catalogue::rows;

crate::on_both! {
    counts_are_exact_whatever_happens
    a_full_bin_counts_nothing_twice
    a_tag_names_what_is_there
}

/// Each row is a count that is kept and what it should be, by counting what is not in the bin.
const COUNTED: &str = "
SELECT 'projects.product_count' AS what, id, product_count AS kept,
    (SELECT count(*) FROM products WHERE project_id = projects.id AND deleted_at IS NULL) AS counted FROM projects
UNION ALL SELECT 'product_days.product_count', project_id, sum(product_count),
    (SELECT count(*) FROM products WHERE coalesce(products.project_id, '00000000-0000-0000-0000-000000000000')
    = product_days.project_id AND created_at / 86400000 = day AND deleted_at IS NULL)
    FROM product_days GROUP BY project_id, day
UNION ALL SELECT 'projects.order_count', id, order_count,
    (SELECT count(*) FROM orders WHERE project_id = projects.id AND deleted_at IS NULL) FROM projects
UNION ALL SELECT 'orders.expanded_count', id, expanded_count,
    (SELECT count(*) FROM order_items WHERE order_id = orders.id) FROM orders
UNION ALL SELECT 'orders.completed_count', id, completed_count,
    (SELECT count(*) FROM order_items WHERE order_id = orders.id AND status = 'complete') FROM orders
UNION ALL SELECT 'orders.failed_count', id, failed_count,
    (SELECT count(*) FROM order_items WHERE order_id = orders.id AND status = 'failed') FROM orders
UNION ALL SELECT 'templates.usage_count', id, usage_count,
    (SELECT count(*) FROM orders WHERE template_id = templates.id AND deleted_at IS NULL) FROM templates
UNION ALL SELECT 'collections.product_count', id, product_count,
    (SELECT count(*) FROM collection_products AS c JOIN products AS p ON p.id = c.product_id
    WHERE c.collection_id = collections.id AND p.deleted_at IS NULL) FROM collections
UNION ALL SELECT 'tags.usage_count', id, usage_count,
    (SELECT count(*) FROM tag_associations AS t JOIN (
        SELECT 'project' AS kind, id AS entity, deleted_at FROM projects
        UNION ALL SELECT 'product', id, deleted_at FROM products
        UNION ALL SELECT 'collection', id, deleted_at FROM collections
        UNION ALL SELECT 'order', id, deleted_at FROM orders
    ) AS e ON e.kind = t.entity_type AND e.entity = t.entity_id
    WHERE t.tag_id = tags.id AND e.deleted_at IS NULL) FROM tags";

/// Associations of what is no more.
const ORPHANS: &str = "
SELECT 'tag_associations', tag_id, 1, 0 FROM tag_associations WHERE entity_id NOT IN (
    SELECT id FROM projects UNION SELECT id FROM products UNION SELECT id FROM collections UNION SELECT id FROM orders)";

/// Returns the sum of all counts.
async fn check(stage: &Stage, after: &str) -> i64 {
    let all = rows(&stage.db, format!("{COUNTED} UNION ALL {ORPHANS}")).await;
    let mut sum = 0;
    for row in all {
        let number = |column| row.get::<i64>(column).expect("a number");
        let what: String = row.get("what").expect("a name");
        assert_eq!(number("kept"), number("counted"), "{what} after {after}");
        sum += number("kept");
    }
    sum
}

/// Things are drawn from few ids, so that they meet.
struct Dice {
    randomness: Randomness,
    next: std::cell::Cell<u128>,
}

const TABLES: [(&str, u128); 7] = [
    ("projects", 1),
    ("templates", 2),
    ("orders", 3),
    ("products", 4),
    ("collections", 5),
    ("tags", 6),
    ("order_items", 7),
];

impl Dice {
    fn below(&self, limit: u32) -> u32 {
        u32::from_le_bytes(self.randomness.bytes()) % limit
    }

    /// One of few ids of a table.
    fn id(&self, table: &str) -> Uuid {
        let (_, space) = TABLES.into_iter().find(|(name, _)| *name == table).expect("a table");
        let few = if ["orders", "products", "order_items"].contains(&table) { 12 } else { 4 };
        Uuid::from_u128(space << 64 | u128::from(self.below(few)))
    }

    fn some(&self, table: &str) -> Value {
        if self.below(5) == 0 { Value::Null(ValueKind::Uuid) } else { self.id(table).into() }
    }

    fn bin(&self) -> Value {
        if self.below(2) == 0 { Value::Null(ValueKind::Int) } else { Value::Int(1_000) }
    }

    fn number(&self) -> i64 {
        self.next.set(self.next.get() + 1);
        i64::try_from(self.next.get()).expect("small")
    }

    fn status(&self) -> &'static str {
        ["pending", "claimed", "complete", "failed", "cancelled"][self.below(5) as usize]
    }

    fn entity(&self) -> (&'static str, &'static str) {
        [("project", "projects"), ("product", "products"), ("collection", "collections"), ("order", "orders")]
            [self.below(4) as usize]
    }

    /// What others refer to, all of it.
    fn begin() -> impl Iterator<Item = Sql> {
        let named =
            ["projects", "collections", "tags"].into_iter().flat_map(|table| (0..4).map(move |n| (table, n)));
        named.map(|(table, n)| {
            let (_, space) = TABLES.into_iter().find(|(name, _)| *name == table).expect("a table");
            Sql::new(format!("INSERT INTO {table} (tenant_id, id, name) VALUES (:tenant, ?, ?)"))
                .bind(Uuid::from_u128(space << 64 | n))
                .bind(format!("begin {n}"))
        })
    }

    /// Something new.
    fn make(&self) -> Sql {
        let n = self.number();
        let name = format!("n{n}");
        match self.below(13) {
            0 => Sql::new("INSERT INTO projects (tenant_id, id, name, deleted_at) VALUES (:tenant, ?, ?, ?)")
                .bind(self.id("projects"))
                .bind(name)
                .bind(self.bin()),
            1 => Sql::new(
                "INSERT INTO templates (tenant_id, id, name, provider, model, parameter_set, project_id) \
                 VALUES (:tenant, ?, ?, 'studio', 'flow', ?, ?)",
            )
            .bind(self.id("templates"))
            .bind(name)
            .bind(serde_json::json!({}))
            .bind(self.some("projects")),
            2 => Sql::new(
                "INSERT INTO orders (tenant_id, id, provider, model, base_parameter_set, search_text, \
                 project_id, template_id, deleted_at) VALUES (:tenant, ?, 'studio', 'flow', ?, ?, ?, ?, ?)",
            )
            .bind(self.id("orders"))
            .bind(serde_json::json!({"prompt": name}))
            .bind(name)
            .bind(self.some("projects"))
            .bind(self.some("templates"))
            .bind(self.bin()),
            3 => Sql::new(
                "INSERT INTO order_items (tenant_id, id, order_id, sequence_number, status, provider) \
                 VALUES (:tenant, ?, ?, ?, ?, 'studio'), (:tenant, ?, ?, ?, ?, 'studio')",
            )
            .bind(self.id("order_items"))
            .bind(self.id("orders"))
            .bind(n)
            .bind(self.status())
            .bind(Uuid::from_u128(8 << 64 | u128::from(n.unsigned_abs())))
            .bind(self.id("orders"))
            .bind(n + 1_000_000)
            .bind(self.status()),
            4 | 5 => Sql::new(
                "INSERT INTO products (tenant_id, id, type, file_path, search_text, order_item_id, \
                 project_id, deleted_at) VALUES (:tenant, ?, 'image', 'a.png', ?, ?, ?, ?)",
            )
            .bind(self.id("products"))
            .bind(name)
            .bind(if self.below(2) == 0 { Value::Null(ValueKind::Uuid) } else { self.some("order_items") })
            .bind(self.some("projects"))
            .bind(self.bin()),
            6 => Sql::new(
                "INSERT INTO collections (tenant_id, id, name, cover_product_id) VALUES (:tenant, ?, ?, ?)",
            )
            .bind(self.id("collections"))
            .bind(name)
            .bind(self.some("products")),
            7 => Sql::new("INSERT INTO tags (tenant_id, id, name) VALUES (:tenant, ?, ?)")
                .bind(self.id("tags"))
                .bind(name),
            _ => self.file(),
        }
    }

    /// Into a collection, or under a tag.
    fn file(&self) -> Sql {
        if self.below(2) == 0 {
            return Sql::new("INSERT INTO collection_products (tenant_id, collection_id, product_id) \
                 SELECT c.tenant_id, c.id, p.id FROM collections AS c JOIN products AS p ON p.tenant_id = c.tenant_id \
                 WHERE c.tenant_id = :tenant AND c.id = ? AND p.id > ? ON CONFLICT DO NOTHING")
                .bind(self.id("collections"))
                .bind(self.id("products"));
        }
        let (kind, table) = self.entity();
        Sql::new("INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id) VALUES (:tenant, ?, ?, ?)")
            .bind(self.id("tags"))
            .bind(kind)
            .bind(self.id(table))
    }

    /// Into the bin, out of it, from one place to another, from one status to another; one row or many.
    fn change(&self) -> Sql {
        let (_, table) = self.entity();
        match self.below(8) {
            0 => Sql::new(format!("UPDATE {table} SET deleted_at = ? WHERE tenant_id = :tenant AND id = ?"))
                .bind(self.bin())
                .bind(self.id(table)),
            1 => Sql::new("UPDATE products SET deleted_at = ? WHERE tenant_id = :tenant AND project_id = ?")
                .bind(self.bin())
                .bind(self.id("projects")),
            2 => Sql::new("UPDATE products SET project_id = ?, deleted_at = ? WHERE tenant_id = :tenant AND id <= ?")
                .bind(self.some("projects"))
                .bind(self.bin())
                .bind(self.id("products")),
            3 => Sql::new("UPDATE orders SET project_id = ?, template_id = ?, deleted_at = ?, search_text = 'moved' \
                 WHERE tenant_id = :tenant AND id >= ?")
                .bind(self.some("projects"))
                .bind(self.some("templates"))
                .bind(self.bin())
                .bind(self.id("orders")),
            4 => Sql::new("UPDATE order_items SET status = ? WHERE tenant_id = :tenant AND order_id <= ?")
                .bind(self.status())
                .bind(self.id("orders")),
            5 => Sql::new("UPDATE order_items SET order_id = ? WHERE tenant_id = :tenant AND order_id = ?")
                .bind(self.id("orders"))
                .bind(self.id("orders")),
            6 => Sql::new(
                "UPDATE order_items SET status = ?, order_id = ? WHERE tenant_id = :tenant AND order_id = ?",
            )
            .bind(self.status())
            .bind(self.id("orders"))
            .bind(self.id("orders")),
            _ => Sql::new("UPDATE products SET liked = NOT liked, search_text = 'liked' WHERE tenant_id = :tenant AND id > ?")
                .bind(self.id("products")),
        }
    }

    /// For good.
    fn purge(&self) -> Sql {
        match self.below(7) {
            0 => Sql::new("DELETE FROM collection_products WHERE tenant_id = :tenant AND product_id < ?")
                .bind(self.id("products")),
            1 => Sql::new("DELETE FROM tag_associations WHERE tenant_id = :tenant AND tag_id = ?")
                .bind(self.id("tags")),
            2 => Sql::new(
                "DELETE FROM products WHERE tenant_id = :tenant AND deleted_at IS NOT NULL AND project_id IS NOT NULL",
            ),
            3 => Sql::new("DELETE FROM products WHERE tenant_id = :tenant AND id = ?")
                .bind(self.id("products")),
            4 => Sql::new("DELETE FROM order_items WHERE tenant_id = :tenant AND order_id = ?")
                .bind(self.id("orders")),
            _ => {
                let table = TABLES[self.below(7) as usize].0;
                Sql::new(format!("DELETE FROM {table} WHERE tenant_id = :tenant AND id = ?"))
                    .bind(self.id(table))
            }
        }
    }
}

/// A statement may be refused, as when an id is taken or a template is in use; then nothing happened.
async fn attempt(stage: &Stage, scope: Scope, sql: Sql) -> bool {
    match stage.db.execute(scope, sql.clone()).await {
        Ok(_) => true,
        Err(Error::Exists { .. } | Error::Referenced { .. }) => false,
        Err(error) => panic!("{sql:?}: {error}"),
    }
}

/// Many small histories.
async fn counts_are_exact_whatever_happens(stage: &Stage) {
    let (mut done, mut seen) = (0, 0);
    for seed in 0..2 {
        let dice = Dice { randomness: Randomness::seeded(seed), next: (u128::from(seed) * 1_000_000).into() };
        // Only then is there something to move about.
        for sql in Dice::begin().chain((0..120).map(|_| dice.make())) {
            done += i32::from(attempt(stage, tenant(1), sql).await);
        }
        check(stage, "making things").await;
        for _ in 0..100 {
            let sql = match dice.below(10) {
                0..=4 => dice.make(),
                5..=7 => dice.change(),
                _ => dice.purge(),
            };
            done += i32::from(attempt(stage, tenant(1), sql.clone()).await);
            seen += check(stage, &format!("{sql:?}")).await;
        }
    }
    assert!(done > 80 && seen > 1_000, "{done} statements and {seen} counted say little");
    if stage.db.dialect() == Dialect::Sqlite {
        for index in ["idx_orders_search", "idx_products_search"] {
            let check =
                Sql::new(format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"));
            stage.db.execute(Scope::directory(), check).await.expect("the index says what the rows say");
        }
    }
}

async fn run(stage: &Stage, text: &str) {
    stage
        .db
        .execute(Scope::directory(), Sql::new(text))
        .await
        .unwrap_or_else(|error| panic!("{text}: {error}"));
}

async fn number(stage: &Stage, text: &str) -> i64 {
    rows(&stage.db, format!("SELECT {text} AS n")).await[0].get("n").expect("a number")
}

const PROJECT: &str = "00000000-0000-4000-8000-000000000001";
const PRODUCT: &str = "00000000-0000-4000-8000-000000000002";
const COLLECTION: &str = "00000000-0000-4000-8000-000000000003";
const TAG: &str = "00000000-0000-4000-8000-000000000004";

/// The trap of the naive trigger: a purge of what lies in the bin would be a second subtraction.
async fn a_full_bin_counts_nothing_twice(stage: &Stage) {
    run(stage, &format!("INSERT INTO projects (tenant_id, id, name) VALUES ('t', '{PROJECT}', 'p')")).await;
    run(stage, &format!("INSERT INTO products (tenant_id, id, project_id, type, file_path) VALUES ('t', '{PRODUCT}', '{PROJECT}', 'image', 'a')")).await;
    run(stage, &format!("INSERT INTO collections (tenant_id, id, name) VALUES ('t', '{COLLECTION}', 'c')"))
        .await;
    run(stage, &format!("INSERT INTO collection_products (tenant_id, collection_id, product_id) VALUES ('t', '{COLLECTION}', '{PRODUCT}')")).await;
    run(stage, &format!("INSERT INTO tags (tenant_id, id, name) VALUES ('t', '{TAG}', 'x')")).await;
    run(stage, &format!("INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id) VALUES ('t', '{TAG}', 'product', '{PRODUCT}')")).await;
    let counts = "(SELECT product_count FROM projects) * 100 + (SELECT product_count FROM collections) * 10 + (SELECT usage_count FROM tags)";
    assert_eq!(number(stage, counts).await, 111);
    run(stage, "UPDATE products SET deleted_at = 1").await;
    assert_eq!(number(stage, counts).await, 0);
    run(stage, "UPDATE products SET deleted_at = 2").await;
    run(stage, "UPDATE products SET deleted_at = NULL").await;
    assert_eq!(number(stage, counts).await, 111);
    run(stage, "UPDATE products SET deleted_at = 3").await;
    run(stage, "DELETE FROM products").await;
    assert_eq!(number(stage, counts).await, 0);
    assert_eq!(number(stage, "(SELECT count(*) FROM tag_associations)").await, 0);
    assert_eq!(check(stage, "all of it").await, 0);
}

/// Of its own tenant.
async fn a_tag_names_what_is_there(stage: &Stage) {
    run(stage, &format!("INSERT INTO projects (tenant_id, id, name) VALUES ('other', '{PROJECT}', 'p')"))
        .await;
    run(stage, &format!("INSERT INTO tags (tenant_id, id, name) VALUES ('t', '{TAG}', 'x')")).await;
    for (kind, id) in [("project", PROJECT), ("product", PROJECT), ("order", PRODUCT), ("collection", TAG)] {
        let sql = format!(
            "INSERT INTO tag_associations (tenant_id, tag_id, entity_type, entity_id) VALUES ('t', '{TAG}', '{kind}', '{id}')"
        );
        let refused = stage.db.execute(Scope::directory(), Sql::new(sql)).await;
        assert!(matches!(refused, Err(Error::Referenced { .. })), "{kind}: {refused:?}");
    }
    assert_eq!(check(stage, "all of it").await, 0);
}
