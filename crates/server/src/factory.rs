//! The factory's ports, opened as configured.

mod sweep;
mod transfer;

pub use sweep::sweep_products;
pub use transfer::FactoryMove;

use atelier_blobs::Blobs;
use atelier_factory::State;
use atelier_factory::webhook::Webhooks;
use atelier_providers::{Http, Settings};
use atelier_secrets::Keyring;

use crate::{Config, Error};

/// The room's state over the stores that everybody shares.
pub(crate) fn open(
    config: &Config,
    blobs: Blobs,
    projects: atelier_projects::State,
    keyring: Keyring,
) -> Result<State, Error> {
    let clock = projects.clock.clone();
    let settings =
        Settings { allow_private: config.factory.private_providers, ..Settings::new(clock.clone()) };
    let http = Http::new(settings).map_err(atelier_factory::Error::from)?;
    let trail = projects.trail.clone();
    let signer = config.signer(clock.now())?;
    let webhooks = Webhooks::at(&config.server.public_url).filter(|_| config.factory.webhooks);
    let state = State::new(config.sql(&clock), blobs, projects, trail, keyring, http);
    Ok(state.with_webhooks(webhooks).with_signer(signer))
}
