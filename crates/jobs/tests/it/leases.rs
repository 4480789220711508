//! Lost workers, late workers, clocks that jump.

use std::time::Duration;

use atelier_base::Clock;
use atelier_jobs::{JobState, Options, Settings, State, Stop, Workers, send};
use tokio::sync::mpsc;

use crate::studio::{Done, Shift, Studio, Varnish, settings, tenant, varnish};

/// Workers whose job waits for a word before it goes on, then tries to report, and says why it stopped.
fn slow(state: State) -> (Workers, mpsc::Sender<()>, mpsc::Receiver<Stop>) {
    let (go, wait) = mpsc::channel(1);
    let (told, hear) = mpsc::channel(1);
    let wait = std::sync::Arc::new(tokio::sync::Mutex::new(wait));
    let one = Settings { concurrency: 1, ..settings("slow") };
    let workers = Workers::new(state, one).on(move |job: Varnish, context| {
        let (wait, told) = (wait.clone(), told.clone());
        async move {
            wait.lock().await.recv().await;
            context.progress(9, 9, "much too late");
            let _ = told.send(context.stopped().await).await;
            Ok(format!("{} by the slow one", job.picture))
        }
    });
    (workers, go, hear)
}

#[tokio::test]
async fn who_lost_the_lease_can_neither_report_nor_finish_and_is_told() {
    let studio = Studio::open();
    let (late, go, mut told) = slow(studio.state.clone());
    let job = send(&studio.state, tenant(1), &varnish("a"), Options::default()).await.expect("sent");
    let late = Shift::of(vec![late]);
    let held = studio.until(&job, JobState::Running).await;
    assert_eq!((held.token, held.worker.as_deref()), (1, Some("slow")));

    // A neighbour that sees no heartbeat for a lease, by its own time.
    let neighbour = studio.neighbour();
    let done = Done::default();
    let shift = Shift::of(vec![done.workers(neighbour.clone(), settings("neighbour"))]);
    while studio.job(&job).await.state != JobState::Succeeded {
        neighbour.uptime.advance(Duration::from_secs(5));
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }
    let finished = studio.job(&job).await;
    assert_eq!(finished.worker.as_deref(), Some("neighbour"));
    assert!(finished.token > held.token + 1, "each taking over has a higher token");

    go.send(()).await.expect("it listens");
    assert_eq!(told.recv().await, Some(Stop::Lost));
    late.end().await;
    shift.end().await;
    assert_eq!(studio.job(&job).await, finished, "nothing of the late one was taken");
    assert_eq!(done.list(), ["a"]);
}

#[tokio::test]
async fn a_poisonous_job_ends_as_a_dead_letter() {
    let studio = Studio::open();
    let (late, _go, _told) = slow(studio.state.clone());
    let once = Options { max_attempts: Some(1), ..Options::default() };
    let job = send(&studio.state, tenant(1), &varnish("a"), once).await.expect("sent");
    let late = Shift::of(vec![late]);
    studio.until(&job, JobState::Running).await;
    let neighbour = studio.neighbour();
    let shift = Shift::of(vec![Done::default().workers(neighbour.clone(), settings("neighbour"))]);
    while studio.job(&job).await.state != JobState::Failed {
        neighbour.uptime.advance(Duration::from_secs(5));
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }
    shift.end().await;
    drop(late);
}

/// Whatever the clock does while a job runs, nobody else takes it.
#[tokio::test]
async fn a_clock_that_jumps_neither_ends_nor_prolongs_a_lease() {
    let studio = Studio::open();
    let (holder, go, mut told) = slow(studio.state.clone());
    let job = send(&studio.state, tenant(1), &varnish("a"), Options::default()).await.expect("sent");
    let holder = Shift::of(vec![holder]);
    studio.until(&job, JobState::Running).await;
    let done = Done::default();
    // Neighbours in other times: an hour behind, and a day ahead.
    let now = studio.clock.now();
    let behind = studio.neighbour_at(&Clock::fixed(now.before(Duration::from_hours(1))));
    let ahead = studio.neighbour_at(&Clock::fixed(now.after(Duration::from_hours(24))));
    for state in [&behind, &ahead] {
        let workers = done.workers(state.clone(), settings("other"));
        for _ in 0..5 {
            state.uptime.advance(Duration::from_secs(5));
            assert_eq!(workers.run_one().await.expect("run"), None);
        }
    }
    assert_eq!(studio.job(&job).await.token, 1);
    // And one an hour behind takes over from a dead worker after one lease, not after an hour.
    let shift = Shift::of(vec![done.workers(behind.clone(), settings("behind"))]);
    let mut waited = Duration::ZERO;
    while studio.job(&job).await.state != JobState::Succeeded {
        behind.uptime.advance(Duration::from_secs(5));
        waited += Duration::from_secs(5);
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
    }
    assert!(waited < Duration::from_mins(30), "{waited:?}");
    go.send(()).await.expect("it listens");
    assert_eq!(told.recv().await, Some(Stop::Lost));
    holder.end().await;
    shift.end().await;
}

#[tokio::test]
async fn a_wait_is_counted_anew_after_the_clock_jumped_back() {
    let studio = Studio::open();
    let delay = Duration::from_secs(10);
    let options = Options { delay, ..Options::default() };
    let job = send(&studio.state, tenant(1), &varnish("wait"), options).await.expect("sent");
    let asked = Options { run_at: Some(studio.clock.now().after(delay)), ..Options::default() };
    let fixed = send(&studio.state, tenant(1), &varnish("asked"), asked).await.expect("sent");
    let clock = Clock::fixed(studio.clock.now().before(Duration::from_hours(1)));
    let state = studio.neighbour_at(&clock);
    let done = Done::default();
    let workers = done.workers(state, settings("a"));
    assert_eq!(workers.run_one().await.expect("run"), None);
    clock.advance(delay);
    workers.run_one().await.expect("run").expect("ten seconds are ten seconds");
    assert_eq!(workers.run_one().await.expect("run"), None);
    assert_eq!(studio.job(&job).await.state, JobState::Succeeded);
    assert_eq!(studio.job(&fixed).await.state, JobState::Queued, "an instant that was asked for stays");
}
