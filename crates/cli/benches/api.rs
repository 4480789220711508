//! `cargo xtask bench api`: the real program over a real socket.
//!
//! Prints the time from start to the first answer on an existing database, the resident memory at
//! rest, and GraphQL `project(id)` over 32 connections: requests a second, latency, and the share of
//! the server's processor time that is not spent in the store. Client and server share the machine.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, reason = "the figures go to stdout")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

use std::path::Path;
use std::time::{Duration, Instant};

use atelier_base::{Clock, Randomness, Scope};
use atelier_server::{App, Config};
use atelier_tables::Key;
use atelier_testkit::{Program, cookie_of};

const CONNECTIONS: usize = 32;
const MEASURED: Duration = Duration::from_secs(5);

fn main() {
    let directory = tempfile::tempdir().expect("a directory");
    let data = directory.path();
    let studio = prepare(data);
    let starts: Vec<Duration> = (0..9).map(|_| cold_start(data)).collect();
    println!("cold start to first answer  {:7.1} ms (median of 9, target 150)", millis(median(starts)));

    let server = serve(data);
    std::thread::sleep(Duration::from_secs(2));
    println!("resident memory at rest     {:7.1} MB (target 60)", resident_bytes(server.id()) as f64 / 1e6);
    let load = load(&server, &studio);
    assert!(server.stop().success());
    let store = store_time(data, &studio);
    let requests = load.latencies.len() as f64;
    let mut latencies = load.latencies;
    latencies.sort_unstable();
    let at = |permille: usize| millis(latencies[(latencies.len() - 1) * permille / 1_000]);
    println!("project(id), {CONNECTIONS} connections  {:7.0} requests/s", requests / MEASURED.as_secs_f64());
    println!("  latency                   {:7.2} ms p50, {:.2} ms p99", at(500), at(990));
    let cpu = load.server_cpu.as_secs_f64() / requests;
    println!("  server processor time     {:7.1} µs a request", cpu * 1e6);
    println!("  of it in the store        {:7.1} µs (three gets: session, membership, project)", store * 1e6);
    println!("  share outside the store   {:7.1} %", 100.0 * (1.0 - store / cpu));
}

/// What the requests need.
struct Studio {
    cookie: String,
    project: String,
}

/// A database with a user and a project, closed.
fn prepare(data: &Path) -> Studio {
    let server = serve(data);
    let body =
        r#"{"email":"ada@example.test","username":"ada","name":"Ada","password":"ultramarine over sienna"}"#;
    let mut connection = server.connect().expect("a connection");
    let (head, _) = connection.post("/api/v1/accounts/sign-up", "", body).expect("an answer");
    let cookie = cookie_of(&head);
    let body = r#"{"query":"mutation { createProject(input: {name: \"Harbor Triptych\"}) { id } }"}"#;
    let (_, answer) = connection.post("/graphql", &cookie, body).expect("an answer");
    let project = answer.split('"').find(|text| text.starts_with("proj_")).expect("an id").to_owned();
    assert!(server.stop().success());
    Studio { cookie, project }
}

fn serve(data: &Path) -> Program {
    Program::serve(env!("CARGO_BIN_EXE_atelier"), data)
}

fn cold_start(data: &Path) -> Duration {
    let start = Instant::now();
    let server = serve(data);
    let (head, _) =
        server.connect().and_then(|mut connection| connection.get("/health/ready")).expect("an answer");
    let took = start.elapsed();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(server.stop().success());
    took
}

struct Load {
    latencies: Vec<Duration>,
    server_cpu: Duration,
}

fn load(server: &Program, studio: &Studio) -> Load {
    let query = "query($id: ProjectId!) { project(id: $id) { id name description type version updatedAt } }";
    let body = serde_json::json!({"query": query, "variables": {"id": studio.project}}).to_string();
    let run = |until: Instant| -> Vec<Duration> {
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..CONNECTIONS)
                .map(|_| scope.spawn(|| one_client(server, &studio.cookie, &body, until)))
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().expect("a client")).collect()
        })
    };
    run(Instant::now() + Duration::from_secs(1));
    let before = cpu_time(server.id());
    let latencies = run(Instant::now() + MEASURED);
    Load { latencies, server_cpu: cpu_time(server.id()).saturating_sub(before) }
}

fn one_client(server: &Program, cookie: &str, body: &str, until: Instant) -> Vec<Duration> {
    let mut connection = server.connect().expect("a connection");
    let mut latencies = Vec::new();
    while Instant::now() < until {
        let start = Instant::now();
        let (_, answer) = connection.post("/graphql", cookie, body).expect("an answer");
        latencies.push(start.elapsed());
        assert!(answer.contains("Harbor Triptych"), "{answer}");
    }
    latencies
}

/// Seconds that three gets take in the store alone, on one thread.
fn store_time(data: &Path, studio: &Studio) -> f64 {
    let mut config = Config::defaults().expect("the defaults are valid");
    data.clone_into(&mut config.server.data);
    let app = App::open(config, Clock::system(), Randomness::system()).expect("the store opens");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let table = atelier_projects::TABLES[0];
    let key = Key::hash(studio.project.as_str());
    runtime.block_on(async {
        let owner =
            atelier_accounts::find_by_login(&app.accounts, "ada").await.expect("a read").expect("a user");
        let scope = Scope::tenant(owner.tenant_id);
        let rounds = 20_000;
        let start = Instant::now();
        for _ in 0..rounds {
            let item = app.tables.get(scope, table, &key).await.expect("a read");
            assert!(item.is_some());
        }
        start.elapsed().as_secs_f64() / f64::from(rounds) * 3.0
    })
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Resident memory of a process in bytes.
fn resident_bytes(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("its status");
    let line = status.lines().find(|line| line.starts_with("VmRSS")).expect("its memory");
    let kilobytes: u64 = line.split_whitespace().nth(1).expect("a number").parse().expect("a number");
    kilobytes * 1_024
}

/// User and system time of a process so far; the clock ticks a hundred times a second.
fn cpu_time(process: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("its times");
    let fields: Vec<&str> = stat.rsplit(") ").next().expect("fields").split(' ').collect();
    let ticks: u64 = [11, 12].map(|at: usize| fields[at].parse::<u64>().expect("ticks")).iter().sum();
    Duration::from_millis(ticks * 10)
}
