//! Two versions side by side, line by line.

use async_graphql::{Enum, SimpleObject};
use atelier_base::{Grant, ProjectId};
use similar::{ChangeTag, TextDiff};

use super::read::one;
use super::{Brief, Deliverable};
use crate::permissions::ReadJournal;
use crate::{Error, State};

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum DiffKind {
    /// Both versions have it.
    Same,
    /// Only the later one has it.
    Added,
    /// Only the earlier one has it.
    Removed,
}

/// A line of a section.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct DiffLine {
    /// `requirements`, `deliverables` or `notes`.
    pub section: &'static str,
    /// What became of it.
    pub kind: DiffKind,
    /// The line.
    pub text: String,
}

/// What makes one version the other.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct BriefDiff {
    /// The one version.
    pub from: u32,
    /// The other.
    pub to: u32,
    /// All lines of both, in their order, section by section.
    pub lines: Vec<DiffLine>,
}

/// The difference of two versions of a brief.
pub async fn diff(
    state: &State,
    grant: Grant<ReadJournal>,
    project: ProjectId,
    (from, to): (u32, u32),
) -> Result<BriefDiff, Error> {
    let read = async |version| {
        let found = one(state, grant.scope(), grant.tenant(), (project, version)).await?;
        found.ok_or_else(|| Error::missing("brief", format!("v{version}")))
    };
    let (before, after) = (read(from).await?, read(to).await?);
    // A comparison of long texts takes a while.
    let lines = tokio::task::spawn_blocking(move || lines(&before, &after)).await;
    Ok(BriefDiff { from, to, lines: lines.map_err(|_| Error::Busy)? })
}

/// A section's name and its lines in a version.
type Section = (&'static str, fn(&Brief) -> Vec<String>);

const SECTIONS: [Section; 3] = [
    ("requirements", |brief| brief.requirements.clone()),
    ("deliverables", |brief| brief.deliverables.iter().map(line).collect()),
    ("notes", |brief| brief.notes.lines().map(str::to_owned).collect()),
];

pub(super) fn lines(before: &Brief, after: &Brief) -> Vec<DiffLine> {
    let mut lines = Vec::new();
    for (section, of) in SECTIONS {
        let (old, new) = (of(before), of(after));
        let (old, new): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        for change in TextDiff::from_slices(&old, &new).iter_all_changes() {
            let kind = match change.tag() {
                ChangeTag::Equal => DiffKind::Same,
                ChangeTag::Insert => DiffKind::Added,
                ChangeTag::Delete => DiffKind::Removed,
            };
            lines.push(DiffLine { section, kind, text: change.value().to_owned() });
        }
    }
    lines
}

fn line(deliverable: &Deliverable) -> String {
    let due = deliverable.due.map(|due| due.to_string()).unwrap_or_default();
    let Deliverable { name, quantity, format, .. } = deliverable;
    let parts = [format!("{quantity} × {name}"), format.clone(), due];
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}
