//! `atelier user`.

use atelier_accounts::NewUser;
use atelier_base::Origin;

use super::{print, print_json, read_secret, user_of, with_app};
use crate::arguments::User;
use crate::failure::Failure;

pub(super) fn run(command: User) -> Result<(), Failure> {
    match command {
        User::Add { config, email, username, name } => {
            let password = read_secret()?;
            with_app(&config, async |app| {
                let new = NewUser { email, username, name, password };
                print_json(&atelier_accounts::create_user(&app.accounts, new).await?)
            })
        }
        User::Password { config, login } => {
            let password = read_secret()?;
            with_app(&config, async |app| {
                let user = user_of(&app, &login).await?;
                atelier_accounts::set_password(&app.accounts, &user, "password", &password).await?;
                print_json(&serde_json::json!({ "user_id": user.id }))
            })
        }
        User::ResetLink { config, login } => with_app(&config, async |app| {
            let user = user_of(&app, &login).await?;
            print(&format!("{}\n", atelier_accounts::reset_link(&app.accounts, &user).await?));
            Ok(())
        }),
        User::TwoStepOff { config, login } => with_app(&config, async |app| {
            let user = user_of(&app, &login).await?;
            atelier_accounts::reset_two_step(&app.accounts, user.id).await?;
            print_json(&serde_json::json!({ "user_id": user.id }))
        }),
        User::Erase { config, login } => with_app(&config, async |app| {
            let user = user_of(&app, &login).await?;
            let id = atelier_server::erasure::begin(&app, user.id, None, Origin::local()).await?;
            print_json(&Box::pin(atelier_server::erasure::erase(&app, id)).await?)
        }),
        User::Show { config, login } => with_app(&config, async |app| {
            let user = user_of(&app, &login).await?;
            let tenants = atelier_accounts::tenants_of(&app.accounts, user.id).await?;
            let tenants: Vec<_> = tenants
                .iter()
                .map(|(tenant, role)| serde_json::json!({ "tenant": tenant, "role": role }))
                .collect();
            print_json(&serde_json::json!({ "user": user, "tenants": tenants }))
        }),
    }
}
