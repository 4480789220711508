//! What `ComfyUI` says when it does not take a workflow.

use serde_json::{Map, Value};

use super::graph;
use crate::error::{Category, Error};
use crate::message::plain;

/// The refusal in its words, with the parameter that stood where the fault is.
pub(super) fn refusal(answer: &Value, workflow: &Value) -> Error {
    if let Some(error) = of_a_node(answer, workflow) {
        return error;
    }
    let text = |name: &str| answer["error"][name].as_str().unwrap_or_default();
    let message = match (plain(text("message")), plain(text("details"))) {
        (message, _) if message.is_empty() => "ComfyUI did not take the workflow".to_owned(),
        (message, details) if details.is_empty() || details == message => message,
        (message, details) => format!("{message} ({details})"),
    };
    Error::new(Category::Validation, message)
}

/// The first fault that a node has.
fn of_a_node(answer: &Value, workflow: &Value) -> Option<Error> {
    let nodes = answer["node_errors"].as_object().into_iter().flat_map(Map::iter);
    let faults = nodes.flat_map(|(node, about)| {
        about["errors"].as_array().into_iter().flatten().map(move |fault| (node, &about["class_type"], fault))
    });
    let (node, class, fault) = faults.into_iter().next()?;
    let input = fault["extra_info"]["input_name"].as_str();
    let said = plain(fault["message"].as_str().unwrap_or_default());
    let place = input.or(class.as_str()).unwrap_or(node);
    let error = Error::new(Category::Validation, format!("{said} ({place})"));
    Some(match input.and_then(|input| graph::name_at(workflow, node, input)) {
        Some(parameter) => error.parameter(parameter),
        None => error,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_parameter_behind_the_input_is_named() {
        let fault = json!({"message": "Value 90000 bigger than max of 16384", "details": "batch_size",
            "extra_info": {"input_name": "batch_size", "traceback": ["File \"/srv/x.py\""]}});
        let answer = json!({"error": {"type": "prompt_outputs_failed_validation", "message": "no"},
            "node_errors": {"4": {"class_type": "EmptyLatentImage", "errors": [fault]}}});
        let error = refusal(&answer, &graph::text_to_image());
        assert_eq!(error.parameter.as_deref(), Some("quantity"));
        assert_eq!(error.message, "Value 90000 bigger than max of 16384 (batch_size)");
    }

    #[test]
    fn what_is_no_fault_of_a_node_is_said_as_it_is() {
        let answer = json!({"error": {"message": "No prompt provided", "details": "No prompt provided"}, "node_errors": {}});
        assert_eq!(refusal(&answer, &json!({})).message, "No prompt provided");
        assert_eq!(refusal(&json!("nonsense"), &json!({})).message, "ComfyUI did not take the workflow");
    }
}
