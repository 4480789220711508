//! The stores and the rooms over them.

use atelier_api::Room;
use atelier_audit::Trail;
use atelier_base::{ActionRow, Clock, Code, Randomness};
use atelier_blobs::Blobs;
use atelier_observe::Metrics;
use atelier_secrets::Keyring;
use atelier_tables::{Capabilities, Table, Tables};
use tokio_util::sync::CancellationToken;

use crate::{Config, Error, TablesEngine};

/// Everything that the server serves, as data.
pub const ROOMS: &[Room] = &[
    atelier_accounts::ROOM,
    crate::audit::ROOM,
    crate::erasure::ROOM,
    atelier_projects::ROOM,
    crate::jobs::ROOM,
    atelier_journal::ROOM,
    atelier_factory::ROOM,
    atelier_guard::ROOM,
    atelier_workbench::ROOM,
    atelier_lab::ROOM,
];

/// What the rooms need of the engine of the tables, beyond what every engine can.
const NEEDS: &[(&str, Capabilities)] = &[
    // A new account, its email and its session are one write; so is a change and its record in the trail.
    ("accounts and projects", Capabilities { transactions: true, ..Capabilities::NONE }),
    ("jobs", Capabilities { transactions: true, ..Capabilities::NONE }),
    // Its records follow what happens to projects, which it hears from the outbox.
    ("the journal", Capabilities { transactions: true, changes: true, ..Capabilities::NONE }),
];

/// What events need once they leave the process: they are read from the change stream of the outbox.
const EVENTS_NEED: Capabilities = Capabilities { changes: true, ..Capabilities::NONE };

/// An opened server: stores, the state of each room, and what they share.
#[derive(Clone)]
pub struct App {
    /// The effective configuration.
    pub config: Config,
    /// The store of declared tables.
    pub tables: Tables,
    /// Files.
    pub blobs: Blobs,
    /// Accounts.
    pub accounts: atelier_accounts::State,
    /// Jobs and events.
    pub jobs: atelier_jobs::State,
    /// The journal.
    pub journal: atelier_journal::State,
    /// The factory.
    pub factory: atelier_factory::State,
    /// The record of who did what.
    pub trail: Trail,
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
    /// Opens the stores that the configuration names.
    pub async fn connect(config: Config, clock: Clock, randomness: Randomness) -> Result<Self, Error> {
        if config.tables.engine == TablesEngine::Embedded {
            return Self::open(config, clock, randomness);
        }
        let tables = Tables::connect(&config.dynamodb_options(&clock, &randomness), &declared()).await?;
        Self::over(tables, config, clock, randomness)
    }

    /// Opens the stores in the data directory, which it makes if need be.
    pub fn open(config: Config, clock: Clock, randomness: Randomness) -> Result<Self, Error> {
        if config.tables.engine != TablesEngine::Embedded {
            let reason = "this command works on the embedded tables only: tables.engine names another";
            return Err(Error::Config(reason.into()));
        }
        let tables = Tables::open(&config.table_options(&clock), &declared())?;
        Self::over(tables, config, clock, randomness)
    }

    fn over(tables: Tables, config: Config, clock: Clock, randomness: Randomness) -> Result<Self, Error> {
        for (who, needs) in NEEDS {
            tables.require(who, *needs)?;
        }
        if !config.events.nats_url.is_empty() {
            tables.require("events over NATS", EVENTS_NEED)?;
        }
        let blobs = crate::blobs::open(&config, clock.clone(), randomness.clone())?;
        let trail = Trail::new(tables.clone(), clock.clone(), randomness.clone());
        let keyring = Keyring::open(&config.key_source(), clock.now(), &randomness)?;
        let accounts = atelier_accounts::State::new(
            tables.clone(),
            clock.clone(),
            randomness.clone(),
            config.account_settings(),
            keyring.clone(),
        )
        .with_mailer(config.mailer()?)
        .with_issuers(config.issuers()?)
        .with_trail(trail.clone());
        let metrics = Metrics::install(None).map_err(|error| Error::Metrics(error.to_string()))?;
        let jobs =
            atelier_jobs::State::new(tables.clone(), clock.clone(), randomness.clone(), metrics.clone());
        let projects =
            atelier_projects::State::new(tables.clone(), clock.clone(), randomness.clone(), jobs.clone())
                .with_trail(trail.clone());
        let journal = crate::journal::open(&config, blobs.clone(), jobs.clone(), projects.clone())?;
        let factory = crate::factory::open(&config, blobs.clone(), projects.clone(), keyring)?;
        let stopping = CancellationToken::new();
        Ok(Self {
            config,
            tables,
            blobs,
            accounts,
            jobs,
            journal,
            factory,
            trail,
            projects,
            metrics,
            clock,
            randomness,
            stopping,
        })
    }
}

/// Every table of every room.
pub fn declared() -> Vec<&'static Table> {
    ROOMS.iter().flat_map(|room| room.tables).copied().collect()
}

/// Every action of every room, by name.
pub(crate) fn actions() -> Vec<ActionRow> {
    let shared = atelier_blobs::permissions::ALL;
    let mut actions: Vec<_> = ROOMS.iter().flat_map(|room| room.actions).chain(shared).copied().collect();
    actions.sort_by_key(|action| action.name);
    actions
}

/// Every code that may reach a user, by name.
pub(crate) fn error_codes() -> Vec<Code> {
    let shared = [
        atelier_base::codes::ALL,
        atelier_api::codes::ALL,
        atelier_analytics::codes::ALL,
        atelier_blobs::codes::ALL,
        atelier_credentials::codes::ALL,
        atelier_expansion::codes::ALL,
        atelier_extraction::codes::ALL,
        atelier_intelligence::codes::ALL,
        atelier_intelligence::read::codes::ALL,
        atelier_intelligence::speech::codes::ALL,
        atelier_media::codes::ALL,
        atelier_providers::codes::ALL,
        atelier_search::codes::ALL,
        atelier_secrets::codes::ALL,
        atelier_sql::codes::ALL,
        atelier_tables::codes::ALL,
        crate::codes::ALL,
    ];
    let mut codes: Vec<_> = ROOMS.iter().map(|room| room.codes).chain(shared).flatten().copied().collect();
    codes.sort_by_key(|code| code.name);
    codes
}
