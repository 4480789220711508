//! Replicate: predictions that are created, asked after at the address that was given, and cancelled.
//!
//! Its API has no key against paying twice. It deletes what it made after about an hour, so files are fetched by
//! the poll that finds them.

mod models;
mod prediction;

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::cloud::{Cloud, asked, is_path};
use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Call, Http};
use crate::port::{Charge, Connection, Estimate, Model, Progress, Request, Ticket};
use crate::webhook::Secret;

/// A connection to it.
#[derive(Debug)]
pub(crate) struct Replicate(Cloud);

impl Replicate {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Cloud::new(connection, http, "Bearer")?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        let (path, version) = address(&request.model)?;
        let mut answer = self.create(&path, version, request).await?;
        // Only official models run without their version.
        if answer.status == 404 && path.starts_with("/models/") {
            let version = self.latest_version(&request.model).await?;
            answer = self.create("/predictions", Some(&version), request).await?;
        }
        let answer = accepted(answer)?.json()?;
        let id = answer.get("id").and_then(Value::as_str);
        let id =
            id.ok_or_else(|| Error::new(Category::Unknown, "Replicate gave no id").fate(Fate::Unknown))?;
        let details = json!({
            "get": self.0.given(&answer, "/urls/get")?,
            "cancel": self.0.given(&answer, "/urls/cancel")?,
        });
        Ok(Progress::Queued(Ticket { id: id.to_owned(), details }))
    }

    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let url = self.0.given(&ticket.details, "/get")?;
        let answer = self.0.send(Call::get(url)).await?;
        let found = asked(limited(answer)?)?.json()?;
        prediction::progress(&self.0, ticket, &found).await
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        let url = self.0.given(&ticket.details, "/cancel")?;
        let answer = self.0.send(Call::post(url)).await?;
        if answer.status == 404 {
            return Ok(Charge::Possible);
        }
        let found = accepted(answer)?.json().unwrap_or_default();
        Ok(prediction::charge(&found))
    }

    /// Replicate tells no prices.
    #[expect(clippy::unused_async, reason = "as all adapters")]
    pub(crate) async fn estimate(&self, _: &Request) -> Result<Option<Estimate>, Error> {
        Ok(None)
    }

    /// Those that the settings name as `models`, else those of the collection `text-to-image` or of the one that
    /// the setting `collection` names.
    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        models::list(&self.0).await
    }

    pub(crate) async fn check(&self) -> Result<(), Error> {
        accepted(self.0.send(Call::get(self.0.url("/account"))).await?).map(drop)
    }

    /// The secret that it signs the account's news with.
    pub(crate) async fn webhook_secret(&self) -> Result<Secret, Error> {
        let answer =
            accepted(self.0.send(Call::get(self.0.url("/webhooks/default/secret"))).await?)?.json()?;
        let key = answer.get("key").and_then(Value::as_str).map(Secret::parse);
        let odd = || Error::new(Category::Unknown, "Replicate gave no secret that signs news");
        key.and_then(Result::ok).ok_or_else(odd)
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(2)
    }

    async fn create(&self, path: &str, version: Option<&str>, request: &Request) -> Result<Answer, Error> {
        let mut body = Map::new();
        if let Some(version) = version {
            body.insert("version".to_owned(), version.into());
        }
        let mut input = request.parameters.clone();
        if 1 < request.quantity {
            input.insert("num_outputs".to_owned(), request.quantity.into());
        }
        body.insert("input".to_owned(), input.into());
        if let Some(webhook) = &request.webhook {
            body.insert("webhook".to_owned(), webhook.clone().into());
            body.insert("webhook_events_filter".to_owned(), json!(["completed"]));
        }
        let mut call = Call::post(self.0.url(path)).json(body.into());
        if let Some(deadline) = self.0.text("cancel_after") {
            call = call.header("cancel-after", deadline)?;
        }
        self.0.send(call).await
    }

    async fn latest_version(&self, model: &str) -> Result<String, Error> {
        let answer = self.0.send(Call::get(self.0.url(&format!("/models/{model}")))).await?;
        let model = accepted(answer)?.json().map_err(|error| error.fate(Fate::NotBegun))?;
        let version = model.pointer("/latest_version/id").and_then(Value::as_str).map(str::to_owned);
        version.ok_or_else(|| Error::new(Category::Validation, "That model has no version that runs"))
    }
}

/// Where a prediction of the model is created, and the version that is put into it.
fn address(model: &str) -> Result<(String, Option<&str>), Error> {
    let is_version = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (name, version) =
        model.split_once(':').map_or((model, None), |(name, version)| (name, Some(version)));
    let is_deployment = name.starts_with("deployments/");
    let deployment = name.strip_prefix("deployments/").filter(|name| is_path(name));
    match (deployment, version) {
        _ if is_version(model) => Ok(("/predictions".to_owned(), Some(model))),
        (None, Some(version)) if is_path(name) && is_version(version) => {
            Ok(("/predictions".to_owned(), Some(model)))
        }
        (Some(name), None) if name.matches('/').count() == 1 => {
            Ok((format!("/deployments/{name}/predictions"), None))
        }
        (None, None) if !is_deployment && is_path(name) && name.matches('/').count() == 1 => {
            Ok((format!("/models/{name}/predictions"), None))
        }
        _ => Err(Error::new(
            Category::Validation,
            "A model of Replicate is called owner/name or owner/name:version",
        )
        .parameter("model")),
    }
}

/// As [`Answer::accepted`].
fn accepted(answer: Answer) -> Result<Answer, Error> {
    limited(answer)?.accepted()
}

/// Reads the patience that is asked for out of the only place where Replicate always says it:
/// `Your rate limit resets in ~30s.`
fn limited(mut answer: Answer) -> Result<Answer, Error> {
    if answer.status != 429 {
        return Ok(answer);
    }
    if answer.retry_after.is_none() {
        let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        answer.retry_after = body.get("detail").and_then(Value::as_str).and_then(seconds);
    }
    Err(answer.refusal())
}

fn seconds(detail: &str) -> Option<Duration> {
    let (_, after) = detail.split_once("resets in ~")?;
    let (number, _) = after.split_once('s')?;
    number.parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_name_has_its_address() {
        let hash = "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa";
        let named = format!("owner/name:{hash}");
        for (model, path, version) in [
            ("owner/name", "/models/owner/name/predictions", None),
            ("deployments/owner/name", "/deployments/owner/name/predictions", None),
            (named.as_str(), "/predictions", Some(named.as_str())),
            (hash, "/predictions", Some(hash)),
        ] {
            assert_eq!(address(model), Ok((path.to_owned(), version)));
        }
        for model in ["name", "a/b/c", "a/b:latest", "../account", "a/..", "deployments/a", "a/b?c=d"] {
            assert!(address(model).is_err(), "{model}");
        }
    }

    #[test]
    fn patience_is_read_where_it_is_written() {
        let detail = "Request was throttled. Your rate limit resets in ~30s.";
        assert_eq!(seconds(detail), Some(Duration::from_secs(30)));
        assert_eq!(seconds("Try 30s later"), None);
    }
}
