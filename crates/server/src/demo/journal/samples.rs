//! What is known of the sample projects.

use atelier_base::Patch;
use atelier_journal::brief::{BriefInput, Deliverable};
use atelier_journal::record::{ArtRecordPatch, ArtStatus, Budget};

/// What is known of a sample project.
pub(super) struct Sample {
    pub(super) project: &'static str,
    medium: &'static str,
    status: ArtStatus,
    client: Option<&'static str>,
    budget: Option<&'static str>,
    /// One more with every talk; each talk is a version of the brief.
    pub(super) requirements: &'static [&'static str],
    deliverable: &'static str,
    /// Who is asked to approve the last version, and whether they did.
    pub(super) approval: Option<(&'static str, bool)>,
    /// Name, days from now, whether it is reached.
    pub(super) milestones: &'static [(&'static str, i32, bool)],
}

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        project: "Harbor Triptych",
        medium: "oil and cold wax on panel",
        status: ArtStatus::Production,
        client: Some("Hafenamt"),
        budget: Some("4800.00"),
        requirements: &[
            "Three panels that hang as one",
            "The cranes as they stood in spring",
            "No varnish before delivery",
        ],
        deliverable: "Three panels",
        approval: Some(("Hafenamt", true)),
        milestones: &[
            ("Underpainting dry", -33, true),
            ("First glaze", -12, true),
            ("Second glaze", 5, false),
            ("Framing", 21, false),
        ],
    },
    Sample {
        project: "Night Ferry",
        medium: "oil on linen",
        status: ArtStatus::Production,
        client: None,
        budget: None,
        requirements: &["The lamp is the only warm colour", "Nobody on deck"],
        deliverable: "The painting, unframed",
        approval: None,
        milestones: &[("Drawing transferred", -40, true), ("Sky finished", -3, false), ("Signed", 30, false)],
    },
    Sample {
        project: "Cyanotype Garden",
        medium: "cyanotype on cotton paper",
        status: ArtStatus::Production,
        client: Some("Botanical Society"),
        budget: Some("1900.00"),
        requirements: &["Twelve plants, one a month", "Toned from August on"],
        deliverable: "Twelve prints in a box",
        approval: Some(("Botanical Society", false)),
        milestones: &[("Summer exposures", -50, true), ("Toning", 9, false), ("Box made", 45, false)],
    },
    Sample {
        project: "Ledger of Small Weather",
        medium: "watercolour",
        status: ArtStatus::Production,
        client: None,
        budget: None,
        requirements: &["One square of sky a day", "Coptic binding, no glue on the spine"],
        deliverable: "One book",
        approval: None,
        milestones: &[("Page 300", -6, true), ("Page 365", 60, false)],
    },
    Sample {
        project: "Portrait of the Harbour Master",
        medium: "oil on panel",
        status: ArtStatus::Planning,
        client: Some("Port Authority"),
        budget: Some("3200.00"),
        requirements: &["Half length, in uniform", "The cap stays on"],
        deliverable: "The portrait, framed",
        approval: Some(("Port Authority", false)),
        milestones: &[("First sitting", -2, true), ("Second sitting", 12, false), ("Delivery", 84, false)],
    },
];

impl Sample {
    pub(super) fn patch(&self) -> ArtRecordPatch {
        let money = |amount: &str| Patch::Value(Budget { amount: amount.into(), currency: "EUR".into() });
        ArtRecordPatch {
            medium: Patch::Value(self.medium.to_owned()),
            status: Patch::Value(self.status),
            client: self.client.map_or(Patch::Absent, |client| Patch::Value(client.to_owned())),
            budget: self.budget.map_or(Patch::Absent, money),
            hourly_rate: money("45.00"),
            ..ArtRecordPatch::default()
        }
    }

    /// The brief after so many talks.
    pub(super) fn brief(&self, talks: usize) -> BriefInput {
        BriefInput {
            requirements: self.requirements.iter().take(talks).map(|line| (*line).to_owned()).collect(),
            deliverables: vec![Deliverable {
                name: self.deliverable.into(),
                quantity: 1,
                format: String::new(),
                due: None,
            }],
            notes: Some("Light from the left, as in the stairwell.".into()),
            message: Some(format!("After talk {talks}")),
        }
    }
}
