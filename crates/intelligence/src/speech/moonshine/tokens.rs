//! The recogniser's vocabulary: numbers to text.

use std::collections::HashMap;
use std::path::Path;

use crate::Error;

/// Begins every output.
pub(super) const BEGIN: usize = 1;
/// Ends every output.
pub(super) const END: usize = 2;
/// Before this number stand bytes, for what has no letter here; a letter has a number of its own besides.
const LETTERS: usize = 259;
/// Stands for a space.
const SPACE: &[u8] = "\u{2581}".as_bytes();

/// The bytes of every token. Some are parts of a character only.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    bytes: Vec<Vec<u8>>,
    /// The first token of some bytes. One that was merged earlier has a lower number.
    numbers: HashMap<Vec<u8>, usize>,
}

impl Tokens {
    fn new(bytes: Vec<Vec<u8>>) -> Self {
        let mut numbers = HashMap::with_capacity(bytes.len());
        for (number, bytes) in bytes.iter().enumerate() {
            let known = numbers.entry(bytes.clone()).or_insert(number);
            if *known < LETTERS {
                *known = number;
            }
        }
        Self { bytes, numbers }
    }

    /// The tokens of a text, as the recogniser was taught to write it: letters, of which those neighbours are merged
    /// that have the lowest number together, until no two have one. With `begins`, a space stands before the text.
    pub(super) fn encode(&self, text: &str, begins: bool) -> Vec<usize> {
        let spaced = if begins { format!(" {text}") } else { text.to_owned() };
        let mut parts = Vec::new();
        for letter in spaced.replace(' ', "\u{2581}").chars() {
            let letter = letter.to_string().into_bytes();
            if self.numbers.contains_key(&letter) {
                parts.push(letter);
            } else {
                parts.extend(letter.iter().map(|byte| vec![*byte]));
            }
        }
        let merged = |pair: &[Vec<u8>]| self.numbers.get(&pair.concat()).copied();
        while let Some((_, at)) =
            parts.windows(2).enumerate().filter_map(|(at, pair)| Some((merged(pair)?, at))).min()
        {
            let second = parts.remove(at + 1);
            parts[at].extend(second);
        }
        parts.iter().filter_map(|part| self.numbers.get(part).copied()).collect()
    }

    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let bytes =
            std::fs::read(path).map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
        parse(&bytes).map(Self::new).ok_or_else(|| Error::Damaged {
            path: path.to_owned(),
            found: "a vocabulary that ends within a word".to_owned(),
        })
    }

    /// The bytes of a token, with a space where it begins a word; control tokens have none.
    pub(super) fn bytes(&self, token: usize) -> Vec<u8> {
        if token <= END {
            return Vec::new();
        }
        let raw = self.bytes.get(token).map(Vec::as_slice).unwrap_or_default();
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
        let tokens = parse(&file);
        assert!(tokens.as_ref().is_some_and(|tokens| tokens.len() == 4 && tokens[3] == long));
        assert_eq!(parse(&[3, b'a']), None);
        assert_eq!(parse(&[200]), None);
    }

    #[test]
    fn mark_becomes_a_space_and_control_is_silent() {
        let mut list = vec![b"<unk>".to_vec(), b"<s>".to_vec(), b"</s>".to_vec()];
        list.push([SPACE, b"gesso"].concat());
        let tokens = Tokens::new(list);
        assert_eq!(tokens.bytes(3), b" gesso");
        assert_eq!(tokens.bytes(1), b"");
        assert_eq!(tokens.bytes(99), b"");
    }

    #[test]
    fn neighbours_merge_in_the_order_of_their_numbers() {
        let control = ["<unk>", "<s>", "</s>"].map(|token| token.as_bytes().to_vec());
        let bytes = (0..=u8::MAX).map(|byte| vec![byte]);
        let written =
            ["a", "b", "c", "\u{2581}", "bc", "ab", "\u{2581}a"].map(|token| token.as_bytes().to_vec());
        let tokens = Tokens::new(control.into_iter().chain(bytes).chain(written).collect());
        assert_eq!(tokens.encode("abc", false), [259, 263]);
        assert_eq!(tokens.encode("abab", true), [262, 264, 264]);
        assert_eq!(tokens.encode("ac", true), [265, 261]);
        assert_eq!(tokens.encode("é.", false), [3 + 0xC3, 3 + 0xA9, 3 + 0x2E]);
    }
}
