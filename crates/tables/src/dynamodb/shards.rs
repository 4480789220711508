//! The shards of a table's stream: which there are, in which order they are read, and what one holds.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodbstreams::types::{Record, Shard, ShardIteratorType};

use super::DynamoDb;
use super::failure::coded;
use crate::{Error, Table};

/// The numbers of the last records that were read, by shard.
pub(super) type Read = BTreeMap<String, String>;

/// Pages without a record that are turned in one go: the database gives them while it looks for the next one.
const EMPTY_PAGES: u32 = 4;
/// Records that the database gives at most in one page.
const PAGE: usize = 1_000;

/// What is known of the streams, so that a look at a quiet one is a single request.
#[derive(Default)]
pub(super) struct Shards(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// The address of each table's stream.
    streams: HashMap<&'static str, String>,
    /// The shards of each table's stream, parents first.
    shards: HashMap<&'static str, Vec<Shard>>,
    /// Where to go on in a shard after a record; none where the shard ended.
    iterators: HashMap<(String, Option<String>), Option<String>>,
}

impl Shards {
    fn with<T>(&self, look: impl FnOnce(&mut Known) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What a shard gave.
pub(super) struct Drawn {
    pub(super) shard: String,
    pub(super) records: Vec<Record>,
}

impl DynamoDb {
    /// The next records of each shard of the table's stream, up to so many a shard, parents before children.
    pub(super) async fn draw(
        &self,
        table: &'static Table,
        read: &Read,
        limit: usize,
    ) -> Result<Vec<Drawn>, Error> {
        let Some(stream) = self.stream_of(table).await? else { return Ok(Vec::new()) };
        let mut shards = self.shards_of(table, &stream, false).await?;
        let (mut drawn, mut ended, mut refreshed) = (Vec::new(), Vec::<String>::new(), false);
        let mut next = 0;
        while let Some(shard) = shards.get(next) {
            next += 1;
            let id = shard.shard_id().unwrap_or_default().to_owned();
            let children = shards.iter().filter(|other| other.parent_shard_id() == Some(&id)).count();
            // A child that was begun says that its parent was read to the end.
            let is_parent = |other: &&Shard| other.parent_shard_id() == Some(&id);
            let begun = shards.iter().filter(is_parent).any(|child| read.contains_key(name(child)));
            if begun || ended.contains(&id) {
                ended.push(id);
                continue;
            }
            let parent = shard.parent_shard_id().map(str::to_owned);
            let listed = |id: &String| shards.iter().any(|other| name(other) == id);
            if parent.as_ref().filter(|parent| listed(parent)).is_some_and(|parent| !ended.contains(parent)) {
                continue;
            }
            let (records, has_ended) = self.records(table, &stream, &id, read.get(&id), limit).await?;
            let waits = !records.is_empty();
            drawn.push(Drawn { shard: id.clone(), records });
            if has_ended {
                // Its children come after its own records were taken, so that one item's stay in order.
                if !waits {
                    ended.push(id);
                }
                if children == 0 && !refreshed {
                    (refreshed, next) = (true, 0);
                    drawn.clear();
                    shards = self.shards_of(table, &stream, true).await?;
                }
            }
        }
        Ok(drawn)
    }

    /// The address of the table's stream; none when it has none.
    async fn stream_of(&self, table: &'static Table) -> Result<Option<String>, Error> {
        if let Some(known) = self.shards.with(|known| known.streams.get(table.name).cloned()) {
            return Ok(Some(known));
        }
        let described = super::schema::describe(self, &self.physical(table)).await?;
        let stream = described.and_then(|described| described.latest_stream_arn);
        if let Some(stream) = &stream {
            self.shards.with(|known| known.streams.insert(table.name, stream.clone()));
        }
        Ok(stream)
    }

    async fn shards_of(&self, table: &'static Table, stream: &str, anew: bool) -> Result<Vec<Shard>, Error> {
        let known = self.shards.with(|known| known.shards.get(table.name).cloned());
        if let Some(known) = known.filter(|known| !anew && !known.is_empty()) {
            return Ok(known);
        }
        let (mut shards, mut after) = (Vec::new(), None);
        loop {
            let call = self.streams.describe_stream().stream_arn(stream);
            let call = call.set_exclusive_start_shard_id(after);
            let page = self.patience.ask(true, || Box::pin(call.clone().send())).await;
            let page = page.map_err(|error| coded("read the changes", table.name, &error))?;
            let Some(description) = page.stream_description else { break };
            shards.extend(description.shards.unwrap_or_default());
            after = description.last_evaluated_shard_id;
            if after.is_none() {
                break;
            }
        }
        let shards = parents_first(shards);
        self.shards.with(|known| known.shards.insert(table.name, shards.clone()));
        Ok(shards)
    }

    /// Records of a shard after a number, and whether the shard ends with them.
    async fn records(
        &self,
        table: &'static Table,
        stream: &str,
        shard: &str,
        after: Option<&String>,
        limit: usize,
    ) -> Result<(Vec<Record>, bool), Error> {
        let place = (shard.to_owned(), after.cloned());
        let known = self.shards.with(|known| known.iterators.get(&place).cloned());
        let mut iterator = match known {
            Some(None) => return Ok((Vec::new(), true)),
            Some(Some(known)) => known,
            None => self.iterator(table, stream, shard, after).await?,
        };
        for _ in 0..=EMPTY_PAGES {
            let limit = i32::try_from(limit.clamp(1, PAGE)).unwrap_or(i32::MAX);
            let call = self.streams.get_records().shard_iterator(&iterator).limit(limit);
            let page = match self.patience.ask(true, || Box::pin(call.clone().send())).await {
                Ok(page) => page,
                Err(error) if error.code() == Some("ExpiredIteratorException") => {
                    iterator = self.iterator(table, stream, shard, after).await?;
                    continue;
                }
                Err(error) if error.code() == Some("TrimmedDataAccessException") => {
                    return Err(Error::ChangesLost { table: table.name });
                }
                Err(error) => return Err(coded("read the changes", table.name, &error)),
            };
            let records = page.records.unwrap_or_default();
            if records.is_empty() {
                // Kept, so that the next look goes on behind the empty pages.
                self.shards
                    .with(|known| known.iterators.insert(place.clone(), page.next_shard_iterator.clone()));
            }
            match page.next_shard_iterator {
                None => return Ok((records, true)),
                Some(_) if !records.is_empty() => return Ok((records, false)),
                Some(next) => iterator = next,
            }
        }
        Ok((Vec::new(), false))
    }

    async fn iterator(
        &self,
        table: &'static Table,
        stream: &str,
        shard: &str,
        after: Option<&String>,
    ) -> Result<String, Error> {
        let kind = match after {
            Some(_) => ShardIteratorType::AfterSequenceNumber,
            None => ShardIteratorType::TrimHorizon,
        };
        let call = self.streams.get_shard_iterator().stream_arn(stream).shard_id(shard);
        let call = call.shard_iterator_type(kind).set_sequence_number(after.cloned());
        match self.patience.ask(true, || Box::pin(call.clone().send())).await {
            Ok(answer) => Ok(answer.shard_iterator.unwrap_or_default()),
            Err(error) if error.code() == Some("TrimmedDataAccessException") => {
                Err(Error::ChangesLost { table: table.name })
            }
            Err(error) => Err(coded("read the changes", table.name, &error)),
        }
    }
}

pub(super) fn name(shard: &Shard) -> &str {
    shard.shard_id().unwrap_or_default()
}

/// Every shard after its parent, where the parent is still listed.
fn parents_first(mut left: Vec<Shard>) -> Vec<Shard> {
    let mut sorted: Vec<Shard> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waiting = |shard: &Shard| {
            left.iter()
                .any(|other| Some(name(other)) == shard.parent_shard_id() && name(other) != name(shard))
        };
        let (later, now): (Vec<_>, Vec<_>) = left.iter().cloned().partition(waiting);
        if now.is_empty() {
            sorted.extend(later);
            break;
        }
        sorted.extend(now);
        left = later;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shard(id: &str, parent: Option<&str>) -> Shard {
        Shard::builder().shard_id(id).set_parent_shard_id(parent.map(str::to_owned)).build()
    }

    #[test]
    fn parents_come_before_their_children() {
        let shards =
            [shard("c", Some("b")), shard("b", Some("a")), shard("d", Some("gone")), shard("a", None)];
        let sorted = parents_first(shards.into());
        assert_eq!(sorted.iter().map(name).collect::<Vec<_>>(), ["d", "a", "b", "c"]);
    }
}
