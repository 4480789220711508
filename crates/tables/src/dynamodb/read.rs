//! Reads of known keys.

use std::collections::HashMap;

use atelier_base::Scope;
use aws_sdk_dynamodb::operation::transact_get_items::TransactGetItemsError;
use aws_sdk_dynamodb::types::{Get as SdkGet, KeysAndAttributes, TransactGetItem};

use super::failure::{self, coded};
use super::plan::Stored;
use super::value::{received_item, sent_key};
use super::{DynamoDb, tenant_of};
use crate::embedded::keys::{self, KeyBytes};
use crate::embedded::plan::check_scope;
use crate::{Error, Get, Item, Key, Table};

/// How often a read of several keys is repeated when a transaction is in the way.
const RACES: u32 = 64;

impl DynamoDb {
    pub(crate) async fn get(
        &self,
        scope: Scope,
        table: &'static Table,
        key: &Key,
    ) -> Result<Option<Item>, Error> {
        self.check_key(scope, table, key)?;
        let item = Box::pin(self.look(table, key)).await?;
        Ok(self.seen(scope, table, item))
    }

    fn check_key(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<KeyBytes, Error> {
        self.check_open("read")?;
        check_scope(scope, table)?;
        self.declared(table)?;
        keys::of_key(table, key).map_err(|reason| Error::InvalidQuery { table: table.name, reason })
    }

    fn seen(&self, scope: Scope, table: &'static Table, item: Option<Item>) -> Option<Item> {
        match Stored::of(table, tenant_of(scope).as_deref(), self.seconds(), item) {
            Stored::Live(item) => Some(item),
            Stored::Absent | Stored::Foreign | Stored::Expired(_) => None,
        }
    }

    /// What is stored, whoever may see it.
    pub(super) async fn look(&self, table: &'static Table, key: &Key) -> Result<Option<Item>, Error> {
        let call = self.client.get_item().table_name(self.physical(table)).consistent_read(true);
        let call = call.set_key(Some(sent_key(table, key)));
        let got = self.patience.ask(true, || Box::pin(call.clone().send())).await;
        let item = got.map_err(|error| coded("read", table.name, &error))?.item;
        item.map(received_item).transpose()
    }

    pub(crate) async fn batch_get(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        for get in &gets {
            self.check_key(scope, get.table, &get.key)?;
        }
        let items = Box::pin(self.batch(gets.iter().map(|get| (get.table, &get.key)).collect())).await?;
        Ok(self.selected(scope, gets, items))
    }

    pub(crate) async fn transact_get(
        &self,
        scope: Scope,
        gets: Vec<Get>,
    ) -> Result<Vec<Option<Item>>, Error> {
        for get in &gets {
            self.check_key(scope, get.table, &get.key)?;
        }
        if self.alternator && gets.len() > 1 {
            return Err(Error::Lacking { who: "a read of one moment".into(), what: "transactions" });
        }
        let items = Box::pin(self.snapshot(&gets)).await?;
        Ok(self.selected(scope, gets, items))
    }

    fn selected(&self, scope: Scope, gets: Vec<Get>, items: Vec<Option<Item>>) -> Vec<Option<Item>> {
        gets.into_iter()
            .zip(items)
            .map(|(get, item)| {
                let item = self.seen(scope, get.table, item)?;
                Some(get.select.map_or_else(|| item.clone(), |select| select.of(&item)))
            })
            .collect()
    }

    /// Each item as it is at some moment; keys that the database left out are asked for again.
    pub(super) async fn batch(
        &self,
        wanted: Vec<(&'static Table, &Key)>,
    ) -> Result<Vec<Option<Item>>, Error> {
        let first = wanted.first().map_or("", |(table, _)| table.name);
        let place = |table: &Table, key: &Key| Some((self.physical(table), keys::of_key(table, key).ok()?));
        let mut asked = HashMap::new();
        let mut left: HashMap<String, KeysAndAttributes> = HashMap::new();
        for (table, key) in &wanted {
            let Some(place) = place(table, key) else { continue };
            if asked.insert(place.clone(), *table).is_none() {
                let keys = left.remove(&place.0);
                let builder = KeysAndAttributes::builder().consistent_read(true);
                let builder = builder.set_keys(keys.map(|keys| keys.keys)).keys(sent_key(table, key));
                let keys =
                    builder.build().map_err(|error| failure::invalid("read", first, &error.to_string()))?;
                left.insert(place.0, keys);
            }
        }
        let tables: HashMap<String, &'static Table> =
            wanted.iter().map(|(table, _)| (self.physical(table), *table)).collect();
        let mut found = HashMap::new();
        let mut fruitless = 0;
        while !left.is_empty() {
            let call = self.client.batch_get_item().set_request_items(Some(left));
            let got = self.patience.ask(true, || Box::pin(call.clone().send())).await;
            let got = got.map_err(|error| coded("read", first, &error))?;
            let before = found.len();
            for (name, items) in got.responses.unwrap_or_default() {
                let Some(table) = tables.get(&name) else { continue };
                for item in items {
                    let item = received_item(item)?;
                    let bytes = Key::of(table, &item).and_then(|key| place(table, &key));
                    found.extend(bytes.map(|bytes| (bytes, item)));
                }
            }
            left = got.unprocessed_keys.unwrap_or_default();
            // A page of 16 MB that is full is no reason to wait.
            fruitless = if found.len() > before { 0 } else { fruitless + 1 };
            if !left.is_empty() && fruitless > 0 {
                if fruitless >= self.patience.attempts {
                    return Err(Error::Throttled { operation: "read" });
                }
                self.patience.wait(fruitless).await;
            }
        }
        Ok(wanted.iter().map(|(table, key)| found.get(&place(table, key)?).cloned()).collect())
    }

    /// All items as they are at one moment.
    async fn snapshot(&self, gets: &[Get]) -> Result<Vec<Option<Item>>, Error> {
        let first = gets.first().map_or("", |get| get.table.name);
        let mut places: HashMap<(&str, KeyBytes), usize> = HashMap::new();
        let (mut items, mut order) = (Vec::new(), Vec::new());
        for get in gets {
            let bytes = keys::of_key(get.table, &get.key)
                .map_err(|reason| Error::InvalidQuery { table: get.table.name, reason })?;
            let fresh = items.len();
            let place = *places.entry((get.table.name, bytes)).or_insert(fresh);
            order.push(place);
            if place == fresh {
                let part = SdkGet::builder().table_name(self.physical(get.table));
                let part = part.set_key(Some(sent_key(get.table, &get.key))).build();
                let part = part.map_err(|error| failure::invalid("read", first, &error.to_string()))?;
                items.push(TransactGetItem::builder().get(part).build());
            }
        }
        for race in 1..=RACES {
            let call = self.client.transact_get_items().set_transact_items(Some(items.clone()));
            let error = match self.patience.ask(true, || Box::pin(call.clone().send())).await {
                Ok(got) => {
                    let found = got
                        .responses
                        .unwrap_or_default()
                        .into_iter()
                        .map(|response| response.item.map(received_item).transpose())
                        .collect::<Result<Vec<_>, _>>()?;
                    return Ok(order.iter().map(|place| found.get(*place).cloned().flatten()).collect());
                }
                Err(error) => error,
            };
            match error.as_service_error() {
                Some(TransactGetItemsError::TransactionCanceledException(_)) => {
                    self.patience.wait(race).await;
                }
                _ => return Err(coded("read", first, &error)),
            }
        }
        Err(Error::Throttled { operation: "read" })
    }
}
