//! Nobody reaches another tenant's items.

use atelier_base::Scope;

use super::{ACCOUNTS, LOGS, NOTES, item, log, scope, tenant, texts};
use crate::{Cond, Error, Item, Key, Query, Table, Tables, Update, Write};

fn indexed(pk: &str, sk: &str) -> Item {
    let mut item = log(pk, sk);
    item.insert("project".into(), "x".into());
    item.insert("at".into(), sk.into());
    item
}

/// Whatever the caller says.
pub async fn the_tenant_is_stamped(store: &Tables) {
    let (own, other) = (tenant(), tenant());
    let scope = Scope::tenant(own);
    let put = store.write(scope, Write::put(LOGS, log("p", "a"))).await.expect("written").expect("an item");
    assert_eq!(put[Table::TENANT], own.into());
    let mut same = log("p", "b");
    same.insert(Table::TENANT.into(), own.into());
    store.write(scope, Write::put(LOGS, same)).await.expect("its own");
    for forged in [other.into(), "".into(), 5.into()] {
        let mut item = log("p", "c");
        item.insert(Table::TENANT.into(), forged);
        let refused = store.write(scope, Write::put(LOGS, item)).await;
        assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
    }
}

/// Neither by key nor in a list.
pub async fn another_tenants_item_is_not_there(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    store.write(ann, Write::put(LOGS, indexed("p", "a"))).await.expect("written");
    assert_eq!(store.get(bob, LOGS, &Key::new("p", "a")).await.expect("read"), None);
    for query in [Query::table(LOGS, "p"), Query::index(LOGS, "ByProject", "x")] {
        let page = store.query(bob, query).await.expect("read");
        assert_eq!((page.edges.len(), page.has_next), (0, false));
    }
}

/// Without a look at what is there.
pub async fn another_tenants_key_is_refused(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    let own = store.write(ann, Write::put(LOGS, log("p", "a"))).await.expect("written");
    for write in [
        Write::put(LOGS, log("p", "a")),
        Write::create(LOGS, log("p", "a")),
        Write::upsert(LOGS, Key::new("p", "a"), Update::new().set("x", 1)),
        Write::update(LOGS, Key::new("p", "a"), Update::new().set("x", 1)),
    ] {
        let failed = store.write(bob, write).await;
        assert!(matches!(failed, Err(Error::ConditionFailed { current: None, .. })), "{failed:?}");
    }
    assert_eq!(store.get(ann, LOGS, &Key::new("p", "a")).await.expect("read"), own);
}

/// Nor deleted; a delete is told nothing.
pub async fn another_tenants_item_is_not_changed(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    let own = store.write(ann, Write::put(NOTES, item([("id", "n".into())]))).await.expect("written");
    assert_eq!(store.write(bob, Write::delete(NOTES, Key::hash("n"))).await.expect("no error"), None);
    let update = Write::update(NOTES, Key::hash("n"), Update::new()).expect_version(1);
    let failed = store.write(bob, update).await;
    assert!(matches!(failed, Err(Error::VersionConflict { current: None, .. })), "{failed:?}");
    let writes = vec![
        Write::put(LOGS, log("p", "bob")),
        Write::update(NOTES, Key::hash("n"), Update::new().set("x", 1)),
    ];
    assert!(store.transact(bob, writes).await.is_err());
    assert_eq!(store.get(bob, LOGS, &Key::new("p", "bob")).await.expect("read"), None);
    assert_eq!(store.get(ann, NOTES, &Key::hash("n")).await.expect("read"), own);
}

/// They are judged as if the item weren't there.
pub async fn conditions_reveal_nothing(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    let secret = item([("id", "n".into()), ("secret", 5.into())]);
    store.write(ann, Write::put(NOTES, secret)).await.expect("written");
    let check = |condition| store.write(bob, Write::check(NOTES, Key::hash("n"), condition));
    let failed = check(Cond::exists("id")).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { current: None, .. })), "{failed:?}");
    assert!(check(Cond::eq("secret", 5)).await.is_err());
    assert_eq!(check(Cond::missing("id")).await.expect("holds"), None);
    let delete = Write::delete(NOTES, Key::hash("n")).when(Cond::exists("id"));
    assert!(matches!(store.write(bob, delete).await, Err(Error::ConditionFailed { current: None, .. })));
}

/// In a partition and an index value that tenants share.
pub async fn queries_and_indexes_show_only_ones_own(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    for n in 0..10 {
        let owner = if n % 3 == 0 { bob } else { ann };
        store.write(owner, Write::put(LOGS, indexed("p", &n.to_string()))).await.expect("written");
    }
    for list in [Query::table(LOGS, "p"), Query::index(LOGS, "ByProject", "x")] {
        let page = store.query(bob, list.clone().limit(3)).await.expect("read");
        assert_eq!((texts(&page, "sk"), page.has_next), (vec!["0".into(), "3".into(), "6".into()], true));
        let mut rest = list.clone();
        rest = rest.after(page.end().cloned());
        let rest = store.query(bob, rest).await.expect("read");
        assert_eq!((texts(&rest, "sk"), rest.has_next), (vec!["9".into()], false));
        let page = store.query(bob, list.limit(4)).await.expect("read");
        assert_eq!((page.edges.len(), page.has_next), (4, false));
    }
}

/// Even of the same list.
pub async fn a_cursor_of_another_tenant_is_refused(store: &Tables) {
    let (ann, bob) = (scope(), scope());
    store.write(ann, Write::put(LOGS, log("p", "a"))).await.expect("written");
    let mut list = Query::table(LOGS, "p");
    let first = store.query(ann, list.clone()).await.expect("read");
    list = list.after(first.end().cloned());
    assert!(list.after.is_some());
    assert!(matches!(store.query(bob, list).await, Err(Error::InvalidCursor)));
}

/// Not for reading either.
pub async fn the_directory_does_not_reach_tables_of_tenants(store: &Tables) {
    let all = Scope::directory();
    let refused = store.get(all, LOGS, &Key::new("p", "a")).await;
    assert!(matches!(refused, Err(Error::ScopeRefused { .. })), "{refused:?}");
    let refused = store.query(all, Query::table(LOGS, "p")).await;
    assert!(matches!(refused, Err(Error::ScopeRefused { .. })), "{refused:?}");
    let account = Write::put(ACCOUNTS, item([("id", "a".into())]));
    let refused = store.transact(all, vec![account, Write::put(LOGS, log("p", "a"))]).await;
    assert!(matches!(refused, Err(Error::ScopeRefused { .. })), "{refused:?}");
    assert_eq!(store.get(all, ACCOUNTS, &Key::hash("a")).await.expect("read"), None);
}

/// With a tenant or without.
pub async fn the_directory_sees_all_of_its_own(store: &Tables) {
    let all = Scope::directory();
    let (own, other) = (tenant(), tenant());
    let account = |id: &str| item([("id", id.into()), ("email", "e".into())]);
    let mut stamped = account("a");
    stamped.insert(Table::TENANT.into(), own.into());
    store.write(all, Write::create(ACCOUNTS, stamped)).await.expect("written");
    store.write(all, Write::create(ACCOUNTS, account("b"))).await.expect("written");
    store.write(Scope::tenant(other), Write::create(ACCOUNTS, account("c"))).await.expect("written");
    for id in ["a", "b", "c"] {
        assert!(store.get(all, ACCOUNTS, &Key::hash(id)).await.expect("read").is_some());
    }
    let by_email = store.query(all, Query::index(ACCOUNTS, "ByEmail", "e")).await.expect("read");
    assert_eq!(by_email.edges.len(), 3);
    let by_tenant = store.query(all, Query::index(ACCOUNTS, "ByTenant", own)).await.expect("read");
    assert_eq!(texts(&by_tenant, "id"), ["a"]);
    let update = Write::update(ACCOUNTS, Key::hash("c"), Update::new().remove("email"));
    let updated = store.write(all, update).await.expect("written").expect("an item");
    assert_eq!(updated[Table::TENANT], other.into());
    let mut odd = account("d");
    odd.insert(Table::TENANT.into(), 5.into());
    assert!(matches!(store.write(all, Write::put(ACCOUNTS, odd)).await, Err(Error::InvalidWrite { .. })));
}

/// Items that are stamped with it, through indexes too.
pub async fn a_tenant_sees_its_part_of_the_directory(store: &Tables) {
    let (own, other) = (tenant(), tenant());
    let account = |id: &str| item([("id", id.into()), ("email", "e".into())]);
    for (scope, id) in [(Scope::tenant(own), "a"), (Scope::tenant(other), "b"), (Scope::directory(), "c")] {
        store.write(scope, Write::create(ACCOUNTS, account(id))).await.expect("written");
    }
    let scope = Scope::tenant(own);
    for (id, there) in [("a", true), ("b", false), ("c", false)] {
        assert_eq!(store.get(scope, ACCOUNTS, &Key::hash(id)).await.expect("read").is_some(), there);
    }
    let by_email = store.query(scope, Query::index(ACCOUNTS, "ByEmail", "e")).await.expect("read");
    assert_eq!(texts(&by_email, "id"), ["a"]);
    let by_tenant = store.query(scope, Query::index(ACCOUNTS, "ByTenant", other)).await.expect("read");
    assert!(by_tenant.edges.is_empty());
    let failed = store.write(scope, Write::put(ACCOUNTS, account("c"))).await;
    assert!(matches!(failed, Err(Error::ConditionFailed { current: None, .. })), "{failed:?}");
}
