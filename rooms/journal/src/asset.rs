//! An asset: a picture, a sound or a document that belongs to the work.
//!
//! The file is what somebody uploaded and stays as it is, at `s3Key`. Everything else is derived from it by a job
//! (`jobs/asset.rs`) and can be derived anew: copies in four sizes, colours, what the camera noted, the text in
//! it, a draft of its description. The same bytes twice are one asset of a tenant: a row `HASH#…` is written in the
//! transaction that makes it. Where a picture was taken is not shown and not given out unless the tenant says so.

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_base::{AssetId, JobId, LogId, Patch, ProjectId, Timestamp, UserId};
use atelier_media::{Family, FileKind};
use serde::{Deserialize, Serialize};

mod delete;
mod edit;
mod list;
mod register;
pub(crate) mod store;

pub use self::delete::delete;
pub use self::edit::{edit, redo};
pub use self::list::{count, get, list, of_ids};
pub use self::register::register;

/// An asset of a tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct Asset {
    /// Unique, `asset_…`.
    #[serde(rename = "assetId")]
    pub id: AssetId,
    /// The project that it belongs to.
    #[serde(rename = "linkedProjectId")]
    pub project_id: Option<ProjectId>,
    /// The log that it belongs to.
    pub linked_log_id: Option<LogId>,
    /// What can be done with it.
    pub r#type: AssetType,
    /// Whether it was looked into.
    pub state: AssetState,
    /// What its owner called it.
    pub file_name: String,
    /// By its first bytes, whatever its name says.
    pub content_type: String,
    /// How large it is.
    pub bytes: u64,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// The object with its bytes.
    #[graphql(skip)]
    pub s3_key: String,
    /// Pixels across, held upright.
    pub width: Option<u32>,
    /// Pixels down, held upright.
    pub height: Option<u32>,
    /// How long it sounds.
    pub duration_ms: Option<u64>,
    /// Pages of a document.
    pub pages: Option<u32>,
    /// `ThumbHash` in base64: a blurred impression to show before the picture is there.
    pub thumbhash: Option<String>,
    /// Long edges of the copies that there are.
    #[graphql(skip)]
    pub previews: Vec<u32>,
    /// What the camera noted.
    #[graphql(skip)]
    pub exif: Option<serde_json::Value>,
    /// Whether the file says where it was taken.
    pub has_location: bool,
    /// When it was taken, if the camera knew its offset.
    pub taken_at: Option<Timestamp>,
    /// The text in it, up to 60 000 characters.
    pub ocr: String,
    /// Who read the text, `pp-ocrv6-small` for one; null when nobody did.
    pub ocr_by: Option<String>,
    /// What it shows, for who can't see it.
    pub alt: String,
    /// Whether a person agreed to that.
    pub alt_status: AltStatus,
    /// Its main colours, the most frequent first.
    pub colours: Vec<AssetColour>,
    /// Its perceptual hash, 16 hexadecimal digits.
    pub perceptual_hash: Option<String>,
    /// Why it could not be looked into. The file is kept.
    pub error: Option<String>,
    /// The same as a catalogued code, where there is one.
    #[serde(default)]
    pub error_code: Option<String>,
    /// Of an answer to an upload: the asset that had the same bytes before, which is this one.
    #[serde(skip)]
    pub duplicate_of: Option<AssetId>,
    /// When it came.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Who brought it.
    #[graphql(skip)]
    pub created_by: UserId,
    /// The job that looks into it, or did last.
    pub job_id: Option<JobId>,
    /// Counts how often it was given to be looked into.
    #[graphql(skip)]
    pub run: u32,
    /// When it was put away.
    #[serde(default)]
    pub archived_at: Option<Timestamp>,
    /// Counts the changes, from 1. A change names the version it was made from.
    #[serde(default)]
    pub version: u32,
}

/// What can be done with an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum AssetType {
    /// It is looked at.
    Image,
    /// It is listened to.
    Audio,
    /// It is read.
    Document,
}

impl AssetType {
    /// The word in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Document => "document",
        }
    }

    /// Of a kind of file; whatever is not known is a document to be kept.
    fn of(kind: Option<FileKind>) -> Self {
        match kind.map(FileKind::family) {
            Some(Family::Image) => Self::Image,
            Some(Family::Audio | Family::Video) => Self::Audio,
            Some(Family::Document) | None => Self::Document,
        }
    }
}

/// Whether an asset was looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum AssetState {
    /// It waits, or is being looked into.
    Processing,
    /// All that could be found is there; what is locked says so in `error`.
    Ready,
    /// It can't be opened; the file is kept.
    Failed,
}

/// Whether a person agreed to a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum AltStatus {
    /// There is none.
    None,
    /// The program wrote it.
    Draft,
    /// A person wrote it, or agreed.
    Approved,
}

/// A colour with its part of a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
pub struct AssetColour {
    /// `#rrggbb`, sRGB.
    pub hex: String,
    /// The nearest colour or pigment that has a name.
    pub name: String,
    /// 0 to 1.
    pub share: f32,
}

/// A word in a picture, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
pub struct OcrWord {
    /// Without white space.
    pub text: String,
    /// 0 to 1.
    pub confidence: f32,
    /// The four corners x, y, from where the writing starts above, clockwise; parts of width and height, 0 to 1.
    pub r#box: Vec<f32>,
}

/// What it takes to make an asset of an upload.
#[derive(Clone, Debug, InputObject)]
pub struct NewAsset {
    /// A finished upload of `/api/v1/uploads`.
    pub upload_id: String,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The log that it belongs to.
    pub log_id: Option<LogId>,
    /// What to call it, up to 255 characters; the name that the upload was given otherwise.
    pub file_name: Option<String>,
}

/// A change to an asset: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AssetPatch {
    /// What it shows, up to 2000 characters. Who writes it agrees to it.
    pub alt: Patch<String>,
    /// Agrees to the draft as it stands.
    pub approve_alt: Option<bool>,
    /// What to call it: 1 to 255 characters.
    pub file_name: Patch<String>,
    /// The project that it belongs to.
    pub project_id: Patch<ProjectId>,
    /// The log that it belongs to.
    pub linked_log_id: Patch<LogId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_is_listened_to_and_what_is_unknown_is_kept() {
        assert_eq!(AssetType::of(Some(FileKind::Webm)), AssetType::Audio);
        assert_eq!(AssetType::of(Some(FileKind::Heic)), AssetType::Image);
        assert_eq!(AssetType::of(None), AssetType::Document);
    }
}
