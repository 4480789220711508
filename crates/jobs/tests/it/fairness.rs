//! A tenant with very many jobs does not keep another one waiting, nor do jobs of low priority keep others.

use atelier_base::Scope;
use atelier_jobs::{JobState, Options, Priority, Workers, enqueue, send};
use tokio_util::sync::CancellationToken;

use crate::studio::{Done, Shift, Studio, Varnish, settings, tenant, varnish};

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
    let shift = Shift::of(vec![done.workers(studio.state.clone(), one)]);
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

#[tokio::test]
async fn jobs_of_low_priority_leave_half_of_the_places() {
    let studio = Studio::open();
    for n in 0..10 {
        let low = Options { priority: Priority::Low, ..Options::default() };
        send(&studio.state, tenant(1), &varnish(format!("low {n}")), low).await.expect("sent");
    }
    let (done, go_on) = (Done::default(), CancellationToken::new());
    let (noted, wait) = (done.clone(), go_on.clone());
    let workers = Workers::new(studio.state.clone(), settings("a")).on(move |job: Varnish, _| {
        let (noted, wait) = (noted.clone(), wait.clone());
        async move {
            let is_low = job.picture.starts_with("low");
            noted.note(job.picture);
            if is_low {
                wait.cancelled().await;
            }
            Ok(())
        }
    });
    let shift = Shift::of(vec![workers]);
    for name in ["somebody waits", "again"] {
        while done.list().len() < 2 {
            tokio::task::yield_now().await;
        }
        let urgent = send(&studio.state, tenant(1), &varnish(name), Options::default()).await.expect("sent");
        studio.until(&urgent, JobState::Succeeded).await;
    }
    let begun: Vec<_> = done.list().into_iter().map(|name| name.replace(char::is_numeric, "")).collect();
    assert_eq!(begun, ["low ", "low ", "somebody waits", "again"], "four places");
    go_on.cancel();
    while done.list().len() < 12 {
        tokio::task::yield_now().await;
    }
    shift.end().await;
}

#[tokio::test]
async fn what_a_job_of_low_priority_computes_gives_way() {
    let studio = Studio::open();
    let workers = Workers::new(studio.state.clone(), settings("a")).on(|job: Varnish, context| async move {
        let niceness = context.compute(|| rustix::process::getpriority_process(None)).await??;
        match job.picture.as_str() {
            "torn" => context.compute(|| panic!("it is torn")).await?,
            _ => Ok(niceness),
        }
    });
    let own = rustix::process::getpriority_process(None).expect("known");
    let given = if cfg!(target_os = "linux") { own.max(15) } else { own };
    for (name, priority, expected) in [("a", Priority::Low, given), ("b", Priority::Normal, own)] {
        let options = Options { priority, ..Options::default() };
        let sent = send(&studio.state, tenant(1), &varnish(name), options.clone()).await.expect("sent");
        workers.run_one().await.expect("run").expect("a job");
        assert_eq!(studio.job(&sent).await.result, Some(expected.into()), "{name}");
        let torn = send(&studio.state, tenant(1), &varnish("torn"), options).await.expect("sent");
        workers.run_one().await.expect("run").expect("a job");
        let said = studio.job(&torn).await.error.unwrap_or_default();
        assert!(said.starts_with("the computation ended early"), "{said}");
    }
}
