//! What the functions of this crate need.

use atelier_api::Topic;
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
    /// News of changes, for live pages.
    pub changes: Topic<ProjectChange>,
}

impl State {
    /// The state over a store.
    pub fn new(tables: Tables, clock: Clock, randomness: Randomness) -> Self {
        Self { tables, clock, randomness, changes: Topic::new() }
    }
}
