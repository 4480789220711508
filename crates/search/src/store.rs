//! One folder of the index: writing in batches, and the view that searches read.
//!
//! Words, records and vectors lie in the same segments and become durable in the same commit, together
//! with the checkpoint, a note of the feeder on how far it had come. A crash loses what was written
//! since; the feeder goes on from the checkpoint and writes it again. A commit costs a tenth of a
//! second, so writes wait for each other. Deletions don't: what was deleted is hidden from the view
//! at once, and leaves the files with the next commit.

mod rows;
mod view;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use atelier_base::{TenantId, Timestamp};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError};

use crate::document::Document;
use crate::error::{Error, is_locked};
use crate::schema::Fields;
use crate::text::{ANALYZER, analyzer};
pub(crate) use rows::Probe;
pub(crate) use view::{Segment, View};

/// What the writer may gather in memory before it begins a segment.
const WRITER_MEMORY: usize = 64 << 20;
/// So many changes are committed without waiting for more.
const FULL_BATCH: usize = 2_000;
/// No change waits longer than that for others.
const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// An open folder.
pub(crate) struct Store {
    folder: PathBuf,
    fields: Fields,
    reader: IndexReader,
    writing: Mutex<Writing>,
    view: RwLock<Arc<View>>,
}

struct Writing {
    writer: IndexWriter,
    /// Changes that are not committed.
    pending: usize,
    /// When the first of them came.
    since: Option<Timestamp>,
    /// How far the feeder is, with those changes.
    reached: Option<String>,
    /// How far it was at the last commit.
    durable: Option<String>,
}

/// Why a folder could not be opened.
pub(crate) enum Unopened {
    /// Nothing that building it anew would mend.
    Failed(Error),
    /// Its files are not what was written.
    Damaged(String),
}

impl Store {
    /// Opens a folder, or makes it.
    pub(crate) fn open(folder: &Path) -> Result<Self, Unopened> {
        let failed = |error: std::io::Error| Unopened::Failed(Error::of_file("open")(error));
        std::fs::create_dir_all(folder).map_err(failed)?;
        Self::try_open(folder).map_err(|error| match error {
            error if is_locked(&error) => Unopened::Failed(Error::InUse { path: folder.to_owned() }),
            error @ (TantivyError::SystemError(_) | TantivyError::ErrorInThread(_)) => {
                Unopened::Failed(Error::of_index("open")(error))
            }
            error => Unopened::Damaged(error.to_string()),
        })
    }

    fn try_open(folder: &Path) -> tantivy::Result<Self> {
        let fields = Fields::new();
        let directory = tantivy::directory::MmapDirectory::open(folder)?;
        let index = Index::open_or_create(directory, fields.schema().clone())?;
        index.tokenizers().register(ANALYZER, analyzer());
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        if let Some(file) = index.validate_checksum()?.into_iter().next() {
            let reason = format!("{} has another checksum", file.display());
            return Err(TantivyError::DataCorruption(tantivy::error::DataCorruption::comment_only(reason)));
        }
        let durable = index.load_metas()?.payload;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let view = View::of(&reader.searcher(), &fields, None)?;
        let writing = Writing { writer, pending: 0, since: None, reached: durable.clone(), durable };
        Ok(Self {
            folder: folder.to_owned(),
            fields,
            reader,
            writing: Mutex::new(writing),
            view: RwLock::new(Arc::new(view)),
        })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What searches read now.
    pub(crate) fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How far the feeder was when what is durable was committed.
    pub(crate) fn checkpoint(&self) -> Option<String> {
        self.writing().durable.clone()
    }

    /// Adds records or puts them in the place of those with their ids. They are found after the next commit.
    pub(crate) fn upsert(
        &self,
        tenant: TenantId,
        documents: &[Document],
        now: Timestamp,
    ) -> Result<(), Error> {
        let stored = documents.iter().map(|document| self.fields.write(tenant, document));
        let stored: Vec<TantivyDocument> = stored.collect::<Result<_, _>>()?;
        let mut writing = self.writing();
        for (document, stored) in documents.iter().zip(stored) {
            writing.writer.delete_term(self.fields.key_of(tenant, &document.id));
            let added = writing.writer.add_document(stored);
            if let Err(error) = added {
                self.recover(&mut writing);
                return Err(Error::of_index("write")(error));
            }
        }
        writing.changed(documents.len(), now);
        Ok(())
    }

    /// Hides records at once; they leave the files with the next commit.
    pub(crate) fn delete(&self, tenant: TenantId, ids: &[String], now: Timestamp) {
        let mut writing = self.writing();
        for id in ids {
            writing.writer.delete_term(self.fields.key_of(tenant, id));
        }
        writing.changed(ids.len(), now);
        let hiding = self.view().hiding(tenant, ids);
        self.show(hiding);
    }

    /// Removes all records of a tenant, for good when it returns.
    pub(crate) fn delete_tenant(&self, tenant: TenantId, now: Timestamp) -> Result<(), Error> {
        let mut writing = self.writing();
        writing.writer.delete_term(self.fields.tenant_of(tenant));
        writing.changed(1, now);
        self.commit_with(&mut writing)
    }

    /// Notes how far the feeder is with what was written up to now.
    pub(crate) fn reach(&self, checkpoint: &str, now: Timestamp) {
        let mut writing = self.writing();
        if writing.reached.as_deref() != Some(checkpoint) {
            writing.reached = Some(checkpoint.to_owned());
            writing.changed(1, now);
        }
    }

    /// Makes what was written durable and found. Blocks for a tenth of a second, with much for longer.
    pub(crate) fn commit(&self) -> Result<(), Error> {
        let mut writing = self.writing();
        self.commit_with(&mut writing)
    }

    /// Commits if enough was written, or some of it long ago. Says whether.
    pub(crate) fn commit_if_due(&self, now: Timestamp) -> Result<bool, Error> {
        let mut writing = self.writing();
        let waited = writing.since.is_some_and(|since| now.since(since) >= LONGEST_WAIT);
        let due = waited || writing.pending >= FULL_BATCH;
        if due {
            self.commit_with(&mut writing)?;
        }
        Ok(due)
    }

    fn commit_with(&self, writing: &mut Writing) -> Result<(), Error> {
        if writing.pending == 0 {
            return Ok(());
        }
        if let Err(error) = writing.try_commit() {
            self.recover(writing);
            return Err(Error::of_index("commit")(error));
        }
        self.reader.reload()?;
        let view = View::of(&self.reader.searcher(), &self.fields, Some(&self.view()))?;
        self.show(view);
        Ok(())
    }

    /// Goes back to the last commit. The deletions since are kept: they are known by what is hidden.
    fn recover(&self, writing: &mut Writing) {
        if let Err(error) = writing.writer.rollback() {
            tracing::error!(%error, "the search index can't be written to until it is opened again");
            return;
        }
        writing.pending = 0;
        writing.since = None;
        writing.reached.clone_from(&writing.durable);
        for (tenant, id) in self.view().hidden() {
            writing.writer.delete_term(self.fields.key_of(tenant, id));
            writing.pending += 1;
        }
    }

    fn show(&self, view: View) {
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Writing {
    fn changed(&mut self, changes: usize, now: Timestamp) {
        self.pending += changes;
        self.since.get_or_insert(now);
    }

    fn try_commit(&mut self) -> tantivy::Result<()> {
        let mut prepared = self.writer.prepare_commit()?;
        if let Some(reached) = &self.reached {
            prepared.set_payload(reached);
        }
        prepared.commit()?;
        self.durable.clone_from(&self.reached);
        self.pending = 0;
        self.since = None;
        Ok(())
    }
}
