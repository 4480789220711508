//! Taking away what no project takes with it: notes, pictures and scraps.

use atelier_base::{Caller, PageRequest};
use atelier_journal::inspiration::{self, InspirationFilter};
use atelier_journal::permissions::{DeleteAsset, DeleteInspiration, DeleteLog, ReadJournal};
use atelier_journal::{asset, log};

use crate::demo::failed;
use crate::{App, Error};

/// Deletes all logs, assets and inspirations of the caller's tenant.
pub(in crate::demo) async fn empty(app: &App, caller: &Caller) -> Result<(), Error> {
    let (state, read) = (&app.journal, caller.may(ReadJournal).map_err(failed)?);
    let page = || PageRequest::first(PageRequest::MAX);
    loop {
        let logs = log::stream(state, read, None, None, page()).await.map_err(failed)?;
        let assets = asset::list(state, read, None, None, page()).await.map_err(failed)?;
        let scraps =
            inspiration::list(state, read, InspirationFilter::default(), page()).await.map_err(failed)?;
        if logs.edges.is_empty() && assets.edges.is_empty() && scraps.edges.is_empty() {
            return Ok(());
        }
        for found in logs.into_nodes() {
            let grant = caller.may(DeleteLog).map_err(failed)?;
            log::delete(state, grant, found.log_id, found.version).await.map_err(failed)?;
        }
        for found in assets.into_nodes() {
            let grant = caller.may(DeleteAsset).map_err(failed)?;
            asset::delete(state, grant, found.id, found.version).await.map_err(failed)?;
        }
        for found in scraps.into_nodes() {
            let grant = caller.may(DeleteInspiration).map_err(failed)?;
            inspiration::delete(state, grant, found.id, found.version).await.map_err(failed)?;
        }
    }
}
