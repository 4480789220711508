//! Words around a listed term that say which kind: `navy mohair`, `240 grit sandpaper`, `moonstone cabochon`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Match, Mention};
use crate::gazetteer::{self, Kind};
use crate::repair::english::is_everyday;
use crate::tokens::{Gap, Token, has_word};

/// Nouns that make one thing with the term before them.
static HEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
    glass sheet sheets wire paint ink inks paper papers thread threads yarn yarns warp weft tape tapes \
    board boards block blocks leaf dust powder grit rod rods tube tubing cloth fabric felt paste oil wax \
    glue resin varnish dye dyes clay slip veneer plywood plank planks strip strips offcut offcuts chips \
    rivet rivets nails cabochon cabochons negative negatives stain ribbon cord rope twine foam film \
    tissue card solution filler primer size ground gesso medium mesh foil solder pins dowel dowels \
    batting wadding lining organza velvet satin linen cotton silk wool canvas cartridge sandpaper \
    envelopes crystals flakes granules beads mordant bath vat extract pigment pigments binder mortar \
    cement putty grout gel glaze engobe oxide stoneware porcelain filament skin hide pulp rag stock wash \
    pencil pencils pastel pastels crayon crayons marker markers acrylic gouache watercolour watercolor \
    vinyl leather suede lacquer enamel bezel stone slab mould lace floss braid wood timber ply bar bars \
    fibre fibres fiber fibers fleece tops roving tile tiles stick sticks husks husk skins bark leaves \
    root roots muslin calico denim jersey tweed webbing interfacing lurex putty tack tacks screw screws \
    pin oxide oxides carbonate sulphate sulfate chloride nitrate acetate citrate soap jelly starch flour \
    shavings filings ash straw cane reed rods spline moulding mouldings lath battens dowelling plaster \
    silicone rubber latex emulsion spray ointment cream liquor string strings packing casting shim \
    tesserae smalti frit stringer tops noil locks scraps shards remnants gauze scrim lawn fluid liquid liquor binding bindings edging trim velour crepe knit fringe core"
        .split_whitespace()
        .collect()
});

/// Heads that take an unlisted word before them: `masonry paint`, `layout paper`.
static OPEN_HEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
    paint paints ink inks paper papers glue wax thread yarn wire cloth fabric oil varnish paste tape \
    board card clay glass willow dye resin sandpaper pigment leather felt foam cement plaster solder \
    wool linen cotton slip glaze film medium primer stone sand wood veneer pencil pencils leaf grit acid \
    powder stain lacquer twine cord rope plywood size gesso emulsion enamel silk canvas clay foil mortar \
    putty string ribbon lace filler stock glazes waxes oils cards boards fabrics threads crayon crayons \
    pastel pastels marker markers solder flux mesh tissue tissues soap thinner solvent soot vinyl \
    adhesive compound ground grounds bole varnishes resins silicone rubber latex polish metal steel \
    brass copper silver tin timber hardwood softwood ply canvas felt yarns wools inks dyes slips stains"
        .split_whitespace()
        .collect()
});

/// Whether the word is the kind of thing that a maker's name stands before.
pub(super) fn is_head(word: &str) -> bool {
    lists(&HEADS, word)
}

/// Words that never tell a kind.
static NO_KIND: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
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
    them us me rather said says prefers prefer asked wants want diluted watered mixed unused unopened \
    overlaid tested opened hung stuck ill ive id im youre its thats isnt wasnt couldnt wouldnt shouldnt never todo \
    horrid awful lousy messy blotchy patchy streaked favourites beloved trusty posh pricey"
        .split_whitespace()
        .collect()
});

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
    let headed = mention.to;
    if mention.kind == Kind::Material {
        take_after(tokens, mention, titled);
        take_before(tokens, mention, floor, titled);
    }
    if (from, to) == (mention.from, mention.to) {
        return;
    }
    let base = mention.canonical.clone();
    let graded = mention.to != headed && headed == to;
    let widened_right = mention.to != to && !graded;
    rename(tokens, mention);
    let only_shaded = !widened_right
        && mention.matched == Match::Phrase
        && mention.kind == Kind::Material
        && (graded || from > mention.from)
        && tokens[mention.from..from].iter().all(|token| is_shade(&token.word) || token.capital);
    if only_shaded {
        mention.canonical = base;
    }
}

/// What follows a name and says which: `permanent yellow deep`, `Titebond III`, `Dragon Skin 20`, `Charbonnel noir 55981`.
fn take_after(tokens: &[Token], mention: &mut Mention, titled: &[bool]) {
    const TINTS: &[&str] =
        &["deep", "light", "pale", "medium", "hue", "genuine", "extra", "dark", "rs", "gs"];
    const MOST: usize = 4;
    let named = tokens[mention.from].capital;
    for _ in 0..MOST {
        let at = mention.to;
        let Some(next) = tokens.get(at).filter(|next| next.gap <= Gap::Space && !titled[at]) else { return };
        let word = next.word.as_str();
        let after = tokens
            .get(at + 1)
            .filter(|after| after.gap <= Gap::Space)
            .map_or("", |after| after.word.as_str());
        let tint = matches!(mention.broader, "pigment" | "paint")
            && TINTS.contains(&word)
            && !(gazetteer::lookup(after).is_some_and(|(entry, _)| entry.kind != Kind::Technique));
        let number = named
            && next.gap == Gap::Space
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && !COUNTED.contains(&after);
        let letter = named && next.capital && next.gap == Gap::Space && !COUNTED.contains(&after);
        let name = letter
            && !matches!(word, "i" | "tbd" | "tbc")
            && !weekday_or_month(word)
            && !lists(&NO_KIND, word);
        let maker = named && super::joined::is_brand(&tokens[mention.from].word);
        let colour = named
            && (maker || (at - mention.from > 1 && tokens[at - 1].capital))
            && gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Colour);
        let made =
            maker && lists(&HEADS, word) && !matches!(word, "wash" | "glaze" | "ground" | "stone" | "block");
        // `siccative of Courtrai`.
        let of_place = word == "of"
            && tokens.get(at + 1).is_none_or(|place| gazetteer::lookup(&place.word).is_none())
            && tokens.get(at + 1).is_some_and(|place| place.capital && place.gap == Gap::Space)
            && !titled.get(at + 1).copied().unwrap_or(false)
            && !named;
        if !(tint || number || name || colour || made || of_place) {
            return;
        }
        mention.to += 1 + usize::from(of_place);
    }
}

/// What a number counts, so that it is no part of a name.
const COUNTED: &[&str] = &[
    "min", "mins", "minutes", "minute", "h", "hr", "hrs", "hours", "hour", "m", "cm", "mm", "g", "kg", "ml",
    "sheets", "x", "times", "coats", "layers", "and", "to", "of", "pm", "am", "parts", "s",
];

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
    const PAINTED: &str = "\
        paint pigment pigments oil wash glaze acrylic gouache watercolour watercolor ground medium stain pastel \
        enamel slip bath vat oxide canvas linen paper board size";
    let Some(next) = tokens.get(mention.to).filter(|next| next.gap <= Gap::Space && next.gap != Gap::Comma)
    else {
        return false;
    };
    let word = next.word.as_str();
    if mention.kind != Kind::Material || !lists(&HEADS, word) {
        return false;
    }
    let paintlike = mention.broader == "pigment" || mention.broader == "paint";
    let redundant = paintlike && has_word(PAINTED, word);
    // `a tube of`, `the sap green tube`: what it comes in.
    let packed = matches!(word, "tube" | "tubes" | "stick" | "sticks" | "block" | "blocks" | "bar" | "bars")
        && matches!(mention.broader, "pigment" | "paint" | "ink" | "drawing material");
    let redundant = redundant || packed;
    let last_is_head = mention.to - mention.from > 1 && lists(&HEADS, &tokens[mention.to - 1].word);
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
    let deed = deed || matches!(word, "glaze" | "wash" | "bezel" | "mould" | "vat" | "bath");
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
    const MOST: usize = 3;
    let head = tokens[mention.to - 1].word.as_str();
    let open = lists(&OPEN_HEADS, head) && mention.to - mention.from == 1;
    for _ in 0..MOST {
        let Some(at) = mention.from.checked_sub(1).filter(|at| *at >= floor && !titled[*at]) else { break };
        if !tells_kind(tokens, at, mention, open) {
            break;
        }
        mention.from = at;
    }
    // `300gsm cartridge`, `240 grit sandpaper`, `23 carat leaf`.
    let back = |at: usize, places: usize| at.checked_sub(places).filter(|at| *at >= floor);
    let near = |at: usize| tokens[at].gap <= Gap::Space;
    let word = |at: usize| tokens[at].word.as_str();
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

/// Whether the word before a material says which kind it is.
fn tells_kind(tokens: &[Token], at: usize, mention: &Mention, open: bool) -> bool {
    let (word, next) = (tokens[at].word.as_str(), &tokens[mention.from]);
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if next.gap > Gap::Space || word.len() < 2 || !plain {
        return false;
    }
    // `the armature's aluminium wire` is not a kind of wire.
    let of_something = tokens[at].is_possessive();
    if of_something && !super::joined::is_brand(word) {
        return false;
    }
    let pigment = mention.broader == "pigment";
    let shade = SHADES.contains(&word)
        || gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Colour);
    if shade {
        return !pigment;
    }
    if lists(&NO_KIND, word) || weekday_or_month(word) {
        return false;
    }
    // `oil-based ink`, `water-mixable oils`: a hyphen makes one word.
    if next.gap == Gap::Glued {
        return true;
    }
    let before = at.checked_sub(1).map_or("", |before| tokens[before].word.as_str());
    let brand = tokens[at].capital
        && tokens[at].gap < Gap::Stop
        && gazetteer::lookup(word).is_none_or(|(entry, _)| entry.kind == Kind::Material);
    if brand {
        return !word.ends_with("ing");
    }
    let governed =
        tokens[at].gap <= Gap::Space && GOVERNS.contains(&before) && !matches!(before, "and" | "or" | "plus");
    if lists(&KINDS, word) {
        return !pigment || matches!(word, "genuine" | "synthetic" | "natural");
    }
    if word.ends_with("ed") {
        return governed && !pigment && word.len() > 4;
    }
    let technique = gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Technique);
    if word.ends_with("ing") {
        return open && governed;
    }
    let verb =
        super::deed::is_form(word) || (word.ends_with('s') && !word.ends_with("ss") && is_everyday(word));
    open && word.len() >= 3
        && !word.ends_with("ly")
        && !verb
        && !technique
        && !crate::clauses::tells_of_work(word)
}

fn weekday_or_month(word: &str) -> bool {
    const NAMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march \
        april june july august september october november december mr mrs ms dr";
    has_word(NAMES, word)
}

/// After these a participle describes: `with waxed linen thread`, `some stripped willow`.
pub(super) const GOVERNS: &[&str] = &[
    "with", "of", "in", "on", "from", "some", "the", "a", "an", "and", "more", "using", "used", "my", "this",
    "that", "or", "for", "plus", "no", "onto", "under", "over", "into", "between", "out",
];

/// Adjectives that say which kind of a material it is.
static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "\
    waxed unbleached undyed raw reclaimed recycled handmade stripped seasoned slaked dyed carded combed \
    handspun handwoven woven knitted felted coated laminated galvanised galvanized anodised anodized tinned \
    quilted printed marbled tinted toned primed unprimed bleached unglazed gummed perforated corrugated \
    powdered crushed liquid granulated synthetic natural organic vintage antique genuine artificial \
    transparent opaque translucent matt matte gloss glossy satin waterproof washable heavyweight lightweight \
    coarse pure virgin boiled bodied thickened refined pressed distilled denatured deionised salted smoked \
    spalted riven quartersawn kiln unglazed flecked speckled grogged fluorescent metallic iridescent \
    interference pearlescent luminous japanese chinese indian italian french belgian irish scottish welsh \
    english german dutch spanish venetian nepalese korean egyptian swedish russian american african \
    merino stranded twisted spun slubbed pleated embossed textured patterned striped checked floral \
    acidfree archival conservation museum student artist artists household builders dental \
    surgical industrial marine exterior interior water oil spirit acrylic alkyd epoxy polyester nylon cotton \
    linen silk wool hemp jute paper plastic rubber steel brass copper bronze silver gold iron zinc lead \
    aluminium aluminum pewter oak ash beech birch pine walnut cherry maple willow cedar bamboo glass \
    porcelain stoneware earthenware terracotta cold hot laid wove mouldmade"
        .split_whitespace()
        .collect()
});

/// Units that tell a kind, with their number.
const UNITS: &[&str] = &["gsm", "grit", "carat", "karat", "ct", "lb", "oz", "ply", "gauge", "mesh"];

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

/// Whether a list holds the word.
fn lists(list: &HashSet<&str>, word: &str) -> bool {
    list.contains(word)
}
