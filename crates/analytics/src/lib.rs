//! Figures over a tenant's records: a lake of Parquet files in the blobs, SQL over it, and the arithmetic of insights.
//!
//! A room declares its datasets as constants, [`Dataset`], and its export job hands the [`Lake`] all rows of a month at once.
//! The files lie in folders that Athena and Trino read as they are; here `DataFusion` reads them, for one tenant at
//! a time and within [`Limits`]. No signature names the engine.
//!
//! It knows no room and no noun, keeps nothing but the files, and never asks the stores for records: the rows are given to it.
//! Start with `lake.rs` for how a month is written, with `sql.rs` for what a query may do, and with [`insights`] for
//! the figures that are sums over days rather than queries.

mod dataset;
mod error;
pub mod insights;
mod lake;
mod scan;
mod sql;

pub use dataset::{Column, ColumnKind, Dataset, Month, MonthError};
pub use error::{Error, Position, codes};
pub use lake::Lake;
pub use sql::{Format, Limits, ResultColumn, Table};
