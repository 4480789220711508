//! What the house has, and what a tenant gets of it.

use atelier_base::Scope;
use atelier_factory::defaults::furnish;
use atelier_sql::conformance::{Stage, tenant};
use atelier_sql::{Error, Sql};

use crate::catalogue::rows;

crate::on_both! {
    the_house_has_what_the_specification_names
    a_tenant_gets_its_own
}

async fn ids(stage: &Stage, scope: Scope, text: &str) -> Vec<String> {
    let found = stage.db.fetch_all(scope, Sql::new(text)).await.expect("rows");
    found.iter().map(|row| row.get("n").expect("a text")).collect()
}

async fn the_house_has_what_the_specification_names(stage: &Stage) {
    let providers =
        rows(&stage.db, "SELECT id AS n, settings FROM providers WHERE tenant_id = 'house'".to_owned()).await;
    let names: Vec<String> = providers.iter().map(|row| row.get("n").expect("a name")).collect();
    for named in ["replicate", "fal", "civitai", "studio"] {
        assert!(names.iter().any(|name| name == named), "{named}");
    }
    let models =
        rows(&stage.db, "SELECT provider_id AS n, parameter_schema, pricing FROM models".to_owned()).await;
    for row in &models {
        let schema: serde_json::Value = row.get("parameter_schema").expect("a schema");
        assert_eq!(schema["properties"]["prompt"]["type"], "string");
        // Nobody asked the provider yet, so nobody knows.
        assert_eq!(row.find::<serde_json::Value>("pricing").expect("read"), None);
    }
    for named in ["replicate", "fal", "civitai"] {
        assert!(models.iter().any(|row| row.get::<String>("n").expect("a name") == named), "{named}");
    }
    for row in rows(&stage.db, "SELECT key AS n, \"values\" AS v FROM lookups".to_owned()).await {
        let values: Vec<String> = serde_json::from_value(row.get("v").expect("values")).expect("texts");
        let name: String = row.get("n").expect("a key");
        assert!(values.len() > 3 && values.iter().all(|value| value != &name), "{name}: {values:?}");
    }
}

/// Once, and what it changed stays; another tenant sees nothing of it.
async fn a_tenant_gets_its_own(stage: &Stage) {
    let copied = furnish(&stage.db, tenant(1)).await.expect("furnished");
    assert!(copied > 30, "{copied}");
    let off = Sql::new(
        "UPDATE providers SET is_enabled = FALSE, name = 'Mine' WHERE tenant_id = :tenant AND id = 'fal'",
    );
    assert_eq!(stage.db.execute(tenant(1), off).await.expect("written"), 1);
    let gone = Sql::new("DELETE FROM models WHERE tenant_id = :tenant AND provider_id = 'studio'");
    let gone = stage.db.execute(tenant(1), gone).await.expect("written");
    assert_eq!(furnish(&stage.db, tenant(1)).await.expect("furnished"), gone);
    let names = "SELECT name AS n FROM providers WHERE tenant_id = :tenant AND id = 'fal'";
    assert_eq!(ids(stage, tenant(1), names).await, ["Mine"]);
    assert!(ids(stage, tenant(2), names).await.is_empty());
    furnish(&stage.db, tenant(2)).await.expect("furnished");
    assert_eq!(ids(stage, tenant(2), names).await, ["fal"]);
    let used = Sql::new("DELETE FROM providers WHERE tenant_id = :tenant AND id = 'fal'");
    assert!(matches!(stage.db.execute(tenant(1), used).await, Err(Error::Referenced { .. })));
}
