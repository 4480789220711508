//! Questions to the index.

use std::collections::{BTreeMap, BTreeSet};

use atelier_base::{Date, Grant, ProjectId, Timestamp};
use atelier_search::{Filters, Hit, HybridQuery, Results};
use atelier_tables::{Get, Item, Value};

use super::Search;
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, key, project_sort};
use crate::{Error, State};

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Words, `"a phrase"`, `-without`.
    pub text: String,
    /// Only of these projects.
    pub projects: Vec<ProjectId>,
    /// Only of these kinds.
    pub kinds: Vec<String>,
    /// Only with one of these materials.
    pub materials: Vec<String>,
    /// Not before this day, in UTC.
    pub from: Option<Date>,
    /// Up to the end of this day, in UTC.
    pub to: Option<Date>,
    /// The last word is still being typed.
    pub typing: bool,
    /// So many hits.
    pub first: usize,
    /// After so many.
    pub offset: usize,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Hits and facets.
    pub results: Results,
    /// Titles of the projects that occur.
    pub titles: BTreeMap<ProjectId, String>,
    /// Whether meaning was compared, not only words.
    pub meaning: bool,
}

/// Finds what the tenant's journal holds.
///
/// # Errors
/// Those of the index and of the store.
pub async fn ask(
    state: &State,
    search: &Search,
    grant: Grant<ReadJournal>,
    question: Question,
) -> Result<Found, Error> {
    search.cleaned().await?;
    let filters = Filters {
        projects: question.projects,
        kinds: question.kinds,
        materials: question.materials,
        from: question.from.and_then(midnight),
        to: question.to.and_then(|day| midnight(day.plus_days(1))),
    };
    let vector = search.place_of(&question.text).await;
    let meaning = vector.is_some();
    let mut query = HybridQuery::new(question.text)
        .filters(filters)
        .thesaurus(search.thesaurus.clone())
        .page(question.first, question.offset);
    if let Some(vector) = vector {
        query = query.vector(vector);
    }
    if question.typing {
        query = query.typing();
    }
    let scope = grant.scope();
    let results = search.blocking(move |index| index.search(scope, &query)).await?;
    let named = results.hits.iter().filter_map(|hit: &Hit| hit.project);
    let named = named.chain(results.facets.projects.iter().map(|count| count.value)).collect();
    let titles = titles(state, grant, named).await?;
    Ok(Found { results, titles, meaning })
}

/// The instant at which the day begins in UTC.
fn midnight(day: Date) -> Option<Timestamp> {
    format!("{day}T00:00:00.000Z").parse().ok()
}

/// The titles of these projects; of those that have none here there is no entry.
async fn titles(
    state: &State,
    grant: Grant<ReadJournal>,
    projects: BTreeSet<ProjectId>,
) -> Result<BTreeMap<ProjectId, String>, Error> {
    let place = |project: &ProjectId| Get::new(&ARTISSIST, key(grant.tenant(), project_sort(*project)));
    let gets: Vec<_> = projects.iter().map(place).take(Get::MAX).collect();
    if gets.is_empty() {
        return Ok(BTreeMap::new());
    }
    let records = state.tables.batch_get(grant.scope(), gets).await?;
    let title = |item: &Item| item.get("title").and_then(Value::as_str).map(str::to_owned);
    let found = projects.into_iter().zip(records);
    Ok(found.filter_map(|(project, item)| Some((project, title(item.as_ref()?)?))).collect())
}
