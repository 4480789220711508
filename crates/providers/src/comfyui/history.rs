//! What the history says of a prompt that ended.

use serde_json::{Map, Value};

use crate::error::{Category, Error, Fate};
use crate::message::plain;

/// A file that was made, as `/view` knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) subfolder: String,
    pub(super) kind: String,
}

/// The pictures of an entry of the history. Those that were saved go before previews.
///
/// # Errors
/// What the machine says went wrong, in its words, without its paths.
pub(super) fn pictures(entry: &Value) -> Result<Vec<File>, Error> {
    if has_failed(entry) {
        return Err(failure(&entry["status"]["messages"]));
    }
    let nodes = entry["outputs"].as_object().into_iter().flat_map(Map::values);
    let files: Vec<File> =
        nodes.filter_map(|node| node["images"].as_array()).flatten().filter_map(file).collect();
    let (saved, previews): (Vec<File>, Vec<File>) = files.into_iter().partition(|file| file.kind == "output");
    let files = if saved.is_empty() { previews } else { saved };
    if files.is_empty() {
        let message = "The workflow ended without a picture";
        return Err(Error::new(Category::Unknown, message).fate(Fate::Ended));
    }
    Ok(files)
}

/// Whether the entry is of one that did not end well.
pub(super) fn has_failed(entry: &Value) -> bool {
    entry["status"]["status_str"] == "error"
}

fn file(image: &Value) -> Option<File> {
    let text = |name: &str| image[name].as_str().unwrap_or_default().to_owned();
    let name = image["filename"].as_str()?.to_owned();
    Some(File { name, subfolder: text("subfolder"), kind: text("type") })
}

/// The messages are pairs of a name and what belongs to it; some versions write the names only.
fn failure(messages: &Value) -> Error {
    let named = |name: &str| {
        let mut messages = messages.as_array().into_iter().flatten();
        messages.find(|message| message[0] == name || **message == name).cloned()
    };
    if named("execution_interrupted").is_some() {
        return Error::new(Category::Unknown, "It was stopped in ComfyUI").fate(Fate::Ended);
    }
    let error = named("execution_error").unwrap_or_default();
    let text = |name: &str| error[1][name].as_str().unwrap_or_default();
    if text("exception_type").contains("OutOfMemory") || text("exception_message").contains("out of memory") {
        let message = "The machine had not enough memory for it";
        return Error::new(Category::Transient, message).fate(Fate::Ended);
    }
    let message = match (plain(text("exception_message")), text("node_type")) {
        (said, "") if said.is_empty() => "ComfyUI failed, and did not say why".to_owned(),
        (said, node) if said.is_empty() => format!("{node} failed, and did not say why"),
        (said, "") => said,
        (said, node) => format!("{node}: {said}"),
    };
    Error::new(Category::Unknown, message).fate(Fate::Ended)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn failed(messages: &Value) -> Error {
        let entry = json!({"outputs": {}, "status": {"status_str": "error", "messages": messages}});
        pictures(&entry).expect_err("it failed")
    }

    #[test]
    fn failures_are_told_without_the_paths_of_the_machine() {
        let message = json!({"node_type": "VAEDecode", "exception_type": "OSError",
            "exception_message": "no /srv/comfy/models/vae.pt\n", "traceback": ["File \"/srv/comfy/execution.py\""]});
        let error = failed(&json!([["execution_start", {}], ["execution_error", message]]));
        assert_eq!((error.message.as_str(), error.category), ("VAEDecode: no vae.pt", Category::Unknown));
        assert_eq!(error.fate, Fate::Ended);
    }

    #[test]
    fn names_without_their_data_are_read_too() {
        assert_eq!(
            failed(&json!(["execution_start", "execution_interrupted"])).message,
            "It was stopped in ComfyUI"
        );
        assert_eq!(failed(&json!(["execution_error"])).message, "ComfyUI failed, and did not say why");
        assert_eq!(failed(&json!(null)).category, Category::Unknown);
    }

    #[test]
    fn memory_may_be_there_the_next_time() {
        let message = json!({"exception_type": "torch.cuda.OutOfMemoryError", "exception_message": "x"});
        assert_eq!(failed(&json!([["execution_error", message]])).category, Category::Transient);
    }

    #[test]
    fn saved_pictures_go_before_previews() {
        let image = |name: &str, kind: &str| json!({"filename": name, "subfolder": "", "type": kind});
        let entry = |images: Value| json!({"status": {"status_str": "success"}, "outputs": {"9": {"images": images}}});
        let names = |entry: &Value| -> Vec<String> {
            pictures(entry).expect("pictures").into_iter().map(|file| file.name).collect()
        };
        assert_eq!(names(&entry(json!([image("p.png", "temp"), image("s.png", "output")]))), ["s.png"]);
        assert_eq!(names(&entry(json!([image("p.png", "temp")]))), ["p.png"]);
        assert_eq!(pictures(&entry(json!([]))).expect_err("nothing").category, Category::Unknown);
    }
}
