//! The stores and the rooms over them.

use atelier_api::Room;
use atelier_base::{ActionRow, Clock, Code, Randomness};
use atelier_observe::Metrics;
use atelier_tables::{Table, Tables};
use tokio_util::sync::CancellationToken;

use crate::{Config, Error};

/// Everything that the server serves, as data.
pub const ROOMS: &[Room] = &[atelier_accounts::ROOM, atelier_projects::ROOM];

/// An opened server: stores, the state of each room, and what they share.
#[derive(Clone)]
pub struct App {
    /// The effective configuration.
    pub config: Config,
    /// The store of declared tables.
    pub tables: Tables,
    /// Accounts.
    pub accounts: atelier_accounts::State,
    /// Projects.
    pub projects: atelier_projects::State,
    /// Counters for Prometheus.
    pub metrics: Metrics,
    /// The time.
    pub clock: Clock,
    /// Ids of requests.
    pub randomness: Randomness,
    /// Cancelled when the server stops, so that live streams end.
    pub stopping: CancellationToken,
}

impl App {
    /// Opens the stores in the data directory, which it makes if need be.
    pub fn open(config: Config, clock: Clock, randomness: Randomness) -> Result<Self, Error> {
        let tables = Tables::open(&config.table_options(&clock), &declared())?;
        let accounts = atelier_accounts::State::new(
            tables.clone(),
            clock.clone(),
            randomness.clone(),
            config.account_settings(),
        );
        let projects = atelier_projects::State::new(tables.clone(), clock.clone(), randomness.clone());
        let metrics = Metrics::install().map_err(|error| Error::Metrics(error.to_string()))?;
        let stopping = CancellationToken::new();
        Ok(Self { config, tables, accounts, projects, metrics, clock, randomness, stopping })
    }
}

/// Every table of every room.
pub fn declared() -> Vec<&'static Table> {
    ROOMS.iter().flat_map(|room| room.tables).copied().collect()
}

/// Every action of every room, by name.
pub(crate) fn actions() -> Vec<ActionRow> {
    let mut actions: Vec<_> = ROOMS.iter().flat_map(|room| room.actions).copied().collect();
    actions.sort_by_key(|action| action.name);
    actions
}

/// Every code that may reach a user, by name.
pub(crate) fn error_codes() -> Vec<Code> {
    let shared =
        [atelier_base::codes::ALL, atelier_api::codes::ALL, atelier_tables::codes::ALL, crate::codes::ALL];
    let mut codes: Vec<_> = ROOMS.iter().map(|room| room.codes).chain(shared).flatten().copied().collect();
    codes.sort_by_key(|code| code.name);
    codes
}
