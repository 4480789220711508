//! The tables in the database: compared with the declarations, made, and extended.
//!
//! Missing tables, indexes, times of expiry and streams are made. A table or index of another key is refused:
//! nothing here ever deletes. An index that nobody declares is only warned of.

use std::collections::BTreeMap;
use std::fmt;

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::operation::create_table::CreateTableError;
use aws_sdk_dynamodb::operation::describe_table::DescribeTableError;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, CreateGlobalSecondaryIndexAction, GlobalSecondaryIndex,
    GlobalSecondaryIndexDescription, GlobalSecondaryIndexUpdate, IndexStatus, KeySchemaElement, KeyType,
    Projection as SdkProjection, ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType,
    TableDescription, TableStatus, TimeToLiveSpecification, TimeToLiveStatus,
};

use super::DynamoDb;
use super::failure::coded;
use crate::{Attribute, Error, Index, Projection, Table};

/// How often a table is looked at until it is ready: with a second between, more than the database takes for
/// an index over many items.
const LOOKS: u32 = 3_600;

/// Something that has to be done to the database.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "its display says what each is")]
pub enum Step {
    CreateTable { name: String, table: &'static str },
    CreateIndex { name: String, index: &'static str },
    ExpireBy { name: String, attribute: &'static str },
    Stream { name: String },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreateTable { name, .. } => write!(f, "make table {name}"),
            Self::CreateIndex { name, index } => write!(f, "make index {index} of table {name}"),
            Self::ExpireBy { name, attribute } => {
                write!(f, "let items of table {name} expire by {attribute}")
            }
            Self::Stream { name } => write!(f, "switch on the stream of table {name}"),
        }
    }
}

/// The steps in words; none when there are none.
pub(super) fn listing(steps: &[Step]) -> Option<String> {
    let words: Vec<_> = steps.iter().map(ToString::to_string).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// What is missing. Refuses what differs and can't be made right without loss.
pub(super) async fn plan(engine: &DynamoDb) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::new();
    for table in &engine.tables {
        let name = engine.physical(table);
        let Some(found) = describe(engine, &name).await? else {
            steps.push(Step::CreateTable { name: name.clone(), table: table.name });
            steps.extend(table.ttl.map(|attribute| Step::ExpireBy { name, attribute }));
            continue;
        };
        steps.extend(differences(table, &name, &found)?);
        if let Some(attribute) = table.ttl {
            steps.extend(expiry_step(engine, name, attribute).await?);
        }
    }
    Ok(steps)
}

async fn expiry_step(
    engine: &DynamoDb,
    name: String,
    attribute: &'static str,
) -> Result<Option<Step>, Error> {
    let call = engine.client.describe_time_to_live().table_name(&name);
    let found = engine.patience.ask(true, || Box::pin(call.clone().send())).await;
    let found = found.map_err(|error| coded("compare tables", "", &error))?.time_to_live_description;
    let Some(found) = found else { return Ok(Some(Step::ExpireBy { name, attribute })) };
    let on =
        matches!(found.time_to_live_status, Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling));
    match found.attribute_name {
        Some(other) if on && other != attribute => {
            let reason = format!("items of table {name} expire by {other} and not by {attribute}");
            Err(Error::Mismatch { reason })
        }
        Some(_) if on => Ok(None),
        _ => Ok(Some(Step::ExpireBy { name, attribute })),
    }
}

/// Steps for a table that is there.
fn differences(table: &Table, name: &str, found: &TableDescription) -> Result<Vec<Step>, Error> {
    let types: BTreeMap<_, _> = found
        .attribute_definitions()
        .iter()
        .map(|definition| (definition.attribute_name(), definition.attribute_type()))
        .collect();
    let same = |schema: &[KeySchemaElement], hash: Attribute, range: Option<Attribute>| {
        let wanted = std::iter::once((hash, KeyType::Hash)).chain(range.map(|range| (range, KeyType::Range)));
        let wanted: Vec<_> = wanted.collect();
        wanted.len() == schema.len()
            && wanted.iter().zip(schema).all(|((attribute, kind), element)| {
                element.attribute_name() == attribute.name()
                    && element.key_type() == kind
                    && types.get(attribute.name()) == Some(&&scalar(*attribute))
            })
    };
    let refused = |reason: String| Err(Error::Mismatch { reason });
    if !same(found.key_schema(), table.hash, table.range) {
        return refused(format!("table {name} has another key than it is declared with"));
    }
    let indexes = found.global_secondary_indexes();
    let mut steps = Vec::new();
    for index in table.indexes {
        let Some(other) = indexes.iter().find(|other| other.index_name() == Some(index.name)) else {
            steps.push(Step::CreateIndex { name: name.to_owned(), index: index.name });
            continue;
        };
        if !same(other.key_schema(), index.hash, index.range) {
            return refused(format!("index {} of table {name} has another key than declared", index.name));
        }
        if let Some(missing) = not_projected(table, index, other) {
            return refused(format!("index {} of table {name} lacks the attribute {missing}", index.name));
        }
    }
    for extra in indexes.iter().filter_map(GlobalSecondaryIndexDescription::index_name) {
        if table.index(extra).is_none() {
            tracing::warn!(
                table = name,
                index = extra,
                "nobody declares this index; it costs at every write"
            );
        }
    }
    let streams = found.stream_specification().is_some_and(|stream| stream.stream_enabled);
    if table.stream && !streams {
        steps.push(Step::Stream { name: name.to_owned() });
    }
    Ok(steps)
}

/// An attribute that queries of the index need and that it doesn't carry.
fn not_projected(
    table: &Table,
    index: &Index,
    found: &GlobalSecondaryIndexDescription,
) -> Option<&'static str> {
    let has = found.projection()?;
    if has.projection_type() == Some(&ProjectionType::All) {
        return None;
    }
    if index.projection == Projection::All {
        return Some("(all)");
    }
    let carried = has.non_key_attributes();
    carried_by(table, index).into_iter().find(|name| !carried.iter().any(|carried| carried == name))
}

/// What an index carries besides the keys: the tenant and the time of expiry, which every query looks at, and
/// what it includes.
fn carried_by(table: &Table, index: &Index) -> Vec<&'static str> {
    let keys = [Some(table.hash), table.range, Some(index.hash), index.range];
    let is_key = |name: &&str| keys.iter().flatten().any(|key| key.name() == *name);
    let included: &[&str] = if let Projection::Include(names) = index.projection { names } else { &[] };
    let mut names: Vec<_> =
        std::iter::once(Table::TENANT).chain(table.ttl).chain(included.iter().copied()).collect();
    names.retain(|name| !is_key(name));
    names.sort_unstable();
    names.dedup();
    names
}

fn scalar(attribute: Attribute) -> ScalarAttributeType {
    match attribute {
        Attribute::S(_) => ScalarAttributeType::S,
        Attribute::N(_) => ScalarAttributeType::N,
        Attribute::B(_) => ScalarAttributeType::B,
    }
}

/// Carries out a plan, and waits until everything is ready.
pub(super) async fn carry_out(engine: &DynamoDb, steps: &[Step]) -> Result<(), Error> {
    for step in steps {
        tracing::info!(%step, "the database is made to fit");
        match step {
            Step::CreateTable { name, table } => {
                let Some(table) = engine.tables.iter().find(|other| other.name == *table) else { continue };
                create(engine, name, table).await?;
                wait(engine, name).await?;
            }
            Step::CreateIndex { name, index } => {
                let table = engine.tables.iter().find(|table| engine.physical(table) == *name);
                let Some((table, index)) = table.and_then(|table| Some((table, table.index(index)?))) else {
                    continue;
                };
                let action = index_action(table, index).map_err(|error| unfit(&error))?;
                let update = GlobalSecondaryIndexUpdate::builder().create(action).build();
                let call = engine.client.update_table().table_name(name);
                let call = call.set_attribute_definitions(Some(definitions(table, [index])?));
                let call = call.global_secondary_index_updates(update);
                let done = engine.patience.ask(false, || Box::pin(call.clone().send())).await;
                done.map_err(|error| coded("make an index", table.name, &error))?;
                wait(engine, name).await?;
            }
            Step::ExpireBy { name, attribute } => {
                let expiry = TimeToLiveSpecification::builder().enabled(true).attribute_name(*attribute);
                let expiry = expiry.build().map_err(|error| unfit(&error))?;
                let call = engine.client.update_time_to_live().table_name(name);
                let call = call.time_to_live_specification(expiry);
                match engine.patience.ask(false, || Box::pin(call.clone().send())).await {
                    Ok(_) => {}
                    // An expired item is not shown all the same; it only stays until it is deleted by hand.
                    Err(error) if error.code() == Some("UnknownOperationException") => {
                        tracing::warn!(table = name, "this database lets no items expire by itself");
                    }
                    Err(error) => return Err(coded("let items expire", "", &error)),
                }
            }
            Step::Stream { name } => {
                let call = engine.client.update_table().table_name(name);
                let call = call.stream_specification(stream()?);
                let done = engine.patience.ask(false, || Box::pin(call.clone().send())).await;
                done.map_err(|error| coded("switch on a stream", "", &error))?;
                wait(engine, name).await?;
            }
        }
    }
    Ok(())
}

async fn create(engine: &DynamoDb, name: &str, table: &'static Table) -> Result<(), Error> {
    let mut call = engine.client.create_table().table_name(name).billing_mode(BillingMode::PayPerRequest);
    call = call.set_attribute_definitions(Some(definitions(table, table.indexes)?));
    call = call.set_key_schema(Some(key_schema(table.hash, table.range)?));
    for index in table.indexes {
        let made = GlobalSecondaryIndex::builder()
            .index_name(index.name)
            .set_key_schema(Some(key_schema(index.hash, index.range)?))
            .projection(projection(table, index))
            .build()
            .map_err(|error| unfit(&error))?;
        call = call.global_secondary_indexes(made);
    }
    if table.stream {
        call = call.stream_specification(stream()?);
    }
    match engine.patience.ask(false, || Box::pin(call.clone().send())).await {
        Ok(_) => Ok(()),
        // Another replica that starts at the same time was faster.
        Err(error)
            if matches!(error.as_service_error(), Some(CreateTableError::ResourceInUseException(_))) =>
        {
            Ok(())
        }
        Err(error) => Err(coded("make a table", table.name, &error)),
    }
}

fn index_action(
    table: &Table,
    index: &Index,
) -> Result<CreateGlobalSecondaryIndexAction, aws_sdk_dynamodb::error::BuildError> {
    CreateGlobalSecondaryIndexAction::builder()
        .index_name(index.name)
        .set_key_schema(key_schema(index.hash, index.range).ok())
        .projection(projection(table, index))
        .build()
}

fn projection(table: &Table, index: &Index) -> SdkProjection {
    if index.projection == Projection::All {
        return SdkProjection::builder().projection_type(ProjectionType::All).build();
    }
    let names = carried_by(table, index);
    if names.is_empty() {
        return SdkProjection::builder().projection_type(ProjectionType::KeysOnly).build();
    }
    let names = names.into_iter().map(str::to_owned).collect();
    SdkProjection::builder()
        .projection_type(ProjectionType::Include)
        .set_non_key_attributes(Some(names))
        .build()
}

fn key_schema(hash: Attribute, range: Option<Attribute>) -> Result<Vec<KeySchemaElement>, Error> {
    std::iter::once((hash, KeyType::Hash))
        .chain(range.map(|range| (range, KeyType::Range)))
        .map(|(attribute, kind)| {
            let element = KeySchemaElement::builder().attribute_name(attribute.name()).key_type(kind);
            element.build().map_err(|error| unfit(&error))
        })
        .collect()
}

/// The types of the key attributes of the table and of these indexes.
fn definitions<'a>(
    table: &Table,
    indexes: impl IntoIterator<Item = &'a Index>,
) -> Result<Vec<AttributeDefinition>, Error> {
    let indexes = indexes.into_iter().flat_map(|index| [Some(index.hash), index.range]);
    let all: BTreeMap<_, _> = [Some(table.hash), table.range]
        .into_iter()
        .chain(indexes)
        .flatten()
        .map(|attribute| (attribute.name(), attribute))
        .collect();
    all.into_values()
        .map(|attribute| {
            let definition = AttributeDefinition::builder().attribute_name(attribute.name());
            definition.attribute_type(scalar(attribute)).build().map_err(|error| unfit(&error))
        })
        .collect()
}

fn stream() -> Result<StreamSpecification, Error> {
    StreamSpecification::builder()
        .stream_enabled(true)
        .stream_view_type(StreamViewType::NewAndOldImages)
        .build()
        .map_err(|error| unfit(&error))
}

fn unfit(error: &dyn fmt::Display) -> Error {
    Error::Mismatch { reason: error.to_string() }
}

/// The table as it is; none when it isn't there.
pub(super) async fn describe(engine: &DynamoDb, name: &str) -> Result<Option<TableDescription>, Error> {
    let call = engine.client.describe_table().table_name(name);
    match engine.patience.ask(true, || Box::pin(call.clone().send())).await {
        Ok(found) => Ok(found.table),
        Err(error)
            if error.as_service_error().is_some_and(DescribeTableError::is_resource_not_found_exception) =>
        {
            Ok(None)
        }
        Err(error) => Err(coded("compare tables", "", &error)),
    }
}

/// Waits until the table and all of its indexes are active.
async fn wait(engine: &DynamoDb, name: &str) -> Result<(), Error> {
    for look in 1..=LOOKS {
        if let Some(found) = describe(engine, name).await? {
            let table = found.table_status() == Some(&TableStatus::Active);
            let active =
                |index: &GlobalSecondaryIndexDescription| index.index_status() == Some(&IndexStatus::Active);
            if table && found.global_secondary_indexes().iter().all(active) {
                return Ok(());
            }
        }
        engine.patience.wait(look).await;
    }
    let reason = format!("table {name} did not become active");
    Err(Error::Unavailable { operation: "make a table", reason })
}
