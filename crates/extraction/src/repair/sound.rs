//! How English words sound, roughly: two spellings with one key are likely one word.
//!
//! A key keeps the consonants as classes and a vowel only where the word begins with it, in the manner of Metaphone.

/// The key of some letters; everything but `a` to `z` is skipped.
pub(super) fn key(letters: &str) -> String {
    let word: Vec<u8> =
        letters.bytes().map(|byte| byte.to_ascii_lowercase()).filter(u8::is_ascii_lowercase).collect();
    let mut key = String::new();
    let mut at = 0;
    while at < word.len() {
        let (sound, taken) = sound(&word, at);
        if let Some(sound) = sound
            && !key.ends_with(sound)
        {
            key.push(sound);
        }
        at += taken;
    }
    key
}

/// The sound at a place, and how many letters make it.
#[expect(clippy::match_same_arms, reason = "a table, row by row")]
fn sound(word: &[u8], at: usize) -> (Option<char>, usize) {
    let next = word.get(at + 1).copied().unwrap_or(b' ');
    let after = word.get(at + 2).copied().unwrap_or(b' ');
    let soft = matches!(next, b'e' | b'i' | b'y');
    let one = |sound: char| (Some(sound), 1);
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => ((at == 0).then_some('A'), 1),
        b'b' => one('P'),
        b'c' if next == b'h' && after != b'r' => (Some('X'), 2),
        b'c' if next == b'k' => (Some('K'), 2),
        b'c' if soft => one('S'),
        b'c' | b'q' => one('K'),
        b'd' if next == b'g' && after == b'e' => (Some('J'), 2),
        b'd' | b't' if next == b'h' => (Some('T'), 2),
        b't' if next == b'i' && after == b'o' => (Some('X'), 2),
        b'd' | b't' => one('T'),
        b'g' if next == b'h' => (None, 2),
        b'g' if next == b'n' && at == 0 => (None, 1),
        // At the beginning as often hard: `gesso`, `get`.
        b'g' if soft && next != b'y' && at > 0 => one('J'),
        b'g' | b'k' if next == b'n' && at == 0 => (None, 1),
        b'g' => one('K'),
        b'h' => (None, 1),
        b'j' => one('J'),
        b'k' => one('K'),
        b'l' => one('L'),
        b'm' => one('M'),
        b'n' => one('N'),
        b'p' if next == b'h' => (Some('F'), 2),
        b'p' if next == b's' && at == 0 => (None, 1),
        b'p' => one('P'),
        b'r' => one('R'),
        b's' if next == b'h' => (Some('X'), 2),
        b's' if next == b'c' && matches!(after, b'e' | b'i') => (Some('S'), 2),
        b's' | b'z' => one('S'),
        b'f' | b'v' => one('F'),
        b'w' if next == b'r' && at == 0 => (None, 1),
        b'x' => one('K'),
        _ => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mishearings_share_a_key() {
        for (heard, meant) in [
            ("gasso", "gesso"),
            ("lunacut", "linocut"),
            ("clearmature", "clayarmature"),
            ("dammer", "dammar"),
            ("sienna", "siena"),
        ] {
            assert_eq!(key(heard), key(meant), "{heard} {meant}");
        }
        assert_ne!(key("ultramarine"), key("umber"));
    }
}
