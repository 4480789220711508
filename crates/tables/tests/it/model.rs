//! Random operations of two tenants, on the engine and on a map in memory: every answer is the same.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use atelier_base::Scope;
use atelier_tables::conformance::{LOGS, NOTES, TABLES, tenant};
use atelier_tables::{Cond, Error, Item, Key, KeyRange, Options, Query, Table, Tables, Update, Value, Write};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// An operation, in small numbers so that keys meet again and again.
#[derive(Clone, Debug)]
enum Operation {
    Get { who: usize, key: KeyNumber },
    Query { who: usize, list: Box<List>, limit: usize },
    Transact { who: usize, writes: Vec<Deed> },
}

/// Table 0 is LOGS with its two keys, table 1 is NOTES, with versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct KeyNumber {
    table: usize,
    hash: usize,
    range: usize,
}

#[derive(Clone, Debug)]
struct Deed {
    key: KeyNumber,
    kind: usize,
    text: usize,
    project: Option<usize>,
    score: i64,
    condition: Option<Cond>,
    expected: Option<u64>,
}

#[derive(Clone, Debug)]
struct List {
    index: Option<usize>,
    hash: usize,
    low: usize,
    high: usize,
    kind: usize,
    descending: bool,
    filter: Option<Cond>,
}

fn conditions() -> impl Strategy<Value = Cond> {
    let text = (0..3_usize).prop_map(|n| Value::from(TEXTS[n]));
    prop_oneof![
        Just(Cond::exists("text")),
        Just(Cond::missing("project")),
        text.clone().prop_map(|value| Cond::eq("text", value)),
        text.prop_map(|value| Cond::Not(Box::new(Cond::begins_with("text", value)))),
        (-3..3_i64).prop_map(|n| Cond::lt("score", n)),
        (-3..3_i64).prop_map(|n| Cond::ge("score", n)),
    ]
}

fn keys() -> impl Strategy<Value = KeyNumber> {
    (0..2_usize, 0..2_usize, 0..5_usize).prop_map(|(table, hash, range)| KeyNumber { table, hash, range })
}

fn deeds() -> impl Strategy<Value = Deed> {
    let values = (0..3_usize, option::of(0..2_usize), -3..3_i64);
    (keys(), 0..7_usize, values, option::weighted(0.3, conditions()), option::weighted(0.2, 1..4_u64))
        .prop_map(|(key, kind, (text, project, score), condition, expected)| {
            let expected = expected.filter(|_| key.table == 1);
            Deed { key, kind, text, project, score, condition, expected }
        })
}

fn operations() -> impl Strategy<Value = Operation> {
    let list = (
        (option::of(0..3_usize), 0..2_usize, 0..5_usize, 0..5_usize),
        (0..8_usize, any::<bool>(), option::weighted(0.4, conditions())),
    )
        .prop_map(|((index, hash, low, high), (kind, descending, filter))| List {
            index,
            hash,
            low,
            high,
            kind,
            descending,
            filter,
        });
    prop_oneof![
        2 => (0..2_usize, keys()).prop_map(|(who, key)| Operation::Get { who, key }),
        3 => (0..2_usize, list, 1..5_usize).prop_map(|(who, list, limit)| {
            let list = Box::new(list);
            Operation::Query { who, list, limit }
        }),
        5 => (0..2_usize, vec(deeds(), 1..2)).prop_map(|(who, writes)| Operation::Transact { who, writes }),
        2 => (0..2_usize, vec(deeds(), 2..5)).prop_map(|(who, writes)| Operation::Transact { who, writes }),
    ]
}

const TEXTS: [&str; 3] = ["red", "re", "blue"];
const RANGES: [&str; 5] = ["a", "a#", "b", "ba", "c"];
const PROJECTS: [&str; 2] = ["x", "y"];
/// An index, and its sort key if that is a text.
const INDEXES: [(&str, Option<&str>); 3] = [("ByProject", Some("at")), ("ByScore", None), ("ByTag", None)];

/// What one case works with: its own partitions, so that all cases share one store.
struct Case {
    number: u64,
    scopes: [Scope; 2],
    tenants: [String; 2],
}

impl Case {
    fn new() -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let tenants = [tenant(), tenant()];
        Self {
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            scopes: tenants.map(Scope::tenant),
            tenants: tenants.map(|tenant| tenant.to_string()),
        }
    }

    fn hash(&self, number: usize) -> String {
        format!("{}-{number}", self.number)
    }

    fn key(&self, key: KeyNumber) -> Key {
        if key.table == 0 {
            Key::new(self.hash(key.hash), RANGES[key.range])
        } else {
            Key::hash(format!("{}/{}", self.hash(key.hash), RANGES[key.range]))
        }
    }

    /// The item of a put, or the fresh one of an upsert.
    fn bare(&self, key: KeyNumber, who: usize) -> Item {
        let Key { hash, range } = self.key(key);
        let mut item = Item::from([(Table::TENANT.to_owned(), self.tenants[who].as_str().into())]);
        item.insert(if key.table == 0 { "pk" } else { "id" }.into(), hash);
        item.extend(range.map(|range| ("sk".to_owned(), range)));
        item
    }

    fn full(&self, deed: &Deed, who: usize) -> Item {
        let mut item = self.bare(deed.key, who);
        item.insert("text".into(), TEXTS[deed.text].into());
        item.insert("at".into(), TEXTS[deed.text].into());
        item.insert("score".into(), deed.score.into());
        if let Some(project) = deed.project {
            item.insert("project".into(), self.project(project).into());
            item.insert("tag".into(), self.project(project).into());
        }
        item
    }

    fn project(&self, number: usize) -> String {
        format!("{}-{}", self.number, PROJECTS[number])
    }

    fn write(&self, deed: &Deed, who: usize) -> Write {
        let table = [LOGS, NOTES][deed.key.table];
        let key = self.key(deed.key);
        let project = deed.project.map(|project| self.project(project));
        let update = Update::new()
            .set("text", TEXTS[deed.text])
            .set("at", TEXTS[deed.text])
            .set_or_remove("project", project)
            .add("score", deed.score);
        let mut write = match deed.kind {
            0 | 1 => Write::put(table, self.full(deed, who)),
            2 => Write::create(table, self.full(deed, who)),
            3 => Write::update(table, key, update),
            4 => Write::upsert(table, key, update),
            5 => Write::delete(table, key),
            _ => Write::check(table, key, Cond::missing("none")),
        };
        if let Some(condition) = &deed.condition {
            write = write.when(condition.clone());
        }
        if let Some(expected) = deed.expected {
            write = write.expect_version(expected);
        }
        write
    }

    fn query(&self, list: &List) -> Query {
        let mut query = match list.index {
            None => Query::table(LOGS, self.hash(list.hash)).range(range_of(list, &RANGES)),
            Some(index) => {
                let (name, range) = INDEXES[index];
                let query = Query::index(LOGS, name, self.project(list.hash));
                if range.is_some() { query.range(range_of(list, &TEXTS)) } else { query }
            }
        };
        if let Some(filter) = &list.filter {
            query = query.filter(filter.clone());
        }
        if list.descending { query.descending() } else { query }
    }
}

fn range_of(list: &List, keys: &[&str]) -> KeyRange {
    let (low, high) = (Value::from(keys[list.low % keys.len()]), Value::from(keys[list.high % keys.len()]));
    match list.kind {
        0 => KeyRange::All,
        1 => KeyRange::Equal(low),
        2 => KeyRange::Below(low),
        3 => KeyRange::AtMost(low),
        4 => KeyRange::Above(low),
        5 => KeyRange::AtLeast(low),
        6 => KeyRange::Between(low, high),
        _ => KeyRange::BeginsWith(low),
    }
}

fn within(range: &KeyRange, key: &Value) -> bool {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let own = text(key);
    match range {
        KeyRange::All => true,
        KeyRange::Equal(value) => own == text(value),
        KeyRange::Below(value) => own < text(value),
        KeyRange::AtMost(value) => own <= text(value),
        KeyRange::Above(value) => own > text(value),
        KeyRange::AtLeast(value) => own >= text(value),
        KeyRange::Between(low, high) => text(low) <= own && own <= text(high),
        KeyRange::BeginsWith(prefix) => own.starts_with(&text(prefix)),
    }
}

/// What a write answers, so that both sides can be compared.
#[derive(Debug, PartialEq)]
enum Answer {
    Done(Vec<Option<Item>>),
    Condition(usize, Option<Item>),
    Version(usize, Option<Item>),
    Invalid,
}

impl From<Result<Vec<Option<Item>>, Error>> for Answer {
    fn from(result: Result<Vec<Option<Item>>, Error>) -> Self {
        match result {
            Ok(items) => Self::Done(items),
            Err(Error::ConditionFailed { position, current, .. }) => {
                Self::Condition(position, current.map(|item| *item))
            }
            Err(Error::VersionConflict { position, current, .. }) => {
                Self::Version(position, current.map(|item| *item))
            }
            Err(Error::InvalidWrite { .. }) => Self::Invalid,
            Err(error) => panic!("{error:?}"),
        }
    }
}

/// The map in memory: items by table and key, each with the number of its creation.
#[derive(Default)]
struct Model {
    items: BTreeMap<(usize, String, String), (u64, Item)>,
    created: u64,
}

fn place(case: &Case, key: KeyNumber) -> (usize, String, String) {
    let Key { hash, range } = case.key(key);
    let text = |value: Value| value.as_str().expect("a text").to_owned();
    (key.table, text(hash), range.map(text).unwrap_or_default())
}

impl Model {
    fn seen(&self, case: &Case, who: usize, key: KeyNumber) -> (Option<&Item>, bool) {
        let stored = self.items.get(&place(case, key)).map(|(_, item)| item);
        let own = stored.filter(|item| item[Table::TENANT].as_str() == Some(&case.tenants[who]));
        (own, stored.is_some() && own.is_none())
    }

    fn transact(&mut self, case: &Case, who: usize, deeds: &[Deed]) -> Answer {
        let repeated = (1..deeds.len()).any(|n| deeds[..n].iter().any(|deed| deed.key == deeds[n].key));
        if repeated {
            return Answer::Invalid;
        }
        let mut after = Vec::new();
        for (position, deed) in deeds.iter().enumerate() {
            let (current, foreign) = self.seen(case, who, deed.key);
            let version = current.and_then(|item| item.get("version")?.as_u64());
            if deed.expected.is_some_and(|expected| version != Some(expected)) {
                return Answer::Version(position, current.cloned());
            }
            let fits = (deed.kind != 2 || current.is_none())
                && deed.condition.as_ref().is_none_or(|condition| condition.holds(current));
            if !fits || (foreign && deed.kind < 5) || (deed.kind == 3 && current.is_none()) {
                return Answer::Condition(position, current.cloned());
            }
            after.push(Self::outcome(case, who, deed, current));
        }
        let mut answers = Vec::new();
        for (deed, (stored, answer)) in deeds.iter().zip(after) {
            let place = place(case, deed.key);
            match stored {
                Some(item) => {
                    self.created += 1;
                    let fresh = self.created;
                    self.items
                        .entry(place)
                        .and_modify(|entry| entry.1 = item.clone())
                        .or_insert((fresh, item));
                }
                None if deed.kind == 5 && answer.is_some() => {
                    self.items.remove(&place);
                }
                None => {}
            }
            answers.push(answer);
        }
        Answer::Done(answers)
    }

    /// What is stored, and what is answered.
    fn outcome(case: &Case, who: usize, deed: &Deed, current: Option<&Item>) -> (Option<Item>, Option<Item>) {
        let mut item = match deed.kind {
            0..=2 => case.full(deed, who),
            3 | 4 => {
                let mut item = current.cloned().unwrap_or_else(|| case.bare(deed.key, who));
                let full = case.full(deed, who);
                item.insert("text".into(), full["text"].clone());
                item.insert("at".into(), full["at"].clone());
                match full.get("project") {
                    Some(project) => item.insert("project".into(), project.clone()),
                    None => item.remove("project"),
                };
                let before = item
                    .get("score")
                    .and_then(Value::as_number)
                    .and_then(atelier_tables::Number::as_i64)
                    .unwrap_or(0);
                item.insert("score".into(), (before + deed.score).into());
                item
            }
            _ => return (None, current.cloned()),
        };
        if deed.key.table == 1 {
            let version = current.and_then(|item| item["version"].as_u64()).unwrap_or(0);
            item.insert("version".into(), (version + 1).into());
        }
        (Some(item.clone()), Some(item))
    }

    fn query(&self, case: &Case, who: usize, list: &List) -> Vec<Item> {
        let (hash_name, hash, range_name, range) = match list.index {
            None => ("pk", case.hash(list.hash), Some("sk"), range_of(list, &RANGES)),
            Some(0) => ("project", case.project(list.hash), Some("at"), range_of(list, &TEXTS)),
            Some(1) => ("project", case.project(list.hash), Some("score"), KeyRange::All),
            Some(_) => ("tag", case.project(list.hash), None, KeyRange::All),
        };
        let mut found: Vec<_> = self
            .items
            .iter()
            .filter(|((table, ..), (_, item))| {
                *table == 0
                    && item[Table::TENANT].as_str() == Some(&case.tenants[who])
                    && item.get(hash_name).and_then(Value::as_str) == Some(&hash)
                    && range_name.is_none_or(|name| {
                        item.get(name).is_some_and(|key| range == KeyRange::All || within(&range, key))
                    })
            })
            .map(|(_, (created, item))| (created, item))
            .collect();
        found.sort_by_key(|(created, item)| {
            let key = range_name.map(|name| &item[name]);
            let number = key.and_then(Value::as_number);
            (key.and_then(Value::as_str).map(str::to_owned), number, **created)
        });
        if list.descending {
            found.reverse();
        }
        let fits = |item: &Item| list.filter.as_ref().is_none_or(|filter| filter.holds(Some(item)));
        found.into_iter().map(|(_, item)| item.clone()).filter(fits).collect()
    }
}

/// Reads all pages; every page but the last is full and says that more follow.
async fn pages(tables: &Tables, case: &Case, who: usize, list: &List, limit: usize) -> Vec<Item> {
    let mut query = case.query(list).limit(limit);
    let mut items = Vec::new();
    loop {
        let page = tables.query(case.scopes[who], query.clone()).await.expect("read");
        assert!(!page.has_next || page.edges.len() == limit, "a page with a next one is full");
        assert!(!page.edges.is_empty() || items.is_empty(), "has_next was right");
        let more = page.has_next;
        query = query.page(atelier_base::PageRequest { limit, after: page.end().cloned() });
        items.extend(page.into_nodes());
        if !more {
            return items;
        }
    }
}

async fn run(tables: &Tables, operations: Vec<Operation>) {
    let (case, mut model) = (Case::new(), Model::default());
    for operation in operations {
        match &operation {
            Operation::Get { who, key } => {
                let table = [LOGS, NOTES][key.table];
                let got = tables.get(case.scopes[*who], table, &case.key(*key)).await.expect("read");
                assert_eq!(got.as_ref(), model.seen(&case, *who, *key).0, "{operation:?}");
            }
            Operation::Query { who, list, limit } => {
                let found = pages(tables, &case, *who, list, *limit).await;
                assert_eq!(found, model.query(&case, *who, list), "{operation:?}");
            }
            Operation::Transact { who, writes } => {
                let all = writes.iter().map(|deed| case.write(deed, *who)).collect();
                let answer = Answer::from(tables.transact(case.scopes[*who], all).await);
                assert_eq!(answer, model.transact(&case, *who, writes), "{operation:?}");
            }
        }
    }
}

#[test]
fn the_engine_answers_as_a_map_would() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let directory = tempfile::tempdir().expect("a directory");
    let tables = Tables::open(&Options::at(directory.path()), TABLES).expect("opened");
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&vec(operations(), 1..80), |operations| {
            runtime.block_on(run(&tables, operations));
            Ok(())
        })
        .expect("no difference");
    tables.integrity_check().expect("whole");
}
