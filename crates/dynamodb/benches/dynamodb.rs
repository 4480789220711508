//! `cargo xtask bench dynamodb`: our API against servers that others wrote, each a process on a file.
//!
//! One plain keep-alive client with 1 and with 8 connections sends the same signed requests to each: puts of
//! new items, gets, and pages of 20 of an index. It prints operations a second, and ours as a multiple of
//! each. A server that is not installed is left out. Client and server share the machine.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, reason = "the figures go to stdout")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use atelier_base::{Clock, OrganisationId, Randomness, TenantId};
use atelier_dynamodb::{Api, Settings, routes};
use atelier_peers::{Peer, Server};
use atelier_tables::{Attribute, Index, Options, Table, Tables};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

const KEY: &str = "ATELIERBENCH";
const SECRET: &str = "a secret of forty characters, or about so";
const ITEMS: usize = 10_000;
const MEASURED: Duration = Duration::from_secs(2);
const TABLE: Table = Table {
    indexes: &[Index::new("user-index", Attribute::S("user_id"), Attribute::N("created_at"))],
    ..Table::new("records", Attribute::S("request_id"))
};

fn main() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("serve") {
        let (directory, port) = (arguments.next().expect("a directory"), arguments.next().expect("a port"));
        return serve(&directory, &port);
    }
    let rows: Vec<(&str, Vec<(String, f64)>)> =
        targets().into_iter().filter_map(|(name, start)| Some((name, measure(&start)?))).collect();
    let Some((_, ours)) = rows.first() else { return };
    for (at, (row, own)) in ours.iter().enumerate() {
        println!("{row}");
        for (name, figures) in &rows {
            let other = figures[at].1;
            println!("  {name:15} {other:9.0} /s   ours is {:5.2} x", own / other);
        }
    }
}

/// Our API alone, as a process.
fn serve(directory: &str, port: &str) {
    let (clock, randomness) = (Clock::system(), Randomness::system());
    let options = Options { clock: clock.clone(), ..Options::at(Path::new(directory)) };
    let tables = Tables::open(&options, &[&TABLE]).expect("the store opens");
    let tenant = TenantId::Organisation(OrganisationId::generate(clock.now(), &randomness));
    let (access_key_id, secret_access_key) = (KEY.into(), SECRET.into());
    let settings = Settings { access_key_id, secret_access_key, tenant, suffix: String::new() };
    let router = routes(Api::new(tables, settings, clock, randomness));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("the port");
        let router = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, router).await.expect("it serves");
    });
}

type Start = Box<dyn Fn(&Path) -> Option<Target>>;

/// What is measured; the process ends with this value.
struct Target {
    server: Server,
    path: &'static str,
}

impl Target {
    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.server.port())
    }
}

fn targets() -> Vec<(&'static str, Start)> {
    let peer =
        |peer: Peer| -> Start { Box::new(move |data| Some(Target { server: peer.start(data)?, path: "/" })) };
    vec![
        ("atelier", Box::new(|data: &Path| Some(ours(data)))),
        ("dynalite", peer(Peer::Dynalite)),
        ("DynamoDB Local", peer(Peer::DynamoDbLocal)),
        ("dynoxide", peer(Peer::Dynoxide)),
    ]
}

fn ours(data: &Path) -> Target {
    let (program, data) = (std::env::current_exe().expect("this program"), data.to_owned());
    let server = Server::start(move |port| {
        let mut command = Command::new(&program);
        command.arg("serve").arg(&data).arg(port.to_string());
        command
    });
    Target { server, path: "/dynamodb" }
}

/// The rows of one server; none when it is not installed.
fn measure(start: &Start) -> Option<Vec<(String, f64)>> {
    let directory = tempfile::tempdir().expect("a directory");
    let server = start(directory.path())?;
    let now = Command::new("date").args(["-u", "+%Y%m%dT%H%M%SZ"]).output().expect("the time").stdout;
    let now = String::from_utf8(now).expect("text").trim().to_owned();
    let signer = Signer { now, host: server.host(), path: server.path };
    if server.path == "/" {
        let made = send(&server, &signer.request("CreateTable", &create_table()));
        assert!(made.contains(" 200 "), "{made}");
        std::thread::sleep(Duration::from_secs(1));
    }
    let numbered = |from: usize, count: usize, body: fn(usize) -> String, operation: &str| -> Vec<Vec<u8>> {
        (from..from + count).map(|at| signer.request(operation, &body(at))).collect()
    };
    let mut rows = Vec::new();
    let mut next = 0;
    for connections in [1, 8] {
        let each: Vec<_> = (0..connections)
            .map(|_| {
                let count = 40_000 / connections;
                next += count;
                numbered(next - count, count, put, "PutItem")
            })
            .collect();
        rows.push((format!("puts, {connections} connections"), rate(&server, &each)));
    }
    for at in 0..ITEMS.div_ceil(8) {
        // What the puts of a slow server left out.
        let missing: Vec<_> =
            (at * 8..at * 8 + 8).map(|at| format!("{{\"PutRequest\":{{\"Item\":{}}}}}", item(at))).collect();
        let body = format!("{{\"RequestItems\":{{\"records\":[{}]}}}}", missing.join(","));
        send(&server, &signer.request("BatchWriteItem", &body));
    }
    for (row, operation, body) in
        [("gets", "GetItem", get as fn(usize) -> String), ("pages of 20", "Query", page)]
    {
        for connections in [1, 8] {
            let each: Vec<_> =
                (0..connections).map(|at| numbered(at * 1_000, 1_000, body, operation)).collect();
            rows.push((format!("{row}, {connections} connections"), rate(&server, &each)));
        }
    }
    Some(rows)
}

/// Operations a second over one connection for each list of requests.
fn rate(server: &Target, each: &[Vec<Vec<u8>>]) -> f64 {
    let start = Instant::now();
    let done: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = each.iter().map(|requests| scope.spawn(|| client(server, requests))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a client")).sum()
    });
    done as f64 / start.elapsed().as_secs_f64()
}

fn client(server: &Target, requests: &[Vec<u8>]) -> usize {
    let mut stream = connect(server);
    let end = Instant::now() + MEASURED;
    let mut done = 0;
    let mut buffer = vec![0; 256 * 1_024];
    while Instant::now() < end {
        let (head, body) = exchange(&mut stream, &requests[done % requests.len()], &mut buffer);
        assert!(head.starts_with("HTTP/1.1 200"), "{head}\n{body}");
        done += 1;
    }
    done
}

fn connect(server: &Target) -> TcpStream {
    let stream = TcpStream::connect(server.host()).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    stream
}

fn send(server: &Target, request: &[u8]) -> String {
    let mut buffer = vec![0; 256 * 1_024];
    let (head, body) = exchange(&mut connect(server), request, &mut buffer);
    format!("{head}\n{body}")
}

/// One request and its answer: head and body.
fn exchange<'a>(stream: &mut TcpStream, request: &[u8], buffer: &'a mut [u8]) -> (&'a str, &'a str) {
    stream.write_all(request).expect("it is sent");
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).expect("an answer");
        assert!(read > 0, "the server hung up");
        filled += read;
        let Some(end) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&buffer[..end]).expect("text");
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
        });
        if filled >= end + 4 + length.expect("a length") {
            let (head, body) = (&buffer[..end], &buffer[end + 4..filled]);
            return (std::str::from_utf8(head).expect("text"), std::str::from_utf8(body).expect("text"));
        }
    }
}

struct Signer {
    now: String,
    host: String,
    path: &'static str,
}

impl Signer {
    fn request(&self, operation: &str, body: &str) -> Vec<u8> {
        let Self { now, host, path } = self;
        let target = format!("DynamoDB_20120810.{operation}");
        let names = "content-type;host;x-amz-date;x-amz-target";
        let headers = format!(
            "content-type:application/x-amz-json-1.0\nhost:{host}\nx-amz-date:{now}\nx-amz-target:{target}\n"
        );
        let canonical =
            format!("POST\n{path}\n\n{headers}\n{names}\n{}", hex(&Sha256::digest(body.as_bytes())));
        let scope = format!("{}/eu-central-1/dynamodb/aws4_request", &now[..8]);
        let text =
            format!("AWS4-HMAC-SHA256\n{now}\n{scope}\n{}", hex(&Sha256::digest(canonical.as_bytes())));
        let key = scope.split('/').fold(format!("AWS4{SECRET}").into_bytes(), |key, part| keyed(&key, part));
        let signature = hex(&keyed(&key, &text));
        format!(
            "POST {path} HTTP/1.1\r\n{}content-length: {}\r\nauthorization: AWS4-HMAC-SHA256 Credential={KEY}/{scope}, SignedHeaders={names}, Signature={signature}\r\n\r\n{body}",
            headers.replace('\n', "\r\n"),
            body.len()
        )
        .into_bytes()
    }
}

fn keyed(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// About 0.6 KB, a hundred to a user.
fn item(at: usize) -> String {
    let text = "lorem ipsum ".repeat(30);
    format!(
        r#"{{"request_id":{{"S":"r{at}"}},"created_at":{{"N":"{at}"}},"user_id":{{"S":"u{}"}},"verdict":{{"S":"authentic"}},"score":{{"N":"0.125"}},"flags":{{"SS":["a","b"]}},"more":{{"M":{{"text":{{"S":"{text}"}},"list":{{"L":[{{"N":"1"}},{{"BOOL":true}}]}}}}}}}}"#,
        at / 100
    )
}

fn put(at: usize) -> String {
    format!(r#"{{"TableName":"records","Item":{}}}"#, item(at))
}

fn get(at: usize) -> String {
    format!(r#"{{"TableName":"records","Key":{{"request_id":{{"S":"r{}"}}}}}}"#, at % ITEMS)
}

fn page(at: usize) -> String {
    format!(
        r#"{{"TableName":"records","IndexName":"user-index","KeyConditionExpression":"user_id = :u","ExpressionAttributeValues":{{":u":{{"S":"u{}"}}}},"Limit":20}}"#,
        at % (ITEMS / 100)
    )
}

fn create_table() -> String {
    r#"{"TableName":"records","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"request_id","AttributeType":"S"},{"AttributeName":"user_id","AttributeType":"S"},{"AttributeName":"created_at","AttributeType":"N"}],"KeySchema":[{"AttributeName":"request_id","KeyType":"HASH"}],"GlobalSecondaryIndexes":[{"IndexName":"user-index","KeySchema":[{"AttributeName":"user_id","KeyType":"HASH"},{"AttributeName":"created_at","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}"#.into()
}
