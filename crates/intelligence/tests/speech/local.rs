//! The real models on real clips, where `cargo xtask models` has been.

use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::{Clock, Timestamp};
use atelier_intelligence::speech::{Local, Progress, Size, Transcriber, Vocabulary};
use atelier_intelligence::{Feature, Models};

use super::*;

/// The models, or nothing and the reason why.
#[expect(clippy::print_stderr, reason = "who reads the log learns what was left out")]
fn models(feature: Feature) -> Option<Models> {
    let named = std::env::var_os("ATELIER_MODELS_DIR").map(PathBuf::from);
    let folder =
        named.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/atelier/models")))?;
    let models = Models::at(folder);
    if let Err(error) = models.require(feature) {
        eprintln!("left out: {error}");
        return None;
    }
    Some(models)
}

fn local(models: Models, size: Size) -> Local {
    Local::new(models, size, limits(), &Clock::fixed(Timestamp::from_millis(0)), 1)
}

fn plain(text: &str) -> String {
    text.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('2', "two")
}

#[tokio::test]
async fn sentence_is_heard_with_its_times() -> Outcome {
    for (size, feature) in [(Size::Base, Feature::Speech), (Size::Tiny, Feature::SpeechLight)] {
        let Some(models) = models(feature) else { continue };
        let told: Arc<Mutex<Vec<Progress>>> = Arc::default();
        let tell = Arc::clone(&told);
        let transcriber = Transcriber::Local(local(models, size));
        let transcript = transcriber
            .transcribe(
                Source::File(path("note.webm")),
                &Vocabulary::of(vec!["clay".to_owned()]),
                move |progress| {
                    tell.lock().unwrap_or_else(PoisonError::into_inner).push(progress);
                },
            )
            .await?;
        match size {
            Size::Base => assert_eq!(plain(&transcript.text), plain(SAID)),
            // It has its own idea of clay.
            Size::Tiny => {
                assert!(plain(&transcript.text).starts_with("i mixed two pounds of"), "{transcript:?}");
            }
        }
        assert_eq!((transcript.language.as_str(), transcript.complete), ("en", true));
        assert_eq!(transcript.model.sha256.len(), 64);
        let [piece] = transcript.pieces.as_slice() else { panic!("{transcript:?}") };
        assert!(piece.confidence > 0.5 && piece.words.len() == 8, "{piece:?}");
        let ordered = piece.words.is_sorted_by(|a, b| a.end_ms <= b.start_ms + 1 && a.start_ms < b.start_ms);
        assert!(ordered && piece.words[7].end_ms <= transcript.duration_ms, "{piece:?}");
        let told = told.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(told.iter().map(|progress| &progress.piece).collect::<Vec<_>>(), [piece]);
    }
    Ok(())
}

#[tokio::test]
async fn silence_and_noise_say_nothing() -> Outcome {
    let Some(models) = models(Feature::Speech) else { return Ok(()) };
    let transcriber = Transcriber::Local(local(models, Size::Base));
    let mut state = 1_u32;
    let noise: Vec<i16> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i16::try_from(state >> 20).unwrap_or(0) - 2_048
    })
    .take(20 * 16_000)
    .collect();
    for sound in [vec![0; 20 * 16_000], noise] {
        let bytes = wav(&sound, u32::try_from(sound.len() * 2)?);
        let transcript =
            transcriber.transcribe(Source::Bytes(bytes.into()), &Vocabulary::default(), |_| {}).await?;
        assert_eq!((transcript.text.as_str(), transcript.speech_ms), ("", 0));
        assert_eq!(transcript.duration_ms, 20_000);
    }
    Ok(())
}

#[tokio::test]
async fn missing_models_are_named() {
    let transcriber = Transcriber::Local(local(Models::at("/nowhere"), Size::Base));
    let outcome =
        transcriber.transcribe(Source::File(path("note.wav")), &Vocabulary::default(), |_| {}).await;
    let said = outcome.map(|transcript| transcript.text).map_err(|error| error.to_string());
    assert!(said.is_err_and(|text| text.contains("moonshine-base/encoder.ort")));
}

#[tokio::test]
async fn cooled_models_are_loaded_again() -> Outcome {
    let Some(models) = models(Feature::SpeechLight) else { return Ok(()) };
    let clock = Clock::fixed(Timestamp::from_millis(0));
    let local = Local::new(models, Size::Tiny, limits(), &clock, 1);
    let transcriber = Transcriber::Local(local.clone());
    for _ in 0..2 {
        let source = Source::File(path("note.wav"));
        assert!(!transcriber.transcribe(source, &Vocabulary::default(), |_| {}).await?.text.is_empty());
        clock.advance(Duration::from_hours(1));
        local.cool();
    }
    Ok(())
}
