//! The choice of the adapter.

use std::time::Duration;

use crate::automatic1111::Automatic1111;
use crate::civitai::Civitai;
use crate::comfyui::ComfyUi;
use crate::error::{Category, Error};
use crate::fal::Fal;
use crate::http::Http;
use crate::invokeai::InvokeAi;
use crate::openai::OpenAi;
use crate::painter::Painter;
use crate::port::{Charge, Connection, Estimate, Model, Progress, Request, Ticket};
use crate::replicate::Replicate;
use crate::stability::Stability;
use crate::webhook::Secret;

/// One who makes pictures. Cheap to make anew when its connection changes.
#[derive(Debug)]
pub struct Provider(Adapter);

#[derive(Debug)]
enum Adapter {
    Studio(Painter),
    Replicate(Replicate),
    Fal(Fal),
    Civitai(Civitai),
    OpenAi(OpenAi),
    Stability(Stability),
    ComfyUi(ComfyUi),
    Automatic1111(Automatic1111),
    InvokeAi(InvokeAi),
}

/// The same method of whichever adapter it is.
macro_rules! forward {
    ($provider:ident, $adapter:ident => $call:expr) => {
        match &$provider.0 {
            Adapter::Studio($adapter) => $call,
            Adapter::Replicate($adapter) => $call,
            Adapter::Fal($adapter) => $call,
            Adapter::Civitai($adapter) => $call,
            Adapter::OpenAi($adapter) => $call,
            Adapter::Stability($adapter) => $call,
            Adapter::ComfyUi($adapter) => $call,
            Adapter::Automatic1111($adapter) => $call,
            Adapter::InvokeAi($adapter) => $call,
        }
    };
}

impl Provider {
    /// Calls nobody yet. Fails when the connection lacks something, such as its key.
    pub fn connect(connection: Connection, http: &Http) -> Result<Self, Error> {
        let http = http.clone();
        Ok(Self(match connection.kind.as_str() {
            "studio" => Adapter::Studio(Painter::new(connection, http)?),
            "replicate" => Adapter::Replicate(Replicate::new(connection, http)?),
            "fal" => Adapter::Fal(Fal::new(connection, http)?),
            "civitai" => Adapter::Civitai(Civitai::new(connection, http)?),
            "openai" => Adapter::OpenAi(OpenAi::new(connection, http)?),
            "stability" => Adapter::Stability(Stability::new(connection, http)?),
            "comfyui" => Adapter::ComfyUi(ComfyUi::new(connection, http)?),
            "automatic1111" => Adapter::Automatic1111(Automatic1111::new(connection, http)?),
            "invokeai" => Adapter::InvokeAi(InvokeAi::new(connection, http)?),
            _ => {
                return Err(Error::new(Category::Validation, "Nothing here speaks to that kind of provider"));
            }
        }))
    }

    /// Orders. Dropping the future gives it up; what the provider then does is not known.
    pub async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        forward!(self, adapter => adapter.submit(request).await)
    }

    /// How far it is; fetches what was made when it is done.
    pub async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        forward!(self, adapter => adapter.poll(ticket).await)
    }

    /// Asks the provider to give it up. Fine when it had ended; what came of it is told by `poll`. Tells whether it
    /// is charged for.
    pub async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        forward!(self, adapter => adapter.cancel(ticket).await)
    }

    /// What it would cost; none where the provider does not tell.
    pub async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error> {
        forward!(self, adapter => adapter.estimate(request).await)
    }

    /// The models that it offers; empty where the provider has no list.
    pub async fn models(&self) -> Result<Vec<Model>, Error> {
        forward!(self, adapter => adapter.models().await)
    }

    /// Whether it is there and takes the key. Orders nothing.
    pub async fn check(&self) -> Result<(), Error> {
        forward!(self, adapter => adapter.check().await)
    }

    /// The secret that the provider signs its news with; none where it has no such thing.
    pub async fn webhook_secret(&self) -> Result<Option<Secret>, Error> {
        match &self.0 {
            Adapter::Replicate(adapter) => adapter.webhook_secret().await.map(Some),
            _ => Ok(None),
        }
    }

    /// How long to wait between two polls of one ticket.
    pub fn poll_every(&self) -> Duration {
        forward!(self, adapter => adapter.poll_every())
    }
}
