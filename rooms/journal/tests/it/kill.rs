//! What was acknowledged is there, whenever the process is killed.
//!
//! The test binary runs itself as the process that is killed: a whole server's stores over a directory, with the
//! workers of the journal. It says each thing that was acknowledged; the parent kills it at a random moment,
//! opens the directory, and holds it to that. Twenty rounds; `ATELIER_KILL_ROUNDS` asks for others.

mod archive;
mod discard;
mod recordings;
mod search;

use std::path::Path;
use std::time::Duration;

use atelier_base::{Caller, Clock, Credential, PageRequest, Randomness, Role, Scope, TenantId, UserId};
use atelier_jobs::{JobState, Settings, Uptime, Workers};
use atelier_peers::victim::{self, Victim, say, told};
use atelier_server::{App, Config};
use tokio_util::sync::CancellationToken;

/// Set for the process that works until it is killed.
const DIRECTORY: &str = "ATELIER_JOURNAL_KILL_DIRECTORY";
/// Where the child's numbers begin.
const ROUND: &str = "ATELIER_JOURNAL_KILL_ROUND";
/// How often it is killed.
const ROUNDS: u64 = 20;

fn rounds() -> u64 {
    victim::rounds(ROUNDS)
}

/// Who does everything here.
fn caller() -> Caller {
    let user: UserId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let session = "sess_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    Caller::verified(user, TenantId::Personal(user), Role::Owner, Credential::Session(session))
}

fn scope() -> Scope {
    Scope::tenant(caller().tenant())
}

fn open(directory: &Path) -> App {
    let mut config = Config::defaults().expect("the defaults are valid");
    config.server.data = directory.join("data");
    // Models have no part in it: each text would be placed.
    config.intelligence.models = directory.join("none");
    App::open(config, Clock::system(), Randomness::system()).expect("the stores open")
}

fn crew(app: &App) -> Workers {
    let poll = Duration::from_millis(10);
    let settings = Settings { name: "crew".into(), concurrency: 2, poll, ..Settings::default() };
    atelier_journal::known_jobs(Workers::new(app.jobs.clone(), settings), &app.journal)
}

/// What a killed worker held returns. Workers that know no job look at it for a lease, whose time is told: however
/// busy the machine is, none of a living worker is taken.
pub(crate) async fn take_back(app: &App, scope: Scope) {
    let mut jobs = app.jobs.clone();
    jobs.uptime = Uptime::told();
    let settings = Settings { poll: Duration::from_millis(5), ..Settings::default() };
    let (lease, stop) = (settings.lease, CancellationToken::new());
    let waiting = async {
        loop {
            let held = atelier_jobs::list(&jobs, scope, Some(JobState::Running), PageRequest::first(1)).await;
            if held.expect("a list").edges.is_empty() {
                break stop.cancel();
            }
            jobs.uptime.advance(lease);
            tokio::time::timeout(Duration::from_millis(10), std::future::pending::<()>()).await.ok();
        }
    };
    tokio::join!(Workers::new(jobs.clone(), settings).run(stop.clone()), waiting);
}

/// Works until no job is left.
async fn work_off(app: &App) {
    take_back(app, scope()).await;
    let stop = CancellationToken::new();
    let idle = async {
        while atelier_jobs::active(&app.jobs, scope()).await.expect("counted") > 0 {
            tokio::time::timeout(Duration::from_millis(5), std::future::pending::<()>()).await.ok();
        }
        stop.cancel();
    };
    tokio::join!(crew(app).run(stop.clone()), idle);
}

/// Starts that test as a child, kills it a random while after it said `count` lines, and gives all that it said.
fn killed(test: &str, directory: &Path, round: u64, count: usize, later: Duration) -> Vec<String> {
    let victim = Victim::of(test).tell(DIRECTORY, directory).tell(ROUND, round.to_string());
    victim.killed_later(count, later)
}

/// Numbers below a limit, by chance.
fn below(randomness: &Randomness, limit: u16) -> u16 {
    u16::from_be_bytes(randomness.bytes()) % limit
}
