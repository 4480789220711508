//! Values of parameters.

use std::fmt;

use crate::decimal::Decimal;

/// One value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A number with its decimals as they were written, so that no seed is rounded.
    Number(Decimal),
    /// `true` or `false`.
    Boolean(bool),
    /// Anything else.
    Text(String),
}

impl Scalar {
    /// A number where JSON would write it so, a boolean, or text: `007` and `1e5` stay text.
    pub(crate) fn read(text: String) -> Self {
        match text.as_str() {
            "true" => Self::Boolean(true),
            "false" => Self::Boolean(false),
            _ => match Decimal::parse(&text).filter(|number| number.is_canonical(&text)) {
                Some(number) => Self::Number(number),
                None => Self::Text(text),
            },
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Boolean(value) => value.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_what_they_look_like() {
        assert!(matches!(Scalar::read("18446744073709551615".into()), Scalar::Number(_)));
        assert!(matches!(Scalar::read("-1.50".into()), Scalar::Number(_)));
        assert_eq!(Scalar::read("-1.50".into()).to_string(), "-1.50");
        for text in ["007", "1e5", "-0", "euler a", ""] {
            assert_eq!(Scalar::read(text.into()), Scalar::Text(text.into()));
        }
        assert_eq!(Scalar::read("true".into()), Scalar::Boolean(true));
    }
}
