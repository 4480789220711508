//! The pieces of a recording, each an object of its own until all are there.

use atelier_base::{Grant, RecordingId, Scope};
use atelier_blobs::{ASSETS, Entry, Put};
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use serde::Serialize;

use super::audio::Coding;
use super::{Recording, RecordingState, store};
use crate::permissions::Record;
use crate::{Error, State, files};

/// The most bytes of a piece: at the rate of a recorder two minutes.
pub(crate) const LARGEST: u64 = 4 << 20;
/// One more than the last number of a piece: three days, of three seconds each.
const COUNT: u32 = 100_000;

/// Which pieces the server has on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Received {
    /// Their numbers, from 0.
    pub received: Vec<u32>,
    /// Bytes of all of them.
    pub bytes: u64,
}

/// Stores a piece. The same piece again is no error, and pieces come in any order. It is on disk when this
/// returns.
pub async fn put_chunk<E: std::fmt::Display>(
    state: &State,
    grant: Grant<Record>,
    id: RecordingId,
    index: u32,
    body: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<Received, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let recording = store::fetch(state, scope, tenant, id).await?;
    if recording.state != RecordingState::Recording {
        return Err(Error::RecordingFinished(id));
    }
    if COUNT <= index {
        return Err(Error::TooManyChunks { most: COUNT });
    }
    let put = Put { limit: Some(LARGEST), ..Put::of_type("application/octet-stream") };
    state.blobs.put(scope, &ASSETS, &key(id, index).parse()?, put, body).await?;
    Ok(summary(&pieces(state, scope, id).await?))
}

/// Which pieces of a recording the server has.
pub async fn received(state: &State, grant: Grant<Record>, id: RecordingId) -> Result<Received, Error> {
    store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    Ok(summary(&pieces(state, grant.scope(), id).await?))
}

fn folder(id: RecordingId) -> String {
    format!("{}chunks/", store::folder(id))
}

/// Keys sort like numbers.
fn key(id: RecordingId, index: u32) -> String {
    format!("{}{index:06}", folder(id))
}

/// The pieces on disk, in their order.
pub(super) async fn pieces(state: &State, scope: Scope, id: RecordingId) -> Result<Vec<Entry>, Error> {
    Ok(files::below(&state.blobs, scope, &ASSETS, &folder(id)).await?)
}

pub(super) fn summary(pieces: &[Entry]) -> Received {
    let number = |piece: &Entry| piece.key.as_str().rsplit('/').next().and_then(|text| text.parse().ok());
    Received {
        received: pieces.iter().filter_map(number).collect(),
        bytes: pieces.iter().map(|piece| piece.size).sum(),
    }
}

/// Makes one file of the pieces, and then removes them. Whoever is interrupted does it again: the file is
/// there whole or not at all, and once it is, pieces are only left to be removed.
pub(crate) async fn join(state: &State, scope: Scope, recording: &Recording) -> Result<String, Error> {
    let audio = format!("{}audio", store::folder(recording.id));
    if !is_there(state, scope, &audio).await? {
        put_joined(state, scope, recording, &audio).await?;
    }
    files::remove(&state.blobs, scope, &ASSETS, &folder(recording.id)).await?;
    Ok(audio)
}

async fn is_there(state: &State, scope: Scope, audio: &str) -> Result<bool, Error> {
    match state.blobs.head(scope, &ASSETS, &audio.parse()?).await {
        Ok(_) => Ok(true),
        Err(atelier_blobs::Error::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn put_joined(state: &State, scope: Scope, recording: &Recording, audio: &str) -> Result<(), Error> {
    let pieces = pieces(state, scope, recording.id).await?;
    if pieces.is_empty() {
        // Nothing was sent, so that there is nothing to hear.
        return Ok(());
    }
    let coding = Coding::of(&recording.content_type, recording.sample_rate).unwrap_or(Coding::Stream);
    let header = coding.header(summary(&pieces).bytes);
    let blobs = state.blobs.clone();
    let bodies = stream::iter(pieces).then(move |piece| {
        let blobs = blobs.clone();
        async move {
            match blobs.get(scope, &ASSETS, &piece.key).await {
                Ok(object) => object.body.boxed(),
                Err(error) => stream::iter([Err(error)]).boxed(),
            }
        }
    });
    let body = stream::iter([Ok(Bytes::from(header))]).chain(bodies.flatten()).boxed();
    let put = Put::of_type(&coding.joined(&recording.content_type));
    state.blobs.put(scope, &ASSETS, &audio.parse()?, put, body).await?;
    Ok(())
}
