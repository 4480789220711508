//! Jobs and events: work that outlives the request that asked for it.
//!
//! A [`Job`] is a serde struct. [`enqueue()`] turns it into a write that goes into the same transaction as the
//! caller's own; [`Workers`] carry it out, at least once, under a lease that a dead worker loses. An
//! [`Event`](events::Event) is written the same way and handed, in order, to every subscriber until it took it.
//! Everything lies in [`Tables`](atelier_tables::Tables) and uses nothing but its public calls.
//!
//! No job and no event of the product lives here, and nothing here knows the web.
//! Start with `enqueue.rs`, then `worker.rs`; the promises about leases are in `lease.rs`.

mod backoff;
mod claim;
mod computations;
mod context;
mod control;
mod enqueue;
mod error;
pub mod events;
mod file;
mod lane;
mod lease;
mod owner;
mod reap;
mod record;
mod schedule;
mod sighting;
mod state;
mod tables;
mod uptime;
mod worker;

pub use context::{Context, Failure, Stop};
pub use control::{active, cancel, fetch, find, given_up, list, retry};
pub use enqueue::{Job, Options, enqueue, send};
pub use error::{Error, codes};
pub use file::{JobFile, keep_file, read_file};
pub use owner::Owner;
pub use record::{JobRecord, JobState, Priority, Progress};
pub use schedule::{Rule, Schedule, Weekday, declare_schedule, schedules};
pub use state::State;
pub use tables::TABLES;
pub use uptime::Uptime;
pub use worker::{Settings, Workers};
