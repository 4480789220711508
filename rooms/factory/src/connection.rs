//! How a provider of a tenant is reached: its row, with its key opened.

use atelier_base::Scope;
use atelier_providers::Connection;
use atelier_secrets::{Place, Sealed, Secret};
use atelier_sql::{Row, Sql};
use serde_json::Value;

use crate::{Error, State};

/// Kinds that work on the owner's own machines: nothing is charged there, so that a request whose fate is
/// unknown can be sent again.
const OWN_MACHINES: [&str; 4] = ["studio", "comfyui", "automatic1111", "invokeai"];

/// Where secrets of a provider are sealed for: `tenant/provider` in the table of providers.
pub(crate) fn key_item(scope: Scope, id: &str) -> String {
    let tenant = scope.tenant_id().map(|tenant| tenant.to_string()).unwrap_or_default();
    format!("{tenant}/{id}")
}

/// The place of a key, for sealing and opening.
pub(crate) fn key_place(item: &str) -> Place<'_> {
    Place { table: "providers", item, field: "api_key_encrypted" }
}

/// The place of the secret that its news are signed with.
pub(crate) fn webhook_place(item: &str) -> Place<'_> {
    Place { table: "providers", item, field: "webhook_secret_encrypted" }
}

/// Which adapter speaks to a provider, by its settings: `built_in` is the studio.
pub(crate) fn kind_of(id: &str, settings: &Value) -> String {
    match settings["kind"].as_str() {
        Some("built_in") | None => id.to_owned(),
        Some(kind) => kind.to_owned(),
    }
}

/// Whether that kind works on the owner's own machines.
pub(crate) fn is_own_machine(kind: &str) -> bool {
    OWN_MACHINES.contains(&kind)
}

/// Whether sending a request again can't be paid for twice.
pub(crate) fn is_free_to_repeat(connection: &Connection) -> bool {
    is_own_machine(&connection.kind) || connection.settings["idempotent"] == Value::Bool(true)
}

/// How the tenant's provider of that id is reached. One that was switched off is asked for nothing new, but still for
/// what it has begun.
///
/// # Errors
/// [`Error::NotFound`], [`Error::ProviderDisabled`] when it is switched off and nothing was begun there,
/// [`Error::Secrets`] when its key can't be opened, and those of the store.
pub(crate) async fn connection(
    state: &State,
    scope: Scope,
    id: &str,
    is_begun: bool,
) -> Result<Connection, Error> {
    let sql = Sql::new(
        "SELECT name, api_base_url, api_key_encrypted, is_enabled, settings FROM providers \
         WHERE tenant_id = :tenant AND id = ?",
    );
    let row = state.db.fetch_optional(scope, sql.bind(id)).await?;
    let row = row.ok_or_else(|| Error::missing("provider", id))?;
    if !is_begun && !row.get::<bool>("is_enabled")? {
        return Err(Error::ProviderDisabled(row.get("name")?));
    }
    read(state, scope, id, &row)
}

/// The same from a row, whether it is switched on or not.
pub(crate) fn read(state: &State, scope: Scope, id: &str, row: &Row) -> Result<Connection, Error> {
    let settings = row.find::<Value>("settings")?.unwrap_or_default();
    let key = match row.find::<String>("api_key_encrypted")? {
        None => None,
        Some(sealed) => {
            let sealed: Sealed<Secret> = sealed.parse()?;
            let secret = state.keyring.unseal(&sealed, key_place(&key_item(scope, id)))?;
            Some(secret.expose().to_owned())
        }
    };
    let base_url = row.find::<String>("api_base_url")?.unwrap_or_default();
    Ok(Connection {
        kind: kind_of(id, &settings),
        base_url: base_url.trim_end_matches('/').to_owned(),
        key,
        settings,
    })
}
