//! The recipe in a generated picture: which program made it, from which words, with which settings.
//!
//! Every generator has its own place and its own names for the same things. [`read()`] knows those of the common
//! ones and gives the settings one set of names; [`write()`] puts a recipe in, for Atelier and for others. Texts
//! in a file are a stranger's: they are read within bounds, and nonsense in them is left out, never an error.

mod atelier;
mod block;
mod carrier;
mod comfy;
mod comment;
mod fooocus;
mod infotext;
mod invoke;
mod json;
mod normal;
mod novel;
mod scan;
mod swarm;
mod write;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use write::write;

/// A program that writes recipes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tool {
    /// The Stable Diffusion web UI, its descendants, Civitai, and all who write as it does.
    Automatic1111,
    /// `ComfyUI`.
    ComfyUi,
    /// `SwarmUI`.
    SwarmUi,
    /// `InvokeAI`.
    InvokeAi,
    /// Fooocus.
    Fooocus,
    /// `NovelAI`.
    NovelAi,
    /// This one.
    Atelier,
}

/// A recipe as it was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Generation {
    /// Who wrote it.
    pub tool: Tool,
    /// What was wished for; empty when that is not known.
    pub prompt: String,
    /// What was not wished for.
    pub negative_prompt: String,
    /// Settings. `seed`, `steps`, `cfg_scale`, `guidance`, `sampler`, `scheduler`, `width`, `height`, `model`
    /// (without folder and ending), `model_hash`, `vae`, `clip_skip`, `denoising_strength` and `loras`
    /// (`[{"name", "weight", "hash"}]`) have these names whatever the tool calls them, and are absent when they
    /// are not known; the rest are under the tool's own names. Whole numbers above 2⁵³ are decimal strings.
    pub parameters: Map<String, Value>,
    /// Every text that was found in the file, by keyword or tag, as it stands there.
    pub raw: BTreeMap<String, String>,
}

impl Generation {
    fn new(tool: Tool) -> Self {
        Self {
            tool,
            prompt: String::new(),
            negative_prompt: String::new(),
            parameters: Map::new(),
            raw: BTreeMap::new(),
        }
    }
}

/// A recipe to put into a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// What was wished for.
    pub prompt: String,
    /// What was not wished for.
    pub negative_prompt: String,
    /// Settings, by the names of [`Generation::parameters`].
    pub parameters: Map<String, Value>,
}

/// The recipe in a PNG, JPEG or WebP file; `None` when there is none that is understood.
///
/// Where a file has several, Atelier's own comes first, then a tool's complete one, then what is in the style
/// of the web UI. Texts of more than 2 MiB are not read.
pub fn read(bytes: &[u8]) -> Option<Generation> {
    let raw = carrier::texts(bytes);
    let found = understood(&raw)?;
    Some(Generation { raw, ..found })
}

/// Whether a file has texts where [`write()`] would put its own: of another program, of a camera, or an earlier one.
pub fn is_taken(bytes: &[u8]) -> bool {
    let texts = carrier::texts(bytes);
    ["parameters", carrier::COMMENT, carrier::ATELIER].iter().any(|name| texts.contains_key(*name))
}

fn understood(texts: &BTreeMap<String, String>) -> Option<Generation> {
    // The comment has the same text that PNG has under this keyword.
    let parameters = texts.get("parameters").or_else(|| texts.get(carrier::COMMENT));
    let infotext = || parameters.and_then(|text| infotext::read(text));
    atelier::read(texts)
        .or_else(|| swarm::read(parameters?))
        .or_else(|| fooocus::read(parameters?))
        .or_else(|| invoke::read(texts))
        .or_else(|| novel::read(texts))
        .or_else(|| comfy::read(texts))
        .or_else(infotext)
        .or_else(|| comfy::read_workflow(texts))
        .or_else(|| prompt_alone(texts))
}

/// The web UI writes a prompt without parameters when it is asked to; only its own keyword says that it is one.
fn prompt_alone(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let prompt = texts.get("parameters")?.trim().to_owned();
    (!prompt.starts_with('{')).then(|| Generation { prompt, ..Generation::new(Tool::Automatic1111) })
}
