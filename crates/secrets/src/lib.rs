//! Secrets: fields that are stored sealed.
//!
//! Envelope encryption with XChaCha20-Poly1305. A *data key* seals fields; the *master key* wraps the data
//! keys and touches nothing else, so that another master key is a matter of two small files and no
//! stored field. It is in a key file, or stays in AWS KMS. Every field is bound to its [`Place`] (table, item, field): moved elsewhere it does not open.
//! The nonce has 192 bits, so random ones never meet, however many fields a data key seals.
//!
//! Whoever has both files of the directory can open everything: they protect the tables' backups and dumps,
//! not a machine that is taken over. Nothing here logs, and no `Debug` shows what it should not.
//! Start with [`Keyring`].

mod cipher;
mod error;
mod keyring;
mod kms;
mod sealed;

pub use error::{Error, codes};
pub use keyring::{Keyring, Source, Status};
pub use kms::KmsOptions;
pub use sealed::{Place, Sealed, Secret};
