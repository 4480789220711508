//! A record of a chain.

use atelier_base::ActorId;
use atelier_tables::{Item, Value, to_item};

use crate::canonical::hash;
use crate::deed::Pending;

/// What the hash does not cover: itself, and what can be forgotten, whose digest it covers.
const UNCOVERED: [&str; 2] = ["hash", "origin"];

/// The hash before the first record.
pub(crate) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Turns a deed into the record with that number, after the record with that hash.
pub(crate) fn chain(
    pending: &Pending,
    actor: Option<ActorId>,
    target: Option<String>,
    seq: u64,
    prev: &str,
) -> Result<Item, atelier_tables::Error> {
    let mut item = to_item(pending)?;
    item.remove("user");
    item.remove("place");
    item.remove("target");
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    set("actor", actor.map(Value::text));
    set("target", target.map(Value::S));
    set("seq", Some(seq.into()));
    set("prev", Some(prev.into()));
    set("origin", Some(Value::M(pending.origin.item())));
    set("origin_digest", Some(Value::S(hash(&pending.origin.item()))));
    let own = hash_of(&item);
    item.insert("hash".into(), Value::S(own));
    Ok(item)
}

/// The hash that the record should have.
pub(crate) fn hash_of(record: &Item) -> String {
    let covered = record
        .iter()
        .filter(|(name, _)| !UNCOVERED.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    hash(&covered)
}

pub(crate) fn text<'a>(record: &'a Item, name: &str) -> &'a str {
    record.get(name).and_then(Value::as_str).unwrap_or_default()
}

pub(crate) fn seq(record: &Item) -> u64 {
    record.get("seq").and_then(Value::as_u64).unwrap_or(0)
}
