//! The whole server, over its real router.

mod audit;
mod blobs;
mod coverage;
mod declared;
mod demo;
mod documents;
mod erasure;
mod factory_files;
mod jobs;
mod live;
mod observability;
mod problems;
mod socket;
mod terraform;
mod web;
