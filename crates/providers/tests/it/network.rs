//! The network as every adapter meets it.

use std::time::Duration;

use atelier_base::Clock;
use atelier_providers::{Category, Error, Fate, Http, Provider, Request, Settings};
use axum::Router;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::stand::{connection, limited_http, request};

fn replicate(base: &str, http: &Http) -> Provider {
    Provider::connect(connection("replicate", base, "r8_key", json!({})), http).expect("a provider")
}

fn order() -> Request {
    request("a/b", &json!({"prompt": "a"}))
}

async fn refused(provider: &Provider) -> Error {
    provider.submit(&order()).await.expect_err("nothing answers rightly")
}

#[tokio::test]
async fn inner_network_is_not_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let http = Http::new(Settings::new(Clock::system())).expect("a network");
    let hosts = ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"];
    for host in hosts {
        let error = refused(&replicate(&format!("http://{host}:{port}"), &http)).await;
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun), "{host}: {error}");
        assert_eq!(error.message, "The address is not a public one", "{host}");
    }
    for base in ["file:///etc", "http://name:word@127.0.0.1", "ftp://127.0.0.1", "nonsense"] {
        let error = refused(&replicate(base, &http)).await;
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun), "{base}");
    }
    let called = tokio::time::timeout(Duration::from_millis(50), listener.accept()).await;
    assert!(called.is_err(), "somebody was called");
}

#[tokio::test]
async fn nobody_there_means_nothing_was_begun() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let error = refused(&replicate(&base, &limited_http(|_| {}))).await;
    assert_eq!((error.category, error.fate), (Category::Network, Fate::NotBegun));
}

/// Answers every request with these bytes, and hangs up unless they say to wait.
async fn answering(bytes: &'static [u8], waits: bool) -> (String, JoinSet<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let mut tasks = JoinSet::new();
    tasks.spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 8 * 1024];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(bytes).await;
            if waits {
                std::future::pending::<()>().await;
            }
        }
    });
    (base, tasks)
}

#[tokio::test]
async fn lost_answers_leave_it_open_what_was_begun() {
    let http = limited_http(|settings| settings.timeout = Duration::from_millis(300));
    for (bytes, waits, category) in [
        (&b""[..], false, Category::Network),
        (b"", true, Category::Network),
        (b"HTTP/1.1 201 Created\r\ncontent-length: 1000\r\n\r\n{\"id\": \"p1\"", false, Category::Transient),
        (b"HTTP/1.1 201 Created\r\ncontent-length: 1000\r\n\r\n{\"id\": \"p1\"", true, Category::Network),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>", false, Category::Transient),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", false, Category::Unknown),
        (
            b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n",
            false,
            Category::Unknown,
        ),
    ] {
        let (base, _tasks) = answering(bytes, waits).await;
        let error = refused(&replicate(&base, &http)).await;
        let said = String::from_utf8_lossy(bytes);
        assert_eq!((error.category, error.fate), (category, Fate::Unknown), "{said} {waits}: {error}");
    }
}

#[tokio::test]
async fn answers_and_files_have_a_largest_size() {
    let server = crate::stand::Server::new(|base| {
        let output = format!("{base}/file");
        Router::new().fallback(async move |uri: axum::http::Uri| match uri.path() {
            "/file" => "x".repeat(5_000),
            "/predictions/p1" => json!({"id": "p1", "status": "succeeded", "output": output}).to_string(),
            _ => "y".repeat(9_000),
        })
    })
    .await;
    let http = limited_http(|settings| {
        settings.largest_answer = 8_000;
        settings.largest_output = 4_000;
    });
    let provider = replicate(&server.base, &http);
    assert_eq!(refused(&provider).await.fate, Fate::Unknown);
    let details = json!({"get": format!("{}/predictions/p1", server.base)});
    let ticket = atelier_providers::Ticket { id: "p1".to_owned(), details };
    let error = provider.poll(&ticket).await.expect_err("it is too large");
    assert_eq!((error.category, error.fate), (Category::Validation, Fate::Ended));
}

#[tokio::test]
async fn providers_need_what_they_need() {
    let http = limited_http(|_| {});
    for kind in ["replicate", "fal", "civitai"] {
        let connection = connection(kind, "https://example.org", "", json!({}));
        let error = Provider::connect(connection, &http).expect_err("it needs a key");
        assert_eq!(error.category, Category::Authentication, "{kind}");
    }
    let error =
        Provider::connect(connection("novel", "", "", json!({})), &http).expect_err("nobody knows it");
    assert_eq!(error.category, Category::Validation);
}
