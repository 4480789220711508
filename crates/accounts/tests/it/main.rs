//! Accounts over HTTP.

mod boundaries;
mod issuer;
mod issuers;
mod keys;
mod mail;
mod members;
mod reset;
mod sessions;
mod sign_in;
mod two_step;
