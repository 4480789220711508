//! Queries and scans.

use std::collections::BTreeMap;

use atelier_base::{Cursor, Page};
use atelier_tables::{Cond, Index, Item, Path, Projection, Query, Scan, Select, Table};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::item::selected;
use super::parameters::{choice, keys, no_legacy};
use super::{Answer, Call};
use crate::attribute::{Attributes, put_item, put_items};
use crate::expression::{Kind, Placeholders, condition, key_condition, projection};
use crate::fault::Fault;
use crate::size;

/// A page ends when what was looked at comes to so many bytes.
const PAGE_BYTES: usize = 1_024 * 1_024;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct List {
    table_name: String,
    index_name: Option<String>,
    key_condition_expression: Option<String>,
    filter_expression: Option<String>,
    projection_expression: Option<String>,
    expression_attribute_names: Option<BTreeMap<String, String>>,
    expression_attribute_values: Option<Attributes>,
    exclusive_start_key: Option<Attributes>,
    limit: Option<i64>,
    scan_index_forward: Option<bool>,
    select: Option<String>,
    consistent_read: Option<bool>,
    segment: Option<u32>,
    total_segments: Option<u32>,
    key_conditions: Option<IgnoredAny>,
    query_filter: Option<IgnoredAny>,
    scan_filter: Option<IgnoredAny>,
    attributes_to_get: Option<IgnoredAny>,
    conditional_operator: Option<IgnoredAny>,
}

/// Where the entries come from.
#[derive(Clone)]
enum Source {
    Query(Query),
    Scan(Scan),
}

/// What is done with the entries.
struct Shape {
    table: &'static Table,
    index: Option<&'static Index>,
    filter: Option<Cond>,
    select: Option<Select>,
    count_only: bool,
    limit: Option<usize>,
}

impl Call<'_> {
    pub(super) async fn query(self) -> Answer {
        let mut given: List = self.read()?;
        given.check()?;
        let mut places = given.placeholders("KeyConditionExpression")?;
        let table = self.api.open_table(&given.table_name)?;
        let shape = given.shape(table, &mut places)?;
        let keys = keys(table, shape.index);
        let Some(text) = given.key_condition_expression.as_deref() else {
            return Err(Fault::validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
            ));
        };
        let condition = key_condition(text, keys, &mut places)?;
        places.end()?;
        if let Some(path) =
            shape.filter.as_ref().and_then(|filter| key_path(filter, &|name| keys.contains(name)))
        {
            return Err(Fault::validation(format!(
                "Filter Expression can only contain non-primary key attributes: Primary key attribute: {path}"
            )));
        }
        let query = match shape.index {
            Some(index) => Query::index(table, index.name, condition.hash),
            None => Query::table(table, condition.hash),
        };
        let query = query.range(condition.range);
        let query = if given.scan_index_forward == Some(false) { query.descending() } else { query };
        self.list(Source::Query(query), given.exclusive_start_key, &shape).await
    }

    pub(super) async fn scan(self) -> Answer {
        let mut given: List = self.read()?;
        given.check()?;
        let mut places = given.placeholders("FilterExpression")?;
        let table = self.api.open_table(&given.table_name)?;
        let shape = given.shape(table, &mut places)?;
        places.end()?;
        let scan = match shape.index {
            Some(index) => Scan::index(table, index.name),
            None => Scan::table(table),
        };
        let scan = match (given.segment, given.total_segments) {
            (None, None) => scan,
            (Some(segment), Some(of)) if segment < of && of <= Scan::MAX_SEGMENTS => {
                scan.segment(segment, of)
            }
            (Some(segment), Some(of)) => {
                return Err(Fault::validation(format!(
                    "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than TotalSegments: {of}"
                )));
            }
            (Some(_), None) => {
                return Err(Fault::validation(
                    "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
                ));
            }
            (None, Some(_)) => {
                return Err(Fault::validation(
                    "The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
                ));
            }
        };
        self.list(Source::Scan(scan), given.exclusive_start_key, &shape).await
    }

    /// The page, with the counts that AWS gives: `Limit` counts what was looked at, not what was found.
    async fn list(self, source: Source, start: Option<Attributes>, shape: &Shape) -> Answer {
        let (items, more) = self.walk(source, start.map(|Attributes(keys)| keys), shape.limit).await?;
        let scanned = items.len();
        let last = items.last().filter(|_| more).map(|last| start_key(shape, last));
        let holds = |item: &Item| shape.filter.as_ref().is_none_or(|filter| filter.holds(Some(item)));
        let found: Vec<Item> = items.into_iter().filter(holds).collect();
        let mut out = Vec::with_capacity(64 + found.len() * 512);
        out.push(b'{');
        let count = found.len();
        if !shape.count_only {
            out.extend_from_slice(b"\"Items\":");
            match &shape.select {
                None => put_items(&mut out, &found),
                select => {
                    let found: Vec<_> =
                        found.into_iter().map(|item| selected(item, select.as_ref())).collect();
                    put_items(&mut out, &found);
                }
            }
            out.push(b',');
        }
        out.extend_from_slice(format!("\"Count\":{count},\"ScannedCount\":{scanned}").as_bytes());
        if let Some(last) = last {
            out.extend_from_slice(b",\"LastEvaluatedKey\":");
            put_item(&mut out, &last);
        }
        out.push(b'}');
        Ok(out)
    }

    /// What is looked at for a page, and whether the page ended before the list did.
    async fn walk(
        self,
        source: Source,
        start: Option<Item>,
        limit: Option<usize>,
    ) -> Result<(Vec<Item>, bool), Fault> {
        let limit = limit.unwrap_or(usize::MAX);
        let mut place = start.map(Place::Keys);
        let mut items = Vec::new();
        let mut bytes = 0;
        loop {
            let wanted = (limit - items.len()).min(Query::MAX_LIMIT);
            let page = self.page(source.clone(), place.take(), wanted).await?;
            let full = page.edges.len() == wanted;
            let more = page.has_next;
            place = page.end().cloned().map(Place::After);
            let begin = items.len();
            items.extend(page.into_nodes());
            if items.len() >= limit {
                return Ok((items, true));
            }
            // The port's own page ended at its bytes.
            if !more || !full {
                return Ok((items, more));
            }
            bytes += items[begin..].iter().map(size::of_item).sum::<usize>();
            if bytes >= PAGE_BYTES {
                return Ok((items, true));
            }
        }
    }

    async fn page(self, source: Source, place: Option<Place>, limit: usize) -> Result<Page<Item>, Fault> {
        let page = match source {
            Source::Query(query) => {
                let query = match place {
                    None => query,
                    Some(Place::Keys(keys)) => query.starting_after(keys),
                    Some(Place::After(cursor)) => query.after(Some(cursor)),
                };
                self.api.tables.query(self.api.scope, query.limit(limit)).await
            }
            Source::Scan(scan) => {
                let scan = match place {
                    None => scan,
                    Some(Place::Keys(keys)) => scan.starting_after(keys),
                    Some(Place::After(cursor)) => scan.after(Some(cursor)),
                };
                self.api.tables.scan(self.api.scope, scan.limit(limit)).await
            }
        };
        page.map_err(|error| match error {
            atelier_tables::Error::InvalidQuery { .. } => {
                Fault::validation("The provided starting key is invalid")
            }
            error => error.into(),
        })
    }
}

/// Where a page begins.
enum Place {
    Keys(Item),
    After(Cursor),
}

/// The keys of the entry, of the table and of the index.
fn start_key(shape: &Shape, item: &Item) -> Item {
    let table = keys(shape.table, None);
    let index = shape.index.map(|index| keys(shape.table, Some(index)));
    let all = [Some(table), index].into_iter().flatten();
    let names = all.flat_map(|keys| [Some(keys.hash), keys.range]).flatten();
    names.filter_map(|key| item.get(key.name()).map(|value| (key.name().to_owned(), value.clone()))).collect()
}

impl List {
    fn check(&self) -> Result<(), Fault> {
        no_legacy(&[
            ("KeyConditions", self.key_conditions.is_some()),
            ("QueryFilter", self.query_filter.is_some()),
            ("ScanFilter", self.scan_filter.is_some()),
            ("AttributesToGet", self.attributes_to_get.is_some()),
            ("ConditionalOperator", self.conditional_operator.is_some()),
        ])?;
        match self.limit {
            Some(limit) if limit < 1 => Err(Fault::validation(format!(
                "1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
            ))),
            _ => Ok(()),
        }
    }

    fn placeholders(&mut self, wanted: &str) -> Result<Placeholders, Fault> {
        let any = self.key_condition_expression.is_some()
            || self.filter_expression.is_some()
            || self.projection_expression.is_some();
        let names = self.expression_attribute_names.take();
        Placeholders::new(names, self.expression_attribute_values.take(), any, wanted)
    }

    fn shape(&self, table: &'static Table, places: &mut Placeholders) -> Result<Shape, Fault> {
        let index = self.index_name.as_deref().map(|name| {
            table.index(name).ok_or_else(|| {
                Fault::validation(format!("The table does not have the specified index: {name}"))
            })
        });
        let index = index.transpose()?;
        if index.is_some() && self.consistent_read == Some(true) {
            return Err(Fault::validation("Consistent reads are not supported on global secondary indexes"));
        }
        let filter = self.filter_expression.as_deref();
        let filter = filter.map(|text| condition(Kind::Filter, text, places)).transpose()?;
        let projected = self.projection_expression.as_deref();
        let projected = projected.map(|text| projection(text, places)).transpose()?;
        let words = ["", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"];
        let select = choice("select", self.select.as_deref(), &words)?;
        check_select(select, projected.is_some(), index)?;
        let limit = self.limit.and_then(|limit| usize::try_from(limit).ok());
        Ok(Shape { table, index, filter, select: projected, count_only: select == "COUNT", limit })
    }
}

fn check_select(select: &str, projected: bool, index: Option<&Index>) -> Result<(), Fault> {
    let refuse = |message: String| Err(Fault::validation(message));
    match select {
        "SPECIFIC_ATTRIBUTES" if !projected => {
            refuse("Must specify the ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES".into())
        }
        "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | "COUNT" if projected => {
            refuse(format!("Cannot specify the ProjectionExpression when choosing to get {select}"))
        }
        "ALL_PROJECTED_ATTRIBUTES" if index.is_none() => {
            refuse("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName".into())
        }
        "ALL_ATTRIBUTES" => match index.filter(|index| index.projection != Projection::All) {
            Some(index) => refuse(format!(
                "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index {} because its projection type is not ALL",
                index.name
            )),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// A key attribute that the filter looks at.
fn key_path(filter: &Cond, is_key: &dyn Fn(&str) -> bool) -> Option<String> {
    use atelier_tables::Operand;
    let of_path = |path: &Path| is_key(path.attribute()).then(|| path.attribute().to_owned());
    let of_operand = |operand: &Operand| match operand {
        Operand::Path(path) | Operand::Size(path) => of_path(path),
        Operand::Value(_) => None,
    };
    match filter {
        Cond::Exists(path) | Cond::Missing(path) | Cond::HasType(path, _) => of_path(path),
        Cond::Compare(one, _, two) | Cond::BeginsWith(one, two) | Cond::Contains(one, two) => {
            of_operand(one).or_else(|| of_operand(two))
        }
        Cond::Between(one, two, three) => [one, two, three].into_iter().find_map(of_operand),
        Cond::In(one, others) => of_operand(one).or_else(|| others.iter().find_map(of_operand)),
        Cond::And(all) | Cond::Or(all) => all.iter().find_map(|part| key_path(part, is_key)),
        Cond::Not(part) => key_path(part, is_key),
    }
}
