//! Declared tables against the specifications, line by line: the files beside this one hold the lines of
//! the specifications that name a table, a key, an index or a time of expiry, as they stand there.

use std::collections::{BTreeMap, BTreeSet};

use atelier_server::declared;
use atelier_tables::{Attribute, Table, check_declarations};

const DIATONIC: &str = include_str!("declared/diatonic.txt");
const ARTGUARD: &str = include_str!("declared/artguard.txt");
const ARTISSIST: &str = include_str!("declared/artissist.txt");

/// What a specification says of a table: keys, indexes with theirs, and the attribute of expiry.
#[derive(Debug, Default, PartialEq)]
struct Said {
    hash: String,
    range: Option<String>,
    indexes: BTreeMap<String, Vec<String>>,
    ttl: Option<String>,
}

impl Said {
    fn of(table: &Table) -> Self {
        let names = |hash: Attribute, range: Option<Attribute>| {
            std::iter::once(hash).chain(range).map(|key| key.name().to_owned()).collect::<Vec<_>>()
        };
        let indexes = table.indexes.iter();
        Self {
            hash: table.hash.name().into(),
            range: table.range.map(|range| range.name().into()),
            indexes: indexes.map(|index| (index.name.into(), names(index.hash, index.range))).collect(),
            ttl: table.ttl.map(str::to_owned),
        }
    }
}

fn table(name: &str) -> &'static Table {
    let found = declared().into_iter().find(|table| table.is_named(name));
    found.unwrap_or_else(|| panic!("{name} is not declared"))
}

/// The text between two others.
fn between<'a>(line: &'a str, left: &str, right: &str) -> &'a str {
    line.split_once(left).and_then(|(_, rest)| rest.split_once(right)).map_or("", |(found, _)| found)
}

#[test]
fn the_tables_of_diatonic_are_declared_to_the_letter() {
    let mut said: Vec<(String, Said)> = Vec::new();
    for line in DIATONIC.lines() {
        if let Some(title) = line.strip_prefix("### ") {
            let name = between(title, ". ", " Table").to_lowercase().replace(' ', "-");
            said.push((name, Said::default()));
            continue;
        }
        let (_, last) = said.last_mut().expect("a title comes first");
        if let Some(keys) = line.strip_prefix("PK: ") {
            let (hash, range) = keys.split_once(", SK: ").map_or((keys, None), |(pk, sk)| (pk, Some(sk)));
            last.hash = hash.trim().into();
            last.range = range.map(|range| range.trim().to_owned());
        } else if let Some(ttl) = line.strip_prefix("TTL: ") {
            last.ttl = ttl.split(' ').next().map(str::to_owned);
        } else {
            let (name, keys) = line.trim_start_matches("- ").split_once(": ").expect("an index");
            let keys = keys.split(" (").next().unwrap_or_default();
            let keys = keys.split(" + ").map(|key| key.trim().to_owned()).collect();
            last.indexes.insert(name.into(), keys);
        }
    }
    assert_eq!(said.len(), 15);
    for (name, said) in said {
        assert_eq!(Said::of(table(&name)), said, "{name}");
    }
}

#[test]
fn the_tables_of_artguard_are_declared_to_the_letter() {
    let mut names = BTreeSet::new();
    let mut current: Option<&Table> = None;
    let (mut index, mut seen) = ("", 0);
    let mut checked = BTreeMap::<&str, usize>::new();
    for line in ARTGUARD.lines() {
        if line.starts_with("### Table") {
            let full = between(line, "(`", "`)");
            let name = full.strip_suffix("-{env}").expect("an environment");
            current = Some(table(name));
            names.insert(name);
            continue;
        }
        let table = current.expect("a title comes first");
        let cells: Vec<_> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        if line.starts_with('|') {
            let (attribute, kind, key) = (cells[1], cells[2], cells[3]);
            let typed =
                if kind == "Number" { Attribute::N as fn(_) -> _ } else { Attribute::S as fn(_) -> _ };
            let same =
                |declared: Attribute| declared == typed(declared.name()) && declared.name() == attribute;
            match key {
                "**PK**" => assert!(same(table.hash) && table.range.is_none(), "{line}"),
                "GSI-PK" => assert!(table.indexes.iter().any(|index| same(index.hash)), "{line}"),
                "GSI-SK" => assert!(table.indexes.iter().filter_map(|index| index.range).any(same), "{line}"),
                _ => assert_eq!(table.ttl, Some(attribute), "{line}"),
            }
        } else if let Some(keys) = line.strip_prefix("- **Keys:** ") {
            let keys: Vec<_> = keys.split(", ").map(|key| between(key, "`", "`")).collect();
            // Only the index on emails has a title instead of a name; the other specification names it.
            let index = if index == "Email Index" { "email-lookup-index" } else { index };
            let index = table.index(index).unwrap_or_else(|| panic!("{} has no {index}", table.name));
            let declared: Vec<_> =
                std::iter::once(index.hash).chain(index.range).map(|key| key.name()).collect();
            assert_eq!(declared, keys, "{line}");
            *checked.entry(table.name).or_default() += 1;
            seen += 1;
        } else {
            index = line.trim_matches('*');
        }
    }
    assert_eq!((names.len(), seen), (6, 7));
    for (name, indexes) in checked.into_iter().filter(|(name, _)| *name != "users") {
        assert_eq!(table(name).indexes.len(), indexes, "{name} has no other index");
    }
}

#[test]
fn the_table_of_artissist_is_declared_to_the_letter() {
    let table = table(between(ARTISSIST, "`", "`"));
    assert_eq!((table.hash, table.range), (Attribute::S("PK"), Some(Attribute::S("SK"))));
    let mut lines = ARTISSIST.lines().skip_while(|line| !line.starts_with("### GSI"));
    let mut seen = 0;
    while let Some(title) = lines.next().filter(|line| line.starts_with("### GSI")) {
        let index = table.index(between(title, "### ", ":")).expect("an index");
        let mut key = || between(lines.next().expect("a key"), ": `", "`").to_owned();
        assert_eq!(index.hash.name(), key(), "{title}");
        assert_eq!(index.range.map(|range| range.name().to_owned()), Some(key()), "{title}");
        seen += 1;
    }
    assert_eq!(seen, 2);
    // The specification asks for them without a name.
    for (asked, index) in [("Time-based", "createdAt"), ("Material usage", "material")] {
        assert!(ARTISSIST.contains(asked));
        let has = |found: &atelier_tables::Index| {
            found.hash.name() == index || found.range.is_some_and(|range| range.name() == index)
        };
        assert!(table.indexes.iter().any(has), "{asked}");
    }
    assert!(ARTISSIST.contains("expiresAt"));
    assert_eq!(table.ttl, Some("expiresAt"));
}

#[test]
fn the_two_tables_of_users_are_one() {
    assert_eq!(table("users").name, table("artguard-users").name);
    assert_eq!(check_declarations(&declared()), Vec::<String>::new());
}
