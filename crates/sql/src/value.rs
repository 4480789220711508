//! Values that statements carry, of the types that both engines store.

use atelier_base::Timestamp;
use uuid::Uuid;

/// The type of a value: what a column of it is called on SQLite and on PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// `INTEGER` 0 or 1, `BOOLEAN`.
    Bool,
    /// `INTEGER`, `BIGINT` or `INTEGER`; also instants, as milliseconds since 1970.
    Int,
    /// `REAL`, `DOUBLE PRECISION`.
    Float,
    /// `TEXT`, `TEXT` or `VARCHAR(n)`.
    Text,
    /// `TEXT` of 36 characters, `UUID`.
    Uuid,
    /// `TEXT`, `JSONB`.
    Json,
    /// `BLOB`, `BYTEA`.
    Bytes,
}

/// A value of a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, in a column of that type.
    Null(ValueKind),
    /// True or false.
    Bool(bool),
    /// A whole number, or an instant in milliseconds since 1970.
    Int(i64),
    /// A number. Neither engine is given infinities.
    Float(f64),
    /// A text without U+0000, which PostgreSQL can't store.
    Text(String),
    /// An id.
    Uuid(Uuid),
    /// A document, whose texts have no U+0000 either.
    Json(serde_json::Value),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    /// Its type.
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Null(kind) => *kind,
            Self::Bool(_) => ValueKind::Bool,
            Self::Int(_) => ValueKind::Int,
            Self::Float(_) => ValueKind::Float,
            Self::Text(_) => ValueKind::Text,
            Self::Uuid(_) => ValueKind::Uuid,
            Self::Json(_) => ValueKind::Json,
            Self::Bytes(_) => ValueKind::Bytes,
        }
    }

    /// What one of the engines could not store, so that neither is asked to.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        let has_nul = match self {
            Self::Text(text) => text.contains('\0'),
            Self::Json(json) => json_has_nul(json),
            Self::Float(number) if !number.is_finite() => return Some("a number is not finite"),
            _ => false,
        };
        has_nul.then_some("a text holds the character U+0000")
    }
}

fn json_has_nul(json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(items) => items.iter().any(json_has_nul),
        serde_json::Value::Object(members) => {
            members.iter().any(|(name, member)| name.contains('\0') || json_has_nul(member))
        }
        _ => false,
    }
}

/// A type, its kind, and how it becomes a value.
macro_rules! values {
    ($($type:ty: $kind:ident = $value:ident => $make:expr;)*) => {
        $(
            impl From<$type> for Value {
                fn from($value: $type) -> Self {
                    Self::$kind($make)
                }
            }

            impl From<Option<$type>> for Value {
                fn from(value: Option<$type>) -> Self {
                    value.map_or(Self::Null(ValueKind::$kind), Self::from)
                }
            }
        )*
    };
}

values! {
    bool: Bool = value => value;
    i64: Int = value => value;
    i32: Int = value => value.into();
    u32: Int = value => value.into();
    f64: Float = value => value;
    &str: Text = value => value.to_owned();
    String: Text = value => value;
    Uuid: Uuid = value => value;
    Timestamp: Int = value => value.as_millis();
    serde_json::Value: Json = value => value;
    Vec<u8>: Bytes = value => value;
}
