//! Text as the model was trained on it: small, without accents, cut at spaces, punctuation and Han characters.

use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// The words and signs of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let cleaned = text.chars().filter(|char| is_space(*char) || !is_left_out(*char));
    let apart = cleaned.flat_map(|char| {
        let space = is_han(char).then_some(' ');
        space.into_iter().chain([if is_space(char) { ' ' } else { char }]).chain(space)
    });
    let bare = apart.nfd().filter(|char| char.general_category() != GeneralCategory::NonspacingMark);
    let mut words = vec![String::new()];
    for char in bare.flat_map(char::to_lowercase) {
        if char.is_whitespace() {
            words.push(String::new());
        } else if is_punctuation(char) {
            words.push(char.to_string());
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(char);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What is left of a text is separated by these.
fn is_space(char: char) -> bool {
    char.is_whitespace() && !matches!(char, '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' | '\u{85}')
}

/// Invisible characters, and the mark of what could not be decoded.
fn is_left_out(char: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse};
    matches!(char, '\0' | '\u{fffd}') || matches!(char.general_category(), Control | Format | PrivateUse)
}

fn is_punctuation(char: char) -> bool {
    char.is_ascii_punctuation() || char.general_category_group() == GeneralCategoryGroup::Punctuation
}

fn is_han(char: char) -> bool {
    matches!(u32::from(char),
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x2A6DF | 0x2A700..=0x2B81F
        | 0x2B920..=0x2CEAF | 0x2F800..=0x2FA1F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_taken_apart() {
        assert_eq!(words("Café, DON'T\u{200b}!"), ["cafe", ",", "don", "'", "t", "!"]);
        assert_eq!(words("油絵の具"), ["油", "絵", "の", "具"]);
        assert_eq!(words(" \u{a0}\0"), [""; 0]);
    }
}
