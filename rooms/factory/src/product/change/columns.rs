//! Changes to the rows of products themselves.

use std::collections::BTreeMap;

use atelier_base::{ProductId, ProjectId};
use atelier_sql::{Row, Sql, Transaction};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Changed, Undo, Work};
use crate::Error;
use crate::product::list_of;

/// `UPDATE products SET … WHERE` it makes a difference `RETURNING id`.
async fn set(
    transaction: &mut Transaction,
    work: Work<'_>,
    set: Sql,
    differs: Sql,
) -> Result<Vec<ProductId>, Error> {
    let sql = Sql::new("UPDATE products SET ")
        .push(set)
        .push(
            Sql::new(", updated_at = ?, version = version + 1 WHERE tenant_id = :tenant AND ").bind(work.now),
        )
        .push(differs)
        .push(" AND id IN ")
        .push(list_of(work.ids))
        .push(" RETURNING id");
    ids(&transaction.fetch_all(work.scope, sql).await?)
}

fn ids(rows: &[Row]) -> Result<Vec<ProductId>, Error> {
    let mut ids: Vec<ProductId> =
        rows.iter().map(|row| Ok(ProductId::from_uuid(row.get("id")?))).collect::<Result<_, Error>>()?;
    ids.sort_unstable();
    Ok(ids)
}

pub(super) async fn like(
    transaction: &mut Transaction,
    work: Work<'_>,
    liked: bool,
) -> Result<Vec<ProductId>, Error> {
    let differs = Sql::new("deleted_at IS NULL AND liked <> ?").bind(liked);
    set(transaction, work, Sql::new("liked = ?").bind(liked), differs).await
}

pub(super) async fn bin(transaction: &mut Transaction, work: Work<'_>) -> Result<Vec<ProductId>, Error> {
    let binned = Sql::new("deleted_at = ?").bind(work.now);
    set(transaction, work, binned, "deleted_at IS NULL".into()).await
}

pub(super) async fn restore(transaction: &mut Transaction, work: Work<'_>) -> Result<Vec<ProductId>, Error> {
    set(transaction, work, "deleted_at = NULL".into(), "deleted_at IS NOT NULL".into()).await
}

/// A value of those that are about to change, by what it is; `NULL` last.
async fn before(
    transaction: &mut Transaction,
    work: Work<'_>,
    column: &str,
    differs: &Sql,
) -> Result<Vec<Row>, Error> {
    let sql = Sql::new(format!("SELECT id, {column} AS was FROM products WHERE tenant_id = :tenant AND "));
    let sql = sql.push(differs.clone()).push(" AND id IN ").push(list_of(work.ids));
    let locked = transaction.dialect().choose(" ORDER BY id", " ORDER BY id FOR UPDATE");
    Ok(transaction.fetch_all(work.scope, sql.push(locked)).await?)
}

pub(super) async fn rate(
    transaction: &mut Transaction,
    work: Work<'_>,
    rating: Option<i32>,
) -> Result<Changed, Error> {
    let differs = Sql::new("deleted_at IS NULL AND rating IS DISTINCT FROM ?").bind(rating);
    let before = before(transaction, work, "rating", &differs).await?;
    let mut groups = BTreeMap::<Option<i64>, Vec<ProductId>>::new();
    for row in &before {
        groups.entry(row.find("was")?).or_default().push(ProductId::from_uuid(row.get("id")?));
    }
    let ids = set(transaction, work, Sql::new("rating = ?").bind(rating), differs).await?;
    Ok(Changed { ids, undo: back(groups, "rating", |was| json!(was)) })
}

/// What the project has already, the same file, stays where it is: one product a file and project.
pub(super) async fn move_to(
    transaction: &mut Transaction,
    work: Work<'_>,
    to: Option<ProjectId>,
) -> Result<Changed, Error> {
    let to = to.map(ProjectId::uuid);
    let twins = "SELECT 1 FROM products AS twin WHERE twin.tenant_id = products.tenant_id \
        AND twin.file_hash = products.file_hash AND twin.id <> products.id AND twin.project_id";
    let differs = Sql::new("deleted_at IS NULL AND project_id IS DISTINCT FROM ?").bind(to);
    let differs = match to {
        Some(to) => differs.push(Sql::new(format!(" AND NOT EXISTS ({twins} = ?)")).bind(to)),
        None => differs.push(format!(" AND NOT EXISTS ({twins} IS NULL)")),
    };
    let before = before(transaction, work, "project_id", &differs).await?;
    let before = only_one_a_file(transaction, work, before).await?;
    let mut groups = BTreeMap::<Option<ProjectId>, Vec<ProductId>>::new();
    for (id, was) in &before {
        groups.entry(was.map(ProjectId::from_uuid)).or_default().push(*id);
    }
    let movable: Vec<ProductId> = before.into_iter().map(|(id, _)| id).collect();
    let work = Work { ids: &movable, ..work };
    let ids = set(transaction, work, Sql::new("project_id = ?").bind(to), differs).await?;
    Ok(Changed { ids, undo: back(groups, "moveToProject", |was| json!(was)) })
}

/// Of two that are the same file, from two projects, the first one goes.
async fn only_one_a_file(
    transaction: &mut Transaction,
    work: Work<'_>,
    before: Vec<Row>,
) -> Result<Vec<(ProductId, Option<Uuid>)>, Error> {
    let sql = Sql::new("SELECT id, file_hash FROM products WHERE tenant_id = :tenant AND id IN ");
    let rows = transaction.fetch_all(work.scope, sql.push(list_of(work.ids))).await?;
    let mut hashes = BTreeMap::<Uuid, Option<String>>::new();
    for row in &rows {
        hashes.insert(row.get("id")?, row.find("file_hash")?);
    }
    let mut taken = std::collections::BTreeSet::new();
    let mut kept = Vec::with_capacity(before.len());
    for row in before {
        let id: Uuid = row.get("id")?;
        let hash = hashes.remove(&id).flatten();
        if hash.is_none_or(|hash| taken.insert(hash)) {
            kept.push((ProductId::from_uuid(id), row.find("was")?));
        }
    }
    Ok(kept)
}

fn back<T: Ord>(groups: BTreeMap<T, Vec<ProductId>>, name: &str, value: impl Fn(&T) -> Value) -> Vec<Undo> {
    let change = |was: &T| Value::Object([(name.to_owned(), value(was))].into_iter().collect());
    groups.into_iter().map(|(was, ids)| Undo { change: change(&was), ids }).collect()
}
