//! What is a user's, table by table. A declared table without a statement fails a test.

use crate::app::declared;

/// What of a table is a user's, and what becomes of it. Tenants that go with the user go as a whole, whatever
/// is said here; this is about the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    /// Items with the user's id in one of these attributes are deleted.
    Delete(&'static [&'static str]),
    /// Items stay, and the user's id in these attributes gives way to one of nobody's.
    Anonymise(&'static [&'static str]),
    /// Items stay, and the user's id gives way wherever it stands in them, lists and maps included.
    Everywhere,
    /// Counters under these logins are deleted.
    Attempts,
    /// A step of its own sees to it.
    ByStep,
    /// Nothing in it is a user's.
    Nothing,
}

use Statement::{Anonymise, Attempts, ByStep, Delete, Everywhere, Nothing};

/// The attributes that name a person in the tables of the rooms.
const NAMES: &[&str] = &[
    "user_id",
    "owner_id",
    "created_by",
    "updated_by",
    "author_id",
    "deployed_by",
    "userId",
    "ownerId",
    "createdBy",
    "updatedBy",
];

/// Every table by its name.
pub(crate) const STATEMENTS: &[(&str, Statement)] = &[
    // accounts
    ("users", ByStep),
    ("logins", Delete(&["user_id"])),
    ("tenants", Nothing),
    ("memberships", ByStep),
    ("sessions", Delete(&["user_id"])),
    ("api-keys", Delete(&["user_id"])),
    ("sign-in-attempts", Attempts),
    ("two-step", Delete(&["user_id"])),
    ("one-time-tokens", Delete(&["user_id"])),
    ("identities", Delete(&["user_id"])),
    // audit: `Trail::forget`
    ("audit-pending", ByStep),
    ("audit-records", ByStep),
    ("audit-heads", Nothing),
    ("audit-actors", ByStep),
    // erasure: the certificate takes the place of what was noted
    ("erasures", ByStep),
    // jobs: what the user asked for, and what came of it, goes with them
    ("jobs", Delete(&["created_by"])),
    ("job-files", Nothing),
    ("job-schedules", Nothing),
    ("events", Nothing),
    ("event-consumers", Nothing),
    // projects: the work is the organisation's
    ("projects", Anonymise(NAMES)),
    // guard: verdicts are the user's own
    ("artguard-inference-records", Delete(&["user_id"])),
    ("artguard-image-records", Anonymise(NAMES)),
    ("artguard-patch-records", Anonymise(NAMES)),
    ("artguard-run-records", Anonymise(NAMES)),
    ("artguard-config-records", Anonymise(NAMES)),
    // journal: the work is the organisation's; approvals and earlier states of a log name people deep inside
    ("Artissist", Everywhere),
    // workbench, lab: the work is the organisation's
    ("studio-flows", Anonymise(NAMES)),
    ("studio-nodes", Anonymise(NAMES)),
    ("studio-edges", Anonymise(NAMES)),
    ("studio-snapshots", Anonymise(NAMES)),
    ("agent-templates", Anonymise(NAMES)),
    ("flow-node-configs", Anonymise(NAMES)),
    ("agent-execution-history", Anonymise(NAMES)),
    ("experiments", Anonymise(NAMES)),
    ("experiment-runs", Anonymise(NAMES)),
    ("datasets", Anonymise(NAMES)),
    ("models", Anonymise(NAMES)),
    ("lab-model-registry", Anonymise(NAMES)),
    ("experiment-run-logs", Anonymise(NAMES)),
];

/// The statement about a table.
pub(crate) fn statement(table: &str) -> Option<Statement> {
    STATEMENTS.iter().find(|(name, _)| *name == table).map(|(_, statement)| *statement)
}

/// Declared tables that nothing is said about: none, or a test fails.
pub fn unstated() -> Vec<&'static str> {
    declared().into_iter().map(|table| table.name).filter(|name| statement(name).is_none()).collect()
}
