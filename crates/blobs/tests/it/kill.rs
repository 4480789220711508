//! What was acknowledged is on disk, and nothing is torn, whenever the process is killed.
//!
//! 50 rounds; `ATELIER_KILL_ROUNDS=500 cargo nextest run -p atelier-blobs kill` runs more.

use std::collections::BTreeMap;
use std::path::Path;

use atelier_base::{PageRequest, Randomness, Scope, TenantId};
use atelier_blobs::conformance::{BUCKETS, PLAIN, VERSIONED, bytes, key};
use atelier_blobs::{Blobs, Bucket, Error, NewUpload, Options, Put};
use atelier_peers::victim::{Victim, rounds, say, told};

use crate::options;

/// Set for the process that writes until it is killed.
const DIRECTORY: &str = "ATELIER_BLOBS_KILL_DIRECTORY";
/// Where the child's numbers begin.
const ROUND: &str = "ATELIER_BLOBS_KILL_ROUND";
/// How many rounds.
const ROUNDS: u64 = 50;
/// Writers at once.
const WRITERS: u64 = 4;

fn scope() -> Scope {
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    Scope::tenant(tenant)
}

/// Bytes of a number: small ones mostly, some of more than one write.
fn body(number: u64) -> bytes::Bytes {
    let length = if number.is_multiple_of(5) { 1_500_000 } else { 4_000 };
    bytes(number, length + usize::try_from(number % 1_000).unwrap_or(0))
}

/// The test binary runs itself with this one test, as the process that is killed.
#[test]
fn child_that_writes_until_it_is_killed() {
    let (Some(directory), Some(round)) = (told(DIRECTORY), told(ROUND)) else { return };
    let round: u64 = round.parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    runtime.block_on(async {
        // Names of uploads must differ from those of the rounds before.
        let options = Options { randomness: Randomness::system(), ..options(Path::new(&directory)) };
        let blobs = Blobs::open(options, BUCKETS).expect("opened");
        let mut tasks = tokio::task::JoinSet::new();
        for writer in 0..WRITERS {
            let blobs = blobs.clone();
            tasks.spawn(async move {
                for number in (round * 1_000_000 + writer..).step_by(4) {
                    match writer {
                        // New objects.
                        0 => put(&blobs, PLAIN, &format!("new/{number}"), number).await,
                        // The same few again and again.
                        1 => put(&blobs, PLAIN, &format!("same/{}", number % 3), number).await,
                        2 => put(&blobs, VERSIONED, "one", number).await,
                        _ => upload(&blobs, number).await,
                    }
                }
            });
        }
        tasks.join_next().await;
    });
}

async fn put(blobs: &Blobs, bucket: &'static Bucket, name: &str, number: u64) {
    let put = Put::default().with("number", &number.to_string());
    blobs.put_bytes(scope(), bucket, &key(name), put, body(number)).await.expect("stored");
    say(format_args!("put {} {name} {number}", bucket.name));
}

/// In chunks, each of which is acknowledged.
async fn upload(blobs: &Blobs, number: u64) {
    let name = format!("upload/{number}");
    let put = Put::default().with("number", &number.to_string());
    let new = NewUpload { bucket: PLAIN, key: Some(key(&name)), size: None, put };
    let id = blobs.begin_upload(scope(), new).await.expect("begun").id;
    say(format_args!("begin {id} {number}"));
    let (bytes, mut offset) = (body(number), 0);
    for chunk in bytes.chunks(700_000) {
        let chunk = futures_util::stream::iter([Ok::<_, String>(bytes.slice_ref(chunk))]);
        offset = blobs.append(scope(), &id, offset, chunk).await.expect("appended");
        say(format_args!("chunk {id} {offset}"));
    }
    blobs.finish_upload(scope(), &id).await.expect("finished");
    say(format_args!("put {} {name} {number}", PLAIN.name));
    say(format_args!("end {id}"));
}

/// What the children said and the disk must know.
#[derive(Default)]
struct Acknowledged {
    /// The last number of each object.
    objects: BTreeMap<(String, String), u64>,
    /// Number and offset of uploads that did not end.
    uploads: BTreeMap<String, (u64, u64)>,
}

impl Acknowledged {
    fn hear(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        match words[..] {
            ["put", bucket, name, number] => {
                self.objects.insert((bucket.into(), name.into()), number.parse().expect("a number"));
            }
            ["begin", id, number] => {
                self.uploads.insert(id.into(), (number.parse().expect("a number"), 0));
            }
            ["chunk", id, offset] => {
                let known = self.uploads.get_mut(id).expect("begun");
                known.1 = offset.parse().expect("an offset");
            }
            ["end", id] => drop(self.uploads.remove(id)),
            _ => panic!("{line}"),
        }
    }

    /// Starts the child and kills it after that many acknowledgements.
    fn kill_after(&mut self, directory: &Path, round: u64, acks: usize) {
        let victim = Victim::of("kill::child_that_writes_until_it_is_killed");
        let victim = victim.tell(DIRECTORY, directory).tell(ROUND, round.to_string());
        for said in victim.killed_after(acks) {
            self.hear(&said);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_torn_or_lost_by_a_kill() {
    let rounds = rounds(ROUNDS);
    let directory = tempfile::tempdir().expect("a directory");
    let mut acknowledged = Acknowledged::default();
    let mut acks = 1_u64;
    for round in 1..=rounds {
        // Differs from round to round and is the same in every run; the moment within a write is chance.
        acks = (acks * 7 + round) % 23;
        acknowledged.kill_after(directory.path(), round, usize::try_from(acks + 1).expect("few"));
        let blobs = Blobs::open(options(directory.path()), BUCKETS).expect("opened again");
        objects_are_whole(&blobs, &acknowledged, round).await;
        uploads_go_on(&blobs, &mut acknowledged).await;
        let left = std::fs::read_dir(directory.path().join("blobs/tmp")).expect("listed").count();
        assert_eq!(left, 0);
    }
    assert!(rounds <= acknowledged.objects.len() as u64);
}

/// Every object is one whole body, and none is older than what was acknowledged.
async fn objects_are_whole(blobs: &Blobs, acknowledged: &Acknowledged, round: u64) {
    let mut found = BTreeMap::new();
    for bucket in [PLAIN, VERSIONED] {
        let mut page = PageRequest::first(200);
        loop {
            let listed = blobs.list(scope(), bucket, "", page.clone()).await.expect("listed");
            page.after = listed.end().cloned();
            let has_next = listed.has_next;
            for entry in listed.into_nodes() {
                let info = blobs.head(scope(), bucket, &entry.key).await.expect("whole");
                let number: u64 = info.metadata["number"].parse().expect("a number");
                // Bytes of former rounds were compared in theirs.
                if number / 1_000_000 == round {
                    let object = blobs.get(scope(), bucket, &entry.key).await.expect("whole");
                    assert!(object.bytes().await.expect("read") == body(number), "{number} is torn");
                }
                found.insert((bucket.name.to_owned(), entry.key.to_string()), number);
            }
            if !has_next {
                break;
            }
        }
    }
    for (name, number) in &acknowledged.objects {
        let there = found.get(name).unwrap_or_else(|| panic!("{name:?} was acknowledged and is lost"));
        assert!(number <= there, "{name:?} was {number} and is {there}");
    }
    for version in blobs.versions(scope(), VERSIONED, &key("one")).await.expect("listed").iter().take(5) {
        let object = blobs.get_version(scope(), VERSIONED, &key("one"), &version.id).await.expect("whole");
        object.bytes().await.expect("whole");
    }
}

/// Every upload that was begun has at least what was acknowledged, and is brought to its end.
async fn uploads_go_on(blobs: &Blobs, acknowledged: &mut Acknowledged) {
    for (id, (number, acked)) in std::mem::take(&mut acknowledged.uploads) {
        let upload = blobs.upload(scope(), &id).await.expect("begun and there");
        assert!(acked <= upload.offset, "{acked} bytes were acknowledged, {} are there", upload.offset);
        let bytes = body(number);
        let rest = bytes.slice(usize::try_from(upload.offset).expect("an offset")..);
        let rest = futures_util::stream::iter([Ok::<_, String>(rest)]);
        match blobs.append(scope(), &id, upload.offset, rest).await {
            // It may have become an object, and the process was killed before it could note that.
            Ok(_) | Err(Error::UploadFinished | Error::Unavailable { .. }) => {}
            Err(error) => panic!("{error}"),
        }
        blobs.finish_upload(scope(), &id).await.expect("finished");
        let object = blobs.get(scope(), PLAIN, &upload.key).await.expect("there");
        assert!(object.bytes().await.expect("read") == bytes, "upload {number} is torn");
    }
}
