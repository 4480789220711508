//! A ZIP archive, written as a stream: entries are stored as they are, since pictures are compressed already, and
//! nothing is held but the list of what was written. Archives of more than 4 GB are ZIP64.
//!
//! <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, sections 4.3 to 4.5.

/// Sizes and sums come behind an entry; names are UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const VERSION: u16 = 20;
const VERSION_64: u16 = 45;
/// 1980-01-01, the first day that there is: entries say nothing of when.
const DATE: u16 = 1 << 5 | 1;

/// What was written of an archive.
#[derive(Debug, Default)]
pub(super) struct Zip {
    written: u64,
    open: Option<Entry>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    at: u64,
    size: u64,
    crc: u32,
}

impl Zip {
    /// Begins an entry of at most 4 GB; returns the bytes to send. Names are unique and have no folders.
    pub(super) fn begin(&mut self, name: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(30 + name.len());
        put32(&mut bytes, 0x0403_4b50);
        put16(&mut bytes, VERSION);
        head(&mut bytes);
        put32(&mut bytes, 0);
        put32(&mut bytes, 0);
        put32(&mut bytes, 0);
        put16(&mut bytes, low16(name.len()));
        put16(&mut bytes, 0);
        bytes.extend_from_slice(name.as_bytes());
        self.open = Some(Entry { name: name.to_owned(), at: self.written, size: 0, crc: u32::MAX });
        self.count(bytes)
    }

    /// Takes note of bytes of the open entry, which are sent as they are.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.written += bytes.len() as u64;
        if let Some(entry) = &mut self.open {
            entry.size += bytes.len() as u64;
            entry.crc = bytes.iter().fold(entry.crc, |crc, byte| {
                let [low, ..] = crc.to_le_bytes();
                TABLE[usize::from(low ^ byte)] ^ crc >> 8
            });
        }
    }

    /// Ends the open entry; returns the bytes to send.
    pub(super) fn end(&mut self) -> Vec<u8> {
        let Some(mut entry) = self.open.take() else { return Vec::new() };
        entry.crc = !entry.crc;
        let mut bytes = Vec::with_capacity(16);
        put32(&mut bytes, 0x0807_4b50);
        put32(&mut bytes, entry.crc);
        put32(&mut bytes, low32(entry.size));
        put32(&mut bytes, low32(entry.size));
        self.entries.push(entry);
        self.count(bytes)
    }

    /// The bytes that end the archive.
    pub(super) fn finish(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for entry in &self.entries {
            directory(&mut bytes, entry);
        }
        let (size, at, count) = (bytes.len() as u64, self.written, self.entries.len() as u64);
        if count >= 0xffff || at >= 0xffff_ffff || size >= 0xffff_ffff {
            end_64(&mut bytes, count, size, at);
        }
        put32(&mut bytes, 0x0605_4b50);
        put32(&mut bytes, 0);
        put16(&mut bytes, low16(self.entries.len()));
        put16(&mut bytes, low16(self.entries.len()));
        put32(&mut bytes, low32(size));
        put32(&mut bytes, low32(at));
        put16(&mut bytes, 0);
        bytes
    }

    fn count(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        self.written += bytes.len() as u64;
        bytes
    }
}

/// What an entry and its line in the directory have in common.
fn head(bytes: &mut Vec<u8>) {
    put16(bytes, FLAGS);
    put16(bytes, 0);
    put16(bytes, 0);
    put16(bytes, DATE);
}

fn directory(bytes: &mut Vec<u8>, entry: &Entry) {
    let is_far = entry.at >= 0xffff_ffff;
    put32(bytes, 0x0201_4b50);
    put16(bytes, VERSION_64);
    put16(bytes, if is_far { VERSION_64 } else { VERSION });
    head(bytes);
    put32(bytes, entry.crc);
    put32(bytes, low32(entry.size));
    put32(bytes, low32(entry.size));
    put16(bytes, low16(entry.name.len()));
    put16(bytes, if is_far { 12 } else { 0 });
    // No comment, the first disk, no attributes.
    bytes.extend_from_slice(&[0; 10]);
    put32(bytes, low32(entry.at));
    bytes.extend_from_slice(entry.name.as_bytes());
    if is_far {
        put16(bytes, 1);
        put16(bytes, 8);
        bytes.extend_from_slice(&entry.at.to_le_bytes());
    }
}

fn end_64(bytes: &mut Vec<u8>, count: u64, size: u64, at: u64) {
    put32(bytes, 0x0606_4b50);
    bytes.extend_from_slice(&44_u64.to_le_bytes());
    put16(bytes, VERSION_64);
    put16(bytes, VERSION_64);
    bytes.extend_from_slice(&[0; 8]);
    for number in [count, count, size, at] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    put32(bytes, 0x0706_4b50);
    put32(bytes, 0);
    bytes.extend_from_slice(&(at + size).to_le_bytes());
    put32(bytes, 1);
}

fn put16(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn put32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

/// The number, or the mark that it is said elsewhere.
fn low16(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn low32(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// CRC-32 of each byte.
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0_u32;
    while at < 256 {
        let mut crc = at;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 };
            bit += 1;
        }
        table[at as usize] = crc;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn archive() -> Vec<u8> {
        let mut zip = Zip::default();
        let mut all = zip.begin("a.txt");
        for part in [&b"1234"[..], b"56789"] {
            zip.add(part);
            all.extend_from_slice(part);
        }
        all.extend(zip.end());
        all.extend(zip.begin("ü.txt"));
        all.extend(zip.end());
        all.extend(zip.finish());
        all
    }

    fn long(bytes: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
    }

    /// Read by hand from the end, as readers do.
    #[test]
    fn an_archive_reads_from_its_end() {
        let bytes = archive();
        let end = bytes.len() - 22;
        assert_eq!(long(&bytes, end), 0x0605_4b50);
        assert_eq!(u16::from_le_bytes([bytes[end + 10], bytes[end + 11]]), 2);
        let first = long(&bytes, end + 16) as usize;
        assert_eq!(long(&bytes, first), 0x0201_4b50);
        // The check value of CRC-32 for these nine digits.
        assert_eq!((long(&bytes, first + 16), long(&bytes, first + 24)), (0xcbf4_3926, 9));
        assert_eq!(&bytes[first + 46..first + 51], b"a.txt");
        let second = first + 51;
        assert_eq!((long(&bytes, second + 16), long(&bytes, second + 24)), (0, 0));
        let at = long(&bytes, second + 42) as usize;
        assert_eq!(long(&bytes, at), 0x0403_4b50);
        assert_eq!(&bytes[at + 30..at + 36], "ü.txt".as_bytes());
    }

    #[test]
    fn what_lies_behind_four_gigabytes_is_said_in_64_bits() {
        let mut zip = Zip { written: 5 << 30, ..Zip::default() };
        zip.begin("far");
        zip.end();
        let end = zip.finish();
        assert_eq!(long(&end, 42), u32::MAX);
        assert_eq!(u64::from_le_bytes(end[53..61].try_into().expect("eight bytes")), 5 << 30);
        assert_eq!(long(&end, 61), 0x0606_4b50);
        assert_eq!(long(&end, end.len() - 22 - 20), 0x0706_4b50);
    }
}
