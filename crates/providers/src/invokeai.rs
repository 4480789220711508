//! `InvokeAI` on a machine of one's own: a graph is put into its queue, one item for each picture.
//!
//! The batch says in its `destination` which request it is for, so that one that was put in is found again.

mod graph;
mod models;

use std::time::Duration;

use serde_json::{Map, Value, json};
use url::form_urlencoded;

use crate::cloud::ended as gone;
use crate::drawn;
use crate::error::{Category, Error, Fate};
use crate::http::Http;
use crate::machine::{self, Machine, Shows};
use crate::message::plain;
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Progress, Request, Ticket};

const QUEUE: &str = "/api/v1/queue/default";

/// A connection to an `InvokeAI`.
#[derive(Debug)]
pub(crate) struct InvokeAi(Machine);

/// How far an item of the queue is.
enum Stage {
    Pending,
    Running,
    Completed,
    Failed(Error),
}

impl InvokeAi {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Machine::new(connection, http, Shows::Bearer)?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let destination = format!("atelier-{}", drawn::id(&request.idempotency_key, 0));
        let mut ids = self.alive(&destination).await?;
        if ids.is_empty() {
            let list = self.0.read("/api/v2/models/").await?;
            let (graph, seeded) = graph::text_to_image(request, &list)?;
            let seeds = seeds(request);
            let data = json!([[{"node_path": seeded, "field_name": "seed", "items": seeds}]]);
            let batch = json!({"graph": graph, "runs": 1, "data": data,
                "origin": "atelier", "destination": destination});
            let body = json!({"batch": batch, "prepend": false});
            let answer = self.0.send(self.0.post(&format!("{QUEUE}/enqueue_batch"), body)?).await?;
            let said = answer.accepted().map_err(shown)?.json()?;
            ids = said["item_ids"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        }
        if ids.is_empty() {
            // Older ones do not tell the ids in their answer.
            ids = self.alive(&destination).await.map_err(|error| error.fate(Fate::Unknown))?;
        }
        let first = ids.first().ok_or_else(|| {
            Error::new(Category::Transient, "InvokeAI took the request and put nothing into its queue")
        })?;
        Ok(Progress::Queued(Ticket { id: first.to_string(), details: json!({"ids": ids}) }))
    }

    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let ids = ids(ticket);
        let (mut ended, mut failure, mut running, mut open) = (Vec::new(), None, false, 0);
        for id in &ids {
            let item = self.item(id).await.map_err(|error| match error.category {
                // The queue was emptied, and with it the work.
                Category::Validation => {
                    gone(Category::Transient, "InvokeAI does not know the request any more")
                }
                _ => error.fate(Fate::Unknown),
            })?;
            match stage(&item) {
                Stage::Completed => ended.push(item),
                Stage::Failed(error) => failure = failure.or(Some(error)),
                Stage::Running => (running, open) = (true, open + 1),
                Stage::Pending => open += 1,
            }
        }
        match (open, failure) {
            (0, Some(failure)) if ended.is_empty() => Err(failure),
            (0, failure) => Ok(Progress::Done(self.collect(&ended, failure).await?)),
            (_, failure) if running || failure.is_some() || !ended.is_empty() => {
                Ok(Progress::Running(ticket.clone(), share(ids.len() - open, ids.len())))
            }
            _ => Ok(Progress::Queued(ticket.clone())),
        }
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        for id in ids(ticket) {
            let answer = self.0.send(self.0.put(&format!("{QUEUE}/i/{id}/cancel"), json!({}))?).await?;
            if answer.status != 404 {
                answer.accepted()?;
            }
        }
        Ok(Charge::Nothing)
    }

    /// The machine is one's own.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, _: &Request) -> Result<Option<Estimate>, Error> {
        Ok(Some(machine::free()))
    }

    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        Ok(models::all(&self.0.read("/api/v2/models/").await?))
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        if self.0.read(&format!("{QUEUE}/status")).await?["queue"].is_object() {
            return Ok(());
        }
        Err(Error::new(Category::Validation, "What answers at this address is no InvokeAI"))
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    async fn item(&self, id: &str) -> Result<Value, Error> {
        self.0.read(&format!("{QUEUE}/i/{id}")).await
    }

    /// The items of a request that are in the queue and did not fail. None where the machine can't look for them.
    async fn alive(&self, destination: &str) -> Result<Vec<u64>, Error> {
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("destination", destination).finish();
        let answer = self.0.send(self.0.get(&format!("{QUEUE}/list_all?{query}"))?).await?;
        if matches!(answer.status, 404 | 405 | 422) {
            return Ok(Vec::new());
        }
        let list = answer.accepted()?.json()?;
        let items = list.as_array().into_iter().flatten().filter(|item| item["destination"] == destination);
        let alive = items.filter(|item| !matches!(item["status"].as_str(), Some("failed" | "canceled")));
        Ok(alive.filter_map(|item| item["item_id"].as_u64()).collect())
    }

    /// The pictures of the items. Where some failed, those that did not are taken.
    async fn collect(&self, ended: &[Value], failure: Option<Error>) -> Result<Outcome, Error> {
        let (mut outputs, mut seeds) = (Vec::new(), Vec::new());
        for item in ended {
            for name in pictures(item).collect::<Vec<_>>() {
                let file = self.0.file(&format!("/api/v1/images/i/{name}/full")).await;
                outputs.push(file.map_err(|error| error.fate(Fate::Unknown))?);
            }
            let values = item["field_values"].as_array().into_iter().flatten();
            seeds.extend(
                values.filter(|value| value["field_name"] == "seed").map(|value| value["value"].clone()),
            );
        }
        if outputs.is_empty() {
            return Err(gone(Category::Unknown, "InvokeAI ended without a picture"));
        }
        let mut returned = Map::new();
        if let Some(failure) = failure {
            returned.insert("failure".to_owned(), failure.message.into());
        }
        if let Some(seed) = seeds.first().cloned() {
            returned.insert("seed".to_owned(), seed);
            returned.insert("seeds".to_owned(), seeds.into());
        }
        Ok(Outcome { outputs, returned, cost_micros: Some(0) })
    }
}

/// A seed for each picture.
fn seeds(request: &Request) -> Vec<u64> {
    let first = request.parameters.get("seed").and_then(Value::as_u64);
    let first = first.unwrap_or_else(|| drawn::seed(&request.idempotency_key));
    (0..u64::from(request.quantity.max(1))).map(|number| first.wrapping_add(number) % (1 << 32)).collect()
}

fn ids(ticket: &Ticket) -> Vec<String> {
    let ids = ticket.details["ids"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    if ids.is_empty() { vec![ticket.id.clone()] } else { ids }
}

fn stage(item: &Value) -> Stage {
    let ended = |category, message: String| Stage::Failed(gone(category, message));
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    match text("status") {
        "pending" => Stage::Pending,
        "completed" => Stage::Completed,
        "canceled" => ended(Category::Unknown, "It was stopped in InvokeAI".to_owned()),
        "failed" if text("error_type").contains("OutOfMemory") => {
            ended(Category::Transient, "The machine had not enough memory for it".to_owned())
        }
        "failed" => ended(
            Category::Unknown,
            match (text("error_type"), plain(text("error_message"))) {
                ("", said) if said.is_empty() => "InvokeAI failed, and did not say why".to_owned(),
                (class, said) if said.is_empty() => format!("InvokeAI failed with {class}"),
                (_, said) => said,
            },
        ),
        _ => Stage::Running,
    }
}

/// The names of the pictures that an item made.
fn pictures(item: &Value) -> impl Iterator<Item = &str> {
    let results = item["session"]["results"].as_object().into_iter().flat_map(Map::values);
    let pictures = results.filter(|result| result["type"] == "image_output");
    pictures.filter_map(|picture| picture["image"]["image_name"].as_str())
}

/// The refusal without what only the machine's owner should read.
fn shown(error: Error) -> Error {
    Error { message: plain(&error.message), ..error }
}

fn share(ended: usize, all: usize) -> Option<f64> {
    let exact = |count: usize| u32::try_from(count).ok().map(f64::from);
    exact(ended).filter(|ended| 0.0 < *ended).zip(exact(all)).map(|(ended, all)| ended / all)
}
