//! Atelier's own text: JSON that loses nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Generation, Tool, Written, carrier};

/// Counts up when old readers would misunderstand.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Text<T> {
    atelier: u32,
    #[serde(flatten)]
    written: T,
}

pub(super) fn write(written: &Written) -> String {
    // Maps with keys that are no text could fail, and there are none.
    serde_json::to_string(&Text { atelier: VERSION, written }).unwrap_or_default()
}

pub(super) fn read(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let text: Text<Written> = serde_json::from_str(texts.get(carrier::ATELIER)?).ok()?;
    let Written { prompt, negative_prompt, parameters } = text.written;
    (text.atelier == VERSION).then(|| Generation {
        prompt,
        negative_prompt,
        parameters,
        ..Generation::new(Tool::Atelier)
    })
}
