//! Values as the SDK has them, and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;

use crate::{Error, Item, Key, Number, Table, Value};

/// An item as the SDK has it.
pub(super) type Attributes = HashMap<String, AttributeValue>;

/// A value for the wire.
pub(super) fn sent(value: &Value) -> AttributeValue {
    match value {
        Value::Null => AttributeValue::Null(true),
        Value::Bool(value) => AttributeValue::Bool(*value),
        Value::N(number) => AttributeValue::N(number.to_string()),
        Value::S(text) => AttributeValue::S(text.clone()),
        Value::B(bytes) => AttributeValue::B(Blob::new(bytes.clone())),
        Value::Ss(set) => AttributeValue::Ss(set.iter().cloned().collect()),
        Value::Ns(set) => AttributeValue::Ns(set.iter().map(ToString::to_string).collect()),
        Value::Bs(set) => AttributeValue::Bs(set.iter().cloned().map(Blob::new).collect()),
        Value::L(list) => AttributeValue::L(list.iter().map(sent).collect()),
        Value::M(map) => AttributeValue::M(sent_item(map)),
    }
}

/// An item for the wire.
pub(super) fn sent_item(item: &Item) -> Attributes {
    item.iter().map(|(name, value)| (name.clone(), sent(value))).collect()
}

/// A key for the wire, whose shape is the table's.
pub(super) fn sent_key(table: &Table, key: &Key) -> Attributes {
    let hash = (table.hash.name().to_owned(), sent(&key.hash));
    let range = table.range.zip(key.range.as_ref());
    let range = range.map(|(range, value)| (range.name().to_owned(), sent(value)));
    std::iter::once(hash).chain(range).collect()
}

/// The same shape is a type of its own in each of the SDK's crates.
macro_rules! receive {
    ($(#[$doc:meta])* $item:ident, $value:ident, $types:ident) => {
        fn $value(value: $types::types::AttributeValue) -> Result<Value, Error> {
            use $types::types::AttributeValue as Received;
            let number = |text: String| text.parse::<Number>().map_err(|error| unreadable(&error));
            Ok(match value {
                Received::Null(_) => Value::Null,
                Received::Bool(value) => Value::Bool(value),
                Received::N(text) => Value::N(number(text)?),
                Received::S(text) => Value::S(text),
                Received::B(bytes) => Value::B(bytes.into_inner()),
                Received::Ss(texts) => Value::Ss(texts.into_iter().collect()),
                Received::Ns(texts) => {
                    Value::Ns(texts.into_iter().map(number).collect::<Result<_, _>>()?)
                }
                Received::Bs(all) => Value::Bs(all.into_iter().map(Blob::into_inner).collect()),
                Received::L(list) => {
                    Value::L(list.into_iter().map($value).collect::<Result<_, _>>()?)
                }
                Received::M(map) => Value::M($item(map)?),
                other => return Err(unreadable(&format!("a value of an unknown type: {other:?}"))),
            })
        }

        $(#[$doc])*
        pub(super) fn $item(
            item: HashMap<String, $types::types::AttributeValue>,
        ) -> Result<Item, Error> {
            item.into_iter().map(|(name, value)| Ok((name, $value(value)?))).collect()
        }
    };
}

receive! {
    /// An item that came back.
    received_item, received, aws_sdk_dynamodb
}
receive! {
    /// An item of a stream's record.
    received_change, received_part, aws_sdk_dynamodbstreams
}

pub(super) fn unreadable(reason: &dyn std::fmt::Display) -> Error {
    Error::Unreadable { reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_comes_back_as_it_went() {
        let number = "-0.10000000000000000000000000000000000001".parse::<Number>().expect("a number");
        let item = Item::from([
            ("null".into(), Value::Null),
            ("yes".into(), true.into()),
            ("n".into(), number.into()),
            ("s".into(), "ä".into()),
            ("b".into(), vec![0_u8, 255].into()),
            ("ss".into(), Value::Ss(["a".into()].into())),
            ("ns".into(), Value::Ns([Number::from(7)].into())),
            ("bs".into(), Value::Bs([vec![1]].into())),
            ("l".into(), vec![Value::from(1), "x".into()].into()),
            ("m".into(), Item::from([("in".into(), 5.into())]).into()),
        ]);
        assert_eq!(received_item(sent_item(&item)).expect("readable"), item);
    }
}
