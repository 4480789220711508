//! Notes, read by the rules and answered by people, as they would have been at the time.

use std::collections::BTreeMap;
use std::time::Duration;

use atelier_base::{AssetId, Caller, Patch, ProjectId};
use atelier_journal::asset::{self, AssetPatch};
use atelier_journal::log::{self, Log, LogPatch, NewLog};
use atelier_journal::permissions::{EditAsset, EditLog};
use atelier_journal::{Outcome, State};
use atelier_projects::Project;

use super::notes::{NOTES, Note, Then};
use super::past;
use super::pictures::{self, Painted};
use crate::demo::failed;
use crate::{App, Error};

pub(super) async fn sow(
    app: &App,
    people: &[Caller],
    projects: &[Project],
    pictures: &mut BTreeMap<&'static str, Painted>,
) -> Result<(), Error> {
    let now = app.clock.now();
    for note in NOTES {
        let caller = &people[note.by];
        let then = past(app, now.before(Duration::from_hours(u64::from(note.hours_ago))));
        let picture = match note.picture.and_then(|(name, of)| Some((pictures.remove(name)?, of))) {
            Some((painted, of)) => Some(pictures::hang(&then, caller, painted, id_of(projects, of)).await?),
            None => None,
        };
        write(&then, caller, note, (id_of_some(projects, note.project), picture)).await?;
    }
    Ok(())
}

pub(super) fn id_of(projects: &[Project], name: &str) -> Option<ProjectId> {
    projects.iter().find(|project| project.name == name).map(|project| project.id)
}

fn id_of_some(projects: &[Project], name: Option<&str>) -> Option<ProjectId> {
    name.and_then(|name| id_of(projects, name))
}

/// Writes the note, and answers what the rules made of it.
async fn write(
    then: &State,
    caller: &Caller,
    note: &Note,
    (project_id, picture): (Option<ProjectId>, Option<(AssetId, u32)>),
) -> Result<(), Error> {
    let grant = caller.may(EditLog).map_err(failed)?;
    let new = NewLog {
        raw_text: note.text.to_owned(),
        project_id,
        asset_ids: picture.map(|(id, _)| vec![id]),
        ..NewLog::default()
    };
    let mut made = log::create(then, grant, new).await.map_err(failed)?;
    if let Some((id, version)) = picture {
        let grant = caller.may(EditAsset).map_err(failed)?;
        let patch = AssetPatch { linked_log_id: Patch::Value(made.log_id), ..AssetPatch::default() };
        asset::edit(then, grant, id, version, patch).await.map_err(failed)?;
    }
    then.clock.advance(Duration::from_mins(9));
    let answered = match note.then {
        Then::Waits => return Ok(()),
        Then::Right => log::confirm(then, grant, made.log_id, made.version).await,
        Then::Wrong => log::reject(then, grant, made.log_id, made.version).await,
        Then::Minutes(minutes) => {
            let patch = LogPatch { time_spent_minutes: Patch::Value(minutes), ..LogPatch::default() };
            let edited = log::edit(then, grant, made.log_id, made.version, patch).await.map_err(failed)?;
            made = done(edited)?;
            log::confirm(then, grant, made.log_id, made.version).await
        }
    };
    done(answered.map_err(failed)?).map(|_| ())
}

fn done(outcome: Outcome<Log>) -> Result<Log, Error> {
    match outcome {
        Outcome::Done(log) => Ok(log),
        Outcome::Conflict(log) => Err(Error::Demo(format!("{} was changed meanwhile", log.log_id))),
    }
}
