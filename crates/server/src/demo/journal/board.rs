//! What was gathered on the board.

use std::collections::BTreeMap;
use std::time::Duration;

use atelier_base::Caller;
use atelier_journal::inspiration::{self, InspirationType, NewInspiration};
use atelier_journal::permissions::{EditAsset, EditInspiration};
use atelier_projects::Project;

use super::pictures::{self, Painted};
use super::{diary, past};
use crate::demo::failed;
use crate::{App, Error};

/// Something that was gathered.
struct Scrap {
    hours_ago: u32,
    title: &'static str,
    text: &'static str,
    tags: &'static [&'static str],
    project: Option<&'static str>,
    /// The name of a picture.
    picture: Option<&'static str>,
}

const SCRAPS: &[Scrap] = &[
    Scrap {
        hours_ago: 980,
        title: "The blue of the customs shed at six in the morning",
        text: "Colder than ultramarine, warmer than Prussian. Perhaps indigo over a grey ground.",
        tags: &["colour", "morning"],
        project: Some("Harbor Triptych"),
        picture: None,
    },
    Scrap {
        hours_ago: 610,
        title: "Fog signal",
        text: "One long, two short, every two minutes. A series of three, each painted in the time between two signals?",
        tags: &["series", "sound"],
        project: None,
        picture: None,
    },
    Scrap {
        hours_ago: 300,
        title: "Rust on the breakwater ladder",
        text: "Burnt sienna where it is wet, yellow ochre where it flakes.",
        tags: &["colour", "rust"],
        project: None,
        picture: Some("rust.jpg"),
    },
    Scrap {
        hours_ago: 60,
        title: "Light through the sail maker's window",
        text: "",
        tags: &["light"],
        project: Some("Portrait of the Harbour Master"),
        picture: Some("window-light.jpg"),
    },
];

pub(super) async fn sow(
    app: &App,
    caller: &Caller,
    projects: &[Project],
    mut pictures: BTreeMap<&'static str, Painted>,
) -> Result<(), Error> {
    let grants = (caller.may(EditAsset).map_err(failed)?, caller.may(EditInspiration).map_err(failed)?);
    for scrap in SCRAPS {
        let then = past(app, app.clock.now().before(Duration::from_hours(u64::from(scrap.hours_ago))));
        let picture = match scrap.picture.and_then(|name| pictures.remove(name)) {
            Some(painted) => Some(pictures::hang(&then, caller, painted, None).await?.0),
            None => None,
        };
        let kind = if picture.is_some() { InspirationType::Image } else { InspirationType::Text };
        let new = NewInspiration {
            r#type: kind,
            title: Some(scrap.title.to_owned()),
            text: Some(scrap.text.to_owned()),
            source_url: None,
            upload_id: None,
            asset_id: picture,
            tags: Some(scrap.tags.iter().map(|tag| (*tag).to_owned()).collect()),
            linked_project_id: scrap.project.and_then(|name| diary::id_of(projects, name)),
            position: None,
        };
        inspiration::create(&then, grants, new).await.map_err(failed)?;
    }
    Ok(())
}
