//! How much of the machine a stranger's file may take.

use crate::error::Error;

/// Refusals happen on what a header claims, before memory is taken for it.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Length of a file.
    pub bytes: u64,
    /// Width times height. A decoded picture takes 3 to 8 bytes a pixel for a moment.
    pub pixels: u64,
    /// Width or height alone.
    pub edge: u32,
    /// Pages of a document whose text is read; those after them are left out.
    pub pages: usize,
    /// Characters of text taken from a document; the rest is left out.
    pub characters: usize,
    /// Drawing steps on a page. Honest pages have some thousands; a page made to stall has no end.
    pub page_steps: u64,
}

impl Limits {
    /// Room for the largest camera backs (100 megapixels) and no more.
    pub const DEFAULT: Self = Self {
        bytes: 256 << 20,
        pixels: 120_000_000,
        edge: 30_000,
        pages: 500,
        characters: 2_000_000,
        page_steps: 400_000,
    };

    pub(crate) fn check_bytes(&self, bytes: &[u8]) -> Result<(), Error> {
        within("bytes", bytes.len() as u64, self.bytes)
    }

    pub(crate) fn check_size(&self, width: u32, height: u32) -> Result<(), Error> {
        within("pixels on its longer edge", u64::from(width.max(height)), u64::from(self.edge))?;
        within("pixels", u64::from(width) * u64::from(height), self.pixels)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

fn within(what: &'static str, found: u64, limit: u64) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(Error::TooLarge { what, found, limit }) }
}
