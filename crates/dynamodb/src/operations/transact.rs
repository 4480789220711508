//! Transactions.

use std::collections::BTreeMap;

use atelier_tables::{Error, Get, Write};
use serde::Deserialize;

use super::item::{check_update, get};
use super::parameters::{check_item, choice, key, of_update};
use super::{Answer, Call};
use crate::attribute::{Attributes, put_item};
use crate::expression::{Kind, Placeholders, condition, projection, update};
use crate::fault::{Fault, Reason};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TransactGet {
    transact_items: Vec<GetEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GetEntry {
    get: OneGet,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OneGet {
    table_name: String,
    key: Attributes,
    projection_expression: Option<String>,
    expression_attribute_names: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TransactWrite {
    transact_items: Vec<WriteEntry>,
    client_request_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct WriteEntry {
    put: Option<Part>,
    update: Option<Part>,
    delete: Option<Part>,
    condition_check: Option<Part>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Part {
    table_name: String,
    item: Option<Attributes>,
    key: Option<Attributes>,
    update_expression: Option<String>,
    condition_expression: Option<String>,
    expression_attribute_names: Option<BTreeMap<String, String>>,
    expression_attribute_values: Option<Attributes>,
    return_values_on_condition_check_failure: Option<String>,
}

/// What one entry of a transaction does.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    Put,
    Update,
    Delete,
    Check,
}

impl Call<'_> {
    pub(super) async fn transact_get(self) -> Answer {
        let given: TransactGet = self.read()?;
        check_count(given.transact_items.len())?;
        let mut gets = Vec::with_capacity(given.transact_items.len());
        for GetEntry { get: one } in given.transact_items {
            let text = one.projection_expression.as_deref();
            let names = one.expression_attribute_names;
            let mut places = Placeholders::new(names, None, text.is_some(), "ProjectionExpression")?;
            let select = text.map(|text| projection(text, &mut places)).transpose()?;
            places.end()?;
            gets.push(get(self.api.open_table(&one.table_name)?, one.key.0, select)?);
        }
        let found = self.api.tables.transact_get(self.api.scope, gets).await?;
        let mut out = b"{\"Responses\":[".to_vec();
        for (position, item) in found.iter().enumerate() {
            if position > 0 {
                out.push(b',');
            }
            out.push(b'{');
            if let Some(item) = item {
                out.extend_from_slice(b"\"Item\":");
                put_item(&mut out, item);
            }
            out.push(b'}');
        }
        out.extend_from_slice(b"]}");
        Ok(out)
    }

    pub(super) async fn transact_write(self) -> Answer {
        let given: TransactWrite = self.read()?;
        let count = given.transact_items.len();
        check_count(count)?;
        let mut returning = Vec::with_capacity(count);
        let mut writes = Vec::with_capacity(count);
        for entry in given.transact_items {
            let (deed, part) = entry.only()?;
            let on_failure = part.return_values_on_condition_check_failure.as_deref();
            let words = ["NONE", "ALL_OLD"];
            returning.push(choice("returnValuesOnConditionCheckFailure", on_failure, &words)? == "ALL_OLD");
            writes.push(self.write_of(deed, part)?);
        }
        let (tables, scope) = (&self.api.tables, self.api.scope);
        let done = match &given.client_request_token {
            Some(token) => tables.transact_once(scope, token, writes).await,
            None => tables.transact(scope, writes).await.map(|_| ()),
        };
        done.map_err(|error| cancelled(error, &returning))?;
        tracing::info!(operation = "TransactWriteItems", writes = count, "written over the DynamoDB API");
        Ok(b"{}".to_vec())
    }

    fn write_of(self, deed: Deed, mut part: Part) -> Result<Write, Fault> {
        let any = part.condition_expression.is_some() || part.update_expression.is_some();
        let values = part.expression_attribute_values.take();
        let names = part.expression_attribute_names.take();
        let mut places = Placeholders::new(names, values, any, "ConditionExpression")?;
        let changes = part.update_expression.as_deref().map(|text| update(text, &mut places)).transpose()?;
        let text = part.condition_expression.as_deref();
        let condition = text.map(|text| condition(Kind::Condition, text, &mut places)).transpose()?;
        places.end()?;
        let table = self.api.open_table(&part.table_name)?;
        let missing = |what: &str| {
            Fault::validation(format!(
                "1 validation error detected: Value null at 'transactItems.{what}' failed to satisfy constraint: Member must not be null"
            ))
        };
        if deed == Deed::Put {
            let Attributes(item) = part.item.ok_or_else(|| missing("item"))?;
            check_item(table, &item)?;
            return Ok(with(Write::put(table, item), condition));
        }
        let Attributes(given) = part.key.ok_or_else(|| missing("key"))?;
        let key = key(table, given)?;
        match deed {
            Deed::Update => {
                let changes = changes.ok_or_else(|| missing("updateExpression"))?;
                check_update(table, &changes)?;
                Ok(with(Write::upsert(table, key, changes), condition))
            }
            Deed::Check => {
                let condition = condition.ok_or_else(|| missing("conditionExpression"))?;
                Ok(Write::check(table, key, condition))
            }
            Deed::Delete | Deed::Put => Ok(with(Write::delete(table, key), condition)),
        }
    }
}

fn with(write: Write, condition: Option<atelier_tables::Cond>) -> Write {
    match condition {
        Some(condition) => write.when(condition),
        None => write,
    }
}

impl WriteEntry {
    fn only(self) -> Result<(Deed, Part), Fault> {
        let all = [
            (Deed::Put, self.put),
            (Deed::Update, self.update),
            (Deed::Delete, self.delete),
            (Deed::Check, self.condition_check),
        ];
        let mut given = all.into_iter().filter_map(|(deed, part)| Some((deed, part?)));
        match (given.next(), given.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(Fault::validation("TransactItems can only contain one of Check, Put, Update or Delete")),
        }
    }
}

fn check_count(count: usize) -> Result<(), Fault> {
    if (1..=Get::MAX).contains(&count) {
        return Ok(());
    }
    let bound = if count == 0 { "greater than or equal to 1" } else { "less than or equal to 100" };
    Err(Fault::validation(format!(
        "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length {bound}"
    )))
}

/// The first write whose condition failed is named; the port judges none after it.
fn cancelled(error: Error, returning: &[bool]) -> Fault {
    match error {
        Error::ConditionFailed { position, current, .. } => {
            let reasons = returning.iter().enumerate().map(|(at, returns)| {
                if at != position {
                    return Reason::default();
                }
                let fault = Some(("ConditionalCheckFailed", "The conditional request failed".into()));
                Reason { fault, item: current.clone().filter(|_| *returns) }
            });
            Fault::cancelled(reasons.collect())
        }
        Error::InvalidWrite { reason, .. } if reason.contains("on the same item") => {
            Fault::validation("Transaction request cannot include multiple operations on one item")
        }
        error => of_update(error),
    }
}
