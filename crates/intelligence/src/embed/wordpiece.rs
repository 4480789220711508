//! From text to the numbers that the model knows its word pieces by.
//!
//! A word that is not in the vocabulary is spelled with the longest pieces that are. What this gives
//! is what the model's own tokenizer gives; a fixture that was computed with that one is the proof. Only the
//! names of special tokens in a text are text here.

use std::collections::HashMap;
use std::path::Path;

use super::normal::words;
use crate::error::Error;

const BEGIN: &str = "[CLS]";
const END: &str = "[SEP]";
const UNKNOWN: &str = "[UNK]";
/// What is longer, in characters, is not a word.
const LONGEST: usize = 100;

/// The vocabulary.
pub(super) struct WordPiece {
    begins: HashMap<String, i64>,
    /// Pieces that continue a word, without the `##` of the file.
    continues: HashMap<String, i64>,
    begin: i64,
    end: i64,
    unknown: i64,
}

/// The part of the file that is read.
#[derive(serde::Deserialize)]
struct File {
    model: Model,
}

#[derive(serde::Deserialize)]
struct Model {
    vocab: HashMap<String, i64>,
}

impl WordPiece {
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
        let text = std::fs::read(path).map_err(unreadable)?;
        let file: File = serde_json::from_slice(&text).map_err(|error| unreadable(error.into()))?;
        Self::new(file.model.vocab).ok_or_else(|| {
            let found = "a vocabulary without the special tokens".to_owned();
            Error::Damaged { path: path.to_owned(), found }
        })
    }

    fn new(vocabulary: HashMap<String, i64>) -> Option<Self> {
        let special = |name| vocabulary.get(name).copied();
        let (begin, end, unknown) = (special(BEGIN)?, special(END)?, special(UNKNOWN)?);
        let (mut begins, mut continues) = (HashMap::new(), HashMap::new());
        for (piece, id) in vocabulary {
            match piece.strip_prefix("##").filter(|rest| !rest.is_empty()) {
                Some(rest) => continues.insert(rest.to_owned(), id),
                None => begins.insert(piece, id),
            };
        }
        Some(Self { begins, continues, begin, end, unknown })
    }

    /// At most so many ids, those of begin and end among them.
    pub(super) fn encode(&self, text: &str, most: usize) -> Vec<i64> {
        // A token has a byte at least; what is far beyond the last one need not be looked at.
        let enough = text.floor_char_boundary(most * LONGEST);
        let mut ids = vec![self.begin];
        for word in words(&text[..enough]) {
            if ids.len() >= most {
                break;
            }
            self.spell(&word, &mut ids);
        }
        ids.truncate(most - 1);
        ids.push(self.end);
        ids
    }

    fn spell(&self, word: &str, ids: &mut Vec<i64>) {
        let length = ids.len();
        let mut rest = word;
        while !rest.is_empty() && word.chars().count() <= LONGEST {
            let known = if rest.len() == word.len() { &self.begins } else { &self.continues };
            let mut ends = (1..=rest.len()).rev().filter(|end| rest.is_char_boundary(*end));
            let Some((end, id)) = ends.find_map(|end| Some((end, known.get(&rest[..end])?))) else {
                break;
            };
            ids.push(*id);
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            ids.truncate(length);
            ids.push(self.unknown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Option<WordPiece> {
        let pieces = ["[UNK]", "[CLS]", "[SEP]", "glaze", "##d", "g", "##la", "##zing", "paint"];
        WordPiece::new(pieces.iter().map(|piece| (*piece).to_owned()).zip(0..).collect())
    }

    #[test]
    fn longest_pieces_come_first() {
        let ids = |text: &str| small().map(|pieces| pieces.encode(text, 8)).unwrap_or_default();
        assert_eq!(ids("Glazed paint"), [1, 3, 4, 8, 2]);
        assert_eq!(ids("glazing"), [1, 5, 6, 7, 2]);
        assert_eq!(ids("glazes [SEP]"), [1, 0, 0, 0, 0, 2]);
        assert_eq!(ids(""), [1, 2]);
        assert_eq!(ids(&"paint ".repeat(100)), [1, 8, 8, 8, 8, 8, 8, 2]);
        assert_eq!(ids(&"g".repeat(101)), [1, 0, 2]);
    }

    #[test]
    fn vocabulary_without_special_tokens_is_refused() {
        assert!(WordPiece::new(HashMap::from([("[CLS]".to_owned(), 1)])).is_none());
    }

    /// The fixture was computed with the tokenizer that the file is made for.
    #[test]
    fn ids_are_those_of_the_original() -> Result<(), Box<dyn std::error::Error>> {
        #[derive(serde::Deserialize)]
        struct Case {
            text: String,
            ids: Vec<i64>,
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "tests are told by the environment where the models are"
        )]
        let folder = std::env::var("ATELIER_MODELS_DIR")
            .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cache/atelier/models")))?;
        let file = Path::new(&folder).join("minilm/tokenizer.json");
        if !file.exists() {
            println!("left out: {} is missing", file.display());
            return Ok(());
        }
        let pieces = WordPiece::read(&file)?;
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../tests/embedding/tokens.json"))?;
        assert!(cases.len() > 150);
        for Case { text, ids } in cases {
            assert_eq!(pieces.encode(&text, 1_000), ids, "{text:?}");
        }
        Ok(())
    }
}
