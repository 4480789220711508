//! Lanes that stand still because somebody wants it: nothing is begun in them, whatever is ordered meanwhile. Orders
//! keep their own pauses, so that going on is not more than it was before.

use atelier_base::{Grant, Timestamp};
use atelier_sql::Sql;

use crate::permissions::PauseFloor;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, defaults};

/// Begins nothing more in the lanes of these providers, or in any; what is under way is finished.
///
/// # Errors
/// [`Error::NotFound`] when one of them is none, and those of the stores.
pub async fn pause(
    state: &State,
    grant: Grant<PauseFloor>,
    providers: Option<&[String]>,
) -> Result<(), Error> {
    set(state, grant, providers, ("lane.pause", Some(state.clock.now()))).await
}

/// Goes on in the lanes of these providers, or in all.
///
/// # Errors
/// As for [`pause`].
pub async fn resume(
    state: &State,
    grant: Grant<PauseFloor>,
    providers: Option<&[String]>,
) -> Result<(), Error> {
    set(state, grant, providers, ("lane.resume", None)).await
}

/// Those that stand as they are wanted to are left alone, and so is the time since when they do.
async fn set(
    state: &State,
    grant: Grant<PauseFloor>,
    providers: Option<&[String]>,
    (action, at): (&'static str, Option<Timestamp>),
) -> Result<(), Error> {
    let scope = grant.scope();
    defaults::ensure(state, scope).await?;
    let mut transaction = state.db.begin().await?;
    let sql = Sql::new("SELECT id, paused_at FROM providers WHERE tenant_id = :tenant ORDER BY id");
    let lock = transaction.dialect().choose("", " FOR UPDATE");
    let mut lanes = Vec::new();
    for row in transaction.fetch_all(scope, sql.push(lock)).await? {
        lanes.push((row.get::<String>("id")?, row.find::<i64>("paused_at")?.is_some()));
    }
    if let Some(wanted) = providers {
        let unknown = wanted.iter().find(|wanted| lanes.iter().all(|(id, _)| id != *wanted));
        if let Some(id) = unknown {
            return Err(Error::missing("provider", id));
        }
        lanes.retain(|(id, _)| wanted.contains(id));
    }
    lanes.retain(|(_, is_paused)| *is_paused != at.is_some());
    for (id, _) in &lanes {
        let sql = Sql::new("UPDATE providers SET paused_at = ? WHERE tenant_id = :tenant AND id = ?");
        transaction.execute(scope, sql.bind(at).bind(id.as_str())).await?;
    }
    transaction.commit().await?;
    for (id, _) in lanes {
        state.record(grant, action, &id).await?;
        let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Provider, id);
        state.tell(grant.tenant(), change);
    }
    state.bell.notify_one();
    Ok(())
}
