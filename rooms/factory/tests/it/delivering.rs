//! What is given away says how it was made, and what is kept stays as it came.

use atelier_base::PageRequest;
use atelier_factory::export;
use atelier_factory::permissions::{ImportProduct, PlaceOrder, ReadFactory};
use atelier_factory::product::{self, NewProduct, Product, ProductFilter};
use atelier_factory::{order, work};
use atelier_media::generation::{Tool, read};
use atelier_media::{Limits, content_credentials, decode};
use atelier_sql::Sql;
use futures_util::{StreamExt as _, TryStreamExt as _};
use serde_json::json;

use crate::contract::{Contract, Mood};
use crate::placing::new_order;
use crate::providing::place;
use crate::stage::{Floor, grant, on_both_floors, scope};

on_both_floors! {
    what_is_given_comes_back_with_its_recipe
    an_archive_has_recipes_unless_they_are_not_wanted
    jpeg_of_a_provider_gets_the_names_that_others_know
    files_with_content_credentials_are_given_as_they_are
    what_stands_in_a_file_is_not_replaced
}

pub(crate) async fn only(floor: &Floor) -> Product {
    let page = PageRequest::first(10);
    let found = product::list(&floor.state, grant(1, ReadFactory), &ProductFilter::default(), page).await;
    let mut found: Vec<_> = found.expect("a page").into_nodes().collect();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

async fn given(floor: &Floor, product: &Product, with_recipe: bool) -> Vec<u8> {
    let delivery = product::deliver(&floor.state, scope(1), product, with_recipe).await.expect("a file");
    let chunks: Vec<_> = delivery.body.try_collect().await.expect("its bytes");
    let bytes = chunks.concat();
    assert_eq!(bytes.len() as u64, delivery.size);
    bytes
}

pub(crate) async fn brought(floor: &Floor, tenant: u128, bytes: Vec<u8>) -> Product {
    let new = NewProduct { bytes: bytes.into(), file_name: None, project_id: None };
    product::keep(&floor.state, grant(tenant, ImportProduct), new).await.expect("kept").product
}

/// A picture of the studio, which are PNG.
pub(crate) async fn made(floor: &Floor) -> Product {
    let mut new = new_order("a [red] fox, (snow:1.2)");
    "blurry: yes".clone_into(&mut new.prompt.negative_prompt);
    new.prompt.parameters = json!({"seed": 7, "width": 64, "height": 64});
    order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
    assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 1);
    only(floor).await
}

pub(crate) fn is_same_picture(one: &[u8], other: &[u8]) {
    let seen = |bytes: &[u8]| decode(bytes, &Limits::DEFAULT).expect("a picture");
    assert_eq!(seen(one), seen(other));
}

async fn what_is_given_comes_back_with_its_recipe(floor: &Floor) {
    let product = made(floor).await;
    let (plain, written) = (given(floor, &product, false).await, given(floor, &product, true).await);
    assert_eq!(plain.len(), usize::try_from(product.file_size).expect("small"));
    assert!(plain.len() < written.len() && read(&plain).is_none());
    is_same_picture(&plain, &written);
    // Another tenant brings it along, and knows what it was made from.
    let back = brought(floor, 2, written.clone()).await;
    assert_eq!((&back.prompt, &back.negative_prompt), (&product.prompt, &product.negative_prompt));
    assert_eq!((&back.model, &back.provider), (&product.model, &product.provider));
    for (name, value) in product.parameters.as_object().expect("parameters") {
        assert_eq!(back.parameters[name], *value, "{name}");
    }
    assert_eq!(back.parameters["seed"], 7);
    let found = read(&written).expect("a recipe");
    assert_eq!(found.tool, Tool::Atelier);
    let text = &found.raw["parameters"];
    assert!(
        text.contains("\nNegative prompt: blurry: yes\n") && text.contains("Seed: 7, Size: 64x64"),
        "{text}"
    );
    // What is kept is as it was: the same picture is the same product.
    assert_eq!(made(floor).await.file_hash, product.file_hash);
    assert_eq!(given(floor, &product, false).await, plain);
}

async fn an_archive_has_recipes_unless_they_are_not_wanted(floor: &Floor) {
    let product = made(floor).await;
    for is_wanted in [true, false] {
        let asked = export::asked_for(&floor.state, grant(1, ReadFactory), &[product.id]).await.expect("it");
        let stream = export::archive(floor.state.clone(), scope(1), asked, "table".to_owned(), is_wanted);
        let parts: Vec<_> = Box::pin(stream).collect().await;
        let archive: Vec<u8> = parts.into_iter().flat_map(|part| part.expect("a part")).collect();
        let has = |file: &[u8]| archive.windows(file.len()).any(|part| part == file);
        assert!(has(&given(floor, &product, is_wanted).await));
        assert!(!has(&given(floor, &product, !is_wanted).await));
    }
}

async fn jpeg_of_a_provider_gets_the_names_that_others_know(floor: &Floor) {
    let _contract = Contract::start(floor, Mood::Works(0)).await;
    place(floor, "a fox").await;
    work::run_dry(floor.state.clone(), 1).await.expect("worked");
    let sql = "UPDATE products SET metadata = ? WHERE tenant_id = :tenant";
    let metadata = json!({"prompt": "a fox", "provider": "replicate", "model": "black-forest-labs/flux-schnell",
        "num_inference_steps": 4, "guidance_scale": 3.5, "seed": "18446744073709551615"});
    floor.run(Sql::new(sql).bind(metadata)).await;
    let product = only(floor).await;
    assert_eq!(product.mime_type, "image/jpeg");
    let (plain, written) = (given(floor, &product, false).await, given(floor, &product, true).await);
    is_same_picture(&plain, &written);
    let found = read(&written).expect("a recipe");
    let text = &found.raw["UserComment"];
    let start = "a fox\nSteps: 4, CFG scale: 3.5, Seed: 18446744073709551615, Size: 64x64, \
        Model: black-forest-labs/flux-schnell, ";
    assert!(text.starts_with(start), "{text}");
    let back = brought(floor, 2, written).await;
    assert_eq!(
        (back.parameters["steps"].as_u64(), back.parameters["num_inference_steps"].as_u64()),
        (Some(4), Some(4))
    );
    assert_eq!(back.parameters["seed"], "18446744073709551615");
    assert_eq!((back.model, back.provider), (product.model, product.provider));
}

/// The same PNG with one more chunk behind its header.
fn with_chunk(png: &[u8], name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let crc = name.iter().chain(data).fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 }
            },
        )
    });
    let length = u32::try_from(data.len()).expect("small").to_be_bytes();
    let (head, rest) = png.split_at(8 + 25);
    [head, &length, &name, data, &(!crc).to_be_bytes(), rest].concat()
}

async fn files_with_content_credentials_are_given_as_they_are(floor: &Floor) {
    let plain = given(floor, &made(floor).await, false).await;
    floor.run(Sql::new("DELETE FROM products WHERE tenant_id = :tenant")).await;
    let vouched = with_chunk(&plain, *b"caBX", b"\0\0\0\x10jumb manifests");
    assert!(content_credentials(&vouched));
    brought(floor, 1, vouched.clone()).await;
    // As if an order had made it.
    let metadata = json!({"prompt": "a fox", "provider": "openai", "model": "gpt-image-2"});
    floor.run(Sql::new("UPDATE products SET metadata = ? WHERE tenant_id = :tenant").bind(metadata)).await;
    let product = only(floor).await;
    assert!(product.has_content_credentials);
    assert_eq!(given(floor, &product, true).await, vouched);
    // The file itself has the last word.
    let sql = "UPDATE products SET has_content_credentials = FALSE WHERE tenant_id = :tenant";
    floor.run(Sql::new(sql)).await;
    let product = only(floor).await;
    assert_eq!(given(floor, &product, true).await, vouched);
}

async fn what_stands_in_a_file_is_not_replaced(floor: &Floor) {
    let plain = given(floor, &made(floor).await, false).await;
    floor.run(Sql::new("DELETE FROM products WHERE tenant_id = :tenant")).await;
    let theirs =
        b"parameters\0an owl\nSteps: 20, Sampler: Euler a, Seed: 1, Size: 64x48, Lora hashes: \"x: 1\"";
    let brought_along = with_chunk(&plain, *b"tEXt", theirs);
    let product = brought(floor, 1, brought_along.clone()).await;
    assert_eq!((product.prompt.as_str(), product.provider.as_deref()), ("an owl", Some("automatic1111")));
    assert_eq!(given(floor, &product, true).await, brought_along);
    // A picture of which nothing is known gets nothing.
    floor.run(Sql::new("DELETE FROM products WHERE tenant_id = :tenant")).await;
    let product = brought(floor, 1, plain.clone()).await;
    assert_eq!(given(floor, &product, true).await, plain);
}
