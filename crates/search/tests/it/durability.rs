//! What is there after a crash, while others write, and when it is built anew.

use std::time::Duration;

use atelier_base::Clock;
use atelier_search::{Document, Error, HybridQuery, SearchIndex};

use crate::studio::{Studio, direction, log, tenant};

fn numbered(count: usize) -> Vec<Document> {
    let record = |n: usize| Document {
        title: format!("Panel {n}"),
        materials: vec![["gesso", "cold wax", "ultramarine"][n % 3].to_owned()],
        vectors: vec![direction(n as u64)],
        ..log(&format!("log{n}"), &format!("sanded panel number {n} with a coat of size"))
    };
    (0..count).map(record).collect()
}

#[test]
fn deleted_record_is_gone_before_the_commit() {
    let studio = Studio::with(&numbered(3));
    let view_of = |studio: &Studio| {
        let near = studio.ask(&HybridQuery::new("").vector(direction(1)));
        let listed = studio.ask(&HybridQuery::new("panel"));
        let counted = listed.facets.kinds.iter().map(|count| count.count).sum::<usize>();
        (near.hits.iter().any(|hit| hit.id == "log1"), listed.total, counted)
    };
    assert_eq!(view_of(&studio), (true, 3, 3));
    studio.index.delete(studio.scope, &["log1".to_owned(), "unknown".to_owned()]).expect("deleted");
    assert_eq!(view_of(&studio), (false, 2, 2));
    // What is written under the same id later is another record.
    studio.put(&[log("log1", "panel again")]);
    assert_eq!(view_of(&studio), (false, 3, 3));
}

#[test]
fn commit_waits_for_time_or_number() {
    let studio = Studio::new();
    assert!(!studio.index.commit_if_due().expect("asked"));
    studio.index.upsert(studio.scope, &numbered(1)).expect("written");
    assert!(!studio.index.commit_if_due().expect("asked"));
    assert_eq!(studio.ids("panel"), [""; 0]);
    studio.clock.advance(Duration::from_millis(500));
    assert!(studio.index.commit_if_due().expect("asked"));
    assert_eq!(studio.ids("panel"), ["log0"]);
    studio.index.upsert(studio.scope, &numbered(2_000)).expect("written");
    assert!(studio.index.commit_if_due().expect("asked"));
    assert_eq!(studio.ask(&HybridQuery::new("panel")).total, 2_000);
}

#[test]
fn crash_goes_back_to_the_checkpoint() {
    let studio = Studio::new();
    assert_eq!(studio.index.checkpoint(), None);
    studio.index.upsert(studio.scope, &numbered(2)).expect("written");
    studio.index.reach("change 2");
    assert_eq!(studio.index.checkpoint(), None);
    studio.index.commit().expect("committed");
    studio.index.upsert(studio.scope, &numbered(5)).expect("written");
    studio.index.reach("change 5");
    let studio = studio.crash();
    assert_eq!(studio.index.checkpoint().as_deref(), Some("change 2"));
    assert_eq!(studio.ask(&HybridQuery::new("panel")).total, 2);
    assert_eq!(studio.index.extent().vectors, 2);
}

#[test]
fn two_servers_never_share_it() {
    let studio = Studio::new();
    let second = SearchIndex::open(studio.path(), Clock::system()).map(drop);
    assert!(matches!(second, Err(Error::InUse { .. })), "{second:?}");
}

#[test]
fn damaged_index_starts_anew() {
    let studio = Studio::with(&numbered(50));
    let Studio { folder, clock, index, scope } = studio;
    drop(index);
    let inside = folder.path().join("index-1");
    let mut stores: Vec<_> =
        std::fs::read_dir(&inside).expect("listed").flatten().map(|e| e.path()).collect();
    stores.retain(|path| path.extension().is_some_and(|extension| extension == "store"));
    let mut bytes = std::fs::read(&stores[0]).expect("read");
    bytes[100] ^= 0xFF;
    std::fs::write(&stores[0], bytes).expect("damaged");
    let index = SearchIndex::open(folder.path(), clock.clone()).expect("opened again");
    let studio = Studio { folder, clock, index, scope };
    assert_eq!((studio.index.checkpoint(), studio.index.extent().documents), (None, 0));
    studio.put(&numbered(1));
    assert!(!inside.exists());
    assert_eq!(studio.crash().ids("panel"), ["log0"]);
}

#[test]
fn rebuilt_index_answers_as_the_former() {
    let studio = Studio::new();
    // In several commits, with records that were replaced and deleted.
    for part in numbered(60).chunks(7) {
        studio.put(part);
        studio.put(&part[..2]);
    }
    let removed: Vec<String> = (0..10).map(|n| format!("log{}", n * 6)).collect();
    studio.index.delete(studio.scope, &removed).expect("deleted");
    studio.index.commit().expect("committed");
    let questions = ["panel", "cold wax", "\"panel number 7\"", "sanding -gesso", "panel 13", ""];
    let answers = |studio: &Studio| -> Vec<_> {
        let ask = |text: &&str| studio.ask(&HybridQuery::new(*text).vector(direction(9)));
        questions.iter().map(ask).collect()
    };
    let former = answers(&studio);
    let rebuild = studio.index.rebuild().expect("begun");
    assert!(studio.index.rebuild().is_err());
    let left = numbered(60).into_iter().filter(|record| !removed.contains(&record.id));
    rebuild.upsert(studio.scope, &left.collect::<Vec<_>>()).expect("written");
    assert_eq!(answers(&studio), former);
    rebuild.finish("change 60").expect("finished");
    assert_eq!(answers(&studio), former);
    let studio = studio.crash();
    assert_eq!(studio.index.checkpoint().as_deref(), Some("change 60"));
    assert_eq!(answers(&studio), former);
    assert!(!studio.path().join("index-1").exists());
}

#[test]
fn what_is_deleted_during_a_rebuild_does_not_come_back() {
    let studio = Studio::with(&numbered(3));
    let rebuild = studio.index.rebuild().expect("begun");
    studio.index.delete(studio.scope, &["log1".to_owned()]).expect("deleted");
    rebuild.upsert(studio.scope, &numbered(3)).expect("written");
    rebuild.upsert(tenant(2), &numbered(3)).expect("written");
    studio.index.delete_tenant(tenant(2)).expect("deleted");
    rebuild.finish("change 3").expect("finished");
    assert_eq!(studio.ask(&HybridQuery::new("panel")).total, 2);
    assert_eq!(studio.index.extent().documents, 2);
}

#[test]
fn rebuild_that_is_given_up_leaves_no_trace() {
    let studio = Studio::with(&numbered(3));
    drop(studio.index.rebuild().expect("begun"));
    assert!(!studio.path().join("index-2").exists());
    studio.index.rebuild().expect("begun").finish("none").expect("finished");
    assert_eq!(studio.ask(&HybridQuery::new("panel")).total, 0);
}

#[test]
fn searches_and_writes_at_once_see_whole_states() {
    let studio = Studio::with(&numbered(20));
    std::thread::scope(|threads| {
        let (index, scope) = (&studio.index, studio.scope);
        for writer in 0..2_usize {
            threads.spawn(move || {
                for round in 0..10 {
                    let records = numbered(20);
                    index.upsert(scope, &records[writer * 10..writer * 10 + 10]).expect("written");
                    if round % 3 == 0 {
                        index.commit().expect("committed");
                    }
                }
            });
        }
        for _ in 0..2 {
            threads.spawn(move || {
                for _ in 0..50 {
                    let results = index.search(scope, &HybridQuery::new("panel")).expect("searched");
                    assert_eq!((results.total, results.hits.len()), (20, 20));
                }
            });
        }
    });
}
