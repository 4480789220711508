//! From what was typed to what is looked up. Any text is a query; none is an error.

use std::collections::HashMap;

use crate::text::{fold, is_stop_word, terms};
use crate::thesaurus::Thesaurus;

/// Words beyond these are not looked at.
const MOST_WORDS: usize = 32;
/// Bytes beyond these are not looked at.
const LONGEST: usize = 4_096;

/// What the words of a code stand apart by.
const JOINTS: &str = "-–/._#°";
/// What a code counts that is written in another way than it was typed.
const OTHERWISE: f32 = 0.9;

/// What a text asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wanted {
    /// Each counts by itself, and the more of them the better.
    pub(crate) groups: Vec<Group>,
    /// What must not be there: a word, or the words of a phrase.
    pub(crate) excluded: Vec<Vec<String>>,
    /// Nothing was typed at all.
    pub(crate) nothing: bool,
}

impl Wanted {
    /// How much of it the thesaurus knows, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a query has a few words")]
    pub(crate) fn of_the_trade(&self) -> f32 {
        let known = self.groups.iter().filter(|group| group.of_the_trade).count();
        known as f32 / self.groups.len().max(1) as f32
    }
}

/// One thing that is asked for, and what may stand for it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// As it was typed.
    pub(crate) said: String,
    /// Without it a record does not fit.
    pub(crate) required: bool,
    /// The thesaurus knows it.
    pub(crate) of_the_trade: bool,
    pub(crate) alternatives: Vec<Alternative>,
}

/// Words in a row that stand for what is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Alternative {
    pub(crate) words: Vec<String>,
    /// 1 for what was typed.
    pub(crate) weight: f32,
    pub(crate) how: How,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum How {
    Typed,
    /// Like what was typed.
    Near,
    /// Narrower or broader, as the thesaurus has it.
    Related {
        term: String,
        via: String,
    },
}

/// Something between spaces or quotes.
#[derive(Debug, PartialEq)]
struct Piece<'a> {
    text: &'a str,
    quoted: bool,
    excluded: bool,
}

pub(crate) fn parse(text: &str, thesaurus: Option<&Thesaurus>) -> Wanted {
    let mut wanted = Wanted { nothing: text.trim().is_empty(), ..Wanted::default() };
    let mut words: Vec<(String, String)> = Vec::new();
    for piece in pieces(&text[..text.floor_char_boundary(LONGEST)]) {
        let stems = terms(piece.text);
        if stems.is_empty() {
            continue;
        }
        if piece.excluded {
            wanted.excluded.push(stems);
        } else if piece.quoted {
            wanted.groups.push(Group::typed(piece.text, stems, true));
        } else if let Some(code) = Group::code(piece.text, &stems) {
            wanted.groups.push(code);
        } else {
            words.extend(plain_words(piece.text));
        }
    }
    let meaningful = |(said, _): &(String, String)| !is_stop_word(&fold(said));
    if wanted.groups.is_empty() && !words.iter().any(meaningful) {
        // "The Who" is all there is to look for.
        words.truncate(MOST_WORDS);
        wanted.groups.extend(words.into_iter().map(|(said, stem)| Group::typed(&said, vec![stem], false)));
    } else {
        words.retain(meaningful);
        words.truncate(MOST_WORDS);
        group(&words, thesaurus, &mut wanted.groups);
    }
    wanted
}

/// Each word becomes a group; a term of the thesaurus brings its relatives to each of its words, so that
/// one of them stands for all.
fn group(words: &[(String, String)], thesaurus: Option<&Thesaurus>, groups: &mut Vec<Group>) {
    let stems: Vec<_> = words.iter().map(|(_, stem)| stem.clone()).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (said, stem) in words {
        places.entry(stem).or_insert_with(|| {
            groups.push(Group::typed(said, vec![stem.clone()], false));
            groups.len() - 1
        });
    }
    for at in 0..words.len() {
        for (length, related) in thesaurus.map(|known| known.beginning(&stems[at..])).unwrap_or_default() {
            let via: Vec<_> = words[at..at + length].iter().map(|(said, _)| said.as_str()).collect();
            let via = via.join(" ");
            for stem in &stems[at..at + length] {
                let Some(group) = places.get(stem.as_str()).and_then(|place| groups.get_mut(*place)) else {
                    continue;
                };
                group.of_the_trade = true;
                group.alternatives.extend(related.iter().map(|related| Alternative {
                    words: related.words.clone(),
                    weight: related.weight,
                    how: How::Related { term: related.said.clone(), via: via.clone() },
                }));
            }
        }
    }
}

impl Group {
    fn typed(said: &str, words: Vec<String>, required: bool) -> Self {
        let typed = Alternative { words, weight: 1.0, how: How::Typed };
        Self { said: said.to_owned(), required, of_the_trade: false, alternatives: vec![typed] }
    }

    /// A number of something: `T-14` are words in a row, of which neither says much alone. `T14` is the same.
    fn code(said: &str, stems: &[String]) -> Option<Self> {
        let has = |is: fn(char) -> bool| stems.iter().any(|stem| stem.contains(is));
        let inner = said.trim_matches(|char: char| !char.is_alphanumeric());
        let is_joined = inner.chars().all(|char| char.is_alphanumeric() || JOINTS.contains(char));
        if !is_joined || !has(|char| char.is_ascii_digit()) {
            return None;
        }
        let otherwise = match stems {
            [whole] => parted(whole)?,
            several if has(char::is_alphabetic) => vec![several.concat()],
            // A day or a fraction has no other form.
            _ => Vec::new(),
        };
        let mut code = Self::typed(said, stems.to_vec(), false);
        if !otherwise.is_empty() {
            code.alternatives.push(Alternative { words: otherwise, weight: OTHERWISE, how: How::Near });
        }
        Some(code)
    }
}

/// The letters of `t14` and its digits; none for another order of them.
fn parted(word: &str) -> Option<Vec<String>> {
    let (letters, digits) = word.split_at(word.find(|char: char| char.is_ascii_digit())?);
    let is_code = !letters.is_empty() && digits.chars().all(|char| char.is_ascii_digit());
    is_code.then(|| vec![letters.to_owned(), digits.to_owned()])
}

/// The words of a piece, as typed and as looked up.
fn plain_words(text: &str) -> Vec<(String, String)> {
    let tokens = crate::text::tokens(text);
    tokens
        .into_iter()
        .map(|token| (text[token.offset_from..token.offset_to].to_owned(), token.text))
        .collect()
}

/// Cuts at spaces and double quotes. A quote without a partner is a space.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { return pieces };
        let after = &rest[first.len_utf8()..];
        let excluded =
            first == '-' && after.chars().next().is_some_and(|next| is_quote(next) || next.is_alphanumeric());
        let body = if excluded { after } else { rest };
        let quote = body.chars().next().filter(|char| is_quote(*char)).map_or(0, char::len_utf8);
        if quote > 0 {
            let inner = &body[quote..];
            if let Some((end, close)) = inner.char_indices().find(|(_, char)| is_quote(*char)) {
                pieces.push(Piece { text: &inner[..end], quoted: true, excluded });
                rest = &inner[end + close.len_utf8()..];
            } else {
                rest = inner;
            }
            continue;
        }
        let end = body.find(|char: char| char.is_whitespace() || is_quote(char)).unwrap_or(body.len());
        pieces.push(Piece { text: &body[..end], quoted: false, excluded });
        rest = &body[end..];
    }
}

fn is_quote(char: char) -> bool {
    matches!(char, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> Vec<String> {
        parse(text, None).groups.into_iter().map(|group| group.said).collect()
    }

    #[test]
    fn words_phrases_and_exclusions() {
        let wanted = parse(r#"the glazed "cold wax" -varnish -"linseed oil" panels"#, None);
        let groups: Vec<_> =
            wanted.groups.iter().map(|group| (group.said.as_str(), group.required)).collect();
        assert_eq!(groups, [("cold wax", true), ("glazed", false), ("panels", false)]);
        assert_eq!(wanted.excluded, [vec!["varnish"], vec!["linse", "oil"]]);
    }

    #[test]
    fn odd_texts_are_queries() {
        assert_eq!(said(r#""unbalanced wax"#), ["unbalanced", "wax"]);
        assert_eq!(said("title:secret AND tenant:*"), ["title", "secret", "tenant"]);
        assert_eq!(said("?!, … --- \"\""), [""; 0]);
        assert_eq!(said("the who"), ["the", "who"]);
        assert_eq!(said("wax wax WAX"), ["wax"]);
        assert_eq!(said("cold-wax"), ["cold", "wax"]);
        assert_eq!(said(&"word ".repeat(5_000)), ["word"]);
        assert!(parse("  ", None).nothing && !parse("!", None).nothing);
    }

    #[test]
    fn codes_are_words_in_a_row() {
        let of = |text: &str| -> Vec<Vec<String>> {
            let groups = parse(text, None).groups.into_iter();
            groups
                .map(|group| group.alternatives.into_iter().map(|one| one.words.join(" ")).collect())
                .collect()
        };
        assert_eq!(of("tile T-14"), [vec!["t 14", "t14"], vec!["tile"]]);
        assert_eq!(of("T14"), [vec!["t14", "t 14"]]);
        assert_eq!(of("(B.2), wax,2"), [vec!["b 2", "b2"], vec!["wax"], vec!["2"]]);
        assert_eq!(of("3/4 2026-11-22"), [vec!["3 4"], vec!["2026 11 22"]]);
        assert_eq!(of("14 4x5 cold-wax"), [vec!["14"], vec!["4x5"], vec!["cold"], vec!["wax"]]);
    }

    #[test]
    fn relatives_stand_for_each_word_of_a_term() {
        let thesaurus = Thesaurus::from_pairs([("cobalt blue", "blue pigment")]);
        let wanted = parse("cobalt blue sky", Some(&thesaurus));
        let related: Vec<_> =
            wanted.groups.iter().map(|group| (group.said.as_str(), group.alternatives.len())).collect();
        assert_eq!(related, [("cobalt", 2), ("blue", 2), ("sky", 1)]);
    }

    proptest! {
        #[test]
        fn no_text_is_an_error(text in r#"[-"“” a-zé\pP]{0,60}|.*"#) {
            let wanted = parse(&text, None);
            prop_assert!(wanted.groups.iter().all(|group| !group.alternatives.is_empty()));
        }
    }
}
