//! What can't vouch is refused before the first picture.

use std::time::Duration;

use atelier_base::{Coded as _, Timestamp};
use atelier_credentials::{Error, Signer, codes};
use atelier_media::Error as FileError;

use crate::files::{NOW, PERSON, PICTURES, STUDIO, claim, signer};

const ROOT: &[u8] = include_bytes!("../data/root.pem");
const CENTURY: Duration = Duration::from_hours(24 * 36_525);

fn refused(certificates: &[u8], key: &[u8]) -> String {
    let error = Signer::open(certificates, key, NOW).expect_err("refused");
    assert!(!error.to_string().contains("BEGIN"), "{error}");
    error.to_string()
}

#[test]
fn certificates_that_checkers_would_refuse() {
    let (studio, key) = STUDIO;
    let (person, _) = PERSON;
    for (certificates, word) in [
        (include_bytes!("../data/website.pem").as_slice(), "emailProtection"),
        (include_bytes!("../data/sealed.pem"), "digitalSignature"),
        (ROOT, "self-signed"),
        (&[ROOT, ROOT].concat(), "self-signed"),
        (&studio[..studio.len() - ROOT.len()], "issuer"),
        (person, "not the key"),
        (&[&studio[..studio.len() - ROOT.len()], person].concat(), "no chain"),
        (b"", "none"),
        (b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n", "PEM"),
    ] {
        let said = refused(certificates, key);
        assert!(said.contains(word), "{said}: {word}");
    }
}

#[test]
fn keys_that_are_no_keys_or_others() {
    let (studio, key) = STUDIO;
    let encrypted = String::from_utf8_lossy(key).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    for (key, word) in [
        (PERSON.1, "not the key"),
        (encrypted.as_bytes(), "password"),
        (b"", "PKCS#8"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "Ed25519"),
    ] {
        let said = refused(studio, key);
        assert!(said.contains(word), "{said}: {word}");
    }
}

#[test]
fn time_runs_out_for_certificates() {
    let (certificates, key) = STUDIO;
    for (now, word) in [(Timestamp::from_millis(0), "not valid yet"), (NOW.after(CENTURY), "out of date")] {
        let error = Signer::open(certificates, key, now).expect_err("refused");
        assert_eq!(
            (error.code(), error.to_string().contains(word)),
            (codes::CREDENTIALS_CERTIFICATE_EXPIRED, true)
        );
    }
    // A server runs for long.
    let late = signer(STUDIO).expect("a signer").sign(PICTURES[0].1, &claim(), NOW.after(CENTURY));
    assert_eq!(late, Err(Error::OutOfDate("out of date")));
}

#[test]
fn files_that_take_no_credentials() {
    let press = signer(STUDIO).expect("a signer");
    let signed = press.sign(PICTURES[0].1, &claim(), NOW).expect("signed");
    let twice = press.sign(&signed, &claim(), NOW);
    assert!(matches!(twice, Err(Error::File(FileError::Damaged { .. }))), "{twice:?}");
    for file in [b"words".as_slice(), b"GIF89a\x01\0\x01\0\0\0\0;", b""] {
        assert!(matches!(press.sign(file, &claim(), NOW), Err(Error::File(_))));
    }
}
