//! Whether speech becomes words here.

use async_graphql::SimpleObject;
use atelier_base::{JobId, Scope};
use atelier_intelligence::speech::Transcriber;

use crate::{Error, State};

/// Whether speech becomes words here, and what it takes if not.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct SpeechStatus {
    /// Whether recordings are transcribed.
    pub available: bool,
    /// By whom: `local`, or `remote` for a service that was configured.
    pub model: Option<String>,
    /// Model files that are missing.
    pub missing: Vec<String>,
    /// What to do about it; empty when nothing is missing.
    pub how_to_get: String,
    /// Languages that are understood, by their BCP 47 names; empty when the service decides.
    pub languages: Vec<String>,
}

const HOW: &str = "Run `cargo xtask models`, or copy the files into the folder that `intelligence.models` \
    names. Recordings are kept and can be transcribed afterwards; typed notes work without.";

/// The present state of it.
pub fn status(state: &State) -> SpeechStatus {
    let how = |missing: bool| if missing { HOW.to_owned() } else { String::new() };
    match &state.transcriber {
        None => SpeechStatus {
            available: false,
            model: None,
            missing: Vec::new(),
            how_to_get: how(true),
            languages: Vec::new(),
        },
        Some(Transcriber::Local(local)) => {
            let missing = match local.require() {
                Ok(()) => Vec::new(),
                Err(atelier_intelligence::Error::Missing { files, .. }) => files,
                Err(error) => vec![error.to_string()],
            };
            SpeechStatus {
                available: missing.is_empty(),
                model: Some("local".into()),
                how_to_get: how(!missing.is_empty()),
                missing,
                languages: vec!["en".into()],
            }
        }
        Some(Transcriber::Remote(_) | Transcriber::Bedrock(_)) => SpeechStatus {
            available: true,
            model: Some("remote".into()),
            missing: Vec::new(),
            how_to_get: String::new(),
            languages: Vec::new(),
        },
    }
}

/// How much of a recording was heard by its job, 0 to 1.
pub(crate) async fn heard(state: &State, scope: Scope, job: Option<JobId>) -> Result<f64, Error> {
    let Some(job) = job else { return Ok(0.0) };
    let Some(job) = atelier_jobs::find(&state.jobs, scope, job).await? else { return Ok(0.0) };
    let progress = job.progress.filter(|progress| 0 < progress.total);
    // A recording has fewer milliseconds than a float has digits.
    #[expect(clippy::cast_precision_loss, reason = "an hour has 22 bits of milliseconds")]
    Ok(progress.map_or(0.0, |progress| (progress.done as f64 / progress.total as f64).clamp(0.0, 1.0)))
}
