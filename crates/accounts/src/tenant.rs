//! A tenant: one person's own, or an organisation.

use async_graphql::{InputObject, SimpleObject};
use atelier_audit::{Actor, Deed};
use atelier_base::{
    Grant, InvalidInput, OrganisationId, Role, Scope, TenantId, TenantKind, Timestamp, UserId,
};
use atelier_tables::{Item, Key, Number, Value, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::permissions::CreateTenant;
use crate::tables::{MEMBERSHIPS, TENANTS};
use crate::{Error, Membership, State};

/// A tenant: the owner of everything that is made in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct Tenant {
    /// The user's id for a personal tenant, else the organisation's.
    #[serde(rename = "tenant_id")]
    pub id: TenantId,
    /// 1 to 100 characters.
    pub name: String,
    /// Personal or an organisation.
    pub kind: TenantKind,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What it takes to make an organisation.
#[derive(Clone, Debug, InputObject)]
pub struct NewOrganisation {
    /// 1 to 100 characters.
    pub name: String,
}

impl Tenant {
    pub(crate) fn item_with_owners(&self, owners: u64) -> Result<Item, Error> {
        let mut item = to_item(self)?;
        item.insert("owners".into(), Value::N(Number::from(owners)));
        Ok(item)
    }
}

/// Makes an organisation that the caller owns.
pub(crate) async fn create_organisation(
    state: &State,
    grant: Grant<CreateTenant>,
    new: NewOrganisation,
) -> Result<Tenant, Error> {
    found(state, Actor::of(grant), grant.user(), new).await
}

/// Makes an organisation that the user owns: for the operator, whose right to it is the data directory.
pub async fn create_organisation_for(
    state: &State,
    owner: UserId,
    new: NewOrganisation,
) -> Result<Tenant, Error> {
    found(state, Actor::unknown(state.origin), owner, new).await
}

async fn found(state: &State, actor: Actor, owner: UserId, new: NewOrganisation) -> Result<Tenant, Error> {
    let name = new.name.trim().to_owned();
    let mut faults = InvalidInput::default();
    faults.note_length("name", &name, 1..=100);
    faults.finish()?;
    let now = state.clock.now();
    let id = TenantId::Organisation(OrganisationId::generate(now, &state.randomness));
    let tenant = Tenant { id, name, kind: TenantKind::Organisation, created_at: now };
    let membership = Membership { tenant_id: id, user_id: owner, role: Role::Owner, joined_at: now };
    let item = tenant.item_with_owners(1)?;
    let deed = Deed::new(id, actor, "tenant.create").target(id).after(&TENANTS, &item);
    let writes = vec![Write::create(&TENANTS, item), Write::create(&MEMBERSHIPS, to_item(&membership)?)];
    state.trail.transact(Scope::directory(), deed, writes).await?;
    Ok(tenant)
}

/// The tenant of that id.
pub(crate) async fn find(state: &State, id: TenantId) -> Result<Option<Tenant>, Error> {
    let item = state.tables.get(Scope::tenant(id), &TENANTS, &Key::hash(id)).await?;
    Ok(item.map(from_item).transpose()?)
}
