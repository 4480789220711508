//! Buckets that keep what was.

use super::{PLAIN, VERSIONED, key, scope};
use crate::{Blobs, Error, Put};

async fn put(store: &Blobs, scope: atelier_base::Scope, name: &str, text: &str) -> String {
    let put = Put::of_type("text/plain").with("text", text);
    let stored = store.put_bytes(scope, VERSIONED, &key(name), put, text.to_owned()).await.expect("stored");
    stored.version.expect("a version")
}

async fn text(store: &Blobs, scope: atelier_base::Scope, name: &str) -> String {
    let object = store.get(scope, VERSIONED, &key(name)).await.expect("there");
    String::from_utf8_lossy(&object.bytes().await.expect("read")).into_owned()
}

/// And each reads back.
pub async fn every_put_is_a_version(store: &Blobs) {
    let scope = scope();
    let mut made = Vec::new();
    for text in ["one", "two!", "three"] {
        made.push(put(store, scope, "a", text).await);
    }
    let versions = store.versions(scope, VERSIONED, &key("a")).await.expect("listed");
    let ids: Vec<_> = versions.iter().map(|version| version.id.clone()).collect();
    assert_eq!(ids, made.iter().rev().cloned().collect::<Vec<_>>());
    let current: Vec<_> = versions.iter().map(|version| (version.current, version.size)).collect();
    assert_eq!(current, [(true, 5), (false, 4), (false, 3)]);
    let first = store.get_version(scope, VERSIONED, &key("a"), &made[0]).await.expect("there");
    assert_eq!(first.bytes().await.expect("read"), "one");
    assert_eq!(text(store, scope, "a").await, "three");
    assert_eq!(store.head(scope, VERSIONED, &key("a")).await.expect("there").version.as_ref(), made.last());
}

/// As a new version, with type and metadata.
pub async fn a_version_is_restored(store: &Blobs) {
    let scope = scope();
    let first = put(store, scope, "a", "one").await;
    put(store, scope, "a", "two").await;
    let restored = store.restore(scope, VERSIONED, &key("a"), &first).await.expect("restored");
    assert_eq!((restored.metadata["text"].as_str(), restored.content_type.as_str()), ("one", "text/plain"));
    assert_eq!(text(store, scope, "a").await, "one");
    let versions = store.versions(scope, VERSIONED, &key("a")).await.expect("listed");
    assert_eq!(versions.len(), 3);
    assert_eq!(Some(&versions[0].id), restored.version.as_ref());
    let missing = store.restore(scope, VERSIONED, &key("b"), &first).await;
    assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
}

/// Its versions were kept.
pub async fn a_deleted_object_comes_back(store: &Blobs) {
    let scope = scope();
    let version = put(store, scope, "a/b", "one").await;
    store.delete(scope, VERSIONED, &key("a/b")).await.expect("deleted");
    assert!(matches!(store.get(scope, VERSIONED, &key("a/b")).await, Err(Error::NotFound)));
    let versions = store.versions(scope, VERSIONED, &key("a/b")).await.expect("listed");
    assert_eq!(versions.iter().map(|version| version.current).collect::<Vec<_>>(), [false]);
    store.restore(scope, VERSIONED, &key("a/b"), &version).await.expect("restored");
    assert_eq!(text(store, scope, "a/b").await, "one");
}

/// Not of those that begin alike.
pub async fn versions_are_of_one_key(store: &Blobs) {
    let scope = scope();
    for name in ["a", "a/b", "ab", "A"] {
        put(store, scope, name, name).await;
    }
    let versions = store.versions(scope, VERSIONED, &key("a")).await.expect("listed");
    assert_eq!(versions.len(), 1);
    assert!(store.versions(scope, VERSIONED, &key("b")).await.expect("listed").is_empty());
    assert!(store.versions(super::scope(), VERSIONED, &key("a")).await.expect("listed").is_empty());
}

/// For the right to be forgotten.
pub async fn a_purge_leaves_nothing(store: &Blobs) {
    let scope = scope();
    let version = put(store, scope, "a", "one").await;
    put(store, scope, "a", "two").await;
    put(store, scope, "b", "stays").await;
    store.delete(scope, VERSIONED, &key("a")).await.expect("deleted");
    for _ in 0..2 {
        store.purge(scope, VERSIONED, &key("a")).await.expect("purged");
        assert!(store.versions(scope, VERSIONED, &key("a")).await.expect("listed").is_empty());
        let gone = store.get_version(scope, VERSIONED, &key("a"), &version).await;
        assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    }
    assert_eq!(text(store, scope, "b").await, "stays");
    store.put_bytes(scope, PLAIN, &key("a"), Put::default(), "x").await.expect("stored");
    store.purge(scope, PLAIN, &key("a")).await.expect("purged");
    assert!(matches!(store.head(scope, PLAIN, &key("a")).await, Err(Error::NotFound)));
}

/// Asking for them is a fault.
pub async fn a_bucket_without_versions_has_none(store: &Blobs) {
    let (scope, key) = (scope(), key("a"));
    let stored = store.put_bytes(scope, PLAIN, &key, Put::default(), "x").await.expect("stored");
    assert_eq!(stored.version, None);
    let refused = store.versions(scope, PLAIN, &key).await;
    assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
}
