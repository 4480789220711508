//! The sweep: what nobody needs any more goes, each hour.

use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_factory::housekeeping::housekeeping;
use atelier_jobs::{Context, Failure, Job, Workers};
use atelier_tables::{Cond, Item, Key, Scan, Table, Write};
use serde::{Deserialize, Serialize};

use crate::App;

/// Deletes ended sessions, failed sign-ins that slow nobody down any more, and what lay in the factory's bin for
/// long enough.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "server.sweep";
}

/// Failed sign-ins are forgotten after an hour; a day is on the safe side.
const ATTEMPTS_KEPT: Duration = Duration::from_hours(24);

/// What came of it.
#[derive(Serialize)]
struct Swept {
    sessions: u64,
    attempts: u64,
    generation_logs: u64,
    products: u64,
    orders: u64,
}

pub(super) fn known(workers: Workers, app: &App) -> Workers {
    let app = app.clone();
    workers.on(move |_: Sweep, context| {
        let app = app.clone();
        async move { sweep(&app, &context).await }
    })
}

async fn sweep(app: &App, context: &Context) -> Result<Swept, Failure> {
    let now = app.clock.now();
    context.progress(0, 3, "sessions");
    let sessions = delete_older(app, context, "sessions", "expires_at", now).await?;
    context.progress(1, 3, "sign-ins");
    let oldest = now.before(ATTEMPTS_KEPT);
    let attempts = delete_older(app, context, "sign-in-attempts", "last_at", oldest).await?;
    context.progress(2, 3, "the factory");
    let factory = housekeeping(&app.factory, Scope::directory(), now, false).await?;
    Ok(Swept {
        sessions,
        attempts,
        generation_logs: factory.logs,
        products: factory.products,
        orders: factory.orders,
    })
}

/// Deletes the items whose attribute lies before the instant; one that was prolonged meanwhile stays.
async fn delete_older(
    app: &App,
    context: &Context,
    table: &str,
    attribute: &'static str,
    before: Timestamp,
) -> Result<u64, Failure> {
    let Some(table) = app.tables.find(table) else { return Ok(0) };
    let older = || Cond::lt(attribute, before);
    let mut scan = Scan::table(table).filter(older()).limit(100);
    let mut gone = 0;
    loop {
        context.check()?;
        let page = app.tables.scan(Scope::directory(), scan.clone()).await?;
        scan = scan.after(page.end().cloned());
        let has_next = page.has_next;
        for item in page.into_nodes() {
            let Some(key) = key_of(table, &item) else { continue };
            let write = Write::delete(table, key).when(older());
            match app.tables.write(Scope::directory(), write).await {
                Ok(_) => gone += 1,
                Err(atelier_tables::Error::ConditionFailed { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if !has_next {
            return Ok(gone);
        }
    }
}

fn key_of(table: &Table, item: &Item) -> Option<Key> {
    Some(Key::hash(item.get(table.hash.name())?.clone()))
}
