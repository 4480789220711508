//! `[jobs]` and `[events]`.

use serde::{Deserialize, Serialize};

/// `[jobs]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct JobsConfig {
    pub name: String,
    pub concurrency: usize,
    pub computations: usize,
    pub lease_seconds: u64,
}

/// `[events]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EventsConfig {
    pub nats_url: String,
    pub stream: String,
}
