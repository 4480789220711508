//! Queries by key.

use atelier_base::{Cursor, Page, Scope};

use super::{LOGS, NOTES, READINGS, item, log, scope, texts};
use crate::{Cond, Error, Item, Key, KeyRange, Number, Query, Tables, Update, Value, Write};

async fn put_logs(store: &Tables, scope: Scope, keys: &[&str]) {
    let writes = keys.iter().map(|sk| Write::put(LOGS, log("p", sk))).collect();
    store.transact(scope, writes).await.expect("written");
}

async fn query(store: &Tables, scope: Scope, query: Query) -> Page<Item> {
    store.query(scope, query).await.expect("read")
}

/// Reads all pages of a list and checks what pages promise.
async fn all_pages(store: &Tables, scope: Scope, list: &Query) -> Vec<Item> {
    let mut items = Vec::new();
    let mut next = list.clone();
    loop {
        let page = query(store, scope, next.clone()).await;
        assert!(page.edges.len() <= list.limit);
        assert!(!page.has_next || !page.edges.is_empty(), "an empty page is the end");
        next = next.after(page.end().cloned());
        let more = page.has_next;
        items.extend(page.into_nodes());
        if !more {
            return items;
        }
    }
}

/// Both ways, by bytes.
pub async fn a_partition_is_in_order(store: &Tables) {
    let scope = scope();
    put_logs(store, scope, &["b", "a", "ä", "B", "aa", "c#2", "c#10"]).await;
    store.write(scope, Write::put(LOGS, log("p2", "x"))).await.expect("written");
    let order = ["B", "a", "aa", "b", "c#10", "c#2", "ä"];
    assert_eq!(texts(&query(store, scope, Query::table(LOGS, "p")).await, "sk"), order);
    let down = query(store, scope, Query::table(LOGS, "p").descending()).await;
    assert!(texts(&down, "sk").iter().rev().eq(order.iter()));
    assert!(!down.has_next);
    assert!(query(store, scope, Query::table(LOGS, "p3")).await.edges.is_empty());
}

/// Every sort of range, from both ends.
pub async fn ranges_bound_a_query(store: &Tables) {
    let scope = scope();
    put_logs(store, scope, &["a", "a\u{0}", "b", "ba", "bb", "c"]).await;
    for (range, expected) in [
        (KeyRange::All, vec!["a", "a\u{0}", "b", "ba", "bb", "c"]),
        (KeyRange::Equal("a".into()), vec!["a"]),
        (KeyRange::Equal("aa".into()), vec![]),
        (KeyRange::Below("b".into()), vec!["a", "a\u{0}"]),
        (KeyRange::AtMost("b".into()), vec!["a", "a\u{0}", "b"]),
        (KeyRange::Above("a".into()), vec!["a\u{0}", "b", "ba", "bb", "c"]),
        (KeyRange::AtLeast("bb".into()), vec!["bb", "c"]),
        (KeyRange::Between("a\u{0}".into(), "ba".into()), vec!["a\u{0}", "b", "ba"]),
        (KeyRange::Between("c".into(), "a".into()), vec![]),
        (KeyRange::BeginsWith("b".into()), vec!["b", "ba", "bb"]),
    ] {
        let up = query(store, scope, Query::table(LOGS, "p").range(range.clone())).await;
        assert_eq!(texts(&up, "sk"), expected, "{range:?}");
        let down = query(store, scope, Query::table(LOGS, "p").range(range.clone()).descending()).await;
        assert!(texts(&down, "sk").iter().rev().eq(expected.iter()), "{range:?}");
    }
}

/// Not by their digits.
pub async fn numbers_and_bytes_sort_by_value(store: &Tables) {
    let scope = scope();
    let numbers = ["-1e100", "-12.5", "-12", "-0.001", "0", "1e-130", "9", "10", "10.5", "1e125"];
    for (place, number) in numbers.iter().enumerate().rev() {
        let number: Number = number.parse().expect("a number");
        let reading = item([
            ("sensor", Number::from(7).into()),
            ("place", vec![u8::try_from(place * 25).expect("small"), 0].into()),
            ("kind", vec![1_u8].into()),
            ("value", number.into()),
        ]);
        store.write(scope, Write::put(READINGS, reading)).await.expect("written");
    }
    let values = |page: Page<Item>| page.into_nodes().map(|item| item["value"].clone()).collect::<Vec<_>>();
    let expected: Vec<Value> =
        numbers.iter().map(|text| text.parse::<Number>().expect("a number").into()).collect();
    assert_eq!(values(query(store, scope, Query::table(READINGS, 7)).await), expected);
    let index = Query::index(READINGS, "ByValue", vec![1_u8]);
    assert_eq!(values(query(store, scope, index.clone()).await), expected);
    let between = KeyRange::Between((-12).into(), "10.0".parse::<Number>().expect("a number").into());
    assert_eq!(values(query(store, scope, index.range(between)).await), expected[2..8]);
    let key = Key::new("7.00".parse::<Number>().expect("a number"), vec![25_u8, 0]);
    assert!(store.get(scope, READINGS, &key).await.expect("read").is_some(), "equal numbers are one key");
}

/// 1 to 1000.
pub async fn limits_are_checked(store: &Tables) {
    let scope = scope();
    for limit in [0, 1_001] {
        let refused = store.query(scope, Query::table(LOGS, "p").limit(limit)).await;
        assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
    }
    put_logs(store, scope, &["a", "b"]).await;
    for (limit, has_next) in [(1, true), (2, false), (1_000, false)] {
        let page = query(store, scope, Query::table(LOGS, "p").limit(limit)).await;
        assert_eq!((page.edges.len(), page.has_next), (limit.min(2), has_next));
    }
}

/// Each entry once, in order, whatever the limit and the range.
pub async fn pages_follow_one_another(store: &Tables) {
    let scope = scope();
    let keys: Vec<String> = (0..23).map(|n| format!("k{n:02}")).collect();
    put_logs(store, scope, &keys.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for limit in [1, 2, 5, 22, 23, 24] {
        for range in [KeyRange::All, KeyRange::Between("k03".into(), "k19".into())] {
            let up = Query::table(LOGS, "p").limit(limit).range(range);
            let whole = all_pages(store, scope, &Query { limit: 1_000, ..up.clone() }).await;
            assert_eq!(all_pages(store, scope, &up).await, whole);
            let mut down = all_pages(store, scope, &up.descending()).await;
            down.reverse();
            assert_eq!(down, whole);
        }
    }
}

/// Entries with the same sort key, or with none.
pub async fn pages_of_an_index_break_ties(store: &Tables) {
    let scope = scope();
    for n in 0..12 {
        let mut tied = log("p", &format!("k{n}"));
        tied.extend(item([("project", "x".into()), ("at", ["1", "2"][n % 2].into()), ("tag", "t".into())]));
        store.write(scope, Write::put(LOGS, tied)).await.expect("written");
    }
    for list in [Query::index(LOGS, "ByProject", "x"), Query::index(LOGS, "ByTag", "t")] {
        let whole = all_pages(store, scope, &list).await;
        assert_eq!(whole.len(), 12);
        for limit in [1, 5] {
            assert_eq!(all_pages(store, scope, &list.clone().limit(limit)).await, whole);
            let mut down = all_pages(store, scope, &list.clone().limit(limit).descending()).await;
            down.reverse();
            assert_eq!(down, whole);
        }
    }
}

/// Its entry may be gone, and others may have come.
pub async fn a_cursor_goes_on_where_writes_happened(store: &Tables) {
    let scope = scope();
    put_logs(store, scope, &["b", "d", "f"]).await;
    let first = query(store, scope, Query::table(LOGS, "p").limit(2)).await;
    store.write(scope, Write::delete(LOGS, Key::new("p", "d"))).await.expect("written");
    put_logs(store, scope, &["a", "e"]).await;
    let mut next = Query::table(LOGS, "p");
    next = next.after(first.end().cloned());
    assert_eq!(texts(&query(store, scope, next).await, "sk"), ["e", "f"]);
}

/// Not another partition's, index's or table's, and not garbage.
pub async fn a_cursor_fits_only_its_list(store: &Tables) {
    let scope = scope();
    put_logs(store, scope, &["a", "b"]).await;
    let cursor = query(store, scope, Query::table(LOGS, "p").limit(1)).await.end().cloned().expect("one");
    let with = |mut query: Query, cursor: &Cursor| {
        query = query.after(Some(cursor.clone()));
        query
    };
    // The other direction is the same list.
    let back = query(store, scope, with(Query::table(LOGS, "p").descending(), &cursor)).await;
    assert!(back.edges.is_empty());
    let mut cut = cursor.as_bytes().to_vec();
    cut.truncate(9);
    for (list, cursor) in [
        (Query::table(LOGS, "p2"), cursor.clone()),
        (Query::index(LOGS, "ByProject", "p"), cursor.clone()),
        (Query::table(NOTES, "p"), cursor.clone()),
        (Query::table(LOGS, "p"), Cursor::from_bytes(cut)),
        (Query::table(LOGS, "p"), Cursor::from_bytes(Vec::new())),
        (Query::table(LOGS, "p"), Cursor::from_bytes(vec![255; 3_000])),
    ] {
        let refused = store.query(scope, with(list, &cursor)).await;
        assert!(matches!(refused, Err(Error::InvalidCursor)), "{refused:?}");
    }
}

async fn put_numbered(store: &Tables, scope: Scope, count: usize) {
    for chunk in (0..count).collect::<Vec<_>>().chunks(100) {
        let numbered = |n: &usize| {
            let mut numbered = log("p", &format!("{n:06}"));
            numbered.insert("n".into(), Value::from(u64::try_from(*n).expect("small")));
            Write::put(LOGS, numbered)
        };
        store.transact(scope, chunk.iter().map(numbered).collect()).await.expect("written");
    }
}

/// With items that match, not with items that were looked at.
pub async fn a_filter_fills_the_page(store: &Tables) {
    let scope = scope();
    put_numbered(store, scope, 300).await;
    let list = Query::table(LOGS, "p").filter(Cond::one_of("n", [5, 100, 250]));
    let page = query(store, scope, list.clone().limit(2)).await;
    assert_eq!((texts(&page, "sk"), page.has_next), (vec!["000005".into(), "000100".into()], true));
    let page = query(store, scope, list.clone().limit(3)).await;
    assert_eq!((page.edges.len(), page.has_next), (3, false));
    assert_eq!(all_pages(store, scope, &list.descending().limit(1)).await.len(), 3);
}

/// With an empty page that says so.
pub async fn a_filter_that_finds_nothing_ends(store: &Tables) {
    let scope = scope();
    put_numbered(store, scope, 50).await;
    let page = query(store, scope, Query::table(LOGS, "p").filter(Cond::gt("n", 900)).limit(5)).await;
    assert_eq!((page.edges.len(), page.has_next), (0, false));
}

/// Past the ten thousand that end a page with something in it.
pub async fn a_filter_looks_on_until_it_finds(store: &Tables) {
    let scope = scope();
    put_numbered(store, scope, 10_300).await;
    let list = Query::table(LOGS, "p").filter(Cond::one_of("n", [0, 10_290])).limit(5);
    let first = query(store, scope, list.clone()).await;
    assert_eq!((texts(&first, "sk"), first.has_next), (vec!["000000".into()], true));
    assert_eq!(all_pages(store, scope, &list).await.len(), 2);
    let late = Query::table(LOGS, "p").filter(Cond::eq("n", 10_290));
    assert_eq!(texts(&query(store, scope, late).await, "sk"), ["010290"]);
}

/// At about a megabyte, and the rest follows.
pub async fn large_items_cut_a_page(store: &Tables) {
    let scope = scope();
    for n in 0..9 {
        let mut large = log("p", &n.to_string());
        large.insert("text".into(), "x".repeat(300_000).into());
        store.write(scope, Write::put(LOGS, large)).await.expect("written");
    }
    let first = query(store, scope, Query::table(LOGS, "p")).await;
    assert!(first.has_next && (3..9).contains(&first.edges.len()), "{}", first.edges.len());
    assert_eq!(all_pages(store, scope, &Query::table(LOGS, "p")).await.len(), 9);
}

/// Only items with all of the index's keys are in it.
pub async fn an_index_is_sparse(store: &Tables) {
    let scope = scope();
    put_logs(store, scope, &["a", "b", "c"]).await;
    let update = |sk: &str, update: Update| Write::update(LOGS, Key::new("p", sk), update);
    store.write(scope, update("a", Update::new().set("project", "x"))).await.expect("written");
    store.write(scope, update("b", Update::new().set("project", "x").set("at", "1"))).await.expect("written");
    store.write(scope, update("c", Update::new().set("at", "1"))).await.expect("written");
    assert_eq!(texts(&query(store, scope, Query::index(LOGS, "ByProject", "x")).await, "sk"), ["b"]);
}

/// At once.
pub async fn an_index_follows_updates_and_deletes(store: &Tables) {
    let scope = scope();
    let key = || Key::new("p", "a");
    let found = async |project: &str, range: KeyRange| {
        let page = query(store, scope, Query::index(LOGS, "ByProject", project).range(range)).await;
        texts(&page, "note")
    };
    let mut first = log("p", "a");
    first.extend(item([("project", "x".into()), ("at", "1".into()), ("note", "one".into())]));
    store.write(scope, Write::put(LOGS, first.clone())).await.expect("written");
    assert_eq!(found("x", KeyRange::All).await, ["one"]);
    let two = Update::new().set("note", "two");
    store.write(scope, Write::update(LOGS, key(), two)).await.expect("written");
    assert_eq!(found("x", KeyRange::All).await, ["two"]);
    let moved = Update::new().set("at", "2").set("project", "y");
    store.write(scope, Write::update(LOGS, key(), moved)).await.expect("written");
    assert!(found("x", KeyRange::All).await.is_empty());
    assert_eq!(found("y", KeyRange::Equal("2".into())).await, ["two"]);
    store.write(scope, Write::update(LOGS, key(), Update::new().remove("at"))).await.expect("written");
    assert!(found("y", KeyRange::All).await.is_empty());
    store.write(scope, Write::put(LOGS, first)).await.expect("written");
    assert_eq!(found("x", KeyRange::All).await, ["one"]);
    store.write(scope, Write::delete(LOGS, key())).await.expect("written");
    assert!(found("x", KeyRange::All).await.is_empty());
}

/// A value that can't be one is refused, and leaves nothing.
pub async fn index_keys_are_checked(store: &Tables) {
    let scope = scope();
    for (name, value) in [("project", Value::from("")), ("project", 5.into()), ("score", "high".into())] {
        let mut bad = log("p", "a");
        bad.insert(name.into(), value);
        let refused = store.write(scope, Write::put(LOGS, bad)).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
    assert_eq!(store.get(scope, LOGS, &Key::new("p", "a")).await.expect("read"), None);
}

/// Unknown indexes and keys of another type.
pub async fn queries_are_checked(store: &Tables) {
    let scope = scope();
    for bad in [
        Query::index(LOGS, "ByNothing", "x"),
        Query::table(LOGS, 5),
        Query::table(LOGS, ""),
        Query::table(LOGS, "p").range(KeyRange::Equal(5.into())),
        Query::index(LOGS, "ByScore", "x").range(KeyRange::BeginsWith(5.into())),
        Query::index(LOGS, "ByTag", "x").range(KeyRange::Equal("a".into())),
        Query::table(NOTES, "n").range(KeyRange::Above("a".into())),
    ] {
        let refused = store.query(scope, bad.clone()).await;
        assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{bad:?} {refused:?}");
    }
}
