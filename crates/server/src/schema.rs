//! The GraphQL schema: the roots of all rooms, merged.

use async_graphql::{MergedObject, MergedSubscription, SchemaBuilder};
use atelier_accounts::graphql as accounts;
use atelier_factory::graphql as factory;
use atelier_journal::graphql as journal;
use atelier_projects::graphql as projects;

use crate::App;
use crate::app::actions;
use crate::audit::graphql as audit;
use crate::jobs::graphql as jobs;

/// What can be read.
#[derive(MergedObject, Default)]
pub struct Query(accounts::Query, audit::Query, factory::Query, jobs::Query, journal::Query, projects::Query);

/// What can be changed.
#[derive(MergedObject, Default)]
pub struct Mutation(
    accounts::Mutation,
    factory::Mutation,
    jobs::Mutation,
    journal::Mutation,
    projects::Mutation,
);

/// What can be followed live.
#[derive(MergedSubscription, Default)]
pub struct Subscription(
    factory::Subscription,
    jobs::Subscription,
    journal::Subscription,
    projects::Subscription,
);

/// The schema that the server executes.
pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// Deeper documents are refused; the UI's deepest has 6 levels.
const DEPTH: usize = 16;
/// Documents that could touch more fields are refused: a page of 200 with all fields of its
/// entries several times over.
const COMPLEXITY: usize = 20_000;

/// The schema over an opened server.
pub fn schema(app: &App) -> Schema {
    builder()
        .data(app.accounts.clone())
        .data(app.factory.clone())
        .data(app.jobs.clone())
        .data(app.journal.clone())
        .data(app.projects.clone())
        .data(app.trail.clone())
        .data(accounts::AllActions(actions()))
        .finish()
}

/// The schema definition, in GraphQL's own language.
pub(crate) fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new().sorted_fields().sorted_enum_items();
    let mut text = builder().finish().sdl_with_options(options);
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn builder() -> SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .limit_depth(DEPTH)
        .limit_complexity(COMPLEXITY)
}
