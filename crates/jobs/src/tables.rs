//! The tables of jobs and events on one page.

use atelier_tables::{Attribute, Index, Projection, Table, Tenancy};

/// Every table of this crate.
pub const TABLES: &[&Table] = &[&JOBS, &FILES, &SCHEDULES, &EVENTS, &CONSUMERS];

/// Workers serve every tenant, so these tables are the directory's; each item carries its tenant,
/// and a tenant's scope reaches no other's.
const fn shared(name: &'static str, hash: Attribute) -> Table {
    Table { tenancy: Tenancy::Directory, ..Table::new(name, hash) }
}

/// Jobs. Every job is in one lane: `ready#0` to `ready#3` by tenant, priority and time, or with a low priority
/// `low#0` to `low#3`; `waiting` by the instant it waits for; `running`; `finished`.
pub(crate) const JOBS: Table = Table {
    indexes: &[
        Index::new(LANES, Attribute::S("lane"), Attribute::S("lane_order")),
        Index::new(OF_TENANT, Attribute::S("tenant_id"), Attribute::S("created_at")),
        Index::new(OF_STATE, Attribute::S("tenant_state"), Attribute::S("created_at")),
    ],
    ttl: Some("expires_at"),
    ..shared("jobs", Attribute::S("job_id"))
};

pub(crate) const LANES: &str = "lane-jobs-index";
pub(crate) const OF_TENANT: &str = "tenant-jobs-index";
pub(crate) const OF_STATE: &str = "tenant-state-jobs-index";

/// Files that jobs made, in pieces.
pub(crate) const FILES: Table = Table {
    range: Some(Attribute::N("chunk")),
    ttl: Some("expires_at"),
    ..shared("job-files", Attribute::S("job_id"))
};

/// What is to be enqueued again and again, by the instant of the next time.
pub(crate) const SCHEDULES: Table = Table {
    indexes: &[Index::new(DUE, Attribute::S("agenda"), Attribute::S("next_at"))],
    ..shared("job-schedules", Attribute::S("schedule"))
};

pub(crate) const DUE: &str = "due-schedules-index";

/// The outbox. Its change stream is the order in which events were committed.
pub(crate) const EVENTS: Table = Table {
    indexes: &[Index::new("tenant-events-index", Attribute::S("tenant_id"), Attribute::S("emitted_at"))
        .projecting(Projection::Include(&["kind"]))],
    ttl: Some("expires_at"),
    stream: true,
    ..shared("events", Attribute::S("event_id"))
};

/// How far each subscriber of events has come, and which process serves it. Its heartbeats are in the change
/// stream as well, so that the place moves on while no events come and a look never begins far back.
pub(crate) const CONSUMERS: Table =
    Table { stream: true, ..shared("event-consumers", Attribute::S("consumer")) };
