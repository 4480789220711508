//! The edge: what HTTP and GraphQL look like, the same for every room.
//!
//! A request body comes in through [`Json`], [`Query`] or [`Path`], whose refusals are [`Problem`]s;
//! a caller through [`SignedIn`]; an error goes out as a [`Problem`], in GraphQL with the same code in
//! `extensions` ([`graphql::catalogue_errors`]). A room describes itself as a [`Room`], and tells other
//! browsers what changed through a [`Topic`].
//!
//! Nothing here knows a noun, and nothing here authenticates: `accounts` does that and leaves an
//! [`Identity`] with the request.

mod extract;
pub mod graphql;
mod identity;
mod problem;
mod room;
mod topic;

pub use extract::{Json, Path, Query};
pub use identity::{ClientAddress, Identity, RequestId, SignedIn};
pub use problem::{Problem, codes, render_problems};
pub use room::Room;
pub use topic::{Signal, Topic};
