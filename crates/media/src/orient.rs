//! How a camera was held.

use serde::{Deserialize, Serialize};

/// What to do to stored pixels to see them upright: EXIF's eight values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 1: nothing.
    #[default]
    Normal,
    /// 2: mirror left and right.
    Mirrored,
    /// 3: turn by half.
    Half,
    /// 4: mirror top and bottom.
    Flipped,
    /// 5: mirror along the falling diagonal.
    Transposed,
    /// 6: turn a quarter clockwise.
    Clockwise,
    /// 7: mirror along the rising diagonal.
    Transversed,
    /// 8: turn a quarter anticlockwise.
    Anticlockwise,
}

impl Orientation {
    /// Values outside 1 to 8 mean nothing, and so change nothing.
    pub const fn from_exif(value: u32) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::Half,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::Clockwise,
            7 => Self::Transversed,
            8 => Self::Anticlockwise,
            _ => Self::Normal,
        }
    }

    /// Width and height as seen upright.
    pub const fn upright_size(self, width: u32, height: u32) -> (u32, u32) {
        match self {
            Self::Normal | Self::Mirrored | Self::Half | Self::Flipped => (width, height),
            Self::Transposed | Self::Clockwise | Self::Transversed | Self::Anticlockwise => (height, width),
        }
    }

    /// How to walk stored pixels so that they come in upright order: the step to the next pixel, the step to
    /// the next row, and the first pixel.
    pub(crate) const fn walk(self, width: usize, height: usize) -> (isize, isize, usize) {
        let row = width.cast_signed();
        let (right, bottom) = (width - 1, width * (height - 1));
        match self {
            Self::Normal => (1, row, 0),
            Self::Mirrored => (-1, row, right),
            Self::Half => (-1, -row, bottom + right),
            Self::Flipped => (1, -row, bottom),
            Self::Transposed => (row, 1, 0),
            Self::Clockwise => (-row, 1, bottom),
            Self::Transversed => (-row, -1, bottom + right),
            Self::Anticlockwise => (row, -1, right),
        }
    }
}
