//! The embedder against vectors that were computed with the model's original tools.

use std::time::Duration;

use atelier_base::{Clock, Timestamp};
use atelier_intelligence::embed::{Embedder, Vector};
use atelier_intelligence::{Error, Feature, Models};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn embedder(folder: &str) -> Embedder {
    Embedder::new(Models::at(folder), &Clock::fixed(Timestamp::from_millis(0)), 1)
}

/// The embedder with its model, or why the test is left out.
#[expect(clippy::print_stdout, reason = "who reads the log learns what was left out")]
fn with_models() -> Option<Embedder> {
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the models are")]
    let folder = std::env::var("ATELIER_MODELS_DIR")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cache/atelier/models")))
        .unwrap_or_default();
    let embedder = embedder(&folder);
    embedder.require().inspect_err(|missing| println!("left out: {missing}")).ok()?;
    Some(embedder)
}

fn product(a: &Vector, b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[test]
fn vectors_are_those_of_the_original() -> Outcome {
    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        vector: Vec<f32>,
    }
    let Some(embedder) = with_models() else { return Ok(()) };
    let cases: Vec<Case> = serde_json::from_str(include_str!("embedding/vectors.json"))?;
    let texts: Vec<&str> = cases.iter().map(|case| case.text.as_str()).collect();
    let vectors = embedder.embed(&texts)?;
    for (case, vector) in cases.iter().zip(&vectors) {
        let similarity = product(vector, &case.vector);
        assert!(similarity > 0.999, "{similarity}: {:?}", case.text);
    }
    // The two about glazing the sea are nearer than either to the taxes.
    assert!(product(&vectors[0], &vectors[1]) > product(&vectors[0], &vectors[5]) + 0.2);
    Ok(())
}

#[tokio::test]
#[expect(clippy::float_cmp, reason = "the same model makes the same bits of the same words")]
async fn query_is_remembered_and_cold_model_is_loaded_again() -> Outcome {
    let Some(embedder) = with_models() else { return Ok(()) };
    let first = embedder.embed_query("burnt sienna").await?;
    assert_eq!(embedder.embed_query("burnt sienna").await?, first);
    embedder.cool();
    let texts = vec!["burnt sienna".to_owned(), String::new()];
    assert_eq!(tokio::time::timeout(Duration::from_secs(30), embedder.embed_all(texts)).await??[0], first);
    Ok(())
}

#[tokio::test]
async fn without_files_it_says_which() {
    let refused = embedder("/nowhere").embed_query("burnt sienna").await;
    let Err(Error::Missing { feature, files, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(feature, Feature::Embed);
    assert!(files.iter().any(|file| file == "minilm/model.onnx"), "{files:?}");
}
