//! The production floor: what each provider of a tenant has to do, does, and waits for.

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use atelier_base::{Grant, Scope, Timestamp};
use atelier_sql::{Row, Sql};

use crate::permissions::ReadFactory;
use crate::provider::{self, Provider};
use crate::{Error, State};

mod standstill;

pub use standstill::{pause, resume};

/// The items of a provider.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct Lane {
    /// The provider.
    pub provider: Provider,
    /// Items that wait for their turn or for another try.
    pub pending: i64,
    /// Items under way.
    pub running: i64,
    /// Items that failed and were not tried again, of orders that are not in the bin.
    pub failed: i64,
    /// Items that wait until their order is resumed.
    pub paused: i64,
    /// Since when it stands still, because somebody wants it: nothing is begun, and what is under way is finished.
    pub paused_at: Option<Timestamp>,
    /// Until when nothing is begun, as the provider asked for, or because all that waits is to be tried again later.
    pub waits_until: Option<Timestamp>,
    /// Why, in its provider's words; none when that is only the turn of what waits.
    pub waits_because: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Counts {
    pending: i64,
    running: i64,
    failed: i64,
    paused: i64,
    paused_at: Option<i64>,
    /// When the next of those that wait can be begun.
    next: Option<i64>,
    /// What the provider asked for.
    asked: Option<i64>,
    /// What it said then.
    because: Option<String>,
}

/// The lanes of providers that are switched on, and of those with work.
///
/// # Errors
/// Those of the store.
pub async fn lanes(state: &State, grant: Grant<ReadFactory>) -> Result<Vec<Lane>, Error> {
    let now = state.clock.now();
    let providers = provider::list(state, grant).await?;
    let mut counts = counts(state, grant.scope()).await?;
    let lane = |provider: Provider| {
        let counts = counts.remove(&provider.id).unwrap_or_default();
        let is_idle = counts.running == 0 && 0 < counts.pending;
        let until = counts.asked.max(counts.next.filter(|_| is_idle)).map(Timestamp::from_millis);
        let has_work = 0 < counts.pending + counts.running + counts.paused;
        (provider.is_enabled || has_work).then_some(Lane {
            provider,
            pending: counts.pending,
            running: counts.running,
            failed: counts.failed,
            paused: counts.paused,
            paused_at: counts.paused_at.map(Timestamp::from_millis),
            waits_until: until.filter(|until| now < *until),
            waits_because: counts
                .because
                .filter(|_| counts.asked.is_some_and(|asked| now.as_millis() < asked)),
        })
    };
    Ok(providers.into_iter().filter_map(lane).collect())
}

/// Numbers by provider, from small indexes: only what waits and what is under way is counted one by one.
async fn counts(state: &State, scope: Scope) -> Result<BTreeMap<String, Counts>, Error> {
    let mut counts = BTreeMap::<String, Counts>::new();
    let waiting = "SELECT o.provider, CASE WHEN o.status = 'paused' THEN 1 ELSE 0 END AS rank, count(*) AS n, \
        min(i.next_attempt_at) AS next FROM orders o JOIN order_items i ON i.order_id = o.id AND i.status = 'pending' \
        WHERE o.tenant_id = :tenant AND o.status IN ('pending', 'processing', 'paused') GROUP BY 1, 2";
    for row in rows(state, scope, waiting).await? {
        let entry = counts.entry(row.get("provider")?).or_default();
        if row.get::<i64>("rank")? == 1 {
            entry.paused = row.get("n")?;
        } else {
            (entry.pending, entry.next) = (row.get("n")?, row.find("next")?);
        }
    }
    let running = "SELECT provider, count(*) AS n FROM order_items WHERE tenant_id = :tenant \
        AND status IN ('claimed', 'submitted', 'generating') GROUP BY provider";
    for row in rows(state, scope, running).await? {
        counts.entry(row.get("provider")?).or_default().running = row.get("n")?;
    }
    let failed = "SELECT provider, CAST(sum(failed_count) AS BIGINT) AS n FROM orders WHERE tenant_id = :tenant \
        AND deleted_at IS NULL AND status IN ('processing', 'paused', 'partially_fulfilled', 'failed') GROUP BY provider";
    for row in rows(state, scope, failed).await? {
        counts.entry(row.get("provider")?).or_default().failed = row.get("n")?;
    }
    let asked = "SELECT id, waits_until, waits_because, paused_at FROM providers WHERE tenant_id = :tenant \
        AND (waits_until IS NOT NULL OR paused_at IS NOT NULL)";
    for row in rows(state, scope, asked).await? {
        let entry = counts.entry(row.get("id")?).or_default();
        (entry.asked, entry.paused_at) = (row.find("waits_until")?, row.find("paused_at")?);
        entry.because = row.find("waits_because")?;
    }
    Ok(counts)
}

async fn rows(state: &State, scope: Scope, text: &str) -> Result<Vec<Row>, Error> {
    Ok(state.db.fetch_all(scope, Sql::new(text)).await?)
}
