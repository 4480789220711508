//! Queries, scans and counts: as many requests as it takes to fill a page.
//!
//! What the database may filter it filters; the tenant and the time of expiry are looked at here as well. A
//! filter that names a key attribute, which a query must not, is judged here.

use atelier_base::{Cursor, Edge, Page, Scope};

use super::expression::{Placeholders, attributes};
use super::failure::coded;
use super::plan::{belongs, is_expired};
use super::request::alive;
use super::value::{Attributes, received_item, sent_item};
use super::{DynamoDb, tenant_of};
use crate::embedded::plan::check_scope;
use crate::embedded::{codec, keys, mark, projected};
use crate::read::{Segment, Start};
use crate::{Attribute, Cond, Count, Error, Index, Item, KeyRange, Path, Query, Scan, Select, Table, Value};

/// Items that a page with something in it looks at before it ends.
const MAX_EXAMINED: usize = 10_000;

/// What a list is of.
struct List {
    table: &'static Table,
    index: Option<&'static Index>,
    extent: Extent,
    filter: Option<Cond>,
    select: Option<Select>,
    limit: usize,
    tenant: Option<String>,
    now: i64,
    mark: [u8; 8],
}

enum Extent {
    Partition {
        hash: Value,
        range: KeyRange,
        descending: bool,
    },
    Whole(Segment),
    /// A range that can hold nothing, which the database would refuse.
    Empty,
}

/// One answer of the database.
struct Part {
    items: Vec<Item>,
    /// How many it looked at.
    examined: usize,
    /// Where it stopped; none at the end of the list.
    end: Option<Attributes>,
}

/// The expressions of a list's requests.
struct Expressions {
    keys: Option<String>,
    filter: Option<String>,
    projection: Option<String>,
    placeholders: Placeholders,
}

impl List {
    fn key_attributes(&self) -> Vec<Attribute> {
        let table = [Some(self.table.hash), self.table.range];
        let index = self.index.map(|index| [Some(index.hash), index.range]).unwrap_or_default();
        table.into_iter().chain(index).flatten().collect()
    }

    fn is_key(&self, name: &str) -> bool {
        self.key_attributes().iter().any(|attribute| attribute.name() == name)
    }

    /// Whether the database takes the condition as a filter: that of a query names no key.
    fn may_send(&self, condition: &Cond) -> bool {
        let mut named = Vec::new();
        attributes(condition, &mut named);
        matches!(self.extent, Extent::Whole(_)) || !named.iter().any(|name| self.is_key(name))
    }

    fn judged_here(&self) -> Option<&Cond> {
        self.filter.as_ref().filter(|filter| !self.may_send(filter))
    }

    fn expressions(&self) -> Expressions {
        let mut placeholders = Placeholders::default();
        let keys = match &self.extent {
            Extent::Partition { hash, range, .. } => {
                let (hash_key, range_key) = match self.index {
                    Some(index) => (index.hash, index.range),
                    None => (self.table.hash, self.table.range),
                };
                Some(placeholders.keys((hash_key.name(), hash), range_key, range))
            }
            Extent::Whole(_) | Extent::Empty => None,
        };
        let own = self.tenant.as_deref().map(|tenant| Cond::eq(Table::TENANT, tenant));
        let alive = self.table.ttl.map(|ttl| alive(ttl, self.now));
        let filters: Vec<_> = [own, alive, self.filter.clone()]
            .into_iter()
            .flatten()
            .filter(|condition| self.may_send(condition))
            .collect();
        let filter = (!filters.is_empty()).then(|| placeholders.condition(&Cond::And(filters)));
        let projection = self.wanted_paths().map(|paths| placeholders.projection(&paths));
        Expressions { keys, filter, projection, placeholders }
    }

    /// What the database has to send; none for everything.
    fn wanted_paths(&self) -> Option<Vec<Path>> {
        let select = self.select.as_ref().filter(|_| self.judged_here().is_none())?;
        // Whole attributes: the places of a list must be those of the item when the parts are chosen here.
        let wanted = select.paths().iter().map(Path::attribute);
        let names = self.key_attributes();
        let needed = names.iter().map(Attribute::name).chain([Table::TENANT]).chain(self.table.ttl);
        let mut paths: Vec<Path> = wanted.map(Path::from).chain(needed.map(Path::from)).collect();
        paths.sort();
        paths.dedup();
        Some(paths)
    }

    /// Whether the scope may know of the item.
    fn sees(&self, item: &Item) -> bool {
        belongs(self.tenant.as_deref(), item) && !is_expired(self.table, self.now, item)
    }

    /// As the index has it.
    fn projected(&self, item: Item) -> Item {
        match self.index.and_then(|index| projected(self.table, index)) {
            Some(projection) => projection.of(&item),
            None => item,
        }
    }

    fn selected(&self, item: Item) -> Item {
        match &self.select {
            Some(select) => select.of(&item),
            None => item,
        }
    }

    fn cursor(&self, item: &Item) -> Cursor {
        let mut bytes = self.mark.to_vec();
        bytes.extend(codec::encode(&self.place(item)));
        Cursor::from_bytes(bytes)
    }

    /// The keys alone.
    fn place(&self, item: &Item) -> Item {
        let names = self.key_attributes();
        Select::attributes(names.iter().map(Attribute::name)).of(item)
    }

    /// Where the first request begins.
    fn start(&self, start: &Start) -> Result<Attributes, Error> {
        match start {
            Start::Keys(keys) => {
                let invalid = |reason: String| Error::InvalidQuery { table: self.table.name, reason };
                self.check_place(keys).map_err(invalid)?;
                Ok(sent_item(&self.place(keys)))
            }
            Start::Cursor(cursor) => {
                let body = cursor.as_bytes().strip_prefix(&self.mark).ok_or(Error::InvalidCursor)?;
                let keys = codec::decode(body).map_err(|_| Error::InvalidCursor)?;
                self.check_place(&keys).map_err(|_| Error::InvalidCursor)?;
                Ok(sent_item(&self.place(&keys)))
            }
        }
    }

    fn check_place(&self, item: &Item) -> Result<(), String> {
        keys::of_item(self.table, item)?;
        let hash = match self.index {
            Some(index) => {
                keys::of_index(index, item)?
                    .ok_or_else(|| format!("the keys of index {} are missing", index.name))?;
                index.hash
            }
            None => self.table.hash,
        };
        match &self.extent {
            Extent::Partition { hash: wanted, .. } if item.get(hash.name()) != Some(wanted) => {
                Err("the keys are of another partition".into())
            }
            _ => Ok(()),
        }
    }
}

impl DynamoDb {
    pub(crate) async fn query(&self, scope: Scope, mut query: Query) -> Result<Page<Item>, Error> {
        let after = query.after.take();
        let list = self.list_of_query(scope, query)?;
        Box::pin(self.page(&list, after)).await
    }

    pub(crate) async fn scan(&self, scope: Scope, mut scan: Scan) -> Result<Page<Item>, Error> {
        let after = scan.after.take();
        let list = self.list_of_scan(scope, scan)?;
        Box::pin(self.page(&list, after)).await
    }

    /// Items are counted as they are seen, so that what is another tenant's isn't counted as looked at.
    pub(crate) async fn count(&self, scope: Scope, mut query: Query) -> Result<Count, Error> {
        let after = query.after.take();
        let mut list = self.list_of_query(scope, query)?;
        let filter = list.filter.take();
        if filter.is_none() {
            list.select = Some(Select::attributes([Table::TENANT]));
        }
        let mut after = after.map(|after| list.start(&after)).transpose()?;
        let (expressions, mut count) = (list.expressions(), Count::default());
        loop {
            let part = Box::pin(self.part_of(&list, &expressions, after, None)).await?;
            let seen = part.items.into_iter().filter(|item| list.sees(item)).map(|item| list.projected(item));
            for item in seen {
                count.scanned += 1;
                count.count += u64::from(filter.as_ref().is_none_or(|filter| filter.holds(Some(&item))));
            }
            match part.end {
                Some(end) => after = Some(end),
                None => return Ok(count),
            }
        }
    }

    fn list_of_query(&self, scope: Scope, query: Query) -> Result<List, Error> {
        let table = query.table;
        let invalid = |reason| Error::InvalidQuery { table: table.name, reason };
        let index = self.listed(scope, table, query.index, query.limit)?;
        let (hash, range) = index.map_or((table.hash, table.range), |index| (index.hash, index.range));
        let hash_bytes = keys::hash_bytes(hash, &query.hash).map_err(invalid)?;
        let bounds = keys::bounds(range, &query.range).map_err(invalid)?;
        let tenant = tenant_of(scope);
        let parts = [table.name, query.index.unwrap_or(""), tenant.as_deref().unwrap_or("")];
        let parts = parts.map(str::as_bytes);
        let mark = mark(&[parts[0], parts[1], parts[2], &hash_bytes]);
        let extent = if bounds.low >= bounds.high {
            Extent::Empty
        } else {
            Extent::Partition { hash: query.hash, range: query.range, descending: query.descending }
        };
        let (filter, select, limit, now) = (query.filter, query.select, query.limit, self.seconds());
        Ok(List { table, index, extent, filter, select, limit, tenant, now, mark })
    }

    fn list_of_scan(&self, scope: Scope, scan: Scan) -> Result<List, Error> {
        let table = scan.table;
        let index = self.listed(scope, table, scan.index, scan.limit)?;
        let Segment { position, of } = scan.segment;
        if !(1..=Scan::MAX_SEGMENTS).contains(&of) || position >= of {
            let reason = format!("there is no segment {position} of {of}");
            return Err(Error::InvalidQuery { table: table.name, reason });
        }
        let tenant = tenant_of(scope);
        let parts = ["scan", table.name, scan.index.unwrap_or(""), tenant.as_deref().unwrap_or("")];
        let parts = parts.map(str::as_bytes);
        let segment = [position.to_be_bytes(), of.to_be_bytes()].concat();
        let mark = mark(&[parts[0], parts[1], parts[2], parts[3], &segment]);
        let extent = Extent::Whole(scan.segment);
        let (filter, select, limit, now) = (scan.filter, scan.select, scan.limit, self.seconds());
        Ok(List { table, index, extent, filter, select, limit, tenant, now, mark })
    }

    fn listed(
        &self,
        scope: Scope,
        table: &'static Table,
        index: Option<&str>,
        limit: usize,
    ) -> Result<Option<&'static Index>, Error> {
        self.check_open("read")?;
        check_scope(scope, table)?;
        let invalid = |reason| Error::InvalidQuery { table: table.name, reason };
        if !(1..=Query::MAX_LIMIT).contains(&limit) {
            return Err(invalid(format!("the limit is 1 to {}, not {limit}", Query::MAX_LIMIT)));
        }
        self.declared(table)?;
        let found =
            |name: &str| table.index(name).ok_or_else(|| invalid(format!("there is no index {name}")));
        index.map(found).transpose()
    }

    async fn page(&self, list: &List, after: Option<Start>) -> Result<Page<Item>, Error> {
        let mut after = after.map(|after| list.start(&after)).transpose()?;
        let expressions = list.expressions();
        let mut edges: Vec<Edge<Item>> = Vec::new();
        let (mut examined, mut ask) = (0, 0);
        loop {
            // One more than is wanted tells whether there is a next page. A filter that lets little through
            // asks for twice as much each time.
            let wanted = list.limit - edges.len() + 1;
            ask = wanted.max(ask * 2).min(MAX_EXAMINED - examined);
            let part = self.part_of(list, &expressions, after, Some(ask)).await?;
            examined += part.examined;
            for item in part.items {
                let cursor = list.cursor(&item);
                if !list.sees(&item) {
                    continue;
                }
                let item = list.projected(item);
                if list.judged_here().is_none_or(|filter| filter.holds(Some(&item))) {
                    edges.push(Edge { cursor, node: list.selected(item) });
                }
            }
            if edges.len() > list.limit {
                edges.truncate(list.limit);
                return Ok(Page { edges, has_next: true });
            }
            let Some(end) = part.end else { return Ok(Page { edges, has_next: false }) };
            // Less than was asked for and not the end: a megabyte was read.
            if part.examined < ask || examined >= MAX_EXAMINED {
                if let Some(edge) = edges.last_mut() {
                    // The next page does not look at the same items again.
                    edge.cursor = list.cursor(&received_item(end)?);
                    return Ok(Page { edges, has_next: true });
                }
                (examined, ask) = (0, 0);
            }
            after = Some(end);
        }
    }

    async fn part_of(
        &self,
        list: &List,
        expressions: &Expressions,
        after: Option<Attributes>,
        limit: Option<usize>,
    ) -> Result<Part, Error> {
        let limit = limit.map(|limit| i32::try_from(limit).unwrap_or(i32::MAX));
        let (names, values) = (expressions.placeholders.names(), expressions.placeholders.values());
        let (name, index) = (self.physical(list.table), list.index.map(|index| index.name.to_owned()));
        // An index can't be asked to be up to date.
        let consistent = list.index.is_none();
        let failed = |error: Error| match error {
            // The key of a cursor lies outside the range that is now asked for.
            Error::InvalidQuery { reason, .. } if reason.contains("starting key") => Error::InvalidCursor,
            error => error,
        };
        let (items, examined, end) = match &list.extent {
            Extent::Empty => (None, 0, None),
            Extent::Partition { descending, .. } => {
                let call = self.client.query().table_name(name).set_index_name(index);
                let call = call.consistent_read(consistent).scan_index_forward(!descending).set_limit(limit);
                let call = call.set_key_condition_expression(expressions.keys.clone());
                let call = call.set_filter_expression(expressions.filter.clone());
                let call = call.set_projection_expression(expressions.projection.clone());
                let call = call.set_expression_attribute_names(names).set_expression_attribute_values(values);
                let call = call.set_exclusive_start_key(after);
                let got = self.patience.ask(true, || Box::pin(call.clone().send())).await;
                let got = got.map_err(|error| failed(coded("read", list.table.name, &error)))?;
                (got.items, got.scanned_count, got.last_evaluated_key)
            }
            Extent::Whole(segment) => {
                let call = self.client.scan().table_name(name).set_index_name(index);
                let call = call.consistent_read(consistent).set_limit(limit);
                let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
                let call = call.segment(number(segment.position)).total_segments(number(segment.of));
                let call = call.set_filter_expression(expressions.filter.clone());
                let call = call.set_projection_expression(expressions.projection.clone());
                let call = call.set_expression_attribute_names(names).set_expression_attribute_values(values);
                let call = call.set_exclusive_start_key(after);
                let got = self.patience.ask(true, || Box::pin(call.clone().send())).await;
                let got = got.map_err(|error| failed(coded("read", list.table.name, &error)))?;
                (got.items, got.scanned_count, got.last_evaluated_key)
            }
        };
        let items = items.unwrap_or_default().into_iter().map(received_item).collect::<Result<_, _>>()?;
        let end = end.filter(|end| !end.is_empty());
        Ok(Part { items, examined: usize::try_from(examined).unwrap_or(0), end })
    }
}
