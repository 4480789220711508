//! The gold notes, as their README describes them.

use std::path::PathBuf;

use atelier_extraction::{Candidate, Context, Use};
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "as the file has them")]
pub(crate) struct Note {
    pub(crate) id: String,
    pub(crate) today: Date,
    pub(crate) last_project: Option<String>,
    pub(crate) note: String,
    pub(crate) expect: Expected,
}

#[derive(Deserialize)]
pub(crate) struct Expected {
    pub(crate) project: Option<String>,
    pub(crate) minutes: Option<u32>,
    pub(crate) day: Option<Date>,
    pub(crate) materials: Vec<Material>,
    pub(crate) techniques: Vec<Technique>,
}

#[derive(Deserialize)]
pub(crate) struct Material {
    pub(crate) term: String,
    pub(crate) canonical: Option<String>,
    #[serde(rename = "use")]
    pub(crate) usage: Use,
}

#[derive(Deserialize)]
pub(crate) struct Technique {
    pub(crate) term: String,
    #[serde(default)]
    pub(crate) words: String,
}

#[derive(Deserialize)]
struct Project {
    id: String,
    title: String,
    description: String,
    client: Option<String>,
    materials: Vec<String>,
    status: String,
    last_worked: Option<Date>,
}

/// A file of the gold folder.
pub(crate) fn read<T: for<'a> Deserialize<'a>>(name: &str) -> anyhow::Result<T> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rooms/journal/gold").join(name);
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

/// The studio that all notes belong to.
pub(crate) fn studio() -> anyhow::Result<Vec<Candidate>> {
    let projects: Vec<Project> = read("projects.json")?;
    let candidate = |project: Project| Candidate {
        id: project.id,
        title: project.title,
        description: project.description,
        client: project.client,
        materials: project.materials,
        last_worked: project.last_worked,
        similarity: None,
        complete: project.status == "complete",
    };
    Ok(projects.into_iter().map(candidate).collect())
}

pub(crate) fn context(note: &Note, studio: &[Candidate]) -> Context {
    let mut context = Context::on(note.today);
    context.projects = studio.to_vec();
    context.last_project.clone_from(&note.last_project);
    context
}
