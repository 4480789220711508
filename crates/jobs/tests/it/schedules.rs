//! Schedules: each occurrence once, whoever looks.

use std::time::Duration;

use atelier_base::{Clock, PageRequest, Scope};
use atelier_jobs::{Rule, State, declare_schedule, list, schedules};
use futures_util::future::join_all;

use crate::studio::{Done, Studio, settings, varnish};

async fn count(state: &State) -> usize {
    let page = list(state, Scope::directory(), None, PageRequest::first(200)).await.expect("read");
    page.edges.len()
}

#[tokio::test]
async fn an_occurrence_is_enqueued_once_by_many_replicas() {
    let studio = Studio::open();
    let minute = Rule::Every(60);
    declare_schedule(&studio.state, "varnish", minute, &varnish("weekly")).await.expect("declared");
    let replicas: Vec<_> =
        (0..8).map(|_| atelier_jobs::Workers::new(studio.neighbour(), settings("replica"))).collect();
    for occurrence in 1..=5 {
        studio.clock.advance(Duration::from_mins(1));
        for looked in join_all(replicas.iter().map(atelier_jobs::Workers::run_one)).await {
            looked.expect("looked");
        }
        assert_eq!(count(&studio.state).await, occurrence);
    }
    studio.clock.advance(Duration::from_hours(5));
    replicas[0].run_one().await.expect("looked");
    replicas[1].run_one().await.expect("looked");
    assert_eq!(count(&studio.state).await, 6, "what was missed is made up for once");
    let next = schedules(&studio.state).await.expect("read")[0].next_at;
    declare_schedule(&studio.state, "varnish", minute, &varnish("weekly")).await.expect("declared");
    assert_eq!(schedules(&studio.state).await.expect("read")[0].next_at, next, "unchanged, it goes on");
}

#[tokio::test]
async fn a_clock_that_jumped_back_stops_no_interval_and_repeats_no_day() {
    let studio = Studio::open();
    declare_schedule(&studio.state, "minutely", Rule::Every(60), &varnish("minutely"))
        .await
        .expect("declared");
    declare_schedule(&studio.state, "daily", Rule::Daily(9, 1), &varnish("daily")).await.expect("declared");
    let done = Done::default();
    let work = async |state: &State| {
        let workers = done.workers(state.clone(), settings("a"));
        while workers.run_one().await.expect("run").is_some() {}
    };
    studio.clock.advance(Duration::from_mins(1));
    work(&studio.state).await;
    let clock = Clock::fixed(studio.clock.now().before(Duration::from_hours(2)));
    let state = studio.neighbour_at(&clock);
    work(&state).await;
    clock.advance(Duration::from_mins(1));
    work(&state).await;
    clock.advance(Duration::from_hours(2));
    work(&state).await;
    let mut list = done.list();
    list.sort();
    assert_eq!(list, ["daily", "minutely", "minutely", "minutely"]);
}
