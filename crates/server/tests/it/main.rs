//! The whole server, over its real router.

mod coverage;
mod demo;
mod documents;
mod live;
mod problems;
mod socket;
mod web;
