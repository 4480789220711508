//! The words of a note: where facts stand in them, and what of them fits into an item.

/// More bytes than this are kept beside the table; an item has 400 KB at most, and lists read whole items.
pub(crate) const INLINE: usize = 100_000;
/// The longest note, in bytes.
pub(crate) const LONGEST: usize = 1_500_000;

/// Offsets of a text in UTF-16 units, which is what scripts of a page slice by.
pub(crate) struct Utf16<'a> {
    text: &'a str,
    /// Units before the first character boundary at or after each multiple of `STEP`, with its byte.
    marks: Vec<(usize, usize)>,
}

impl<'a> Utf16<'a> {
    const STEP: usize = 256;

    pub(crate) fn of(text: &'a str) -> Self {
        let (mut marks, mut units, mut next) = (Vec::with_capacity(text.len() / Self::STEP + 1), 0, 0);
        for (byte, letter) in text.char_indices() {
            if next <= byte {
                marks.push((byte, units));
                next = byte / Self::STEP * Self::STEP + Self::STEP;
            }
            units += letter.len_utf16();
        }
        Self { text, marks }
    }

    /// Units before a byte. A byte within a character counts as its beginning, one behind the end as the end.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let mark = self.marks.partition_point(|(mark, _)| *mark <= byte);
        let Some((start, units)) = mark.checked_sub(1).and_then(|mark| self.marks.get(mark)) else {
            return 0;
        };
        let letters = self.text.get(*start..).unwrap_or_default().char_indices();
        let before = letters.take_while(|(at, letter)| start + at + letter.len_utf8() <= byte);
        units + before.map(|(_, letter)| letter.len_utf16()).sum::<usize>()
    }
}

/// The first bytes of a text, at most so many, that end between two characters.
pub(crate) fn head(text: &str, limit: usize) -> &str {
    text.get(..text.floor_char_boundary(limit)).unwrap_or_default()
}

/// A name as a part of a key: small letters and digits of any script, with `-` between words.
pub(crate) fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_hand(text: &str, byte: usize) -> usize {
        text.get(..text.floor_char_boundary(byte)).unwrap_or_default().encode_utf16().count()
    }

    #[test]
    fn emoji_and_right_to_left_text_are_counted_as_a_page_counts_them() {
        let text = "🎨 two hours on שקיעה with ultramarine";
        let byte = text.find("ultramarine").expect("there");
        let units: Vec<u16> = text.encode_utf16().collect();
        let from = Utf16::of(text).at(byte);
        assert_eq!(String::from_utf16(&units[from..from + 11]).expect("whole characters"), "ultramarine");
        assert_eq!(Utf16::of(text).at(text.len() + 10), units.len());
        assert_eq!(Utf16::of("").at(3), 0);
    }

    #[test]
    fn a_head_ends_between_characters() {
        assert_eq!(head("ab🎨c", 4), "ab");
        assert_eq!(head("ab", 4), "ab");
    }

    #[test]
    fn a_slug_is_the_same_for_the_same_name() {
        assert_eq!(slug("Lead White"), "lead-white");
        assert_eq!(slug("  lead-white "), "lead-white");
        assert_eq!(slug("金箔 №2"), "金箔-2");
    }

    proptest! {
        #[test]
        fn every_offset_is_that_of_the_text_before_it(text in "(\\PC|[a-z ]{80}|🎨){0,40}", byte in 0..4_000_usize) {
            prop_assert_eq!(Utf16::of(&text).at(byte), by_hand(&text, byte));
        }
    }
}
