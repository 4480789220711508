//! An acknowledged write is on disk, whenever the process is killed.

use std::path::Path;

use atelier_peers::victim::{Victim, rounds, say, told};
use atelier_tables::conformance::{LOGS, NOTES, TABLES, VISITS, item};
use atelier_tables::{Key, Options, Position, Query, Tables, Update, Value, Write};

use crate::engine::{log, scope};

/// Set for the process that writes until it is killed.
const DIRECTORY: &str = "ATELIER_TABLES_KILL_DIRECTORY";
/// How many writers the child has.
const WRITERS_SET: &str = "ATELIER_TABLES_KILL_WRITERS";
/// Writers at once, so that batches are killed too.
const WRITERS: usize = 8;

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_writes_until_it_is_killed() {
    let (Some(directory), Some(at_once)) = (told(DIRECTORY), told(WRITERS_SET)) else { return };
    let amount: usize = at_once.parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    runtime.block_on(async {
        let tables = Tables::open(&Options::at(directory), TABLES).expect("opened");
        let mut tasks = tokio::task::JoinSet::new();
        for writer in 0..amount {
            let tables = tables.clone();
            tasks.spawn(async move {
                loop {
                    let count =
                        Write::upsert(NOTES, Key::hash(format!("w{writer}")), Update::new().add("n", 1));
                    let counted = tables.write(scope(), count).await.expect("written").expect("an item");
                    let sk = format!("{writer}-{}", counted["version"].as_u64().expect("a version"));
                    // Writes that belong together.
                    let writes = vec![
                        Write::create(LOGS, log(&sk, "t")),
                        Write::create(NOTES, item([("id", sk.as_str().into())])),
                        Write::upsert(NOTES, Key::hash(format!("sum{writer}")), Update::new().add("n", 1)),
                        Write::create(VISITS, item([("visitor", "v".into()), ("at", sk.as_str().into())])),
                    ];
                    tables.transact(scope(), writes).await.expect("written");
                    say(sk);
                }
            });
        }
        tasks.join_next().await;
    });
}

/// Starts the child and kills it after that many acknowledged writes; gives their ids.
fn kill_after(directory: &Path, writers: usize, acks: usize) -> Vec<String> {
    let victim = Victim::of("kill::child_that_writes_until_it_is_killed");
    victim.tell(DIRECTORY, directory).tell(WRITERS_SET, writers.to_string()).killed_after(acks)
}

/// How often it is killed; `ATELIER_KILL_ROUNDS` asks for more.
const ROUNDS: u64 = 50;

/// After so many rounds the store begins anew, because each round looks at all that was ever written.
const ROUNDS_OF_A_STORE: usize = 7;

#[tokio::test]
async fn an_acknowledged_write_survives_a_kill() {
    // A lone writer carries its writes out itself, several leave them to the writer's thread.
    let kinds = [(WRITERS, 1), (1, 10), (WRITERS, 40), (2, 25), (WRITERS, 70), (1, 60), (WRITERS, 150)];
    let mut left = usize::try_from(rounds(ROUNDS)).expect("few");
    while left > 0 {
        let some = left.min(ROUNDS_OF_A_STORE);
        kill_rounds(&kinds[..some]).await;
        left -= some;
    }
}

async fn kill_rounds(kinds: &[(usize, usize)]) {
    let directory = tempfile::tempdir().expect("a directory");
    let mut acked = Vec::new();
    for (writers, acks) in kinds.iter().copied() {
        acked.extend(kill_after(directory.path(), writers, acks));
        let tables = Tables::open(&Options::at(directory.path()), TABLES).expect("opened again");
        tables.integrity_check().expect("whole");
        for id in &acked {
            let log = tables.get(scope(), LOGS, &Key::new("p", id.as_str())).await.expect("read");
            assert!(log.is_some(), "{id} was acknowledged and is lost");
        }
        whole_transactions(&tables).await;
        tables.close().await.expect("closed");
    }
    assert!(acked.len() >= kinds.iter().map(|(_, acks)| acks).sum());
}

/// Items, index rows and sums agree, acknowledged or not.
async fn whole_transactions(tables: &Tables) {
    let mut sums = 0;
    for writer in 0..WRITERS {
        let sum = tables.get(scope(), NOTES, &Key::hash(format!("sum{writer}"))).await.expect("read");
        sums += sum.and_then(|sum| sum["n"].as_u64()).unwrap_or(0);
    }
    for list in [Query::table(LOGS, "p"), Query::index(LOGS, "ByProject", "x")] {
        let (mut next, mut found) = (list, 0);
        loop {
            let page = tables.query(scope(), next.clone()).await.expect("read");
            next = next.after(page.end().cloned());
            for edge in &page.edges {
                let id = edge.node["sk"].as_str().expect("a text");
                let note = tables.get(scope(), NOTES, &Key::hash(id)).await.expect("read");
                assert_eq!(
                    note.and_then(|note| note.get("version").and_then(Value::as_u64)),
                    Some(1),
                    "{id}"
                );
                found += 1;
            }
            if !page.has_next {
                break;
            }
        }
        assert_eq!(found, sums);
    }
    let changes = tables.changes(scope(), TABLES, &Position::START, usize::MAX).await.expect("read");
    assert_eq!(u64::try_from(changes.len()), Ok(sums), "a change record for each stored visit");
    assert_eq!(tables.count(scope(), Query::table(VISITS, "v")).await.expect("read").count, sums);
}
