//! `cargo xtask bench`: one suite, built as a release is. Read its ratios, not its seconds.
//!
//! `journal` is more: all suites whose figures the journal has goals for, and a page that holds them against these.

mod figures;
mod journal;
mod page;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{peers, process, tree};

/// Which suite, and what to hand to it.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite.
    suite: Suite,
    /// Handed to the benchmark, such as a filter. For `journal`: the suites to run again; the others' last figures stay.
    #[arg(last = true)]
    arguments: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Suite {
    /// The table engine: put, get, query.
    Tables,
    /// The port on its embedded engine beside a DynamoDB that others wrote, through the SDK.
    Engines,
    /// The program over a real socket: start, memory, GraphQL.
    Api,
    /// DynamoDB's own API beside servers that others wrote.
    Dynamodb,
    /// Prompts of an order, beside dynamicprompts.
    Expansion,
    /// What the journal makes of the gold notes.
    Extraction,
    /// What the recogniser hears, and what it costs.
    Speech,
    /// What search finds of the judged queries, and how fast.
    Search,
    /// Copies of pictures, beside Pillow and pyvips.
    Thumbnails,
    /// SQL over a million rows of the lake.
    Sql,
    /// The journal's pages over a real socket: uploads, spoken notes, pictures, memory, edits.
    Studio,
    /// All that the journal has goals for, and a report page.
    Journal,
    /// Orders of the factory, laid down with all their items.
    Orders,
}

impl Suite {
    /// Package, benchmark target, and the features that it needs.
    fn target(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Tables => ("atelier-tables", "tables", ""),
            Self::Engines => ("atelier-tables", "engines", "dynamodb"),
            Self::Api => ("atelier", "api", ""),
            Self::Dynamodb => ("atelier-dynamodb", "dynamodb", ""),
            Self::Expansion => ("atelier-expansion", "expansion", ""),
            Self::Extraction => ("atelier-extraction", "extraction", ""),
            Self::Speech => ("atelier-intelligence", "speech", ""),
            Self::Search => ("atelier-search", "search", ""),
            Self::Thumbnails => ("atelier-media", "thumbnails", ""),
            Self::Sql => ("atelier-analytics", "sql", ""),
            Self::Studio | Self::Journal => ("atelier", "journal", ""),
            Self::Orders => ("atelier-factory", "orders", ""),
        }
    }

    /// Installs what others wrote and the suite measures with.
    fn prepare(self) {
        if self == Self::Speech {
            peers::speaker();
        }
    }

    /// `cargo bench` for it.
    fn command(self) -> std::process::Command {
        let (package, bench, features) = self.target();
        let mut command = process::cargo(&tree::root());
        command.args(["bench", "--package", package, "--bench", bench, "--features", features]);
        command
    }
}

/// Builds the suite and runs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.suite == Suite::Journal {
        return journal::run(&options.arguments);
    }
    options.suite.prepare();
    let mut command = options.suite.command();
    if !options.arguments.is_empty() {
        command.arg("--").args(&options.arguments);
    }
    process::run(&mut command)
}
