//! What signs files.

use std::fmt;
use std::sync::Arc;

use atelier_base::Timestamp;
use atelier_media::{Embedded, Error as FileError, credentials_place, embed_credentials};

use crate::certificates::Certificates;
use crate::key::{Key, SIGNATURE};
use crate::manifest::{self, Binding};
use crate::{Claim, Error, cose};

/// A key with the certificates that vouch for it. Cheap to clone; debug output shows the kind of key.
#[derive(Clone)]
pub struct Signer(Arc<Inner>);

struct Inner {
    key: Key,
    certificates: Certificates,
    /// The certificates as they go into each file.
    protected: Vec<u8>,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signer").field(&self.0.key).finish()
    }
}

impl Signer {
    /// A signer with certificates in PEM, the signer's own first and each issuer's after it, and its private key in
    /// PEM: PKCS#8 without a password, Ed25519 or P-256.
    ///
    /// # Errors
    /// [`Error::Certificates`], [`Error::OutOfDate`] and [`Error::Key`] for what a checker of the files would find
    /// fault with, so that it is known before the first file. That nobody trusts the issuer is none of them.
    pub fn open(certificates: &[u8], key: &[u8], now: Timestamp) -> Result<Self, Error> {
        let key = Key::read(key)?;
        let certificates = Certificates::read(certificates, &key, now)?;
        let protected = cose::protected(&key, &certificates.chain());
        Ok(Self(Arc::new(Inner { key, certificates, protected })))
    }

    /// The same PNG, JPEG or WebP with that claim in it, signed. No pixel and no other metadata changes. The hash of
    /// the file takes a moment: call this where computations run.
    ///
    /// # Errors
    /// [`Error::File`] for other kinds of files, damaged ones, and those that have content credentials;
    /// [`Error::OutOfDate`] when a certificate has run out since.
    pub fn sign(&self, file: &[u8], claim: &Claim<'_>, now: Timestamp) -> Result<Vec<u8>, Error> {
        self.0.certificates.check(now)?;
        let (draft, binding) = self.draft(file, claim)?;
        let binding = binding.to(&draft.bytes);
        let store = manifest::store(claim, &binding, |claim| {
            let signature = cose::sign(&self.0.key, &self.0.protected, claim)?;
            Ok(cose::envelope(&self.0.protected, &signature))
        })?;
        let signed = embed_credentials(file, &store)?;
        debug_assert_eq!(signed.place, binding.place, "a signature is as long as its draft");
        Ok(signed.bytes)
    }

    /// The file with a manifest of the final length, whose hash and signature are missing, and what binds the two. The
    /// manifest tells its own length, in as many digits as that takes: so it is written until it fits. The length is
    /// even, since readers disagree on whose the byte is that fills an odd one up in a WebP.
    fn draft(&self, file: &[u8], claim: &Claim<'_>) -> Result<(Embedded, Binding), Error> {
        let mut binding = Binding::default();
        // Digits and filling byte settle after three rounds; the others are to be sure.
        for _ in 0..8 {
            let envelope = |_: &[u8]| Ok(cose::envelope(&self.0.protected, &[0; SIGNATURE]));
            let store = manifest::store(claim, &binding, envelope)?;
            if store.len() % 2 == 1 {
                binding.pad = 1 - binding.pad;
                continue;
            }
            let place = credentials_place(file, &store)?;
            if place == binding.place {
                return Ok((embed_credentials(file, &store)?, binding));
            }
            binding.place = place;
        }
        let kind = atelier_media::sniff(file).ok_or(FileError::Unknown)?;
        Err(FileError::Damaged { kind, reason: "its manifest finds no length".to_owned() }.into())
    }
}
