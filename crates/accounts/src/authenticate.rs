//! From a credential to a caller.

use std::sync::Arc;

use atelier_api::Identity;
use atelier_base::{Caller, Credential, Origin, Role, SessionId, TenantId, UserId};

use crate::{Error, State, api_key, membership, session};

/// What a request carries to prove who it comes from, and the tenant it wants to act in.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// The token of the session cookie.
    pub session: Option<String>,
    /// The bearer token.
    pub api_key: Option<String>,
    /// The text of the tenant header.
    pub tenant: Option<String>,
    /// Where the request comes from.
    pub origin: Origin,
}

/// Turns credentials into identities. Cheap to clone.
#[derive(Clone)]
pub struct Authenticator(State);

impl Authenticator {
    /// Over the directory of that state.
    pub fn new(state: State) -> Self {
        Self(state)
    }

    /// Who the credentials belong to. A bearer token counts before a cookie.
    pub async fn identify(&self, credentials: &Credentials) -> Identity {
        let outcome = match (&credentials.api_key, &credentials.session) {
            (Some(token), _) => self.by_api_key(token, credentials.tenant.as_deref()).await,
            (None, Some(token)) => self.by_session(token, credentials.tenant.as_deref()).await,
            (None, None) => return Identity::Nobody,
        };
        match outcome {
            Ok(caller) => Identity::Known(Arc::new(caller.from(credentials.origin))),
            Err(error) => Identity::Refused(error.into()),
        }
    }

    async fn by_session(&self, token: &str, tenant: Option<&str>) -> Result<Caller, Error> {
        let session = session::resume(&self.0, token).await?;
        let tenant = match tenant {
            Some(text) => text.parse().map_err(|_| Error::TenantNotFound)?,
            None => TenantId::Personal(session.user_id),
        };
        let role = self.role(session.user_id, tenant).await?;
        Ok(Caller::verified(session.user_id, tenant, role, Credential::Session(session.id)))
    }

    /// A key acts in its own tenant only, with its own role or its user's present one, the lower of both.
    async fn by_api_key(&self, token: &str, tenant: Option<&str>) -> Result<Caller, Error> {
        let key = api_key::resume(&self.0, token).await?;
        if tenant.is_some_and(|text| text != key.tenant_id.to_string()) {
            return Err(Error::TenantNotFound);
        }
        let role = self.role(key.user_id, key.tenant_id).await.map_err(|error| match error {
            Error::TenantNotFound => Error::UnknownApiKey,
            other => other,
        })?;
        Ok(Caller::verified(key.user_id, key.tenant_id, role.min(key.role), Credential::ApiKey(key.id)))
    }

    async fn role(&self, user: UserId, tenant: TenantId) -> Result<Role, Error> {
        let membership = membership::find(&self.0, tenant, user).await?;
        membership.map(|membership| membership.role).ok_or(Error::TenantNotFound)
    }
}

/// The caller that the user would be after signing in to the tenant: for the operator's commands,
/// whose right to act is the data directory.
pub async fn act_as(state: &State, user: UserId, tenant: TenantId) -> Result<Caller, Error> {
    let role = Authenticator::new(state.clone()).role(user, tenant).await?;
    // No session is stored under this id: it names the act in the audit trail and proves nothing.
    let id = SessionId::generate(state.clock.now(), &state.randomness);
    Ok(Caller::verified(user, tenant, role, Credential::Session(id)))
}
