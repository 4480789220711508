//! The model itself.

use ort::session::Session;
use ort::value::TensorRef;

use super::wordpiece::WordPiece;
use super::{DIMENSIONS, Vector};
use crate::error::Error;
use crate::models::Models;
use crate::runtime::Runtime;

/// What the model was trained to read, with the marks of begin and end.
const MOST_TOKENS: usize = 256;

/// A loaded model.
pub(super) struct MiniLm {
    session: Session,
    tokens: WordPiece,
}

impl MiniLm {
    pub(super) fn load(models: &Models) -> Result<Self, Error> {
        let runtime = Runtime::load(models)?;
        let session = runtime.session(&models.file("minilm/model.onnx")?)?;
        let tokens = WordPiece::read(&models.file("minilm/tokenizer.json")?)?;
        Ok(Self { session, tokens })
    }

    pub(super) fn embed(&mut self, text: &str) -> Result<Vector, Error> {
        let ids = self.tokens.encode(text, MOST_TOKENS);
        let length = ids.len();
        // One text a run, so that nothing is padding and every token counts.
        let (counts, types) = (vec![1_i64; length], vec![0_i64; length]);
        let shape = [1, length];
        let outputs = self.session.run(ort::inputs![
            "input_ids" => TensorRef::from_array_view((shape, &ids[..]))?,
            "attention_mask" => TensorRef::from_array_view((shape, &counts[..]))?,
            "token_type_ids" => TensorRef::from_array_view((shape, &types[..]))?,
        ])?;
        let states = outputs.get("last_hidden_state");
        let states =
            states.ok_or_else(|| Error::Runtime("the model has no output last_hidden_state".to_owned()))?;
        let (_, states) = states.try_extract_tensor::<f32>()?;
        Ok(direction(states.as_chunks::<DIMENSIONS>().0))
    }
}

/// The direction of the mean.
fn direction(states: &[Vector]) -> Vector {
    let mut sum = [0.0; DIMENSIONS];
    for state in states {
        sum.iter_mut().zip(state).for_each(|(sum, number)| *sum += number);
    }
    let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt();
    if length > 0.0 { sum.map(|number| number / length) } else { sum }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_has_length_one() {
        let states = [[3.0; DIMENSIONS], [-1.0; DIMENSIONS]];
        let length: f32 = direction(&states).iter().map(|number| number * number).sum();
        assert!((length - 1.0).abs() < 1e-5);
        assert!(direction(&[]).iter().all(|number| *number == 0.0));
    }
}
