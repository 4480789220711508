//! Materials that no list holds: colour index names (`PB29`), and products by their place in the sentence (`thinned with Dispex`).

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Match, Mention};
use crate::facts::Use;
use crate::gazetteer::Kind;
use crate::repair::english::is_everyday;
use crate::tokens::{Gap, Token, has_word};

/// The material that begins here, if the words around say that it must be one.
pub(super) fn named(tokens: &[Token], at: usize, projects: &[bool], found: &[Mention]) -> Option<Mention> {
    let to = pigment(tokens, at).or_else(|| product(tokens, at, projects, found))?;
    let canonical: String = tokens[at..to]
        .iter()
        .enumerate()
        .map(|(place, token)| {
            if place == 0 || token.gap == Gap::Glued && to - at == 2 && pigment(tokens, at).is_some() {
                token.word.clone()
            } else {
                format!(" {}", token.word)
            }
        })
        .collect();
    let broader = if pigment(tokens, at).is_some() { "pigment" } else { "product" };
    Some(Mention {
        from: at,
        to,
        kind: Kind::Material,
        canonical,
        broader,
        matched: Match::Framed,
        usage: Use::Mentioned,
    })
}

/// A name of the Colour Index: `PB29`, `PBr7`, `pw 6`.
fn pigment(tokens: &[Token], at: usize) -> Option<usize> {
    const CODES: &[&str] =
        &["pb", "pbr", "pr", "py", "po", "pv", "pg", "pw", "pbk", "nr", "ng", "nb", "nbr", "ny"];
    let number = tokens.get(at + 1)?;
    let fits = CODES.contains(&tokens[at].word.as_str())
        && number.gap == Gap::Glued
        && number.word.len() <= 3
        && number.word.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(at + 2)
}

/// A word that is no English, where only a material can stand.
fn product(tokens: &[Token], at: usize, projects: &[bool], found: &[Mention]) -> Option<usize> {
    let token = &tokens[at];
    let colour_follows = token.capital
        && tokens.get(at + 1).is_some_and(|next| {
            next.gap == Gap::Space
                && crate::gazetteer::lookup(&next.word)
                    .is_some_and(|(entry, _)| entry.kind == Kind::Colour || entry.broader == "pigment")
        });
    let coloured = colour_follows
        && !projects[at]
        && (super::joined::is_brand(&token.word) || !is_everyday(&token.word))
        && !is_name(&token.word);
    if coloured {
        return Some(at + 2);
    }
    // `Lawrence relief black`: a maker, then what was made.
    if token.capital && super::joined::is_brand(&token.word) {
        let made = (at + 1..tokens.len().min(at + 4))
            .take_while(|place| tokens[*place].gap <= Gap::Space)
            .filter(|place| {
                let word = tokens[*place].word.as_str();
                super::phrase::is_head(word)
                    || crate::gazetteer::lookup(word)
                        .is_some_and(|(entry, _)| entry.kind == Kind::Colour || entry.broader == "pigment")
            });
        if let Some(last) = made.last() {
            return Some(last + 1);
        }
    }
    let known = is_everyday(&token.word) || projects[at] || is_name(&token.word);
    // `the frit order hasn't come`.
    let contracted = token.is_contracted();
    if known
        || contracted
        || token.word.len() < 4
        || token.gap >= Gap::Stop
        || !token.word.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        return None;
    }
    if describes(tokens, at) || token.word.ends_with("ly") {
        return None;
    }
    let glued = tokens.get(at + 1).filter(|next| next.gap == Gap::Glued && next.word.len() > 1);
    let to = at
        + 1
        + usize::from(glued.is_some_and(|next| next.word.bytes().all(|byte| byte.is_ascii_lowercase())));
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].word.as_str());
    let near = token.gap <= Gap::Space;
    let strong = near
        && matches!(
            before(1),
            "using" | "used" | "under" | "order" | "buy" | "need" | "applied" | "brushed" | "mixed" | "added"
        );
    let measured = near && before(1) == "of" && has_word(MEASURES, before(2));
    let with =
        near && token.capital && matches!(before(1), "with" | "in" | "on") && tells_of_deed(tokens, at);
    let listed = token.capital
        && found.last().is_some_and(|last| last.kind == Kind::Material && at - last.to <= 1)
        && (matches!(before(1), "and" | "plus" | "or") || token.gap == Gap::Comma);
    (strong || measured || with || listed).then_some(to)
}

/// A word before a listed material says which kind, and is no material itself.
fn describes(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        next.gap <= Gap::Space
            && crate::gazetteer::lookup(&next.word).is_some_and(|(entry, _)| entry.kind == Kind::Material)
    })
}

/// Whether a deed stands right before `with` or `in`: `thinned with`, `contact printed two on`.
fn tells_of_deed(tokens: &[Token], at: usize) -> bool {
    (2..=4).any(|back| {
        at.checked_sub(back).is_some_and(|place| {
            let word = tokens[place].word.as_str();
            tokens[place + 1..at].iter().all(|token| token.gap <= Gap::Space)
                && ((word.ends_with("ed") || word.ends_with("ing"))
                    && word.len() > 4
                    && !matches!(
                        word,
                        "meeting"
                            | "worked"
                            | "working"
                            | "talked"
                            | "chatted"
                            | "training"
                            | "evening"
                            | "morning"
                            | "based"
                    )
                    || matches!(
                        word,
                        "down" | "back" | "cast" | "set" | "laid" | "put" | "raw" | "drew" | "made"
                    ))
        })
    })
}

/// Words of amounts, after which stands what they measure.
const MEASURES: &str = "\
    coat coats layer layers tube tubes jar jars pot pots tin tins bag bags box boxes roll rolls sheet sheets bottle \
    bottles dab dabs touch drop drops bit litre litres liter gallon kilo kilos gram grams wash washes glaze glazes full \
    pack packs packet packets ball balls skein skeins reel reels spool spools length lengths piece pieces block blocks \
    bar bars stick sticks can cans tub tubs drum bucket buckets out pan pans block half rest last splash smear scrap \
    metre metres meter meters yard yards pass passes mix mixture solution";

/// Whether the word is a first name, which may stand where a material could.
pub(crate) fn is_name(word: &str) -> bool {
    const NAMES: &str = "\
        adam adele agnes ahmed aisha alan albert alex alice alison amara amelia amir amy ana andre andrea andrew \
        angela anita anna anne annie anton arthur asha ayesha barbara beatrice becky bella ben beth bernard betty bill \
        bob brian bridget bruno callum camille carl carla carlos caroline catherine cathy cecile charlie charlotte \
        chiara chloe chris christine claire clara clare colin connor craig daisy dan daniel danny dave david dawn \
        debbie deborah denis derek diana diego dominic donna dora doris dorothy duncan edith edward eileen elena \
        eleanor eli elise eliza ella ellen elsie emily emma eric erica esther ethel eva evan eve evelyn faith farah \
        fatima felix fiona flora florence fran frances francis frank fred frida gareth gary gavin gemma geoff george \
        gerald gina giulia glenn gordon grace graham greta hamish hana hannah harold harriet harry hassan hazel heidi \
        helen helena henry hilary holly howard hugh hugo ian ibrahim ida imogen ingrid irene iris isaac isabel isla ivan \
        jack jacob jade jake james jamie jan jane janet janice jason jasmine jean jeff jenna jenny jeremy jess jessica \
        jill jim joan joanna joe joel john johnny jon jonas jonathan jose josef joseph joshua joyce juan judith judy \
        julia julian julie karen karim kate kathy katie keith kelly ken kenneth kevin kieran kim kirsty laila lara laura \
        lauren leah lee leila lena leo leon leonard lesley lewis liam lily linda lisa liz lorna louis louise lucas lucia \
        lucy luis luke lydia lynn maggie maisie malcolm marcus marek margaret maria marian marie marion mark marta martha \
        martin mary matt matthew maud maureen max maya megan mehmet mei michael michelle miguel mike mila mina miriam \
        mohammed moira molly monica morag muriel naomi natalie nathan neil nell niamh nick nicola nigel nina noah nora \
        norma olga oliver olivia omar oscar otto owen pablo pam pamela patricia patrick paul paula pauline pete peter phil \
        philip phoebe pierre piotr polly priya rachel rafael raj ralph ravi ray rebecca richard rick rita rob robert \
        robin rodney roger rohan roland ron rosa rosie ross rowan roy ruby rupert ruth ryan sadie sally sam samir samuel \
        sandra sanjay sara sarah scott sean seamus sebastian sharon sheila shirley silvia simon sofia sonia sophie stan \
        stella stephen steve stuart sue susan suzanne sven sylvia tamsin tania tara ted terry theo theresa thomas tim tina \
        toby tom tommy tony tracy trevor ursula valerie vanessa vera victor victoria vince violet viv walter wanda wendy \
        will william winifred xavier yasmin yuki yusuf yvonne zara zoe";
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());
    WORDS.contains(word)
}
