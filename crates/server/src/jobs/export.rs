//! The export: all that a tenant has, as one JSON file.

use atelier_base::{Grant, Scope};
use atelier_jobs::{
    Context, Failure, Job, JobFile, JobRecord, Options, Owner, Priority, Workers, keep_file, send,
};
use atelier_tables::{Item, Query, Scan, Table, Tables, Tenancy, Value};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::permissions::ExportTenant;
use crate::App;

/// Writes every item of every table of tenants into a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Export {}

impl Job for Export {
    const KIND: &'static str = "tenant.export";
    const MAX_ATTEMPTS: u32 = 3;
}

/// Asks for the export of the grant's tenant.
pub(super) async fn ask(
    state: &atelier_jobs::State,
    grant: Grant<ExportTenant>,
) -> Result<JobRecord, atelier_jobs::Error> {
    let options = Options { by: Some(grant.user()), priority: Priority::High, ..Options::default() };
    send(state, grant.scope(), &Export {}, options).await
}

pub(super) fn known(workers: Workers, app: &App) -> Workers {
    let app = app.clone();
    workers.on(move |_: Export, context| {
        let app = app.clone();
        async move { export(&app, &context).await }
    })
}

async fn export(app: &App, context: &Context) -> Result<JobFile, Failure> {
    let owner = context.job().owner;
    if owner == Owner::Server {
        return Err(Failure::Final("an export is of one tenant".into()));
    }
    let tables: Vec<_> =
        app.tables.declared().iter().copied().filter(|table| table.tenancy == Tenancy::Tenant).collect();
    let (mut exported, mut items) = (Map::new(), 0);
    for (position, table) in tables.iter().copied().enumerate() {
        let message = format!("{}, {items} items so far", table.name);
        context.progress(position as u64, tables.len() as u64, message);
        let read = items_of(&app.tables, context, table).await?;
        items += read.len();
        exported.insert(table.name.to_owned(), read.into());
    }
    let document = json!({
        "tenant": owner,
        "exported_at": app.clock.now(),
        "tables": exported,
    });
    // A large tenant's document takes a while to write out.
    let bytes = context.compute(move || serde_json::to_vec_pretty(&document)).await??;
    let day: String = app.clock.now().to_string().chars().take(10).collect();
    let file =
        keep_file(&app.jobs, context, &format!("atelier-{day}.json"), "application/json", &bytes).await?;
    context.progress(tables.len() as u64, tables.len() as u64, format!("{items} items"));
    Ok(file)
}

/// The tenant's items of a table: by an index of tenants where there is one.
async fn items_of(
    tables: &Tables,
    context: &Context,
    table: &'static Table,
) -> Result<Vec<serde_json::Value>, Failure> {
    let scope: Scope = context.scope();
    let tenant = context.job().owner.to_string();
    let by_tenant = |hash: &str| hash == Table::TENANT;
    // An index is sparse: only one whose other key every item has lists all of them.
    let query = by_tenant(table.hash.name()).then(|| Query::table(table, tenant));
    let (mut items, mut after) = (Vec::new(), None);
    loop {
        context.check()?;
        let page = match &query {
            Some(query) => tables.query(scope, query.clone().after(after)).await?,
            None => tables.scan(scope, Scan::table(table).after(after)).await?,
        };
        after = page.end().cloned();
        let has_next = page.has_next;
        items.extend(page.into_nodes().map(json_of_item));
        if !has_next {
            return Ok(items);
        }
    }
}

fn json_of_item(item: Item) -> serde_json::Value {
    item.into_iter().map(|(name, value)| (name, json_of(value))).collect::<Map<_, _>>().into()
}

/// A value as plain JSON: bytes as base64, sets as lists, numbers that JSON readers would round as text.
fn json_of(value: Value) -> serde_json::Value {
    let list = |values: Vec<Value>| values.into_iter().map(json_of).collect::<Vec<_>>().into();
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => value.into(),
        Value::N(number) => {
            let text = number.to_string();
            serde_json::from_str(&text).ok().filter(|_| text.len() <= 15).unwrap_or_else(|| text.into())
        }
        Value::S(text) => text.into(),
        Value::B(bytes) => STANDARD.encode(bytes).into(),
        Value::Ss(set) => list(set.into_iter().map(Value::S).collect()),
        Value::Ns(set) => list(set.into_iter().map(Value::N).collect()),
        Value::Bs(set) => list(set.into_iter().map(Value::B).collect()),
        Value::L(values) => list(values),
        Value::M(map) => json_of_item(map),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_become_plain_json() {
        let item = Item::from([
            ("bytes".to_owned(), Value::B(b"ink".to_vec())),
            ("count".to_owned(), 42.into()),
            ("large".to_owned(), Value::N("12345678901234567890".parse().expect("a number"))),
            ("tags".to_owned(), Value::Ss(["a".to_owned()].into())),
            ("nested".to_owned(), Value::M(Item::from([("x".to_owned(), Value::L(vec![Value::Null]))]))),
        ]);
        let expected = json!({
            "bytes": "aW5r", "count": 42, "large": "12345678901234567890", "tags": ["a"], "nested": {"x": [null]}
        });
        assert_eq!(json_of_item(item), expected);
    }
}
