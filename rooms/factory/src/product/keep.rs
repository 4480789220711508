//! A file that was brought along becomes a product: the files first, then the row, so that no row is without its
//! file. The same file twice is one product of a project.

use atelier_base::{Date, Grant, ProductId, ProjectId, Scope};
use atelier_sql::Error as StoreError;
use bytes::Bytes;

use super::filed::{NewRow, Place};
use super::look::Look;
use super::{Product, filed, list};
use crate::permissions::ImportProduct;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, defaults, project};

/// A file to keep.
#[derive(Clone, Debug)]
pub struct NewProduct {
    /// Its bytes, 256 MB at most.
    pub bytes: Bytes,
    /// What its owner called it.
    pub file_name: Option<String>,
    /// The project that it is for.
    pub project_id: Option<ProjectId>,
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The product.
    pub product: Product,
    /// Whether it was not there before.
    pub is_new: bool,
}

/// Keeps a file with what it says of how it was made. One that is there already is given back as it is, out of the
/// bin if it lies there.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound, [`Error::NotFound`] for the project, and those of the
/// stores.
pub async fn keep(state: &State, grant: Grant<ImportProduct>, new: NewProduct) -> Result<Kept, Error> {
    let scope = grant.scope();
    defaults::ensure(state, scope).await?;
    project::ensure_some(state, scope, new.project_id).await?;
    let seen = filed::look_at(state, scope, new.bytes.clone()).await?;
    if let Some(product) = there_already(state, grant, new.project_id, &seen.sha256).await? {
        return Ok(Kept { product, is_new: false });
    }
    let now = state.clock.now();
    let id = ProductId::generate(now, &state.randomness);
    let place = Place::of(id, new.project_id, &seen, Date::of(now))?;
    place.write(state, scope, &new.bytes, &seen).await?;
    match insert(state, scope, id, (&new, &seen, &place)).await {
        Ok(()) => {}
        // Somebody brought the same file at the same time: this copy of it is one too many.
        Err(StoreError::Exists { .. }) => {
            super::remove_files(state, scope, &place.all()).await?;
            let there = there_already(state, grant, new.project_id, &seen.sha256).await?;
            let product = there.ok_or_else(|| Error::missing("product", id))?;
            return Ok(Kept { product, is_new: false });
        }
        Err(error) => return Err(error.into()),
    }
    tell(state, grant, FactoryChangeKind::Created, (id, new.project_id));
    state.record(grant, "product.import", id).await?;
    Ok(Kept { product: list::fetch(state, scope, id).await?, is_new: true })
}

async fn insert(
    state: &State,
    scope: Scope,
    id: ProductId,
    (new, seen, place): (&NewProduct, &Look, &Place),
) -> Result<(), StoreError> {
    let mut metadata = seen.metadata.clone();
    if let Some(name) = &new.file_name {
        let name: String = name.chars().filter(|c| !c.is_control()).take(255).collect();
        metadata.insert("file_name".into(), name.into());
    }
    let row =
        NewRow { id, item: None, project: new.project_id, size: new.bytes.len(), seen, place, metadata };
    let mut transaction = state.db.begin().await?;
    filed::insert(&mut transaction, scope, vec![row], state.clock.now()).await?;
    transaction.commit().await
}

/// The project's product of those bytes, out of the bin if it lay there.
async fn there_already(
    state: &State,
    grant: Grant<ImportProduct>,
    project: Option<ProjectId>,
    sha256: &str,
) -> Result<Option<Product>, Error> {
    let scope = grant.scope();
    let mut transaction = state.db.begin().await?;
    let hashes = std::iter::once(sha256);
    let mut there =
        filed::there_already(&mut transaction, (scope, project), hashes, state.clock.now()).await?;
    transaction.commit().await?;
    let Some(there) = there.remove(sha256) else { return Ok(None) };
    if there.was_binned {
        tell(state, grant, FactoryChangeKind::Changed, (there.id, project));
    }
    Ok(list::fetch_all(state, scope, &[there.id]).await?.pop())
}

fn tell(
    state: &State,
    grant: Grant<ImportProduct>,
    kind: FactoryChangeKind,
    (id, project): (ProductId, Option<ProjectId>),
) {
    let change = FactoryChange::of(kind, FactoryEntity::Product, id);
    state.tell(grant.tenant(), change.project(project));
}
