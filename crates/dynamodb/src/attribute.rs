//! Attribute values as JSON, both ways.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Write as _;

use atelier_tables::{Item, Number, Value};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::fault::Fault;

/// Marks the text of an error that is a validation's, not the parser's.
const MARK: char = '\u{1}';
/// Lists and maps nest so deep, as in `DynamoDB`; deeper ones never reach the stack.
const MAX_DEPTH: usize = 32;

/// The fault of a body that is not what the operation takes.
pub(crate) fn unreadable(error: &serde_json::Error) -> Fault {
    let text = error.to_string();
    match text.split(MARK).nth(1) {
        Some(message) => Fault::validation(message),
        None if error.is_syntax() || error.is_eof() => Fault::front("SerializationException", ""),
        None => Fault::front("SerializationException", text),
    }
}

/// An error whose text reaches the client as a validation's.
pub(crate) fn refused<E: de::Error>(message: impl fmt::Display) -> E {
    E::custom(format_args!("{MARK}{message}{MARK}"))
}

/// Attributes by name, as a request has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Attributes(pub(crate) Item);

impl<'de> de::Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(0)).map(Self)
    }
}

struct MapVisitor(usize);

impl<'de> Visitor<'de> for MapVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of attribute values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let mut item = Item::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(Attribute(self.0))?;
            item.insert(name, value);
        }
        Ok(item)
    }
}

impl<'de> DeserializeSeed<'de> for MapVisitor {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Item, D::Error> {
        if self.0 > MAX_DEPTH {
            return Err(too_deep());
        }
        deserializer.deserialize_map(self)
    }
}

/// One value, at so many levels down.
struct Attribute(usize);

impl<'de> DeserializeSeed<'de> for Attribute {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Attribute {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an attribute value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Some(kind) = map.next_key::<Kind>()? else {
            return Err(refused(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
            ));
        };
        let value = match kind {
            Kind::S => Value::S(map.next_value()?),
            Kind::N => Value::N(number(&map.next_value::<String>()?)?),
            Kind::B => Value::B(bytes(&map.next_value::<String>()?)?),
            Kind::Bool => Value::Bool(map.next_value()?),
            Kind::Null if map.next_value()? => Value::Null,
            Kind::Null => {
                return Err(refused(
                    "One or more parameter values were invalid: Null attribute value types must have the value of true",
                ));
            }
            Kind::L => map.next_value_seed(ListVisitor(self.0 + 1)).map(Value::L)?,
            Kind::M => map.next_value_seed(MapVisitor(self.0 + 1)).map(Value::M)?,
            Kind::Ss => Value::Ss(set(map.next_value()?, "string", Ok)?),
            Kind::Ns => Value::Ns(set(map.next_value()?, "number", |text| number(&text))?),
            Kind::Bs => Value::Bs(set(map.next_value()?, "binary", |text| bytes(&text))?),
        };
        if map.next_key::<Kind>()?.is_some() {
            return Err(refused(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
            ));
        }
        Ok(value)
    }
}

/// The types, by their names in JSON.
#[derive(serde::Deserialize)]
enum Kind {
    S,
    N,
    B,
    #[serde(rename = "BOOL")]
    Bool,
    #[serde(rename = "NULL")]
    Null,
    L,
    M,
    #[serde(rename = "SS")]
    Ss,
    #[serde(rename = "NS")]
    Ns,
    #[serde(rename = "BS")]
    Bs,
}

struct ListVisitor(usize);

impl<'de> DeserializeSeed<'de> for ListVisitor {
    type Value = Vec<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Value>, D::Error> {
        if self.0 > MAX_DEPTH {
            return Err(too_deep());
        }
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for ListVisitor {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of attribute values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Value>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(Attribute(self.0))? {
            list.push(value);
        }
        Ok(list)
    }
}

fn too_deep<E: de::Error>() -> E {
    refused("Nesting Levels have exceeded supported limits")
}

fn number<E: de::Error>(text: &str) -> Result<Number, E> {
    text.parse().map_err(|_| refused(number_fault(text)))
}

/// Why the text is no number, in AWS's words.
fn number_fault(text: &str) -> String {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let digits = mantissa.trim_start_matches(['-', '+']);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.matches('.').count() < 2
        && digits.bytes().any(|byte| byte.is_ascii_digit())
        && mantissa.len() - digits.len() < 2;
    let Some(exponent) = exponent.parse::<i64>().ok().filter(|_| plain) else {
        return if text.is_empty() {
            "The parameter cannot be converted to a numeric value".into()
        } else {
            format!("The parameter cannot be converted to a numeric value: {text}")
        };
    };
    let whole: String = digits.chars().filter(|digit| *digit != '.').collect();
    if whole.trim_matches('0').len() > 38 {
        return "Attempting to store more than 38 significant digits in a Number".into();
    }
    let range = if exponent < 0 { "smaller" } else { "larger" };
    let flow = if exponent < 0 { "underflow" } else { "overflow" };
    format!("Number {flow}. Attempting to store a number with magnitude {range} than supported range")
}

fn bytes<E: de::Error>(text: &str) -> Result<Vec<u8>, E> {
    STANDARD.decode(text).map_err(|_| E::custom("a binary value is not Base64"))
}

fn set<T: Ord, E: de::Error>(
    texts: Vec<String>,
    kind: &str,
    entry: impl Fn(String) -> Result<T, E>,
) -> Result<BTreeSet<T>, E> {
    if texts.is_empty() {
        return Err(refused(format!(
            "One or more parameter values were invalid: An {kind} set  may not be empty"
        )));
    }
    let shown = texts.join(", ");
    let count = texts.len();
    let set = texts.into_iter().map(entry).collect::<Result<BTreeSet<_>, E>>()?;
    if set.len() < count {
        let message = "One or more parameter values were invalid: Input collection";
        return Err(refused(format!("{message} [{shown}] contains duplicates.")));
    }
    Ok(set)
}

/// A text as JSON.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    // Writing to memory does not fail, and a text is always JSON.
    let _ = serde_json::to_writer(out, text);
}

/// An item as JSON.
pub(crate) fn put_item(out: &mut Vec<u8>, item: &Item) {
    out.push(b'{');
    for (position, (name, value)) in item.iter().enumerate() {
        if position > 0 {
            out.push(b',');
        }
        put_text(out, name);
        out.push(b':');
        put_value(out, value);
    }
    out.push(b'}');
}

/// Items as a JSON list.
pub(crate) fn put_items<'a>(out: &mut Vec<u8>, items: impl IntoIterator<Item = &'a Item>) {
    put_all(out, items, put_item);
}

/// A value as JSON.
pub(crate) fn put_value(out: &mut Vec<u8>, value: &Value) {
    let kind: &[u8] = match value {
        Value::Null => b"{\"NULL\":",
        Value::Bool(_) => b"{\"BOOL\":",
        Value::N(_) => b"{\"N\":",
        Value::S(_) => b"{\"S\":",
        Value::B(_) => b"{\"B\":",
        Value::Ss(_) => b"{\"SS\":",
        Value::Ns(_) => b"{\"NS\":",
        Value::Bs(_) => b"{\"BS\":",
        Value::L(_) => b"{\"L\":",
        Value::M(_) => b"{\"M\":",
    };
    out.extend_from_slice(kind);
    match value {
        Value::Null | Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::N(number) => put_number(out, *number),
        Value::S(text) => put_text(out, text),
        Value::B(bytes) => put_bytes(out, bytes),
        Value::Ss(set) => put_all(out, set, |out, text| put_text(out, text)),
        Value::Ns(set) => put_all(out, set, |out, number| put_number(out, *number)),
        Value::Bs(set) => put_all(out, set, |out, bytes| put_bytes(out, bytes)),
        Value::L(list) => put_all(out, list, put_value),
        Value::M(map) => put_item(out, map),
    }
    out.push(b'}');
}

fn put_number(out: &mut Vec<u8>, number: Number) {
    let _ = write!(out, "\"{number}\"");
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_text(out, &STANDARD.encode(bytes));
}

fn put_all<T>(out: &mut Vec<u8>, all: impl IntoIterator<Item = T>, put: impl Fn(&mut Vec<u8>, T)) {
    out.push(b'[');
    for (position, one) in all.into_iter().enumerate() {
        if position > 0 {
            out.push(b',');
        }
        put(out, one);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests;
