//! A place in a list, opaque to whoever holds it.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A place in a list. The store that made it knows what the bytes mean.
///
/// It is only a key and carries no rights: a forged one can at most point elsewhere
/// in a list that the caller may read anyway.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cursor(Vec<u8>);

/// Text that no store made as a cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the cursor is malformed")]
pub struct MalformedCursor;

impl Cursor {
    /// Longer texts are refused before they are decoded.
    const MAX_TEXT: usize = 8_192;

    /// A cursor of the store's own bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The store's own bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cursor({self})")
    }
}

impl FromStr for Cursor {
    type Err = MalformedCursor;

    fn from_str(text: &str) -> Result<Self, MalformedCursor> {
        if text.is_empty() || text.len() > Self::MAX_TEXT {
            return Err(MalformedCursor);
        }
        URL_SAFE_NO_PAD.decode(text).map(Self).map_err(|_| MalformedCursor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_reads_back(bytes in proptest::collection::vec(any::<u8>(), 1..200)) {
            let cursor = Cursor::from_bytes(bytes);
            prop_assert_eq!(cursor.to_string().parse::<Cursor>(), Ok(cursor));
        }

        #[test]
        fn any_text_is_a_cursor_or_an_error(text in ".*") {
            let _ = text.parse::<Cursor>();
        }
    }
}
