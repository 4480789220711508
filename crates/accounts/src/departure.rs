//! What it takes to erase a user: proof that they ask themselves, and their place in each tenant.

use std::time::Duration;

use atelier_base::{Caller, Credential, Role, Scope, TenantId, UserId};
use atelier_tables::{Key, Query, Update, Write, from_item};

use crate::membership::Membership;
use crate::session::Session;
use crate::sign_in::prove_password;
use crate::tables::{MEMBERSHIPS, SESSIONS, TENANTS};
use crate::{Error, State, User, tenant, user};

/// So long after signing in nobody is asked for the password again.
const FRESH: Duration = Duration::from_mins(10);

/// The tenants of a user who leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departure {
    /// Their personal tenant, and organisations in which nobody else is: they go with the user.
    pub vanishing: Vec<TenantId>,
    /// Organisations that go on without them.
    pub staying: Vec<TenantId>,
}

/// Where the user leaves from. An organisation with other members must keep an owner.
///
/// # Errors
/// [`Error::SoleOwner`], which names the organisations.
pub async fn departure(state: &State, user: UserId) -> Result<Departure, Error> {
    let query = Query::index(&MEMBERSHIPS, "user-memberships-index", user);
    let page = state.tables.query(Scope::directory(), query).await?;
    let personal = TenantId::Personal(user);
    let mut departure = Departure { vanishing: vec![personal], staying: Vec::new() };
    let mut bound = Vec::new();
    for item in page.into_nodes() {
        let membership: Membership = from_item(item)?;
        let id = membership.tenant_id;
        if id == personal {
            continue;
        }
        let query = Query::table(&MEMBERSHIPS, id);
        let members = state.tables.query(Scope::tenant(id), query).await?;
        let others: Vec<Membership> = members
            .into_nodes()
            .map(from_item)
            .filter(|other: &Result<Membership, _>| other.as_ref().is_ok_and(|other| other.user_id != user))
            .collect::<Result<_, _>>()?;
        if others.is_empty() {
            departure.vanishing.push(id);
        } else if membership.role == Role::Owner && others.iter().all(|other| other.role != Role::Owner) {
            let name = tenant::find(state, id).await?.map_or_else(|| id.to_string(), |tenant| tenant.name);
            bound.push(name);
        } else {
            departure.staying.push(id);
        }
    }
    if bound.is_empty() { Ok(departure) } else { Err(Error::SoleOwner { organisations: bound.join(", ") }) }
}

/// Takes the user out of the tenant, with the count of its owners; says whether they were in it.
pub async fn leave(state: &State, tenant: TenantId, user: UserId) -> Result<bool, Error> {
    let scope = Scope::tenant(tenant);
    let key = Key::new(tenant, user);
    let Some(item) = state.tables.get(scope, &MEMBERSHIPS, &key).await? else { return Ok(false) };
    let membership: Membership = from_item(item)?;
    let there = atelier_tables::Cond::eq("role", membership.role.to_string());
    let mut writes = vec![Write::delete(&MEMBERSHIPS, key).when(there)];
    if membership.role == Role::Owner {
        let another = atelier_tables::Cond::gt("owners", 1);
        writes
            .push(Write::update(&TENANTS, Key::hash(tenant), Update::new().add("owners", -1)).when(another));
    }
    match state.tables.transact(scope, writes).await {
        // The other owners left in the meantime.
        Err(atelier_tables::Error::ConditionFailed { position: 1, .. }) => {
            Err(Error::SoleOwner { organisations: tenant.to_string() })
        }
        other => Ok(other.map(|_| true)?),
    }
}

/// Checks that the caller is that user, at a browser, and was asked for the password lately or now.
pub async fn prove_presence(
    state: &State,
    caller: &Caller,
    of: UserId,
    password: Option<&str>,
) -> Result<(), Error> {
    if caller.user() != of {
        // Whether there is such a user is nobody else's business.
        return Err(Error::UserNotFound);
    }
    let Credential::Session(id) = caller.credential() else { return Err(Error::SessionNeeded) };
    if let Some(password) = password {
        let user = user::find(state, of).await?.ok_or(Error::UserNotFound)?;
        return prove_password(state, &user, password).await;
    }
    let query = Query::index(&SESSIONS, "user-sessions-index", of);
    let sessions = state.tables.query(Scope::directory(), query).await?;
    let now = state.clock.now();
    for item in sessions.into_nodes() {
        let session: Session = from_item(item)?;
        if session.id == id && now.since(session.created_at) < FRESH {
            return Ok(());
        }
    }
    Err(Error::ProofNeeded)
}

/// The user of that id.
pub async fn user_of(state: &State, id: UserId) -> Result<Option<User>, Error> {
    user::find(state, id).await
}

/// Under which subjects failed attempts of the user are counted.
pub fn attempt_subjects(user: &User) -> Vec<String> {
    let User { id, email, username, .. } = user;
    vec![
        format!("login#{email}"),
        format!("login#{username}"),
        format!("reset#{email}"),
        format!("code#{id}"),
    ]
}
