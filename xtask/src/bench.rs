//! `cargo xtask bench`: one suite, built as a release is. Read its ratios, not its seconds.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{process, tree};

/// Which suite, and what to hand to it.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite.
    suite: Suite,
    /// Handed to the benchmark, such as a filter.
    #[arg(last = true)]
    arguments: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Suite {
    /// The table engine: put, get, query.
    Tables,
    /// The port on its embedded engine beside a DynamoDB that others wrote, through the SDK.
    Engines,
    /// The program over a real socket: start, memory, GraphQL.
    Api,
    /// DynamoDB's own API beside servers that others wrote.
    Dynamodb,
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
}

impl Suite {
    /// Package, benchmark target, and the features that it needs.
    fn target(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Tables => ("atelier-tables", "tables", ""),
            Self::Engines => ("atelier-tables", "engines", "dynamodb"),
            Self::Api => ("atelier", "api", ""),
            Self::Dynamodb => ("atelier-dynamodb", "dynamodb", ""),
            Self::Extraction => ("atelier-extraction", "extraction", ""),
            Self::Speech => ("atelier-intelligence", "speech", ""),
            Self::Search => ("atelier-search", "search", ""),
            Self::Thumbnails => ("atelier-media", "thumbnails", ""),
            Self::Sql => ("atelier-analytics", "sql", ""),
        }
    }
}

/// Builds the suite and runs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let (package, bench, features) = options.suite.target();
    let mut command = process::cargo(&tree::root());
    command.args(["bench", "--package", package, "--bench", bench, "--features", features]);
    if !options.arguments.is_empty() {
        command.arg("--").args(&options.arguments);
    }
    process::run(&mut command)
}
