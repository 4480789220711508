//! Who belongs to a tenant, with which role.

use async_graphql::SimpleObject;
use atelier_audit::Deed;
use atelier_base::{Caller, Grant, Page, PageRequest, Role, Scope, TenantId, TenantKind, Timestamp, UserId};
use atelier_tables::{Cond, Key, Query, Update, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::permissions::{ManageMembers, ReadMembers};
use crate::tables::{MEMBERSHIPS, TENANTS};
use crate::{Error, State, Tenant, User, tenant, user};

/// A user's place in a tenant, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The tenant.
    pub tenant_id: TenantId,
    /// The user.
    pub user_id: UserId,
    /// What they may do there.
    pub role: Role,
    /// Since when.
    pub joined_at: Timestamp,
}

/// A member: a user with their role.
#[derive(Clone, Debug, SimpleObject)]
pub struct Member {
    /// Who.
    pub user: User,
    /// What they may do in the tenant.
    pub role: Role,
    /// Since when.
    pub joined_at: Timestamp,
}

fn key(tenant: TenantId, user: UserId) -> Key {
    Key::new(tenant, user)
}

/// The place of a user in a tenant, or none.
pub(crate) async fn find(state: &State, tenant: TenantId, user: UserId) -> Result<Option<Membership>, Error> {
    let item = state.tables.get(Scope::tenant(tenant), &MEMBERSHIPS, &key(tenant, user)).await?;
    Ok(item.map(from_item).transpose()?)
}

/// Every tenant that the user belongs to, their own first.
pub async fn of_user(state: &State, user: UserId) -> Result<Vec<(Tenant, Role)>, Error> {
    let query = Query::index(&MEMBERSHIPS, "user-memberships-index", user);
    let page = state.tables.query(Scope::directory(), query).await?;
    let mut memberships = Vec::new();
    for item in page.into_nodes() {
        let membership: Membership = from_item(item)?;
        if let Some(tenant) = tenant::find(state, membership.tenant_id).await? {
            memberships.push((tenant, membership.role));
        }
    }
    memberships.sort_by_key(|(tenant, _)| tenant.kind == TenantKind::Organisation);
    Ok(memberships)
}

/// The members of the tenant, in the order they joined.
pub(crate) async fn list(
    state: &State,
    grant: Grant<ReadMembers>,
    page: PageRequest,
) -> Result<Page<Member>, Error> {
    let query = Query::index(&MEMBERSHIPS, "tenant-memberships-index", grant.tenant()).page(page);
    let page = state.tables.query(grant.scope(), query).await?;
    let mut members = Page { edges: Vec::new(), has_next: page.has_next };
    for edge in page.edges {
        let membership: Membership = from_item(edge.node)?;
        if let Some(user) = user::find(state, membership.user_id).await? {
            let node = Member { user, role: membership.role, joined_at: membership.joined_at };
            members.edges.push(atelier_base::Edge { node, cursor: edge.cursor });
        }
    }
    Ok(members)
}

/// Adds the user with that email or username.
pub async fn add(
    state: &State,
    grant: Grant<ManageMembers>,
    login: &str,
    role: Role,
) -> Result<Member, Error> {
    if grant.tenant().kind() == TenantKind::Personal {
        return Err(Error::PersonalTenant);
    }
    let user = user::find_by_login(state, login).await?.ok_or(Error::UserNotFound)?;
    let now = state.clock.now();
    let membership = Membership { tenant_id: grant.tenant(), user_id: user.id, role, joined_at: now };
    let item = to_item(&membership)?;
    let deed = Deed::granted(grant, "member.add").target(user.id).after(&MEMBERSHIPS, &item);
    let mut writes = vec![Write::create(&MEMBERSHIPS, item)];
    writes.extend(count_owner(grant.tenant(), None, Some(role)));
    match state.trail.transact(grant.scope(), deed, writes).await {
        Ok(_) => Ok(Member { user, role, joined_at: now }),
        Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => Err(Error::AlreadyMember),
        Err(error) => Err(error.into()),
    }
}

/// Gives a member another role.
pub(crate) async fn set_role(
    state: &State,
    grant: Grant<ManageMembers>,
    user: UserId,
    role: Role,
) -> Result<Member, Error> {
    let before = find(state, grant.tenant(), user).await?.ok_or(Error::MemberNotFound)?;
    let change =
        Write::update(&MEMBERSHIPS, key(grant.tenant(), user), Update::new().set("role", role.to_string()));
    let after = to_item(&Membership { role, ..before })?;
    let deed = Deed::granted(grant, "member.role").target(user).after(&MEMBERSHIPS, &after);
    write_with_owners(state, grant, deed, change, (before, Some(role))).await?;
    let user = user::find(state, user).await?.ok_or(Error::UserNotFound)?;
    Ok(Member { user, role, joined_at: before.joined_at })
}

/// Takes a member out of the tenant. What they made stays.
pub(crate) async fn remove(
    state: &State,
    grant: Grant<ManageMembers>,
    user: UserId,
) -> Result<UserId, Error> {
    let before = find(state, grant.tenant(), user).await?.ok_or(Error::MemberNotFound)?;
    let removal = Write::delete(&MEMBERSHIPS, key(grant.tenant(), user));
    let deed = Deed::granted(grant, "member.remove").target(user);
    write_with_owners(state, grant, deed, removal, (before, None)).await?;
    Ok(user)
}

/// The caller's own place, as the API shows it.
pub(crate) async fn current(state: &State, caller: &Caller) -> Result<Tenant, Error> {
    tenant::find(state, caller.tenant()).await?.ok_or(Error::TenantNotFound)
}

/// Writes a change of a membership together with the count of owners, which never falls to zero:
/// two owners who demote each other at once can't both succeed.
async fn write_with_owners(
    state: &State,
    grant: Grant<ManageMembers>,
    deed: Deed,
    change: Write,
    (before, after): (Membership, Option<Role>),
) -> Result<(), Error> {
    let deed = deed.before(&MEMBERSHIPS, &to_item(&before)?);
    let unchanged = Cond::eq("role", before.role.to_string());
    let mut writes = vec![change.when(unchanged)];
    writes.extend(count_owner(grant.tenant(), Some(before.role), after));
    match state.trail.transact(grant.scope(), deed, writes).await {
        Ok(_) => Ok(()),
        Err(atelier_tables::Error::ConditionFailed { position: 1, .. }) => Err(Error::LastOwner),
        Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => Err(Error::MemberNotFound),
        Err(error) => Err(error.into()),
    }
}

fn count_owner(tenant: TenantId, before: Option<Role>, after: Option<Role>) -> Option<Write> {
    let (was, is) = (before == Some(Role::Owner), after == Some(Role::Owner));
    let key = Key::hash(tenant);
    match (was, is) {
        (false, true) => Some(Write::update(&TENANTS, key, Update::new().add("owners", 1))),
        (true, false) => {
            Some(Write::update(&TENANTS, key, Update::new().add("owners", -1)).when(Cond::gt("owners", 1)))
        }
        _ => None,
    }
}
