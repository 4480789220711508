//! Providers of images: one small port, and an adapter for each of those who make pictures.
//!
//! A [`Provider`] takes a [`Request`] and says what became of it: the outputs at once, or a [`Ticket`] to ask
//! with later. What goes wrong is an [`Error`] with a [`Category`], which says whether trying again can help and
//! when, and words for the person who ordered. `studio` makes pictures on this machine, without key or network.
//!
//! Nothing is stored, queued or priced here. Addresses that a provider or a user gave are fetched through
//! [`Http`], which refuses those of the inner network unless the provider is a local one.
//! Start with `port.rs`.

mod automatic1111;
mod civitai;
mod cloud;
mod comfyui;
mod drawn;
mod error;
mod fal;
mod http;
mod invokeai;
mod machine;
mod message;
mod openai;
mod painter;
mod port;
mod pricing;
mod provider;
mod replicate;
mod schema;
mod stability;
pub mod studio;
pub mod webhook;

pub use error::{Category, Error, Fate, codes};
pub use http::{Http, Reach, Settings, is_public};
pub use port::{Charge, Connection, Estimate, Model, Outcome, Output, Progress, Request, Ticket};
pub use provider::Provider;
