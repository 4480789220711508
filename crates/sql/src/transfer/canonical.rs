//! Rows in one form, whatever engine they come from, and a sum over them in any order.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use super::TransferTable;
use crate::{Error, Value, ValueKind};

/// The rows of a table: how many, and the sum of their hashes, which does not depend on their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) rows: u64,
    lanes: [u64; 4],
}

impl Sum {
    pub(super) fn add(&mut self, table: &TransferTable, row: &[Value]) -> Result<(), Error> {
        let hash = hash(table, row).map_err(|(column, reason)| {
            Error::Unreadable { column: column.to_owned(), reason }.of_table(table.name)
        })?;
        self.rows += 1;
        // A sum and not an exclusive or: two equal rows must not cancel each other.
        for (lane, bytes) in self.lanes.iter_mut().zip(hash.as_chunks::<8>().0) {
            *lane = lane.wrapping_add(u64::from_be_bytes(*bytes));
        }
        Ok(())
    }

    /// 64 digits.
    pub(super) fn digits(&self) -> String {
        self.lanes.iter().map(|lane| format!("{lane:016x}")).collect()
    }
}

fn hash(table: &TransferTable, row: &[Value]) -> Result<[u8; 32], (&'static str, String)> {
    let mut hash = Sha256::new();
    for (value, (name, kind)) in row.iter().zip(table.columns) {
        let bytes = match value {
            Value::Null(_) => {
                hash.update([0]);
                continue;
            }
            Value::Text(text) if *kind == ValueKind::Json => {
                canonical_json(text).map_err(|error| (*name, error.to_string()))?.into_bytes()
            }
            Value::Json(json) => json.to_string().into_bytes(),
            Value::Text(text) => text.as_bytes().to_vec(),
            Value::Bool(value) => vec![u8::from(*value)],
            Value::Int(value) => value.to_be_bytes().to_vec(),
            // SQLite keeps no sign of nothing.
            Value::Float(value) => (value + 0.0).to_bits().to_be_bytes().to_vec(),
            Value::Uuid(value) => value.as_bytes().to_vec(),
            Value::Bytes(value) => value.clone(),
        };
        // The length keeps a byte from wandering from one column to the next unnoticed.
        hash.update([1]);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(&bytes);
    }
    Ok(hash.finalize().into())
}

/// A document without what PostgreSQL's `jsonb` does not keep: blanks, the order of members, all but the last of
/// equal names, and how a number was written. Numbers of any size stay exact.
fn canonical_json(text: &str) -> Result<String, serde_json::Error> {
    let mut canonical = String::with_capacity(text.len());
    add_json(&mut canonical, serde_json::from_str(text)?)?;
    Ok(canonical)
}

fn add_json(out: &mut String, raw: &RawValue) -> Result<(), serde_json::Error> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
            out.push('{');
            for (name, member) in members {
                out.push_str(&serde_json::to_string(&name)?);
                out.push(':');
                add_json(out, member)?;
                out.push(',');
            }
            out.push('}');
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            out.push('[');
            for item in items {
                add_json(out, item)?;
                out.push(',');
            }
            out.push(']');
        }
        Some(b'"') => out.push_str(&serde_json::to_string(&serde_json::from_str::<String>(text)?)?),
        Some(b'-' | b'0'..=b'9') => out.push_str(&canonical_number(text)),
        _ => out.push_str(text),
    }
    Ok(())
}

/// `-12.50e3` as `-125e2`: digits without zeros at either end, and a power of ten.
fn canonical_number(text: &str) -> Cow<'_, str> {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (number, power) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{part}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return "0".into();
    }
    let shown = digits.trim_end_matches('0');
    let zeros = i64::try_from(digits.len() - shown.len()).unwrap_or(i64::MAX);
    let places = i64::try_from(part.len()).unwrap_or(i64::MAX);
    // No engine stores a power that does not fit: such a number stays as it was written.
    let Ok(power) = power.parse::<i64>() else { return text.into() };
    format!("{sign}{shown}e{}", power.saturating_sub(places).saturating_add(zeros)).into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(one: &str, two: &str) -> bool {
        canonical_json(one).expect("JSON") == canonical_json(two).expect("JSON")
    }

    #[test]
    fn equal_documents_are_one() {
        for (one, two) in [
            (r#"{"a": 1, "b": [1, 2.50, 1e2]}"#, r#"{ "b":[1.0,2.5,100],"a":1 }"#),
            (r#"{"a": 1, "a": 2}"#, r#"{"a": 2}"#),
            (r#""\u00e9\n""#, "\"é\\u000a\""),
            ("-0.0", "0"),
            ("1E+2", "100"),
            ("0.001", "1e-3"),
            ("123456789012345678901234567890.10", "123456789012345678901234567890.1"),
            (" null ", "null"),
        ] {
            assert!(same(one, two), "{one} {two}");
        }
    }

    #[test]
    fn other_documents_are_others() {
        for (one, two) in [
            ("1", "\"1\""),
            ("[1,2]", "[2,1]"),
            ("[1,2]", "[12]"),
            ("[]", "{}"),
            ("[[],1]", "[[1]]"),
            ("null", "false"),
            ("18446744073709551616", "18446744073709551617"),
            ("0.1", "-0.1"),
            ("10", "1"),
            (r#"{"a":null}"#, "{}"),
        ] {
            assert!(!same(one, two), "{one} {two}");
        }
    }

    const POTS: TransferTable = TransferTable {
        name: "pots",
        key: &["a"],
        columns: &[("a", ValueKind::Text), ("b", ValueKind::Text)],
    };

    fn sum(rows: &[(&str, Option<&str>)]) -> Sum {
        let mut sum = Sum::default();
        for (a, b) in rows {
            sum.add(&POTS, &[(*a).into(), (*b).map(str::to_owned).into()]).expect("added");
        }
        sum
    }

    #[test]
    fn a_sum_tells_rows_and_not_their_order() {
        let (one, two) = (("a", Some("b")), ("c", None));
        assert_eq!(sum(&[one, two]), sum(&[two, one]));
        for other in [vec![one], vec![one, one], vec![one, ("c", Some(""))], vec![("ab", Some("")), two]] {
            assert_ne!(sum(&[one, two]).digits(), sum(&other).digits(), "{other:?}");
        }
        assert_eq!(sum(&[]).digits(), "0".repeat(64));
    }

    proptest! {
        #[test]
        fn numbers_keep_their_value(whole in any::<i64>(), zeros in 0usize..5) {
            let shifted = format!("{whole}{}e-{zeros}", "0".repeat(zeros));
            prop_assert!(same(&whole.to_string(), &shifted));
            let half = format!("{whole}.5");
            prop_assert!(!same(&whole.to_string(), &half));
        }
    }
}
