//! Optimistic locking.

use std::future::Future;

use super::{LOGS, NOTES, item, log, scope};
use crate::{Error, Item, Key, Tables, Update, Value, Write};

fn note(text: &str) -> Item {
    item([("id", "n".into()), ("text", text.into())])
}

fn version(item: Option<Item>) -> Option<u64> {
    item.and_then(|item| item.get("version").and_then(Value::as_u64))
}

fn key() -> Key {
    Key::hash("n")
}

/// From one, over puts and updates; a deleted item begins anew.
pub async fn versions_count_writes(store: &Tables) {
    let scope = scope();
    for (write, expected) in [
        (Write::create(NOTES, note("a")), Some(1)),
        (Write::put(NOTES, note("b")), Some(2)),
        (Write::update(NOTES, key(), Update::new().set("text", "c")), Some(3)),
        (Write::upsert(NOTES, key(), Update::new()), Some(4)),
        (Write::delete(NOTES, key()), Some(4)),
        (Write::upsert(NOTES, key(), Update::new().set("text", "d")), Some(1)),
    ] {
        assert_eq!(version(store.write(scope, write).await.expect("written")), expected);
    }
    assert_eq!(version(store.get(scope, NOTES, &key()).await.expect("read")), Some(1));
}

/// Or the item is shown as it is.
pub async fn an_expected_version_must_match(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::create(NOTES, note("a"))).await.expect("written");
    let update = |text: &str| Write::update(NOTES, key(), Update::new().set("text", text));
    store.write(scope, update("b").expect_version(1)).await.expect("matches");
    for write in [
        update("c").expect_version(1),
        Write::put(NOTES, note("c")).expect_version(1),
        Write::delete(NOTES, key()).expect_version(3),
    ] {
        let failed = store.write(scope, write).await;
        let Err(Error::VersionConflict { position: 0, current: Some(current), .. }) = failed else {
            panic!("{failed:?}")
        };
        assert_eq!(current["text"], "b".into());
    }
    store.write(scope, Write::delete(NOTES, key()).expect_version(2)).await.expect("matches");
}

/// So none can be expected of it.
pub async fn a_missing_item_has_no_version(store: &Tables) {
    let scope = scope();
    for write in [
        Write::put(NOTES, note("a")).expect_version(1),
        Write::upsert(NOTES, key(), Update::new()).expect_version(0),
        Write::delete(NOTES, key()).expect_version(1),
    ] {
        let failed = store.write(scope, write).await;
        assert!(matches!(failed, Err(Error::VersionConflict { current: None, .. })), "{failed:?}");
    }
    assert_eq!(store.get(scope, NOTES, &key()).await.expect("read"), None);
}

/// What a put carries there is overwritten.
pub async fn a_version_is_not_the_callers(store: &Tables) {
    let scope = scope();
    let mut forged = note("a");
    forged.insert("version".into(), 99.into());
    assert_eq!(
        version(store.write(scope, Write::put(NOTES, forged.clone())).await.expect("written")),
        Some(1)
    );
    forged.insert("version".into(), "text".into());
    assert_eq!(version(store.write(scope, Write::put(NOTES, forged)).await.expect("written")), Some(2));
}

/// There it is a fault of the write.
pub async fn a_table_without_versions_expects_none(store: &Tables) {
    let refused = store.write(scope(), Write::put(LOGS, log("p", "a")).expect_version(1)).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
}

/// Writers that read the same version: one gets through.
pub async fn only_one_of_many_wins_a_version(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::create(NOTES, note("a"))).await.expect("written");
    let writes = (0..16).map(|writer: i32| {
        let update = Update::new().set("text", writer.to_string());
        store.write(scope, Write::update(NOTES, key(), update).expect_version(1))
    });
    let outcomes = all(writes).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Error::VersionConflict { .. }))),
        "{outcomes:?}"
    );
}

/// Polls all of them at once until each is done.
pub(super) async fn all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        for (future, output) in running.iter_mut().filter(|(_, output)| output.is_none()) {
            if let std::task::Poll::Ready(done) = future.as_mut().poll(context) {
                *output = Some(done);
            }
        }
        if running.iter().all(|(_, output)| output.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}
