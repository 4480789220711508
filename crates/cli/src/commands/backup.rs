//! `atelier backup`.

use std::path::{Path, PathBuf};

use atelier_base::Clock;
use atelier_server::Config;

use super::{print_json, runtime};
use crate::arguments::Backup;
use crate::failure::Failure;

pub(super) fn run(arguments: &Backup) -> Result<(), Failure> {
    let (config, _) = Config::load(arguments.config.config.as_deref(), &arguments.config.flags())?;
    let clock = Clock::system();
    let target = if arguments.to.is_dir() {
        // Colons are no part of a file's name everywhere.
        arguments.to.join(format!("atelier-{}.backup", clock.now().to_string().replace(':', "-")))
    } else {
        arguments.to.clone()
    };
    let backup = atelier_tables::back_up(&config.server.data, &target, &clock)?;
    // A server that was never asked for its relational tables has none; those in PostgreSQL have their own copies.
    let sql = match config.sql_file().filter(|file| file.exists()) {
        Some(file) => {
            let beside = beside(&target);
            runtime()?.block_on(atelier_sql::back_up(&file, &beside))?;
            Some(beside)
        }
        None => None,
    };
    print_json(&serde_json::json!({
        "file": backup.path,
        "bytes": backup.bytes,
        "made_at": backup.made_at,
        "last_change": backup.sequence,
        "sql": sql,
    }))
}

/// Where the relational tables of a backup lie: `monday.backup.sql`.
pub(super) fn beside(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".sql");
    name.into()
}
