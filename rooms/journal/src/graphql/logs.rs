//! Logs.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::codes::INVALID_INPUT;
use atelier_base::{AssetId, LogId, ProjectId, Timestamp};
use atelier_projects::permissions::ReadProject;
use atelier_projects::{self as projects, Project};

use super::state;
use crate::asset::{self, Asset};
use crate::log::{self, AttributionStatus, Log, LogPatch, LogRevision, NewLog};
use crate::permissions::{DeleteLog, EditLog, ReadJournal};
use crate::recording::{self, TranscriptMeta};
use crate::{Error, Outcome};

/// The most logs of a project at once.
const MOST: i32 = 1_000;

#[ComplexObject]
impl Log {
    /// The project that it belongs to, or is thought to.
    #[graphql(complexity = "1 + child_complexity")]
    async fn project(&self, ctx: &Context<'_>) -> Result<Option<Project>, Problem> {
        let grant = caller(ctx)?.may(ReadProject)?;
        match self.project_id {
            Some(id) => Ok(projects::find(&state(ctx).projects, grant.scope(), id).await?),
            None => Ok(None),
        }
    }

    /// All the words.
    async fn raw_text(&self, ctx: &Context<'_>) -> Result<String, Problem> {
        Ok(log::whole_text(state(ctx), caller(ctx)?.scope(), self).await?)
    }

    /// What was heard, of a spoken note.
    async fn transcript_meta(&self, ctx: &Context<'_>) -> Result<Option<TranscriptMeta>, Problem> {
        match &self.transcript_meta {
            Some(transcript) => {
                Ok(Some(recording::load(state(ctx), caller(ctx)?.scope(), transcript).await?))
            }
            None => Ok(None),
        }
    }

    /// Assets that belong to it.
    #[graphql(complexity = "10 * child_complexity")]
    async fn assets(&self, ctx: &Context<'_>) -> Result<Vec<Asset>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let ids: Vec<AssetId> = self.media_refs.iter().filter_map(|id| id.parse().ok()).collect();
        Ok(asset::of_ids(state(ctx), grant, ids).await?)
    }

    /// When it goes to the archive by itself.
    #[graphql(name = "expiresAt")]
    async fn expires(&self) -> Option<Timestamp> {
        self.expiry()
    }

    /// What happened to it, the first first.
    #[graphql(complexity = "10 + child_complexity")]
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<LogRevision>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(log::history(state(ctx), grant.scope(), grant.tenant(), self.log_id).await?)
    }
}

/// The changed log, or what is stored instead.
#[derive(Union)]
pub(crate) enum LogOutcome {
    Log(Box<Log>),
    Conflict(LogConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteLogOutcome {
    Deleted(LogDeleted),
    Conflict(LogConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct LogConflict {
    current: Box<Log>,
}

/// The log is gone.
#[derive(SimpleObject)]
pub(crate) struct LogDeleted {
    id: LogId,
}

impl From<Outcome<Log>> for LogOutcome {
    fn from(outcome: Outcome<Log>) -> Self {
        match outcome {
            Outcome::Done(log) => Self::Log(Box::new(log)),
            Outcome::Conflict(current) => Self::Conflict(LogConflict { current }),
        }
    }
}

/// Queries of logs.
#[derive(Default)]
pub struct LogQuery;

#[Object]
impl LogQuery {
    /// Logs of a project, the newest first; 1 to 1000 of them.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn logs(
        &self,
        ctx: &Context<'_>,
        project_id: ID,
        #[graphql(default = 100)] first: i32,
    ) -> Result<Vec<Log>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let project: ProjectId =
            project_id.parse().map_err(|_| Error::missing("project", project_id.as_str()))?;
        let limit = usize::try_from(first).ok().filter(|_| (1..=MOST).contains(&first));
        let limit = limit.ok_or_else(|| {
            Problem::new(INVALID_INPUT).with_detail(format!("`first` lies between 1 and {MOST}"))
        })?;
        Ok(log::of_project(state(ctx), grant, project, limit).await?)
    }

    /// A log; null when there is none of that id.
    async fn log(&self, ctx: &Context<'_>, id: LogId) -> Result<Option<Log>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(log::get(state(ctx), grant, id).await?)
    }

    /// Logs of all projects and of the inbox, the newest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn journal(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
        status: Option<AttributionStatus>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Log>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(log::stream(state(ctx), grant, project_id, status, page).await?, follows))
    }

    /// How many logs wait for somebody to say whether they are right.
    async fn review_count(&self, ctx: &Context<'_>) -> Result<u64, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(log::count_pending(state(ctx), grant).await?)
    }
}

/// Mutations of logs.
#[derive(Default)]
pub struct LogMutation;

#[Object]
impl LogMutation {
    /// Makes a log from words, and reads them: it is filed where they say, and waits for a confirmation unless
    /// every fact is sure.
    async fn create_log(&self, ctx: &Context<'_>, input: NewLog) -> Result<Log, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::create(state(ctx), grant, input).await?)
    }

    /// Changes a log that is at `version`. What a person says is right.
    async fn update_log(
        &self,
        ctx: &Context<'_>,
        id: LogId,
        version: u32,
        patch: LogPatch,
    ) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::edit(state(ctx), grant, id, version, patch).await?.into())
    }

    /// Says that a log is right.
    async fn confirm_log(&self, ctx: &Context<'_>, id: LogId, version: u32) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::confirm(state(ctx), grant, id, version).await?.into())
    }

    /// Says that a log is wrong: it goes back to the inbox.
    async fn reject_log(&self, ctx: &Context<'_>, id: LogId, version: u32) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::reject(state(ctx), grant, id, version).await?.into())
    }

    /// Takes back the last confirmation, rejection, edit or move.
    async fn undo_log(&self, ctx: &Context<'_>, id: LogId, version: u32) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::undo(state(ctx), grant, id, version).await?.into())
    }

    /// Reads a log again, with what was learnt since.
    async fn reextract_log(&self, ctx: &Context<'_>, id: LogId, version: u32) -> Result<LogOutcome, Problem> {
        let grant = caller(ctx)?.may(EditLog)?;
        Ok(log::reextract(state(ctx), grant, id, version).await?.into())
    }

    /// Deletes a log. Nothing brings it back.
    async fn delete_log(
        &self,
        ctx: &Context<'_>,
        id: LogId,
        version: u32,
    ) -> Result<DeleteLogOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteLog)?;
        Ok(match log::delete(state(ctx), grant, id, version).await? {
            Outcome::Done(id) => DeleteLogOutcome::Deleted(LogDeleted { id }),
            Outcome::Conflict(current) => DeleteLogOutcome::Conflict(LogConflict { current }),
        })
    }
}
