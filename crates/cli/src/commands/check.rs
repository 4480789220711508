//! `atelier check`.

use atelier_base::{Clock, Randomness};
use atelier_server::{App, Config, Setting};

use super::{print, print_json, runtime};
use crate::arguments::Check;
use crate::failure::Failure;

/// Everything that is fine, as JSON.
#[derive(serde::Serialize)]
struct Report<'a> {
    settings: &'a [Setting],
    store: &'static str,
}

pub(super) fn run(arguments: &Check) -> Result<(), Failure> {
    let (config, settings) = Config::load(arguments.config.config.as_deref(), &arguments.config.flags())?;
    if !arguments.json {
        print(&table(&settings));
    }
    // Where there is a data directory the whole server is opened, and this with it.
    config.signer(Clock::system().now())?;
    let store = check_store(&config)?;
    if arguments.json {
        return print_json(&Report { settings: &settings, store });
    }
    print(&format!("\nstore: {store}\n"));
    Ok(())
}

fn check_store(config: &Config) -> Result<&'static str, Failure> {
    // Checking must not make a data directory where there is none.
    if !config.server.data.exists() {
        return Ok("not made yet; `atelier serve` makes it");
    }
    let app = App::open(config.clone(), Clock::system(), Randomness::system())?;
    app.tables.integrity_check()?;
    runtime()?.block_on(app.tables.close())?;
    Ok("opened, every page and index is intact")
}

fn table(settings: &[Setting]) -> String {
    let wide = |pick: fn(&Setting) -> usize| settings.iter().map(pick).max().unwrap_or(0);
    let (keys, values) = (wide(|setting| setting.key.len()), wide(|setting| setting.value.len()));
    settings
        .iter()
        .map(|Setting { key, value, source }| format!("{key:keys$}  {value:values$}  {source}\n"))
        .collect()
}
