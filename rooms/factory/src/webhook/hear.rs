//! News that arrive: checked as a whole before anything in them is read, and noted once.

use std::time::Duration;

use atelier_base::{Scope, TenantId};
use atelier_providers::webhook::{HeaderMap, Refused, Scheme, TOLERANCE, Verified, verify, verify_token};
use atelier_sql::{Row, Sql};
use serde_json::Value;

use super::secret;
use crate::{Error, State, connection, item, stock};

/// What came, with the parts of the address that it came to.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    /// The id of the tenant.
    pub tenant: &'a str,
    /// The id of the provider.
    pub provider: &'a str,
    /// The item that the address was made for, where it was.
    pub item: &'a str,
    /// What proves that.
    pub token: &'a str,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// Its bytes as they came.
    pub body: &'a [u8],
}

/// Takes in what a provider says. What it speaks of is asked after at once, by whoever works on it; of what is not the
/// tenant's, has ended or was heard of before, nothing follows.
///
/// # Errors
/// [`Error::NotFound`] where there is no such tenant or provider, or it sends no news, [`Error::Webhook`] when it is
/// not from the provider, and those of the stores.
pub async fn hear(state: &State, message: Message<'_>) -> Result<(), Error> {
    let Message { tenant, provider, .. } = message;
    let missing = || Error::missing("provider", provider);
    let tenant: TenantId = tenant.parse().map_err(|_| missing())?;
    let scope = Scope::tenant(tenant);
    // Whoever asks is nobody yet: only what they must prove is read, and nothing is laid down for a tenant that there
    // may not be.
    let sql = Sql::new(
        "SELECT settings, webhook_secret_encrypted FROM providers WHERE tenant_id = :tenant AND id = ?",
    );
    let row = state.db.fetch_optional(scope, sql.bind(provider)).await?.ok_or_else(missing)?;
    let verified = verified(state, scope, &row, message).await?.ok_or_else(missing)?;
    if item::note_news(state, scope, provider, &verified).await? {
        state.bell.notify_one();
    }
    Ok(())
}

/// What it is about; none where such a provider sends no news.
async fn verified(
    state: &State,
    scope: Scope,
    row: &Row,
    message: Message<'_>,
) -> Result<Option<Verified>, Error> {
    let settings = row.find::<Value>("settings")?.unwrap_or_default();
    let Some(scheme) = Scheme::of(&connection::kind_of(message.provider, &settings)) else { return Ok(None) };
    let (now, Message { headers, body, .. }) = (state.clock.now(), message);
    let said = stock::setting(state, scope, "webhooks.tolerance_seconds").await?;
    let tolerance = said.and_then(|said| said.as_u64()).map_or(TOLERANCE, Duration::from_secs);
    let checked = if scheme == Scheme::Published {
        let keys = state.fal_keys.at(&state.http, settings["jwks_url"].as_str());
        keys.verify(headers, body, now, tolerance).await
    } else {
        match secret::read(state, scope, message.provider, row)? {
            // It was never told of this address.
            None => return Ok(None),
            Some(secret) if scheme == Scheme::Token => {
                verify_token(&secret, message.item, message.token, body)
            }
            Some(secret) => verify(&secret, headers, body, now, tolerance),
        }
    };
    checked.map(Some).map_err(|refused: Refused| {
        tracing::info!(provider = message.provider, %refused, "a message was not believed");
        refused.into()
    })
}
