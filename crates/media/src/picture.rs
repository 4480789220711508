//! Decoded pixels.

use crate::orient::Orientation;

/// An opaque picture in memory: rows from the top, three bytes a pixel (red, green, blue).
///
/// What was transparent lies on white, as it would on paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    profile: Option<Vec<u8>>,
}

impl Picture {
    /// Takes pixels over; `None` when their number is not three times width times height, or is zero.
    pub fn new(width: u32, height: u32, rgb: Vec<u8>) -> Option<Self> {
        let wanted = 3 * u64::from(width) * u64::from(height);
        (wanted > 0 && rgb.len() as u64 == wanted).then_some(Self { width, height, rgb, profile: None })
    }

    /// The same with the colour profile (ICC) that its numbers are meant in.
    pub(crate) fn with_profile(self, profile: Option<Vec<u8>>) -> Self {
        Self { profile, ..self }
    }

    /// Pixels across, never zero.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Pixels down, never zero.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// `3 * width * height` bytes.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The pixels, given away.
    pub fn into_rgb(self) -> Vec<u8> {
        self.rgb
    }

    /// The ICC profile of the file. Without one, numbers are sRGB.
    pub fn profile(&self) -> Option<&[u8]> {
        self.profile.as_deref()
    }

    /// The longer of width and height.
    pub fn long_edge(&self) -> u32 {
        self.width.max(self.height)
    }

    /// Turned and mirrored as the camera noted.
    pub fn upright(self, orientation: Orientation) -> Self {
        if orientation == Orientation::Normal {
            return self;
        }
        let (width, height) = orientation.upright_size(self.width, self.height);
        let mut rgb = Vec::with_capacity(self.rgb.len());
        let (step_x, step_y, start) = orientation.walk(self.width as usize, self.height as usize);
        for y in 0..height as usize {
            let row = start.wrapping_add_signed(y.cast_signed() * step_y);
            for x in 0..width as usize {
                let at = 3 * row.wrapping_add_signed(x.cast_signed() * step_x);
                rgb.extend_from_slice(&self.rgb[at..at + 3]);
            }
        }
        Self { width, height, rgb, profile: self.profile }
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a b c` over `d e f`, one letter a pixel.
    fn letters() -> Picture {
        let rgb = b"abcdef".iter().flat_map(|letter| [*letter; 3]).collect();
        Picture::new(3, 2, rgb).unwrap()
    }

    #[test]
    fn every_orientation_comes_out_upright() {
        let cases = [
            (1, "abc/def"),
            (2, "cba/fed"),
            (3, "fed/cba"),
            (4, "def/abc"),
            (5, "ad/be/cf"),
            (6, "da/eb/fc"),
            (7, "fc/eb/da"),
            (8, "cf/be/ad"),
        ];
        for (value, wanted) in cases {
            let picture = letters().upright(Orientation::from_exif(value));
            let letters: Vec<u8> = picture.rgb().iter().step_by(3).copied().collect();
            let rows: Vec<_> =
                letters.chunks(picture.width() as usize).map(String::from_utf8_lossy).collect();
            assert_eq!(rows.join("/"), wanted, "orientation {value}");
        }
    }

    #[test]
    fn wrong_number_of_pixels_is_no_picture() {
        assert!(Picture::new(2, 2, vec![0; 11]).is_none());
        assert!(Picture::new(0, 2, Vec::new()).is_none());
    }
}
