//! Files: resumable uploads of members, and signed addresses.

use std::time::Duration;

use atelier_base::{Scope, TenantId};
use atelier_blobs::{ASSETS, Disposition, IMAGES_PROCESSED, IMAGES_RAW, NewUpload, ObjectKey, Put, Signing};
use atelier_server::{router, schedule_upkeep, workers};
use atelier_testkit::{Cast, Client, TestApp};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// A program of one tenant that sends what tus clients send.
struct Program {
    router: Router,
    token: String,
}

/// What it was answered.
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    fn code(&self) -> String {
        self.json()["code"].as_str().expect("a code").to_owned()
    }
}

async fn send(
    router: &Router,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body.into()).expect("a request");
    let (head, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    let body = to_bytes(body, 10_000_000).await.expect("a body");
    Answer { status: head.status.as_u16(), headers: head.headers, body }
}

impl Program {
    async fn new(test: &TestApp, client: &Client, role: &str) -> Self {
        let made = "mutation($role: Role!) { createApiKey(input: {name: \"press\", role: $role}) { token } }";
        let answer = client.graphql(made, json!({"role": role})).await;
        let token = answer.data()["createApiKey"]["token"].as_str().expect("a token").to_owned();
        Self { router: router(&test.app).expect("composes"), token }
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let token = format!("Bearer {}", self.token);
        let own = [("authorization", token.as_str()), ("tus-resumable", "1.0.0")];
        send(&self.router, method, path, &[&own, headers].concat(), body).await
    }

    /// Begins an upload; its path.
    async fn begin(&self, headers: &[(&str, &str)]) -> String {
        let answer = self.send("POST", "/api/v1/uploads", headers, "").await;
        assert_eq!(answer.status, 201, "{:?}", answer.body);
        answer.header("location").to_owned()
    }

    async fn append(&self, upload: &str, offset: usize, bytes: impl Into<Body>) -> Answer {
        let offset = offset.to_string();
        let headers =
            [("upload-offset", offset.as_str()), ("content-type", "application/offset+octet-stream")];
        self.send("PATCH", upload, &headers, bytes).await
    }
}

fn metadata(pairs: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{name} {}", STANDARD.encode(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join(",")
}

pub(super) fn tenant(cast: &Cast) -> Scope {
    let tenant: TenantId = cast.tenant.parse().expect("an id");
    Scope::tenant(tenant)
}

#[tokio::test]
async fn a_file_comes_in_parts_and_goes_out_by_its_address() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let program = Program::new(&test, &cast.member, "MEMBER").await;
    // More than the limit of other requests, in one part of the two.
    let bytes: Vec<u8> = (0..5_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
    let about = metadata(&[("filename", "Größe.png"), ("filetype", "image/png"), ("relativePath", "x")]);
    let upload = program.begin(&[("upload-length", "5000000"), ("upload-metadata", &about)]).await;
    let first = program.append(&upload, 0, bytes[..4_000_000].to_vec()).await;
    assert_eq!((first.status, first.header("upload-offset")), (204, "4000000"));
    let head = program.send("HEAD", &upload, &[], "").await;
    assert_eq!(
        (head.status, head.header("upload-offset"), head.header("upload-length")),
        (200, "4000000", "5000000")
    );
    assert_eq!(head.header("cache-control"), "no-store");
    let again = program.append(&upload, 0, bytes[..4_000_000].to_vec()).await;
    assert_eq!(
        (again.status, again.header("upload-offset"), again.code().as_str()),
        (409, "4000000", "upload_offset")
    );
    let last = program.append(&upload, 4_000_000, bytes[4_000_000..].to_vec()).await;
    assert_eq!((last.status, last.header("upload-offset")), (204, "5000000"));
    let shown = program.send("GET", &upload, &[], "").await.json();
    assert_eq!((&shown["finished"], &shown["bucket"]), (&json!(true), &json!("atelier-assets-dev")));

    let key: ObjectKey = shown["key"].as_str().expect("a key").parse().expect("a key");
    let signing = Signing::reading(Duration::from_mins(1));
    let url = test.app.blobs.signed_url(tenant(&cast), &ASSETS, &key, &signing).await.expect("signed");
    let path = url.strip_prefix("http://127.0.0.1:8080").expect("our own address");
    let whole = send(&program.router, "GET", path, &[], "").await;
    assert_eq!(
        (whole.status, whole.header("content-type"), whole.header("content-length")),
        (200, "image/png", "5000000")
    );
    assert!(whole.body == bytes);
}

#[tokio::test]
async fn an_address_answers_as_http_has_it() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let router = router(&test.app).expect("composes");
    let (scope, key) = (tenant(&cast), "a+b/page.html".parse::<ObjectKey>().expect("a key"));
    let put = Put::of_type("text/html");
    test.app.blobs.put_bytes(scope, &ASSETS, &key, put, "0123456789").await.expect("stored");
    let sign = async |disposition| {
        let signing = Signing { disposition, ..Signing::reading(Duration::from_mins(1)) };
        let url = test.app.blobs.signed_url(scope, &ASSETS, &key, &signing).await.expect("signed");
        url.strip_prefix("http://127.0.0.1:8080").expect("our own").to_owned()
    };
    let path = sign(None).await;
    let whole = send(&router, "GET", &path, &[], "").await;
    assert_eq!((whole.status, &whole.body[..]), (200, &b"0123456789"[..]));
    // What it may do in a browser: nothing.
    assert!(whole.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(whole.headers.get_all("content-security-policy").iter().count(), 1);
    assert_eq!(whole.header("x-content-type-options"), "nosniff");
    assert_eq!(whole.header("content-disposition"), "attachment");
    assert_eq!(whole.header("cross-origin-resource-policy"), "same-origin");
    let etag = whole.header("etag").to_owned();
    let known = send(&router, "GET", &path, &[("if-none-match", &etag)], "").await;
    assert_eq!((known.status, known.header("etag"), known.body.len()), (304, etag.as_str(), 0));
    for (range, status, part, body) in [
        ("bytes=2-4", 206, "bytes 2-4/10", "234"),
        ("bytes=8-", 206, "bytes 8-9/10", "89"),
        ("bytes=-1", 206, "bytes 9-9/10", "9"),
        ("bytes=0-0,2-2", 200, "", "0123456789"),
    ] {
        let answer = send(&router, "GET", &path, &[("range", range)], "").await;
        assert_eq!((answer.status, answer.header("content-range")), (status, part), "{range}");
        assert_eq!(
            (answer.header("content-length"), &answer.body[..]),
            (body.len().to_string().as_str(), body.as_bytes())
        );
    }
    let behind = send(&router, "GET", &path, &[("range", "bytes=10-")], "").await;
    assert_eq!((behind.status, behind.header("content-range")), (416, "bytes */10"));
    let other = send(&router, "GET", &path, &[("range", "bytes=2-4"), ("if-range", "\"x\"")], "").await;
    assert_eq!(other.status, 200);
    let head = send(&router, "HEAD", &path, &[], "").await;
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, "10", 0));
    let named = sign(Some(Disposition::Attachment("Größe.html".into()))).await;
    let named = send(&router, "GET", &named, &[], "").await;
    assert!(named.header("content-disposition").ends_with("filename*=UTF-8''Gr%C3%B6%C3%9Fe.html"));
}

#[tokio::test]
async fn an_address_is_good_for_what_it_says() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let router = router(&test.app).expect("composes");
    let scope = tenant(&cast);
    for name in ["a/one", "a/two"] {
        let key = name.parse().expect("a key");
        test.app.blobs.put_bytes(scope, &ASSETS, &key, Put::default(), "x").await.expect("stored");
    }
    let key = "a/one".parse::<ObjectKey>().expect("a key");
    let signing = Signing::reading(Duration::from_mins(1));
    let sign = async |test: &TestApp| {
        let url = test.app.blobs.signed_url(scope, &ASSETS, &key, &signing).await.expect("signed");
        url.strip_prefix("http://127.0.0.1:8080").expect("our own").to_owned()
    };
    let path = sign(&test).await;
    assert_eq!(send(&router, "GET", &path, &[], "").await.status, 200);
    let me = cast.stranger.graphql("{ me { tenant { id } } }", json!({})).await;
    let stranger = me.data()["me"]["tenant"]["id"].as_str().expect("an id").to_owned();
    for changed in [
        path.replace("one", "two"),
        path.replace("a/one", "a/../a/one"),
        path.replace("a/one", "a%2f..%2fa%2fone"),
        path.replace("atelier-assets-dev", "artguard-images-raw-dev"),
        path.replace(&cast.tenant, &stranger),
        path.replace("expires=1", "expires=2"),
        format!("{path}&filename=x"),
        format!("{path}&inline=true"),
        path.replace("&signature=", "&signature=A"),
        "/blobs/atelier-assets-dev/a/one".to_owned(),
    ] {
        let answer = send(&router, "GET", &changed, &[], "").await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "signed_url_invalid"), "{changed}");
    }
    test.clock.advance(Duration::from_mins(1));
    let over = send(&router, "GET", &path, &[], "").await;
    assert_eq!((over.status, over.code().as_str()), (403, "signed_url_expired"));
    test.app.blobs.delete(scope, &ASSETS, &key).await.expect("deleted");
    let gone = send(&router, "GET", &sign(&test).await, &[], "").await;
    assert_eq!((gone.status, gone.code().as_str()), (404, "blob_not_found"));
}

#[tokio::test]
async fn uploads_are_for_members_and_of_their_tenant() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let member = Program::new(&test, &cast.member, "MEMBER").await;
    let viewer = Program::new(&test, &cast.member, "VIEWER").await;
    let stranger = Program::new(&test, &cast.stranger, "MEMBER").await;
    let upload = member.begin(&[("upload-length", "4")]).await;
    let bytes = [("upload-offset", "0"), ("content-type", "application/offset+octet-stream")];
    for (program, status, code) in [(&viewer, 403, "forbidden"), (&stranger, 404, "upload_not_found")] {
        for (method, headers) in [("GET", &[][..]), ("HEAD", &[]), ("PATCH", &bytes), ("DELETE", &[])] {
            let answer = program.send(method, &upload, headers, "evil").await;
            assert_eq!(answer.status, status, "{method}");
            assert!(method == "HEAD" || answer.code() == code, "{method}");
        }
    }
    let begun = viewer.send("POST", "/api/v1/uploads", &[("upload-length", "4")], "").await;
    assert_eq!((begun.status, begun.code().as_str()), (403, "forbidden"));
    assert_eq!(member.send("HEAD", &upload, &[], "").await.header("upload-offset"), "0");
    assert_eq!(member.send("DELETE", &upload, &[], "").await.status, 204);
    assert_eq!(member.send("GET", &upload, &[], "").await.status, 404);
}

#[tokio::test]
async fn what_tus_refuses_is_refused() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let program = Program::new(&test, &cast.member, "MEMBER").await;
    let options = program.send("OPTIONS", "/api/v1/uploads", &[], "").await;
    assert_eq!((options.status, options.header("tus-version")), (204, "1.0.0"));
    let bad = metadata(&[("sha256", "no hash")]);
    let elsewhere = metadata(&[("bucket", "artguard-knowledge-base-dev")]);
    let large = test.app.config.blobs.object_limit_bytes + 1;
    for (headers, status, code) in [
        (&[][..], 400, "invalid_input"),
        (&[("upload-length", "x")], 400, "invalid_input"),
        (&[("upload-length", "1"), ("upload-defer-length", "1")], 400, "invalid_input"),
        (&[("upload-length", "1"), ("upload-metadata", "filename ?")], 400, "invalid_input"),
        (&[("upload-length", "1"), ("upload-metadata", &elsewhere)], 400, "invalid_input"),
        (&[("upload-length", "1"), ("upload-metadata", &bad)], 400, "blob_metadata_invalid"),
        (&[("upload-length", &large.to_string())], 413, "blob_too_large"),
    ] {
        let answer = program.send("POST", "/api/v1/uploads", headers, "").await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{headers:?}");
    }
    let version = send(
        &program.router,
        "POST",
        "/api/v1/uploads",
        &[("authorization", &format!("Bearer {}", program.token)), ("tus-resumable", "0.2.2")],
        "",
    )
    .await;
    assert_eq!((version.status, version.header("tus-version")), (412, "1.0.0"));

    let raw = metadata(&[("bucket", "artguard-images-raw-dev")]);
    let upload = program.begin(&[("upload-defer-length", "1"), ("upload-metadata", &raw)]).await;
    let json =
        program.send("PATCH", &upload, &[("upload-offset", "0"), ("content-type", "application/json")], "x");
    assert_eq!(json.await.status, 415);
    assert_eq!(program.append(&upload, 0, "abc").await.status, 204);
    assert_eq!(program.send("HEAD", &upload, &[], "").await.header("upload-defer-length"), "1");
    let much =
        [("upload-offset", "3"), ("upload-length", "4"), ("content-type", "application/offset+octet-stream")];
    let answer = program.send("PATCH", &upload, &much, "de").await;
    assert_eq!((answer.status, answer.code().as_str()), (413, "blob_too_large"));
    assert_eq!(program.append(&upload, 3, "d").await.status, 204);
    let shown = program.send("GET", &upload, &[], "").await.json();
    assert_eq!((&shown["finished"], &shown["size"]), (&json!(true), &json!(4)));
    assert!(shown["key"].as_str().expect("a key").starts_with("inference/"), "{shown}");
    let more = program.append(&upload, 4, "e").await;
    assert_eq!((more.status, more.code().as_str()), (409, "upload_finished"));

    let empty = program.begin(&[("upload-length", "0")]).await;
    assert_eq!(program.send("GET", &empty, &[], "").await.json()["finished"], json!(true));
}

#[tokio::test]
async fn bytes_that_stop_coming_are_kept_as_far_as_they_came() {
    let test = TestApp::start_with(|config| config.server.request_timeout_seconds = 1);
    let cast = Cast::gather(&test).await;
    let program = Program::new(&test, &cast.member, "MEMBER").await;
    let upload = program.begin(&[("upload-length", "10")]).await;
    let some = futures_util::stream::iter([Ok::<_, String>(Bytes::from_static(b"01234"))]);
    let hanging = futures_util::StreamExt::chain(some, futures_util::stream::pending());
    let answer = program.append(&upload, 0, Body::from_stream(hanging)).await;
    assert_eq!((answer.status, answer.code().as_str()), (400, "blob_interrupted"));
    assert_eq!(program.send("HEAD", &upload, &[], "").await.header("upload-offset"), "5");
    assert_eq!(program.append(&upload, 5, "56789").await.status, 204);
}

#[tokio::test]
async fn the_daily_round_lets_files_expire() {
    let test = TestApp::start();
    let scope = tenant(&Cast::gather(&test).await);
    let key = "inference/a.png".parse::<ObjectKey>().expect("a key");
    for bucket in [&IMAGES_RAW, &IMAGES_PROCESSED, &ASSETS] {
        test.app.blobs.put_bytes(scope, bucket, &key, Put::default(), "x").await.expect("stored");
    }
    let new = NewUpload { bucket: &ASSETS, key: None, size: None, put: Put::default() };
    let upload = test.app.blobs.begin_upload(scope, new).await.expect("begun");
    schedule_upkeep(&test.app).await.expect("declared");
    let there = async |bucket| test.app.blobs.head(scope, bucket, &key).await.is_ok();
    let uploads = test.app.config.server.data.join("blobs/uploads");
    for (days, raw, processed) in [(28, true, true), (3, false, true), (60, false, false)] {
        assert_eq!(uploads.join(&upload.id).exists(), days == 28);
        test.clock.advance(Duration::from_hours(24 * days));
        while workers(&test.app).run_one().await.expect("run").is_some() {}
        assert_eq!((there(&IMAGES_RAW).await, there(&IMAGES_PROCESSED).await), (raw, processed));
        assert!(there(&ASSETS).await);
    }
}
