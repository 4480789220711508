//! Many products changed alike, in one transaction, with what takes it back.

use async_graphql::InputObject;
use atelier_base::{CollectionId, Grant, InvalidInput, Patch, ProductId, ProjectId, Scope, Timestamp};
use atelier_sql::Transaction;
use serde_json::{Value, json};

use super::{check_number, note_rating};
use crate::permissions::CurateProduct;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, project, tag};

mod columns;
mod filing;

/// A change to many products: exactly one of these.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProductsChange {
    /// Whether they are liked.
    pub liked: Option<bool>,
    /// 1 to 5; null: none.
    pub rating: Patch<i32>,
    /// The name of a tag, which is made if there is none.
    pub add_tag: Option<String>,
    /// The name of a tag.
    pub remove_tag: Option<String>,
    /// A collection, at whose end they come.
    pub add_to_collection: Option<CollectionId>,
    /// Only with `addToCollection`: the places that they had there, one for each product, as an undo names them.
    pub positions: Option<Vec<i64>>,
    /// A collection.
    pub remove_from_collection: Option<CollectionId>,
    /// A project; null: none. What it has already, the same file, stays where it is.
    pub move_to_project: Patch<ProjectId>,
    /// Into the bin.
    pub delete: Option<bool>,
    /// Out of the bin.
    pub restore: Option<bool>,
}

/// What came of a change to many products.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// Those that it made a difference to.
    pub ids: Vec<ProductId>,
    /// Changes that take it back, one after another.
    pub undo: Vec<Undo>,
}

/// A change to some products.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// Those.
    pub ids: Vec<ProductId>,
    /// A `ProductsChange` as JSON.
    pub change: Value,
}

/// The one thing that a change does.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Like(bool),
    Rate(Option<i32>),
    Tag(String),
    Untag(String),
    /// To the end, or to the places that they had.
    Collect(CollectionId, Option<Vec<i64>>),
    Uncollect(CollectionId),
    Move(Option<ProjectId>),
    Bin,
    Restore,
}

impl ProductsChange {
    /// # Errors
    /// [`Error::Invalid`] unless it is exactly one change of so many products, and a possible one.
    fn step(self, products: usize) -> Result<Step, Error> {
        let is_odd = self
            .positions
            .as_ref()
            .is_some_and(|positions| self.add_to_collection.is_none() || positions.len() != products);
        let positions = self.positions;
        let optional = |patch: Patch<i32>| match patch {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(value) => Some(Some(value)),
        };
        let moved = match self.move_to_project {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(project) => Some(Some(project)),
        };
        let steps = [
            self.liked.map(Step::Like),
            optional(self.rating).map(Step::Rate),
            self.add_tag.map(Step::Tag),
            self.remove_tag.map(Step::Untag),
            self.add_to_collection.map(|collection| Step::Collect(collection, positions)),
            self.remove_from_collection.map(Step::Uncollect),
            moved.map(Step::Move),
            self.delete.filter(|does| *does).map(|_| Step::Bin),
            self.restore.filter(|does| *does).map(|_| Step::Restore),
        ];
        let mut steps = steps.into_iter().flatten();
        let step = steps.next().filter(|_| steps.next().is_none());
        let mut faults = InvalidInput::default();
        faults.note(step.is_none(), "change", "not_one", "says exactly one thing");
        faults.note(
            is_odd,
            "change.positions",
            "malformed",
            "has one place for each product of a collection",
        );
        if let Some(Step::Rate(Some(rating))) = step {
            note_rating(&mut faults, "change.rating", rating);
        }
        faults.finish()?;
        step.ok_or_else(|| InvalidInput::default().into())
    }
}

impl Step {
    /// What the trail calls it.
    const fn action(&self) -> &'static str {
        match self {
            Self::Like(_) => "product.like",
            Self::Rate(_) => "product.rate",
            Self::Tag(_) => "product.tag",
            Self::Untag(_) => "product.untag",
            Self::Collect(..) => "product.collect",
            Self::Uncollect(_) => "product.uncollect",
            Self::Move(_) => "product.move",
            Self::Bin => "product.delete",
            Self::Restore => "product.restore",
        }
    }
}

/// What a step needs to know.
#[derive(Clone, Copy)]
struct Work<'a> {
    scope: Scope,
    now: Timestamp,
    ids: &'a [ProductId],
}

/// Changes products. What is not the tenant's is passed over, and so is what is as the change would have it. What
/// lies in the bin can only be restored.
///
/// # Errors
/// [`Error::Invalid`] for more than [`super::MOST_IDS`] or a change that is not exactly one, [`Error::NotFound`] for
/// a collection or project, and those of the stores: then nothing has changed.
pub async fn change(
    state: &State,
    grant: Grant<CurateProduct>,
    mut ids: Vec<ProductId>,
    change: ProductsChange,
) -> Result<Changed, Error> {
    let named = ids.len();
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    check_number(&ids)?;
    let step = change.step(named)?;
    if let (Step::Collect(_, Some(_)), true) = (&step, ids.len() < named) {
        let mut faults = InvalidInput::default();
        faults.note(true, "ids", "not_unique", "names each product once where it names its place");
        faults.finish()?;
    }
    let work = Work { scope: grant.scope(), now: state.clock.now(), ids: &ids };
    if let Step::Move(to) = &step {
        project::ensure_some(state, work.scope, *to).await?;
    }
    let mut transaction = state.db.begin().await?;
    let changed = carry_out(state, &mut transaction, work, &step).await?;
    transaction.commit().await?;
    if !changed.ids.is_empty() {
        tell(state, grant, &step);
        let target = changed.ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        state.record(grant, step.action(), target).await?;
    }
    Ok(changed)
}

async fn carry_out(
    state: &State,
    transaction: &mut Transaction,
    work: Work<'_>,
    step: &Step,
) -> Result<Changed, Error> {
    match step {
        Step::Like(liked) => {
            let ids = columns::like(transaction, work, *liked).await?;
            Ok(Changed::with(ids, json!({"liked": !liked})))
        }
        Step::Rate(rating) => columns::rate(transaction, work, *rating).await,
        Step::Move(to) => columns::move_to(transaction, work, *to).await,
        Step::Bin => Ok(Changed::with(columns::bin(transaction, work).await?, json!({"restore": true}))),
        Step::Restore => {
            Ok(Changed::with(columns::restore(transaction, work).await?, json!({"delete": true})))
        }
        Step::Tag(name) => {
            let tag = tag::ensure(state, transaction, work.scope, name).await?;
            let ids = filing::tag(transaction, work, tag.id).await?;
            Ok(Changed::with(ids, json!({"removeTag": tag.name})))
        }
        Step::Untag(name) => {
            let ids = filing::untag(transaction, work, name).await?;
            Ok(Changed::with(ids, json!({"addTag": name})))
        }
        Step::Collect(collection, positions) => {
            let ids = filing::collect(transaction, work, *collection, positions.as_deref()).await?;
            Ok(Changed::with(ids, json!({"removeFromCollection": collection})))
        }
        Step::Uncollect(collection) => {
            let places = filing::uncollect(transaction, work, *collection).await?;
            let (ids, positions): (Vec<_>, Vec<_>) = places.into_iter().unzip();
            let back = json!({"addToCollection": collection, "positions": positions});
            Ok(Changed::with(ids, back))
        }
    }
}

impl Changed {
    fn with(ids: Vec<ProductId>, back: Value) -> Self {
        let undo = if ids.is_empty() { Vec::new() } else { vec![Undo { ids: ids.clone(), change: back }] };
        Self { ids, undo }
    }
}

fn tell(state: &State, grant: Grant<CurateProduct>, step: &Step) {
    let kind = if *step == Step::Bin { FactoryChangeKind::Deleted } else { FactoryChangeKind::Changed };
    state.tell(grant.tenant(), FactoryChange::many(kind, FactoryEntity::Product));
    let entity = match step {
        Step::Tag(_) | Step::Untag(_) => FactoryEntity::Tag,
        Step::Collect(..) | Step::Uncollect(_) => FactoryEntity::Collection,
        _ => return,
    };
    state.tell(grant.tenant(), FactoryChange::many(FactoryChangeKind::Changed, entity));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_exactly_one_thing() {
        let like = ProductsChange { liked: Some(false), ..ProductsChange::default() };
        assert_eq!(like.clone().step(1).expect("one"), Step::Like(false));
        assert!(ProductsChange::default().step(1).is_err());
        assert!(ProductsChange { delete: Some(false), ..ProductsChange::default() }.step(1).is_err());
        assert!(ProductsChange { delete: Some(true), ..like }.step(1).is_err());
        let none = ProductsChange { move_to_project: Patch::Null, ..ProductsChange::default() };
        assert_eq!(none.step(1).expect("one"), Step::Move(None));
        let rate = |rating| ProductsChange { rating, ..ProductsChange::default() }.step(1);
        assert_eq!(rate(Patch::Null).expect("one"), Step::Rate(None));
        assert!(rate(Patch::Value(6)).is_err());
        let placed = |positions: Option<Vec<i64>>| ProductsChange {
            add_to_collection: Some(CollectionId::from_uuid(uuid::Uuid::from_u128(1))),
            positions,
            ..ProductsChange::default()
        };
        assert!(placed(None).step(2).is_ok() && placed(Some(vec![4, 8])).step(2).is_ok());
        assert!(placed(Some(vec![4])).step(2).is_err(), "a place for each");
        let alone = ProductsChange { add_to_collection: None, ..placed(Some(vec![4])) };
        assert!(ProductsChange { liked: Some(true), ..alone }.step(1).is_err(), "places are of a collection");
    }
}
