//! `cargo xtask bench`: one suite, built as a release is. Read its ratios, not its seconds.
//!
//! `journal` and `factory` are more: all suites whose figures these have goals for, and a page that holds them against
//! the goals.

mod factory;
mod figures;
mod journal;
mod page;
mod report;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{peers, process, tree};

/// Which suite, and what to hand to it.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite.
    suite: Suite,
    /// Handed to the benchmark, such as a filter. For `journal` and `factory`: the suites to run again; the others' last figures stay.
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
    /// The program over a real socket: the journal's uploads, spoken notes, pictures, memory and edits, the factory's
    /// gallery and workers.
    Studio,
    /// All that the journal has goals for, and a report page.
    Journal,
    /// Orders of the factory, laid down with all their items.
    Orders,
    /// All that the factory has goals for, and a report page.
    Factory,
}

impl Suite {
    /// The benchmark target.
    const fn target(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Engines => "engines",
            Self::Api => "api",
            Self::Dynamodb => "dynamodb",
            Self::Expansion => "expansion",
            Self::Extraction => "extraction",
            Self::Speech => "speech",
            Self::Search => "search",
            Self::Thumbnails => "thumbnails",
            Self::Sql => "sql",
            Self::Studio | Self::Journal | Self::Factory => "studio",
            Self::Orders => "orders",
        }
    }

    /// Installs what others wrote and the suite measures with; arguments that tell the benchmark of it.
    fn prepare(self) -> Vec<String> {
        let python = match self {
            Self::Speech => {
                peers::speaker();
                None
            }
            Self::Expansion => peers::expander(),
            Self::Thumbnails => peers::painters(),
            _ => None,
        };
        python.into_iter().flat_map(|python| ["--python".to_owned(), python.display().to_string()]).collect()
    }

    /// `cargo bench` for it, with the features of the whole workspace: what one suite was built with serves the others.
    fn command(self) -> std::process::Command {
        let mut command = process::cargo(&tree::root());
        command.args(["bench", "--workspace", "--bench", self.target()]);
        if matches!(self, Self::Engines) {
            command.args(["--features", "atelier-tables/dynamodb"]);
        }
        command
    }
}

/// Builds the suite and runs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    match options.suite {
        Suite::Journal => return report::run(&journal::PAGE, &options.arguments),
        Suite::Factory => return report::run(&factory::PAGE, &options.arguments),
        _ => {}
    }
    let prepared = options.suite.prepare();
    let mut command = options.suite.command();
    command.arg("--").args(prepared).args(&options.arguments);
    process::run(&mut command)
}
