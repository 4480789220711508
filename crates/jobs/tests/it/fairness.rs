//! A tenant with very many jobs does not keep another one waiting.

use atelier_base::Scope;
use atelier_jobs::{Options, enqueue, send};

use crate::studio::{Done, Studio, settings, tenant, varnish};

#[tokio::test]
async fn tenants_take_turns() {
    let studio = Studio::open();
    // 10 000 queued jobs of one tenant.
    for hundred in 0..100 {
        let writes = (0..100)
            .map(|n| {
                let job = varnish(format!("big {}", hundred * 100 + n));
                enqueue(&studio.state, tenant(1), &job, Options::default()).expect("a write").1
            })
            .collect();
        studio.state.tables.transact(tenant(1), writes).await.expect("written");
    }
    for n in 0..5 {
        for (seed, name) in [(2, "two"), (3, "three")] {
            let job = varnish(format!("{name} {n}"));
            send(&studio.state, tenant(seed), &job, Options::default()).await.expect("sent");
        }
        send(&studio.state, Scope::directory(), &varnish(format!("server {n}")), Options::default())
            .await
            .expect("sent");
    }
    let done = Done::default();
    let one = atelier_jobs::Settings { concurrency: 1, ..settings("a") };
    let shift = crate::studio::Shift::of(vec![done.workers(studio.state.clone(), one)]);
    while done.list().len() < 30 {
        tokio::task::yield_now().await;
    }
    shift.end().await;
    let list = done.list();
    for turn in list[..20].chunks(4) {
        let mut names: Vec<_> = turn.iter().filter_map(|name| name.split(' ').next()).collect();
        names.sort_unstable();
        assert_eq!(names, ["big", "server", "three", "two"], "{list:?}");
    }
    assert!(list[20..30].iter().all(|name| name.starts_with("big")), "{list:?}");
}
