//! What the lake keeps, as data: declared datasets, their columns, and the month as partition.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use atelier_base::Date;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};

/// A dataset: one table of the lake, for every tenant.
#[derive(Debug)]
pub struct Dataset {
    /// The table's name in SQL and the folder's in the lake: small letters, digits and `_`.
    pub name: &'static str,
    /// What a row is.
    pub purpose: &'static str,
    /// Its columns. In SQL [`Dataset::MONTH`] follows them. New ones go to the end: files that lack them read as null.
    pub columns: &'static [Column],
}

/// A column of a dataset. Every column may be null.
#[derive(Debug)]
pub struct Column {
    /// The name, in small letters, digits and `_`.
    pub name: &'static str,
    /// What its values are.
    pub kind: ColumnKind,
    /// What it says, with its unit.
    pub purpose: &'static str,
}

/// The kinds of values, and how rows have them in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A string.
    Text,
    /// A whole number of 64 bits.
    Integer,
    /// A number.
    Real,
    /// True or false.
    Boolean,
    /// A day: `"2026-03-14"`.
    Date,
    /// An instant in UTC, kept in milliseconds: `"2026-03-14T09:30:00Z"`.
    Instant,
}

impl ColumnKind {
    fn data_type(self) -> DataType {
        match self {
            Self::Text => DataType::Utf8,
            Self::Integer => DataType::Int64,
            Self::Real => DataType::Float64,
            Self::Boolean => DataType::Boolean,
            Self::Date => DataType::Date32,
            Self::Instant => DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
        }
    }
}

impl Dataset {
    /// The column that every dataset has besides its own: the month of the partition, as `2026-03`.
    pub const MONTH: &'static str = "month";

    /// The schema of the files.
    pub(crate) fn stored(&self) -> SchemaRef {
        Arc::new(Schema::new(self.fields()))
    }

    /// The schema of the table: the month is in the folder's name, and last here.
    pub(crate) fn table(&self) -> SchemaRef {
        let mut fields = self.fields();
        fields.push(Field::new(Self::MONTH, DataType::Utf8, false));
        Arc::new(Schema::new(fields))
    }

    fn fields(&self) -> Vec<Field> {
        self.columns.iter().map(|column| Field::new(column.name, column.kind.data_type(), true)).collect()
    }

    /// What is wrong with the declaration.
    pub(crate) fn faults(&self) -> Vec<String> {
        let plain = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        let mut faults = Vec::new();
        if !plain(self.name) {
            faults.push(format!("dataset {}: the name is not of a-z 0-9 _", self.name));
        }
        for (position, column) in self.columns.iter().enumerate() {
            let twice = self.columns[..position].iter().any(|other| other.name == column.name);
            if !plain(column.name) || twice || column.name == Self::MONTH || column.name == "tenant" {
                faults.push(format!("dataset {}: column {} has no name of its own", self.name, column.name));
            }
        }
        faults
    }
}

/// A month of the calendar: the partition that is written as a whole. Its text is `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// Text that is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a month such as 2026-03")]
pub struct MonthError;

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        let day = jiff::civil::Date::from(day);
        Self { year: day.year(), month: day.month() }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        format!("{text}-01").parse::<Date>().map(Self::of).map_err(|_| MonthError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_text_of_one_form() {
        for good in ["2026-03", "0001-12", "9999-01"] {
            assert_eq!(good.parse::<Month>().unwrap().to_string(), good);
        }
        for bad in ["", "2026", "2026-13", "2026-3", "2026-03-01", "26-03", "2026/03", "../2026-03"] {
            assert_eq!(bad.parse::<Month>(), Err(MonthError), "{bad}");
        }
    }

    #[test]
    fn faults_of_a_declaration_are_named() {
        const COLUMNS: &[Column] = &[
            Column { name: "minutes", kind: ColumnKind::Integer, purpose: "" },
            Column { name: "minutes", kind: ColumnKind::Integer, purpose: "" },
            Column { name: "month", kind: ColumnKind::Text, purpose: "" },
            Column { name: "tenant", kind: ColumnKind::Text, purpose: "" },
        ];
        assert_eq!(Dataset { name: "Logs", purpose: "", columns: COLUMNS }.faults().len(), 4);
        assert_eq!(Dataset { name: "logs", purpose: "", columns: &COLUMNS[..1] }.faults(), [""; 0]);
    }
}
