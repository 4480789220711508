//! Reads, on the calling thread.

use atelier_base::{Page, Scope};
use rusqlite::Connection;

use super::keys::{self, KeyBytes};
use super::layout::{IndexSlot, Slot};
use super::walk::{self, Extent, Found, Look, Pause, Place};
use super::{Embedded, changes, codec, invalid_query, plan};
use crate::read::{Segment, Start};
use crate::{Change, Count, Error, Get, Index, Item, Key, Position, Projection, Query, Scan, Select, Table};

/// A key that is looked up.
struct Wanted<'a> {
    slot: &'a Slot,
    key: KeyBytes,
}

impl Embedded {
    pub(crate) fn get(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<Option<Item>, Error> {
        let wanted = self.wanted(scope, table, key)?;
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        self.readers.with(|connection| self.find(connection, tenant.as_deref(), &wanted))
    }

    /// All of them as they were at one moment.
    pub(crate) fn get_all(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let wanted =
            gets.iter().map(|get| self.wanted(scope, get.table, &get.key)).collect::<Result<Vec<_>, _>>()?;
        let failed = self.file.failed("read");
        let found: Vec<_> = self.readers.with(|connection| {
            // Rolled back when it is dropped, which is the end of a read.
            let _moment = connection.unchecked_transaction().map_err(&failed)?;
            wanted.iter().map(|wanted| self.find(connection, tenant.as_deref(), wanted)).collect()
        })?;
        let selected = |(item, get): (Option<Item>, Get)| match (item, get.select) {
            (Some(item), Some(select)) => Some(select.of(&item)),
            (item, _) => item,
        };
        Ok(found.into_iter().zip(gets).map(selected).collect())
    }

    fn wanted(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<Wanted<'_>, Error> {
        plan::check_scope(scope, table)?;
        let slot = self.layout.find(table)?;
        let key = keys::of_key(table, key).map_err(invalid_query(table))?;
        Ok(Wanted { slot, key })
    }

    fn find(
        &self,
        connection: &Connection,
        tenant: Option<&str>,
        wanted: &Wanted<'_>,
    ) -> Result<Option<Item>, Error> {
        let Wanted { slot, key } = wanted;
        let failed = self.file.failed("read");
        let mut statement = connection.prepare_cached(&slot.get).map_err(&failed)?;
        let mut rows = statement.query((&key.hash, &key.range)).map_err(&failed)?;
        let Some(row) = rows.next().map_err(&failed)? else { return Ok(None) };
        let owner = row.get_ref(1).and_then(|owner| Ok(owner.as_str_or_null()?)).map_err(&failed)?;
        if tenant.is_some() && owner != tenant {
            return Ok(None);
        }
        let body = row.get_ref(2).and_then(|body| Ok(body.as_blob()?)).map_err(&failed)?;
        let item = codec::decode(body).map_err(|_| self.file.malformed_body())?;
        let expired = slot.table.ttl.is_some()
            && slot.expires_at(&item).is_some_and(|at| at <= self.clock.now().as_seconds());
        Ok(Some(item).filter(|_| !expired))
    }

    pub(crate) async fn query(&self, scope: Scope, mut query: Query) -> Result<Page<Item>, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let after = query.after.take();
        let look = self.look_at_query(scope, query, tenant.as_deref())?;
        self.page(&look, after).await
    }

    pub(crate) async fn scan(&self, scope: Scope, mut scan: Scan) -> Result<Page<Item>, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let after = scan.after.take();
        let look = self.look_at_scan(scope, scan, tenant.as_deref())?;
        self.page(&look, after).await
    }

    async fn page(&self, look: &Look<'_>, after: Option<Start>) -> Result<Page<Item>, Error> {
        let mut after = after.map(|after| self.place(look, &after)).transpose()?;
        loop {
            let found = self.readers.with(|connection| look.read(connection, after.as_ref(), &self.file))?;
            match found {
                Found::Page(page) => return Ok(page),
                Found::NothingUntil(place) => after = Some(place),
            }
            Pause(false).await;
        }
    }

    pub(crate) async fn count(&self, scope: Scope, mut query: Query) -> Result<Count, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let after = query.after.take();
        let look = self.look_at_query(scope, query, tenant.as_deref())?;
        let mut after = after.map(|after| self.place(&look, &after)).transpose()?;
        let mut count = Count::default();
        loop {
            let counted =
                |connection: &Connection| look.count(connection, after.as_ref(), &mut count, &self.file);
            match self.readers.with(counted)? {
                Some(place) => after = Some(place),
                None => return Ok(count),
            }
            Pause(false).await;
        }
    }

    fn look_at_query<'a>(
        &'a self,
        scope: Scope,
        query: Query,
        tenant: Option<&'a str>,
    ) -> Result<Look<'a>, Error> {
        let table = query.table;
        let invalid = invalid_query(table);
        let (slot, index) = self.listed(scope, table, query.index, query.limit)?;
        let (hash, range) = match index {
            Some(index) => (index.index.hash, index.index.range),
            None => (table.hash, table.range),
        };
        let hash = keys::hash_bytes(hash, &query.hash).map_err(&invalid)?;
        let bounds = keys::bounds(range, &query.range).map_err(&invalid)?;
        let parts = [table.name, query.index.unwrap_or(""), tenant.unwrap_or("")].map(str::as_bytes);
        let mark = walk::mark(&[parts[0], parts[1], parts[2], &hash]);
        let extent = Extent::Partition { hash, bounds, descending: query.descending };
        let look = self.look(slot, index, tenant, mark, extent);
        Ok(Look { filter: query.filter, select: query.select, limit: query.limit, ..look })
    }

    fn look_at_scan<'a>(
        &'a self,
        scope: Scope,
        scan: Scan,
        tenant: Option<&'a str>,
    ) -> Result<Look<'a>, Error> {
        let table = scan.table;
        let (slot, index) = self.listed(scope, table, scan.index, scan.limit)?;
        let Segment { position, of } = scan.segment;
        if !(1..=Scan::MAX_SEGMENTS).contains(&of) || position >= of {
            let reason = format!("there is no segment {position} of {of}");
            return Err(Error::InvalidQuery { table: table.name, reason });
        }
        let parts = ["scan", table.name, scan.index.unwrap_or(""), tenant.unwrap_or("")].map(str::as_bytes);
        let segment = [position.to_be_bytes(), of.to_be_bytes()].concat();
        let mark = walk::mark(&[parts[0], parts[1], parts[2], parts[3], &segment]);
        let look = self.look(slot, index, tenant, mark, Extent::Whole(scan.segment));
        Ok(Look { filter: scan.filter, select: scan.select, limit: scan.limit, ..look })
    }

    /// What a list is of.
    fn listed(
        &self,
        scope: Scope,
        table: &'static Table,
        index: Option<&str>,
        limit: usize,
    ) -> Result<(&Slot, Option<&IndexSlot>), Error> {
        plan::check_scope(scope, table)?;
        if !(1..=Query::MAX_LIMIT).contains(&limit) {
            let reason = format!("the limit is 1 to {}, not {limit}", Query::MAX_LIMIT);
            return Err(Error::InvalidQuery { table: table.name, reason });
        }
        let slot = self.layout.find(table)?;
        let index = index.map(|name| slot.index(name)).transpose()?;
        Ok((slot, index))
    }

    fn look<'a>(
        &self,
        slot: &'a Slot,
        index: Option<&'a IndexSlot>,
        tenant: Option<&'a str>,
        mark: [u8; 8],
        extent: Extent,
    ) -> Look<'a> {
        Look {
            table: slot.table,
            walk: index.map_or(&slot.walk, |index| &index.walk),
            prefix: index.map(|_| slot.prefix(tenant)),
            extent,
            projection: index.and_then(|index| projected(slot.table, index.index)),
            filter: None,
            select: None,
            limit: Query::MAX_LIMIT,
            tenant,
            now: self.clock.now().as_seconds(),
            mark,
        }
    }

    /// Where a page begins, as a place of the list.
    fn place(&self, look: &Look<'_>, start: &Start) -> Result<Place, Error> {
        let keys = match start {
            Start::Cursor(cursor) => return look.place(cursor),
            Start::Keys(keys) => keys,
        };
        let table = look.table;
        let slot = self.layout.find(table)?;
        let key = keys::of_item(table, keys).map_err(invalid_query(table))?;
        let whole = matches!(look.extent, Extent::Whole(_));
        let Some(index) = slot.indexes.iter().find(|index| std::ptr::eq(&raw const index.walk, look.walk))
        else {
            let hash = if whole { key.hash } else { Vec::new() };
            return Ok(Place { hash, range: key.range, id: 0 });
        };
        let missing = || invalid_query(table)(format!("the keys of index {} are missing", index.index.name));
        let KeyBytes { hash, range } =
            keys::of_index(index.index, keys).map_err(invalid_query(table))?.ok_or_else(missing)?;
        let failed = self.file.failed("read");
        let id = self.readers.with(|connection| {
            let mut statement = connection.prepare_cached(&slot.get).map_err(&failed)?;
            let mut rows = statement.query((&key.hash, &key.range)).map_err(&failed)?;
            // Of an item that is gone, the page goes on with all that share its sort key.
            rows.next().map_err(&failed)?.map_or(Ok(0), |row| row.get(0)).map_err(&failed)
        })?;
        Ok(Place { hash: if whole { hash } else { Vec::new() }, range, id })
    }

    pub(crate) fn changes(
        &self,
        scope: Scope,
        tables: &[&'static Table],
        after: u64,
        limit: usize,
    ) -> Result<Vec<Change>, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let tables: Vec<_> = tables.iter().copied().filter(|table| table.stream).collect();
        let wanted = changes::Wanted { tenant: tenant.as_deref(), tables: Some(&tables), after, limit };
        self.readers.with(|connection| changes::read(connection, &self.layout, &self.file, &wanted))
    }

    pub(crate) fn latest_position(&self) -> Result<Position, Error> {
        let latest = self.readers.with(|connection| changes::latest(connection, &self.file))?;
        Ok(latest.map_or(Position::START, Position::of_number))
    }
}

/// What queries of an index return; none for everything.
pub(crate) fn projected(table: &'static Table, index: &'static Index) -> Option<Select> {
    let more: &[&str] = match index.projection {
        Projection::All => return None,
        Projection::KeysOnly => &[],
        Projection::Include(more) => more,
    };
    let keys = [Some(table.hash), table.range, Some(index.hash), index.range];
    let keys = keys.into_iter().flatten().map(|attribute| attribute.name());
    // The time of expiry is looked at before the projection.
    Some(Select::attributes(
        keys.collect::<Vec<_>>().into_iter().chain([Table::TENANT]).chain(more.iter().copied()),
    ))
}
