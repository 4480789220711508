//! The change stream.

use atelier_base::{Scope, Timestamp};

use super::{LOGS, NOTES, VISITS, item, log, scope, tenant};
use crate::{Change, Key, Position, Table, Tables, Update, Value, Write};

/// What a consumer asks for; only the visits have a stream.
const STREAMS: &[&Table] = &[LOGS, NOTES, VISITS];

fn key(at: &str) -> Key {
    Key::new("v", at)
}

fn visit(at: &str) -> Write {
    Write::put(VISITS, item([("visitor", "v".into()), ("at", at.into())]))
}

async fn all(store: &Tables) -> Vec<Change> {
    store.changes(Scope::directory(), STREAMS, &Position::START, 1_000).await.expect("read")
}

/// The order of the commits; a failed write leaves none.
pub async fn changes_come_in_order(store: &Tables) {
    let scope = scope();
    for at in ["3", "1", "2"] {
        store.write(scope, visit(at)).await.expect("written");
    }
    let refused = Write::create(VISITS, item([("visitor", "v".into()), ("at", "1".into())]));
    store.write(scope, refused).await.expect_err("it is there");
    store.transact(scope, vec![visit("4"), visit("5")]).await.expect("written");
    let changes = all(store).await;
    let keys: Vec<_> = changes.iter().map(|change| change.key.clone()).collect();
    assert_eq!(keys, ["3", "1", "2", "4", "5"].map(key));
    assert!(changes.is_sorted_by_key(|change| change.at));
    for (read, change) in changes.iter().enumerate() {
        let rest = store.changes(Scope::directory(), STREAMS, &change.position, 1_000).await.expect("read");
        let rest: Vec<_> = rest.into_iter().map(|change| change.key).collect();
        assert_eq!(rest, keys[read + 1..], "whoever goes on after one sees all later ones");
    }
}

/// What was and what is.
pub async fn changes_show_before_and_after(store: &Tables) {
    let tenant = tenant();
    let scope = Scope::tenant(tenant);
    let first = store.write(scope, visit("1")).await.expect("written");
    let update = Write::update(VISITS, key("1"), Update::new().set("x", 1));
    let second = store.write(scope, update).await.expect("written");
    store.write(scope, Write::delete(VISITS, key("1"))).await.expect("written");
    store.write(scope, Write::delete(VISITS, key("1"))).await.expect("nothing to do");
    let seen: Vec<_> = all(store).await.into_iter().map(|change| (change.before, change.after)).collect();
    assert_eq!(seen, [(None, first.clone()), (first, second.clone()), (second, None)]);
    assert!(all(store).await.iter().all(|change| change.tenant == Some(tenant) && change.table == VISITS));
}

/// The others are not recorded.
pub async fn only_tables_with_a_stream_have_changes(store: &Tables) {
    store.write(scope(), Write::put(LOGS, log("p", "a"))).await.expect("written");
    assert_eq!(all(store).await, []);
}

/// A durable mark each.
pub async fn a_consumer_goes_on_where_it_was(store: &Tables) {
    let (scope, directory) = (scope(), Scope::directory());
    for at in ["1", "2", "3"] {
        store.write(scope, visit(at)).await.expect("written");
    }
    assert_eq!(store.checkpoint(directory, "search").await.expect("read"), Position::START);
    let page = store.changes(directory, STREAMS, &Position::START, 2).await.expect("read");
    store.set_checkpoint(directory, "search", &page[1].position).await.expect("noted");
    assert_eq!(store.checkpoint(directory, "other").await.expect("read"), Position::START);
    let reached = store.checkpoint(directory, "search").await.expect("read");
    let rest = store.changes(directory, STREAMS, &reached, 10).await.expect("read");
    assert_eq!(rest.iter().map(|change| change.key.clone()).collect::<Vec<_>>(), [key("3")]);
}

/// From what is the latest place now, whatever comes later is seen.
pub async fn what_is_written_after_the_latest_place_is_seen(store: &Tables) {
    let (scope, directory) = (scope(), Scope::directory());
    let seen = async |after: &Position| {
        let changes = store.changes(directory, STREAMS, after, 10).await.expect("read");
        changes.into_iter().map(|change| change.key).collect::<Vec<_>>()
    };
    let empty = store.latest_position().expect("read");
    store.write(scope, visit("1")).await.expect("written");
    assert_eq!(seen(&empty).await, [key("1")]);
    let latest = store.latest_position().expect("read");
    store.write(scope, visit("2")).await.expect("written");
    assert_eq!(seen(&latest).await.last(), Some(&key("2")));
}

/// A tenant's scope sees no others'.
pub async fn changes_of_a_tenant_are_its_own(store: &Tables) {
    let (scope, other) = (scope(), scope());
    store.write(scope, visit("1")).await.expect("written");
    let theirs = item([("visitor", "w".into()), ("at", "1".into())]);
    store.write(other, Write::put(VISITS, theirs)).await.expect("written");
    let own = store.changes(scope, STREAMS, &Position::START, 10).await.expect("read");
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].after.as_ref().map(|item| item["visitor"].clone()), Some(Value::from("v")));
}

/// The newest always stays, so that numbers go on.
pub async fn old_changes_are_trimmed(store: &Tables) {
    let scope = scope();
    for at in ["1", "2", "3", "4"] {
        store.write(scope, visit(at)).await.expect("written");
    }
    let before = all(store).await;
    let far = Timestamp::from_millis(i64::MAX);
    assert!(store.trim_changes(far, 1).await.expect("trimmed"), "one more may go");
    assert_eq!(all(store).await, before[1..]);
    store.trim_changes(Timestamp::from_millis(0), 100).await.expect("trimmed");
    assert_eq!(all(store).await.len(), 3, "none is so old");
    assert!(!store.trim_changes(far, 100).await.expect("trimmed"));
    assert_eq!(all(store).await, before[3..]);
}
