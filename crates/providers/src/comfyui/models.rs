//! What a `ComfyUI` offers: its checkpoints, and the workflows that its row holds.

use serde_json::{Map, Value, json};

use super::graph;
use crate::port::Model;

/// What the nodes of the machine allow, as it told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    pub(super) checkpoints: Vec<String>,
    pub(super) samplers: Vec<String>,
    pub(super) schedulers: Vec<String>,
}

impl Choices {
    /// Reads the answers about the loader and the sampler.
    pub(super) fn read(loader: &Value, sampler: &Value) -> Self {
        Self {
            checkpoints: choices(&loader["CheckpointLoaderSimple"], "ckpt_name"),
            samplers: choices(&sampler["KSampler"], "sampler_name"),
            schedulers: choices(&sampler["KSampler"], "scheduler"),
        }
    }

    /// The models: a workflow of the row has the name that it has there.
    pub(super) fn models(&self, workflows: &Map<String, Value>) -> Vec<Model> {
        let stored = workflows.iter().filter(|(_, workflow)| graph::is_workflow(workflow));
        let stored = stored.map(|(name, workflow)| self.model(name, name, workflow));
        let built_in = graph::text_to_image();
        let checkpoints = self.checkpoints.iter().filter(|name| !workflows.contains_key(*name));
        let checkpoints = checkpoints.map(|file| {
            let mut model = self.model(file, title(file), &built_in);
            // It may be given one of the order's own.
            model.parameter_schema["properties"]["workflow"] = json!({"type": "object", "x-advanced": true});
            model
        });
        stored.chain(checkpoints).collect()
    }

    fn model(&self, id: &str, name: &str, workflow: &Value) -> Model {
        Model {
            id: id.to_owned(),
            name: name.to_owned(),
            family: family(id).map(str::to_owned),
            parameter_schema: self.schema(id, &graph::names(workflow)),
            pricing: None,
            is_available: true,
        }
    }

    fn schema(&self, id: &str, names: &[String]) -> Value {
        // These are not of the order's parameters: the model is chosen beside them, and the quantity too.
        let names = names.iter().filter(|name| !matches!(name.as_str(), "model" | "quantity"));
        let properties: Map<String, Value> =
            names.map(|name| (name.clone(), self.property(id, name))).collect();
        let required: Vec<&str> = properties.contains_key("prompt").then_some("prompt").into_iter().collect();
        json!({"type": "object", "required": required, "additionalProperties": false, "properties": properties})
    }

    fn property(&self, id: &str, name: &str) -> Value {
        match name {
            "prompt" => json!({"type": "string", "minLength": 1}),
            "negative_prompt" => json!({"type": "string"}),
            "seed" => json!({"type": "integer", "minimum": 0}),
            "width" | "height" => {
                json!({"type": "integer", "minimum": 16, "maximum": 16384, "multipleOf": 8, "default": side(id)})
            }
            "steps" => json!({"type": "integer", "minimum": 1, "maximum": 10000, "default": 20}),
            "cfg" => json!({"type": "number", "minimum": 0, "maximum": 100, "default": 7}),
            "denoise" => {
                json!({"type": "number", "minimum": 0, "maximum": 1, "default": 1, "x-advanced": true})
            }
            "sampler_name" => chosen(&self.samplers, "euler"),
            "scheduler" => chosen(&self.schedulers, "normal"),
            // A name of the workflow's author, who alone knows what may stand there.
            _ => json!({"title": name}),
        }
    }
}

fn chosen(choices: &[String], usual: &str) -> Value {
    let default = choices.iter().find(|choice| *choice == usual).or(choices.first());
    let default = default.map_or(usual, String::as_str);
    let mut property = json!({"type": "string", "default": default, "x-advanced": true});
    if !choices.is_empty() {
        property["enum"] = json!(choices);
    }
    property
}

/// What stands for a name that the order does not say.
pub(super) fn defaults(model: &str, seed: u64) -> Map<String, Value> {
    let side = side(model);
    let defaults = json!({
        "negative_prompt": "", "seed": seed, "width": side, "height": side, "steps": 20, "cfg": 7.0,
        "sampler_name": "euler", "scheduler": "normal", "denoise": 1.0,
    });
    defaults.as_object().cloned().unwrap_or_default()
}

/// The values of an input that is chosen from a list. Older ones put the list itself in the place of a type.
fn choices(node: &Value, input: &str) -> Vec<String> {
    let input = ["required", "optional"].iter().map(|kind| &node["input"][kind][input]);
    let lists = input.flat_map(|input| [&input[0], &input[1]["options"]]);
    let values = lists.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
    values.map(str::to_owned).collect()
}

fn title(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Read from the name: a checkpoint says nothing about itself.
fn family(id: &str) -> Option<&'static str> {
    let id = id.to_lowercase();
    let families = [("flux", "flux"), ("sd3", "sd3"), ("xl", "sdxl"), ("pony", "sdxl"), ("v1-5", "sd1")];
    families.iter().find(|(part, _)| id.contains(part)).map(|(_, family)| *family)
}

/// The side in pixels that the family was trained with.
fn side(id: &str) -> u32 {
    if matches!(family(id), Some("flux" | "sd3" | "sdxl")) { 1024 } else { 512 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_in_their_old_and_new_form() {
        let old = json!({"CheckpointLoaderSimple": {"input": {"required": {"ckpt_name": [["a.safetensors"], {}]}}}});
        let new = json!({"KSampler": {"input": {"required": {
            "sampler_name": ["COMBO", {"options": ["euler", "ddim"]}], "scheduler": [["karras"]]}}}});
        let read = Choices::read(&old, &new);
        assert_eq!(read.checkpoints, ["a.safetensors"]);
        assert_eq!((read.samplers.len(), read.schedulers.len()), (2, 1));
        assert_eq!(Choices::read(&json!({}), &json!(null)), Choices::default());
    }

    #[test]
    fn schemas_say_what_their_workflow_asks_for() {
        let read = Choices { checkpoints: vec!["sdXL.safetensors".into()], ..Choices::default() };
        let workflows =
            json!({"poster": {"1": {"class_type": "X", "inputs": {"t": "%prompt% in %ink%"}}}, "bad": 3});
        let models = read.models(workflows.as_object().expect("an object"));
        let names: Vec<&str> = models.iter().map(|model| model.name.as_str()).collect();
        assert_eq!(names, ["poster", "sdXL"]);
        assert_eq!(models[0].parameter_schema["properties"]["ink"], json!({"title": "ink"}));
        assert_eq!(models[0].parameter_schema["required"], json!(["prompt"]));
        let properties = &models[1].parameter_schema["properties"];
        assert_eq!((&properties["width"]["default"], properties.get("quantity")), (&json!(1024), None));
    }
}
