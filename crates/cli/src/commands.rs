//! The commands, a file each.

mod audit;
mod backup;
mod check;
mod factory;
mod generate;
mod restore;
mod search;
mod secrets;
mod serve;
mod sql;
mod tenant;
mod user;

use std::future::Future;
use std::io::{Read as _, Write as _};

use atelier_accounts::User;
use atelier_base::{Clock, Randomness};
use atelier_server::{App, Config};

use crate::arguments::{Arguments, Command, ConfigArguments};
use crate::failure::Failure;

/// Runs the command.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    match arguments.command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Backup(arguments) => backup::run(&arguments),
        Command::Restore(arguments) => restore::run(&arguments),
        Command::User(arguments) => user::run(arguments),
        Command::Secrets(arguments) => secrets::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Tenant(arguments) => tenant::run(arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Sql(arguments) => sql::run(&arguments),
        Command::Factory(command) => factory::run(&command),
        Command::Gen(arguments) => generate::run(arguments.document),
    }
}

/// Opens the stores that the configuration names.
async fn open(arguments: &ConfigArguments) -> Result<App, Failure> {
    let (config, _) = Config::load(arguments.config.as_deref(), &arguments.flags())?;
    Ok(Box::pin(App::connect(config, Clock::system(), Randomness::system())).await?)
}

/// Runs a command's work over the stores to its end, and closes them.
fn with_app<F, T>(arguments: &ConfigArguments, work: impl FnOnce(App) -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    runtime()?.block_on(async {
        let app = open(arguments).await?;
        let outcome = work(app.clone()).await?;
        app.tables.close().await?;
        Ok(outcome)
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::of_io("start", &error))
}

/// The user with that email or username.
async fn user_of(app: &App, login: &str) -> Result<User, Failure> {
    let found = atelier_accounts::find_by_login(&app.accounts, login).await?;
    Ok(found.ok_or(atelier_accounts::Error::UserNotFound)?)
}

/// The first line of stdin.
fn read_secret() -> Result<String, Failure> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|error| Failure::of_io("read stdin", &error))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Writes data to stdout. A reader that went away is no failure of ours.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::of_io("write JSON", &std::io::Error::other(error)))?;
    print(&format!("{text}\n"));
    Ok(())
}
