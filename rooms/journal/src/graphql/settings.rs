//! Settings of the journal, and the tenant's own words.

use async_graphql::{Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::caller;

use super::state;
use crate::Outcome;
use crate::permissions::{EditSettings, EditTerms, ReadJournal};
use crate::settings::{self, JournalSettings, JournalSettingsPatch};
use crate::terms::{self, Term};

/// The changed settings, or what is stored instead.
#[derive(Union)]
pub(crate) enum JournalSettingsOutcome {
    Settings(JournalSettings),
    Conflict(JournalSettingsConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct JournalSettingsConflict {
    current: Box<JournalSettings>,
}

/// Queries of settings and words.
#[derive(Default)]
pub struct SettingsQuery;

#[Object]
impl SettingsQuery {
    /// The settings of the tenant's journal.
    async fn journal_settings(&self, ctx: &Context<'_>) -> Result<JournalSettings, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(settings::get(state(ctx), grant.scope(), grant.tenant()).await?)
    }

    /// The tenant's own words, by the alphabet; the first thousand.
    async fn terms(&self, ctx: &Context<'_>) -> Result<Vec<Term>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(terms::list(state(ctx), grant.scope(), grant.tenant()).await?)
    }
}

/// Mutations of settings and words.
#[derive(Default)]
pub struct SettingsMutation;

#[Object]
impl SettingsMutation {
    /// Changes settings that are at `version`.
    async fn update_journal_settings(
        &self,
        ctx: &Context<'_>,
        version: u32,
        patch: JournalSettingsPatch,
    ) -> Result<JournalSettingsOutcome, Problem> {
        let grant = caller(ctx)?.may(EditSettings)?;
        Ok(match settings::edit(state(ctx), grant, version, patch).await? {
            Outcome::Done(settings) => JournalSettingsOutcome::Settings(settings),
            Outcome::Conflict(current) => {
                JournalSettingsOutcome::Conflict(JournalSettingsConflict { current })
            }
        })
    }

    /// Teaches a word, or gives a known one another meaning. `kind` is material, technique, colour or project.
    async fn teach_term(
        &self,
        ctx: &Context<'_>,
        term: String,
        canonical: Option<String>,
        kind: String,
    ) -> Result<Term, Problem> {
        let grant = caller(ctx)?.may(EditTerms)?;
        Ok(terms::teach(state(ctx), grant, &term, canonical, &kind).await?)
    }

    /// Forgets a word; whether there was one.
    async fn forget_term(&self, ctx: &Context<'_>, term: String) -> Result<bool, Problem> {
        let grant = caller(ctx)?.may(EditTerms)?;
        Ok(terms::forget(state(ctx), grant, &term).await?)
    }
}
