//! The adapter of the studio, which paints on this machine.
//!
//! A request that names no seed, or −1, gets one that is drawn from its key, so that a repetition paints the same.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::cloud::ended;
use crate::drawn;
use crate::error::{Category, Error};
use crate::http::Http;
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};
use crate::studio::{self, Painting, StudioError};

/// Pictures that one request may ask for.
const MOST: u32 = 16;
/// The largest seed that every JSON reader holds exactly; pictures of one request count around it.
const EXACT: u64 = (1 << 53) - 1;

/// Requests that are being painted, and whether each is still wanted.
type Running = Arc<Mutex<Vec<(String, Arc<AtomicBool>)>>>;

/// The studio.
#[derive(Debug, Default)]
pub(crate) struct Painter {
    running: Running,
}

/// Holds a request among those that run. When it goes, nobody waits for the picture any more.
struct Wanted {
    running: Running,
    is_cancelled: Arc<AtomicBool>,
}

impl Wanted {
    fn new(running: &Running, key: &str) -> Self {
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let entry = (key.to_owned(), Arc::clone(&is_cancelled));
        running.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        Self { running: Arc::clone(running), is_cancelled }
    }
}

impl Drop for Wanted {
    fn drop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|(_, flag)| !Arc::ptr_eq(flag, &self.is_cancelled));
    }
}

impl Painter {
    #[expect(clippy::unnecessary_wraps, reason = "as all adapters")]
    pub(crate) fn new(_: Connection, _: Http) -> Result<Self, Error> {
        Ok(Self::default())
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let quantity = request.quantity.max(1);
        if MOST < quantity {
            let message = format!("The studio makes at most {MOST} pictures for one request");
            return Err(Error::new(Category::Validation, message).parameter("quantity"));
        }
        let wanted = Wanted::new(&self.running, &request.idempotency_key);
        let first = first_seed(request);
        let mut paintings = Vec::new();
        for index in 0..u64::from(quantity) {
            let mut parameters = request.parameters.clone();
            if let Some(first) = first {
                parameters.insert("seed".to_owned(), following(first, index).into());
            }
            paintings.push(self.paint(&request.model, parameters, &wanted).await?);
        }
        Ok(Progress::Done(outcome(paintings)))
    }

    async fn paint(
        &self,
        model: &str,
        parameters: Map<String, Value>,
        wanted: &Wanted,
    ) -> Result<Painting, Error> {
        let (model, flag) = (model.to_owned(), Arc::clone(&wanted.is_cancelled));
        let work = move || studio::paint(&model, &parameters, &|| flag.load(Ordering::Relaxed));
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok(painting)) => Ok(painting),
            Ok(Err(error)) => Err(failure(error)),
            Err(_) => Err(ended(Category::Unknown, "The studio broke off while it painted")),
        }
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn poll(&self, _: &Ticket) -> Result<Progress, Error> {
        Err(ended(Category::Unknown, "The studio answers at once and keeps nothing to ask about"))
    }

    /// The id of the ticket is the key of the request.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        for (_, flag) in running.iter().filter(|(key, _)| *key == ticket.id) {
            flag.store(true, Ordering::Relaxed);
        }
        Ok(Charge::Nothing)
    }

    /// It costs nothing.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, _: &Request) -> Result<Option<Estimate>, Error> {
        Ok(Some(Estimate { cost_micros: 0, currency: "USD".to_owned() }))
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        let model = |model: &studio::StudioModel| Model {
            id: model.id.to_owned(),
            name: model.name.to_owned(),
            family: Some("studio".to_owned()),
            parameter_schema: model.parameter_schema(),
            pricing: None,
            is_available: true,
        };
        Ok(studio::MODELS.iter().map(model).collect())
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }
}

/// The seed of the first picture; none when what was given is no number, which the studio then refuses.
fn first_seed(request: &Request) -> Option<u64> {
    match request.parameters.get("seed") {
        None | Some(Value::Null) => Some(drawn::seed(&request.idempotency_key)),
        Some(seed) if seed.as_i64() == Some(-1) => Some(drawn::seed(&request.idempotency_key)),
        Some(seed) => seed.as_u64(),
    }
}

/// The seed of a later picture. The first is painted from the very seed that was given.
fn following(first: u64, index: u64) -> u64 {
    if index == 0 { first } else { first.wrapping_add(index) & EXACT }
}

fn outcome(paintings: Vec<Painting>) -> Outcome {
    let mut returned = Map::new();
    if let Some(first) = paintings.first() {
        returned.insert("seed".to_owned(), first.seed.into());
        returned.insert("width".to_owned(), first.width.into());
        returned.insert("height".to_owned(), first.height.into());
    }
    let seeds: Vec<u64> = paintings.iter().map(|painting| painting.seed).collect();
    let palettes: Vec<&[String]> = paintings.iter().map(|painting| painting.palette.as_slice()).collect();
    returned.insert("seeds".to_owned(), json!(seeds));
    returned.insert("palettes".to_owned(), json!(palettes));
    let output = |painting: Painting| Output {
        bytes: painting.png.into(),
        claimed_type: Some("image/png".to_owned()),
    };
    Outcome { outputs: paintings.into_iter().map(output).collect(), returned, cost_micros: Some(0) }
}

fn failure(error: StudioError) -> Error {
    let message = error.to_string();
    match error {
        StudioError::Parameter { name, .. } => Error::new(Category::Validation, message).parameter(name),
        StudioError::Cancelled | StudioError::Encoding(_) => ended(Category::Unknown, message),
    }
}
