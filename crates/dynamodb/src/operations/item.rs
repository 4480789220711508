//! Operations on one item.

use std::collections::BTreeMap;

use atelier_tables::{Cond, Error, Get, Item, Select, Table, Update, Write, Written};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::parameters::{check_item, choice, key, no_legacy, of_update};
use super::{Answer, Call};
use crate::attribute::{Attributes, put_item};
use crate::expression::{Kind, Placeholders, condition, projection, update};
use crate::fault::Fault;

type Names = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GetItem {
    table_name: String,
    key: Attributes,
    projection_expression: Option<String>,
    expression_attribute_names: Option<Names>,
    attributes_to_get: Option<IgnoredAny>,
}

/// A write of one item: what all kinds of them take.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OneWrite {
    table_name: String,
    item: Option<Attributes>,
    key: Option<Attributes>,
    update_expression: Option<String>,
    condition_expression: Option<String>,
    expression_attribute_names: Option<Names>,
    expression_attribute_values: Option<Attributes>,
    return_values: Option<String>,
    return_values_on_condition_check_failure: Option<String>,
    expected: Option<IgnoredAny>,
    conditional_operator: Option<IgnoredAny>,
    attribute_updates: Option<IgnoredAny>,
}

impl OneWrite {
    fn placeholders(&mut self, wanted: &str) -> Result<Placeholders, Fault> {
        no_legacy(&[
            ("Expected", self.expected.is_some()),
            ("ConditionalOperator", self.conditional_operator.is_some()),
            ("AttributeUpdates", self.attribute_updates.is_some()),
        ])?;
        let any = self.condition_expression.is_some() || self.update_expression.is_some();
        let names = self.expression_attribute_names.take();
        Placeholders::new(names, self.expression_attribute_values.take(), any, wanted)
    }

    fn condition(&self, places: &mut Placeholders) -> Result<Option<Cond>, Fault> {
        let text = self.condition_expression.as_deref();
        text.map(|text| condition(Kind::Condition, text, places)).transpose()
    }

    fn given_key(&mut self) -> Result<Item, Fault> {
        self.key.take().map(|Attributes(key)| key).ok_or_else(|| missing("key"))
    }

    fn return_values(&self, words: &[&'static str]) -> Result<&'static str, Fault> {
        let given = choice("returnValues", self.return_values.as_deref(), words)?;
        Ok(words.iter().copied().find(|word| *word == given).unwrap_or("NONE"))
    }
}

fn missing(parameter: &str) -> Fault {
    Fault::validation(format!(
        "1 validation error detected: Value null at '{parameter}' failed to satisfy constraint: Member must not be null"
    ))
}

impl Call<'_> {
    pub(super) async fn get_item(self) -> Answer {
        let given: GetItem = self.read()?;
        no_legacy(&[("AttributesToGet", given.attributes_to_get.is_some())])?;
        let text = given.projection_expression.as_deref();
        let mut places = Placeholders::new(
            given.expression_attribute_names,
            None,
            text.is_some(),
            "ProjectionExpression",
        )?;
        let select = text.map(|text| projection(text, &mut places)).transpose()?;
        places.end()?;
        let table = self.api.open_table(&given.table_name)?;
        let key = key(table, given.key.0)?;
        let found = self.api.tables.get(self.api.scope, table, &key).await?;
        Ok(answer("Item", found.map(|item| selected(item, select.as_ref())).as_ref()))
    }

    pub(super) async fn put_item(self) -> Answer {
        let mut given: OneWrite = self.read()?;
        let returned = given.return_values(&["NONE", "ALL_OLD"])?;
        let mut places = given.placeholders("ConditionExpression")?;
        let condition = given.condition(&mut places)?;
        places.end()?;
        let table = self.api.open_table(&given.table_name)?;
        let Attributes(item) = given.item.take().ok_or_else(|| missing("item"))?;
        check_item(table, &item)?;
        let written = self.write("PutItem", &given, Write::put(table, item), condition).await?;
        Ok(answer("Attributes", written.before.as_ref().filter(|_| returned == "ALL_OLD")))
    }

    pub(super) async fn delete_item(self) -> Answer {
        let mut given: OneWrite = self.read()?;
        let returned = given.return_values(&["NONE", "ALL_OLD"])?;
        let mut places = given.placeholders("ConditionExpression")?;
        let condition = given.condition(&mut places)?;
        places.end()?;
        let table = self.api.open_table(&given.table_name)?;
        let key = key(table, given.given_key()?)?;
        let written = self.write("DeleteItem", &given, Write::delete(table, key), condition).await?;
        Ok(answer("Attributes", written.before.as_ref().filter(|_| returned == "ALL_OLD")))
    }

    pub(super) async fn update_item(self) -> Answer {
        let mut given: OneWrite = self.read()?;
        let words = ["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"];
        let returned = given.return_values(&words)?;
        let mut places = given.placeholders("UpdateExpression")?;
        let changes = given.update_expression.as_deref().map(|text| update(text, &mut places)).transpose()?;
        let changes = changes.unwrap_or_default();
        let condition = given.condition(&mut places)?;
        places.end()?;
        let table = self.api.open_table(&given.table_name)?;
        let key = key(table, given.given_key()?)?;
        check_update(table, &changes)?;
        let touched = changes.touched();
        let write = Write::upsert(table, key, changes);
        let written = self.write("UpdateItem", &given, write, condition).await?;
        let attributes = match returned {
            "ALL_OLD" => written.before,
            "ALL_NEW" => written.after,
            "UPDATED_OLD" => written.before.map(|item| touched.of(&item)),
            "UPDATED_NEW" => written.after.map(|item| touched.of(&item)),
            _ => None,
        };
        let attributes = attributes.filter(|item| !(returned.starts_with("UPDATED") && item.is_empty()));
        Ok(answer("Attributes", attributes.as_ref()))
    }

    async fn write(
        self,
        operation: &str,
        given: &OneWrite,
        write: Write,
        condition: Option<Cond>,
    ) -> Result<Written, Fault> {
        let on_failure = given.return_values_on_condition_check_failure.as_deref();
        let on_failure = choice("returnValuesOnConditionCheckFailure", on_failure, &["NONE", "ALL_OLD"])?;
        let write = match condition {
            Some(condition) => write.when(condition),
            None => write,
        };
        let written = self.api.tables.write_returning(self.api.scope, write).await;
        let written = written.map_err(|error| match error {
            Error::ConditionFailed { current, .. } => {
                Fault::condition(current.filter(|_| on_failure == "ALL_OLD"))
            }
            error => of_update(error),
        })?;
        tracing::info!(operation, table = given.table_name, "written over the DynamoDB API");
        Ok(written)
    }
}

/// An update never moves an item.
pub(super) fn check_update(table: &Table, update: &Update) -> Result<(), Fault> {
    let keys = super::parameters::keys(table, None);
    match update.touched().paths().iter().find(|path| keys.contains(path.attribute())) {
        Some(path) => Err(Fault::validation(format!(
            "One or more parameter values were invalid: Cannot update attribute {}. This attribute is part of the key",
            path.attribute()
        ))),
        None => Ok(()),
    }
}

/// The part of the item that was asked for.
pub(super) fn selected(item: Item, select: Option<&Select>) -> Item {
    match select {
        Some(select) => select.of(&item),
        None => item,
    }
}

/// A read of one key among several, with its projection.
pub(super) fn get(table: &'static Table, given: Item, select: Option<Select>) -> Result<Get, Fault> {
    let get = Get::new(table, key(table, given)?);
    Ok(match select {
        Some(select) => get.select(select),
        None => get,
    })
}

fn answer(name: &str, item: Option<&Item>) -> Vec<u8> {
    let mut out = Vec::with_capacity(1_024);
    out.push(b'{');
    if let Some(item) = item {
        out.push(b'"');
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        put_item(&mut out, item);
    }
    out.push(b'}');
    out
}
