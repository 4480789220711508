//! The file's format and its catalogue: what is there, what is declared, and the way between them.

use std::collections::BTreeMap;

use atelier_base::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::changes;
use super::codec;
use super::copy;
use super::failure::File;
use super::keys;
use super::layout::{Expiry, IndexSlot, Layout, Slot, expiry_name, index_name};
use crate::{Attribute, Error, Tenancy};

/// "ATLR": the mark of our files.
const APPLICATION_ID: i32 = 0x4154_4c52;
/// The format that this version reads and writes.
///
/// 2: times of expiry and records of changes, which a version without them would leave behind.
const FORMAT: i32 = 2;

/// A declaration as the catalogue keeps it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Declared {
    #[serde(flatten)]
    keys: Keys,
    tenancy: String,
    indexes: BTreeMap<String, Keys>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Keys {
    hash: String,
    range: Option<String>,
}

impl Keys {
    fn new(hash: Attribute, range: Option<Attribute>) -> Self {
        Self { hash: attribute(hash), range: range.map(attribute) }
    }
}

fn attribute(attribute: Attribute) -> String {
    let kind = match attribute {
        Attribute::S(_) => "S",
        Attribute::N(_) => "N",
        Attribute::B(_) => "B",
    };
    format!("{kind} {}", attribute.name())
}

impl Declared {
    fn new(slot: &Slot) -> Self {
        let table = slot.table;
        let tenancy = match table.tenancy {
            Tenancy::Tenant => "tenant",
            Tenancy::Directory => "directory",
        };
        let indexes = table
            .indexes
            .iter()
            .map(|index| (index.name.into(), Keys::new(index.hash, index.range)))
            .collect();
        let ttl = table.ttl.map(str::to_owned);
        Self { keys: Keys::new(table.hash, table.range), tenancy: tenancy.into(), indexes, ttl }
    }
}

/// Refuses a file that is not ours or newer. Reads the header only.
pub(super) fn check_format(connection: &Connection, file: &File) -> Result<(), Error> {
    let pragma = |name| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i32>(0))
            .map_err(file.failed("read the header"))
    };
    let (application, format) = (pragma("application_id")?, pragma("user_version")?);
    // 0 is a new file, or one that `sql` opened first.
    if application != 0 && application != APPLICATION_ID {
        let reason = "it is the database of another program".into();
        return Err(Error::Corrupt { path: file.0.clone(), reason });
    }
    if format > FORMAT {
        let reason = format!("its format is {format}, this version knows {FORMAT}");
        return Err(Error::TooNew { path: file.0.clone(), reason });
    }
    Ok(())
}

/// Makes what is declared and missing, in one transaction.
/// `log` says whether every change will be recorded, from when on.
pub(super) fn migrate(
    connection: &mut Connection,
    layout: &Layout,
    file: &File,
    log: (bool, Timestamp),
) -> Result<(), Error> {
    let failed = file.failed("prepare the tables");
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
    transaction
        .execute_batch(
            "CREATE TABLE IF NOT EXISTS atelier_tables (name TEXT PRIMARY KEY, declaration TEXT NOT NULL) \
             STRICT, WITHOUT ROWID",
        )
        .map_err(&failed)?;
    transaction.execute_batch(changes::CREATE).map_err(&failed)?;
    for slot in layout.slots() {
        migrate_table(&transaction, slot, file)?;
    }
    let mark = |name, value: i32| {
        let old: i32 = transaction.pragma_query_value(None, name, |row| row.get(0))?;
        if old == value { Ok(()) } else { transaction.pragma_update(None, name, value) }
    };
    mark("application_id", APPLICATION_ID).and_then(|()| mark("user_version", FORMAT)).map_err(&failed)?;
    copy::mark_log(&transaction, log.0, log.1).map_err(&failed)?;
    transaction.commit().map_err(&failed)
}

fn migrate_table(connection: &Connection, slot: &Slot, file: &File) -> Result<(), Error> {
    let failed = file.failed("prepare a table");
    let name = slot.table.name;
    let declared = Declared::new(slot);
    let stored: Option<String> = connection
        .query_row("SELECT declaration FROM atelier_tables WHERE name = ?1", [name], |row| row.get(0))
        .optional()
        .map_err(&failed)?;
    let stored = match stored {
        Some(text) => Some(serde_json::from_str::<Declared>(&text).map_err(|error| Error::Corrupt {
            path: file.0.clone(),
            reason: format!("the catalogue's entry of {name}: {error}"),
        })?),
        None => None,
    };
    let known = match stored {
        Some(stored) if stored == declared => return Ok(()),
        Some(stored) if stored.keys != declared.keys || stored.tenancy != declared.tenancy => {
            let reason = format!("table {name} has another key or tenancy there than is declared here");
            return Err(Error::TooNew { path: file.0.clone(), reason });
        }
        Some(stored) => {
            prepare_expiry(connection, slot, stored.ttl.as_deref(), file)?;
            stored.indexes
        }
        None => {
            connection.execute_batch(&slot.create()).map_err(&failed)?;
            prepare_expiry(connection, slot, None, file)?;
            BTreeMap::new()
        }
    };
    for (index, keys) in &known {
        if declared.indexes.get(index) != Some(keys) {
            // Left in place it would go stale and be wrong if it were ever declared again.
            connection.execute_batch(&format!("DROP TABLE {}", index_name(name, index))).map_err(&failed)?;
        }
    }
    for index in &slot.indexes {
        if known.get(index.index.name) != declared.indexes.get(index.index.name) {
            connection.execute_batch(&index.create(slot.table)).map_err(&failed)?;
            fill(connection, slot, index, file)?;
        }
    }
    let text = serde_json::to_string(&declared).expect("strings and maps of them are JSON");
    connection
        .execute(
            "INSERT OR REPLACE INTO atelier_tables (name, declaration) VALUES (?1, ?2)",
            params![name, text],
        )
        .map_err(&failed)?;
    Ok(())
}

/// Makes, fills or drops the rows of expiry when the attribute is another than before.
fn prepare_expiry(
    connection: &Connection,
    slot: &Slot,
    before: Option<&str>,
    file: &File,
) -> Result<(), Error> {
    let failed = file.failed("fill the times of expiry");
    if before == slot.table.ttl {
        return Ok(());
    }
    if before.is_some() {
        let rows = expiry_name(slot.table.name);
        connection.execute_batch(&format!("DROP TABLE {rows}")).map_err(&failed)?;
    }
    let Some(expiry) = &slot.expiry else { return Ok(()) };
    connection.execute_batch(&Expiry::create(slot.table)).map_err(&failed)?;
    let mut insert = connection.prepare(&expiry.insert).map_err(&failed)?;
    let mut items = connection.prepare(&slot.all()).map_err(&failed)?;
    let mut rows = items.query([]).map_err(&failed)?;
    while let Some(row) = rows.next().map_err(&failed)? {
        let body = row.get_ref(2).and_then(|body| Ok(body.as_blob()?)).map_err(&failed)?;
        let item = codec::decode(body).map_err(|_| file.malformed_body())?;
        if let Some(at) = slot.expires_at(&item) {
            insert.execute([at, row.get(0).map_err(&failed)?]).map_err(&failed)?;
        }
    }
    Ok(())
}

/// Items whose attributes can't be a key of the index stay out of it.
fn fill(connection: &Connection, slot: &Slot, index: &IndexSlot, file: &File) -> Result<(), Error> {
    let failed = file.failed("fill an index");
    let mut insert = connection.prepare(&index.insert).map_err(&failed)?;
    let mut items = connection.prepare(&slot.all()).map_err(&failed)?;
    let mut rows = items.query([]).map_err(&failed)?;
    let mut skipped = 0_u64;
    while let Some(row) = rows.next().map_err(&failed)? {
        let body = row.get_ref(2).and_then(|body| Ok(body.as_blob()?)).map_err(&failed)?;
        let item = codec::decode(body).map_err(|_| file.malformed_body())?;
        match keys::of_index(index.index, &item) {
            Ok(Some(key)) => {
                let id: i64 = row.get(0).map_err(&failed)?;
                let tenant: Option<String> = row.get(1).map_err(&failed)?;
                let prefix = slot.prefix(tenant.as_deref());
                insert.execute(params![prefix, key.hash, key.range, id]).map_err(&failed)?;
            }
            Ok(None) => {}
            Err(_) => skipped += 1,
        }
    }
    if skipped > 0 {
        tracing::warn!(
            table = slot.table.name,
            index = index.index.name,
            skipped,
            "items have no fit key for a new index"
        );
    }
    Ok(())
}
