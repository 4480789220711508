//! The words behind a sampler's wishes, which pass through nodes that combine, mask and control them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::graph::{Graph, Node};

/// Where nodes that encode words have them.
const TEXTS: [&str; 8] = ["text", "text_g", "text_l", "clip_g", "clip_l", "t5xxl", "llama", "prompt"];
/// Links that lead to no words.
const ASIDE: [&str; 12] = [
    "model",
    "clip",
    "vae",
    "control_net",
    "image",
    "pixels",
    "latent",
    "samples",
    "mask",
    "style_model",
    "clip_vision",
    "clip_vision_output",
];
/// Links that are followed; honest graphs have a few dozen.
const DEEPEST: usize = 100;

pub(super) struct Words<'a> {
    graph: &'a Graph,
    /// `positive` or `negative`.
    wanted: &'static str,
    /// Nodes and their outputs, since some have one for each side.
    seen: BTreeSet<(&'a str, u64)>,
    found: Vec<String>,
}

impl<'a> Words<'a> {
    /// The words that these links lead to, each text once and on a line of its own.
    pub(super) fn of(
        graph: &'a Graph,
        wanted: &'static str,
        links: impl Iterator<Item = &'a Value>,
    ) -> String {
        let mut words = Self { graph, wanted, seen: BTreeSet::new(), found: Vec::new() };
        for link in links {
            words.follow(link, DEEPEST);
        }
        words.found.join("\n")
    }

    fn add(&mut self, text: Option<String>) {
        let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(text) = text.filter(|text| !self.found.contains(text)) {
            self.found.push(text);
        }
    }

    fn follow(&mut self, value: &'a Value, depth: usize) {
        let Some((id, slot)) = self.graph.link(value) else {
            // Nodes that load and encode at once have the words themselves.
            return self.add(value.as_str().map(str::to_owned));
        };
        let Some(node) = self.graph.node(id).filter(|_| 0 < depth && self.seen.insert((id, slot))) else {
            return;
        };
        // Words that are turned into nothing.
        if node.class.contains("ZeroOut") {
            return;
        }
        if let Some(value) = self.side(node, slot) {
            return self.follow(value, depth - 1);
        }
        let texts: Vec<&'a Value> = TEXTS.iter().filter_map(|name| node.inputs.get(*name)).collect();
        if texts.is_empty() {
            for (_, value) in node.inputs.iter().filter(|(name, _)| !ASIDE.contains(&name.as_str())) {
                if self.graph.link(value).is_some() {
                    self.follow(value, depth - 1);
                }
            }
        }
        for text in texts {
            self.add(self.graph.text(text));
        }
    }

    /// The input for one side, of a node that has one for each.
    fn side(&self, node: Node<'a>, slot: u64) -> Option<&'a Value> {
        let sides = (node.inputs.get("positive"), node.inputs.get("negative"));
        if let (Some(positive), Some(negative)) = sides {
            let is_link = self.graph.link(positive).is_some() && self.graph.link(negative).is_some();
            let wants_negative = if is_link && slot < 2 { slot == 1 } else { self.wanted == "negative" };
            return Some(if wants_negative { negative } else { positive });
        }
        let name = if self.wanted == "negative" { "negative_prompt" } else { "positive_prompt" };
        node.inputs.get(name)
    }
}
