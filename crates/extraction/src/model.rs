//! The extractor that asks a language model, and believes only what the note says in the same words.
//!
//! Three protocols reach the usual services: `OpenAI`'s chat (`OpenAI`, Ollama, llama.cpp, `vLLM`), Anthropic's messages, and
//! Amazon Bedrock's Converse with an API key of Bedrock's. The note leaves this machine, so a model is asked only where
//! one was configured.

mod answer;
mod prompt;

use std::fmt;
use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Client, Response, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::context::Context;
use crate::error::Error;
use crate::facts::Facts;
use crate::rules;

/// Bytes of an answer that are read.
const LARGEST_ANSWER: usize = 1024 * 1024;
/// Tokens that an answer may have.
const LONGEST_ANSWER: u32 = 2000;
/// Characters of a note that are sent; facts after them come from the rules alone.
const LONGEST_NOTE: usize = 16_000;

/// How a service is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Wire {
    /// `POST {base}/v1/chat/completions` with a bearer.
    OpenAi,
    /// `POST {base}/v1/messages` with `x-api-key`.
    Anthropic,
    /// `POST {base}/model/{model}/converse` with an API key of Bedrock's as the bearer.
    Bedrock,
}

/// Where the service is.
#[derive(Clone)]
pub struct ModelSettings {
    /// Its protocol.
    pub wire: Wire,
    /// Its address, without `/v1`.
    pub base: String,
    /// Its key; empty for a service that asks for none.
    pub key: String,
    /// The model, as the service calls it.
    pub model: String,
    /// For the whole exchange.
    pub timeout: Duration,
}

impl fmt::Debug for ModelSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ModelSettings")
            .field("wire", &self.wire)
            .field("base", &self.base)
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

/// A language model behind an address. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Model {
    settings: ModelSettings,
    http: Client,
}

impl Model {
    /// Calls nobody yet. Fails when this process can't speak TLS.
    pub fn new(settings: ModelSettings) -> Result<Self, Error> {
        // Whoever was first in this process has chosen; it is the only provider that is built in.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder()
            .timeout(settings.timeout)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        Ok(Self { settings, http })
    }

    /// Asks the model about a note. What it says without quoting the note is dropped.
    pub async fn extract(&self, note: &str, context: &Context) -> Result<Facts, Error> {
        let sent = note.char_indices().nth(LONGEST_NOTE).map_or(note, |(end, _)| &note[..end]);
        let response =
            self.request(&prompt::instructions(context), sent).send().await.map_err(unreachable)?;
        let body = read(response).await?;
        let text = self.content(&body)?;
        let told = answer::Answer::read(&text)?;
        Ok(told.held_to(note, context, &self.settings.model))
    }

    fn request(&self, instructions: &str, note: &str) -> reqwest::RequestBuilder {
        let ModelSettings { wire, base, key, model, .. } = &self.settings;
        let base = base.trim_end_matches('/');
        let (address, body) = match wire {
            Wire::OpenAi => {
                let messages = json!([{ "role": "system", "content": instructions }, { "role": "user", "content": note }]);
                let form = json!({ "type": "json_object" });
                let body = json!({ "model": model, "messages": messages, "temperature": 0, "max_tokens": LONGEST_ANSWER, "response_format": form });
                (format!("{base}/v1/chat/completions"), body)
            }
            Wire::Anthropic => {
                let messages = json!([{ "role": "user", "content": note }]);
                let body = json!({ "model": model, "system": instructions, "messages": messages, "temperature": 0, "max_tokens": LONGEST_ANSWER });
                (format!("{base}/v1/messages"), body)
            }
            Wire::Bedrock => {
                let messages = json!([{ "role": "user", "content": [{ "text": note }] }]);
                let limits = json!({ "maxTokens": LONGEST_ANSWER, "temperature": 0 });
                let body = json!({ "system": [{ "text": instructions }], "messages": messages, "inferenceConfig": limits });
                // A model's id may be an ARN, with slashes in it.
                let model = utf8_percent_encode(model, NON_ALPHANUMERIC);
                (format!("{base}/model/{model}/converse"), body)
            }
        };
        let request =
            self.http.post(address).header("content-type", "application/json").body(body.to_string());
        match wire {
            _ if key.is_empty() => request,
            Wire::OpenAi | Wire::Bedrock => request.bearer_auth(key),
            Wire::Anthropic => request.header("x-api-key", key).header("anthropic-version", "2023-06-01"),
        }
    }

    /// The text of the answer, out of its envelope.
    fn content(&self, body: &[u8]) -> Result<String, Error> {
        let envelope: Value =
            serde_json::from_slice(body).map_err(|error| Error::Unreadable(error.to_string()))?;
        let place = match self.settings.wire {
            Wire::OpenAi => "/choices/0/message/content",
            Wire::Anthropic => "/content/0/text",
            Wire::Bedrock => "/output/message/content/0/text",
        };
        let text = envelope.pointer(place).and_then(Value::as_str);
        text.map(str::to_owned).ok_or_else(|| Error::Unreadable(format!("it has no {place}")))
    }
}

async fn read(mut response: Response) -> Result<Vec<u8>, Error> {
    match response.status() {
        status if status.is_success() => {}
        StatusCode::TOO_MANY_REQUESTS => return Err(Error::Busy),
        status => return Err(Error::Unreachable(format!("it answers {status}"))),
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(Error::Unreadable("it is too long".to_owned()));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Without the address, which may hold a key.
fn unreachable(error: reqwest::Error) -> Error {
    let slow = error.is_timeout();
    Error::Unreachable(if slow { "it took too long".to_owned() } else { error.without_url().to_string() })
}

/// Who reads the notes.
#[derive(Clone, Debug, Default)]
pub enum Extractor {
    /// Rules alone: nothing leaves the machine.
    #[default]
    Rules,
    /// A language model, held to the note's words.
    Model(Model),
}

impl Extractor {
    /// Reads a note. With rules alone it never fails and never waits.
    pub async fn extract(&self, note: &str, context: &Context) -> Result<Facts, Error> {
        match self {
            Self::Rules => Ok(rules::extract(note, context)),
            Self::Model(model) => model.extract(note, context).await,
        }
    }
}
