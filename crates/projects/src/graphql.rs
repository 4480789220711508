//! Resolvers of projects: three steps each, who, may, do.

mod mutation;
mod query;
mod subscription;

pub use mutation::Mutation;
pub use query::Query;
pub use subscription::Subscription;
