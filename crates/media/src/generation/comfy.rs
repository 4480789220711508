//! `ComfyUI`: the graph that was run, as JSON under `prompt`. What it says is found by walking from the output
//! back to where the noise came from.
//!
//! A graph may refine a picture several times. The pass that starts from noise is the one that is told: its
//! words, seed and steps made the picture what it is.

mod graph;
mod words;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Generation, Tool, normal};
use graph::{Graph, Node};
use words::Words;

const NAMES: [(&str, &str); 9] = [
    ("seed", "seed"),
    ("noise_seed", "seed"),
    ("steps", "steps"),
    ("cfg", "cfg_scale"),
    ("sampler_name", "sampler"),
    ("scheduler", "scheduler"),
    ("guidance", "guidance"),
    ("width", "width"),
    ("height", "height"),
];
/// Links that lead away from the picture.
const ASIDE: [&str; 10] =
    ["model", "positive", "negative", "vae", "clip", "guider", "noise", "sampler", "sigmas", "control_net"];
/// Nodes that some samplers are taken apart into.
const PARTS: [&str; 4] = ["noise", "guider", "sampler", "sigmas"];
const MODEL_NAMES: [&str; 4] = ["ckpt_name", "unet_name", "base_ckpt_name", "model_name"];

/// The recipe that a graph tells; `None` when nothing in it makes a picture from words.
pub(super) fn read(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let graph = Graph::parse(texts.get("prompt")?)?;
    let picture = graph.upstream(&graph.outputs(), |_| true);
    let node = |id: &&str| graph.node(id);
    let Some(last) = picture.iter().copied().find(|id| node(id).is_some_and(Node::is_sampler)) else {
        return picture.iter().filter_map(node).find_map(|node| remote(&graph, node));
    };
    Some(sampled(&graph, first_sampler(&graph, last), &picture))
}

/// A picture with nothing but the graph's drawing was made there, and no more is known.
pub(super) fn read_workflow(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let drawing = texts.get("workflow")?;
    let is_graph = drawing.trim_start().starts_with('{') && drawing.contains("\"nodes\"");
    is_graph.then(|| Generation::new(Tool::ComfyUi))
}

/// The sampler that starts from noise, found from one that is nearer to the output.
fn first_sampler<'a>(graph: &'a Graph, last: &'a str) -> &'a str {
    let before = graph.upstream(&[last], |name| !ASIDE.contains(&name));
    // Breadth first, so the farthest comes last.
    before.into_iter().rfind(|id| graph.node(id).is_some_and(Node::is_sampler)).unwrap_or(last)
}

fn sampled(graph: &Graph, sampler: &str, picture: &[&str]) -> Generation {
    let mut parameters = Map::new();
    let parts = nodes(graph, &[sampler], |name| PARTS.contains(&name));
    for node in &parts {
        add_settings(graph, *node, &mut parameters);
    }
    let wished = |names: &[&str], wanted| {
        let links = parts.iter().flat_map(|part| names.iter().filter_map(|name| part.inputs.get(*name)));
        Words::of(graph, wanted, links)
    };
    let prompt = wished(&["positive", "conditioning", "cond1", "cond2", "text_embeds"], "positive");
    let negative_prompt = wished(&["negative", "text_embeds"], "negative");
    let words = |name: &str| {
        let is_word = ["positive", "cond", "clip", "guider"].iter().any(|start| name.starts_with(start));
        is_word || name == "text_embeds"
    };
    for node in nodes(graph, &[sampler], words) {
        let guidance = node.inputs.get("guidance").and_then(|value| graph.scalar(value, "guidance"));
        normal::set(&mut parameters, "guidance", normal::tidy(guidance.unwrap_or_default()));
        let layer = node.inputs.get("stop_at_clip_layer").and_then(Value::as_i64).filter(|layer| *layer < -1);
        normal::set(
            &mut parameters,
            "clip_skip",
            layer.map_or(Value::Null, |layer| layer.unsigned_abs().into()),
        );
    }
    add_size(graph, sampler, &mut parameters);
    let models: Vec<&str> =
        parts.iter().filter_map(|part| graph.link(part.inputs.get("model")?)).map(|link| link.0).collect();
    add_models(graph, &nodes(graph, &models, |name| name.contains("model")), &mut parameters);
    let mut vae =
        picture.iter().filter_map(|id| graph.node(graph.link(graph.node(id)?.inputs.get("vae")?)?.0));
    let vae = vae.find_map(|node| node.inputs.get("vae_name")?.as_str());
    normal::set(&mut parameters, "vae", normal::model(vae.unwrap_or_default()));
    Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::ComfyUi) }
}

fn nodes<'a>(graph: &'a Graph, start: &[&'a str], follow: impl Fn(&str) -> bool) -> Vec<Node<'a>> {
    graph.upstream(start, follow).into_iter().filter_map(|id| graph.node(id)).collect()
}

/// Numbers, names and switches of a node, its texts of any length left out.
fn add_settings(graph: &Graph, node: Node<'_>, parameters: &mut Map<String, Value>) {
    for (name, value) in node.inputs {
        let known = NAMES.iter().find(|(theirs, _)| theirs == name).map(|(_, ours)| *ours);
        let value = if known.is_some() || name == "denoise" {
            graph.scalar(value, name)
        } else {
            Some(value.clone())
        };
        match (known, value) {
            // All of the noise is no strength to speak of.
            (None, Some(value)) if name == "denoise" => {
                let strength = value.as_f64().filter(|strength| *strength < 1.0);
                normal::set(
                    parameters,
                    "denoising_strength",
                    strength.map_or(Value::Null, |_| normal::tidy(value)),
                );
            }
            (Some(ours @ ("sampler" | "scheduler")), Some(value)) => normal::set(parameters, ours, value),
            (Some(ours), Some(value)) => normal::set(parameters, ours, normal::tidy(value)),
            (None, Some(value)) if !value.is_array() && !value.is_object() => {
                normal::set(parameters, name, value);
            }
            _ => {}
        }
    }
}

fn add_size(graph: &Graph, sampler: &str, parameters: &mut Map<String, Value>) {
    let edges = nodes(graph, &[sampler], |name| !ASIDE.contains(&name)).into_iter().find_map(|node| {
        let edge = |name: &str| graph.scalar(node.inputs.get(name)?, name)?.as_u64();
        Some((edge("width")?, edge("height")?))
    });
    if let Some((width, height)) = edges {
        normal::set(parameters, "width", width);
        normal::set(parameters, "height", height);
    }
}

fn add_models(graph: &Graph, chain: &[Node<'_>], parameters: &mut Map<String, Value>) {
    let mut loras = Vec::new();
    for node in chain {
        let named = MODEL_NAMES.iter().find_map(|name| graph.scalar(node.inputs.get(*name)?, name));
        // One loader has the name where others have the link.
        let named = named.or_else(|| node.inputs.get("model").filter(|model| model.is_string()).cloned());
        let named = named.as_ref().and_then(Value::as_str).unwrap_or_default();
        normal::set(parameters, "model", normal::model(named));
        loras.extend(node.loras());
    }
    // The one nearest to the model was applied first.
    loras.reverse();
    normal::set(parameters, "loras", loras);
}

/// A node that sends words to a service and gets a picture back.
fn remote(graph: &Graph, node: Node<'_>) -> Option<Generation> {
    let words = |name: &str| graph.text(node.inputs.get(name)?).filter(|text| !text.trim().is_empty());
    let prompt = words("prompt")?;
    let mut parameters = Map::new();
    let mut rest = node.inputs.clone();
    rest.retain(|name, _| name != "prompt" && name != "negative_prompt");
    add_settings(graph, Node { inputs: &rest, ..node }, &mut parameters);
    normal::set(&mut parameters, "model", node.class);
    let negative_prompt = words("negative_prompt").unwrap_or_default();
    Some(Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::ComfyUi) })
}

#[cfg(test)]
mod tests;
