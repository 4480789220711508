//! What engines differ in, and what those above may ask of them.

use super::{Engine, Tables};
use crate::Error;

/// What an engine can do beyond what all can; or what somebody needs of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a list of things that are there or not")]
pub struct Capabilities {
    /// Writes of several items, all or none, and reads of several at one moment.
    pub transactions: bool,
    /// A query of an index sees every write that returned before it.
    pub strong_index_reads: bool,
    /// The change stream of this port.
    pub changes: bool,
    /// Backup while running, and restore to any moment, by this program.
    pub point_in_time: bool,
}

impl Capabilities {
    /// Nothing beyond what every engine can.
    pub const NONE: Self =
        Self { transactions: false, strong_index_reads: false, changes: false, point_in_time: false };
    /// Everything.
    pub const ALL: Self =
        Self { transactions: true, strong_index_reads: true, changes: true, point_in_time: true };

    /// The first of the needs that is not there.
    pub fn lacks(self, needs: Self) -> Option<&'static str> {
        [
            ("transactions", self.transactions, needs.transactions),
            ("strong_index_reads", self.strong_index_reads, needs.strong_index_reads),
            ("changes", self.changes, needs.changes),
            ("point_in_time", self.point_in_time, needs.point_in_time),
        ]
        .into_iter()
        .find(|(_, has, needed)| *needed && !has)
        .map(|(name, _, _)| name)
    }
}

impl Tables {
    /// What this store's engine can do.
    pub fn capabilities(&self) -> Capabilities {
        match &self.engine {
            Engine::Embedded(_) => Capabilities::ALL,
            #[cfg(feature = "dynamodb")]
            Engine::DynamoDb(engine) => engine.capabilities(),
        }
    }

    /// Refuses an engine that lacks what somebody needs: to be asked at the start.
    ///
    /// # Errors
    /// [`Error::Lacking`].
    pub fn require(&self, who: &str, needs: Capabilities) -> Result<(), Error> {
        match self.capabilities().lacks(needs) {
            Some(what) => Err(Error::Lacking { who: who.into(), what }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_need_that_is_not_met_is_named() {
        let has = Capabilities { transactions: true, ..Capabilities::NONE };
        assert_eq!(has.lacks(Capabilities::NONE), None);
        assert_eq!(has.lacks(has), None);
        assert_eq!(has.lacks(Capabilities { changes: true, ..has }), Some("changes"));
        assert_eq!(Capabilities::ALL.lacks(Capabilities::ALL), None);
    }
}
