//! Spelling as sounds, and how far two such lines of sounds are apart.
//!
//! English spelling is read roughly: consonants one by one, every vowel as `A`. What recognisers confuse (voiced and
//! unvoiced, nasal and nasal) is near; vowels and weak consonants cost little.

/// A line of sounds.
#[derive(Clone, Debug)]
pub(super) struct Phones {
    /// One byte each, at most [`LONGEST`].
    sounds: Vec<u8>,
    weight: f32,
}

/// Sounds that are compared; hardly a term has half as many.
const LONGEST: usize = 48;

impl Phones {
    /// Of some words; everything but `a` to `z` is skipped.
    pub(super) fn of(text: &str) -> Self {
        let letters: Vec<u8> = text.bytes().filter(u8::is_ascii_lowercase).collect();
        let mut sounds = Vec::with_capacity(letters.len());
        let mut at = 0;
        while at < letters.len() {
            let (heard, taken) = read(&letters, at);
            for sound in heard.bytes() {
                if sounds.last() != Some(&sound) {
                    sounds.push(sound);
                }
            }
            at += taken;
        }
        sounds.truncate(LONGEST);
        let weight = sounds.iter().map(|sound| if *sound == b'A' { VOWEL } else { 1.0 }).sum();
        Self { sounds, weight }
    }

    /// How much there is to hear: a consonant is 1, a vowel less.
    pub(super) fn weight(&self) -> f32 {
        self.weight
    }

    /// 1 is the same, 0 is nothing in common. What is below `least` may come out as 0.
    pub(super) fn likeness(&self, other: &Self, least: f32) -> f32 {
        let weight = self.weight.max(other.weight);
        let most = (1.0 - least) * weight;
        // Most terms are too short or too long, and need not be compared.
        if (self.weight - other.weight).abs() > most {
            return 0.0;
        }
        self.distance(other, most).map_or(0.0, |distance| 1.0 - distance / weight)
    }

    /// Weighted edit distance, unless it is more than `most`.
    fn distance(&self, other: &Self, most: f32) -> Option<f32> {
        let mut row = [0.0; LONGEST + 1];
        for (column, sound) in other.sounds.iter().enumerate() {
            row[column + 1] = row[column] + alone(*sound);
        }
        for mine in &self.sounds {
            let mut diagonal = row[0];
            row[0] += alone(*mine);
            let mut nearest = row[0];
            for (column, theirs) in other.sounds.iter().enumerate() {
                let exchanged = diagonal + apart(*mine, *theirs);
                diagonal = row[column + 1];
                let skipped = (diagonal + alone(*mine)).min(row[column] + alone(*theirs));
                row[column + 1] = exchanged.min(skipped);
                nearest = nearest.min(row[column + 1]);
            }
            if nearest > most {
                return None;
            }
        }
        Some(row[other.sounds.len()]).filter(|distance| *distance <= most)
    }
}

const VOWEL: f32 = 0.3;

/// What a sound costs that only one of the two has.
fn alone(sound: u8) -> f32 {
    match sound {
        b'A' => VOWEL,
        b'H' | b'Y' | b'W' => 0.4,
        b'T' | b'D' | b'L' | b'R' | b'N' => 0.7,
        _ => 1.0,
    }
}

/// What it costs that one has this sound where the other has that.
fn apart(one: u8, other: u8) -> f32 {
    if one == other {
        return 0.0;
    }
    let pair = if one < other { [one, other] } else { [other, one] };
    match &pair {
        b"SZ" | b"AY" => 0.2,
        b"BP" | b"DT" | b"GK" | b"FV" | b"CJ" | b"CX" | b"0T" => 0.3,
        b"MN" | b"JX" | b"0D" | b"0F" => 0.4,
        b"LR" | b"SX" | b"XZ" | b"GJ" | b"VW" | b"0S" | b"0V" => 0.5,
        b"CS" | b"RW" | b"CT" | b"BV" | b"BM" | b"DN" | b"FP" => 0.6,
        b"JK" | b"KT" | b"BD" => 0.7,
        _ => alone(one).max(alone(other)).max(0.6),
    }
}

/// The sounds at a place, and how many letters make them.
fn read(word: &[u8], at: usize) -> (&'static str, usize) {
    let next = word.get(at + 1).copied().unwrap_or(b' ');
    let after = word.get(at + 2).copied().unwrap_or(b' ');
    let soft = matches!(next, b'e' | b'i' | b'y');
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => ("A", 1),
        b'y' => (if at > 0 { "A" } else { "Y" }, 1),
        b'b' => ("B", 1),
        b'c' if next == b'h' => (if after == b'r' { "K" } else { "C" }, 2),
        b'c' if next == b'k' => ("K", 2),
        b'c' => (if soft { "S" } else { "K" }, 1),
        b'd' if next == b'g' && after == b'e' => ("J", 2),
        b'd' if next == b'h' => ("0", 2),
        b'd' => ("D", 1),
        b'f' => ("F", 1),
        b'g' if next == b'h' => (if at == 0 { "K" } else { "" }, 2),
        b'g' | b'k' if next == b'n' && at == 0 => ("", 1),
        b'g' => (if soft && at > 0 { "J" } else { "G" }, 1),
        b'h' => (if at == 0 { "H" } else { "" }, 1),
        b'j' => ("J", 1),
        b'k' => ("K", 1),
        b'l' => ("L", 1),
        b'm' => ("M", 1),
        b'n' => ("N", 1),
        b'p' if next == b'h' => ("F", 2),
        b'p' if next == b's' && at == 0 => ("", 1),
        b'p' => ("P", 1),
        b'q' => ("K", if next == b'u' { 2 } else { 1 }),
        b'r' => ("R", 1),
        b's' if next == b'h' => ("X", 2),
        b's' if next == b'c' && matches!(after, b'e' | b'i') => ("S", 2),
        b's' => ("S", 1),
        b't' if next == b'c' && after == b'h' => ("C", 3),
        b't' if next == b'h' => ("0", 2),
        b't' if next == b'i' && after == b'o' => ("X", 2),
        b't' => ("T", 1),
        b'v' => ("V", 1),
        b'w' if next == b'r' && at == 0 => ("", 1),
        b'w' => (if matches!(next, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') { "W" } else { "" }, 1),
        b'x' => ("KS", 1),
        b'z' => ("Z", 1),
        _ => ("", 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> f32 {
        Phones::of(one).likeness(&Phones::of(other), 0.0)
    }

    #[test]
    fn sounds_are_read_from_spelling() {
        for (text, sounds) in [
            ("phthalo", "F0AL"),
            ("gesso", "GASA"),
            ("knife", "NAFA"),
            ("six coats", "SAKSKATS"),
            ("chrome", "KRAMA"),
        ] {
            let read = String::from_utf8(Phones::of(text).sounds).unwrap();
            assert!(read.starts_with(sounds), "{text}: {read}");
        }
    }

    #[test]
    fn mishearings_are_near() {
        for (heard, meant) in [
            ("buridian", "viridian"),
            ("cell light and", "celadon"),
            ("line of cut", "linocut"),
            ("alizar and crimson", "alizarin crimson"),
            ("cabochin", "cabochon"),
            ("temuku", "tenmoku"),
        ] {
            assert!(likeness(heard, meant) > 0.6, "{heard} {meant}: {}", likeness(heard, meant));
        }
        for (heard, other) in
            [("morning", "gesso"), ("the second block", "mezzotint"), ("window", "vermilion")]
        {
            assert!(likeness(heard, other) < 0.5, "{heard} {other}: {}", likeness(heard, other));
        }
        assert!((likeness("gesso", "gesso") - 1.0).abs() < 1e-6);
    }

    #[test]
    fn far_things_are_not_measured() {
        assert!(Phones::of("morning").likeness(&Phones::of("gesso"), 0.6).abs() < f32::EPSILON);
    }
}
