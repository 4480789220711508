//! What the standard's own library says of signed files. It runs as a process of its own, in Python.

use std::path::Path;
use std::process::Command;

use atelier_credentials::{Claim, Source};
use atelier_peers::c2pa_python;
use serde_json::Value;

use crate::files::{NOW, PERSON, PICTURES, STUDIO, claim, signer};

/// What it says of each file, in their order; none where it is not installed.
fn check(files: &[(&str, Vec<u8>)]) -> Option<Vec<Value>> {
    let python = c2pa_python()?;
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = tempfile::tempdir().expect("a directory");
    let mut command = Command::new(python);
    command.arg(tests.join("python/check.py")).arg(tests.join("data/root.pem"));
    for (number, (ending, bytes)) in files.iter().enumerate() {
        let file = folder.path().join(format!("{number}.{ending}"));
        std::fs::write(&file, bytes).expect("written");
        command.arg(file);
    }
    let output = command.env_clear().env("PATH", "/usr/bin:/bin").output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The codes of what it objects to, or of what it finds well.
fn codes<'a>(said: &'a Value, verdict: &str) -> Vec<&'a str> {
    let list = said["results"]["activeManifest"][verdict].as_array().expect("a list");
    list.iter().filter_map(|found| found["code"].as_str()).collect()
}

fn assertion<'a>(said: &'a Value, label: &str) -> &'a Value {
    let mut list = said["manifest"]["assertions"].as_array().expect("a list").iter();
    &list.find(|found| found["label"] == label).expect("it is there")["data"]
}

#[test]
fn signed_files_are_trusted_by_who_trusts_the_issuer() {
    let signed: Vec<_> = [STUDIO, PERSON]
        .into_iter()
        .flat_map(|pair| {
            let press = signer(pair).expect("a signer");
            PICTURES.map(|(ending, file)| (ending, press.sign(file, &claim(), NOW).expect("signed")))
        })
        .collect();
    let Some(said) = check(&signed) else { return };
    assert_eq!(said.len(), signed.len());
    for said in said {
        assert_eq!(codes(&said, "failure"), [""; 0]);
        assert_eq!(said["state"], "Trusted");
        for found in ["claimSignature.validated", "signingCredential.trusted", "assertion.dataHash.match"] {
            assert!(codes(&said, "success").contains(&found), "{found}");
        }
        assert_eq!(said["manifest"]["title"], "a fox in snow.png");
        assert_eq!(said["manifest"]["claim_generator_info"][0]["name"], "Atelier");
        let created = &assertion(&said, "c2pa.actions.v2")["actions"][0];
        assert_eq!(created["action"], "c2pa.created");
        assert_eq!(created["when"], "2026-09-21T14:13:20.000Z");
        assert_eq!(created["softwareAgent"]["name"], "replicate");
        assert_eq!(created["softwareAgent"]["model"], "black-forest-labs/flux-schnell");
        assert_eq!(created["parameters"]["prompt"], "a fox in snow, 狐");
        let address = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
        assert_eq!(created["digitalSourceType"], address);
    }
}

#[test]
fn any_length_is_understood_and_algorithms_are_no_models() {
    let press = signer(PERSON).expect("a signer");
    let prompts = [0, 250, 3_000, 64_000, 300_000].map(|length| "x".repeat(length));
    let files: Vec<_> = prompts
        .iter()
        .flat_map(|prompt| {
            let claim = Claim { prompt: Some(prompt), source: Source::Algorithm, model: None, ..claim() };
            PICTURES.map(|(ending, file)| (ending, press.sign(file, &claim, NOW).expect("signed")))
        })
        .collect();
    let Some(said) = check(&files) else { return };
    for said in said {
        assert_eq!((said["state"].as_str(), codes(&said, "failure")), (Some("Trusted"), vec![]));
        let created = &assertion(&said, "c2pa.actions.v2")["actions"][0];
        let address = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";
        assert_eq!(created["digitalSourceType"], address);
    }
}

#[test]
fn a_changed_byte_is_found_out() {
    let press = signer(STUDIO).expect("a signer");
    let mut files = Vec::new();
    for (ending, file) in PICTURES {
        let mut pixel = press.sign(file, &claim(), NOW).expect("signed");
        // The last bytes of a PNG are no pixels, and those of a WebP are the manifest's.
        let at = if ending == "webp" { 60 } else { pixel.len() - 40 };
        pixel[at] ^= 1;
        let mut words = press.sign(file, &claim(), NOW).expect("signed");
        let at = words.windows(5).position(|part| part == b"a fox").expect("the title");
        words[at + 2] = b'b';
        files.extend([(ending, pixel), (ending, words)]);
    }
    let Some(said) = check(&files) else { return };
    for (said, number) in said.iter().zip(0..) {
        let wanted = ["assertion.dataHash.mismatch", "assertion.hashedURI.mismatch"][number % 2];
        let found = codes(said, "failure");
        let is_found = found.contains(&wanted) || found.contains(&"claimSignature.mismatch");
        assert!(is_found && said["state"] == "Invalid", "{number}: {found:?}");
    }
}
