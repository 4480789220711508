//! What somebody did, before it is sealed.

use atelier_base::{AuditEntryId, Clock, Credential, Grant, Origin, Randomness, TenantId, Timestamp, UserId};
use atelier_tables::{Item, Table, Value, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::canonical::digest;
use crate::tables::PENDING;

/// Who did it, proved by what, from where.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    user: Option<UserId>,
    credential: Option<Credential>,
    origin: Origin,
}

impl Actor {
    /// The caller of a grant.
    pub fn of<A>(grant: Grant<A>) -> Self {
        Self { user: Some(grant.user()), credential: Some(grant.credential()), origin: grant.origin() }
    }

    /// A user who has no session yet, or none any more.
    pub fn user(user: UserId, origin: Origin) -> Self {
        Self { user: Some(user), credential: None, origin }
    }

    /// The operator at the machine, if there was no request; else somebody unknown.
    pub fn unknown(origin: Origin) -> Self {
        Self { user: None, credential: None, origin }
    }

    /// The same with the session or key.
    pub fn by(self, credential: Credential) -> Self {
        Self { credential: Some(credential), ..self }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused, and nothing changed.
    Refused,
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if *self == Self::Done { "done" } else { "refused" })
    }
}

/// A change to be recorded.
#[derive(Clone, Debug)]
pub struct Deed {
    tenant: TenantId,
    actor: Actor,
    action: &'static str,
    target: Option<String>,
    before: Option<String>,
    after: Option<String>,
    outcome: Outcome,
}

impl Deed {
    /// The action `noun.verb` in the tenant of the grant.
    pub fn granted<A>(grant: Grant<A>, action: &'static str) -> Self {
        Self::new(grant.tenant(), Actor::of(grant), action)
    }

    /// The action `noun.verb` in that tenant.
    pub fn new(tenant: TenantId, actor: Actor, action: &'static str) -> Self {
        Self { tenant, actor, action, target: None, before: None, after: None, outcome: Outcome::Done }
    }

    /// With the session or key that proves who did it.
    pub fn by(mut self, credential: Credential) -> Self {
        self.actor = self.actor.by(credential);
        self
    }

    /// The id of what it was done to.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub fn target(mut self, id: impl ToString) -> Self {
        self.target = Some(id.to_string());
        self
    }

    /// The item as it was. Only its digest is kept.
    pub fn before(mut self, table: &Table, item: &Item) -> Self {
        self.before = Some(digest(table, item));
        self
    }

    /// The item as it is then. Only its digest is kept.
    pub fn after(mut self, table: &Table, item: &Item) -> Self {
        self.after = Some(digest(table, item));
        self
    }

    /// It was refused.
    pub fn refused(mut self) -> Self {
        self.outcome = Outcome::Refused;
        self
    }

    /// The tenant in whose trail it goes.
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// The write that notes it. It fails under no condition.
    pub(crate) fn write(self, clock: &Clock, randomness: &Randomness, number: u64) -> Result<Write, Error> {
        let at = clock.now();
        let entry_id = AuditEntryId::generate(at, randomness);
        let origin = self.actor.origin;
        let pending = Pending {
            tenant_id: self.tenant,
            entry_id,
            place: format!("{at}#{number:016x}#{entry_id}"),
            at,
            user: self.actor.user,
            credential: match self.actor.credential {
                Some(Credential::Session(id)) => Some(id.to_string()),
                Some(Credential::ApiKey(id)) => Some(id.to_string()),
                None if origin.is_local() && self.actor.user.is_none() => Some("operator".into()),
                None => None,
            },
            action: self.action.to_owned(),
            target: self.target,
            before: self.before,
            after: self.after,
            outcome: self.outcome,
            origin: StoredOrigin::of(origin, randomness),
        };
        Ok(Write::put(&PENDING, to_item(&pending)?))
    }
}

/// A deed as it waits for the sealer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Pending {
    pub tenant_id: TenantId,
    pub entry_id: AuditEntryId,
    /// Its place among those that wait: by time and, within a millisecond, in the order of this process.
    pub place: String,
    pub at: Timestamp,
    pub user: Option<UserId>,
    pub credential: Option<String>,
    pub action: String,
    pub target: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub outcome: Outcome,
    pub origin: StoredOrigin,
}

impl Pending {
    pub(crate) fn read(item: Item) -> Result<Self, atelier_tables::Error> {
        from_item(item)
    }
}

/// Where somebody came from. The chain holds only its digest, which the salt keeps from being guessed, so that
/// it can be forgotten.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct StoredOrigin {
    pub address: String,
    pub request_id: String,
    pub user_agent: String,
    pub salt: String,
}

impl StoredOrigin {
    fn of(origin: Origin, randomness: &Randomness) -> Self {
        let salt = hex::encode(randomness.bytes::<16>());
        Self {
            address: origin.address().map(|address| address.to_string()).unwrap_or_default(),
            request_id: origin.request_id().to_owned(),
            user_agent: origin.user_agent().to_owned(),
            salt,
        }
    }

    pub(crate) fn item(&self) -> Item {
        [
            ("address", &self.address),
            ("request_id", &self.request_id),
            ("user_agent", &self.user_agent),
            ("salt", &self.salt),
        ]
        .map(|(name, text)| (name.to_owned(), Value::from(text)))
        .into()
    }
}
