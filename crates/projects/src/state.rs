//! What the functions of this crate need.

use atelier_api::Topic;
use atelier_audit::Trail;
use atelier_base::{Clock, Randomness};
use atelier_tables::Tables;

use crate::ProjectChange;

/// The ports of projects. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The store.
    pub tables: Tables,
    /// The time.
    pub clock: Clock,
    /// Ids.
    pub randomness: Randomness,
    /// Where what happened is told to whoever follows it.
    pub jobs: atelier_jobs::State,
    /// The record of who did what.
    pub trail: Trail,
    /// News of changes, for live pages.
    pub changes: Topic<ProjectChange>,
}

impl State {
    /// The state over a store.
    pub fn new(tables: Tables, clock: Clock, randomness: Randomness, jobs: atelier_jobs::State) -> Self {
        let trail = Trail::new(tables.clone(), clock.clone(), randomness.clone());
        Self { tables, clock, randomness, jobs, trail, changes: Topic::new() }
    }

    /// The same with a trail that others share.
    pub fn with_trail(self, trail: Trail) -> Self {
        Self { trail, ..self }
    }
}
