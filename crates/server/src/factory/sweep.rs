//! Files of products that no row names, everybody's.

use std::collections::BTreeSet;
use std::time::Duration;

use atelier_base::{Scope, TenantId};
use atelier_factory::housekeeping::tenants;
use atelier_factory::work::{Orphans, sweep_orphans};

use crate::{App, Error};

/// Finds those of that age tenant by tenant, and removes them unless it is a dry run. Tenants without any are left out.
///
/// # Errors
/// Those of the stores; what was removed before is gone.
pub async fn sweep_products(
    app: &App,
    age: Duration,
    is_dry_run: bool,
) -> Result<Vec<(TenantId, Orphans)>, Error> {
    // Whose rows are all gone has left a trail.
    let mut everybody: BTreeSet<TenantId> = app.trail.tenants().await?.into_iter().collect();
    everybody.extend(tenants(&app.factory, Scope::directory()).await?);
    let mut found = Vec::new();
    for tenant in everybody {
        let orphans = sweep_orphans(&app.factory, Scope::tenant(tenant), age, is_dry_run).await?;
        if !orphans.keys.is_empty() {
            found.push((tenant, orphans));
        }
    }
    Ok(found)
}
