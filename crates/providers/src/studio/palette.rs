//! The colours of one picture: a ground, a handful that go together, and an ink that stands out.

use super::colour::Lab;
use super::dice::Dice;
use super::words::{Reading, SCHEMES};

/// Colours of one picture, the leading one first.
#[derive(Clone, Debug)]
pub(super) struct Palette {
    pub(super) ground: Lab,
    pub(super) ink: Lab,
    pub(super) colours: Vec<Lab>,
    avoided: Vec<Lab>,
}

/// How many colours there are beside ground and ink.
const COUNT: usize = 5;

/// Below this a colour is a grey.
const GREY: f32 = 0.035;

/// Cosine of the angle of hue within which a colour counts as the avoided one.
const SAME_HUE: f32 = 0.80;

impl Palette {
    /// The palette that a prompt and a seed ask for, without what the other prompt names.
    pub(super) fn of(reading: &Reading, negative: &Reading, dice: &Dice) -> Self {
        let mut dice = dice.other(reading.all);
        let wanted: Vec<Lab> =
            reading.colours.iter().copied().filter(|colour| !negative.colours.contains(colour)).collect();
        let light = if reading.light() == 0.0 { dice.between(-0.3, 0.8) } else { reading.light() };
        let mut palette = if !wanted.is_empty() {
            named(&wanted, reading, light, &mut dice)
        } else if reading.moods.is_empty() {
            scheme(&mut dice)
        } else {
            moody(reading, light, &mut dice)
        };
        let strength = reading.moods.iter().map(|mood| mood.strength).fold(1.0, |a: f32, b| a * b).min(1.5);
        for colour in &mut palette.colours {
            *colour = colour.strength(if wanted.is_empty() { strength.max(0.6) } else { 1.0 });
        }
        if strength == 0.0 {
            palette = palette.each(|colour| colour.strength(0.04));
        }
        palette.avoided.clone_from(&negative.colours);
        palette.set_apart();
        let avoided = palette.avoided.clone();
        palette.each(|colour| keep_out(colour, &avoided).shown())
    }

    fn each(mut self, change: impl Fn(Lab) -> Lab) -> Self {
        self.ground = change(self.ground);
        self.ink = change(self.ink);
        self.colours.iter_mut().for_each(|colour| *colour = change(*colour));
        self
    }

    /// Moves colours in lightness until each can be told from the ground.
    fn set_apart(&mut self) {
        let ground = self.ground;
        for colour in &mut self.colours {
            let short = 0.22 - colour.distance(ground);
            if 0.0 < short {
                let darker = 0.5 < ground.l;
                *colour = colour.lighter(if darker { -short } else { short } * 1.1).strength(1.05);
            }
        }
    }

    pub(super) fn is_dark(&self) -> bool {
        self.ground.l < 0.5
    }

    /// The colour at a place in the row, starting again after the last.
    pub(super) fn colour(&self, index: usize) -> Lab {
        self.colours.get(index % self.colours.len().max(1)).copied().unwrap_or(self.ink)
    }

    /// One of the colours; the leading ones come more often.
    pub(super) fn any(&self, dice: &mut Dice) -> Lab {
        let t = dice.unit();
        self.colour((t * t * 0.6 * self.colours.len() as f32 + t * 0.4 * self.colours.len() as f32) as usize)
    }

    /// The colour that differs most from the one given; warm ones count for more, as light is mostly warm.
    pub(super) fn farthest(&self, colour: Lab, warmth: f32) -> Lab {
        let worth = |it: &Lab| it.distance(colour) + (it.b * 0.7 + it.a * 0.3 + it.l * 0.3) * warmth;
        self.colours.iter().max_by(|a, b| worth(a).total_cmp(&worth(b))).copied().unwrap_or(self.ink)
    }

    /// The colour that is most like water.
    pub(super) fn coolest(&self) -> Lab {
        let warmth = |it: &Lab| it.b * 1.5 + it.a;
        self.colours.iter().min_by(|a, b| warmth(a).total_cmp(&warmth(b))).copied().unwrap_or(self.ink)
    }

    /// The colours, ground included, from dark to light.
    pub(super) fn by_lightness(&self) -> Vec<Lab> {
        let mut all = self.colours.clone();
        all.push(self.ground);
        all.sort_by(|a, b| a.l.total_cmp(&b.l));
        all
    }

    /// Names of all colours, ground first, none twice.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for colour in std::iter::once(&self.ground).chain(&self.colours).chain(std::iter::once(&self.ink)) {
            let name = colour.name();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a prompt asked for colours to be kept out.
    pub(super) fn avoids(&self) -> bool {
        !self.avoided.is_empty()
    }

    /// A mixed colour without the avoided hues: where two colours meet, a third can arise.
    pub(super) fn without_avoided(&self, colour: Lab) -> Lab {
        self.avoided.iter().fold(colour, |colour, &avoided| {
            let (chroma, other) = (colour.chroma(), avoided.chroma());
            if other < GREY {
                return apart_in_lightness(colour, avoided);
            }
            let cosine = (colour.a * avoided.a + colour.b * avoided.b) / (chroma * other).max(1e-6);
            if cosine < SAME_HUE - 0.1 {
                colour
            } else {
                colour.strength((1.0 - (cosine - SAME_HUE + 0.1) * 8.0).max(0.1))
            }
        })
    }
}

/// From the colours that a prompt names: they lead, the rest are their neighbours.
fn named(wanted: &[Lab], reading: &Reading, light: f32, dice: &mut Dice) -> Palette {
    let first = wanted.first().copied().unwrap_or_default();
    let mut colours: Vec<Lab> = wanted.iter().copied().take(COUNT).collect();
    // Moods may add two, unless the prompt's own colours fill the picture.
    let ranks = (0..3).flat_map(|rank| reading.moods.iter().filter_map(move |mood| mood.colours.get(rank)));
    for digits in ranks {
        let colour = Lab::hex(digits);
        if colours.len() < (wanted.len() + 2).min(COUNT)
            && colours.iter().all(|it| 0.13 < it.distance(colour))
        {
            colours.push(colour);
        }
    }
    let mut turn = 0;
    while colours.len() < COUNT {
        let base = wanted.get(turn % wanted.len()).copied().unwrap_or(first);
        let lift = [0.17, -0.15, 0.08, -0.24, 0.25][turn % 5] + dice.near() * 0.03;
        let lift = if 0.78 < base.l + lift && 0.6 < base.l { -lift * 0.9 } else { lift };
        let aside = dice.near() * 0.045;
        colours.push(Lab {
            l: (base.l + lift).clamp(0.2, 0.95),
            ..base.turned(aside).strength(dice.between(0.75, 1.05))
        });
        turn += 1;
    }
    let pale = |colour: Lab| colour.l > 0.85 && colour.chroma() < 0.05;
    let deep = |colour: Lab| colour.l < 0.3;
    let (pales, deeps) =
        (wanted.iter().copied().find(|it| pale(*it)), wanted.iter().copied().find(|it| deep(*it)));
    let average = wanted.iter().map(|colour| colour.l).sum::<f32>() / wanted.len() as f32;
    let dark = if reading.moods.is_empty() {
        0.72 < average || dice.chance(0.25) && 0.4 < average
    } else {
        light < -0.2
    };
    let tint = first.chroma().min(0.12);
    let hue = first.hue();
    let (low, high) = (Lab::polar(0.2, tint * 0.32, hue), Lab::polar(0.945, tint * 0.16, hue));
    let ground = match (dark, pales, deeps) {
        (false, Some(pale), _) if 1 < wanted.len() => pale,
        (true, _, Some(deep)) if 1 < wanted.len() => deep,
        (true, ..) => low,
        (false, ..) => high,
    };
    colours.retain(|colour| 0.05 < colour.distance(ground));
    Palette { ground, ink: if 0.5 < ground.l { low } else { high }, colours, avoided: Vec::new() }
}

/// One of the schemes, a little shifted.
fn scheme(dice: &mut Dice) -> Palette {
    let digits = dice.pick(SCHEMES, ["f3ead8", "d9502e", "f0a63c", "1f6f73", "8fb5a3", "1d2b33"]);
    let shift = dice.near() * 0.035;
    let [ground, one, two, three, four, ink] = digits.map(|it| Lab::hex(it).turned(shift));
    let mut colours = vec![one, two, three, four];
    let last = colours.len();
    // Which colour leads makes another picture of the same scheme.
    colours.rotate_left(dice.below(last));
    let fifth = colours.first().copied().unwrap_or(one).mix(ground, 0.35).lighter(dice.near() * 0.06);
    colours.push(fifth);
    Palette { ground, ink, colours, avoided: Vec::new() }
}

/// From the moods alone: the first lends most.
fn moody(reading: &Reading, light: f32, dice: &mut Dice) -> Palette {
    let mut pool: Vec<Lab> = Vec::new();
    for rank in 0..COUNT {
        for mood in reading.moods.iter().take(3) {
            pool.extend(mood.colours.get(rank).map(|digits| Lab::hex(digits)));
        }
    }
    let shift = dice.near() * 0.015;
    let mut colours: Vec<Lab> = Vec::new();
    for colour in pool {
        let near = colours.iter().any(|other| other.distance(colour) < 0.06);
        if !near && colours.len() <= COUNT {
            colours.push(colour.turned(shift).lighter(dice.near() * 0.02));
        }
    }
    let by = |darkest: bool| {
        let key = |colour: &&Lab| if darkest { colour.l } else { -colour.l };
        colours.iter().min_by(|a, b| key(a).total_cmp(&key(b))).copied().unwrap_or_default()
    };
    let (deepest, palest) = (by(true), by(false));
    let low = Lab { l: deepest.l.min(0.22), ..deepest.strength(0.7) };
    let high = Lab { l: palest.l.max(0.92), ..palest.strength(0.45) };
    let (ground, ink) = if light < -0.15 { (low, high) } else { (high, low) };
    let gone = if light < -0.15 { deepest } else { palest };
    colours.retain(|colour| *colour != gone);
    // What stands out most leads; greys of the weather are for what lies behind.
    let worth = |colour: &Lab| colour.chroma() * 1.6 + colour.distance(ground) * 0.5;
    let best =
        colours.iter().enumerate().max_by(|a, b| worth(a.1).total_cmp(&worth(b.1))).map_or(0, |it| it.0);
    colours.rotate_left(best);
    Palette { ground, ink, colours, avoided: Vec::new() }
}

fn apart_in_lightness(colour: Lab, avoided: Lab) -> Lab {
    let l = if avoided.l < 0.35 {
        colour.l.max(avoided.l + 0.14).max(0.3)
    } else if 0.85 < avoided.l {
        colour.l.min(0.84)
    } else {
        colour.l
    };
    Lab { l, ..colour }
}

/// The colour turned or lifted until it is none of the avoided.
fn keep_out(colour: Lab, avoided: &[Lab]) -> Lab {
    let mut kept = colour;
    // Turned out of one hue, it can be in another: a few rounds, then it is left a grey.
    for round in 0..4 {
        let before = kept;
        for &other in avoided {
            if other.chroma() < GREY {
                kept = apart_in_lightness(kept, other);
                continue;
            }
            let chroma = kept.chroma();
            let cosine = (kept.a * other.a + kept.b * other.b) / (chroma * other.chroma()).max(1e-6);
            if cosine < SAME_HUE - 0.1 || chroma < 0.004 {
                continue;
            }
            if chroma < GREY || round == 3 {
                kept = kept.strength(0.0);
            } else {
                let side = if kept.a * other.b - kept.b * other.a < 0.0 { 1.0 } else { -1.0 };
                kept = kept.turned(side * 0.14);
            }
        }
        if kept == before {
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palette(prompt: &str, negative: &str, seed: u64) -> Palette {
        Palette::of(&Reading::of(prompt), &Reading::of(negative), &Dice::new(seed))
    }

    #[test]
    fn colours_stand_out_from_the_ground_and_the_ink_most() {
        for prompt in
            ["", "red", "white", "black", "black and white", "dusk", "pastel", "neon rain", "gold and navy"]
        {
            for seed in 0..20 {
                let palette = palette(prompt, "", seed);
                assert!(3 <= palette.colours.len(), "{prompt}");
                assert!(0.45 < (palette.ink.l - palette.ground.l).abs(), "{prompt} {seed}");
                for colour in &palette.colours {
                    assert!(0.12 < colour.distance(palette.ground), "{prompt} {seed}: {palette:?}");
                }
            }
        }
    }

    #[test]
    fn the_colour_named_leads() {
        for (prompt, hue) in [("red", 0.08), ("green", 0.42), ("blue", 0.73), ("violet", 0.8)] {
            for seed in 0..20 {
                let colour = palette(prompt, "", seed).colour(0);
                let apart = (colour.hue().rem_euclid(1.0) - hue).abs();
                assert!(apart < 0.06, "{prompt}: {}", colour.hue());
            }
        }
    }

    #[test]
    fn a_colour_that_is_not_wanted_stays_out() {
        for (name, prompt) in
            [("red", "sunset"), ("blue", "sea at night"), ("green", "forest"), ("yellow", "fox")]
        {
            let other = Reading::of(name).colours[0];
            for seed in 0..30 {
                let palette = palette(prompt, name, seed);
                for colour in palette.colours.iter().chain([&palette.ground, &palette.ink]) {
                    let cosine = (colour.a * other.a + colour.b * other.b)
                        / (colour.chroma() * other.chroma()).max(1e-6);
                    assert!(
                        cosine < SAME_HUE || colour.chroma() < GREY,
                        "{name} in {prompt} {seed}: {colour:?}"
                    );
                }
            }
        }
    }
}
