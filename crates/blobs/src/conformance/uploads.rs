//! Uploads in several requests.

use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;

use super::{PLAIN, broken, bytes, chunks, key, scope};
use crate::{Blobs, Error, NewUpload, Put};

fn new(size: Option<u64>) -> NewUpload {
    NewUpload { bucket: PLAIN, key: None, size, put: Put::of_type("image/png").with("filename", "a.png") }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}

/// With the type and the metadata that were announced.
pub async fn chunks_become_an_object(store: &Blobs) {
    let (scope, body) = (scope(), bytes(1, 100_000));
    let upload = store.begin_upload(scope, new(Some(100_000))).await.expect("begun");
    assert_eq!(upload.key.to_string(), format!("uploads/{}", upload.id));
    for part in [0..40_000, 40_000..40_001, 40_001..100_000] {
        let at = part.start as u64;
        let offset = store.append(scope, &upload.id, at, chunks(&body.slice(part.clone()), 9_000)).await;
        assert_eq!(offset.expect("appended"), part.end as u64);
        assert_eq!(store.upload(scope, &upload.id).await.expect("there").offset, part.end as u64);
        assert!(matches!(store.head(scope, PLAIN, &upload.key).await, Err(Error::NotFound)));
    }
    let info = store.finish_upload(scope, &upload.id).await.expect("finished");
    assert_eq!((info.size, info.sha256), (100_000, Some(sha256(&body))));
    let object = store.get(scope, PLAIN, &upload.key).await.expect("there");
    assert_eq!(
        (object.info.content_type.as_str(), object.info.metadata["filename"].as_str()),
        ("image/png", "a.png")
    );
    assert_eq!(object.bytes().await.expect("read"), body);
}

/// So that a client can go on.
pub async fn a_wrong_offset_says_the_right_one(store: &Blobs) {
    let (scope, body) = (scope(), bytes(2, 100));
    let upload = store.begin_upload(scope, new(None)).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&body.slice(0..50), 50)).await.expect("appended");
    let ahead = store.append(scope, &upload.id, 51, chunks(&body.slice(51..), 50)).await;
    assert!(matches!(ahead, Err(Error::UploadOffset { expected: 50 })), "{ahead:?}");
    // Behind, with other bytes than are there.
    let other = store.append(scope, &upload.id, 0, chunks(&bytes(3, 100), 50)).await;
    assert!(matches!(other, Err(Error::UploadOffset { expected: 50 })), "{other:?}");
    assert_eq!(store.upload(scope, &upload.id).await.expect("there").offset, 50);
}

/// Its answer was lost, so it comes again.
pub async fn a_repeated_chunk_changes_nothing(store: &Blobs) {
    let (scope, body) = (scope(), bytes(4, 1_000));
    let upload = store.begin_upload(scope, new(Some(1_000))).await.expect("begun");
    for part in [0..600, 0..600, 300..600, 200..1_000, 0..1_000] {
        let at = part.start as u64;
        store.append(scope, &upload.id, at, chunks(&body.slice(part), 70)).await.expect("appended");
    }
    store.finish_upload(scope, &upload.id).await.expect("finished");
    let object = store.get(scope, PLAIN, &upload.key).await.expect("there");
    assert_eq!(object.bytes().await.expect("read"), body);
}

/// And the next one goes on behind.
pub async fn a_broken_chunk_is_kept_as_far_as_it_came(store: &Blobs) {
    let (scope, body) = (scope(), bytes(5, 10_000_000));
    let upload = store.begin_upload(scope, new(Some(10_000_000))).await.expect("begun");
    let torn = store.append(scope, &upload.id, 0, broken(&body.slice(0..9_000_000), 100_000)).await;
    assert!(matches!(torn, Err(Error::Interrupted { .. })), "{torn:?}");
    assert_eq!(store.upload(scope, &upload.id).await.expect("there").offset, 9_000_000);
    store
        .append(scope, &upload.id, 9_000_000, chunks(&body.slice(9_000_000..), 100_000))
        .await
        .expect("appended");
    let info = store.finish_upload(scope, &upload.id).await.expect("finished");
    assert_eq!(info.sha256, Some(sha256(&body)));
}

/// Its size and its SHA-256.
pub async fn an_upload_is_checked_at_its_end(store: &Blobs) {
    let scope = scope();
    let announced = NewUpload { put: Put::default().expect(&sha256(b"right")), ..new(Some(5)) };
    let upload = store.begin_upload(scope, announced).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&"wro".into(), 9)).await.expect("appended");
    let early = store.finish_upload(scope, &upload.id).await;
    assert!(matches!(early, Err(Error::UploadIncomplete { offset: 3, size: 5 })), "{early:?}");
    store.append(scope, &upload.id, 3, chunks(&"ng".into(), 9)).await.expect("appended");
    let wrong = store.finish_upload(scope, &upload.id).await;
    assert!(matches!(wrong, Err(Error::ChecksumMismatch { .. })), "{wrong:?}");
    assert!(matches!(store.head(scope, PLAIN, &upload.key).await, Err(Error::NotFound)));
}

/// Not a byte more.
pub async fn an_upload_has_its_size(store: &Blobs) {
    let scope = scope();
    let upload = store.begin_upload(scope, new(Some(5))).await.expect("begun");
    let much = store.append(scope, &upload.id, 0, chunks(&bytes(6, 6), 6)).await;
    assert!(matches!(much, Err(Error::TooLarge { limit: 5 })), "{much:?}");
    assert_eq!(store.upload(scope, &upload.id).await.expect("there").offset, 0);
    let vast = store.begin_upload(scope, new(Some(u64::MAX))).await;
    assert!(matches!(vast, Err(Error::TooLarge { .. })), "{vast:?}");
}

/// Once.
pub async fn a_size_may_come_later(store: &Blobs) {
    let scope = scope();
    let upload = store.begin_upload(scope, new(None)).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&bytes(7, 6), 6)).await.expect("appended");
    assert!(store.declare_upload(scope, &upload.id, 5).await.is_err());
    assert_eq!(store.declare_upload(scope, &upload.id, 6).await.expect("declared").size, Some(6));
    assert!(store.declare_upload(scope, &upload.id, 7).await.is_err());
    assert_eq!(store.finish_upload(scope, &upload.id).await.expect("finished").size, 6);
}

/// And its bytes with it.
pub async fn an_aborted_upload_is_gone(store: &Blobs) {
    let scope = scope();
    let upload = store.begin_upload(scope, new(None)).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&bytes(8, 6), 6)).await.expect("appended");
    store.abort_upload(scope, &upload.id).await.expect("aborted");
    assert!(matches!(store.upload(scope, &upload.id).await, Err(Error::UploadNotFound)));
    assert!(matches!(store.abort_upload(scope, &upload.id).await, Err(Error::UploadNotFound)));
    for odd in ["", "..", "../../x", "00000000000000000000000000000000"] {
        assert!(matches!(store.upload(scope, odd).await, Err(Error::UploadNotFound)), "{odd}");
    }
}

/// The answer may have been lost.
pub async fn finishing_twice_is_finishing_once(store: &Blobs) {
    let scope = scope();
    let wanted = key("named/by-caller");
    let upload = NewUpload { key: Some(wanted.clone()), ..new(None) };
    let upload = store.begin_upload(scope, upload).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&bytes(9, 6), 6)).await.expect("appended");
    let first = store.finish_upload(scope, &upload.id).await.expect("finished");
    assert_eq!(first.key, wanted);
    assert_eq!(store.finish_upload(scope, &upload.id).await.expect("finished"), first);
    let after = store.upload(scope, &upload.id).await.expect("there");
    assert_eq!((after.offset, after.object), (6, Some(first)));
    let more = store.append(scope, &upload.id, 6, chunks(&bytes(9, 6), 6)).await;
    assert!(matches!(more, Err(Error::UploadFinished)), "{more:?}");
    // What became of it stays.
    store.abort_upload(scope, &upload.id).await.expect("aborted");
    store.head(scope, PLAIN, &wanted).await.expect("there");
}

/// After the lifetime of uploads.
pub async fn an_abandoned_upload_expires(store: &Blobs) {
    let scope = scope();
    let upload = store.begin_upload(scope, new(None)).await.expect("begun");
    let just_before = upload.expires_at.as_millis() - 1;
    let before = atelier_base::Timestamp::from_millis(just_before);
    assert_eq!(store.sweep_uploads(before).await.expect("swept"), 0);
    assert_eq!(store.sweep_uploads(before.after(Duration::from_millis(1))).await.expect("swept"), 1);
    assert!(matches!(store.upload(scope, &upload.id).await, Err(Error::UploadNotFound)));
}

/// The second is told to wait.
pub async fn one_request_at_a_time(store: &Blobs) {
    let scope = scope();
    let upload = store.begin_upload(scope, new(None)).await.expect("begun");
    let id = upload.id.as_str();
    let body = futures_util::stream::once(async {
        let second = store.append(scope, id, 0, chunks(&"x".into(), 1)).await;
        assert!(matches!(second, Err(Error::UploadBusy)), "{second:?}");
        assert!(matches!(store.finish_upload(scope, id).await, Err(Error::UploadBusy)));
        Ok::<_, String>(Bytes::from_static(b"first"))
    });
    assert_eq!(store.append(scope, id, 0, body.boxed()).await.expect("appended"), 5);
    store.finish_upload(scope, id).await.expect("finished");
}

/// More than one of S3's parts.
pub async fn an_upload_of_several_parts(store: &Blobs) {
    let (scope, body) = (scope(), bytes(11, 18_000_000));
    let upload = store.begin_upload(scope, new(Some(18_000_000))).await.expect("begun");
    store.append(scope, &upload.id, 0, chunks(&body, 500_000)).await.expect("appended");
    let info = store.finish_upload(scope, &upload.id).await.expect("finished");
    assert_eq!(info.sha256, Some(sha256(&body)));
    let object = store.get(scope, PLAIN, &upload.key).await.expect("there");
    assert!(object.bytes().await.expect("read") == body);
}
