//! Bytes as letters, which PDF knows two ways of.

/// The bytes that hexadecimal digits stand for, until something else comes; up to so many.
pub(super) fn hex(data: &[u8], most: usize) -> Vec<u8> {
    let digits = meant(data).map_while(|byte| char::from(byte).to_digit(16));
    let digits: Vec<u8> =
        digits.filter_map(|digit| u8::try_from(digit).ok()).take(most.saturating_mul(2)).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

/// The bytes that letters of base 85 stand for, until something else comes; up to so many.
pub(super) fn base85(data: &[u8], most: usize) -> Vec<u8> {
    let (mut bytes, mut group, mut filled) = (Vec::new(), 0_u32, 0);
    for letter in meant(data) {
        match letter {
            b'z' if filled == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                let next = group.checked_mul(85).and_then(|sum| sum.checked_add(u32::from(letter - b'!')));
                let Some(next) = next else { break };
                (group, filled) = (next, filled + 1);
            }
            _ => break,
        }
        if filled == 5 {
            bytes.extend(group.to_be_bytes());
            (group, filled) = (0, 0);
        }
        if most < bytes.len() {
            break;
        }
    }
    bytes
}

/// White space means nothing.
fn meant(data: &[u8]) -> impl Iterator<Item = u8> {
    data.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_until_they_end() {
        assert_eq!(hex(b"48 65\n6c6C6>rest", 100), b"Hell`");
        assert_eq!(base85(b"87cURD]i,\"Ebo80~>", 100), b"Hello World!");
        assert_eq!(base85(b"z!!!!!", 100), [0; 8]);
        assert_eq!((hex(b"0000000000", 2).len(), base85(b"zzz", 3)), (2, vec![0; 4]));
        assert!(hex(b"xyz", 100).is_empty() && base85(b"\x80", 100).is_empty());
    }
}
