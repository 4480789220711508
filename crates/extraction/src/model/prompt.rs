//! What a model is told.

use crate::context::Context;

/// The form that answers must have; each fact with the words of the note that say it.
const FORM: &str = r#"{"type":"object","properties":{
"minutes":{"type":["object","null"],"properties":{"value":{"type":"integer"},"quotes":{"type":"array","items":{"type":"string"}}}},
"materials":{"type":"array","items":{"type":"object","properties":{"quote":{"type":"string"},"canonical":{"type":"string"},"use":{"enum":["used","to_buy","planned","not_used","mentioned"]},"confidence":{"type":"number"}}}},
"techniques":{"type":"array","items":{"type":"object","properties":{"quote":{"type":"string"},"canonical":{"type":"string"},"confidence":{"type":"number"}}}},
"project":{"type":["object","null"],"properties":{"id":{"type":"string"},"quote":{"type":"string"},"confidence":{"type":"number"}}}}}"#;

/// The instructions, with the projects of the studio.
pub(super) fn instructions(context: &Context) -> String {
    let mut text = format!(
        "You read an artist's note and answer with one JSON object of this schema, and nothing else:\n{FORM}\n\
         Every quote is copied from the note letter by letter. Minutes are those of work that was done: no calls, errands, plans, drying or breaks. \
         Materials become part of a work or are used up; tools are none. Use `used` only for what the note says was used. \
         Techniques are only those that were done. The project is the one worked on, by its id, or null. Today is {}. Projects:\n",
        context.today
    );
    for project in &context.projects {
        text.extend([
            &project.id,
            ": ",
            &project.title,
            ". ",
            &project.description,
            "
",
        ]);
    }
    text
}
