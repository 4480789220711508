//! What remains of an erasure: proof that it happened.

use std::collections::BTreeMap;

use atelier_base::{ErasureId, Scope, Timestamp};
use atelier_tables::{Cond, Item, Key, Value, Write, from_item, to_item};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Error;
use super::progress::{ERASURES, Erasure, OWN, own_key, parts};
use crate::App;

/// What became of the items of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ErasureCounts)]
pub struct Counts {
    /// Items that are gone.
    pub deleted: u64,
    /// Items that no longer say whose they were.
    pub anonymised: u64,
}

/// Proof that a user's data was erased. It holds nothing of the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ErasureCertificate)]
pub struct Certificate {
    /// Unique, `era_…`: where the certificate can be read again.
    pub erasure_id: ErasureId,
    /// SHA-256 of the id of the erasure, a blank and the id of the user: who knows both can tell whose it was.
    pub subject: String,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// When nothing was left.
    pub finished_at: Timestamp,
    /// What became of the items, by table and bucket.
    pub tables: BTreeMap<String, Counts>,
    /// What it does not reach by itself.
    pub remarks: Vec<String>,
    /// SHA-256 of all that, over the canonical encoding of the audit trail.
    pub hash: String,
}

/// The certificate of a finished erasure.
///
/// # Errors
/// [`Error::NotFound`]; the store's.
pub async fn certificate(app: &App, id: ErasureId) -> Result<Certificate, Error> {
    let item = app.tables.get(Scope::directory(), &ERASURES, &own_key(id)).await?;
    let item = item.filter(|item| item.contains_key("hash")).ok_or(Error::NotFound)?;
    Ok(from_item(item)?)
}

/// Puts the certificate in the place of what was noted of the user.
pub(super) async fn issue(app: &App, erasure: &Erasure) -> Result<Certificate, Error> {
    let parts = parts(app, erasure.id).await?;
    let days = app.config.tables.change_days;
    let subject = Item::from([("subject".to_owned(), format!("{} {}", erasure.id, erasure.user).into())]);
    let mut certificate = Certificate {
        erasure_id: erasure.id,
        subject: atelier_audit::digest(&ERASURES, &subject),
        requested_at: erasure.requested_at,
        finished_at: app.clock.now(),
        tables: sum(&parts),
        remarks: vec![
            format!(
                "The log of changes, which backups are brought up to date from, forgets within {days} days."
            ),
            "Backups that were taken before hold what they held: the operator deletes them.".to_owned(),
        ],
        hash: String::new(),
    };
    certificate.hash = atelier_audit::digest(&ERASURES, &to_item(&certificate)?);
    let mut item = to_item(&certificate)?;
    item.insert("part".into(), OWN.into());
    let mut writes = vec![Write::put(&ERASURES, item).when(Cond::exists("user_id"))];
    writes.extend(parts.iter().map(|part| {
        let name = part.get("part").and_then(Value::as_str).unwrap_or_default();
        Write::delete(&ERASURES, Key::new(Value::text(erasure.id), name))
    }));
    match app.tables.transact(Scope::directory(), writes).await {
        // Somebody else was faster with the same erasure.
        Err(atelier_tables::Error::ConditionFailed { .. }) => self::certificate(app, erasure.id).await,
        other => Ok(other.map(|_| certificate)?),
    }
}

fn sum(parts: &[Item]) -> BTreeMap<String, Counts> {
    let mut tables: BTreeMap<String, Counts> = BTreeMap::new();
    for (name, value) in parts.iter().flatten() {
        let (Some((what, table)), Some(count)) = (name.split_once('/'), value.as_u64()) else { continue };
        let counts = tables.entry(table.to_owned()).or_default();
        match what {
            "deleted" => counts.deleted += count,
            _ => counts.anonymised += count,
        }
    }
    tables
}
