//! One sequence of bytes for each value, and its SHA-256.
//!
//! Every value begins with a letter for its type and says its length, so that no two values share bytes;
//! names are sorted, numbers are plain decimals.

use atelier_tables::{Item, Table, Value};
use sha2::{Digest as _, Sha256};

/// The digest of an item, as 64 hexadecimal digits. The version that the engine counts is left out, so that an
/// item's digest after one change is its digest before the next.
pub fn digest(table: &Table, item: &Item) -> String {
    let counted = |name: &String| Some(name.as_str()) != table.version;
    let kept: Item = item
        .iter()
        .filter(|(name, _)| counted(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    hash(&kept)
}

/// The digest of all attributes.
pub(crate) fn hash(item: &Item) -> String {
    let mut bytes = Vec::new();
    encode_map(&mut bytes, item);
    hex::encode(Sha256::digest(&bytes))
}

fn encode(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.push(b'0'),
        Value::Bool(value) => out.extend_from_slice(if *value { b"t" } else { b"f" }),
        Value::N(number) => chunk(out, b'n', number.to_string().as_bytes()),
        Value::S(text) => chunk(out, b's', text.as_bytes()),
        Value::B(bytes) => chunk(out, b'b', bytes),
        Value::Ss(set) => {
            count(out, b'S', set.len());
            for text in set {
                chunk(out, b's', text.as_bytes());
            }
        }
        Value::Ns(set) => {
            count(out, b'N', set.len());
            for number in set {
                chunk(out, b'n', number.to_string().as_bytes());
            }
        }
        Value::Bs(set) => {
            count(out, b'B', set.len());
            for bytes in set {
                chunk(out, b'b', bytes);
            }
        }
        Value::L(list) => {
            count(out, b'l', list.len());
            for value in list {
                encode(out, value);
            }
        }
        Value::M(map) => encode_map(out, map),
    }
}

fn encode_map(out: &mut Vec<u8>, map: &Item) {
    count(out, b'm', map.len());
    for (name, value) in map {
        chunk(out, b'k', name.as_bytes());
        encode(out, value);
    }
}

fn chunk(out: &mut Vec<u8>, letter: u8, bytes: &[u8]) {
    count(out, letter, bytes.len());
    out.extend_from_slice(bytes);
}

fn count(out: &mut Vec<u8>, letter: u8, length: usize) {
    out.push(letter);
    out.extend_from_slice(&(length as u64).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use atelier_tables::Attribute;

    use super::*;

    const TABLE: Table = Table { version: Some("version"), ..Table::new("things", Attribute::S("id")) };

    fn item(pairs: &[(&str, Value)]) -> Item {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    #[test]
    fn another_value_another_digest() {
        let all = [
            item(&[("a", "bc".into())]),
            item(&[("ab", "c".into())]),
            item(&[("a", "b".into()), ("c", "".into())]),
            item(&[("a", Value::B(b"bc".to_vec()))]),
            item(&[("a", Value::L(vec!["bc".into()]))]),
            item(&[("a", Value::M(item(&[("bc", Value::Null)])))]),
            item(&[("a", 1_u64.into())]),
            item(&[("a", "1".into())]),
            item(&[("a", Value::Bool(true))]),
        ];
        let digests: std::collections::BTreeSet<_> = all.iter().map(|item| digest(&TABLE, item)).collect();
        assert_eq!(digests.len(), all.len());
    }

    #[test]
    fn the_version_does_not_count() {
        let one = item(&[("id", "x".into()), ("version", 1_u64.into())]);
        let two = item(&[("id", "x".into()), ("version", 2_u64.into())]);
        assert_eq!(digest(&TABLE, &one), digest(&TABLE, &two));
    }

    #[test]
    fn the_encoding_never_changes() {
        // Stored chains depend on it.
        let all = item(&[("id", "x".into()), ("n", 12_u64.into()), ("none", Value::Null)]);
        assert_eq!(hash(&all), "4a1957df512fd29752e7d543d3aba03a2c3157a537b784685a98ff83d9187c3a");
    }
}
