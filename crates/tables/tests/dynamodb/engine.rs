//! What only this engine does: names, schemas, a server that goes away, an engine without transactions.

use atelier_base::{Coded as _, Scope};
use atelier_tables::conformance::{self, LOGS, NOTES, item, scope};
use atelier_tables::{
    Attribute, Capabilities, DynamoDbOptions, Error, Get, Index, Item, Key, Number, Position, Query, Table,
    Tables, Tenancy, Update, Value, Write,
};

use super::peer::{Peer, missing};

/// Says plainly that a test is left out.
#[expect(clippy::print_stdout, reason = "whoever runs the tests has to know")]
fn left_out() -> bool {
    missing().inspect(|reason| println!("{reason}")).is_some()
}

const SMALL: &Table = &Table::new("small", Attribute::S("id"));
const GROWN: &Table = &Table {
    indexes: &[Index::of_hash("ByOwner", Attribute::S("owner"))],
    ttl: Some("until"),
    stream: true,
    ..*SMALL
};
const PLAIN: &Table = &Table { tenancy: Tenancy::Directory, ..Table::new("plain", Attribute::S("id")) };
const OTHER_KEY: &Table = &Table::new("small", Attribute::N("number"));

#[tokio::test]
async fn missing_tables_and_indexes_are_made_and_nothing_is_deleted() {
    if left_out() {
        return;
    }
    let peer = Peer::start();
    let options = peer.options();
    let words = async |tables: &[&'static Table]| {
        let steps = Tables::plan(&options, tables).await.expect("a plan");
        steps.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let name = format!("{}small{}", options.prefix, options.suffix);
    assert!(words(&[SMALL]).await.contains(&format!("make table {name}")));
    let tables = peer.connect(&[SMALL]).await;
    assert_eq!(words(&[SMALL]).await, [""; 0]);
    let own = scope();
    let small = item([("id", "a".into()), ("owner", "ann".into())]);
    tables.write(own, Write::put(SMALL, small)).await.expect("written");
    let steps = [
        format!("make index ByOwner of table {name}"),
        format!("switch on the stream of table {name}"),
        format!("let items of table {name} expire by until"),
    ];
    assert_eq!(words(&[GROWN]).await, steps);
    let careful = DynamoDbOptions { create_tables: false, ..options.clone() };
    let Err(refused) = Tables::connect(&careful, &[GROWN]).await else { panic!("something is missing") };
    assert_eq!(refused.code().name, "store_mismatch");
    assert!(refused.to_string().contains(&steps[0]), "{refused}");
    let tables = peer.connect(&[GROWN]).await;
    assert_eq!(words(&[GROWN]).await, [""; 0]);
    let found = tables.query(own, Query::index(GROWN, "ByOwner", "ann")).await.expect("read");
    assert_eq!(found.edges.len(), 1, "an index is filled from what is there");
    // An index that nobody declares stays.
    peer.connect(&[SMALL]).await;
    assert_eq!(words(&[GROWN]).await, [""; 0]);
    let Err(refused) = Tables::connect(&options, &[OTHER_KEY]).await else { panic!("another key") };
    assert!(matches!(&refused, Error::Mismatch { reason } if reason.contains("another key")), "{refused}");
}

#[tokio::test]
async fn a_server_that_goes_away_is_an_error_with_a_code_until_it_is_back() {
    if left_out() || super::peer::other().is_some() {
        return;
    }
    let mut peer = Peer::start();
    drop(peer.connect(conformance::TABLES).await);
    let options = DynamoDbOptions { attempts: 2, ..peer.options() };
    let tables = Tables::connect(&options, conformance::TABLES).await.expect("connected");
    let own = scope();
    let note = |id: &str| Write::put(NOTES, item([("id", id.into())]));
    tables.write(own, note("a")).await.expect("written");
    let writer = tables.clone();
    let writing = async {
        let mut acknowledged = Vec::new();
        for n in 0..2_000 {
            let id = format!("n{n}");
            match writer.write(own, note(&id)).await {
                Ok(_) => acknowledged.push(id),
                Err(error) => return (acknowledged, Some(error)),
            }
            tokio::task::yield_now().await;
        }
        (acknowledged, None)
    };
    let killing = async {
        while tables.get(own, NOTES, &Key::hash("n20")).await.expect("read").is_none() {}
        peer.kill();
    };
    let ((acknowledged, error), ()) = tokio::join!(writing, killing);
    let error = error.expect("the server was killed in the middle");
    assert_eq!(error.code().name, "store_unavailable", "{error}");
    assert_eq!(tables.ping().await.expect_err("it is down").code().name, "store_unavailable");
    peer.start_again();
    // The same store goes on once the server listens again.
    while tables.ping().await.is_err() {}
    tables.write(own, note("b")).await.expect("written");
    for id in acknowledged {
        assert!(
            tables.get(own, NOTES, &Key::hash(id.as_str())).await.expect("read").is_some(),
            "{id} is lost"
        );
    }
}

#[tokio::test]
async fn without_transactions_several_writes_are_refused_and_batches_go_one_by_one() {
    if left_out() {
        return;
    }
    let peer = Peer::start();
    let options = DynamoDbOptions { alternator: true, ..peer.options() };
    drop(peer.connect(conformance::TABLES).await);
    let tables = Tables::connect(&options, conformance::TABLES).await.expect("connected");
    let own = scope();
    let note = |id: &str| Write::put(NOTES, item([("id", id.into())]));
    let refused = tables.transact(own, vec![note("a"), note("b")]).await.expect_err("refused");
    assert_eq!(refused.code().name, "store_lacking");
    let gets = || vec![Get::new(NOTES, Key::hash("a")), Get::new(NOTES, Key::hash("b"))];
    assert!(matches!(tables.transact_get(own, gets()).await, Err(Error::Lacking { .. })));
    tables.batch_write(own, vec![note("a"), note("b")]).await.expect("written");
    assert!(tables.batch_get(own, gets()).await.expect("read").iter().all(Option::is_some));
    let refused = tables.batch_write(scope(), vec![note("c"), note("a")]).await;
    assert!(matches!(refused, Err(Error::ConditionFailed { current: None, .. })), "{refused:?}");
    let needs = Capabilities { transactions: true, ..Capabilities::NONE };
    let refused = tables.require("the room of projects", needs).expect_err("refused");
    assert_eq!(
        refused.to_string(),
        "the room of projects needs transactions, which this engine of the tables has not"
    );
}

#[tokio::test]
async fn what_the_engine_lacks_is_refused_and_not_left_empty() {
    if left_out() {
        return;
    }
    let peer = Peer::start();
    let tables = peer.connect(conformance::TABLES).await;
    assert!(tables.capabilities().transactions && !tables.capabilities().strong_index_reads);
    let alternator = DynamoDbOptions { alternator: true, ..peer.options() };
    let alternator = Tables::connect(&alternator, conformance::TABLES).await.expect("connected");
    let changes = alternator.changes(Scope::directory(), conformance::TABLES, &Position::START, 10).await;
    assert!(matches!(changes, Err(Error::Lacking { what: "changes", .. })), "{changes:?}");
    tables.close().await.expect("closed");
    let closed = tables.write(scope(), Write::upsert(NOTES, Key::hash("a"), Update::new())).await;
    assert!(matches!(closed, Err(Error::Unavailable { .. })), "{closed:?}");
}

#[tokio::test]
async fn every_type_that_the_server_takes_reads_back() {
    if left_out() {
        return;
    }
    let peer = Peer::start();
    let tables = peer.connect(conformance::TABLES).await;
    let own = scope();
    let number = "-0.10000000000000000000000000000000000001".parse::<Number>().expect("a number");
    let nested = |depth: usize| (0..depth).fold(Value::Null, |inner, _| vec![inner].into());
    let full = item([
        ("id", "types".into()),
        ("yes", true.into()),
        ("most", u64::MAX.into()),
        ("exact", number.into()),
        ("large", "1e125".parse::<Number>().expect("a number").into()),
        ("empty", "".into()),
        ("text", "ä\u{0}\u{1f3a8}".into()),
        ("bytes", vec![0_u8, 255, 0].into()),
        ("deep", nested(31)),
        ("map", item([("inner", Item::new().into()), ("list", Value::L(vec![]))]).into()),
    ]);
    tables.write(own, Write::put(NOTES, full.clone())).await.expect("written");
    let mut got = tables.get(own, NOTES, &Key::hash("types")).await.expect("read").expect("there");
    got.retain(|name, _| full.contains_key(name));
    assert_eq!(got, full);
    let deep = item([("id", "deep".into()), ("list", nested(33))]);
    let refused = tables.write(own, Write::put(NOTES, deep)).await;
    assert!(matches!(refused, Err(Error::InvalidWrite { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_batch_of_the_directory_is_one_of_the_protocol() {
    if left_out() {
        return;
    }
    let peer = Peer::start();
    let tables = peer.connect(&[PLAIN, LOGS]).await;
    let all = Scope::directory();
    let puts = (0..25).map(|n| Write::put(PLAIN, item([("id", format!("{n}").into())]))).collect();
    tables.batch_write(all, puts).await.expect("written");
    let gone = vec![Write::delete(PLAIN, Key::hash("3"))];
    tables.batch_write(all, gone).await.expect("written");
    let gets = (0..25).map(|n| Get::new(PLAIN, Key::hash(format!("{n}")))).collect();
    let found = tables.batch_get(all, gets).await.expect("read");
    assert_eq!(found.iter().flatten().count(), 24);
}
