//! Content credentials (C2PA): a signed statement in a file of how it was made, that anybody can check.
//!
//! Only statements of our own are made here: one manifest with one action, *created*, for a file that has none yet.
//! Whether a file has any is [`atelier_media::content_credentials`]'s to say; judging those of others is for a
//! checker. Nothing is fetched, no clock is read and no authority is asked for the time: a signature holds as long as
//! its certificate.
//!
//! The standard's layers, from the outside: boxes (`jumbf`) of `cbor`, among them a claim with the hashes of its
//! assertions (`manifest`), and a signature over the claim (`cose`). One hash binds the pixels: of all bytes but
//! the manifest's own. It is written here, over the cryptography that TLS has brought along, because the standard's
//! own library would bring a hundred packages, and with them another order of members to all JSON of the program. It
//! judges what comes out of here all the same: `tests/it` shows each file to it, as a process of its own.
//!
//! Start with [`Signer`].

mod cbor;
mod certificates;
mod claim;
mod cose;
mod der;
mod error;
mod jumbf;
mod key;
mod manifest;
mod signer;

pub use claim::{Claim, Source};
pub use error::{Error, codes};
pub use signer::Signer;
