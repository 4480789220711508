//! Items that were read together: what one of them is asked for is read for all.

use std::collections::BTreeMap;
use std::sync::Arc;

use atelier_base::{Grant, OrderItemId};
use tokio::sync::OnceCell;

use crate::permissions::ReadFactory;
use crate::product::{self, Product};
use crate::{Error, State};

/// The items of a page.
#[derive(Debug, Default)]
pub(crate) struct Siblings {
    ids: Vec<OrderItemId>,
    products: OnceCell<BTreeMap<OrderItemId, Vec<Product>>>,
}

impl Siblings {
    pub(super) fn of(ids: Vec<OrderItemId>) -> Arc<Self> {
        Arc::new(Self { ids, products: OnceCell::new() })
    }

    /// What was made of one of them.
    pub(crate) async fn products(
        &self,
        state: &State,
        grant: Grant<ReadFactory>,
        id: OrderItemId,
    ) -> Result<Vec<Product>, Error> {
        let all = self.products.get_or_try_init(|| product::of_items(state, grant, &self.ids)).await?;
        Ok(all.get(&id).cloned().unwrap_or_default())
    }
}
