//! The demo studio: people, an organisation and projects to look around in.
//!
//! It is made through the same functions as everything else, with a clock in the past, so that the
//! list looks lived in. It exists once: seeding again changes nothing, resetting makes it new.

mod factory;
mod journal;
mod projects;

use std::time::Duration;

use atelier_accounts::{self as accounts, NewOrganisation, NewUser, User};
use atelier_base::{Caller, Clock, PageRequest, Role, TenantId};
use atelier_projects::{self as project, Outcome, ProjectState};

use self::projects::PROJECTS;
use crate::{App, Error};

/// The password of everybody in the demo studio. It is public: the server serves the demo on
/// loopback addresses only.
pub const PASSWORD: &str = "demo-studio-2026";

/// Email name, display name, role.
const PEOPLE: [(&str, &str, Role); 3] = [
    ("demo", "Mara Lindqvist", Role::Owner),
    ("ines", "Inês Carvalho", Role::Member),
    ("viewer", "Theo Brandt", Role::Viewer),
];

/// Makes the demo studio unless it is there.
pub async fn seed(app: &App) -> Result<(), Error> {
    if accounts::find_by_login(&app.accounts, PEOPLE[0].0).await.map_err(failed)?.is_some() {
        return Ok(());
    }
    let mut people = Vec::new();
    for (username, name, _) in PEOPLE {
        let new = NewUser {
            email: format!("{username}@atelier.test"),
            username: username.into(),
            name: name.into(),
            password: PASSWORD.into(),
        };
        people.push(accounts::create_user(&app.accounts, new).await.map_err(failed)?);
    }
    let studio = NewOrganisation { name: "Harbor Studio".into() };
    let studio =
        accounts::create_organisation_for(&app.accounts, people[0].id, studio).await.map_err(failed)?;
    let owner = caller(app, &people[0], studio.id).await?;
    for (username, _, role) in &PEOPLE[1..] {
        let grant = owner.may(accounts::permissions::ManageMembers).map_err(failed)?;
        accounts::add_member(&app.accounts, grant, username, *role).await.map_err(failed)?;
    }
    fill(app, &people, studio.id).await
}

/// Makes the demo studio new: what visitors did to its projects and passwords is gone.
pub async fn reset(app: &App) -> Result<(), Error> {
    let Some(owner) = accounts::find_by_login(&app.accounts, PEOPLE[0].0).await.map_err(failed)? else {
        return seed(app).await;
    };
    let mut people = Vec::new();
    for (username, _, _) in PEOPLE {
        let found = accounts::find_by_login(&app.accounts, username).await.map_err(failed)?;
        let user = found.ok_or_else(|| Error::Demo(format!("{username} is gone")))?;
        accounts::set_password(&app.accounts, &user, "password", PASSWORD).await.map_err(failed)?;
        people.push(user);
    }
    let studio = accounts::tenants_of(&app.accounts, owner.id).await.map_err(failed)?;
    let studio = studio
        .into_iter()
        .map(|(tenant, _)| tenant.id)
        .find(|id| matches!(id, TenantId::Organisation(_)))
        .ok_or_else(|| Error::Demo("Harbor Studio is gone".into()))?;
    let owner = caller(app, &owner, studio).await?;
    journal::empty(app, &owner).await?;
    for state in [ProjectState::Active, ProjectState::Archived] {
        empty(app, &owner, state).await?;
    }
    fill(app, &people, studio).await
}

async fn empty(app: &App, owner: &Caller, state: ProjectState) -> Result<(), Error> {
    use atelier_projects::permissions::{ArchiveProject, DeleteProject, ReadProject};
    loop {
        let grant = owner.may(ReadProject).map_err(failed)?;
        let page = project::list(&app.projects, grant, state, PageRequest::first(PageRequest::MAX)).await;
        let page = page.map_err(failed)?;
        if page.edges.is_empty() {
            return Ok(());
        }
        for found in page.into_nodes() {
            let mut version = found.version;
            if state == ProjectState::Active {
                let grant = owner.may(ArchiveProject).map_err(failed)?;
                project::archive(&app.projects, grant, found.id, version).await.map_err(failed)?;
                version += 1;
            }
            let grant = owner.may(DeleteProject).map_err(failed)?;
            project::delete(&app.projects, grant, found.id, version).await.map_err(failed)?;
        }
    }
}

/// Makes the sample projects, the last one a little before the present, and what is in them.
async fn fill(app: &App, people: &[User], studio: TenantId) -> Result<(), Error> {
    use atelier_projects::permissions::{ArchiveProject, CreateProject, EditProject};
    let mut projects = Vec::new();
    for sample in PROJECTS {
        let begun = sample.begun_hours_ago.unwrap_or(sample.hours_ago);
        let past = project::State { clock: at(app, begun), ..app.projects.clone() };
        let owner = caller(app, &people[sample.owner], studio).await?;
        let grant = owner.may(CreateProject).map_err(failed)?;
        let made = project::create(&past, grant, sample.input()).await.map_err(failed)?;
        journal::fill(app, &owner, &made).await?;
        if begun != sample.hours_ago {
            let later = project::State { clock: at(app, sample.hours_ago), ..app.projects.clone() };
            let grant = owner.may(EditProject).map_err(failed)?;
            let edited = project::edit(&later, grant, made.id, made.version, sample.patch()).await;
            edited.map_err(failed)?;
        }
        if sample.archived {
            past.clock.advance(Duration::from_hours(1));
            let grant = owner.may(ArchiveProject).map_err(failed)?;
            let outcome = project::archive(&past, grant, made.id, made.version).await.map_err(failed)?;
            debug_assert!(matches!(outcome, Outcome::Done(_)));
        } else {
            projects.push(made);
        }
    }
    let owner = caller(app, &people[0], studio).await?;
    let member = caller(app, &people[1], studio).await?;
    factory::order(app, &owner, projects.first().map(|project| project.id)).await?;
    journal::sow(app, &[owner, member], &projects).await
}

/// A clock that stands still so many hours ago.
fn at(app: &App, hours_ago: u32) -> Clock {
    Clock::fixed(app.projects.clock.now().before(Duration::from_hours(u64::from(hours_ago))))
}

/// The caller that the user would be after signing in.
async fn caller(app: &App, user: &User, tenant: TenantId) -> Result<Caller, Error> {
    accounts::act_as(&app.accounts, user.id, tenant).await.map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Demo(error.to_string())
}
