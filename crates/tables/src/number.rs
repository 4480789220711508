//! Exact decimal numbers, as DynamoDB has them.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact decimal of up to 38 significant digits; its first digit stands for 10^-130 to 10^125.
///
/// Equal numbers are equal however they were written: `1.50` is `1.5`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Number {
    /// Without trailing zeros; 0 only for zero.
    mantissa: i128,
    /// The power of ten that the mantissa is multiplied with; 0 for zero.
    exponent: i16,
}

/// Text, or a result, that is not a [`Number`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number of up to 38 digits between 1e-130 and 1e126")]
pub struct NumberError;

impl Number {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, exponent: 0 };
    /// The most significant digits.
    const DIGITS: u32 = 38;
    /// The power of ten of the first digit.
    const MAGNITUDES: std::ops::RangeInclusive<i32> = -130..=125;

    /// `mantissa` × 10^`exponent`, normalised.
    pub(crate) fn of(mantissa: i128, exponent: i32) -> Result<Self, NumberError> {
        let (mut mantissa, mut exponent) = (mantissa, exponent);
        if mantissa == 0 {
            return Ok(Self::ZERO);
        }
        while mantissa % 10 == 0 {
            mantissa /= 10;
            exponent = exponent.checked_add(1).ok_or(NumberError)?;
        }
        let digits = mantissa.unsigned_abs().ilog10() + 1;
        let magnitude = exponent.checked_add(digits.cast_signed() - 1).ok_or(NumberError)?;
        if digits > Self::DIGITS || !Self::MAGNITUDES.contains(&magnitude) {
            return Err(NumberError);
        }
        let exponent = i16::try_from(exponent).map_err(|_| NumberError)?;
        Ok(Self { mantissa, exponent })
    }

    pub(crate) fn parts(self) -> (i128, i16) {
        (self.mantissa, self.exponent)
    }

    /// The sum, or an error when it needs more than 38 digits or is too large.
    pub fn checked_add(self, other: Self) -> Result<Self, NumberError> {
        if self.mantissa == 0 || other.mantissa == 0 {
            return Ok(if self.mantissa == 0 { other } else { self });
        }
        let (high, low) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        let shift = u32::try_from(high.exponent - low.exponent).map_err(|_| NumberError)?;
        let scaled = 10_i128.checked_pow(shift).and_then(|factor| high.mantissa.checked_mul(factor));
        let sum = scaled.and_then(|scaled| scaled.checked_add(low.mantissa)).ok_or(NumberError)?;
        Self::of(sum, low.exponent.into())
    }

    /// The number with the other sign.
    pub(crate) fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }

    /// The number as an integer, if it is one that fits.
    pub fn as_i64(self) -> Option<i64> {
        self.as_i128().and_then(|value| i64::try_from(value).ok())
    }

    /// The number as an unsigned integer, if it is one that fits.
    pub fn as_u64(self) -> Option<u64> {
        self.as_i128().and_then(|value| u64::try_from(value).ok())
    }

    /// The nearest floating-point number.
    pub fn as_f64(self) -> f64 {
        format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(f64::NAN)
    }

    fn as_i128(self) -> Option<i128> {
        let factor = 10_i128.checked_pow(u32::try_from(self.exponent).ok()?)?;
        self.mantissa.checked_mul(factor)
    }

    /// Bytes that sort as the numbers do.
    ///
    /// A sign byte (0 negative, 1 zero, 2 positive), the magnitude of the first digit, then the digits,
    /// two a byte and each pair one higher than it is so that a shorter number sorts first. A negative
    /// number has all that complemented and a last byte of 255, so that there the longer one sorts first.
    pub(crate) fn key_bytes(self) -> Vec<u8> {
        if self.mantissa == 0 {
            return vec![1];
        }
        let digits = self.mantissa.unsigned_abs().to_string();
        let magnitude = i32::from(self.exponent) + i32::try_from(digits.len()).unwrap_or(0) - 1;
        let shifted = u8::try_from(magnitude - Self::MAGNITUDES.start()).unwrap_or(u8::MAX);
        let mut bytes = vec![2, shifted];
        bytes.extend(digits.as_bytes().chunks(2).map(|pair| {
            let tens = pair[0] - b'0';
            let ones = pair.get(1).map_or(0, |digit| digit - b'0');
            tens * 10 + ones + 1
        }));
        if self.mantissa < 0 {
            bytes[0] = 0;
            for byte in &mut bytes[1..] {
                *byte = !*byte;
            }
            bytes.push(u8::MAX);
        }
        bytes
    }

    /// What DynamoDB counts for a number: a byte for two digits, one more, and one for the sign.
    pub(crate) fn size(self) -> usize {
        if self.mantissa == 0 {
            return 1;
        }
        let digits = self.mantissa.unsigned_abs().ilog10() as usize + 1;
        digits.div_ceil(2) + 1 + usize::from(self.mantissa < 0)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key_bytes().cmp(&other.key_bytes())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    /// Plain decimal without an exponent and without needless zeros: `-0.05`, `1200`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let mut text = String::new();
        if let Ok(zeros) = usize::try_from(self.exponent) {
            text.push_str(&digits);
            text.extend(std::iter::repeat_n('0', zeros));
        } else {
            let decimals = usize::from(self.exponent.unsigned_abs());
            let padded = format!("{digits:0>width$}", width = decimals + 1);
            let (whole, fraction) = padded.split_at(padded.len() - decimals);
            text.push_str(whole);
            text.push('.');
            text.push_str(fraction);
        }
        f.pad_integral(self.mantissa >= 0, "", &text)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (decimal, exponent) = match text.split_once(['e', 'E']) {
            Some((decimal, exponent)) => (decimal, exponent.parse::<i32>().map_err(|_| NumberError)?),
            None => (text, 0),
        };
        let (negative, decimal) = match decimal.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, decimal.strip_prefix('+').unwrap_or(decimal)),
        };
        let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
        let fraction = fraction.trim_end_matches('0');
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError);
        }
        let all = format!("{whole}{fraction}");
        let significant = all.trim_start_matches('0').trim_end_matches('0');
        if significant.is_empty() {
            return Ok(Self::ZERO);
        }
        if significant.len() > Self::DIGITS as usize {
            return Err(NumberError);
        }
        let dropped = all.len() - all.trim_end_matches('0').len();
        let shift = i32::try_from(dropped).map_err(|_| NumberError)?
            - i32::try_from(fraction.len()).map_err(|_| NumberError)?;
        let mantissa: i128 = significant.parse().map_err(|_| NumberError)?;
        let exponent = exponent.checked_add(shift).ok_or(NumberError)?;
        Self::of(if negative { -mantissa } else { mantissa }, exponent)
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(
            impl From<$integer> for Number {
                fn from(value: $integer) -> Self {
                    Self::of(i128::from(value), 0).expect("a 64-bit integer has at most 20 digits")
                }
            }
        )*
    };
}

from_integers! { i8 i16 i32 i64 u8 u16 u32 u64 }

impl TryFrom<usize> for Number {
    type Error = NumberError;

    fn try_from(value: usize) -> Result<Self, NumberError> {
        u64::try_from(value).map(Self::from).map_err(|_| NumberError)
    }
}

impl TryFrom<f64> for Number {
    type Error = NumberError;

    /// The shortest decimal that reads back as the same floating-point number.
    fn try_from(value: f64) -> Result<Self, NumberError> {
        format!("{value:e}").parse()
    }
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers() -> impl Strategy<Value = Number> {
        let mantissas = prop_oneof![-200_i128..200, -(10_i128.pow(38) - 1)..10_i128.pow(38)];
        let exponents = prop_oneof![-3_i32..3, -160_i32..126];
        (mantissas, exponents)
            .prop_filter_map("out of range", |(mantissa, exponent)| Number::of(mantissa, exponent).ok())
    }

    /// Compares by long-hand decimal texts, without the key bytes.
    fn long_hand(number: Number) -> (i8, String) {
        let (mantissa, exponent) = number.parts();
        let digits = mantissa.unsigned_abs().to_string();
        let places = usize::try_from(exponent + 170).expect("above -170");
        let text = format!("{:0>340}", format!("{digits}{}", "0".repeat(places)));
        (i8::try_from(mantissa.signum()).expect("a sign"), text)
    }

    #[test]
    fn texts_are_canonical() {
        for (text, shown) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("1.50", "1.5"),
            ("1200", "1200"),
            ("12e2", "1200"),
            ("-0.050", "-0.05"),
            ("1E-3", "0.001"),
            ("00012.3400", "12.34"),
        ] {
            assert_eq!(text.parse::<Number>().map(|number| number.to_string()), Ok(shown.into()));
        }
        for text in ["", ".", "-", "1.2.3", "abc", "1e", "NaN", "inf", "1e126", "1e-131", "١"] {
            assert_eq!(text.parse::<Number>(), Err(NumberError), "{text}");
        }
        assert!("9".repeat(38).parse::<Number>().is_ok());
        assert!("9".repeat(39).parse::<Number>().is_err());
        assert!(format!("1e{}", "9".repeat(20)).parse::<Number>().is_err());
        assert!(format!("{}e-2147483648", "0.1").parse::<Number>().is_err());
    }

    proptest! {
        #[test]
        fn key_bytes_sort_as_numbers_do(a in numbers(), b in numbers()) {
            let (left, right) = (long_hand(a), long_hand(b));
            let order = match left.0.cmp(&right.0) {
                Ordering::Equal if left.0 < 0 => right.1.cmp(&left.1),
                Ordering::Equal => left.1.cmp(&right.1),
                order => order,
            };
            prop_assert_eq!(a.key_bytes().cmp(&b.key_bytes()), order);
            prop_assert_eq!(a == b, order == Ordering::Equal);
        }

        #[test]
        fn a_number_reads_back(number in numbers()) {
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn any_text_is_a_number_or_an_error(text in "[-+0-9.eE]{0,60}") {
            let _ = text.parse::<Number>();
        }

        #[test]
        fn integers_and_floats_pass_through(whole: i64, float in -1e100_f64..1e100) {
            prop_assert_eq!(Number::from(whole).as_i64(), Some(whole));
            let number = Number::try_from(float).expect("within the range");
            prop_assert!((number.as_f64() - float).abs() <= f64::EPSILON * float.abs());
        }

        #[test]
        fn sums_are_exact(a: i64, b: i64) {
            let sum = Number::from(a).checked_add(Number::from(b)).expect("fits");
            prop_assert_eq!(sum.to_string(), (i128::from(a) + i128::from(b)).to_string());
        }
    }
}
