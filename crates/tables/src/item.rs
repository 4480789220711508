//! Items and their values, and the way from and to serde structs.

use std::collections::{BTreeMap, BTreeSet};

use atelier_base::{ApiKeyId, OrganisationId, ProjectId, SessionId, TenantId, Timestamp, UserId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_dynamo::AttributeValue;

use crate::{Error, Number};

/// An item: attributes by name.
pub type Item = BTreeMap<String, Value>;

/// An attribute value of the DynamoDB model.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
pub enum Value {
    /// Null.
    Null,
    /// True or false.
    Bool(bool),
    /// A number of up to 38 digits.
    N(Number),
    /// Text.
    S(String),
    /// Bytes.
    B(Vec<u8>),
    /// A set of texts, not empty.
    Ss(BTreeSet<String>),
    /// A set of numbers, not empty.
    Ns(BTreeSet<Number>),
    /// A set of bytes, not empty.
    Bs(BTreeSet<Vec<u8>>),
    /// A list.
    L(Vec<Value>),
    /// A map.
    M(Item),
}

impl Value {
    /// The text that the value shows, for ids and enums.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub fn text(value: impl ToString) -> Self {
        Self::S(value.to_string())
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::S(text) = self { Some(text) } else { None }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<Number> {
        if let Self::N(number) = self { Some(*number) } else { None }
    }

    /// The number, if it is one that fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(Number::as_u64)
    }

    /// True or false, if it is one of them.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The bytes, if it is bytes.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        if let Self::B(bytes) = self { Some(bytes) } else { None }
    }

    /// The list, if it is one.
    pub fn as_list(&self) -> Option<&[Value]> {
        if let Self::L(list) = self { Some(list) } else { None }
    }

    /// The map, if it is one.
    pub fn as_map(&self) -> Option<&Item> {
        if let Self::M(map) = self { Some(map) } else { None }
    }

    /// Bytes as DynamoDB counts them.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Null | Self::Bool(_) => 1,
            Self::N(number) => number.size(),
            Self::S(text) => text.len(),
            Self::B(bytes) => bytes.len(),
            Self::Ss(set) => set.iter().map(String::len).sum(),
            Self::Ns(set) => set.iter().map(|number| number.size()).sum(),
            Self::Bs(set) => set.iter().map(Vec::len).sum(),
            Self::L(list) => 3 + list.iter().map(|value| 1 + value.size()).sum::<usize>(),
            Self::M(map) => 3 + map.iter().map(|(name, value)| 1 + name.len() + value.size()).sum::<usize>(),
        }
    }

    /// Whether it is, or holds, a set without entries, which DynamoDB has not.
    pub(crate) fn has_empty_set(&self) -> bool {
        match self {
            Self::Ss(set) => set.is_empty(),
            Self::Ns(set) => set.is_empty(),
            Self::Bs(set) => set.is_empty(),
            Self::L(list) => list.iter().any(Self::has_empty_set),
            Self::M(map) => map.values().any(Self::has_empty_set),
            _ => false,
        }
    }

    /// How many lists and maps lie within each other; 0 for a plain value.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::L(list) => 1 + list.iter().map(Self::depth).max().unwrap_or(0),
            Self::M(map) => 1 + map.values().map(Self::depth).max().unwrap_or(0),
            _ => 0,
        }
    }
}

/// Bytes of an item as DynamoDB counts them: names and values.
pub(crate) fn item_size(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + value.size()).sum()
}

macro_rules! from_values {
    ($($source:ty => |$value:ident| $target:expr;)*) => {
        $(
            impl From<$source> for Value {
                fn from($value: $source) -> Self {
                    $target
                }
            }
        )*
    };
}

from_values! {
    &str => |value| Self::S(value.into());
    &String => |value| Self::S(value.clone());
    String => |value| Self::S(value);
    bool => |value| Self::Bool(value);
    Number => |value| Self::N(value);
    i32 => |value| Self::N(value.into());
    i64 => |value| Self::N(value.into());
    u32 => |value| Self::N(value.into());
    u64 => |value| Self::N(value.into());
    Vec<u8> => |value| Self::B(value);
    Vec<Value> => |value| Self::L(value);
    Item => |value| Self::M(value);
    ApiKeyId => |value| Self::text(value);
    OrganisationId => |value| Self::text(value);
    ProjectId => |value| Self::text(value);
    SessionId => |value| Self::text(value);
    TenantId => |value| Self::text(value);
    Timestamp => |value| Self::text(value);
    UserId => |value| Self::text(value);
}

/// A struct as an item. Fields that are none are left out, so that they are in no index;
/// within nested values they stay as null.
///
/// # Errors
/// [`Error::Unreadable`] for a value that isn't a struct or map, or holds a number out of range.
pub fn to_item<T: Serialize>(value: &T) -> Result<Item, Error> {
    let item: serde_dynamo::Item = serde_dynamo::to_item(value).map_err(unreadable)?;
    item.into_inner()
        .into_iter()
        .filter(|(_, value)| !matches!(value, AttributeValue::Null(_)))
        .map(|(name, value)| Ok((name, Value::try_from(value)?)))
        .collect()
}

/// Any serialisable value, such as a JSON document, as an attribute value.
///
/// # Errors
/// [`Error::Unreadable`] when it holds a number out of range.
pub fn to_value<T: Serialize>(value: &T) -> Result<Value, Error> {
    serde_dynamo::to_attribute_value::<_, AttributeValue>(value).map_err(unreadable)?.try_into()
}

/// An item as a struct. Attributes without a field are ignored unless the struct says otherwise.
///
/// # Errors
/// [`Error::Unreadable`] when the item does not have the struct's shape.
pub fn from_item<T: DeserializeOwned>(item: Item) -> Result<T, Error> {
    let item: std::collections::HashMap<String, AttributeValue> =
        item.into_iter().map(|(name, value)| (name, value.into())).collect();
    serde_dynamo::from_item(item).map_err(unreadable)
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::Unreadable { reason: error.to_string() }
}

impl From<Value> for AttributeValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null(true),
            Value::Bool(value) => Self::Bool(value),
            Value::N(number) => Self::N(number.to_string()),
            Value::S(text) => Self::S(text),
            Value::B(bytes) => Self::B(bytes),
            Value::Ss(set) => Self::Ss(set.into_iter().collect()),
            Value::Ns(set) => Self::Ns(set.into_iter().map(|number| number.to_string()).collect()),
            Value::Bs(set) => Self::Bs(set.into_iter().collect()),
            Value::L(list) => Self::L(list.into_iter().map(Self::from).collect()),
            Value::M(map) => Self::M(map.into_iter().map(|(name, value)| (name, value.into())).collect()),
        }
    }
}

impl TryFrom<AttributeValue> for Value {
    type Error = Error;

    fn try_from(value: AttributeValue) -> Result<Self, Error> {
        let number = |text: String| text.parse::<Number>().map_err(unreadable);
        Ok(match value {
            AttributeValue::Null(_) => Self::Null,
            AttributeValue::Bool(value) => Self::Bool(value),
            AttributeValue::N(text) => Self::N(number(text)?),
            AttributeValue::S(text) => Self::S(text),
            AttributeValue::B(bytes) => Self::B(bytes),
            AttributeValue::L(list) => {
                Self::L(list.into_iter().map(Self::try_from).collect::<Result<_, _>>()?)
            }
            AttributeValue::M(map) => Self::M(
                map.into_iter()
                    .map(|(name, value)| Ok((name, Self::try_from(value)?)))
                    .collect::<Result<_, Error>>()?,
            ),
            AttributeValue::Ss(texts) => Self::Ss(texts.into_iter().collect()),
            AttributeValue::Ns(texts) => Self::Ns(texts.into_iter().map(number).collect::<Result<_, _>>()?),
            AttributeValue::Bs(all) => Self::Bs(all.into_iter().collect()),
        })
    }
}
