//! Resolvers of the factory: three steps each, who, may, do. A file a group of nouns.

use async_graphql::{Context, MergedObject};
use atelier_api::Problem;

mod collections;
mod floor;
mod items;
mod orders;
mod products;
mod providers;
mod subscription;
mod words;

pub use self::collections::{CollectionMutation, CollectionQuery};
pub use self::floor::{FloorMutation, FloorQuery};
pub use self::items::{ItemMutation, ItemQuery};
pub use self::orders::{OrderMutation, OrderQuery};
pub use self::products::{ProductMutation, ProductQuery};
pub use self::providers::{ProviderMutation, ProviderQuery};
pub use self::subscription::Subscription;
pub use self::words::{WordMutation, WordQuery};
use crate::{Error, State};

/// What can be read.
#[derive(MergedObject, Default)]
#[graphql(name = "FactoryQuery")]
pub struct Query(OrderQuery, ItemQuery, FloorQuery, ProductQuery, CollectionQuery, WordQuery, ProviderQuery);

/// What can be changed.
#[derive(MergedObject, Default)]
#[graphql(name = "FactoryMutation")]
pub struct Mutation(
    OrderMutation,
    ItemMutation,
    FloorMutation,
    ProductMutation,
    CollectionMutation,
    WordMutation,
    ProviderMutation,
);

/// The room's state, which the server put into every request.
fn state<'a>(ctx: &Context<'a>) -> &'a State {
    ctx.data_unchecked::<State>()
}

/// What is not there is null, where a query asks for one by its id.
fn found<T>(result: Result<T, Error>) -> Result<Option<T>, Problem> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
