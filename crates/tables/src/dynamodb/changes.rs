//! The changes, read from the streams that the database keeps for 24 hours.
//!
//! A stream is cut into shards that open, split and close. Only the changes of one item are in order, so the
//! shards are merged by the time that the database noted, which is a second long. A [`Position`] is, for each
//! table and each of its shards, the number of the record that was read last.

use std::collections::BTreeMap;

use atelier_base::{Scope, Timestamp};
use aws_sdk_dynamodbstreams::types::Record;

use super::shards::Read;
use super::value::{received_change, unreadable};
use super::{DynamoDb, tenant_of};
use crate::{Change, Error, Item, Key, Position, Table, Value};

/// What was read of each table, by its name in the database.
type Places = BTreeMap<String, Read>;

/// Times that everything is read anew because all that came was other tenants'.
const LOOKS: u32 = 50;

/// A record with its place.
struct Placed {
    table: &'static Table,
    shard: String,
    number: String,
    at: Timestamp,
    before: Option<Item>,
    after: Option<Item>,
}

impl DynamoDb {
    pub(crate) async fn changes(
        &self,
        scope: Scope,
        tables: &[&'static Table],
        after: &Position,
        limit: usize,
    ) -> Result<Vec<Change>, Error> {
        self.check_open("read")?;
        if self.alternator {
            return Err(Error::Lacking { who: "the change stream".into(), what: "changes" });
        }
        let tenant = tenant_of(scope);
        let mut places = places(after)?;
        let mut changes = Vec::new();
        for _ in 0..LOOKS {
            let records = self.next_records(tables, &places, limit - changes.len()).await?;
            if records.is_empty() {
                break;
            }
            for record in records {
                let read = places.entry(self.physical(record.table)).or_default();
                read.insert(record.shard.clone(), record.number.clone());
                let owner = record.after.as_ref().or(record.before.as_ref());
                let owner = owner.and_then(|item| item.get(Table::TENANT)).and_then(Value::as_str);
                if tenant.as_deref().is_some_and(|tenant| owner != Some(tenant)) {
                    continue;
                }
                let owner = owner.and_then(|owner| owner.parse().ok());
                let position = text(&places)?;
                changes.extend(record.change(owner, position));
            }
            if changes.len() >= limit {
                break;
            }
        }
        Ok(changes)
    }

    /// The next records of these tables, the oldest first.
    async fn next_records(
        &self,
        tables: &[&'static Table],
        places: &Places,
        limit: usize,
    ) -> Result<Vec<Placed>, Error> {
        let (mut records, none) = (Vec::new(), Read::new());
        for table in tables.iter().copied().filter(|table| table.stream) {
            self.declared(table)?;
            let read = places.get(&self.physical(table)).unwrap_or(&none);
            for drawn in self.draw(table, read, limit).await? {
                // Within a shard the order counts, whatever the clocks said.
                let mut latest = Timestamp::from_millis(i64::MIN);
                for record in drawn.records {
                    let record = Placed::of(table, &drawn.shard, record, latest)?;
                    latest = record.at;
                    records.push(record);
                }
            }
        }
        records.sort_by_key(|record| record.at);
        records.truncate(limit);
        Ok(records)
    }
}

impl Placed {
    fn of(table: &'static Table, shard: &str, record: Record, not_before: Timestamp) -> Result<Self, Error> {
        let record = record.dynamodb.ok_or_else(|| unreadable(&"a record of a stream without its body"))?;
        let at = record.approximate_creation_date_time.and_then(|at| at.to_millis().ok()).unwrap_or(0);
        let item = |image: Option<_>| image.map(received_change).transpose();
        Ok(Self {
            table,
            shard: shard.to_owned(),
            number: record.sequence_number.unwrap_or_default(),
            at: Timestamp::from_millis(at).max(not_before),
            before: item(record.old_image)?,
            after: item(record.new_image)?,
        })
    }

    fn change(self, tenant: Option<atelier_base::TenantId>, position: Position) -> Option<Change> {
        let key = Key::of(self.table, self.after.as_ref().or(self.before.as_ref())?)?;
        let Self { table, at, before, after, .. } = self;
        Some(Change { position, table, tenant, at, key, before, after })
    }
}

fn places(position: &Position) -> Result<Places, Error> {
    if position.text().is_empty() {
        return Ok(Places::new());
    }
    serde_json::from_str(position.text()).map_err(|_| Error::InvalidCursor)
}

fn text(places: &Places) -> Result<Position, Error> {
    serde_json::to_string(places).map(Position::from).map_err(|error| unreadable(&error))
}
