//! The journal's ports, opened as configured: who transcribes, what reads and compares, the index.

use std::path::{Path, PathBuf};
use std::time::Duration;

use atelier_analytics::{Format, Lake, Limits as SqlLimits};
use atelier_base::{Clock, Scope, TenantId};
use atelier_blobs::{ASSETS, Blobs};
use atelier_extraction::{Extractor, Model, ModelSettings};
use atelier_intelligence::embed::Embedder;
use atelier_intelligence::read::Reader;
use atelier_intelligence::speech::{
    Bedrock, BedrockCredentials, BedrockSettings, Limits as AudioLimits, Local, Remote, RemoteSettings, Size,
    Transcriber,
};
use atelier_intelligence::{Feature, Models};
use atelier_jobs::{Context, Failure, Job, Workers};
use atelier_journal::lake::{DATASETS, catch_up};
use atelier_journal::search::{Search, follow, gazetteer, rebuild};
use atelier_journal::{Limits, State};
use atelier_media::Heif;
use atelier_search::SearchIndex;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::config::{IntelligenceConfig, TranscribeApi};
use crate::{App, Config, Error};

/// How long a service may take for a recording.
const REMOTE_PATIENCE: Duration = Duration::from_mins(10);

/// How long one may take for a piece of some seconds.
const PIECE_PATIENCE: Duration = Duration::from_mins(1);

/// The room's state over the stores that everybody shares.
pub(crate) fn open(
    config: &Config,
    blobs: Blobs,
    jobs: atelier_jobs::State,
    projects: atelier_projects::State,
) -> Result<State, Error> {
    let clock = jobs.clock.clone();
    let models = Models::at(config.intelligence.models_in(&config.server.data));
    let limits =
        Limits { quota_bytes: config.journal.quota_bytes, recording_hours: config.journal.recording_hours };
    let search = search(config, &models, &clock)?;
    let reader = Reader::choose(&models, program(&config.intelligence.tesseract), clock.clone()).ok();
    let transcriber = transcriber(config, models, &clock)?;
    let lake = Lake::open(blobs.clone(), &ASSETS, DATASETS, config.jobs.computations)
        .map_err(atelier_journal::Error::from)?;
    let state = State::new(blobs, jobs, projects, search, lake).with_reader(reader);
    let state = state.with_heif(program(&config.intelligence.heif).map(Heif::at));
    Ok(state.with_transcriber(transcriber).with_extractor(extractor(config)?).with_limits(limits))
}

fn search(config: &Config, models: &Models, clock: &Clock) -> Result<Search, Error> {
    let index = SearchIndex::open(&config.server.data.join("search"), clock.clone())?;
    let embedder = models.missing(Feature::Embed).is_empty().then(|| {
        let workers = config.jobs.computations;
        Embedder::new(models.clone(), clock, workers)
    });
    Ok(Search::new(index, embedder, gazetteer()))
}

fn transcriber(config: &Config, models: Models, clock: &Clock) -> Result<Transcriber, Error> {
    let intelligence = &config.intelligence;
    let limits = AudioLimits {
        longest: Duration::from_hours(config.journal.recording_hours),
        ffmpeg: program(&intelligence.ffmpeg),
    };
    if intelligence.transcribe_url.is_empty() {
        let workers = config.jobs.computations;
        return Ok(Transcriber::Local(Local::new(models, Size::Base, limits, clock, workers)));
    }
    if intelligence.transcribe_api == TranscribeApi::Bedrock {
        return bedrock(intelligence, limits, clock);
    }
    let settings = RemoteSettings {
        base: intelligence.transcribe_url.trim_end_matches("/v1").to_owned(),
        key: intelligence.transcribe_key.clone(),
        model: intelligence.transcribe_model.clone(),
        timeout: REMOTE_PATIENCE,
    };
    let remote = Remote::new(settings, limits);
    remote
        .map(Transcriber::Remote)
        .map_err(|error| Error::Config(format!("intelligence.transcribe_url: {error}")))
}

/// A model of Bedrock's, asked with an API key or signed with an access key.
fn bedrock(config: &IntelligenceConfig, limits: AudioLimits, clock: &Clock) -> Result<Transcriber, Error> {
    let fault = |what: &str| Error::Config(format!("intelligence.transcribe_api is \"bedrock\": {what}"));
    let signs =
        [&config.transcribe_region, &config.transcribe_access_key_id, &config.transcribe_secret_access_key];
    let credentials = if !config.transcribe_key.is_empty() {
        BedrockCredentials::ApiKey(config.transcribe_key.clone())
    } else if signs.iter().all(|text| !text.is_empty()) {
        BedrockCredentials::Signed {
            access_key_id: config.transcribe_access_key_id.clone(),
            secret_access_key: config.transcribe_secret_access_key.clone(),
        }
    } else {
        return Err(fault(
            "set transcribe_key, or transcribe_region, transcribe_access_key_id and transcribe_secret_access_key",
        ));
    };
    let settings = BedrockSettings {
        base: config.transcribe_url.clone(),
        region: config.transcribe_region.clone(),
        model: config.transcribe_model.clone(),
        credentials,
        timeout: PIECE_PATIENCE,
    };
    let bedrock = Bedrock::new(settings, limits, clock.clone());
    bedrock.map(Transcriber::Bedrock).map_err(|error| fault(&error.to_string()))
}

/// The rules, or a language model where one is configured.
fn extractor(config: &Config) -> Result<Extractor, Error> {
    let intelligence = &config.intelligence;
    if intelligence.extract_url.is_empty() {
        return Ok(Extractor::Rules);
    }
    let settings = ModelSettings {
        wire: intelligence.extract_api,
        base: intelligence.extract_url.trim_end_matches("/v1").to_owned(),
        key: intelligence.extract_key.clone(),
        model: intelligence.extract_model.clone(),
        timeout: Duration::from_secs(30),
    };
    let model = Model::new(settings);
    model.map(Extractor::Model).map_err(|error| Error::Config(format!("intelligence.extract_url: {error}")))
}

/// A program by its path, or by its name where programs are looked for; none that is not there.
fn program(name: &str) -> Option<PathBuf> {
    let named = Path::new(name);
    if name.is_empty() || named.components().count() > 1 {
        return (!name.is_empty() && named.is_file()).then(|| named.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|place| place.is_file())
}

/// Keeps the index fed, after building it when it is new.
pub(crate) async fn keep_found(app: &App, stop: CancellationToken) {
    let (state, search) = (app.journal.clone(), app.journal.search.clone());
    if search.is_new()
        && let Err(error) = build_index(app).await
    {
        tracing::warn!(%error, "the search index could not be built; it is fed with what changes");
    }
    follow(state, search, Scope::directory(), stop).await;
}

/// Builds the search index anew from all records. Says how many there are.
///
/// # Errors
/// Those of the stores and of the index, which stays as it was.
pub async fn build_index(app: &App) -> Result<usize, Error> {
    let tenants = tenants(app).await?;
    Ok(rebuild(&app.journal, &app.journal.search, &tenants).await?)
}

/// Gives the memory of models back that nobody used for a while.
pub(crate) fn cool(app: &App) {
    if let Some(Transcriber::Local(local)) = &app.journal.transcriber {
        local.cool();
    }
    if let Some(reader) = &app.journal.reader {
        reader.cool();
    }
    app.journal.search.cool();
}

/// Brings the lake up to date with what changed in the journal.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FillLake {}

impl Job for FillLake {
    const KIND: &'static str = "journal.lake";
    const MAX_ATTEMPTS: u32 = 3;
}

/// The workers with the job.
pub(crate) fn known(workers: Workers, app: &App) -> Workers {
    let app = app.clone();
    workers.on(move |_: FillLake, _: Context| {
        let app = app.clone();
        async move { Ok::<_, Failure>(fill_lake(&app).await?) }
    })
}

/// Brings the lake up to date. Says how many months were written.
///
/// # Errors
/// Those of the stores; the next time goes on from there.
pub async fn fill_lake(app: &App) -> Result<usize, Error> {
    let tenants = async || tenants(app).await;
    Ok(catch_up(&app.journal, &app.journal.lake, Scope::directory(), tenants).await?)
}

/// The answer to a question in SQL over a tenant's records as they are now, as CSV.
///
/// # Errors
/// Those of the stores, and of the question.
pub async fn ask(app: &App, tenant: TenantId, query: &str) -> Result<Vec<u8>, Error> {
    fill_lake(app).await?;
    let limits = SqlLimits { rows: usize::MAX, ..SqlLimits::default() };
    let answer = app.journal.lake.export(Scope::tenant(tenant), query, limits, Format::Csv).await;
    let (bytes, _) = answer.map_err(atelier_journal::Error::from)?;
    Ok(bytes.to_vec())
}

/// Everybody who ever did something.
async fn tenants(app: &App) -> Result<Vec<TenantId>, atelier_journal::Error> {
    let failed = |error: atelier_audit::Error| atelier_journal::Error::Unexpected(error.to_string());
    // A trail is listed once something of it is sealed.
    app.trail.seal_all().await.map_err(failed)?;
    app.trail.tenants().await.map_err(failed)
}
