//! What the functions of this crate need.

use std::sync::Arc;
use std::time::Duration;

use atelier_audit::{Actor, Deed, Trail};
use atelier_base::{Clock, Origin, Randomness, TenantId, UserId};
use atelier_secrets::Keyring;
use atelier_tables::Tables;
use tokio_util::task::TaskTracker;

use crate::password::Passwords;
use crate::{Issuers, Mailer};

/// Whether strangers may make accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SignUp {
    /// Anybody may.
    Open,
    /// Only the operator, with `atelier user add`.
    Closed,
}

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether strangers may make accounts.
    pub sign_up: SignUp,
    /// How long a session lasts without use.
    pub session_lifetime: Duration,
    /// Whether the session cookie is only sent over TLS.
    pub secure_cookie: bool,
    /// The address that people type, for links.
    pub public_url: Arc<str>,
}

/// The ports and settings of accounts. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The store.
    pub tables: Tables,
    /// The time.
    pub clock: Clock,
    /// Secrets and ids.
    pub randomness: Randomness,
    /// What the operator decides.
    pub settings: Settings,
    /// What opens sealed fields.
    pub keyring: Keyring,
    /// Mail, where it is configured.
    pub mailer: Option<Mailer>,
    /// Issuers that people sign in with, where they are configured.
    pub issuers: Issuers,
    /// The record of who did what.
    pub trail: Trail,
    /// Where the request comes from that is being answered.
    pub origin: Origin,
    /// What runs behind an answer; whoever stops the server waits for it.
    pub tasks: TaskTracker,
    /// Hashing, a few at a time.
    pub(crate) passwords: Passwords,
}

impl State {
    /// The state over a store, without mail and issuers.
    pub fn new(
        tables: Tables,
        clock: Clock,
        randomness: Randomness,
        settings: Settings,
        keyring: Keyring,
    ) -> Self {
        let trail = Trail::new(tables.clone(), clock.clone(), randomness.clone());
        Self {
            tables,
            clock,
            randomness,
            settings,
            keyring,
            mailer: None,
            issuers: Issuers::default(),
            trail,
            origin: Origin::local(),
            tasks: TaskTracker::new(),
            passwords: Passwords::new(),
        }
    }

    /// The same with a trail that others share.
    pub fn with_trail(self, trail: Trail) -> Self {
        Self { trail, ..self }
    }

    /// The same for a request from there.
    pub fn at(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// What a user does to their own account, before there is a caller or without one; the operator's, when
    /// there is no request. It goes into the trail of their personal tenant.
    pub(crate) fn own_deed(&self, user: UserId, action: &'static str) -> Deed {
        let actor =
            if self.origin.is_local() { Actor::unknown(self.origin) } else { Actor::user(user, self.origin) };
        Deed::new(TenantId::Personal(user), actor, action).target(user)
    }

    /// The same with mail.
    pub fn with_mailer(self, mailer: Option<Mailer>) -> Self {
        Self { mailer, ..self }
    }

    /// The same with issuers.
    pub fn with_issuers(self, issuers: Issuers) -> Self {
        Self { issuers, ..self }
    }
}
