//! Boxes (JUMBF, ISO/IEC 19566-5): a length, four letters, and then a description and what it describes.

/// What a box holds, by the first four letters of an identifier whose rest is the same for all.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content {
    /// Manifests; the last one speaks.
    Store,
    Manifest,
    Assertions,
    Claim,
    Signature,
    /// CBOR, as each assertion here is.
    Cbor,
}

/// What follows the four letters.
const REST: [u8; 12] = *b"\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71";
/// It has a label, and may be asked for by that.
const IS_LABELLED: u8 = 0b11;
/// The bytes of length and letters, which no hash of a box counts.
pub(crate) const HEADER: usize = 8;

impl Content {
    const fn letters(self) -> &'static [u8; 4] {
        match self {
            Self::Store => b"c2pa",
            Self::Manifest => b"c2ma",
            Self::Assertions => b"c2as",
            Self::Claim => b"c2cl",
            Self::Signature => b"c2cs",
            Self::Cbor => b"cbor",
        }
    }
}

/// A box that says what is in it.
pub(crate) fn described(content: Content, label: &str, parts: &[Vec<u8>]) -> Vec<u8> {
    let description = [content.letters().as_slice(), &REST, &[IS_LABELLED], label.as_bytes(), b"\0"].concat();
    plain(*b"jumb", &[plain(*b"jumd", &description), parts.concat()].concat())
}

/// A box that says what is in it, with CBOR.
pub(crate) fn cbor(content: Content, label: &str, bytes: &[u8]) -> Vec<u8> {
    described(content, label, &[plain(*b"cbor", bytes)])
}

/// Manifests are of kilobytes: their length always has place in four bytes.
fn plain(letters: [u8; 4], bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(HEADER + bytes.len()).unwrap_or(u32::MAX);
    [length.to_be_bytes().as_slice(), &letters, bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_tells_its_length_and_what_it_is() {
        let found = cbor(Content::Cbor, "a", &[0xf6]);
        let wanted = [
            b"\0\0\0\x2cjumb".as_slice(),
            b"\0\0\0\x1bjumdcbor\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03a\0",
            b"\0\0\0\x09cbor\xf6",
        ];
        assert_eq!(found, wanted.concat());
        assert_eq!(found.len(), 0x2c);
    }
}
