//! `DynamoDB`'s own API over the declared tables, for programs that speak to `DynamoDB`.
//!
//! [`routes`] serves the AWS JSON 1.0 protocol at `/dynamodb`: each request is signed with the one key
//! that the operator gave, and reaches the one tenant that the key is bound to. Expressions become
//! conditions, updates and ranges of the port; answers and error texts are AWS's own.
//!
//! Tables are declared by rooms and never made or dropped here. Those of the directory of accounts can be
//! described but not read or written. Start with `endpoint.rs`; `expression.rs` holds the grammar.

mod attribute;
mod endpoint;
mod expression;
mod fault;
mod operations;
mod signature;
mod size;

pub use endpoint::{Api, BODY_LIMIT, Settings, routes};
