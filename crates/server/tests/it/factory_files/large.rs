//! A real PNG of any number of pixels, all black, made without having them: a row is repeated by the compression.

/// A whole file of 1 bit a pixel; `width` is a multiple of 8.
pub(super) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // A depth of 1, grey, and the only compression, filter and order that there are.
    header.extend([1, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"IDAT", &zeros(u64::from(height) * u64::from(width / 8 + 1)));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).expect("small").to_be_bytes());
    let whole = [&kind, data].concat();
    file.extend(&whole);
    file.extend(crc(&whole).to_be_bytes());
}

fn crc(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

/// So many zeros in zlib's form: one zero, then it and those before it over again, 258 at a time.
fn zeros(mut count: u64) -> Vec<u8> {
    let adler = (count % 65_521) << 16 | 1;
    let mut bits = Bits::default();
    // The last block, in the codes that are fixed.
    bits.put(0b011, 3);
    bits.literal_zero();
    count -= 1;
    while count >= 258 {
        // Code 285 is a length of 258, code 0 the distance of 1.
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
        count -= 258;
    }
    (0..count).for_each(|_| bits.literal_zero());
    bits.code(0, 7);
    let mut out = vec![0x78, 0x9c];
    out.extend(bits.bytes);
    out.extend(u32::try_from(adler).expect("32 bits").to_be_bytes());
    out
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    /// The lowest bit first.
    fn put(&mut self, bits: u32, count: u32) {
        for at in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = u8::try_from(bits >> at & 1).expect("a bit");
            *self.bytes.last_mut().expect("a byte") |= bit << (self.used % 8);
            self.used += 1;
        }
    }

    /// A code, whose highest bit comes first.
    fn code(&mut self, bits: u32, count: u32) {
        self.put(bits.reverse_bits() >> (32 - count), count);
    }

    fn literal_zero(&mut self) {
        self.code(0b0011_0000, 8);
    }
}

#[test]
fn it_is_a_picture() {
    let seen = atelier_media::decode(&png(64, 16), &atelier_media::Limits::DEFAULT).expect("a picture");
    assert_eq!((seen.width(), seen.height()), (64, 16));
    assert!(seen.rgb().iter().all(|value| *value == 0));
}
