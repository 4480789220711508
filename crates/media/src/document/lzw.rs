//! LZW as PDF has it: how much data unpacks to, and how it begins.

/// Codes of nine to twelve bits.
const CODES: usize = 4096;
const CLEAR: usize = 256;
const END: usize = 257;

/// What came of unpacking.
pub(super) struct Unpacked {
    /// Bytes in all, or until the limit was passed.
    pub(super) total: u64,
    /// Bytes that were read.
    pub(super) read: usize,
    /// The first bytes, as many as were wanted.
    pub(super) head: Vec<u8>,
}

/// A code stands for what another stands for and one byte more.
#[derive(Clone, Copy)]
struct Entry {
    before: u16,
    last: u8,
    first: u8,
    length: u16,
}

/// Unpacks until the data ends, makes no sense, or comes to more than `limit` bytes; damaged data takes memory up to
/// the damage as well. With `early`, codes grow one earlier than they must, as they do unless a file says otherwise.
pub(super) fn unpack(data: &[u8], early: bool, limit: u64, wanted: usize) -> Unpacked {
    let (mut bits, mut done) = (Bits { data, at: 0 }, Unpacked { total: 0, read: 0, head: Vec::new() });
    let (mut table, mut previous) = (fresh(), None);
    while let Some(code) = bits.next(width(table.len(), early)) {
        if code == END {
            break;
        }
        if code == CLEAR {
            (table, previous) = (fresh(), None);
            continue;
        }
        // A code that comes next stands for what the last one does, and its own first byte.
        let known = table.get(code).copied();
        let added = previous.and_then(|before: u16| {
            let entry = table.get(usize::from(before))?;
            let last = known.map_or(entry.first, |known| known.first);
            Some(Entry { before, last, first: entry.first, length: entry.length.saturating_add(1) })
        });
        if known.is_none() && (code != table.len() || added.is_none()) {
            break;
        }
        if let Some(entry) = added.filter(|_| table.len() < CODES) {
            table.push(entry);
        }
        let Some(entry) = table.get(code).copied() else { break };
        done.total += u64::from(entry.length);
        write(&table, entry, &mut done.head, wanted);
        if done.total > limit {
            break;
        }
        previous = u16::try_from(code).ok();
    }
    done.read = bits.at.div_ceil(8);
    done
}

fn fresh() -> Vec<Entry> {
    let mut table = Vec::with_capacity(CODES);
    table.extend((0..=u8::MAX).map(|byte| Entry { before: 0, last: byte, first: byte, length: 1 }));
    // Those of the two that stand for nothing.
    table.extend([Entry { before: 0, last: 0, first: 0, length: 0 }; 2]);
    table
}

fn width(entries: usize, early: bool) -> u32 {
    match entries + usize::from(early) {
        ..512 => 9,
        512..1024 => 10,
        1024..2048 => 11,
        _ => 12,
    }
}

/// Appends what the entry stands for, as far as it is wanted.
fn write(table: &[Entry], entry: Entry, head: &mut Vec<u8>, wanted: usize) {
    let room = wanted.saturating_sub(head.len());
    let (start, mut entry) = (head.len(), entry);
    if room < usize::from(entry.length) {
        return;
    }
    loop {
        head.push(entry.last);
        match table.get(usize::from(entry.before)) {
            Some(before) if entry.length > 1 => entry = *before,
            _ => break,
        }
    }
    head[start..].reverse();
}

/// Bits, the highest of a byte first.
struct Bits<'a> {
    data: &'a [u8],
    /// In bits.
    at: usize,
}

impl Bits<'_> {
    fn next(&mut self, width: u32) -> Option<usize> {
        let bytes = self.data.get(self.at / 8..)?;
        let mut window = 0_u32;
        for position in 0..3 {
            window = window << 8 | u32::from(bytes.get(position).copied().unwrap_or(0));
        }
        let offset = u32::try_from(self.at % 8).ok()?;
        self.at += usize::try_from(width).ok()?;
        let there = self.at <= self.data.len() * 8;
        there.then(|| (window >> (24 - offset - width)) as usize & ((1 << width) - 1))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Codes as bits, as a writer with `early` codes has them; clears first, and ends.
    pub(in crate::document) fn pack(data: &[u8]) -> Vec<u8> {
        let mut known: Vec<Vec<u8>> = Vec::new();
        let (mut out, mut bits, mut filled) = (Vec::new(), 0_u64, 0);
        let mut put = |code: usize, width: u32| {
            bits = bits << width | code as u64;
            filled += width;
            while filled >= 8 {
                out.push((bits >> (filled - 8)).to_le_bytes()[0]);
                filled -= 8;
            }
            (filled > 0).then_some((bits << (8 - filled)).to_le_bytes()[0])
        };
        let mut rest = put(CLEAR, 9);
        let mut at = 0;
        while at < data.len() {
            let longest = known.iter().enumerate().filter(|(_, entry)| data[at..].starts_with(entry));
            let longest = longest.max_by_key(|(_, entry)| entry.len());
            let (code, length) =
                longest.map_or((usize::from(data[at]), 1), |(n, entry)| (258 + n, entry.len()));
            // The reader is one entry behind, and one early.
            rest = put(code, width(258 + known.len(), false));
            if at + length < data.len() && 258 + known.len() < CODES {
                known.push(data[at..=at + length].to_vec());
            }
            at += length;
        }
        rest = put(END, width(258 + known.len(), true)).or(rest);
        out.extend(rest);
        out
    }

    #[test]
    fn the_example_of_the_specification_is_read() {
        // ISO 32000, 7.4.4.2.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        let done = unpack(&packed, true, 1_000, 100);
        assert_eq!(done.head, [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!((done.total, done.read), (10, 9));
        let short = unpack(&packed, true, 4, 100);
        assert!((5..10).contains(&short.total), "it stops behind the limit: {}", short.total);
        assert_eq!(unpack(b"\xff\xff\xff", true, 10, 10).total, 0, "no code may come so early");
    }

    #[test]
    fn a_table_that_is_full_goes_on() {
        let zeros = vec![0; 9_000_000];
        let packed = pack(&zeros);
        assert!(packed.len() < 12_000, "{}", packed.len());
        let done = unpack(&packed, true, u64::MAX, 0);
        assert_eq!(done.total, 9_000_000);
    }

    #[test]
    fn text_comes_back() {
        let text = b"0 0 m 9 9 l S and again 0 0 m 9 9 l S; 0 0 m".repeat(40);
        assert_eq!(unpack(&pack(&text), true, u64::MAX, usize::MAX).head, text);
    }
}
