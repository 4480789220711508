//! A session: a browser that is signed in.

use std::time::Duration;

use atelier_base::{Credential, Scope, SessionId, Timestamp, UserId};
use atelier_tables::{Cond, Item, Key, Query, Update, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::tables::SESSIONS;
use crate::{Error, State, token};

/// A session as it is stored, under the hash of its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub token_hash: String,
    #[serde(rename = "session_id")]
    pub id: SessionId,
    pub user_id: UserId,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// A session that was just made, with the token that is not stored.
pub(crate) struct NewSession {
    pub session: Session,
    pub token: String,
}

impl Session {
    /// Whether it is time to prolong it: more than half of its life has passed, so that a session
    /// in daily use never ends and a write a request is spared.
    fn is_half_over(&self, now: Timestamp, lifetime: Duration) -> bool {
        self.expires_at.since(now) < lifetime / 2
    }
}

/// Starts a session of the user.
pub(crate) async fn start(state: &State, user: UserId) -> Result<NewSession, Error> {
    let now = state.clock.now();
    let token = token::generate(&state.randomness);
    let session = Session {
        token_hash: token::hash(&token),
        id: SessionId::generate(now, &state.randomness),
        user_id: user,
        created_at: now,
        expires_at: now.after(state.settings.session_lifetime),
    };
    let item = to_item(&session)?;
    let deed = state.own_deed(user, "session.start").target(session.id).after(&SESSIONS, &item);
    let deed = deed.by(Credential::Session(session.id));
    state.trail.write(Scope::directory(), deed, Write::create(&SESSIONS, item)).await?;
    Ok(NewSession { session, token })
}

/// The session of a token, prolonged when it is due.
pub(crate) async fn resume(state: &State, token: &str) -> Result<Session, Error> {
    let key = Key::hash(token::hash(token));
    let item = state.tables.get(Scope::directory(), &SESSIONS, &key).await?.ok_or(Error::Unauthenticated)?;
    let mut session: Session = from_item(item)?;
    let now = state.clock.now();
    if session.expires_at <= now {
        return Err(Error::SessionExpired);
    }
    if session.is_half_over(now, state.settings.session_lifetime) {
        session.expires_at = now.after(state.settings.session_lifetime);
        let update = Update::new().set("expires_at", session.expires_at);
        match state.tables.write(Scope::directory(), Write::update(&SESSIONS, key, update)).await {
            // It was signed out in this very moment.
            Err(atelier_tables::Error::ConditionFailed { .. }) => return Err(Error::Unauthenticated),
            other => other?,
        };
    }
    Ok(session)
}

/// Ends the session of a token; one that isn't there is ended already.
pub(crate) async fn end(state: &State, token: &str) -> Result<(), Error> {
    let key = Key::hash(token::hash(token));
    match state.tables.get(Scope::directory(), &SESSIONS, &key).await? {
        Some(item) => end_stored(state, item).await,
        None => Ok(()),
    }
}

async fn end_stored(state: &State, item: Item) -> Result<(), Error> {
    let session: Session = from_item(item.clone())?;
    let deed = state.own_deed(session.user_id, "session.end").target(session.id).before(&SESSIONS, &item);
    let write = Write::delete(&SESSIONS, Key::hash(session.token_hash)).when(Cond::exists("token_hash"));
    match state.trail.write(Scope::directory(), deed, write).await {
        // It was ended in this very moment.
        Err(atelier_tables::Error::ConditionFailed { .. }) => Ok(()),
        other => Ok(other.map(|_| ())?),
    }
}

/// Ends every session of the user but the one that is kept.
pub(crate) async fn end_others(state: &State, user: UserId, kept: Option<SessionId>) -> Result<(), Error> {
    let query = Query::index(&SESSIONS, "user-sessions-index", user);
    let page = state.tables.query(Scope::directory(), query).await?;
    for item in page.into_nodes() {
        let session: Session = from_item(item.clone())?;
        if Some(session.id) != kept {
            end_stored(state, item).await?;
        }
    }
    Ok(())
}
