//! The text of the Stable Diffusion web UI, which many programs write and most read: the prompt, a line that
//! starts `Negative prompt:`, and a last line of parameters.

use serde_json::{Map, Value};

use super::scan::{Pair, pairs, quoted};
use super::{Generation, Tool, Written, normal};

/// A line with fewer pairs belongs to the prompt.
const FEWEST_PAIRS: usize = 3;
const NEGATIVE: &str = "Negative prompt:";
/// Their name there, and here.
const NAMES: [(&str, &str); 12] = [
    ("Steps", "steps"),
    ("Sampler", "sampler"),
    ("Schedule type", "scheduler"),
    ("CFG scale", "cfg_scale"),
    ("Distilled CFG Scale", "guidance"),
    ("Seed", "seed"),
    ("Size", "size"),
    ("Model hash", "model_hash"),
    ("Model", "model"),
    ("VAE", "vae"),
    ("Denoising strength", "denoising_strength"),
    ("Clip skip", "clip_skip"),
];
/// Once these were part of the sampler's name.
const SCHEDULES: [&str; 4] = ["Karras", "Exponential", "Polyexponential", "SGM Uniform"];
/// The most extra networks that one prompt names.
const MOST_LORAS: usize = 100;

/// What such a text says; `None` when it has neither parameters nor a negative prompt, and so may be any text.
pub(super) fn read(text: &str) -> Option<Generation> {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    let found = parameter_line(&lines);
    let end = found.as_ref().map_or(lines.len(), |(at, _)| *at);
    let negative = lines[..end].iter().position(|line| line.starts_with(NEGATIVE));
    if found.is_none() && negative.is_none() {
        return None;
    }
    let prompt = joined(&lines[..negative.unwrap_or(end)]);
    let negative_prompt = negative.map_or_else(String::new, |at| {
        let first = lines[at].trim_start_matches(NEGATIVE).trim_start();
        joined(&[&[first], &lines[at + 1..end]].concat())
    });
    let mut pairs = found.map(|(_, pairs)| pairs).unwrap_or_default();
    // Extensions append lines of their own, one name on each.
    pairs.extend(lines.iter().skip(end + 1).filter_map(|line| appended(line)));
    let tool = tool(&pairs);
    let parameters = normalised(pairs, &prompt);
    Some(Generation { tool, prompt, negative_prompt, parameters, ..Generation::new(tool) })
}

fn joined(lines: &[&str]) -> String {
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    lines[first..].join("\n").trim_end().to_owned()
}

/// The last line that is one of parameters, with its pairs. Prompts have colons too, `(a fox:1.2)`, so that
/// one name at least must be a known one, and more where other lines follow.
fn parameter_line(lines: &[&str]) -> Option<(usize, Vec<Pair>)> {
    let last = lines.len().checked_sub(1)?;
    (0..=last).rev().find_map(|at| {
        let needed = if at == last { 1 } else { FEWEST_PAIRS };
        let pairs = pairs(lines[at]);
        let known = pairs.iter().filter(|(name, _)| NAMES.iter().any(|(known, _)| known == name)).count();
        (FEWEST_PAIRS <= pairs.len() && needed <= known).then_some((at, pairs))
    })
}

fn appended(line: &str) -> Option<Pair> {
    let (name, value) = line.split_once(':')?;
    let value = value.trim();
    let unquoted = serde_json::from_str(value).unwrap_or_else(|_| value.to_owned());
    Some((name.trim().to_owned(), unquoted))
}

fn tool(pairs: &[Pair]) -> Tool {
    let version = pairs.iter().find(|(name, _)| name == "Version").map(|(_, version)| version.as_str());
    let named = [("Fooocus", Tool::Fooocus), ("ComfyUI", Tool::ComfyUi), ("Atelier", Tool::Atelier)];
    let found = named.into_iter().find(|(name, _)| version.is_some_and(|version| version.starts_with(name)));
    found.map_or(Tool::Automatic1111, |(_, tool)| tool)
}

fn normalised(pairs: Vec<Pair>, prompt: &str) -> Map<String, Value> {
    let mut parameters = Map::new();
    let mut hashes = String::new();
    for (name, value) in pairs {
        if name == "Lora hashes" {
            hashes.clone_from(&value);
        }
        let known = NAMES.iter().find(|(theirs, _)| *theirs == name).map_or("", |(_, ours)| ours);
        match known {
            "" if name == "Scheduler" => normal::set(&mut parameters, "scheduler", value),
            "" => normal::set(&mut parameters, &name, other(&value)),
            "size" => set_size(&mut parameters, &value),
            // Civitai writes `Sampler: Undefined` and `Clip skip: 0` where it knows nothing.
            "sampler" if value == "Undefined" => {}
            "clip_skip" if value == "0" => {}
            "sampler" => set_sampler(&mut parameters, &value),
            "model" => normal::set(&mut parameters, "model", normal::model(&value)),
            // A hash may consist of digits alone.
            "model_hash" | "scheduler" | "vae" => normal::set(&mut parameters, known, value),
            _ => normal::set(&mut parameters, known, normal::lenient(&value)),
        }
    }
    normal::set(&mut parameters, "loras", loras(prompt, &hashes));
    parameters
}

/// Under its own name: a number, unquoted JSON, or text.
fn other(value: &str) -> Value {
    let json = value.starts_with(['{', '[']).then(|| serde_json::from_str(value).ok()).flatten();
    json.unwrap_or_else(|| normal::from_text(value))
}

fn set_size(parameters: &mut Map<String, Value>, value: &str) {
    let size = value.split_once('x').map(|(width, height)| (width.parse::<u32>(), height.parse::<u32>()));
    match size {
        Some((Ok(width), Ok(height))) => {
            normal::set(parameters, "width", width);
            normal::set(parameters, "height", height);
        }
        _ => normal::set(parameters, "Size", value),
    }
}

fn set_sampler(parameters: &mut Map<String, Value>, value: &str) {
    let split = SCHEDULES.iter().find_map(|schedule| {
        let sampler = value.strip_suffix(schedule)?.strip_suffix(' ')?;
        Some((sampler, *schedule))
    });
    let (sampler, schedule) = split.unwrap_or((value, ""));
    normal::set(parameters, "sampler", sampler);
    normal::set(parameters, "scheduler", schedule);
}

/// Extra networks that a prompt asks for, `<lora:name:0.8>`, with the hashes of `name: hash, name: hash`.
pub(super) fn loras(prompt: &str, hashes: &str) -> Vec<Value> {
    let hash = |wanted: &str| {
        let mut pairs = hashes.split(',').filter_map(|pair| pair.rsplit_once(':'));
        pairs.find(|(name, _)| name.trim() == wanted).map(|(_, hash)| hash.trim())
    };
    let asked = prompt.split("<lora:").skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once('>')?;
        let mut parts = inside.split(':');
        let name = parts.next().filter(|name| !name.is_empty() && !name.contains('\n'))?;
        let weight = parts.next().filter(|weight| weight.trim().parse::<f64>().is_ok()).unwrap_or("1");
        Some(normal::lora(name, weight, hash(name)))
    });
    asked.take(MOST_LORAS).collect()
}

/// The text for others to read. What has no place in it (lists, names of other letters) is left out.
pub(super) fn write(written: &Written) -> String {
    let prompt = cleaned(&written.prompt);
    let negative = match cleaned(&written.negative_prompt) {
        negative if negative.is_empty() => negative,
        negative => format!("\n{NEGATIVE} {negative}"),
    };
    let parameters = &written.parameters;
    let mut pairs: Vec<(&str, String)> = Vec::new();
    for (theirs, ours) in NAMES {
        let value = if ours == "size" { size(parameters) } else { parameters.get(ours).and_then(shown) };
        pairs.extend(value.map(|value| (theirs, value)));
    }
    let is_own = |name: &str| {
        let known = ["width", "height", "loras", "Version"].contains(&name);
        known || NAMES.iter().any(|(theirs, ours)| *theirs == name || *ours == name)
    };
    let rest = parameters.iter().filter(|(name, _)| !is_own(name) && is_name(name));
    pairs.extend(rest.filter_map(|(name, value)| Some((name.as_str(), shown(value)?))));
    pairs.push(("Version", "Atelier".to_owned()));
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}: {}", quoted(value))).collect();
    format!("{prompt}{negative}\n{}", pairs.join(", ")).trim_start().to_owned()
}

/// Text chunks and comments end at a zero.
fn cleaned(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').collect::<String>().trim().to_owned()
}

fn is_name(name: &str) -> bool {
    matches!(pairs(&format!("{name}: 1")).as_slice(), [(found, _)] if found == name)
}

fn size(parameters: &Map<String, Value>) -> Option<String> {
    let edge = |name| parameters.get(name).and_then(shown);
    Some(format!("{}x{}", edge("width")?, edge("height")?))
}

fn shown(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => cleaned(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => if *yes { "True" } else { "False" }.to_owned(),
        Value::Array(_) | Value::Object(_) | Value::Null => return None,
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn parameters(text: &str) -> Value {
        Value::Object(read(text).unwrap().parameters)
    }

    #[test]
    fn prompt_negative_and_parameters_come_apart() {
        let text = "a fox, (red:1.2),\nratio: 3:4 <lora:ink:0.8> <lora:line:1:0.5>\n\
            Negative prompt: blurry,\nlow quality: yes\n\
            Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7.0, Seed: 12345678901234567890, Size: 512x768, \
            Model hash: 1234567890, Model: sd/v1-5.ckpt, Clip skip: 2, Lora hashes: \"ink: ab12, line: cd\", \
            Hires upscale: 2, Version: v1.10.1";
        let read = read(text).unwrap();
        assert_eq!(read.prompt, "a fox, (red:1.2),\nratio: 3:4 <lora:ink:0.8> <lora:line:1:0.5>");
        assert_eq!(read.negative_prompt, "blurry,\nlow quality: yes");
        assert_eq!(read.tool, Tool::Automatic1111);
        let wanted = json!({
            "steps": 20, "sampler": "DPM++ 2M", "scheduler": "Karras", "cfg_scale": 7,
            "seed": "12345678901234567890", "width": 512, "height": 768, "model_hash": "1234567890",
            "model": "v1-5", "clip_skip": 2, "Lora hashes": "ink: ab12, line: cd", "Hires upscale": 2,
            "Version": "v1.10.1",
            "loras": [{ "name": "ink", "weight": 0.8, "hash": "ab12" }, { "name": "line", "weight": 1, "hash": "cd" }],
        });
        assert_eq!(Value::Object(read.parameters), wanted);
    }

    #[test]
    fn civitai_has_its_own_ways() {
        let text = "a fox\nSteps: 30, Sampler: Undefined, Clip skip: 0, Size: 832x1216, Created Date: 2026-01-02T03:04:05Z, \
            Civitai resources: [{\"type\":\"checkpoint\",\"modelVersionId\":9}], Civitai metadata: {}";
        let wanted = json!({
            "steps": 30, "width": 832, "height": 1216, "Created Date": "2026-01-02T03:04:05Z",
            "Civitai resources": [{ "type": "checkpoint", "modelVersionId": 9 }],
        });
        assert_eq!(parameters(text), wanted);
    }

    #[test]
    fn few_or_unknown_pairs_belong_to_the_prompt() {
        assert_eq!(read("a fox, Steps: 20, Seed: 1"), None);
        assert_eq!(read("(fox hunt:1.2), (red coat:1.1), (old dog:0.9)"), None);
        let read = read("a fox\nNegative prompt: x\nSteps: 20, Seed: 1").unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", "x\nSteps: 20, Seed: 1"));
        assert_eq!(super::read(""), None);
    }

    #[test]
    fn lines_that_extensions_append_are_theirs() {
        let text = "a fox\nSteps: 20, Sampler: Euler, Seed: 1, Version: v1.6.0\nTemplate: a {fox|dog}, red\n\
            Negative Template: \"a, b\"";
        let wanted = json!({
            "steps": 20, "sampler": "Euler", "seed": 1, "Version": "v1.6.0",
            "Template": "a {fox|dog}, red", "Negative Template": "a, b",
        });
        assert_eq!((read(text).unwrap().prompt, parameters(text)), ("a fox".to_owned(), wanted));
    }

    #[test]
    fn what_is_written_is_read_the_same() {
        let parameters = json!({
            "steps": 8, "sampler": "Euler a", "scheduler": "Karras", "cfg_scale": 1.5, "seed": "18446744073709551615",
            "width": 64, "height": 32, "model": "m, n: o", "model_hash": "00ab", "clip_skip": 2, "Note": "a \"b\"\n",
        });
        let Value::Object(parameters) = parameters else { panic!("an object") };
        let written = Written { prompt: "a\nfox".into(), negative_prompt: "dog".into(), parameters };
        let text = write(&written);
        assert!(text.starts_with("a\nfox\nNegative prompt: dog\nSteps: 8, Sampler: Euler a, "), "{text}");
        let mut read = read(&text).unwrap();
        assert_eq!(read.parameters.remove("Version"), Some("Atelier".into()));
        // Blanks at the ends mean nothing there.
        let mut wanted = written.parameters;
        wanted.insert("Note".into(), "a \"b\"".into());
        assert_eq!((read.prompt.as_str(), read.parameters), ("a\nfox", wanted));
    }
}
