//! Orders: what was asked for, and how far it is. Their items are in `item.rs`.
//!
//! An order's status is never set by hand: it follows from its items and from two intents, to pause and to cancel
//! (`status.rs`). What it may cost is reserved when it is placed and settled as its items end (`budget.rs`).

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_base::{OrderId, OrderTemplateId, ProjectId, Timestamp};
use atelier_sql::Row;
use serde_json::Value;
use uuid::Uuid;

use crate::Error;
use crate::prompt::{PromptInput, PromptSyntax};

mod bin;
mod budget;
mod intent;
mod line;
mod list;
mod place;
mod row;
mod status;

pub use bin::{delete, restore};
pub(crate) use budget::{Settlement, settle};
pub(crate) use intent::{call_off_items, try_again};
pub use intent::{cancel, cancel_all, pause, resume, retry, set_priority};
pub(crate) use line::PLACE;
pub use line::{Goal, line, move_to};
pub use list::{OrderFilter, get, list};
pub use place::place;
pub use row::{OrderRow, insert};
use status::find;
pub(crate) use status::{derive, find_in, hold};

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrderStatus {
    /// It is not placed yet.
    Draft,
    /// Nothing of it was begun.
    Pending,
    /// Some of it was begun.
    Processing,
    /// Nothing more of it is begun until it is resumed.
    Paused,
    /// All of it was made.
    Fulfilled,
    /// Some of it was made, and no more will be.
    PartiallyFulfilled,
    /// Nothing of it could be made.
    Failed,
    /// It was called off.
    Cancelled,
}

impl OrderStatus {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Pending,
        Self::Processing,
        Self::Paused,
        Self::Fulfilled,
        Self::PartiallyFulfilled,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The word in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pending => "pending",
            Self::Processing => "processing",
            Self::Paused => "paused",
            Self::Fulfilled => "fulfilled",
            Self::PartiallyFulfilled => "partially_fulfilled",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn read(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|status| status.name() == word);
        found.ok_or_else(|| Error::Unexpected(format!("{word} is no status of an order")))
    }
}

/// An order that is to be placed.
#[derive(Clone, Debug, InputObject)]
pub struct NewOrder {
    /// What is ordered.
    pub prompt: PromptInput,
    /// Orders of a higher one are served first; 0 is usual.
    #[graphql(default)]
    pub priority: i32,
    /// More than this is never spent on it, in units of the currency.
    pub budget: Option<f64>,
    /// Up to 128 characters of the caller's: placed again with the same ones, it is the same order.
    pub idempotency_key: Option<String>,
    /// The template that it was made from.
    pub template_id: Option<OrderTemplateId>,
}

/// An order of a tenant.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
#[graphql(complex)]
pub struct Order {
    /// Unique, `ord_…`.
    pub id: OrderId,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The id of its provider.
    pub provider: String,
    /// The provider's id of its model.
    pub model: String,
    /// How far it is.
    pub status: OrderStatus,
    /// The prompt as it was written.
    pub prompt: String,
    /// The negative prompt as it was written.
    pub negative_prompt: String,
    /// The parameters as they were asked for.
    pub parameters: Value,
    /// How its prompts were read.
    pub syntax: PromptSyntax,
    /// Where all chance of it came from.
    pub seed: String,
    /// Images an item.
    pub quantity: i64,
    /// So many items, chosen by chance, instead of all.
    pub sample: Option<i64>,
    /// The tokens that chose: `[{"name": …, "values": […]}]`.
    pub axes: Value,
    /// Its items.
    pub expanded_count: i64,
    /// Those that were made.
    pub completed_count: i64,
    /// Those that could not be made.
    pub failed_count: i64,
    /// Orders of a higher one are served first.
    pub priority: i64,
    #[graphql(skip)]
    pub(crate) money: Money,
    /// Three letters.
    pub currency: String,
    /// The template that it was made from.
    pub template_id: Option<OrderTemplateId>,
    /// Counts the changes, from 1.
    pub version: i64,
    /// When it was placed.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Since when it lies in the bin.
    pub deleted_at: Option<Timestamp>,
}

/// Millionths of an order's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) budget: Option<i64>,
    pub(crate) estimated: Option<i64>,
    pub(crate) reserved: i64,
    pub(crate) settled: i64,
}

/// The columns that [`Order::read`] wants.
const COLUMNS: &str = "id, project_id, provider, model, status, base_parameter_set, axes, expanded_count, \
    completed_count, failed_count, template_id, priority, seed, budget_micros, estimated_cost_micros, \
    reserved_cost_micros, settled_cost_micros, currency, version, created_at, updated_at, deleted_at";

impl Order {
    fn read(row: &Row) -> Result<Self, Error> {
        let asked: Value = row.get("base_parameter_set")?;
        let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            id: OrderId::from_uuid(row.get("id")?),
            project_id: row.find::<Uuid>("project_id")?.map(ProjectId::from_uuid),
            provider: row.get("provider")?,
            model: row.get("model")?,
            status: OrderStatus::read(&row.get::<String>("status")?)?,
            prompt: text("prompt"),
            negative_prompt: text("negative_prompt"),
            parameters: asked
                .get("parameters")
                .cloned()
                .unwrap_or_else(|| Value::Object(serde_json::Map::new())),
            syntax: serde_json::from_value(asked["syntax"].clone()).unwrap_or_default(),
            seed: row.find("seed")?.unwrap_or_else(|| "0".to_owned()),
            quantity: asked["quantity"].as_i64().unwrap_or(1),
            sample: asked["sample"].as_i64(),
            axes: row.find("axes")?.unwrap_or_else(|| Value::Array(Vec::new())),
            expanded_count: row.get("expanded_count")?,
            completed_count: row.get("completed_count")?,
            failed_count: row.get("failed_count")?,
            priority: row.get("priority")?,
            money: Money {
                budget: row.find("budget_micros")?,
                estimated: row.find("estimated_cost_micros")?,
                reserved: row.get("reserved_cost_micros")?,
                settled: row.get("settled_cost_micros")?,
            },
            currency: row.get("currency")?,
            template_id: row.find::<Uuid>("template_id")?.map(OrderTemplateId::from_uuid),
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            updated_at: row.get("updated_at")?,
            deleted_at: row.find("deleted_at")?,
        })
    }
}
