//! SQL over one tenant's lake, to read only.
//!
//! A query runs in an engine of its own, which knows the tenant's tables and nothing else: what it can't name it can't read. One
//! statement is taken, and only a query. It has one thread of the pool for blocking work, so that it never holds up requests,
//! and limits of time, memory and result.

mod value;

use std::sync::Arc;
use std::time::Duration;

use atelier_base::Scope;
use bytes::Bytes;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::csv::WriterBuilder;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::tree_node::{Transformed, TreeNode as _};
use datafusion::config::Dialect;
use datafusion::error::DataFusionError;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::coop::CooperativeExec;
use datafusion::physical_plan::{ExecutionPlan, execute_stream};
use datafusion::prelude::{DataFrame, SQLOptions, SessionConfig, SessionContext};
use datafusion::sql::parser::Statement as Parsed;
use datafusion::sql::sqlparser::ast::Statement;
use futures_util::StreamExt as _;
use serde::Serialize;
use tokio::runtime::Handle;

use crate::lake::parquet;
use crate::scan::Scan;
use crate::{Error, Lake};

/// Functions that make long texts out of nothing, which the engine does not count as memory.
const LEFT_OUT: &[&str] = &["lpad", "repeat", "rpad"];

/// What a query may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may run, without the wait for its turn.
    pub time: Duration,
    /// Bytes that it may hold while it runs.
    pub memory: usize,
    /// Rows of the result; more are cut off.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), memory: 256 << 20, rows: 10_000 }
    }
}

/// A column of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultColumn {
    /// The name, as the query gives it.
    pub name: String,
    /// The kind of values, in the engine's words: `Int64`, `Utf8`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The result of a query.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What the values of each row are.
    pub columns: Vec<ResultColumn>,
    /// The rows. Numbers and booleans are themselves, days and instants are text.
    pub rows: Vec<Vec<serde_json::Value>>,
    /// Whether rows were cut off.
    pub truncated: bool,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a line of names.
    Csv,
    /// A Parquet file.
    Parquet,
}

/// Batches of a result, cut at the limit of rows.
struct Answer {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    truncated: bool,
}

impl Lake {
    /// Runs one query over the tenant's tables.
    pub async fn sql(&self, scope: Scope, text: &str, limits: Limits) -> Result<Table, Error> {
        self.run(scope, text, limits, |answer| value::table(&answer)).await
    }

    /// The result of one query as a file, and whether rows were cut off.
    pub async fn export(
        &self,
        scope: Scope,
        text: &str,
        limits: Limits,
        format: Format,
    ) -> Result<(Bytes, bool), Error> {
        let write = move |answer: Answer| {
            let bytes = match format {
                Format::Csv => csv(&answer).map_err(|error| Error::Unavailable(error.to_string())),
                Format::Parquet => parquet(&answer.schema, &answer.batches)
                    .map_err(|error| Error::Unavailable(error.to_string())),
            };
            bytes.map(|bytes| (Bytes::from(bytes), answer.truncated))
        };
        self.run(scope, text, limits, write).await
    }

    async fn run<T: Send + 'static>(
        &self,
        scope: Scope,
        text: &str,
        limits: Limits,
        finish: impl FnOnce(Answer) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let mut tables = Vec::new();
        for dataset in self.datasets() {
            let files = self.files(scope, dataset).await?;
            tables.push((dataset.name, Scan::new(self, scope, dataset, files, Handle::current())));
        }
        let text = text.to_owned();
        let turn = self.queries().acquire_owned().await.map_err(|e| Error::Unavailable(e.to_string()))?;
        let work = move || {
            let _turn = turn;
            let unavailable = |error: std::io::Error| Error::Unavailable(error.to_string());
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(unavailable)?;
            let query = query(tables, &text, limits);
            let answer = runtime.block_on(async { tokio::time::timeout(limits.time, query).await });
            finish(answer.map_err(|_| Error::TooSlow)??)
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Unavailable(error.to_string()))?
    }
}

async fn query(tables: Vec<(&str, Scan)>, text: &str, limits: Limits) -> Result<Answer, Error> {
    let context = engine(limits).map_err(Error::of_query)?;
    for (name, table) in tables {
        context.register_table(name, Arc::new(table)).map_err(Error::of_query)?;
    }
    let plan = plan(&context, text).await?;
    let frame = DataFrame::new(context.state(), plan);
    let task = Arc::new(frame.task_ctx());
    let plan = frame.create_physical_plan().await.and_then(yielding).map_err(Error::of_query)?;
    let batches = execute_stream(plan, task).map_err(Error::of_query)?;
    collect(batches, limits).await.map_err(Error::of_query)
}

/// The plan with joins that give way now and then: out of two batches they make as many as they like without
/// asking for another, and the limit of time would never be looked at.
fn yielding(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>, DataFusionError> {
    let wrapped = plan.transform_up(|node| {
        let joins = 1 < node.children().len();
        Ok(if joins {
            Transformed::yes(Arc::new(CooperativeExec::new(node)) as _)
        } else {
            Transformed::no(node)
        })
    });
    wrapped.map(|wrapped| wrapped.data)
}

/// An engine without tables, files on disk, or a way to make either.
fn engine(limits: Limits) -> Result<SessionContext, DataFusionError> {
    let mut config = SessionConfig::new().with_target_partitions(1).with_information_schema(true);
    config.options_mut().sql_parser.collect_spans = true;
    let no_files = DiskManagerBuilder::default().with_mode(DiskManagerMode::Disabled);
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_limit(limits.memory, 1.0)
        .with_disk_manager_builder(no_files)
        .build_arc()?;
    let context = SessionContext::new_with_config_rt(config, runtime);
    for name in LEFT_OUT {
        context.deregister_udf(name);
    }
    Ok(context)
}

/// The plan of the text, if it is one query.
async fn plan(context: &SessionContext, text: &str) -> Result<LogicalPlan, Error> {
    let state = context.state();
    let parsed = state.sql_to_statement(text, &Dialect::Generic).map_err(Error::of_query)?;
    let reads = matches!(&parsed, Parsed::Statement(statement) if matches!(**statement, Statement::Query(_)));
    if !reads {
        return Err(Error::ReadOnly);
    }
    let plan = state.statement_to_plan(parsed).await.map_err(Error::of_query)?;
    // A query can hold a change in it; the engine's own check looks at every node.
    let only_reads =
        SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    only_reads.verify_plan(&plan).map_err(|_| Error::ReadOnly)?;
    Ok(plan)
}

async fn collect(mut stream: SendableRecordBatchStream, limits: Limits) -> Result<Answer, DataFusionError> {
    let mut answer = Answer { schema: stream.schema(), batches: Vec::new(), truncated: false };
    let (mut left, mut bytes) = (limits.rows, 0);
    while let Some(batch) = stream.next().await {
        let batch = batch?;
        answer.truncated = left < batch.num_rows();
        let batch = batch.slice(0, left.min(batch.num_rows()));
        left -= batch.num_rows();
        bytes += batch.get_array_memory_size();
        if limits.memory < bytes {
            return Err(DataFusionError::ResourcesExhausted("the result".to_owned()));
        }
        answer.batches.push(batch);
        if answer.truncated {
            break;
        }
    }
    Ok(answer)
}

fn csv(answer: &Answer) -> Result<Vec<u8>, datafusion::arrow::error::ArrowError> {
    let mut bytes = Vec::new();
    let mut writer = WriterBuilder::new().with_header(true).build(&mut bytes);
    if answer.batches.is_empty() {
        writer.write(&RecordBatch::new_empty(answer.schema.clone()))?;
    }
    for batch in &answer.batches {
        writer.write(batch)?;
    }
    drop(writer);
    Ok(bytes)
}
