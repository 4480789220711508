//! Codes: those of the app, and those on paper.

use atelier_base::{Randomness, Timestamp};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::{percent, token};

/// Seconds that a code of the app stands for.
const STEP: u64 = 30;
const DIGITS: u8 = 6;

/// A new secret in Base32, and the address that an app reads it from.
pub(super) fn new_secret(randomness: &Randomness, email: &str) -> (String, String) {
    let secret = Secret::from(randomness.bytes::<20>()).to_base32();
    let account = percent::encoded(email);
    let uri = format!(
        "otpauth://totp/Atelier:{account}?secret={secret}&issuer=Atelier&algorithm=SHA1&digits={DIGITS}&period={STEP}"
    );
    (secret, uri)
}

/// The half minute that the code belongs to, if it is the present one or one beside it.
pub(super) fn step_of(secret: &str, code: &str, now: Timestamp) -> Option<u64> {
    totp(secret)?.check(code, u64::try_from(now.as_seconds()).ok()?)
}

fn totp(secret: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_step_duration(STEP)
        .with_skew(1)
        .with_secret(secret)
        .build()
        .ok()
}

/// What somebody typed.
pub(super) enum Entered {
    /// Six digits.
    OfApp(String),
    /// The hash of what must be a recovery code then.
    Recovery(String),
}

impl Entered {
    pub(super) fn parse(text: &str) -> Self {
        let plain: String = text
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .take(64)
            .collect::<String>()
            .to_lowercase();
        if plain.len() == usize::from(DIGITS) {
            Self::OfApp(plain)
        } else {
            Self::Recovery(token::hash(&plain))
        }
    }
}

/// Codes to write down, and what is stored of them.
pub(super) struct RecoveryCodes {
    pub codes: Vec<String>,
    pub hashes: Vec<String>,
}

impl RecoveryCodes {
    const COUNT: usize = 10;
    /// Without those that look alike.
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

    /// Ten codes of 80 bits: enough that a plain hash can't be turned back.
    pub(super) fn generate(randomness: &Randomness) -> Self {
        let plain: Vec<String> = (0..Self::COUNT)
            .map(|_| {
                let letters = randomness.bytes::<16>().map(|byte| Self::LETTERS[usize::from(byte % 32)]);
                letters.map(char::from).iter().collect()
            })
            .collect();
        let dashed = |code: &String| {
            let groups: Vec<&str> = (0..4).map(|group| &code[group * 4..group * 4 + 4]).collect();
            groups.join("-")
        };
        Self {
            codes: plain.iter().map(dashed).collect(),
            hashes: plain.iter().map(|code| token::hash(code)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `12345678901234567890`, the secret of RFC 6238's appendix B.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_vectors_of_the_rfc_hold() {
        // The last six of its eight digits.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let now = Timestamp::from_millis(second * 1_000);
            assert_eq!(step_of(RFC, code, now), u64::try_from(second / 30).ok(), "{second}");
        }
    }

    #[test]
    fn a_code_is_good_for_one_step_before_and_after() {
        let cases =
            [(1_234_567_859, false), (1_234_567_860, true), (1_234_567_949, true), (1_234_567_950, false)];
        for (second, good) in cases {
            let found = step_of(RFC, "005924", Timestamp::from_millis(second * 1_000));
            assert_eq!(found, good.then_some(1_234_567_890 / 30), "{second}");
        }
    }

    #[test]
    fn recovery_codes_read_back_as_typed() {
        let made = RecoveryCodes::generate(&Randomness::seeded(1));
        assert_eq!(made.codes.len(), 10);
        for (code, hash) in made.codes.iter().zip(&made.hashes) {
            assert_eq!(code.len(), 19);
            for typed in [code.clone(), code.to_uppercase(), code.replace('-', " ")] {
                assert!(matches!(Entered::parse(&typed), Entered::Recovery(found) if found == *hash));
            }
        }
        assert!(matches!(Entered::parse(" 123 456 "), Entered::OfApp(code) if code == "123456"));
    }

    #[test]
    fn the_address_names_the_account() {
        let (secret, uri) = new_secret(&Randomness::seeded(1), "ada+art@example.test");
        assert_eq!(secret.len(), 32);
        assert!(uri.starts_with("otpauth://totp/Atelier:ada%2Bart%40example.test?secret="), "{uri}");
    }
}
