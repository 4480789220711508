//! Whose data a store call may touch.

use std::fmt;
use std::str::FromStr;

use crate::{IdError, OrganisationId, UserId};

/// The owner of data: a person alone, or an organisation with members.
///
/// The text is the id of the person or of the organisation, the `<ownerId|orgId>` of the data model.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TenantId {
    /// The tenant that every user has for themselves.
    Personal(UserId),
    /// A tenant that users share.
    Organisation(OrganisationId),
}

/// The two kinds of tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(async_graphql::Enum))]
pub enum TenantKind {
    /// One user's own.
    Personal,
    /// Shared by members.
    Organisation,
}

impl TenantId {
    /// Which kind of tenant this is.
    pub fn kind(self) -> TenantKind {
        match self {
            Self::Personal(_) => TenantKind::Personal,
            Self::Organisation(_) => TenantKind::Organisation,
        }
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Personal(id) => id.fmt(f),
            Self::Organisation(id) => id.fmt(f),
        }
    }
}

impl fmt::Debug for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for TenantId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.parse().map(Self::Personal).or_else(|_| text.parse().map(Self::Organisation))
    }
}

impl serde::Serialize for TenantId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for TenantId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The reach of a store call. Every call takes one; there is no call without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope(Reach);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Tenant(TenantId),
    Directory,
}

impl Scope {
    /// One tenant's data. Requests get it from [`Caller::scope`](crate::Caller::scope).
    pub const fn tenant(tenant: TenantId) -> Self {
        Self(Reach::Tenant(tenant))
    }

    /// The directory of accounts, which is read before anybody is known: only `accounts` may,
    /// and the tidy check holds it to that. A store refuses it for any table but the directory's.
    pub const fn directory() -> Self {
        Self(Reach::Directory)
    }

    /// The tenant whose data this scope reaches, or none for the directory.
    pub const fn tenant_id(self) -> Option<TenantId> {
        match self.0 {
            Reach::Tenant(tenant) => Some(tenant),
            Reach::Directory => None,
        }
    }
}
