//! Whether two databases hold the same rows.

use atelier_base::Scope;

use super::canonical::Sum;
use super::read::{Batch, batch, count};
use super::{Progress, Transfer, TransferStep, TransferTable};
use crate::{Db, Error};

/// What one side has of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// How many rows.
    pub rows: u64,
    /// The sum of the SHA-256 of each row, 64 digits. It does not depend on the order of the rows, nor on the
    /// engine: equal values have equal hashes.
    pub hash: String,
}

/// Both sides of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The table.
    pub table: &'static str,
    /// What the source has.
    pub source: Side,
    /// What the target has.
    pub target: Side,
}

impl Proof {
    /// Whether both sides have the same rows.
    pub fn holds(&self) -> bool {
        self.source == self.target
    }

    /// That all of them hold.
    ///
    /// # Errors
    /// [`Error::TransferDiffers`] with the tables that don't.
    pub fn check(proofs: &[Self]) -> Result<(), Error> {
        let tables: Vec<&str> = proofs.iter().filter(|one| !one.holds()).map(|one| one.table).collect();
        if tables.is_empty() { Ok(()) } else { Err(Error::TransferDiffers { tables: tables.join(", ") }) }
    }
}

impl Transfer {
    /// Reads every row of both sides and sums them up, table by table. Nothing is changed.
    ///
    /// # Errors
    /// [`Error::TransferRefused`] for a table that is not there, or a row that can't be read.
    pub async fn prove(
        &self,
        everyone: Scope,
        (source, target): (&Db, &Db),
        mut progress: impl FnMut(Progress),
    ) -> Result<Vec<Proof>, Error> {
        let mut proofs = Vec::with_capacity(self.tables.len());
        for table in self.tables {
            let of = count(source, everyone, table).await?;
            let (step, name) = (TransferStep::Proving, table.name);
            let tell = |rows| progress(Progress { step, table: name, rows, of, is_done: false });
            let (source, target) = tokio::try_join!(
                self.sum(everyone, source, table, tell),
                self.sum(everyone, target, table, |_| ())
            )?;
            progress(Progress { step, table: name, rows: source.rows, of, is_done: true });
            proofs.push(Proof { table: table.name, source, target });
        }
        Ok(proofs)
    }

    async fn sum(
        &self,
        everyone: Scope,
        db: &Db,
        table: &TransferTable,
        mut tell: impl FnMut(u64),
    ) -> Result<Side, Error> {
        let (mut sum, mut after) = (Sum::default(), None::<Vec<_>>);
        loop {
            let Batch { rows, last } = batch(db, everyone, table, after.as_deref(), self.at_once).await?;
            for row in &rows {
                sum.add(table, row)?;
            }
            if last.is_none() || rows.len() < self.at_once {
                return Ok(Side { rows: sum.rows, hash: sum.digits() });
            }
            tell(sum.rows);
            after = last;
        }
    }
}
