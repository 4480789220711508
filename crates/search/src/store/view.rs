//! What searches read: the committed segments with their vectors, less what was deleted since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use atelier_base::TenantId;
use tantivy::index::SegmentId;
use tantivy::store::StoreReader;
use tantivy::{DocId, Searcher, SegmentReader, TantivyDocument};

use super::rows::Rows;
use super::vocabulary::Vocabulary;
use crate::schema::Fields;

/// Blocks of records that each segment keeps unpacked.
const CACHED_BLOCKS: usize = 64;

/// A state of the index that does not change while it is read.
#[derive(Clone)]
pub(crate) struct View {
    searcher: Searcher,
    segments: Vec<Segment>,
    hidden: BTreeMap<TenantId, BTreeSet<String>>,
}

/// A part of the index. Its records are known by small numbers.
#[derive(Clone)]
pub(crate) struct Segment {
    pub(crate) reader: SegmentReader,
    pub(crate) rows: Arc<Rows>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    records: Arc<StoreReader>,
}

impl View {
    /// What was committed. What is in memory of segments that the former view has is taken from there.
    pub(super) fn of(searcher: &Searcher, fields: &Fields, former: Option<&Self>) -> tantivy::Result<Self> {
        let former: BTreeMap<SegmentId, &Segment> = former
            .iter()
            .flat_map(|view| &view.segments)
            .map(|segment| (segment.reader.segment_id(), segment))
            .collect();
        let segment = |reader: &SegmentReader| -> tantivy::Result<Segment> {
            let records = Arc::new(reader.get_store_reader(CACHED_BLOCKS)?);
            let (rows, vocabulary) = match former.get(&reader.segment_id()) {
                Some(former) => (Arc::clone(&former.rows), Arc::clone(&former.vocabulary)),
                None => (
                    Arc::new(read_rows(reader, &records, fields)?),
                    Arc::new(Vocabulary::of(reader, fields)?),
                ),
            };
            Ok(Segment { reader: reader.clone(), rows, vocabulary, records })
        };
        let segments = searcher.segment_readers().iter().map(segment).collect::<tantivy::Result<_>>()?;
        Ok(Self { searcher: searcher.clone(), segments, hidden: BTreeMap::new() })
    }

    /// The same, without these records.
    pub(super) fn hiding(&self, tenant: TenantId, ids: &[String]) -> Self {
        let mut view = self.clone();
        view.hidden.entry(tenant).or_default().extend(ids.iter().cloned());
        view
    }

    pub(crate) fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Records that were deleted since the commit.
    pub(super) fn hidden(&self) -> impl Iterator<Item = (TenantId, &str)> {
        self.hidden.iter().flat_map(|(tenant, ids)| ids.iter().map(|id| (*tenant, id.as_str())))
    }

    /// Those of one tenant.
    pub(crate) fn hidden_of(&self, tenant: TenantId) -> impl Iterator<Item = &str> {
        self.hidden.get(&tenant).into_iter().flatten().map(String::as_str)
    }
}

impl Segment {
    /// A stored record.
    pub(crate) fn stored(&self, record: DocId) -> tantivy::Result<TantivyDocument> {
        self.records.get(record)
    }
}

fn read_rows(reader: &SegmentReader, records: &StoreReader, fields: &Fields) -> tantivy::Result<Rows> {
    let mut rows = Rows::with_capacity(reader.max_doc() as usize);
    // Deleted ones as well, so that numbers stay those of the segment.
    for stored in records.iter::<TantivyDocument>(None) {
        rows.push(&fields.vectors(&stored?));
    }
    Ok(rows)
}
