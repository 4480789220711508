//! `atelier serve`.

use atelier_base::{Clock, Randomness};
use atelier_server::{App, Config, Error, demo, serve};
use tokio::signal::unix::{SignalKind, signal};

use super::{print, runtime};
use crate::arguments::Serve;
use crate::failure::Failure;

pub(super) fn run(arguments: &Serve) -> Result<(), Failure> {
    let (config, _) = Config::load(arguments.config.config.as_deref(), &arguments.config.flags())?;
    let telemetry = atelier_server::start_logging(&config)?;
    if arguments.seed.is_some() && !config.server.listen.ip().is_loopback() {
        return Err(Error::DemoNotLocal(config.server.listen).into());
    }
    let served = runtime()?.block_on(async {
        let app = Box::pin(App::connect(config, Clock::system(), Randomness::system())).await?;
        if arguments.reset {
            demo::reset(&app).await?;
        } else if arguments.seed.is_some() {
            demo::seed(&app).await?;
        }
        let seeded = arguments.seed.is_some();
        // Listened for from before the first request, so that no early signal is missed.
        let mut terminate = signal(SignalKind::terminate()).map_err(Error::from)?;
        let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::from)?;
        let stop = async move {
            tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
        };
        let ready = |address| {
            print(&format!("atelier is ready at http://{address}\n"));
            if seeded {
                print(&format!("sign in as `demo` with the password `{}`\n", demo::PASSWORD));
            }
        };
        Ok(Box::pin(serve(app, stop, ready)).await?)
    });
    if let Some(telemetry) = telemetry {
        telemetry.flush();
    }
    served
}
