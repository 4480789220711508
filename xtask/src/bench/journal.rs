//! The journal's suites, its goals, and where in the output of which suite the figure for each is.

use serde_json::Value;

use super::Suite;
use super::figures::Goal::{AtLeast, AtMost, Told};
use super::figures::Place::{At, Count, Of};
use super::figures::{Figure, figure};
use super::report::Page;

/// All that the journal has goals for. Nothing of it needs an address outside.
pub(super) const PAGE: Page = Page {
    name: "journal",
    title: "The journal",
    suites: SUITES,
    parts: FIGURES,
    has_models: true,
    is_alone: true,
};

/// What is run, cheapest first; the name is that of the file too. The arguments go to the benchmark.
const SUITES: &[(&str, Suite, &[&str])] = &[
    ("extraction", Suite::Extraction, &["--json", "--failures"]),
    ("thumbnails", Suite::Thumbnails, &["--json"]),
    ("sql", Suite::Sql, &["--json"]),
    ("search", Suite::Search, &["--json"]),
    ("speech", Suite::Speech, &["--json"]),
    ("uploads", Suite::Studio, &["--json", "uploads"]),
    ("edits", Suite::Studio, &["--json", "edits"]),
    ("pictures", Suite::Studio, &["--json", "pictures"]),
    ("notes", Suite::Studio, &["--json", "notes"]),
    ("memory", Suite::Studio, &["--json", "memory"]),
];

/// By how much the hybrid is ahead in nDCG of another way to search, in the mean of both halves of a set of queries.
fn ahead(output: &Value, set: &str, way: &str) -> Option<f64> {
    let half = |half: &str, way: &str| output.pointer(&format!("{set}/{half}/{way}"))?.as_f64();
    let mean = |way: &str| Some(f64::midpoint(half("first_half", way)?, half("second_half", way)?));
    Some(mean("hybrid")? - mean(way)?)
}

fn over_text(output: &Value) -> Option<f64> {
    ahead(output, "/quality", "text")
}

fn over_vectors(output: &Value) -> Option<f64> {
    ahead(output, "/quality", "vectors")
}

fn typed_over_text(output: &Value) -> Option<f64> {
    ahead(output, "/quality/typed", "text")
}

fn typed_over_vectors(output: &Value) -> Option<f64> {
    ahead(output, "/quality/typed", "vectors")
}

/// Percent fewer photos a second while jobs are at work.
fn slowed(output: &Value) -> Option<f64> {
    output.pointer("/uploads/busy_to_idle")?.as_f64().map(|ratio| 100.0 * (1.0 - ratio))
}

const SPEECH: (&str, &str) = ("Speech", "speech");
const NOTES: (&str, &str) = ("A spoken note", "notes");
const SEARCH: (&str, &str) = ("Search", "search");
const UPLOADS: (&str, &str) = ("Uploads", "uploads");
const EDITS: (&str, &str) = ("Edits", "edits");
const PICTURES: (&str, &str) = ("Pictures", "pictures");
const COPIES: (&str, &str) = ("Pictures", "thumbnails");
const MEMORY: (&str, &str) = ("Memory of the server", "memory");
const LAKE: (&str, &str) = ("SQL", "sql");

/// What the rules make of one set of gold notes.
#[rustfmt::skip]
macro_rules! extraction {
    ($title:literal, $set:literal) => { [
        figure(($title, "extraction"), "materials, exact F1", At(concat!("/", $set, "/materials_f1_exact")), "", AtLeast(0.85), &[concat!("/", $set, "/failures")]),
        figure(($title, "extraction"), "techniques, F1", At(concat!("/", $set, "/techniques_f1")), "", AtLeast(0.80), &[]),
        figure(($title, "extraction"), "minutes right", At(concat!("/", $set, "/minutes_exact")), "", AtLeast(0.95), &[]),
        figure(($title, "extraction"), "used, the note says otherwise", At(concat!("/", $set, "/false_uses")), "", AtMost(0.0), &[]),
        figure(($title, "extraction"), "project right", At(concat!("/", $set, "/project")), "", AtLeast(0.95), &[]),
        figure(($title, "extraction"), "right when it confirms itself", At(concat!("/", $set, "/auto_confirm_precision")), "", AtLeast(0.99), &[]),
        figure(($title, "extraction"), "calibration error", At(concat!("/", $set, "/calibration_error")), "", AtMost(0.05), &[]),
    ] };
}

/// In the order of the page.
const FIGURES: &[&[Figure]] = &[
    SPEECH_FIGURES,
    NOTE_FIGURES,
    &extraction!("Extraction, unseen notes", "unseen"),
    &extraction!("Extraction, unseen notes of a second studio", "f"),
    &extraction!("Extraction, notes it was tuned on", "dev"),
    &extraction!("Extraction, second set that it was tuned on", "b"),
    &extraction!("Extraction, third set that it was tuned on", "c"),
    SEARCH_FIGURES,
    UPLOAD_FIGURES,
    OTHER_FIGURES,
];

#[rustfmt::skip]
const SPEECH_FIGURES: &[Figure] = &[
    figure(SPEECH, "word errors, human clips", At("/human/wer_percent"), "%", AtMost(1.0), &["/human/failures"]),
    figure(SPEECH, "human clips", At("/human/clips"), "", AtLeast(9.0), &[]),
    figure(SPEECH, "art terms, piper, all notes, F1", At("/piper/all/repaired/term_f1"), "", AtLeast(0.95), &["/piper/transcripts"]),
    figure(SPEECH, "art terms, piper, scored notes, F1", At("/piper/scored/repaired/term_f1"), "", AtLeast(0.95), &[]),
    figure(SPEECH, "art terms, piper, new notes, F1", At("/piper/new/repaired/term_f1"), "", AtLeast(0.95), &[]),
    figure(SPEECH, "art terms, flite, all notes, F1", At("/flite/all/repaired/term_f1"), "", AtLeast(0.95), &["/flite/transcripts"]),
    figure(SPEECH, "art terms, espeak-ng, all notes, F1", At("/espeak/all/repaired/term_f1"), "", Told, &["/espeak/transcripts"]),
    figure(SPEECH, "right words that were mended", At("/human/false_repairs"), "", Told, &["/human/repairs"]),
    figure(SPEECH, "processor seconds a second, human clips", At("/human/cpu_seconds_per_second"), "", AtMost(0.25), &[]),
    figure(SPEECH, "processor seconds a second, long file", At("/long/cpu_seconds_per_second"), "", AtMost(0.25), &[]),
    figure(SPEECH, "memory for a long file", At("/long/peak_megabytes"), "MB", AtMost(450.0), &[]),
    figure(SPEECH, "length of the long file", At("/long/minutes"), "min", Told, &[]),
];

#[rustfmt::skip]
const NOTE_FIGURES: &[Figure] = &[
    figure(NOTES, "stop to editable facts, p50", At("/notes/p50_seconds"), "s", AtMost(10.0), &["/notes/failures"]),
    figure(NOTES, "stop to editable facts, p95", At("/notes/p95_seconds"), "s", AtMost(10.0), &["/notes/runs"]),
    figure(NOTES, "the first, which loads the models", At("/notes/first_seconds"), "s", AtMost(10.0), &[]),
];

#[rustfmt::skip]
const SEARCH_FIGURES: &[Figure] = &[
    figure(SEARCH, "p95 at 50 000 records, query embedded", At("/speed/whole/p95"), "ms", AtMost(25.0), &[]),
    figure(SEARCH, "hybrid over words alone", Of(over_text), "nDCG", AtLeast(0.10), &["/quality/worst"]),
    figure(SEARCH, "hybrid over vectors alone", Of(over_vectors), "nDCG", AtLeast(0.10), &[]),
    figure(SEARCH, "typed queries, hybrid over words alone", Of(typed_over_text), "nDCG", AtLeast(0.10), &["/quality/typed/worst"]),
    figure(SEARCH, "typed queries, hybrid over vectors alone", Of(typed_over_vectors), "nDCG", AtLeast(0.10), &[]),
    figure(SEARCH, "nonsense that finds something", Count("/quality/found_nonsense"), "", AtMost(0.0), &["/quality/found_nonsense"]),
    figure(SEARCH, "queries that find nothing", At("/quality/empty"), "", Told, &[]),
];

#[rustfmt::skip]
const UPLOAD_FIGURES: &[Figure] = &[
    figure(UPLOADS, "photos a second, jobs idle", At("/uploads/idle_per_second"), "/s", AtLeast(40.0), &[]),
    figure(UPLOADS, "photos a second, jobs at work", At("/uploads/busy_per_second"), "/s", AtLeast(40.0), &[]),
    figure(UPLOADS, "slowed by jobs", Of(slowed), "%", AtMost(10.0), &[]),
    figure(UPLOADS, "with the asset, its job at work", At("/uploads/whole_per_second"), "/s", AtLeast(40.0), &[]),
    figure(UPLOADS, "floor: plain files, synced", At("/uploads/floor_per_second"), "/s", Told, &[]),
    figure(UPLOADS, "a photo", At("/uploads/megabytes"), "MB", Told, &[]),
];

#[rustfmt::skip]
const OTHER_FIGURES: &[Figure] = &[
    figure(EDITS, "concurrent edits", At("/edits/edits"), "", AtLeast(10_000.0), &[]),
    figure(EDITS, "lost", At("/edits/lost"), "", AtMost(0.0), &[]),
    figure(EDITS, "conflicts that were told", At("/edits/conflicts"), "", Told, &[]),
    figure(PICTURES, "copies and colours, 12 MP", At("/pictures/copies_cpu_seconds"), "CPU s", Told, &[]),
    figure(PICTURES, "reading a written sheet, 12 MP", At("/pictures/reading_cpu_seconds"), "CPU s", Told, &[]),
    figure(PICTURES, "words read", At("/pictures/word_recall"), "", Told, &["/pictures/failures"]),
    figure(PICTURES, "the server's peak while reading", At("/pictures/peak_megabytes"), "MB", Told, &[]),
    figure(COPIES, "three copies of 12 MP, library alone", At("/rows/0/copies_ms"), "CPU ms", Told, &[]),
    figure(MEMORY, "at rest", At("/memory/resting"), "MB", Told, &[]),
    figure(MEMORY, "speech, reading and embeddings warm", At("/memory/and_speech/resident"), "MB", Told, &[]),
    figure(MEMORY, "the most it ever was", At("/memory/and_speech/peak"), "MB", Told, &[]),
    figure(MEMORY, "after seven idle minutes", At("/memory/after_idling/resident"), "MB", Told, &[]),
    figure(LAKE, "a million rows by project", At("/by_project/median_ms"), "ms", Told, &[]),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_are_found_and_computed() {
        let half = |hybrid: f64| json!({"hybrid": hybrid, "text": 0.5, "vectors": 0.25});
        let output = json!({"quality": {"first_half": half(0.5), "second_half": half(1.0), "typed": {"first_half": half(0.25), "second_half": half(0.75)}, "found_nonsense": ["a", "b"], "empty": 3}});
        assert_eq!((over_text(&output), over_vectors(&output)), (Some(0.25), Some(0.5)));
        assert_eq!((typed_over_text(&output), typed_over_vectors(&output)), (Some(0.0), Some(0.25)));
        let empty = PAGE.figures().find(|figure| figure.name == "queries that find nothing");
        assert_eq!(empty.and_then(|figure| figure.value(&output)), Some(3.0));
        let nonsense = PAGE.figures().find(|figure| figure.name == "nonsense that finds something");
        assert_eq!(nonsense.and_then(|figure| figure.value(&output)), Some(2.0));
        assert_eq!(slowed(&json!({"uploads": {"busy_to_idle": 0.75}})), Some(25.0));
        assert_eq!(slowed(&json!({})), None);
    }
}
