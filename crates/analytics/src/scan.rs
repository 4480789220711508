//! A dataset of one tenant as a table of the engine. It is made for one query, from the tenant's own files, and nothing in it
//! can name another file.
//!
//! Months that the query can't mean are not opened, and of the others only the columns that it asks for are decoded.

use std::sync::Arc;

use async_trait::async_trait;
use atelier_base::Scope;
use bytes::Bytes;
use datafusion::arrow::array::{ArrayRef, RecordBatch, RecordBatchOptions, StringArray, new_null_array};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::ScalarValue;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryReservation};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::{BinaryExpr, Expr, Operator, TableProviderFilterPushDown, TableType};
use datafusion::parquet::arrow::ProjectionMask;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::{PartitionStream, StreamingTableExec};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::runtime::Handle;

use crate::lake::File;
use crate::{Dataset, Lake};

/// One tenant's files of one dataset.
#[derive(Clone, Debug)]
pub(crate) struct Scan {
    pub(crate) lake: Lake,
    pub(crate) scope: Scope,
    pub(crate) files: Vec<File>,
    /// The runtime that the store of files belongs to: the engine's own ends with the query.
    pub(crate) store: Handle,
    /// What is read of the files: columns of the table in its order.
    pub(crate) schema: SchemaRef,
}

impl Scan {
    pub(crate) fn new(lake: &Lake, scope: Scope, dataset: &Dataset, files: Vec<File>, store: Handle) -> Self {
        Self { lake: lake.clone(), scope, files, store, schema: dataset.table() }
    }
}

#[async_trait]
impl TableProvider for Scan {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> Result<Vec<TableProviderFilterPushDown>> {
        // The engine filters again: here whole files are left out, never rows.
        Ok(vec![TableProviderFilterPushDown::Inexact; filters.len()])
    }

    async fn scan(
        &self,
        _state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let asked = projection.cloned().unwrap_or_else(|| (0..self.schema.fields().len()).collect());
        let mut read = asked.clone();
        read.sort_unstable();
        read.dedup();
        let order = asked.iter().filter_map(|column| read.binary_search(column).ok()).collect();
        let mut part = self.clone();
        part.schema = Arc::new(self.schema.project(&read)?);
        part.files.retain(|file| {
            let month = file.month.to_string();
            filters.iter().all(|filter| may_hold(filter, &month))
        });
        let schema = part.schema.clone();
        // One stream: a query has one thread.
        let exec = StreamingTableExec::try_new(schema, vec![Arc::new(part)], Some(&order), [], false, limit)?;
        Ok(Arc::new(exec))
    }
}

impl PartitionStream for Scan {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, context: Arc<TaskContext>) -> SendableRecordBatchStream {
        let scan = self.clone();
        let batches = stream::iter(self.files.clone())
            .then(move |file| scan.clone().open(file, context.clone()))
            .map_ok(stream::iter)
            .try_flatten();
        Box::pin(RecordBatchStreamAdapter::new(self.schema.clone(), batches))
    }
}

impl Scan {
    /// The batches of a file, whose bytes are counted against the memory of the query while it is read.
    async fn open(
        self,
        file: File,
        context: Arc<TaskContext>,
    ) -> Result<impl Iterator<Item = Result<RecordBatch>>> {
        let (lake, scope, named) = (self.lake.clone(), self.scope, file.clone());
        let bytes = self.store.spawn(async move { lake.read(scope, &named).await }).await;
        let bytes = bytes
            .map_err(|error| DataFusionError::External(Box::new(error)))?
            .map_err(|error| DataFusionError::External(Box::new(error)))?;
        let held = MemoryConsumer::new("file of the lake").register(context.memory_pool());
        held.try_grow(bytes.len())?;
        self.decode(bytes, &file, context.session_config().batch_size(), held)
    }

    fn decode(
        self,
        bytes: Bytes,
        file: &File,
        rows: usize,
        held: MemoryReservation,
    ) -> Result<impl Iterator<Item = Result<RecordBatch>> + use<>> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(bytes)?;
        let stored = builder.schema().clone();
        let wanted = self.schema.fields().iter().filter_map(|field| stored.index_of(field.name()).ok());
        let mask = ProjectionMask::roots(builder.parquet_schema(), wanted);
        let reader = builder.with_projection(mask).with_batch_size(rows).build()?;
        let month = file.month.to_string();
        Ok(reader.map(move |batch| {
            // The bytes are held as long as the reader.
            let _held = &held;
            shape(&batch?, &self.schema, &month)
        }))
    }
}

/// The batch with the columns of the schema: the month as it stands in the folder's name, and null for columns that are younger
/// than the file.
fn shape(batch: &RecordBatch, schema: &SchemaRef, month: &str) -> Result<RecordBatch> {
    let rows = batch.num_rows();
    let columns = schema.fields().iter().map(|field| -> ArrayRef {
        if field.name() == Dataset::MONTH {
            return Arc::new(StringArray::from_iter_values(std::iter::repeat_n(month, rows)));
        }
        let found = batch.column_by_name(field.name()).cloned();
        found.unwrap_or_else(|| new_null_array(field.data_type(), rows))
    });
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    Ok(RecordBatch::try_new_with_options(schema.clone(), columns.collect(), &options)?)
}

/// Whether rows of that month may pass the filter. What is not a plain comparison of the month may.
fn may_hold(filter: &Expr, month: &str) -> bool {
    let Expr::BinaryExpr(BinaryExpr { left, op, right }) = filter else { return true };
    match op {
        Operator::And => return may_hold(left, month) && may_hold(right, month),
        Operator::Or => return may_hold(left, month) || may_hold(right, month),
        _ => {}
    }
    let (column, literal, op) = match (&**left, &**right) {
        (Expr::Column(column), Expr::Literal(literal, _)) => (column, literal, *op),
        (Expr::Literal(literal, _), Expr::Column(column)) => match op.swap() {
            Some(op) => (column, literal, op),
            None => return true,
        },
        _ => return true,
    };
    let text = match literal {
        ScalarValue::Utf8(Some(text)) | ScalarValue::Utf8View(Some(text)) => text.as_str(),
        _ => return true,
    };
    column.name != Dataset::MONTH
        || match op {
            Operator::Eq => month == text,
            Operator::NotEq => month != text,
            Operator::Lt => month < text,
            Operator::LtEq => month <= text,
            Operator::Gt => month > text,
            Operator::GtEq => month >= text,
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use datafusion::prelude::{col, lit};

    use super::*;

    #[test]
    fn months_that_the_query_does_not_mean_are_left_out() {
        let march = |filter: &Expr| may_hold(filter, "2026-03");
        assert!(march(&col("month").eq(lit("2026-03"))));
        assert!(!march(&col("month").eq(lit("2026-04"))));
        assert!(!march(&lit("2026-04").lt_eq(col("month"))));
        assert!(march(&col("month").gt(lit("2026-02")).and(col("minutes").gt(lit(5)))));
        assert!(!march(&col("month").lt(lit("2026-02")).or(col("month").gt(lit("2026-03")))));
        assert!(march(&col("month").like(lit("2025%"))), "the engine looks at this one");
        assert!(march(&col("project").eq(lit("2026-04"))));
    }
}
