//! The factory's suites, its goals, and where in the output of which suite the figure for each is.

use serde_json::Value;

use super::Suite;
use super::figures::Goal::{AtLeast, AtMost, Told};
use super::figures::Place::{At, Of};
use super::figures::{Figure, figure};
use super::report::Page;

/// All that the factory has goals for. A PostgreSQL of this machine is measured where there is one.
pub(super) const PAGE: Page = Page {
    name: "factory",
    title: "The factory",
    suites: SUITES,
    parts: FIGURES,
    has_models: false,
    is_alone: false,
};

const SUITES: &[(&str, Suite, &[&str])] = &[
    ("expansion", Suite::Expansion, &["--json"]),
    ("copies", Suite::Thumbnails, &["--json", "--quick"]),
    ("orders", Suite::Orders, &["--json"]),
    ("dispatch", Suite::Studio, &["--json", "dispatch"]),
    ("gallery", Suite::Studio, &["--json", "gallery"]),
];

const EXPANSION: (&str, &str) = ("Prompts", "expansion");
const ORDERS: (&str, &str) = ("An order of 100 000 items", "orders");
const DISPATCH: (&str, &str) = ("Having items made, by a machine that answers at once", "dispatch");
const COPIES: (&str, &str) = ("Three copies of a picture", "copies");
const WORST: (&str, &str) = ("The gallery over HTTP, the slowest of its questions", "gallery");

/// The questions of the gallery to one engine.
#[rustfmt::skip]
macro_rules! gallery {
    ($title:literal, $engine:literal, $most:literal) => { [
        gallery!(@ $title, $engine, "first page", "all", AtMost($most)),
        gallery!(@ $title, $engine, "deep page", "deep_page", AtMost($most)),
        gallery!(@ $title, $engine, "a project", "project", AtMost($most)),
        gallery!(@ $title, $engine, "an order", "order", AtMost($most)),
        gallery!(@ $title, $engine, "liked", "liked", AtMost($most)),
        gallery!(@ $title, $engine, "liked and rated", "liked_rated", AtMost($most)),
        gallery!(@ $title, $engine, "a tag", "tag", AtMost($most)),
        gallery!(@ $title, $engine, "two tags", "two_tags", AtMost($most)),
        gallery!(@ $title, $engine, "a rare word", "rare_word", AtMost($most)),
        gallery!(@ $title, $engine, "an absent word", "absent_word", AtMost($most)),
        gallery!(@ $title, $engine, "a common word", "common_word", AtMost($most)),
        gallery!(@ $title, $engine, "two words", "two_words", AtMost($most)),
        gallery!(@ $title, $engine, "a phrase", "phrase", AtMost($most)),
        gallery!(@ $title, $engine, "a word in a project", "word_in_project", AtMost($most)),
        gallery!(@ $title, $engine, "a model", "model", AtMost($most)),
        gallery!(@ $title, $engine, "a model and steps", "model_steps", AtMost($most)),
        gallery!(@ $title, $engine, "steps", "steps", AtMost($most)),
        gallery!(@ $title, $engine, "a collection", "collection", AtMost($most)),
        gallery!(@ $title, $engine, "scrollbar of all", "days_of_all", AtMost($most)),
        gallery!(@ $title, $engine, "scrollbar of a project", "days_of_project", AtMost($most)),
        gallery!(@ $title, $engine, "scrollbar of what is liked", "days_of_liked", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of liked and rated", "days_of_liked_rated", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of two tags", "days_of_two_tags", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of a rare word", "days_of_rare_word", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of a common word", "days_of_common_word", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of a phrase", "days_of_phrase", AtMost(50.0)),
        gallery!(@ $title, $engine, "scrollbar of a model and steps", "days_of_model_steps", AtMost(50.0)),
        gallery!(@ $title, $engine, "counts of eight stretches of a day", "counts", AtMost(50.0)),
    ] };
    (@ $title:literal, $engine:literal, $name:literal, $case:literal, $goal:expr) => {
        figure(($title, "gallery"), $name, At(concat!("/gallery/", $engine, "/1m/cases/", $case, "/p95")), "ms", $goal, &[])
    };
}

/// In the order of the page.
const FIGURES: &[&[Figure]] = &[
    EXPANSION_FIGURES,
    ORDER_FIGURES,
    DISPATCH_FIGURES,
    COPY_FIGURES,
    WORST_FIGURES,
    &gallery!("The gallery on SQLite, a million products, p95", "sqlite", 5.0),
    &gallery!("The gallery on PostgreSQL, a million products, p95", "postgres", 10.0),
];

#[rustfmt::skip]
const EXPANSION_FIGURES: &[Figure] = &[
    figure(EXPANSION, "prompts a second, 10⁵ of five tokens", At("/rows/0/per_second"), "/s", AtLeast(1e6), &[]),
    figure(EXPANSION, "times dynamicprompts, processor time", At("/rows/0/times_dynamicprompts_processor"), "×", AtLeast(30.0), &[]),
    figure(EXPANSION, "times dynamicprompts, lookups", At("/rows/3/times_dynamicprompts_processor"), "×", Told, &[]),
    figure(EXPANSION, "counting 10¹²", At("/rows/4/count_ms"), "ms", AtMost(1.0), &[]),
    figure(EXPANSION, "a hundred of 10¹²", At("/rows/4/sample_100_ms"), "ms", AtMost(5.0), &[]),
];

#[rustfmt::skip]
const ORDER_FIGURES: &[Figure] = &[
    figure(ORDERS, "items a second, SQLite", At("/sqlite/per_second"), "/s", AtLeast(50_000.0), &[]),
    figure(ORDERS, "without triggers", At("/sqlite/per_second_without_triggers"), "/s", Told, &[]),
    figure(ORDERS, "items a second, PostgreSQL", At("/postgres/per_second"), "/s", AtLeast(25_000.0), &[]),
    figure(ORDERS, "without triggers", At("/postgres/per_second_without_triggers"), "/s", Told, &[]),
];

#[rustfmt::skip]
const DISPATCH_FIGURES: &[Figure] = &[
    figure(DISPATCH, "processor time of the server, SQLite", At("/dispatch/sqlite/cpu_ms"), "ms an item", AtMost(0.5), &[]),
    figure(DISPATCH, "beside looking at the picture and its files", At("/dispatch/sqlite/beside_floor_cpu_ms"), "ms an item", Told, &[]),
    figure(DISPATCH, "items a second, SQLite", At("/dispatch/sqlite/per_second"), "/s", AtLeast(1_000.0), &[]),
    figure(DISPATCH, "processor time of the server, PostgreSQL", At("/dispatch/postgres/cpu_ms"), "ms an item", AtMost(1.0), &[]),
    figure(DISPATCH, "beside looking at the picture and its files", At("/dispatch/postgres/beside_floor_cpu_ms"), "ms an item", Told, &[]),
    figure(DISPATCH, "items a second, PostgreSQL", At("/dispatch/postgres/per_second"), "/s", AtLeast(1_000.0), &[]),
];

#[rustfmt::skip]
const COPY_FIGURES: &[Figure] = &[
    figure(COPIES, "PNG of 1024², times Pillow", At("/rows/1/times_pillow"), "×", AtLeast(1.5), &[]),
    figure(COPIES, "PNG of 2048², times Pillow", At("/rows/2/times_pillow"), "×", AtLeast(1.5), &[]),
    figure(COPIES, "JPEG of 1024², times libvips", At("/rows/0/times_pyvips"), "×", AtLeast(1.0), &[]),
    figure(COPIES, "PNG of 1024²", At("/rows/1/copies_ms"), "CPU ms", Told, &[]),
    figure(COPIES, "JPEG of 1024²", At("/rows/0/copies_ms"), "CPU ms", Told, &[]),
];

/// The worst of all questions in one respect.
fn worst(output: &Value, engine: &str, respect: fn(&Value, &Value) -> Option<f64>) -> Option<f64> {
    let cases = |size: &str| output.pointer(&format!("/gallery/{engine}/{size}/cases"))?.as_object();
    let (few, many) = (cases("100k")?, cases("1m")?);
    many.iter().filter_map(|(name, many)| respect(few.get(name)?, many)).reduce(f64::max)
}

fn p95(_: &Value, many: &Value) -> Option<f64> {
    many["p95"].as_f64()
}

/// How much slower with ten times as many products.
fn growth(few: &Value, many: &Value) -> Option<f64> {
    Some(many["p50"].as_f64()? / few["p50"].as_f64()?)
}

#[rustfmt::skip]
const WORST_FIGURES: &[Figure] = &[
    figure(WORST, "p95, SQLite", Of(|output| worst(output, "sqlite", p95)), "ms", AtMost(50.0), &[]),
    figure(WORST, "median with a million over that with 100 000, SQLite", Of(|output| worst(output, "sqlite", growth)), "×", AtMost(2.0), &[]),
    figure(WORST, "p95, PostgreSQL", Of(|output| worst(output, "postgres", p95)), "ms", AtMost(50.0), &[]),
    figure(WORST, "median with a million over that with 100 000, PostgreSQL", Of(|output| worst(output, "postgres", growth)), "×", AtMost(2.0), &[]),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_worst_question_is_found() {
        let size = |all: f64, tag: f64| json!({"cases": {"all": {"p50": all, "p95": all}, "tag": {"p50": tag, "p95": tag}}});
        let output = json!({"gallery": {"sqlite": {"100k": size(1.0, 4.0), "1m": size(3.0, 5.0)}}});
        assert_eq!(worst(&output, "sqlite", p95), Some(5.0));
        assert_eq!(worst(&output, "sqlite", growth), Some(3.0));
        assert_eq!(worst(&output, "postgres", p95), None);
        let page =
            PAGE.figures().find(|figure| figure.name == "a tag").and_then(|figure| figure.value(&output));
        assert_eq!(page, Some(5.0));
    }
}
