//! The crate on whole files: what is made here, what is cut short, and what is made to do harm.

#![expect(clippy::cast_possible_truncation, reason = "the files made here are small")]

mod files;

mod credentials;
mod damage;
mod documents;
mod generation;
mod limits;
mod location;
mod phone;
mod pictures;
mod probe;
