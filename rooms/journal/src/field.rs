//! The field library: what a tenant notes of its works beyond what every record has, such as the size or the
//! edition. A field is declared once and then filled in on any record; its key and its type stay what they are,
//! so that old values keep their meaning. One that is not wanted any more is retired: values stay, new ones
//! are refused.

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_audit::Deed;
use atelier_base::{Grant, InvalidInput, Patch, Scope, TenantId, Timestamp};
use atelier_tables::{Error as StoreError, Item, KeyRange, Query, Write, from_item};
use serde::{Deserialize, Serialize};

use crate::lock::{self, Late};
use crate::permissions::{EditFields, ReadJournal};
use crate::tables::{ARTISSIST, Place, key as place, partition};
use crate::{Entity, Error, JournalChangeKind, Outcome, State};

mod values;

pub(crate) use self::values::merged;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Up to 2000 characters.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    Boolean,
    /// One of the field's choices.
    Choice,
    /// An address that begins with http:// or https://.
    Link,
}

/// A field of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct CustomField {
    /// Small letters, digits and `_`, unique in the library.
    pub key: String,
    /// What people read: 1 to 60 characters.
    pub label: String,
    /// What it holds.
    pub r#type: FieldType,
    /// What can be chosen, of a choice.
    pub choices: Vec<String>,
    /// What a number counts: cm, pieces.
    pub unit: Option<String>,
    /// Up to 400 characters.
    pub description: String,
    /// Its place among the fields, from 0.
    pub position: i32,
    /// When it was retired; null while it is in use.
    pub retired_at: Option<Timestamp>,
    /// When it was made.
    #[graphql(skip)]
    pub created_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: u32,
}

/// What it takes to make a field.
#[derive(Clone, Debug, InputObject)]
pub struct NewCustomField {
    /// Small letters, digits and `_`, beginning with a letter; made from the label when it is absent.
    pub key: Option<String>,
    /// 1 to 60 characters.
    pub label: String,
    /// What it holds.
    pub r#type: FieldType,
    /// What can be chosen: 1 to 100 for a choice, none for anything else.
    pub choices: Option<Vec<String>>,
    /// Up to 20 characters, of a number.
    pub unit: Option<String>,
    /// Up to 400 characters.
    pub description: Option<String>,
    /// Behind the others unless it is said.
    pub position: Option<i32>,
}

/// A change to a field: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CustomFieldPatch {
    /// 1 to 60 characters.
    pub label: Patch<String>,
    /// What can be chosen. Values that were chosen before stay.
    pub choices: Patch<Vec<String>>,
    /// Up to 20 characters, of a number.
    pub unit: Patch<String>,
    /// Up to 400 characters.
    pub description: Patch<String>,
    /// Its place among the fields.
    pub position: Patch<i32>,
    /// Whether it is retired.
    pub retired: Patch<bool>,
}

/// A tenant has at most so many fields, so that the library is one page.
const MOST: usize = 200;

impl CustomField {
    fn patched(self, patch: CustomFieldPatch, now: Timestamp) -> Result<Self, Error> {
        let retired_at = match patch.retired {
            Patch::Absent => self.retired_at,
            Patch::Value(true) => self.retired_at.or(Some(now)),
            Patch::Value(false) | Patch::Null => None,
        };
        Self {
            label: patch.label.or_keep(self.label).trim().to_owned(),
            choices: patch.choices.or_keep(self.choices),
            unit: patch.unit.apply(self.unit),
            description: patch.description.or_keep(self.description),
            position: patch.position.or_keep(self.position),
            retired_at,
            version: self.version + 1,
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("label", &self.label, 1..=60);
        faults.note_length("description", &self.description, 0..=400);
        faults.note_length("unit", self.unit.as_deref().unwrap_or_default(), 0..=20);
        let begins = self.key.starts_with(|first: char| first.is_ascii_lowercase());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let good = begins && self.key.len() <= 40 && self.key.bytes().all(plain);
        faults.note(!good, "key", "malformed", "has 1 to 40 of a-z 0-9 _ and begins with a letter");
        let (least, most) = if self.r#type == FieldType::Choice { (1, 100) } else { (0, 0) };
        let counted = (least..=most).contains(&self.choices.len());
        faults.note(!counted, "choices", "wrong_count", format!("needs {least} to {most} entries"));
        for choice in &self.choices {
            faults.note_length("choices", choice, 1..=80);
        }
        let stray = self.unit.is_some() && self.r#type != FieldType::Number;
        faults.note(stray, "unit", "not_a_number", "is for numbers only");
        faults.finish()?;
        Ok(self)
    }

    fn item(&self, tenant: TenantId) -> Result<Item, StoreError> {
        Place {
            tenant,
            entity: Entity::CustomField,
            sort: sort(&self.key),
            created_at: self.created_at,
            text: self.label.clone(),
        }
        .item(self)
    }
}

fn sort(key: &str) -> String {
    format!("FIELD#{key}")
}

/// A key from what people read.
fn key_of_label(label: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let key: String = label.trim().chars().map(plain).take(40).collect();
    key.trim_matches('_').to_owned()
}

/// Every field of the tenant, retired ones too, in their order: one query.
pub(crate) async fn all(state: &State, scope: Scope, tenant: TenantId) -> Result<Vec<CustomField>, Error> {
    let query = Query::table(&ARTISSIST, partition(tenant)).range(KeyRange::BeginsWith("FIELD#".into()));
    let found = state.tables.query(scope, query).await?;
    let mut fields = found.into_nodes().map(from_item).collect::<Result<Vec<CustomField>, _>>()?;
    fields.sort_by(|one, two| (one.position, &one.key).cmp(&(two.position, &two.key)));
    Ok(fields)
}

/// The fields in use, with the retired ones if they are wanted, in their order.
pub async fn library(
    state: &State,
    grant: Grant<ReadJournal>,
    retired: bool,
) -> Result<Vec<CustomField>, Error> {
    let mut fields = all(state, grant.scope(), grant.tenant()).await?;
    fields.retain(|field| retired || field.retired_at.is_none());
    Ok(fields)
}

/// Adds a field.
pub async fn add(state: &State, grant: Grant<EditFields>, new: NewCustomField) -> Result<CustomField, Error> {
    let others = all(state, grant.scope(), grant.tenant()).await?;
    let mut faults = InvalidInput::default();
    faults.note(others.len() >= MOST, "key", "too_many", format!("the library has {MOST} fields at most"));
    faults.finish()?;
    let last = others.iter().map(|field| field.position).max().unwrap_or(-1);
    let field = CustomField {
        key: new.key.unwrap_or_else(|| key_of_label(&new.label)),
        label: new.label.trim().to_owned(),
        r#type: new.r#type,
        choices: new.choices.unwrap_or_default(),
        unit: new.unit,
        description: new.description.unwrap_or_default(),
        position: new.position.unwrap_or(last.saturating_add(1)),
        retired_at: None,
        created_at: state.clock.now(),
        version: 1,
    }
    .checked()?;
    let item = field.item(grant.tenant())?;
    let deed = Deed::granted(grant, "field.add").target(&field.key).after(&ARTISSIST, &item);
    match state.trail.write(grant.scope(), deed, Write::create(&ARTISSIST, item)).await {
        Ok(_) => {}
        Err(StoreError::ConditionFailed { .. }) => return Err(Error::FieldTaken(field.key)),
        Err(error) => return Err(error.into()),
    }
    state.tell(grant.tenant(), JournalChangeKind::Created, Entity::CustomField, &field.key, None);
    Ok(field)
}

/// Changes a field that is at `version`.
pub async fn edit(
    state: &State,
    grant: Grant<EditFields>,
    key: &str,
    version: u32,
    patch: CustomFieldPatch,
) -> Result<Outcome<CustomField>, Error> {
    let stored = state.tables.get(grant.scope(), &ARTISSIST, &place(grant.tenant(), sort(key))).await?;
    let before: CustomField = from_item(stored.ok_or_else(|| Error::missing("field", key))?)?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let before_item = before.item(grant.tenant())?;
    let next = before.patched(patch, state.clock.now())?;
    let item = next.item(grant.tenant())?;
    let deed = Deed::granted(grant, "field.edit")
        .target(key)
        .before(&ARTISSIST, &before_item)
        .after(&ARTISSIST, &item);
    let write = Write::put(&ARTISSIST, item).when(lock::at(version));
    match state.trail.write(grant.scope(), deed, write).await {
        Ok(_) => {
            state.tell(grant.tenant(), JournalChangeKind::Updated, Entity::CustomField, key, None);
            Ok(Outcome::Done(next))
        }
        Err(error) => match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Outcome::Conflict(Box::new(from_item(item)?))),
            Late::Gone => Err(Error::missing("field", key)),
        },
    }
}

#[cfg(test)]
mod tests;
