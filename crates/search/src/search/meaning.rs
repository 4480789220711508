//! How near the meaning of each record is: every vector that is allowed, compared.

use super::eligible::Eligible;
use crate::document::Vector;
use crate::error::Error;
use crate::schema::Fields;
use crate::store::Probe;

/// So many of the nearest are measured in full precision, and more than these never fit by meaning alone.
pub(super) const NEAREST: usize = 100;
/// Rounding may swap neighbours: so many more are measured before the nearest are chosen.
const MARGIN: usize = 28;

/// The similarities of the records of a query with a vector.
#[derive(Default)]
pub(super) struct Nearness {
    /// By segment and record, within the rounding; NaN where there is no vector. Empty without a query vector.
    similarities: Vec<Vec<f32>>,
    /// The nearest records, the nearest first, in full precision.
    pub(super) nearest: Vec<(usize, u32, f32)>,
}

impl Nearness {
    /// Of a record, if it and the query have vectors.
    pub(super) fn of(&self, segment: usize, record: u32) -> Option<f32> {
        let similarity = self.similarities.get(segment)?.get(record as usize)?;
        (!similarity.is_nan()).then_some(*similarity)
    }
}

pub(super) fn compare(
    fields: &Fields,
    vector: Option<&Vector>,
    eligible: &[Eligible<'_>],
) -> Result<Nearness, Error> {
    let Some(vector) = vector else { return Ok(Nearness::default()) };
    let probe = Probe::new(vector);
    let mut similarities = Vec::new();
    let mut nearest = Vec::new();
    for (number, eligible) in eligible.iter().enumerate() {
        let mut of_segment = vec![f32::NAN; eligible.segment.reader.max_doc() as usize];
        for record in eligible.allowed.iter() {
            if let Some(similarity) = eligible.segment.rows.nearest(record, &probe) {
                of_segment[record as usize] = similarity;
                nearest.push((number, record, similarity));
            }
        }
        similarities.push(of_segment);
    }
    keep_nearest(&mut nearest, NEAREST + MARGIN);
    for (number, record, similarity) in &mut nearest {
        let vectors = fields.vectors(&eligible[*number].segment.stored(*record)?);
        *similarity = probe.exactly(&vectors).unwrap_or(*similarity);
        similarities[*number][*record as usize] = *similarity;
    }
    keep_nearest(&mut nearest, NEAREST);
    Ok(Nearness { similarities, nearest })
}

fn keep_nearest(nearest: &mut Vec<(usize, u32, f32)>, most: usize) {
    if nearest.len() > most {
        nearest.select_nth_unstable_by(most, |a, b| b.2.total_cmp(&a.2));
        nearest.truncate(most);
    }
    nearest.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
}
