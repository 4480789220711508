//! Briefs and milestones.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{MilestoneId, ProjectId};

use super::state;
use crate::Outcome;
use crate::brief::{self, ApprovalState, Brief, BriefDiff, BriefInput, ChangelogEntry, Decision, Request};
use crate::milestone::{self, Milestone, MilestonePatch, NewMilestone};
use crate::permissions::{DecideApproval, DeleteMilestone, EditBrief, EditMilestone, ReadJournal};

#[ComplexObject]
impl Brief {
    /// How the brief came to be what this version says, the latest first: up to 20 versions back.
    #[graphql(complexity = "20 * child_complexity")]
    async fn changelog(&self, ctx: &Context<'_>) -> Result<Vec<ChangelogEntry>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(brief::history(state(ctx), grant, self).await?)
    }
}

/// The version that was written, or what is there instead.
#[derive(Union)]
pub(crate) enum BriefOutcome {
    Brief(Box<Brief>),
    Conflict(BriefConflict),
}

/// Somebody else wrote first. Nothing was changed; whoever edits merges their text with `current` over `base`.
#[derive(SimpleObject)]
pub(crate) struct BriefConflict {
    /// The latest version; null when the brief has none.
    current: Option<Box<Brief>>,
    /// The version that the change was made from.
    base: Option<Box<Brief>>,
}

impl From<brief::BriefOutcome> for BriefOutcome {
    fn from(outcome: brief::BriefOutcome) -> Self {
        match outcome {
            brief::BriefOutcome::Done(brief) => Self::Brief(brief),
            brief::BriefOutcome::Conflict(conflict) => Self::Conflict(BriefConflict {
                current: conflict.current.map(Box::new),
                base: conflict.base.map(Box::new),
            }),
        }
    }
}

/// The changed milestone, or what is stored instead.
#[derive(Union)]
pub(crate) enum MilestoneOutcome {
    Milestone(Box<Milestone>),
    Conflict(MilestoneConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteMilestoneOutcome {
    Deleted(MilestoneDeleted),
    Conflict(MilestoneConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct MilestoneConflict {
    current: Box<Milestone>,
}

/// The milestone is gone.
#[derive(SimpleObject)]
pub(crate) struct MilestoneDeleted {
    id: MilestoneId,
}

/// Queries of briefs and milestones.
#[derive(Default)]
pub struct BriefQuery;

#[Object]
impl BriefQuery {
    /// The current version of a project's brief, or that version; null when there is none.
    async fn brief(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: Option<u32>,
    ) -> Result<Option<Brief>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(brief::get(state(ctx), grant, project_id, version).await?)
    }

    /// All versions of a project's brief, the latest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn brief_versions(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Brief>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(brief::versions(state(ctx), grant, project_id, page).await?, follows))
    }

    /// What makes one version of a brief the other, line by line.
    async fn brief_diff(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        from: u32,
        to: u32,
    ) -> Result<BriefDiff, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(brief::diff(state(ctx), grant, project_id, (from, to)).await?)
    }

    /// The milestones of a project, by day and then by position.
    async fn milestones(&self, ctx: &Context<'_>, project_id: ProjectId) -> Result<Vec<Milestone>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(milestone::list(state(ctx), grant, project_id).await?)
    }
}

/// Mutations of briefs and milestones.
#[derive(Default)]
pub struct BriefMutation;

#[Object]
impl BriefMutation {
    /// Writes the version after `basedOn`, which is 0 for the first, unless somebody was faster.
    async fn save_brief(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        based_on: u32,
        input: BriefInput,
    ) -> Result<BriefOutcome, Problem> {
        let grant = caller(ctx)?.may(EditBrief)?;
        Ok(brief::save(state(ctx), grant, project_id, based_on, input).await?.into())
    }

    /// Writes an old version anew, as the one after `basedOn`.
    async fn restore_brief(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: u32,
        based_on: u32,
    ) -> Result<BriefOutcome, Problem> {
        let grant = caller(ctx)?.may(EditBrief)?;
        Ok(brief::restore(state(ctx), grant, project_id, version, based_on).await?.into())
    }

    /// Asks somebody to approve the current version.
    async fn request_approval(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: u32,
        lock: u32,
        who: String,
        note: Option<String>,
    ) -> Result<BriefOutcome, Problem> {
        let grant = caller(ctx)?.may(DecideApproval)?;
        let from = Request { project: project_id, version, lock };
        Ok(brief::request(state(ctx), grant, from, who, note).await?.into())
    }

    /// Notes what somebody said about the current version.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn decide_approval(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: u32,
        lock: u32,
        approval_id: String,
        #[graphql(name = "state")] decided: ApprovalState,
        note: Option<String>,
    ) -> Result<BriefOutcome, Problem> {
        let grant = caller(ctx)?.may(DecideApproval)?;
        let from = Request { project: project_id, version, lock };
        let decision = Decision { id: approval_id, state: decided, note };
        Ok(brief::decide(state(ctx), grant, from, decision).await?.into())
    }

    /// Makes a milestone.
    async fn create_milestone(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        input: NewMilestone,
    ) -> Result<Milestone, Problem> {
        let grant = caller(ctx)?.may(EditMilestone)?;
        Ok(milestone::create(state(ctx), grant, project_id, input).await?)
    }

    /// Changes a milestone that is at `version`.
    async fn update_milestone(
        &self,
        ctx: &Context<'_>,
        id: MilestoneId,
        project_id: ProjectId,
        version: u32,
        patch: MilestonePatch,
    ) -> Result<MilestoneOutcome, Problem> {
        let grant = caller(ctx)?.may(EditMilestone)?;
        Ok(match milestone::edit(state(ctx), grant, (project_id, id), version, patch).await? {
            Outcome::Done(milestone) => MilestoneOutcome::Milestone(Box::new(milestone)),
            Outcome::Conflict(current) => MilestoneOutcome::Conflict(MilestoneConflict { current }),
        })
    }

    /// Deletes a milestone that is at `version`.
    async fn delete_milestone(
        &self,
        ctx: &Context<'_>,
        id: MilestoneId,
        project_id: ProjectId,
        version: u32,
    ) -> Result<DeleteMilestoneOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteMilestone)?;
        Ok(match milestone::delete(state(ctx), grant, (project_id, id), version).await? {
            Outcome::Done(id) => DeleteMilestoneOutcome::Deleted(MilestoneDeleted { id }),
            Outcome::Conflict(current) => DeleteMilestoneOutcome::Conflict(MilestoneConflict { current }),
        })
    }
}
