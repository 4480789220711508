//! The daily round: files whose bucket lets them expire go, and uploads that nobody went on with.

use atelier_jobs::{Failure, Job, Workers};
use serde::{Deserialize, Serialize};

use crate::App;

/// Applies the rules of the buckets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Lifecycle {}

impl Job for Lifecycle {
    const KIND: &'static str = "files.lifecycle";
}

/// What came of it.
#[derive(Serialize)]
struct Expired {
    objects: u64,
    uploads: u64,
}

pub(crate) fn known(workers: Workers, app: &App) -> Workers {
    let app = app.clone();
    workers.on(move |_: Lifecycle, _| {
        let app = app.clone();
        async move {
            let swept = app.blobs.apply_lifecycle(app.clock.now()).await?;
            Ok::<_, Failure>(Expired { objects: swept.objects, uploads: swept.uploads })
        }
    })
}
