//! What the index promises, from outside.

mod durability;
mod finding;
mod kill;
mod queries;
mod studio;
mod tenancy;
mod widening;
