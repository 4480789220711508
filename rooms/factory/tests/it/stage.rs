//! A factory over stores of its own, for one test.

use std::time::Duration;

use atelier_audit::Trail;
use atelier_base::{
    Action, Caller, Clock, Credential, Grant, OrganisationId, Randomness, Role, Scope, SessionId, TenantId,
    Timestamp, UserId,
};
use atelier_blobs::Blobs;
use atelier_factory::{State, defaults};
use atelier_observe::Metrics;
use atelier_projects::permissions::CreateProject;
use atelier_projects::{NewProject, Project};
use atelier_providers::Http;
use atelier_secrets::{Keyring, Place, Secret, Source};
use atelier_sql::Sql;
use atelier_sql::conformance::{Stage, clock};
use atelier_tables::Tables;
use tempfile::TempDir;
use uuid::Uuid;

/// A furnished factory: migrated, with the defaults of the tenants 1 and 2.
pub(crate) struct Floor {
    pub(crate) state: State,
    pub(crate) clock: Clock,
    pub(crate) stage: Stage,
    directory: TempDir,
}

impl Floor {
    pub(crate) async fn open(stage: Stage) -> Self {
        Self::open_in(stage, &std::env::temp_dir()).await
    }

    /// The same with its files below that directory.
    pub(crate) async fn open_in(stage: Stage, parent: &std::path::Path) -> Self {
        let directory = tempfile::tempdir_in(parent).expect("a directory");
        let clock = clock();
        let process = Self::process(&directory, &clock, stage.neighbour().await, None);
        for tenant in 1..=2 {
            defaults::furnish(&process.db, scope(tenant)).await.expect("furnished");
        }
        Self { state: process, clock, stage, directory }
    }

    fn process(directory: &TempDir, clock: &Clock, db: atelier_sql::Db, of: Option<&State>) -> State {
        let randomness = Randomness::seeded(if of.is_some() { 2 } else { 1 });
        let (projects, blobs) = if let Some(state) = of {
            (state.projects.clone(), state.blobs.clone())
        } else {
            let groups = [atelier_projects::TABLES, atelier_jobs::TABLES, atelier_audit::TABLES];
            let declared: Vec<_> = groups.into_iter().flatten().copied().collect();
            let options = atelier_tables::Options::at(directory.path());
            let tables =
                Tables::open(&atelier_tables::Options { clock: clock.clone(), ..options }, &declared)
                    .expect("the tables open");
            let metrics = Metrics::install(None).expect("metrics");
            let jobs = atelier_jobs::State::new(tables.clone(), clock.clone(), randomness.clone(), metrics);
            let trail = Trail::new(tables.clone(), clock.clone(), randomness.clone());
            let projects = atelier_projects::State::new(tables, clock.clone(), randomness.clone(), jobs)
                .with_trail(trail);
            let options = atelier_blobs::Options {
                clock: clock.clone(),
                randomness: randomness.clone(),
                ..atelier_blobs::Options::at(directory.path())
            };
            let blobs = Blobs::open(options, atelier_blobs::BUCKETS).expect("the files open");
            (projects, blobs)
        };
        let source = Source::directory(directory.path().join("keys"));
        std::fs::create_dir_all(directory.path().join("keys")).expect("a directory");
        let keyring = Keyring::open(&source, clock.now(), &randomness).expect("keys");
        let trail = projects.trail.clone();
        let mut state = State::new(db, blobs, projects, trail, keyring, http());
        state.randomness = randomness;
        state
    }

    /// The state of another process over the same stores.
    pub(crate) async fn neighbour(&self) -> State {
        let db = self.stage.neighbour().await;
        Self::process(&self.directory, &self.clock, db, Some(&self.state))
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// A new project of that tenant.
    pub(crate) async fn project(&self, tenant: u128, name: &str) -> Project {
        let new = NewProject { name: name.to_owned(), ..NewProject::default() };
        let grant = grant(tenant, CreateProject);
        atelier_projects::create(&self.state.projects, grant, new).await.expect("a project")
    }

    /// A provider's key as its row has it.
    pub(crate) fn sealed_key(&self, tenant: u128, provider: &str, key: &str) -> String {
        let tenant = scope(tenant).tenant_id().expect("a tenant");
        let item = format!("{tenant}/{provider}");
        let place = Place { table: "providers", item: &item, field: "api_key_encrypted" };
        let secret = Secret::from(key.to_owned());
        self.state.keyring.seal(&secret, place).expect("sealed").to_string()
    }

    /// A number that the database counts for the tenant 1.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        let row = self.state.db.fetch_one(scope(1), Sql::new(sql)).await.expect("a row");
        row.get("n").expect("a number")
    }

    /// A statement in the tenant 1.
    pub(crate) async fn run(&self, sql: Sql) {
        self.state.db.execute(scope(1), sql).await.expect("a statement");
    }

    pub(crate) async fn end(self) {
        self.state.db.close().await;
        self.stage.end().await;
    }
}

fn http() -> Http {
    // Contract servers of tests listen on this machine.
    let settings = atelier_providers::Settings {
        allow_private: true,
        timeout: Duration::from_secs(10),
        ..atelier_providers::Settings::new(clock())
    };
    Http::new(settings).expect("a client")
}

/// Somebody with that role in that tenant.
pub(crate) fn caller(tenant: u128, role: Role) -> Caller {
    let user = UserId::from_uuid(Uuid::from_u128(tenant));
    let session = SessionId::generate(Timestamp::from_millis(0), &Randomness::seeded(7));
    let tenant = TenantId::Organisation(OrganisationId::from_uuid(Uuid::from_u128(tenant)));
    Caller::verified(user, tenant, role, Credential::Session(session))
}

/// What an owner of that tenant may do.
pub(crate) fn grant<A: Action>(tenant: u128, action: A) -> Grant<A> {
    caller(tenant, Role::Owner).may(action).expect("an owner may")
}

pub(crate) fn scope(tenant: u128) -> Scope {
    caller(tenant, Role::Viewer).scope()
}

/// A test of each function over a factory on each engine.
macro_rules! on_both_floors {
    ($($name:ident)*) => {
        crate::stage::on_both_floors!(sqlite: $($name)*);
        crate::stage::on_both_floors!(postgres: $($name)*);
    };
    ($engine:ident: $($name:ident)*) => {
        mod $engine {
            $(#[tokio::test]
            async fn $name() {
                let Some(stage) = crate::$engine().await else { return };
                let floor = crate::stage::Floor::open(stage).await;
                super::$name(&floor).await;
                floor.end().await;
            })*
        }
    };
}
pub(crate) use on_both_floors;
