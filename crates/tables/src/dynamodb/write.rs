//! Writes: alone, several as one, and batches.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use atelier_base::Scope;
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    CancellationReason, ConditionCheck, Delete, DeleteRequest, Put, PutRequest, ReturnValue,
    ReturnValuesOnConditionCheckFailure as OnFailure, TransactWriteItem, Update as SdkUpdate, WriteRequest,
};

use super::failure::{self, coded};
use super::plan::{Deed, Planned, Stored, plan};
use super::request::{Kind, Request, request};
use super::value::{Attributes, received_item};
use super::{DynamoDb, tenant_of};
use crate::item::item_size;
use crate::{Error, Item, Table, Write, Written};

/// How often a write is decided anew when others change its items meanwhile.
const RACES: u32 = 64;
/// Bytes of items that a transaction is trusted with; the database's limit is 4 MB.
const MAX_TRANSACTION: usize = 3 << 20;

/// What became of a request.
enum Sent {
    /// Carried out; what was there before.
    Done(Option<Attributes>),
    /// Its condition failed; what is there.
    Failed(Option<Attributes>),
}

/// What became of a transaction.
enum Transacted {
    Done,
    /// The condition of the write at that position failed; what is there.
    Failed(usize, Option<Attributes>),
    /// Another transaction was in the way, or the database is busy.
    Again,
}

impl DynamoDb {
    pub(crate) async fn transact(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Written>, Error> {
        self.check_open("write")?;
        let tenant = tenant_of(scope);
        let tenant = tenant.as_deref();
        let mut planned = plan(&self.tables, scope, tenant, writes)?;
        if planned.len() > 1 && self.alternator {
            let who = "a write of several items".into();
            return Err(Error::Lacking { who, what: "transactions" });
        }
        let written = match (planned.len(), planned.pop()) {
            (1, Some(one)) => vec![Box::pin(self.write_one(tenant, &one)).await?],
            (_, last) => {
                planned.extend(last);
                Box::pin(self.write_all(tenant, &planned)).await?
            }
        };
        self.writes.fetch_add(written.len() as u64, Ordering::Relaxed);
        Ok(written)
    }

    /// One write, decided by the database; only what that can't tell is decided here.
    async fn write_one(&self, tenant: Option<&str>, planned: &Planned) -> Result<Written, Error> {
        let table = planned.table;
        let mut stored = None;
        if planned.needs_a_look() {
            stored = Some(self.stored(tenant, planned).await?);
        }
        for race in 0..RACES {
            let now = self.seconds();
            if let Some(stored) = &stored {
                planned.judge(0, stored)?;
                if matches!(planned.deed, Deed::Check) {
                    let item = stored.live().cloned();
                    return Ok(Written { before: item.clone(), after: item });
                }
            }
            if matches!(planned.deed, Deed::Put(_)) {
                planned.after(stored.as_ref().and_then(Stored::live))?;
            }
            let Some(request) = request(planned, stored.as_ref(), tenant, now)? else {
                return Ok(Written::default());
            };
            match self.send(table, request).await? {
                Sent::Done(before) => {
                    let before = before.map(received_item).transpose()?;
                    let before = Stored::of(table, tenant, now, before);
                    let after = planned.after(before.live())?;
                    let before = before.live().cloned();
                    return Ok(Written { before, after });
                }
                Sent::Failed(item) => {
                    let item = item.map(received_item).transpose()?;
                    stored = Some(Stored::of(table, tenant, self.seconds(), item));
                    if race > 2 {
                        self.patience.wait(race - 2).await;
                    }
                }
            }
        }
        Err(contended())
    }

    async fn stored(&self, tenant: Option<&str>, planned: &Planned) -> Result<Stored, Error> {
        let item = self.look(planned.table, &planned.key).await?;
        Ok(Stored::of(planned.table, tenant, self.seconds(), item))
    }

    async fn send(&self, table: &'static Table, request: Request) -> Result<Sent, Error> {
        let Request { kind, key, condition, placeholders } = request;
        let (names, values) = (placeholders.names(), placeholders.values());
        let name = self.physical(table);
        match kind {
            Kind::Put(item) => {
                let call = self.client.put_item().table_name(name).set_item(Some(item));
                let call = call.set_condition_expression(condition).return_values(ReturnValue::AllOld);
                let call = call.set_expression_attribute_names(names).set_expression_attribute_values(values);
                let call = call.return_values_on_condition_check_failure(OnFailure::AllOld);
                match self.patience.ask(false, || Box::pin(call.clone().send())).await {
                    Ok(done) => Ok(Sent::Done(done.attributes)),
                    Err(error) => match error.as_service_error() {
                        Some(PutItemError::ConditionalCheckFailedException(failed)) => {
                            Ok(Sent::Failed(failed.item.clone()))
                        }
                        _ => Err(coded("write", table.name, &error)),
                    },
                }
            }
            Kind::Update(expression) => {
                let call = self.client.update_item().table_name(name).set_key(Some(key));
                let call = call.set_update_expression(expression).set_condition_expression(condition);
                let call = call.set_expression_attribute_names(names).set_expression_attribute_values(values);
                let call = call.return_values(ReturnValue::AllOld);
                let call = call.return_values_on_condition_check_failure(OnFailure::AllOld);
                match self.patience.ask(false, || Box::pin(call.clone().send())).await {
                    Ok(done) => Ok(Sent::Done(done.attributes)),
                    Err(error) => match error.as_service_error() {
                        Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                            Ok(Sent::Failed(failed.item.clone()))
                        }
                        _ => Err(coded("write", table.name, &error)),
                    },
                }
            }
            Kind::Delete | Kind::Check => {
                let call = self.client.delete_item().table_name(name).set_key(Some(key));
                let call = call.set_condition_expression(condition).return_values(ReturnValue::AllOld);
                let call = call.set_expression_attribute_names(names).set_expression_attribute_values(values);
                let call = call.return_values_on_condition_check_failure(OnFailure::AllOld);
                match self.patience.ask(false, || Box::pin(call.clone().send())).await {
                    Ok(done) => Ok(Sent::Done(done.attributes)),
                    Err(error) => match error.as_service_error() {
                        Some(DeleteItemError::ConditionalCheckFailedException(failed)) => {
                            Ok(Sent::Failed(failed.item.clone()))
                        }
                        _ => Err(coded("write", table.name, &error)),
                    },
                }
            }
        }
    }

    /// Several writes as one: what is stored is read and judged, and the conditions see to it that nothing of
    /// that changed.
    async fn write_all(&self, tenant: Option<&str>, planned: &[Planned]) -> Result<Vec<Written>, Error> {
        let keys: Vec<_> = planned.iter().map(|one| (one.table, one.key.clone())).collect();
        for race in 0..RACES {
            let now = self.seconds();
            let items = self.look_at_all(&keys).await?;
            let stored: Vec<_> = planned
                .iter()
                .zip(items)
                .map(|(one, item)| Stored::of(one.table, tenant, now, item))
                .collect();
            for (position, (one, stored)) in planned.iter().zip(&stored).enumerate() {
                one.judge(position, stored)?;
            }
            let mut written = Vec::with_capacity(planned.len());
            let (mut items, mut positions) = (Vec::new(), Vec::new());
            for (position, (one, stored)) in planned.iter().zip(&stored).enumerate() {
                let (before, after) = (stored.live().cloned(), one.after(stored.live())?);
                written.push(Written { before, after });
                if let Some(request) = request(one, Some(stored), tenant, now)? {
                    items.push(self.part(one.table, request)?);
                    positions.push(position);
                }
            }
            if items.is_empty() {
                return Ok(written);
            }
            match self.send_all(planned, &positions, items).await? {
                Transacted::Done => return Ok(written),
                Transacted::Failed(position, item) => {
                    let (one, item) = (&planned[position], item.map(received_item).transpose()?);
                    one.judge(position, &Stored::of(one.table, tenant, self.seconds(), item))?;
                }
                Transacted::Again => {}
            }
            self.patience.wait(race + 1).await;
        }
        Err(contended())
    }

    fn part(&self, table: &'static Table, request: Request) -> Result<TransactWriteItem, Error> {
        let Request { kind, key, condition, placeholders } = request;
        let (names, values) = (placeholders.names(), placeholders.values());
        let name = self.physical(table);
        let on_failure = OnFailure::AllOld;
        let item = TransactWriteItem::builder();
        macro_rules! finished {
            ($part:expr) => {
                $part
                    .table_name(name)
                    .set_expression_attribute_names(names)
                    .set_expression_attribute_values(values)
                    .return_values_on_condition_check_failure(on_failure)
                    .build()
                    .map_err(|error| failure::invalid("write", table.name, &error.to_string()))?
            };
        }
        Ok(match (kind, condition) {
            (Kind::Put(put), condition) => {
                item.put(finished!(Put::builder().set_item(Some(put)).set_condition_expression(condition)))
            }
            (Kind::Update(Some(expression)), condition) => item.update(finished!(
                SdkUpdate::builder()
                    .set_key(Some(key))
                    .update_expression(expression)
                    .set_condition_expression(condition)
            )),
            (Kind::Delete, condition) => item
                .delete(finished!(Delete::builder().set_key(Some(key)).set_condition_expression(condition))),
            // An update that changes nothing is a check.
            (Kind::Check | Kind::Update(None), condition) => item.condition_check(finished!(
                ConditionCheck::builder().set_key(Some(key)).set_condition_expression(condition)
            )),
        }
        .build())
    }

    /// With a token, so that a repetition after a broken connection is carried out once.
    async fn send_all(
        &self,
        planned: &[Planned],
        positions: &[usize],
        items: Vec<TransactWriteItem>,
    ) -> Result<Transacted, Error> {
        let table = planned.first().map_or("", |one| one.table.name);
        let token = format!("{:032x}", u128::from_be_bytes(self.randomness.bytes()));
        let call = self.client.transact_write_items().set_transact_items(Some(items));
        let call = call.client_request_token(token);
        let Err(error) = self.patience.ask(true, || Box::pin(call.clone().send())).await else {
            return Ok(Transacted::Done);
        };
        let Some(TransactWriteItemsError::TransactionCanceledException(canceled)) = error.as_service_error()
        else {
            return Err(coded("write", table, &error));
        };
        let reasons = canceled.cancellation_reasons();
        let at = |code: &str| reasons.iter().position(|reason| reason.code() == Some(code));
        if let Some(place) = at("ConditionalCheckFailed") {
            let position = positions.get(place).copied().unwrap_or_default();
            return Ok(Transacted::Failed(position, reasons[place].item.clone()));
        }
        if let Some(place) = at("ValidationError").or_else(|| at("ItemCollectionSizeLimitExceeded")) {
            let position = positions.get(place).copied().unwrap_or_default();
            return Err(failure::invalid("write", planned[position].table.name, said(&reasons[place])));
        }
        if reasons.iter().all(|reason| matches!(reason.code(), None | Some("None"))) {
            return Err(coded("write", table, &error));
        }
        Ok(Transacted::Again)
    }

    /// Puts and deletes. Those of a tenant need their guard, which a batch of the protocol has not: they go as
    /// a transaction or, where there is none or they are too large for one, each alone.
    pub(crate) async fn batch_write(&self, scope: Scope, writes: Vec<Write>) -> Result<(), Error> {
        self.check_open("write")?;
        let tenant = tenant_of(scope);
        let tenant = tenant.as_deref();
        let planned = plan(&self.tables, scope, tenant, writes)?;
        if tenant.is_none() && planned.iter().all(|one| one.table.version.is_none()) {
            return Box::pin(self.write_unguarded(&planned)).await;
        }
        let size = |one: &Planned| if let Deed::Put(item) = &one.deed { item_size(item) } else { 0 };
        if !self.alternator && planned.iter().map(size).sum::<usize>() <= MAX_TRANSACTION {
            Box::pin(self.write_all(tenant, &planned)).await?;
        } else {
            for one in &planned {
                Box::pin(self.write_one(tenant, one)).await?;
            }
        }
        self.writes.fetch_add(planned.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// A batch of the protocol; what it left undone is asked for again.
    async fn write_unguarded(&self, planned: &[Planned]) -> Result<(), Error> {
        let table = planned.first().map_or("", |one| one.table.name);
        let invalid = |error: &dyn std::fmt::Display| failure::invalid("write", table, &error.to_string());
        let mut left: HashMap<String, Vec<WriteRequest>> = HashMap::new();
        for one in planned {
            let part = WriteRequest::builder();
            let part = match request(one, None, None, self.seconds())? {
                Some(Request { kind: Kind::Put(item), .. }) => part.put_request(
                    PutRequest::builder().set_item(Some(item)).build().map_err(|error| invalid(&error))?,
                ),
                Some(Request { key, .. }) => part.delete_request(
                    DeleteRequest::builder().set_key(Some(key)).build().map_err(|error| invalid(&error))?,
                ),
                None => continue,
            };
            left.entry(self.physical(one.table)).or_default().push(part.build());
        }
        for attempt in 1..=self.patience.attempts {
            let call = self.client.batch_write_item().set_request_items(Some(left));
            // Putting and deleting twice does no more than once.
            let done = self.patience.ask(true, || Box::pin(call.clone().send())).await;
            left = done.map_err(|error| coded("write", table, &error))?.unprocessed_items.unwrap_or_default();
            if left.values().all(Vec::is_empty) {
                self.writes.fetch_add(planned.len() as u64, Ordering::Relaxed);
                return Ok(());
            }
            self.patience.wait(attempt).await;
        }
        Err(Error::Throttled { operation: "write" })
    }

    /// What is stored under each key.
    async fn look_at_all(&self, keys: &[(&'static Table, crate::Key)]) -> Result<Vec<Option<Item>>, Error> {
        self.batch(keys.iter().map(|(table, key)| (*table, key)).collect()).await
    }
}

fn said(reason: &CancellationReason) -> &str {
    reason.message().unwrap_or("the database gave no reason")
}

fn contended() -> Error {
    let reason = "others kept changing the same items".into();
    Error::Unavailable { operation: "write", reason }
}
