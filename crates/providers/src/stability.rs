//! Stability AI: a form goes in, its answer is the picture. Each call makes one.
//!
//! As with all that answer at once, an answer that is lost on its way has the fate `Unknown`. Prices are those
//! of the row, see `pricing.rs`.

mod models;

use std::time::Duration;

use reqwest::multipart::Form;
use serde_json::{Map, Value, json};

use crate::cloud::Cloud;
use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Call, Http, from_base64};
use crate::port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};
use crate::pricing::Prices;

/// One more than the largest seed.
const SEEDS: u64 = 4_294_967_295;
/// How long all requests are refused after too many, where the answer does not say.
const LOCK_OUT: Duration = Duration::from_mins(1);
/// A call lasts as long as the work does: so many times what is waited for others.
const PATIENCE: u32 = 3;

/// A connection to it.
#[derive(Debug)]
pub(crate) struct Stability(Cloud);

impl Stability {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Cloud::new(connection, http, "Bearer")?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let (mut outputs, mut seeds) = (Vec::new(), Vec::new());
        let mut returned = Map::new();
        for number in 0..request.quantity.max(1) {
            match self.make(request, number).await {
                Ok((output, seed)) => {
                    outputs.push(output);
                    seeds.push(seed);
                }
                Err(failure) if outputs.is_empty() => return Err(failure),
                // What was made and paid for is not thrown away because the rest was not.
                Err(failure) => {
                    returned.insert("failure".to_owned(), failure.message.into());
                    break;
                }
            }
        }
        returned.insert("seed".to_owned(), seeds.first().cloned().unwrap_or_default());
        returned.insert("seeds".to_owned(), seeds.into());
        let cost_micros = self.cost(&request.model, u32::try_from(outputs.len()).unwrap_or(u32::MAX));
        Ok(Progress::Done(Outcome { outputs, returned, cost_micros }))
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn poll(&self, _: &Ticket) -> Result<Progress, Error> {
        let message = "Stability AI answers at once and keeps nothing to ask about";
        Err(Error::new(Category::Unknown, message).fate(Fate::Unknown))
    }

    /// Nothing can be given up: who drops the call, drops the answer only.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn cancel(&self, _: &Ticket) -> Result<Charge, Error> {
        Ok(Charge::Possible)
    }

    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error> {
        let cost = self.cost(&request.model, request.quantity.max(1));
        Ok(cost
            .zip(self.prices(&request.model))
            .map(|(cost_micros, prices)| Estimate { cost_micros, currency: prices.currency() }))
    }

    /// The provider has no list; these are the models of its documentation.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        Ok(models::all(|id| self.prices(id).map(Prices::all)))
    }

    /// Whether the key is taken: by asking what is left on the account.
    pub(crate) async fn check(&self) -> Result<(), Error> {
        let answer = self.0.send(Call::get(self.0.url("/v1/user/balance"))).await?;
        if answer.status != 200 {
            return Err(refusal(&answer, &Map::new()));
        }
        if answer.json()?["credits"].is_number() {
            Ok(())
        } else {
            Err(Error::new(Category::Validation, "What answers at this address is not Stability AI"))
        }
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn prices(&self, model: &str) -> Option<Prices<'_>> {
        Prices::of(self.0.setting("pricing"), model)
    }

    /// One picture, and the seed that it was made with.
    async fn make(&self, request: &Request, number: u32) -> Result<(Output, Value), Error> {
        let path = format!("/v2beta/stable-image/generate/{}", models::endpoint(&request.model));
        let settings = self.0.http.settings();
        let call = Call::post(self.0.url(&path))
            .header("accept", "application/json")?
            .form(form(request, number))
            .timeout(settings.timeout * PATIENCE)
            .largest(settings.largest_answer + settings.largest_output / 3 * 4);
        let answer = self.0.send(call).await?;
        if answer.status != 200 {
            return Err(refusal(&answer, &request.parameters));
        }
        let said = answer.json()?;
        match said["finish_reason"].as_str() {
            Some("SUCCESS") | None => {}
            Some("CONTENT_FILTERED") => {
                let message = "The picture was made, and then filtered for its content";
                return Err(Error::new(Category::ContentPolicy, message).fate(Fate::Ended));
            }
            Some(reason) => {
                let message = answer.fit_to_show(&format!("The provider ended with {reason}"));
                return Err(Error::new(Category::Transient, message).fate(Fate::Ended));
            }
        }
        let picture = said["image"].as_str();
        let nothing = || Error::new(Category::Unknown, "The answer has no picture in it").fate(Fate::Unknown);
        let bytes = from_base64(picture.ok_or_else(nothing)?, settings.largest_output)?;
        let format = request.parameters.get("output_format").and_then(Value::as_str).unwrap_or("png");
        Ok((Output { bytes, claimed_type: Some(format!("image/{format}")) }, said["seed"].clone()))
    }

    fn cost(&self, model: &str, pictures: u32) -> Option<i64> {
        self.prices(model)?.pictures(&[], pictures)
    }
}

/// The parameters as fields. Of several pictures each has the next seed; 0 asks for a seed by chance.
fn form(request: &Request, number: u32) -> Form {
    let mut fields = request.parameters.clone();
    if let Some(seed) = fields.get("seed").and_then(Value::as_u64).filter(|seed| 0 < *seed) {
        let next = seed.saturating_add(u64::from(number)) % SEEDS;
        fields.insert("seed".to_owned(), json!(next));
    }
    fields.entry("output_format").or_insert_with(|| "png".into());
    if models::endpoint(&request.model) == "sd3" {
        fields.insert("model".to_owned(), request.model.clone().into());
        fields.insert("mode".to_owned(), "text-to-image".into());
    }
    fields.into_iter().fold(Form::new(), |form, (name, value)| match value {
        Value::Null => form,
        Value::String(text) => form.text(name, text),
        other => form.text(name, other.to_string()),
    })
}

/// What a refusal means. Its words begin with the parameter at fault, if one is: `prompt: cannot be blank`.
fn refusal(answer: &Answer, parameters: &Map<String, Value>) -> Error {
    let error = answer.refusal();
    match error.category {
        Category::RateLimited if error.retry_after.is_none() => error.retry_after(Some(LOCK_OUT)),
        Category::Validation if error.parameter.is_none() => {
            let parameter = error.message.split_once(':').map(|(name, _)| name.trim().to_owned());
            match parameter.filter(|name| parameters.contains_key(name)) {
                Some(parameter) => error.parameter(parameter),
                None => error,
            }
        }
        _ => error,
    }
}
