//! The daily round: files whose bucket lets them expire go, uploads that nobody went on with, and files of products
//! that no row names.

use atelier_factory::work::SETTLED;
use atelier_jobs::{Failure, Job, Workers};
use serde::{Deserialize, Serialize};

use crate::App;
use crate::factory::sweep_products;

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
    orphans: usize,
}

pub(crate) fn known(workers: Workers, app: &App) -> Workers {
    let app = app.clone();
    workers.on(move |_: Lifecycle, _| {
        let app = app.clone();
        async move {
            let swept = app.blobs.apply_lifecycle(app.clock.now()).await?;
            let orphans = sweep_products(&app, SETTLED, false).await?;
            let orphans = orphans.iter().map(|(_, found)| found.keys.len()).sum();
            Ok::<_, Failure>(Expired { objects: swept.objects, uploads: swept.uploads, orphans })
        }
    })
}
