//! Names of objects.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// The name of an object in its bucket and tenant: parts of letters, digits and `-_.=+@,()!`,
/// between slashes.
///
/// What people call a file goes into its metadata. A key is the same text as a file name, in an
/// address and in S3, so that nothing has to be escaped, and nothing that is escaped means another key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectKey(String);

impl ObjectKey {
    /// The longest key, in bytes. S3 has 1024, of which the tenant takes some.
    pub const MAX: usize = 900;
    /// The longest part between slashes, in bytes.
    pub const MAX_PART: usize = 120;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ObjectKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        check(text)?;
        let part = text.split('/').find(|part| part.is_empty() || matches!(*part, "." | ".."));
        match part {
            Some("") => Err(refused("it has an empty part: no slash at either end, and none doubled")),
            Some(_) => Err(refused("`.` and `..` are no parts of a key")),
            None => Ok(Self(text.to_owned())),
        }
    }
}

/// Checks the beginning of keys, which may end anywhere.
pub(crate) fn check_prefix(text: &str) -> Result<(), Error> {
    if text.is_empty() {
        return Ok(());
    }
    check(text)?;
    let mut parts = text.split('/').rev();
    // The last part is what a name begins with: nothing, or a dot, is fine there.
    parts.next();
    if parts.any(|part| matches!(part, "" | "." | "..")) {
        return Err(refused("its parts are empty, `.` or `..`"));
    }
    Ok(())
}

fn check(text: &str) -> Result<(), Error> {
    if text.is_empty() || ObjectKey::MAX < text.len() {
        return Err(refused("it must have 1 to 900 bytes"));
    }
    let odd = |byte: u8| !byte.is_ascii_alphanumeric() && !b"-_.=+@,()!/".contains(&byte);
    if text.bytes().any(odd) {
        return Err(refused("only letters, digits and -_.=+@,()!/ are taken"));
    }
    if text.split('/').any(|part| ObjectKey::MAX_PART < part.len()) {
        return Err(refused("a part between slashes may have 120 bytes at most"));
    }
    Ok(())
}

fn refused(reason: &'static str) -> Error {
    Error::InvalidKey { reason }
}

impl fmt::Display for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for ObjectKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for ObjectKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_that_lead_elsewhere_are_refused() {
        for bad in [
            "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "a/.", "a%2fb", "%2e%2e/a", "a\\b",
            "a\0b", "a\nb", "a b", "a?b", "a#b", "a~", "ä", "a:b", "a^b",
        ] {
            assert!(bad.parse::<ObjectKey>().is_err(), "{bad:?}");
        }
        assert!("x".repeat(901).parse::<ObjectKey>().is_err());
        assert!(format!("a/{}", "x".repeat(121)).parse::<ObjectKey>().is_err());
        for good in ["a", "training/authentic_v1/img001.jpg", "a/.hidden", "a...b", "A(1)+2=3@x,y!"] {
            assert!(good.parse::<ObjectKey>().is_ok(), "{good:?}");
        }
    }

    #[test]
    fn prefixes_end_anywhere() {
        for good in ["", "a", "a/", "a/b", "a/.", "a/.."] {
            assert!(check_prefix(good).is_ok(), "{good:?}");
        }
        for bad in ["/", "/a", "../", "a/../", "a//", "a%"] {
            assert!(check_prefix(bad).is_err(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn no_key_climbs_or_escapes(text in any::<String>()) {
            if let Ok(key) = text.parse::<ObjectKey>() {
                prop_assert!(!key.as_str().starts_with('/') && !key.as_str().contains('%'));
                prop_assert!(key.as_str().split('/').all(|part| part != ".." && part != "." && !part.is_empty()));
            }
        }
    }
}
