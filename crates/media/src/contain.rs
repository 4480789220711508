//! Decoders read what strangers made. A decoder that panics is a damaged file, not a dead worker.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::Error;
use crate::sniff::FileKind;

/// Runs a decoder on borrowed bytes. It owns all that it changes, so nothing half-changed is left behind.
pub(crate) fn contain<T>(kind: FileKind, decode: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(decode))
        .unwrap_or_else(|_| Err(Error::damaged(kind, "the decoder gave up")))
}
