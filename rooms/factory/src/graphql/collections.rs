//! Collections and tags.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{CollectionId, ProductId, TagId};

use super::state;
use crate::Outcome;
use crate::collection::{self, Collection, CollectionPatch, NewCollection};
use crate::permissions::{CurateProduct, ReadFactory};
use crate::product::Product;
use crate::tag::{self, Tag, TagPatch};

#[ComplexObject]
impl Collection {
    /// The product that stands for it: the one that was chosen, or else its first.
    #[graphql(complexity = "5 + child_complexity")]
    async fn cover(&self, ctx: &Context<'_>) -> Result<Option<Product>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(collection::cover(state(ctx), grant, self).await?)
    }
}

/// The changed collection, or what is stored instead.
#[derive(Union)]
pub(crate) enum CollectionOutcome {
    Collection(Box<Collection>),
    Conflict(CollectionConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct CollectionConflict {
    current: Box<Collection>,
}

/// Queries of collections and tags.
#[derive(Default)]
pub struct CollectionQuery;

#[Object]
impl CollectionQuery {
    /// The collection of that id, in the bin or not; null when there is none.
    async fn collection(&self, ctx: &Context<'_>, id: CollectionId) -> Result<Option<Collection>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        super::found(collection::get(state(ctx), grant, id).await)
    }

    /// Collections, the latest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn collections(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] in_bin: bool,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Collection>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(collection::list(state(ctx), grant, in_bin, page).await?, follows))
    }

    /// All tags, by name.
    #[graphql(complexity = "50 * child_complexity")]
    async fn tags(&self, ctx: &Context<'_>) -> Result<Vec<Tag>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(tag::list(state(ctx), grant).await?)
    }
}

/// Mutations of collections and tags.
#[derive(Default)]
pub struct CollectionMutation;

#[Object]
impl CollectionMutation {
    /// Makes a collection.
    async fn create_collection(
        &self,
        ctx: &Context<'_>,
        input: NewCollection,
    ) -> Result<Collection, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(collection::create(state(ctx), grant, input).await?)
    }

    /// Changes a collection that is at `version`.
    async fn update_collection(
        &self,
        ctx: &Context<'_>,
        id: CollectionId,
        version: u32,
        patch: CollectionPatch,
    ) -> Result<CollectionOutcome, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(match collection::update(state(ctx), grant, id, version, patch).await? {
            Outcome::Done(one) => CollectionOutcome::Collection(Box::new(one)),
            Outcome::Conflict(current) => CollectionOutcome::Conflict(CollectionConflict { current }),
        })
    }

    /// Puts a collection into the bin; its products stay where they are.
    async fn delete_collection(&self, ctx: &Context<'_>, id: CollectionId) -> Result<Collection, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(collection::delete(state(ctx), grant, id).await?)
    }

    /// Takes a collection out of the bin.
    async fn restore_collection(&self, ctx: &Context<'_>, id: CollectionId) -> Result<Collection, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(collection::restore(state(ctx), grant, id).await?)
    }

    /// Moves a product of a collection before another one, or to the end.
    async fn move_in_collection(
        &self,
        ctx: &Context<'_>,
        id: CollectionId,
        product_id: ProductId,
        before: Option<ProductId>,
    ) -> Result<Collection, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(collection::move_before(state(ctx), grant, id, product_id, before).await?)
    }

    /// Changes a tag that is at `version`; an empty colour takes it away.
    async fn update_tag(
        &self,
        ctx: &Context<'_>,
        id: TagId,
        version: u32,
        name: Option<String>,
        color: Option<String>,
    ) -> Result<Tag, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(tag::update(state(ctx), grant, id, version, TagPatch { name, color }).await?)
    }

    /// Takes a tag off everything, for good.
    async fn delete_tag(&self, ctx: &Context<'_>, id: TagId) -> Result<Tag, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(tag::delete(state(ctx), grant, id).await?)
    }
}
