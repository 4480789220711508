//! What leaves the process besides answers: traces and metrics for a collector, and the log, without secrets.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use atelier_testkit::{Program, cookie_of};
use opentelemetry_proto::tonic::collector::metrics::v1::ExportMetricsServiceRequest;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use serde_json::json;

/// A collector that takes what it is sent: path and body.
fn collector() -> (String, mpsc::Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let sender = sender.clone();
            std::thread::spawn(move || take(stream, &sender));
        }
    });
    (address, receiver)
}

fn take(stream: TcpStream, sender: &mpsc::Sender<(String, Vec<u8>)>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let (mut path, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let line = line.trim();
            if line.is_empty() {
                break;
            }
            if let Some(rest) = line.strip_prefix("POST ") {
                rest.split(' ').next().unwrap_or_default().clone_into(&mut path);
            }
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
                length = text.parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        reader.get_mut().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").ok()?;
        sender.send((path, body)).ok()?;
    }
}

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

#[test]
fn a_collector_gets_spans_of_the_callers_trace_and_every_metric() {
    let (address, received) = collector();
    let data = tempfile::tempdir().expect("a directory");
    let settings = [
        ("ATELIER_TELEMETRY__OTLP_ENDPOINT", address.as_str()),
        ("ATELIER_TELEMETRY__INTERVAL_SECONDS", "1"),
    ];
    let server = Program::serve_with(env!("CARGO_BIN_EXE_atelier"), data.path(), &settings, Stdio::inherit());
    let mut connection = server.connect().expect("a connection");
    let header = format!("traceparent: 00-{TRACE}-b7ad6b7169203331-01\r\ncookie: atelier_session=none\r\n");
    connection.get_with("/api/v1/accounts/session", &header).expect("an answer");
    connection.get_with("/metrics", "").expect("an answer");
    // The rest is sent when it stops.
    assert!(server.stop().success());
    let (mut spans, mut names): (Vec<Span>, Vec<String>) = (Vec::new(), Vec::new());
    while let Ok((path, body)) = received.recv_timeout(Duration::from_millis(500)) {
        match path.as_str() {
            "/v1/traces" => {
                let request = ExportTraceServiceRequest::decode(body.as_slice()).expect("spans");
                let scopes = request.resource_spans.into_iter().flat_map(|resource| resource.scope_spans);
                spans.extend(scopes.flat_map(|scope| scope.spans));
            }
            "/v1/metrics" => {
                let request = ExportMetricsServiceRequest::decode(body.as_slice()).expect("metrics");
                let scopes = request.resource_metrics.into_iter().flat_map(|resource| resource.scope_metrics);
                names.extend(scopes.flat_map(|scope| scope.metrics).map(|metric| metric.name));
            }
            other => panic!("{other}"),
        }
    }
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let joined: Vec<_> = spans.iter().filter(|span| hex(&span.trace_id) == TRACE).collect();
    let request = joined.iter().find(|span| span.name == "request").expect("the span of the request");
    assert_eq!(hex(&request.parent_span_id), "b7ad6b7169203331");
    assert!(
        joined.iter().any(|span| span.name == "get" && span.parent_span_id == request.span_id),
        "the look for the session: {joined:?}"
    );
    for name in ["http_requests_total", "http_request_duration_seconds", "disk_free_bytes", "problems_total"]
    {
        assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
    }
}

#[test]
fn the_log_holds_no_secret_at_any_level() {
    let data = tempfile::tempdir().expect("a directory");
    let log = data.path().join("log");
    let file = std::fs::File::create(&log).expect("a file");
    let settings = [("ATELIER_LOG__FILTER", "trace"), ("ATELIER_LOG__FORMAT", "json")];
    let server = Program::serve_with(env!("CARGO_BIN_EXE_atelier"), data.path(), &settings, file.into());
    let mut connection = server.connect().expect("a connection");
    let (password, wrong, email) = ("burnt sienna glaze", "wrong indigo guess", "ada.secret@example.test");
    let body = json!({"email": email, "username": "ada", "name": "Ada Lovelace", "password": password});
    let (head, _) = connection.post("/api/v1/accounts/sign-up", "", &body.to_string()).expect("an answer");
    let cookie = cookie_of(&head);
    let wrong_body = json!({"login": email, "password": wrong}).to_string();
    connection.post("/api/v1/accounts/sign-in", "", &wrong_body).expect("an answer");
    let query =
        json!({"query": r#"mutation { createApiKey(input: {name: "robot", role: MEMBER}) { token } }"#});
    let (_, answer) = connection.post("/graphql", &cookie, &query.to_string()).expect("an answer");
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    let key = answer["data"]["createApiKey"]["token"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let header = format!("authorization: Bearer {key}\r\n");
    connection.get_with("/api/v1/accounts/session", &header).expect("an answer");
    assert!(server.stop().success());
    let text = std::fs::read_to_string(&log).expect("a log");
    assert!(text.contains("wrong_credentials"), "the log is there");
    let token = cookie.split_once('=').map_or("", |(_, token)| token);
    assert!(token.len() > 20 && key.len() > 20);
    for secret in [password, wrong, email, token, key] {
        assert!(!text.contains(secret), "the log holds {secret:?}");
    }
}
