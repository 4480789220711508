//! An API key: what a program signs in with.

use std::time::Duration;

use async_graphql::{InputObject, SimpleObject};
use atelier_audit::Deed;
use atelier_base::{ApiKeyId, Caller, Grant, InvalidInput, Role, Scope, TenantId, Timestamp, UserId};
use atelier_tables::{Cond, Key, Query, Update, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::permissions::ManageApiKeys;
use crate::tables::API_KEYS;
use crate::{Error, State, token};

/// A key for programs. The token itself is shown once, when it is made, and never again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct ApiKey {
    /// The hash under which it is stored.
    #[graphql(skip)]
    pub token_hash: String,
    /// Unique, `key_…`.
    #[serde(rename = "api_key_id")]
    pub id: ApiKeyId,
    /// What it is for, 1 to 100 characters.
    pub name: String,
    /// The first characters of the token, to tell keys apart.
    pub prefix: String,
    /// What it may do, at most what its maker may.
    pub role: Role,
    /// The tenant it acts in.
    #[graphql(skip)]
    pub tenant_id: TenantId,
    /// The user it acts for.
    #[graphql(skip)]
    pub user_id: UserId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends, if ever.
    pub expires_at: Option<Timestamp>,
    /// When it was used last, to the hour.
    pub last_used_at: Option<Timestamp>,
}

/// What it takes to make a key.
#[derive(Clone, Debug, InputObject)]
pub struct NewApiKey {
    /// What it is for, 1 to 100 characters.
    pub name: String,
    /// What it may do, at most what its maker may.
    pub role: Role,
    /// When it ends; never when absent.
    pub expires_at: Option<Timestamp>,
}

impl ApiKey {
    /// Every token begins like this, so that a leaked one is recognised.
    pub(crate) const TOKEN_PREFIX: &'static str = "atl_";
    const SHOWN: usize = 8;

    /// Whether the last use is long enough ago to be noted anew: one write an hour, not one a request.
    fn use_is_news(&self, now: Timestamp) -> bool {
        self.last_used_at.is_none_or(|last| now.since(last) >= Duration::from_hours(1))
    }
}

/// Makes a key of the caller for the tenant; returns it with its token.
pub(crate) async fn create(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageApiKeys>,
    new: NewApiKey,
) -> Result<(ApiKey, String), Error> {
    let now = state.clock.now();
    let name = new.name.trim().to_owned();
    let mut faults = InvalidInput::default();
    faults.note_length("name", &name, 1..=100);
    faults.note(new.expires_at.is_some_and(|at| at <= now), "expiresAt", "past", "must lie ahead");
    faults.finish()?;
    if new.role > caller.role() {
        return Err(Error::RoleTooHigh);
    }
    let token = format!("{}{}", ApiKey::TOKEN_PREFIX, token::generate(&state.randomness));
    let key = ApiKey {
        token_hash: token::hash(&token),
        id: ApiKeyId::generate(now, &state.randomness),
        name,
        prefix: token.chars().take(ApiKey::SHOWN).collect(),
        role: new.role,
        tenant_id: grant.tenant(),
        user_id: grant.user(),
        created_at: now,
        expires_at: new.expires_at,
        last_used_at: None,
    };
    let item = to_item(&key)?;
    let deed = Deed::granted(grant, "api_key.create").target(key.id).after(&API_KEYS, &item);
    state.trail.write(grant.scope(), deed, Write::create(&API_KEYS, item)).await?;
    Ok((key, token))
}

/// The caller's keys of the tenant, the newest first.
pub(crate) async fn list(state: &State, grant: Grant<ManageApiKeys>) -> Result<Vec<ApiKey>, Error> {
    let query = Query::index(&API_KEYS, "user-keys-index", grant.user()).descending();
    let page = state.tables.query(grant.scope(), query).await?;
    Ok(page.into_nodes().map(from_item).collect::<Result<_, _>>()?)
}

/// Ends a key of the caller.
pub(crate) async fn revoke(
    state: &State,
    grant: Grant<ManageApiKeys>,
    id: ApiKeyId,
) -> Result<ApiKeyId, Error> {
    let keys = list(state, grant).await?;
    let key = keys.into_iter().find(|key| key.id == id).ok_or(Error::ApiKeyNotFound)?;
    let deed = Deed::granted(grant, "api_key.revoke").target(id).before(&API_KEYS, &to_item(&key)?);
    state.trail.write(grant.scope(), deed, Write::delete(&API_KEYS, Key::hash(key.token_hash))).await?;
    Ok(id)
}

/// The key of a token, if it is still good.
pub(crate) async fn resume(state: &State, token: &str) -> Result<ApiKey, Error> {
    let at = Key::hash(token::hash(token));
    let item = state.tables.get(Scope::directory(), &API_KEYS, &at).await?.ok_or(Error::UnknownApiKey)?;
    let key: ApiKey = from_item(item)?;
    let now = state.clock.now();
    if key.expires_at.is_some_and(|end| end <= now) {
        return Err(Error::UnknownApiKey);
    }
    if key.use_is_news(now) {
        let update = Update::new().set("last_used_at", now);
        let write = Write::update(&API_KEYS, at, update).when(Cond::exists(API_KEYS.hash.name()));
        match state.tables.write(Scope::directory(), write).await {
            // It was revoked in this very moment.
            Err(atelier_tables::Error::ConditionFailed { .. }) => return Err(Error::UnknownApiKey),
            other => other?,
        };
    }
    Ok(key)
}
