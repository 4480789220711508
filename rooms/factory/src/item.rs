//! Items: what an order was expanded into, one request each. They are the queue that workers take from.
//!
//! `queue` claims them with leases, `outcome` says what became of them, `lost` brings back what a worker left behind, `news`
//! has what a provider told of by itself.

use std::sync::Arc;

use async_graphql::{Enum, SimpleObject};
use atelier_base::{OrderId, OrderItemId, Randomness, Scope, Timestamp};
use atelier_providers::Category;
use atelier_sql::{Bulk, Row, Transaction, ValueKind};
use serde_json::Value;
use uuid::Uuid;

use crate::Error;

mod intent;
mod list;
mod log;
mod lost;
mod made;
mod news;
mod outcome;
mod queue;
mod siblings;
mod verdict;

pub use intent::{cancel, retry};
pub use list::{get, list, queue};
pub use log::{GenerationLog, logs};
pub(crate) use log::{Level, NewLog};
pub use lost::reap;
pub(crate) use lost::{hold_on, is_cancelled, let_go, resume};
pub(crate) use made::{Made, complete};
pub(crate) use news::{note_news, take_news};
pub(crate) use outcome::{Failure, fail, hold_back, mark, settle_cancelled};
pub use queue::{Claimed, LEASE, claim};
pub(crate) use queue::{Lane, lanes};
use siblings::Siblings;

/// What the items of an order have in common.
#[derive(Clone, Copy, Debug)]
pub struct Lot<'a> {
    /// The order.
    pub order: OrderId,
    /// The id of its provider: each has a lane of its own.
    pub provider: &'a str,
    /// How often an item is tried, the first time included; 1 or more.
    pub max_attempts: u32,
    /// The number of the first item within the order; the others follow.
    pub first: u32,
    /// Millionths that are held for each.
    pub reserved_micros: i64,
}

const ITEMS: Bulk = Bulk {
    table: "order_items",
    columns: &[
        ("id", ValueKind::Uuid),
        ("order_id", ValueKind::Uuid),
        ("sequence_number", ValueKind::Int),
        ("generation_parameter_set", ValueKind::Json),
        ("provider", ValueKind::Text),
        ("max_attempts", ValueKind::Int),
        ("reserved_cost_micros", ValueKind::Int),
        ("created_at", ValueKind::Int),
        ("updated_at", ValueKind::Int),
    ],
};

/// Lays down an item for each set of parameters, in their order; the order's counts follow. The sets may come
/// from an expansion that goes on: few of them are held at a time. Returns how many there were.
///
/// # Errors
/// [`atelier_sql::Error::Referenced`] when there is no such order, [`atelier_sql::Error::Exists`] when a number is
/// taken, and those of a statement.
pub async fn insert(
    transaction: &mut Transaction,
    scope: Scope,
    lot: Lot<'_>,
    (now, randomness): (Timestamp, &Randomness),
    parameters: impl IntoIterator<Item = Value>,
) -> Result<u64, atelier_sql::Error> {
    let rows = (i64::from(lot.first)..).zip(parameters).map(|(number, parameters)| {
        vec![
            OrderItemId::generate(now, randomness).uuid().into(),
            lot.order.uuid().into(),
            number.into(),
            parameters.into(),
            lot.provider.into(),
            lot.max_attempts.into(),
            lot.reserved_micros.into(),
            now.into(),
            now.into(),
        ]
    });
    transaction.insert(scope, ITEMS, rows).await
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrderItemStatus {
    /// It waits for its turn, or for another try.
    Pending,
    /// A worker has it and has not sent it yet.
    Claimed,
    /// It was sent to the provider, and waits there.
    Submitted,
    /// The provider works on it.
    Generating,
    /// It was made.
    Complete,
    /// It could not be made.
    Failed,
    /// It was called off.
    Cancelled,
}

impl OrderItemStatus {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Pending,
        Self::Claimed,
        Self::Submitted,
        Self::Generating,
        Self::Complete,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The word in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Claimed => "claimed",
            Self::Submitted => "submitted",
            Self::Generating => "generating",
            Self::Complete => "complete",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn read(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|status| status.name() == word);
        found.ok_or_else(|| Error::Unexpected(format!("{word} is no status of an item")))
    }
}

/// What sort of failure it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[expect(missing_docs, reason = "they are those of the providers")]
pub enum ErrorCategory {
    Transient,
    RateLimited,
    Network,
    FileSystem,
    ProviderOutage,
    Authentication,
    Validation,
    ContentPolicy,
    Unknown,
}

/// An item of an order.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct OrderItem {
    /// Unique, `item_…`.
    pub id: OrderItemId,
    /// The order that it is of.
    pub order_id: OrderId,
    /// Its number within the order, from 0.
    pub sequence_number: i64,
    /// How far it is.
    pub status: OrderItemStatus,
    /// The finished prompt.
    pub prompt: String,
    /// The finished negative prompt.
    pub negative_prompt: String,
    /// The other parameters under the model's own names.
    pub parameters: Value,
    /// Its value on each axis of the order, empty where it has none.
    pub axes: Vec<String>,
    /// The id of its provider.
    pub provider: String,
    /// What the provider calls it.
    pub provider_request_id: Option<String>,
    /// How often it was tried.
    pub attempt: i64,
    /// How often it may be tried.
    pub max_attempts: i64,
    /// When it is tried again at the earliest; null unless it waits for that.
    pub next_attempt_at: Option<Timestamp>,
    /// Whether its attempts were used up.
    pub is_exhausted: bool,
    /// What sort of failure its last one was.
    pub error_category: Option<ErrorCategory>,
    /// What happened, of the provider where it said something fit for people.
    pub error_message: Option<String>,
    /// When it was first begun.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub completed_at: Option<Timestamp>,
    #[graphql(skip)]
    pub(crate) settled_micros: Option<i64>,
    #[graphql(skip)]
    pub(crate) siblings: Arc<Siblings>,
}

/// The columns that [`OrderItem::read`] wants.
const COLUMNS: &str = "i.id, i.order_id, i.sequence_number, i.status, i.generation_parameter_set, i.provider, \
    i.provider_request_id, i.attempt, i.max_attempts, i.next_attempt_at, i.is_exhausted, i.error_category, \
    i.error_message, i.started_at, i.completed_at, i.settled_cost_micros";

impl OrderItem {
    /// Items that were read together.
    fn read_all(rows: &[Row]) -> Result<Vec<Self>, Error> {
        let ids = rows.iter().map(|row| Ok(OrderItemId::from_uuid(row.get::<Uuid>("id")?)));
        let siblings = Siblings::of(ids.collect::<Result<_, Error>>()?);
        rows.iter().map(|row| Self::read(row, siblings.clone())).collect()
    }

    fn read(row: &Row, siblings: Arc<Siblings>) -> Result<Self, Error> {
        let asked: Value = row.find("generation_parameter_set")?.unwrap_or_default();
        let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
        let status = OrderItemStatus::read(&row.get::<String>("status")?)?;
        let next = row.get::<i64>("next_attempt_at")?;
        let waits = status == OrderItemStatus::Pending && 0 < next;
        let category = row.find::<String>("error_category")?;
        Ok(Self {
            id: OrderItemId::from_uuid(row.get::<Uuid>("id")?),
            order_id: OrderId::from_uuid(row.get::<Uuid>("order_id")?),
            sequence_number: row.get("sequence_number")?,
            status,
            prompt: text("prompt"),
            negative_prompt: text("negative_prompt"),
            parameters: asked
                .get("parameters")
                .cloned()
                .unwrap_or_else(|| Value::Object(serde_json::Map::new())),
            axes: serde_json::from_value(asked["axes"].clone()).unwrap_or_default(),
            provider: row.get("provider")?,
            provider_request_id: row.find("provider_request_id")?,
            attempt: row.get("attempt")?,
            max_attempts: row.get("max_attempts")?,
            next_attempt_at: waits.then(|| Timestamp::from_millis(next)),
            is_exhausted: row.get("is_exhausted")?,
            error_category: category.as_deref().and_then(category_of).map(ErrorCategory::from),
            error_message: row.find("error_message")?,
            started_at: row.find("started_at")?,
            completed_at: row.find("completed_at")?,
            settled_micros: row.find("settled_cost_micros")?,
            siblings,
        })
    }
}

/// Every category of the providers.
const CATEGORIES: [Category; 9] = [
    Category::Transient,
    Category::RateLimited,
    Category::Network,
    Category::FileSystem,
    Category::ProviderOutage,
    Category::Authentication,
    Category::Validation,
    Category::ContentPolicy,
    Category::Unknown,
];

fn category_of(word: &str) -> Option<Category> {
    CATEGORIES.into_iter().find(|category| category.name() == word)
}

impl From<Category> for ErrorCategory {
    fn from(category: Category) -> Self {
        match category {
            Category::Transient => Self::Transient,
            Category::RateLimited => Self::RateLimited,
            Category::Network => Self::Network,
            Category::FileSystem => Self::FileSystem,
            Category::ProviderOutage => Self::ProviderOutage,
            Category::Authentication => Self::Authentication,
            Category::Validation => Self::Validation,
            Category::ContentPolicy => Self::ContentPolicy,
            Category::Unknown => Self::Unknown,
        }
    }
}

impl ErrorCategory {
    /// A title, and what a person can do.
    pub(crate) const fn advice(self) -> (&'static str, &'static str) {
        match self {
            Self::Transient => ("The provider failed", "It is tried again by itself."),
            Self::RateLimited => (
                "The provider asks for patience",
                "It is tried again by itself. Lower the requests a minute.",
            ),
            Self::Network => {
                ("No answer came through", "It is tried again by itself. Look at the connection.")
            }
            Self::FileSystem => ("The file could not be kept", "Look at the disk, then retry."),
            Self::ProviderOutage => {
                ("The provider is down", "It is tried again by itself. Look at its status page.")
            }
            Self::Authentication => (
                "The key was not accepted",
                "Store a valid key for the provider; what waits goes on by itself.",
            ),
            Self::Validation => ("The request was refused", "Correct the parameters, and order again."),
            Self::ContentPolicy => {
                ("The content was not allowed", "Change the prompt, or order from another provider.")
            }
            Self::Unknown => (
                "Nobody knows what became of it",
                "Look into the account at the provider, then retry: it may be charged again.",
            ),
        }
    }
}
