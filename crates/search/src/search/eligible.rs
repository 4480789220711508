//! Which records a search may look at: those of the tenant that are still there, and of these what the
//! filters allow. Nothing else in a search gives access to postings, columns or vectors.

use atelier_base::{TenantId, Timestamp};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED, Term};

use super::bits::Bits;
use crate::error::Error;
use crate::query::Filters;
use crate::schema::{Fields, columns, facet_value};
use crate::store::{Segment, View};

/// A segment as one tenant sees it.
pub(super) struct Eligible<'a> {
    pub(super) segment: &'a Segment,
    /// All that the tenant has.
    pub(super) present: Bits,
    /// Of these what may be found.
    pub(super) allowed: Bits,
}

impl<'a> Eligible<'a> {
    pub(super) fn all(
        view: &'a View,
        fields: &Fields,
        tenant: TenantId,
        filters: &Filters,
    ) -> Result<Vec<Self>, Error> {
        let of = |segment| Self::of(view, segment, fields, tenant, filters);
        view.segments().iter().map(of).collect()
    }

    fn of(
        view: &View,
        segment: &'a Segment,
        fields: &Fields,
        tenant: TenantId,
        filters: &Filters,
    ) -> Result<Self, Error> {
        let mut present = Bits::none(segment.reader.max_doc());
        let alive = segment.reader.alive_bitset();
        each(segment, &fields.tenant_of(tenant), |record| {
            if alive.is_none_or(|alive| alive.is_alive(record)) {
                present.insert(record);
            }
        })?;
        for id in view.hidden_of(tenant) {
            each(segment, &fields.key_of(tenant, id), |record| present.remove(record))?;
        }
        let mut allowed = present.clone();
        let kinds: Vec<_> =
            filters.kinds.iter().map(|kind| Term::from_field_text(fields.kind, kind)).collect();
        let projects = filters.projects.iter().map(ToString::to_string);
        let projects: Vec<_> =
            projects.map(|project| Term::from_field_text(fields.project, &project)).collect();
        let materials = filters.materials.iter().map(|material| facet_value(material));
        let materials: Vec<_> =
            materials.map(|material| Term::from_field_text(fields.material, &material)).collect();
        for terms in [kinds, projects, materials] {
            keep_any(segment, &terms, &mut allowed)?;
        }
        keep_time(segment, filters, &mut allowed)?;
        Ok(Self { segment, present, allowed })
    }
}

/// Keeps the records that have one of the terms, if there are any.
fn keep_any(segment: &Segment, terms: &[Term], allowed: &mut Bits) -> Result<(), Error> {
    if terms.is_empty() {
        return Ok(());
    }
    let mut with = Bits::none(segment.reader.max_doc());
    for term in terms {
        each(segment, term, |record| with.insert(record))?;
    }
    allowed.keep(&with);
    Ok(())
}

fn keep_time(segment: &Segment, filters: &Filters, allowed: &mut Bits) -> Result<(), Error> {
    if filters.from.is_none() && filters.to.is_none() {
        return Ok(());
    }
    let at = segment.reader.fast_fields().i64(columns::AT)?;
    let from = filters.from.map_or(i64::MIN, Timestamp::as_millis);
    let to = filters.to.map_or(i64::MAX, Timestamp::as_millis);
    let outside = |record: &u32| !at.first(*record).is_some_and(|at| (from..to).contains(&at));
    let outside: Vec<_> = allowed.iter().filter(outside).collect();
    for record in outside {
        allowed.remove(record);
    }
    Ok(())
}

/// Every record of the segment with the term, deleted ones too.
fn each(segment: &Segment, term: &Term, mut visit: impl FnMut(u32)) -> Result<(), Error> {
    let index = segment.reader.inverted_index(term.field())?;
    if let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? {
        let mut record = postings.doc();
        while record != TERMINATED {
            visit(record);
            record = postings.advance();
        }
    }
    Ok(())
}
