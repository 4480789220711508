//! `atelier sql`.

use atelier_base::TenantId;
use atelier_server::ask;

use super::{print, with_app};
use crate::arguments::Sql;
use crate::failure::Failure;

pub(super) fn run(command: &Sql) -> Result<(), Failure> {
    let tenant = command.tenant.parse::<TenantId>();
    let tenant = tenant.map_err(|error| Failure::of_argument("--tenant", &format!("{error}")))?;
    with_app(&command.config, async |app| {
        let answer = ask(&app, tenant, &command.query).await?;
        print(&String::from_utf8_lossy(&answer));
        Ok(())
    })
}
