//! Items go in and come out.

use super::{LOGS, NOTES, READINGS, item, log, scope};
use crate::{Error, Item, Key, Number, Table, Tables, Tenancy, Update, Value, Write, from_item, to_item};

/// What was put is what is got, with the tenant.
pub async fn a_put_item_reads_back(store: &Tables) {
    let scope = scope();
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
    let put = store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written").expect("an item");
    let got = store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read").expect("there");
    assert_eq!(put, got);
    assert_eq!(got["sk"], "a".into());
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "b")).await.expect("read"), None);
}

/// All seven types, nested, empty and extreme.
pub async fn every_type_reads_back(store: &Tables) {
    let scope = scope();
    let full = item([
        ("id", "types".into()),
        ("null", Value::Null),
        ("yes", true.into()),
        ("no", false.into()),
        ("least", i64::MIN.into()),
        ("most", u64::MAX.into()),
        ("exact", "-0.10000000000000000000000000000000000001".parse::<Number>().expect("a number").into()),
        ("large", "1e125".parse::<Number>().expect("a number").into()),
        ("empty", "".into()),
        ("text", "ä\u{0}\u{1f3a8}".into()),
        ("bytes", vec![0_u8, 255, 0].into()),
        ("list", vec![Value::Null, vec![Value::from(1)].into(), "x".into()].into()),
        ("map", item([("inner", Item::new().into()), ("", 5.into())]).into()),
    ]);
    store.write(scope, Write::put(NOTES, full.clone())).await.expect("written");
    let mut got = store.get(scope, NOTES, &Key::hash("types")).await.expect("read").expect("there");
    got.remove(Table::TENANT);
    got.remove("version");
    assert_eq!(got, full);
}

/// Nothing of the older item stays.
pub async fn a_put_replaces_the_whole_item(store: &Tables) {
    let scope = scope();
    let mut first = log("p", "a");
    first.insert("old".into(), 1.into());
    store.write(scope, Write::put(LOGS, first)).await.expect("written");
    store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written");
    let got = store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read").expect("there");
    assert!(!got.contains_key("old"));
}

/// The rest of the item stays.
pub async fn an_update_changes_only_what_it_names(store: &Tables) {
    let scope = scope();
    let mut first = log("p", "a");
    first.extend(item([("kept", 1.into()), ("gone", 2.into()), ("also", 3.into())]));
    store.write(scope, Write::put(LOGS, first)).await.expect("written");
    let update = Update::new().set("new", "n").remove("gone").set_or_remove("also", None::<i64>);
    let write = Write::update(LOGS, Key::new("p", "a"), update);
    let updated = store.write(scope, write).await.expect("written").expect("an item");
    assert_eq!((&updated["kept"], &updated["new"]), (&1.into(), &"n".into()));
    assert!(!updated.contains_key("gone") && !updated.contains_key("also"));
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), Some(updated));
}

/// The steps that depend on what is there.
pub async fn updates_add_append_and_keep(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written");
    let update = |count: i32, first: &str| {
        Update::new()
            .add("count", count)
            .append("list", vec!["x".into()])
            .set_if_missing("first", first)
            .set("last", "set")
    };
    let key = || Key::new("p", "a");
    store.write(scope, Write::update(LOGS, key(), update(2, "kept"))).await.expect("written");
    let again = update(-3, "never");
    let item =
        store.write(scope, Write::update(LOGS, key(), again)).await.expect("written").expect("an item");
    assert_eq!(item["count"], (-1).into());
    assert_eq!(item["list"], Value::L(vec!["x".into(), "x".into()]));
    assert_eq!(item["first"], "kept".into());
}

/// An update that can't be done is refused as a whole.
pub async fn an_update_of_the_wrong_type_changes_nothing(store: &Tables) {
    let scope = scope();
    let mut first = log("p", "a");
    first.insert("text".into(), "t".into());
    first.insert("big".into(), "9e125".parse::<Number>().expect("a number").into());
    let before = store.write(scope, Write::put(LOGS, first)).await.expect("written");
    for update in [
        Update::new().set("new", 1).add("text", 1),
        Update::new().set("new", 1).append("text", vec![1.into()]),
        Update::new().add("big", "9e125".parse::<Number>().expect("a number")),
    ] {
        let failed = store.write(scope, Write::update(LOGS, Key::new("p", "a"), update)).await;
        assert!(matches!(failed, Err(Error::InvalidWrite { .. })), "{failed:?}");
    }
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), before);
}

/// From the key and the changes.
pub async fn an_upsert_makes_what_is_missing(store: &Tables) {
    let scope = scope();
    let upsert = || Write::upsert(LOGS, Key::new("p", "a"), Update::new().add("count", 1));
    let made = store.write(scope, upsert()).await.expect("written").expect("an item");
    assert_eq!((&made["pk"], &made["sk"], &made["count"]), (&"p".into(), &"a".into(), &1.into()));
    assert!(made.contains_key(Table::TENANT));
    let changed = store.write(scope, upsert()).await.expect("written").expect("an item");
    assert_eq!(changed["count"], 2.into());
}

/// And is no error when nothing was.
pub async fn a_delete_returns_what_was(store: &Tables) {
    let scope = scope();
    let put = store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written");
    let delete = || Write::delete(LOGS, Key::new("p", "a"));
    assert_eq!(store.write(scope, delete()).await.expect("written"), put);
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
    assert_eq!(store.write(scope, delete()).await.expect("written"), None);
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Note {
    id: String,
    title: String,
    rating: f64,
    author: Option<String>,
    tags: Vec<String>,
    parts: std::collections::BTreeMap<String, u64>,
}

/// Fields that are none are absent, not null.
pub async fn structs_go_in_and_out(store: &Tables) {
    let scope = scope();
    let note = Note {
        id: "n1".into(),
        title: "Blue".into(),
        rating: 4.25,
        author: None,
        tags: vec!["a".into()],
        parts: [("x".into(), u64::MAX)].into(),
    };
    let item = to_item(&note).expect("an item");
    assert!(!item.contains_key("author"));
    store.write(scope, Write::create(NOTES, item)).await.expect("written");
    let got = store.get(scope, NOTES, &Key::hash("n1")).await.expect("read").expect("there");
    assert_eq!(from_item::<Note>(got).expect("a note"), note);
    assert!(matches!(to_item(&5), Err(Error::Unreadable { .. })));
    assert!(matches!(from_item::<Note>(Item::new()), Err(Error::Unreadable { .. })));
}

/// Keys that are missing, empty, too long or of another type.
pub async fn keys_are_checked(store: &Tables) {
    let scope = scope();
    let long = |length: usize| Value::from("x".repeat(length));
    for bad in [
        item([("pk", "p".into())]),
        item([("pk", "p".into()), ("sk", "".into())]),
        item([("pk", 5.into()), ("sk", "a".into())]),
        item([("pk", long(2_049)), ("sk", "a".into())]),
        item([("pk", "p".into()), ("sk", long(1_025))]),
    ] {
        let refused = store.write(scope, Write::put(LOGS, bad)).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
    let longest = item([("pk", long(2_048)), ("sk", long(1_024))]);
    store.write(scope, Write::put(LOGS, longest)).await.expect("just fits");
    for (table, key) in [
        (LOGS, Key::hash("p")),
        (LOGS, Key::new("p", 5)),
        (NOTES, Key::new("p", "a")),
        (READINGS, Key::new("1", vec![1_u8])),
    ] {
        let refused = store.get(scope, table, &key).await;
        assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
        let refused = store.write(scope, Write::delete(table, key)).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
}

/// 400 KB, names and all.
pub async fn items_have_a_largest_size(store: &Tables) {
    let scope = scope();
    let note = |bytes: usize| item([("id", "big".into()), ("text", "x".repeat(bytes).into())]);
    let refused = store.write(scope, Write::put(NOTES, note(400 * 1_024))).await;
    assert!(matches!(refused, Err(Error::ItemTooLarge { size, .. }) if size > 400 * 1_024), "{refused:?}");
    store.write(scope, Write::put(NOTES, note(400 * 1_024 - 200))).await.expect("fits");
    let update = Update::new().set("more", "x".repeat(200));
    let refused = store.write(scope, Write::update(NOTES, Key::hash("big"), update)).await;
    assert!(matches!(refused, Err(Error::ItemTooLarge { .. })), "{refused:?}");
}

/// 32 lists or maps within each other.
pub async fn values_nest_only_so_deep(store: &Tables) {
    let scope = scope();
    let nested = |depth: usize| (0..depth).fold(Value::Null, |inner, _| vec![inner].into());
    let note = |depth| item([("id", "deep".into()), ("list", nested(depth))]);
    store.write(scope, Write::put(NOTES, note(32))).await.expect("just fits");
    let refused = store.write(scope, Write::put(NOTES, note(33))).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
}

/// Nor the tenant, nor the version.
pub async fn updates_leave_keys_alone(store: &Tables) {
    let scope = scope();
    for name in ["pk", "sk", Table::TENANT] {
        let write = Write::upsert(LOGS, Key::new("p", "a"), Update::new().set(name, "b"));
        let refused = store.write(scope, write).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
    let write = Write::upsert(NOTES, Key::hash("a"), Update::new().add("version", 5));
    assert!(matches!(store.write(scope, write).await, Err(Error::InvalidWrite { .. })));
}

/// A table that the store does not know is no table.
pub async fn tables_must_be_declared(store: &Tables) {
    const OTHER: &Table = &Table { name: "other", tenancy: Tenancy::Tenant, ..*NOTES };
    let scope = scope();
    let refused = store.get(scope, OTHER, &Key::hash("a")).await;
    assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
    let refused = store.write(scope, Write::put(OTHER, item([("id", "a".into())]))).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
}
