//! Writes under conditions.

use super::{LOGS, item, log, scope};
use crate::{Cond, Error, Key, Tables, Update, Write};

/// The first of two creates wins.
pub async fn a_create_fails_on_an_existing_item(store: &Tables) {
    let scope = scope();
    let first = store.write(scope, Write::create(LOGS, log("p", "a"))).await.expect("written");
    let mut second = log("p", "a");
    second.insert("late".into(), true.into());
    let failed = store.write(scope, Write::create(LOGS, second)).await;
    let Err(Error::ConditionFailed { table, position: 0, current }) = failed else { panic!("{failed:?}") };
    assert_eq!(table, LOGS.name);
    assert_eq!(current.map(|item| *item), first);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), first);
}

/// With nothing to show.
pub async fn an_update_fails_on_a_missing_item(store: &Tables) {
    let scope = scope();
    let write = Write::update(LOGS, Key::new("p", "a"), Update::new().set("x", 1));
    let failed = store.write(scope, write).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { position: 0, current: None, .. })), "{failed:?}");
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
}

/// And leaves it as it was.
pub async fn a_failed_condition_shows_the_item(store: &Tables) {
    let scope = scope();
    let mut open = log("p", "a");
    open.insert("status".into(), "open".into());
    let before = store.write(scope, Write::put(LOGS, open)).await.expect("written");
    let write = Write::update(LOGS, Key::new("p", "a"), Update::new().set("status", "done"))
        .when(Cond::eq("status", "closed"));
    let failed = store.write(scope, write).await;
    let Err(Error::ConditionFailed { current, .. }) = failed else { panic!("{failed:?}") };
    assert_eq!(current.map(|item| *item), before);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), before);
}

/// Every sort of write takes one.
pub async fn conditions_hold_for_deletes_and_checks(store: &Tables) {
    let scope = scope();
    let before = store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written");
    let key = || Key::new("p", "a");
    let failed = store.write(scope, Write::delete(LOGS, key()).when(Cond::exists("status"))).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { .. })), "{failed:?}");
    let failed = store.write(scope, Write::check(LOGS, key(), Cond::exists("status"))).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { .. })), "{failed:?}");
    let checked = store.write(scope, Write::check(LOGS, key(), Cond::missing("status"))).await;
    assert_eq!(checked.expect("holds"), before);
    let deleted = store.write(scope, Write::delete(LOGS, key()).when(Cond::missing("status"))).await;
    assert_eq!(deleted.expect("holds"), before);
    let absent = store.write(scope, Write::check(LOGS, key(), Cond::missing("pk"))).await;
    assert_eq!(absent.expect("holds"), None);
    let failed = store.write(scope, Write::delete(LOGS, key()).when(Cond::exists("pk"))).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { current: None, .. })), "{failed:?}");
}

/// A second condition narrows the first.
pub async fn conditions_add_up(store: &Tables) {
    let scope = scope();
    let mut numbered = log("p", "a");
    numbered.extend(item([("n", 5.into())]));
    store.write(scope, Write::put(LOGS, numbered)).await.expect("written");
    let check = |low: i64, high: i64| {
        Write::check(LOGS, Key::new("p", "a"), Cond::ge("n", low)).when(Cond::le("n", high))
    };
    store.write(scope, check(5, 5)).await.expect("holds");
    assert!(store.write(scope, check(5, 4)).await.is_err());
    assert!(store.write(scope, check(6, 9)).await.is_err());
}
