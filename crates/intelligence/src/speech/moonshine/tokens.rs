//! The recogniser's vocabulary: numbers to text.

use std::path::Path;

use crate::Error;

/// Begins every output.
pub(super) const BEGIN: usize = 1;
/// Ends every output.
pub(super) const END: usize = 2;
/// Stands for a space.
const SPACE: &[u8] = "\u{2581}".as_bytes();

/// The bytes of every token. Some are parts of a character only.
#[derive(Debug, Default)]
pub(super) struct Tokens(Vec<Vec<u8>>);

impl Tokens {
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let bytes =
            std::fs::read(path).map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
        parse(&bytes).map(Self).ok_or_else(|| Error::Damaged {
            path: path.to_owned(),
            found: "a vocabulary that ends within a word".to_owned(),
        })
    }

    /// The bytes of a token, with a space where it begins a word; control tokens have none.
    pub(super) fn bytes(&self, token: usize) -> Vec<u8> {
        if token <= END {
            return Vec::new();
        }
        let raw = self.0.get(token).map(Vec::as_slice).unwrap_or_default();
        let mut rest = raw;
        let mut bytes = Vec::with_capacity(raw.len());
        while let Some(stripped) = rest.strip_prefix(SPACE) {
            bytes.push(b' ');
            rest = stripped;
        }
        bytes.extend_from_slice(rest);
        bytes
    }
}

/// Each token after its length: one byte below 128, else two, the lower seven bits first.
fn parse(mut bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut tokens = Vec::new();
    while let Some((&first, rest)) = bytes.split_first() {
        let (length, rest) = if first < 128 {
            (usize::from(first), rest)
        } else {
            let (&second, rest) = rest.split_first()?;
            (usize::from(second) * 128 + usize::from(first) - 128, rest)
        };
        let (token, rest) = rest.split_at_checked(length)?;
        tokens.push(token.to_vec());
        bytes = rest;
    }
    Some(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_byte_or_two() {
        let long = [b'x'; 130];
        let file = [&[0, 1, b'a', 4][..], SPACE, b"b", &[130, 1][..], &long].concat();
        let tokens = parse(&file).map(Tokens);
        assert!(tokens.as_ref().is_some_and(|tokens| tokens.0.len() == 4 && tokens.0[3] == long));
        assert_eq!(parse(&[3, b'a']), None);
        assert_eq!(parse(&[200]), None);
    }

    #[test]
    fn mark_becomes_a_space_and_control_is_silent() {
        let mut list = vec![b"<unk>".to_vec(), b"<s>".to_vec(), b"</s>".to_vec()];
        list.push([SPACE, b"gesso"].concat());
        let tokens = Tokens(list);
        assert_eq!(tokens.bytes(3), b" gesso");
        assert_eq!(tokens.bytes(1), b"");
        assert_eq!(tokens.bytes(99), b"");
    }
}
