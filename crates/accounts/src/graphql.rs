//! Resolvers of accounts: three steps each, who, may, do.

mod mutation;
mod query;

pub use mutation::Mutation;
pub use query::{AllActions, Query};
