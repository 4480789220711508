//! Assets in the table, and their files.
//!
//! | sort key | item |
//! |---|---|
//! | `PROJECT#<project>#ASSET#<asset>` | an asset of a project |
//! | `INBOX#ASSET#<asset>` | one of no project |
//! | `HASH#<sha256>` | which asset has these bytes |
//!
//! Copies and words lie below `assets/<asset>/`.

use atelier_base::{AssetId, ProjectId, Scope, TenantId};
use atelier_blobs::ASSETS;
use atelier_tables::{Cond, Item, Value, Write, from_item};

use super::{Asset, OcrWord};
use crate::find::by_id;
use crate::tables::{ARTISSIST, Place, key, partition, project_sort};
use crate::{Entity, Error, State, lock};

pub(crate) fn sort_key(asset: &Asset) -> String {
    match asset.project_id {
        Some(project) => format!("{}{}", prefix(project), asset.id),
        None => format!("INBOX#ASSET#{}", asset.id),
    }
}

/// What the sort keys of all assets of a project begin with.
pub(crate) fn prefix(project: ProjectId) -> String {
    format!("{}#ASSET#", project_sort(project))
}

/// What the keys of an asset's derived files begin with.
pub(crate) fn folder(id: AssetId) -> String {
    format!("assets/{id}/")
}

/// The key of a copy.
pub(crate) fn preview_key(id: AssetId, edge: u32) -> String {
    format!("{}{edge}.jpg", folder(id))
}

/// The key of the words with their places.
pub(crate) fn words_key(id: AssetId) -> String {
    format!("{}words.json", folder(id))
}

pub(crate) fn read(item: Item) -> Result<Asset, atelier_tables::Error> {
    from_item(item)
}

/// The asset as an item.
pub(crate) fn item(tenant: TenantId, asset: &Asset) -> Result<Item, atelier_tables::Error> {
    let place = Place {
        tenant,
        entity: Entity::Asset,
        sort: sort_key(asset),
        created_at: asset.created_at,
        text: asset.file_name.clone(),
    };
    let mut item = place.item(asset)?;
    // The log's and the project's things have it under this name.
    if let Some(project) = asset.project_id {
        item.insert("projectId".into(), Value::text(project));
    }
    Ok(item)
}

/// The writes of an asset that was changed from its version: it counts one more. Two when it moves.
pub(crate) fn put(
    tenant: TenantId,
    before: &Asset,
    after: &mut Asset,
) -> Result<Vec<Write>, atelier_tables::Error> {
    after.version = before.version + 1;
    let next = item(tenant, after)?;
    if sort_key(before) == sort_key(after) {
        return Ok(vec![Write::put(&ARTISSIST, next).when(lock::at(before.version))]);
    }
    let gone = Write::delete(&ARTISSIST, key(tenant, sort_key(before))).when(lock::at(before.version));
    Ok(vec![gone, Write::create(&ARTISSIST, next)])
}

/// The row that says that this asset has its bytes. It fails when another has them by now; `gone` is one that had
/// them and is no more, or lies in the archive.
pub(crate) fn hash_row(tenant: TenantId, asset: &Asset, gone: Option<AssetId>) -> Write {
    let item = Item::from([
        ("PK".to_owned(), Value::from(partition(tenant))),
        ("SK".to_owned(), Value::from(hash_sort(&asset.sha256))),
        ("assetId".to_owned(), Value::text(asset.id)),
    ]);
    let free = Cond::missing("SK");
    Write::put(&ARTISSIST, item).when(match gone {
        Some(gone) => free.or(Cond::eq("assetId", gone.to_string())),
        None => free,
    })
}

/// The write that frees the bytes for another asset; none when it is another asset that has them by now, such as one
/// that came while this one was in the archive.
pub(crate) async fn free_hash(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    asset: &Asset,
) -> Result<Option<Write>, Error> {
    let place = key(tenant, hash_sort(&asset.sha256));
    let row = state.tables.get(scope, &ARTISSIST, &place).await?;
    let own = row.is_some_and(|row| row.get("assetId") == Some(&Value::text(asset.id)));
    let still = Cond::eq("assetId", asset.id.to_string()).or(Cond::missing("SK"));
    Ok(own.then(|| Write::delete(&ARTISSIST, place).when(still)))
}

fn hash_sort(sha256: &str) -> String {
    format!("HASH#{sha256}")
}

/// Who has some bytes.
pub(crate) enum Holder {
    Nobody,
    /// The asset that had them is not in the table any more.
    Gone(AssetId),
    Asset(Box<Asset>),
}

/// Who has these bytes.
pub(crate) async fn holder(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    sha256: &str,
) -> Result<Holder, Error> {
    let row = state.tables.get(scope, &ARTISSIST, &key(tenant, hash_sort(sha256))).await?;
    let id = row.as_ref().and_then(|row| row.get("assetId")?.as_str()?.parse().ok());
    let Some(id) = id else { return Ok(Holder::Nobody) };
    let asset = find(state, scope, tenant, id).await?;
    Ok(asset.map_or(Holder::Gone(id), |asset| Holder::Asset(Box::new(asset))))
}

/// The asset of that id, if there is one.
pub(crate) async fn find(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: AssetId,
) -> Result<Option<Asset>, Error> {
    Ok(by_id(state, scope, tenant, id).await?.map(read).transpose()?)
}

/// The asset of that id.
pub(crate) async fn fetch(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: AssetId,
) -> Result<Asset, Error> {
    find(state, scope, tenant, id).await?.ok_or_else(|| Error::missing("asset", id))
}

/// The words in its picture with their places.
pub(crate) async fn words(state: &State, scope: Scope, id: AssetId) -> Result<Vec<OcrWord>, Error> {
    match state.blobs.get(scope, &ASSETS, &words_key(id).parse()?).await {
        Ok(object) => {
            let bytes = object.bytes().await?;
            serde_json::from_slice(&bytes).map_err(|error| Error::Unexpected(error.to_string()))
        }
        Err(atelier_blobs::Error::NotFound) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}
