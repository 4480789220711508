//! `ComfyUI` on a machine of one's own: a workflow goes in, its history says what came of it.
//!
//! The workflow is one in the form of the API, in the parameter `workflow` or under the model's name in the
//! row's settings (`{"workflows": {"poster": {…}}}`), with `%prompt%` and the like where parameters go. A model
//! without one is a checkpoint, and gets the usual workflow from words to pictures.
//!
//! The ids are ours and follow from the key of the request: before anything is sent, the machine is asked
//! whether it has that id. Its history lives in memory: an id that it does not know any more is lost.

mod graph;
mod history;
mod models;
mod refusal;

use std::time::Duration;

use serde_json::{Map, Value, json};
use url::form_urlencoded;

use crate::cloud::ended;
use crate::drawn;
use crate::error::{Category, Error, Fate};
use crate::http::Http;
use crate::machine::{self, Machine, Shows};
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};
use history::File;
use models::Choices;

/// A connection to a `ComfyUI`.
#[derive(Debug)]
pub(crate) struct ComfyUi(Machine);

/// Where the machine has an id.
enum Place {
    Pending,
    Running,
    /// In the history: as it is there.
    Ended(Value),
    Nowhere,
}

impl ComfyUi {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Machine::new(connection, http, Shows::Bearer)?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let workflow = self.workflow(request)?;
        let mut ids: Vec<String> = Vec::new();
        let (rounds, values) = rounds(&workflow, request)?;
        for round in 0..rounds {
            let graph = graph::fill(&workflow, &of_round(&values, round))?;
            let id = drawn::id(&request.idempotency_key, round);
            let begun = self.begin(id, graph, &workflow).await;
            // What was begun before it goes on.
            ids.push(begun.map_err(|error| if ids.is_empty() { error } else { error.fate(Fate::Unknown) })?);
        }
        let id = ids.first().cloned().unwrap_or_default();
        Ok(Progress::Queued(Ticket { id, details: json!({"ids": ids, "seed": values.get("seed")}) }))
    }

    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let ids = ids(ticket);
        let (mut found, mut running) = (Vec::new(), false);
        for id in &ids {
            match self.find(id).await.map_err(|error| error.fate(Fate::Unknown))? {
                Place::Pending => {}
                Place::Running => running = true,
                Place::Ended(entry) => found.push(entry),
                // Its queue and history are gone with the process that had them, and so is the work.
                Place::Nowhere => {
                    return Err(ended(Category::Transient, "ComfyUI does not know the request any more"));
                }
            }
        }
        if found.len() == ids.len() {
            return Ok(Progress::Done(self.collect(ticket, &found).await?));
        }
        let share = (!found.is_empty()).then(|| share(found.len(), ids.len()));
        if running || share.is_some() {
            return Ok(Progress::Running(ticket.clone(), share));
        }
        Ok(Progress::Queued(ticket.clone()))
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        let ids = ids(ticket);
        let waiting = self.0.post("/queue", json!({"delete": ids}))?;
        self.0.send(waiting).await?.accepted()?;
        let queue = self.0.read("/queue").await?;
        let running: Vec<_> = ids.iter().filter(|id| has(&queue["queue_running"], id)).collect();
        for id in running {
            // Older versions do not read the id and stop whatever runs, which is why this one was looked for.
            let running = self.0.post("/interrupt", json!({"prompt_id": id}))?;
            self.0.send(running).await?.accepted()?;
        }
        Ok(Charge::Nothing)
    }

    /// The machine is one's own.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, _: &Request) -> Result<Option<Estimate>, Error> {
        Ok(Some(machine::free()))
    }

    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        let loader = self.0.read("/object_info/CheckpointLoaderSimple").await?;
        let sampler = self.0.read("/object_info/KSampler").await?;
        let workflows = self.0.connection.settings["workflows"].as_object().cloned().unwrap_or_default();
        Ok(Choices::read(&loader, &sampler).models(&workflows))
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        let queue = self.0.read("/queue").await?;
        if queue["queue_running"].is_array() {
            Ok(())
        } else {
            Err(Error::new(Category::Validation, "What answers at this address is no ComfyUI"))
        }
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn workflow(&self, request: &Request) -> Result<Value, Error> {
        let stored = self.0.connection.settings["workflows"].get(&request.model);
        let Some(workflow) = request.parameters.get("workflow").or(stored) else {
            return Ok(graph::text_to_image());
        };
        if graph::is_workflow(workflow) {
            return Ok(workflow.clone());
        }
        let message = "The workflow is not in the form of the API: in ComfyUI, export it with “Export (API)”";
        Err(Error::new(Category::Validation, message).parameter("workflow"))
    }

    /// Hands the graph over unless the machine has it. Returns the id under which it is there.
    async fn begin(&self, id: String, graph: Value, workflow: &Value) -> Result<String, Error> {
        match self.find(&id).await? {
            Place::Pending | Place::Running => return Ok(id),
            Place::Ended(entry) if !history::has_failed(&entry) => return Ok(id),
            Place::Ended(_) => {
                // Otherwise the failure of the last attempt would be read for that of this one.
                let forget = self.0.post("/history", json!({"delete": [id]}))?;
                self.0.send(forget).await?.accepted()?;
            }
            Place::Nowhere => {}
        }
        let call = self.0.post("/prompt", json!({"prompt": graph, "prompt_id": id}))?;
        let answer = self.0.send(call).await?;
        if answer.status == 400 {
            return Err(refusal::refusal(&answer.json().unwrap_or_default(), workflow));
        }
        let body = answer.accepted()?.json()?;
        // Older versions draw an id of their own.
        let id = body["prompt_id"].as_str().map(str::to_owned);
        id.ok_or_else(|| Error::new(Category::Transient, "ComfyUI gave no id").fate(Fate::Unknown))
    }

    async fn find(&self, id: &str) -> Result<Place, Error> {
        let in_history = async || -> Result<Option<Value>, Error> {
            Ok(self.0.read(&format!("/history/{id}")).await?.get(id).cloned())
        };
        if let Some(entry) = in_history().await? {
            return Ok(Place::Ended(entry));
        }
        let queue = self.0.read("/queue").await?;
        if has(&queue["queue_running"], id) {
            return Ok(Place::Running);
        }
        if has(&queue["queue_pending"], id) {
            return Ok(Place::Pending);
        }
        // It may have ended between the two questions.
        Ok(in_history().await?.map_or(Place::Nowhere, Place::Ended))
    }

    /// The pictures of all that ended. Where some failed, those that did not are taken.
    async fn collect(&self, ticket: &Ticket, ended: &[Value]) -> Result<Outcome, Error> {
        let (mut files, mut failure) = (Vec::new(), None);
        for entry in ended {
            match history::pictures(entry) {
                Ok(found) => files.extend(found),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        let mut returned = Map::new();
        match failure {
            Some(failure) if files.is_empty() => return Err(failure),
            Some(failure) => _ = returned.insert("failure".to_owned(), failure.message.into()),
            None => {}
        }
        if let Some(seed) = ticket.details.get("seed").filter(|seed| !seed.is_null()) {
            returned.insert("seed".to_owned(), seed.clone());
        }
        let mut outputs = Vec::with_capacity(files.len());
        for file in &files {
            outputs.push(self.fetch(file).await.map_err(|error| error.fate(Fate::Unknown))?);
        }
        Ok(Outcome { outputs, returned, cost_micros: Some(0) })
    }

    async fn fetch(&self, file: &File) -> Result<Output, Error> {
        let File { name, subfolder, kind } = file;
        let query = [("filename", name), ("subfolder", subfolder), ("type", kind)];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        self.0.file(&format!("/view?{query}")).await
    }
}

/// How often the workflow is to run for the quantity, and the values of its first run.
fn rounds(workflow: &Value, request: &Request) -> Result<(u32, Map<String, Value>), Error> {
    let mut values = models::defaults(&request.model, drawn::seed(&request.idempotency_key));
    values.extend(request.parameters.clone());
    values.remove("workflow");
    values.insert("model".to_owned(), request.model.clone().into());
    values.insert("quantity".to_owned(), request.quantity.into());
    let names = graph::names(workflow);
    let asks_for = |name: &str| names.iter().any(|found| found == name);
    if request.quantity <= 1 || asks_for("quantity") {
        return Ok((1, values));
    }
    // The same graph with the same seed is not run again: the machine would show the same picture.
    if !asks_for("seed") {
        let message = "The workflow makes one picture: it has neither %quantity% nor %seed% in it";
        return Err(Error::new(Category::Validation, message).parameter("workflow"));
    }
    Ok((request.quantity, values))
}

/// The same values, and a seed of its own for each round.
fn of_round(values: &Map<String, Value>, round: u32) -> Map<String, Value> {
    let mut values = values.clone();
    if let Some(seed) = values.get("seed").and_then(Value::as_u64) {
        values.insert("seed".to_owned(), seed.wrapping_add(u64::from(round)).into());
    }
    values
}

fn ids(ticket: &Ticket) -> Vec<String> {
    let ids = ticket.details["ids"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let ids: Vec<String> = ids.map(str::to_owned).collect();
    if ids.is_empty() { vec![ticket.id.clone()] } else { ids }
}

/// Whether a part of the queue has the id: its entries are lists with the id in the second place.
fn has(queue: &Value, id: &str) -> bool {
    queue.as_array().is_some_and(|entries| entries.iter().any(|entry| entry[1] == id))
}

fn share(ended: usize, all: usize) -> f64 {
    let exact = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    exact(ended) / exact(all)
}
