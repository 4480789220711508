//! Assets: uploaded once, looked into, described, given away without a place, and gone for good.

use atelier_base::{Scope, TenantId};
use atelier_blobs::{ASSETS, NewUpload, Put};
use atelier_media::{Picture, encode};
use atelier_server::workers;
use atelier_testkit::{Cast, Client, TestApp};
use axum::body::Bytes;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const FIELDS: &str =
    "id state error errorCode jobId type contentType bytes width height thumbhash alt altStatus duplicateOf version
    ocr colours { name share } urls { original small medium large screen }";

/// A finished upload of these bytes in the cast's tenant; its id.
pub(crate) async fn upload(test: &TestApp, cast: &Cast, name: &str, bytes: Vec<u8>) -> String {
    let tenant: TenantId = cast.tenant.parse().expect("an id");
    let (blobs, scope) = (&test.app.blobs, Scope::tenant(tenant));
    let put = Put::of_type("application/octet-stream").with("filename", name);
    let new = NewUpload { bucket: &ASSETS, key: None, size: Some(bytes.len() as u64), put };
    let upload = blobs.begin_upload(scope, new).await.expect("begun");
    if !bytes.is_empty() {
        let stream = futures_util::stream::iter([Ok::<_, std::io::Error>(Bytes::from(bytes))]);
        blobs.append(scope, &upload.id, 0, stream).await.expect("appended");
    }
    blobs.finish_upload(scope, &upload.id).await.expect("finished");
    upload.id
}

pub(crate) async fn register(client: &Client, upload: &str) -> Value {
    let query =
        format!("mutation($id: String!) {{ registerAsset(input: {{uploadId: $id}}) {{ {FIELDS} }} }}");
    client.graphql(&query, json!({"id": upload})).await.data()["registerAsset"].clone()
}

pub(crate) async fn show(client: &Client, asset: &Value) -> Value {
    let query = format!("query($id: AssetId!) {{ asset(id: $id) {{ {FIELDS} }} }}");
    client.graphql(&query, json!({"id": asset["id"]})).await.data()["asset"].clone()
}

/// A blue picture, 900 by 600.
pub(crate) fn blue() -> Vec<u8> {
    let rgb = [18_u8, 10, 143].repeat(900 * 600);
    encode(&Picture::new(900, 600, rgb).expect("a picture"))
}

#[tokio::test]
async fn a_picture_is_looked_into_and_the_same_bytes_are_one_asset() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let first = register(&cast.member, &upload(&test, &cast, "harbor.jpg", blue()).await).await;
    assert_eq!((&first["state"], &first["contentType"]), (&json!("PROCESSING"), &json!("image/jpeg")));
    workers(&test.app).run_one().await.expect("looked into");
    let ready = show(&cast.viewer, &first).await;
    assert_eq!(ready["state"], "READY", "{ready}");
    assert_eq!((&ready["width"], &ready["height"]), (&json!(900), &json!(600)));
    assert!(ready["colours"][0]["share"].as_f64().is_some_and(|share| 0.9 < share), "{ready}");
    assert_eq!(ready["altStatus"], "DRAFT");
    for copy in ["original", "small", "medium", "large", "screen"] {
        let address = ready["urls"][copy].as_str().expect("an address");
        let path = address.split_once("/blobs/").map(|(_, path)| format!("/blobs/{path}")).expect("a path");
        assert_eq!(test.guest().get(&path).await.status, StatusCode::OK, "{copy}");
    }
    let again = register(&cast.owner, &upload(&test, &cast, "copy.jpg", blue()).await).await;
    assert_eq!((&again["id"], &again["duplicateOf"]), (&first["id"], &first["id"]));

    // What a person wrote stays when it is looked into again.
    let edit = "mutation($id: AssetId!, $version: Int!) {
        updateAsset(id: $id, version: $version, patch: {alt: \"A blue field\"}) { ... on Asset { version altStatus } } }";
    let edited = cast.member.graphql(edit, json!({"id": ready["id"], "version": ready["version"]})).await;
    let version = &edited.data()["updateAsset"]["version"];
    let redo =
        "mutation($id: AssetId!, $version: Int!) { redoAsset(id: $id, version: $version) { __typename } }";
    assert_eq!(cast.member.graphql(redo, json!({"id": ready["id"], "version": version})).await.code(), "");
    workers(&test.app).run_one().await.expect("looked into");
    let ready = show(&cast.viewer, &first).await;
    assert_eq!((&ready["alt"], &ready["altStatus"]), (&json!("A blue field"), &json!("APPROVED")));
}

#[tokio::test]
async fn what_cannot_be_opened_is_kept_and_says_why() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut cut = blue();
    cut.truncate(300);
    for (name, bytes) in
        [("empty.jpg", Vec::new()), ("cut.jpg", cut), ("not.pdf", b"%PDF-1.7 nothing".to_vec())]
    {
        let size = bytes.len();
        let asset = register(&cast.member, &upload(&test, &cast, name, bytes).await).await;
        workers(&test.app).run_one().await.expect("looked into");
        let failed = show(&cast.member, &asset).await;
        assert_eq!(failed["state"], "FAILED", "{name}: {failed}");
        assert!(failed["error"].as_str().is_some_and(|error| !error.is_empty()), "{name}");
        assert_eq!(failed["bytes"], json!(size), "{name} is kept");
    }
}

#[tokio::test]
async fn assets_are_of_their_tenant_and_what_is_deleted_may_come_again() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = upload(&test, &cast, "harbor.jpg", blue()).await;
    let refused = "mutation($id: String!) { registerAsset(input: {uploadId: $id}) { id } }";
    assert_eq!(cast.viewer.graphql(refused, json!({"id": id})).await.code(), "forbidden");
    assert_eq!(cast.stranger.graphql(refused, json!({"id": id})).await.code(), "upload_not_found");
    let asset = register(&cast.member, &id).await;
    assert_eq!(show(&cast.stranger, &asset).await, Value::Null);
    let path = format!("/api/v1/journal/assets/{}/export", asset["id"].as_str().expect("an id"));
    assert_eq!(cast.stranger.get(&path).await.code(), "journal_not_found");
    assert_eq!(cast.viewer.get(&path).await.status, StatusCode::OK);
    let delete = "mutation($id: AssetId!) { deleteAsset(id: $id, version: 1) { __typename } }";
    let deleted = cast.member.graphql(delete, json!({"id": asset["id"]})).await;
    assert_eq!(deleted.data()["deleteAsset"]["__typename"], "AssetDeleted");
    let again = register(&cast.member, &upload(&test, &cast, "harbor.jpg", blue()).await).await;
    assert_eq!(again["duplicateOf"], Value::Null);
    assert_ne!(again["id"], asset["id"]);
}

/// As qpdf writes it, with a password.
const LOCKED: &[u8] = include_bytes!("../../../../crates/media/tests/it/pdf/locked.pdf");
/// With a place in it.
const HEIC: &[u8] = include_bytes!("../../../../crates/media/tests/it/phone/harbor.heic");

#[tokio::test]
async fn a_locked_document_is_kept_and_says_so() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let asset = register(&cast.member, &upload(&test, &cast, "contract.pdf", LOCKED.to_vec()).await).await;
    workers(&test.app).run_one().await.expect("looked into");
    let kept = show(&cast.member, &asset).await;
    assert_eq!((&kept["state"], &kept["type"]), (&json!("READY"), &json!("DOCUMENT")), "{kept}");
    assert_eq!((&kept["errorCode"], &kept["ocr"]), (&json!("file_encrypted"), &json!("")));
    assert!(
        kept["error"].as_str().is_some_and(|error| error.starts_with("locked: no text was read")),
        "{kept}"
    );
}

#[tokio::test]
async fn a_picture_of_a_phone_waits_for_the_program_that_opens_it() {
    let test = TestApp::start_with(|config| config.intelligence.heif = String::new());
    let cast = Cast::gather(&test).await;
    let asset = register(&cast.member, &upload(&test, &cast, "harbor.heic", HEIC.to_vec()).await).await;
    workers(&test.app).run_one().await.expect("looked into");
    let kept = show(&cast.member, &asset).await;
    assert_eq!(
        (&kept["state"], &kept["errorCode"]),
        (&json!("FAILED"), &json!("file_kind_unsupported")),
        "{kept}"
    );
    assert!(kept["error"].as_str().is_some_and(|error| error.contains("libheif-examples")), "{kept}");
    // Nobody learns where it was taken.
    let path = format!("/api/v1/journal/assets/{}/export", asset["id"].as_str().expect("an id"));
    let answer = cast.viewer.open(Method::GET, &path, "", "*/*", String::new()).await;
    let given = axum::body::to_bytes(answer.into_body(), 10_000).await.expect("a body");
    assert!(atelier_media::exif(HEIC).expect("noted").gps.is_some());
    let left = atelier_media::exif(&given).expect("noted");
    assert_eq!((left.gps, left.camera.as_deref()), (None, Some("FUJIFILM X-T5")));

    let program = std::path::Path::new("/usr/bin/heif-convert");
    if !program.is_file() {
        eprintln!("left out: heif-convert is not installed (Debian's package libheif-examples)");
        return;
    }
    let mut app = test.app.clone();
    app.journal = app.journal.with_heif(Some(atelier_media::Heif::at(program)));
    let redo = "mutation($id: AssetId!, $version: Int!) {
        redoAsset(id: $id, version: $version) { __typename } }";
    cast.member.graphql(redo, json!({"id": kept["id"], "version": kept["version"]})).await.data();
    workers(&app).run_one().await.expect("looked into");
    let ready = show(&cast.member, &asset).await;
    assert_eq!((&ready["state"], &ready["error"]), (&json!("READY"), &Value::Null), "{ready}");
    assert_eq!((&ready["width"], &ready["height"]), (&json!(160), &json!(120)));
    assert!(ready["urls"]["large"].is_string(), "{ready}");
}
