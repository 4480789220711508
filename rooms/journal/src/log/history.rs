//! What happened to a log, so that no guess is forgotten and the last change can be taken back.
//!
//! A revision is an item `REVISION#<log>#<number>`, written in the transaction of the change that it tells
//! of. It holds the log as it was before. Those that can be taken back point at the one before them, so that
//! undoing goes on where the last undo ended.

use async_graphql::SimpleObject;
use atelier_base::{LogId, Scope, TenantId, Timestamp, UserId};
use atelier_tables::{Item, KeyRange, Query, Select, Value, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use super::{Extracted, Log, store};
use crate::tables::{ARTISSIST, key, partition};
use crate::{Error, State};

/// What happened to a log at one time.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct LogRevision {
    /// When.
    pub at: Timestamp,
    /// Who did it; null for the server by itself.
    pub by: Option<UserId>,
    /// `extracted`, `edited`, `confirmed`, `rejected`, `undone`, `moved` or `transcribed`.
    pub kind: String,
    /// What it was, for people.
    pub note: String,
    /// What was read then, when people had decided otherwise of some of it, so that it was not taken over as it
    /// was; null otherwise.
    pub guess: Option<Extracted>,
}

/// The ways in which a log changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum RevisionKind {
    /// Facts were read from its words.
    Extracted,
    /// A person changed something.
    Edited,
    /// It was confirmed.
    Confirmed,
    /// It was rejected.
    Rejected,
    /// The last change was taken back.
    Undone,
    /// A person moved it to another project.
    Moved,
    /// Its recording was transcribed.
    Transcribed,
}

impl RevisionKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Edited => "edited",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
            Self::Undone => "undone",
            Self::Moved => "moved",
            Self::Transcribed => "transcribed",
        }
    }
}

/// A revision as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Stored {
    pub(super) at: Timestamp,
    pub(super) by: Option<UserId>,
    pub(super) kind: RevisionKind,
    pub(super) note: String,
    /// The log before; without its words when they stayed the same. None of the first revision.
    pub(super) before: Option<Log>,
    /// The revision that can be taken back after this one was.
    pub(super) undo_before: Option<u32>,
    /// What was read then, as far as it was not taken over.
    #[serde(default)]
    pub(super) guess: Option<Extracted>,
}

impl Stored {
    /// The revision after which the log is `after`. Its number is the log's own count.
    pub(super) fn of(
        kind: RevisionKind,
        by: Option<UserId>,
        note: String,
        before: Option<&Log>,
        after: &Log,
    ) -> Self {
        let kept = before.map(|before| {
            let same = before.raw_text == after.raw_text && before.text_key == after.text_key;
            let raw_text = if same { String::new() } else { before.raw_text.clone() };
            Log { raw_text, ..before.clone() }
        });
        let undo_before = before.and_then(|before| before.undo_at);
        Self { at: after.updated_at, by, kind, note, before: kept, undo_before, guess: None }
    }

    /// The log as it was before this revision, but for what only counts up.
    pub(super) fn undone(self, current: &Log) -> Option<Log> {
        let before = self.before?;
        let raw_text = if before.raw_text.is_empty() { current.raw_text.clone() } else { before.raw_text };
        Some(Log {
            raw_text,
            // What never was a guess stays as it is by now.
            media_refs: current.media_refs.clone(),
            revisions: current.revisions,
            version: current.version,
            undo_at: self.undo_before,
            ..before
        })
    }

    /// The write that stores it.
    pub(super) fn write(&self, tenant: TenantId, log: &Log) -> Result<Write, Error> {
        let mut item: Item = to_item(self)?;
        item.insert("PK".into(), Value::from(partition(tenant)));
        item.insert("SK".into(), Value::from(sort_key(log.log_id, log.revisions)));
        Ok(Write::create(&ARTISSIST, item))
    }
}

/// What every revision of a log has in its sort key.
pub(super) fn prefix(id: LogId) -> String {
    format!("REVISION#{id}#")
}

fn sort_key(id: LogId, number: u32) -> String {
    format!("{}{number:06}", prefix(id))
}

/// A revision of a log, if there is one of that number.
pub(super) async fn fetch(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: LogId,
    number: u32,
) -> Result<Option<Stored>, Error> {
    let item = state.tables.get(scope, &ARTISSIST, &key(tenant, sort_key(id, number))).await?;
    Ok(item.map(from_item).transpose()?)
}

/// What happened to a log, the first first; the first thousand.
pub async fn history(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: LogId,
) -> Result<Vec<LogRevision>, Error> {
    let query = Query::table(&ARTISSIST, partition(tenant)).range(KeyRange::BeginsWith(prefix(id).into()));
    let page = state.tables.query(scope, query).await?;
    let read = |item| -> Result<_, Error> {
        let Stored { at, by, kind, note, guess, .. } = from_item(item)?;
        Ok(LogRevision { at, by, kind: kind.name().to_owned(), note, guess })
    };
    page.into_nodes().map(read).collect()
}

/// Whether a log that is not in the table lies in the archive: its revisions stay when it goes there, and only go when
/// it is deleted.
pub(crate) async fn is_away(state: &State, scope: Scope, tenant: TenantId, id: LogId) -> Result<bool, Error> {
    if store::find(state, scope, tenant, id).await?.is_some() {
        return Ok(false);
    }
    let query = Query::table(&ARTISSIST, partition(tenant))
        .range(KeyRange::BeginsWith(prefix(id).into()))
        .select(Select::attributes(["SK"]))
        .limit(1);
    Ok(state.tables.query(scope, query).await?.into_nodes().next().is_some())
}

/// Removes all revisions of a log that is gone.
pub(crate) async fn forget(state: &State, scope: Scope, tenant: TenantId, id: LogId) -> Result<(), Error> {
    let query = Query::table(&ARTISSIST, partition(tenant))
        .range(KeyRange::BeginsWith(prefix(id).into()))
        .select(Select::attributes(["SK"]))
        .limit(Write::MAX_BATCH);
    loop {
        let page = state.tables.query(scope, query.clone()).await?;
        let has_next = page.has_next;
        let sorts = page.into_nodes().filter_map(|item| item.get("SK")?.as_str().map(str::to_owned));
        let writes: Vec<_> = sorts.map(|sort| Write::delete(&ARTISSIST, key(tenant, sort))).collect();
        if writes.is_empty() {
            return Ok(());
        }
        state.tables.batch_write(scope, writes).await?;
        if !has_next {
            return Ok(());
        }
    }
}
