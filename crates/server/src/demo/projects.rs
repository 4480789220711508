//! What is in the demo studio.

use atelier_base::Patch;
use atelier_projects::{NewProject, ProjectPatch};

/// A sample project; `owner` counts the people of the studio, `hours_ago` is when it last changed.
pub(super) struct Sample {
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
    settings: &'static [(&'static str, &'static str)],
    pub(super) owner: usize,
    pub(super) hours_ago: u32,
    /// When it was made, if that was earlier.
    pub(super) begun_hours_ago: Option<u32>,
    pub(super) archived: bool,
}

impl Sample {
    pub(super) fn input(&self) -> NewProject {
        NewProject {
            name: self.name.into(),
            description: Some(self.description.into()),
            r#type: Some(self.r#type.into()),
            settings: Some(self.settings()).filter(|_| self.begun_hours_ago.is_none()),
        }
    }

    /// What was added to it since it was made.
    pub(super) fn patch(&self) -> ProjectPatch {
        ProjectPatch { settings: Patch::Value(self.settings()), ..ProjectPatch::default() }
    }

    fn settings(&self) -> serde_json::Value {
        let pairs = self.settings.iter().map(|(key, value)| ((*key).to_owned(), (*value).into()));
        serde_json::Value::Object(pairs.collect())
    }
}

const fn sample(
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
    settings: &'static [(&'static str, &'static str)],
    owner: usize,
    hours_ago: u32,
) -> Sample {
    Sample { name, r#type, description, settings, owner, hours_ago, begun_hours_ago: None, archived: false }
}

/// The oldest first, so that ids and times agree.
pub(super) const PROJECTS: &[Sample] = &[
    Sample {
        archived: true,
        ..sample(
            "Lighthouse Studies",
            "series",
            "Nine gouache studies from the breakwater, made before the restoration scaffolding went up. Sold as a set.",
            &[("medium", "gouache"), ("size", "21 × 29 cm")],
            0,
            9_400,
        )
    },
    Sample {
        archived: true,
        ..sample(
            "Winter Market Poster",
            "commission",
            "Two-colour risograph for the harbour market. Delivered, invoiced, done.",
            &[("client", "Hafenmarkt e.V."), ("edition", "200")],
            1,
            7_100,
        )
    },
    sample(
        "Ledger of Small Weather",
        "artist's book",
        "A page a day for a year: one square of sky in watercolour, one line of handwriting. Binding in coptic stitch.",
        &[("medium", "watercolour"), ("pages", "365")],
        0,
        5_200,
    ),
    sample(
        "Attribution Set: Harbor School 1880–1910",
        "dataset",
        "Reference photographs of 412 signed works, raking light and ultraviolet, for telling the circle from the copyists.",
        &[("images", "412"), ("labels", "authentic, forged, circle of")],
        1,
        4_000,
    ),
    sample(
        "Saint Brendan's Whale",
        "mural",
        "Gable wall, 9 by 14 metres. Scaffold from the 3rd; silicate paint only, the wall must breathe.",
        &[("client", "City of Harlow"), ("budget", "18 400")],
        0,
        2_600,
    ),
    sample(
        "Tarot of the Tides",
        "card deck",
        "Seventy-eight cards. Majors painted by hand, minors generated from the palette of the majors and retouched.",
        &[("cards", "78"), ("done", "31")],
        1,
        1_700,
    ),
    Sample {
        begun_hours_ago: Some(1_500),
        ..sample(
            "Night Ferry",
            "painting",
            "Oil on linen, 120 × 160. The lamp on the upper deck is the only warm colour allowed.",
            &[("medium", "oil on linen"), ("size", "120 × 160 cm")],
            0,
            900,
        )
    },
    sample(
        "Provenance Desk",
        "agent",
        "Reads auction catalogues, finds earlier sales of a work and drafts the provenance note for review.",
        &[("model", "local")],
        1,
        500,
    ),
    Sample {
        begun_hours_ago: Some(1_440),
        ..sample(
            "Cyanotype Garden",
            "series",
            "Plants from the roof, exposed at noon through the year. Toned with green tea from August on.",
            &[("medium", "cyanotype"), ("paper", "Bergger Cot 320")],
            0,
            260,
        )
    },
    sample(
        "Portrait of the Harbour Master",
        "commission",
        "Three sittings agreed, charcoal first. He will not take off the cap.",
        &[("client", "Port Authority"), ("deadline", "2027-02-15")],
        0,
        96,
    ),
    sample(
        "Kiln Log Glazes",
        "research",
        "Celadon and tenmoku from local clay; every firing with its curve, every tile with its photograph.",
        &[("kiln", "gas, 0.3 m³")],
        1,
        30,
    ),
    Sample {
        begun_hours_ago: Some(1_400),
        ..sample(
            "Harbor Triptych",
            "painting",
            "Left panel: the cranes before dawn. Middle: the basin, ultramarine glazed over burnt sienna. Right: still bare.\n\nSecond glaze on the middle panel must dry until Thursday.",
            &[("medium", "oil and cold wax on panel"), ("size", "3 × 60 × 90 cm")],
            0,
            2,
        )
    },
];
