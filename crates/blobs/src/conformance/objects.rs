//! Whole objects.

use std::time::Duration;

use super::{BUCKETS, EXPIRING, PLAIN, PUBLIC, broken, bytes, chunks, key, scope};
use crate::{Blobs, Bucket, Disposition, Error, Put, Signing};

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}

/// Bytes, type, size, hash.
pub async fn a_put_object_reads_back(store: &Blobs) {
    let (scope, key, body) = (scope(), key("training/authentic_v1/img001.jpg"), bytes(1, 300_000));
    let put = store.put(scope, PLAIN, &key, Put::of_type("image/jpeg"), chunks(&body, 7_000)).await;
    let put = put.expect("stored");
    assert_eq!(put.sha256.as_deref(), Some(sha256(&body).as_str()));
    assert_eq!((put.size, put.content_type.as_str()), (300_000, "image/jpeg"));
    let head = store.head(scope, PLAIN, &key).await.expect("there");
    assert_eq!((&head.sha256, head.size, &head.key), (&put.sha256, put.size, &key));
    assert_eq!((&head.content_type, &head.etag), (&put.content_type, &put.etag));
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert_eq!(object.range, 0..300_000);
    assert_eq!(object.bytes().await.expect("read"), body);
}

/// No bytes are bytes too.
pub async fn an_empty_object_is_one(store: &Blobs) {
    let (scope, key) = (scope(), key("empty"));
    let put = store.put_bytes(scope, PLAIN, &key, Put::default(), "").await.expect("stored");
    assert_eq!((put.size, put.sha256), (0, Some(sha256(b""))));
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert_eq!(object.info.content_type, "application/octet-stream");
    assert!(object.bytes().await.expect("read").is_empty());
    let range = store.get_range(scope, PLAIN, &key, 0..1).await;
    assert!(matches!(range, Err(Error::RangeUnsatisfiable { size: 0 })), "{range:?}");
}

/// More than two parts of S3.
pub async fn a_large_object_comes_in_parts(store: &Blobs) {
    let (scope, key, body) = (scope(), key("large"), bytes(2, 18_000_000));
    let put = Put::of_type("image/tiff").with("note", "large").expect(&sha256(&body));
    store.put(scope, PLAIN, &key, put, chunks(&body, 1_000_000)).await.expect("stored");
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert_eq!(object.info.metadata["note"], "large");
    assert_eq!(object.info.content_type, "image/tiff");
    assert!(object.bytes().await.expect("read") == body);
    let some = store.get_range(scope, PLAIN, &key, 8_388_000..8_389_000).await.expect("there");
    assert_eq!(some.bytes().await.expect("read"), body[8_388_000..8_389_000]);
}

/// Nothing of the old one is left.
pub async fn a_put_replaces_the_whole_object(store: &Blobs) {
    let (scope, key) = (scope(), key("a"));
    let first = Put::of_type("text/plain").with("old", "yes");
    let first = store.put_bytes(scope, PLAIN, &key, first, "a long text").await.expect("stored");
    let second = store.put_bytes(scope, PLAIN, &key, Put::default(), "short").await.expect("stored");
    assert_ne!(first.etag, second.etag);
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert!(object.info.metadata.is_empty());
    assert_eq!(object.bytes().await.expect("read"), "short");
}

/// Several at once, of several folders; one whose bytes are others is refused.
pub async fn objects_are_put_together(store: &Blobs) {
    let scope = scope();
    let object = |name: &str, body: &'static str| (key(name), Put::default(), body.into());
    let objects = vec![object("a/1", "more"), object("a/2", "two"), object("b", "")];
    let put = store.put_all(scope, PLAIN, objects).await.expect("stored");
    assert_eq!(put.iter().map(|info| info.size).collect::<Vec<_>>(), [4, 3, 0]);
    for (name, body) in [("a/1", "more"), ("a/2", "two"), ("b", "")] {
        let object = store.get(scope, PLAIN, &key(name)).await.expect("there");
        assert_eq!(object.bytes().await.expect("read"), body);
    }
    assert!(store.put_all(scope, PLAIN, Vec::new()).await.expect("nothing").is_empty());
    let wrong = (key("c"), Put::default().expect(&sha256(b"other")), "text".into());
    let refused = store.put_all(scope, PLAIN, vec![wrong]).await;
    assert!(matches!(refused, Err(Error::ChecksumMismatch { .. })), "{refused:?}");
}

/// Never a part of an object.
pub async fn a_stream_that_breaks_leaves_what_was(store: &Blobs) {
    let (scope, key, body) = (scope(), key("a"), bytes(3, 3_000_000));
    let torn = store.put(scope, PLAIN, &key, Put::default(), broken(&body, 100_000)).await;
    assert!(matches!(torn, Err(Error::Interrupted { .. })), "{torn:?}");
    assert!(matches!(store.head(scope, PLAIN, &key).await, Err(Error::NotFound)));
    store.put_bytes(scope, PLAIN, &key, Put::default(), "before").await.expect("stored");
    let torn = store.put(scope, PLAIN, &key, Put::default(), broken(&body, 100_000)).await;
    assert!(torn.is_err());
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert_eq!(object.bytes().await.expect("read"), "before");
}

/// The limit of the call, to the byte.
pub async fn too_many_bytes_are_refused(store: &Blobs) {
    let (scope, key, body) = (scope(), key("a"), bytes(4, 1_000));
    let put = |limit| Put { limit: Some(limit), ..Put::default() };
    let refused = store.put(scope, PLAIN, &key, put(999), chunks(&body, 100)).await;
    assert!(matches!(refused, Err(Error::TooLarge { limit: 999 })), "{refused:?}");
    assert!(matches!(store.head(scope, PLAIN, &key).await, Err(Error::NotFound)));
    store.put(scope, PLAIN, &key, put(1_000), chunks(&body, 100)).await.expect("stored");
}

/// Announced by their SHA-256.
pub async fn other_bytes_than_announced_are_refused(store: &Blobs) {
    let (scope, key) = (scope(), key("a"));
    let put = || Put::default().expect(&sha256(b"right").to_uppercase());
    let refused = store.put_bytes(scope, PLAIN, &key, put(), "wrong").await;
    assert!(matches!(refused, Err(Error::ChecksumMismatch { .. })), "{refused:?}");
    assert!(matches!(store.head(scope, PLAIN, &key).await, Err(Error::NotFound)));
    store.put_bytes(scope, PLAIN, &key, put(), "right").await.expect("stored");
}

/// Any text as a value, few letters as a name.
pub async fn metadata_is_checked_and_kept(store: &Blobs) {
    let (scope, key) = (scope(), key("a"));
    let put = Put::of_type("image/png").with("filename", "Größe „eins“ 🎨.png").with("by", "");
    let stored = store.put_bytes(scope, PLAIN, &key, put.clone(), "x").await.expect("stored");
    assert_eq!(stored.metadata, put.metadata);
    assert_eq!(store.head(scope, PLAIN, &key).await.expect("there").metadata, put.metadata);
    for put in [
        Put::of_type("text/plain\r\nx: y"),
        Put::of_type(&"x".repeat(201)),
        Put::default().with("Name", "x"),
        Put::default().with("", "x"),
        Put::default().with("name", "a\nb"),
        Put::default().with("name", &"x".repeat(1_300)),
        Put::default().expect("abc"),
    ] {
        let refused = store.put_bytes(scope, PLAIN, &key, put, "x").await;
        assert!(matches!(refused, Err(Error::InvalidMetadata { .. })), "{refused:?}");
    }
}

/// As in HTTP.
pub async fn ranges_are_cut_at_the_end(store: &Blobs) {
    let (scope, key) = (scope(), key("a"));
    store.put_bytes(scope, PLAIN, &key, Put::default(), "0123456789").await.expect("stored");
    for (range, text) in [(0..4, "0123"), (4..5, "4"), (8..100, "89"), (0..10, "0123456789")] {
        let object = store.get_range(scope, PLAIN, &key, range.clone()).await.expect("there");
        assert_eq!((object.info.size, object.range.start), (10, range.start));
        assert_eq!(object.range.end, range.end.min(10));
        assert_eq!(object.bytes().await.expect("read"), text, "{range:?}");
    }
    for range in [10..11, 4..4, 100..200] {
        let refused = store.get_range(scope, PLAIN, &key, range).await;
        assert!(matches!(refused, Err(Error::RangeUnsatisfiable { size: 10 })), "{refused:?}");
    }
    let missing = store.get_range(scope, PLAIN, &super::key("b"), 0..1).await;
    assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
}

/// And may be deleted again; its neighbours stay.
pub async fn a_deleted_object_is_gone(store: &Blobs) {
    let scope = scope();
    for name in ["a", "a/b", "a/b/c"] {
        store.put_bytes(scope, PLAIN, &key(name), Put::default(), name.to_owned()).await.expect("stored");
    }
    for _ in 0..2 {
        store.delete(scope, PLAIN, &key("a/b")).await.expect("deleted");
        assert!(matches!(store.get(scope, PLAIN, &key("a/b")).await, Err(Error::NotFound)));
    }
    for name in ["a", "a/b/c"] {
        let object = store.get(scope, PLAIN, &key(name)).await.expect("there");
        assert_eq!(object.bytes().await.expect("read"), name);
    }
}

/// With type and metadata, across buckets.
pub async fn a_copy_is_an_object_of_its_own(store: &Blobs) {
    let (scope, from, to) = (scope(), key("from"), key("to/here"));
    let put = Put::of_type("image/png").with("name", "one");
    let stored = store.put_bytes(scope, PLAIN, &from, put, "bytes").await.expect("stored");
    store.copy(scope, (PLAIN, &from), (EXPIRING, &to)).await.expect("copied");
    store.delete(scope, PLAIN, &from).await.expect("deleted");
    let copy = store.get(scope, EXPIRING, &to).await.expect("there");
    assert_eq!((&copy.info.metadata, &copy.info.content_type), (&stored.metadata, &stored.content_type));
    assert_eq!(copy.bytes().await.expect("read"), "bytes");
    let missing = store.copy(scope, (PLAIN, &from), (PLAIN, &to)).await;
    assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
}

/// Capitals and small letters are different keys.
pub async fn every_letter_of_a_key_is_kept(store: &Blobs) {
    let scope = scope();
    let longest = format!("{}/{}", ["X"; 120].concat(), ["y"; 120].concat());
    let names = ["A/B.png", "a/b.png", "A/b.png", "-_.=+@,()!/x", "a...b", ".a", &longest];
    for name in names {
        store.put_bytes(scope, PLAIN, &key(name), Put::default(), name.to_owned()).await.expect("stored");
    }
    for name in names {
        let object = store.get(scope, PLAIN, &key(name)).await.expect("there");
        assert_eq!(object.bytes().await.expect("read"), name);
    }
}

/// Not a mixture.
pub async fn concurrent_puts_leave_one_of_them_whole(store: &Blobs) {
    let (scope, key, other) = (scope(), key("deep/down/there"), key("deep/down/other"));
    let puts = (0..8).map(|n| {
        let (key, other) = (&key, &other);
        async move {
            let body = bytes(n + 10, 200_000);
            let put = store.put(scope, PLAIN, key, Put::default(), chunks(&body, 10_000)).await?;
            // Folders come and go meanwhile.
            store.put_bytes(scope, PLAIN, other, Put::default(), "x").await?;
            store.delete(scope, PLAIN, other).await?;
            Ok::<_, Error>(put.sha256)
        }
    });
    let hashes = futures_util::future::try_join_all(puts).await.expect("stored");
    let object = store.get(scope, PLAIN, &key).await.expect("there");
    assert!(hashes.contains(&object.info.sha256));
    // The hash is compared on the way.
    assert_eq!(object.bytes().await.expect("whole").len(), 200_000);
}

/// And be private.
pub async fn buckets_must_be_declared(store: &Blobs) {
    const OTHER: &Bucket = &Bucket::new("conformance-other-{env}", "Tests");
    for bucket in [OTHER, PUBLIC] {
        let refused = store.put_bytes(scope(), bucket, &key("a"), Put::default(), "x").await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
    }
    for bucket in BUCKETS {
        assert_eq!(store.bucket(&store.name_of(bucket)), Some(*bucket));
    }
    assert_eq!(store.bucket("conformance-plain-{env}"), None);
}

/// For a second to seven days, with a name that is one.
pub async fn an_address_is_signed(store: &Blobs) {
    let (scope, key) = (scope(), key("a/b.png"));
    let sign = async |seconds, name: &str| {
        let disposition = Some(Disposition::Attachment(name.to_owned()));
        let signing = Signing { disposition, ..Signing::reading(Duration::from_secs(seconds)) };
        store.signed_url(scope, PLAIN, &key, &signing).await
    };
    let one = sign(60, "work.png").await.expect("signed");
    assert!(one.starts_with("http") && one.contains("a/b.png?"), "{one}");
    assert_ne!(one, sign(60, "other.png").await.expect("signed"));
    for (seconds, name) in [(0, "a"), (604_801, "a"), (60, ""), (60, "a\r\nb"), (60, "../a")] {
        let refused = sign(seconds, name).await;
        assert!(matches!(refused, Err(Error::InvalidMetadata { .. })), "{refused:?}");
    }
}
