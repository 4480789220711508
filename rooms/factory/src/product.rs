//! Products: the pictures, films and sounds that orders made or somebody brought along, and what was thought of them.
//!
//! A file is one product of a project, however often it was made: `product_provenance` says by what. What is in the
//! bin is not counted, not found and comes back whole. Files lie in the bucket of assets, under the paths of the row.

use std::sync::Arc;

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_base::{InvalidInput, OrderId, OrderItemId, Patch, ProductId, ProjectId, Timestamp};
use serde_json::Value;

use crate::Error;

mod address;
mod change;
mod count;
mod delivery;
mod edit;
mod filed;
mod filter;
mod keep;
mod list;
mod look;
mod purge;
mod row;
mod siblings;
mod similar;
mod windows;

pub(crate) use self::address::file_name;
pub use self::address::{ThumbnailSize, download_address, file_address, thumbnail_address};
pub use self::change::{Changed, ProductsChange, Undo, change};
pub use self::count::{ProductDay, count, days};
pub use self::delivery::{Delivery, deliver};
pub use self::edit::update;
pub(crate) use self::filed::{NewRow, Place, insert, look_with, sizes, there_already};
pub use self::filter::ProductFilter;
pub use self::keep::{Kept, NewProduct, keep};
pub use self::list::{get, list, of_ids, of_items};
pub(crate) use self::look::{Look, Sizes};
pub use self::purge::purge;
pub(crate) use self::purge::{delete_rows, remove_files};
pub(crate) use self::row::{ids_of, list_of, marks as marks_of, version};
pub use self::siblings::{Provenance, Siblings};
pub use self::similar::similar;

/// The most products that one change takes.
pub const MOST_IDS: usize = 1_000;

/// What a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProductType {
    /// It is looked at.
    Image,
    /// It is watched.
    Video,
    /// It is listened to.
    Audio,
}

impl ProductType {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Image, Self::Video, Self::Audio];

    /// The word in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
        }
    }
}

/// A product of a tenant.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct Product {
    /// Unique, `prod_…`.
    pub id: ProductId,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The order that it was made for first, while that is there.
    pub order_id: Option<OrderId>,
    /// The item that made it first, while that is there.
    pub order_item_id: Option<OrderItemId>,
    /// What can be done with it.
    pub r#type: ProductType,
    /// By its first bytes.
    pub mime_type: String,
    /// Bytes.
    pub file_size: i64,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub file_hash: String,
    /// Pixels across.
    pub width: Option<i64>,
    /// Pixels down.
    pub height: Option<i64>,
    /// Seconds.
    pub duration: Option<f64>,
    /// `ThumbHash` in base64: a blurred impression to show before the picture is there.
    pub thumbhash: Option<String>,
    /// What it was made from.
    pub prompt: String,
    /// What was not to be in it.
    pub negative_prompt: String,
    /// Who made it; of an imported one, the program.
    pub provider: Option<String>,
    /// What it was made with.
    pub model: Option<String>,
    /// The other parameters by their names.
    pub parameters: Value,
    /// Everything that is known of how it was made.
    pub metadata: Value,
    /// Whether the file carries content credentials (C2PA). They are kept, not checked.
    pub has_content_credentials: bool,
    /// Whether somebody likes it.
    pub liked: bool,
    /// 1 to 5.
    pub rating: Option<i64>,
    /// Up to 20 000 characters.
    pub notes: String,
    /// Counts the changes, from 1. A change names the version it was made from.
    pub version: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it went into the bin.
    pub deleted_at: Option<Timestamp>,
    /// The object with its bytes.
    #[graphql(skip)]
    pub file_path: String,
    /// The objects of its smaller copies, by `small`, `medium` and `large`.
    #[graphql(skip)]
    pub thumbnail_paths: Value,
    /// Those that were read together with it, so that what belongs to them is read at once.
    #[graphql(skip)]
    pub siblings: Arc<Siblings>,
}

/// A change to a product: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProductPatch {
    /// Whether somebody likes it.
    pub liked: Patch<bool>,
    /// 1 to 5; null: none.
    pub rating: Patch<i32>,
    /// Up to 20 000 characters.
    pub notes: Patch<String>,
}

impl ProductPatch {
    /// # Errors
    /// [`Error::Invalid`] for a rating beside 1 to 5 and for notes that are too long.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let mut faults = InvalidInput::default();
        if let Patch::Value(rating) = self.rating {
            note_rating(&mut faults, "patch.rating", rating);
        }
        if let Patch::Value(notes) = &self.notes {
            faults.note_length("patch.notes", notes, 0..=20_000);
        }
        Ok(faults.finish()?)
    }
}

pub(crate) fn note_rating(faults: &mut InvalidInput, path: &str, rating: i32) {
    faults.note(!(1..=5).contains(&rating), path, "out_of_range", "lies between 1 and 5");
}

/// # Errors
/// [`Error::Invalid`] for more than [`MOST_IDS`].
pub(crate) fn check_number(ids: &[ProductId]) -> Result<(), Error> {
    let mut faults = InvalidInput::default();
    let message = format!("may have {MOST_IDS} entries at most");
    faults.note(ids.len() > MOST_IDS, "ids", "too_many", message);
    Ok(faults.finish()?)
}

/// What `metadata` holds beside the parameters.
const NO_PARAMETERS: [&str; 9] = [
    "prompt",
    "negative_prompt",
    "negativePrompt",
    "provider",
    "model",
    "returned",
    "file_name",
    "tool",
    "raw",
];

/// How a product was made, as its metadata tell.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Recipe {
    pub(crate) prompt: String,
    pub(crate) negative_prompt: String,
    pub(crate) provider: Option<String>,
    pub(crate) model: Option<String>,
    pub(crate) parameters: Value,
}

/// Reads the recipe from metadata: `prompt`, `negative_prompt`, `provider`, `model`, and parameters beside them.
pub(crate) fn recipe(metadata: &Value) -> Recipe {
    let text = |name: &str| metadata[name].as_str().map(str::to_owned);
    let parameters = metadata.as_object().into_iter().flatten();
    let parameters = parameters.filter(|(name, _)| !NO_PARAMETERS.contains(&name.as_str()));
    Recipe {
        prompt: text("prompt").unwrap_or_default(),
        negative_prompt: text("negative_prompt").or_else(|| text("negativePrompt")).unwrap_or_default(),
        provider: text("provider").or_else(|| text("tool")),
        model: text("model"),
        parameters: parameters.map(|(name, value)| (name.clone(), value.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_recipe_is_read_from_metadata() {
        let read = recipe(&json!({"prompt": "a fox", "negative_prompt": "owls", "provider": "studio",
            "model": "flow", "steps": 20, "seed": "18446744073709551615", "returned": {"seed": 4}}));
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", "owls"));
        assert_eq!((read.provider.as_deref(), read.model.as_deref()), (Some("studio"), Some("flow")));
        assert_eq!(read.parameters, json!({"steps": 20, "seed": "18446744073709551615"}));
        assert_eq!(recipe(&Value::Null), Recipe { parameters: json!({}), ..Recipe::default() });
        assert_eq!(recipe(&json!({"tool": "comfyui"})).provider.as_deref(), Some("comfyui"));
    }

    #[test]
    fn a_patch_has_limits() {
        let check = |rating, notes: &str| {
            ProductPatch { rating, notes: Patch::Value(notes.to_owned()), liked: Patch::Absent }.check()
        };
        assert!(check(Patch::Value(5), "fine").is_ok());
        assert!(check(Patch::Null, "").is_ok());
        assert!(check(Patch::Value(0), "").is_err());
        assert!(check(Patch::Value(6), "").is_err());
        assert!(check(Patch::Absent, &"x".repeat(20_001)).is_err());
    }
}
