//! Enqueueing, attempts, priorities, progress, cancelling, retrying, forgetting.

use std::time::Duration;

use atelier_base::{PageRequest, Scope};
use atelier_jobs::{
    Error, Failure, JobState, Options, Priority, Progress, Stop, Workers, active, cancel, enqueue, find,
    list, retry, send,
};
use atelier_tables::{Key, Write};

use crate::studio::{Done, NOTES, Shift, Studio, Varnish, settings, tenant, varnish};

fn note(id: &str) -> Write {
    Write::create(NOTES, [("id".to_owned(), id.into())].into())
}

#[tokio::test]
async fn a_job_is_part_of_the_callers_transaction() {
    let studio = Studio::open();
    let (kept, write) =
        enqueue(&studio.state, tenant(1), &varnish("a"), Options::default()).expect("a write");
    studio.state.tables.transact(tenant(1), vec![note("one"), write]).await.expect("written");
    let (lost, write) =
        enqueue(&studio.state, tenant(1), &varnish("b"), Options::default()).expect("a write");
    studio.state.tables.transact(tenant(1), vec![note("one"), write]).await.expect_err("it is there already");
    assert!(find(&studio.state, tenant(1), kept).await.expect("read").is_some());
    assert_eq!(find(&studio.state, tenant(1), lost).await.expect("read"), None);
    assert_eq!(find(&studio.state, tenant(2), kept).await.expect("read"), None, "another tenant's");
    assert_eq!(active(&studio.state, tenant(1)).await.expect("read"), 1);
    assert_eq!(active(&studio.state, tenant(2)).await.expect("read"), 0);
}

#[tokio::test]
async fn a_key_makes_one_job_of_many() {
    let studio = Studio::open();
    let done = Done::default();
    let workers = done.workers(studio.state.clone(), settings("a"));
    for scope in [tenant(1), Scope::directory()] {
        let keyed = || Options { key: Some("monday".into()), ..Options::default() };
        let first = send(&studio.state, scope, &varnish("a"), keyed()).await.expect("sent");
        let second = send(&studio.state, scope, &varnish("b"), keyed()).await.expect("sent");
        assert_eq!((first.id, &first.payload), (second.id, &second.payload));
        workers.run_one().await.expect("run").expect("a job");
        assert_eq!(workers.run_one().await.expect("run"), None);
        let third = send(&studio.state, scope, &varnish("c"), keyed()).await.expect("sent");
        assert_eq!(third.state, JobState::Succeeded, "it stays as it ended");
        assert_eq!(workers.run_one().await.expect("run"), None);
    }
    let (_, write) = enqueue(
        &studio.state,
        tenant(1),
        &varnish("d"),
        Options { key: Some("monday".into()), ..Options::default() },
    )
    .expect("a write");
    studio
        .state
        .tables
        .transact(tenant(1), vec![note("n"), write])
        .await
        .expect("a second time harms nobody");
    let theirs = varnish("e");
    let other =
        send(&studio.state, tenant(2), &theirs, Options { key: Some("monday".into()), ..Options::default() });
    assert_eq!(other.await.expect("sent").state, JobState::Queued, "another tenant's key is another");
    assert_eq!(done.list(), ["a", "a"]);
}

#[tokio::test]
async fn urgent_jobs_go_first_and_delayed_ones_wait() {
    let studio = Studio::open();
    let done = Done::default();
    let workers = done.workers(studio.state.clone(), settings("a"));
    let later = Options { delay: Duration::from_mins(1), priority: Priority::High, ..Options::default() };
    send(&studio.state, tenant(1), &varnish("later"), later).await.expect("sent");
    for (name, priority) in [("low", Priority::Low), ("normal", Priority::Normal), ("high", Priority::High)] {
        let options = Options { priority, ..Options::default() };
        send(&studio.state, tenant(1), &varnish(name), options).await.expect("sent");
    }
    for _ in 0..3 {
        workers.run_one().await.expect("run").expect("a job");
    }
    assert_eq!(workers.run_one().await.expect("run"), None);
    studio.clock.advance(Duration::from_mins(1));
    workers.run_one().await.expect("run").expect("its time has come");
    assert_eq!(done.list(), ["high", "normal", "low", "later"]);
}

#[tokio::test]
async fn a_job_that_fails_is_tried_again_and_ends_as_a_dead_letter() {
    let studio = Studio::open();
    let workers = Workers::new(studio.state.clone(), settings("a")).on(|job: Varnish, _| async move {
        match job.picture.as_str() {
            "wet" => Err::<(), _>(Failure::Retry("it is wet".into())),
            "gone" => Err(Failure::final_because("it is gone")),
            other => panic!("what is {other}?"),
        }
    });
    let wet = send(&studio.state, tenant(1), &varnish("wet"), Options::default()).await.expect("sent");
    for attempt in 1..=3 {
        let job = workers.run_one().await.expect("run").expect("a job");
        assert_eq!((job.attempts, job.error.as_deref()), (attempt, Some("it is wet")));
        assert_eq!(workers.run_one().await.expect("run"), None, "it waits");
        studio.clock.advance(Duration::from_mins(1));
    }
    assert_eq!(studio.job(&wet).await.state, JobState::Failed);
    let gone = send(&studio.state, tenant(1), &varnish("gone"), Options::default()).await.expect("sent");
    workers.run_one().await.expect("run").expect("a job");
    assert_eq!(studio.job(&gone).await.state, JobState::Failed, "no retry mends it");
    send(&studio.state, tenant(1), &varnish("?"), Options::default()).await.expect("sent");
    let job = workers.run_one().await.expect("run").expect("a job");
    assert_eq!((job.state, job.error.as_deref()), (JobState::Queued, Some("it panicked: what is ??")));

    retry(&studio.state, tenant(2), wet.id).await.expect_err("not theirs");
    let again = retry(&studio.state, tenant(1), wet.id).await.expect("from the dead letters");
    assert_eq!((again.state, again.attempts, again.error), (JobState::Queued, 0, None));
    assert!(matches!(retry(&studio.state, tenant(1), wet.id).await, Err(Error::NotFailed(_))));
}

#[tokio::test]
async fn progress_is_written_and_a_running_job_is_called_off() {
    let studio = Studio::open();
    let done = Done::default();
    let noted = done.clone();
    let workers = Workers::new(studio.state.clone(), settings("a")).on(move |job: Varnish, context| {
        let noted = noted.clone();
        async move {
            context.progress(1, 4, "first coat");
            let stop = context.stopped().await;
            noted.note(format!("{} {stop:?}", job.picture));
            context.check().map(|()| job.picture)
        }
    });
    let shift = Shift::of(vec![workers]);
    let job = send(&studio.state, tenant(1), &varnish("a"), Options::default()).await.expect("sent");
    while studio.job(&job).await.progress.is_none() {
        tokio::task::yield_now().await;
    }
    let running = studio.job(&job).await;
    assert_eq!(running.progress, Some(Progress { done: 1, total: 4, message: "first coat".into() }));
    cancel(&studio.state, tenant(2), job.id).await.expect_err("not theirs");
    cancel(&studio.state, tenant(1), job.id).await.expect("called off");
    studio.until(&job, JobState::Cancelled).await;
    shift.end().await;
    assert_eq!(done.list(), [format!("a {:?}", Stop::Cancelled)]);
    assert!(matches!(cancel(&studio.state, tenant(1), job.id).await, Err(Error::Ended(_))));

    let queued = send(&studio.state, tenant(1), &varnish("b"), Options::default()).await.expect("sent");
    assert_eq!(
        cancel(&studio.state, tenant(1), queued.id).await.expect("at once").state,
        JobState::Cancelled
    );
}

#[tokio::test]
async fn a_shutdown_gives_the_job_back_without_costing_an_attempt() {
    let studio = Studio::open();
    let workers = Workers::new(studio.state.clone(), settings("a")).on(|_: Varnish, context| async move {
        let stop = context.stopped().await;
        Err::<(), _>(Failure::Retry(format!("{stop:?}")))
    });
    let shift = Shift::of(vec![workers]);
    let job = send(&studio.state, tenant(1), &varnish("a"), Options::default()).await.expect("sent");
    studio.until(&job, JobState::Running).await;
    shift.end().await;
    let back = studio.job(&job).await;
    assert_eq!((back.state, back.attempts, back.token), (JobState::Queued, 0, 1));
}

#[tokio::test]
async fn jobs_are_listed_by_state_and_forgotten_in_time() {
    let studio = Studio::open();
    let workers = Done::default().workers(studio.state.clone(), settings("a"));
    for picture in ["a", "b", "c"] {
        send(&studio.state, tenant(1), &varnish(picture), Options::default()).await.expect("sent");
        studio.clock.advance(Duration::from_secs(1));
    }
    workers.run_one().await.expect("run").expect("a job");
    let read = async |which| {
        let page = list(&studio.state, tenant(1), which, PageRequest::first(10)).await.expect("read");
        page.into_nodes().map(|job| job.payload["picture"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(read(None).await, ["c", "b", "a"]);
    assert_eq!(read(Some(JobState::Queued)).await, ["c", "b"]);
    assert_eq!(read(Some(JobState::Succeeded)).await, ["a"]);
    studio.clock.advance(Duration::from_hours(8 * 24));
    assert_eq!(read(None).await, ["c", "b"], "what is done is forgotten, what is not is not");
}

#[tokio::test]
async fn a_kind_that_nobody_knows_here_stays() {
    let studio = Studio::open();
    let job = send(&studio.state, tenant(1), &varnish("a"), Options::default()).await.expect("sent");
    let workers = Workers::new(studio.state.clone(), settings("a"));
    assert_eq!(workers.run_one().await.expect("run"), None);
    assert_eq!(studio.job(&job).await.state, JobState::Queued);
}

#[tokio::test]
async fn computations_are_bounded_and_a_fence_guards_writes() {
    let studio = Studio::open();
    let tables = studio.state.tables.clone();
    let workers = Workers::new(studio.state.clone(), settings("a")).on(move |job: Varnish, context| {
        let tables = tables.clone();
        async move {
            let length = context.compute(move || job.picture.len()).await?;
            tables.transact(context.scope(), vec![context.fence(), note("varnished")]).await?;
            Ok(length)
        }
    });
    send(&studio.state, tenant(1), &varnish("four"), Options::default()).await.expect("sent");
    let job = workers.run_one().await.expect("run").expect("a job");
    assert_eq!((job.state, job.result), (JobState::Succeeded, Some(4.into())));
    let note = studio.state.tables.get(tenant(1), NOTES, &Key::hash("varnished")).await.expect("read");
    assert!(note.is_some());
}
