//! The pictures of the demo studio. None lies in the repository: they are painted when the studio is made.

use std::collections::BTreeMap;

use atelier_base::{AssetId, Caller, ProjectId};
use atelier_blobs::{ASSETS, NewUpload, Put};
use atelier_journal::State;
use atelier_journal::asset::{self, NewAsset};
use atelier_journal::permissions::EditAsset;
use atelier_media::encode;
use axum::body::Bytes;

use super::canvas::{Lie, Paint, Study, paint};
use crate::Error;
use crate::demo::failed;

/// A picture as a file.
pub(super) struct Painted {
    name: &'static str,
    jpeg: Vec<u8>,
}

const ULTRAMARINE: Paint = [38, 46, 128];
const PRUSSIAN: Paint = [16, 38, 66];
const CERULEAN: Paint = [74, 132, 176];
const CYANOTYPE: Paint = [24, 62, 112];
const SIENNA: Paint = [138, 66, 32];
const UMBER: Paint = [84, 66, 48];
const OCHRE: Paint = [196, 150, 74];
const WAX: Paint = [226, 218, 200];
const PAPER: Paint = [238, 234, 224];
const GREY: Paint = [150, 158, 164];
const LAMP: Paint = [238, 132, 38];
const BLACK: Paint = [26, 26, 30];

const fn study(
    name: &'static str,
    seed: u32,
    horizon: u32,
    sky: &'static [Paint],
    ground: &'static [Paint],
) -> Study {
    Study { name, seed, size: (640, 480), horizon, sky, ground, accents: &[] }
}

const STUDIES: &[Study] = &[
    Study {
        accents: &[(UMBER, 9, Lie::Upright)],
        ..study("underpainting.jpg", 11, 55, &[WAX, OCHRE], &[UMBER, SIENNA])
    },
    Study {
        size: (420, 560),
        accents: &[(PAPER, 16, Lie::Upright), (WAX, 22, Lie::Round)],
        ..study("ferns.jpg", 23, 70, &[CYANOTYPE, CYANOTYPE], &[CYANOTYPE, PRUSSIAN])
    },
    Study {
        accents: &[(LAMP, 2, Lie::Flat), (GREY, 14, Lie::Flat)],
        ..study("night-ferry-water.jpg", 37, 25, &[BLACK, PRUSSIAN], &[PRUSSIAN, ULTRAMARINE, BLACK])
    },
    study("sky-214.jpg", 41, 82, &[CERULEAN, GREY, PAPER], &[GREY, UMBER]),
    Study {
        accents: &[(BLACK, 8, Lie::Upright), (OCHRE, 10, Lie::Flat)],
        ..study("first-glaze.jpg", 53, 48, &[GREY, CERULEAN], &[ULTRAMARINE, SIENNA, ULTRAMARINE])
    },
    study("cold-wax.jpg", 67, 60, &[WAX, PAPER], &[WAX, OCHRE, GREY]),
    Study {
        accents: &[(BLACK, 6, Lie::Upright), (LAMP, 3, Lie::Round)],
        ..study("the-lamp.jpg", 71, 58, &[BLACK, PRUSSIAN, PRUSSIAN], &[BLACK, PRUSSIAN])
    },
    Study {
        size: (420, 560),
        accents: &[(BLACK, 14, Lie::Upright), (PAPER, 8, Lie::Flat)],
        ..study("first-sitting.jpg", 83, 66, &[GREY, GREY], &[GREY, UMBER])
    },
    Study {
        accents: &[(OCHRE, 26, Lie::Round)],
        ..study("rust.jpg", 97, 40, &[SIENNA, UMBER], &[SIENNA, OCHRE, UMBER])
    },
    Study {
        accents: &[(PAPER, 5, Lie::Upright)],
        ..study("window-light.jpg", 101, 75, &[OCHRE, PAPER, OCHRE], &[UMBER, BLACK])
    },
];

/// All of them by their names, each painted on a thread that may take its time.
pub(super) async fn painted() -> Result<BTreeMap<&'static str, Painted>, Error> {
    let painting: Vec<_> = STUDIES
        .iter()
        .map(|study| tokio::task::spawn_blocking(move || Some(encode(&paint(study)?))))
        .collect();
    let mut done = BTreeMap::new();
    for (study, painting) in STUDIES.iter().zip(painting) {
        let jpeg = painting.await.map_err(failed)?.ok_or_else(|| failed("a picture has no size"))?;
        done.insert(study.name, Painted { name: study.name, jpeg });
    }
    Ok(done)
}

/// Brings the picture in as anybody would; its asset and that one's version.
pub(super) async fn hang(
    then: &State,
    caller: &Caller,
    painted: Painted,
    project_id: Option<ProjectId>,
) -> Result<(AssetId, u32), Error> {
    let grant = caller.may(EditAsset).map_err(failed)?;
    let put = Put::of_type("image/jpeg").with("filename", painted.name);
    let size = Some(painted.jpeg.len() as u64);
    let new = NewUpload { bucket: &ASSETS, key: None, size, put };
    let upload = then.blobs.begin_upload(grant.scope(), new).await.map_err(failed)?;
    let bytes = futures_util::stream::iter([Ok::<_, Error>(Bytes::from(painted.jpeg))]);
    then.blobs.append(grant.scope(), &upload.id, 0, bytes).await.map_err(failed)?;
    then.blobs.finish_upload(grant.scope(), &upload.id).await.map_err(failed)?;
    let new = NewAsset { upload_id: upload.id, project_id, log_id: None, file_name: None };
    let made = asset::register(then, grant, new).await.map_err(failed)?;
    Ok((made.id, made.version))
}
