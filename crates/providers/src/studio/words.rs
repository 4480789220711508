//! What the words of a prompt ask for: colours, moods, shapes, a medium. A word that is not known still counts, as
//! a number that moves the composition.

mod colours;
mod moods;
mod subjects;

use super::colour::Lab;
use super::dice::{hash, stir};
use colours::COLOURS;
use moods::MOODS;
pub(super) use moods::{Mood, SCHEMES};
use std::collections::HashMap;
use std::sync::LazyLock;
use subjects::{MEDIUMS, SUBJECTS};
pub(super) use subjects::{Medium, Subject};

/// The longest phrases of the tables, in words.
const LONGEST: usize = 3;

#[derive(Clone, Copy, Debug, Default)]
struct Meaning {
    colour: Option<Lab>,
    mood: Option<&'static Mood>,
    subject: Option<Subject>,
    medium: Option<Medium>,
    sparse: bool,
}

/// Lightness and colourfulness that a word lends to the colour it stands before.
const SHADES: &[(&str, f32, f32)] = &[
    ("dark", -0.18, 0.9),
    ("deep", -0.13, 1.05),
    ("light", 0.16, 0.8),
    ("pale", 0.2, 0.55),
    ("soft", 0.1, 0.65),
    ("bright", 0.07, 1.25),
    ("vivid", 0.02, 1.35),
    ("muted", 0.0, 0.5),
    ("dull", -0.04, 0.45),
    ("dusty", 0.03, 0.5),
];

static MEANINGS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut meanings: HashMap<&'static str, Meaning> = HashMap::new();
    for &(name, digits) in COLOURS {
        meanings.entry(name).or_default().colour = Some(Lab::hex(digits));
    }
    for mood in MOODS {
        for name in mood.names.split(',') {
            meanings.entry(name).or_default().mood = Some(mood);
        }
    }
    for &(names, subject) in SUBJECTS {
        for name in names.split(',') {
            meanings.entry(name).or_default().subject = Some(subject);
        }
    }
    for &(names, medium) in MEDIUMS {
        for name in names.split(',') {
            meanings.entry(name).or_default().medium = Some(medium);
        }
    }
    for name in ["minimalist", "minimalism", "minimal", "sparse", "empty", "zen"] {
        meanings.entry(name).or_default().sparse = true;
    }
    meanings
});

/// A prompt as the studio understands it.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Colours by name, in the order of the prompt.
    pub(super) colours: Vec<Lab>,
    pub(super) moods: Vec<&'static Mood>,
    pub(super) subjects: Vec<Subject>,
    pub(super) medium: Option<Medium>,
    /// Whether little is to be in the picture.
    pub(super) sparse: bool,
    /// What all words come to.
    pub(super) all: u64,
    /// What the words come to that are neither colours nor media: the same composition in other colours.
    pub(super) rest: u64,
}

impl Reading {
    pub(super) fn of(prompt: &str) -> Self {
        let lower = prompt.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut reading = Self { all: stir(1), rest: stir(2), ..Self::default() };
        let (mut place, mut shade) = (0, None);
        while place < words.len() {
            let (length, meaning) = longest(&words[place..]);
            let phrase = words[place..place + length].join(" ");
            reading.all = stir(reading.all ^ hash(&phrase));
            if meaning.is_none_or(|it| it.colour.is_none() && it.medium.is_none() || it.subject.is_some()) {
                reading.rest = stir(reading.rest ^ hash(&phrase));
            }
            reading.take(meaning.unwrap_or_default(), shade);
            shade = SHADES.iter().find(|it| it.0 == phrase);
            place += length;
        }
        reading
    }

    fn take(&mut self, meaning: Meaning, shade: Option<&(&str, f32, f32)>) {
        if let Some(colour) = meaning.colour {
            let colour = shade.map_or(colour, |it| colour.lighter(it.1).strength(it.2)).shown();
            if !self.colours.contains(&colour) {
                self.colours.push(colour);
            }
        }
        if let Some(mood) = meaning.mood {
            self.moods.push(mood);
        }
        if let Some(subject) = meaning.subject
            && !self.subjects.contains(&subject)
        {
            self.subjects.push(subject);
        }
        // "Pastel" is a colour as often as a chalk, so any other medium is surer.
        if self.medium.is_none_or(|medium| medium == Medium::Chalk) {
            self.medium = meaning.medium.or(self.medium);
        }
        self.sparse |= meaning.sparse;
    }

    pub(super) fn names(&self, subject: Subject) -> bool {
        self.subjects.contains(&subject)
    }

    /// From −1, a dark picture, to 1, a light one; what is extreme counts most.
    pub(super) fn light(&self) -> f32 {
        let weight: f32 = self.moods.iter().map(|mood| mood.light.abs()).sum();
        let sum: f32 = self.moods.iter().map(|mood| mood.light * mood.light.abs()).sum();
        if weight == 0.0 { 0.0 } else { sum / weight }
    }
}

/// The longest known phrase that the words begin with, in words; one word when none is known.
fn longest(words: &[&str]) -> (usize, Option<Meaning>) {
    for length in (2..=LONGEST.min(words.len())).rev() {
        if let Some(meaning) = MEANINGS.get(words[..length].join(" ").as_str()) {
            return (length, Some(*meaning));
        }
    }
    let known = words.first().and_then(|word| {
        let singulars = [Some(*word), word.strip_suffix('s'), word.strip_suffix("es")];
        singulars.into_iter().flatten().find_map(|form| MEANINGS.get(form))
    });
    (1, known.copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_and_scheme_is_written_in_six_digits() {
        let digits =
            COLOURS.iter().map(|it| it.1).chain(MOODS.iter().flat_map(|mood| mood.colours.iter().copied()));
        for digits in digits.chain(SCHEMES.iter().flatten().copied()) {
            assert_eq!(digits.len(), 6);
            assert!(u32::from_str_radix(digits, 16).is_ok(), "{digits}");
        }
        assert!(150 <= COLOURS.len());
    }

    #[test]
    fn reads_phrases_before_words_and_plurals_as_their_singulars() {
        let reading = Reading::of("Two foxes, navy-blue BIRDS (watercolour:1.3) at golden hour");
        assert_eq!(reading.colours, [Lab::hex("18264f")]);
        assert_eq!(reading.subjects, [Subject::Bird]);
        assert_eq!(reading.medium, Some(Medium::Watercolour));
        assert_eq!(reading.moods.len(), 2);
    }

    #[test]
    fn the_first_medium_counts_unless_it_is_pastel() {
        assert_eq!(Reading::of("oil, then ink").medium, Some(Medium::Oil));
        assert_eq!(Reading::of("pastel flowers in watercolour").medium, Some(Medium::Watercolour));
        assert_eq!(Reading::of("pastel flowers").medium, Some(Medium::Chalk));
    }

    #[test]
    fn another_colour_or_medium_leaves_the_composition() {
        let [red, blue, owl] = ["a red fox in ink", "a blue fox in oil", "a red owl in ink"].map(Reading::of);
        assert_eq!(red.rest, blue.rest);
        assert_ne!(red.rest, owl.rest);
        assert_ne!(red.all, blue.all);
    }

    #[test]
    fn a_shade_goes_with_the_colour_behind_it() {
        let [plain, dark] =
            ["green hills", "dark green hills"].map(|prompt| Reading::of(prompt).colours[0].l);
        assert!(dark < plain - 0.1);
    }
}
