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
    Collect(CollectionId),
    Uncollect(CollectionId),
    Move(Option<ProjectId>),
    Bin,
    Restore,
}

impl ProductsChange {
    /// # Errors
    /// [`Error::Invalid`] unless it is exactly one change, and a possible one.
    fn step(self) -> Result<Step, Error> {
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
            self.add_to_collection.map(Step::Collect),
            self.remove_from_collection.map(Step::Uncollect),
            moved.map(Step::Move),
            self.delete.filter(|does| *does).map(|_| Step::Bin),
            self.restore.filter(|does| *does).map(|_| Step::Restore),
        ];
        let mut steps = steps.into_iter().flatten();
        let step = steps.next().filter(|_| steps.next().is_none());
        let mut faults = InvalidInput::default();
        faults.note(step.is_none(), "change", "not_one", "says exactly one thing");
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
            Self::Collect(_) => "product.collect",
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
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    check_number(&ids)?;
    let step = change.step()?;
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
        Step::Collect(collection) => {
            let ids = filing::collect(transaction, work, *collection).await?;
            Ok(Changed::with(ids, json!({"removeFromCollection": collection})))
        }
        Step::Uncollect(collection) => {
            let ids = filing::uncollect(transaction, work, *collection).await?;
            Ok(Changed::with(ids, json!({"addToCollection": collection})))
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
        Step::Collect(_) | Step::Uncollect(_) => FactoryEntity::Collection,
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
        assert_eq!(like.clone().step().expect("one"), Step::Like(false));
        assert!(ProductsChange::default().step().is_err());
        assert!(ProductsChange { delete: Some(false), ..ProductsChange::default() }.step().is_err());
        assert!(ProductsChange { delete: Some(true), ..like }.step().is_err());
        let none = ProductsChange { move_to_project: Patch::Null, ..ProductsChange::default() };
        assert_eq!(none.step().expect("one"), Step::Move(None));
        let rate = |rating| ProductsChange { rating, ..ProductsChange::default() }.step();
        assert_eq!(rate(Patch::Null).expect("one"), Step::Rate(None));
        assert!(rate(Patch::Value(6)).is_err());
    }
}
