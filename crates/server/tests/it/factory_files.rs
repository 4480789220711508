//! Files that come into the factory and go out of it, as strangers, clumsy programs and bad luck send and ask for them.

mod large;

use atelier_base::{ProductId, Randomness, Scope};
use atelier_media::{Picture, encode};
use atelier_sql::Sql;
use atelier_testkit::{Cast, Client, TestApp};
use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode, header};
use futures_util::{StreamExt as _, stream};
use serde_json::{Value, json};

const IMPORT: &str = "/api/v1/factory/import";

/// A picture that no other number has.
fn picture(number: u32) -> Vec<u8> {
    let shade = |at: u32| u8::try_from((at * (number + 3) / 7 + number * 31) % 251).expect("small");
    let rgb = (0..64 * 48).flat_map(|at| [shade(at), shade(at / 64), shade(number)]).collect();
    encode(&Picture::new(64, 48, rgb).expect("a picture"))
}

async fn bring(client: &Client, query: &str, body: impl Into<Body>) -> (StatusCode, Value) {
    let path = format!("{IMPORT}{query}");
    let answer = client.send(Method::POST, &path, "application/octet-stream", body).await;
    (answer.status, answer.body)
}

async fn id_of(client: &Client, query: &str, number: u32) -> String {
    let (status, body) = bring(client, query, picture(number)).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    body["id"].as_str().expect("an id").to_owned()
}

async fn count(client: &Client) -> Value {
    client.graphql("{ productCount }", json!({})).await.data()["productCount"].clone()
}

/// Everything that is stored of products, of everybody.
fn files(test: &TestApp) -> usize {
    fn below(directory: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
        entries.map(|entry| if entry.path().is_dir() { below(&entry.path()) } else { 1 }).sum()
    }
    let objects = test.app.config.server.data.join("blobs");
    std::fs::read_dir(objects)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| below(&entry.path()))
        .sum()
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_leaves_nothing() {
    let (test, whole) = (TestApp::start(), picture(1));
    let cast = Cast::gather(&test).await;
    let before = files(&test);
    for (bytes, status, code) in [
        (Vec::new(), 400, "file_kind_unknown"),
        (b"only words".to_vec(), 400, "file_kind_unsupported"),
        (b"%PDF-1.4\n".to_vec(), 400, "file_"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), 400, "file_"),
        (whole[..whole.len() / 4].to_vec(), 400, "file_damaged"),
        (whole[..12].to_vec(), 400, "file_"),
    ] {
        let said = String::from_utf8_lossy(&bytes).chars().take(20).collect::<String>();
        let (found, body) = bring(&cast.member, "", bytes).await;
        assert_eq!(found.as_u16(), status, "{said:?}: {body}");
        assert!(body["code"].as_str().is_some_and(|found| found.starts_with(code)), "{said:?}: {body}");
        assert!(body["detail"].as_str().is_some_and(|words| !words.is_empty()), "{body}");
    }
    assert_eq!((count(&cast.member).await, files(&test)), (json!(0), before));
}

/// Refused by what its header says, before memory is taken for its pixels.
#[tokio::test]
async fn a_picture_of_200_megapixels_is_refused_within_little_memory() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let file = large::png(20_000, 10_000);
    let before = peak_megabytes();
    let (status, body) = bring(&cast.member, "", file).await;
    assert_eq!((status.as_u16(), body["code"].as_str()), (413, Some("file_over_limits")), "{body}");
    assert!(body.to_string().contains("200000000 pixels"), "{body}");
    assert!(peak_megabytes() - before < 48, "{before} to {} MB", peak_megabytes());
    assert_eq!(count(&cast.member).await, json!(0));
}

/// The most memory that this process ever had.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() / 1_024
}

#[tokio::test]
async fn what_does_not_end_is_cut_off_and_what_breaks_off_is_not_kept() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let megabyte = Bytes::from(vec![0; 1 << 20]);
    let endless = Body::from_stream(stream::repeat_with(move || Ok::<_, String>(megabyte.clone())));
    let (status, body) = bring(&cast.member, "", endless).await;
    assert_eq!((status.as_u16(), body["code"].as_str()), (413, Some("file_over_limits")), "{body}");
    let half = Bytes::from(picture(1)).slice(..400);
    let broken = Body::from_stream(stream::iter([Ok(half), Err("the line is dead")]));
    let (status, body) = bring(&cast.member, "", broken).await;
    assert_eq!((status.as_u16(), body["code"].as_str()), (400, Some("invalid_input")), "{body}");
    assert_eq!(body["fields"][0]["path"], "body", "{body}");
    assert_eq!(count(&cast.member).await, json!(0));
}

#[tokio::test]
async fn only_members_bring_in_and_every_reader_takes_out() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let own = id_of(&cast.owner, "", 1).await;
    for (client, status, code) in [(&cast.guest, 401, "unauthenticated"), (&cast.viewer, 403, "forbidden")] {
        let (found, body) = bring(client, "", picture(2)).await;
        assert_eq!((found.as_u16(), body["code"].as_str()), (status, Some(code)), "{body}");
    }
    let path = format!("/api/v1/factory/export?ids={own}");
    for (client, status) in [(&cast.guest, 401), (&cast.viewer, 200), (&cast.member, 200)] {
        assert_eq!(client.get(&path).await.status.as_u16(), status);
    }
    // What is not theirs is passed over, as what is not there is.
    assert_eq!(names(&zip(&cast.stranger, &[own]).await), ["products.csv"]);
    let made = "mutation { createProject(input: {name: \"Theirs\"}) { id } }";
    let theirs = cast.stranger.graphql(made, json!({})).await.data()["createProject"]["id"].clone();
    let query = format!("?projectId={}", theirs.as_str().expect("an id"));
    let (status, body) = bring(&cast.member, &query, picture(3)).await;
    assert_eq!((status.as_u16(), body["code"].as_str()), (404, Some("factory_not_found")), "{body}");
    assert_eq!(count(&cast.member).await, json!(1));
}

/// What the product was called is said in the table only: no name of a stranger's file becomes one of ours.
#[tokio::test]
async fn names_of_files_lead_nowhere() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut ids = Vec::new();
    for (number, name) in [
        (1, "..%2F..%2Fetc%2Fpasswd"),
        (2, "same.jpg"),
        (3, "same.jpg"),
        (4, "%E3%83%95%E3%82%A9%E3%83%83%E3%82%AF%E3%82%B9%20%F0%9F%A6%8A.jpg"),
        (5, "C%3A%5Cevil%00.jpg%0D%0Ax-odd%3A%201"),
        (6, "%3DHYPERLINK(%22http%3A%2F%2Fevil%22)"),
    ] {
        ids.push(id_of(&cast.member, &format!("?name={name}"), number).await);
    }
    let long = "n".repeat(3_000);
    ids.push(id_of(&cast.member, &format!("?name={long}"), 7).await);
    let archive = zip(&cast.member, &ids).await;
    let names = names(&archive);
    let expected: Vec<String> =
        ids.iter().map(|id| format!("{id}.jpg")).chain(["products.csv".to_owned()]).collect();
    assert_eq!(names, expected);
    let stored = test.app.config.server.data.join("blobs");
    assert!(stored.exists() && !test.app.config.server.data.join("etc").exists());
}

#[tokio::test]
async fn odd_tags_are_refused_before_anything_is_kept() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let (long, many) = ("t".repeat(101), vec!["t"; 21].join(","));
    for tags in [long.as_str(), "fine,bad%00", &many] {
        let (status, body) = bring(&cast.member, &format!("?tags={tags}"), picture(1)).await;
        assert_eq!((status.as_u16(), body["fields"][0]["path"].as_str()), (400, Some("tags")), "{body}");
    }
    assert_eq!(count(&cast.member).await, json!(0));
    id_of(&cast.member, "?tags=%E5%A4%9C,%20night%20,", 1).await;
    let tags = cast.member.graphql("{ tags { name } }", json!({})).await;
    assert_eq!(tags.data()["tags"], json!([{"name": "night"}, {"name": "夜"}]));
}

#[tokio::test]
async fn odd_questions_for_an_export_are_answered_with_what_is_wrong() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = id_of(&cast.member, "", 1).await;
    let many = vec![id.as_str(); 1_001].join(",");
    for (query, code) in [
        (String::new(), "invalid_input"),
        ("ids=".to_owned(), "invalid_input"),
        ("ids=ord_01h455vb4pex5vsknk084sn02q".to_owned(), "invalid_input"),
        ("ids=..%2F..%2Fetc%2Fpasswd".to_owned(), "invalid_input"),
        (format!("ids={id}&format=tar"), "invalid_input"),
        (format!("ids={many}"), "invalid_input"),
    ] {
        let answer = cast.member.get(&format!("/api/v1/factory/export?{query}")).await;
        assert!(answer.status.is_client_error(), "{} {}", answer.status, answer.body);
        let said = query.chars().take(60).collect::<String>();
        assert_eq!(answer.code(), code, "{said}: {}", answer.body);
    }
    let answer = cast.member.get(&format!("/api/v1/factory/export?ids={many}")).await;
    assert!(answer.body.to_string().contains("1000 entries at most"), "{}", answer.body);
    let missing = "prod_01h455vb4pex5vsknk084sn02q".to_owned();
    assert_eq!(names(&zip(&cast.member, &[missing]).await), ["products.csv"]);
}

/// As many as there may be, of which none is held until it is sent.
#[tokio::test]
async fn a_large_export_begins_before_it_is_whole() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let first = id_of(&cast.member, "", 1).await;
    let scope = Scope::tenant(cast.tenant.parse().expect("a tenant"));
    let copy = "INSERT INTO products (tenant_id, id, type, file_path, file_size, file_hash, mime_type, thumbnail_paths, \
        metadata, search_text) SELECT :tenant, ?, type, file_path, file_size, ?, mime_type, thumbnail_paths, metadata, '' \
        FROM products WHERE tenant_id = :tenant AND id = ?";
    let original: ProductId = first.parse().expect("an id");
    let mut ids = vec![first];
    let randomness = Randomness::seeded(9);
    for number in 1..1_000_u32 {
        let id = ProductId::generate(test.clock.now(), &randomness);
        let sql = Sql::new(copy).bind(id.uuid()).bind(format!("{number:064x}")).bind(original.uuid());
        test.app.factory.db.execute(scope, sql).await.expect("a row");
        ids.push(id.to_string());
    }
    let path = format!("/api/v1/factory/export?ids={}", ids.join(","));
    let answer = cast.member.open(Method::GET, &path, "", "", Body::empty()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.headers().get(header::CONTENT_LENGTH).is_none(), "its size is not known when it begins");
    let (mut body, mut whole, mut largest) = (answer.into_body().into_data_stream(), Vec::new(), 0);
    while let Some(part) = body.next().await {
        let part = part.expect("bytes");
        largest = largest.max(part.len());
        whole.extend_from_slice(&part);
    }
    assert_eq!(names(&whole).len(), 1_001);
    assert!(largest * 3 < whole.len(), "{largest} of {} at once", whole.len());
}

async fn zip(client: &Client, ids: &[String]) -> Vec<u8> {
    let path = format!("/api/v1/factory/export?ids={}", ids.join(","));
    let answer = client.open(Method::GET, &path, "", "", Body::empty()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    axum::body::to_bytes(answer.into_body(), 100_000_000).await.expect("whole").to_vec()
}

/// The names in the directory at the end of an archive.
fn names(archive: &[u8]) -> Vec<String> {
    let number = |at: usize, bytes: usize| -> usize {
        archive[at..at + bytes].iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte))
    };
    let end = archive.len() - 22;
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut names = Vec::new();
    for _ in 0..count {
        let (name, extra, comment) = (number(at + 28, 2), number(at + 30, 2), number(at + 32, 2));
        names.push(String::from_utf8_lossy(&archive[at + 46..at + 46 + name]).into_owned());
        at += 46 + name + extra + comment;
    }
    names
}
