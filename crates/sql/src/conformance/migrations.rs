//! Schemas go up and down in whole steps.

use atelier_base::Scope;
use futures_util::future::join;

use super::{SCHEMA, Stage, clock, tenant};
use crate::{Error, Migration, MigrationState, Migrations, Script, Sql};

const STEPS: &[Migration] = &[
    step("hall-0001", "CREATE TABLE doors (tenant_id TEXT, name TEXT)", "DROP TABLE doors"),
    step("hall-0002", "ALTER TABLE doors ADD COLUMN width INTEGER", "ALTER TABLE doors DROP COLUMN width"),
    step(
        "hall-0003",
        "CREATE TABLE keys (tenant_id TEXT); CREATE INDEX idx_keys ON keys(tenant_id)",
        "DROP TABLE keys",
    ),
];

const HALL: Migrations = Migrations { name: "hall", steps: STEPS };

const fn step(version: &'static str, up: &'static str, down: &'static str) -> Migration {
    let script = Script { up, down };
    Migration { version, description: "A step", sqlite: script, postgres: script }
}

async fn states(schema: Migrations, stage: &Stage) -> Vec<(String, MigrationState)> {
    let standings = schema.status(&stage.db).await.expect("a status");
    standings.into_iter().map(|standing| (standing.version, standing.state)).collect()
}

async fn count(stage: &Stage, text: &str) -> Result<i64, Error> {
    stage.db.fetch_one(tenant(1), Sql::new(text)).await?.get("n")
}

const DOORS: &str = "SELECT count(*) AS n FROM doors WHERE tenant_id = :tenant";
const WIDE: &str = "SELECT count(width) AS n FROM doors WHERE tenant_id = :tenant";

/// And rows stay as long as their table does.
pub async fn a_schema_goes_up_and_down_and_up(stage: &Stage) {
    assert_eq!(HALL.up(&stage.db, &clock()).await.expect("up"), ["hall-0001", "hall-0002", "hall-0003"]);
    assert_eq!(HALL.up(&stage.db, &clock()).await.expect("up"), [""; 0]);
    let door = Sql::new("INSERT INTO doors (tenant_id, name, width) VALUES (:tenant, 'front', 90)");
    stage.db.execute(tenant(1), door).await.expect("a door");
    assert_eq!(HALL.down_to(&stage.db, Some("hall-0001")).await.expect("down"), ["hall-0003", "hall-0002"]);
    assert_eq!(count(stage, DOORS).await.expect("a count"), 1);
    assert!(count(stage, WIDE).await.is_err());
    let applied = HALL.status(&stage.db).await.expect("a status");
    assert_eq!(applied[0].applied_at, Some(clock().now()));
    let wanted = [MigrationState::Applied, MigrationState::Pending, MigrationState::Pending];
    assert_eq!(applied.iter().map(|standing| standing.state).collect::<Vec<_>>(), wanted);
    assert_eq!(HALL.up(&stage.db, &clock()).await.expect("up"), ["hall-0002", "hall-0003"]);
    assert_eq!((count(stage, DOORS).await.ok(), count(stage, WIDE).await.ok()), (Some(1), Some(0)));
    assert_eq!(HALL.down_to(&stage.db, None).await.expect("down").len(), 3);
    assert!(count(stage, DOORS).await.is_err());
    let unknown = HALL.down_to(&stage.db, Some("hall-0009")).await;
    assert!(matches!(unknown, Err(Error::MigrationUnknown { .. })), "{unknown:?}");
}

/// In either direction, whatever direction was edited.
pub async fn a_changed_step_is_refused(stage: &Stage) {
    HALL.up(&stage.db, &clock()).await.expect("up");
    for (up, down) in [
        ("CREATE TABLE doors (tenant_id TEXT, name TEXT, note TEXT)", "DROP TABLE doors"),
        ("CREATE TABLE doors (tenant_id TEXT, name TEXT)", "DELETE FROM doors"),
    ] {
        let steps = Box::leak(vec![step("hall-0001", up, down), STEPS[1], STEPS[2]].into_boxed_slice());
        let changed = Migrations { name: "hall", steps };
        let refused = changed.up(&stage.db, &clock()).await;
        assert!(
            matches!(&refused, Err(Error::MigrationChanged { version }) if version == "hall-0001"),
            "{refused:?}"
        );
        let refused = changed.down_to(&stage.db, None).await;
        assert!(matches!(refused, Err(Error::MigrationChanged { .. })), "{refused:?}");
        assert_eq!(states(changed, stage).await[0].1, MigrationState::Changed);
    }
    assert_eq!(count(stage, DOORS).await.expect("a count"), 0);
}

/// An older program does not build on what it does not know.
pub async fn a_step_of_a_newer_version_is_refused(stage: &Stage) {
    HALL.up(&stage.db, &clock()).await.expect("up");
    let old = Migrations { name: "hall", steps: &STEPS[..2] };
    let refused = old.up(&stage.db, &clock()).await;
    assert!(
        matches!(&refused, Err(Error::MigrationUnknown { version }) if version == "hall-0003"),
        "{refused:?}"
    );
    assert_eq!(states(old, stage).await[2], ("hall-0003".to_owned(), MigrationState::Unknown));
}

/// The statements before the one that failed are taken back, and the step can be made once it is mended.
pub async fn an_interrupted_step_did_not_happen(stage: &Stage) {
    const BROKEN: &[Migration] = &[
        STEPS[0],
        step(
            "hall-0002",
            "INSERT INTO doors (name) VALUES ('half'); CREATE TABLE walls (a TEXT); SELEKT",
            "",
        ),
    ];
    let refused = Migrations { name: "hall", steps: BROKEN }.up(&stage.db, &clock()).await;
    assert!(
        matches!(&refused, Err(Error::MigrationFailed { version, .. }) if version == "hall-0002"),
        "{refused:?}"
    );
    assert!(count(stage, "SELECT count(*) AS n FROM walls WHERE a = :tenant").await.is_err());
    let half = stage.db.fetch_one(Scope::directory(), Sql::new("SELECT count(*) AS n FROM doors")).await;
    assert_eq!(half.expect("a row").get::<i64>("n").expect("a count"), 0);
    assert_eq!(HALL.up(&stage.db, &clock()).await.expect("up"), ["hall-0002", "hall-0003"]);
}

/// Each step is made once.
pub async fn servers_that_begin_at_once_take_turns(stage: &Stage) {
    let neighbour = stage.neighbour().await;
    let clock = clock();
    let (one, two) = join(HALL.up(&stage.db, &clock), HALL.up(&neighbour, &clock)).await;
    assert_eq!(one.expect("up").len() + two.expect("up").len(), 3);
    neighbour.close().await;
}

/// Two schemas share a ledger and not their steps.
pub async fn another_schema_has_its_own_steps(stage: &Stage) {
    HALL.up(&stage.db, &clock()).await.expect("up");
    let before = states(SCHEMA, stage).await;
    assert!(before.iter().all(|(version, _)| version.starts_with("conformance-")), "{before:?}");
    assert_eq!(HALL.down_to(&stage.db, None).await.expect("down").len(), 3);
    assert_eq!(states(SCHEMA, stage).await, before);
}
