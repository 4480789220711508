//! A machine that behaves like `ComfyUI` towards its clients. It paints a shade for each seed.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value, json};

use crate::contract::{Asked, Reply, png};

#[derive(Default)]
pub(crate) struct Machine(Mutex<State>);

#[derive(Default)]
struct State {
    /// In the form of the queue: `[number, id, graph, extra, nodes]`.
    pending: Vec<Value>,
    running: Vec<Value>,
    history: Map<String, Value>,
    graphs: Map<String, Value>,
    taken: u64,
}

impl Machine {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many prompts were taken.
    pub(crate) fn taken(&self) -> u64 {
        self.state().taken
    }

    /// The graph that was taken under the id.
    pub(crate) fn graph(&self, id: &str) -> Value {
        self.state().graphs[id].clone()
    }

    /// Begins the next one.
    pub(crate) fn start(&self) {
        let mut state = self.state();
        let next = state.pending.remove(0);
        state.running.push(next);
    }

    /// Ends the running one well.
    pub(crate) fn finish(&self) {
        let mut state = self.state();
        let entry = state.running.remove(0);
        let nodes = entry[2].as_object().expect("nodes");
        let input = |name: &str| nodes.values().find_map(|node| node["inputs"][name].as_u64());
        let (seed, count) = (input("seed").unwrap_or_default(), input("batch_size").unwrap_or(1));
        let image =
            |shade: u64| json!({"filename": format!("{shade}.png"), "subfolder": "", "type": "output"});
        let images: Vec<Value> = (seed..seed + count).map(image).collect();
        let status =
            json!({"status_str": "success", "completed": true, "messages": [["execution_success", {}]]});
        end(&mut state, &entry, &json!({"9": {"images": images}}), &status);
    }

    /// Ends the running one with an exception.
    pub(crate) fn fail(&self, class: &str, message: &str) {
        let mut state = self.state();
        let entry = state.running.remove(0);
        let error = json!({"node_id": "6", "node_type": "VAEDecode", "exception_type": class,
            "exception_message": message, "traceback": ["File \"/srv/comfy/execution.py\", line 1"]});
        let messages = json!([["execution_start", {}], ["execution_error", error]]);
        let status = json!({"status_str": "error", "completed": false, "messages": messages});
        end(&mut state, &entry, &json!({}), &status);
    }

    /// Forgets what is in memory, which is all.
    pub(crate) fn restart(&self) {
        let mut state = self.state();
        *state = State { taken: state.taken, ..State::default() };
    }

    pub(crate) fn answer(&self, asked: &Asked) -> Reply {
        let mut state = self.state();
        let empty = || Reply::bytes(200, "", Vec::new());
        match asked.line().as_str() {
            "GET /queue" => {
                Reply::json(200, &json!({"queue_running": state.running, "queue_pending": state.pending}))
            }
            "POST /prompt" => take(&mut state, &asked.body),
            "POST /queue" => {
                let gone = asked.body["delete"].as_array().expect("ids").clone();
                state.pending.retain(|entry| !gone.contains(&entry[1]));
                empty()
            }
            "POST /history" => {
                for id in asked.body["delete"].as_array().expect("ids") {
                    state.history.remove(id.as_str().expect("an id"));
                }
                empty()
            }
            "POST /interrupt" => {
                let entry = state.running.remove(0);
                assert_eq!(entry[1], asked.body["prompt_id"], "the one that runs");
                let messages = json!([["execution_interrupted", {"node_id": "5"}]]);
                let status = json!({"status_str": "error", "completed": false, "messages": messages});
                end(&mut state, &entry, &json!({}), &status);
                empty()
            }
            "GET /view" => {
                match asked.query["filename"].as_str().and_then(|name| name.strip_suffix(".png")) {
                    Some(shade) => Reply::bytes(200, "image/png", png(shade.parse().expect("a shade"))),
                    None => Reply::bytes(404, "", Vec::new()),
                }
            }
            "GET /object_info/CheckpointLoaderSimple" => Reply::json(
                200,
                &json!({"CheckpointLoaderSimple": {
                "input": {"required": {"ckpt_name": [["hare.safetensors"], {"tooltip": "x"}]}}}}),
            ),
            "GET /object_info/KSampler" => Reply::json(
                200,
                &json!({"KSampler": {"input": {"required": {
                "sampler_name": ["COMBO", {"options": ["euler", "ddim"]}], "scheduler": [["normal", "karras"], {}]}}}}),
            ),
            line => match line.strip_prefix("GET /history/") {
                Some(id) => {
                    Reply::json(200, &state.history.get(id).map_or(json!({}), |entry| json!({id: entry})))
                }
                None => Reply::bytes(404, "", Vec::new()),
            },
        }
    }
}

fn take(state: &mut State, body: &Value) -> Reply {
    let known = ["prompt", "prompt_id", "client_id", "front", "number", "extra_data"];
    let fields = body.as_object().expect("an object");
    assert!(fields.keys().all(|name| known.contains(&name.as_str())), "{fields:?}");
    let (id, graph) = (&body["prompt_id"], &body["prompt"]);
    let nodes = graph.as_object().expect("nodes");
    assert!(!graph.to_string().contains("%prompt%"), "{graph}");
    if nodes.values().all(|node| node["class_type"] != "SaveImage") {
        return Reply::json(
            400,
            &json!({"error": {"type": "prompt_no_outputs", "message": "Prompt has no outputs"}, "node_errors": {}}),
        );
    }
    let number = state.taken;
    state.taken += 1;
    state.graphs.insert(id.as_str().expect("an id").to_owned(), graph.clone());
    state.pending.push(json!([number, id, graph, {}, ["7"]]));
    Reply::json(200, &json!({"prompt_id": id, "number": number, "node_errors": {}}))
}

fn end(state: &mut State, entry: &Value, outputs: &Value, status: &Value) {
    let id = entry[1].as_str().expect("an id").to_owned();
    state.history.insert(id, json!({"prompt": entry, "outputs": outputs, "status": status, "meta": {}}));
}
