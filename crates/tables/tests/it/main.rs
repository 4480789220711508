//! The embedded engine: what every engine does, and what only it does.

mod backup;
mod engine;
mod kill;
mod model;

use atelier_tables::{Options, Tables, conformance};

#[expect(clippy::unused_async, reason = "other engines wait for theirs")]
async fn open() -> (Tables, tempfile::TempDir) {
    let directory = tempfile::tempdir().expect("a directory");
    let tables = Tables::open(&Options::at(directory.path()), conformance::TABLES).expect("opened");
    (tables, directory)
}

atelier_tables::conformance!(super::open);
