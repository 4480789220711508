//! A file that a job made, kept beside it for as long.

use std::time::Duration;

use atelier_base::{JobId, Scope};
use atelier_tables::{Item, Key, Value, Write};
use serde::{Deserialize, Serialize};

use crate::tables::FILES;
use crate::worker::Settings;
use crate::{Context, Error, Failure, JobRecord, State};

/// What is known of a file. A job that returns it has the file to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobFile {
    /// The name under which it is saved.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    chunks: u64,
}

/// An item has 400 KB at most.
const CHUNK: usize = 256 * 1_024;
/// The largest file. What is larger belongs into the store of files.
const LARGEST: usize = 64 << 20;

impl JobFile {
    /// The file that a job returned, if it did.
    pub fn of(job: &JobRecord) -> Option<Self> {
        serde_json::from_value(job.result.clone()?).ok()
    }
}

/// Keeps a file for the running job, over one of an earlier attempt. A job that was lost keeps nothing.
///
/// # Errors
/// [`Failure::Final`] for one of more than 64 MB, or the store's.
pub async fn keep_file(
    state: &State,
    context: &Context,
    file_name: &str,
    media_type: &str,
    bytes: &[u8],
) -> Result<JobFile, Failure> {
    if LARGEST < bytes.len() {
        return Err(Failure::Final(format!("the file has {} bytes, and 64 MB are the most", bytes.len())));
    }
    let kept = Settings::KEPT + Duration::from_hours(24);
    let expires_at = state.clock.now().after(kept).as_seconds();
    let mut chunks = 0_u64;
    for chunk in bytes.chunks(CHUNK) {
        context.check()?;
        let item = Item::from([
            ("job_id".to_owned(), Value::text(context.job().id)),
            ("chunk".to_owned(), chunks.into()),
            ("tenant_id".to_owned(), Value::text(context.job().owner)),
            ("bytes".to_owned(), chunk.to_vec().into()),
            ("expires_at".to_owned(), expires_at.into()),
        ]);
        state.tables.transact(context.scope(), vec![context.fence(), Write::put(&FILES, item)]).await?;
        chunks += 1;
    }
    let (file_name, media_type) = (file_name.to_owned(), media_type.to_owned());
    Ok(JobFile { file_name, media_type, size: bytes.len() as u64, chunks })
}

/// The bytes of a job's file, if the scope may see it.
///
/// # Errors
/// [`Error::NotFound`] when it is not there, or the store's.
pub async fn read_file(state: &State, scope: Scope, id: JobId, file: &JobFile) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    for chunk in 0..file.chunks {
        let item = state.tables.get(scope, &FILES, &Key::new(Value::text(id), chunk)).await?;
        let item = item.ok_or(Error::NotFound(id))?;
        bytes.extend(item.get("bytes").and_then(Value::as_bytes).unwrap_or_default());
    }
    Ok(bytes)
}
