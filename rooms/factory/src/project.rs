//! A project's row here: its counts, its budget, and the products that stand for it. The project itself is
//! `atelier-projects`'; its row has the same id and comes on first use.

use atelier_base::{Grant, ProductId, ProjectId, Scope, Timestamp};
use atelier_projects as projects;
use atelier_sql::{Sql, Transaction};
use serde_json::Value;

use crate::permissions::CurateProduct;
use crate::product::{self, MOST_IDS};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// Makes sure that the project has its row; nothing changes when it has.
///
/// # Errors
/// [`Error::NotFound`] when the tenant has no such project or it is put away, and those of the stores.
pub async fn ensure(state: &State, scope: Scope, id: ProjectId) -> Result<(), Error> {
    let sql = Sql::new("SELECT id FROM projects WHERE tenant_id = :tenant AND id = ? AND deleted_at IS NULL");
    if state.db.fetch_optional(scope, sql.bind(id.uuid())).await?.is_some() {
        return Ok(());
    }
    let found = projects::find(&state.projects, scope, id).await?;
    let project =
        found.filter(|one| one.archived_at.is_none()).ok_or_else(|| Error::missing("project", id))?;
    let sql = Sql::new(
        "INSERT INTO projects (tenant_id, id, name, description, created_at, updated_at) \
         VALUES (:tenant, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    let sql = sql
        .bind(id.uuid())
        .bind(project.name)
        .bind(project.description)
        .bind(project.created_at)
        .bind(state.clock.now());
    state.db.execute(scope, sql).await?;
    Ok(())
}

/// Makes sure that the project has its row, where there is one.
///
/// # Errors
/// Those of [`ensure`].
pub(crate) async fn ensure_some(state: &State, scope: Scope, id: Option<ProjectId>) -> Result<(), Error> {
    match id {
        Some(id) => ensure(state, scope, id).await,
        None => Ok(()),
    }
}

/// Says which products stand for the project, in that order; those of others are refused. Returns how many.
///
/// # Errors
/// [`Error::NotFound`] for the project or a product that is not one of its live ones.
pub async fn feature(
    state: &State,
    grant: Grant<CurateProduct>,
    id: ProjectId,
    mut products: Vec<ProductId>,
) -> Result<usize, Error> {
    let scope = grant.scope();
    let mut seen = std::collections::BTreeSet::new();
    products.retain(|product| seen.insert(*product));
    product::check_number(&products)?;
    ensure(state, scope, id).await?;
    let mut transaction = state.db.begin().await?;
    check_featured(&mut transaction, scope, id, &products).await?;
    let ids = products.iter().map(ToString::to_string).collect::<Value>();
    write_featured(&mut transaction, scope, (id, ids), state.clock.now()).await?;
    transaction.commit().await?;
    let change = FactoryChange::many(FactoryChangeKind::Changed, FactoryEntity::Product).project(Some(id));
    state.tell(grant.tenant(), change);
    state.record(grant, "project.feature", id).await?;
    Ok(products.len())
}

async fn check_featured(
    transaction: &mut Transaction,
    scope: Scope,
    project: ProjectId,
    products: &[ProductId],
) -> Result<(), Error> {
    if products.is_empty() {
        return Ok(());
    }
    let sql = Sql::new(
        "SELECT id FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL AND project_id = ? AND id IN ",
    );
    let sql = sql.bind(project.uuid()).push(product::list_of(products));
    let rows = transaction.fetch_all(scope, sql).await?;
    let known = product::ids_of(&rows, "id")?;
    match products.iter().find(|product| !known.contains(product)) {
        Some(stranger) => Err(Error::missing("product", stranger)),
        None => Ok(()),
    }
}

async fn write_featured(
    transaction: &mut Transaction,
    scope: Scope,
    (project, ids): (ProjectId, Value),
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new(
        "UPDATE projects SET featured_product_ids = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(ids).bind(now).bind(project.uuid())).await?;
    Ok(())
}

/// Which products stand for the project, in order; those that lie in the bin or moved are left out.
///
/// # Errors
/// Those of the store.
pub async fn featured(state: &State, scope: Scope, id: ProjectId) -> Result<Vec<ProductId>, Error> {
    let sql =
        Sql::new("SELECT featured_product_ids AS ids FROM projects WHERE tenant_id = :tenant AND id = ?");
    let Some(row) = state.db.fetch_optional(scope, sql.bind(id.uuid())).await? else {
        return Ok(Vec::new());
    };
    let stored = row.find::<Value>("ids")?.unwrap_or_default();
    let ids: Vec<ProductId> = serde_json::from_value(stored).unwrap_or_default();
    if ids.is_empty() || ids.len() > MOST_IDS {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "SELECT id FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL AND project_id = ? AND id IN ",
    );
    let rows = state.db.fetch_all(scope, sql.bind(id.uuid()).push(product::list_of(&ids))).await?;
    let live = product::ids_of(&rows, "id")?;
    Ok(ids.into_iter().filter(|product| live.contains(product)).collect())
}
