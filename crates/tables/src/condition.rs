//! Conditions on an item: for writes, and as filters of queries.

use std::cmp::Ordering;

use crate::{Item, Path, Value};

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// What lies there in the item.
    Path(Path),
    /// This value.
    Value(Value),
    /// The size of what lies there: characters of a text in bytes, bytes, entries of a set, list or map.
    Size(Path),
}

/// How two operands are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Eq,
    /// `<>`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// The types of values, by DynamoDB's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are DynamoDB's")]
pub enum ValueType {
    S,
    N,
    B,
    Ss,
    Ns,
    Bs,
    Bool,
    Null,
    L,
    M,
}

/// A condition tree over an item.
///
/// A comparison with something missing, or between values of different types, is false, as in
/// DynamoDB; only `<>` is then true. An item of another tenant is judged as if it weren't there.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// Something is there.
    Exists(Path),
    /// Nothing is there; of a key attribute: the item isn't there.
    Missing(Path),
    /// What is there has this type.
    HasType(Path, ValueType),
    /// The operands compare like that.
    Compare(Operand, Comparison, Operand),
    /// The first lies between the others, both included.
    Between(Operand, Operand, Operand),
    /// The first is one of the others.
    In(Operand, Vec<Operand>),
    /// A text or bytes that begins like this.
    BeginsWith(Operand, Operand),
    /// A text that contains this text, or a list or set that contains this value.
    Contains(Operand, Operand),
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
            pub fn $function(path: impl Into<Path>, value: impl Into<Value>) -> Self {
                Self::Compare(Operand::Path(path.into()), Comparison::$variant, Operand::Value(value.into()))
            }
        )*
    };
}

impl Cond {
    comparisons! {
        /// `path = value`.
        eq Eq;
        /// `path <> value`.
        ne Ne;
        /// `path < value`.
        lt Lt;
        /// `path <= value`.
        le Le;
        /// `path > value`.
        gt Gt;
        /// `path >= value`.
        ge Ge;
    }

    /// `begins_with(path, value)`.
    pub fn begins_with(path: impl Into<Path>, value: impl Into<Value>) -> Self {
        Self::BeginsWith(Operand::Path(path.into()), Operand::Value(value.into()))
    }

    /// `contains(path, value)`.
    pub fn contains(path: impl Into<Path>, value: impl Into<Value>) -> Self {
        Self::Contains(Operand::Path(path.into()), Operand::Value(value.into()))
    }

    /// `path BETWEEN low AND high`.
    pub fn between(path: impl Into<Path>, low: impl Into<Value>, high: impl Into<Value>) -> Self {
        let value = Operand::Value;
        Self::Between(Operand::Path(path.into()), value(low.into()), value(high.into()))
    }

    /// `path IN (values)`.
    pub fn one_of(path: impl Into<Path>, values: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let values = values.into_iter().map(|value| Operand::Value(value.into())).collect();
        Self::In(Operand::Path(path.into()), values)
    }

    /// `size(path)` compared with a number.
    pub fn size(path: impl Into<Path>, comparison: Comparison, size: u64) -> Self {
        Self::Compare(Operand::Size(path.into()), comparison, Operand::Value(size.into()))
    }

    /// `attribute_type(path, type)`.
    pub fn has_type(path: impl Into<Path>, kind: ValueType) -> Self {
        Self::HasType(path.into(), kind)
    }

    /// `attribute_exists(path)`.
    pub fn exists(path: impl Into<Path>) -> Self {
        Self::Exists(path.into())
    }

    /// `attribute_not_exists(path)`.
    pub fn missing(path: impl Into<Path>) -> Self {
        Self::Missing(path.into())
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

    /// This or the other.
    pub fn or(self, other: Self) -> Self {
        match self {
            Self::Or(mut any) => {
                any.push(other);
                Self::Or(any)
            }
            first => Self::Or(vec![first, other]),
        }
    }

    /// Not this.
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }
}

impl Cond {
    /// Whether the condition holds for the item; for none, as if it had no attribute.
    pub fn holds(&self, item: Option<&Item>) -> bool {
        match self {
            Self::Exists(path) => find(path, item).is_some(),
            Self::Missing(path) => find(path, item).is_none(),
            Self::HasType(path, kind) => find(path, item).is_some_and(|value| ValueType::of(value) == *kind),
            Self::Compare(left, comparison, right) => comparison.holds(left.of(item), right.of(item)),
            Self::Between(value, low, high) => {
                let value = value.of(item);
                Comparison::Ge.holds(value, low.of(item)) && Comparison::Le.holds(value, high.of(item))
            }
            Self::In(value, others) => {
                let value = value.of(item);
                others.iter().any(|other| Comparison::Eq.holds(value, other.of(item)))
            }
            Self::BeginsWith(value, prefix) => both(value.of(item), prefix.of(item), begins_with),
            Self::Contains(value, part) => both(value.of(item), part.of(item), contains),
            Self::And(all) => all.iter().all(|condition| condition.holds(item)),
            Self::Or(any) => any.iter().any(|condition| condition.holds(item)),
            Self::Not(condition) => !condition.holds(item),
        }
    }
}

fn find<'a>(path: &Path, item: Option<&'a Item>) -> Option<&'a Value> {
    item.and_then(|item| path.get(item))
}

/// What an operand comes to.
#[derive(Clone, Copy)]
enum Found<'a> {
    Value(&'a Value),
    Size(u64),
    Nothing,
}

impl Operand {
    fn of<'a>(&'a self, item: Option<&'a Item>) -> Found<'a> {
        match self {
            Self::Value(value) => Found::Value(value),
            Self::Path(path) => find(path, item).map_or(Found::Nothing, Found::Value),
            Self::Size(path) => find(path, item).and_then(length).map_or(Found::Nothing, Found::Size),
        }
    }
}

/// What `size` gives; numbers, truths and nulls have none.
fn length(value: &Value) -> Option<u64> {
    let length = match value {
        Value::S(text) => text.len(),
        Value::B(bytes) => bytes.len(),
        Value::L(list) => list.len(),
        Value::M(map) => map.len(),
        Value::Ss(set) => set.len(),
        Value::Ns(set) => set.len(),
        Value::Bs(set) => set.len(),
        Value::Null | Value::Bool(_) | Value::N(_) => return None,
    };
    Some(length as u64)
}

impl Comparison {
    fn holds(self, left: Found<'_>, right: Found<'_>) -> bool {
        let equal = || match (left, right) {
            (Found::Value(left), Found::Value(right)) => left == right,
            _ => compare(left, right) == Some(Ordering::Equal),
        };
        let order = || compare(left, right);
        match self {
            Self::Eq => equal(),
            Self::Ne => !equal(),
            Self::Lt => order().is_some_and(Ordering::is_lt),
            Self::Le => order().is_some_and(Ordering::is_le),
            Self::Gt => order().is_some_and(Ordering::is_gt),
            Self::Ge => order().is_some_and(Ordering::is_ge),
        }
    }
}

fn compare(left: Found<'_>, right: Found<'_>) -> Option<Ordering> {
    match (left, right) {
        (Found::Value(Value::N(left)), Found::Value(Value::N(right))) => Some(left.cmp(right)),
        (Found::Value(Value::S(left)), Found::Value(Value::S(right))) => Some(left.cmp(right)),
        (Found::Value(Value::B(left)), Found::Value(Value::B(right))) => Some(left.cmp(right)),
        (Found::Size(left), Found::Size(right)) => Some(left.cmp(&right)),
        (Found::Size(left), Found::Value(Value::N(right))) => Some(crate::Number::from(left).cmp(right)),
        (Found::Value(Value::N(left)), Found::Size(right)) => Some(left.cmp(&crate::Number::from(right))),
        _ => None,
    }
}

fn both(left: Found<'_>, right: Found<'_>, holds: impl Fn(&Value, &Value) -> bool) -> bool {
    matches!((left, right), (Found::Value(left), Found::Value(right)) if holds(left, right))
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
        (Value::Ss(set), Value::S(part)) => set.contains(part),
        (Value::Ns(set), Value::N(part)) => set.contains(part),
        (Value::Bs(set), Value::B(part)) => set.contains(part),
        (Value::L(list), part) => list.contains(part),
        _ => false,
    }
}

impl ValueType {
    const NAMES: [(&'static str, Self); 10] = [
        ("S", Self::S),
        ("N", Self::N),
        ("B", Self::B),
        ("SS", Self::Ss),
        ("NS", Self::Ns),
        ("BS", Self::Bs),
        ("BOOL", Self::Bool),
        ("NULL", Self::Null),
        ("L", Self::L),
        ("M", Self::M),
    ];

    /// The type of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Bool,
            Value::N(_) => Self::N,
            Value::S(_) => Self::S,
            Value::B(_) => Self::B,
            Value::Ss(_) => Self::Ss,
            Value::Ns(_) => Self::Ns,
            Value::Bs(_) => Self::Bs,
            Value::L(_) => Self::L,
            Value::M(_) => Self::M,
        }
    }

    /// The type of that name, such as `SS`.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }

    /// The name, such as `SS`.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        let tags = Value::Ss(["red".into(), "blue".into()].into());
        let nested = Item::from([("deep".into(), Value::L(vec![1.into(), "two".into()]))]);
        Item::from([
            ("n".into(), Value::from(5)),
            ("s".into(), Value::from("five")),
            ("tags".into(), tags),
            ("m".into(), Value::M(nested)),
        ])
    }

    #[test]
    fn conditions_hold() {
        let deep = || Path::from("m").name("deep");
        for condition in [
            Cond::lt("n", 6),
            Cond::ge("n", 5),
            Cond::ne("n", "5"),
            Cond::ne("gone", 5),
            Cond::begins_with("s", "fi"),
            Cond::contains("s", "iv"),
            Cond::contains("tags", "red"),
            Cond::between("n", 5, 5),
            Cond::one_of("s", ["four", "five"]),
            Cond::lt("n", "6").negated(),
            Cond::exists("n").and(Cond::missing("gone")).and(Cond::eq("n", 5)),
            Cond::eq("n", 6).or(Cond::eq("n", 5)),
            Cond::size("s", Comparison::Eq, 4),
            Cond::size("tags", Comparison::Lt, 3),
            Cond::size(deep(), Comparison::Ge, 2),
            Cond::has_type("tags", ValueType::Ss),
            Cond::eq(deep().at(1), "two"),
            Cond::Compare(Operand::Path(deep().at(0)), Comparison::Lt, Operand::Path("n".into())),
        ] {
            assert!(condition.holds(Some(&item())), "{condition:?}");
        }
        assert!(Cond::missing("n").holds(None));
    }

    #[test]
    fn a_missing_attribute_and_another_type_compare_false() {
        for condition in [
            Cond::lt("n", "6"),
            Cond::eq("gone", 5),
            Cond::gt("gone", 0),
            Cond::Or(vec![]),
            Cond::size("n", Comparison::Ge, 0),
            Cond::has_type("gone", ValueType::Null),
            Cond::contains("tags", "re"),
            Cond::begins_with("n", 5),
        ] {
            assert!(!condition.holds(Some(&item())), "{condition:?}");
        }
    }
}
