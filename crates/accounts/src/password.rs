//! Passwords: what a good one is, and Argon2id.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordVerifier as _, Version};
use atelier_base::Randomness;
use tokio::sync::Semaphore;

use crate::Error;

/// Hashes and verifies passwords on the blocking pool, a few at a time:
/// each takes 19 MiB and some 20 ms of a core.
#[derive(Clone)]
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
}

impl Passwords {
    const AT_ONCE: usize = 2;
    const LENGTH: std::ops::RangeInclusive<usize> = 10..=1_000;

    pub(crate) fn new() -> Self {
        Self { turns: Arc::new(Semaphore::new(Self::AT_ONCE)) }
    }

    /// The rule: long enough, and not what everybody knows about the user.
    pub(crate) fn check(field: &'static str, password: &str, known: &[&str]) -> Result<(), Error> {
        let weak = |reason: &str| Err(Error::WeakPassword { field, reason: reason.into() });
        let length = password.chars().count();
        if length < *Self::LENGTH.start() {
            return weak("needs 10 characters or more");
        }
        if length > *Self::LENGTH.end() {
            return weak("may have 1000 characters at most");
        }
        let folded = password.to_lowercase();
        if known.iter().any(|word| word.chars().count() >= 3 && folded == word.to_lowercase()) {
            return weak("must not be your name or email");
        }
        let first = folded.chars().next();
        if folded.chars().all(|letter| Some(letter) == first) {
            return weak("must not repeat one character");
        }
        Ok(())
    }

    /// The PHC string of a password, with a new salt.
    pub(crate) async fn hash(&self, password: &str, randomness: &Randomness) -> Result<String, Error> {
        let salt: [u8; 16] = randomness.bytes();
        let password = password.to_owned();
        self.run(move || {
            use argon2::password_hash::CustomizedPasswordHasher as _;
            argon2id()
                .hash_password_customized(password.as_bytes(), &salt, None, None, Params::default())
                .map(|hash| hash.to_string())
                .map_err(|error| Error::Hashing(error.to_string()))
        })
        .await?
    }

    /// Whether the password is the one of the PHC string.
    pub(crate) async fn verify(&self, password: &str, phc: String) -> Result<bool, Error> {
        let password = password.to_owned();
        self.run(move || match PasswordHash::new(&phc) {
            Ok(hash) => Ok(argon2id().verify_password(password.as_bytes(), &hash).is_ok()),
            Err(error) => Err(Error::Hashing(error.to_string())),
        })
        .await?
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let _turn = self.turns.acquire().await.map_err(|closed| Error::Hashing(closed.to_string()))?;
        tokio::task::spawn_blocking(work).await.map_err(|stopped| Error::Hashing(stopped.to_string()))
    }
}

/// Argon2id with the first recommendation of OWASP: 19 MiB, two passes, one lane.
fn argon2id() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_verifies_against_its_own_hash_only() {
        let passwords = Passwords::new();
        let phc = passwords.hash("correct horse", &Randomness::seeded(1)).await.expect("hashes");
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(passwords.verify("correct horse", phc.clone()).await.expect("verifies"));
        assert!(!passwords.verify("battery staple", phc).await.expect("verifies"));
    }

    #[test]
    fn weak_passwords_are_refused() {
        for weak in ["short", "aaaaaaaaaaaa", "Ada@Example.test"] {
            assert!(Passwords::check("password", weak, &["ada@example.test", "ada"]).is_err(), "{weak}");
        }
        assert!(Passwords::check("password", "ultramarine over sienna", &["ada"]).is_ok());
    }
}
