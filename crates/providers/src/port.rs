//! The port: what can be asked of any provider.
//!
//! Each adapter is a struct that holds its connection and the network, with these methods, which
//! [`Provider`](crate::Provider) forwards to:
//!
//! ```text
//! pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error>
//! pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error>
//! pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error>
//! pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error>
//! pub(crate) async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error>
//! pub(crate) async fn models(&self) -> Result<Vec<Model>, Error>
//! pub(crate) async fn check(&self) -> Result<(), Error>
//! pub(crate) fn poll_every(&self) -> Duration
//! ```
//!
//! `new` calls nobody. A provider that answers at once gives [`Progress::Done`] from `submit`; the others give a
//! ticket there, and fetch what was made in `poll`. What [`Fate`](crate::Fate) means:
//!
//! - from `submit`: `NotBegun`, nothing was ordered; `Unknown`, it may have been; `Ended`, it was, and failed.
//! - from `poll`: `Ended`, the work has failed and the ticket is of no more use; anything else, it could not be
//!   asked, and the same ticket may be asked with again.
//!
//! Requests are sent with `Http::send(Call)`, whose `Answer::accepted` turns refusals into errors; files are
//! fetched with `Http::fetch(address, &Reach)`. An address that a provider gave is asked with the key only where
//! it is of the same origin as the connection.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How to reach a provider: what its row says, and its opened key.
#[derive(Clone)]
pub struct Connection {
    /// Which adapter speaks to it: `studio`, `replicate`, `fal`, `civitai`, `openai`, `stability`, `comfyui`,
    /// `automatic1111`, `invokeai`.
    pub kind: String,
    /// Without a slash at its end; empty for the one that is built in.
    pub base_url: String,
    /// None for one that asks for none.
    pub key: Option<String>,
    /// What else its row holds.
    pub settings: Value,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, base_url, .. } = self;
        f.debug_struct("Connection").field("kind", kind).field("base_url", base_url).finish_non_exhaustive()
    }
}

/// A request for pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The provider's id of the model.
    pub model: String,
    /// Parameters under the model's own names, `prompt` among them.
    pub parameters: Map<String, Value>,
    /// How many pictures; adapters put it where the model wants it.
    pub quantity: u32,
    /// The same for every attempt whose fate is unknown, so that nothing is paid for twice.
    pub idempotency_key: String,
    /// Where news may be sent, if the provider can send any.
    pub webhook: Option<String>,
}

/// What stands for a request that a provider works on. It is stored, and outlives the process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The provider's id.
    pub id: String,
    /// What the adapter needs to ask again, such as addresses that the provider gave.
    pub details: Value,
}

/// How far a request is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// It waits at the provider.
    Queued(Ticket),
    /// It is being made; a share of 0 to 1 where the provider tells.
    Running(Ticket, Option<f64>),
    /// It is done.
    Done(Outcome),
}

/// Whether a request that was given up is charged for, as far as its provider says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// It is not: nobody had begun to work on it.
    Nothing,
    /// It may be.
    Possible,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The pictures, at least one.
    pub outputs: Vec<Output>,
    /// What the provider says it used, such as the seed that it drew.
    pub returned: Map<String, Value>,
    /// What it says it charges, in millionths of its currency.
    pub cost_micros: Option<i64>,
}

/// A picture or another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its bytes, no more than the cap of the provider's connection.
    pub bytes: Bytes,
    /// What the provider called its type. The bytes have the last word.
    pub claimed_type: Option<String>,
}

/// A model that a provider offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The provider's id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Such as `flux`.
    pub family: Option<String>,
    /// A JSON Schema of its parameters.
    pub parameter_schema: Value,
    /// Prices, with the day they were read on, where the provider tells.
    pub pricing: Option<Value>,
    /// Whether it can be ordered from.
    pub is_available: bool,
}

/// What a request would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// In millionths of the currency.
    pub cost_micros: i64,
    /// Three letters.
    pub currency: String,
}
