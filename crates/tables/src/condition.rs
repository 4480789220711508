//! Conditions on an item: for writes, and as filters of queries.

use std::cmp::Ordering;

use crate::{Item, Value};

/// A condition tree over the top-level attributes of an item.
///
/// A comparison with a missing attribute, or between values of different types, is false, as in
/// DynamoDB. An item of another tenant is judged as if it weren't there.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// The attribute is there.
    Exists(String),
    /// The attribute is not there; of a key attribute: the item isn't there.
    Missing(String),
    /// Equal.
    Eq(String, Value),
    /// There and not equal, or not there.
    Ne(String, Value),
    /// Less.
    Lt(String, Value),
    /// Less or equal.
    Le(String, Value),
    /// Greater.
    Gt(String, Value),
    /// Greater or equal.
    Ge(String, Value),
    /// Between both, both included.
    Between(String, Value, Value),
    /// One of these.
    In(String, Vec<Value>),
    /// A text or bytes that begins like this.
    BeginsWith(String, Value),
    /// A text that contains this text, or a list that contains this value.
    Contains(String, Value),
    /// All of them.
    And(Vec<Cond>),
    /// Any of them.
    Or(Vec<Cond>),
    /// Not this.
    Not(Box<Cond>),
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $function:ident $variant:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $function(attribute: &str, value: impl Into<Value>) -> Self {
                Self::$variant(attribute.into(), value.into())
            }
        )*
    };
}

impl Cond {
    comparisons! {
        /// `attribute = value`.
        eq Eq;
        /// `attribute <> value`.
        ne Ne;
        /// `attribute < value`.
        lt Lt;
        /// `attribute <= value`.
        le Le;
        /// `attribute > value`.
        gt Gt;
        /// `attribute >= value`.
        ge Ge;
        /// `begins_with(attribute, value)`.
        begins_with BeginsWith;
        /// `contains(attribute, value)`.
        contains Contains;
    }

    /// `attribute_exists(attribute)`.
    pub fn exists(attribute: &str) -> Self {
        Self::Exists(attribute.into())
    }

    /// `attribute_not_exists(attribute)`.
    pub fn missing(attribute: &str) -> Self {
        Self::Missing(attribute.into())
    }

    /// Both this and the other.
    pub fn and(self, other: Self) -> Self {
        match self {
            Self::And(mut all) => {
                all.push(other);
                Self::And(all)
            }
            first => Self::And(vec![first, other]),
        }
    }
}

impl Cond {
    /// Whether the condition holds for the item; for none, as if it had no attribute.
    pub fn holds(&self, item: Option<&Item>) -> bool {
        let value = |attribute: &str| item.and_then(|item| item.get(attribute));
        let order = |attribute: &str, other: &Value| value(attribute).and_then(|value| compare(value, other));
        match self {
            Self::Exists(name) => value(name).is_some(),
            Self::Missing(name) => value(name).is_none(),
            Self::Eq(name, other) => value(name) == Some(other),
            Self::Ne(name, other) => value(name) != Some(other),
            Self::Lt(name, other) => order(name, other).is_some_and(Ordering::is_lt),
            Self::Le(name, other) => order(name, other).is_some_and(Ordering::is_le),
            Self::Gt(name, other) => order(name, other).is_some_and(Ordering::is_gt),
            Self::Ge(name, other) => order(name, other).is_some_and(Ordering::is_ge),
            Self::Between(name, low, high) => {
                order(name, low).is_some_and(Ordering::is_ge)
                    && order(name, high).is_some_and(Ordering::is_le)
            }
            Self::In(name, others) => value(name).is_some_and(|value| others.contains(value)),
            Self::BeginsWith(name, prefix) => value(name).is_some_and(|value| begins_with(value, prefix)),
            Self::Contains(name, part) => value(name).is_some_and(|value| contains(value, part)),
            Self::And(all) => all.iter().all(|condition| condition.holds(item)),
            Self::Or(any) => any.iter().any(|condition| condition.holds(item)),
            Self::Not(condition) => !condition.holds(item),
        }
    }
}

fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::N(left), Value::N(right)) => Some(left.cmp(right)),
        (Value::S(left), Value::S(right)) => Some(left.cmp(right)),
        (Value::B(left), Value::B(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn begins_with(value: &Value, prefix: &Value) -> bool {
    match (value, prefix) {
        (Value::S(text), Value::S(prefix)) => text.starts_with(prefix),
        (Value::B(bytes), Value::B(prefix)) => bytes.starts_with(prefix),
        _ => false,
    }
}

fn contains(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::S(text), Value::S(part)) => text.contains(part.as_str()),
        (Value::B(bytes), Value::B(part)) => {
            part.is_empty() || bytes.windows(part.len()).any(|window| window == part)
        }
        (Value::L(list), part) => list.contains(part),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_attribute_and_another_type_compare_false() {
        let item = Item::from([("n".into(), Value::from(5)), ("s".into(), Value::from("five"))]);
        for condition in [
            Cond::lt("n", 6),
            Cond::ge("n", 5),
            Cond::ne("n", "5"),
            Cond::ne("gone", 5),
            Cond::begins_with("s", "fi"),
            Cond::contains("s", "iv"),
            Cond::Between("n".into(), 5.into(), 5.into()),
            Cond::In("s".into(), vec!["four".into(), "five".into()]),
            Cond::Not(Box::new(Cond::lt("n", "6"))),
            Cond::exists("n").and(Cond::missing("gone")).and(Cond::eq("n", 5)),
        ] {
            assert!(condition.holds(Some(&item)), "{condition:?}");
        }
        for condition in [Cond::lt("n", "6"), Cond::eq("gone", 5), Cond::gt("gone", 0), Cond::Or(vec![])] {
            assert!(!condition.holds(Some(&item)), "{condition:?}");
        }
        assert!(Cond::missing("n").holds(None));
    }
}
