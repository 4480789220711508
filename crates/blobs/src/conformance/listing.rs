//! Lists of keys.

use atelier_base::{Cursor, PageRequest, Scope};

use super::{PLAIN, key, scope};
use crate::{Blobs, Error, Put};

async fn fill(store: &Blobs, names: &[&str]) -> Scope {
    let scope = scope();
    for name in names {
        store.put_bytes(scope, PLAIN, &key(name), Put::default(), (*name).to_owned()).await.expect("stored");
    }
    scope
}

/// All keys, in pages of that size.
async fn all(store: &Blobs, scope: Scope, prefix: &str, limit: usize) -> Vec<String> {
    let (mut keys, mut after) = (Vec::new(), None);
    loop {
        let page = store.list(scope, PLAIN, prefix, PageRequest { limit, after }).await.expect("listed");
        after = page.end().cloned();
        let has_next = page.has_next;
        assert!(page.edges.len() <= limit);
        keys.extend(page.into_nodes().map(|entry| entry.key.to_string()));
        if !has_next {
            return keys;
        }
    }
}

/// Names whose order is not that of their folders.
const NAMES: &[&str] = &["a", "a-b", "a-b/c", "a.b", "a/B", "a/b", "a/b/c", "a/b0", "aa", "b/a/a", "b/a/b"];

/// By their bytes, folders or not.
pub async fn keys_are_in_order(store: &Blobs) {
    let mut names = NAMES.to_vec();
    names.reverse();
    let scope = fill(store, &names).await;
    assert_eq!(all(store, scope, "", 200).await, NAMES);
    let page = store.list(scope, PLAIN, "a/B", PageRequest::first(1)).await.expect("listed");
    assert_eq!(page.edges[0].node.size, 3);
}

/// A prefix is text, not a folder.
pub async fn a_prefix_selects(store: &Blobs) {
    let scope = fill(store, NAMES).await;
    for (prefix, wanted) in [
        ("a/b", &["a/b", "a/b/c", "a/b0"][..]),
        ("a/b/", &["a/b/c"]),
        ("aa", &["aa"]),
        ("b/a/", &["b/a/a", "b/a/b"]),
        ("b", &["b/a/a", "b/a/b"]),
        ("c", &[]),
        ("a/b/c/d", &[]),
    ] {
        assert_eq!(all(store, scope, prefix, 200).await, wanted, "{prefix}");
    }
}

/// Without gaps or repetitions, whatever their size.
pub async fn pages_follow_one_another(store: &Blobs) {
    let scope = fill(store, NAMES).await;
    for limit in [1, 2, 3, 10, 11] {
        assert_eq!(all(store, scope, "", limit).await, NAMES, "{limit}");
        assert_eq!(all(store, scope, "a/", limit).await, ["a/B", "a/b", "a/b/c", "a/b0"], "{limit}");
    }
}

/// A cursor is a place, not an object.
pub async fn a_cursor_goes_on_where_objects_vanished(store: &Blobs) {
    let scope = fill(store, &["a", "b", "c", "d"]).await;
    let page = store.list(scope, PLAIN, "", PageRequest::first(2)).await.expect("listed");
    let after = page.end().cloned();
    store.delete(scope, PLAIN, &key("b")).await.expect("deleted");
    let page = store.list(scope, PLAIN, "", PageRequest { limit: 2, after }).await.expect("listed");
    assert_eq!(page.into_nodes().map(|entry| entry.key.to_string()).collect::<Vec<_>>(), ["c", "d"]);
}

/// 1 to 200 entries, of keys.
pub async fn pages_and_prefixes_are_checked(store: &Blobs) {
    for limit in [0, 201] {
        let refused = store.list(scope(), PLAIN, "", PageRequest::first(limit)).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
    }
    for prefix in ["../", "/", "a//", "%2e"] {
        let refused = store.list(scope(), PLAIN, prefix, PageRequest::first(1)).await;
        assert!(matches!(refused, Err(Error::InvalidKey { .. })), "{refused:?}");
    }
    let after = Some(Cursor::from_bytes(b"../x".to_vec()));
    let refused = store.list(scope(), PLAIN, "", PageRequest { limit: 1, after }).await;
    assert!(matches!(refused, Err(Error::InvalidKey { .. })), "{refused:?}");
}
