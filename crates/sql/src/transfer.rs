//! From one engine to the other: the rows of named tables are copied into PostgreSQL, and the copy is proved.
//!
//! A batch of rows and the place that it reached are one transaction on the target, so that a copy that was
//! killed goes on where it was, and nothing is there twice. Triggers don't run while a batch is copied: what they
//! keep, such as counts, is copied like any other column. The proof reads both sides anew.

mod canonical;
mod copy;
mod encode;
mod ledger;
mod proof;
mod read;

pub use proof::{Proof, Side};

use crate::{Migrations, Value, ValueKind};

/// Rows that are read and copied at once, at most.
const AT_ONCE: usize = 5_000;

/// A table whose rows are copied.
#[derive(Clone, Copy, Debug)]
pub struct TransferTable {
    /// Its name on both engines.
    pub name: &'static str,
    /// Columns that no two rows share, of the kinds text, number and id; best those of an index.
    pub key: &'static [&'static str],
    /// Every column that both engines have, those of the key and the tenant's included.
    pub columns: &'static [(&'static str, ValueKind)],
}

impl TransferTable {
    /// The kind of a column of the key; a text when there is no such column, which the statement then tells.
    fn kind(&self, column: &str) -> ValueKind {
        let found = self.columns.iter().find(|(name, _)| *name == column);
        found.map_or(ValueKind::Text, |(_, kind)| *kind)
    }

    /// The key of a row, for people.
    fn name_of(&self, row: &[Value]) -> String {
        let named = self.columns.iter().zip(row).filter(|((name, _), _)| self.key.contains(name));
        named.map(|((name, _), value)| format!("{name} {value:?}")).collect::<Vec<_>>().join(", ")
    }
}

/// What is copied from one database to another.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    /// The schema that makes the tables.
    pub schema: Migrations,
    /// The tables: each after those that its foreign keys name.
    pub tables: &'static [TransferTable],
    /// Rows that are read and copied at once.
    pub at_once: usize,
}

impl Transfer {
    /// A transfer of those tables, in batches of the usual size.
    pub const fn of(schema: Migrations, tables: &'static [TransferTable]) -> Self {
        Self { schema, tables, at_once: AT_ONCE }
    }
}

/// How far a transfer is. It is told after each batch, when that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: TransferStep,
    /// The table.
    pub table: &'static str,
    /// Rows of it that are done; more than `of` when rows were added meanwhile.
    pub rows: u64,
    /// Rows of it in the source.
    pub of: u64,
    /// Whether that was the last batch of the table.
    pub is_done: bool,
}

/// What a transfer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferStep {
    /// Rows are copied.
    Copying,
    /// Both sides are read and compared.
    Proving,
}
