//! What was made here is signed when it is given away, and nothing else is.

use atelier_blobs::ASSETS;
use atelier_credentials::Signer;
use atelier_factory::product::{self, Product};
use atelier_factory::{State, work};
use atelier_media::content_credentials;
use atelier_media::generation::read;
use atelier_sql::Sql;
use futures_util::TryStreamExt as _;

use crate::contract::{Contract, Mood};
use crate::delivering::{brought, is_same_picture, made, only};
use crate::providing::place;
use crate::stage::{Floor, on_both_floors, scope};

on_both_floors! {
    what_is_made_here_is_signed_and_what_is_kept_is_not
    a_model_that_learnt_is_called_one
    what_was_brought_along_is_not_claimed
    a_certificate_that_ran_out_keeps_nobody_from_their_picture
}

/// The state of a server with a certificate; the pair vouches for nothing, and is good from 2020 to 2120.
fn vouching(floor: &Floor) -> State {
    let certificates = include_bytes!("../../../../crates/credentials/tests/data/studio.pem");
    let key = include_bytes!("../../../../crates/credentials/tests/data/studio.key");
    let signer = Signer::open(certificates, key, floor.clock.now()).expect("a signer");
    floor.state.clone().with_signer(Some(signer))
}

async fn given(state: &State, tenant: u128, product: &Product, with_recipe: bool) -> Vec<u8> {
    let delivery = product::deliver(state, scope(tenant), product, with_recipe).await.expect("a file");
    let chunks: Vec<_> = delivery.body.try_collect().await.expect("its bytes");
    let bytes = chunks.concat();
    assert_eq!(bytes.len() as u64, delivery.size);
    bytes
}

fn says(file: &[u8], words: &str) -> bool {
    file.windows(words.len()).any(|part| part == words.as_bytes())
}

async fn what_is_made_here_is_signed_and_what_is_kept_is_not(floor: &Floor) {
    let (state, product) = (vouching(floor), made(floor).await);
    let (plain, signed) =
        (given(&floor.state, 1, &product, false).await, given(&state, 1, &product, true).await);
    assert!(content_credentials(&signed));
    is_same_picture(&plain, &signed);
    // The studio has learnt nothing, and says so.
    assert!(says(&signed, "digitalsourcetype/algorithmicMedia") && says(&signed, &product.prompt));
    assert_eq!(read(&signed).expect("a recipe").prompt, product.prompt);
    // The original, what is kept, and a server without a certificate.
    assert_eq!(given(&state, 1, &product, false).await, plain);
    let kept =
        state.blobs.get(scope(1), &ASSETS, &product.file_path.parse().expect("a key")).await.expect("it");
    assert_eq!(kept.bytes().await.expect("its bytes"), plain);
    assert!(!content_credentials(&given(&floor.state, 1, &product, true).await));
}

async fn a_model_that_learnt_is_called_one(floor: &Floor) {
    let _contract = Contract::start(floor, Mood::Works(0)).await;
    place(floor, "a fox").await;
    work::run_dry(floor.state.clone(), 1).await.expect("worked");
    let product = only(floor).await;
    assert_eq!(product.mime_type, "image/jpeg");
    let signed = given(&vouching(floor), 1, &product, true).await;
    assert!(content_credentials(&signed) && says(&signed, "digitalsourcetype/trainedAlgorithmicMedia"));
    // It was made here also when nobody knows any more from what.
    floor.run(Sql::new("UPDATE products SET metadata = '{}' WHERE tenant_id = :tenant")).await;
    let signed = given(&vouching(floor), 1, &only(floor).await, true).await;
    assert!(content_credentials(&signed) && !says(&signed, "a fox") && read(&signed).is_none());
}

async fn what_was_brought_along_is_not_claimed(floor: &Floor) {
    let product = made(floor).await;
    let written = given(&floor.state, 1, &product, true).await;
    // The file says that it was made by the studio from those words: so might any file.
    let back = brought(floor, 2, written.clone()).await;
    assert_eq!((&back.prompt, &back.provider), (&product.prompt, &product.provider));
    assert_eq!(given(&vouching(floor), 2, &back, true).await, written);
    // What has credentials keeps them, whoever signed.
    let signed = given(&vouching(floor), 1, &product, true).await;
    let back = brought(floor, 2, signed.clone()).await;
    assert!(back.has_content_credentials);
    assert_eq!(given(&vouching(floor), 2, &back, true).await, signed);
}

async fn a_certificate_that_ran_out_keeps_nobody_from_their_picture(floor: &Floor) {
    let (state, product) = (vouching(floor), made(floor).await);
    let unsigned = given(&floor.state, 1, &product, true).await;
    floor.advance(std::time::Duration::from_hours(24 * 36_525));
    assert_eq!(given(&state, 1, &product, true).await, unsigned);
}
