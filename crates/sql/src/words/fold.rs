//! From a text to its words.

use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// PostgreSQL keeps the places of words up to 16 383; later ones would not be found in phrases.
const MAX_WORDS: usize = 16_000;
/// Longer words are cut, in texts as in queries: PostgreSQL leaves out those of 2 KiB. In characters.
const MAX_WORD: usize = 64;
/// Stands before a word that begins with a digit. PostgreSQL reads `8e4fox` as a number and a word; it
/// reads a letter and what follows as one word. Compatibility folding leaves no other `ª` in a text.
const DIGIT_MARK: char = 'ª';

/// The words of a text between blanks: small letters and digits, without accents. The first 16 000 count.
///
/// `Crème-brûlée №3` becomes `creme brulee no3`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in words(text).take(MAX_WORDS) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word);
    }
    folded
}

/// The words of all texts in a document, in its order; the names of its members are left out.
pub fn fold_json(document: &serde_json::Value) -> String {
    let mut text = String::new();
    gather(document, &mut text);
    fold(&text)
}

fn gather(document: &serde_json::Value, text: &mut String) {
    match document {
        serde_json::Value::String(found) => {
            text.push_str(found);
            text.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, text)),
        serde_json::Value::Object(members) => members.values().for_each(|member| gather(member, text)),
        _ => {}
    }
}

/// The folded words one by one.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let mut letters =
        text.chars().flat_map(char::to_lowercase).nfkd().flat_map(char::to_lowercase).peekable();
    std::iter::from_fn(move || {
        let mut word = String::new();
        let mut length = 0;
        for letter in letters.by_ref() {
            match letter.general_category_group() {
                // Marks belong to the letter before them and go: that is the folding of accents.
                GeneralCategoryGroup::Mark => {}
                GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number => {
                    if word.is_empty() && letter.is_ascii_digit() {
                        word.push(DIGIT_MARK);
                    }
                    if length < MAX_WORD {
                        // FTS5 takes the two forms of one letter for the same, PostgreSQL doesn't.
                        word.push(if letter == 'ς' { 'σ' } else { letter });
                    }
                    length += 1;
                }
                _ if word.is_empty() => {}
                _ => break,
            }
        }
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_signs_fold() {
        assert_eq!(fold("Crème-brûlée №3, ÉTÉ"), "creme brulee no3 ete");
        assert_eq!(fold("a_red.fox (16:9) ½"), "a red fox ª16 ª9 ª1 ª2");
        assert_eq!(fold("ΣΊΣΥΦΟΣ Σίσυφος Ёж 東京"), "σισυφοσ σισυφοσ еж 東京");
        assert_eq!(fold(" … \n"), "");
    }

    #[test]
    fn long_words_and_long_texts_are_cut() {
        assert_eq!(fold(&"a".repeat(99)).len(), MAX_WORD);
        assert_eq!(fold(&"a ".repeat(20_000)).split(' ').count(), MAX_WORDS);
    }

    #[test]
    fn texts_of_a_document_are_found_and_its_names_are_not() {
        let document = serde_json::json!({"prompt": "A fox", "steps": 20, "loras": [{"name": "Ink"}]});
        assert_eq!(
            fold_json(&document).split(' ').collect::<std::collections::BTreeSet<_>>(),
            ["a", "fox", "ink"].into()
        );
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once.replace(DIGIT_MARK, "")), once);
        }
    }
}
