//! What only the directory does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use atelier_base::{PageRequest, Timestamp};
use atelier_blobs::conformance::{BUCKETS, EXPIRING, PLAIN, VERSIONED, bytes, key, scope};
use atelier_blobs::{Blobs, Error, NewUpload, Options, Put, Swept};

use crate::{options, start};

const DAY: Duration = Duration::from_hours(24);

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[tokio::test]
async fn old_objects_expire_and_others_stay() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = options(directory.path());
    let (clock, scope) = (options.clock.clone(), scope());
    let blobs = Blobs::open(options, BUCKETS).expect("opened");
    for bucket in [PLAIN, VERSIONED, EXPIRING] {
        blobs.put_bytes(scope, bucket, &key("a/old"), Put::default(), "x").await.expect("stored");
    }
    for n in 0..250 {
        let key = key(&format!("b/{n}"));
        blobs.put_bytes(scope, EXPIRING, &key, Put::default(), "x").await.expect("stored");
    }
    clock.advance(DAY);
    blobs.put_bytes(scope, EXPIRING, &key("a/new"), Put::default(), "x").await.expect("stored");
    // Written anew, it is young again.
    blobs.put_bytes(scope, EXPIRING, &key("b/7"), Put::default(), "x").await.expect("stored");
    let just_before = Timestamp::from_millis(start().after(30 * DAY).as_millis() - 1);
    assert_eq!(blobs.apply_lifecycle(just_before).await.expect("applied"), Swept::default());
    let swept = blobs.apply_lifecycle(start().after(30 * DAY)).await.expect("applied");
    assert_eq!(swept, Swept { objects: 250, uploads: 0 });
    let left = blobs.list(scope, EXPIRING, "", PageRequest::first(200)).await.expect("listed");
    let left: Vec<_> = left.into_nodes().map(|entry| entry.key.to_string()).collect();
    assert_eq!(left, ["a/new", "b/7"]);
    for bucket in [PLAIN, VERSIONED] {
        blobs.head(scope, bucket, &key("a/old")).await.expect("there");
    }
}

#[tokio::test]
async fn what_a_crash_left_is_swept() {
    let directory = tempfile::tempdir().expect("a directory");
    let pending = directory.path().join("blobs/tmp");
    std::fs::create_dir_all(pending.join("half an upload")).expect("made");
    std::fs::write(pending.join("half an object"), "x").expect("written");
    std::fs::write(pending.join("half an upload/data"), "x").expect("written");
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened");
    assert_eq!(files(&pending), Vec::<PathBuf>::new());
    let in_use = Blobs::open(options(directory.path()), BUCKETS);
    assert!(matches!(in_use, Err(Error::InUse { .. })), "{in_use:?}");
    drop(blobs);
    Blobs::open(options(directory.path()), BUCKETS).expect("opened again");
}

#[tokio::test]
async fn a_failed_or_dropped_put_leaves_no_file() {
    let directory = tempfile::tempdir().expect("a directory");
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened");
    let put = Put { limit: Some(10), ..Put::default() };
    let refused = blobs.put_bytes(scope(), PLAIN, &key("a"), put, bytes(1, 11)).await;
    assert!(matches!(refused, Err(Error::TooLarge { .. })), "{refused:?}");
    let body = futures_util::stream::pending::<Result<bytes::Bytes, String>>();
    let (scope, key) = (scope(), key("a"));
    let hanging = blobs.put(scope, PLAIN, &key, Put::default(), body);
    assert!(tokio::time::timeout(Duration::from_millis(50), hanging).await.is_err());
    assert_eq!(files(&directory.path().join("blobs/tmp")), Vec::<PathBuf>::new());
    assert_eq!(files(&directory.path().join("blobs/objects")), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn damage_is_found_and_can_be_cleared_away() {
    use std::os::unix::fs::FileExt as _;
    let directory = tempfile::tempdir().expect("a directory");
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened");
    let scope = scope();
    for name in ["body", "end", "cut"] {
        blobs.put_bytes(scope, PLAIN, &key(name), Put::default(), bytes(1, 500_000)).await.expect("stored");
    }
    let file = |name: &str| {
        let all = files(&directory.path().join("blobs/objects"));
        let path = all.into_iter().find(|path| path.ends_with(format!("{name}~"))).expect("a file");
        std::fs::File::options().read(true).write(true).open(path).expect("opened")
    };
    // The file systems keep no copy of a byte: this is what a bad sector looks like from here.
    file("body").write_all_at(b"?", 250_000).expect("written");
    let end = file("end");
    end.write_all_at(b"?", end.metadata().expect("read").len() - 40).expect("written");
    file("cut").set_len(400_000).expect("cut");
    let body = blobs.get(scope, PLAIN, &key("body")).await.expect("its end is whole").bytes().await;
    assert!(matches!(body, Err(Error::Corrupt { .. })), "{body:?}");
    for name in ["end", "cut"] {
        let damaged = blobs.get(scope, PLAIN, &key(name)).await;
        assert!(matches!(damaged, Err(Error::Corrupt { .. })), "{damaged:?}");
    }
    let listed = blobs.list(scope, PLAIN, "", PageRequest::first(10)).await.expect("listed");
    assert_eq!(listed.edges.len(), 3);
    for name in ["body", "end", "cut"] {
        blobs.delete(scope, PLAIN, &key(name)).await.expect("deleted");
    }
    assert_eq!(files(&directory.path().join("blobs/objects")), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_finished_upload_is_known_after_a_crash_in_between() {
    let directory = tempfile::tempdir().expect("a directory");
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened");
    let scope = scope();
    let new = NewUpload { bucket: PLAIN, key: None, size: Some(1_000), put: Put::default() };
    let upload = blobs.begin_upload(scope, new).await.expect("begun");
    let body = futures_util::stream::iter([Ok::<_, String>(bytes(1, 1_000))]);
    blobs.append(scope, &upload.id, 0, body).await.expect("appended");
    let about = directory.path().join("blobs/uploads").join(&upload.id).join("about.json");
    let before = std::fs::read(&about).expect("read");
    let object = blobs.finish_upload(scope, &upload.id).await.expect("finished");
    // As if the server had ended after the object got its name and before it said so.
    std::fs::write(&about, before).expect("written");
    drop(blobs);
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened again");
    assert_eq!(blobs.finish_upload(scope, &upload.id).await.expect("finished"), object);
    // Another object of the same name is not taken for it.
    std::fs::write(
        &about,
        std::fs::read_to_string(&about).expect("read").replace("\"object\":{", "\"other\":{"),
    )
    .expect("written");
    blobs.put_bytes(scope, PLAIN, &upload.key, Put::default(), "other").await.expect("stored");
    let gone = blobs.finish_upload(scope, &upload.id).await;
    assert!(matches!(gone, Err(Error::UploadNotFound)), "{gone:?}");
}

#[tokio::test]
async fn a_clock_that_goes_back_keeps_versions_in_order() {
    let directory = tempfile::tempdir().expect("a directory");
    let scope = scope();
    let mut made = Vec::new();
    for hour in [10, 12, 3] {
        let clock = atelier_base::Clock::fixed(Timestamp::from_millis(hour * 3_600_000));
        let blobs = Blobs::open(Options { clock, ..options(directory.path()) }, BUCKETS).expect("opened");
        let put = Put::default().with("hour", &hour.to_string());
        made.push(blobs.put_bytes(scope, VERSIONED, &key("a"), put, "x").await.expect("stored").version);
    }
    let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened");
    let versions = blobs.versions(scope, VERSIONED, &key("a")).await.expect("listed");
    let ids: Vec<_> = versions.into_iter().rev().map(|version| Some(version.id)).collect();
    assert_eq!(ids, made);
    assert_eq!(blobs.head(scope, VERSIONED, &key("a")).await.expect("there").metadata["hour"], "3");
}
