//! The files of the web UI.

use std::path::Path;

use atelier_testkit::TestApp;
use axum::http::{Method, StatusCode};

fn export(directory: &Path) {
    for (path, text) in [
        ("index.html", "<script>self.x=1</script>home"),
        ("404.html", "no such page"),
        ("projects/_.html", "shell"),
        ("projects/_/__next._tree.txt", "payload"),
        ("_next/static/chunks/a.js", "code"),
    ] {
        let path = directory.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    }
}

#[tokio::test]
async fn pages_shells_and_payloads_are_served_with_their_headers() {
    let directory = tempfile::tempdir().expect("a directory");
    export(directory.path());
    let test = TestApp::start_with(|config| config.server.web_dir = directory.path().to_owned());
    let client = test.guest();
    let page = client.get("/projects/proj_123").await;
    assert_eq!((page.status, page.body.as_str()), (StatusCode::OK, Some("shell")));
    assert_eq!(page.headers["cache-control"], "no-cache");
    let payload = client.get("/projects/proj_123/__next._tree.txt?_rsc=abc").await;
    assert_eq!(payload.body.as_str(), Some("payload"));
    let code = client.get("/_next/static/chunks/a.js").await;
    assert_eq!(code.headers["cache-control"], "public, max-age=31536000, immutable");
    let head = client.send(Method::HEAD, "/projects/proj_123", "", String::new()).await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, Some("")));
    let home = client.get("/").await;
    assert!(home.headers["content-security-policy"].to_str().expect("ascii").contains("'sha256-"));
}

#[tokio::test]
async fn a_missing_page_is_a_page_for_people_and_a_problem_for_programs() {
    let directory = tempfile::tempdir().expect("a directory");
    export(directory.path());
    let test = TestApp::start_with(|config| config.server.web_dir = directory.path().to_owned());
    let client = test.guest();
    assert_eq!(client.get("/nowhere").await.code(), "not_found");
    let response = client.open(Method::GET, "/nowhere", "", "text/html", String::new()).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let bytes = axum::body::to_bytes(response.into_body(), 1_000).await.expect("a body");
    assert_eq!(&bytes[..], b"no such page");
}
