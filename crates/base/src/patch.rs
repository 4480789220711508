//! A change to one field that keeps "not mentioned" and "set to nothing" apart.

use serde::{Deserialize, Deserializer};

/// Absent, null, or a value. In a serde struct it needs `#[serde(default)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// The field was not mentioned: keep what is there.
    #[default]
    Absent,
    /// The field was set to null: back to its default, or to nothing.
    Null,
    /// The new value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the field was not mentioned.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value after the patch, for a field that always has one: null gives the default.
    pub fn or_keep(self, current: T) -> T
    where
        T: Default,
    {
        match self {
            Self::Absent => current,
            Self::Null => T::default(),
            Self::Value(value) => value,
        }
    }

    /// The value after the patch, for a field that may have none.
    pub fn apply(self, current: Option<T>) -> Option<T> {
        match self {
            Self::Absent => current,
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde calls this only for a field that is there; `default` covers the absent one.
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct NamePatch {
        #[serde(default)]
        name: Patch<String>,
    }

    fn read(json: &str) -> Patch<String> {
        serde_json::from_str::<NamePatch>(json).expect("valid").name
    }

    #[test]
    fn absent_null_and_value_stay_apart() {
        assert_eq!(read("{}"), Patch::Absent);
        assert_eq!(read(r#"{"name":null}"#), Patch::Null);
        assert_eq!(read(r#"{"name":"a"}"#), Patch::Value("a".into()));
    }

    #[test]
    fn a_patch_applies() {
        assert_eq!(Patch::Absent.or_keep(1), 1);
        assert_eq!(Patch::Null.or_keep(1), 0);
        assert_eq!(Patch::Null.apply(Some(1)), None);
        assert_eq!(Patch::Value(2).apply(None), Some(2));
    }
}
