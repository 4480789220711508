//! What the extractor may know besides the note.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::gazetteer::Kind;

/// What is known when a note is read. Times and similarities are measured by the caller.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Context {
    /// The artist's day.
    pub today: Date,
    /// The tenant's own words: supplies and all that was confirmed before.
    pub terms: Vec<OwnTerm>,
    /// What must not be guessed.
    pub rejected: Vec<Rejection>,
    /// Projects that the note may be about.
    pub projects: Vec<Candidate>,
    /// The project of the session before this one, while it is fresh.
    pub last_project: Option<String>,
}

impl Context {
    /// A context that knows the day and nothing else.
    pub fn on(today: Date) -> Self {
        Self { today, terms: Vec::new(), rejected: Vec::new(), projects: Vec::new(), last_project: None }
    }
}

/// A word of the tenant's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTerm {
    /// The word or words.
    pub term: String,
    /// The name that all spellings share; often the same.
    pub canonical: String,
    /// What it names.
    pub kind: Kind,
    /// How often a person confirmed it.
    pub confirmed: u32,
}

/// A guess that a person has ruled out for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rejection {
    /// Never guess this term, by its canonical name, as this kind.
    Term {
        /// What it would name.
        of: Kind,
        /// The canonical name.
        canonical: String,
    },
    /// Never guess this project.
    Project {
        /// Its id.
        id: String,
    },
}

/// A project that a note may be about.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id, as the caller writes it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Who it is for.
    pub client: Option<String>,
    /// Materials that it is known to use, by canonical name.
    pub materials: Vec<String>,
    /// The day of its latest session.
    pub last_worked: Option<Date>,
    /// Cosine of the embeddings of the note and of title and description, -1 to 1.
    pub similarity: Option<f32>,
    /// Whether it is finished; finished work is seldom worked on.
    pub complete: bool,
}
