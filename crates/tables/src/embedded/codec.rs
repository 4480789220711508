//! Items as bytes: what the body column holds.
//!
//! The first byte is the version of the format. Then comes the map: its count, and for each attribute
//! the name and the value. A value is a tag byte and its content; lengths are LEB128, numbers a
//! zigzag mantissa and a zigzag exponent. Names are in order, since an item is an ordered map.

use crate::{Item, Number, Value};

/// The format that this version writes.
const FORMAT: u8 = 1;

/// Bytes that this version did not write, or not like this.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

mod tag {
    pub(super) const NULL: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    pub(super) const NUMBER: u8 = 3;
    pub(super) const TEXT: u8 = 4;
    pub(super) const BYTES: u8 = 5;
    pub(super) const LIST: u8 = 6;
    pub(super) const MAP: u8 = 7;
    pub(super) const TEXTS: u8 = 8;
    pub(super) const NUMBERS: u8 = 9;
    pub(super) const BYTES_SET: u8 = 10;
}

/// The body of an item.
pub(crate) fn encode(item: &Item) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    out.push(FORMAT);
    put_map(&mut out, item);
    out
}

fn put_map(out: &mut Vec<u8>, map: &Item) {
    put_length(out, map.len());
    for (name, value) in map {
        put_bytes(out, name.as_bytes());
        put_value(out, value);
    }
}

fn put_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.push(tag::NULL),
        Value::Bool(false) => out.push(tag::FALSE),
        Value::Bool(true) => out.push(tag::TRUE),
        Value::N(number) => {
            out.push(tag::NUMBER);
            put_number(out, *number);
        }
        Value::S(text) => {
            out.push(tag::TEXT);
            put_bytes(out, text.as_bytes());
        }
        Value::B(bytes) => {
            out.push(tag::BYTES);
            put_bytes(out, bytes);
        }
        Value::Ss(set) => {
            out.push(tag::TEXTS);
            put_length(out, set.len());
            for text in set {
                put_bytes(out, text.as_bytes());
            }
        }
        Value::Ns(set) => {
            out.push(tag::NUMBERS);
            put_length(out, set.len());
            for number in set {
                put_number(out, *number);
            }
        }
        Value::Bs(set) => {
            out.push(tag::BYTES_SET);
            put_length(out, set.len());
            for bytes in set {
                put_bytes(out, bytes);
            }
        }
        Value::L(list) => {
            out.push(tag::LIST);
            put_length(out, list.len());
            for value in list {
                put_value(out, value);
            }
        }
        Value::M(map) => {
            out.push(tag::MAP);
            put_map(out, map);
        }
    }
}

fn put_number(out: &mut Vec<u8>, number: Number) {
    let (mantissa, exponent) = number.parts();
    put_integer(out, zigzag(mantissa));
    put_integer(out, zigzag(exponent.into()));
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_length(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn put_length(out: &mut Vec<u8>, length: usize) {
    put_integer(out, length as u128);
}

fn put_integer(out: &mut Vec<u8>, mut value: u128) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

fn zigzag(value: i128) -> u128 {
    (value.cast_unsigned() << 1) ^ (value >> 127).cast_unsigned()
}

fn unzigzag(value: u128) -> i128 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

/// The item of a body.
pub(crate) fn decode(body: &[u8]) -> Result<Item, Malformed> {
    let mut rest = Reader { bytes: body };
    if rest.byte()? != FORMAT {
        return Err(Malformed);
    }
    let item = rest.map(0)?;
    if rest.bytes.is_empty() { Ok(item) } else { Err(Malformed) }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Damaged bytes must not exhaust the stack.
    const MAX_DEPTH: usize = 64;

    fn byte(&mut self) -> Result<u8, Malformed> {
        let (first, rest) = self.bytes.split_first().ok_or(Malformed)?;
        self.bytes = rest;
        Ok(*first)
    }

    fn integer(&mut self) -> Result<u128, Malformed> {
        let mut value = 0_u128;
        for shift in (0..128).step_by(7) {
            let byte = self.byte()?;
            value |= u128::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Malformed)
    }

    /// Lengths are short: no need for 128 bits.
    fn length(&mut self) -> Result<usize, Malformed> {
        let mut value = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Malformed)
    }

    fn slice(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.length()?;
        let (slice, rest) = self.bytes.split_at_checked(length).ok_or(Malformed)?;
        self.bytes = rest;
        Ok(slice)
    }

    fn number(&mut self) -> Result<Number, Malformed> {
        let mantissa = unzigzag(self.integer()?);
        let exponent = i32::try_from(unzigzag(self.integer()?)).map_err(|_| Malformed)?;
        Number::of(mantissa, exponent).map_err(|_| Malformed)
    }

    fn text(&mut self) -> Result<String, Malformed> {
        std::str::from_utf8(self.slice()?).map(str::to_owned).map_err(|_| Malformed)
    }

    /// Collected from an iterator, because a map built at once from sorted pairs is cheaper than inserts.
    fn map(&mut self, depth: usize) -> Result<Item, Malformed> {
        let count = self.length()?;
        (0..count).map(|_| Ok((self.text()?, self.value(depth)?))).collect()
    }

    fn value(&mut self, depth: usize) -> Result<Value, Malformed> {
        if depth > Self::MAX_DEPTH {
            return Err(Malformed);
        }
        Ok(match self.byte()? {
            tag::NULL => Value::Null,
            tag::FALSE => Value::Bool(false),
            tag::TRUE => Value::Bool(true),
            tag::NUMBER => Value::N(self.number()?),
            tag::TEXT => Value::S(self.text()?),
            tag::BYTES => Value::B(self.slice()?.to_vec()),
            tag::TEXTS => {
                let count = self.length()?;
                Value::Ss((0..count).map(|_| self.text()).collect::<Result<_, _>>()?)
            }
            tag::NUMBERS => {
                let count = self.length()?;
                Value::Ns((0..count).map(|_| self.number()).collect::<Result<_, _>>()?)
            }
            tag::BYTES_SET => {
                let count = self.length()?;
                Value::Bs((0..count).map(|_| self.slice().map(<[u8]>::to_vec)).collect::<Result<_, _>>()?)
            }
            tag::LIST => {
                let count = self.length()?;
                Value::L((0..count).map(|_| self.value(depth + 1)).collect::<Result<_, _>>()?)
            }
            tag::MAP => Value::M(self.map(depth + 1)?),
            _ => return Err(Malformed),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    fn values() -> impl Strategy<Value = Value> {
        let plain = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-(10_i128.pow(38) - 1)..10_i128.pow(38), -130..80)
                .prop_filter_map("out of range", |(mantissa, exponent)| Number::of(mantissa, exponent).ok())
                .prop_map(Value::N),
            ".{0,20}".prop_map(Value::from),
            vec(any::<u8>(), 0..20).prop_map(Value::from),
            btree_set(".{0,9}", 1..4).prop_map(Value::Ss),
            btree_set(any::<i64>().prop_map(Number::from), 1..4).prop_map(Value::Ns),
            btree_set(vec(any::<u8>(), 0..9), 1..4).prop_map(Value::Bs),
        ];
        plain.prop_recursive(3, 24, 6, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..6).prop_map(Value::L),
                btree_map("[a-z]{0,6}", inner, 0..6).prop_map(Value::M),
            ]
        })
    }

    proptest! {
        #[test]
        fn an_item_reads_back(item in btree_map("[a-z]{1,8}", values(), 0..8)) {
            prop_assert_eq!(decode(&encode(&item)), Ok(item));
        }

        #[test]
        fn any_bytes_are_an_item_or_an_error(mut bytes in vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
            bytes.insert(0, FORMAT);
            let _ = decode(&bytes);
        }
    }

    #[test]
    fn another_format_is_refused() {
        let mut body = encode(&Item::new());
        body[0] = FORMAT + 1;
        assert_eq!(decode(&body), Err(Malformed));
    }
}
