//! The comment of EXIF: eight bytes that name a character set, then the text.

const UNICODE: &[u8] = b"UNICODE\0";
const ASCII: &[u8] = b"ASCII\0\0\0";
const UNKNOWN: &[u8] = &[0; 8];

/// The text of a comment. Its character set is taken as advice: programs without the prefix write UTF-8, and
/// those with `UNICODE` write UTF-16 in the order of the file or in the other one.
pub(super) fn decode(value: &[u8], little: bool) -> String {
    let text = if let Some(text) = value.strip_prefix(UNICODE) {
        unicode(text, little)
    } else {
        let text = value.strip_prefix(ASCII).or_else(|| value.strip_prefix(UNKNOWN)).unwrap_or(value);
        String::from_utf8_lossy(text).into_owned()
    };
    text.trim_end_matches(['\0', ' ']).to_owned()
}

/// The comment as the web UI writes it: `UNICODE`, high bytes first, whatever the order of the file.
pub(super) fn encode(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    UNICODE.iter().copied().chain(units).collect()
}

fn unicode(text: &[u8], little: bool) -> String {
    let (text, little) = match text {
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        // A few programs write UTF-8 after all: no UTF-16 with a letter of English in it looks like that.
        _ if !text.contains(&0) && std::str::from_utf8(text).is_ok() && text.is_ascii() => {
            return String::from_utf8_lossy(text).into_owned();
        }
        _ => (text, in_order(text, little)),
    };
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    };
    char::decode_utf16(text.chunks_exact(2).map(unit)).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// Whether low bytes come first: recipes have names and numbers in them, whose high bytes are zero.
fn in_order(text: &[u8], file: bool) -> bool {
    let zeros = |start: usize| text.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    match zeros(0).cmp(&zeros(1)) {
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_sets_are_told_apart() {
        let little: Vec<u8> = "Füchse, Steps: 2".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xff, 0xfe], little.as_slice()].concat();
        for file in [true, false] {
            assert_eq!(decode(&[UNICODE, &little].concat(), file), "Füchse, Steps: 2");
            assert_eq!(decode(&[UNICODE, &marked].concat(), file), "Füchse, Steps: 2");
            assert_eq!(decode(&encode("狐 🦊, Steps: 2"), file), "狐 🦊, Steps: 2");
            assert_eq!(decode(b"ASCII\0\0\0a fox\0", file), "a fox");
            assert_eq!(decode(b"UNICODE\0a fox", file), "a fox");
            assert_eq!(decode("{\"füchse\":1}".as_bytes(), file), "{\"füchse\":1}");
            assert_eq!(decode(&[0; 8], file), "");
            assert_eq!(decode(b"", file), "");
        }
    }

    #[test]
    fn half_characters_are_marked() {
        assert_eq!(decode(b"UNICODE\0\xd8\x00\0a\0", false), "\u{fffd}a");
    }
}
