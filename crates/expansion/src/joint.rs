//! Pieces of text put together. Where a piece is empty, the blanks on both sides become one.

const BLANKS: [char; 2] = [' ', '\t'];

#[derive(Clone, Debug, Default)]
pub(crate) struct Joint {
    text: String,
    /// The last piece was empty.
    gap: bool,
}

impl Joint {
    pub(crate) const fn with(text: String) -> Self {
        Self { text, gap: false }
    }

    pub(crate) fn push(&mut self, piece: &str) {
        let mut piece = piece;
        if self.gap {
            if self.text.is_empty() || self.text.ends_with([' ', '\t', '\n']) {
                piece = piece.trim_start_matches(BLANKS);
            }
            if piece.starts_with('\n') {
                self.text.truncate(self.text.trim_end_matches(BLANKS).len());
            }
        }
        self.gap = piece.is_empty();
        self.text.push_str(piece);
    }

    pub(crate) fn append(&mut self, other: &Self) {
        self.push(&other.text);
        self.gap |= other.gap;
    }

    /// What came out, as it is.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// What came out, without blanks and line breaks at its ends.
    pub(crate) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        let start = self.text.len() - self.text.trim_start().len();
        if 0 < start {
            self.text.drain(..start);
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pieces: &[&str]) -> String {
        let mut joint = Joint::default();
        for piece in pieces {
            joint.push(piece);
        }
        joint.finish()
    }

    #[test]
    fn blanks_around_nothing_become_one() {
        assert_eq!(joined(&["a ", "", " dog"]), "a dog");
        assert_eq!(joined(&["a ", "", " ", "", " dog"]), "a dog");
        assert_eq!(joined(&["", " dog"]), "dog");
        assert_eq!(joined(&["dog ", ""]), "dog");
        assert_eq!(joined(&["a ", "", "\nb"]), "a\nb");
        assert_eq!(joined(&["a\n", "", " b"]), "a\nb");
        assert_eq!(joined(&["a", "", "b"]), "ab");
    }

    #[test]
    fn own_blanks_stay() {
        assert_eq!(joined(&["a  ", "big", "  dog"]), "a  big  dog");
    }
}
