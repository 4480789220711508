//! Colours in `OKLab`, a space in which equal distances look equally far apart (Björn Ottosson, 2020).

use super::number::{angle, cos, mix, power, sin};
use std::sync::LazyLock;

/// Lightness 0 to 1, green to red, blue to yellow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Lab {
    pub(super) l: f32,
    pub(super) a: f32,
    pub(super) b: f32,
}

/// Steps of the table from light to byte: fine enough that no dark shade is skipped.
const STEPS: usize = 8192;

static TO_BYTE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    (0..=STEPS)
        .map(|step| {
            let light = step as f32 / STEPS as f32;
            let coded =
                if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * power(light, 1.0 / 2.4) - 0.055 };
            (coded * 255.0 + 0.5) as u8
        })
        .collect()
});

fn light_of(byte: u8) -> f32 {
    let coded = f32::from(byte) / 255.0;
    if coded <= 0.040_45 { coded / 12.92 } else { power((coded + 0.055) / 1.055, 2.4) }
}

impl Lab {
    /// From lightness, chroma (0 to about 0.3) and hue in turns.
    pub(super) fn polar(l: f32, chroma: f32, hue: f32) -> Self {
        Self { l, a: cos(hue) * chroma, b: sin(hue) * chroma }
    }

    pub(super) fn from_srgb(bytes: [u8; 3]) -> Self {
        let [red, green, blue] = bytes.map(light_of);
        let l = power(0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue, 1.0 / 3.0);
        let m = power(0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue, 1.0 / 3.0);
        let s = power(0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue, 1.0 / 3.0);
        Self {
            l: 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            a: 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            b: 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        }
    }

    /// From six hexadecimal digits; black for what is none.
    pub(super) fn hex(digits: &str) -> Self {
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).unwrap_or(0).to_be_bytes();
        Self::from_srgb([red, green, blue])
    }

    fn light(self) -> [f32; 3] {
        let l = self.l + 0.396_337_78 * self.a + 0.215_803_76 * self.b;
        let m = self.l - 0.105_561_346 * self.a - 0.063_854_17 * self.b;
        let s = self.l - 0.089_484_18 * self.a - 1.291_485_5 * self.b;
        let (l, m, s) = (l * l * l, m * m * m, s * s * s);
        [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
            -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ]
    }

    pub(super) fn to_srgb(self) -> [u8; 3] {
        let table: &[u8] = &TO_BYTE;
        self.light().map(|light| table[(light.clamp(0.0, 1.0) * STEPS as f32 + 0.5) as i32 as usize])
    }

    /// The same colour, only as strong as a screen can show it.
    pub(super) fn shown(self) -> Self {
        let mut colour = Self { l: self.l.clamp(0.0, 1.0), ..self };
        for _ in 0..40 {
            if colour.light().iter().all(|light| (-0.002..=1.002).contains(light)) {
                break;
            }
            colour = colour.strength(0.92);
        }
        colour
    }

    pub(super) fn name(self) -> String {
        let [red, green, blue] = self.to_srgb();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    pub(super) fn chroma(self) -> f32 {
        (self.a * self.a + self.b * self.b).sqrt()
    }

    pub(super) fn hue(self) -> f32 {
        angle(self.b, self.a)
    }

    pub(super) fn mix(self, other: Self, t: f32) -> Self {
        Self { l: mix(self.l, other.l, t), a: mix(self.a, other.a, t), b: mix(self.b, other.b, t) }
    }

    /// As much lighter; less than nothing darkens.
    pub(super) fn lighter(self, by: f32) -> Self {
        Self { l: self.l + by, ..self }
    }

    /// So many times as colourful.
    pub(super) fn strength(self, factor: f32) -> Self {
        Self { l: self.l, a: self.a * factor, b: self.b * factor }
    }

    /// With the hue turned on by so many turns.
    pub(super) fn turned(self, turns: f32) -> Self {
        let (s, c) = (sin(turns), cos(turns));
        Self { l: self.l, a: self.a * c - self.b * s, b: self.a * s + self.b * c }
    }

    /// How far apart two colours look; 0.02 is just visible.
    pub(super) fn distance(self, other: Self) -> f32 {
        let (l, a, b) = (self.l - other.l, self.a - other.a, self.b - other.b);
        (l * l + a * a + b * b).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_comes_back() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(17) {
                for blue in [0, 3, 90, 200, 255] {
                    let back = Lab::from_srgb([red, green, blue]).to_srgb();
                    for (was, is) in [red, green, blue].into_iter().zip(back) {
                        assert!(was.abs_diff(is) <= 1, "{red} {green} {blue} became {back:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_no_screen_shows_is_weakened_until_one_does() {
        let shown = Lab::polar(0.5, 0.6, 0.4).shown();
        assert!(shown.chroma() < 0.3);
        assert!((shown.hue() - 0.4).abs() < 0.01);
    }
}
