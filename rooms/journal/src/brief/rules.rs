//! What a brief may say.

use atelier_base::InvalidInput;

use super::{BriefInput, Deliverable};
use crate::Error;

/// An item of the store has 400 KB; a brief leaves room for its changelog and approvals.
const MOST_BYTES: usize = 200_000;

impl BriefInput {
    /// The input with loose ends trimmed, if it keeps to its limits.
    pub(super) fn checked(self) -> Result<Self, Error> {
        let lines = self.requirements.into_iter().map(|line| line.trim().to_owned());
        let deliverables = self.deliverables.into_iter().map(|deliverable| Deliverable {
            name: deliverable.name.trim().to_owned(),
            format: deliverable.format.trim().to_owned(),
            ..deliverable
        });
        let input = Self {
            requirements: lines.filter(|line| !line.is_empty()).collect(),
            deliverables: deliverables.collect(),
            notes: self.notes,
            message: self.message.map(|message| message.trim().to_owned()),
        };
        let mut faults = InvalidInput::default();
        let (requirements, deliverables) = (&input.requirements, &input.deliverables);
        faults.note(requirements.len() > 200, "requirements", "too_many", "may have 200 entries at most");
        faults.note(deliverables.len() > 100, "deliverables", "too_many", "may have 100 entries at most");
        for (place, line) in requirements.iter().enumerate() {
            faults.note_length(&format!("requirements.{place}"), line, 1..=2_000);
        }
        for (place, deliverable) in deliverables.iter().enumerate() {
            let path = format!("deliverables.{place}");
            faults.note_length(&format!("{path}.name"), &deliverable.name, 1..=200);
            faults.note_length(&format!("{path}.format"), &deliverable.format, 0..=80);
            let counted = (1..=1_000_000).contains(&deliverable.quantity);
            faults.note(!counted, &format!("{path}.quantity"), "out_of_range", "lies between 1 and 1000000");
        }
        let notes = input.notes.as_deref().unwrap_or_default();
        faults.note_length("notes", notes, 0..=20_000);
        faults.note_length("message", input.message.as_deref().unwrap_or_default(), 0..=500);
        let names = deliverables.iter().map(|deliverable| deliverable.name.len());
        let size = requirements.iter().map(String::len).chain(names).sum::<usize>() + notes.len();
        faults.note(size > MOST_BYTES, "requirements", "too_large", "are too long together");
        faults.finish()?;
        Ok(input)
    }
}
