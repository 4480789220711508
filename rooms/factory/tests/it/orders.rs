//! Orders are laid down with their items.

use atelier_base::{OrderId, ProjectId, Randomness, Scope};
use atelier_factory::item::{self, Lot};
use atelier_factory::order::{self, OrderRow};
use atelier_sql::conformance::{Stage, tenant};
use atelier_sql::{Error, Sql};
use serde_json::json;
use uuid::Uuid;

use crate::now;

crate::on_both! {
    an_order_and_its_items_are_one_write
    an_idempotency_key_is_used_once
    an_order_names_a_project_of_its_tenant
    items_need_their_order
}

fn new_order(n: u128) -> OrderRow {
    let id = OrderId::from_uuid(Uuid::from_u128(n));
    OrderRow::new(id, "studio", "flow", json!({"prompt": "a [red,blue] fox"}))
}

fn lot(order: &OrderRow, first: u32) -> Lot<'_> {
    Lot { order: order.id, provider: &order.provider, max_attempts: 4, first, reserved_micros: 0 }
}

async fn lay_down(stage: &Stage, scope: Scope, order: &OrderRow) -> Result<(), Error> {
    let mut transaction = stage.db.begin().await?;
    order::insert(&mut transaction, scope, order, now()).await?;
    transaction.commit().await
}

async fn number(stage: &Stage, text: &str) -> i64 {
    stage.db.fetch_one(tenant(1), Sql::new(text)).await.expect("a row").get("n").expect("a number")
}

const ITEMS: &str = "SELECT count(*) AS n FROM order_items WHERE tenant_id = :tenant AND status = 'pending'";
const EXPANDED: &str =
    "SELECT CAST(coalesce(sum(expanded_count), 0) AS BIGINT) AS n FROM orders WHERE tenant_id = :tenant";

async fn an_order_and_its_items_are_one_write(stage: &Stage) {
    let order = new_order(1);
    let randomness = Randomness::seeded(1);
    let prompts = |count: u32| (0..count).map(|n| json!({"prompt": format!("a red fox {n}"), "seed": n}));
    for is_kept in [false, true] {
        let mut transaction = stage.db.begin().await.expect("begun");
        order::insert(&mut transaction, tenant(1), &order, now()).await.expect("an order");
        let at = (now(), &randomness);
        let laid = item::insert(&mut transaction, tenant(1), lot(&order, 0), at, prompts(5_250)).await;
        assert_eq!(laid.expect("items"), 5_250);
        let more = item::insert(&mut transaction, tenant(1), lot(&order, 5_250), at, prompts(3)).await;
        assert_eq!(more.expect("items"), 3);
        if is_kept {
            transaction.commit().await.expect("committed");
        } else {
            transaction.roll_back().await.expect("taken back");
        }
        let wanted = if is_kept { 5_253 } else { 0 };
        assert_eq!((number(stage, ITEMS).await, number(stage, EXPANDED).await), (wanted, wanted));
    }
    let last = Sql::new(
        "SELECT generation_parameter_set AS p, id FROM order_items WHERE tenant_id = :tenant AND sequence_number = 5249",
    );
    let last = stage.db.fetch_one(tenant(1), last).await.expect("a row");
    assert_eq!(
        last.get::<serde_json::Value>("p").expect("parameters"),
        json!({"prompt": "a red fox 5249", "seed": 5_249})
    );
    assert_eq!(last.get::<Uuid>("id").expect("an id").get_version_num(), 7);
}

/// By each tenant.
async fn an_idempotency_key_is_used_once(stage: &Stage) {
    let keyed = |n| OrderRow { idempotency_key: Some("once".to_owned()), ..new_order(n) };
    lay_down(stage, tenant(1), &keyed(1)).await.expect("the first");
    let again = lay_down(stage, tenant(1), &keyed(2)).await;
    assert!(matches!(again, Err(Error::Exists { .. })), "{again:?}");
    lay_down(stage, tenant(2), &keyed(3)).await.expect("another's");
    lay_down(stage, tenant(1), &new_order(4)).await.expect("without one");
    lay_down(stage, tenant(1), &new_order(5)).await.expect("without one");
}

/// And not of the bin.
async fn an_order_names_a_project_of_its_tenant(stage: &Stage) {
    let project = ProjectId::from_uuid(Uuid::from_u128(9));
    let order = |n| OrderRow { project: Some(project), ..new_order(n) };
    let missing = lay_down(stage, tenant(1), &order(1)).await;
    assert!(matches!(missing, Err(Error::Referenced { .. })), "{missing:?}");
    let sql = Sql::new("INSERT INTO projects (tenant_id, id, name) VALUES (:tenant, ?, 'p')");
    stage.db.execute(tenant(1), sql.bind(project.uuid())).await.expect("a project");
    let foreign = lay_down(stage, tenant(2), &order(1)).await;
    assert!(matches!(foreign, Err(Error::Referenced { .. })), "{foreign:?}");
    lay_down(stage, tenant(1), &order(1)).await.expect("its own");
    assert_eq!(number(stage, "SELECT order_count AS n FROM projects WHERE tenant_id = :tenant").await, 1);
    stage
        .db
        .execute(tenant(1), Sql::new("UPDATE projects SET deleted_at = 1 WHERE tenant_id = :tenant"))
        .await
        .expect("away");
    assert!(lay_down(stage, tenant(1), &order(2)).await.is_err());
}

async fn items_need_their_order(stage: &Stage) {
    let order = new_order(1);
    let randomness = Randomness::seeded(1);
    let mut transaction = stage.db.begin().await.expect("begun");
    let laid =
        item::insert(&mut transaction, tenant(1), lot(&order, 0), (now(), &randomness), [json!({})]).await;
    assert!(matches!(laid, Err(Error::Referenced { .. })), "{laid:?}");
    drop(transaction);
    let mut transaction = stage.db.begin().await.expect("begun");
    order::insert(&mut transaction, tenant(1), &order, now()).await.expect("an order");
    let twice = [json!({}), json!({})];
    item::insert(&mut transaction, tenant(1), lot(&order, 0), (now(), &randomness), twice.clone())
        .await
        .expect("items");
    let taken = item::insert(&mut transaction, tenant(1), lot(&order, 1), (now(), &randomness), twice).await;
    assert!(matches!(taken, Err(Error::Exists { .. })), "{taken:?}");
}
