//! The lake and SQL over it, on the embedded store of files.

mod lake;
mod queries;
mod refusals;

use atelier_analytics::{Column, ColumnKind, Dataset, Lake, Month};
use atelier_base::{Randomness, Scope, TenantId, UserId};
use atelier_blobs::{ASSETS, Blobs, Options};
use serde_json::{Value, json};

pub(crate) static SESSIONS: Dataset = Dataset {
    name: "sessions",
    purpose: "A session of work",
    columns: &[
        Column { name: "project", kind: ColumnKind::Text, purpose: "The project" },
        Column { name: "minutes", kind: ColumnKind::Integer, purpose: "Minutes" },
        Column { name: "cost", kind: ColumnKind::Real, purpose: "Cost" },
        Column { name: "billed", kind: ColumnKind::Boolean, purpose: "Whether it was billed" },
        Column { name: "day", kind: ColumnKind::Date, purpose: "The local day" },
        Column { name: "began", kind: ColumnKind::Instant, purpose: "When it began" },
    ],
};
pub(crate) static EMPTY: Dataset = Dataset {
    name: "purchases",
    purpose: "Something bought",
    columns: &[Column { name: "price", kind: ColumnKind::Integer, purpose: "Pence" }],
};

pub(crate) struct Bench {
    pub(crate) lake: Lake,
    pub(crate) blobs: Blobs,
    pub(crate) ours: Scope,
    pub(crate) theirs: Scope,
    pub(crate) folder: tempfile::TempDir,
}

pub(crate) fn bench() -> Bench {
    let folder = tempfile::tempdir().expect("a folder");
    let blobs = Blobs::open(Options::at(folder.path()), &[&ASSETS]).expect("blobs");
    let lake = Lake::open(blobs.clone(), &ASSETS, &[&SESSIONS, &EMPTY], 2).expect("a lake");
    let randomness = Randomness::system();
    let clock = atelier_base::Clock::system();
    let scope = || Scope::tenant(TenantId::Personal(UserId::generate(clock.now(), &randomness)));
    Bench { lake, blobs, ours: scope(), theirs: scope(), folder }
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().expect("readable text")
}

pub(crate) fn session(project: &str, minutes: i64, day: &str) -> Value {
    json!({"project": project, "minutes": minutes, "cost": 1.5, "billed": false, "day": day,
        "began": format!("{day}T09:30:00Z"), "unknown": "left out"})
}
