//! The graph from words to a picture, for each sort of model.

use serde_json::{Map, Value, json};

use super::models;
use crate::error::{Category, Error};
use crate::port::Request;

/// The graph, and the node that takes the seed.
///
/// # Errors
/// `Validation` when the machine lacks the model, what belongs to it, or a graph for its sort.
pub(super) fn text_to_image(request: &Request, list: &Value) -> Result<(Value, &'static str), Error> {
    let model = models::find(list, &request.model).ok_or_else(|| {
        Error::new(Category::Validation, "The machine has no such model").parameter("model")
    })?;
    let values = Values { parameters: &request.parameters, model };
    match model["base"].as_str() {
        Some("sd-1" | "sd-2") => Ok((of_stable_diffusion(&values, false), "noise")),
        Some("sdxl") => Ok((of_stable_diffusion(&values, true), "noise")),
        Some("flux") => Ok((of_flux(&values, list)?, "denoise")),
        base => {
            let message = format!("There is no graph for models of the sort “{}”", base.unwrap_or("unknown"));
            Err(Error::new(Category::Validation, message).parameter("model"))
        }
    }
}

/// What the order says, else what the model prefers, else what is usual.
struct Values<'a> {
    parameters: &'a Map<String, Value>,
    model: &'a Value,
}

impl Values<'_> {
    fn get(&self, name: &str) -> Value {
        let said = self.parameters.get(name).filter(|value| !value.is_null()).cloned();
        said.unwrap_or_else(|| models::default(self.model, name))
    }
}

fn of_stable_diffusion(values: &Values<'_>, is_xl: bool) -> Value {
    let (width, height) = (values.get("width"), values.get("height"));
    let words = |id: &str, prompt: Value| {
        let plain = json!({"id": id, "type": "compel", "is_intermediate": true, "prompt": prompt});
        if !is_xl {
            return plain;
        }
        json!({"id": id, "type": "sdxl_compel_prompt", "is_intermediate": true,
            "prompt": prompt, "style": prompt, "original_width": width, "original_height": height,
            "crop_top": 0, "crop_left": 0, "target_width": width, "target_height": height})
    };
    let loader = if is_xl { "sdxl_model_loader" } else { "main_model_loader" };
    let nodes = json!({
        "model": {"id": "model", "type": loader, "is_intermediate": true, "model": identity(values.model)},
        "positive": words("positive", values.get("prompt")),
        "negative": words("negative", values.get("negative_prompt")),
        "noise": {"id": "noise", "type": "noise", "is_intermediate": true, "seed": 0,
            "width": width, "height": height, "use_cpu": true},
        "denoise": {"id": "denoise", "type": "denoise_latents", "is_intermediate": true,
            "steps": values.get("steps"), "cfg_scale": values.get("cfg_scale"),
            "scheduler": values.get("scheduler"), "denoising_start": 0.0, "denoising_end": 1.0},
        // In half precision the decoder of some models ends in black.
        "picture": {"id": "picture", "type": "l2i", "is_intermediate": false, "use_cache": false, "fp32": true},
    });
    let mut edges = vec![
        edge("model", "unet", "denoise", "unet"),
        edge("model", "clip", "positive", "clip"),
        edge("model", "clip", "negative", "clip"),
        edge("positive", "conditioning", "denoise", "positive_conditioning"),
        edge("negative", "conditioning", "denoise", "negative_conditioning"),
        edge("noise", "noise", "denoise", "noise"),
        edge("denoise", "latents", "picture", "latents"),
        edge("model", "vae", "picture", "vae"),
    ];
    if is_xl {
        edges.push(edge("model", "clip2", "positive", "clip2"));
        edges.push(edge("model", "clip2", "negative", "clip2"));
    }
    json!({"id": "atelier", "nodes": nodes, "edges": edges})
}

fn of_flux(values: &Values<'_>, list: &Value) -> Result<Value, Error> {
    let part = |kind: &str, name: &str| {
        let missing = || {
            let message = format!("The model needs {name}, and the machine has none");
            Error::new(Category::Validation, message).parameter("model")
        };
        models::part(list, kind).map(identity).ok_or_else(missing)
    };
    let nodes = json!({
        "model": {"id": "model", "type": "flux_model_loader", "is_intermediate": true,
            "model": identity(values.model), "t5_encoder_model": part("t5_encoder", "a T5 encoder")?,
            "clip_embed_model": part("clip_embed", "a CLIP encoder")?, "vae_model": part("vae", "a FLUX VAE")?},
        "positive": {"id": "positive", "type": "flux_text_encoder", "is_intermediate": true,
            "prompt": values.get("prompt")},
        "denoise": {"id": "denoise", "type": "flux_denoise", "is_intermediate": true, "seed": 0,
            "num_steps": values.get("steps"), "guidance": values.get("guidance"),
            "width": values.get("width"), "height": values.get("height")},
        "picture": {"id": "picture", "type": "flux_vae_decode", "is_intermediate": false, "use_cache": false},
    });
    let edges = [
        edge("model", "transformer", "denoise", "transformer"),
        edge("model", "clip", "positive", "clip"),
        edge("model", "t5_encoder", "positive", "t5_encoder"),
        edge("model", "max_seq_len", "positive", "t5_max_seq_len"),
        edge("positive", "conditioning", "denoise", "positive_text_conditioning"),
        edge("denoise", "latents", "picture", "latents"),
        edge("model", "vae", "picture", "vae"),
    ];
    Ok(json!({"id": "atelier", "nodes": nodes, "edges": edges}))
}

fn edge(from: &str, output: &str, to: &str, input: &str) -> Value {
    json!({"source": {"node_id": from, "field": output}, "destination": {"node_id": to, "field": input}})
}

/// By what the loaders know a model.
fn identity(model: &Value) -> Value {
    let names = ["key", "hash", "name", "base", "type"];
    Value::Object(names.iter().map(|name| ((*name).to_owned(), model[name].clone())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Value {
        let model = |key: &str, base: &str, kind: &str| json!({"key": key, "hash": "blake3:0", "name": key, "base": base, "type": kind, "path": "/srv/x"});
        json!({"models": [model("one", "sd-1", "main"), model("xl", "sdxl", "main"),
            model("flux", "flux", "main"), model("odd", "cogview4", "main"), model("vae", "flux", "vae"),
            model("t5", "any", "t5_encoder"), model("clip", "any", "clip_embed")]})
    }

    fn graph(model: &str, list: &Value) -> Result<(Value, &'static str), Error> {
        let parameters = json!({"prompt": "a hare", "width": 640});
        let parameters = parameters.as_object().cloned().expect("an object");
        let request = Request {
            model: model.to_owned(),
            parameters,
            quantity: 1,
            idempotency_key: "k".to_owned(),
            webhook: None,
        };
        text_to_image(&request, list)
    }

    /// An edge to a node that is not there is refused by the machine.
    #[test]
    fn edges_join_nodes_that_are_there() {
        for model in ["one", "xl", "flux"] {
            let (graph, seeded) = graph(model, &list()).expect("a graph");
            assert_eq!(graph["nodes"][seeded]["seed"], 0);
            for edge in graph["edges"].as_array().expect("edges") {
                for end in ["source", "destination"] {
                    let node = edge[end]["node_id"].as_str().expect("a node");
                    assert_eq!(graph["nodes"][node]["id"], node, "{model}: {edge}");
                }
            }
            assert_eq!(graph["nodes"]["model"]["model"]["key"], model);
            assert_eq!(graph["nodes"]["model"]["model"].get("path"), None);
        }
    }

    #[test]
    fn orders_go_before_what_the_model_prefers() {
        let mut list = list();
        list["models"][0]["default_settings"] = json!({"width": 768, "height": 768, "steps": 12});
        let (graph, _) = graph("one", &list).expect("a graph");
        assert_eq!(
            (&graph["nodes"]["noise"]["width"], &graph["nodes"]["noise"]["height"]),
            (&json!(640), &json!(768))
        );
        assert_eq!(graph["nodes"]["denoise"]["steps"], 12);
    }

    #[test]
    fn what_the_machine_lacks_is_said() {
        let message = |model: &str, list: &Value| {
            let error = graph(model, list).expect_err("refused");
            assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some("model")));
            error.message
        };
        assert_eq!(message("none", &list()), "The machine has no such model");
        assert_eq!(message("odd", &list()), "There is no graph for models of the sort “cogview4”");
        let mut poor = list();
        poor["models"].as_array_mut().expect("a list").pop();
        assert_eq!(message("flux", &poor), "The model needs a CLIP encoder, and the machine has none");
    }
}
