//! What the functions of this room need.

use atelier_api::Topic;
use atelier_audit::{Deed, Trail};
use atelier_base::{Clock, Grant, Randomness, TenantId};
use atelier_blobs::Blobs;
use atelier_credentials::Signer;
use atelier_providers::Http;
use atelier_secrets::Keyring;
use atelier_sql::Db;

use crate::webhook::{FalKeyring, Setbacks, Webhooks};
use crate::{Error, FactoryChange};

/// Threads that look at pictures: one picture of the largest sort takes hundreds of megabytes.
const PROCESSORS: usize = 2;

/// The ports of the factory. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The store.
    pub db: Db,
    /// Files.
    pub blobs: Blobs,
    /// The record of who did what.
    pub trail: Trail,
    /// Projects, whose ids the rows here share.
    pub projects: atelier_projects::State,
    /// What seals the keys of providers.
    pub keyring: Keyring,
    /// How providers are called.
    pub http: Http,
    /// News of changes, for live pages.
    pub changes: Topic<FactoryChange>,
    /// Rung when there may be work: an order was placed, resumed or retried.
    pub bell: std::sync::Arc<tokio::sync::Notify>,
    /// Where providers send news to; none where they are only asked.
    pub webhooks: Option<Webhooks>,
    /// What signs the pictures that are given away; none where they go unsigned.
    pub signer: Option<Signer>,
    /// The keys that fal signs with.
    pub(crate) fal_keys: FalKeyring,
    pub(crate) setbacks: Setbacks,
    /// Tenants who have got what the house has since this process began.
    pub(crate) furnished: std::sync::Arc<std::sync::Mutex<std::collections::BTreeSet<TenantId>>>,
    /// Pictures are looked at by so many threads at once: decoding takes memory and a processor.
    pub processors: std::sync::Arc<tokio::sync::Semaphore>,
    /// The time.
    pub clock: Clock,
    /// Ids, and the scatter of waits.
    pub randomness: Randomness,
}

impl State {
    /// The state over the stores that everybody shares.
    pub fn new(
        db: Db,
        blobs: Blobs,
        projects: atelier_projects::State,
        trail: Trail,
        keyring: Keyring,
        http: Http,
    ) -> Self {
        Self {
            db,
            blobs,
            trail,
            keyring,
            http,
            changes: Topic::new(),
            bell: std::sync::Arc::default(),
            processors: std::sync::Arc::new(tokio::sync::Semaphore::new(PROCESSORS)),
            webhooks: None,
            signer: None,
            fal_keys: FalKeyring::default(),
            setbacks: Setbacks::default(),
            furnished: std::sync::Arc::default(),
            clock: projects.clock.clone(),
            randomness: projects.randomness.clone(),
            projects,
        }
    }

    /// The same with news of providers.
    #[must_use]
    pub fn with_webhooks(self, webhooks: Option<Webhooks>) -> Self {
        Self { webhooks, ..self }
    }

    /// The same with what signs pictures.
    #[must_use]
    pub fn with_signer(self, signer: Option<Signer>) -> Self {
        Self { signer, ..self }
    }

    /// Notes in the trail who did what, once it is done: the trail and the rows here are two stores.
    pub(crate) async fn record<A>(
        &self,
        grant: Grant<A>,
        action: &'static str,
        target: impl ToString,
    ) -> Result<(), Error> {
        let deed = Deed::granted(grant, action).target(target.to_string());
        Ok(self.trail.note(grant.scope(), deed).await?)
    }

    /// Tells live pages.
    pub(crate) fn tell(&self, tenant: TenantId, change: FactoryChange) {
        self.changes.publish(tenant, change);
    }
}
