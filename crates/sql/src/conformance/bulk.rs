//! Many rows at once.

use serde_json::json;
use uuid::Uuid;

use super::{PAINTINGS, Stage, tenant};
use crate::{Error, Sql, Value, ValueKind};

fn row(n: u32) -> Vec<Value> {
    let title = n.is_multiple_of(3).then(|| format!("Fox {n}"));
    let facts = n.is_multiple_of(2).then(|| json!({"n": n, "text": "a,\"b\"\\\n{}"}));
    vec![
        Uuid::from_u128(n.into()).into(),
        title.into(),
        (n + 1).into(),
        Value::Null(ValueKind::Float),
        n.is_multiple_of(5).into(),
        facts.into(),
        vec![7_u8].into(),
        "fox".into(),
    ]
}

async fn count(stage: &Stage, condition: &str) -> i64 {
    let sql =
        Sql::new(format!("SELECT count(*) AS n FROM paintings WHERE tenant_id = :tenant AND {condition}"));
    stage.db.fetch_one(tenant(1), sql).await.expect("a row").get("n").expect("a count")
}

/// More than one statement takes, with values that are missing here and there.
pub async fn many_rows_are_inserted(stage: &Stage) {
    let mut transaction = stage.db.begin().await.expect("begun");
    let inserted = transaction.insert(tenant(1), PAINTINGS, (0..12_345).map(row)).await.expect("inserted");
    transaction.commit().await.expect("committed");
    assert_eq!(inserted, 12_345);
    assert_eq!(count(stage, "title IS NOT NULL").await, 4_115);
    assert_eq!(count(stage, "facts IS NULL").await, 6_172);
    assert_eq!(count(stage, "is_sold").await, 2_469);
    let sql = Sql::new("SELECT facts, year FROM paintings WHERE tenant_id = :tenant AND id = ?")
        .bind(Uuid::from_u128(12_344));
    let last = stage.db.fetch_one(tenant(1), sql).await.expect("a row");
    assert_eq!(
        last.get::<serde_json::Value>("facts").expect("facts"),
        json!({"n": 12_344, "text": "a,\"b\"\\\n{}"})
    );
    assert_eq!(last.get::<i64>("year").expect("a year"), 12_345);
}

/// Whether it comes first or last.
pub async fn a_bad_row_keeps_all_out(stage: &Stage) {
    for bad in [Uuid::from_u128(0), Uuid::from_u128(699)] {
        let rows = (0..700).map(|n| {
            let mut row = row(n);
            if Uuid::from_u128(n.into()) == bad {
                row[2] = Value::Int(0);
            }
            row
        });
        let mut transaction = stage.db.begin().await.expect("begun");
        let refused = transaction.insert(tenant(1), PAINTINGS, rows).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
        drop(transaction);
        assert_eq!(count(stage, "1 = 1").await, 0);
    }
}

/// And each of its type.
pub async fn a_row_has_every_column(stage: &Stage) {
    let mut short = row(1);
    short.pop();
    let mut other = row(1);
    other[2] = "1900".into();
    let mut nul = row(1);
    nul[1] = "a\0".into();
    let mut transaction = stage.db.begin().await.expect("begun");
    for bad in [short, other] {
        let refused = transaction.insert(tenant(1), PAINTINGS, [bad]).await;
        assert!(matches!(refused, Err(Error::Statement { .. })), "{refused:?}");
    }
    assert!(matches!(transaction.insert(tenant(1), PAINTINGS, [nul]).await, Err(Error::Refused { .. })));
}
