//! What the functions of this room need.

use std::sync::Arc;

use atelier_analytics::Lake;
use atelier_api::Topic;
use atelier_audit::Trail;
use atelier_base::{Clock, ProjectId, Randomness, TenantId};
use atelier_blobs::Blobs;
use atelier_extraction::Extractor;
use atelier_intelligence::read::Reader;
use atelier_intelligence::speech::Transcriber;
use atelier_media::Heif;
use atelier_tables::Tables;

use crate::search::Search;
use crate::{Entity, JournalChange, JournalChangeKind};

/// The ports of the journal. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The store.
    pub tables: Tables,
    /// Files and cold storage.
    pub blobs: Blobs,
    /// Jobs and events.
    pub jobs: atelier_jobs::State,
    /// The record of who did what.
    pub trail: Trail,
    /// The time.
    pub clock: Clock,
    /// Ids.
    pub randomness: Randomness,
    /// Projects, whose ids art records share.
    pub projects: atelier_projects::State,
    /// News of changes, for live pages.
    pub changes: Topic<JournalChange>,
    /// How much may be kept.
    pub limits: Limits,
    /// Who transcribes; none when nobody was configured.
    pub transcriber: Option<Transcriber>,
    /// Who reads notes.
    pub extractor: Extractor,
    /// Who reads what is written in pictures; none when nobody can.
    pub reader: Option<Arc<Reader>>,
    /// What opens HEIC and AVIF; none when it is not installed.
    pub heif: Option<Heif>,
    /// What finds things.
    pub search: Search,
    /// What answers questions in SQL.
    pub lake: Lake,
}

/// How much a tenant may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of files; 0: as many as fit.
    pub quota_bytes: u64,
    /// Longer recordings are kept, but not transcribed.
    pub recording_hours: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { quota_bytes: 0, recording_hours: 4 }
    }
}

impl State {
    /// The state over the stores that everybody shares.
    pub fn new(
        blobs: Blobs,
        jobs: atelier_jobs::State,
        projects: atelier_projects::State,
        search: Search,
        lake: Lake,
    ) -> Self {
        Self {
            tables: projects.tables.clone(),
            blobs,
            jobs,
            trail: projects.trail.clone(),
            clock: projects.clock.clone(),
            randomness: projects.randomness.clone(),
            projects,
            changes: Topic::new(),
            limits: Limits::default(),
            transcriber: None,
            extractor: Extractor::Rules,
            reader: None,
            heif: None,
            search,
            lake,
        }
    }

    /// The same with somebody who transcribes.
    pub fn with_transcriber(self, transcriber: Transcriber) -> Self {
        Self { transcriber: Some(transcriber), ..self }
    }

    /// The same with somebody else who reads notes.
    pub fn with_extractor(self, extractor: Extractor) -> Self {
        Self { extractor, ..self }
    }

    /// The same with somebody who reads pictures.
    pub fn with_reader(self, reader: Option<Reader>) -> Self {
        Self { reader: reader.map(Arc::new), ..self }
    }

    /// The same with what opens HEIC and AVIF.
    pub fn with_heif(self, heif: Option<Heif>) -> Self {
        Self { heif, ..self }
    }

    /// The same with other limits.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Tells live pages.
    pub(crate) fn tell(
        &self,
        tenant: TenantId,
        kind: JournalChangeKind,
        entity: Entity,
        id: impl ToString,
        project: Option<ProjectId>,
    ) {
        self.changes.publish(tenant, JournalChange::of(kind, entity, id, project));
    }
}
