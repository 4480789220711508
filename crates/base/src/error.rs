//! What all errors share: a kind that decides the status, and a code that clients branch on.

use std::time::Duration;

/// The ten kinds of failure. The edge turns a kind into a status; nothing else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The input is wrong; the same request can't succeed.
    Invalid,
    /// Nobody is signed in.
    Unauthenticated,
    /// The caller may see but not do.
    Forbidden,
    /// It isn't there, or it is not theirs to know.
    NotFound,
    /// The state does not allow it now.
    Conflict,
    /// More than the limit.
    TooLarge,
    /// Too often; later it may work.
    Limited,
    /// It took too long.
    Timeout,
    /// A part that is needed is out of order; later it may work.
    Unavailable,
    /// A fault of ours.
    Internal,
}

impl Kind {
    /// The HTTP status of the kind.
    pub const fn status(self) -> u16 {
        match self {
            Self::Invalid => 400,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::Limited => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::Timeout => 504,
        }
    }

    /// The name on the wire: `NOT_FOUND`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invalid => "INVALID",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::TooLarge => "TOO_LARGE",
            Self::Limited => "LIMITED",
            Self::Timeout => "TIMEOUT",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// A catalogued error: its name never changes once it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Unique, `snake_case`.
    pub name: &'static str,
    /// What sort of failure it is.
    pub kind: Kind,
    /// One line for people.
    pub title: &'static str,
    /// What the reader can do about it.
    pub remedy: &'static str,
}

/// Declares the codes of a crate as constants, and `ALL` of them for the catalogue.
#[macro_export]
macro_rules! codes {
    ($($name:ident = $text:literal, $kind:ident, $title:literal, $remedy:literal;)*) => {
        $(
            #[doc = $title]
            pub const $name: $crate::Code = $crate::Code {
                name: $text,
                kind: $crate::Kind::$kind,
                title: $title,
                remedy: $remedy,
            };
        )*
        /// Every code of this crate.
        pub const ALL: &[$crate::Code] = &[$($name),*];
    };
}

/// Codes of the values in this crate.
pub mod codes {
    crate::codes! {
        FORBIDDEN = "forbidden", Forbidden, "Your role does not allow this",
            "Ask an owner of the organisation for another role.";
        INVALID_INPUT = "invalid_input", Invalid, "The input is not valid",
            "Correct the fields that `fields` names.";
    }
}

/// What is wrong with one field of an input.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FieldError {
    /// The field, with dots into nested ones: `input.name`.
    pub path: String,
    /// `snake_case`, such as `too_long`.
    pub code: &'static str,
    /// A sentence without a full stop, for people.
    pub message: String,
}

/// The one trait of all errors that may reach a user.
pub trait Coded: std::error::Error + Send + Sync + 'static {
    /// The catalogued code.
    fn code(&self) -> Code;

    /// The fields that are at fault, for input errors.
    fn fields(&self) -> Vec<FieldError> {
        Vec::new()
    }

    /// How long to wait before trying again.
    fn retry_after(&self) -> Option<Duration> {
        None
    }
}

/// The fields of an input that are wrong, gathered so that a form can show all of them at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct InvalidInput {
    /// At least one.
    pub fields: Vec<FieldError>,
}

impl InvalidInput {
    /// Notes a fault when there is one.
    pub fn note(&mut self, wrong: bool, path: &str, code: &'static str, message: impl Into<String>) {
        if wrong {
            self.fields.push(FieldError { path: path.into(), code, message: message.into() });
        }
    }

    /// Notes a text whose length in characters lies outside the range.
    pub fn note_length(&mut self, path: &str, text: &str, range: std::ops::RangeInclusive<usize>) {
        let length = text.chars().count();
        let (least, most) = (*range.start(), *range.end());
        self.note(length < least && length == 0, path, "required", "is required");
        self.note(
            length < least && length > 0,
            path,
            "too_short",
            format!("needs {least} characters or more"),
        );
        self.note(length > most, path, "too_long", format!("may have {most} characters at most"));
    }

    fn sentence(&self) -> String {
        let faults: Vec<_> =
            self.fields.iter().map(|field| format!("{} {}", field.path, field.message)).collect();
        faults.join("; ")
    }

    /// Nothing noted is a success.
    pub fn finish(self) -> Result<(), Self> {
        if self.fields.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl Coded for InvalidInput {
    fn code(&self) -> Code {
        codes::INVALID_INPUT
    }

    fn fields(&self) -> Vec<FieldError> {
        self.fields.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_gathered() {
        let mut faults = InvalidInput::default();
        faults.note_length("name", "", 1..=3);
        faults.note_length("title", "four", 1..=3);
        faults.note_length("ok", "two", 1..=3);
        let codes: Vec<_> = faults.fields.iter().map(|field| (field.path.as_str(), field.code)).collect();
        assert_eq!(codes, [("name", "required"), ("title", "too_long")]);
        assert!(faults.finish().is_err());
        assert!(InvalidInput::default().finish().is_ok());
    }
}
