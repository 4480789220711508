//! The schema against the specification, line by line: `spec/art-factory.sql` holds its statements as they
//! stand there. What this test passes over is listed here, with the reason.

use std::collections::BTreeMap;

use atelier_sql::Dialect;
use atelier_sql::conformance::Stage;

use crate::catalogue::{Reference, Table, table};

const SPEC: &str = include_str!("spec/art-factory.sql");

/// Keys that would be one tenant's for all: they have the tenant before them.
const TENANTS_OWN: [(&str, &str); 5] = [
    ("providers", "id"),
    ("system_settings", "key"),
    ("models", "provider_id,model_id"),
    ("lookups", "key"),
    ("tags", "name"),
];

/// Unique among those of no project, and among those of each project: that takes two partial indexes.
const PROJECTS_OWN: [(&str, [&str; 2]); 1] =
    [("lookups", ["idx_lookups_tenant_key", "idx_lookups_project_key"])];

/// On SQLite these have the number that the full-text index calls their rows as primary key; their id is unique
/// and never null all the same.
const NUMBERED: [&str; 2] = ["orders", "products"];

crate::on_both! {
    every_column_is_there
    every_constraint_is_there
    every_index_is_there
    every_trigger_is_there
}

/// Lines without their comments, and comments that say nothing.
fn lines() -> impl Iterator<Item = &'static str> {
    SPEC.lines()
        .map(|line| line.split("--").next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

/// The lines of each table's body, by its name.
fn bodies() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut bodies = BTreeMap::<_, Vec<_>>::new();
    let mut current = None;
    for line in lines() {
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            current = Some(name.trim_end_matches(" ("));
        } else if line == ");" {
            current = None;
        } else if let Some(name) = current {
            bodies.entry(name).or_default().push(line.trim_end_matches(','));
        }
    }
    assert_eq!(bodies.len(), 15);
    bodies
}

fn is_column(line: &str) -> bool {
    !line.starts_with("PRIMARY KEY") && !line.starts_with("UNIQUE")
}

/// The names between the first brackets.
fn bracketed(line: &str) -> Vec<String> {
    let inner = line.split_once('(').and_then(|(_, rest)| rest.split_once(')')).expect("brackets").0;
    inner.split(',').map(|name| name.trim().to_owned()).collect()
}

fn kind(dialect: Dialect, said: &str) -> String {
    let (word, length) = said.split_once('(').unwrap_or((said, ""));
    let on = |sqlite: &str, postgres: String| dialect.choose(sqlite.to_owned(), postgres);
    match word {
        "UUID" => on("TEXT", "uuid".into()),
        "VARCHAR" => on("TEXT", format!("character varying({length}")),
        "TEXT" => on("TEXT", "text".into()),
        "JSON" => on("TEXT", "jsonb".into()),
        "INTEGER" => on("INTEGER", "integer".into()),
        // Instants are milliseconds since 1970.
        "BIGINT" | "TIMESTAMP" => on("INTEGER", "bigint".into()),
        "BOOLEAN" => on("INTEGER", "boolean".into()),
        "FLOAT" => on("REAL", "double precision".into()),
        other => panic!("{other} is no type of the specification"),
    }
}

fn default(dialect: Dialect, said: &str) -> Vec<&'static str> {
    match (said, dialect) {
        ("uuid_generate_v4()", Dialect::Sqlite) => vec!["randomblob"],
        ("uuid_generate_v4()", Dialect::Postgres) => vec!["gen_random_uuid()"],
        ("CURRENT_TIMESTAMP", Dialect::Sqlite) => vec!["unixepoch('subsec')"],
        ("CURRENT_TIMESTAMP", Dialect::Postgres) => vec!["CURRENT_TIMESTAMP"],
        ("TRUE", _) => vec!["1", "true"],
        ("FALSE", _) => vec!["0", "false"],
        ("0", _) => vec!["0"],
        ("'active'", _) => vec!["'active'"],
        ("'pending'", _) => vec!["'pending'"],
        (other, _) => panic!("{other} is no default of the specification"),
    }
}

async fn every_column_is_there(stage: &Stage) {
    let dialect = stage.db.dialect();
    let mut seen = 0;
    for (name, body) in bodies() {
        let table = table(&stage.db, name).await;
        for line in body.into_iter().filter(|line| is_column(line)) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let column = table.columns.get(words[0]).unwrap_or_else(|| panic!("{name} has no {}", words[0]));
            assert_eq!(column.kind, kind(dialect, words[1]), "{name}: {line}");
            assert!(column.is_required || !line.contains("NOT NULL"), "{name}: {line}");
            if let Some(said) = words.iter().position(|word| *word == "DEFAULT").map(|at| words[at + 1]) {
                let is = column.default.as_deref().unwrap_or_default();
                assert!(default(dialect, said).iter().any(|one| is.contains(one)), "{name}: {line}, is {is}");
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 138);
}

fn of_tenant(name: &str, columns: &[String]) -> Vec<String> {
    let is_own = TENANTS_OWN.contains(&(name, columns.join(",").as_str()));
    let tenant = is_own.then(|| "tenant_id".to_owned());
    tenant.into_iter().chain(columns.iter().cloned()).collect()
}

async fn every_constraint_is_there(stage: &Stage) {
    let mut seen = 0;
    for (name, body) in bodies() {
        let table = table(&stage.db, name).await;
        for line in body {
            let columns = if is_column(line) {
                vec![line.split_whitespace().next().unwrap_or_default().to_owned()]
            } else {
                bracketed(line)
            };
            seen += check_constraint(name, &table, line, &columns, stage.db.dialect());
        }
    }
    assert_eq!(seen, 30);
}

/// How many the line has.
fn check_constraint(name: &str, table: &Table, line: &str, columns: &[String], dialect: Dialect) -> usize {
    let mut seen = 0;
    if line.contains("PRIMARY KEY") {
        if dialect == Dialect::Sqlite && NUMBERED.contains(&name) {
            assert!(table.unique.contains(columns) && table.columns["id"].is_required, "{name}: {line}");
            assert_eq!(table.primary_key, ["search_row"], "{name}: {line}");
        } else {
            assert_eq!(table.primary_key, of_tenant(name, columns), "{name}: {line}");
        }
        seen += 1;
    }
    if line.contains("UNIQUE") {
        if let Some((_, [tenant, project])) = PROJECTS_OWN.iter().find(|(own, _)| *own == name) {
            let mut wanted = of_tenant(name, columns);
            assert_eq!(table.indexes[*tenant], (true, wanted.clone()), "{name}: {line}");
            wanted.insert(1, "project_id".to_owned());
            assert_eq!(table.indexes[*project], (true, wanted), "{name}: {line}");
        } else {
            assert!(table.unique.contains(&of_tenant(name, columns)), "{name}: {line}");
        }
        seen += 1;
    }
    if let Some((_, target)) = line.split_once("REFERENCES ") {
        let target_table = target.split('(').next().unwrap_or_default().to_owned();
        let on_delete = target.split_once("ON DELETE ").map_or("NO ACTION", |(_, action)| action);
        // A provider is a tenant's own, and so is what refers to it.
        let columns = if target_table == "providers" {
            vec!["tenant_id".to_owned(), columns[0].clone()]
        } else {
            columns.to_vec()
        };
        let wanted = Reference { columns, table: target_table, on_delete: on_delete.to_owned() };
        assert!(table.references.contains(&wanted), "{name}: {line}, has {:?}", table.references);
        seen += 1;
    }
    seen
}

async fn every_index_is_there(stage: &Stage) {
    let dialect = stage.db.dialect();
    let mut seen = 0;
    for line in lines().filter(|line| line.starts_with("CREATE") && line.contains("INDEX")) {
        let (_, rest) = line.split_once("INDEX ").expect("an index");
        let (name, rest) = rest.split_once(" ON ").expect("a table");
        let table_name = rest.split(['(', ' ']).next().unwrap_or_default();
        let table = table(&stage.db, table_name).await;
        let (is_unique, columns) = table.indexes.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        assert_eq!(*is_unique, line.contains("UNIQUE"), "{line}");
        // SQLite has no index on a whole document: there it is one on the members that pages filter by.
        let is_document = ["idx_orders_parameters", "idx_products_metadata"].contains(&name);
        if !(is_document && dialect == Dialect::Sqlite) {
            assert_eq!(*columns, bracketed(rest), "{line}");
        }
        seen += 1;
    }
    assert_eq!(seen, 35);
    for line in lines().filter(|line| line.starts_with("ALTER TABLE")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        // FTS5 keeps the words itself; both engines have the folded text beside it.
        let column = dialect.choose("search_text", words[5]);
        assert!(table(&stage.db, words[2]).await.columns.contains_key(column), "{line}");
    }
}

async fn every_trigger_is_there(stage: &Stage) {
    let all: Vec<&str> = lines().collect();
    let mut seen = 0;
    for pair in all.windows(2) {
        let Some(name) = pair[0].strip_prefix("CREATE TRIGGER ") else { continue };
        let on = pair[1].rsplit_once(" ON ").expect("a table").1;
        let triggers = table(&stage.db, on).await.triggers;
        // One for each event; the specification left out the update, by which things go into the bin.
        for name in [name.to_owned(), format!("{name}_update"), format!("{name}_delete")] {
            assert!(triggers.contains(&name), "{on} has no {name}");
        }
        seen += 1;
    }
    assert_eq!(seen, 4);
}
