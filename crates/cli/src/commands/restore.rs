//! `atelier restore`.

use atelier_base::Timestamp;
use atelier_server::{Config, declared};
use atelier_tables::Moment;

use super::backup::beside;
use super::{print_json, runtime};
use crate::arguments::Restore;
use crate::failure::Failure;

pub(super) fn run(arguments: &Restore) -> Result<(), Failure> {
    let (config, _) = Config::load(arguments.config.config.as_deref(), &arguments.config.flags())?;
    let moment = match arguments.at.as_deref() {
        None => Moment::Copy,
        Some("latest") => Moment::Latest,
        Some(text) => {
            Moment::At(text.parse::<Timestamp>().map_err(|error| Failure::of_argument("--at", &error))?)
        }
    };
    let data = &config.server.data;
    let tables = declared();
    let restored = atelier_tables::restore(&arguments.from, data, moment, &arguments.log, &tables);
    let copied = beside(&arguments.from);
    let sql = config.sql_file().filter(|_| copied.exists());
    let last_change = runtime()?.block_on(async {
        let last_change = restored.await?;
        if let Some(file) = &sql {
            atelier_sql::back_up(&copied, file).await?;
        }
        Ok::<_, Failure>(last_change)
    })?;
    print_json(&serde_json::json!({ "data": data, "last_change_at": last_change, "sql": sql }))
}
