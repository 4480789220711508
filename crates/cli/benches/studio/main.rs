//! `cargo xtask bench studio`: the real program over real sockets, used as its pages use it.
//!
//! After `--`: `--json` prints one object and nothing else; names of parts (`uploads`, `notes`, `pictures`,
//! `memory`, `edits`, `gallery`, `dispatch`) leave the others out; `--quick` does not wait for idle models to go, and
//! leaves a million products out. The models are those of `ATELIER_MODELS_DIR` or of the user's cache. Data lies in the target directory, so that its disk is the one
//! that is measured. Client and server share the machine.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark speaks through both")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

mod dispatch;
mod edits;
mod figures;
mod gallery;
mod memory;
mod notes;
mod photos;
mod pictures;
mod process;
mod speech;
mod studio;
mod uploads;

use serde_json::{Value, json};

/// What one part found.
type Part = fn() -> Value;

const PARTS: &[(&str, Part)] = &[
    ("uploads", uploads::measure),
    ("edits", edits::measure),
    ("pictures", pictures::measure),
    ("notes", notes::measure),
    ("memory", memory::measure),
    ("gallery", gallery::measure),
    ("dispatch", dispatch::measure),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str| arguments.iter().any(|argument| argument == name);
    let some = PARTS.iter().any(|(name, _)| asked(name));
    let mut report = json!({});
    for (name, measure) in PARTS {
        if some && !asked(name) {
            continue;
        }
        eprintln!("measuring {name}");
        let load = process::load();
        report[*name] = measure();
        report[*name]["load"] = load.into();
    }
    if asked("--json") {
        println!("{report}");
    } else {
        println!("{report:#}");
    }
}

/// Whether an argument was given.
fn is_asked(name: &str) -> bool {
    std::env::args().any(|argument| argument == name)
}
