//! Nodes that take values, or links to other nodes.

use std::cell::Cell;
use std::collections::{BTreeSet, VecDeque};

use serde_json::{Map, Value};

use super::super::{json, normal};

/// Links that are followed to find one value; honest graphs have a few.
const DEEPEST: usize = 32;
/// Nodes that are asked for texts, and bytes of text that are taken from them: a text can be used twice by a
/// node that is used twice by a node, and so on.
const MOST_TEXTS: usize = 10_000;
const LONGEST_TEXTS: usize = 1 << 20;
const MOST_LORAS: usize = 100;
/// Where nodes have texts. What a wildcard became comes before the wildcard.
const TEXTS: [&str; 8] =
    ["populated_text", "text", "string", "value", "prompt", "positive", "String", "wildcard_text"];

/// A graph as it was run. It may have circles and links to nowhere: it is a stranger's.
pub(super) struct Graph {
    nodes: Map<String, Value>,
    texts: Cell<usize>,
    length: Cell<usize>,
}

/// A step of the work.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub(super) class: &'a str,
    pub(super) inputs: &'a Map<String, Value>,
}

impl Graph {
    /// `None` when no member of the object is a node.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let graph = Self { nodes: json::object(text)?, texts: Cell::new(0), length: Cell::new(0) };
        graph.nodes.keys().any(|id| graph.node(id).is_some()).then_some(graph)
    }

    pub(super) fn node(&self, id: &str) -> Option<Node<'_>> {
        let node = self.nodes.get(id)?.as_object()?;
        Some(Node { class: json::text(node, "class_type")?, inputs: json::inner(node, "inputs")? })
    }

    /// The node that a value links to, and which of its outputs.
    pub(super) fn link(&self, value: &Value) -> Option<(&str, u64)> {
        let [id, slot] = value.as_array()?.as_slice() else { return None };
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let (id, _) = self.nodes.get_key_value(&id)?;
        Some((id, slot.as_u64()?))
    }

    /// Nodes that nothing follows, those that save pictures first. All of them when the graph is a circle.
    pub(super) fn outputs(&self) -> Vec<&str> {
        let all = || self.nodes.keys().filter_map(|id| Some((id.as_str(), self.node(id)?)));
        let links = all().flat_map(|(_, node)| node.inputs.values()).filter_map(|value| self.link(value));
        let followed: BTreeSet<&str> = links.map(|(id, _)| id).collect();
        let mut ends: Vec<(&str, Node<'_>)> = all().filter(|(id, _)| !followed.contains(id)).collect();
        if ends.is_empty() {
            ends = all().collect();
        }
        let rank = |class: &str| match class {
            _ if class.contains("Save") => 0,
            _ if class.contains("Video") => 1,
            _ if class.contains("Preview") => 2,
            _ => 3,
        };
        // Ids are numbers mostly.
        ends.sort_by_key(|(id, node)| (rank(node.class), id.len(), *id));
        ends.into_iter().map(|(id, _)| id).collect()
    }

    /// These nodes and all that they come from through inputs of such names, nearest first, each once.
    pub(super) fn upstream<'a>(&'a self, start: &[&'a str], follow: impl Fn(&str) -> bool) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for id in start {
            let mut next = VecDeque::from([*id]);
            while let Some(id) = next.pop_front() {
                if !seen.insert(id) {
                    continue;
                }
                found.push(id);
                let Some(node) = self.node(id) else { continue };
                let links = node.inputs.iter().filter(|(name, _)| follow(name));
                next.extend(links.filter_map(|(_, value)| self.link(value)).map(|(id, _)| id));
            }
        }
        found
    }

    /// A number, switch or short text, perhaps from a node that has nothing else.
    pub(super) fn scalar(&self, value: &Value, name: &str) -> Option<Value> {
        const NAMES: [&str; 8] = ["value", "seed", "noise_seed", "int", "float", "number", "Number", "Value"];
        let mut value = value;
        for _ in 0..DEEPEST {
            let Some((id, _)) = self.link(value) else {
                return (!value.is_array() && !value.is_object()).then(|| value.clone());
            };
            let inputs = self.node(id)?.inputs;
            value = std::iter::once(name).chain(NAMES).find_map(|name| inputs.get(name))?;
        }
        None
    }

    /// A text, perhaps from nodes that hold, join or show texts.
    pub(super) fn text(&self, value: &Value) -> Option<String> {
        self.text_within(value, DEEPEST)
    }

    fn text_within(&self, value: &Value, depth: usize) -> Option<String> {
        self.texts.set(self.texts.get() + 1);
        if depth == 0 || MOST_TEXTS < self.texts.get() {
            return None;
        }
        if let Some(text) = value.as_str() {
            self.length.set(self.length.get() + text.len());
            return (self.length.get() <= LONGEST_TEXTS).then(|| text.to_owned());
        }
        let (id, _) = self.link(value)?;
        let node = self.node(id)?;
        if ["Concat", "concat", "Join", "Combine"].iter().any(|word| node.class.contains(word)) {
            return Some(self.joined(node, depth - 1));
        }
        let named = TEXTS.iter().filter_map(|name| node.inputs.get(*name));
        named.chain(node.inputs.values()).find_map(|value| self.text_within(value, depth - 1))
    }

    fn joined(&self, node: Node<'_>, depth: usize) -> String {
        let is_between = |name: &str| name.starts_with("delim") || name.starts_with("separator");
        let (between, parts): (Vec<_>, Vec<_>) = node.inputs.iter().partition(|(name, _)| is_between(name));
        let between = between.first().and_then(|(_, value)| value.as_str()).unwrap_or_default();
        let parts = parts.into_iter().filter_map(|(_, value)| self.text_within(value, depth));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    }
}

impl Node<'_> {
    /// Whether it turns noise and words into a picture.
    pub(super) fn is_sampler(self) -> bool {
        let has = |name: &str| self.inputs.contains_key(name);
        let noise = ["steps", "seed", "noise_seed", "sigmas"].iter().any(|name| has(name));
        (has("positive") && noise) || (has("guider") && has("sigmas")) || (has("text_embeds") && noise)
    }

    /// The extra networks that it adds, the last one first.
    pub(super) fn loras(self) -> Vec<Value> {
        let weight = |inputs: &Map<String, Value>| {
            let names = ["strength_model", "strength", "lora_weight"];
            names.iter().find_map(|name| inputs.get(*name).filter(|weight| weight.is_number()).cloned())
        };
        let lora = |name: &str, inputs| normal::lora(name, weight(inputs).unwrap_or(Value::from(1)), None);
        if let Some(name) = json::text(self.inputs, "lora_name") {
            return vec![lora(name, self.inputs)];
        }
        if !self.class.contains("Lora") {
            return Vec::new();
        }
        // Some nodes have a list of them, each with a switch.
        let rows = self.inputs.values().rev().filter_map(Value::as_object);
        let used = rows.filter(|row| row.get("on").is_none_or(|on| on == &Value::Bool(true)));
        used.filter_map(|row| Some(lora(json::text(row, "lora")?, row))).take(MOST_LORAS).collect()
    }
}
