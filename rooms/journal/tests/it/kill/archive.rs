//! What is put away, comes back or expires is in the table or in cold storage: never in neither, and in both only
//! until somebody finishes what was begun.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use atelier_base::{Caller, PageRequest, Patch, ProjectId, Randomness, Scope};
use atelier_blobs::ASSETS;
use atelier_journal::archive::{self, ArchiveFilter};
use atelier_journal::inspiration::{self, InspirationPatch, InspirationType, NewInspiration};
use atelier_journal::log::{self, NewLog};
use atelier_journal::milestone::{self, NewMilestone};
use atelier_journal::permissions::{
    ArchiveJournal, EditAsset, EditInspiration, EditLog, EditMilestone, EditRecord, ReadJournal,
};
use atelier_journal::record::{self, NewArtProject};
use atelier_projects::permissions::{ArchiveProject, CreateProject};
use atelier_server::{App, tidy_up};
use atelier_tables::{Item, Scan, Value};
use tokio_util::sync::CancellationToken;

use super::{DIRECTORY, ROUND, below, caller, crew, killed, open, rounds, say, scope, told, work_off};

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_archives_until_it_is_killed() {
    let (Some(directory), Some(round)) = (told(DIRECTORY), told(ROUND)) else { return };
    let round: u64 = round.parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let app = open(Path::new(&directory));
        let studio = Studio { caller: caller(), app: &app };
        tokio::join!(crew(&app).run(CancellationToken::new()), async {
            for number in round * 1_000.. {
                let project = studio.fill(number).await;
                studio.put_away(number, project).await;
                tidy_up(&app).await.expect("tidied");
            }
        });
    });
}

/// Who fills and empties, and where.
struct Studio<'a> {
    caller: Caller,
    app: &'a App,
}

impl Studio<'_> {
    /// A project with things below it, and one beside it that expires. Each that is there is said.
    async fn fill(&self, number: u64) -> ProjectId {
        let (state, caller) = (&self.app.journal, &self.caller);
        let grants = (caller.may(CreateProject).expect("may"), caller.may(EditRecord).expect("may"));
        let new = NewArtProject { name: format!("Harbor #{number}#"), ..NewArtProject::default() };
        let project = record::create(state, grants, new).await.expect("made").project_id;
        for _ in 0..3 {
            let raw_text = format!("Glazed #{number}# with ultramarine");
            let new = NewLog { raw_text, project_id: Some(project), ..NewLog::default() };
            let made = log::create(state, caller.may(EditLog).expect("may"), new).await.expect("made");
            say(format_args!("made {} {number}", made.log_id));
        }
        let new = NewMilestone {
            name: format!("Varnish #{number}#"),
            due: None,
            criteria: None,
            status: None,
            position: None,
        };
        let grant = caller.may(EditMilestone).expect("may");
        let made = milestone::create(state, grant, project, new).await.expect("made");
        say(format_args!("made {} {number}", made.id));
        self.gather(number).await;
        project
    }

    /// An inspiration that expires in the next second.
    async fn gather(&self, number: u64) {
        let (state, caller) = (&self.app.journal, &self.caller);
        let grants = (caller.may(EditAsset).expect("may"), caller.may(EditInspiration).expect("may"));
        let new = NewInspiration {
            r#type: InspirationType::Text,
            title: Some(format!("Fog #{number}#")),
            text: None,
            source_url: None,
            upload_id: None,
            asset_id: None,
            tags: None,
            linked_project_id: None,
            position: Some(0.0),
        };
        let made = inspiration::create(state, grants, new).await.expect("made");
        say(format_args!("made {} {number}", made.id));
        let soon = self.app.clock.now().after(Duration::from_secs(1));
        let patch = InspirationPatch { expires_at: Patch::Value(soon), ..InspirationPatch::default() };
        inspiration::edit(state, grants.1, made.id, made.version, patch).await.expect("changed");
    }

    /// A log alone and back, and then the whole project; every second one comes back.
    async fn put_away(&self, number: u64, project: ProjectId) {
        let (state, caller) = (&self.app.journal, &self.caller);
        let grant = caller.may(ArchiveJournal).expect("may");
        let read = caller.may(ReadJournal).expect("may");
        let logs = log::of_project(state, read, project, 10).await.expect("read");
        log::archive(state, grant, logs[0].log_id, logs[0].version).await.expect("away");
        say("step");
        let grants = || (caller.may(ArchiveProject).expect("may"), grant);
        if number.is_multiple_of(3) {
            let which = ArchiveFilter { kind: Some("log".into()), ..ArchiveFilter::default() };
            let page = archive::list(state, read, which, PageRequest::first(1)).await.expect("a list");
            let key = page.into_nodes().next().expect("an entry").key;
            archive::restore(state, grants(), &key).await.expect("back");
            say("step");
        }
        archive::archive_record(state, grants(), project, 1).await.expect("away");
        say("step");
        if number.is_multiple_of(2) {
            // At any moment of the job that puts it away.
            say(format_args!("restoring {project}"));
            archive::restore_record(state, grants(), project).await.expect("back");
            say(format_args!("restored {project}"));
        }
    }
}

/// What the children said and the stores must know.
#[derive(Default)]
struct Acknowledged {
    /// The number of each thing, by its id.
    made: BTreeMap<String, String>,
    /// Projects whose return was asked for and did not come to its end.
    restoring: BTreeSet<String>,
}

impl Acknowledged {
    fn hear(&mut self, line: &str) {
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["made", id, number] => {
                self.made.insert(id.into(), number.into());
            }
            ["restoring", project] => {
                self.restoring.insert(project.into());
            }
            ["restored", project] => {
                self.restoring.remove(project);
            }
            _ => {}
        }
    }
}

/// Where everything is.
#[derive(Default)]
struct Places {
    /// Things in the table by their ids; those that expired and wait for the sweeper among them.
    here: BTreeMap<String, Item>,
    /// Things in cold storage by their ids.
    away: BTreeMap<String, Item>,
    /// Sort keys of all rows.
    sorts: BTreeSet<String>,
    /// Objects that an entry names.
    named: BTreeSet<String>,
}

impl Places {
    async fn of(app: &App) -> Self {
        let (mut places, mut entries) = (Self::default(), Vec::new());
        for item in everything(app).await {
            places.sorts.insert(text(&item, "SK").to_owned());
            if text(&item, "entityType") == "archive" {
                entries.push(item);
            } else {
                places.here.extend(thing(item));
            }
        }
        for item in app.tables.expired(Scope::directory(), 10_000).await.expect("read") {
            places.here.extend(thing(item.item));
        }
        for entry in entries {
            let parts = serde_json::to_value(&entry["parts"]).expect("JSON");
            for object in objects_in(&parts) {
                let stored = app.blobs.get(scope(), &ASSETS, &object.parse().expect("a key")).await;
                let bytes = stored.expect("the entry's bytes").bytes().await.expect("whole");
                let lines = zstd::decode_all(bytes.as_ref()).expect("packed");
                let lines = String::from_utf8(lines).expect("text");
                let items = lines.lines().skip(1).map(|line| serde_json::from_str(line).expect("an item"));
                places.away.extend(items.filter_map(thing));
                places.named.insert(object);
            }
        }
        places
    }

    /// Everything that was acknowledged is somewhere, and says what it said.
    fn lost_nothing(&self, acknowledged: &Acknowledged) {
        for (id, number) in &acknowledged.made {
            let found = self.here.get(id).or_else(|| self.away.get(id));
            let found = found.unwrap_or_else(|| panic!("{id} was acknowledged and is lost"));
            let says = ["rawText", "name", "title"]
                .iter()
                .any(|name| text(found, name).contains(&format!("#{number}#")));
            assert!(says, "{id} is another: {found:?}");
        }
    }

    /// Nothing is in two places, and the rows by material are where their logs are.
    fn is_settled(&self) {
        for id in self.here.keys() {
            assert!(!self.away.contains_key(id), "{id} is here and away");
        }
        for id in self.here.keys().chain(self.away.keys()).filter(|id| id.starts_with("log_")) {
            let row = self.sorts.contains(&format!("MATERIAL#ultramarine#LOG#{id}"));
            assert_eq!(row, self.here.contains_key(id), "the row of {id} by material");
        }
    }
}

fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A thing with its id; none for a row about one.
fn thing(item: Item) -> Option<(String, Item)> {
    let is_thing = ["log", "milestone", "inspiration"].contains(&text(&item, "entityType"));
    let id = text(&item, "SK").rsplit('#').next().unwrap_or_default().to_owned();
    is_thing.then_some((id, item))
}

/// Keys of objects, wherever the store's own notation of lists and maps has them.
fn objects_in(parts: &serde_json::Value) -> Vec<String> {
    match parts {
        serde_json::Value::String(text) if text.starts_with("archive/") => vec![text.clone()],
        serde_json::Value::Array(list) => list.iter().flat_map(objects_in).collect(),
        serde_json::Value::Object(map) => map.values().flat_map(objects_in).collect(),
        _ => Vec::new(),
    }
}

/// All items of the tenant.
async fn everything(app: &App) -> Vec<Item> {
    let table = app.tables.find("Artissist").expect("declared");
    let (mut items, mut after) = (Vec::new(), None);
    loop {
        let page = app.tables.scan(scope(), Scan::table(table).after(after)).await.expect("read");
        after = page.end().cloned();
        let has_next = page.has_next;
        items.extend(page.into_nodes());
        if !has_next {
            return items;
        }
    }
}

/// Objects of the archive that no entry names: nobody's, if a job left them.
async fn nameless(app: &App, places: &Places) -> Vec<String> {
    let (mut found, mut page) = (Vec::new(), PageRequest::first(PageRequest::MAX));
    loop {
        let listed = app.blobs.list(scope(), &ASSETS, "archive/", page.clone()).await.expect("a list");
        page.after = listed.end().cloned();
        let has_next = listed.has_next;
        found.extend(listed.into_nodes().map(|entry| entry.key.to_string()));
        if !has_next {
            found.retain(|key| !places.named.contains(key));
            return found;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_or_doubled_on_its_way_through_the_archive() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut acknowledged, randomness) = (Acknowledged::default(), Randomness::system());
    for round in 1..=rounds() {
        let (count, later) = (1 + usize::from(below(&randomness, 24)), below(&randomness, 12));
        let child = "kill::archive::child_that_archives_until_it_is_killed";
        let later = Duration::from_millis(later.into());
        for line in killed(child, directory.path(), round, count, later) {
            acknowledged.hear(&line);
        }
        let app = open(directory.path());
        Places::of(&app).await.lost_nothing(&acknowledged);
        // What was begun is brought to its end: by the workers, the sweeper, and who asked for a project back.
        work_off(&app).await;
        let caller = caller();
        for project in std::mem::take(&mut acknowledged.restoring) {
            let grants = (caller.may(ArchiveProject).expect("may"), caller.may(ArchiveJournal).expect("may"));
            let id = project.parse().expect("an id");
            archive::restore_record(&app.journal, grants, id).await.expect("back");
        }
        tidy_up(&app).await.expect("tidied");
        work_off(&app).await;
        let places = Places::of(&app).await;
        places.lost_nothing(&acknowledged);
        places.is_settled();
        let left = nameless(&app, &places).await;
        assert!(
            left.iter().all(|key| key.starts_with("archive/log_")),
            "of jobs, nothing is left over: {left:?}"
        );
        app.tables.close().await.expect("closed");
    }
    assert!(rounds() <= acknowledged.made.len() as u64);
}
