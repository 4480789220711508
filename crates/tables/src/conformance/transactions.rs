//! Several writes as one.

use super::versions::all;
use super::{LOGS, NOTES, item, log, scope};
use crate::{Cond, Error, Item, Key, Tables, Update, Value, Write};

fn note(id: &str) -> Item {
    item([("id", id.into()), ("author", "ann".into())])
}

/// The writes before a failed one leave no trace, nor do those after it.
pub async fn all_or_nothing(store: &Tables) {
    let scope = scope();
    let before = store.write(scope, Write::put(LOGS, log("p", "b"))).await.expect("written");
    let writes = vec![
        Write::put(LOGS, log("p", "a")),
        Write::delete(LOGS, Key::new("p", "b")),
        Write::create(NOTES, note("n")).when(Cond::exists("author")),
        Write::put(LOGS, log("p", "c")),
    ];
    assert!(store.transact(scope, writes).await.is_err());
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "b")).await.expect("read"), before);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "c")).await.expect("read"), None);
    assert_eq!(store.get(scope, NOTES, &Key::hash("n")).await.expect("read"), None);
}

/// By its position, with its item.
pub async fn the_failed_write_is_named(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(NOTES, note("n"))).await.expect("written");
    let writes = vec![
        Write::put(LOGS, log("p", "a")),
        Write::update(NOTES, Key::hash("n"), Update::new()).expect_version(7),
    ];
    let failed = store.transact(scope, writes).await;
    assert!(
        matches!(failed, Err(Error::VersionConflict { position: 1, expected: 7, current: Some(_), .. })),
        "{failed:?}"
    );
    let writes = vec![Write::put(LOGS, log("p", "a")), Write::create(NOTES, note("n"))];
    let failed = store.transact(scope, writes).await;
    assert!(
        matches!(failed, Err(Error::ConditionFailed { position: 1, table, .. }) if table == NOTES.name),
        "{failed:?}"
    );
}

/// And answers for each write.
pub async fn a_transaction_spans_tables(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(LOGS, log("p", "old"))).await.expect("written");
    let writes = vec![
        Write::put(LOGS, log("p", "a")),
        Write::delete(LOGS, Key::new("p", "old")),
        Write::upsert(NOTES, Key::hash("n"), Update::new().add("count", 1)),
        Write::delete(NOTES, Key::hash("none")),
    ];
    let answers = store.transact(scope, writes).await.expect("written");
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0], store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"));
    assert_eq!(answers[1].as_ref().map(|item| &item["sk"]), Some(&"old".into()));
    assert_eq!(answers[2], store.get(scope, NOTES, &Key::hash("n")).await.expect("read"));
    assert_eq!(answers[3], None);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "old")).await.expect("read"), None);
}

/// No more, no fewer.
pub async fn a_transaction_has_1_to_100_writes(store: &Tables) {
    let scope = scope();
    let puts =
        |count: usize| (0..count).map(|n| Write::put(LOGS, log("p", &n.to_string()))).collect::<Vec<_>>();
    for count in [0, 101] {
        let refused = store.transact(scope, puts(count)).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
    assert_eq!(store.transact(scope, puts(100)).await.expect("written").len(), 100);
}

/// Two on the same item contradict each other.
pub async fn a_transaction_has_one_write_an_item(store: &Tables) {
    let scope = scope();
    let writes =
        vec![Write::put(LOGS, log("p", "a")), Write::check(LOGS, Key::new("p", "a"), Cond::missing("pk"))];
    let refused = store.transact(scope, writes).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
}

/// A check makes a write depend on another item.
pub async fn checks_guard_other_writes(store: &Tables) {
    let scope = scope();
    let writes = || {
        vec![
            Write::check(NOTES, Key::hash("parent"), Cond::exists("id")),
            Write::put(LOGS, log("p", "child")),
        ]
    };
    let failed = store.transact(scope, writes()).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { position: 0, current: None, .. })), "{failed:?}");
    let parent = store.write(scope, Write::put(NOTES, note("parent"))).await.expect("written");
    let answers = store.transact(scope, writes()).await.expect("written");
    assert_eq!(answers[0], parent);
    // A check is no write: the version stays.
    assert_eq!(store.get(scope, NOTES, &Key::hash("parent")).await.expect("read"), parent);
}

/// Transfers that run at once neither lose nor make anything.
pub async fn concurrent_transactions_keep_a_sum(store: &Tables) {
    let scope = scope();
    for id in ["a", "b", "c"] {
        let account = item([("id", id.into()), ("sum", 10.into())]);
        store.write(scope, Write::put(NOTES, account)).await.expect("written");
    }
    let transfers = (0..60_usize).map(|n| {
        let (from, to) = (["a", "b", "c"][n % 3], ["b", "c", "a"][(n / 2) % 3]);
        async move {
            if from == to {
                return false;
            }
            let take =
                Write::update(NOTES, Key::hash(from), Update::new().add("sum", -4)).when(Cond::ge("sum", 4));
            let give = Write::update(NOTES, Key::hash(to), Update::new().add("sum", 4));
            store.transact(scope, vec![take, give]).await.is_ok()
        }
    });
    let done = all(transfers).await.into_iter().filter(|done| *done).count();
    assert!(done > 0);
    let mut sum = 0;
    for id in ["a", "b", "c"] {
        let account = store.get(scope, NOTES, &Key::hash(id)).await.expect("read").expect("there");
        let own = account["sum"].as_number().and_then(crate::Number::as_i64).expect("a number");
        assert!(own >= 0);
        sum += own;
    }
    assert_eq!(sum, 30);
}

/// The caller gives up after the write is on its way.
pub async fn a_dropped_future_leaves_all_or_nothing(store: &Tables) {
    let scope = scope();
    for n in 0..20 {
        let (left, right) = (format!("left{n}"), format!("right{n}"));
        let writes = vec![Write::put(LOGS, log("p", &left)), Write::put(LOGS, log("p", &right))];
        let mut future = Box::pin(store.transact(scope, writes));
        let _ = std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context))).await;
        drop(future);
        // A later write is carried out after it.
        store.write(scope, Write::upsert(NOTES, Key::hash("after"), Update::new())).await.expect("written");
        let left = store.get(scope, LOGS, &Key::new("p", Value::from(left))).await.expect("read");
        let right = store.get(scope, LOGS, &Key::new("p", Value::from(right))).await.expect("read");
        assert_eq!(left.is_some(), right.is_some());
    }
}
