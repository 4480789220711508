//! The manifest: what is claimed, and the hash that binds it to one file.

use std::ops::Range;

use ring::digest::{Context, SHA256, digest};

use crate::cbor::Cbor;
use crate::jumbf::{self, Content};
use crate::{Claim, Error};

/// As assertions and claims are called in references.
const ASSERTIONS: &str = "c2pa.assertions";
const ACTIONS: &str = "c2pa.actions.v2";
const BINDING: &str = "c2pa.hash.data";
const SIGNATURE: &str = "c2pa.signature";
const ALGORITHM: &str = "sha256";

/// What binds a manifest to a file: the hash of all bytes beside the manifest's own place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Binding {
    pub(crate) place: Range<usize>,
    pub(crate) hash: [u8; 32],
    /// Bytes without meaning, which make the manifest as long as is wanted.
    pub(crate) pad: usize,
}

impl Binding {
    /// The same with the hash of the file, which has a manifest of the final length at that place.
    pub(crate) fn to(self, file: &[u8]) -> Self {
        let mut context = Context::new(&SHA256);
        context.update(&file[..self.place.start]);
        context.update(&file[self.place.end..]);
        let mut hash = [0; 32];
        hash.copy_from_slice(context.finish().as_ref());
        Self { hash, ..self }
    }
}

/// The store with the one manifest, as it goes into a file. `sign` gets the claim and returns its envelope.
pub(crate) fn store(
    claim: &Claim<'_>,
    binding: &Binding,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, Error>,
) -> Result<Vec<u8>, Error> {
    let name = format!("urn:c2pa:{}", claim.id);
    let assertions = [(ACTIONS, actions(claim)), (BINDING, hash_data(binding))]
        .map(|(label, content)| (label, jumbf::cbor(Content::Cbor, label, &content.encode())));
    let references = assertions.iter().map(|(label, whole)| reference(label, whole)).collect();
    let statement = statement(claim, &name, references).encode();
    let signature = sign(&statement)?;
    let parts = [
        jumbf::described(Content::Assertions, ASSERTIONS, &assertions.map(|(_, whole)| whole)),
        jumbf::cbor(Content::Claim, "c2pa.claim.v2", &statement),
        jumbf::cbor(Content::Signature, SIGNATURE, &signature),
    ];
    let manifest = jumbf::described(Content::Manifest, &name, &parts);
    Ok(jumbf::described(Content::Store, "c2pa", &[manifest]))
}

/// An assertion's name with the hash of its box.
fn reference(label: &str, whole: &[u8]) -> Cbor {
    Cbor::map([
        ("url", Cbor::text(format!("self#jumbf={ASSERTIONS}/{label}"))),
        ("hash", Cbor::Bytes(digest(&SHA256, &whole[jumbf::HEADER..]).as_ref().to_vec())),
    ])
}

/// What the signature is over.
fn statement(claim: &Claim<'_>, name: &str, references: Vec<Cbor>) -> Cbor {
    let generator = [("name", Cbor::text("Atelier")), ("version", Cbor::text(env!("CARGO_PKG_VERSION")))];
    Cbor::map([
        ("alg", Cbor::text(ALGORITHM)),
        ("claim_generator_info", Cbor::map(generator)),
        ("created_assertions", Cbor::List(references)),
        ("dc:title", Cbor::text(claim.title)),
        ("instanceID", Cbor::text(format!("xmp:iid:{}", claim.id))),
        ("signature", Cbor::text(format!("self#jumbf=/c2pa/{name}/{SIGNATURE}"))),
    ])
}

/// One action: it was created, and how.
fn actions(claim: &Claim<'_>) -> Cbor {
    let words = |words: &[(&str, Option<&str>)]| {
        let known =
            words.iter().filter_map(|(key, word)| word.map(|word| (Cbor::text(*key), Cbor::text(word))));
        Cbor::Map(known.collect())
    };
    let mut created = vec![
        (Cbor::text("action"), Cbor::text("c2pa.created")),
        (Cbor::text("digitalSourceType"), Cbor::text(claim.source.address())),
        (Cbor::text("softwareAgent"), words(&[("name", Some(claim.provider)), ("model", claim.model)])),
        (Cbor::text("when"), Cbor::Tagged(0, Box::new(Cbor::text(claim.made_at.to_string())))),
    ];
    if claim.prompt.is_some() {
        created.push((Cbor::text("parameters"), words(&[("prompt", claim.prompt)])));
    }
    Cbor::map([("actions", Cbor::List(vec![Cbor::Map(created)]))])
}

fn hash_data(binding: &Binding) -> Cbor {
    let place = &binding.place;
    let exclusion = [("start", Cbor::size(place.start)), ("length", Cbor::size(place.len()))];
    Cbor::map([
        ("alg", Cbor::text(ALGORITHM)),
        ("exclusions", Cbor::List(vec![Cbor::map(exclusion)])),
        ("hash", Cbor::Bytes(binding.hash.to_vec())),
        ("name", Cbor::text("jumbf manifest")),
        ("pad", Cbor::Bytes(vec![0; binding.pad])),
    ])
}
