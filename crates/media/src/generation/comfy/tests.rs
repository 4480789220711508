use serde_json::json;

use super::*;

fn read_graph(graph: &Value) -> Option<Generation> {
    read(&BTreeMap::from([("prompt".to_owned(), graph.to_string())]))
}

/// The graph that the program starts with.
fn plain() -> Value {
    json!({
        "3": { "class_type": "KSampler", "inputs": {
            "seed": 1_125_899_906_842_624_007_u64, "steps": 20, "cfg": 8.0, "sampler_name": "euler", "scheduler": "normal",
            "denoise": 1.0, "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0],
        } },
        "4": { "class_type": "CheckpointLoaderSimple", "inputs": { "ckpt_name": "sd15/v1-5-pruned.ckpt" } },
        "5": { "class_type": "EmptyLatentImage", "inputs": { "width": 512, "height": 768, "batch_size": 1 } },
        "6": { "class_type": "CLIPTextEncode", "inputs": { "text": "a fox", "clip": ["4", 1] } },
        "7": { "class_type": "CLIPTextEncode", "inputs": { "text": "text, watermark", "clip": ["4", 1] } },
        "8": { "class_type": "VAEDecode", "inputs": { "samples": ["3", 0], "vae": ["4", 2] } },
        "9": { "class_type": "SaveImage", "inputs": { "filename_prefix": "ComfyUI", "images": ["8", 0] } },
    })
}

#[test]
fn plain_graph_is_told() {
    let read = read_graph(&plain()).unwrap();
    assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", "text, watermark"));
    let wanted = json!({
        "seed": "1125899906842624007", "steps": 20, "cfg_scale": 8, "sampler": "euler", "scheduler": "normal",
        "width": 512, "height": 768, "model": "v1-5-pruned",
    });
    assert_eq!(Value::Object(read.parameters), wanted);
}

#[test]
fn first_of_two_passes_is_told() {
    let mut graph = plain();
    graph["10"] = json!({ "class_type": "LatentUpscale", "inputs": {
        "samples": ["3", 0], "upscale_method": "nearest-exact", "width": 1024, "height": 1536,
    } });
    graph["11"] = graph["3"].clone();
    graph["11"]["inputs"]["latent_image"] = json!(["10", 0]);
    graph["11"]["inputs"]["steps"] = json!(7);
    graph["11"]["inputs"]["denoise"] = json!(0.5);
    graph["8"]["inputs"]["samples"] = json!(["11", 0]);
    let parameters = read_graph(&graph).unwrap().parameters;
    assert_eq!((&parameters["steps"], &parameters["width"]), (&json!(20), &json!(512)));
    assert!(!parameters.contains_key("denoising_strength"));
}

#[test]
fn words_are_found_behind_conditioning_and_text_nodes() {
    let mut graph = plain();
    graph["3"]["inputs"]["positive"] = json!(["20", 0]);
    graph["3"]["inputs"]["negative"] = json!(["20", 1]);
    graph["20"] = json!({ "class_type": "ControlNetApplyAdvanced", "inputs": {
        "positive": ["21", 0], "negative": ["24", 0], "control_net": ["30", 0], "image": ["31", 0], "strength": 1.0,
    } });
    graph["21"] = json!({ "class_type": "ConditioningCombine", "inputs": {
        "conditioning_1": ["6", 0], "conditioning_2": ["22", 0],
    } });
    graph["22"] = json!({ "class_type": "CLIPTextEncodeSDXL", "inputs": {
        "text_g": ["23", 0], "text_l": ["23", 0], "clip": ["4", 1], "width": 4096, "height": 4096,
    } });
    graph["23"] = json!({ "class_type": "StringConcatenate", "inputs": {
        "string_a": ["25", 0], "string_b": "in snow", "delimiter": ", ",
    } });
    graph["24"] = json!({ "class_type": "ConditioningZeroOut", "inputs": { "conditioning": ["7", 0] } });
    graph["25"] = json!({ "class_type": "PrimitiveStringMultiline", "inputs": { "value": "a red coat" } });
    graph["3"]["inputs"]["seed"] = json!(["26", 0]);
    graph["26"] = json!({ "class_type": "PrimitiveInt", "inputs": { "value": 5 } });
    let read = read_graph(&graph).unwrap();
    assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox\na red coat, in snow", ""));
    assert_eq!(read.parameters["seed"], json!(5));
}

#[test]
fn samplers_in_parts_are_put_together() {
    let graph = json!({
        "5": { "class_type": "EmptySD3LatentImage", "inputs": { "width": 1024, "height": 1024, "batch_size": 1 } },
        "6": { "class_type": "CLIPTextEncode", "inputs": { "text": "a fox", "clip": ["33", 0] } },
        "8": { "class_type": "VAEDecode", "inputs": { "samples": ["13", 0], "vae": ["10", 0] } },
        "9": { "class_type": "SaveImage", "inputs": { "filename_prefix": "x", "images": ["8", 0] } },
        "10": { "class_type": "VAELoader", "inputs": { "vae_name": "ae.safetensors" } },
        "12": { "class_type": "UNETLoader", "inputs": { "unet_name": "flux1-dev.safetensors", "weight_dtype": "default" } },
        "13": { "class_type": "SamplerCustomAdvanced", "inputs": {
            "noise": ["25", 0], "guider": ["22", 0], "sampler": ["16", 0], "sigmas": ["18", 0], "latent_image": ["5", 0],
        } },
        "16": { "class_type": "KSamplerSelect", "inputs": { "sampler_name": "euler" } },
        "17": { "class_type": "BasicScheduler", "inputs": {
            "scheduler": "simple", "steps": 25, "denoise": 1, "model": ["30", 0],
        } },
        "18": { "class_type": "SplitSigmas", "inputs": { "step": 3, "sigmas": ["17", 0] } },
        "22": { "class_type": "BasicGuider", "inputs": { "model": ["30", 0], "conditioning": ["26", 0] } },
        "25": { "class_type": "RandomNoise", "inputs": { "noise_seed": 77 } },
        "26": { "class_type": "FluxGuidance", "inputs": { "guidance": 3.5, "conditioning": ["6", 0] } },
        "30": { "class_type": "LoraLoaderModelOnly", "inputs": {
            "lora_name": "ink.safetensors", "strength_model": 0.8, "model": ["31", 0],
        } },
        "31": { "class_type": "Power Lora Loader (rgthree)", "inputs": {
            "lora_1": { "on": true, "lora": "a/line.safetensors", "strength": 1.0 },
            "lora_2": { "on": false, "lora": "off.safetensors", "strength": 1.0 }, "model": ["12", 0],
        } },
        "33": { "class_type": "CLIPSetLastLayer", "inputs": { "stop_at_clip_layer": -2, "clip": ["34", 0] } },
        "34": { "class_type": "DualCLIPLoader", "inputs": { "clip_name1": "t5xxl.safetensors", "type": "flux" } },
    });
    let read = read_graph(&graph).unwrap();
    assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", ""));
    let wanted = json!({
        "seed": 77, "steps": 25, "sampler": "euler", "scheduler": "simple", "guidance": 3.5, "step": 3, "width": 1024,
        "height": 1024, "model": "flux1-dev", "vae": "ae", "clip_skip": 2,
        "loras": [{ "name": "line", "weight": 1 }, { "name": "ink", "weight": 0.8 }],
    });
    assert_eq!(Value::Object(read.parameters), wanted);
}

#[test]
fn circles_and_links_to_nowhere_end() {
    let mut graph = plain();
    graph["6"]["inputs"]["text"] = json!(["40", 0]);
    graph["40"] = json!({ "class_type": "StringConcatenate", "inputs": { "string_a": ["40", 0], "string_b": ["40", 0] } });
    graph["7"] = json!({ "class_type": "ConditioningConcat", "inputs": { "conditioning_to": ["7", 0], "conditioning_from": ["99", 0] } });
    graph["5"]["inputs"]["width"] = json!(["5", 0]);
    graph["4"]["inputs"]["model"] = json!(["4", 0]);
    graph["5"]["inputs"]["samples"] = json!(["9", 0]);
    let read = read_graph(&graph).unwrap();
    assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("", ""));
    assert_eq!(read.parameters["model"], json!("v1-5-pruned"));
    let circle = json!({
        "1": { "class_type": "KSampler", "inputs": { "positive": ["1", 0], "steps": 3, "latent_image": ["2", 0] } },
        "2": { "class_type": "KSampler", "inputs": { "positive": ["1", 0], "steps": 4, "latent_image": ["1", 0] } },
    });
    assert!(read_graph(&circle).is_some());
}

#[test]
fn text_that_doubles_at_each_node_ends() {
    let mut graph = plain();
    graph["6"]["inputs"]["text"] = json!(["100", 0]);
    for id in 100..200 {
        let next = json!([(id + 1).to_string(), 0]);
        graph[id.to_string()] =
            json!({ "class_type": "StringConcatenate", "inputs": { "string_a": next, "string_b": next } });
    }
    graph["200"] = json!({ "class_type": "PrimitiveString", "inputs": { "value": "a".repeat(10_000) } });
    assert!(read_graph(&graph).unwrap().prompt.len() <= 1 << 20);
}

#[test]
fn deep_chains_end() {
    let mut graph = plain();
    graph["3"]["inputs"]["positive"] = json!(["1000", 0]);
    for id in 1000..20_000 {
        let next = json!([(id + 1).to_string(), 0]);
        graph[id.to_string()] =
            json!({ "class_type": "ConditioningSetArea", "inputs": { "conditioning": next } });
    }
    assert_eq!(read_graph(&graph).unwrap().prompt, "");
}

#[test]
fn services_are_asked_with_words() {
    let graph = json!({
        "1": { "class_type": "OpenAIGPTImage1", "inputs": { "prompt": "a fox", "seed": 4, "quality": "low", "size": "auto" } },
        "2": { "class_type": "SaveImage", "inputs": { "filename_prefix": "x", "images": ["1", 0] } },
    });
    let read = read_graph(&graph).unwrap();
    let wanted = json!({ "seed": 4, "quality": "low", "size": "auto", "model": "OpenAIGPTImage1" });
    assert_eq!((read.prompt.as_str(), Value::Object(read.parameters)), ("a fox", wanted));
}

#[test]
fn what_is_no_graph_is_left() {
    assert_eq!(read_graph(&json!({ "1": 2, "3": { "class_type": 4 } })), None);
    assert_eq!(read_graph(&json!({ "1": { "class_type": "LoadImage", "inputs": {} } })), None);
    let drawing = |text: &str| read_workflow(&BTreeMap::from([("workflow".to_owned(), text.to_owned())]));
    assert_eq!(drawing("{\"nodes\": []}").map(|read| read.tool), Some(Tool::ComfyUi));
    assert_eq!(drawing("a fox"), None);
}
