//! Cold storage.

use async_graphql::connection::Connection;
use async_graphql::{Context, Object};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{LogId, ProjectId};
use atelier_projects::permissions::ArchiveProject;

use super::logs::LogOutcome;
use super::records::ArtRecordOutcome;
use super::state;
use crate::archive::{self, ArchiveFilter, ArchivedItem};
use crate::log;
use crate::permissions::{ArchiveJournal, DeleteArchived, ReadJournal};
use crate::record::ArtRecord;

/// Queries of the archive.
#[derive(Default)]
pub struct ArchiveQuery;

#[Object]
impl ArchiveQuery {
    /// What lies in cold storage: the latest first; with `title`, what is called so, or begins so, by title.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn archive(
        &self,
        ctx: &Context<'_>,
        title: Option<String>,
        kind: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, ArchivedItem>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(archive::list(state(ctx), grant, ArchiveFilter { title, kind }, page).await?, follows))
    }
}

/// Mutations of the archive.
#[derive(Default)]
pub struct ArchiveMutation;

#[Object]
impl ArchiveMutation {
    /// Puts a record and its project away. What belongs to them goes to cold storage by and by.
    async fn archive_art_record(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: u32,
    ) -> Result<ArtRecordOutcome, Problem> {
        let grants = (caller(ctx)?.may(ArchiveProject)?, caller(ctx)?.may(ArchiveJournal)?);
        Ok(archive::archive_record(state(ctx), grants, project_id, version).await?.into())
    }

    /// Brings a record back with its project and everything that belongs to them.
    async fn restore_art_record(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
    ) -> Result<ArtRecord, Problem> {
        let grants = (caller(ctx)?.may(ArchiveProject)?, caller(ctx)?.may(ArchiveJournal)?);
        Ok(archive::restore_record(state(ctx), grants, project_id).await?)
    }

    /// Puts a log that is at `version` into cold storage.
    async fn archive_log(&self, ctx: &Context<'_>, id: LogId, version: u32) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(ArchiveJournal)?;
        Ok(log::archive(state(ctx), grant, id, version).await?.into())
    }

    /// Brings something back from cold storage.
    async fn restore_archived(&self, ctx: &Context<'_>, key: String) -> Result<ArchivedItem, Problem> {
        let grants = (caller(ctx)?.may(ArchiveProject)?, caller(ctx)?.may(ArchiveJournal)?);
        Ok(archive::restore(state(ctx), grants, &key).await?)
    }

    /// Deletes something in cold storage for good, with its files.
    async fn delete_archived(&self, ctx: &Context<'_>, key: String) -> Result<ArchivedItem, Problem> {
        let grant = caller(ctx)?.may(DeleteArchived)?;
        Ok(archive::delete(state(ctx), grant, &key).await?)
    }
}
