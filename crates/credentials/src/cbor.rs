//! Writing CBOR (RFC 8949), deterministically: the shortest numbers, and maps in the order of their keys.

/// A value, as far as manifests have them.
#[derive(Clone, Debug)]
pub(crate) enum Cbor {
    Int(i64),
    Bytes(Vec<u8>),
    Text(String),
    List(Vec<Cbor>),
    Map(Vec<(Cbor, Cbor)>),
    Tagged(u64, Box<Cbor>),
    Null,
}

impl Cbor {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A map with words for keys.
    pub(crate) fn map<const N: usize>(entries: [(&str, Cbor); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (Self::text(key), value)).collect())
    }

    /// A length, which no file has too large for this.
    pub(crate) fn size(size: usize) -> Self {
        Self::Int(i64::try_from(size).unwrap_or(i64::MAX))
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Int(number) if *number < 0 => head(out, 1, number.unsigned_abs() - 1),
            Self::Int(number) => head(out, 0, number.unsigned_abs()),
            Self::Bytes(bytes) => {
                head(out, 2, bytes.len() as u64);
                out.extend_from_slice(bytes);
            }
            Self::Text(text) => {
                head(out, 3, text.len() as u64);
                out.extend_from_slice(text.as_bytes());
            }
            Self::List(list) => {
                head(out, 4, list.len() as u64);
                for value in list {
                    value.write(out);
                }
            }
            Self::Map(entries) => {
                head(out, 5, entries.len() as u64);
                let mut written: Vec<_> =
                    entries.iter().map(|(key, value)| (key.encode(), value.encode())).collect();
                written.sort();
                for (key, value) in written {
                    out.extend(key);
                    out.extend(value);
                }
            }
            Self::Tagged(tag, value) => {
                head(out, 6, *tag);
                value.write(out);
            }
            Self::Null => out.push(0xf6),
        }
    }
}

/// The type in three bits, then the number in as few bytes as it takes.
fn head(out: &mut Vec<u8>, kind: u8, number: u64) {
    let kind = kind << 5;
    let follow = |exponent: u8| kind + 24 + exponent;
    let bytes = number.to_be_bytes();
    match number {
        0..24 => out.push(kind + bytes[7]),
        24..=0xff => out.extend([follow(0), bytes[7]]),
        0x100..=0xffff => {
            out.push(follow(1));
            out.extend_from_slice(&bytes[6..]);
        }
        0x1_0000..=0xffff_ffff => {
            out.push(follow(2));
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(follow(3));
            out.extend_from_slice(&bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(value: &Cbor) -> String {
        value.encode().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The examples of RFC 8949, appendix A.
    #[test]
    fn values_are_written_as_the_standard_shows() {
        let numbers = [
            (0, "00"),
            (23, "17"),
            (24, "1818"),
            (100, "1864"),
            (1000, "1903e8"),
            (1_000_000, "1a000f4240"),
            (1_000_000_000_000, "1b000000e8d4a51000"),
            (-1, "20"),
            (-100, "3863"),
        ];
        for (number, wanted) in numbers {
            assert_eq!(hex(&Cbor::Int(number)), wanted, "{number}");
        }
        assert_eq!(hex(&Cbor::Bytes(vec![1, 2, 3, 4])), "4401020304");
        assert_eq!(hex(&Cbor::text("ü")), "62c3bc");
        assert_eq!(hex(&Cbor::List(vec![Cbor::Int(1), Cbor::Null])), "8201f6");
        let date = Cbor::Tagged(0, Box::new(Cbor::text("2013-03-21T20:04:00Z")));
        assert_eq!(hex(&date), "c074323031332d30332d32315432303a30343a30305a");
    }

    #[test]
    fn maps_are_in_order_whatever_order_they_are_made_in() {
        let map = Cbor::map([("b", Cbor::Int(2)), ("aa", Cbor::Int(3)), ("a", Cbor::Int(1))]);
        assert_eq!(hex(&map), "a36161016162026261610 3".replace(' ', ""));
    }
}
