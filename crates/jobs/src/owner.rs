//! Whose job it is.

use std::fmt;
use std::str::FromStr;

use atelier_base::{IdError, Scope, TenantId};

/// A tenant, or the server itself, whose upkeep is nobody's and which no tenant sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A tenant.
    Tenant(TenantId),
    /// The server.
    Server,
}

const SERVER: &str = "server";

impl Owner {
    /// The owner of what is enqueued in that scope.
    pub fn of(scope: Scope) -> Self {
        scope.tenant_id().map_or(Self::Server, Self::Tenant)
    }

    /// The tenant, if it is one's.
    pub fn tenant(self) -> Option<TenantId> {
        if let Self::Tenant(tenant) = self { Some(tenant) } else { None }
    }

    /// The reach of its job.
    pub fn scope(self) -> Scope {
        self.tenant().map_or(Scope::directory(), Scope::tenant)
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tenant(tenant) => tenant.fmt(f),
            Self::Server => f.write_str(SERVER),
        }
    }
}

impl FromStr for Owner {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text == SERVER { Ok(Self::Server) } else { text.parse().map(Self::Tenant) }
    }
}

impl serde::Serialize for Owner {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Owner {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
