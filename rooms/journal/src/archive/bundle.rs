//! Items as compressed bytes: a line that says the format, then a line of JSON an item, packed with zstd.

use atelier_base::Scope;
use atelier_blobs::{ASSETS, Put};
use atelier_tables::{Error as StoreError, Item};
use sha2::{Digest as _, Sha256};

use super::Part;
use crate::{Error, State};

/// The first line. Whoever changes what follows writes another, and reads both.
const FORMAT: &str = r#"{"format":"atelier-journal","version":1}"#;
/// Packs well without taking long.
const LEVEL: i32 = 9;

/// Compressed items.
pub(super) struct Packed {
    bytes: Vec<u8>,
    items: usize,
    /// The SHA-256 of the bytes.
    pub(super) digest: String,
}

/// Packs items. It takes a while: not for threads that wait.
pub(super) fn pack(items: &[Item]) -> Result<Packed, StoreError> {
    let mut lines = format!("{FORMAT}\n").into_bytes();
    for item in items {
        serde_json::to_writer(&mut lines, item).map_err(unreadable)?;
        lines.push(b'\n');
    }
    let bytes = zstd::encode_all(lines.as_slice(), LEVEL).map_err(unreadable)?;
    let digest = hex::encode(Sha256::digest(&bytes));
    Ok(Packed { bytes, items: items.len(), digest })
}

/// The items of packed bytes.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<Item>, StoreError> {
    let lines = zstd::decode_all(bytes).map_err(unreadable)?;
    let text = String::from_utf8(lines).map_err(unreadable)?;
    let mut lines = text.lines();
    if lines.next() != Some(FORMAT) {
        return Err(unreadable("it is of an unknown format"));
    }
    lines.map(|line| serde_json::from_str(line).map_err(unreadable)).collect()
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable { reason: format!("a bundle of the archive: {error}") }
}

/// Stores packed items; they are on disk when this returns. The same items have the same name.
pub(super) async fn keep(state: &State, scope: Scope, object: String, packed: Packed) -> Result<Part, Error> {
    let put = Put::of_type("application/zstd").expect(&packed.digest);
    let info = state.blobs.put_bytes(scope, &ASSETS, &object.parse()?, put, packed.bytes).await?;
    let items = u32::try_from(packed.items).unwrap_or(u32::MAX);
    Ok(Part { object, bytes: info.size, items })
}

/// The items of an object.
pub(super) async fn load(state: &State, scope: Scope, object: &str) -> Result<Vec<Item>, Error> {
    let bytes = state.blobs.get(scope, &ASSETS, &object.parse()?).await?.bytes().await?;
    let items = tokio::task::spawn_blocking(move || unpack(&bytes)).await;
    Ok(items.map_err(|_| Error::Busy)??)
}
