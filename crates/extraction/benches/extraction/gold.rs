//! The gold notes, as their README describes them.

use std::collections::HashMap;
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
    /// Whose note it is, where it is not the first studio's.
    #[serde(default)]
    pub(crate) studio: Option<String>,
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

/// The projects of every studio that notes belong to.
pub(crate) struct Studios {
    first: Vec<Candidate>,
    second: Vec<Candidate>,
    /// By note: how near its meaning is to each project, in the order of the projects.
    similarities: HashMap<String, Vec<f32>>,
}

impl Studios {
    pub(crate) fn read() -> anyhow::Result<Self> {
        let (first, second) = (projects("projects.json")?, projects("projects-second.json")?);
        Ok(Self { first, second, similarities: read("similarities.json")? })
    }

    /// The projects of the studio that a note belongs to.
    fn of(&self, note: &Note) -> &[Candidate] {
        if note.studio.is_some() { &self.second } else { &self.first }
    }
}

fn projects(file: &str) -> anyhow::Result<Vec<Candidate>> {
    let projects: Vec<Project> = read(file)?;
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

/// What is known when a note is read; the meaning of words only where a model measured it.
pub(crate) fn context(note: &Note, studios: &Studios, meaning: bool) -> Context {
    let mut context = Context::on(note.today);
    context.projects = studios.of(note).to_vec();
    let known = studios.similarities.get(&note.id).filter(|_| meaning);
    for (project, similarity) in context.projects.iter_mut().zip(known.into_iter().flatten()) {
        project.similarity = Some(*similarity);
    }
    context.last_project.clone_from(&note.last_project);
    context
}
