//! What the index promises, from outside.

mod durability;
mod finding;
mod queries;
mod studio;
mod tenancy;
