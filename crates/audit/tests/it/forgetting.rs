//! A forgotten user leaves a valid chain.

use atelier_audit::{Deed, Filter, Forgotten};
use atelier_base::{PageRequest, Scope};

use crate::Studio;

#[tokio::test]
async fn a_forgotten_user_leaves_a_valid_chain_and_no_trace() {
    let studio = Studio::open();
    let (ada, ben) = (studio.fill(70).await, studio.user());
    let deed = Deed::granted(studio.grant(ben), "member.remove").target(ada);
    studio.trail.note(Scope::tenant(studio.tenant), deed).await.expect("noted");
    assert_eq!(studio.trail.tenants_of(ada).await.expect("read"), [studio.tenant]);
    assert_eq!(studio.trail.forget(ada).await.expect("forgotten"), Forgotten { records: 70, actors: 1 });
    assert_eq!(studio.trail.forget(ada).await.expect("again"), Forgotten::default());
    assert_eq!(studio.trail.tenants_of(ada).await.expect("read"), []);
    let verification = studio.trail.verify(studio.tenant).await.expect("walked");
    assert_eq!((verification.intact, verification.broken), (71, None));
    let page = studio.trail.list(studio.grant(ben), &Filter::default(), PageRequest::first(100)).await;
    let entries: Vec<_> = page.expect("a page").into_nodes().collect();
    assert_eq!(entries.iter().filter(|entry| entry.user_id.is_none() && entry.origin.is_none()).count(), 70);
    assert_eq!((entries[0].user_id, entries[0].target_user_id), (Some(ben), None));
    assert!(entries[0].origin.is_some(), "others keep theirs");
    // Every table that a trail has, as one text.
    let mut all = String::new();
    for table in atelier_audit::TABLES {
        let scan = atelier_tables::Scan::table(table);
        let page = studio.tables.scan(Scope::tenant(studio.tenant), scan).await.expect("read");
        all.extend(page.into_nodes().map(|item| format!("{item:?}")));
    }
    assert!(!all.contains(&ada.to_string()));
    assert!(all.contains(&ben.to_string()));
}

#[tokio::test]
async fn forgetting_goes_on_where_it_was_killed() {
    let studio = Studio::open();
    let ada = studio.fill(120).await;
    // Dropped after every possible number of steps.
    for steps in 0..12 {
        let mut forgetting = Box::pin(studio.trail.forget(ada));
        for _ in 0..steps {
            if tokio::time::timeout(std::time::Duration::ZERO, &mut forgetting).await.is_ok() {
                break;
            }
        }
        drop(forgetting);
        let verification = studio.trail.verify(studio.tenant).await.expect("walked");
        assert_eq!(verification.broken, None, "valid after {steps} steps");
    }
    studio.trail.forget(ada).await.expect("forgotten");
    assert_eq!(studio.trail.tenants_of(ada).await.expect("read"), []);
    assert!(studio.directory.path().exists());
}
