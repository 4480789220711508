//! Failures have the same names.

use uuid::Uuid;

use super::{Stage, tenant};
use crate::{Error, Sql};

fn insert(id: u128, title: &str) -> Sql {
    let sql = Sql::new("INSERT INTO paintings (tenant_id, id, title) VALUES (:tenant, ?, ?)");
    sql.bind(Uuid::from_u128(id)).bind(title)
}

/// With the constraint or its columns.
pub async fn a_taken_key_is_told(stage: &Stage) {
    stage.db.execute(tenant(1), insert(1, "Fox")).await.expect("written");
    for again in [insert(1, "Owl"), insert(2, "Fox")] {
        let refused = stage.db.execute(tenant(1), again).await;
        assert!(
            matches!(&refused, Err(Error::Exists { constraint }) if constraint.contains("paintings")),
            "{refused:?}"
        );
    }
}

/// A painting hangs in no room that is not there, and its room stays.
pub async fn a_broken_reference_is_told(stage: &Stage) {
    let hang = |room: u128| {
        let sql = Sql::new("INSERT INTO paintings (tenant_id, id, room_id) VALUES (:tenant, ?, ?)");
        sql.bind(Uuid::from_u128(1)).bind(Uuid::from_u128(room))
    };
    let refused = stage.db.execute(tenant(1), hang(5)).await;
    assert!(matches!(refused, Err(Error::Referenced { .. })), "{refused:?}");
    let room = Sql::new("INSERT INTO rooms (tenant_id, id) VALUES (:tenant, ?)").bind(Uuid::from_u128(5));
    stage.db.execute(tenant(1), room).await.expect("a room");
    stage.db.execute(tenant(1), hang(5)).await.expect("hung");
    let gone = stage.db.execute(tenant(1), Sql::new("DELETE FROM rooms WHERE tenant_id = :tenant")).await;
    assert!(matches!(gone, Err(Error::Referenced { .. })), "{gone:?}");
}

/// Lengths, ranges, types, and a character that PostgreSQL lacks.
pub async fn what_does_not_fit_is_refused(stage: &Stage) {
    let year = |year: i64| {
        let sql = Sql::new("INSERT INTO paintings (tenant_id, id, year) VALUES (:tenant, ?, ?)");
        sql.bind(Uuid::from_u128(3)).bind(year)
    };
    for bad in [insert(1, &"x".repeat(41)), insert(1, "a\0b"), year(0)] {
        let refused = stage.db.execute(tenant(1), bad).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
    }
    // 40 characters of several bytes each do fit.
    stage.db.execute(tenant(1), insert(1, &"月".repeat(40))).await.expect("written");
}

/// Not SQL, or not of this schema.
pub async fn nonsense_is_a_fault_of_ours(stage: &Stage) {
    for text in ["SELEKT :tenant", "SELECT owner FROM paintings WHERE tenant_id = :tenant"] {
        let refused = stage.db.fetch_all(tenant(1), Sql::new(text)).await;
        assert!(matches!(refused, Err(Error::Statement { .. })), "{refused:?}");
    }
}

/// On SQLite the readers can't. PostgreSQL has no readers of its own: there it is allowed.
pub async fn a_reader_does_not_write(stage: &Stage) {
    let wrote = stage.db.fetch_all(tenant(1), insert(1, "Fox")).await;
    let count = Sql::new("SELECT count(*) AS n FROM paintings WHERE tenant_id = :tenant");
    let count: i64 = stage.db.fetch_one(tenant(1), count).await.expect("a row").get("n").expect("a count");
    match stage.db.dialect() {
        crate::Dialect::Sqlite => {
            assert!(matches!(wrote, Err(Error::Unavailable { .. })) && count == 0, "{wrote:?}");
        }
        crate::Dialect::Postgres => assert!(wrote.is_ok() && count == 1, "{wrote:?}"),
    }
}
