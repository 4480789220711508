//! Nobody reaches another tenant's objects.

use atelier_base::{PageRequest, Scope};

use super::{PLAIN, VERSIONED, key, scope};
use crate::{Blobs, Error, NewUpload, Put};

/// Whatever is done with its key.
pub async fn another_tenants_object_is_not_there(store: &Blobs) {
    let (mine, other, key) = (scope(), scope(), key("a"));
    for bucket in [PLAIN, VERSIONED] {
        store.put_bytes(mine, bucket, &key, Put::default(), "mine").await.expect("stored");
        assert!(matches!(store.get(other, bucket, &key).await, Err(Error::NotFound)));
        assert!(matches!(store.head(other, bucket, &key).await, Err(Error::NotFound)));
        assert!(matches!(store.get_range(other, bucket, &key, 0..1).await, Err(Error::NotFound)));
        assert!(matches!(store.copy(other, (bucket, &key), (bucket, &key)).await, Err(Error::NotFound)));
        store.delete(other, bucket, &key).await.expect("nothing to delete");
        store.purge(other, bucket, &key).await.expect("nothing to purge");
        store.put_bytes(other, bucket, &key, Put::default(), "other").await.expect("stored");
        let object = store.get(mine, bucket, &key).await.expect("there");
        assert_eq!(object.bytes().await.expect("read"), "mine");
    }
    let version = store.head(mine, VERSIONED, &key).await.expect("there").version.expect("a version");
    // Engines may name versions of different objects alike, so what is there must be the other's own.
    match store.get_version(other, VERSIONED, &key, &version).await {
        Ok(object) => assert_eq!(object.bytes().await.expect("read"), "other"),
        Err(error) => assert!(matches!(error, Error::NotFound), "{error:?}"),
    }
}

/// With any prefix.
pub async fn lists_show_only_ones_own(store: &Blobs) {
    let (mine, other) = (scope(), scope());
    store.put_bytes(mine, PLAIN, &key("a/mine"), Put::default(), "x").await.expect("stored");
    let tenant = mine.tenant_id().expect("a tenant").to_string();
    for prefix in ["", "a", "a/", tenant.as_str(), &format!("{tenant}/a")] {
        let page = store.list(other, PLAIN, prefix, PageRequest::first(10)).await.expect("listed");
        assert!(page.edges.is_empty(), "{prefix}");
    }
}

/// Nor can it be gone on with.
pub async fn another_tenants_upload_is_not_there(store: &Blobs) {
    let (mine, other) = (scope(), scope());
    let new = NewUpload { bucket: PLAIN, key: None, size: Some(4), put: Put::default() };
    let upload = store.begin_upload(mine, new).await.expect("begun");
    let id = upload.id.as_str();
    let body = || super::chunks(&"evil".into(), 4);
    assert!(matches!(store.upload(other, id).await, Err(Error::UploadNotFound)));
    assert!(matches!(store.append(other, id, 0, body()).await, Err(Error::UploadNotFound)));
    assert!(matches!(store.finish_upload(other, id).await, Err(Error::UploadNotFound)));
    assert!(matches!(store.declare_upload(other, id, 4).await, Err(Error::UploadNotFound)));
    assert!(matches!(store.abort_upload(other, id).await, Err(Error::UploadNotFound)));
    assert_eq!(store.upload(mine, id).await.expect("there").offset, 0);
}

/// Its scope reaches no tenant.
pub async fn the_directory_has_no_objects(store: &Blobs) {
    let refused = store.get(Scope::directory(), PLAIN, &key("a")).await;
    assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
}
