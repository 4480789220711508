//! The private key: Ed25519 or P-256.

use std::fmt;

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use rustls_pki_types::PrivatePkcs8KeyDer;
use rustls_pki_types::pem::PemObject as _;

use crate::Error;

/// Bytes of a signature, of either kind.
pub(crate) const SIGNATURE: usize = 64;

/// What signs. Debug output shows its kind only.
pub(crate) enum Key {
    Ed25519(Ed25519KeyPair),
    P256(EcdsaKeyPair),
}

impl Key {
    /// Reads PKCS#8 in PEM without a password.
    pub(crate) fn read(pem: &[u8]) -> Result<Self, Error> {
        let unfit = |reason: &str| Error::Key(reason.to_owned());
        let der = PrivatePkcs8KeyDer::from_pem_slice(pem).map_err(|_| {
            unfit("it is not PKCS#8 in PEM without a password (`openssl pkcs8 -topk8 -nodes` makes it that)")
        })?;
        let der = der.secret_pkcs8_der();
        // OpenSSL leaves the public half of an Ed25519 key out.
        if let Ok(key) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
            return Ok(Self::Ed25519(key));
        }
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der, &SystemRandom::new())
            .map(Self::P256)
            .map_err(|_| unfit("it is neither an Ed25519 key nor one of P-256"))
    }

    /// The number by which COSE knows the algorithm.
    pub(crate) const fn algorithm(&self) -> i64 {
        match self {
            Self::Ed25519(_) => -8,
            Self::P256(_) => -7,
        }
    }

    /// The public half, as certificates end their key with it.
    pub(crate) fn public(&self) -> &[u8] {
        match self {
            Self::Ed25519(key) => key.public_key().as_ref(),
            Self::P256(key) => key.public_key().as_ref(),
        }
    }

    /// Of [`SIGNATURE`] bytes.
    pub(crate) fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let signature = match self {
            Self::Ed25519(key) => key.sign(bytes),
            Self::P256(key) => key
                .sign(&SystemRandom::new(), bytes)
                .map_err(|_| Error::Key("the system has no randomness".to_owned()))?,
        };
        Ok(signature.as_ref().to_vec())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ed25519(_) => "Ed25519",
            Self::P256(_) => "P-256",
        })
    }
}
