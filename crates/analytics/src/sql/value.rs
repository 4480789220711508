//! Values of the engine as JSON.

use datafusion::arrow::array::{Array, AsArray as _};
use datafusion::arrow::datatypes::{
    DataType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use datafusion::arrow::error::ArrowError;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use serde_json::Value;

use super::{Answer, ResultColumn, Table};
use crate::Error;

/// The rows as JSON values.
pub(super) fn table(answer: &Answer) -> Result<Table, Error> {
    let fields = answer.schema.fields().iter();
    let columns =
        fields.map(|field| ResultColumn { name: field.name().clone(), kind: field.data_type().to_string() });
    let mut table = Table { columns: columns.collect(), rows: Vec::new(), truncated: answer.truncated };
    for batch in &answer.batches {
        let start = table.rows.len();
        table.rows.resize_with(start + batch.num_rows(), Vec::new);
        for array in batch.columns() {
            let values = values(array).map_err(|error| Error::Unavailable(error.to_string()))?;
            for (row, value) in table.rows[start..].iter_mut().zip(values) {
                row.push(value);
            }
        }
    }
    Ok(table)
}

/// The values of one column. A number that JSON has no word for, such as infinity, is null.
fn values(array: &dyn Array) -> Result<Vec<Value>, ArrowError> {
    macro_rules! primitive {
        ($kind:ty) => {
            Ok(array.as_primitive::<$kind>().iter().map(Value::from).collect())
        };
    }
    match array.data_type() {
        DataType::Null => Ok(vec![Value::Null; array.len()]),
        DataType::Boolean => Ok(array.as_boolean().iter().map(Value::from).collect()),
        DataType::Int8 => primitive!(Int8Type),
        DataType::Int16 => primitive!(Int16Type),
        DataType::Int32 => primitive!(Int32Type),
        DataType::Int64 => primitive!(Int64Type),
        DataType::UInt8 => primitive!(UInt8Type),
        DataType::UInt16 => primitive!(UInt16Type),
        DataType::UInt32 => primitive!(UInt32Type),
        DataType::UInt64 => primitive!(UInt64Type),
        DataType::Float32 => primitive!(Float32Type),
        DataType::Float64 => primitive!(Float64Type),
        _ => text(array),
    }
}

fn text(array: &dyn Array) -> Result<Vec<Value>, ArrowError> {
    let options = FormatOptions::default();
    let formatter = ArrayFormatter::try_new(array, &options)?;
    let value = |row: usize| {
        if array.is_null(row) {
            return Ok(Value::Null);
        }
        formatter.value(row).try_to_string().map(Value::String)
    };
    (0..array.len()).map(value).collect()
}
