//! Bytes of items, as DynamoDB counts them.

use atelier_tables::{Item, Value};

/// Of an item: its names and values.
pub(crate) fn of_item(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + of_value(value)).sum()
}

fn of_value(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 1,
        Value::N(number) => of_number(&number.to_string()),
        Value::S(text) => text.len(),
        Value::B(bytes) => bytes.len(),
        Value::Ss(set) => set.iter().map(String::len).sum(),
        Value::Ns(set) => set.iter().map(|number| of_number(&number.to_string())).sum(),
        Value::Bs(set) => set.iter().map(Vec::len).sum(),
        Value::L(list) => 3 + list.iter().map(|value| 1 + of_value(value)).sum::<usize>(),
        Value::M(map) => 3 + map.len() + of_item(map),
    }
}

/// A byte for two digits, one more, and one for the sign.
fn of_number(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_matches('0').len();
    if significant == 0 { 1 } else { significant.div_ceil(2) + 1 + usize::from(text.starts_with('-')) }
}
