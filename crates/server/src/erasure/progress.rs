//! How far an erasure has come. Its counts are kept by tenant, so that each batch counts in its own transaction.

use atelier_accounts::Departure;
use atelier_base::{ErasureId, Scope, TenantId, Timestamp, UserId};
use atelier_tables::{
    Attribute, Cond, Index, Item, Key, Query, Scan, Table, Tenancy, Update, Write, from_item, to_item,
};
use serde::{Deserialize, Serialize};

use super::Error;
use crate::App;

/// Every table of this part.
pub(crate) const TABLES: &[&Table] = &[&ERASURES];

/// Erasures under way, with their counts by tenant, and certificates (`part` is `self`).
pub(crate) const ERASURES: Table = Table {
    range: Some(Attribute::S("part")),
    indexes: &[Index::of_hash("user-erasures-index", Attribute::S("user_id"))],
    tenancy: Tenancy::Directory,
    ..Table::new("erasures", Attribute::S("erasure_id"))
};

pub(crate) const OWN: &str = "self";
/// Counts of what is no tenant's.
const DIRECTORY: &str = "directory";

/// An erasure under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Erasure {
    #[serde(rename = "erasure_id")]
    pub id: ErasureId,
    part: String,
    #[serde(rename = "user_id")]
    pub user: UserId,
    /// What takes the place of the user's id. Nobody ever has it.
    pub replacement: UserId,
    pub requested_at: Timestamp,
    pub vanishing: Vec<TenantId>,
    pub staying: Vec<TenantId>,
}

pub(crate) fn own_key(id: ErasureId) -> Key {
    Key::new(atelier_tables::Value::text(id), OWN)
}

pub(super) async fn create(app: &App, user: UserId, departure: &Departure) -> Result<ErasureId, Error> {
    let now = app.clock.now();
    let erasure = Erasure {
        id: ErasureId::generate(now, &app.randomness),
        part: OWN.into(),
        user,
        replacement: UserId::generate(now, &app.randomness),
        requested_at: now,
        vanishing: departure.vanishing.clone(),
        staying: departure.staying.clone(),
    };
    app.tables.write(Scope::directory(), Write::create(&ERASURES, to_item(&erasure)?)).await?;
    Ok(erasure.id)
}

/// The erasure, unless it is finished.
pub(super) async fn open(app: &App, id: ErasureId) -> Result<Option<Erasure>, Error> {
    let item = app.tables.get(Scope::directory(), &ERASURES, &own_key(id)).await?.ok_or(Error::NotFound)?;
    if item.contains_key("user_id") { Ok(Some(from_item(item)?)) } else { Ok(None) }
}

pub(super) async fn of_user(app: &App, user: UserId) -> Result<Option<Erasure>, Error> {
    let query = Query::index(&ERASURES, "user-erasures-index", user).limit(1);
    let page = app.tables.query(Scope::directory(), query).await?;
    Ok(page.into_nodes().next().map(from_item).transpose()?)
}

pub(super) async fn unfinished(app: &App) -> Result<Vec<ErasureId>, Error> {
    let scan = Scan::index(&ERASURES, "user-erasures-index");
    let page = app.tables.scan(Scope::directory(), scan).await?;
    let erasures = page.into_nodes().map(from_item::<Erasure>);
    Ok(erasures.map(|erasure| erasure.map(|erasure| erasure.id)).collect::<Result<_, _>>()?)
}

/// The write that counts, to go into the transaction of what it counts.
pub(super) fn counting(erasure: &Erasure, scope: Scope, table: &str, deleted: u64, anonymised: u64) -> Write {
    let part = scope.tenant_id().map_or_else(|| DIRECTORY.to_owned(), |tenant| tenant.to_string());
    let key = Key::new(atelier_tables::Value::text(erasure.id), part);
    let mut update = Update::new();
    for (what, count) in [("deleted", deleted), ("anonymised", anonymised)] {
        if 0 < count {
            update = update.add(format!("{what}/{table}"), count);
        }
    }
    Write::upsert(&ERASURES, key, update)
}

/// Counts what was done elsewhere.
pub(super) async fn count(
    app: &App,
    erasure: &Erasure,
    table: &str,
    deleted: u64,
    anonymised: u64,
) -> Result<(), Error> {
    if deleted + anonymised == 0 {
        return Ok(());
    }
    let write = counting(erasure, Scope::directory(), table, deleted, anonymised);
    app.tables.write(Scope::directory(), write).await?;
    Ok(())
}

/// The counts of all parts.
pub(super) async fn parts(app: &App, id: ErasureId) -> Result<Vec<Item>, Error> {
    let query = Query::table(&ERASURES, id.to_string()).filter(Cond::ne("part", OWN));
    Ok(app.tables.query(Scope::directory(), query).await?.into_nodes().collect())
}
