//! Key attributes as bytes that sort as DynamoDB sorts them.

use crate::{Attribute, Index, Item, Key, KeyRange, Table, Value};

/// The longest partition key, in bytes.
const MAX_HASH: usize = 2_048;
/// The longest sort key, in bytes.
const MAX_RANGE: usize = 1_024;
/// Sorts after every sort key: none is as long.
const AFTER_ALL: [u8; MAX_RANGE + 1] = [u8::MAX; MAX_RANGE + 1];

/// A primary key, or the key of an item within an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct KeyBytes {
    pub(crate) hash: Vec<u8>,
    /// Empty where the table has no sort key.
    pub(crate) range: Vec<u8>,
}

/// The bytes of one key attribute, or why the value can't be one.
fn bytes(attribute: Attribute, value: &Value, longest: usize) -> Result<Vec<u8>, String> {
    let name = attribute.name();
    let bytes = match (attribute, value) {
        (Attribute::S(_), Value::S(text)) => text.as_bytes().to_vec(),
        (Attribute::N(_), Value::N(number)) => number.key_bytes(),
        (Attribute::B(_), Value::B(bytes)) => bytes.clone(),
        _ => return Err(format!("the key attribute {name} has another type")),
    };
    if bytes.is_empty() {
        return Err(format!("the key attribute {name} is empty"));
    }
    if bytes.len() > longest {
        return Err(format!("the key attribute {name} is longer than {longest} bytes"));
    }
    Ok(bytes)
}

/// The bytes of a partition key.
pub(crate) fn hash_bytes(attribute: Attribute, value: &Value) -> Result<Vec<u8>, String> {
    bytes(attribute, value, MAX_HASH)
}

/// The bytes of a primary key, whose shape must be the table's.
pub(crate) fn of_key(table: &Table, key: &Key) -> Result<KeyBytes, String> {
    let hash = hash_bytes(table.hash, &key.hash)?;
    let range = match (table.range, &key.range) {
        (Some(attribute), Some(value)) => bytes(attribute, value, MAX_RANGE)?,
        (None, None) => Vec::new(),
        (Some(attribute), None) => return Err(format!("the key attribute {} is missing", attribute.name())),
        (None, Some(_)) => return Err("the table has no sort key".into()),
    };
    Ok(KeyBytes { hash, range })
}

/// The bytes of an item's primary key.
pub(crate) fn of_item(table: &Table, item: &Item) -> Result<KeyBytes, String> {
    let value = |attribute: Attribute| {
        let name = attribute.name();
        item.get(name).ok_or_else(|| format!("the key attribute {name} is missing"))
    };
    let hash = hash_bytes(table.hash, value(table.hash)?)?;
    let range = match table.range {
        Some(attribute) => bytes(attribute, value(attribute)?, MAX_RANGE)?,
        None => Vec::new(),
    };
    Ok(KeyBytes { hash, range })
}

/// The bytes of an item's key in an index; none when the item isn't in it.
pub(crate) fn of_index(index: &Index, item: &Item) -> Result<Option<KeyBytes>, String> {
    // Both are looked at before either is absent: a wrong type is a fault of the write in any case.
    let hash = item.get(index.hash.name()).map(|value| hash_bytes(index.hash, value)).transpose()?;
    let range = match index.range {
        Some(attribute) => {
            item.get(attribute.name()).map(|value| bytes(attribute, value, MAX_RANGE)).transpose()?
        }
        None => Some(Vec::new()),
    };
    Ok(hash.zip(range).map(|(hash, range)| KeyBytes { hash, range }))
}

/// A range of sort keys: from the first, included, to the last, excluded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) low: Vec<u8>,
    pub(crate) high: Vec<u8>,
}

/// The next bytes in order: nothing lies between.
fn next(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(0);
    bytes
}

/// The first bytes after all that begin like this.
fn after_prefix(mut prefix: Vec<u8>) -> Vec<u8> {
    while let Some(last) = prefix.pop() {
        if last < u8::MAX {
            prefix.push(last + 1);
            return prefix;
        }
    }
    AFTER_ALL.to_vec()
}

/// The bounds of a range of the sort key, which is none where there is no sort key.
pub(crate) fn bounds(attribute: Option<Attribute>, range: &KeyRange) -> Result<Bounds, String> {
    if *range == KeyRange::All {
        return Ok(Bounds { low: Vec::new(), high: AFTER_ALL.to_vec() });
    }
    let attribute = attribute.ok_or("there is no sort key to query by")?;
    let key = |value: &Value| bytes(attribute, value, MAX_RANGE);
    let (low, high) = match range {
        KeyRange::All => (Vec::new(), AFTER_ALL.to_vec()),
        KeyRange::Equal(value) => (key(value)?, next(key(value)?)),
        KeyRange::Below(value) => (Vec::new(), key(value)?),
        KeyRange::AtMost(value) => (Vec::new(), next(key(value)?)),
        KeyRange::Above(value) => (next(key(value)?), AFTER_ALL.to_vec()),
        KeyRange::AtLeast(value) => (key(value)?, AFTER_ALL.to_vec()),
        KeyRange::Between(low, high) => (key(low)?, next(key(high)?)),
        KeyRange::BeginsWith(prefix) => {
            if matches!(attribute, Attribute::N(_)) {
                return Err("a number does not begin with anything".into());
            }
            (key(prefix)?, after_prefix(key(prefix)?))
        }
    };
    Ok(Bounds { low, high })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: Attribute = Attribute::S("key");

    proptest! {
        #[test]
        fn a_prefix_bounds_what_begins_with_it(prefix in "[a-b\u{10fffe}\u{10ffff}]{1,3}", text in "[a-b\u{10fffe}\u{10ffff}]{1,4}") {
            let bounds = bounds(Some(TEXT), &KeyRange::BeginsWith(prefix.clone().into())).expect("a text");
            let inside = bounds.low.as_slice() <= text.as_bytes() && text.as_bytes() < bounds.high.as_slice();
            prop_assert_eq!(inside, text.starts_with(&prefix));
        }

        #[test]
        fn a_prefix_of_bytes_bounds_too(prefix in proptest::collection::vec(254_u8..=255, 1..3), rest in proptest::collection::vec(any::<u8>(), 0..3)) {
            let range = KeyRange::BeginsWith(prefix.clone().into());
            let bounds = bounds(Some(Attribute::B("key")), &range).expect("bytes");
            let inside = [prefix, rest].concat();
            prop_assert!(bounds.low <= inside && inside < bounds.high);
        }
    }

    #[test]
    fn keys_of_the_wrong_shape_are_refused() {
        assert!(hash_bytes(TEXT, &"".into()).is_err());
        assert!(hash_bytes(TEXT, &5.into()).is_err());
        assert!(hash_bytes(TEXT, &"x".repeat(2_049).into()).is_err());
        assert!(bounds(None, &KeyRange::Equal("a".into())).is_err());
        assert!(bounds(Some(Attribute::N("n")), &KeyRange::BeginsWith(1.into())).is_err());
    }
}
