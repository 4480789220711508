//! Secrets that work once and not for long: what a mail, a redirect or a second step hangs on.

use std::time::Duration;

use atelier_base::{Scope, Timestamp, UserId};
use atelier_tables::{Cond, Key, Query, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::tables::ONE_TIME_TOKENS;
use crate::{Error, State, token};

/// What a token is good for. One of another purpose is as good as none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    /// The password was right, the code is still to come.
    SecondStep,
    /// Another password, without the old one.
    PasswordReset,
    /// A browser was sent to an issuer and has not come back.
    IssuerSignIn { issuer: String, nonce: String, verifier: String, return_to: String },
    /// An issuer vouches for an identity with the email of an account, whose password is still to come.
    LinkIdentity { identity: String },
}

/// A token as it is stored, under its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OneTime {
    token_hash: String,
    pub purpose: Purpose,
    /// Whose it is, if anybody is known yet.
    pub user_id: Option<UserId>,
    created_at: Timestamp,
    pub expires_at: Timestamp,
    /// The same in seconds: the table's time to live.
    expires_second: i64,
}

/// Makes a token; returns it, which is stored as a hash only, and when it ends.
pub(crate) async fn issue(
    state: &State,
    purpose: Purpose,
    user_id: Option<UserId>,
    lifetime: Duration,
) -> Result<(String, Timestamp), Error> {
    let now = state.clock.now();
    let token = token::generate(&state.randomness);
    let expires_at = now.after(lifetime);
    let stored = OneTime {
        token_hash: token::hash(&token),
        purpose,
        user_id,
        created_at: now,
        expires_at,
        // Kept a while longer than it works; nothing that is late is let in by that.
        expires_second: expires_at.as_seconds() + 60,
    };
    let mut item = to_item(&stored)?;
    if user_id.is_none() {
        item.remove("user_id");
    }
    state.tables.write(Scope::directory(), Write::create(&ONE_TIME_TOKENS, item)).await?;
    Ok((token, expires_at))
}

/// What the token is good for, without using it up.
pub(crate) async fn peek(state: &State, token: &str) -> Result<OneTime, Error> {
    let key = Key::hash(token::hash(token));
    let item = state.tables.get(Scope::directory(), &ONE_TIME_TOKENS, &key).await?;
    let stored: OneTime = from_item(item.ok_or(Error::LinkExpired)?)?;
    if stored.expires_at <= state.clock.now() { Err(Error::LinkExpired) } else { Ok(stored) }
}

/// Uses the token up. Of many at once, one gets it.
pub(crate) async fn redeem(state: &State, token: &str) -> Result<OneTime, Error> {
    let stored = peek(state, token).await?;
    let there = Cond::exists(ONE_TIME_TOKENS.hash.name());
    let write = Write::delete(&ONE_TIME_TOKENS, Key::hash(stored.token_hash.clone())).when(there);
    match state.tables.write(Scope::directory(), write).await {
        Ok(_) => Ok(stored),
        Err(atelier_tables::Error::ConditionFailed { .. }) => Err(Error::LinkExpired),
        Err(error) => Err(error.into()),
    }
}

/// Ends every token of the user.
pub(crate) async fn end_all(state: &State, user: UserId) -> Result<(), Error> {
    let query = Query::index(&ONE_TIME_TOKENS, "user-tokens-index", user);
    for item in state.tables.query(Scope::directory(), query).await?.into_nodes() {
        let stored: OneTime = from_item(item)?;
        let write = Write::delete(&ONE_TIME_TOKENS, Key::hash(stored.token_hash));
        state.tables.write(Scope::directory(), write).await?;
    }
    Ok(())
}
