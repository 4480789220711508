//! Batches of reads and of writes.

use std::collections::BTreeMap;

use atelier_tables::{Error, Get, Item, Write};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::item::get;
use super::parameters::{check_item, key, no_legacy};
use super::{Answer, Call};
use crate::attribute::{Attributes, put_items, put_text};
use crate::expression::{Placeholders, projection};
use crate::fault::Fault;

const DUPLICATES: &str = "Provided list of item keys contains duplicates";

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct BatchGet {
    request_items: BTreeMap<String, OfTable>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OfTable {
    keys: Vec<Attributes>,
    projection_expression: Option<String>,
    expression_attribute_names: Option<BTreeMap<String, String>>,
    attributes_to_get: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct BatchWrite {
    request_items: BTreeMap<String, Vec<WriteRequest>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct WriteRequest {
    put_request: Option<PutRequest>,
    delete_request: Option<DeleteRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PutRequest {
    item: Attributes,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DeleteRequest {
    key: Attributes,
}

impl Call<'_> {
    pub(super) async fn batch_get(self) -> Answer {
        let given: BatchGet = self.read()?;
        let count: usize = given.request_items.values().map(|keys| keys.keys.len()).sum();
        check_count(count, Get::MAX, "BatchGetItem")?;
        let mut gets = Vec::with_capacity(count);
        let mut tables = Vec::new();
        for (name, keys) in given.request_items {
            no_legacy(&[("AttributesToGet", keys.attributes_to_get.is_some())])?;
            let text = keys.projection_expression.as_deref();
            let names = keys.expression_attribute_names;
            let mut places = Placeholders::new(names, None, text.is_some(), "ProjectionExpression")?;
            let select = text.map(|text| projection(text, &mut places)).transpose()?;
            places.end()?;
            let table = self.api.open_table(&name)?;
            let twice = |(at, key)| keys.keys[..at].contains(key);
            if keys.keys.iter().enumerate().any(twice) {
                return Err(Fault::validation(DUPLICATES));
            }
            tables.push((name, keys.keys.len()));
            for Attributes(key) in keys.keys {
                gets.push(get(table, key, select.clone())?);
            }
        }
        let mut found = self.api.tables.batch_get(self.api.scope, gets).await?.into_iter();
        let mut out = b"{\"Responses\":{".to_vec();
        for (position, (name, count)) in tables.into_iter().enumerate() {
            if position > 0 {
                out.push(b',');
            }
            put_text(&mut out, &name);
            out.push(b':');
            let items: Vec<Item> = found.by_ref().take(count).flatten().collect();
            put_items(&mut out, &items);
        }
        out.extend_from_slice(b"},\"UnprocessedKeys\":{}}");
        Ok(out)
    }

    pub(super) async fn batch_write(self) -> Answer {
        let given: BatchWrite = self.read()?;
        let count = given.request_items.values().map(Vec::len).sum();
        check_count(count, Write::MAX_BATCH, "BatchWriteItem")?;
        let names: Vec<_> = given.request_items.keys().cloned().collect();
        let mut writes = Vec::with_capacity(count);
        for (name, requests) in given.request_items {
            let table = self.api.open_table(&name)?;
            for request in requests {
                writes.push(match (request.put_request, request.delete_request) {
                    (Some(put), None) => {
                        check_item(table, &put.item.0)?;
                        Write::put(table, put.item.0)
                    }
                    (None, Some(delete)) => Write::delete(table, key(table, delete.key.0)?),
                    _ => {
                        return Err(Fault::validation(
                            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
                        ));
                    }
                });
            }
        }
        self.api.tables.batch_write(self.api.scope, writes).await.map_err(|error| match error {
            Error::InvalidWrite { reason, .. } if reason.contains("on the same item") => {
                Fault::validation(DUPLICATES)
            }
            error => error.into(),
        })?;
        tracing::info!(operation = "BatchWriteItem", tables = ?names, writes = count, "written over the DynamoDB API");
        Ok(b"{\"UnprocessedItems\":{}}".to_vec())
    }
}

fn check_count(count: usize, most: usize, operation: &str) -> Result<(), Fault> {
    if count == 0 {
        return Err(Fault::validation(
            "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
        ));
    }
    if count > most {
        return Err(Fault::validation(format!("Too many items requested for the {operation} call")));
    }
    Ok(())
}
