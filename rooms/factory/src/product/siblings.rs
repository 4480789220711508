//! What belongs to the products of a page, read once for all of them when the first is asked for it.

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use atelier_base::{OrderId, OrderItemId, ProductId, Scope, Timestamp};
use atelier_sql::{Row, Sql};
use serde_json::Value;
use tokio::sync::OnceCell;

use super::row::list_of;
use crate::collection::{self, Collection};
use crate::tag::{self, Tag};
use crate::{Error, State};

/// By product.
type Of<T> = OnceCell<BTreeMap<ProductId, Vec<T>>>;

/// The products of a page.
#[derive(Debug, Default)]
pub struct Siblings {
    ids: Vec<ProductId>,
    tags: Of<Tag>,
    collections: Of<Collection>,
    provenance: Of<Provenance>,
}

/// What made a file, once for each time it was made.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct Provenance {
    /// The order, which may be gone.
    pub order_id: OrderId,
    /// The item, which may be gone.
    pub order_item_id: OrderItemId,
    /// Who made it.
    pub provider: String,
    /// With which model.
    pub model: String,
    /// From what.
    pub parameters: Value,
    /// When.
    pub created_at: Timestamp,
}

impl Siblings {
    /// The products of these ids.
    pub(crate) fn of(ids: Vec<ProductId>) -> Self {
        Self { ids, ..Self::default() }
    }

    /// The tags of one of them, by name.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn tags(&self, state: &State, scope: Scope, id: ProductId) -> Result<Vec<Tag>, Error> {
        let read = async || {
            let sql = Sql::new(format!(
                "SELECT {}, tag_associations.entity_id AS product_id FROM tag_associations \
                 JOIN tags ON tags.id = tag_associations.tag_id WHERE tag_associations.tenant_id = :tenant \
                 AND tag_associations.entity_type = 'product' AND tag_associations.entity_id IN ",
                tag::COLUMNS
            ));
            let sql = sql.push(list_of(&self.ids)).push(" ORDER BY tags.name");
            grouped(&state.db.fetch_all(scope, sql).await?, tag::read)
        };
        Ok(self.tags.get_or_try_init(read).await?.get(&id).cloned().unwrap_or_default())
    }

    /// The collections that one of them is in, by name; those in the bin are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn collections(
        &self,
        state: &State,
        scope: Scope,
        id: ProductId,
    ) -> Result<Vec<Collection>, Error> {
        let read = async || {
            let sql = Sql::new(format!(
                "SELECT {}, collection_products.product_id FROM collection_products \
                 JOIN collections ON collections.id = collection_products.collection_id \
                 WHERE collection_products.tenant_id = :tenant AND collections.deleted_at IS NULL \
                 AND collection_products.product_id IN ",
                collection::COLUMNS
            ));
            let sql = sql.push(list_of(&self.ids)).push(" ORDER BY collections.name, collections.id");
            grouped(&state.db.fetch_all(scope, sql).await?, collection::read)
        };
        Ok(self.collections.get_or_try_init(read).await?.get(&id).cloned().unwrap_or_default())
    }

    /// What made one of them, the first time first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn provenance(
        &self,
        state: &State,
        scope: Scope,
        id: ProductId,
    ) -> Result<Vec<Provenance>, Error> {
        let read = async || {
            let sql = Sql::new(
                "SELECT product_id, order_id, order_item_id, provider, model, parameter_set, created_at \
                 FROM product_provenance WHERE tenant_id = :tenant AND product_id IN ",
            );
            let sql = sql.push(list_of(&self.ids)).push(" ORDER BY created_at, order_item_id, output_index");
            grouped(&state.db.fetch_all(scope, sql).await?, made_by)
        };
        Ok(self.provenance.get_or_try_init(read).await?.get(&id).cloned().unwrap_or_default())
    }
}

fn made_by(row: &Row) -> Result<Provenance, Error> {
    Ok(Provenance {
        order_id: OrderId::from_uuid(row.get("order_id")?),
        order_item_id: OrderItemId::from_uuid(row.get("order_item_id")?),
        provider: row.get("provider")?,
        model: row.get("model")?,
        parameters: row.find("parameter_set")?.unwrap_or_default(),
        created_at: row.get("created_at")?,
    })
}

fn grouped<T>(
    rows: &[Row],
    read: impl Fn(&Row) -> Result<T, Error>,
) -> Result<BTreeMap<ProductId, Vec<T>>, Error> {
    let mut groups = BTreeMap::<_, Vec<T>>::new();
    for row in rows {
        groups.entry(ProductId::from_uuid(row.get("product_id")?)).or_default().push(read(row)?);
    }
    Ok(groups)
}
