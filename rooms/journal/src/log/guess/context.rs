//! What the extractor is told beside the note: the tenant's projects and words, and where they worked last.
//!
//! It is read anew for every note: four queries of an embedded store take a millisecond or two, and what was
//! taught a moment ago counts at once, in every replica.

use std::collections::BTreeMap;

use atelier_base::{Date, Page, ProjectId, Scope, TenantId};
use atelier_extraction::{Candidate, Context, Kind, OwnTerm, Rejection};
use atelier_projects::Project;
use atelier_tables::{Item, Query, from_item};

use super::Question;
use crate::log::{Log, store};
use crate::record::{ArtRecord, ArtStatus};
use crate::settings::JournalSettings;
use crate::tables::{ARTISSIST, listed};
use crate::terms::Term;
use crate::{Entity, Error, State, terms};

/// The most projects that a note can be about; those that changed last.
const PROJECTS: usize = 200;
/// Logs that are looked at for what was worked on last and with what.
const RECENT: usize = 60;
/// A session is fresh for so many days.
const FRESH: i32 = 3;

/// What is known besides the note, with the titles of projects by their ids.
pub(super) async fn gather(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    settings: &JournalSettings,
    question: &Question,
) -> Result<Context, Error> {
    let projects = atelier_projects::active(&state.projects, scope, tenant, PROJECTS).await?;
    let records = newest(state, scope, tenant, (Entity::ArtRecord, PROJECTS)).await?;
    let records: Vec<ArtRecord> = records.into_nodes().map(from_item).collect::<Result<_, _>>()?;
    let logs = newest(state, scope, tenant, (Entity::Log, RECENT)).await?;
    let logs: Vec<Log> = logs.into_nodes().map(store::read).collect::<Result<_, _>>()?;
    let terms = terms::list(state, scope, tenant).await?;
    let today = settings.day_of(question.made_at);
    let records = records.into_iter().map(|record| (record.project_id, record)).collect();
    let texts: Vec<String> =
        projects.iter().map(|project| format!("{}. {}", project.name, project.description)).collect();
    let similar = state.search.similarities(&question.text, &texts).await;
    // A note that is read again or was heard later is itself among the logs: it must not speak for its own project.
    let logs: Vec<Log> = logs.into_iter().filter(|log| log.log_id != question.log_id).collect();
    let earlier = logs.iter().find(|log| log.created_at <= question.made_at);
    let last = earlier.filter(|log| today.days_since(log.day).abs() <= FRESH);
    let similar = |position: usize| similar.as_ref().map(|all| all[position]);
    let projects = projects
        .into_iter()
        .enumerate()
        .map(|(position, project)| Candidate {
            similarity: similar(position),
            ..candidate(project, &records, &logs, &terms)
        })
        .collect();
    Ok(Context {
        today: today.into(),
        rejected: rejected(&terms, settings, question),
        terms: terms.into_iter().filter_map(own_term).collect(),
        projects,
        last_project: last.and_then(|log| log.project_id).map(|project| project.to_string()),
    })
}

/// The tenant's own words, and the titles of their projects with the clients' names.
pub(crate) async fn known_words(
    state: &State,
    scope: Scope,
    tenant: TenantId,
) -> Result<(Vec<OwnTerm>, Vec<String>), Error> {
    let terms = terms::list(state, scope, tenant).await?;
    let records = newest(state, scope, tenant, (Entity::ArtRecord, PROJECTS)).await?;
    let records: Vec<ArtRecord> = records.into_nodes().map(from_item).collect::<Result<_, _>>()?;
    let names = records.into_iter().flat_map(|record| std::iter::once(record.title).chain(record.client));
    Ok((terms.into_iter().filter_map(own_term).collect(), names.collect()))
}

/// Things of one sort, the newest first.
async fn newest(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    (entity, limit): (Entity, usize),
) -> Result<Page<Item>, Error> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(tenant, entity)).descending().limit(limit);
    Ok(state.tables.query(scope, query).await?)
}

fn candidate(
    project: Project,
    records: &BTreeMap<ProjectId, ArtRecord>,
    logs: &[Log],
    terms: &[Term],
) -> Candidate {
    let (id, record) = (project.id.to_string(), records.get(&project.id));
    // What people called it when they confirmed a log of it describes it too.
    let called = terms.iter().filter(|term| term.kind == "project" && term.canonical == id);
    let called = called.filter(|term| term.rejections < term.confirmations).map(|term| term.term.as_str());
    let description =
        std::iter::once(project.description.as_str()).chain(called).collect::<Vec<_>>().join("\n");
    let sure = |log: &&Log| log.project_id == Some(project.id);
    let last: Option<Date> = logs.iter().filter(sure).map(|log| log.day).max();
    let mut materials: Vec<_> = logs.iter().filter(sure).flat_map(|log| log.materials.clone()).collect();
    materials.sort();
    materials.dedup();
    Candidate {
        id,
        description,
        title: project.name,
        client: record.and_then(|record| record.client.clone()),
        materials,
        last_worked: last.map(Into::into),
        similarity: None,
        complete: record.is_some_and(|record| record.status == ArtStatus::Complete),
    }
}

/// A word that was confirmed more often than it was rejected.
fn own_term(term: Term) -> Option<OwnTerm> {
    let Term { term, canonical, kind, confirmations, rejections } = term;
    let kind = kind_of(&kind).filter(|_| rejections < confirmations)?;
    Some(OwnTerm { term, canonical, kind, confirmed: confirmations })
}

fn kind_of(kind: &str) -> Option<Kind> {
    match kind {
        "material" => Some(Kind::Material),
        "technique" => Some(Kind::Technique),
        "colour" => Some(Kind::Colour),
        _ => None,
    }
}

/// What must not be guessed: projects that somebody ruled out, and words that were wrong more often than right.
fn rejected(terms: &[Term], settings: &JournalSettings, question: &Question) -> Vec<Rejection> {
    let wrong = terms.iter().filter(|term| term.confirmations < term.rejections);
    let wrong = wrong.filter_map(|term| {
        let (of, canonical) = (kind_of(&term.kind)?, term.canonical.clone());
        Some(Rejection::Term { of, canonical })
    });
    let projects = settings.never_guess_projects.iter().chain(&question.rejected);
    wrong.chain(projects.map(|project| Rejection::Project { id: project.to_string() })).collect()
}
