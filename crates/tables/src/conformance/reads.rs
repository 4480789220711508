//! Several keys, whole tables, counts.

use std::collections::BTreeSet;

use super::{LOGS, NOTES, VISITS, item, log, scope, texts};
use crate::{Cond, Error, Get, Item, Key, Query, Scan, Tables, Value, Write};

fn visit(visitor: &str, at: &str) -> Item {
    let keys = [("visitor", visitor), ("at", at), ("page", "home"), ("kind", "k"), ("note", "n")];
    item([keys[0], keys[1], keys[2], keys[3], keys[4], ("more", "m")].map(|(name, text)| (name, text.into())))
}

async fn put(store: &Tables, scope: atelier_base::Scope, logs: impl IntoIterator<Item = Item>) {
    for log in logs {
        store.write(scope, Write::put(LOGS, log)).await.expect("written");
    }
}

/// In the order asked for, none where there is none, across tables.
pub async fn many_keys_are_read_at_once(store: &Tables) {
    let (scope, other) = (scope(), scope());
    put(store, scope, [log("p", "a"), log("p", "b")]).await;
    store.write(scope, Write::put(NOTES, item([("id", "n".into())]))).await.expect("written");
    let gets = || {
        [Key::new("p", "b"), Key::new("p", "gone"), Key::new("p", "a")]
            .map(|key| Get::new(LOGS, key))
            .into_iter()
            .chain([Get::new(NOTES, Key::hash("n"))])
            .collect::<Vec<_>>()
    };
    let name = |item: &Option<Item>, name: &str| item.as_ref().and_then(|item| item.get(name).cloned());
    for got in [store.batch_get(scope, gets()).await, store.transact_get(scope, gets()).await] {
        let got = got.expect("read");
        assert_eq!((name(&got[0], "sk"), &got[1]), (Some("b".into()), &None));
        assert_eq!((name(&got[2], "sk"), name(&got[3], "id")), (Some("a".into()), Some("n".into())));
    }
    assert!(store.batch_get(other, gets()).await.expect("read").iter().all(Option::is_none));
    for number in [0, 101] {
        let gets = (0..number).map(|n| Get::new(NOTES, Key::hash(format!("n{n}")))).collect();
        let refused = store.transact_get(scope, gets).await;
        assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
    }
}

async fn scanned(store: &Tables, scope: atelier_base::Scope, scan: Scan, name: &str) -> Vec<String> {
    let (mut all, mut scan) = (Vec::new(), scan);
    loop {
        let page = store.scan(scope, scan.clone()).await.expect("read");
        all.extend(texts(&page, name));
        if !page.has_next {
            return all;
        }
        scan = scan.after(page.end().cloned());
    }
}

/// Page by page, one's own only, also when items go meanwhile.
pub async fn a_scan_meets_every_item_once(store: &Tables) {
    let (scope, other) = (scope(), scope());
    let names: Vec<String> = (0..23).map(|n| format!("{n:02}")).collect();
    put(store, scope, names.iter().map(|name| log(&format!("p{}", &name[..1]), name))).await;
    put(store, other, [log("theirs", "x")]).await;
    let mut all = scanned(store, scope, Scan::table(LOGS).limit(5), "sk").await;
    all.sort();
    assert_eq!(all, names);
    let few = Scan::table(LOGS).filter(Cond::ge("sk", "20")).limit(2);
    assert_eq!(scanned(store, scope, few, "sk").await.into_iter().collect::<BTreeSet<_>>().len(), 3);
    let page = store.scan(scope, Scan::table(LOGS).limit(5)).await.expect("read");
    let last = page.edges.last().expect("an entry");
    let cursor = Some(last.cursor.clone());
    let key = Key { hash: last.node["pk"].clone(), range: Some(last.node["sk"].clone()) };
    store.write(scope, Write::delete(LOGS, key)).await.expect("written");
    let rest = scanned(store, scope, Scan::table(LOGS).limit(5).after(cursor.clone()), "sk").await;
    assert_eq!(rest.len(), 18);
    let foreign = store.scan(other, Scan::table(LOGS).after(cursor)).await;
    assert!(matches!(foreign, Err(Error::InvalidCursor)), "{foreign:?}");
}

/// Every item is in one segment.
pub async fn segments_share_a_scan(store: &Tables) {
    let scope = scope();
    put(store, scope, (0..40).map(|n| log(&format!("p{n}"), "a"))).await;
    let mut all = Vec::new();
    for segment in 0..3 {
        all.extend(scanned(store, scope, Scan::table(LOGS).segment(segment, 3).limit(7), "pk").await);
    }
    assert_eq!(all.len(), 40);
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), 40);
    for (position, of) in [(3, 3), (0, 0)] {
        let refused = store.scan(scope, Scan::table(LOGS).segment(position, of)).await;
        assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
    }
}

/// Only items that are in the index.
pub async fn a_scan_of_an_index_is_sparse(store: &Tables) {
    let (scope, other) = (scope(), scope());
    let tagged = |name: &str, tag: Option<&str>| {
        let mut log = log("p", name);
        log.extend(tag.map(|tag| ("tag".to_owned(), tag.into())));
        log
    };
    let logs = [("a", Some("x")), ("b", None), ("c", Some("y")), ("d", Some("x"))];
    put(store, scope, logs.map(|(name, tag)| tagged(name, tag))).await;
    put(store, other, [tagged("z", Some("x"))]).await;
    let mut all = scanned(store, scope, Scan::index(LOGS, "ByTag").limit(1), "sk").await;
    all.sort();
    assert_eq!(all, ["a", "c", "d"]);
}

/// Of those that fulfil the filter, and of all that were looked at.
pub async fn counts_say_how_many(store: &Tables) {
    let scope = scope();
    put(store, scope, (0..30).map(|n| log("p", &format!("{n:02}")))).await;
    let list = Query::table(LOGS, "p").limit(1);
    let count = store.count(scope, list.clone()).await.expect("read");
    assert_eq!((count.count, count.scanned), (30, 30));
    let count = store.count(scope, list.filter(Cond::lt("sk", "07"))).await.expect("read");
    assert_eq!((count.count, count.scanned), (7, 30));
}

/// As DynamoDB's own API begins a page.
pub async fn a_page_begins_after_given_keys(store: &Tables) {
    let scope = scope();
    let logs = ["a", "b", "c"].map(|name| {
        let mut log = log("p", name);
        log.extend(item([("project", "x".into()), ("at", "same".into())]));
        log
    });
    put(store, scope, logs.clone()).await;
    let keys = item([("pk", "p".into()), ("sk", "a".into())]);
    let page = store.query(scope, Query::table(LOGS, "p").starting_after(keys.clone())).await.expect("read");
    assert_eq!(texts(&page, "sk"), ["b", "c"]);
    let descending =
        Query::table(LOGS, "p").descending().starting_after(item([("pk", "p".into()), ("sk", "c".into())]));
    let page = store.query(scope, descending).await.expect("read");
    assert_eq!(texts(&page, "sk"), ["b", "a"]);
    let rest = scanned(store, scope, Scan::table(LOGS).starting_after(keys), "sk").await;
    assert!(rest.len() < 3, "{rest:?}");
    let by_project = Query::index(LOGS, "ByProject", "x");
    let first = store.query(scope, by_project.clone().limit(1)).await.expect("read");
    let page = store.query(scope, by_project.clone().starting_after(first.edges[0].node.clone())).await;
    let mut all = texts(&first, "sk");
    all.extend(texts(&page.expect("read"), "sk"));
    all.sort();
    assert_eq!(all, ["a", "b", "c"]);
    let short = item([("pk", "p".into()), ("sk", "a".into())]);
    let refused = store.query(scope, by_project.starting_after(short)).await;
    assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
}

/// The keys, the tenant, and what is included; filters see no more.
pub async fn an_index_returns_what_it_projects(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(VISITS, visit("v", "1"))).await.expect("written");
    let names = |item: &Item| item.keys().map(String::as_str).map(str::to_owned).collect::<Vec<_>>();
    let keys_only = Query::index(VISITS, "ByPage", "home");
    let page = store.query(scope, keys_only.clone()).await.expect("read");
    assert_eq!(names(&page.edges[0].node), ["at", "page", "tenant_id", "visitor"]);
    let page = store.query(scope, Query::index(VISITS, "ByKind", "k")).await.expect("read");
    assert_eq!(names(&page.edges[0].node), ["at", "kind", "note", "tenant_id", "visitor"]);
    let page = store.query(scope, keys_only.filter(Cond::exists("note"))).await.expect("read");
    assert_eq!(page.edges.len(), 0);
    let whole = store.query(scope, Query::table(VISITS, "v")).await.expect("read");
    assert_eq!(whole.edges[0].node["more"], Value::from("m"));
}
