//! Many writes at once, and writes that are repeated.

use super::{LOGS, NOTES, item, log, scope};
use crate::{Cond, Error, Key, Query, Tables, Update, Write};

/// Up to 25, across tables.
pub async fn a_batch_puts_and_deletes(store: &Tables) {
    let scope = scope();
    let logs = (0..24).map(|n| Write::put(LOGS, log("p", &format!("{n:02}"))));
    let note = Write::put(NOTES, item([("id", "n".into())]));
    store.batch_write(scope, logs.chain([note]).collect()).await.expect("written");
    assert_eq!(store.count(scope, Query::table(LOGS, "p")).await.expect("read").count, 24);
    let gone = (0..20).map(|n| Write::delete(LOGS, Key::new("p", format!("{n:02}"))));
    store.batch_write(scope, gone.collect()).await.expect("written");
    assert_eq!(store.count(scope, Query::table(LOGS, "p")).await.expect("read").count, 4);
    assert!(store.get(scope, NOTES, &Key::hash("n")).await.expect("read").is_some());
}

/// And no more than 25 of them.
pub async fn a_batch_has_puts_and_deletes_only(store: &Tables) {
    let scope = scope();
    let many = (0..26).map(|n| Write::put(LOGS, log("p", &format!("{n:02}")))).collect();
    let same = vec![Write::put(LOGS, log("p", "a")), Write::delete(LOGS, Key::new("p", "a"))];
    for writes in [
        Vec::new(),
        many,
        same,
        vec![Write::create(LOGS, log("p", "a"))],
        vec![Write::upsert(LOGS, Key::new("p", "a"), Update::new())],
        vec![Write::check(LOGS, Key::new("p", "a"), Cond::missing("pk"))],
    ] {
        let refused = store.batch_write(scope, writes).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
    assert_eq!(store.count(scope, Query::table(LOGS, "p")).await.expect("read").count, 0);
}

/// A repetition changes nothing; other writes are refused; what failed may be tried again.
pub async fn a_token_is_carried_out_once(store: &Tables) {
    let scope = scope();
    let add = |amount: i32| vec![Write::upsert(LOGS, Key::new("p", "a"), Update::new().add("n", amount))];
    for _ in 0..3 {
        store.transact_once(scope, "first", add(5)).await.expect("carried out");
    }
    let reused = store.transact_once(scope, "first", add(6)).await;
    assert!(matches!(reused, Err(Error::TokenReused)), "{reused:?}");
    store.transact_once(scope, "second", add(5)).await.expect("carried out");
    let item = store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read").expect("there");
    assert_eq!(item["n"], 10.into());
    let fails = || {
        let check = Write::check(LOGS, Key::new("p", "a"), Cond::eq("n", 11));
        vec![Write::put(LOGS, log("p", "b")), check]
    };
    let failed = store.transact_once(scope, "third", fails()).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { position: 1, .. })), "{failed:?}");
    let update = Write::update(LOGS, Key::new("p", "a"), Update::new().add("n", 1));
    store.write(scope, update).await.expect("written");
    store.transact_once(scope, "third", fails()).await.expect("carried out");
}

/// Another tenant's token of the same text is another token.
pub async fn a_token_belongs_to_its_tenant(store: &Tables) {
    for (n, scope) in [scope(), scope()].into_iter().enumerate() {
        let writes = vec![Write::put(LOGS, log(&format!("p{n}"), "a"))];
        store.transact_once(scope, "same", writes).await.expect("carried out");
        assert_eq!(store.count(scope, Query::table(LOGS, format!("p{n}"))).await.expect("read").count, 1);
    }
}
