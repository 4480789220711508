//! A log: what somebody said or wrote about the work, and what was understood of it.
//!
//! The words are the truth and stay as they are; facts are guesses until a person confirms them. Every guess
//! and every change leaves a revision (`log/history.rs`), and the last change can be taken back.

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{AssetId, Date, InvalidInput, LogId, Patch, ProjectId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

use self::decided::Part;
use self::facts::each_once;
use crate::Error;
use crate::recording::TranscriptRef;

mod archive;
mod assets;
mod change;
mod create;
mod decided;
mod edit;
mod facts;
mod guess;
mod history;
mod learn;
mod list;
mod store;
mod text;
mod transcribed;

pub use self::archive::archive;
pub use self::change::{confirm, delete, reextract, reject, undo};
pub use self::create::create;
pub(crate) use self::create::{Creation, creation};
pub use self::decided::Decided;
pub use self::edit::edit;
pub use self::facts::{
    AttributionStatus, Extracted, FactSource, FactSpan, MaterialFact, MaterialUse, MinutesFact,
    ProjectAlternative, ProjectFact, TechniqueFact,
};
pub(crate) use self::guess::context::known_words;
pub use self::history::{LogRevision, history};
pub(crate) use self::history::{forget as forget_history, is_away};
pub use self::list::{count_pending, get, of_project, stream};
pub(crate) use self::store::{find, rows_of, whole_text};
pub(crate) use self::text::Utf16;
pub(crate) use self::transcribed::{Transcribed, write as write_transcribed};

/// A log of a tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct Log {
    /// Unique, `log_…`.
    pub log_id: LogId,
    /// The project that it belongs to, or is thought to; null in the inbox.
    pub project_id: Option<ProjectId>,
    /// The words; of a very long note its beginning.
    #[graphql(skip)]
    pub raw_text: String,
    /// The object that has all of the words, when they are too many for an item.
    #[serde(default)]
    #[graphql(skip)]
    pub text_key: Option<String>,
    /// What was heard, of a spoken note.
    #[serde(default)]
    #[graphql(skip)]
    pub transcript_meta: Option<TranscriptRef>,
    /// What was understood; null before anything was.
    pub extracted: Option<Extracted>,
    /// How sure the least sure of the facts was, 0 to 1.
    pub confidence: f64,
    /// Whether the facts are right.
    pub attribution_status: AttributionStatus,
    /// Ids of assets that belong to it.
    pub media_refs: Vec<String>,
    /// Materials that were used.
    pub materials: Vec<String>,
    /// The time that was worked.
    pub time_spent_minutes: Option<u32>,
    /// Techniques.
    pub techniques: Vec<String>,
    /// Materials that are to be bought.
    pub to_buy: Vec<String>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The day of the work.
    pub day: Date,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Who made it.
    pub created_by: UserId,
    /// When it was put away.
    #[serde(default)]
    pub archived_at: Option<Timestamp>,
    /// The second at which it goes to the archive.
    #[serde(default)]
    #[graphql(skip)]
    pub expires_at: Option<i64>,
    /// Projects that it does not belong to, as somebody said.
    #[serde(default)]
    #[graphql(skip)]
    pub rejected_projects: Vec<ProjectId>,
    /// What people decided of it, whatever a later reading makes of it.
    #[serde(default)]
    #[graphql(skip)]
    pub decided: Decided,
    /// The number of its last revision.
    #[graphql(skip)]
    pub revisions: u32,
    /// The revision that an undo takes back.
    #[serde(default)]
    #[graphql(skip)]
    pub undo_at: Option<u32>,
    /// Counts the changes, from 1. A change names the version it was made from.
    #[serde(default)]
    pub version: u32,
}

/// What it takes to make a log.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewLog {
    /// 1 character to 1.5 MB.
    pub raw_text: String,
    /// The project; without one it is guessed.
    pub project_id: Option<ProjectId>,
    /// The day of the work; without one it is the day that the note names, or today.
    pub day: Option<Date>,
    /// At most 30 words of 1 to 40 characters.
    pub tags: Option<Vec<String>>,
    /// Assets that belong to it, at most 50.
    pub asset_ids: Option<Vec<AssetId>>,
}

/// A material as a person names it.
#[derive(Clone, Debug, InputObject)]
pub struct MaterialInput {
    /// Its name, 1 to 80 characters.
    pub term: String,
    /// What became of it.
    pub r#use: MaterialUse,
}

/// A change to a log: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct LogPatch {
    /// 1 character to 1.5 MB. Facts of the old words stay; read the log again for those of the new.
    pub raw_text: Patch<String>,
    /// The project; null is the inbox.
    pub project_id: Patch<ProjectId>,
    /// 0 to 10 080, a week; null when nobody knows.
    pub time_spent_minutes: Patch<u32>,
    /// All materials, at most 30.
    pub materials: Patch<Vec<MaterialInput>>,
    /// All techniques, at most 20, of 1 to 80 characters.
    pub techniques: Patch<Vec<String>>,
    /// At most 30 words of 1 to 40 characters.
    pub tags: Patch<Vec<String>>,
    /// The day of the work; null is the day on which the log was made.
    pub day: Patch<Date>,
}

/// Materials that count; each is a row of its own in the transaction of the log.
pub(crate) const MOST_MATERIALS: usize = 30;
/// Techniques that count.
const MOST_TECHNIQUES: usize = 20;
const MOST_TAGS: usize = 30;
const MOST_ASSETS: usize = 50;

impl Log {
    /// A log in the inbox of which nothing is known yet.
    fn blank(log_id: LogId, by: UserId, now: Timestamp, day: Date, expires_at: Option<i64>) -> Self {
        Self {
            log_id,
            project_id: None,
            raw_text: String::new(),
            text_key: None,
            transcript_meta: None,
            extracted: None,
            confidence: 0.0,
            attribution_status: AttributionStatus::Pending,
            media_refs: Vec::new(),
            materials: Vec::new(),
            time_spent_minutes: None,
            techniques: Vec::new(),
            to_buy: Vec::new(),
            tags: Vec::new(),
            day,
            created_at: now,
            updated_at: now,
            created_by: by,
            archived_at: None,
            expires_at,
            rejected_projects: Vec::new(),
            decided: Decided::default(),
            revisions: 0,
            undo_at: None,
            version: 0,
        }
    }

    /// The log with these facts: what is counted follows from them, and the day that they name is that of the work
    /// unless a person said which it is.
    fn with_facts(mut self, facts: Extracted) -> Self {
        self.materials = facts.materials_of(MaterialUse::Used);
        self.materials.truncate(MOST_MATERIALS);
        self.to_buy = facts.materials_of(MaterialUse::ToBuy);
        self.techniques = facts.technique_names();
        self.techniques.truncate(MOST_TECHNIQUES);
        self.time_spent_minutes = facts.minutes.as_ref().map(|fact| fact.minutes);
        if !self.decided.has(Part::Day) {
            self.day = facts.day.unwrap_or(self.day);
        }
        self.confidence = facts.confidence();
        self.extracted = Some(facts);
        self
    }

    /// Whether every fact is as sure as the tenant asks for, and there is at least a project. What a person once said
    /// no to waits for a person.
    fn is_sure(&self, threshold: f64) -> bool {
        let open = self.attribution_status == AttributionStatus::Pending && self.rejected_projects.is_empty();
        open && self.project_id.is_some() && self.extracted.is_some() && threshold <= self.confidence
    }

    /// The project that a person named.
    fn named_project(&self) -> Option<ProjectId> {
        if self.decided.has(Part::Project) {
            return self.project_id;
        }
        let fact = &self.extracted.as_ref()?.project;
        fact.project_id.filter(|id| fact.source == FactSource::Person && !self.rejected_projects.contains(id))
    }

    /// The log that a person says is right.
    fn confirmed(self, now: Timestamp) -> Self {
        Self { attribution_status: AttributionStatus::Confirmed, updated_at: now, ..self }
    }

    /// The log that a person says is wrong: back in the inbox, and never guessed to be of that project again.
    fn rejected(mut self, now: Timestamp) -> Self {
        let guessed = self.extracted.as_ref().and_then(|facts| facts.project.project_id);
        for project in self.project_id.take().into_iter().chain(guessed) {
            if !self.rejected_projects.contains(&project) {
                self.rejected_projects.push(project);
            }
        }
        self.decided.reopen_project();
        Self { attribution_status: AttributionStatus::Rejected, updated_at: now, ..self }
    }

    /// The instant of its expiry.
    pub(crate) fn expiry(&self) -> Option<Timestamp> {
        self.expires_at.map(|second| Timestamp::from_millis(second.saturating_mul(1_000)))
    }
}

impl NewLog {
    /// The same without blanks around its words, or every fault at once.
    fn checked(mut self) -> Result<Self, Error> {
        let size = self.raw_text.len();
        if text::LONGEST < size {
            return Err(Error::NoteTooLarge { size, limit: text::LONGEST });
        }
        let mut faults = InvalidInput::default();
        faults.note(self.raw_text.trim().is_empty(), "rawText", "required", "is required");
        self.tags = Some(tidy_words(&mut faults, "tags", self.tags.unwrap_or_default(), MOST_TAGS, 40));
        let assets = self.asset_ids.as_ref().map_or(0, Vec::len);
        faults.note(MOST_ASSETS < assets, "assetIds", "too_many", "may have 50 entries at most");
        faults.finish()?;
        Ok(self)
    }
}

/// Words without blanks around them and without repetitions; faults are noted.
fn tidy_words(
    faults: &mut InvalidInput,
    path: &str,
    words: Vec<String>,
    most: usize,
    longest: usize,
) -> Vec<String> {
    let words = each_once(words.into_iter().map(|word| word.trim().to_owned()));
    faults.note(most < words.len(), path, "too_many", format!("may have {most} entries at most"));
    for (position, word) in words.iter().enumerate() {
        faults.note_length(&format!("{path}.{position}"), word, 1..=longest);
    }
    words
}

#[cfg(test)]
mod tests;
