//! Tags: words on products, with a colour. Triggers count what carries them.

use async_graphql::SimpleObject;
use atelier_base::{Grant, InvalidInput, Scope, TagId};
use atelier_sql::{Db, Error as StoreError, Row, Sql, Transaction};

use crate::permissions::{CurateProduct, ReadFactory};
use crate::product::version;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// What is read of a tag.
pub(crate) const COLUMNS: &str = "tags.id, tags.name, tags.color, tags.usage_count, tags.version";

/// A tag of a tenant.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct Tag {
    /// Unique, `tag_…`.
    pub id: TagId,
    /// 1 to 100 characters, unique.
    pub name: String,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// How much carries it and is not in the bin.
    pub usage_count: i64,
    /// Counts the changes, from 1.
    pub version: u32,
}

/// A change to a tag: absent keeps a value.
#[derive(Clone, Debug, Default)]
pub struct TagPatch {
    /// 1 to 100 characters.
    pub name: Option<String>,
    /// `#rrggbb`; an empty text takes it away.
    pub color: Option<String>,
}

pub(crate) fn read(row: &Row) -> Result<Tag, Error> {
    Ok(Tag {
        id: TagId::from_uuid(row.get("id")?),
        name: row.get("name")?,
        color: row.find("color")?,
        usage_count: row.get("usage_count")?,
        version: version(row)?,
    })
}

/// A name without blanks around it.
///
/// # Errors
/// [`Error::Invalid`] unless it has 1 to 100 characters.
pub(crate) fn checked_name(name: &str) -> Result<String, Error> {
    let mut faults = InvalidInput::default();
    let name = name.trim();
    faults.note_length("name", name, 1..=100);
    faults.note(name.chars().any(char::is_control), "name", "malformed", "has control characters");
    faults.finish()?;
    Ok(name.to_owned())
}

fn checked_color(color: &str) -> Result<Option<String>, Error> {
    let digits = color.strip_prefix('#').unwrap_or_default();
    let is_color = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let mut faults = InvalidInput::default();
    faults.note(!is_color && !color.is_empty(), "color", "malformed", "is no colour such as #c0ffee");
    faults.finish()?;
    Ok(is_color.then(|| color.to_ascii_lowercase()))
}

/// All tags, by name.
///
/// # Errors
/// Those of the store.
pub async fn list(state: &State, grant: Grant<ReadFactory>) -> Result<Vec<Tag>, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM tags WHERE tenant_id = :tenant ORDER BY name, id"));
    state.db.fetch_all(grant.scope(), sql).await?.iter().map(read).collect()
}

/// The tag of that name.
pub(crate) async fn find(db: &Db, scope: Scope, name: &str) -> Result<Option<Tag>, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM tags WHERE tenant_id = :tenant AND name = ?"));
    db.fetch_optional(scope, sql.bind(name.trim())).await?.as_ref().map(read).transpose()
}

async fn fetch(state: &State, scope: Scope, id: TagId) -> Result<Tag, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM tags WHERE tenant_id = :tenant AND id = ?"));
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    read(&row.ok_or_else(|| Error::missing("tag", id))?)
}

/// The tag of that name, made if there is none.
///
/// # Errors
/// [`Error::Invalid`], and those of the store.
pub(crate) async fn ensure(
    state: &State,
    transaction: &mut Transaction,
    scope: Scope,
    name: &str,
) -> Result<Tag, Error> {
    let (name, now) = (checked_name(name)?, state.clock.now());
    let id = TagId::generate(now, &state.randomness);
    let sql = Sql::new(
        "INSERT INTO tags (tenant_id, id, name, created_at) VALUES (:tenant, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    transaction.execute(scope, sql.bind(id.uuid()).bind(name.as_str()).bind(now)).await?;
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM tags WHERE tenant_id = :tenant AND name = ?"));
    let row = transaction.fetch_optional(scope, sql.bind(name.as_str())).await?;
    read(&row.ok_or_else(|| Error::missing("tag", name))?)
}

/// Changes a tag that is at `version`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Stale`] when it is at another version, [`Error::NameTaken`], [`Error::Invalid`], and
/// those of the store.
pub async fn update(
    state: &State,
    grant: Grant<CurateProduct>,
    id: TagId,
    version: u32,
    patch: TagPatch,
) -> Result<Tag, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    let name = match &patch.name {
        Some(name) => checked_name(name)?,
        None => before.name.clone(),
    };
    let color = match &patch.color {
        Some(color) => checked_color(color)?,
        None => before.color,
    };
    let sql = Sql::new(
        "UPDATE tags SET name = ?, color = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql.bind(name.as_str()).bind(color).bind(id.uuid()).bind(version);
    match state.db.execute(scope, sql).await {
        Ok(0) => return Err(Error::Stale { noun: "tag", name: before.name }),
        Ok(_) => {}
        Err(StoreError::Exists { .. }) => return Err(Error::NameTaken { noun: "tag", name }),
        Err(error) => return Err(error.into()),
    }
    state.tell(grant.tenant(), FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Tag, id));
    state.record(grant, "tag.edit", id).await?;
    fetch(state, scope, id).await
}

/// Takes a tag off everything, for good; returns it as it was.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn delete(state: &State, grant: Grant<CurateProduct>, id: TagId) -> Result<Tag, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    let sql = Sql::new("DELETE FROM tags WHERE tenant_id = :tenant AND id = ?");
    state.db.execute(scope, sql.bind(id.uuid())).await?;
    state.tell(grant.tenant(), FactoryChange::of(FactoryChangeKind::Deleted, FactoryEntity::Tag, id));
    state.record(grant, "tag.delete", id).await?;
    Ok(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_short() {
        assert_eq!(checked_name("  red fox ").expect("a name"), "red fox");
        for odd in ["", "  ", "a\nb", &"x".repeat(101)] {
            assert!(checked_name(odd).is_err(), "{odd:?}");
        }
    }

    #[test]
    fn a_colour_has_six_digits() {
        assert_eq!(checked_color("#C0FFEE").expect("a colour").as_deref(), Some("#c0ffee"));
        assert_eq!(checked_color("").expect("none"), None);
        for odd in ["red", "#fff", "#c0ffeg", "c0ffee"] {
            assert!(checked_color(odd).is_err(), "{odd}");
        }
    }
}
