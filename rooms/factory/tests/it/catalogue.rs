//! What an engine says of its tables, in one form for both.

use std::collections::{BTreeMap, BTreeSet};

use atelier_base::Scope;
use atelier_sql::{Db, Dialect, Sql};

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) kind: String,
    pub(crate) is_required: bool,
    pub(crate) default: Option<String>,
}

/// Columns that refer to a table, and what happens when what they refer to goes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reference {
    pub(crate) columns: Vec<String>,
    pub(crate) table: String,
    pub(crate) on_delete: String,
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) columns: BTreeMap<String, Column>,
    pub(crate) primary_key: Vec<String>,
    pub(crate) unique: BTreeSet<Vec<String>>,
    pub(crate) references: BTreeSet<Reference>,
    /// By name: whether it is unique, and its columns.
    pub(crate) indexes: BTreeMap<String, (bool, Vec<String>)>,
    pub(crate) triggers: BTreeSet<String>,
}

pub(crate) async fn rows(db: &Db, text: String) -> Vec<atelier_sql::Row> {
    db.fetch_all(Scope::directory(), Sql::new(text)).await.expect("rows")
}

pub(crate) async fn table(db: &Db, name: &str) -> Table {
    match db.dialect() {
        Dialect::Sqlite => sqlite(db, name).await,
        Dialect::Postgres => postgres(db, name).await,
    }
}

fn text(row: &atelier_sql::Row, column: &str) -> String {
    row.get(column).expect("a text")
}

fn list(names: &str) -> Vec<String> {
    names.split(',').map(|name| name.trim().trim_matches('"').to_owned()).collect()
}

async fn sqlite(db: &Db, name: &str) -> Table {
    let mut table = Table::default();
    let mut key = Vec::new();
    for row in rows(
        db,
        format!(
            "SELECT name, type, \"notnull\" AS required, dflt_value, pk FROM pragma_table_info('{name}')"
        ),
    )
    .await
    {
        let column = Column {
            kind: text(&row, "type"),
            is_required: row.get("required").expect("a truth"),
            default: row.find("dflt_value").expect("a default"),
        };
        let place: i64 = row.get("pk").expect("a place");
        if place > 0 {
            key.push((place, text(&row, "name")));
        }
        table.columns.insert(text(&row, "name"), column);
    }
    key.sort();
    table.primary_key = key.into_iter().map(|(_, name)| name).collect();
    sqlite_indexes(db, name, &mut table).await;
    let query = format!(
        "SELECT \"table\" AS target, group_concat(\"from\", ',') AS columns, on_delete \
         FROM pragma_foreign_key_list('{name}') GROUP BY id ORDER BY id"
    );
    for row in rows(db, query).await {
        table.references.insert(Reference {
            columns: list(&text(&row, "columns")),
            table: text(&row, "target"),
            on_delete: text(&row, "on_delete"),
        });
    }
    for row in
        rows(db, format!("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{name}'"))
            .await
    {
        table.triggers.insert(text(&row, "name"));
    }
    table
}

async fn sqlite_indexes(db: &Db, name: &str, table: &mut Table) {
    let query = format!(
        "SELECT l.name, l.\"unique\" AS is_unique, l.origin, (SELECT group_concat(coalesce(i.name, '?'), ',') \
         FROM pragma_index_info(l.name) AS i) AS columns FROM pragma_index_list('{name}') AS l"
    );
    for row in rows(db, query).await {
        let columns = list(&text(&row, "columns"));
        match text(&row, "origin").as_str() {
            "u" => drop(table.unique.insert(columns)),
            "c" => drop(
                table.indexes.insert(text(&row, "name"), (row.get("is_unique").expect("a truth"), columns)),
            ),
            _ => {}
        }
    }
    // What FTS5 makes is no index to SQLite, but it is ours.
    let words = format!("idx_{name}_search");
    let query = format!("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = '{words}'");
    if !rows(db, query).await.is_empty() {
        table.indexes.insert(words, (false, vec!["search_vector".to_owned()]));
    }
}

async fn postgres(db: &Db, name: &str) -> Table {
    let mut table = Table::default();
    let query = format!(
        "SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required, \
         pg_get_expr(d.adbin, d.adrelid) AS dflt_value FROM pg_attribute a \
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
         WHERE a.attrelid = CAST('{name}' AS regclass) AND a.attnum > 0 AND NOT a.attisdropped"
    );
    for row in rows(db, query).await {
        let column = Column {
            kind: text(&row, "type"),
            is_required: row.get("required").expect("a truth"),
            default: row.find("dflt_value").expect("a default"),
        };
        table.columns.insert(text(&row, "name"), column);
    }
    let query = format!(
        "SELECT CAST(c.contype AS text) AS kind, CAST(c.confdeltype AS text) AS on_delete, \
         coalesce(CAST(CAST(nullif(c.confrelid, 0) AS regclass) AS text), '') AS target, \
         (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY AS k(number, place) \
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) AS columns \
         FROM pg_constraint c WHERE c.conrelid = CAST('{name}' AS regclass) AND c.contype IN ('p', 'u', 'f')"
    );
    for row in rows(db, query).await {
        let columns = list(&text(&row, "columns"));
        match text(&row, "kind").as_str() {
            "p" => table.primary_key = columns,
            "u" => drop(table.unique.insert(columns)),
            _ => {
                let on_delete = match text(&row, "on_delete").as_str() {
                    "c" => "CASCADE",
                    "n" => "SET NULL",
                    _ => "NO ACTION",
                };
                let (table_name, on_delete) = (text(&row, "target"), on_delete.to_owned());
                table.references.insert(Reference { columns, table: table_name, on_delete });
            }
        }
    }
    let query = format!(
        "SELECT i.relname AS name, x.indisunique AS is_unique, (SELECT string_agg(pg_get_indexdef(x.indexrelid, k, TRUE), ',') \
         FROM generate_series(1, x.indnkeyatts) k) AS columns FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid \
         WHERE x.indrelid = CAST('{name}' AS regclass)"
    );
    for row in rows(db, query).await {
        let about = (row.get("is_unique").expect("a truth"), list(&text(&row, "columns")));
        table.indexes.insert(text(&row, "name"), about);
    }
    let query = format!(
        "SELECT tgname AS name FROM pg_trigger WHERE tgrelid = CAST('{name}' AS regclass) AND NOT tgisinternal"
    );
    for row in rows(db, query).await {
        table.triggers.insert(text(&row, "name"));
    }
    table
}
