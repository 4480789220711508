//! A disk that is full, and one that can't be written to.

use atelier_base::PageRequest;
use atelier_blobs::conformance::{BUCKETS, PLAIN, VERSIONED, bytes, key, scope};
use atelier_blobs::{Blobs, Error, NewUpload, Put};
use atelier_peers::disk::{SmallDisk, run_with_a_disk};

use crate::options;

#[test]
fn a_full_and_a_read_only_disk_lose_nothing() {
    run_with_a_disk("disk::child_on_a_small_disk", "a full and a read-only disk");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child_on_a_small_disk() {
    let Some(disk) = SmallDisk::mounted("4m") else { return };
    let directory = disk.path();
    let blobs = Blobs::open(options(directory), BUCKETS).expect("opened");
    let (scope, large) = (scope(), bytes(1, 5_000_000));
    blobs.put_bytes(scope, PLAIN, &key("a"), Put::default(), bytes(2, 500_000)).await.expect("stored");
    blobs.put_bytes(scope, VERSIONED, &key("a"), Put::default(), bytes(3, 500_000)).await.expect("stored");
    for bucket in [PLAIN, VERSIONED] {
        let full = blobs.put_bytes(scope, bucket, &key("a"), Put::default(), large.clone()).await;
        assert!(matches!(full, Err(Error::Full)), "{full:?}");
    }
    assert_eq!(blobs.versions(scope, VERSIONED, &key("a")).await.expect("listed").len(), 1);

    let new = NewUpload { bucket: PLAIN, key: None, size: Some(5_000_000), put: Put::default() };
    let upload = blobs.begin_upload(scope, new).await.expect("begun");
    let chunk =
        |range: std::ops::Range<usize>| futures_util::stream::iter([Ok::<_, String>(large.slice(range))]);
    blobs.append(scope, &upload.id, 0, chunk(0..1_000_000)).await.expect("appended");
    let full = blobs.append(scope, &upload.id, 1_000_000, chunk(1_000_000..5_000_000)).await;
    assert!(matches!(full, Err(Error::Full)), "{full:?}");
    assert_eq!(blobs.upload(scope, &upload.id).await.expect("there").offset, 1_000_000);

    // With some space it goes on where it was.
    disk.change("size=16m");
    blobs.append(scope, &upload.id, 1_000_000, chunk(1_000_000..5_000_000)).await.expect("appended");
    blobs.finish_upload(scope, &upload.id).await.expect("finished");

    drop(blobs);
    disk.change("ro");
    let blobs = Blobs::open(options(directory), BUCKETS).expect("reading needs no writing");
    let refused = blobs.put_bytes(scope, PLAIN, &key("b"), Put::default(), "x").await;
    assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{refused:?}");
    assert!(matches!(blobs.delete(scope, PLAIN, &key("a")).await, Err(Error::ReadOnly { .. })));
    assert!(matches!(blobs.abort_upload(scope, &upload.id).await, Err(Error::ReadOnly { .. })));
    assert!(matches!(blobs.ping().await, Err(Error::ReadOnly { .. })));
    for (bucket, seed) in [(PLAIN, 2), (VERSIONED, 3)] {
        let object = blobs.get(scope, bucket, &key("a")).await.expect("there");
        assert!(object.bytes().await.expect("whole") == bytes(seed, 500_000));
    }
    let object = blobs.get(scope, PLAIN, &upload.key).await.expect("there");
    assert!(object.bytes().await.expect("whole") == large);
    let listed = blobs.list(scope, PLAIN, "", PageRequest::first(10)).await.expect("listed");
    assert_eq!(listed.edges.len(), 2);
}
