//! `atelier secrets`.

use atelier_base::{Clock, Randomness};
use atelier_secrets::Keyring;

use super::{print_json, with_app};
use crate::arguments::Secrets;
use crate::failure::Failure;

pub(super) fn run(command: &Secrets) -> Result<(), Failure> {
    match command {
        Secrets::Status { config } => {
            with_app(config, async |app| print_json(&app.accounts.keyring.status()))
        }
        Secrets::Rotate { config: arguments } => {
            // The opened store keeps a server away that would go on with the old keys.
            with_app(arguments, async |app| {
                let source = app.config.key_source();
                print_json(&Keyring::rotate(&source, Clock::system().now(), &Randomness::system())?)
            })
        }
    }
}
