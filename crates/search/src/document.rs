//! What can be found.

use atelier_base::{ProjectId, Timestamp};

/// How many numbers place a text among others: those of the sentence model that `intelligence` runs.
pub const DIMENSIONS: usize = 384;

/// The place of a text among others, of length 1.
pub type Vector = [f32; DIMENSIONS];

/// A record as the index knows it. A record with a known id takes the place of the former one.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Document {
    /// Unique in its tenant. Also what a hit is known by.
    pub id: String,
    /// What sort of record it is: `log`, `transcript`, `asset`. Any text; a facet.
    pub kind: String,
    /// Where it belongs.
    pub project: Option<ProjectId>,
    /// What it is called.
    pub title: String,
    /// Its text.
    pub body: String,
    /// Text that a machine read in a picture: it counts least.
    pub ocr: String,
    /// Material names; a facet.
    pub materials: Vec<String>,
    /// Technique names.
    pub techniques: Vec<String>,
    /// Free tags.
    pub tags: Vec<String>,
    /// When it happened.
    pub at: Timestamp,
    /// Whatever leads back to the record: an address, a second of audio. Returned as it is, never searched.
    pub anchor: serde_json::Value,
    /// The places of its [`passages`](Self::passages), each about a hundred words. None: it is found by its words
    /// only.
    #[serde(skip)]
    pub vectors: Vec<Vector>,
}

impl Document {
    /// A record with a title and a text; the rest is empty and can be set.
    pub fn new(id: impl Into<String>, kind: impl Into<String>, at: Timestamp) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            project: None,
            title: String::new(),
            body: String::new(),
            ocr: String::new(),
            materials: Vec::new(),
            techniques: Vec::new(),
            tags: Vec::new(),
            at,
            anchor: serde_json::Value::Null,
            vectors: Vec::new(),
        }
    }

    /// The texts whose places it is found by: all that it says, and, as a title says little of a text that
    /// stands for itself, the text without it. Longer ones are to be cut into pieces.
    pub fn passages(&self) -> Vec<String> {
        let materials = self.materials.join(", ");
        let parts = [self.body.as_str(), &materials, &self.ocr];
        let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let said = said.join(" ");
        match (self.title.is_empty(), self.body.is_empty()) {
            (true, _) => vec![said],
            (false, true) => vec![format!("{}. {said}", self.title)],
            (false, false) => vec![format!("{}. {said}", self.title), self.body.clone()],
        }
    }

    /// The text of one of its parts.
    pub(crate) fn text(&self, part: Part) -> String {
        match part {
            Part::Title => self.title.clone(),
            Part::Materials => self.materials.join(", "),
            Part::Techniques => self.techniques.join(", "),
            Part::Tags => self.tags.join(", "),
            Part::Body => self.body.clone(),
            Part::Ocr => self.ocr.clone(),
        }
    }
}

/// A part of a record that words are looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// What it is called.
    Title,
    /// Its materials.
    Materials,
    /// Its techniques.
    Techniques,
    /// Its tags.
    Tags,
    /// Its text.
    Body,
    /// Text in its picture.
    Ocr,
}

impl Part {
    /// All of them, the weightiest first.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Materials, Self::Techniques, Self::Tags, Self::Body, Self::Ocr];

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Materials => "materials",
            Self::Techniques => "techniques",
            Self::Tags => "tags",
            Self::Body => "body",
            Self::Ocr => "ocr",
        }
    }

    /// What a word in it counts, against one in the body.
    pub(crate) const fn weight(self) -> f32 {
        match self {
            Self::Title => 2.5,
            Self::Materials => 1.8,
            Self::Techniques => 1.6,
            Self::Tags => 1.4,
            Self::Body => 1.0,
            Self::Ocr => 0.5,
        }
    }

    /// How many words it usually has. A constant, so that no record changes the score of another.
    pub(crate) const fn usual_length(self) -> f32 {
        match self {
            Self::Title | Self::Materials => 5.0,
            Self::Techniques | Self::Tags => 3.0,
            Self::Body => 50.0,
            Self::Ocr => 30.0,
        }
    }
}
