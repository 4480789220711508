//! `atelier audit`.

use atelier_base::TenantId;
use atelier_server::App;

use super::{print_json, with_app};
use crate::arguments::Audit;
use crate::failure::Failure;

pub(super) fn run(command: &Audit) -> Result<(), Failure> {
    match command {
        Audit::Verify { config, tenant } => with_app(config, async |app| {
            let mut verified = Vec::new();
            let mut broken = None;
            for tenant in tenants(&app, tenant.as_deref()).await? {
                let verification = app.trail.verify(tenant).await?;
                verified.push(serde_json::json!({
                    "tenant": tenant,
                    "intact": verification.intact,
                    "head": verification.head.as_ref().map(|head| &head.hash),
                    "broken_at": verification.broken.map(|(seq, _)| seq),
                    "fault": verification.broken.map(|(_, fault)| fault),
                }));
                if let Err(error) = verification.into_result() {
                    broken.get_or_insert(error);
                }
            }
            print_json(&verified)?;
            broken.map_or(Ok(()), |error| Err(error.into()))
        }),
        Audit::Head { config, tenant } => with_app(config, async |app| {
            let mut heads = Vec::new();
            for tenant in tenants(&app, tenant.as_deref()).await? {
                heads.extend(app.trail.head(tenant).await?);
            }
            print_json(&heads)
        }),
    }
}

/// The tenant that was named, or all that have a trail; what waits is sealed first.
async fn tenants(app: &App, tenant: Option<&str>) -> Result<Vec<TenantId>, Failure> {
    app.trail.seal_all().await?;
    match tenant {
        Some(text) => {
            Ok(vec![text.parse().map_err(|error| Failure::of_argument("--tenant", &format!("{error}")))?])
        }
        None => Ok(app.trail.tenants().await?),
    }
}
