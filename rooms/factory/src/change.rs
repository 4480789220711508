//! News of the factory, for live pages.

use async_graphql::{Enum, SimpleObject};
use atelier_base::{OrderId, ProjectId};

/// What happened to something in the factory of the current tenant.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct FactoryChange {
    /// What happened.
    pub kind: FactoryChangeKind,
    /// What sort of thing it is. Nothing for `RESYNC`.
    pub entity: Option<FactoryEntity>,
    /// Its id; of a provider its name, of a setting its key. Nothing for `RESYNC`, and where many changed.
    pub id: Option<String>,
    /// The order that it belongs to, or is.
    pub order_id: Option<OrderId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FactoryChangeKind {
    /// It was made.
    Created,
    /// It changed.
    Changed,
    /// It is gone, or in the bin.
    Deleted,
    /// Changes may have been missed: read anew what is shown.
    Resync,
}

/// The sorts of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FactoryEntity {
    /// An order.
    Order,
    /// An item of an order.
    OrderItem,
    /// A product.
    Product,
    /// A collection.
    Collection,
    /// A tag.
    Tag,
    /// A template of orders.
    OrderTemplate,
    /// A lookup.
    Lookup,
    /// A provider or its models.
    Provider,
    /// A setting.
    Setting,
}

impl FactoryChange {
    /// That happened to the thing of that id.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub(crate) fn of(kind: FactoryChangeKind, entity: FactoryEntity, id: impl ToString) -> Self {
        Self { kind, entity: Some(entity), id: Some(id.to_string()), order_id: None, project_id: None }
    }

    /// That happened to several things of a sort.
    pub(crate) const fn many(kind: FactoryChangeKind, entity: FactoryEntity) -> Self {
        Self { kind, entity: Some(entity), id: None, order_id: None, project_id: None }
    }

    pub(crate) const fn order(mut self, order: OrderId) -> Self {
        self.order_id = Some(order);
        self
    }

    pub(crate) const fn project(mut self, project: Option<ProjectId>) -> Self {
        self.project_id = project;
        self
    }

    pub(crate) const fn resync() -> Self {
        Self { kind: FactoryChangeKind::Resync, entity: None, id: None, order_id: None, project_id: None }
    }
}
