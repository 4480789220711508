//! `OpenAI`, and what speaks like it: a request is answered with its pictures, and kept nowhere.
//!
//! There is no id to ask with later and no key against paying twice, so an answer that is lost on its way has
//! the fate `Unknown`. Prices are those of the row, see `pricing.rs`.

mod models;

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::cloud::Cloud;
use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Call, Http, Reach, from_base64};
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};
use crate::pricing::Prices;

/// Pictures that one call may ask for.
const MOST: u32 = 10;
/// A call lasts as long as the work does: so many times what is waited for others.
const PATIENCE: u32 = 5;

/// A connection to it.
#[derive(Debug)]
pub(crate) struct OpenAi(Cloud);

impl OpenAi {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Cloud::new(connection, http, "Bearer")?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let mut outcome = Outcome { outputs: Vec::new(), returned: Map::new(), cost_micros: Some(0) };
        let mut missing = request.quantity.max(1);
        while 0 < missing {
            let count = missing.min(MOST);
            match self.make(request, count, &mut outcome).await {
                Ok(()) => missing -= count,
                Err(failure) if outcome.outputs.is_empty() => return Err(failure),
                // What was made and paid for is not thrown away because the rest was not.
                Err(failure) => {
                    outcome.returned.insert("failure".to_owned(), failure.message.into());
                    break;
                }
            }
        }
        Ok(Progress::Done(outcome))
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn poll(&self, _: &Ticket) -> Result<Progress, Error> {
        let message = "This provider answers at once and keeps nothing to ask about";
        Err(Error::new(Category::Unknown, message).fate(Fate::Unknown))
    }

    /// Nothing can be given up: who drops the call, drops the answer only.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn cancel(&self, _: &Ticket) -> Result<Charge, Error> {
        Ok(Charge::Possible)
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error> {
        let Some(prices) = self.prices(&request.model) else { return Ok(None) };
        let cost = prices.pictures(&sorts(&request.parameters), request.quantity.max(1));
        Ok(cost.map(|cost_micros| Estimate { cost_micros, currency: prices.currency() }))
    }

    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        let list = self.list().await?;
        let ids = list["data"].as_array().into_iter().flatten().filter_map(|model| model["id"].as_str());
        let prices = |id: &str| self.prices(id).map(Prices::all);
        Ok(ids.filter(|id| models::makes_pictures(id)).map(|id| models::model(id, prices(id))).collect())
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        if self.list().await?["data"].is_array() {
            Ok(())
        } else {
            Err(Error::new(Category::Validation, "What answers at this address has no list of models"))
        }
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn prices(&self, model: &str) -> Option<Prices<'_>> {
        Prices::of(self.0.setting("pricing"), model)
    }

    async fn list(&self) -> Result<Value, Error> {
        let answer = self.0.send(Call::get(self.0.url("/models"))).await?;
        if answer.status == 200 { answer.json() } else { Err(refusal(&answer)) }
    }

    /// Asks once, and adds what came.
    async fn make(&self, request: &Request, count: u32, outcome: &mut Outcome) -> Result<(), Error> {
        let mut body = request.parameters.clone();
        for streamed in ["stream", "partial_images"] {
            body.remove(streamed);
        }
        body.insert("model".to_owned(), request.model.clone().into());
        body.insert("n".to_owned(), count.into());
        let settings = self.0.http.settings();
        let call = Call::post(self.0.url("/images/generations"))
            .header("x-client-request-id", &request.idempotency_key)?
            .json(body.into())
            .timeout(settings.timeout * PATIENCE)
            .largest(settings.largest_answer + settings.largest_output / 3 * 4);
        let answer = self.0.send(call).await?;
        if answer.status != 200 {
            return Err(refusal(&answer));
        }
        let said = answer.json()?;
        let first = outcome.outputs.len();
        let mut failure = None;
        for picture in said["data"].as_array().into_iter().flatten() {
            match self.output(picture, &said).await {
                Ok(output) => outcome.outputs.push(output),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        let made = outcome.outputs.len() - first;
        if made == 0 {
            let nothing =
                || Error::new(Category::Unknown, "The answer has no picture in it").fate(Fate::Ended);
            return Err(failure.unwrap_or_else(nothing));
        }
        if let Some(failure) = failure {
            outcome.returned.insert("failure".to_owned(), failure.message.into());
        }
        let cost = self.cost(request, &said, u32::try_from(made).unwrap_or(u32::MAX));
        outcome.cost_micros = outcome.cost_micros.zip(cost).and_then(|(sum, cost)| sum.checked_add(cost));
        tell(&answer, &said, &mut outcome.returned);
        Ok(())
    }

    async fn output(&self, picture: &Value, said: &Value) -> Result<Output, Error> {
        if let Some(base64) = picture["b64_json"].as_str() {
            let bytes = from_base64(base64, self.0.http.settings().largest_output)?;
            let claimed_type = Some(media_type(said["output_format"].as_str().unwrap_or("png")).to_owned());
            return Ok(Output { bytes, claimed_type });
        }
        match picture["url"].as_str() {
            Some(url) => self.0.http.fetch(url, &Reach::Public).await,
            None => {
                Err(Error::new(Category::Unknown, "A picture is missing in the answer").fate(Fate::Ended))
            }
        }
    }

    /// By the tokens where they are counted, else by the pictures; none where the row has no prices.
    fn cost(&self, request: &Request, said: &Value, pictures: u32) -> Option<i64> {
        let prices = self.prices(&request.model)?;
        prices.tokens(&said["usage"]).or_else(|| prices.pictures(&sorts(&request.parameters), pictures))
    }
}

/// Under what names a picture may have a price: `high 1024x1024`, `high`, `1024x1024`.
fn sorts(parameters: &Map<String, Value>) -> Vec<String> {
    let text = |name: &str| parameters.get(name).and_then(Value::as_str).unwrap_or("auto");
    let (quality, size) = (text("quality"), text("size"));
    vec![format!("{quality} {size}"), quality.to_owned(), size.to_owned()]
}

/// What a refusal means. The provider may say itself whether trying again is of use.
fn refusal(answer: &Answer) -> Error {
    let error = answer.refusal();
    match (answer.header("x-should-retry"), error.category) {
        (Some("false"), category) if category.is_retryable() => {
            Error { category: Category::Unknown, ..error }
        }
        (Some("true"), Category::Unknown) => Error { category: Category::Transient, ..error },
        _ => error,
    }
}

/// Keeps what the answer says of how the pictures were made.
fn tell(answer: &Answer, said: &Value, returned: &mut Map<String, Value>) {
    for name in ["background", "output_format", "quality", "size", "usage"] {
        if let Some(value) = said.get(name).filter(|value| !value.is_null()) {
            returned.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(revised) = said.pointer("/data/0/revised_prompt").filter(|revised| revised.is_string()) {
        returned.insert("revised_prompt".to_owned(), revised.clone());
    }
    if let Some(id) = answer.header("x-request-id") {
        returned.insert("request_id".to_owned(), json!(id));
    }
}

fn media_type(format: &str) -> &str {
    match format {
        "jpeg" | "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        _ => "image/png",
    }
}
