//! Bearer secrets: 256 random bits that are shown once and stored only as a hash.

use atelier_base::Randomness;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// A new secret of 43 characters.
pub(crate) fn generate(randomness: &Randomness) -> String {
    URL_SAFE_NO_PAD.encode(randomness.bytes::<32>())
}

/// What is stored of a secret. A plain hash is enough: nobody guesses 256 bits.
pub(crate) fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_sha_256_in_hex() {
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn secrets_differ() {
        let randomness = Randomness::seeded(1);
        let (first, second) = (generate(&randomness), generate(&randomness));
        assert_eq!(first.len(), 43);
        assert_ne!(first, second);
    }
}
