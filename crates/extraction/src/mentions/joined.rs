//! Names side by side: makers before what they make, deeds that describe, things that only say what a tool is made of.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Match, Mention, phrase};
use crate::gazetteer::{self, Kind};
use crate::tokens::{Gap, Token, has_word};

/// `bone folder`, `copper pan`, `glue gun`: what it is made of or for, not what was used up.
pub(super) fn names_a_tool(tokens: &[Token], mention: &Mention) -> bool {
    const TOOLS: &str = "\
        folder brush brushes knife knives tool tools press presses bowl pot pan jar gun roller rollers wheel bench vice \
        vise muller spoon screen screens cutter cutters guillotine bag mallet hammer hammers anvil stake rule ruler \
        straightedge square needle needles hook comb shuttle loom easel palette palettes dish tray \
        trays tank box boxes scissors shears snips pliers punch punches chisel gouge gouges rasp file saw saws blade \
        blades plane drill lathe room shop store supplier suppliers man cupboard drawer shelf shelves test tests swatch \
        swatches sample samples chart charts wheel bucket buckets mop kettle stove burner torch lamp lamps kiln \
        furnace oven bender mill mixer blender grinder sander polisher workshop class course factory smell smells fumes stink \
        price prices delivery";
    let single = mention.to - mention.from <= 2 && mention.broader != "support";
    let next = tokens.get(mention.to).filter(|next| next.gap == Gap::Space);
    // A beech bowl is what was turned of beech; a copper bowl is a thing to mix in.
    let turned = mention.broader.starts_with("wood")
        && next.is_some_and(|next| matches!(next.word.as_str(), "bowl" | "bowls" | "dish"));
    single && !turned && next.is_some_and(|next| has_word(TOOLS, &next.word))
}

/// `sanded to 400 grit`: how fine, not what.
pub(super) fn bare_grit(tokens: &[Token], mention: &Mention) -> bool {
    let digits = |at: usize| tokens[at].word.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = digits(mention.from) || mention.from.checked_sub(1).is_some_and(digits);
    tokens[mention.to - 1].word == "grit"
        && mention.to - mention.from <= 2
        && numbered
        && mention.matched != Match::Own
}

/// `laid the gold leaf`: a deed's words may name a thing too.
pub(super) fn holds_things(tokens: &[Token], mention: &Mention) -> bool {
    let words = &tokens[mention.from..mention.to];
    mention.kind == Kind::Technique
        && words.len() > 2
        && words[1..].iter().any(|token| matches!(token.word.as_str(), "the" | "a" | "my" | "some" | "of"))
}

/// `ink wash`, `charcoal drawing`: what it was made with stands in the name of the deed.
pub(super) fn made_with<'a>(tokens: &'a [Token], mention: &Mention) -> Option<&'a str> {
    const MADE: &str = "wash washes drawing drawings underdrawing sketch sketches study studies";
    let [thing, made] = &tokens[mention.from..mention.to] else { return None };
    let known = gazetteer::lookup(&thing.word).is_some_and(|(entry, _)| entry.kind == Kind::Material);
    let fits = mention.kind == Kind::Technique && known && has_word(MADE, &made.word);
    fits.then_some(thing.word.as_str())
}

/// Two names side by side are one thing: `Schmincke masking fluid`, `lamp black gouache`, `Daniel Smith lunar black`.
pub(super) fn merge(tokens: &[Token], mention: &mut Mention, found: &mut Vec<Mention>) {
    const PAINTS: &[&str] =
        &["paint", "ink", "printing", "drawing material", "glass", "textile", "dye", "clay"];
    let Some(last) =
        found.last().filter(|last| last.kind == Kind::Material && mention.kind == Kind::Material)
    else {
        return;
    };
    if last.to != mention.from || tokens[mention.from].gap > Gap::Space {
        return;
    }
    let brand = is_brand(&tokens[last.from].word)
        || (tokens[last.from].capital && !matches!(last.broader, "pigment"));
    let shade =
        last.broader == "pigment" && mention.broader != "pigment" && PAINTS.contains(&mention.broader);
    if !(brand || shade) {
        return;
    }
    mention.from = last.from;
    found.pop();
}

/// Makers whose names stand before what they make.
pub(super) fn is_brand(word: &str) -> bool {
    const BRANDS: &str = "\
        schmincke williamsburg holbein sennelier caligo akua charbonnel speedball golden liquitex winsor daler cranfield \
        gamblin utrecht michael daniel lukas mussini rembrandt talens amsterdam ecoline lascaux kremer natural cornelissen \
        zecchi maimeri blockx vasari langridge atelier derivan matisse montana molotow belton posca uni pentel pilot copic \
        tombow faber castell derwent caran prismacolor staedtler koh conte unison rembrandt lawrence intaglio hawthorn \
        graphic gamvar ilford kodak fuji foma fomapan rollei harman adox bergger tetenal moersch kugler reichenbach gaffer \
        bullseye spectrum wissmach lamberts reusche hancock ferro mayco amaco duncan potclays scarva valentine potterycrafts \
        spectrum botz duncan jesmonite smooth polycraft tiranti crystacal hydrocal dmc anchor appleton gutermann aurifil \
        sulky madeira rowan drops appletons procion jacquard dylon marabu pebeo javana liberon osmo rustins titebond evostik \
        araldite gorilla uhu bostik pritt yes tikkurila dulux farrow leyland zinsser crown valspar johnstones cuprinol \
        finetec kuretake pelikan rotring noodlers diamine mccafferys higgins quink hahnemuhle fabriano arches bockingford \
        saunders canson strathmore stonehenge somerset zerkall rives magnani khadi hobbs vilene bondaweb colophon polyvine";
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| BRANDS.split_whitespace().collect());
    WORDS.contains(word)
}

/// `in dyed wool`, `with casting plaster`: the deed before only says which kind of material it is.
pub(super) fn attributive(tokens: &[Token], at: usize, mention: &mut Mention, found: &mut Vec<Mention>) {
    let Some(last) = found
        .last()
        .filter(|last| last.kind == Kind::Technique && last.to == at && mention.kind != Kind::Technique)
    else {
        return;
    };
    let word = tokens[last.from].word.as_str();
    let governed = last.from.checked_sub(1).is_some_and(|before| {
        tokens[last.from].gap <= Gap::Space
            && phrase::GOVERNS.contains(&tokens[before].word.as_str())
            && tokens[before].word != "and"
    });
    let describes = last.to - last.from == 1
        && tokens[at].gap <= Gap::Space
        && governed
        && (word.ends_with("ed") || word.ends_with("en"));
    if describes {
        mention.from = last.from;
        found.pop();
    }
}
