//! What it costs to look into a photo of twelve megapixels: copies, colours and metadata, and reading what is written.

use serde_json::{Value, json};

use crate::figures::rounded;
use crate::photos::{self, Photo};
use crate::process;
use crate::studio::Studio;

const COUNT: u32 = 12;

const ASSET: &str = "query($id: AssetId!) { asset(id: $id) { state ocr ocrBy } }";

pub(crate) fn measure() -> Value {
    let sheets = photos::sheets(COUNT, 1_000);
    let scenes = photos::scenes(COUNT, 1_000);
    let (blind, _) = look(&Studio::open(false), &sheets, "sheet");
    let studio = Studio::open(true);
    let resting = process::resident(studio.process());
    // What loading the models costs is not the photo's.
    look(&studio, &photos::sheets(2, 2_000), "first");
    let (scene, _) = look(&studio, &scenes, "scene");
    let (sheet, ids) = look(&studio, &sheets, "sheet");
    let (mut words, mut found, mut failures) = (0, 0, Vec::new());
    let mut client = studio.client();
    for (photo, id) in sheets.iter().zip(ids) {
        let asset = client.graphql(ASSET, &json!({"id": id}))["asset"].clone();
        let read = plain(asset["ocr"].as_str().unwrap_or_default());
        let written = plain(&photo.text);
        let missed: Vec<_> = written.iter().filter(|word| !read.contains(word)).cloned().collect();
        words += written.len();
        found += written.len() - missed.len();
        if !missed.is_empty() {
            failures.push(json!({ "written": photo.text, "read": asset["ocr"], "missed": missed }));
        }
    }
    json!({
        "photos": COUNT, "sheet_megabytes": photos::megabytes(&sheets),
        "copies_cpu_seconds": rounded(blind), "scene_cpu_seconds": rounded(scene),
        "sheet_cpu_seconds": rounded(sheet), "reading_cpu_seconds": rounded(sheet - blind),
        "words": words, "word_recall": rounded(found as f64 / words as f64),
        "resting_megabytes": resting, "peak_megabytes": process::peak(studio.process()), "failures": failures,
    })
}

/// Processor seconds of the server for each photo after it was uploaded, and the ids of the assets.
fn look(studio: &Studio, photos: &[Photo], name: &str) -> (f64, Vec<Value>) {
    let mut client = studio.client();
    let uploads: Vec<_> = photos.iter().map(|photo| client.upload(&photo.jpeg)).collect();
    let before = process::cpu(studio.process());
    let ids = uploads
        .iter()
        .enumerate()
        .map(|(number, upload)| client.register(upload, &format!("{name} {number}.jpg")))
        .collect();
    studio.wait_for_assets();
    let spent = process::cpu(studio.process()).saturating_sub(before);
    (spent.as_secs_f64() / photos.len() as f64, ids)
}

fn plain(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
