//! `atelier user`.

use atelier_accounts::NewUser;

use super::{print_json, read_secret, user_of, with_app};
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
