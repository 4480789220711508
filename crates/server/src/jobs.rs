//! The jobs of the server itself, the workers that carry out everybody's, and what callers may do with them.

mod download;
mod export;
pub(crate) mod graphql;
pub(crate) mod permissions;
mod sweep;

use std::time::Duration;

use atelier_jobs::events::{Bus, BusSettings, Relay, RelaySettings};
use atelier_jobs::{Rule, Settings, Workers, declare_schedule};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub(crate) use self::download::{openapi, routes};
use crate::blobs::lifecycle;
use crate::{App, Error};

/// This part of the server, as data.
pub(crate) const ROOM: atelier_api::Room = atelier_api::Room {
    name: "jobs",
    tables: atelier_jobs::TABLES,
    actions: permissions::ALL,
    codes: atelier_jobs::codes::ALL,
    openapi,
};

/// The workers of this process, with every job that the server knows.
pub fn workers(app: &App) -> Workers {
    let config = &app.config.jobs;
    let settings = Settings {
        name: config.name.clone(),
        concurrency: config.concurrency,
        computations: config.computations,
        lease: Duration::from_secs(config.lease_seconds),
        ..Settings::default()
    };
    let workers = Workers::new(app.jobs.clone(), settings);
    let own = lifecycle::known(sweep::known(export::known(workers, app), app), app);
    atelier_journal::known_jobs(crate::journal::known(own, app), &app.journal)
}

/// The subscribers to events of this process.
pub fn relay(app: &App) -> Relay {
    let relay = Relay::new(app.jobs.clone(), RelaySettings::default());
    atelier_journal::followers(relay, &app.journal)
}

/// Declares what the server does by itself every hour and every day.
///
/// # Errors
/// The store's.
pub async fn schedule_upkeep(app: &App) -> Result<(), Error> {
    declare_schedule(&app.jobs, "lake", Rule::Every(300), &crate::journal::FillLake {}).await?;
    declare_schedule(&app.jobs, "sweep", Rule::Every(3_600), &sweep::Sweep {}).await?;
    Ok(declare_schedule(&app.jobs, "lifecycle", Rule::Daily(3, 30), &lifecycle::Lifecycle {}).await?)
}

/// What runs beside the requests.
pub(crate) struct Background {
    tasks: JoinSet<()>,
    stop: CancellationToken,
}

impl Background {
    /// Starts the workers and, with NATS configured, the relay to other replicas.
    pub(crate) async fn start(app: &App) -> Result<Self, Error> {
        schedule_upkeep(app).await?;
        let (mut tasks, stop) = (JoinSet::new(), CancellationToken::new());
        tasks.spawn(workers(app).run(stop.clone()));
        let (feeding, stopped) = (app.clone(), stop.clone());
        tasks.spawn(async move { crate::journal::keep_found(&feeding, stopped).await });
        let (making, stopped) = (app.factory.clone(), stop.clone());
        // The store is opened now, so that a server that can't reach it does not start.
        making.db.open().await.map_err(atelier_factory::Error::from)?;
        if app.config.factory.workers > 0 {
            tasks.spawn(atelier_factory::work::run(making, app.config.factory.workers, stopped));
        }
        let mut relay = relay(app);
        let config = &app.config.events;
        if !config.nats_url.is_empty() {
            let bus = Bus::open(BusSettings {
                url: config.nats_url.clone(),
                stream: config.stream.clone(),
                replica: app.config.jobs.name.clone(),
            })
            .await?;
            relay = relay.to("nats", bus.sender());
            let (state, listening) = (app.jobs.clone(), stop.clone());
            tasks.spawn(async move {
                // Whatever happened elsewhere may have left work.
                let hear = |_| {
                    state.wake();
                    std::future::ready(Ok(()))
                };
                bus.listen(hear, listening).await;
            });
        }
        tasks.spawn(relay.run(stop.clone()));
        Ok(Self { tasks, stop })
    }

    /// Lets the jobs under way stop, and waits for that.
    pub(crate) async fn end(mut self, deadline: Duration) {
        self.stop.cancel();
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(deadline, all).await.is_err() {
            tracing::warn!("jobs were cut off at the shutdown deadline; they begin again at the next start");
        }
    }
}
