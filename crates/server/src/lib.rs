//! Composition: configuration, stores, rooms, router, web files. The only crate that knows all others.
//!
//! [`Config`] is read once; [`App::open`] opens the stores and builds each room's state; [`router()`]
//! puts everything behind one address in a documented order; [`serve()`] binds the socket and stops
//! cleanly. [`ROOMS`] is what the server serves, as data; the documents of [`generate`] come from it.
//!
//! No noun and no rule lives here. Start with `app.rs`, then `router.rs`.

mod app;
mod audit;
mod blobs;
mod config;
pub mod demo;
pub mod erasure;
mod error;
mod factory;
pub mod generate;
mod graphql;
mod health;
mod housekeeping;
mod jobs;
mod journal;
mod middleware;
mod router;
mod schema;
mod serve;
mod web;

pub use app::{App, ROOMS, declared};
pub use config::{
    BlobsConfig, Config, CredentialsConfig, DynamoDbConfig, DynamodbApi, FactoryConfig, Flags,
    IntelligenceConfig, IssuersConfig, JournalConfig, Mail, OidcIssuer, Secrets, ServerFlags, Setting,
    Source, SqlConfig, TablesConfig, TablesEngine, TelemetryConfig,
};
pub use error::{Error, codes};
pub use factory::{FactoryMove, sweep_products};
pub use housekeeping::tidy_up;
pub use jobs::{relay, schedule_upkeep, workers};
pub use journal::{ask, build_index, fill_lake};
pub use router::router;
pub use schema::{Schema, schema};
pub use serve::{serve, start_logging};
