//! Going through tables and buckets, a batch at a time.

use atelier_accounts as accounts;
use atelier_base::{PageRequest, Scope, TenantId};
use atelier_tables::{Cond, Item, Key, Scan, Table, Tenancy, Update, Value, Write};

use super::Error;
use super::progress::{ERASURES, Erasure, count, counting};
use super::statements::{Statement, statement};
use crate::App;
use crate::app::declared;

/// Items that are changed together, with the count.
const BATCH: usize = 50;

/// What lets somebody in.
const ENTRANCES: [&str; 6] = ["sessions", "api-keys", "one-time-tokens", "logins", "identities", "two-step"];

pub(super) fn entrances() -> impl Iterator<Item = &'static Table> {
    directory().filter(|table| ENTRANCES.contains(&table.name))
}

pub(super) fn rest_of_directory() -> impl Iterator<Item = &'static Table> {
    directory().filter(|table| !ENTRANCES.contains(&table.name))
}

fn directory() -> impl Iterator<Item = &'static Table> {
    declared().into_iter().filter(|table| table.tenancy == Tenancy::Directory)
}

/// A table of the directory, in all tenants.
pub(super) async fn directory_table(
    app: &App,
    erasure: &Erasure,
    table: &'static Table,
) -> Result<(), Error> {
    by_statement(app, erasure, Scope::directory(), table).await
}

/// An organisation that goes on: what is the user's in its tables.
pub(super) async fn tenant_that_stays(app: &App, erasure: &Erasure, tenant: TenantId) -> Result<(), Error> {
    for table in declared().into_iter().filter(|table| table.tenancy == Tenancy::Tenant) {
        by_statement(app, erasure, Scope::tenant(tenant), table).await?;
    }
    Ok(())
}

/// A tenant that goes: all that is in it, the tenant itself included.
pub(super) async fn tenant_that_vanishes(
    app: &App,
    erasure: &Erasure,
    tenant: TenantId,
) -> Result<(), Error> {
    let scope = Scope::tenant(tenant);
    for table in declared().into_iter().filter(|table| table.name != ERASURES.name && table.name != "users") {
        let delete = |item: &Item| deletion(table, item);
        sweep(app, erasure, scope, (table, None), delete, true).await?;
    }
    Ok(())
}

/// The account itself.
pub(super) async fn users(app: &App, erasure: &Erasure) -> Result<(), Error> {
    let Some(table) = app.tables.find("users") else { return Ok(()) };
    let mine = Cond::eq("user_id", erasure.user);
    let delete = |item: &Item| deletion(table, item);
    sweep(app, erasure, Scope::directory(), (table, Some(mine)), delete, true).await
}

/// All objects of a tenant, with their versions.
pub(super) async fn files(app: &App, erasure: &Erasure, tenant: TenantId) -> Result<(), Error> {
    let scope = Scope::tenant(tenant);
    for bucket in
        atelier_blobs::BUCKETS.iter().copied().filter(|bucket| bucket.access != atelier_blobs::Access::Public)
    {
        loop {
            let page = app.blobs.list(scope, bucket, "", PageRequest::first(PageRequest::MAX)).await?;
            if page.edges.is_empty() {
                break;
            }
            for entry in page.into_nodes() {
                app.blobs.purge(scope, bucket, &entry.key).await?;
                count(app, erasure, &format!("bucket {}", bucket.name), 1, 0).await?;
            }
        }
    }
    Ok(())
}

async fn by_statement(
    app: &App,
    erasure: &Erasure,
    scope: Scope,
    table: &'static Table,
) -> Result<(), Error> {
    let delete = |item: &Item| deletion(table, item);
    let mine =
        |attributes: &[&str]| attributes.iter().map(|name| Cond::eq(*name, erasure.user)).reduce(Cond::or);
    match statement(table.name) {
        Some(Statement::Delete(attributes)) => {
            sweep(app, erasure, scope, (table, mine(attributes)), delete, true).await
        }
        Some(Statement::Anonymise(attributes)) => {
            let anonymise = |item: &Item| anonymised(erasure, table, attributes, item);
            sweep(app, erasure, scope, (table, mine(attributes)), anonymise, false).await
        }
        Some(Statement::Everywhere) => everywhere(app, erasure, scope, table).await,
        Some(Statement::Attempts) => match accounts::user_of(&app.accounts, erasure.user).await? {
            Some(user) => {
                let subjects = Cond::one_of("subject", accounts::attempt_subjects(&user));
                sweep(app, erasure, scope, (table, Some(subjects)), delete, true).await
            }
            None => Ok(()),
        },
        Some(Statement::ByStep | Statement::Nothing) | None => Ok(()),
    }
}

/// A deletion of what is there: one that another walk was faster with is not counted twice.
fn deletion(table: &'static Table, item: &Item) -> Write {
    Write::delete(table, key(table, item)).when(Cond::exists(table.hash.name()))
}

/// The write that puts the nobody of the erasure into the user's place.
fn anonymised(erasure: &Erasure, table: &'static Table, attributes: &[&str], item: &Item) -> Write {
    let user = Value::from(erasure.user);
    let named = || attributes.iter().filter(|name| item.get(**name) == Some(&user));
    let update = named().fold(Update::new(), |update, name| update.set(*name, erasure.replacement));
    let write = Write::update(table, key(table, item), update);
    named().fold(write, |write, name| write.when(Cond::eq(*name, erasure.user)))
}

/// Writes for every item that fulfils the condition, all if there is none, until none is left.
async fn sweep(
    app: &App,
    erasure: &Erasure,
    scope: Scope,
    (table, condition): (&'static Table, Option<Cond>),
    write: impl Fn(&Item) -> Write,
    deletes: bool,
) -> Result<(), Error> {
    loop {
        let mut scan = Scan::table(table).limit(BATCH);
        if let Some(condition) = &condition {
            scan = scan.filter(condition.clone());
        }
        let page = app.tables.scan(scope, scan).await?;
        if page.edges.is_empty() {
            return Ok(());
        }
        let mut writes: Vec<_> = page.edges.iter().map(|edge| write(&edge.node)).collect();
        let done = writes.len() as u64;
        let (gone, changed) = if deletes { (done, 0) } else { (0, done) };
        writes.push(counting(erasure, scope, table.name, gone, changed));
        app.tables.transact(scope, writes).await?;
    }
}

/// Looks into every item, because no condition of the store reaches into lists of maps.
async fn everywhere(app: &App, erasure: &Erasure, scope: Scope, table: &'static Table) -> Result<(), Error> {
    let mut after = None;
    loop {
        let page = app.tables.scan(scope, Scan::table(table).after(after).limit(BATCH)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        let nodes = page.into_nodes();
        let mut writes: Vec<_> = nodes.filter_map(|item| renaming(erasure, table, &item)).collect();
        if !writes.is_empty() {
            writes.push(counting(erasure, scope, table.name, 0, writes.len() as u64));
            app.tables.transact(scope, writes).await?;
        }
        if !has_next {
            return Ok(());
        }
    }
}

/// The write that puts the nobody into the user's place in the attributes that name them, if they are as they were
/// read.
fn renaming(erasure: &Erasure, table: &'static Table, item: &Item) -> Option<Write> {
    let changed = atelier_journal::archive::renamed(item, erasure.user, erasure.replacement);
    let update =
        changed.iter().fold(Update::new(), |update, (name, value)| update.set(name.as_str(), value.clone()));
    let write = Write::update(table, key(table, item), update);
    let as_read = |write: Write, name: &String| write.when(Cond::eq(name.as_str(), item[name].clone()));
    (!changed.is_empty()).then(|| changed.keys().fold(write, as_read))
}

/// What an organisation that goes on has in cold storage.
pub(super) async fn cold_storage(app: &App, erasure: &Erasure, tenant: TenantId) -> Result<(), Error> {
    let count = |items| counting(erasure, Scope::tenant(tenant), "cold-storage", 0, items);
    let ids = (erasure.user, erasure.replacement);
    Ok(atelier_journal::archive::forget(&app.journal, tenant, ids, count).await?)
}

fn key(table: &Table, item: &Item) -> Key {
    let value = |name: &str| item.get(name).cloned().unwrap_or(Value::Null);
    let hash = value(table.hash.name());
    match table.range {
        Some(range) => Key::new(hash, value(range.name())),
        None => Key::hash(hash),
    }
}
