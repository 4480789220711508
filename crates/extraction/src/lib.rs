//! From a note to facts: minutes, materials, techniques, the project, each with the words that say so.
//!
//! [`extract`] reads a note with rules alone: clauses and what they tell of, a grammar of spoken durations,
//! a gazetteer that is compiled in, and the tenant's own words. It needs no model and no network, and the same
//! note gives the same facts. [`Facts`] is what comes out, [`Context`] what may be known besides the note.
//! Clock values and similarities of embeddings are arguments; this crate measures neither.

mod alt;
mod attribution;
mod clauses;
mod confidence;
mod context;
mod day;
mod duration;
mod error;
mod facts;
mod gazetteer;
mod mentions;
mod model;
mod repair;
mod rules;
mod thesaurus;
mod tokens;
mod work;

pub use alt::{Known, draft_alt};
pub use context::{Candidate, Context, OwnTerm, Rejection};
pub use error::{Error, codes};
pub use facts::{
    Colour, Fact, Facts, MaterialUse, ProjectGuess, Source, Span, Technique, Use, VERSION, WorkSpan,
};
pub use gazetteer::{Entry, Kind};
pub use model::{Extractor, Model, ModelSettings, Wire};
pub use repair::{Edit, HeardWord, Lexicon, Repaired, Suggested, Weighed, repair, repair_weighed};
pub use rules::{MOST_FACTS, extract};
pub use thesaurus::{Thesaurus, thesaurus};
