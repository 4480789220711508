//! Figures, and questions in SQL.

use async_graphql::{Context, Object, SimpleObject};
use atelier_analytics::{Limits, Table};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::{Date, ProjectId};

use super::state;
use crate::Error;
use crate::insights::{self, Insights, Period};
use crate::permissions::ReadJournal;

/// What a question in SQL found.
#[derive(SimpleObject)]
pub(crate) struct SqlResult {
    columns: Vec<SqlColumn>,
    /// Each an array with a value a column.
    rows: Vec<serde_json::Value>,
    /// Whether there were more rows than are shown.
    truncated: bool,
}

/// A column of a result.
#[derive(SimpleObject)]
pub(crate) struct SqlColumn {
    name: String,
    /// The kind of its values, in the engine's words.
    r#type: String,
}

impl From<Table> for SqlResult {
    fn from(table: Table) -> Self {
        let column =
            |column: atelier_analytics::ResultColumn| SqlColumn { name: column.name, r#type: column.kind };
        Self {
            columns: table.columns.into_iter().map(column).collect(),
            rows: table.rows.into_iter().map(serde_json::Value::Array).collect(),
            truncated: table.truncated,
        }
    }
}

/// A table that a question may name.
#[derive(SimpleObject)]
pub(crate) struct SqlTable {
    name: String,
    /// What a row is.
    purpose: String,
    columns: Vec<SqlTableColumn>,
}

/// A column of a table.
#[derive(SimpleObject)]
pub(crate) struct SqlTableColumn {
    name: String,
    /// What it says, with its unit.
    purpose: String,
}

/// Queries of figures.
#[derive(Default)]
pub struct InsightQuery;

#[Object]
impl InsightQuery {
    /// Where the hours and the materials went.
    #[graphql(complexity = "200 + child_complexity")]
    async fn insights(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Result<Insights, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(insights::insights(state(ctx), grant, Period { project: project_id, from, to }).await?)
    }

    /// Answers a question in SQL over the tenant's lake, which follows the journal within minutes.
    #[graphql(complexity = "200 + child_complexity")]
    async fn sql(&self, ctx: &Context<'_>, query: String) -> Result<SqlResult, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let found = state(ctx).lake.sql(grant.scope(), &query, Limits::default()).await;
        Ok(found.map_err(Error::from)?.into())
    }

    /// The tables that a question may name.
    #[expect(clippy::unused_async, reason = "a resolver is asynchronous, whatever it does")]
    async fn sql_tables(&self, ctx: &Context<'_>) -> Result<Vec<SqlTable>, Problem> {
        caller(ctx)?.may(ReadJournal)?;
        let tables = state(ctx).lake.datasets().iter().map(|dataset| SqlTable {
            name: dataset.name.to_owned(),
            purpose: dataset.purpose.to_owned(),
            columns: dataset
                .columns
                .iter()
                .map(|column| SqlTableColumn {
                    name: column.name.to_owned(),
                    purpose: column.purpose.to_owned(),
                })
                .collect(),
        });
        Ok(tables.collect())
    }
}
