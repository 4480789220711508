//! `atelier backup`.

use atelier_base::Clock;
use atelier_server::Config;

use super::print_json;
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
    print_json(&serde_json::json!({
        "file": backup.path,
        "bytes": backup.bytes,
        "made_at": backup.made_at,
        "last_change": backup.sequence,
    }))
}
