//! Conditions, updates and projections on any depth of an item.

use std::collections::BTreeSet;

use atelier_base::Scope;

use super::{LOGS, item, log, scope};
use crate::{
    Comparison, Cond, Error, Get, Item, Key, Number, Operand, Path, Query, Select, Source, Tables, Update,
    Value, ValueType, Write, Written,
};

fn key() -> Key {
    Key::new("p", "a")
}

fn texts<const N: usize>(texts: [&str; N]) -> Value {
    Value::Ss(texts.map(str::to_owned).into())
}

/// A log with a map, a list, a number and a set.
fn rich() -> Item {
    let layers = vec!["ground".into(), "glaze".into(), "varnish".into()];
    let inner = item([("layers", Value::L(layers)), ("minutes", 75.into())]);
    let mut log = log("p", "a");
    log.extend(item([("work", Value::M(inner)), ("count", 5.into()), ("tags", texts(["a", "b"]))]));
    log
}

async fn changed(store: &Tables, scope: Scope, update: Update) -> Result<Item, Error> {
    store.write(scope, Write::put(LOGS, rich())).await?;
    let changed = store.write(scope, Write::update(LOGS, key(), update)).await?.expect("an item");
    assert_eq!(store.get(scope, LOGS, &key()).await?.as_ref(), Some(&changed));
    Ok(changed)
}

/// Maps by name, lists by position; a place beyond the end appends.
pub async fn nested_paths_are_read_and_changed(store: &Tables) {
    let scope = scope();
    let work = || Path::from("work");
    let update = Update::new()
        .set(work().name("minutes"), 90)
        .set(work().name("place"), "studio")
        .set(work().name("layers").at(1), "scumble")
        .set(work().name("layers").at(9), "wax");
    let item = changed(store, scope, update).await.expect("changed");
    assert_eq!(work().name("minutes").get(&item), Some(&90.into()));
    assert_eq!(work().name("place").get(&item), Some(&"studio".into()));
    let layers = ["ground", "scumble", "varnish", "wax"].map(Value::from).to_vec();
    assert_eq!(work().name("layers").get(&item), Some(&Value::L(layers)));
    let update = Update::new().remove(work().name("layers").at(0)).remove(work().name("layers").at(2));
    let item = changed(store, scope, update).await.expect("changed");
    assert_eq!(work().name("layers").get(&item), Some(&Value::L(vec!["glaze".into()])));
    let nowhere = Update::new().set(Path::from("gone").name("deep"), 1);
    assert!(matches!(changed(store, scope, nowhere).await, Err(Error::InvalidWrite { .. })));
}

/// Two attributes change places in one update.
pub async fn updates_read_the_item_as_it_was(store: &Tables) {
    let scope = scope();
    let path = |name: &str| Source::Path(name.into());
    let five = || Box::new(Source::Value(5.into()));
    let update = Update::new()
        .set_to("count", path("tags"))
        .set_to("tags", path("count"))
        .set_to("more", Source::Plus(Box::new(path("count")), five()))
        .set_to("less", Source::Minus(five(), Box::new(path("count"))))
        .set_to("kept", Source::IfMissing("count".into(), five()));
    let item = changed(store, scope, update).await.expect("changed");
    assert_eq!((&item["count"], &item["tags"]), (&texts(["a", "b"]), &5.into()));
    assert_eq!((&item["more"], &item["less"], &item["kept"]), (&10.into(), &0.into(), &5.into()));
    let missing = Update::new().set_to("x", path("gone"));
    assert!(matches!(changed(store, scope, missing).await, Err(Error::InvalidWrite { .. })));
}

/// Entries are added and deleted; an emptied set goes.
pub async fn sets_grow_and_shrink(store: &Tables) {
    let scope = scope();
    let numbers: BTreeSet<Number> = [1_u64, 2].map(Number::from).into();
    let bytes: BTreeSet<Vec<u8>> = [vec![0], vec![255]].into();
    let update = Update::new()
        .add("tags", texts(["c"]))
        .add("numbers", Value::Ns(numbers.clone()))
        .add("bytes", Value::Bs(bytes.clone()));
    let item = changed(store, scope, update).await.expect("changed");
    assert_eq!(item["tags"], texts(["a", "b", "c"]));
    assert_eq!((&item["numbers"], &item["bytes"]), (&Value::Ns(numbers), &Value::Bs(bytes)));
    let item = changed(store, scope, Update::new().delete("tags", texts(["a", "x"]))).await.expect("changed");
    assert_eq!(item["tags"], texts(["b"]));
    let item = changed(store, scope, Update::new().delete("tags", texts(["a", "b"]))).await.expect("changed");
    assert!(!item.contains_key("tags"));
    let odd = Update::new().add("tags", 1);
    assert!(matches!(changed(store, scope, odd).await, Err(Error::InvalidWrite { .. })));
}

/// No two changes of an update touch the same place.
pub async fn overlapping_changes_are_refused(store: &Tables) {
    let scope = scope();
    for update in [
        Update::new().set("count", 1).add("count", 1),
        Update::new().set("work", 1).remove(Path::from("work").name("minutes")),
    ] {
        assert!(matches!(changed(store, scope, update).await, Err(Error::InvalidWrite { .. })));
    }
}

/// As conditions of writes and as filters.
pub async fn conditions_reach_any_depth(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(LOGS, rich())).await.expect("written");
    let layers = || Path::from("work").name("layers");
    let minutes = || Path::from("work").name("minutes");
    let holding = [
        Cond::eq(layers().at(1), "glaze"),
        Cond::contains(layers(), "varnish"),
        Cond::contains("tags", "a"),
        Cond::size(layers(), Comparison::Eq, 3),
        Cond::has_type("tags", ValueType::Ss),
        Cond::between(minutes(), 60, 90),
        Cond::one_of("count", [4, 5]),
        Cond::begins_with("sk", "a"),
        Cond::missing(layers().at(3)),
        Cond::eq("count", 6).or(Cond::exists("work")),
        Cond::eq("count", 6).negated(),
        Cond::Compare(Operand::Path("count".into()), Comparison::Lt, Operand::Path(minutes())),
    ];
    for condition in holding {
        let check = Write::check(LOGS, key(), condition.clone());
        store.write(scope, check).await.unwrap_or_else(|error| panic!("{condition:?}: {error}"));
        let page = store.query(scope, Query::table(LOGS, "p").filter(condition.clone())).await.expect("read");
        assert_eq!(page.edges.len(), 1, "{condition:?}");
        let refused = store.write(scope, Write::check(LOGS, key(), condition.negated())).await;
        assert!(matches!(refused, Err(Error::ConditionFailed { .. })), "{refused:?}");
    }
}

/// What was and what is, for each kind of write.
pub async fn a_write_returns_before_and_after(store: &Tables) {
    let scope = scope();
    let written = store.write_returning(scope, Write::put(LOGS, rich())).await.expect("written");
    let Written { before: None, after: Some(first) } = written else { panic!("{written:?}") };
    let update = Write::update(LOGS, key(), Update::new().set("count", 6));
    let written = store.write_returning(scope, update).await.expect("written");
    assert_eq!(written.before.as_ref(), Some(&first));
    let second = written.after.expect("an item");
    assert_eq!(second["count"], 6.into());
    let written = store.write_returning(scope, Write::delete(LOGS, key())).await.expect("written");
    assert_eq!(written, Written { before: Some(second), after: None });
    let written = store.write_returning(scope, Write::delete(LOGS, key())).await.expect("written");
    assert_eq!(written, Written::default());
}

/// Of a get and of a query.
pub async fn parts_of_items_are_returned(store: &Tables) {
    let scope = scope();
    store.write(scope, Write::put(LOGS, rich())).await.expect("written");
    let paths = || vec!["count".into(), Path::from("work").name("layers").at(2), "gone".into()];
    let select = || Select::new(paths()).expect("they don't overlap");
    let inner = item([("layers", Value::L(vec!["varnish".into()]))]);
    let wanted = item([("count", 5.into()), ("work", Value::M(inner))]);
    let got = store.batch_get(scope, vec![Get::new(LOGS, key()).select(select())]).await.expect("read");
    assert_eq!(got, [Some(wanted.clone())]);
    let page = store.query(scope, Query::table(LOGS, "p").select(select())).await.expect("read");
    assert_eq!(page.edges.into_iter().map(|edge| edge.node).collect::<Vec<_>>(), [wanted]);
}

/// Exactly, at both ends of their range.
pub async fn numbers_have_38_digits(store: &Tables) {
    let scope = scope();
    let number = |text: &str| Value::N(text.parse().expect("a number"));
    let (most, least) = ("9".repeat(38), format!("-{}e-125", "9".repeat(38)));
    let update =
        Update::new().set("most", number(&most)).set("least", number(&least)).set("x", number("1e125"));
    let item = changed(store, scope, update).await.expect("changed");
    assert_eq!((&item["most"], &item["least"]), (&number(&most), &number(&least)));
    assert_eq!(item["x"], number("1e125"));
}

/// DynamoDB has none.
pub async fn empty_sets_are_refused(store: &Tables) {
    let mut log = rich();
    log.insert("tags".into(), Value::Ss(BTreeSet::new()));
    let refused = store.write(scope(), Write::put(LOGS, log)).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
}
