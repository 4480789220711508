//! XChaCha20-Poly1305 with 256-bit keys that are wiped when they are dropped.

use atelier_base::Randomness;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::Error;

const NONCE: usize = 24;

/// A key of either kind.
#[derive(Clone)]
pub(crate) struct CipherKey(Zeroizing<[u8; 32]>);

impl CipherKey {
    pub(crate) fn generate(randomness: &Randomness) -> Self {
        Self(Zeroizing::new(randomness.bytes()))
    }

    pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    pub(crate) fn of_text(text: &str) -> Option<Self> {
        Self::of_bytes(&Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    pub(crate) fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.bytes()))
    }

    /// Nonce and ciphertext as text. `bound` must be the same to open it.
    pub(crate) fn seal(&self, plain: &[u8], bound: &[u8], randomness: &Randomness) -> Result<String, Error> {
        let nonce: [u8; NONCE] = randomness.bytes();
        let payload = Payload { msg: plain, aad: bound };
        let sealed = self.cipher()?.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::Unreadable("it is too long to seal"))?;
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    pub(crate) fn open(&self, text: &str, bound: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::Unreadable("it is no Base64"))?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or(Error::Unreadable("it is cut off"))?;
        let payload = Payload { msg: sealed, aad: bound };
        let plain = self.cipher()?.decrypt(&XNonce::from(*nonce), payload);
        plain.map(Zeroizing::new).map_err(|_| Error::Unreadable("it was changed or moved"))
    }

    fn cipher(&self) -> Result<XChaCha20Poly1305, Error> {
        XChaCha20Poly1305::new_from_slice(self.bytes())
            .map_err(|_| Error::Unreadable("its key has the wrong length"))
    }
}

/// The parts one after another, each with its length before it: no two lists give the same bytes.
pub(crate) fn bind(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn neighbouring_parts_do_not_run_together() {
        assert_ne!(bind(&["ab", "c"]), bind(&["a", "bc"]));
        assert_ne!(bind(&["a", ""]), bind(&["a"]));
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_and_no_changed_byte_passes(
            plain: Vec<u8>, bound: Vec<u8>, at: prop::sample::Index, flip in 1..=255u8,
        ) {
            let randomness = Randomness::seeded(1);
            let key = CipherKey::generate(&randomness);
            let text = key.seal(&plain, &bound, &randomness).expect("seals");
            prop_assert_eq!(&*key.open(&text, &bound).expect("opens"), &plain);
            let mut bytes = URL_SAFE_NO_PAD.decode(&text).expect("Base64");
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            prop_assert!(key.open(&URL_SAFE_NO_PAD.encode(bytes), &bound).is_err());
            prop_assert!(CipherKey::generate(&randomness).open(&text, &bound).is_err());
        }
    }
}
