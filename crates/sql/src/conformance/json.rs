//! Documents in columns.

use serde_json::json;
use uuid::Uuid;

use super::{Stage, tenant};
use crate::{Sql, Value};

async fn hang(stage: &Stage) {
    let all = [
        json!({"model": "flux", "steps": 20, "tiled": true, "cfg": 7.5}),
        json!({"model": "20", "steps": 1, "tiled": false, "cfg": 7}),
        json!({"model": ["flux"], "steps": "20", "tiled": 1, "other": null}),
        json!({}),
    ];
    for (n, facts) in (0_u128..).zip(all) {
        let sql = Sql::new("INSERT INTO paintings (tenant_id, id, facts) VALUES (:tenant, ?, ?)");
        stage.db.execute(tenant(1), sql.bind(Uuid::from_u128(n)).bind(facts)).await.expect("written");
    }
}

/// A text, or the text of a number; nothing for what is not there.
pub async fn members_are_read_as_text(stage: &Stage) {
    hang(stage).await;
    let model = stage.db.dialect().json_text("facts", "model");
    let sql =
        Sql::new(format!("SELECT {model} AS model FROM paintings WHERE tenant_id = :tenant AND id = ?"));
    for (n, model) in [(0, Some("flux")), (1, Some("20")), (3, None)] {
        let row = stage.db.fetch_one(tenant(1), sql.clone().bind(Uuid::from_u128(n))).await.expect("a row");
        assert_eq!(row.find::<String>("model").expect("read").as_deref(), model);
    }
}

/// The number 20 is not the text `20`, and 1 is not true.
pub async fn members_are_compared_with_their_type(stage: &Stage) {
    hang(stage).await;
    let cases: [(&str, Value, &[u128]); 10] = [
        ("model", "flux".into(), &[0]),
        ("model", "20".into(), &[1]),
        ("steps", 20.into(), &[0]),
        ("steps", "20".into(), &[2]),
        ("tiled", true.into(), &[0]),
        ("tiled", false.into(), &[1]),
        ("tiled", 1.into(), &[2]),
        ("cfg", 7.5.into(), &[0]),
        ("cfg", 7.0.into(), &[1]),
        ("model", json!(["flux"]).into(), &[]),
    ];
    for (key, value, found) in cases {
        let condition = stage.db.dialect().json_is("facts", key, value.clone());
        let sql = Sql::new("SELECT id FROM paintings WHERE tenant_id = :tenant AND ").push(condition);
        let rows = stage.db.fetch_all(tenant(1), sql.push(" ORDER BY id")).await.expect("rows");
        let ids: Vec<Uuid> = rows.iter().map(|row| row.get("id").expect("an id")).collect();
        let wanted: Vec<Uuid> = found.iter().copied().map(Uuid::from_u128).collect();
        assert_eq!(ids, wanted, "{key} {value:?}");
    }
}
