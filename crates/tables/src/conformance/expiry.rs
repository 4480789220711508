//! Items that expire.

use atelier_base::Scope;

use super::{VISITS, item, scope};
use crate::{Cond, Error, Get, Item, Key, Query, Scan, Tables, Update, Value, Write, Written};

/// Long ago, and far ahead.
const PAST: i64 = 1_000_000_000;
const FUTURE: i64 = 30_000_000_000;

fn key() -> Key {
    Key::new("v", "1")
}

fn visit(at: &str, expires_at: impl Into<Value>) -> Item {
    item([
        ("visitor", "v".into()),
        ("at", at.into()),
        ("page", "home".into()),
        ("kind", "k".into()),
        ("expires_at", expires_at.into()),
    ])
}

/// For no read, although its row may still be there.
pub async fn an_expired_item_is_not_there(store: &Tables) {
    let scope = scope();
    for (at, expires_at) in [("1", PAST), ("2", FUTURE)] {
        store.write(scope, Write::put(VISITS, visit(at, expires_at))).await.expect("written");
    }
    assert_eq!(store.get(scope, VISITS, &key()).await.expect("read"), None);
    assert!(store.get(scope, VISITS, &Key::new("v", "2")).await.expect("read").is_some());
    let gets = vec![Get::new(VISITS, key())];
    assert_eq!(store.batch_get(scope, gets.clone()).await.expect("read"), [None]);
    assert_eq!(store.transact_get(scope, gets).await.expect("read"), [None]);
    let lists = [
        Query::table(VISITS, "v"),
        Query::index(VISITS, "ByPage", "home"),
        Query::index(VISITS, "ByKind", "k").limit(1),
    ];
    for list in lists {
        let page = store.query(scope, list.clone()).await.expect("read");
        assert_eq!((page.edges.len(), page.has_next), (1, false), "{list:?}");
        assert_eq!(store.count(scope, list).await.expect("read").count, 1);
    }
    assert_eq!(store.scan(scope, Scan::table(VISITS)).await.expect("read").edges.len(), 1);
}

/// Its key is free, its version forgotten.
pub async fn an_expired_item_is_replaced_as_if_new(store: &Tables) {
    let scope = scope();
    let put = || Write::put(VISITS, visit("1", PAST));
    store.write(scope, put()).await.expect("written");
    let update = Write::update(VISITS, key(), Update::new().set("x", 1));
    let refused = store.write(scope, update).await;
    assert!(matches!(refused, Err(Error::ConditionFailed { current: None, .. })), "{refused:?}");
    let check = Write::check(VISITS, key(), Cond::missing("visitor"));
    store.write(scope, check).await.expect("it isn't there");
    assert_eq!(
        store.write_returning(scope, Write::delete(VISITS, key())).await.expect("written"),
        Written::default()
    );
    store.write(scope, put()).await.expect("written");
    let fresh = Write::upsert(VISITS, key(), Update::new().set("x", 1));
    let item = store.write(scope, fresh).await.expect("written").expect("an item");
    assert!(!item.contains_key("kind"), "{item:?}");
    store.write(scope, Write::put(VISITS, visit("1", PAST))).await.expect("written");
    store.write(scope, Write::create(VISITS, visit("1", FUTURE))).await.expect("its key is free");
    assert_eq!(
        store.query(scope, Query::index(VISITS, "ByPage", "home")).await.expect("read").edges.len(),
        1
    );
}

/// Anything else in the attribute keeps it.
pub async fn only_a_number_expires_an_item(store: &Tables) {
    let scope = scope();
    for (at, value) in [("1", Value::from("1000")), ("2", true.into()), ("3", 0.into())] {
        store.write(scope, Write::put(VISITS, visit(at, value))).await.expect("written");
        assert!(store.get(scope, VISITS, &Key::new("v", at)).await.expect("read").is_some(), "{at}");
    }
    assert_eq!(store.expired(scope, 10).await.expect("read"), []);
}

/// First to the archive, then out of the store; one tenant's or, for the directory, all.
pub async fn the_expired_are_handed_over_and_buried(store: &Tables) {
    let (scope, other) = (scope(), scope());
    for (at, expires_at) in [("1", PAST), ("2", PAST + 1), ("3", FUTURE)] {
        store.write(scope, Write::put(VISITS, visit(at, expires_at))).await.expect("written");
    }
    let mut theirs = visit("9", PAST);
    theirs.insert("visitor".into(), "w".into());
    store.write(other, Write::put(VISITS, theirs)).await.expect("written");
    let own = store.expired(scope, 10).await.expect("read");
    let names: Vec<_> = own.iter().map(|expired| expired.item["at"].clone()).collect();
    assert_eq!(names, ["1".into(), "2".into()]);
    assert_eq!(own[0].key, key());
    let all = store.expired(Scope::directory(), 10).await.expect("read");
    assert_eq!(all.len(), 3);
    assert_eq!(store.bury(&all).await.expect("buried"), 3);
    assert_eq!(store.expired(Scope::directory(), 10).await.expect("read"), []);
    assert_eq!(store.query(scope, Query::table(VISITS, "v")).await.expect("read").edges.len(), 1);
}

/// Between the archive and the sweeper it came back.
pub async fn one_that_was_written_anew_stays(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(VISITS, visit("1", PAST))).await.expect("written");
    let expired = store.expired(scope, 10).await.expect("read");
    store.write(scope, Write::put(VISITS, visit("1", FUTURE))).await.expect("written");
    assert_eq!(store.bury(&expired).await.expect("looked at"), 0);
    assert!(store.get(scope, VISITS, &key()).await.expect("read").is_some());
}
