//! Products.

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{ProductId, ProjectId};

use super::state;
use crate::collection::Collection;
use crate::permissions::{CurateProduct, PurgeProduct, ReadFactory};
use crate::product::{
    self, Changed, Product, ProductDay, ProductFilter, ProductPatch, ProductsChange, Provenance,
    ThumbnailSize,
};
use crate::tag::Tag;
use crate::{Outcome, project};

/// Where the smaller copies of a product are, for an hour or two. Of what is no picture: empty texts.
#[derive(SimpleObject)]
pub(crate) struct ProductThumbnails {
    /// A long edge of 150 pixels.
    small: String,
    /// 400.
    medium: String,
    /// 800.
    large: String,
}

// What is awaited is boxed: the future of every field is as large as that of the largest, and a page has thousands.
#[ComplexObject]
impl Product {
    /// Where a browser shows the file, for an hour or two.
    async fn url(&self, ctx: &Context<'_>) -> Result<String, Problem> {
        Ok(Box::pin(product::file_address(state(ctx), caller(ctx)?.scope(), self)).await?)
    }

    /// Where a browser saves the file, for an hour or two.
    async fn download_url(&self, ctx: &Context<'_>) -> Result<String, Problem> {
        Ok(Box::pin(product::download_address(state(ctx), caller(ctx)?.scope(), self)).await?)
    }

    /// Its smaller copies.
    async fn thumbnails(&self, ctx: &Context<'_>) -> Result<ProductThumbnails, Problem> {
        let (state, scope) = (state(ctx), caller(ctx)?.scope());
        let address = |size| Box::pin(product::thumbnail_address(state, scope, self, size));
        Ok(ProductThumbnails {
            small: address(ThumbnailSize::Small).await?,
            medium: address(ThumbnailSize::Medium).await?,
            large: address(ThumbnailSize::Large).await?,
        })
    }

    /// Its tags, by name.
    #[graphql(complexity = "5 * child_complexity")]
    async fn tags(&self, ctx: &Context<'_>) -> Result<Vec<Tag>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(Box::pin(self.siblings.tags(state(ctx), grant.scope(), self.id)).await?)
    }

    /// The collections that it is in, by name.
    #[graphql(complexity = "5 * child_complexity")]
    async fn collections(&self, ctx: &Context<'_>) -> Result<Vec<Collection>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(Box::pin(self.siblings.collections(state(ctx), grant.scope(), self.id)).await?)
    }

    /// What made the file, once for each time it was made.
    #[graphql(complexity = "5 * child_complexity")]
    async fn provenance(&self, ctx: &Context<'_>) -> Result<Vec<Provenance>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(Box::pin(self.siblings.provenance(state(ctx), grant.scope(), self.id)).await?)
    }
}

/// The changed product, or what is stored instead.
#[derive(Union)]
pub(crate) enum ProductOutcome {
    Product(Box<Product>),
    Conflict(ProductConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct ProductConflict {
    current: Box<Product>,
}

/// What came of a change to many products.
#[derive(SimpleObject)]
pub(crate) struct ProductsChanged {
    /// Those that it made a difference to.
    changed_ids: Vec<ProductId>,
    /// Changes that take it back, one after another.
    undo: Vec<ProductsUndo>,
}

/// A change that takes another one back.
#[derive(SimpleObject)]
pub(crate) struct ProductsUndo {
    /// The products.
    ids: Vec<ProductId>,
    /// A `ProductsChange`.
    change: serde_json::Value,
}

impl From<Changed> for ProductsChanged {
    fn from(changed: Changed) -> Self {
        let undo = changed.undo.into_iter().map(|undo| ProductsUndo { ids: undo.ids, change: undo.change });
        Self { changed_ids: changed.ids, undo: undo.collect() }
    }
}

/// Queries of products.
#[derive(Default)]
pub struct ProductQuery;

#[Object]
impl ProductQuery {
    /// The product of that id, in the bin or not; null when there is none.
    async fn product(&self, ctx: &Context<'_>, id: ProductId) -> Result<Option<Product>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        super::found(product::get(state(ctx), grant, id).await)
    }

    /// Products, the latest first; those of a collection in its order.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn products(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: ProductFilter,
        #[graphql(default = 100)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Product>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(product::list(state(ctx), grant, &filter, page).await?, follows))
    }

    /// How many products the filter finds.
    #[graphql(complexity = "20")]
    async fn product_count(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: ProductFilter,
    ) -> Result<i64, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(product::count(state(ctx), grant, &filter).await?)
    }

    /// How many products of each day the filter finds, the latest day first. Of words, models, providers and parameters
    /// the latest 1000 products are counted.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn product_days(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: ProductFilter,
    ) -> Result<Vec<ProductDay>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(product::days(state(ctx), grant, &filter).await?)
    }

    /// Pictures that look like that one, the most alike first.
    #[graphql(complexity = "50 + usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn similar_products(
        &self,
        ctx: &Context<'_>,
        id: ProductId,
        #[graphql(default = 24)] first: i32,
    ) -> Result<Vec<Product>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let first = page_request(first, None)?.limit;
        Ok(product::similar(state(ctx), grant, id, first).await?)
    }
}

/// Mutations of products.
#[derive(Default)]
pub struct ProductMutation;

#[Object]
impl ProductMutation {
    /// Changes a product that is at `version`.
    async fn update_product(
        &self,
        ctx: &Context<'_>,
        id: ProductId,
        version: u32,
        patch: ProductPatch,
    ) -> Result<ProductOutcome, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(match product::update(state(ctx), grant, id, version, patch).await? {
            Outcome::Done(one) => ProductOutcome::Product(Box::new(one)),
            Outcome::Conflict(current) => ProductOutcome::Conflict(ProductConflict { current }),
        })
    }

    /// Changes up to 1000 products alike, all of them or none. What is the tenant's no more is passed over.
    async fn change_products(
        &self,
        ctx: &Context<'_>,
        ids: Vec<ProductId>,
        change: ProductsChange,
    ) -> Result<ProductsChanged, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        Ok(product::change(state(ctx), grant, ids, change).await?.into())
    }

    /// Deletes up to 1000 products that lie in the bin for good, with their files. Returns how many.
    async fn purge_products(&self, ctx: &Context<'_>, ids: Vec<ProductId>) -> Result<i64, Problem> {
        let grant = caller(ctx)?.may(PurgeProduct)?;
        let gone = product::purge(state(ctx), grant, ids).await?;
        Ok(i64::try_from(gone).unwrap_or(i64::MAX))
    }

    /// Says which of its products stand for a project, in that order. Returns how many.
    async fn set_featured_products(
        &self,
        ctx: &Context<'_>,
        project_id: ProjectId,
        ids: Vec<ProductId>,
    ) -> Result<i64, Problem> {
        let grant = caller(ctx)?.may(CurateProduct)?;
        let featured = project::feature(state(ctx), grant, project_id, ids).await?;
        Ok(i64::try_from(featured).unwrap_or(i64::MAX))
    }
}
