//! A user: an account with a profile.

use async_graphql::{InputObject, SimpleObject};
use atelier_audit::{Actor, Changes, Deed};
use atelier_base::{
    Caller, Grant, InvalidInput, Patch, Role, Scope, TenantId, TenantKind, Timestamp, UserId,
};
use atelier_tables::{Item, Key, Value, Write, from_item, to_item, to_value};
use serde::{Deserialize, Serialize};

use crate::password::Passwords;
use crate::permissions::EditProfile;
use crate::tables::{LOGINS, MEMBERSHIPS, TENANTS, USERS};
use crate::{Error, Membership, State, Tenant};

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
pub struct User {
    /// Unique, `usr_…`.
    #[serde(rename = "user_id")]
    pub id: UserId,
    /// Unique, in lower case.
    pub email: String,
    /// Unique, 3 to 32 of `a-z 0-9 _ -`.
    pub username: String,
    /// What others read, 1 to 100 characters.
    pub name: String,
    /// The role in the home tenant: every user owns theirs.
    #[graphql(skip)]
    pub role: Role,
    /// The home tenant: the personal one.
    #[graphql(skip)]
    pub tenant_id: TenantId,
    /// What the web UI remembers for the user, a JSON object.
    pub preferences: serde_json::Value,
    /// When they signed up.
    pub created_at: Timestamp,
    /// When the profile changed last.
    pub updated_at: Timestamp,
}

/// What it takes to sign up.
#[derive(Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// An address with an `@`.
    #[schema(example = "ada@example.com")]
    pub email: String,
    /// 3 to 32 of `a-z 0-9 _ -`.
    #[schema(example = "ada")]
    pub username: String,
    /// 1 to 100 characters.
    #[schema(example = "Ada Calder")]
    pub name: String,
    /// 10 to 1000 characters.
    #[schema(example = "ultramarine over sienna")]
    pub password: String,
}

/// A change to the caller's own profile.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProfilePatch {
    /// 1 to 100 characters.
    pub name: Patch<String>,
    /// A JSON object of 16 KB at most; null empties it.
    pub preferences: Patch<serde_json::Value>,
}

impl NewUser {
    /// The same with logins in the form that is compared, or what is wrong with it.
    fn checked(mut self) -> Result<Self, Error> {
        self.email = normal_login(&self.email);
        self.username = normal_login(&self.username);
        self.name = self.name.trim().to_owned();
        let mut faults = InvalidInput::default();
        faults.note_length("email", &self.email, 3..=254);
        faults.note(!is_email(&self.email), "email", "malformed", "must look like name@example.com");
        faults.note_length("username", &self.username, 3..=32);
        let odd = !self.username.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_' | '-'));
        faults.note(odd, "username", "malformed", "may have letters a to z, digits, _ and -");
        faults.note_length("name", &self.name, 1..=100);
        faults.finish()?;
        Passwords::check("password", &self.password, &[&self.email, &self.username, &self.name])?;
        Ok(self)
    }
}

/// Emails and usernames are compared in lower case and without blanks around them.
pub(crate) fn normal_login(login: &str) -> String {
    login.trim().to_lowercase()
}

fn is_email(text: &str) -> bool {
    let parts: Vec<_> = text.split('@').collect();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty())
        && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

fn email_claim(email: &str) -> String {
    format!("email#{email}")
}

fn username_claim(username: &str) -> String {
    format!("username#{username}")
}

/// Makes the account, its claims on email and username, and its personal tenant: all or nothing.
pub async fn create(state: &State, new: NewUser) -> Result<User, Error> {
    let new = new.checked()?;
    let hash = state.passwords.hash(&new.password, &state.randomness).await?;
    store(state, new, Some(hash), None).await
}

/// The same for somebody whom an issuer vouches for: without a password, known by that identity.
pub(crate) async fn create_with_identity(
    state: &State,
    mut new: NewUser,
    identity: &str,
) -> Result<User, Error> {
    // Only for the check of the other fields; it is not stored.
    new.password = crate::token::generate(&state.randomness);
    store(state, new.checked()?, None, Some(identity)).await
}

async fn store(
    state: &State,
    new: NewUser,
    password: Option<String>,
    identity: Option<&str>,
) -> Result<User, Error> {
    let now = state.clock.now();
    let id = UserId::generate(now, &state.randomness);
    let tenant_id = TenantId::Personal(id);
    let user = User {
        id,
        email: new.email,
        username: new.username,
        name: new.name,
        role: Role::Owner,
        tenant_id,
        preferences: serde_json::json!({}),
        created_at: now,
        updated_at: now,
    };
    let mut item = to_item(&user)?;
    if let Some(hash) = password {
        item.insert("password".into(), Value::S(hash));
    }
    let tenant =
        Tenant { id: tenant_id, name: user.name.clone(), kind: TenantKind::Personal, created_at: now };
    let membership = Membership { tenant_id, user_id: id, role: Role::Owner, joined_at: now };
    let claim = |login: String| [("login".to_owned(), Value::S(login)), ("user_id".to_owned(), id.into())];
    let mut writes = vec![
        Write::create(&LOGINS, claim(email_claim(&user.email)).into()),
        Write::create(&LOGINS, claim(username_claim(&user.username)).into()),
        Write::create(&USERS, item.clone()),
        Write::create(&TENANTS, tenant.item_with_owners(1)?),
        Write::create(&MEMBERSHIPS, to_item(&membership)?),
    ];
    if let Some(identity) = identity {
        writes.push(crate::oidc::claim(identity, id, now));
    }
    let deed = state.own_deed(id, "user.create").after(&USERS, &item);
    match state.trail.transact(Scope::directory(), deed, writes).await {
        Ok(_) => Ok(user),
        Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => Err(Error::EmailTaken),
        Err(atelier_tables::Error::ConditionFailed { position: 1, .. }) => Err(Error::UsernameTaken),
        Err(error) => Err(error.into()),
    }
}

/// The user of that id.
pub(crate) async fn find(state: &State, id: UserId) -> Result<Option<User>, Error> {
    let item = state.tables.get(Scope::directory(), &USERS, &Key::hash(id)).await?;
    Ok(item.map(from_item).transpose()?)
}

/// The user with that email or username.
pub async fn find_by_login(state: &State, login: &str) -> Result<Option<User>, Error> {
    let login = normal_login(login);
    let claim = if login.contains('@') { email_claim(&login) } else { username_claim(&login) };
    let Some(claim) = state.tables.get(Scope::directory(), &LOGINS, &Key::hash(claim)).await? else {
        return Ok(None);
    };
    match claim.get("user_id").and_then(Value::as_str).and_then(|id| id.parse().ok()) {
        Some(id) => find(state, id).await,
        None => Ok(None),
    }
}

/// The stored hash of a user's password.
pub(crate) async fn password_hash(state: &State, id: UserId) -> Result<Option<String>, Error> {
    let item = state.tables.get(Scope::directory(), &USERS, &Key::hash(id)).await?;
    Ok(item.and_then(|item| item.get("password").and_then(Value::as_str).map(str::to_owned)))
}

/// Gives the user another password, without asking for the old one: for the operator,
/// and for callers who proved the old one.
pub async fn set_password(
    state: &State,
    user: &User,
    field: &'static str,
    password: &str,
) -> Result<(), Error> {
    Passwords::check(field, password, &[&user.email, &user.username, &user.name])?;
    let hash = state.passwords.hash(password, &state.randomness).await?;
    let changes = Changes::new().set("password", hash).set("updated_at", state.clock.now());
    change(state, user.id, state.own_deed(user.id, "user.password"), &changes).await.map(|_| ())
}

/// Changes the stored user together with the deed, whose digests hold for the version that is changed.
async fn change(state: &State, id: UserId, deed: Deed, changes: &Changes) -> Result<Item, Error> {
    loop {
        let item = state.tables.get(Scope::directory(), &USERS, &Key::hash(id)).await?;
        let before = item.ok_or(Error::UserNotFound)?;
        let version = before.get("version").and_then(Value::as_u64).unwrap_or(0);
        let deed = deed.clone().before(&USERS, &before).after(&USERS, &changes.applied(before));
        let write = Write::update(&USERS, Key::hash(id), changes.update()).expect_version(version);
        match state.trail.write(Scope::directory(), deed, write).await {
            // Somebody wrote first: the change is of other attributes, or the last one counts.
            Err(atelier_tables::Error::VersionConflict { .. }) => {}
            other => return other?.ok_or(Error::UserNotFound),
        }
    }
}

/// The caller's own account.
pub(crate) async fn me(state: &State, caller: &Caller) -> Result<User, Error> {
    find(state, caller.user()).await?.ok_or(Error::UserNotFound)
}

/// Changes the caller's own profile.
pub(crate) async fn edit_profile(
    state: &State,
    grant: Grant<EditProfile>,
    patch: ProfilePatch,
) -> Result<User, Error> {
    let mut faults = InvalidInput::default();
    let mut changes = Changes::new().set("updated_at", state.clock.now());
    if !patch.name.is_absent() {
        let name = patch.name.or_keep(String::new()).trim().to_owned();
        faults.note_length("name", &name, 1..=100);
        changes = changes.set("name", name);
    }
    if !patch.preferences.is_absent() {
        let preferences = match patch.preferences {
            Patch::Value(value) => value,
            Patch::Null | Patch::Absent => serde_json::json!({}),
        };
        let size = preferences.to_string().len();
        faults.note(!preferences.is_object(), "preferences", "wrong_type", "must be an object");
        faults.note(size > 16_384, "preferences", "too_large", "may have 16 KB at most");
        match to_value(&preferences) {
            Ok(value) => changes = changes.set("preferences", value),
            Err(_) => faults.note(true, "preferences", "out_of_range", "has a number that is too large"),
        }
    }
    faults.finish()?;
    let tenant = TenantId::Personal(grant.user());
    let deed = Deed::new(tenant, Actor::of(grant), "profile.edit").target(grant.user());
    Ok(from_item(change(state, grant.user(), deed, &changes).await?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_user(email: &str, username: &str) -> NewUser {
        let password = "ultramarine over sienna".into();
        NewUser { email: email.into(), username: username.into(), name: " Ada ".into(), password }
    }

    #[test]
    fn logins_are_folded() {
        let checked = new_user(" Ada@Example.Test ", "ADA_c").checked().expect("valid");
        assert_eq!((checked.email.as_str(), checked.username.as_str()), ("ada@example.test", "ada_c"));
        assert_eq!(checked.name, "Ada");
    }

    #[test]
    fn odd_logins_are_refused_with_their_field() {
        for (email, username, field) in [
            ("ada", "ada", "email"),
            ("a da@example.test", "ada", "email"),
            ("ada@a@b", "ada", "email"),
            ("ada@example.test", "ad", "username"),
            ("ada@example.test", "ada@home", "username"),
        ] {
            let Err(Error::Invalid(faults)) = new_user(email, username).checked() else {
                panic!("{email} {username} passed");
            };
            assert!(faults.fields.iter().any(|fault| fault.path == field), "{faults:?}");
        }
    }
}
