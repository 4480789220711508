//! The handle that everything which changes something holds.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::{Clock, Randomness, Scope, TenantId};
use atelier_tables::{Item, Tables, Write};
use tokio::sync::Notify;

use crate::{Deed, Error};

/// The audit trails of all tenants. Cheap to clone; clones share one list of what waits to be sealed.
#[derive(Clone)]
pub struct Trail {
    pub(crate) tables: Tables,
    pub(crate) clock: Clock,
    pub(crate) randomness: Randomness,
    pub(crate) waiting: Arc<Waiting>,
}

/// Tenants with something to seal.
#[derive(Default)]
pub(crate) struct Waiting {
    tenants: Mutex<BTreeSet<TenantId>>,
    pub(crate) news: Notify,
    noted: AtomicU64,
}

impl Waiting {
    fn note(&self, tenant: TenantId) {
        self.tenants.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant);
        self.news.notify_one();
    }

    pub(crate) fn take(&self) -> BTreeSet<TenantId> {
        std::mem::take(&mut *self.tenants.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Trail {
    /// The trails in a store.
    pub fn new(tables: Tables, clock: Clock, randomness: Randomness) -> Self {
        Self { tables, clock, randomness, waiting: Arc::default() }
    }

    /// The present instant, by the clock of the trail.
    pub fn now(&self) -> atelier_base::Timestamp {
        self.clock.now()
    }

    /// Carries out the writes and notes the deed, all or nothing, like
    /// [`Tables::transact`]; returns the outcome of each write. There may be one write fewer than
    /// [`Write::MAX`]; without any, only the deed is noted.
    pub async fn transact(
        &self,
        scope: Scope,
        deed: Deed,
        writes: Vec<Write>,
    ) -> Result<Vec<Option<Item>>, atelier_tables::Error> {
        self.transact_all(scope, vec![deed], writes).await
    }

    /// The same for several deeds of one transaction, such as a project and its record; each takes the place
    /// of a write.
    pub async fn transact_all(
        &self,
        scope: Scope,
        deeds: Vec<Deed>,
        mut writes: Vec<Write>,
    ) -> Result<Vec<Option<Item>>, atelier_tables::Error> {
        let own = writes.len();
        let tenants: BTreeSet<_> = deeds.iter().map(Deed::tenant).collect();
        for deed in deeds {
            writes.push(self.entry(deed)?);
        }
        let mut written = self.tables.transact(scope, writes).await?;
        // Those of the deeds, which are last so that positions are those of the writes.
        written.truncate(own);
        for tenant in tenants {
            self.waiting.note(tenant);
        }
        Ok(written)
    }

    /// The same for one write.
    pub async fn write(
        &self,
        scope: Scope,
        deed: Deed,
        write: Write,
    ) -> Result<Option<Item>, atelier_tables::Error> {
        Ok(self.transact(scope, deed, vec![write]).await?.pop().flatten())
    }

    /// Notes a deed that changed nothing, such as a refused sign-in.
    pub async fn note(&self, scope: Scope, deed: Deed) -> Result<(), atelier_tables::Error> {
        self.transact(scope, deed, Vec::new()).await.map(|_| ())
    }

    fn entry(&self, deed: Deed) -> Result<Write, atelier_tables::Error> {
        let number = self.waiting.noted.fetch_add(1, Ordering::Relaxed);
        deed.write(&self.clock, &self.randomness, number).map_err(|error| match error {
            Error::Store(error) => error,
            other => atelier_tables::Error::Unreadable { reason: other.to_string() },
        })
    }
}
