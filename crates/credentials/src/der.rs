//! The extensions of a certificate (DER), as far as they have to be there. Chains are checked elsewhere.

const SEQUENCE: u8 = 0x30;
const OBJECT_IDENTIFIER: u8 = 0x06;
const OCTETS: u8 = 0x04;
const BITS: u8 = 0x03;
/// `[3]`, the last field of what is signed in a certificate.
const EXTENSIONS: u8 = 0xa3;

/// What a certificate's key may be used for, what its issuer is known by, and the purposes that it serves.
const KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x0f];
const AUTHORITY_KEY: &[u8] = &[0x55, 0x1d, 0x23];
const PURPOSE: &[u8] = &[0x55, 0x1d, 0x25];

/// Whether the key may sign: the first bit of its usage.
pub(crate) fn may_sign(certificate: &[u8]) -> bool {
    let usage = extension(certificate, KEY_USAGE).and_then(|usage| expect(usage, BITS));
    // The first byte says how many of the last bits are not meant.
    usage.and_then(|bits| bits.0.get(1)).is_some_and(|bits| bits & 0x80 != 0)
}

/// Whether it names the purposes that it serves.
pub(crate) fn has_purpose(certificate: &[u8]) -> bool {
    extension(certificate, PURPOSE).is_some()
}

/// Whether it names the key of its issuer.
pub(crate) fn names_issuer_key(certificate: &[u8]) -> bool {
    extension(certificate, AUTHORITY_KEY).is_some()
}

/// The content of the extension with that identifier.
fn extension<'a>(certificate: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    let (certificate, _) = expect(certificate, SEQUENCE)?;
    let (signed, _) = expect(certificate, SEQUENCE)?;
    let extensions = values(signed).find(|(tag, _)| *tag == EXTENSIONS)?.1;
    let (extensions, _) = expect(extensions, SEQUENCE)?;
    values(extensions).find_map(|(_, extension)| {
        let (name, _) = expect(extension, OBJECT_IDENTIFIER)?;
        let content = values(extension).find(|(tag, _)| *tag == OCTETS)?.1;
        (name == wanted).then_some(content)
    })
}

/// The content of a value of that kind, and what follows.
fn expect(bytes: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (tag, content, rest) = value(bytes)?;
    (tag == wanted).then_some((content, rest))
}

/// Values side by side, as far as they make sense.
fn values(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (tag, content, after) = value(rest)?;
        rest = after;
        Some((tag, content))
    })
}

/// The first value: its kind, its content, and what follows.
fn value(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, first], rest) = bytes.split_first_chunk()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A certificate of extensions alone, each an identifier and a content.
    fn certificate(extensions: &[(&[u8], &[u8])]) -> Vec<u8> {
        let wrap = |tag: u8, content: &[u8]| {
            [&[tag, 0x81, u8::try_from(content.len()).expect("short")], content].concat()
        };
        let extension = |(name, content): &(&[u8], &[u8])| {
            wrap(SEQUENCE, &[wrap(OBJECT_IDENTIFIER, name), wrap(OCTETS, content)].concat())
        };
        let list: Vec<u8> = extensions.iter().flat_map(extension).collect();
        let signed = [wrap(0x02, &[1]), wrap(EXTENSIONS, &wrap(SEQUENCE, &list))].concat();
        wrap(SEQUENCE, &wrap(SEQUENCE, &signed))
    }

    #[test]
    fn extensions_are_found_among_others() {
        let found = certificate(&[(&[0x55], b"x"), (AUTHORITY_KEY, b"k"), (KEY_USAGE, &[BITS, 2, 7, 0x80])]);
        assert!(may_sign(&found) && names_issuer_key(&found));
        assert!(!may_sign(&certificate(&[(KEY_USAGE, &[BITS, 2, 5, 0x20])])));
        assert!(!may_sign(&certificate(&[])) && !names_issuer_key(&certificate(&[])));
        for length in 0..found.len() {
            assert!(!may_sign(&found[..length]), "cut at {length}");
        }
    }
}
