//! What is drawn from the key of a request: a repetition draws the same, so that a provider which was asked
//! already can be seen to have been.

/// The largest number that every JSON reader holds exactly.
const EXACT: u64 = (1 << 53) - 1;

/// An id in the form of a UUID for the part of that number of a request.
pub(crate) fn id(key: &str, part: u32) -> String {
    let mut bytes = hash(format!("{part}:{key}").as_bytes()).to_be_bytes();
    // Version 8: made by rules of one's own.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = |range: &[u8]| range.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]].map(hex).join("-")
}

/// A seed for a request that names none.
pub(crate) fn seed(key: &str) -> u64 {
    let lower = hash(key.as_bytes()) & u128::from(EXACT);
    u64::try_from(lower).unwrap_or(EXACT)
}

/// FNV-1a of 128 bits. Keys are made by this program, so nobody looks for two of one hash.
fn hash(bytes: &[u8]) -> u128 {
    bytes.iter().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_drawn_for_the_same_key() {
        assert_eq!(id("item-1", 0), id("item-1", 0));
        assert_ne!(id("item-1", 0), id("item-1", 1));
        assert_ne!(id("item-1", 0), id("item-2", 0));
        assert_ne!(seed("item-1"), seed("item-2"));
        assert!(seed("item-1") <= EXACT);
    }

    #[test]
    fn ids_have_the_form_of_a_uuid() {
        let id = id("item-1", 0);
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(id[14..15] == *"8" && "89ab".contains(&id[19..20]), "{id}");
    }

    #[test]
    fn the_hash_is_the_one_of_its_name() {
        assert_eq!(hash(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(hash(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
