//! `WebM` and Matroska: elements with an id, a length and a content, in one another.

use std::ops::Range;

use super::Found;

const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_a966;
const SCALE: u64 = 0x002a_d7b1;
const DURATION: u64 = 0x4489;
const TRACKS: u64 = 0x1654_ae6b;
const TRACK: u64 = 0xae;
const VIDEO: u64 = 0xe0;
const WIDTH: u64 = 0xb0;
const HEIGHT: u64 = 0xba;
const SHOWN_WIDTH: u64 = 0x54b0;
const SHOWN_HEIGHT: u64 = 0x54ba;
const SHOWN_UNIT: u64 = 0x54b2;
const CLUSTER: u64 = 0x1f43_b675;
/// Nanoseconds, where nothing else is said.
const USUAL_SCALE: u64 = 1_000_000;

struct Element {
    id: u64,
    data: Range<usize>,
}

pub(super) fn read(bytes: &[u8]) -> Found {
    let Some(segment) = find(bytes, SEGMENT) else { return Found::default() };
    // Pictures and sound start at the first cluster; headers come before.
    let headers = elements(segment).take_while(|element| element.id != CLUSTER);
    let mut found = Found::default();
    for element in headers {
        let content = &segment[element.data];
        match element.id {
            INFO => found.seconds = found.seconds.or_else(|| seconds(content)),
            TRACKS => {
                let tracks = elements(content).filter(|element| element.id == TRACK);
                let mut videos = tracks.filter_map(|track| find(&content[track.data], VIDEO));
                found.size = found.size.or_else(|| videos.find_map(size));
            }
            _ => {}
        }
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "durations of centuries are not exact")]
fn seconds(info: &[u8]) -> Option<f64> {
    let scale = find(info, SCALE).and_then(number).unwrap_or(USUAL_SCALE);
    let ticks = match find(info, DURATION)? {
        bytes if bytes.len() == 4 => f64::from(f32::from_be_bytes(*bytes.first_chunk()?)),
        bytes => f64::from_be_bytes(*bytes.first_chunk()?),
    };
    Some(ticks * scale as f64 / 1e9)
}

fn size(video: &[u8]) -> Option<(u32, u32)> {
    let edge = |id| find(video, id).and_then(number).and_then(|edge| u32::try_from(edge).ok());
    let stored = (edge(WIDTH)?, edge(HEIGHT)?);
    // In another unit than pixels it is a shape, not a size.
    let shown = edge(SHOWN_WIDTH).zip(edge(SHOWN_HEIGHT)).filter(|_| edge(SHOWN_UNIT).unwrap_or(0) == 0);
    Some(shown.unwrap_or(stored))
}

fn number(bytes: &[u8]) -> Option<u64> {
    let fits = bytes.len() <= 8;
    fits.then(|| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn find(bytes: &[u8], id: u64) -> Option<&[u8]> {
    elements(bytes).find(|element| element.id == id).map(|element| &bytes[element.data])
}

fn elements(bytes: &[u8]) -> impl Iterator<Item = Element> {
    std::iter::successors(element_at(bytes, 0), |last| element_at(bytes, last.data.end))
}

fn element_at(bytes: &[u8], at: usize) -> Option<Element> {
    let (id, id_length) = variable(bytes, at, false)?;
    let (length, length_length) = variable(bytes, at + id_length, true)?;
    let start = at + id_length + length_length;
    // All ones: whoever wrote it did not know yet. It then reaches to the end.
    let is_unknown = length == (1 << (7 * length_length)) - 1;
    let length = if is_unknown { usize::MAX } else { usize::try_from(length).ok()? };
    Some(Element { id, data: start..start.saturating_add(length).min(bytes.len()) })
}

/// A number whose first byte says by leading zeros how many follow; with or without the bit that ends those.
fn variable(bytes: &[u8], at: usize, is_length: bool) -> Option<(u64, usize)> {
    let first = *bytes.get(at)?;
    let length = first.leading_zeros() as usize + 1;
    let bytes = bytes.get(at..at + length).filter(|_| length <= 8)?;
    let whole = number(bytes)?;
    let marker = 1 << (7 * length);
    Some((if is_length { whole & (marker - 1) } else { whole }, length))
}
