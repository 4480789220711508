//! Where a note names materials, techniques and colours.

mod deed;
mod fate;
mod joined;
mod phrase;
mod product;
mod usage;
mod verb;

pub(crate) use product::is_name;

use std::collections::HashMap;

use crate::clauses::Clauses;
use crate::context::{Context, OwnTerm, Rejection};
use crate::facts::Use;
use crate::gazetteer::{self, Class, Kind, LONGEST};
use crate::tokens::{Gap, Token, folded, has_word};

/// Why a term was taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// One of the tenant's own words.
    Own,
    /// A form of the gazetteer.
    Listed(Class),
    /// A listed word with words around it that say which kind.
    Phrase,
    /// No list holds it; its place in the sentence says that it is a material.
    Framed,
    /// No list of techniques holds it; a verb of handiwork tells of it.
    Told,
}

/// A term in a note.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The first word, and the word after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) kind: Kind,
    pub(crate) canonical: String,
    pub(crate) broader: &'static str,
    pub(crate) matched: Match,
    pub(crate) usage: Use,
}

/// The tenant's own words, ready to be compared.
pub(crate) struct Vocabulary<'a> {
    own: HashMap<String, &'a OwnTerm>,
    /// The first words of the above.
    openers: HashMap<String, usize>,
    rejected: Vec<(Kind, &'a str)>,
}

impl<'a> Vocabulary<'a> {
    pub(crate) fn of(context: &'a Context) -> Self {
        let mut own = HashMap::new();
        let mut openers: HashMap<String, usize> = HashMap::new();
        for term in &context.terms {
            let form = folded(&term.term);
            let words = form.split(' ').count();
            if let Some(first) = form.split(' ').next().filter(|first| !first.is_empty()) {
                let longest = openers.entry(first.to_owned()).or_default();
                *longest = words.max(*longest);
                own.insert(form, term);
            }
        }
        let rejected = context.rejected.iter().filter_map(|rejection| match rejection {
            Rejection::Term { of, canonical } => Some((*of, canonical.as_str())),
            Rejection::Project { .. } => None,
        });
        Self { own, openers, rejected: rejected.collect() }
    }

    /// The longest term that begins with the first word.
    fn longest(&self, words: &[Token], at: usize) -> Option<Mention> {
        let first = words.get(at)?.word.as_str();
        let own_reach = self.openers.get(first).copied().unwrap_or(0);
        let reach = if gazetteer::begins(first) { LONGEST.max(own_reach) } else { own_reach };
        let mut form = String::new();
        let mut best = None;
        for (length, token) in words[at..].iter().take(reach).enumerate() {
            if length > 0 {
                if token.gap >= Gap::Comma {
                    break;
                }
                form.push(' ');
            }
            form.push_str(&token.word);
            best = self.known(&form, at, at + length + 1).or(best);
            if own_reach <= length + 1 && !gazetteer::begins(&form) {
                break;
            }
        }
        best
    }

    fn known(&self, form: &str, from: usize, to: usize) -> Option<Mention> {
        let mention = |kind, canonical: &str, broader, matched| {
            let canonical = canonical.to_owned();
            Mention { from, to, kind, canonical, broader, matched, usage: Use::Mentioned }
        };
        if let Some(own) = self.own.get(form) {
            return Some(mention(own.kind, &own.canonical, "", Match::Own));
        }
        let (entry, class) = gazetteer::lookup(form)?;
        Some(mention(entry.kind, entry.canonical, entry.broader, Match::Listed(class)))
    }

    fn rejects(&self, mention: &Mention) -> bool {
        self.rejected.iter().any(|(kind, canonical)| *kind == mention.kind && *canonical == mention.canonical)
    }
}

/// All terms of the note, the longest first where they overlap. `titled` words stand in a project's name.
pub(crate) fn mentions(
    tokens: &[Token],
    clauses: &Clauses,
    vocabulary: &Vocabulary<'_>,
    titled: &[bool],
    named: &[bool],
) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(mut mention) = vocabulary
            .longest(tokens, at)
            .or_else(|| product::named(tokens, at, named, &found))
            .or_else(|| deed::told(tokens, at))
        else {
            at += 1;
            continue;
        };
        joined::attributive(tokens, at, &mut mention, &mut found);
        let floor = found.last().map_or(0, |last: &Mention| last.to);
        if mention.kind != Kind::Technique {
            phrase::widen(tokens, &mut mention, floor, titled);
        }
        joined::merge(tokens, &mut mention, &mut found);
        at = if joined::holds_things(tokens, &mention) { mention.from + 1 } else { mention.to };
        let inside = found.last().is_some_and(|last| last.kind == Kind::Technique && mention.from < last.to);
        if inside && mention.kind == Kind::Technique {
            continue;
        }
        let tool = mention.kind == Kind::Material
            && (joined::names_a_tool(tokens, &mention) || joined::bare_grit(tokens, &mention));
        let in_title = titled[mention.from..mention.to].iter().all(|titled| *titled);
        let of_project =
            mention.to - mention.from == 1 && named[mention.from] && !governed(tokens, mention.from);
        if !tool && !in_title && !of_project && plausible(tokens, &mention) && !vocabulary.rejects(&mention) {
            mention.usage = usage::usage(tokens, &mention, clauses);
            if let Some(mut thing) = joined::made_with(tokens, &mention)
                .and_then(|form| vocabulary.known(form, mention.from, mention.from + 1))
            {
                thing.usage = mention.usage;
                found.push(thing);
            }
            found.push(mention);
        }
    }
    if crate::work::declared_idle(tokens) {
        for mention in found.iter_mut().filter(|mention| mention.usage == Use::Used) {
            mention.usage = Use::Mentioned;
        }
    }
    usage::disown(tokens, &mut found);
    usage::reorder(tokens, &mut found);
    without_corrected(tokens, found)
}

/// Whether the words before make a word of a project's name a material after all: `a coat of moonstone`.
fn governed(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].word.as_str(), "with" | "of" | "in" | "more" | "some" | "used" | "using")
    })
}

/// Whether the words mean the term here.
fn plausible(tokens: &[Token], mention: &Mention) -> bool {
    let before = mention.from.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let near = tokens[mention.from].gap <= Gap::Space;
    let before = if near { before } else { "" };
    let after =
        tokens.get(mention.to).filter(|next| next.gap <= Gap::Space).map_or("", |next| next.word.as_str());
    let single = mention.to - mention.from == 1;
    if is_plain(tokens, mention) {
        return false;
    }
    let Match::Listed(class) = mention.matched else { return true };
    match mention.kind {
        Kind::Technique => {
            let owner = mention.from.checked_sub(1).map(|at| &tokens[at]).filter(|_| near);
            !(single
                && (happened(&tokens[mention.from].word, before) || counts_things(tokens, mention, owner)))
                && technique_here(&tokens[mention.from].word, single, class, before, after)
        }
        Kind::Material | Kind::Colour => {
            if single && is_household(&tokens[mention.from].word) && !household(tokens, mention, before) {
                return false;
            }
            if single && verb::is_one(tokens, mention, class, before, after) {
                return false;
            }
            class != Class::Ambiguous || is_household(&tokens[mention.from].word) || noun_here(before)
        }
    }
}

/// What says nothing about how a piece was made: `painted`, `in the darkroom`, `the key block`; rubbers and pens are tools.
fn is_plain(tokens: &[Token], mention: &Mention) -> bool {
    const PLACES: &str = "darkroom highlights boring";
    const TOOLS: &str = "putty rubber, kneadable rubber, kneaded rubber, kneaded eraser, eraser, rubber eraser, armature, \
        warp, weft, clay body, indigo vat, chalk line, etsy, ebay, amazon, rag, grits, procreate, photoshop, illustrator, krita, blender, zbrush, gelli plate, glass rod, saw blade, saw blades, ballpoint pen, fineliner, bolts, stencil, isolation coat";
    if mention.matched == Match::Own {
        return false;
    }
    let words: Vec<&str> = tokens[mention.from..mention.to].iter().map(|token| token.word.as_str()).collect();
    let words = words.join(" ");
    match mention.kind {
        Kind::Technique => {
            matches!(mention.canonical.as_str(), "painting" | "test tiles")
                || has_word(PLACES, &words)
                || words == "key block"
        }
        Kind::Material => TOOLS.split(", ").any(|tool| tool == words || tool == mention.canonical),
        Kind::Colour => false,
    }
}

/// A word of another meaning too is a material, except after words that make it a deed or a state.
fn noun_here(before: &str) -> bool {
    const NOT_AFTER: &[&str] = &[
        "i", "we", "you", "they", "he", "she", "it", "will", "would", "can", "could", "should", "didnt",
        "dont", "is", "was", "were", "are", "be", "been", "being", "very", "too", "so", "as", "how",
        "getting", "looks", "feels", "looked", "than", "at", "who", "that", "lets", "must", "may", "might",
        "then", "ill", "cup", "for",
    ];
    !NOT_AFTER.contains(&before)
}

/// What lies about in every house, and is a material only where the words around it say so.
fn is_household(word: &str) -> bool {
    const THINGS: &str = "tea coffee salt sugar chocolate snow ice flowers bleach vinegar film negative negatives fill \
        batch milk soil fur rust stick sticks polish investment mesh reed reeds offcut offcuts pins swatch swatches wine \
        rice bran cream stock hair pear cherry plum coral seaweed moss leaf leaves petal petals feather feathers shell shells \
        grass bone bones fruit twigs pebbles iron sand";
    has_word(THINGS, word)
}

/// `with tea`, `some milk`, or in a list of materials: `vinegar, peroxide and salt`.
fn household(tokens: &[Token], mention: &Mention, before: &str) -> bool {
    let joined =
        |at: usize| tokens.get(at).is_some_and(|token| token.word == "and" || token.gap == Gap::Comma);
    let material = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            gazetteer::lookup(&token.word).is_some_and(|(entry, _)| entry.kind == Kind::Material)
        })
    };
    let step = |at: usize| at + usize::from(tokens.get(at).is_some_and(|token| token.word == "and"));
    let listed_before = joined(mention.from) && mention.from.checked_sub(1).is_some_and(material)
        || before == "and" && mention.from.checked_sub(2).is_some_and(material);
    let listed_after = joined(mention.to) && material(step(mention.to));
    // `Cherry.` says what the piece is made of, as `forty feathers` do.
    let alone = tokens[mention.from].gap >= Gap::Stop
        && tokens[mention.from].capital
        && tokens.get(mention.to).is_none_or(|next| next.gap >= Gap::Stop || next.word == "from");
    let counted = crate::duration::counts(before);
    matches!(before, "with" | "in" | "on" | "using" | "plus" | "used" | "some")
        || alone
        || counted
        || listed_before
        || listed_after
        || before == "of"
            && mention
                .from
                .checked_sub(2)
                .is_none_or(|at| !matches!(tokens[at].word.as_str(), "hour" | "minutes" | "test" | "lot"))
}

/// `the tissue tore`, `the scalpel slipped`: what things do by themselves, unless somebody or an adverb stands before.
fn happened(word: &str, before: &str) -> bool {
    const HAPPENS: &str =
        "tore slipped warped feathered cracked crawled frayed melted snapped stretched faded stuck";
    const DOERS: &str = "i we ive weve and then also just again both so but first next only he she who";
    has_word(HAPPENS, word) && !before.is_empty() && !before.ends_with("ly") && !has_word(DOERS, before)
}

/// `yesterday's casts`, `three casts`: things that were made so, not the making.
fn counts_things(tokens: &[Token], mention: &Mention, owner: Option<&Token>) -> bool {
    let word = &tokens[mention.from].word;
    let plural = word.ends_with('s') && !word.ends_with("ss");
    owner.is_some_and(|owner| {
        let possessive = owner.is_possessive();
        let number = crate::duration::counts(&owner.word);
        plural
            && (possessive
                || number
                || matches!(owner.word.as_str(), "the" | "my" | "these" | "those" | "her" | "his" | "their"))
    })
}

/// Whether a listed way of working is told of, rather than a thing of that name.
fn technique_here(word: &str, single: bool, class: Class, before: &str, after: &str) -> bool {
    let thing = matches!(
        before,
        "the" | "my" | "this" | "that" | "his" | "her" | "their" | "your" | "its" | "these" | "those"
    );
    // `the paper kept tearing`, `it keeps cracking`.
    if single
        && word.ends_with("ing")
        && matches!(before, "kept" | "keeps" | "started" | "starts" | "stopped" | "stop")
    {
        return false;
    }
    // `it warped`, `which feathered`: what the thing did by itself.
    if single && word.ends_with("ed") && matches!(before, "it" | "they" | "which" | "one" | "he" | "she") {
        return false;
    }
    let gerund = single && word.ends_with("ing");
    if gerund
        && (thing || before == "a")
        && !matches!(after, "of" | "on" | "in" | "is" | "went" | "took" | "was" | "with" | "and" | "")
    {
        return false;
    }
    if single
        && (matches!(after, "out" | "away" | "it")
            && matches!(word, "threw" | "throwing" | "thrown" | "cut" | "burned")
            || matches!(after, "out" | "up" | "down") && matches!(word, "turned" | "turning"))
    {
        return false;
    }
    if class != Class::Ambiguous {
        return true;
    }
    let describes = matches!(
        before,
        "is" | "was"
            | "were"
            | "are"
            | "be"
            | "looks"
            | "looked"
            | "feels"
            | "too"
            | "very"
            | "getting"
            | "has"
            | "been"
            | "of"
            | "being"
            | "stay"
            | "kept"
    ) && !gerund;
    !(thing || describes || (before == "a" && single && !matches!(word, "wash" | "glaze")))
}

/// `gouache, no wait, it was acryla gouache`, `linseed no not linseed tung oil`: what is taken back is not named.
fn without_corrected(tokens: &[Token], mentions: Vec<Mention>) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if let Some(last) = kept.last()
            && last.kind == mention.kind
            && (last.to..=last.to + 7).contains(&mention.from)
            && (takes_back(&tokens[last.to..mention.from])
                || last.canonical == mention.canonical
                    && mention.usage == Use::NotUsed
                    && says_no(&tokens[last.to]))
        {
            kept.pop();
        }
        kept.push(mention);
    }
    kept
}

fn says_no(token: &Token) -> bool {
    token.word == "no" && token.gap <= Gap::Comma
}

fn takes_back(between: &[Token]) -> bool {
    let pair = |first: &str, second: &str| {
        between.windows(2).any(|two| two[0].word == first && two[1].word == second)
    };
    let opens = between.first().is_some_and(|token| matches!(token.word.as_str(), "sorry" | "correction"));
    opens
        || pair("no", "wait")
        || pair("i", "mean")
        || pair("scratch", "that")
        || pair("make", "that")
        || pair("no", "sorry")
        || pair("wait", "no")
        || pair("no", "actually")
        || pair("or", "rather")
        || pair("no", "it")
}
