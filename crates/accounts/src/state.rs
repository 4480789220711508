//! What the functions of this crate need.

use std::time::Duration;

use atelier_base::{Clock, Randomness};
use atelier_tables::Tables;

use crate::password::Passwords;

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
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Whether strangers may make accounts.
    pub sign_up: SignUp,
    /// How long a session lasts without use.
    pub session_lifetime: Duration,
    /// Whether the session cookie is only sent over TLS.
    pub secure_cookie: bool,
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
    /// Hashing, a few at a time.
    pub(crate) passwords: Passwords,
}

impl State {
    /// The state over a store.
    pub fn new(tables: Tables, clock: Clock, randomness: Randomness, settings: Settings) -> Self {
        Self { tables, clock, randomness, settings, passwords: Passwords::new() }
    }
}
