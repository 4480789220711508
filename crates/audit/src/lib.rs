//! The audit trail: who did what, when and from where, so that nobody can change it unnoticed.
//!
//! A [`Deed`] goes into the same transaction as the change that it records ([`Trail::transact`]): neither is
//! stored without the other. It waits there, unsealed, which costs writers no contention. The sealer
//! (`seal.rs`), one at a time a tenant, chains what waits: sequence number, hash of the record before, own
//! hash, and a head. [`Trail::verify`] walks the chain and names the first record that is not as it was sealed.
//!
//! Records hold digests of items, never their content, and no user: an *actor* stands for the user
//! within one tenant. Forgetting the user (`forget.rs`) removes that link and where they came from, and
//! the chain stays valid. It is no log of reads, and it knows no noun.
//! Start with `deed.rs`, then `seal.rs`.

mod canonical;
mod changes;
mod deed;
mod entry;
mod error;
mod forget;
mod list;
pub mod permissions;
mod record;
mod seal;
mod tables;
mod trail;
mod verify;

pub use canonical::digest;
pub use changes::Changes;
pub use deed::{Actor, Deed, Outcome};
pub use entry::{Entry, EntryOrigin};
pub use error::{Error, codes};
pub use forget::Forgotten;
pub use list::Filter;
pub use tables::TABLES;
pub use trail::Trail;
pub use verify::{Fault, Head, Verification};
