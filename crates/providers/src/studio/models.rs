//! The models of the studio, what each can be told, and the file that each is painted in.

mod bloom;
mod clouds;
mod flow;
mod inkwash;
mod mosaic;
mod shapes;
mod strata;
mod weave;

use super::StudioError;
use super::canvas::Canvas;
use super::request::{SIDE, SIDES};
use super::scene::Scene;
use serde_json::{Map, Value, json};

/// A number that one model can be told.
#[derive(Debug)]
pub(super) struct Knob {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    pub(super) minimum: f32,
    pub(super) maximum: f32,
    pub(super) default: f32,
    pub(super) whole: bool,
    pub(super) advanced: bool,
}

/// One way of making pictures. It paints patterns and simple shapes; it does not depict what a prompt describes.
#[derive(Debug)]
pub struct StudioModel {
    /// What an order calls it.
    pub id: &'static str,
    /// What a page calls it.
    pub name: &'static str,
    /// What it does, in a sentence or two.
    pub description: &'static str,
    pub(super) knobs: &'static [Knob],
    pub(super) paint: fn(&Scene, &mut Canvas) -> Result<(), StudioError>,
}

const fn count(name: &'static str, title: &'static str, description: &'static str, range: [f32; 3]) -> Knob {
    let [minimum, maximum, default] = range;
    Knob { name, title, description, minimum, maximum, default, whole: true, advanced: false }
}

const fn fine(name: &'static str, title: &'static str, description: &'static str, range: [f32; 3]) -> Knob {
    Knob { whole: false, advanced: true, ..count(name, title, description, range) }
}

/// All models, the quickest to understand first.
pub const MODELS: &[StudioModel] = &[
    StudioModel {
        id: "flow",
        name: "Flow fields",
        description: "Ribbons that follow an invisible current without ever touching.",
        knobs: &[
            count("density", "Density", "How many ribbons there are, and how thin", [1.0, 100.0, 40.0]),
            fine("turbulence", "Turbulence", "From a straight current to eddies", [0.0, 1.0, 0.45]),
        ],
        paint: flow::paint,
    },
    StudioModel {
        id: "noise",
        name: "Clouds of noise",
        description: "Folded veils of colour, between marble, smoke and weather.",
        knobs: &[
            count("octaves", "Octaves", "Layers of detail, from smooth to rough", [1.0, 8.0, 5.0]),
            fine("folding", "Folding", "How far the veils are pulled through each other", [0.0, 2.0, 1.0]),
        ],
        paint: clouds::paint,
    },
    StudioModel {
        id: "shapes",
        name: "Shapes on paper",
        description: "Cut paper in a composition. Shapes that the prompt names are the ones cut.",
        knobs: &[
            count("shapes", "Shapes", "How many pieces are laid down", [1.0, 400.0, 60.0]),
            fine("shadow", "Shadow", "How far the pieces stand off the paper", [0.0, 1.0, 0.4]),
        ],
        paint: shapes::paint,
    },
    StudioModel {
        id: "strata",
        name: "Strata",
        description: "Ridge behind ridge under a wide sky, with sun, moon, sea, trees or roofs when they are named.",
        knobs: &[
            count("layers", "Layers", "How many ridges lie behind each other", [2.0, 12.0, 6.0]),
            fine("mist", "Mist", "How much of each ridge the air takes", [0.0, 1.0, 0.5]),
        ],
        paint: strata::paint,
    },
    StudioModel {
        id: "mosaic",
        name: "Mosaic",
        description: "Stained glass between lead lines. Shapes that the prompt names glow in it.",
        knobs: &[
            count("cells", "Panes", "About how many panes there are", [8.0, 2000.0, 260.0]),
            fine("lead", "Lead", "How wide the lines between the panes are", [0.0, 1.0, 0.4]),
        ],
        paint: mosaic::paint,
    },
    StudioModel {
        id: "weave",
        name: "Weave",
        description: "Cloth in a pattern of stripes and checks, thread over thread.",
        knobs: &[
            count("threads", "Threads", "How many threads cross the shorter side", [8.0, 160.0, 64.0]),
            fine("wear", "Wear", "How uneven the yarn is and how faded the dye", [0.0, 1.0, 0.4]),
        ],
        paint: weave::paint,
    },
    StudioModel {
        id: "inkwash",
        name: "Ink wash",
        description: "Wet blots, dry strokes and splashes on rough paper.",
        knobs: &[
            count("blots", "Blots", "How many pools of ink there are", [1.0, 40.0, 9.0]),
            fine("splatter", "Splatter", "How much the brush spits", [0.0, 1.0, 0.5]),
        ],
        paint: inkwash::paint,
    },
    StudioModel {
        id: "bloom",
        name: "Bloom",
        description: "Rosettes of petals around spiral hearts.",
        knobs: &[
            count("flowers", "Flowers", "How many rosettes there are", [1.0, 24.0, 5.0]),
            Knob {
                advanced: true,
                ..count("petals", "Petals", "How many petals stand in each ring", [3.0, 34.0, 13.0])
            },
        ],
        paint: bloom::paint,
    },
];

impl StudioModel {
    /// The model with such an id.
    pub fn find(id: &str) -> Option<&'static Self> {
        MODELS.iter().find(|model| model.id == id)
    }

    /// What it accepts, as a JSON Schema object. A form folds away what is marked `x-advanced`.
    pub fn parameter_schema(&self) -> Value {
        let side = |title: &str| {
            json!({"type": "integer", "title": title, "minimum": SIDES.start(), "maximum": SIDES.end(),
                   "default": SIDE, "x-unit": "px"})
        };
        let mut properties = Map::new();
        let mut add = |name: &str, schema: Value| properties.insert(name.to_owned(), schema);
        add(
            "prompt",
            json!({"type": "string", "title": "Prompt", "minLength": 1,
            "description": "Words for colours, moods, times, materials and simple shapes count most; every other \
                            word moves the composition"}),
        );
        add(
            "negative_prompt",
            json!({"type": "string", "title": "Negative prompt", "default": "",
            "description": "Colours named here are kept out"}),
        );
        add(
            "seed",
            json!({"type": "integer", "title": "Seed", "minimum": 0,
            "description": "The same seed and words make the same picture"}),
        );
        add("width", side("Width"));
        add("height", side("Height"));
        for knob in self.knobs {
            add(knob.name, knob.schema());
        }
        json!({"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": properties})
    }
}

impl Knob {
    fn schema(&self) -> Value {
        // Through decimal text: 0.4 as f32 would become 0.4000000059604645.
        let exact = |number: f32| number.to_string().parse::<f64>().unwrap_or_default();
        let number = |value: f32| if self.whole { json!(value as i64) } else { json!(exact(value)) };
        let mut schema = json!({
            "type": if self.whole { "integer" } else { "number" },
            "title": self.title,
            "description": self.description,
            "minimum": number(self.minimum),
            "maximum": number(self.maximum),
            "default": number(self.default),
        });
        if let (true, Some(object)) = (self.advanced, schema.as_object_mut()) {
            object.insert("x-advanced".to_owned(), Value::Bool(true));
        }
        schema
    }
}
