//! The secret that a provider's news are known by: sealed in its row, as its key is.
//!
//! Replicate has one for an account and tells it; for Civitai, which signs nothing, one is drawn here.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_providers::Provider as Adapter;
use atelier_providers::webhook::{Scheme, Secret};
use atelier_secrets::{Sealed, Secret as Text};
use atelier_sql::{Row, Sql};

use crate::{Error, State, connection};

/// The column, in a row that has it.
///
/// # Errors
/// [`Error::Secrets`] when it can't be opened, and [`Error::Webhook`] when it is no such secret.
pub(super) fn read(state: &State, scope: Scope, id: &str, row: &Row) -> Result<Option<Secret>, Error> {
    let Some(sealed) = row.find::<String>("webhook_secret_encrypted")? else { return Ok(None) };
    let sealed: Sealed<Text> = sealed.parse()?;
    let item = connection::key_item(scope, id);
    let opened = state.keyring.unseal(&sealed, connection::webhook_place(&item))?;
    Ok(Some(Secret::parse(opened.expose())?))
}

async fn stored(state: &State, scope: Scope, id: &str) -> Result<Option<Secret>, Error> {
    let sql = "SELECT webhook_secret_encrypted FROM providers WHERE tenant_id = :tenant AND id = ?";
    let row = state.db.fetch_optional(scope, Sql::new(sql).bind(id)).await?;
    row.map_or(Ok(None), |row| read(state, scope, id, &row))
}

/// The secret of a provider, got where there is none yet. None where there is no way to get one.
///
/// # Errors
/// Those of the provider and of the stores.
pub(super) async fn ready(
    state: &State,
    scope: Scope,
    (id, scheme): (&str, Scheme),
    provider: &Adapter,
) -> Result<Option<Secret>, Error> {
    if let Some(secret) = stored(state, scope, id).await? {
        return Ok(Some(secret));
    }
    let item = connection::key_item(scope, id);
    let new = match scheme {
        // One that did not tell it a moment ago is not asked again for every item.
        Scheme::Standard if state.setbacks.is_recent(&item, state.clock.now()) => None,
        Scheme::Standard => {
            let told = provider.webhook_secret().await;
            told.inspect_err(|_| state.setbacks.note(item, state.clock.now()))?
        }
        Scheme::Token => Some(Secret::draw(&state.randomness)),
        Scheme::Published => None,
    };
    let Some(new) = new else { return Ok(None) };
    // Of several who came at the same time, the first one's is everybody's.
    keep(state, scope, (id, &new), " AND webhook_secret_encrypted IS NULL").await?;
    stored(state, scope, id).await
}

/// Asks a provider anew for the secret of its news, which its owner may have replaced there.
///
/// # Errors
/// Those of the provider and of the stores.
pub(crate) async fn renew(state: &State, scope: Scope, id: &str, provider: &Adapter) -> Result<(), Error> {
    match provider.webhook_secret().await? {
        Some(new) => keep(state, scope, (id, &new), "").await,
        None => Ok(()),
    }
}

/// How long a provider that did not tell its secret is left alone.
const SETBACK: Duration = Duration::from_mins(10);
/// More of them are not remembered.
const MOST_SETBACKS: usize = 10_000;

/// When providers last did not tell their secret to this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setbacks(Arc<Mutex<BTreeMap<String, Timestamp>>>);

impl Setbacks {
    fn is_recent(&self, item: &str, now: Timestamp) -> bool {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.get(item).is_some_and(|at| now.since(*at) < SETBACK)
    }

    fn note(&self, item: String, now: Timestamp) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if MOST_SETBACKS <= noted.len() {
            noted.clear();
        }
        noted.insert(item, now);
    }
}

async fn keep(state: &State, scope: Scope, (id, new): (&str, &Secret), only: &str) -> Result<(), Error> {
    let item = connection::key_item(scope, id);
    let sealed = state.keyring.seal(&Text::from(new.reveal()), connection::webhook_place(&item))?;
    let sql = Sql::new(format!(
        "UPDATE providers SET webhook_secret_encrypted = ? WHERE tenant_id = :tenant AND id = ?{only}"
    ));
    state.db.execute(scope, sql.bind(sealed.to_string()).bind(id)).await?;
    Ok(())
}
