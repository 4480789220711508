//! Civitai: workflows of one step, which charge in its own coin, the Buzz.
//!
//! A model whose id is an AIR (`urn:air:…`) is run by the step `textToImage`; any other id names the engine of the
//! step `imageGen`. What is sent as `externalId` keeps a repeated request from being paid for twice.

mod workflow;

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::cloud::{Cloud, asked};
use crate::drawn;
use crate::error::{Category, Error, Fate};
use crate::http::{Call, Http};
use crate::port::{Charge, Connection, Estimate, Model, Progress, Request, Ticket};

/// Costs are in Buzz, which has no code of its own.
const CURRENCY: &str = "BUZ";
const WORKFLOWS: &str = "/v2/consumer/workflows";
/// Characters of an id of ours that it takes.
const LONGEST_ID: usize = 128;

/// A connection to it.
#[derive(Debug)]
pub(crate) struct Civitai(Cloud);

impl Civitai {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Cloud::new(connection, http, "Bearer")?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let url = self.0.url(&format!("{WORKFLOWS}?wait=0{}", self.hidden()));
        let answer = self.0.send(Call::post(url).json(self.body(request))).await?.accepted()?.json()?;
        let id = answer.get("id").and_then(Value::as_str).filter(|id| is_id(id));
        let id = id.ok_or_else(|| Error::new(Category::Unknown, "Civitai gave no id").fate(Fate::Unknown))?;
        Ok(Progress::Queued(Ticket { id: id.to_owned(), details: Value::Null }))
    }

    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let answer = self.0.send(Call::get(self.workflow(ticket)?)).await?;
        workflow::progress(&self.0, ticket, &asked(answer)?.json()?).await
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        let call = Call::put(self.workflow(ticket)?).json(json!({"status": "canceled"}));
        let answer = self.0.send(call).await?;
        if answer.status != 404 {
            answer.accepted()?;
        }
        // It does not say here what was made by then.
        Ok(Charge::Possible)
    }

    /// What the same request would cost now, which Civitai tells without running it.
    pub(crate) async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error> {
        let url = self.0.url(&format!("{WORKFLOWS}?whatif=true{}", self.hidden()));
        let mut body = self.body(request);
        if let Some(body) = body.as_object_mut() {
            // Nothing is begun, so nothing may be kept under the id or sent.
            body.remove("externalId");
            body.remove("callbacks");
        }
        let answer = self.0.send(Call::post(url).json(body)).await?.accepted()?.json()?;
        let cost = workflow::cost_micros(&answer);
        Ok(cost.map(|cost_micros| Estimate { cost_micros, currency: CURRENCY.to_owned() }))
    }

    /// It has no list of what can be ordered from.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        Ok(Vec::new())
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        let url = self.0.url(&format!("{WORKFLOWS}?take=1"));
        self.0.send(Call::get(url)).await?.accepted().map(drop)
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(3)
    }

    fn workflow(&self, ticket: &Ticket) -> Result<String, Error> {
        if is_id(&ticket.id) {
            return Ok(self.0.url(&format!("{WORKFLOWS}/{}", ticket.id)));
        }
        Err(Error::new(Category::Unknown, "That is no id of a workflow").fate(Fate::Ended))
    }

    fn hidden(&self) -> &'static str {
        let is_hidden = self.0.setting("hide_mature_content").and_then(Value::as_bool) == Some(true);
        if is_hidden { "&hideMatureContent=true" } else { "" }
    }

    fn body(&self, request: &Request) -> Value {
        let mut input = request.parameters.clone();
        let (kind, name) = if request.model.starts_with("urn:air:") {
            ("textToImage", "model")
        } else {
            ("imageGen", "engine")
        };
        input.insert(name.to_owned(), request.model.clone().into());
        if 1 < request.quantity {
            input.insert("quantity".to_owned(), request.quantity.into());
        }
        let mut body = Map::new();
        body.insert("steps".to_owned(), json!([{"$type": kind, "input": input}]));
        body.insert("externalId".to_owned(), external_id(&request.idempotency_key).into());
        if let Some(webhook) = &request.webhook {
            let events =
                ["succeeded", "failed", "expired", "canceled"].map(|status| format!("workflow:{status}"));
            body.insert("callbacks".to_owned(), json!([{"url": webhook, "type": events}]));
        }
        for (setting, name) in [("currencies", "currencies"), ("allow_mature_content", "allowMatureContent")]
        {
            if let Some(value) = self.0.setting(setting) {
                body.insert(name.to_owned(), value.clone());
            }
        }
        body.into()
    }
}

/// The key as Civitai takes it, or an id that is drawn from it.
fn external_id(key: &str) -> String {
    if !key.is_empty() && key.len() <= LONGEST_ID && is_id(key) { key.to_owned() } else { drawn::id(key, 0) }
}

/// Whether it can be a part of an address.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sent_as_they_are_taken() {
        assert_eq!(external_id("item_01-2"), "item_01-2");
        assert_eq!(external_id("a/b"), drawn::id("a/b", 0));
        assert!(is_id(&external_id(&"x".repeat(200))));
        assert!(!is_id("../x") && !is_id(""));
    }
}
