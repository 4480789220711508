//! Both engines: what each does alike, and what only one does.

mod directory;
mod disk;
mod kill;
mod s3;

use atelier_base::{Clock, Randomness, Timestamp};
use atelier_blobs::{Blobs, Options, conformance};

/// The instant at which tests begin.
fn start() -> Timestamp {
    Timestamp::from_millis(1_795_251_600_000)
}

fn options(directory: &std::path::Path) -> Options {
    Options {
        clock: Clock::fixed(start()),
        randomness: Randomness::seeded(1),
        object_limit: 100_000_000,
        ..Options::at(directory)
    }
}

#[expect(clippy::unused_async, reason = "other engines wait for theirs")]
async fn open() -> (Blobs, tempfile::TempDir) {
    let directory = tempfile::tempdir().expect("a directory");
    let blobs = Blobs::open(options(directory.path()), conformance::BUCKETS).expect("opened");
    (blobs, directory)
}

mod embedded {
    atelier_blobs::conformance!(super::super::open);
}
