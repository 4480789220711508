//! The key of a provider, sealed for its place.

use atelier_base::{Grant, InvalidInput};
use atelier_secrets::Secret;
use atelier_sql::{Sql, Value};

use super::edit::changed;
use super::go_on::go_on;
use super::{Provider, fetch};
use crate::permissions::EditProvider;
use crate::{Error, State, connection};

/// Stores the key of a provider, sealed, instead of the one before.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`] unless it has 1 to 4 000 characters without blanks, [`Error::Secrets`], and
/// those of the stores.
pub async fn set_key(
    state: &State,
    grant: Grant<EditProvider>,
    id: &str,
    key: Secret,
) -> Result<Provider, Error> {
    let trimmed = key.expose().trim();
    let mut faults = InvalidInput::default();
    let is_odd = trimmed.chars().any(|c| c.is_whitespace() || c.is_control());
    faults.note(trimmed.is_empty(), "key", "required", "is required");
    faults.note(
        is_odd || 4_000 < trimmed.len(),
        "key",
        "malformed",
        "is no key: one word of 4000 bytes at most",
    );
    faults.finish()?;
    let item = connection::key_item(grant.scope(), id);
    let key = Secret::from(trimmed.to_owned());
    let sealed = state.keyring.seal(&key, connection::key_place(&item))?;
    write(state, grant, id, sealed.to_string().into(), "provider.set_key").await
}

/// Forgets the key of a provider.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn remove_key(state: &State, grant: Grant<EditProvider>, id: &str) -> Result<Provider, Error> {
    write(state, grant, id, None::<String>.into(), "provider.remove_key").await
}

async fn write(
    state: &State,
    grant: Grant<EditProvider>,
    id: &str,
    sealed: Value,
    action: &'static str,
) -> Result<Provider, Error> {
    let scope = grant.scope();
    fetch(state, scope, id).await?;
    // Another account signs its news with another secret.
    let sql = Sql::new(
        "UPDATE providers SET api_key_encrypted = ?, webhook_secret_encrypted = NULL, updated_at = ?, \
         version = version + 1 WHERE tenant_id = :tenant AND id = ?",
    );
    state.db.execute(scope, sql.bind(sealed).bind(state.clock.now()).bind(id)).await?;
    go_on(state, scope, id).await?;
    changed(state, grant, id);
    state.record(grant, action, id).await?;
    fetch(state, scope, id).await
}
