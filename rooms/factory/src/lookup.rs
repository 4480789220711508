//! Lookups: a name that stands for a list of values in prompts, `[color]`. A value may name another lookup; one that
//! leads back to itself is left out when it is expanded, with a warning, and not refused here.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{Grant, InvalidInput, LookupId, Patch, ProjectId, Scope};
use atelier_sql::{Error as StoreError, Row, Sql, Transaction};
use serde_json::json;
use uuid::Uuid;

use crate::permissions::{EditLookup, ReadFactory};
use crate::product::{marks_of, version};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, Outcome, State, defaults, project};

const COLUMNS: &str = "id, key, \"values\" AS listed, description, category, project_id, is_system, usage_count, \
    version";
/// Values of a lookup, at most.
const MOST_VALUES: usize = 10_000;

/// A lookup.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct Lookup {
    /// Unique, `lkp_…`.
    pub id: LookupId,
    /// What prompts call it: a letter, then letters, digits, `_` and `-`, 100 at most. Unique among those of the
    /// tenant, and among those of a project, which come before the tenant's namesakes.
    pub key: String,
    /// Up to 10 000 texts, in their order.
    pub values: Vec<String>,
    /// Up to 2 000 characters.
    pub description: String,
    /// What it is listed under, up to 100 characters.
    pub category: Option<String>,
    /// The project whose own it is.
    pub project_id: Option<ProjectId>,
    /// Whether it came with the house. Its values can be changed, but it can't be deleted.
    pub is_system: bool,
    /// How many orders named it.
    pub usage_count: i64,
    /// Counts the changes, from 1. A change names the version it was made from.
    pub version: u32,
}

/// What it takes to make a lookup.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewLookup {
    /// A letter, then letters, digits, `_` and `-`, 100 at most.
    pub key: String,
    /// 1 to 10 000 texts.
    pub values: Vec<String>,
    /// Up to 2 000 characters.
    #[graphql(default)]
    pub description: String,
    /// What it is listed under.
    pub category: Option<String>,
    /// The project whose own it is; none: all of the tenant's.
    pub project_id: Option<ProjectId>,
}

/// A change to a lookup: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct LookupPatch {
    /// 1 to 10 000 texts.
    pub values: Patch<Vec<String>>,
    /// Up to 2 000 characters.
    pub description: Patch<String>,
    /// What it is listed under.
    pub category: Patch<String>,
}

impl Lookup {
    fn patched(self, patch: LookupPatch) -> Result<Self, Error> {
        Self {
            values: patch.values.or_keep(self.values),
            description: patch.description.or_keep(self.description),
            category: patch.category.apply(self.category),
            ..self
        }
        .checked()
    }

    fn checked(mut self) -> Result<Self, Error> {
        let mut seen = BTreeSet::new();
        self.values = self.values.iter().map(|value| value.trim().to_owned()).collect();
        self.values.retain(|value| seen.insert(value.clone()));
        let mut faults = InvalidInput::default();
        faults.note_length("key", &self.key, 1..=100);
        let is_plain = self.key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        let is_name = is_plain && self.key.starts_with(char::is_alphabetic);
        faults.note(
            !is_name,
            "key",
            "malformed",
            "begins with a letter and has letters, digits, _ and - only",
        );
        faults.note(self.values.is_empty(), "values", "required", "needs one entry or more");
        let message = format!("may have {MOST_VALUES} entries at most");
        faults.note(MOST_VALUES < self.values.len(), "values", "too_many", message);
        let is_long = self.values.iter().any(|value| 2_000 < value.chars().count());
        faults.note(is_long, "values", "too_long", "has an entry of more than 2000 characters");
        let is_blank = self.values.iter().any(String::is_empty);
        faults.note(is_blank, "values", "required", "has an empty entry");
        faults.note_length("description", &self.description, 0..=2_000);
        faults.note_length("category", self.category.as_deref().unwrap_or_default(), 0..=100);
        faults.finish()?;
        Ok(self)
    }
}

fn read(row: &Row) -> Result<Lookup, Error> {
    let listed = serde_json::from_value(row.get("listed")?);
    Ok(Lookup {
        id: LookupId::from_uuid(row.get("id")?),
        key: row.get("key")?,
        values: listed.map_err(|error| Error::Unexpected(format!("a lookup is no list: {error}")))?,
        description: row.find("description")?.unwrap_or_default(),
        category: row.find("category")?,
        project_id: row.find("project_id")?.map(ProjectId::from_uuid),
        is_system: row.get("is_system")?,
        usage_count: row.get("usage_count")?,
        version: version(row)?,
    })
}

/// All lookups by category and name; with a project, its own and those of the tenant.
///
/// # Errors
/// Those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    project: Option<ProjectId>,
) -> Result<Vec<Lookup>, Error> {
    let scope = grant.scope();
    defaults::ensure(state, scope).await?;
    let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM lookups WHERE tenant_id = :tenant"));
    if let Some(project) = project {
        sql = sql.push(Sql::new(" AND (project_id IS NULL OR project_id = ?)").bind(project.uuid()));
    }
    let rows = state.db.fetch_all(scope, sql.push(" ORDER BY coalesce(category, ''), key, id")).await?;
    rows.iter().map(read).collect()
}

async fn fetch(state: &State, scope: Scope, id: LookupId) -> Result<Lookup, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM lookups WHERE tenant_id = :tenant AND id = ?"));
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    read(&row.ok_or_else(|| Error::missing("lookup", id))?)
}

/// Makes a lookup.
///
/// # Errors
/// [`Error::Invalid`], [`Error::NameTaken`], [`Error::NotFound`] for the project, and those of the stores.
pub async fn create(state: &State, grant: Grant<EditLookup>, new: NewLookup) -> Result<Lookup, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let made = Lookup {
        id: LookupId::generate(now, &state.randomness),
        key: new.key,
        values: new.values,
        description: new.description,
        category: new.category,
        project_id: new.project_id,
        is_system: false,
        usage_count: 0,
        version: 1,
    }
    .checked()?;
    // A word of the house is the house's, even when the tenant comes for the first time.
    defaults::ensure(state, scope).await?;
    project::ensure_some(state, scope, made.project_id).await?;
    let sql = Sql::new(
        "INSERT INTO lookups (tenant_id, id, key, \"values\", description, category, project_id, created_at, \
         updated_at) VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql
        .bind(made.id.uuid())
        .bind(made.key.as_str())
        .bind(json!(made.values))
        .bind(made.description.as_str())
        .bind(made.category.clone())
        .bind(made.project_id.map(ProjectId::uuid))
        .bind(now)
        .bind(now);
    match state.db.execute(scope, sql).await {
        Ok(_) => {}
        Err(StoreError::Exists { .. }) => return Err(Error::NameTaken { noun: "lookup", name: made.key }),
        Err(error) => return Err(error.into()),
    }
    tell(state, grant, FactoryChangeKind::Created, &made);
    state.record(grant, "lookup.create", made.id).await?;
    Ok(made)
}

/// Changes a lookup that is at `version`, one of the house's as well.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], and those of the store.
pub async fn update(
    state: &State,
    grant: Grant<EditLookup>,
    id: LookupId,
    version: u32,
    patch: LookupPatch,
) -> Result<Outcome<Lookup>, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let next = before.patched(patch)?;
    let sql = Sql::new(
        "UPDATE lookups SET \"values\" = ?, description = ?, category = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql
        .bind(json!(next.values))
        .bind(next.description)
        .bind(next.category)
        .bind(state.clock.now())
        .bind(id.uuid())
        .bind(version);
    let is_done = state.db.execute(scope, sql).await? > 0;
    let after = fetch(state, scope, id).await?;
    if !is_done {
        return Ok(Outcome::Conflict(Box::new(after)));
    }
    tell(state, grant, FactoryChangeKind::Changed, &after);
    state.record(grant, "lookup.edit", id).await?;
    Ok(Outcome::Done(after))
}

/// Deletes a lookup that is the tenant's own; returns it as it was.
///
/// # Errors
/// [`Error::NotFound`], [`Error::OfTheHouse`] for one that came with the house, and those of the store.
pub async fn delete(state: &State, grant: Grant<EditLookup>, id: LookupId) -> Result<Lookup, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    if before.is_system {
        return Err(Error::OfTheHouse(before.key));
    }
    let sql = Sql::new("DELETE FROM lookups WHERE tenant_id = :tenant AND id = ? AND NOT is_system");
    state.db.execute(scope, sql.bind(id.uuid())).await?;
    tell(state, grant, FactoryChangeKind::Deleted, &before);
    state.record(grant, "lookup.delete", id).await?;
    Ok(before)
}

/// Counts one more order for each lookup that an axis of it is named after: `color`, or `color_1` where there is none
/// of that very name.
///
/// # Errors
/// Those of a statement.
pub(crate) async fn count_use(
    transaction: &mut Transaction,
    scope: Scope,
    project: Option<ProjectId>,
    axes: &BTreeSet<&str>,
) -> Result<(), Error> {
    let names: BTreeSet<&str> = axes.iter().flat_map(|name| [*name, stem(name)]).collect();
    if names.is_empty() {
        return Ok(());
    }
    let marks = vec!["?"; names.len()].join(", ");
    let sql = Sql::new(format!(
        "SELECT id, key, project_id FROM lookups WHERE tenant_id = :tenant AND key IN ({marks}) \
         AND (project_id IS NULL OR project_id = ?)"
    ));
    let sql = names.into_iter().fold(sql, Sql::bind).bind(project.map(ProjectId::uuid));
    let mut known = BTreeMap::<String, (bool, Uuid)>::new();
    for row in transaction.fetch_all(scope, sql).await? {
        let found = (row.find::<Uuid>("project_id")?.is_some(), row.get("id")?);
        let one = known.entry(row.get("key")?).or_insert(found);
        // A project's own comes before its namesake.
        *one = (*one).max(found);
    }
    let used: BTreeSet<Uuid> = axes
        .iter()
        .filter_map(|name| known.get(*name).or_else(|| known.get(stem(name))))
        .map(|(_, id)| *id)
        .collect();
    let sql =
        Sql::new("UPDATE lookups SET usage_count = usage_count + 1 WHERE tenant_id = :tenant AND id IN ");
    transaction.execute(scope, sql.push(marks_of(used.into_iter().collect::<Vec<_>>().into_iter()))).await?;
    Ok(())
}

/// `color` of `color_1`; a name without a number is its own.
fn stem(name: &str) -> &str {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    match stem.strip_suffix('_') {
        Some(stem) if stem.len() + 1 < name.len() => stem,
        _ => name,
    }
}

fn tell(state: &State, grant: Grant<EditLookup>, kind: FactoryChangeKind, lookup: &Lookup) {
    let change = FactoryChange::of(kind, FactoryEntity::Lookup, lookup.id);
    state.tell(grant.tenant(), change.project(lookup.project_id));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(key: &str, values: &[&str]) -> Result<Lookup, Error> {
        Lookup {
            id: LookupId::from_uuid(Uuid::nil()),
            key: key.to_owned(),
            values: values.iter().map(ToString::to_string).collect(),
            description: String::new(),
            category: None,
            project_id: None,
            is_system: false,
            usage_count: 0,
            version: 1,
        }
        .checked()
    }

    #[test]
    fn values_are_trimmed_and_said_once_in_their_order() {
        let made = lookup("colour", &[" red ", "blue", "red"]).expect("a lookup");
        assert_eq!(made.values, ["red", "blue"]);
    }

    #[test]
    fn a_key_is_a_name_of_the_grammar() {
        for key in ["a", "warm_color", "été-2", "color_1"] {
            assert!(lookup(key, &["x"]).is_ok(), "{key}");
        }
        for key in ["", "1a", "_a", "a b", "a,b", "a:1", &"a".repeat(101)] {
            assert!(lookup(key, &["x"]).is_err(), "{key}");
        }
    }

    #[test]
    fn a_number_after_a_name_is_no_part_of_it() {
        let stems = ["color_1", "color", "color_", "color1", "warm_color_12", "_1"].map(stem);
        assert_eq!(stems, ["color", "color", "color_", "color1", "warm_color", ""]);
    }

    #[test]
    fn a_lookup_has_values() {
        assert!(lookup("a", &[]).is_err());
        assert!(lookup("a", &["x", " "]).is_err());
        assert!(lookup("a", &[&"x".repeat(2_001)]).is_err());
    }
}
