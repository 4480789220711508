//! Items whose time has come, and records of changes that are old.

use atelier_base::{Scope, Timestamp};

use super::changes;
use super::plan::{Deed, Plan, Planned, Trim};
use super::{Embedded, codec, keys};
use crate::{Change, Error, Expired, Key};

impl Embedded {
    /// The first so many items that have expired, the longest ago of each table first.
    pub(crate) fn expired(&self, scope: Scope, limit: usize) -> Result<Vec<Expired>, Error> {
        let now = self.clock.now().as_seconds();
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let failed = self.file.failed("read");
        self.readers.with(|connection| {
            let mut found = Vec::new();
            for slot in self.layout.slots() {
                let Some(expiry) = &slot.expiry else { continue };
                let left = i64::try_from(limit.saturating_sub(found.len())).unwrap_or(i64::MAX);
                let mut statement = connection.prepare_cached(&expiry.due).map_err(&failed)?;
                let mut rows = statement.query([now, left]).map_err(&failed)?;
                while let Some(row) = rows.next().map_err(&failed)? {
                    let owner =
                        row.get_ref(0).and_then(|owner| Ok(owner.as_str_or_null()?)).map_err(&failed)?;
                    if tenant.is_some() && owner != tenant.as_deref() {
                        continue;
                    }
                    let body = row.get_ref(1).and_then(|body| Ok(body.as_blob()?)).map_err(&failed)?;
                    let item = codec::decode(body).map_err(|_| self.file.malformed_body())?;
                    let table = slot.table;
                    let key = Key::of(table, &item).ok_or_else(|| self.file.malformed_body())?;
                    found.push(Expired { table, key, item });
                }
            }
            Ok(found)
        })
    }

    /// Deletes those of them that are still expired: one that was written anew stays. Says how many went.
    pub(crate) async fn bury(&self, expired: &[Expired]) -> Result<usize, Error> {
        let mut buried = 0;
        for some in expired.chunks(crate::Write::MAX) {
            let planned = some
                .iter()
                .filter_map(|expired| {
                    let slot = self.layout.position(expired.table)?;
                    let key = keys::of_key(expired.table, &expired.key).ok()?;
                    Some(Planned::new(slot, key, Deed::Bury))
                })
                .collect();
            let written = self.carry_out(Plan::own(self.clock.now(), planned)).await?;
            // What is still there afterwards was written anew.
            buried += written.iter().filter(|written| written.after.is_none()).count();
        }
        Ok(buried)
    }

    pub(crate) async fn trim_changes(&self, older_than: Timestamp, limit: usize) -> Result<bool, Error> {
        let trim = Trim { older_than, limit };
        let plan = Plan { trim: Some(trim), ..Plan::own(self.clock.now(), Vec::new()) };
        self.carry_out(plan).await?;
        self.readers.with(|connection| changes::is_left(connection, trim, &self.file))
    }

    /// Makes each item what it was after the change. One change after the other: several may be of one item.
    pub(crate) async fn replay(&self, changes: Vec<Change>) -> Result<(), Error> {
        for change in changes {
            let Some(slot) = self.layout.position(change.table) else { continue };
            let Ok(key) = keys::of_key(change.table, &change.key) else { continue };
            let planned = Planned::new(slot, key, Deed::Replay(change.after));
            self.carry_out(Plan::own(change.at, vec![planned])).await?;
        }
        Ok(())
    }
}
