//! What is signed stays the same picture and says who made it.

use atelier_credentials::Claim;
use atelier_media::generation::{self, Written};
use atelier_media::{Limits, content_credentials, decode};
use serde_json::Map;

use crate::files::{NOW, PERSON, PICTURES, STUDIO, claim, signer};

fn contains(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

#[test]
fn pixels_and_recipes_stay_as_they_are() {
    let recipe =
        Written { prompt: "a fox".to_owned(), negative_prompt: "owls".to_owned(), parameters: Map::new() };
    for pair in [STUDIO, PERSON] {
        let press = signer(pair).expect("a signer");
        for (_, picture) in PICTURES {
            let written = generation::write(picture, &recipe).expect("a recipe");
            let signed = press.sign(&written, &claim(), NOW).expect("signed");
            assert!(content_credentials(&signed));
            let seen = |file: &[u8]| decode(file, &Limits::DEFAULT).expect("a picture");
            assert_eq!(seen(&signed), seen(picture));
            let found = generation::read(&signed).expect("a recipe");
            assert_eq!((found.prompt, found.negative_prompt), ("a fox".to_owned(), "owls".to_owned()));
        }
    }
}

#[test]
fn what_is_private_stays_out() {
    let press = signer(STUDIO).expect("a signer");
    let (_, picture) = PICTURES[0];
    let told = press.sign(picture, &claim(), NOW).expect("signed");
    assert!(contains(&told, "a fox in snow, 狐".as_bytes()));
    let silent = press.sign(picture, &Claim { prompt: None, ..claim() }, NOW).expect("signed");
    assert!(!contains(&silent, "狐".as_bytes()));
    let key = STUDIO.1.split(|byte| *byte == b'\n').nth(1).expect("a line");
    assert!(!contains(format!("{press:?}").as_bytes(), key));
}

#[test]
fn a_prompt_of_any_length_fits() {
    let press = signer(PERSON).expect("a signer");
    // The digits of the manifest's length change at 256 and 65536, and a JPEG takes another segment at 64000.
    for length in (0..700).chain(64_000 - 3_000..64_000).step_by(13).chain([65_536, 300_000]) {
        let prompt = "x".repeat(length);
        for (name, picture) in PICTURES {
            let claim = Claim { prompt: Some(&prompt), ..claim() };
            let signed = press.sign(picture, &claim, NOW);
            assert!(signed.is_ok_and(|signed| content_credentials(&signed)), "{name}, {length}");
        }
    }
}
