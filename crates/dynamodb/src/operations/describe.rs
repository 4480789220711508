//! What the tables are.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use atelier_tables::{Attribute, Index, Projection, Scan, Table, Tenancy};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Answer, Call, declared_only};
use crate::fault::Fault;
use crate::size;

/// A count is as old as this many seconds at most: AWS's are up to six hours old.
const FRESH: i64 = 60;
/// The most names of a page.
const NAMES: usize = 100;

/// Items and bytes of tables, by name, and when they were counted.
#[derive(Default)]
pub(crate) struct Counts(Mutex<HashMap<&'static str, (i64, Count)>>);

#[derive(Clone, Copy, Default)]
struct Count {
    items: u64,
    bytes: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Named {
    table_name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListTables {
    exclusive_start_table_name: Option<String>,
    limit: Option<i64>,
}

impl Call<'_> {
    pub(super) fn list_tables(self) -> Answer {
        let given: ListTables = self.read()?;
        let limit = match given.limit {
            None => NAMES,
            Some(limit) => usize::try_from(limit).ok().filter(|limit| (1..=NAMES).contains(limit)).ok_or_else(|| {
                Fault::validation(format!(
                    "1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value between 1 and {NAMES}"
                ))
            })?,
        };
        let api = self.api;
        let mut names: Vec<_> = api
            .tables
            .declared()
            .iter()
            .flat_map(|table| std::iter::once(&table.name).chain(table.aliases))
            .map(|name| format!("{name}{}", api.suffix))
            .collect();
        names.sort();
        let after = given.exclusive_start_table_name.unwrap_or_default();
        let mut page: Vec<_> = names.into_iter().filter(|name| *name > after).collect();
        let more = page.len() > limit;
        page.truncate(limit);
        let mut answer = json!({"TableNames": page});
        if let (true, Some(last)) = (more, page.last()) {
            answer["LastEvaluatedTableName"] = json!(last);
        }
        Ok(answer.to_string().into_bytes())
    }

    pub(super) async fn describe_table(self) -> Answer {
        let given: Named = self.read()?;
        let table = self.known(&given.table_name)?;
        let count = self.count(table).await?;
        let name = given.table_name.as_str();
        let arn = format!("arn:aws:dynamodb:{}:000000000000:table/{name}", self.region);
        let mut described = json!({
            "TableName": name,
            "TableStatus": "ACTIVE",
            "TableArn": arn,
            "KeySchema": key_schema(table.hash, table.range),
            "AttributeDefinitions": definitions(table),
            "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
            "ProvisionedThroughput": throughput(),
            "DeletionProtectionEnabled": true,
        });
        if let Some(Count { items, bytes }) = count {
            described["ItemCount"] = json!(items);
            described["TableSizeBytes"] = json!(bytes);
        }
        if !table.indexes.is_empty() {
            let indexes = table.indexes.iter().map(|index| describe_index(index, &arn));
            described["GlobalSecondaryIndexes"] = indexes.collect();
        }
        if table.stream {
            described["StreamSpecification"] =
                json!({"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"});
        }
        Ok(json!({"Table": described}).to_string().into_bytes())
    }

    pub(super) fn describe_time_to_live(self) -> Answer {
        let given: Named = self.read()?;
        let described = match self.known(&given.table_name)?.ttl {
            Some(name) => json!({"TimeToLiveStatus": "ENABLED", "AttributeName": name}),
            None => json!({"TimeToLiveStatus": "DISABLED"}),
        };
        Ok(json!({"TimeToLiveDescription": described}).to_string().into_bytes())
    }

    pub(super) fn create_table(self) -> Answer {
        let given: Named = self.read()?;
        let name = &given.table_name;
        match self.api.table(name) {
            Some(_) => Err(Fault::service("ResourceInUseException", format!("Table already exists: {name}"))),
            None => Err(declared_only("CreateTable")),
        }
    }

    fn known(self, name: &str) -> Result<&'static Table, Fault> {
        self.api.table(name).ok_or_else(|| {
            let message = format!("Requested resource not found: Table: {name} not found");
            Fault::service("ResourceNotFoundException", message)
        })
    }

    /// What the tenant has in the table; none where the API doesn't reach its items.
    async fn count(self, table: &'static Table) -> Result<Option<Count>, Fault> {
        if table.tenancy == Tenancy::Directory {
            return Ok(None);
        }
        let now = self.api.clock.now().as_seconds();
        let known = |counts: &Counts| {
            let counts = counts.0.lock().unwrap_or_else(PoisonError::into_inner);
            counts.get(table.name).copied()
        };
        if let Some((at, count)) = known(&self.api.counts)
            && (at..at + FRESH).contains(&now)
        {
            return Ok(Some(count));
        }
        let mut count = Count::default();
        let mut after = None;
        loop {
            let page = self.api.tables.scan(self.api.scope, Scan::table(table).after(after)).await?;
            count.items += page.edges.len() as u64;
            count.bytes += page.edges.iter().map(|edge| size::of_item(&edge.node) as u64).sum::<u64>();
            after = page.end().cloned();
            if !page.has_next {
                break;
            }
        }
        let mut counts = self.api.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.insert(table.name, (now, count));
        Ok(Some(count))
    }
}

fn key_schema(hash: Attribute, range: Option<Attribute>) -> Value {
    let mut schema = vec![json!({"AttributeName": hash.name(), "KeyType": "HASH"})];
    schema.extend(range.map(|range| json!({"AttributeName": range.name(), "KeyType": "RANGE"})));
    schema.into()
}

/// The key attributes of the table and of its indexes, each once.
fn definitions(table: &Table) -> Value {
    let keys = |hash, range: Option<Attribute>| [Some(hash), range].into_iter().flatten();
    let indexes = table.indexes.iter().flat_map(|index| keys(index.hash, index.range));
    let all: BTreeMap<_, _> = keys(table.hash, table.range)
        .chain(indexes)
        .map(|attribute| match attribute {
            Attribute::S(name) => (name, "S"),
            Attribute::N(name) => (name, "N"),
            Attribute::B(name) => (name, "B"),
        })
        .collect();
    all.into_iter().map(|(name, kind)| json!({"AttributeName": name, "AttributeType": kind})).collect()
}

fn describe_index(index: &Index, arn: &str) -> Value {
    let projection = match index.projection {
        Projection::All => json!({"ProjectionType": "ALL"}),
        Projection::KeysOnly => json!({"ProjectionType": "KEYS_ONLY"}),
        Projection::Include(names) => json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names}),
    };
    json!({
        "IndexName": index.name,
        "IndexStatus": "ACTIVE",
        "IndexArn": format!("{arn}/index/{}", index.name),
        "KeySchema": key_schema(index.hash, index.range),
        "Projection": projection,
        "ProvisionedThroughput": throughput(),
    })
}

/// Tables on demand have none.
fn throughput() -> Value {
    json!({"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0})
}
