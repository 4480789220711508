//! The report as one HTML page without anything outside of it, and the same as JSON.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::{Value, json};

use super::figures::{Figure, Goal};
use super::report::{Measured, Page, Report};

/// More examples than this say nothing new.
const EXAMPLES: usize = 60;

const STYLE: &str = "
:root { color-scheme: light dark; --line: #8884; --good: #2a7d46; --bad: #b3402e; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem }
.tile { border: 1px solid var(--line); border-top-width: 4px; border-radius: 6px; padding: .6rem .8rem }
.met { border-top-color: var(--good) } .missed { border-top-color: var(--bad) }
.value { font-size: 1.5rem; font-variant-numeric: tabular-nums } .quiet { opacity: .75; font-size: .85rem }
summary { cursor: pointer } pre { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: .6rem; font-size: .85rem }
";

/// The summary, and the page.
pub(super) fn write(page: &Page, report: &Report) -> Result<(Value, String)> {
    let (mut tiles, mut html) = (Vec::new(), String::new());
    let mut part = "";
    for figure in page.figures() {
        let measured =
            report.iter().find(|(name, _)| *name == figure.suite).and_then(|(_, found)| found.as_ref());
        let tile = tile(figure, measured);
        if figure.part != part {
            part = figure.part;
            let close = if html.is_empty() { "" } else { "</div>" };
            write!(html, "{close}<h2>{}</h2><div class=\"tiles\">", escaped(part))?;
        }
        draw(&mut html, figure, &tile)?;
        tiles.push(tile);
    }
    html.push_str("</div><h2>What went wrong</h2>");
    for figure in page.figures() {
        let measured =
            report.iter().find(|(name, _)| *name == figure.suite).and_then(|(_, found)| found.as_ref());
        if let Some(measured) = measured {
            examples(&mut html, figure, measured)?;
        }
    }
    let count = |met: bool| tiles.iter().filter(|tile| tile["met"] == met).count();
    let summary = json!({ "met": count(true), "missed": count(false), "figures": tiles });
    let head = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{0}: figures</title><style>{STYLE}</style><h1>{0}: figures and goals</h1>\
         <p>{1} goals are met, {2} are not. Load is how many processes wanted a processor in the minute before and after a \
         suite ran; with more than the machine has cores, times are too long.</p>{3}",
        page.title,
        count(true),
        count(false),
        suites(report)?,
    );
    Ok((summary, format!("{head}{html}</html>\n")))
}

fn tile(figure: &Figure, measured: Option<&Measured>) -> Value {
    let value = measured.and_then(|measured| figure.value(&measured.output));
    let goal = match figure.goal {
        Goal::AtLeast(least) => json!({ "at_least": least }),
        Goal::AtMost(most) => json!({ "at_most": most }),
        Goal::Told => Value::Null,
    };
    json!({
        "part": figure.part, "name": figure.name, "suite": figure.suite, "unit": figure.unit, "value": value,
        "goal": goal, "met": value.and_then(|value| figure.goal.met(value)),
        "load": measured.map(|measured| measured.load), "at": measured.map(|measured| &measured.at),
        "commit": measured.map(|measured| &measured.commit),
    })
}

fn draw(html: &mut String, figure: &Figure, tile: &Value) -> Result<()> {
    let (class, word) = match tile["met"].as_bool() {
        Some(true) => ("met", "met"),
        Some(false) => ("missed", "not met"),
        None if tile["value"].is_null() => ("", "not measured"),
        None => ("", ""),
    };
    let shown = tile["value"].as_f64().map_or_else(|| "–".to_owned(), number);
    let goal = match figure.goal {
        Goal::AtLeast(least) => format!("goal: at least {} · ", number(least)),
        Goal::AtMost(most) => format!("goal: at most {} · ", number(most)),
        Goal::Told => String::new(),
    };
    let load = tile["load"][1].as_f64().map_or_else(String::new, |load| format!(" · load {}", number(load)));
    let (name, unit) = (escaped(figure.name), escaped(figure.unit));
    write!(
        html,
        "<div class=\"tile {class}\"><div>{name}</div><div class=\"value\">{shown} <small>{unit}</small></div>\
         <div class=\"quiet\">{goal}{word}{load}</div></div>"
    )?;
    Ok(())
}

/// When each suite ran.
fn suites(report: &Report) -> Result<String> {
    let mut text = "<details><summary>When each suite ran</summary><ul>".to_owned();
    for (name, measured) in report {
        let Some(Measured { at, commit, load, without_network, .. }) = measured else {
            write!(text, "<li>{name}: never</li>")?;
            continue;
        };
        let network = if *without_network { "no network but the loopback" } else { "with the network" };
        let (at, commit) = (escaped(at), escaped(commit));
        write!(text, "<li>{name}: {at} UTC, commit {commit}, load {} to {}, {network}</li>", load.0, load.1)?;
    }
    text.push_str("</ul></details>");
    Ok(text)
}

fn examples(html: &mut String, figure: &Figure, measured: &Measured) -> Result<()> {
    for pointer in figure.examples {
        let found = measured.output.pointer(pointer).and_then(Value::as_array);
        let Some(found) = found.filter(|found| !found.is_empty()) else { continue };
        let title = format!("{}: {}", figure.part, figure.name);
        write!(html, "<details><summary>{}, {} entries</summary>", escaped(&title), found.len())?;
        for example in found.iter().take(EXAMPLES) {
            write!(html, "<pre>{}</pre>", escaped(&described(example)))?;
        }
        html.push_str("</details>");
    }
    Ok(())
}

/// An object as lines of names and values, anything else as it is.
fn described(example: &Value) -> String {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match example {
        Value::Object(fields) => {
            let lines = fields.iter().map(|(name, value)| format!("{name}: {}", plain(value)));
            lines.collect::<Vec<_>>().join("\n")
        }
        other => plain(other),
    }
}

/// With as many digits as say something.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        100.0.. => 0,
        10.0..100.0 => 1,
        _ => 3,
    };
    let text = format!("{value:.digits$}");
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    short.to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::journal;
    use super::*;

    fn measured(output: Value) -> Measured {
        let (at, commit) = ("2026-01-01 12:00".to_owned(), "abc".to_owned());
        Measured { at, commit, load: (0.5, 2.0), without_network: true, output }
    }

    #[test]
    fn numbers_are_short() {
        let shown = [0.05, 1.0, 123.4, 12.34, 0.0, 10_000.0].map(number);
        assert_eq!(shown, ["0.05", "1", "123", "12.3", "0", "10000"]);
    }

    #[test]
    fn page_tells_goals_and_what_went_wrong() -> Result<()> {
        let output = json!({"human": {"wer_percent": 2.5, "failures": [{"said": "a <b>", "heard": "c"}]}});
        let report = vec![("speech", Some(measured(output))), ("uploads", None)];
        let (summary, html) = write(&journal::PAGE, &report)?;
        assert_eq!((&summary["met"], &summary["missed"]), (&json!(0), &json!(1)));
        assert_eq!(summary["figures"][0]["value"], json!(2.5));
        assert!(html.contains("said: a &lt;b&gt;") && html.contains("goal: at most 1 · not met · load 2"));
        assert!(html.contains("uploads: never") && html.contains("not measured"));
        Ok(())
    }
}
