//! `atelier factory`.

mod table;

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use atelier_server::{Config, FactoryMove, sweep_products};
use atelier_sql::{Progress, Proof, TransferStep};

use super::{print, print_json, with_app};
use crate::arguments::{ConfigArguments, Factory};
use crate::failure::Failure;

pub(super) fn run(command: &Factory) -> Result<(), Failure> {
    match command {
        Factory::Move { config, to, verify } => move_to(config, to, *verify),
        Factory::Sweep { config, minutes, remove, .. } => {
            sweep(config, Duration::from_mins((*minutes).into()), !remove)
        }
    }
}

fn move_to(arguments: &ConfigArguments, to: &str, only_prove: bool) -> Result<(), Failure> {
    let (config, _) = Config::load(arguments.config.as_deref(), &arguments.flags())?;
    // Looked at before the stores are opened, which would make a data directory where there is none.
    let plan = FactoryMove::plan(&config, to)?;
    // The opened store keeps a server away that would write to the file.
    let proofs = with_app(arguments, async |app| Ok(plan.carry_out(&app.clock, only_prove, tell).await?))?;
    print(&table::of(&proofs));
    Proof::check(&proofs)?;
    let rows: u64 = proofs.iter().map(|proof| proof.target.rows).sum();
    print(&format!("\n{rows} rows, equal on both sides. "));
    print(&if config.sql.url == to {
        "sql.url names the copy already.\n".to_owned()
    } else {
        format!(
            "Start no server on the file any more: first set, in atelier.toml,\n\n[sql]\nurl = \"{}\"\n\n\
             or ATELIER_SQL__URL in the environment. The file stays as it is.\n",
            table::without_password(to)
        )
    });
    Ok(())
}

/// On a terminal one line that changes; elsewhere a line for each table that is done.
#[expect(clippy::print_stderr, reason = "words of a command go to stderr")]
fn tell(progress: Progress) {
    let Progress { step, table, rows, of, is_done } = progress;
    let verb = match step {
        TransferStep::Copying => "copied",
        TransferStep::Proving => "proved",
    };
    let is_terminal = std::io::stderr().is_terminal();
    if is_terminal {
        eprint!("\r\x1b[K{verb} {table}: {rows} of {of}");
        // Nothing is lost with a line of progress.
        let _ = std::io::stderr().flush();
    }
    match (is_terminal, is_done) {
        (true, true) => eprintln!(),
        (false, true) => eprintln!("{verb} {table}: {rows} of {of}"),
        _ => {}
    }
}

#[expect(clippy::print_stderr, reason = "words of a command go to stderr")]
fn sweep(arguments: &ConfigArguments, age: Duration, is_dry_run: bool) -> Result<(), Failure> {
    let found = with_app(arguments, async |app| Ok(sweep_products(&app, age, is_dry_run).await?))?;
    let files: usize = found.iter().map(|(_, orphans)| orphans.keys.len()).sum();
    let bytes: u64 = found.iter().map(|(_, orphans)| orphans.bytes).sum();
    let tenants: Vec<_> = found
        .iter()
        .map(|(tenant, orphans)| {
            let paths: Vec<String> = orphans.keys.iter().map(ToString::to_string).collect();
            serde_json::json!({ "tenant": tenant, "bytes": orphans.bytes, "paths": paths })
        })
        .collect();
    print_json(
        &serde_json::json!({ "removed": !is_dry_run, "files": files, "bytes": bytes, "tenants": tenants }),
    )?;
    if is_dry_run && files > 0 {
        eprintln!("Nothing was removed. If none of these is missed, run it again with --remove.");
    }
    Ok(())
}
