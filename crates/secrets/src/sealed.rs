//! A sealed field, the place it belongs to, and text that is not shown.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Error;
use crate::cipher::bind;

/// Where a sealed field lives. It opens nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The key of the item, as text.
    pub item: &'a str,
    /// The attribute.
    pub field: &'a str,
}

impl Place<'_> {
    /// What the ciphertext is bound to: the place, and the key that sealed it.
    pub(crate) fn bound(&self, key: &str) -> Vec<u8> {
        bind(&[PREFIX, key, self.table, self.item, self.field])
    }
}

const PREFIX: &str = "enc:v1";

/// A `T` that only its [`Keyring`](crate::Keyring) opens. It is stored as text: `enc:v1:<key id>:…`.
pub struct Sealed<T> {
    key: String,
    body: String,
    kind: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    pub(crate) fn new(key: String, body: String) -> Self {
        Self { key, body, kind: PhantomData }
    }

    pub(crate) fn body(&self) -> &str {
        &self.body
    }

    /// The data key that opens it.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl<T> fmt::Display for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}:{}:{}", self.key, self.body)
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({PREFIX}:{}:…)", self.key)
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::new(self.key.clone(), self.body.clone())
    }
}

impl<T> PartialEq for Sealed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.body == other.body
    }
}

impl<T> std::str::FromStr for Sealed<T> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let rest = text.strip_prefix(PREFIX).and_then(|rest| rest.strip_prefix(':'));
        let (key, body) =
            rest.and_then(|rest| rest.split_once(':')).ok_or(Error::Unreadable("it is not sealed"))?;
        Ok(Self::new(key.to_owned(), body.to_owned()))
    }
}

impl<T> Serialize for Sealed<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Text that no log shows and that is wiped when it is dropped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
