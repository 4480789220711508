//! Accounts over HTTP.

mod keys;
mod members;
mod sessions;
mod sign_in;
