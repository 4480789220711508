//! What was held back, since the provider took nobody's request, goes on once something was changed.

use atelier_base::Scope;
use atelier_providers::Category;
use atelier_sql::Sql;

use crate::{Error, State};

/// Lets a lane go on that waits for another key, or for credit. One that waits because its provider asked for patience
/// goes on waiting.
pub(super) async fn go_on(state: &State, scope: Scope, id: &str) -> Result<(), Error> {
    let held = "tenant_id = :tenant AND provider = ? AND error_category = ?";
    let refused = Category::Authentication.name();
    let mut transaction = state.db.begin().await?;
    let sql = Sql::new(format!(
        "UPDATE providers SET waits_until = NULL, waits_because = NULL WHERE tenant_id = :tenant AND id = ? AND waits_until IS NOT NULL \
         AND EXISTS (SELECT 1 FROM order_items WHERE {held} \
         AND status IN ('pending', 'submitted', 'generating'))"
    ));
    transaction.execute(scope, sql.bind(id).bind(id).bind(refused)).await?;
    let sql = Sql::new(format!(
        "UPDATE order_items SET lease_until = 0 WHERE {held} AND worker_id IS NULL \
         AND status IN ('submitted', 'generating')"
    ));
    transaction.execute(scope, sql.bind(id).bind(refused)).await?;
    transaction.commit().await?;
    state.bell.notify_one();
    Ok(())
}
