//! What a machine can hear, read and compare on the artist's own computer.
//!
//! Three senses over one runtime: [`speech`] turns a recording into timed words, [`read`] finds the
//! words in a picture, [`embed`] gives a sentence its place among others. All of them run open models
//! through ONNX Runtime, one thread a piece of work, and none of them calls out unless it was given
//! an address. The files that they need are listed in `models.toml`, fetched by
//! `cargo xtask models`, and never by this crate: what is missing is named in an error, and
//! everything else goes on working.
//!
//! What was heard or read is only data here; what it *means* is the business of `extraction`.
//! Start with [`Models`], then with the sense that you need.

pub mod embed;
mod error;
mod models;
pub mod read;
mod runtime;
pub mod speech;

pub use error::{Error, codes};
pub use models::{Feature, ModelFile, Models, model_files};
