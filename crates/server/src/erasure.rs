//! The right to deletion: everything of a user goes, from every table and every bucket, with a certificate.
//!
//! What is a user's is data (`statements.rs`): each declared table says by which attributes, and whether items
//! go or lose the name. Tenants that nobody else is in go as a whole. [`erase`] does one batch after the
//! other and counts in the same transaction; killed at any moment, it goes on at the next start. The
//! certificate holds counts, times and a hash, and nothing of the user.

mod certificate;
mod progress;
mod rest;
mod statements;
mod sweep;

use atelier_accounts as accounts;
use atelier_audit::{Actor, Deed};
use atelier_base::{Coded as _, Credential, ErasureId, Origin, Scope, TenantId, UserId};

pub use self::certificate::{Certificate, Counts, certificate};
pub(crate) use self::rest::routes;
pub use self::statements::unstated;
use crate::App;

/// Codes of erasures.
pub mod codes {
    atelier_base::codes! {
        ERASURE_NOT_FOUND = "erasure_not_found", NotFound, "There is no such certificate",
            "Check the id; it was part of the answer to the deletion.";
    }
}

/// A failed erasure.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("there is no such certificate")]
    NotFound,
    #[error("{0}")]
    Accounts(#[from] accounts::Error),
    #[error("{0}")]
    Audit(#[from] atelier_audit::Error),
    #[error("{0}")]
    Blobs(#[from] atelier_blobs::Error),
    #[error("{0}")]
    Journal(#[from] atelier_journal::Error),
    #[error("the store failed")]
    Store(#[from] atelier_tables::Error),
}

impl atelier_base::Coded for Error {
    fn code(&self) -> atelier_base::Code {
        match self {
            Self::NotFound => codes::ERASURE_NOT_FOUND,
            Self::Accounts(error) => error.code(),
            Self::Audit(error) => error.code(),
            Self::Blobs(error) => error.code(),
            Self::Journal(error) => error.code(),
            Self::Store(error) => error.code(),
        }
    }
}

/// This part of the server, as data.
pub(crate) const ROOM: atelier_api::Room = atelier_api::Room {
    name: "erasure",
    tables: progress::TABLES,
    actions: &[],
    codes: codes::ALL,
    openapi: rest::openapi,
};

/// Notes that the user is to be erased, unless it is noted already. From then on it is going to happen.
///
/// # Errors
/// [`accounts::Error::SoleOwner`]; [`accounts::Error::UserNotFound`]; the store's.
pub async fn begin(
    app: &App,
    user: UserId,
    by: Option<Credential>,
    origin: Origin,
) -> Result<ErasureId, Error> {
    if let Some(open) = progress::of_user(app, user).await? {
        return Ok(open.id);
    }
    accounts::user_of(&app.accounts, user).await?.ok_or(accounts::Error::UserNotFound)?;
    let mut departure = accounts::departure(&app.accounts, user).await?;
    // Who left a tenant earlier may have left something there.
    for tenant in app.trail.tenants_of(user).await? {
        if !departure.vanishing.contains(&tenant) && !departure.staying.contains(&tenant) {
            departure.staying.push(tenant);
        }
    }
    let actor = if by.is_some() { Actor::user(user, origin) } else { Actor::unknown(origin) };
    for tenant in &departure.staying {
        let deed = Deed::new(*tenant, by.map_or(actor, |by| actor.by(by)), "user.erase").target(user);
        app.trail.note(Scope::directory(), deed).await?;
    }
    progress::create(app, user, &departure).await
}

/// Erases everything of the user of an erasure; returns its certificate. It may be dropped or killed at any
/// moment and called again, also at once from elsewhere; a finished one gives its certificate.
pub async fn erase(app: &App, id: ErasureId) -> Result<Certificate, Error> {
    for _ in 0..PATIENCE {
        match walk(app, id).await {
            // A batch that was on its way when an earlier walk was dropped came in between.
            Err(error) if error.code() == atelier_tables::codes::CONDITION_FAILED => {
                tokio::task::yield_now().await;
            }
            other => return other,
        }
    }
    walk(app, id).await
}

/// Walks that may be disturbed by others at the same erasure.
const PATIENCE: usize = 64;

async fn walk(app: &App, id: ErasureId) -> Result<Certificate, Error> {
    let Some(erasure) = progress::open(app, id).await? else { return certificate(app, id).await };
    // First what lets them in, so that nothing new comes.
    for table in sweep::entrances() {
        sweep::directory_table(app, &erasure, table).await?;
    }
    for tenant in &erasure.staying {
        if accounts::leave(&app.accounts, *tenant, erasure.user).await? {
            progress::count(app, &erasure, "memberships", 1, 0).await?;
        }
        sweep::tenant_that_stays(app, &erasure, *tenant).await?;
        sweep::cold_storage(app, &erasure, *tenant).await?;
    }
    for table in sweep::rest_of_directory() {
        sweep::directory_table(app, &erasure, table).await?;
    }
    for tenant in &erasure.vanishing {
        sweep::files(app, &erasure, *tenant).await?;
        sweep::tenant_that_vanishes(app, &erasure, *tenant).await?;
    }
    let forgotten = app.trail.forget(erasure.user).await?;
    progress::count(app, &erasure, "audit-records", 0, forgotten.records).await?;
    progress::count(app, &erasure, "audit-actors", forgotten.actors, 0).await?;
    // What is noted of the last steps in the personal tenant, which has no reader any more.
    sweep::tenant_that_vanishes(app, &erasure, TenantId::Personal(erasure.user)).await?;
    // Last, because the logins that attempts are counted by are read from it.
    sweep::users(app, &erasure).await?;
    certificate::issue(app, &erasure).await
}

/// Goes on with what was under way when the server stopped; then waits for ever.
pub(crate) async fn go_on(app: &App) {
    match progress::unfinished(app).await {
        Ok(open) => {
            for id in open {
                if let Err(error) = erase(app, id).await {
                    tracing::error!(erasure = %id, code = error.code().name, error = %error, "an erasure failed; it goes on at the next start");
                }
            }
        }
        Err(error) => tracing::error!(error = %error, "erasures that are under way could not be read"),
    }
    std::future::pending::<()>().await;
}
