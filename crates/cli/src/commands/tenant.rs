//! `atelier tenant`.

use atelier_accounts::NewOrganisation;
use atelier_accounts::permissions::ManageMembers;
use atelier_base::TenantId;

use super::{print_json, user_of, with_app};
use crate::arguments::{Role, Tenant};
use crate::failure::Failure;

pub(super) fn run(command: Tenant) -> Result<(), Failure> {
    match command {
        Tenant::Add { config, name, owner } => with_app(&config, async |app| {
            let owner = user_of(&app, &owner).await?;
            let new = NewOrganisation { name };
            print_json(&atelier_accounts::create_organisation_for(&app.accounts, owner.id, new).await?)
        }),
        Tenant::AddMember { config, tenant, login, role, owner } => with_app(&config, async |app| {
            let tenant: TenantId = tenant.parse().map_err(|_| atelier_accounts::Error::TenantNotFound)?;
            let owner = user_of(&app, &owner).await?;
            let caller = atelier_accounts::act_as(&app.accounts, owner.id, tenant).await?;
            let grant = caller.may(ManageMembers)?;
            let member = atelier_accounts::add_member(&app.accounts, grant, &login, role.into()).await?;
            print_json(&serde_json::json!({ "user_id": member.user.id, "role": member.role }))
        }),
    }
}

impl From<Role> for atelier_base::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owner,
            Role::Member => Self::Member,
            Role::Viewer => Self::Viewer,
        }
    }
}
