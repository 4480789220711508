//! The tenant's own words: every confirmation teaches one, every correction takes one back.

use async_graphql::SimpleObject;
use atelier_audit::Deed;
use atelier_base::{Grant, InvalidInput, Scope, TenantId};
use atelier_tables::{Item, KeyRange, Query, Update, Write, from_item};
use serde::{Deserialize, Serialize};

use crate::permissions::EditTerms;
use crate::tables::{ARTISSIST, key, partition};
use crate::{Error, State};

/// A word or phrase, and what it means here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
pub struct Term {
    /// As people say it, in small letters.
    pub term: String,
    /// The name under which it is counted; of a project its id.
    pub canonical: String,
    /// `material`, `technique`, `colour` or `project`.
    pub kind: String,
    /// How often somebody said that it is right.
    #[serde(default)]
    pub confirmations: u32,
    /// How often somebody said that it is wrong.
    #[serde(default)]
    pub rejections: u32,
}

/// What a term can be.
pub(crate) const KINDS: [&str; 4] = ["colour", "material", "project", "technique"];

/// The most terms that are read for an extraction.
const MOST: usize = 1_000;

/// What somebody said of a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lesson {
    pub(crate) kind: &'static str,
    pub(crate) term: String,
    pub(crate) canonical: String,
    pub(crate) right: bool,
}

/// The form under which a term is kept: small letters, single blanks. None for what is too long to be one.
pub(crate) fn normal(term: &str) -> Option<String> {
    let words: Vec<_> = term.split_whitespace().map(str::to_lowercase).collect();
    let normal = words.join(" ");
    (1..=80).contains(&normal.chars().count()).then_some(normal)
}

fn sort_key(term: &str) -> String {
    format!("TERM#{term}")
}

/// The write that teaches a lesson. It fails under no condition and may stand in any transaction, once a term.
pub(crate) fn learn(tenant: TenantId, lesson: &Lesson) -> Write {
    let counted = if lesson.right { "confirmations" } else { "rejections" };
    let update = Update::new()
        .add(counted, 1_u64)
        .set("term", lesson.term.as_str())
        .set_if_missing("canonical", lesson.canonical.as_str())
        .set_if_missing("kind", lesson.kind);
    Write::upsert(&ARTISSIST, key(tenant, sort_key(&lesson.term)), update)
}

/// The tenant's words, by the alphabet; the first thousand.
pub async fn list(state: &State, scope: Scope, tenant: TenantId) -> Result<Vec<Term>, Error> {
    let mut query =
        Query::table(&ARTISSIST, partition(tenant)).range(KeyRange::BeginsWith("TERM#".into())).limit(MOST);
    let mut terms = Vec::new();
    // A page may end before its limit; an empty one is the end.
    loop {
        let page = state.tables.query(scope, query.clone()).await?;
        let (end, has_next) = (page.end().cloned(), page.has_next);
        for item in page.into_nodes() {
            terms.push(from_item(item)?);
        }
        if !has_next || MOST <= terms.len() {
            return Ok(terms);
        }
        query = query.after(end);
    }
}

/// Teaches a word, or gives a known one another meaning.
pub async fn teach(
    state: &State,
    grant: Grant<EditTerms>,
    term: &str,
    canonical: Option<String>,
    kind: &str,
) -> Result<Term, Error> {
    let mut faults = InvalidInput::default();
    let normal = normal(term);
    faults.note(normal.is_none(), "term", "out_of_range", "needs 1 to 80 characters");
    let canonical = canonical
        .as_deref()
        .map_or_else(|| normal.clone().unwrap_or_default(), |name| name.trim().to_owned());
    faults.note_length("canonical", &canonical, 1..=80);
    let kind = KINDS.into_iter().find(|known| *known == kind);
    faults.note(kind.is_none(), "kind", "unknown", format!("is one of {}", KINDS.join(", ")));
    faults.finish()?;
    let (term, kind) = (normal.unwrap_or_default(), kind.unwrap_or_default());
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let update = Update::new()
        .add("confirmations", 1_u64)
        .set("term", term.as_str())
        .set("canonical", canonical)
        .set("kind", kind);
    let deed = Deed::granted(grant, "term.teach").target(&term);
    let write = Write::upsert(&ARTISSIST, key(tenant, sort_key(&term)), update);
    let item: Option<Item> = state.trail.write(scope, deed, write).await?;
    Ok(from_item(item.unwrap_or_default())?)
}

/// Forgets a word; whether there was one.
pub async fn forget(state: &State, grant: Grant<EditTerms>, term: &str) -> Result<bool, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let Some(term) = normal(term) else { return Ok(false) };
    let deed = Deed::granted(grant, "term.forget").target(&term);
    let gone =
        state.trail.write(scope, deed, Write::delete(&ARTISSIST, key(tenant, sort_key(&term)))).await?;
    Ok(gone.is_some())
}
