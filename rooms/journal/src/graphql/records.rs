//! Art records and the field library.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{ProjectId, Timestamp};
use atelier_projects::permissions::{CreateProject, EditProject, ReadProject};
use atelier_projects::{self as projects, Project};

use super::state;
use crate::Outcome;
use crate::field::{self, CustomField, CustomFieldPatch, NewCustomField};
use crate::permissions::{EditFields, EditRecord, ReadJournal};
use crate::record::{
    self, ArtRecord, ArtRecordPatch, ArtStatus, NewArtProject, RecordFilter, RecordProgress,
};

#[ComplexObject]
impl ArtRecord {
    /// When it goes to the archive by itself.
    #[graphql(name = "expiresAt")]
    async fn expires(&self) -> Option<Timestamp> {
        self.expires_at.map(|seconds| Timestamp::from_millis(seconds.saturating_mul(1_000)))
    }

    /// The project that it belongs to.
    async fn project(&self, ctx: &Context<'_>) -> Result<Project, Problem> {
        let grant = caller(ctx)?.may(ReadProject)?;
        Ok(projects::get(&state(ctx).projects, grant, self.project_id).await?)
    }

    /// How far it is, counted anew.
    #[graphql(complexity = 20)]
    async fn progress(&self, ctx: &Context<'_>) -> Result<RecordProgress, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(record::progress(state(ctx), grant, self.project_id).await?)
    }
}

/// The changed record, or what is stored instead.
#[derive(Union)]
pub(crate) enum ArtRecordOutcome {
    Record(Box<ArtRecord>),
    Conflict(ArtRecordConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct ArtRecordConflict {
    current: Box<ArtRecord>,
}

impl From<Outcome<ArtRecord>> for ArtRecordOutcome {
    fn from(outcome: Outcome<ArtRecord>) -> Self {
        match outcome {
            Outcome::Done(record) => Self::Record(Box::new(record)),
            Outcome::Conflict(current) => Self::Conflict(ArtRecordConflict { current }),
        }
    }
}

/// The changed field, or what is stored instead.
#[derive(Union)]
pub(crate) enum CustomFieldOutcome {
    Field(CustomField),
    Conflict(CustomFieldConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct CustomFieldConflict {
    current: Box<CustomField>,
}

/// Queries of art records.
#[derive(Default)]
pub struct RecordQuery;

#[Object]
impl RecordQuery {
    /// Art records of the current tenant, the newest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn art_records(
        &self,
        ctx: &Context<'_>,
        status: Option<ArtStatus>,
        #[graphql(default)] archived: bool,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, ArtRecord>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let records = record::list(state(ctx), grant, RecordFilter { status, archived }, page).await?;
        Ok(connection(records, follows))
    }

    /// The art record of a project; at version 0 when the project has none yet, null without such a project.
    async fn art_record(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
    ) -> Result<Option<ArtRecord>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(record::get(state(ctx), grant, project_id).await?)
    }

    /// The fields that a record can have, in their order.
    async fn field_library(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] retired: bool,
    ) -> Result<Vec<CustomField>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(field::library(state(ctx), grant, retired).await?)
    }
}

/// Mutations of art records.
#[derive(Default)]
pub struct RecordMutation;

#[Object]
impl RecordMutation {
    /// Makes a project and its art record.
    async fn create_art_project(
        &self,
        ctx: &Context<'_>,
        input: NewArtProject,
    ) -> Result<ArtRecord, Problem> {
        let grants = (caller(ctx)?.may(CreateProject)?, caller(ctx)?.may(EditRecord)?);
        Ok(record::create(state(ctx), grants, input).await?)
    }

    /// Changes a record that is at `version`; a new title is the project's new name as well.
    async fn update_art_record(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        version: u32,
        patch: ArtRecordPatch,
    ) -> Result<ArtRecordOutcome, Problem> {
        let grants = (caller(ctx)?.may(EditProject)?, caller(ctx)?.may(EditRecord)?);
        Ok(record::edit(state(ctx), grants, project_id, version, patch).await?.into())
    }

    /// Adds a field to the library.
    async fn add_custom_field(
        &self,
        ctx: &Context<'_>,
        input: NewCustomField,
    ) -> Result<CustomField, Problem> {
        let grant = caller(ctx)?.may(EditFields)?;
        Ok(field::add(state(ctx), grant, input).await?)
    }

    /// Changes a field that is at `version`: its label, choices, unit, description and place, and whether it is
    /// retired.
    async fn update_custom_field(
        &self,
        ctx: &Context<'_>,
        key: String,
        version: u32,
        patch: CustomFieldPatch,
    ) -> Result<CustomFieldOutcome, Problem> {
        let grant = caller(ctx)?.may(EditFields)?;
        Ok(match field::edit(state(ctx), grant, &key, version, patch).await? {
            Outcome::Done(field) => CustomFieldOutcome::Field(field),
            Outcome::Conflict(current) => CustomFieldOutcome::Conflict(CustomFieldConflict { current }),
        })
    }
}
