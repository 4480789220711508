//! Photos a second over loopback, each on disk before its answer; with and without jobs at work; beside plain files.
//!
//! *Idle* and *busy* are the bytes alone, so that no job begins by itself: begin, send, finish. While *busy* is measured,
//! the workers look into sheets that were registered before. *Whole* is what the gallery does: each photo becomes an
//! asset as well, and the jobs of those that came before run beside it.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::figures::{at, median, rounded};
use crate::photos::{self, Photo};
use crate::process;
use crate::studio::{Client, Studio};

const CONNECTIONS: usize = 4;
const ROUNDS: usize = 4;
/// In each half of a round, and in a quarter of the whole.
const PHOTOS: usize = 64;
/// They keep two workers busy for longer than a half takes.
const SHEETS: usize = 12;

pub(crate) fn measure() -> Value {
    let scenes = photos::scenes(u32::try_from(ROUNDS * PHOTOS).expect("few"), 0);
    let sheets = photos::sheets(u32::try_from(ROUNDS * SHEETS).expect("few"), 0);
    let studio = Studio::open(true);
    send(&studio, &scenes[..16], false);
    let (mut floor, mut idle, mut busy, mut left) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (round, scenes) in scenes.chunks(PHOTOS).enumerate() {
        floor.push(plain(studio.folder(), scenes));
        // Whichever comes second finds the disk busier.
        let halves = if round % 2 == 0 { [false, true] } else { [true, false] };
        for with_jobs in halves {
            if with_jobs {
                enqueue(&studio, &sheets[round * SHEETS..][..SHEETS]);
            }
            let sent = send(&studio, scenes, false);
            if with_jobs {
                left.push(studio.client().assets_in_work());
                studio.wait_for_assets();
                busy.push(sent);
            } else {
                idle.push(sent);
            }
        }
    }
    let whole = send(&studio, &scenes, true);
    let rate = |sent: &[Sent]| median(&sent.iter().map(Sent::rate).collect::<Vec<_>>());
    let ratios: Vec<f64> = busy.iter().zip(&idle).map(|(busy, idle)| busy.rate() / idle.rate()).collect();
    json!({
        "photos": scenes.len(), "megabytes": photos::megabytes(&scenes), "connections": CONNECTIONS,
        "floor_per_second": rounded(median(&floor)),
        "idle_per_second": rounded(rate(&idle)), "busy_per_second": rounded(rate(&busy)),
        "busy_to_idle": rounded(median(&ratios)), "ratios": ratios.iter().map(|one| rounded(*one)).collect::<Vec<_>>(),
        // Zero would mean that the jobs ended before the photos did.
        "jobs_left": left, "idle": idle.iter().map(Sent::report).collect::<Vec<_>>(),
        "busy": busy.iter().map(Sent::report).collect::<Vec<_>>(),
        "whole_per_second": rounded(whole.rate()), "whole": whole.report(),
    })
}

/// Sheets for the workers, and the first of them begun.
fn enqueue(studio: &Studio, sheets: &[Photo]) {
    let mut client = studio.client();
    for (number, sheet) in sheets.iter().enumerate() {
        let upload = client.upload(&sheet.jpeg);
        client.register(&upload, &format!("sheet {number}.jpg"));
    }
    std::thread::sleep(Duration::from_millis(500));
}

struct Sent {
    took: Duration,
    /// Seconds, one photo each.
    each: Vec<f64>,
    server_cpu: Duration,
}

impl Sent {
    fn rate(&self) -> f64 {
        self.each.len() as f64 / self.took.as_secs_f64()
    }

    fn report(&self) -> Value {
        let count = self.each.len() as f64;
        json!({
            "per_second": rounded(self.rate()), "p50_ms": rounded(median(&self.each) * 1e3),
            "p95_ms": rounded(at(95, &self.each) * 1e3),
            "server_cpu_ms_each": rounded(self.server_cpu.as_secs_f64() * 1e3 / count),
        })
    }
}

/// Sends photos over several connections.
fn send(studio: &Studio, photos: &[Photo], as_assets: bool) -> Sent {
    let one = |client: &mut Client, photo: &Photo| {
        let upload = client.upload(&photo.jpeg);
        if as_assets {
            client.register(&upload, "harbor.jpg");
        }
    };
    let before = process::cpu(studio.process());
    let start = Instant::now();
    let each = spread(photos, |photos| {
        let mut client = studio.client();
        let timed = |photo| {
            let start = Instant::now();
            one(&mut client, photo);
            start.elapsed().as_secs_f64()
        };
        photos.iter().map(timed).collect()
    });
    let took = start.elapsed();
    Sent { took, each, server_cpu: process::cpu(studio.process()).saturating_sub(before) }
}

/// The least that a durable photo costs: the same bytes as plain files, each written to disk with its folder.
fn plain(folder: &Path, photos: &[Photo]) -> f64 {
    let folder = folder.join("plain");
    let start = Instant::now();
    spread(photos, |photos| {
        let own = folder.join(format!("{:?}", std::thread::current().id()));
        std::fs::create_dir_all(&own).expect("a folder");
        for (number, photo) in photos.iter().enumerate() {
            let mut file = File::create(own.join(number.to_string())).expect("a file");
            file.write_all(&photo.jpeg).expect("written");
            file.sync_all().expect("on disk");
            File::open(&own).and_then(|own| own.sync_all()).expect("on disk");
        }
        Vec::new()
    });
    let rate = photos.len() as f64 / start.elapsed().as_secs_f64();
    std::fs::remove_dir_all(&folder).expect("removed");
    rate
}

/// Shares work among as many threads as there are connections.
fn spread(photos: &[Photo], work: impl Fn(&[Photo]) -> Vec<f64> + Sync) -> Vec<f64> {
    std::thread::scope(|scope| {
        let work = &work;
        let shares = photos.chunks(photos.len().div_ceil(CONNECTIONS));
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || work(share))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("all sent")).collect()
    })
}
