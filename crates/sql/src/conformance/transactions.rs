//! All or nothing.

use futures_util::future::join_all;
use uuid::Uuid;

use super::{Stage, tenant};
use crate::{Error, Sql};

fn insert(id: u128, year: i32) -> Sql {
    let sql = Sql::new("INSERT INTO paintings (tenant_id, id, year) VALUES (:tenant, ?, ?)");
    sql.bind(Uuid::from_u128(id)).bind(year)
}

async fn years(stage: &Stage) -> i64 {
    let sql = Sql::new(
        "SELECT CAST(coalesce(sum(year), 0) AS BIGINT) AS n FROM paintings WHERE tenant_id = :tenant",
    );
    stage.db.fetch_one(tenant(1), sql).await.expect("a row").get("n").expect("a sum")
}

/// Also when it is taken back by name.
pub async fn a_dropped_transaction_leaves_nothing(stage: &Stage) {
    let mut transaction = stage.db.begin().await.expect("begun");
    transaction.execute(tenant(1), insert(1, 1900)).await.expect("written");
    drop(transaction);
    let mut transaction = stage.db.begin().await.expect("begun");
    transaction.execute(tenant(1), insert(2, 1901)).await.expect("written");
    transaction.roll_back().await.expect("taken back");
    assert_eq!(years(stage).await, 0);
}

/// Not before it is committed, and at once afterwards.
pub async fn a_committed_one_is_seen(stage: &Stage) {
    let mut transaction = stage.db.begin().await.expect("begun");
    transaction.execute(tenant(1), insert(1, 1900)).await.expect("written");
    assert_eq!(years(stage).await, 0);
    transaction.commit().await.expect("committed");
    assert_eq!(years(stage).await, 1900);
    assert_eq!(stage.neighbour().await.dialect(), stage.db.dialect());
}

/// Of several rows in one statement none stays when one is refused.
pub async fn a_failed_statement_changes_nothing(stage: &Stage) {
    let sql =
        Sql::new("INSERT INTO paintings (tenant_id, id, year) VALUES (:tenant, ?, 1900), (:tenant, ?, 0)");
    let refused = stage.db.execute(tenant(1), sql.bind(Uuid::from_u128(1)).bind(Uuid::from_u128(2))).await;
    assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
    assert_eq!(years(stage).await, 0);
}

/// Two servers with several transactions at once.
pub async fn concurrent_transactions_keep_a_sum(stage: &Stage) {
    stage.db.execute(tenant(1), insert(1, 1)).await.expect("written");
    let neighbour = stage.neighbour().await;
    let additions = (0..40).map(|n| {
        let db = if n % 2 == 0 { &stage.db } else { &neighbour };
        async move {
            let mut transaction = db.begin().await.expect("begun");
            let locked = transaction.dialect().choose("", " FOR UPDATE");
            let sql =
                Sql::new(format!("SELECT year FROM paintings WHERE tenant_id = :tenant AND id = ?{locked}"));
            let row =
                transaction.fetch_optional(tenant(1), sql.bind(Uuid::from_u128(1))).await.expect("read");
            let year: i64 = row.expect("a row").get("year").expect("a year");
            let sql = Sql::new("UPDATE paintings SET year = ? WHERE tenant_id = :tenant AND id = ?");
            let sql = sql.bind(year + 1).bind(Uuid::from_u128(1));
            transaction.execute(tenant(1), sql).await.expect("written");
            transaction.commit().await.expect("committed");
        }
    });
    join_all(additions).await;
    assert_eq!(years(stage).await, 41);
    neighbour.close().await;
}

/// `RETURNING`.
pub async fn rows_come_back_from_a_write(stage: &Stage) {
    stage.db.execute(tenant(1), insert(1, 1900)).await.expect("written");
    let mut transaction = stage.db.begin().await.expect("begun");
    let sql = Sql::new("UPDATE paintings SET year = year + 1 WHERE tenant_id = :tenant RETURNING year");
    let rows = transaction.fetch_all(tenant(1), sql).await.expect("rows");
    assert_eq!(rows.iter().map(|row| row.get::<i64>("year").expect("a year")).collect::<Vec<_>>(), [1901]);
    transaction.commit().await.expect("committed");
}
