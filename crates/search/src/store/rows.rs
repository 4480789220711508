//! The vectors of one segment, a byte a number: what a search runs over.
//!
//! A row is `scale` times its bytes. The query keeps sixteen bits a number, so that only the rows are
//! rounded; the nearest rows are then measured again with the stored numbers.

use crate::document::{DIMENSIONS, Vector};

/// The vectors of the records of a segment, row after row.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// Where the rows of each record begin, and an end.
    begins: Vec<u32>,
    bytes: Vec<[i8; DIMENSIONS]>,
    scales: Vec<f32>,
}

/// A query's vector, prepared for comparing.
#[derive(Debug)]
pub(crate) struct Probe {
    exact: Vector,
    numbers: [i16; DIMENSIONS],
    scale: f32,
}

impl Rows {
    pub(crate) fn with_capacity(records: usize) -> Self {
        let mut begins = Vec::with_capacity(records + 1);
        begins.push(0);
        Self { begins, ..Self::default() }
    }

    /// The vectors of the next record, none for a deleted one.
    pub(crate) fn push(&mut self, vectors: &[Vector]) {
        for vector in vectors {
            let scale = largest(vector) / 127.0;
            let inverse = if scale > 0.0 { 1.0 / scale } else { 0.0 };
            self.bytes.push(vector.map(|number| rounded(number * inverse)));
            self.scales.push(scale);
        }
        self.begins.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The similarity of the record's nearest row, within the rounding. None if it has no vector.
    pub(crate) fn nearest(&self, record: u32, probe: &Probe) -> Option<f32> {
        let record = record as usize;
        let rows = *self.begins.get(record)? as usize..*self.begins.get(record + 1)? as usize;
        let similarities = rows.map(|row| product(&self.bytes[row], &probe.numbers) * self.scales[row]);
        similarities.reduce(f32::max).map(|similarity| similarity * probe.scale)
    }
}

impl Probe {
    pub(crate) fn new(vector: &Vector) -> Self {
        let scale = largest(vector) / f32::from(i16::MAX);
        let inverse = if scale > 0.0 { 1.0 / scale } else { 0.0 };
        Self { exact: *vector, numbers: vector.map(|number| rounded_wide(number * inverse)), scale }
    }

    /// The similarity of the nearest of some stored vectors, in full precision.
    pub(crate) fn exactly(&self, vectors: &[Vector]) -> Option<f32> {
        let product = |vector: &Vector| -> f64 {
            vector.iter().zip(&self.exact).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
        };
        let nearest = vectors.iter().map(product).reduce(f64::max);
        #[expect(clippy::cast_possible_truncation, reason = "similarities have a few significant digits")]
        nearest.map(|similarity| similarity as f32)
    }
}

fn largest(vector: &Vector) -> f32 {
    vector.iter().fold(0.0, |largest: f32, number| largest.max(number.abs()))
}

#[expect(clippy::cast_possible_truncation, reason = "at most 127 by its scale")]
fn rounded(number: f32) -> i8 {
    number.round() as i8
}

#[expect(clippy::cast_possible_truncation, reason = "at most 32767 by its scale")]
fn rounded_wide(number: f32) -> i16 {
    number.round() as i16
}

/// At most 384 · 127 · 32767, so it fits. Written so that the compiler makes vector instructions of it.
#[expect(clippy::cast_precision_loss, reason = "24 bits are more than the rows have")]
fn product(row: &[i8; DIMENSIONS], query: &[i16; DIMENSIONS]) -> f32 {
    let sum: i32 = row.iter().zip(query).map(|(a, b)| i32::from(i16::from(*a)) * i32::from(*b)).sum();
    sum as f32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(numbers: &[f32]) -> Vector {
        let mut vector = [0.0; DIMENSIONS];
        vector.copy_from_slice(numbers);
        let length = vector.iter().map(|number| number * number).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        vector.map(|number| number / length)
    }

    fn vector() -> impl Strategy<Value = Vector> {
        prop::collection::vec(-1.0_f32..1.0, DIMENSIONS).prop_map(|numbers| unit(&numbers))
    }

    proptest! {
        #[test]
        fn rounding_costs_less_than_a_hundredth(a in vector(), b in vector()) {
            let mut rows = Rows::with_capacity(2);
            rows.push(&[]);
            rows.push(&[a, b]);
            let probe = Probe::new(&b);
            prop_assert_eq!(rows.nearest(0, &probe), None);
            let rounded = rows.nearest(1, &probe).ok_or(TestCaseError::fail("has rows"))?;
            let exact = probe.exactly(&[a, b]).ok_or(TestCaseError::fail("has vectors"))?;
            prop_assert!((rounded - exact).abs() < 0.01, "{} {}", rounded, exact);
            prop_assert!((exact - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn empty_and_extreme_vectors_do_no_harm() {
        let mut rows = Rows::with_capacity(2);
        rows.push(&[[0.0; DIMENSIONS]]);
        rows.push(&[[1.0; DIMENSIONS]]);
        let probe = Probe::new(&[1.0; DIMENSIONS]);
        assert!(rows.nearest(0, &probe).is_some_and(|similarity| similarity.abs() < f32::EPSILON));
        assert!(rows.nearest(1, &probe).is_some_and(|similarity| (similarity - 384.0).abs() < 0.1));
        assert_eq!(rows.nearest(7, &probe), None);
        assert_eq!(rows.len(), 2);
    }
}
