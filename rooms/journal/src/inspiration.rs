//! Inspiration: something that was gathered before there was a work, on a board where it can be moved about, until
//! it becomes a project or a log.

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_base::{AssetId, InspirationId, InvalidInput, Patch, ProjectId, TenantId, Timestamp, UserId};
use atelier_tables::{Error as StoreError, Item};
use serde::{Deserialize, Serialize};

use crate::tables::Place;
use crate::{Entity, Error};

mod convert;
mod store;

pub use self::convert::{Conversion, Converted, convert};
pub use self::store::{InspirationFilter, create, delete, edit, get, list};

/// What an inspiration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum InspirationType {
    /// Words.
    Text,
    /// A picture.
    Image,
    /// Sound.
    Audio,
    /// Any other file.
    File,
}

/// Something that was gathered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct Inspiration {
    /// Unique, `insp_…`.
    #[serde(rename = "inspirationId")]
    pub id: InspirationId,
    /// What it is.
    pub r#type: InspirationType,
    /// Up to 200 characters.
    pub title: String,
    /// Up to 20 000 characters.
    pub text: String,
    /// Where it was found.
    pub source_url: Option<String>,
    /// The file, of anything but words.
    #[graphql(skip)]
    pub asset_id: Option<AssetId>,
    /// Up to 30 words to find it by.
    pub tags: Vec<String>,
    /// The project that it is for.
    pub linked_project_id: Option<ProjectId>,
    /// The project or log that it became.
    pub converted_to: Option<String>,
    /// Its place on the board, between those of its neighbours.
    pub position: f64,
    /// When it was gathered.
    pub created_at: Timestamp,
    /// Who did.
    #[graphql(skip)]
    pub created_by: UserId,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was put away.
    pub archived_at: Option<Timestamp>,
    /// The second at which it goes to the archive.
    #[graphql(skip)]
    pub expires_at: Option<i64>,
    /// Counts the changes, from 1.
    pub version: u32,
}

/// What it takes to gather something.
#[derive(Clone, Debug, InputObject)]
pub struct NewInspiration {
    /// What it is.
    pub r#type: InspirationType,
    /// Up to 200 characters.
    pub title: Option<String>,
    /// Up to 20 000 characters; words need some.
    pub text: Option<String>,
    /// Where it was found: begins with http:// or https://.
    pub source_url: Option<String>,
    /// A finished upload of `/api/v1/uploads`, of anything but words.
    pub upload_id: Option<String>,
    /// An asset that is there already, instead of an upload.
    pub asset_id: Option<AssetId>,
    /// Up to 30 words to find it by.
    pub tags: Option<Vec<String>>,
    /// The project that it is for.
    pub linked_project_id: Option<ProjectId>,
    /// Its place on the board; before all others unless it is said.
    pub position: Option<f64>,
}

/// A change to an inspiration: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct InspirationPatch {
    /// Up to 200 characters.
    pub title: Patch<String>,
    /// Up to 20 000 characters.
    pub text: Patch<String>,
    /// Where it was found.
    pub source_url: Patch<String>,
    /// Up to 30 words to find it by.
    pub tags: Patch<Vec<String>>,
    /// The project that it is for.
    pub linked_project_id: Patch<ProjectId>,
    /// Its place on the board.
    pub position: Patch<f64>,
    /// When it goes to the archive by itself; it lies in the future.
    pub expires_at: Patch<Timestamp>,
}

impl Inspiration {
    fn patched(self, patch: InspirationPatch, now: Timestamp) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        let past = matches!(patch.expires_at, Patch::Value(at) if at <= now);
        faults.note(past, "expiresAt", "past", "lies in the past");
        faults.finish()?;
        Self {
            title: patch.title.or_keep(self.title).trim().to_owned(),
            text: patch.text.or_keep(self.text),
            source_url: patch.source_url.apply(self.source_url),
            tags: patch.tags.or_keep(self.tags),
            linked_project_id: patch.linked_project_id.apply(self.linked_project_id),
            position: patch.position.or_keep(self.position),
            expires_at: match patch.expires_at {
                Patch::Absent => self.expires_at,
                Patch::Null => None,
                Patch::Value(at) => Some(at.as_seconds()),
            },
            updated_at: now,
            version: self.version + 1,
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("title", &self.title, 0..=200);
        let words = self.r#type == InspirationType::Text;
        let least = usize::from(words && self.title.is_empty());
        faults.note_length("text", &self.text, least..=20_000);
        let lacks = !words && self.asset_id.is_none();
        faults.note(lacks, "uploadId", "required", "is required of anything but words");
        if let Some(address) = &self.source_url {
            let plain = address.starts_with("https://") || address.starts_with("http://");
            faults.note(!plain || address.len() > 2_000, "sourceUrl", "malformed", "is no http address");
        }
        faults.note(self.tags.len() > 30, "tags", "too_many", "may have 30 entries at most");
        for tag in &self.tags {
            faults.note_length("tags", tag, 1..=60);
        }
        faults.note(!self.position.is_finite(), "position", "out_of_range", "is no number");
        faults.finish()?;
        Ok(self)
    }

    fn item(&self, tenant: TenantId) -> Result<Item, StoreError> {
        let text = if self.title.is_empty() { &self.text } else { &self.title };
        let text = text.clone();
        Place { tenant, entity: Entity::Inspiration, sort: sort(self.id), created_at: self.created_at, text }
            .item(self)
    }
}

fn sort(id: InspirationId) -> String {
    format!("INSPIRATION#{id}")
}

#[cfg(test)]
mod tests;
