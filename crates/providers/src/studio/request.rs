//! What was ordered, checked: nothing is painted from parameters that the schema does not allow.

use super::StudioError;
use super::models::{Knob, StudioModel};
use serde_json::{Map, Value};

/// Sides of a picture, in pixels.
pub(super) const SIDES: std::ops::RangeInclusive<u64> = 64..=2048;

/// The side of a picture that says nothing about it.
pub(super) const SIDE: u64 = 768;

/// Checked parameters.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) prompt: String,
    pub(super) negative_prompt: String,
    pub(super) seed: u64,
    pub(super) width: u32,
    pub(super) height: u32,
    knobs: Vec<(&'static str, f32)>,
}

fn wrong(name: &str, reason: impl Into<String>) -> StudioError {
    StudioError::Parameter { name: name.to_owned(), reason: reason.into() }
}

impl Request {
    pub(super) fn of(model: &StudioModel, parameters: &Map<String, Value>) -> Result<Self, StudioError> {
        let common = ["prompt", "negative_prompt", "seed", "width", "height"];
        for name in parameters.keys() {
            if !common.contains(&name.as_str()) && !model.knobs.iter().any(|knob| knob.name == name) {
                return Err(wrong(name, format!("the model {} has no such parameter", model.id)));
            }
        }
        let prompt = text(parameters, "prompt")?.ok_or_else(|| wrong("prompt", "is missing"))?;
        if prompt.trim().is_empty() {
            return Err(wrong("prompt", "is empty"));
        }
        let side = |name| match whole(parameters, name)?.unwrap_or(SIDE) {
            side if SIDES.contains(&side) => Ok(side as u32),
            side => {
                Err(wrong(name, format!("{side} is not from {} to {} pixels", SIDES.start(), SIDES.end())))
            }
        };
        Ok(Self {
            prompt: prompt.to_owned(),
            negative_prompt: text(parameters, "negative_prompt")?.unwrap_or_default().to_owned(),
            seed: whole(parameters, "seed")?.ok_or_else(|| wrong("seed", "is missing: draw one"))?,
            width: side("width")?,
            height: side("height")?,
            knobs: model
                .knobs
                .iter()
                .map(|knob| Ok((knob.name, turned(parameters, knob)?)))
                .collect::<Result<_, StudioError>>()?,
        })
    }

    /// What a knob of the model is turned to; 0 for a name that the model has not.
    pub(super) fn knob(&self, name: &str) -> f32 {
        self.knobs.iter().find(|knob| knob.0 == name).map_or(0.0, |knob| knob.1)
    }
}

/// A value that is there: null says as little as nothing.
fn given<'a>(parameters: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    parameters.get(name).filter(|value| !value.is_null())
}

fn text<'a>(parameters: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, StudioError> {
    given(parameters, name)
        .map(|value| value.as_str().ok_or_else(|| wrong(name, "is not a text")))
        .transpose()
}

fn whole(parameters: &Map<String, Value>, name: &str) -> Result<Option<u64>, StudioError> {
    let number = |value: &Value| value.as_u64().ok_or_else(|| wrong(name, "is not a whole number from 0 up"));
    given(parameters, name).map(number).transpose()
}

fn turned(parameters: &Map<String, Value>, knob: &Knob) -> Result<f32, StudioError> {
    let Some(value) = given(parameters, knob.name) else { return Ok(knob.default) };
    let number = value.as_f64().ok_or_else(|| wrong(knob.name, "is not a number"))? as f32;
    if knob.whole && number.fract() != 0.0 {
        return Err(wrong(knob.name, "is not a whole number"));
    }
    if !(knob.minimum..=knob.maximum).contains(&number) {
        return Err(wrong(knob.name, format!("{number} is not from {} to {}", knob.minimum, knob.maximum)));
    }
    Ok(number)
}
