//! What the pictures themselves take: each is looked at, and written to a disk with its copy.

use std::sync::Arc;

use atelier_base::{OrganisationId, Randomness, Scope, TenantId, Timestamp};
use atelier_blobs::{ASSETS, Blobs, Options, Put};
use atelier_media::{Limits, preview, probe};
use tempfile::TempDir;
use tokio::task::JoinSet;

use super::machine::picture;
use super::{AT_ONCE, ITEMS};
use crate::process;

/// Edges of the smaller copies of a product.
const EDGES: [u32; 3] = [150, 400, 800];

/// Milliseconds of a processor for each of the pictures, and their files: the file system slows down while many are
/// removed, so that they stay until everything is measured.
pub(super) async fn cpu_ms() -> (f64, TempDir) {
    let pictures: Vec<Vec<u8>> = (0..ITEMS).map(picture).collect();
    let executable = std::env::current_exe().expect("a path");
    let folder = tempfile::tempdir_in(executable.parent().expect("a folder")).expect("a directory");
    let blobs = Blobs::open(Options::at(folder.path()), &[&ASSETS]).expect("a store");
    let tenant = OrganisationId::generate(Timestamp::from_millis(0), &Randomness::seeded(1));
    let scope = Scope::tenant(TenantId::Organisation(tenant));
    let (pictures, mut tasks) = (Arc::new(pictures), JoinSet::new());
    let begun = process::cpu(std::process::id());
    for part in 0..AT_ONCE {
        let (pictures, blobs) = (pictures.clone(), blobs.clone());
        tasks.spawn(async move {
            for at in (part..ITEMS).step_by(AT_ONCE as usize) {
                keep(&blobs, scope, at, &pictures[at as usize]).await;
            }
        });
    }
    tasks.join_all().await;
    let spent = process::cpu(std::process::id()).saturating_sub(begun);
    (spent.as_secs_f64() * 1e3 / f64::from(ITEMS), folder)
}

async fn keep(blobs: &Blobs, scope: Scope, at: u32, picture: &[u8]) {
    let limits = Limits::DEFAULT;
    probe(picture, &limits).expect("a picture");
    let seen = preview(picture, &EDGES, &limits).expect("a picture");
    let key = |end: &str| format!("products/unfiled/2026/11/{at}{end}.jpg").parse().expect("a key");
    let copy = seen.thumbnails.into_iter().next().expect("a copy");
    let objects = vec![
        (key(""), Put::of_type("image/jpeg"), picture.to_vec().into()),
        (key("_small"), Put::of_type("image/jpeg"), copy.jpeg.into()),
    ];
    blobs.put_all(scope, &ASSETS, objects).await.expect("written");
}
