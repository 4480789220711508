//! A discard that is killed at any of its steps gives back, in the end, what was taken: once.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;

use atelier_base::{AssetId, PageRequest, ProjectId};
use atelier_blobs::{ASSETS, NewUpload, Put};
use atelier_journal::Outcome;
use atelier_journal::archive::{self, ArchiveFilter};
use atelier_journal::asset::{self, NewAsset};
use atelier_journal::log::{self, NewLog};
use atelier_journal::permissions::{
    ArchiveJournal, DeleteArchived, DeleteAsset, EditAsset, EditLog, EditRecord, ReadJournal,
};
use atelier_journal::record::{self, NewArtProject};
use atelier_projects::permissions::{ArchiveProject, CreateProject};
use atelier_server::App;
use atelier_tables::{Key, KeyRange, Query};
use bytes::Bytes;

use super::{caller, crew, open, scope, work_off};

/// What the quota counts.
async fn used(app: &App) -> u64 {
    let table = app.tables.find("Artissist").expect("declared");
    let place = Key::new(format!("TENANT#{}", caller().tenant()), "USAGE#files".to_owned());
    let usage = app.tables.get(scope(), table, &place).await.expect("read").expect("counted");
    usage["bytes"].as_u64().expect("a number")
}

/// Rows whose sort keys begin so.
async fn rows(app: &App, prefix: &str) -> usize {
    let table = app.tables.find("Artissist").expect("declared");
    let query = Query::table(table, format!("TENANT#{}", caller().tenant()))
        .range(KeyRange::BeginsWith(prefix.into()));
    app.tables.query(scope(), query).await.expect("read").edges.len()
}

/// An asset of these bytes.
async fn bring(app: &App, text: &str, project: Option<ProjectId>) -> AssetId {
    let put = Put::of_type("text/plain").with("filename", "note.txt");
    let new = NewUpload { bucket: &ASSETS, key: None, size: Some(text.len() as u64), put };
    let upload = app.blobs.begin_upload(scope(), new).await.expect("begun");
    let stream = futures_util::stream::iter([Ok::<_, std::io::Error>(Bytes::from(text.to_owned()))]);
    app.blobs.append(scope(), &upload.id, 0, stream).await.expect("appended");
    app.blobs.finish_upload(scope(), &upload.id).await.expect("finished");
    let new = NewAsset { upload_id: upload.id, project_id: project, log_id: None, file_name: None };
    let grant = caller().may(EditAsset).expect("may");
    asset::register(&app.journal, grant, new).await.expect("registered").id
}

/// A project with two files and a log.
async fn fill(app: &App, texts: [&str; 2]) -> ProjectId {
    let (state, caller) = (&app.journal, caller());
    let grants = (caller.may(CreateProject).expect("may"), caller.may(EditRecord).expect("may"));
    let new = NewArtProject { name: "Harbor".into(), ..NewArtProject::default() };
    let project = record::create(state, grants, new).await.expect("made").project_id;
    for text in texts {
        bring(app, text, Some(project)).await;
    }
    let new =
        NewLog { raw_text: "Glazed for an hour".into(), project_id: Some(project), ..NewLog::default() };
    log::create(state, caller.may(EditLog).expect("may"), new).await.expect("made");
    work_off(app).await;
    project
}

async fn put_away(app: &App, project: ProjectId) -> String {
    let caller = caller();
    let may = || (caller.may(ArchiveProject).expect("may"), caller.may(ArchiveJournal).expect("may"));
    archive::archive_record(&app.journal, may(), project, 1).await.expect("away");
    work_off(app).await;
    let read = caller.may(ReadJournal).expect("may");
    let page = archive::list(&app.journal, read, ArchiveFilter::default(), PageRequest::first(1)).await;
    page.expect("a list").into_nodes().next().expect("an entry").key
}

async fn delete(app: &App, key: &str) {
    let grant = caller().may(DeleteArchived).expect("may");
    archive::delete(&app.journal, grant, key).await.expect("deleted");
}

/// Polls a future so many times and then drops it, as a kill would. Whether it came to its end before.
async fn cut_after<F: Future>(polls: usize, future: F) -> bool {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        future.as_mut().poll(context).map(|_| true)
    })
    .await
}

#[tokio::test]
async fn a_discard_that_is_cut_off_at_any_step_gives_back_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let app = open(directory.path());
    let kept = bring(&app, "Linseed oil, a litre", None).await;
    work_off(&app).await;
    let (before, read) = (used(&app).await, caller().may(ReadJournal).expect("may"));
    let original = asset::get(&app.journal, read, kept).await.expect("read").expect("there").s3_key;
    let mut steps = 0;
    for polls in 1.. {
        let project =
            fill(&app, [&format!("{polls} tubes of cobalt blue"), &format!("{polls} g of damar")]).await;
        assert!(before < used(&app).await);
        let key = put_away(&app, project).await;
        delete(&app, &key).await;
        let workers = crew(&app);
        let ended = cut_after(polls, workers.run_one()).await;
        drop(workers);
        work_off(&app).await;
        assert_eq!(used(&app).await, before, "cut off at step {polls}");
        assert_eq!(rows(&app, "HASH#").await, 1, "cut off at step {polls}: only what is left is known");
        assert_eq!(rows(&app, "REVISION#").await, 0, "cut off at step {polls}");
        let left = app.blobs.list(scope(), &ASSETS, "", PageRequest::first(99)).await.expect("a list");
        let keys: Vec<_> = left.into_nodes().map(|entry| entry.key.to_string()).collect();
        assert_eq!(keys, [original.as_str()], "cut off at step {polls}");
        if ended {
            break;
        }
        steps = polls;
    }
    assert!(5 < steps, "{steps} steps are too few to have been cut between them");
}

#[tokio::test]
async fn bytes_that_came_again_meanwhile_stay_with_the_asset_that_has_them() {
    let directory = tempfile::tempdir().expect("a directory");
    let app = open(directory.path());
    let both = ["Two tubes of cobalt blue", "A hundred grams of damar"];
    let project = fill(&app, both).await;
    let key = put_away(&app, project).await;
    let full = used(&app).await;
    // The archived one had these bytes; this is another asset now.
    let again = bring(&app, "Two tubes of cobalt blue", None).await;
    work_off(&app).await;
    let one = used(&app).await - full;
    delete(&app, &key).await;
    work_off(&app).await;
    assert_eq!(used(&app).await, one);
    assert_eq!(bring(&app, "Two tubes of cobalt blue", None).await, again, "its bytes are known");

    // The same where the first comes back, so that two have them.
    let project = fill(&app, both).await;
    let key = put_away(&app, project).await;
    let third = bring(&app, "A hundred grams of damar", None).await;
    let caller = caller();
    let may = (caller.may(ArchiveProject).expect("may"), caller.may(ArchiveJournal).expect("may"));
    archive::restore(&app.journal, may, &key).await.expect("back");
    work_off(&app).await;
    let read = caller.may(ReadJournal).expect("may");
    let listed = asset::list(&app.journal, read, Some(project), None, PageRequest::first(9)).await;
    let first =
        listed.expect("a list").into_nodes().find(|one| one.ocr.contains("damar")).expect("it is back");
    let grant = caller.may(DeleteAsset).expect("may");
    let deleted = asset::delete(&app.journal, grant, first.id, first.version).await.expect("deleted");
    assert!(matches!(deleted, Outcome::Done(id) if id == first.id));
    assert_eq!(bring(&app, "A hundred grams of damar", None).await, third, "its bytes are known");
}
