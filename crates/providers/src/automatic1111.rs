//! AUTOMATIC1111 and Forge on a machine of one's own: one request at a time, answered with its pictures.
//!
//! The machine keeps no requests, and tells progress of what it does just now, whoever asked for it. Requests
//! carry an id of ours, so that what is told or stopped is surely theirs. The key is `name:password`.

mod answer;
mod models;

use std::time::Duration;

use serde_json::{Value, json};

use crate::cloud::ended;
use crate::drawn;
use crate::error::{Category, Error, Fate};
use crate::http::{Http, from_base64, from_data_uri, is_data_uri};
use crate::machine::{self, Machine, Shows};
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};

/// A call lasts as long as the work does and all that was asked before: so many times what is waited for others.
const PATIENCE: u32 = 15;

/// A connection to it.
#[derive(Debug)]
pub(crate) struct Automatic1111(Machine);

impl Automatic1111 {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Machine::new(connection, http, Shows::Basic)?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let settings = self.0.http.settings();
        let call = self.0.post("/sdapi/v1/txt2img", body(request))?.timeout(settings.timeout * PATIENCE);
        let room = settings.largest_output / 3 * 4;
        let answer = self.0.send(call.largest(settings.largest_answer + room)).await?;
        if answer.status != 200 {
            return Err(answer::refusal(&answer));
        }
        let said = answer.json()?;
        // What was made is described as JSON in a text.
        let info = said["info"].as_str().and_then(|info| serde_json::from_str(info).ok());
        let info: Value = info.unwrap_or_default();
        let (mut outputs, mut failure) = (Vec::new(), None);
        for picture in answer::pictures(&said, &info, request.quantity) {
            match output(picture, settings.largest_output) {
                Ok(output) => outputs.push(output),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        let mut returned = answer::returned(&info);
        match failure {
            Some(failure) if outputs.is_empty() => return Err(failure),
            Some(failure) => _ = returned.insert("failure".to_owned(), failure.message.into()),
            None if outputs.is_empty() => {
                let message = "The answer has no picture in it";
                return Err(Error::new(Category::Unknown, message).fate(Fate::Ended));
            }
            None => {}
        }
        Ok(Progress::Done(Outcome { outputs, returned, cost_micros: Some(0) }))
    }

    /// How far the machine is with the request, as long as it works on it. Afterwards nothing is known of it.
    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let progress = self.progress().await.map_err(|error| error.fate(Fate::Unknown))?;
        if progress["current_task"] == *ticket.id {
            return Ok(Progress::Running(ticket.clone(), progress["progress"].as_f64()));
        }
        Err(ended(Category::Transient, "The machine does not work on the request any more"))
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        if self.progress().await?["current_task"] == *ticket.id {
            self.0.send(self.0.post("/sdapi/v1/interrupt", json!({}))?).await?.accepted()?;
        }
        Ok(Charge::Nothing)
    }

    /// The machine is one's own.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, _: &Request) -> Result<Option<Estimate>, Error> {
        Ok(Some(machine::free()))
    }

    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        let checkpoints = self.0.read("/sdapi/v1/sd-models").await?;
        let samplers = self.0.read("/sdapi/v1/samplers").await?;
        // Older ones have no schedulers beside their samplers.
        let schedulers = self.0.send(self.0.get("/sdapi/v1/schedulers")?).await?;
        let schedulers = if schedulers.status == 404 { json!([]) } else { schedulers.accepted()?.json()? };
        Ok(models::all(&checkpoints, &samplers, &schedulers))
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        if self.progress().await?["progress"].is_number() {
            Ok(())
        } else {
            Err(Error::new(Category::Validation, "What answers at this address has no such interface"))
        }
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    async fn progress(&self) -> Result<Value, Error> {
        self.0.read("/sdapi/v1/progress?skip_current_image=true").await
    }
}

/// The parameters, and around them what makes the answer ours. Pictures are made one after the other, which
/// needs no more memory than one does, unless the order asks for a batch that divides them.
fn body(request: &Request) -> Value {
    let mut body = request.parameters.clone();
    let quantity = u64::from(request.quantity.max(1));
    let batch = body.get("batch_size").and_then(Value::as_u64);
    let batch = batch.filter(|batch| 0 < *batch && quantity.is_multiple_of(*batch)).unwrap_or(1);
    let mut overrides = body.get("override_settings").and_then(Value::as_object).cloned().unwrap_or_default();
    overrides.insert("sd_model_checkpoint".to_owned(), request.model.clone().into());
    let own = json!({
        "batch_size": batch, "n_iter": quantity / batch, "override_settings": overrides,
        // The next request is likely to want the same checkpoint.
        "override_settings_restore_afterwards": false, "send_images": true, "save_images": false,
        "force_task_id": drawn::id(&request.idempotency_key, 0),
    });
    body.extend(own.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    body.into()
}

/// Forge writes `data:` addresses in some versions.
fn output(picture: &str, cap: usize) -> Result<Output, Error> {
    if is_data_uri(picture) {
        return from_data_uri(picture, cap);
    }
    Ok(Output { bytes: from_base64(picture, cap)?, claimed_type: None })
}

#[cfg(test)]
mod tests {
    use serde_json::Map;

    use super::*;

    #[test]
    fn quantity_is_made_of_batches() {
        let made = |quantity, batch: Value| {
            let parameters =
                json!({"prompt": "x", "batch_size": batch, "override_settings": {"CLIP_stop": 2}});
            let parameters: Map<String, Value> = parameters.as_object().cloned().expect("an object");
            let (model, idempotency_key) = ("sd".to_owned(), "k".to_owned());
            let body = body(&Request { model, parameters, quantity, idempotency_key, webhook: None });
            assert_eq!(body["override_settings"], json!({"CLIP_stop": 2, "sd_model_checkpoint": "sd"}));
            (body["n_iter"].as_u64().expect("a number"), body["batch_size"].as_u64().expect("a number"))
        };
        assert_eq!(made(6, json!(null)), (6, 1));
        assert_eq!(made(6, json!(3)), (2, 3));
        assert_eq!(made(6, json!(4)), (6, 1));
        assert_eq!(made(0, json!(0)), (1, 1));
    }
}
