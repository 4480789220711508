//! Optimistic locking: a change names the version that it was made from.
//!
//! The table declares no version attribute, because a brief's `version` is its number, as the specification has
//! it, and because what comes back from the archive is byte for byte what went there. So each noun counts its
//! own changes and writes the whole item under this condition.

use atelier_tables::{Cond, Error, Item};

/// The attribute that counts the changes of most nouns.
pub(crate) const VERSION: &str = "version";

/// What came of a change that named a version.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<T, C = T> {
    /// It was made.
    Done(T),
    /// Somebody else wrote first. Nothing was changed; this is what is stored now.
    Conflict(Box<C>),
}

/// Only while the stored item is at that version.
pub(crate) fn at(version: u32) -> Cond {
    Cond::eq(VERSION, version)
}

/// What lies in the store instead, when the write at that position of a transaction came too late.
pub(crate) enum Late {
    /// The item as it is now.
    Changed(Item),
    /// It is gone.
    Gone,
}

/// Why a transaction failed: the write at `position` came too late, or something else.
pub(crate) fn late(error: Error, position: usize) -> Result<Late, Error> {
    match error {
        Error::ConditionFailed { position: failed, current, .. } if failed == position => {
            Ok(current.map_or(Late::Gone, |item| Late::Changed(*item)))
        }
        other => Err(other),
    }
}
