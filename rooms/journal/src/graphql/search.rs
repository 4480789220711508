//! Finding things.

use std::collections::BTreeMap;

use async_graphql::{Context, Object, SimpleObject};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::{Date, ProjectId, Timestamp};
use atelier_search::{Count, Hit, Reason, Snippet};

use super::state;
use crate::permissions::ReadJournal;
use crate::search::{self, Found, Question};

/// What was found in the journal.
#[derive(SimpleObject)]
pub(crate) struct SearchResult {
    /// The page, the best first.
    hits: Vec<SearchHit>,
    /// How many fit.
    total: usize,
    /// How many of all that fit are of each kind.
    kinds: Vec<SearchFacet>,
    /// Of each project.
    projects: Vec<SearchFacet>,
    /// With each material.
    materials: Vec<SearchFacet>,
    /// Of each month, such as `2026-05`.
    months: Vec<SearchFacet>,
    /// Whether meaning was compared. Without the sentence model only words are.
    meaning: bool,
}

/// Something that fits.
#[derive(SimpleObject)]
pub(crate) struct SearchHit {
    /// The id of the thing; of a brief and of a project the project's.
    id: String,
    /// project, brief, milestone, log, transcript, asset or inspiration.
    kind: String,
    /// Where it belongs.
    project_id: Option<ProjectId>,
    /// What that is called.
    project_title: Option<String>,
    /// What it is called, or its beginning.
    title: String,
    /// When it was made.
    at: Timestamp,
    /// Higher is better; only of use against other hits of the same answer.
    score: f32,
    /// Where the words stand in it.
    highlights: Vec<SearchHighlight>,
    /// Why it was found, in words for people.
    why: Vec<String>,
    /// Of a transcript, the millisecond of its recording at which the words were said.
    start_ms: Option<u32>,
}

/// A piece of a hit with the words that were looked for.
#[derive(SimpleObject)]
pub(crate) struct SearchHighlight {
    /// title, materials, techniques, tags, body or ocr.
    field: String,
    /// Plain text.
    text: String,
    /// Pairs of where a word begins and ends, in UTF-16 units.
    ranges: Vec<[usize; 2]>,
}

/// A value, and how many have it.
#[derive(SimpleObject)]
pub(crate) struct SearchFacet {
    /// What a filter takes.
    value: String,
    /// What people read.
    label: String,
    /// How many.
    count: usize,
}

/// Questions to the index.
#[derive(Default)]
pub struct SearchQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "each is a filter of its own")]
impl SearchQuery {
    /// Finds what the journal holds by words and by meaning: `"a phrase"`, `-without`. An empty query finds
    /// everything that the filters allow, the newest first. `from` and `to` are days in UTC, both included; `typing`
    /// says that the last word is still being typed.
    #[graphql(complexity = "first * child_complexity")]
    async fn search(
        &self,
        ctx: &Context<'_>,
        query: String,
        project_ids: Option<Vec<ProjectId>>,
        kinds: Option<Vec<String>>,
        materials: Option<Vec<String>>,
        from: Option<Date>,
        to: Option<Date>,
        #[graphql(default)] typing: bool,
        #[graphql(default = 20, validator(maximum = 100))] first: usize,
        #[graphql(default, validator(maximum = 1000))] offset: usize,
    ) -> Result<SearchResult, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let state = state(ctx);
        let question = Question {
            text: query,
            projects: project_ids.unwrap_or_default(),
            kinds: kinds.unwrap_or_default(),
            materials: materials.unwrap_or_default(),
            from,
            to,
            typing,
            first,
            offset,
        };
        Ok(SearchResult::of(search::ask(state, &state.search, grant, question).await?))
    }
}

impl SearchResult {
    fn of(found: Found) -> Self {
        let Found { results, titles, meaning } = found;
        let same = |count: Count<String>| SearchFacet {
            label: count.value.clone(),
            value: count.value,
            count: count.count,
        };
        let project = |count: Count<ProjectId>| SearchFacet {
            value: count.value.to_string(),
            label: titles.get(&count.value).cloned().unwrap_or_default(),
            count: count.count,
        };
        Self {
            hits: results.hits.into_iter().map(|hit| SearchHit::of(hit, &titles)).collect(),
            total: results.total,
            kinds: results.facets.kinds.into_iter().map(same).collect(),
            projects: results.facets.projects.into_iter().map(project).collect(),
            materials: results.facets.materials.into_iter().map(same).collect(),
            months: results.facets.months.into_iter().map(same).collect(),
            meaning,
        }
    }
}

impl SearchHit {
    fn of(hit: Hit, titles: &BTreeMap<ProjectId, String>) -> Self {
        let start_ms = search::start_ms(&hit);
        let called = hit.anchor.get("title").and_then(|title| title.as_str()).unwrap_or_default();
        Self {
            // The index knows things by `entity:id`.
            id: hit.id.split_once(':').map_or(hit.id.as_str(), |(_, id)| id).to_owned(),
            kind: hit.kind,
            project_id: hit.project,
            project_title: hit.project.and_then(|project| titles.get(&project).cloned()),
            title: if hit.title.is_empty() { called.to_owned() } else { hit.title },
            at: hit.at,
            score: hit.score,
            highlights: hit.highlights.into_iter().map(SearchHighlight::of).collect(),
            why: hit.why.iter().map(reason).collect(),
            start_ms,
        }
    }
}

impl SearchHighlight {
    fn of(snippet: Snippet) -> Self {
        Self {
            field: snippet.part.name().to_owned(),
            text: snippet.text,
            ranges: snippet.ranges.into_iter().map(|range| [range.start, range.end]).collect(),
        }
    }
}

/// Why something was found, in words.
fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Words { words, part } => format!("{} in {}", quoted(words), place(part.name())),
        Reason::Near { word, part } => format!("a word like “{word}” in {}", place(part.name())),
        Reason::Related { term, via, part } => {
            format!("“{term}”, which is related to “{via}”, in {}", place(part.name()))
        }
        Reason::Shared { words } => format!("{}, as in the best hit", quoted(words)),
        Reason::Meaning { similarity } => format!("about the same ({:.0} %)", similarity * 100.0),
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
}

fn place(part: &str) -> &str {
    match part {
        "body" => "the text",
        "ocr" => "the picture",
        "title" => "the title",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use atelier_search::Part;

    use super::*;

    #[test]
    fn reasons_are_sentences() {
        let words = Reason::Words { words: vec!["cold".into(), "wax".into()], part: Part::Body };
        assert_eq!(reason(&words), "“cold”, “wax” in the text");
        assert_eq!(reason(&Reason::Meaning { similarity: 0.714 }), "about the same (71 %)");
    }
}
