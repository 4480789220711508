//! A provider, changed.

use atelier_base::Grant;
use atelier_sql::Sql;

use super::go_on::go_on;
use super::{Provider, ProviderPatch, fetch};
use crate::permissions::EditProvider;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, Outcome, State};

/// Changes a provider that is at `version`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], and those of the stores.
pub async fn update(
    state: &State,
    grant: Grant<EditProvider>,
    id: &str,
    version: u32,
    patch: ProviderPatch,
) -> Result<Outcome<Provider>, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let next = before.patched(patch)?;
    let sql = Sql::new(
        "UPDATE providers SET name = ?, api_base_url = ?, is_enabled = ?, rate_limit_requests = ?, \
         rate_limit_tokens = ?, concurrent_limit = ?, settings = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql
        .bind(next.name)
        .bind(next.api_base_url)
        .bind(next.is_enabled)
        .bind(next.rate_limit_requests)
        .bind(next.rate_limit_tokens)
        .bind(next.concurrent_limit)
        .bind(next.settings)
        .bind(state.clock.now())
        .bind(id)
        .bind(version);
    let is_done = state.db.execute(scope, sql).await? > 0;
    let after = fetch(state, scope, id).await?;
    if !is_done {
        return Ok(Outcome::Conflict(Box::new(after)));
    }
    go_on(state, scope, id).await?;
    changed(state, grant, id);
    state.record(grant, "provider.edit", id).await?;
    Ok(Outcome::Done(after))
}

/// Tells pages and workers: what waited for it may go on.
pub(super) fn changed(state: &State, grant: Grant<EditProvider>, id: &str) {
    state.tell(grant.tenant(), FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Provider, id));
    state.bell.notify_one();
}
