//! Deeds that no list of techniques holds, told with a verb of handiwork: `nibbled the edges`, `an hour hemming`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Match, Mention};
use crate::facts::Use;
use crate::gazetteer::Kind;
use crate::tokens::{Gap, Token, has_word};

/// The deed that is told here.
pub(super) fn told(tokens: &[Token], at: usize) -> Option<Mention> {
    let canonical = FORMS.get(tokens[at].word.as_str())?;
    let word = tokens[at].word.as_str();
    let before = Before::of(tokens, at);
    let after = tokens.get(at + 1).filter(|next| next.gap < Gap::Comma).map_or("", |next| next.word.as_str());
    let further = at.checked_sub(2).map_or("", |at| tokens[at].word.as_str());
    let told =
        if word.ends_with("ing") { names_it(before, further, after) } else { tells_it(tokens, at, before) };
    told.then(|| Mention {
        from: at,
        to: at + 1,
        kind: Kind::Technique,
        canonical: canonical.clone(),
        broader: "deed",
        matched: Match::Told,
        usage: Use::Mentioned,
    })
}

/// Whether a word is a form of a verb of handiwork.
pub(super) fn is_form(word: &str) -> bool {
    FORMS.contains_key(word)
}

/// What stands before a word.
#[derive(Clone, Copy)]
enum Before<'a> {
    /// A mark, or nothing at all.
    Mark,
    Word(&'a str),
}

impl<'a> Before<'a> {
    fn of(tokens: &'a [Token], at: usize) -> Self {
        match at.checked_sub(1) {
            Some(before) if tokens[at].gap < Gap::Dash => Self::Word(&tokens[before].word),
            _ => Self::Mark,
        }
    }
}

/// Whether a past form is a verb here, and no word that describes: `I nibbled`, `then keyed`; not `the nibbled edge`.
fn tells_it(tokens: &[Token], at: usize, before: Before<'_>) -> bool {
    const DOERS: &str = "i we ive weve then and also just again finally both so but first next after only mostly \
        today yesterday carefully lightly slowly quickly already half have re or have now later afterwards but simply";
    let object = tokens.get(at + 1).is_none_or(|next| {
        next.gap >= Gap::Dash
            || !matches!(next.word.as_str(), "edge" | "edges" | "by" | "bits" | "ones" | "one" | "surface")
    });
    let doer = match before {
        Before::Mark => !describes(tokens, at),
        Before::Word(word) => {
            has_word(DOERS, word)
                || (word.ends_with("ly") && word.len() > 4)
                || (is_material(word) && governs(tokens, at + 1))
        }
    };
    doer && object
}

fn is_material(word: &str) -> bool {
    crate::gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Material)
}

/// `copper plate degreased with whiting`: what was done with a thing is told behind it.
fn governs(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| {
        next.gap <= Gap::Space && matches!(next.word.as_str(), "with" | "in" | "onto" | "over" | "through")
    })
}

/// `, waxed thread`: after a comma a past form may describe the thing right behind it, where a deed has an article, an
/// amount, or `it` between.
fn describes(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|next| next.gap <= Gap::Space) else { return false };
    let material = is_material(&next.word);
    let ends = tokens.get(at + 2).is_none_or(|after| after.gap >= Gap::Comma);
    material && ends && tokens[at].gap == Gap::Comma
}

/// Whether a gerund names what was done: `an hour hemming`, `was stoking`; not `the masking tape`, `kept sagging`.
fn names_it(before: Before<'_>, further: &str, after: &str) -> bool {
    const NO_DEED: &str = "the a an this that my its kept keeps keep started stopped without instead for no not his her \
        their is it was were are looks needs about when while of with before after if like by";
    const TOOLS: &str = "tape fluid machine session day days room class table board wax paper compound medium slip wire \
        iron thread plate kit gun knife tool tools block blocks stone pad wheel press brush hammer pin pins stick sticks \
        frame rack jig mat station solution pan pot form forms line lines bath agent salt oil bench saw disc needle \
        cabinet test tests liquid cream paste spray varnish lacquer primer ink clay stain";
    let i_was = matches!(before, Before::Word("was" | "were" | "been"))
        && matches!(further, "i" | "we" | "have" | "ive");
    // `ground it back, started texturing`: I did, unless something else did by itself.
    let begun = matches!(before, Before::Word("started" | "began"))
        && matches!(further, "i" | "we" | "and" | "then" | "back");
    let free = i_was
        || begun
        || match before {
            Before::Mark => true,
            Before::Word(word) => !has_word(NO_DEED, word),
        };
    free && !has_word(TOOLS, after)
}

/// Every form of the verbs, and the gerund that names the deed.
static FORMS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in include_str!("../../data/deeds.txt").lines() {
        let mut words = line.split_whitespace();
        let Some(base) = words.next() else { continue };
        let gerunds = with_ending(base, "ing");
        let Some(name) = gerunds.first().cloned() else { continue };
        let irregular: Vec<String> = words.map(str::to_owned).collect();
        let past = if irregular.is_empty() { with_ending(base, "ed") } else { irregular };
        for form in past.into_iter().chain(gerunds) {
            forms.insert(form, name.clone());
        }
    }
    forms
});

/// A verb with an ending, as English spells it; two spellings where both are in use (`stencilled`, `stenciled`).
fn with_ending(base: &str, ending: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let vowel = |letter: char| "aeiou".contains(letter);
    let [.., third, second, last] = letters[..] else { return vec![format!("{base}{ending}")] };
    let stem = &base[..base.len() - last.len_utf8()];
    if last == 'e' && !(ending == "ing" && matches!(second, 'e' | 'o' | 'y')) && !base.ends_with("inge") {
        return vec![format!("{stem}{ending}")];
    }
    if last == 'e' && ending == "ed" {
        return vec![format!("{base}d")];
    }
    if last == 'y' && !vowel(second) && ending == "ed" {
        return vec![format!("{stem}ied")];
    }
    let closed = !vowel(last) && !"wxyh".contains(last) && vowel(second) && !vowel(third);
    let closed = closed || (base.contains("qui") && base.ends_with('p')) || base.ends_with("quit");
    let syllables = letters.windows(2).filter(|two| vowel(two[0]) && !vowel(two[1])).count();
    match (closed, syllables) {
        (true, 0 | 1) => vec![format!("{base}{last}{ending}")],
        (true, _) if last == 'l' => vec![format!("{base}l{ending}"), format!("{base}{ending}")],
        _ => vec![format!("{base}{ending}")],
    }
}
