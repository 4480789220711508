//! The extractor from outside: notes in, facts out.

mod durations;
mod mending;
mod model;
mod notes;
