//! Words around a listed term that say which kind: `navy mohair`, `240 grit sandpaper`, `moonstone cabochon`.

use super::{Match, Mention};
use crate::gazetteer::{self, Kind};
use crate::tokens::{Gap, Token};

/// Nouns that make one thing with the term before them.
const HEADS: &str = "\
    glass sheet sheets wire paint ink inks paper papers thread threads yarn yarns warp weft tape tapes \
    board boards block blocks leaf dust powder grit rod rods tube tubing cloth fabric felt paste oil wax \
    glue resin varnish dye dyes clay slip veneer plywood plank planks strip strips offcut offcuts chips \
    rivet rivets nails cabochon cabochons negative negatives stain ribbon cord rope twine foam film \
    tissue card solution filler primer size ground gesso medium mesh foil solder pins dowel dowels \
    batting wadding lining organza velvet satin linen cotton silk wool canvas cartridge sandpaper \
    envelopes crystals flakes granules beads mordant bath vat extract pigment pigments binder mortar \
    cement putty grout gel glaze engobe oxide stoneware porcelain filament skin hide pulp rag stock wash \
    pencil pencils pastel pastels crayon crayons marker markers acrylic gouache watercolour watercolor \
    vinyl leather suede lacquer enamel bezel stone slab mould lace floss braid wood timber ply";

/// Heads that take an unlisted word before them: `masonry paint`, `layout paper`.
const OPEN_HEADS: &str = "\
    paint paints ink inks paper papers glue wax thread yarn wire cloth fabric oil varnish paste tape \
    board card clay glass willow dye resin sandpaper pigment leather felt foam cement plaster solder \
    wool linen cotton slip glaze film medium primer stone sand wood veneer pencil pencils leaf grit acid \
    powder stain lacquer twine cord rope plywood size";

/// Words that never tell a kind.
const NO_KIND: &str = "\
    the a an my our this that these those some any more most less last first second third next other \
    another same new old fresh good bad nice cheap expensive thin thick thinned big small large little \
    tiny proper leftover spare extra different whole half few many much lots bit all both each every no \
    not his her their its in on of with for from to over under into onto through at by as and or plus \
    but then so using used is was are were be been it i we you they she he use need order buy get got \
    bought out off up down just only about around almost nearly very really too quite pretty low still \
    now again today tomorrow yesterday where when while which what who if because after before until \
    without instead than like between across against along behind did do does had has have put cut made \
    make tried try layer layers coat coats wash glaze glazes sheets sheet pieces piece tube tubes jar \
    jars roll rolls pot tin bag bags box touch dab kilo kilos pounds litre metre metres yards yard pad \
    stick sticks wet dry dirty clean hot warm clear sticky nasty lovely beautiful gorgeous runny smooth \
    stiff usual regular favourite favorite remaining rest final test wrong right left top bottom main \
    two three four five six seven eight nine ten wove threw ground laid cast spun hung ran bent beat \
    drew wound fed bound found split set hours hour minutes minute mins min prussian ultramarine took \
    gave let went came kept kind sort via per well there here enough maybe mostly lightly ordinary plain \
    one dark light pale deep bright fine work session start please thanks also didnt dont wont cant will \
    would should could might must loose long short great actual real fewer single double shiny soft \
    heavy rough print morning afternoon evening night day week studio project panel plate bowl vase him \
    them us me";

/// Takes in the words around the term that belong to its name.
pub(super) fn widen(tokens: &[Token], mention: &mut Mention, floor: usize, titled: &[bool]) {
    let (from, to) = (mention.from, mention.to);
    if mention.matched == Match::Own {
        return;
    }
    let head_follows = takes_head(tokens, mention);
    if head_follows {
        mention.to += 1;
    } else if mention.kind == Kind::Colour {
        colour_of_thing(tokens, mention);
    }
    if mention.kind == Kind::Material {
        take_before(tokens, mention, floor, titled);
    }
    if (from, to) == (mention.from, mention.to) {
        return;
    }
    let base = mention.canonical.clone();
    let widened_right = mention.to != to;
    rename(tokens, mention);
    let only_shaded = !widened_right
        && mention.matched == Match::Phrase
        && mention.kind == Kind::Material
        && from > mention.from
        && tokens[mention.from..from].iter().all(|token| is_shade(&token.word));
    if only_shaded {
        mention.canonical = base;
    }
}

/// A colour, a number or a unit.
fn is_shade(word: &str) -> bool {
    SHADES.contains(&word)
        || UNITS.contains(&word)
        || word.starts_with(|c: char| c.is_ascii_digit())
        || gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Colour)
}

fn rename(tokens: &[Token], mention: &mut Mention) {
    let words: Vec<&str> = tokens[mention.from..mention.to].iter().map(|token| token.word.as_str()).collect();
    let phrase = words.join(" ");
    match gazetteer::lookup(&phrase) {
        Some((entry, class)) if entry.kind == Kind::Material => {
            (mention.canonical, mention.broader) = (entry.canonical.to_owned(), entry.broader);
            mention.matched = Match::Listed(class);
        }
        _ => {
            mention.canonical = phrase;
            mention.matched = Match::Phrase;
        }
    }
}

/// `cobalt blue glass`, `copper sheet`; but ultramarine paint is ultramarine.
fn takes_head(tokens: &[Token], mention: &Mention) -> bool {
    let Some(next) = tokens.get(mention.to).filter(|next| next.gap <= Gap::Space && next.gap != Gap::Comma)
    else {
        return false;
    };
    let word = next.word.as_str();
    if mention.kind != Kind::Material || !lists(HEADS, word) {
        return false;
    }
    let paintlike = mention.broader == "pigment" || mention.broader == "paint";
    let redundant = paintlike
        && matches!(
            word,
            "paint"
                | "pigment"
                | "pigments"
                | "oil"
                | "wash"
                | "glaze"
                | "acrylic"
                | "gouache"
                | "watercolour"
                | "watercolor"
                | "ground"
                | "medium"
                | "stain"
                | "pastel"
                | "enamel"
                | "slip"
                | "bath"
                | "vat"
                | "oxide"
                | "canvas"
                | "linen"
                | "paper"
                | "board"
                | "size"
        );
    let last_is_head = mention.to - mention.from > 1 && lists(HEADS, &tokens[mention.to - 1].word);
    // `glaze`, `wash`, `ground` after a material are deeds, and a size is not a thing.
    let deed = matches!(
        word,
        "wash"
            | "glaze"
            | "ground"
            | "size"
            | "stone"
            | "block"
            | "blocks"
            | "slab"
            | "bath"
            | "vat"
            | "stain"
            | "skin"
            | "mould"
            | "bezel"
            | "panel"
    ) && !matches!(mention.broader, "metal" | "stone");
    let deed = deed || matches!(word, "glaze" | "wash" | "bezel" | "mould");
    !redundant && !last_is_head && !deed
}

/// A colour and a thing: `navy mohair`, `black ink`.
fn colour_of_thing(tokens: &[Token], mention: &mut Mention) {
    let at = mention.to;
    let Some(next) = tokens.get(at).filter(|next| next.gap <= Gap::Space) else { return };
    for length in (1..=3).rev() {
        let Some(words) = tokens.get(at..at + length) else { continue };
        let form: Vec<&str> = words.iter().map(|token| token.word.as_str()).collect();
        let known = gazetteer::lookup(&form.join(" ")).filter(|(entry, _)| entry.kind == Kind::Material);
        if words.iter().skip(1).any(|token| token.gap > Gap::Space) {
            continue;
        }
        if let Some((entry, _)) = known
            && entry.broader != "pigment"
            && next.word != "wash"
        {
            mention.kind = Kind::Material;
            mention.broader = entry.broader;
            mention.to = at + length;
            if takes_head(tokens, mention) {
                mention.to += 1;
            }
            return;
        }
    }
}

fn take_before(tokens: &[Token], mention: &mut Mention, floor: usize, titled: &[bool]) {
    // `300gsm cartridge`, `240 grit sandpaper`, `23 carat leaf`.
    let back = |at: usize, places: usize| at.checked_sub(places).filter(|at| *at >= floor);
    let near = |at: usize| tokens[at].gap <= Gap::Space;
    let word = |at: usize| tokens[at].word.as_str();
    let head = tokens[mention.to - 1].word.as_str();
    let open = lists(OPEN_HEADS, head) && mention.to - mention.from == 1;
    if let Some(at) = back(mention.from, 1).filter(|_| near(mention.from) && open)
        && !titled[at]
        && word(at).len() >= 3
        && !lists(NO_KIND, word(at))
        && word(at).bytes().all(|byte| byte.is_ascii_lowercase())
        && !(word(at).ends_with("ing") || word(at).ends_with("ly"))
        && (!word(at).ends_with("ed")
            || matches!(
                word(at),
                "waxed" | "handmade" | "toned" | "recycled" | "oiled" | "reclaimed" | "dyed"
            ))
        && gazetteer::lookup(word(at)).is_none_or(|(entry, _)| entry.kind != Kind::Technique)
    {
        mention.from = at;
    }
    // `black masonry paint`, `fluorescent pink screen ink`: the colour is part of the name, not of the kind.
    while let Some(at) = back(mention.from, 1).filter(|_| near(mention.from) && mention.broader != "pigment")
        && !titled[at]
        && (gazetteer::lookup(word(at)).is_some_and(|(entry, _)| entry.kind == Kind::Colour)
            || SHADES.contains(&word(at)))
    {
        mention.from = at;
    }
    let inside = usize::from(UNITS.contains(&word(mention.from)));
    let unit = if inside == 1 {
        Some(mention.from)
    } else {
        back(mention.from, 1).filter(|at| near(mention.from) && UNITS.contains(&word(*at)))
    };
    if let Some(at) = unit
        && let Some(number) = back(at, 1).filter(|_| tokens[at].gap <= Gap::Space)
        && tokens[number].word.starts_with(|c: char| c.is_ascii_digit())
    {
        mention.from = number;
    }
}

/// Units that tell a kind, with their number.
const UNITS: &[&str] = &["gsm", "grit", "carat", "karat"];

/// Words that go with colours.
const SHADES: &[&str] = &[
    "fluorescent",
    "neon",
    "navy",
    "cream",
    "metallic",
    "pearl",
    "rose",
    "mustard",
    "olive",
    "undyed",
    "unbleached",
];

/// Whether a list, words with spaces between, holds the word.
fn lists(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
