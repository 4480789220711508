//! Who is asking, what their role allows, and the proof of it that a write wants.

use std::fmt;
use std::marker::PhantomData;

use crate::error::codes;
use crate::{ApiKeyId, Code, Coded, Origin, Scope, SessionId, TenantId, UserId};

/// What a user may do in a tenant. Each role may do what the ones below may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(async_graphql::Enum))]
pub enum Role {
    /// Sees everything, changes nothing.
    Viewer,
    /// Works: makes and changes things.
    Member,
    /// Also manages members and deletes for good.
    Owner,
}

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Member, Self::Viewer];
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Viewer => "viewer",
            Self::Member => "member",
            Self::Owner => "owner",
        })
    }
}

/// Something a caller may be allowed to do; a type, so that a [`Grant`] names it.
pub trait Action: 'static {
    /// `noun.verb`, the name that the UI and the permission matrix use.
    const NAME: &'static str;
    /// The roles that may do it.
    const ROLES: &'static [Role];
    /// The same as a row of data.
    const ROW: ActionRow = ActionRow { name: Self::NAME, roles: Self::ROLES };
}

/// An action as data, for the permission matrix and for hiding buttons.
#[derive(Clone, Copy, Debug)]
pub struct ActionRow {
    /// `noun.verb`.
    pub name: &'static str,
    /// The roles that may do it.
    pub roles: &'static [Role],
}

/// Defines the actions of a crate: a type each, and `ALL` as data.
#[macro_export]
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal for [$($role:ident),+];)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl $crate::Action for $name {
                const NAME: &'static str = $text;
                const ROLES: &'static [$crate::Role] = &[$($crate::Role::$role),+];
            }
        )*
        /// Every action of this crate.
        pub const ALL: &[$crate::ActionRow] = &[$(<$name as $crate::Action>::ROW),*];
    };
}

/// How the caller proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credential {
    /// A browser session.
    Session(SessionId),
    /// A program's key.
    ApiKey(ApiKeyId),
}

/// A user who was authenticated and acts in one tenant.
#[derive(Clone, Debug)]
pub struct Caller {
    user: UserId,
    tenant: TenantId,
    role: Role,
    credential: Credential,
    origin: Origin,
}

/// The caller's role does not allow the action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the role {role} may not do {action}")]
pub struct Forbidden {
    /// The action's name.
    pub action: &'static str,
    /// The caller's role.
    pub role: Role,
}

impl Coded for Forbidden {
    fn code(&self) -> Code {
        codes::FORBIDDEN
    }
}

impl Caller {
    /// A caller whose credential and membership were just verified: only `accounts` may say so,
    /// and the tidy check holds it to that.
    pub const fn verified(user: UserId, tenant: TenantId, role: Role, credential: Credential) -> Self {
        Self { user, tenant, role, credential, origin: Origin::local() }
    }

    /// The same caller, whose request came from there.
    pub const fn from(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The user who asks.
    pub const fn user(&self) -> UserId {
        self.user
    }

    /// The tenant they act in.
    pub const fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Their role there.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// What they proved it with.
    pub const fn credential(&self) -> Credential {
        self.credential
    }

    /// Where their request came from.
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// The reach of their reads.
    pub const fn scope(&self) -> Scope {
        Scope::tenant(self.tenant)
    }

    /// The permission check: a grant for the action, or a refusal.
    pub fn may<A: Action>(&self, _action: A) -> Result<Grant<A>, Forbidden> {
        if A::ROLES.contains(&self.role) {
            let Self { user, tenant, credential, origin, .. } = *self;
            Ok(Grant { user, tenant, credential, origin, action: PhantomData })
        } else {
            Err(Forbidden { action: A::NAME, role: self.role })
        }
    }
}

/// Proof that a caller may do `A` in a tenant. Writes take it; only [`Caller::may`] makes it.
#[derive(Debug)]
pub struct Grant<A> {
    user: UserId,
    tenant: TenantId,
    credential: Credential,
    origin: Origin,
    action: PhantomData<fn() -> A>,
}

impl<A> Clone for Grant<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Grant<A> {}

impl<A> Grant<A> {
    /// The user it was given to.
    pub const fn user(&self) -> UserId {
        self.user
    }

    /// The tenant it holds in.
    pub const fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// What they proved who they are with.
    pub const fn credential(&self) -> Credential {
        self.credential
    }

    /// Where the request came from.
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// The reach of the write.
    pub const fn scope(&self) -> Scope {
        Scope::tenant(self.tenant)
    }
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macro makes public items, for crates that export them")]
mod test_permissions {
    //! Two actions to test with.
    actions! {
        /// Changes.
        Change = "thing.change" for [Owner, Member];
        /// Reads.
        Read = "thing.read" for [Owner, Member, Viewer];
    }
}

#[cfg(test)]
mod tests {
    use super::test_permissions as permissions;
    use super::*;
    use crate::{Randomness, Timestamp};

    #[test]
    fn a_role_gets_grants_only_for_its_actions() {
        let randomness = Randomness::seeded(1);
        let user = UserId::generate(Timestamp::from_millis(0), &randomness);
        let session = Credential::Session(SessionId::generate(Timestamp::from_millis(0), &randomness));
        let tenant = TenantId::Personal(user);
        let viewer = Caller::verified(user, tenant, Role::Viewer, session);
        assert_eq!(viewer.may(permissions::Read).map(|grant| grant.tenant()), Ok(tenant));
        let refused = viewer.may(permissions::Change).map(|grant| grant.user());
        assert_eq!(refused, Err(Forbidden { action: "thing.change", role: Role::Viewer }));
        assert_eq!(permissions::ALL.len(), 2);
    }
}
