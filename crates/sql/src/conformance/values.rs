//! What goes in comes out.

use serde_json::json;
use uuid::Uuid;

use super::{Stage, tenant};
use crate::{Error, Row, Sql, Value, ValueKind};

fn insert(id: u128, title: &str) -> Sql {
    let sql = Sql::new("INSERT INTO paintings (tenant_id, id, title) VALUES (:tenant, ?, ?)");
    sql.bind(Uuid::from_u128(id)).bind(title)
}

async fn painting(stage: &Stage, id: u128) -> Row {
    let sql =
        Sql::new("SELECT * FROM paintings WHERE tenant_id = :tenant AND id = ?").bind(Uuid::from_u128(id));
    stage.db.fetch_one(tenant(1), sql).await.expect("a painting")
}

/// Every type, and texts beyond ASCII.
pub async fn every_value_reads_back(stage: &Stage) {
    let facts = json!({"prompt": "a 'quoted' ? \"fox\" 🦊", "steps": 20, "big": 9_007_199_254_740_993_i64, "list": [1.5, null]});
    let sql = Sql::new(
        "INSERT INTO paintings (tenant_id, id, title, year, price, is_sold, facts, thumb) \
         VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql.bind(Uuid::from_u128(7)).bind("Ĺuna – 月").bind(1889).bind(0.1).bind(true);
    let sql = sql.bind(facts.clone()).bind(vec![0_u8, 255, 7]);
    assert_eq!(stage.db.execute(tenant(1), sql).await.expect("written"), 1);
    let row = painting(stage, 7).await;
    assert_eq!(row.get::<Uuid>("id").expect("an id"), Uuid::from_u128(7));
    assert_eq!(row.get::<String>("title").expect("a title"), "Ĺuna – 月");
    assert_eq!(row.get::<i64>("year").expect("a year"), 1889);
    assert_eq!(row.get::<f64>("price").expect("a price").to_bits(), 0.1_f64.to_bits());
    assert!(row.get::<bool>("is_sold").expect("a truth"));
    assert_eq!(row.get::<serde_json::Value>("facts").expect("facts"), facts);
    assert_eq!(row.get::<Vec<u8>>("thumb").expect("bytes"), [0, 255, 7]);
}

/// Of every type.
pub async fn nothing_reads_back_as_nothing(stage: &Stage) {
    let sql = Sql::new(
        "INSERT INTO paintings (tenant_id, id, title, year, price, is_sold, facts, thumb, room_id) \
         VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let kinds = [
        ValueKind::Text,
        ValueKind::Int,
        ValueKind::Float,
        ValueKind::Bool,
        ValueKind::Json,
        ValueKind::Bytes,
        ValueKind::Uuid,
    ];
    let sql = kinds.into_iter().fold(sql.bind(Uuid::from_u128(8)), |sql, kind| sql.bind(Value::Null(kind)));
    stage.db.execute(tenant(1), sql).await.expect("written");
    let row = painting(stage, 8).await;
    assert_eq!(row.find::<String>("title").expect("read"), None);
    assert_eq!(row.find::<i64>("year").expect("read"), None);
    assert_eq!(row.find::<f64>("price").expect("read"), None);
    assert_eq!(row.find::<bool>("is_sold").expect("read"), None);
    assert_eq!(row.find::<serde_json::Value>("facts").expect("read"), None);
    assert_eq!(row.find::<Vec<u8>>("thumb").expect("read"), None);
    assert_eq!(row.find::<Uuid>("room_id").expect("read"), None);
    assert!(matches!(row.get::<i64>("year"), Err(Error::Unreadable { .. })));
}

/// Neither a missing column nor one of another type is made up.
pub async fn a_column_is_read_as_what_it_is(stage: &Stage) {
    stage.db.execute(tenant(1), insert(9, "Fox")).await.expect("written");
    let row = painting(stage, 9).await;
    assert!(matches!(row.get::<i64>("title"), Err(Error::Unreadable { .. })));
    assert!(matches!(row.get::<String>("owner"), Err(Error::Unreadable { .. })));
    assert!(matches!(row.get::<Uuid>("title"), Err(Error::Unreadable { .. })));
    let count = Sql::new("SELECT count(*) AS n FROM paintings WHERE tenant_id = :tenant");
    assert_eq!(
        stage.db.fetch_one(tenant(1), count).await.expect("a row").get::<i64>("n").expect("a count"),
        1
    );
}

/// The tenant is the scope's, on the way in and on the way out.
pub async fn tenants_do_not_see_each_other(stage: &Stage) {
    stage.db.execute(tenant(1), insert(1, "Fox")).await.expect("written");
    stage.db.execute(tenant(2), insert(2, "Fox")).await.expect("written");
    let sql = || Sql::new("SELECT id FROM paintings WHERE tenant_id = :tenant AND title = ?").bind("Fox");
    for number in [1, 2] {
        let rows = stage.db.fetch_all(tenant(number), sql()).await.expect("rows");
        let ids: Vec<Uuid> = rows.iter().map(|row| row.get("id").expect("an id")).collect();
        assert_eq!(ids, [Uuid::from_u128(number)]);
    }
    let unscoped = stage.db.fetch_all(tenant(1), Sql::new("SELECT id FROM paintings")).await;
    assert!(matches!(unscoped, Err(Error::Unscoped { .. })));
}
