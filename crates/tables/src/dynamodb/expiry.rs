//! Items whose time has come, found by reading whole tables: the database deletes them by itself, within two
//! days, and this finds those that are still there.

use atelier_base::Scope;
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;

use super::expression::Placeholders;
use super::failure::coded;
use super::plan::belongs;
use super::value::{received_item, sent_key};
use super::{DynamoDb, tenant_of};
use crate::embedded::expires_at;
use crate::{Cond, Error, Expired, Key, Table, ValueType};

impl DynamoDb {
    pub(crate) async fn expired(&self, scope: Scope, limit: usize) -> Result<Vec<Expired>, Error> {
        let mut found = Vec::new();
        for table in self.tables.iter().copied().filter(|table| table.ttl.is_some()) {
            let mut own = Box::pin(self.expired_of(scope, table, limit - found.len())).await?;
            own.sort_by_key(|expired| expires_at(table, &expired.item));
            found.extend(own);
            if found.len() >= limit {
                break;
            }
        }
        Ok(found)
    }

    async fn expired_of(
        &self,
        scope: Scope,
        table: &'static Table,
        limit: usize,
    ) -> Result<Vec<Expired>, Error> {
        let Some(ttl) = table.ttl else { return Ok(Vec::new()) };
        let tenant = tenant_of(scope);
        let now = self.seconds();
        let mut placeholders = Placeholders::default();
        let filter = Cond::has_type(ttl, ValueType::N).and(Cond::between(ttl, 1, now));
        let filter = placeholders.condition(&filter);
        let (mut found, mut after) = (Vec::new(), None);
        while found.len() < limit {
            let call = self.client.scan().table_name(self.physical(table)).consistent_read(true);
            let call = call.filter_expression(&filter).set_exclusive_start_key(after);
            let call = call.set_expression_attribute_names(placeholders.names());
            let call = call.set_expression_attribute_values(placeholders.values());
            let got = self.patience.ask(true, || Box::pin(call.clone().send())).await;
            let got = got.map_err(|error| coded("read", table.name, &error))?;
            for item in got.items.unwrap_or_default() {
                let item = received_item(item)?;
                if !belongs(tenant.as_deref(), &item) || found.len() >= limit {
                    continue;
                }
                found.extend(Key::of(table, &item).map(|key| Expired { table, key, item }));
            }
            after = got.last_evaluated_key.filter(|last| !last.is_empty());
            if after.is_none() {
                break;
            }
        }
        Ok(found)
    }

    /// One by one, each only if it is still expired.
    pub(crate) async fn bury(&self, expired: &[Expired]) -> Result<usize, Error> {
        let mut buried = 0;
        for one in expired {
            let Some(ttl) = one.table.ttl else { continue };
            let mut placeholders = Placeholders::default();
            let due = Cond::has_type(ttl, ValueType::N).and(Cond::between(ttl, 1, self.seconds()));
            let due = placeholders.condition(&Cond::missing(one.table.hash.name()).or(due));
            let call = self.client.delete_item().table_name(self.physical(one.table));
            let call = call.set_key(Some(sent_key(one.table, &one.key))).condition_expression(due);
            let call = call.set_expression_attribute_names(placeholders.names());
            let call = call.set_expression_attribute_values(placeholders.values());
            // Deleting twice what has expired does no more than once.
            match self.patience.ask(true, || Box::pin(call.clone().send())).await {
                Ok(_) => buried += 1,
                Err(error)
                    if error
                        .as_service_error()
                        .is_some_and(DeleteItemError::is_conditional_check_failed_exception) => {}
                Err(error) => return Err(coded("write", one.table.name, &error)),
            }
        }
        Ok(buried)
    }
}
