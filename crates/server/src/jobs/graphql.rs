//! Resolvers of jobs: three steps each, who, may, do.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Enum, Object, SimpleObject, Subscription as Root};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_audit::{Deed, Trail};
use atelier_base::{JobId, Page, Scope, Timestamp, UserId};
use atelier_jobs::{JobFile, JobRecord, State};
use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::broadcast::error::RecvError;

use super::export;
use super::permissions::{CancelJob, ExportTenant, ListJobs, RetryJob};

/// What has become of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "atelier_jobs::JobState")]
pub enum JobState {
    /// It waits for a worker, or for its time.
    Queued,
    /// A worker holds it.
    Running,
    /// It is done.
    Succeeded,
    /// All attempts failed; it can be tried again.
    Failed,
    /// Somebody called it off.
    Cancelled,
}

/// Work that outlives the request that asked for it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Job {
    /// Unique, `job_…`.
    id: JobId,
    /// Which job: `noun.verb`.
    kind: String,
    /// What has become of it.
    state: JobState,
    /// How often it was begun.
    attempts: u32,
    /// How often it is begun at most.
    max_attempts: u32,
    /// How far it has come; null before it says.
    progress: Option<JobProgress>,
    /// What the last attempt failed with.
    error: Option<String>,
    /// Whether it was asked to stop and has not yet.
    stopping: bool,
    /// The user who asked for it; null for the server's own.
    created_by: Option<UserId>,
    /// When it was asked for.
    created_at: Timestamp,
    /// When the next attempt may begin, or the last one might.
    run_at: Timestamp,
    /// When the last attempt began.
    started_at: Option<Timestamp>,
    /// When it ended.
    finished_at: Option<Timestamp>,
    /// When anything of it changed last.
    updated_at: Timestamp,
    #[graphql(skip)]
    file: Option<JobFile>,
}

/// How far a job has come.
#[derive(SimpleObject)]
pub(crate) struct JobProgress {
    /// Steps that are done.
    done: u32,
    /// Steps in all; 0 when nobody knows yet.
    total: u32,
    /// What it is at.
    message: String,
}

/// A file that a job made.
#[derive(SimpleObject)]
pub(crate) struct JobFileInfo {
    /// The name under which it is saved.
    name: String,
    /// Bytes.
    size: f64,
    /// Where to download it.
    path: String,
}

#[ComplexObject]
impl Job {
    /// The file that it made; null when it made none.
    async fn file(&self) -> Option<JobFileInfo> {
        let file = self.file.as_ref()?;
        #[expect(clippy::cast_precision_loss, reason = "GraphQL has no larger whole numbers")]
        let size = file.size as f64;
        let path = format!("/api/v1/jobs/{}/file", self.id);
        Some(JobFileInfo { name: file.file_name.clone(), size, path })
    }
}

impl From<JobRecord> for Job {
    fn from(job: JobRecord) -> Self {
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let file = JobFile::of(&job);
        Self {
            id: job.id,
            kind: job.kind,
            state: job.state.into(),
            attempts: job.attempts,
            max_attempts: job.max_attempts,
            progress: job.progress.map(|progress| JobProgress {
                done: small(progress.done),
                total: small(progress.total),
                message: progress.message,
            }),
            error: job.error,
            stopping: job.cancel_requested,
            created_by: job.created_by,
            created_at: job.created_at,
            run_at: job.run_at,
            started_at: job.started_at,
            finished_at: job.finished_at,
            updated_at: job.updated_at,
            file,
        }
    }
}

/// News of a job of the current tenant.
#[derive(SimpleObject)]
pub(crate) struct JobChange {
    /// The job as it is now; null when changes may have been missed and the list is to be read again.
    job: Option<Job>,
}

/// Queries of jobs.
#[derive(Default)]
pub(crate) struct Query;

#[Object(name = "JobsQuery")]
impl Query {
    /// A job of the current tenant.
    async fn job(&self, ctx: &Context<'_>, id: JobId) -> Result<Job, Problem> {
        let grant = caller(ctx)?.may(ListJobs)?;
        Ok(atelier_jobs::fetch(state(ctx), grant.scope(), id).await?.into())
    }

    /// Jobs of the current tenant, the newest first; with `state`, only those.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "state")] which: Option<JobState>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Job>, Problem> {
        let grant = caller(ctx)?.may(ListJobs)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let which = which.map(Into::into);
        let jobs = atelier_jobs::list(state(ctx), grant.scope(), which, page).await?;
        let jobs: Page<Job> = jobs.try_map(|job| Ok::<_, Problem>(job.into()))?;
        Ok(connection(jobs, follows))
    }
}

/// Mutations of jobs.
#[derive(Default)]
pub(crate) struct Mutation;

#[Object(name = "JobsMutation")]
impl Mutation {
    /// Calls a job off: a queued one at once, a running one as soon as it can stop.
    async fn cancel_job(&self, ctx: &Context<'_>, id: JobId) -> Result<Job, Problem> {
        let grant = caller(ctx)?.may(CancelJob)?;
        let job = atelier_jobs::cancel(state(ctx), grant.scope(), id).await?;
        note(ctx, Deed::granted(grant, "job.cancel").target(id)).await?;
        Ok(job.into())
    }

    /// Tries a failed or cancelled job again, with all its attempts.
    async fn retry_job(&self, ctx: &Context<'_>, id: JobId) -> Result<Job, Problem> {
        let grant = caller(ctx)?.may(RetryJob)?;
        let job = atelier_jobs::retry(state(ctx), grant.scope(), id).await?;
        note(ctx, Deed::granted(grant, "job.retry").target(id)).await?;
        Ok(job.into())
    }

    /// Asks for a file with all that the current tenant has. The job's `file` is there once it succeeded.
    async fn export_tenant(&self, ctx: &Context<'_>) -> Result<Job, Problem> {
        let grant = caller(ctx)?.may(ExportTenant)?;
        let job = export::ask(state(ctx), grant).await?;
        note(ctx, Deed::granted(grant, "job.export_tenant").target(job.id)).await?;
        Ok(job.into())
    }
}

/// Notes in the audit trail what was asked of the queue. The queue writes by itself, so it is noted after that.
async fn note(ctx: &Context<'_>, deed: Deed) -> Result<(), Problem> {
    let scope = Scope::tenant(deed.tenant());
    Ok(ctx.data_unchecked::<Trail>().note(scope, deed).await?)
}

/// Subscriptions of jobs.
#[derive(Default)]
pub(crate) struct Subscription;

#[expect(clippy::unused_async, reason = "the macro takes async functions only")]
#[Root(name = "JobsSubscription")]
impl Subscription {
    /// Changes of the current tenant's jobs, from now on. The first has no job: what was read before may have changed
    /// since.
    async fn job_changes(&self, ctx: &Context<'_>) -> Result<impl Stream<Item = JobChange> + use<>, Problem> {
        let grant = caller(ctx)?.may(ListJobs)?;
        let tenant = grant.tenant();
        let news = state(ctx).follow();
        let first = stream::once(std::future::ready(JobChange { job: None }));
        Ok(first.chain(stream::unfold(news, move |mut news| async move {
            loop {
                match news.recv().await {
                    Ok(job) if job.owner.tenant() == Some(tenant) => {
                        let job = Some(JobRecord::clone(&job).into());
                        return Some((JobChange { job }, news));
                    }
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Some((JobChange { job: None }, news)),
                    Err(RecvError::Closed) => return None,
                }
            }
        })))
    }
}

fn state<'a>(ctx: &Context<'a>) -> &'a State {
    ctx.data_unchecked::<State>()
}
