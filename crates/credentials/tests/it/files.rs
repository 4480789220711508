//! Pictures, certificates and claims for the tests.

use atelier_base::Timestamp;
use atelier_credentials::{Claim, Error, Signer, Source};
use uuid::Uuid;

/// Two certificates and a key of P-256.
pub(crate) const STUDIO: (&[u8], &[u8]) =
    (include_bytes!("../data/studio.pem"), include_bytes!("../data/studio.key"));
/// Three certificates and a key of Ed25519.
pub(crate) const PERSON: (&[u8], &[u8]) =
    (include_bytes!("../data/person.pem"), include_bytes!("../data/person.key"));

/// With the endings of their names.
pub(crate) const PICTURES: [(&str, &[u8]); 3] = [
    ("png", include_bytes!("../data/picture.png")),
    ("jpg", include_bytes!("../data/picture.jpg")),
    ("webp", include_bytes!("../data/picture.webp")),
];

/// 2026-10-01T12:00:00Z; the certificates are good from 2020 to 2120.
pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_790_856_000_000);

pub(crate) fn signer((certificates, key): (&[u8], &[u8])) -> Result<Signer, Error> {
    Signer::open(certificates, key, NOW)
}

pub(crate) fn claim() -> Claim<'static> {
    Claim {
        id: Uuid::from_u128(0x0b5e_54a8_2f0c_4b1e_9d1f_6d1c_33a0_0001),
        title: "a fox in snow.png",
        source: Source::TrainedModel,
        provider: "replicate",
        model: Some("black-forest-labs/flux-schnell"),
        prompt: Some("a fox in snow, 狐"),
        made_at: Timestamp::from_millis(1_790_000_000_000),
    }
}
