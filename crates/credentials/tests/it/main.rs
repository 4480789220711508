//! The crate on whole files: what it signs, what it refuses, and what the standard's own library says of it.

mod checker;
mod files;
mod refusals;
mod signing;
