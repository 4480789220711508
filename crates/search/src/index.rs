//! The index as the rest of the program knows it, and building it anew beside itself.

mod folders;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use atelier_base::{Clock, Scope, TenantId};

use crate::document::Document;
use crate::error::Error;
use crate::query::HybridQuery;
use crate::results::Results;
use crate::search::search;
use crate::store::Store;
use folders::Folders;

/// The search index of a data directory. Clones share it.
///
/// Every call blocks: on a server it belongs on a thread for that. The index holds nothing that is not
/// in the records, so a damaged one, or one of another version, is set aside and starts empty; its
/// [`checkpoint`](Self::checkpoint) is then none, and the feeder begins at the beginning.
#[derive(Clone)]
pub struct SearchIndex(Arc<Inner>);

struct Inner {
    folders: Folders,
    clock: Clock,
    store: RwLock<Arc<Store>>,
    /// What was deleted while a rebuild goes on; none goes on if there is none.
    rebuilding: Mutex<Option<Vec<Deletion>>>,
}

enum Deletion {
    Records(TenantId, Vec<String>),
    Tenant(TenantId),
}

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Committed records, of all tenants.
    pub documents: u64,
    /// Vectors in memory.
    pub vectors: usize,
    /// Parts on disk; the index joins them as they become many.
    pub segments: usize,
}

impl SearchIndex {
    /// Opens the index in the directory, or makes it. Reads all vectors into memory.
    pub fn open(directory: &Path, clock: Clock) -> Result<Self, Error> {
        let (folders, store) = Folders::open(directory)?;
        let (store, rebuilding) = (RwLock::new(Arc::new(store)), Mutex::default());
        Ok(Self(Arc::new(Inner { folders, clock, store, rebuilding })))
    }

    /// Adds records, or puts them in the place of those with their ids. They are found, and survive a
    /// crash, after the next commit.
    pub fn upsert(&self, scope: Scope, documents: &[Document]) -> Result<(), Error> {
        let tenant = tenant_of(scope)?;
        self.store().upsert(tenant, documents, self.0.clock.now())
    }

    /// Removes records. No search that begins afterwards finds or counts them; of a crash before the
    /// next commit the deletion survives through the feeder, as other writes.
    pub fn delete(&self, scope: Scope, ids: &[String]) -> Result<(), Error> {
        let tenant = tenant_of(scope)?;
        let mut rebuilding = self.rebuilding();
        if let Some(deletions) = rebuilding.as_mut() {
            deletions.push(Deletion::Records(tenant, ids.to_vec()));
        }
        self.store().delete(tenant, ids, self.0.clock.now());
        Ok(())
    }

    /// Removes all records of the tenant, durably when it returns.
    pub fn delete_tenant(&self, scope: Scope) -> Result<(), Error> {
        let tenant = tenant_of(scope)?;
        let mut rebuilding = self.rebuilding();
        if let Some(deletions) = rebuilding.as_mut() {
            deletions.push(Deletion::Tenant(tenant));
        }
        self.store().delete_tenant(tenant, self.0.clock.now())
    }

    /// Notes how far the feeder is: the text becomes durable with what was written before, in one commit.
    pub fn reach(&self, checkpoint: &str) {
        self.store().reach(checkpoint, self.0.clock.now());
    }

    /// How far the feeder was with what is durable. None: at the beginning.
    pub fn checkpoint(&self) -> Option<String> {
        self.store().checkpoint()
    }

    /// Commits if many changes wait, or one waits for half a second. To be called every quarter of a
    /// second or so. Says whether.
    pub fn commit_if_due(&self) -> Result<bool, Error> {
        self.store().commit_if_due(self.0.clock.now())
    }

    /// Commits now.
    pub fn commit(&self) -> Result<(), Error> {
        self.store().commit()
    }

    /// Finds records of the tenant.
    pub fn search(&self, scope: Scope, query: &HybridQuery) -> Result<Results, Error> {
        let tenant = tenant_of(scope)?;
        let store = self.store();
        search(&store.view(), store.fields(), tenant, query)
    }

    /// How much there is, for a status page.
    pub fn extent(&self) -> Extent {
        let view = self.store().view();
        let vectors = view.segments().iter().map(|segment| segment.rows.len()).sum();
        Extent { documents: view.searcher().num_docs(), vectors, segments: view.segments().len() }
    }

    /// Begins to build the index anew beside itself. Searches go on with the present one until
    /// [`Rebuild::finish`]. Fails if a rebuild goes on.
    pub fn rebuild(&self) -> Result<Rebuild, Error> {
        let mut rebuilding = self.rebuilding();
        if rebuilding.is_some() {
            return Err(Error::Refused("the index is being built anew already"));
        }
        let store = self.0.folders.fresh()?;
        *rebuilding = Some(Vec::new());
        let folder = store.folder().to_owned();
        Ok(Rebuild { index: self.clone(), store: Some(store), folder, chosen: false })
    }

    fn store(&self) -> Arc<Store> {
        Arc::clone(&self.0.store.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn rebuilding(&self) -> MutexGuard<'_, Option<Vec<Deletion>>> {
        self.0.rebuilding.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An index on its way. Dropped, it is as if it had not begun.
pub struct Rebuild {
    index: SearchIndex,
    store: Option<Store>,
    folder: PathBuf,
    chosen: bool,
}

impl Rebuild {
    /// Adds records.
    pub fn upsert(&self, scope: Scope, documents: &[Document]) -> Result<(), Error> {
        let tenant = tenant_of(scope)?;
        let now = self.index.0.clock.now();
        let store = self.store.as_ref().ok_or(Error::Refused("the rebuild is over"))?;
        store.upsert(tenant, documents, now)?;
        store.commit_if_due(now).map(drop)
    }

    /// Puts it in the place of the present one.
    ///
    /// `checkpoint` is how far the feeder was *before* the records were read: it goes on from there, and
    /// repeats the changes that came meanwhile. What was deleted meanwhile does not come back.
    pub fn finish(mut self, checkpoint: &str) -> Result<(), Error> {
        let mut rebuilding = self.index.rebuilding();
        let now = self.index.0.clock.now();
        let store = self.store.take().ok_or(Error::Refused("the rebuild is over"))?;
        for deletion in rebuilding.iter().flatten() {
            match deletion {
                Deletion::Records(tenant, ids) => store.delete(*tenant, ids, now),
                Deletion::Tenant(tenant) => store.delete_tenant(*tenant, now)?,
            }
        }
        store.reach(checkpoint, now);
        store.commit()?;
        self.index.0.folders.choose(&store)?;
        let mut present = self.index.0.store.write().unwrap_or_else(PoisonError::into_inner);
        let former = std::mem::replace(&mut *present, Arc::new(store));
        drop(present);
        *rebuilding = None;
        self.chosen = true;
        Folders::remove(former.folder());
        Ok(())
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        if !self.chosen {
            drop(self.store.take());
            *self.index.rebuilding() = None;
            Folders::remove(&self.folder);
        }
    }
}

fn tenant_of(scope: Scope) -> Result<TenantId, Error> {
    scope.tenant_id().ok_or(Error::Refused("the directory is not searched"))
}
