//! The extractor from outside: notes in, facts out.

mod durations;
mod grammar;
mod mending;
mod model;
mod notes;
