//! The jobs of the journal, a file each.

mod asset;
mod transcribe;

use atelier_jobs::Workers;

pub(crate) use self::asset::LookInto;
pub(crate) use self::transcribe::Transcribe;
use crate::State;
use crate::archive::{self, Discard, PutAway, Remove};

/// The workers with every job of the journal.
pub fn known(workers: Workers, state: &State) -> Workers {
    let workers = archive_jobs(workers, state);
    let (hearing, looking) = (state.clone(), state.clone());
    workers
        .on(move |job: Transcribe, context| {
            let ports = hearing.clone();
            async move { Box::pin(transcribe::carry_out(ports, job, context)).await }
        })
        .on(move |job: LookInto, context| {
            let ports = looking.clone();
            async move { asset::carry_out(ports, job, context).await }
        })
}

/// The jobs of the archive.
fn archive_jobs(workers: Workers, state: &State) -> Workers {
    let (away, discarding, removing) = (state.clone(), state.clone(), state.clone());
    workers
        .on(move |job: PutAway, context| {
            let ports = away.clone();
            async move { archive::put_away(&ports, job, &context).await }
        })
        .on(move |job: Discard, context| {
            let ports = discarding.clone();
            async move { archive::discard(&ports, job, &context).await }
        })
        .on(move |job: Remove, context| {
            let ports = removing.clone();
            async move { archive::remove(&ports, job, &context).await }
        })
}
