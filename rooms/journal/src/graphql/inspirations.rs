//! Inspiration.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{InspirationId, ProjectId};
use atelier_projects::permissions::CreateProject;

use super::state;
use crate::Outcome;
use crate::asset::{self, Asset, AssetColour};
use crate::inspiration::{
    self, Conversion, Inspiration, InspirationFilter, InspirationPatch, NewInspiration,
};
use crate::log::Log;
use crate::permissions::{DeleteInspiration, EditAsset, EditInspiration, EditLog, EditRecord, ReadJournal};
use crate::record::ArtRecord;

#[ComplexObject]
impl Inspiration {
    /// The file, of anything but words.
    async fn asset(&self, ctx: &Context<'_>) -> Result<Option<Asset>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(match self.asset_id {
            Some(id) => asset::get(state(ctx), grant, id).await?,
            None => None,
        })
    }

    /// The main colours of its picture.
    async fn colours(&self, ctx: &Context<'_>) -> Result<Vec<AssetColour>, Problem> {
        Ok(self.asset(ctx).await?.map(|asset| asset.colours).unwrap_or_default())
    }
}

/// The changed inspiration, or what is stored instead.
#[derive(Union)]
pub(crate) enum InspirationOutcome {
    Inspiration(Box<Inspiration>),
    Conflict(InspirationConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteInspirationOutcome {
    Deleted(InspirationDeleted),
    Conflict(InspirationConflict),
}

/// What an inspiration became, or what is stored instead.
#[derive(Union)]
pub(crate) enum ConvertOutcome {
    Converted(Box<InspirationConverted>),
    Conflict(InspirationConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct InspirationConflict {
    current: Box<Inspiration>,
}

/// The inspiration is gone.
#[derive(SimpleObject)]
pub(crate) struct InspirationDeleted {
    id: InspirationId,
}

/// What an inspiration became.
#[derive(SimpleObject)]
pub(crate) struct InspirationConverted {
    inspiration: Inspiration,
    record: Option<ArtRecord>,
    log: Option<Log>,
}

/// Queries of inspiration.
#[derive(Default)]
pub struct InspirationQuery;

#[Object]
impl InspirationQuery {
    /// What was gathered, the latest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn inspirations(
        &self,
        ctx: &Context<'_>,
        linked_project_id: Option<ProjectId>,
        tag: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Inspiration>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let which = InspirationFilter { linked_project_id, tag };
        Ok(connection(inspiration::list(state(ctx), grant, which, page).await?, follows))
    }
}

/// Mutations of inspiration.
#[derive(Default)]
pub struct InspirationMutation;

#[Object]
impl InspirationMutation {
    /// Gathers something.
    async fn create_inspiration(
        &self,
        ctx: &Context<'_>,
        input: NewInspiration,
    ) -> Result<Inspiration, Problem> {
        let grants = (caller(ctx)?.may(EditAsset)?, caller(ctx)?.may(EditInspiration)?);
        Ok(inspiration::create(state(ctx), grants, input).await?)
    }

    /// Changes an inspiration that is at `version`.
    async fn update_inspiration(
        &self,
        ctx: &Context<'_>,
        id: InspirationId,
        version: u32,
        patch: InspirationPatch,
    ) -> Result<InspirationOutcome, Problem> {
        let grant = caller(ctx)?.may(EditInspiration)?;
        Ok(match inspiration::edit(state(ctx), grant, id, version, patch).await? {
            Outcome::Done(one) => InspirationOutcome::Inspiration(Box::new(one)),
            Outcome::Conflict(current) => InspirationOutcome::Conflict(InspirationConflict { current }),
        })
    }

    /// Deletes an inspiration that is at `version`. A file of it stays among the assets.
    async fn delete_inspiration(
        &self,
        ctx: &Context<'_>,
        id: InspirationId,
        version: u32,
    ) -> Result<DeleteInspirationOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteInspiration)?;
        Ok(match inspiration::delete(state(ctx), grant, id, version).await? {
            Outcome::Done(id) => DeleteInspirationOutcome::Deleted(InspirationDeleted { id }),
            Outcome::Conflict(current) => DeleteInspirationOutcome::Conflict(InspirationConflict { current }),
        })
    }

    /// Makes an inspiration that is at `version` a project, or a log of `projectId`.
    async fn convert_inspiration(
        &self,
        ctx: &Context<'_>,
        id: InspirationId,
        version: u32,
        to: Conversion,
        project_id: Option<ProjectId>,
    ) -> Result<ConvertOutcome, Problem> {
        let caller = caller(ctx)?;
        let grants = (
            caller.may(EditInspiration)?,
            caller.may(CreateProject)?,
            caller.may(EditRecord)?,
            caller.may(EditLog)?,
        );
        let to = (to, project_id);
        Ok(match inspiration::convert(state(ctx), grants, (id, version), to).await? {
            Outcome::Done(converted) => {
                let inspiration::Converted { inspiration, record, log } = converted;
                ConvertOutcome::Converted(Box::new(InspirationConverted { inspiration, record, log }))
            }
            Outcome::Conflict(current) => ConvertOutcome::Conflict(InspirationConflict { current }),
        })
    }
}
