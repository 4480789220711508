//! What a note says, fact by fact, each with the words that say it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The extractor's rules and tables; stored with each guess, so that guesses can be compared and repeated.
pub const VERSION: &str = "rules-5";

/// A stretch of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The first character (Unicode scalar value).
    pub char_start: usize,
    /// The character after the last.
    pub char_end: usize,
}

impl Span {
    /// The stretch of `text` between two bytes; nothing when they do not lie on characters' edges.
    pub fn of(text: &str, start: usize, end: usize) -> Option<Self> {
        let (before, inside) = (text.get(..start)?, text.get(start..end)?);
        let char_start = before.chars().count();
        Some(Self { start, end, char_start, char_end: char_start + inside.chars().count() })
    }
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The deterministic extractor.
    Rules,
    /// A language model, held to the words of the note.
    Model,
    /// A person.
    Person,
}

/// A value with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// What is said.
    pub value: T,
    /// The words that say it, in the order of the note.
    pub spans: Vec<Span>,
    /// How likely it is right, 0 to 1: of facts at 0.8, eight in ten are.
    pub confidence: f32,
    /// Short reasons for a machine, such as `done` or `title_words`.
    pub evidence: Vec<String>,
    /// Who says so.
    pub source: Source,
}

/// A counted piece of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkSpan {
    /// Whole minutes; negative for a break that is taken off.
    pub minutes: i32,
    /// The clause that tells what was done in it.
    pub what: String,
}

/// What became of a material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// It was worked with.
    Used,
    /// It ran out, or is to be bought.
    ToBuy,
    /// It is meant for later.
    Planned,
    /// The note says that it was not used.
    NotUsed,
    /// It is spoken of, and nothing more is certain.
    Mentioned,
}

/// A material in a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialUse {
    /// As the note has it, in lower case.
    pub term: String,
    /// The name that all spellings share.
    pub canonical: String,
    /// What became of it.
    #[serde(rename = "use")]
    pub usage: Use,
}

/// A way of working that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technique {
    /// As the note has it, in lower case.
    pub term: String,
    /// The name that all spellings share.
    pub canonical: String,
}

/// A colour that is spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour {
    /// As the note has it, in lower case.
    pub term: String,
    /// The name that all spellings share.
    pub canonical: String,
}

/// A project that the note may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectGuess {
    /// The candidate's id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Everything that a note was found to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The extractor's version, or the model's name.
    pub version: String,
    /// Minutes of work, all pieces together.
    pub minutes: Option<Fact<u32>>,
    /// The pieces.
    pub work: Vec<Fact<WorkSpan>>,
    /// Materials, each once for what became of it.
    pub materials: Vec<Fact<MaterialUse>>,
    /// Techniques that were done, each once.
    pub techniques: Vec<Fact<Technique>>,
    /// Colours, each once.
    pub colours: Vec<Fact<Colour>>,
    /// The project, unless none is likelier than any.
    pub project: Option<Fact<ProjectGuess>>,
    /// The other candidates worth offering, likeliest first.
    pub alternatives: Vec<Fact<ProjectGuess>>,
    /// The day that the note tells of, when it names one.
    pub day: Option<Fact<Date>>,
    /// Words after `#`.
    pub tags: Vec<Fact<String>>,
    /// What is left to do or to buy, clause by clause.
    pub todos: Vec<Fact<String>>,
}

impl Facts {
    /// Nothing, as said by the extractor of this version.
    pub(crate) fn nothing(version: &str) -> Self {
        Self {
            version: version.to_owned(),
            minutes: None,
            work: Vec::new(),
            materials: Vec::new(),
            techniques: Vec::new(),
            colours: Vec::new(),
            project: None,
            alternatives: Vec::new(),
            day: None,
            tags: Vec::new(),
            todos: Vec::new(),
        }
    }
}
