//! Decimal numbers as they are written, and ranges of them, without a binary fraction on the way.

use std::fmt;

use crate::error::Fault;

/// The most numbers in a range, and the most options of a token.
pub(crate) const MOST_OPTIONS: usize = 100_000;

const MOST_DECIMALS: usize = 18;

/// A number with its decimals kept: `1.0` is not `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    decimals: u32,
}

impl Decimal {
    /// Reads `-12`, `0.5`; nothing else, so no exponent, no sign `+`, no bare point.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let pointed = digits.len() != whole.len();
        if !plain(whole) || (pointed && !plain(fraction)) || MOST_DECIMALS < fraction.len() {
            return None;
        }
        let mantissa: i128 = format!("{whole}{fraction}").parse().ok()?;
        let decimals = u32::try_from(fraction.len()).ok()?;
        Some(Self { mantissa: if negative { -mantissa } else { mantissa }, decimals })
    }

    /// The number times 10 to the power of `decimals`, which is not less than its own.
    fn scaled(self, decimals: u32) -> Option<i128> {
        self.mantissa.checked_mul(10_i128.checked_pow(decimals.checked_sub(self.decimals)?)?)
    }

    /// Whether JSON would write it the same way: no leading zeros.
    pub(crate) fn is_canonical(self, text: &str) -> bool {
        self.to_string() == text
    }

    /// In millionths, where it has no finer decimals.
    pub(crate) fn millionths(self) -> Option<i128> {
        self.scaled(6)
    }

    /// A whole number.
    pub fn integer(self) -> Option<i128> {
        (self.decimals == 0).then_some(self.mantissa)
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self { mantissa: number.into(), decimals: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        if self.decimals == 0 {
            return write!(f, "{sign}{digits}");
        }
        let one = 10_u128.pow(self.decimals);
        write!(f, "{sign}{}.{:0width$}", digits / one, digits % one, width = self.decimals as usize)
    }
}

/// `first..last` or `first..last..step`, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    first: Decimal,
    last: Decimal,
    step: Option<Decimal>,
}

impl Range {
    /// Nothing when the text is not made like a range; then it is plain text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split("..");
        let mut number = || Decimal::parse(parts.next()?.trim());
        let (first, last) = (number()?, number()?);
        let step = match parts.next() {
            Some(part) => Some(Decimal::parse(part.trim())?),
            None => None,
        };
        parts.next().is_none().then_some(Self { first, last, step })
    }

    /// All numbers with the decimals of the finest part. Without a step it is one unit of the last decimal.
    pub(crate) fn numbers(&self) -> Result<Vec<Decimal>, Fault> {
        let bad = || Fault::BadRange(self.to_string());
        let step_decimals = self.step.map_or(0, |step| step.decimals);
        let decimals = self.first.decimals.max(self.last.decimals).max(step_decimals);
        let first = self.first.scaled(decimals).ok_or_else(bad)?;
        let last = self.last.scaled(decimals).ok_or_else(bad)?;
        // A step's sign says nothing that the ends don't.
        let step = match self.step {
            Some(step) => step.scaled(decimals).ok_or_else(bad)?.checked_abs().ok_or_else(bad)?,
            None => 1,
        };
        if step == 0 {
            return Err(bad());
        }
        let steps = last.checked_sub(first).ok_or_else(bad)?.unsigned_abs() / step.unsigned_abs();
        let steps = i128::try_from(steps).map_err(|_| bad())?;
        if MOST_OPTIONS as i128 <= steps {
            return Err(Fault::RangeTooLarge(self.to_string()));
        }
        let signed = if last < first { -step } else { step };
        Ok((0..=steps).map(|at| Decimal { mantissa: first + at * signed, decimals }).collect())
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)?;
        self.step.map_or(Ok(()), |step| write!(f, "..{step}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> String {
        let numbers = Range::parse(text).unwrap().numbers().unwrap();
        numbers.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ranges_are_exact() {
        assert_eq!(list("0.1..0.3"), "0.1 0.2 0.3");
        assert_eq!(list("1.0..2.0..0.3"), "1.0 1.3 1.6 1.9");
        assert_eq!(list("3..1"), "3 2 1");
        assert_eq!(list("-0.5..0.5..0.5"), "-0.5 0.0 0.5");
        assert_eq!(list("1 .. 2 .. 0.5"), "1.0 1.5 2.0");
        assert_eq!(list("10..0..-5"), "10 5 0");
        assert_eq!(list("7..7"), "7");
        assert_eq!(Range::parse("1..100000").unwrap().numbers().unwrap().len(), 100_000);
    }

    #[test]
    fn what_is_no_range() {
        for text in ["1..", "..2", "1...3", "a..b", "1..2..3..4", "1.", "1..2.", "1e3..2", ""] {
            assert_eq!(Range::parse(text), None, "{text}");
        }
        assert_eq!(Range::parse("1..2..0").unwrap().numbers().unwrap_err().code().name, "bad_range");
        assert_eq!(Range::parse("0..100000").unwrap().numbers().unwrap_err().code().name, "range_too_large");
        let far = "170141183460469231731687303715884105727";
        let across = Range::parse(&format!("-{far}..{far}")).unwrap();
        assert_eq!(across.numbers().unwrap_err().code().name, "bad_range");
    }
}
