//! Binding the socket, and stopping cleanly.

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use atelier_observe::{Metrics, Telemetry};
use tokio::net::TcpListener;

use crate::housekeeping::keep_house;
use crate::jobs::Background;
use crate::{App, Config, Error, router};

/// Starts logging as configured, and the connection to the collector, if there is one.
pub fn start_logging(config: &Config) -> Result<Option<Telemetry>, Error> {
    let telemetry = match config.telemetry.otlp_endpoint.as_str() {
        "" => None,
        endpoint => {
            let every = Duration::from_secs(config.telemetry.interval_seconds);
            let connected = Telemetry::connect(endpoint, every);
            Some(connected.map_err(|error| Error::Config(format!("telemetry.otlp_endpoint: {error}")))?)
        }
    };
    atelier_observe::start_logging(&config.log.filter, config.log.format, telemetry.as_ref())
        .map_err(|error| Error::Config(format!("log.filter: {error}")))?;
    // Here, because whoever installs the metrics first decides where they go.
    Metrics::install(telemetry.as_ref()).map_err(|error| Error::Metrics(error.to_string()))?;
    Ok(telemetry)
}

/// Serves until `stop` is ready; then takes no more requests, ends live streams, lets requests under
/// way finish within the configured time, and closes the store. `ready` is told the address.
pub async fn serve(
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), Error> {
    let router = router(&app)?.into_make_service_with_connect_info::<SocketAddr>();
    let address = app.config.server.listen;
    let listener = TcpListener::bind(address).await.map_err(|reason| match reason.kind() {
        ErrorKind::AddrInUse => Error::AddressInUse(address),
        _ => Error::AddressUnusable { address, reason },
    })?;
    let background = Background::start(&app).await?;
    ready(listener.local_addr()?);
    let stopping = app.stopping.clone();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        stop.await;
        tracing::info!("stopping");
        stopping.cancel();
    });
    let deadline = Duration::from_secs(app.config.server.shutdown_seconds);
    let served = tokio::select! {
        served = serving => served,
        () = expired(&app, deadline) => {
            tracing::warn!("requests were cut off at the shutdown deadline");
            Ok(())
        }
        () = keep_house(&app) => Ok(()),
        () = app.trail.keep_sealing() => Ok(()),
        () = crate::erasure::go_on(&app) => Ok(()),
    };
    background.end(deadline).await;
    app.accounts.tasks.close();
    // What runs behind answers, such as a mail, gets the same time.
    let _ = tokio::time::timeout(deadline, app.accounts.tasks.wait()).await;
    app.factory.db.close().await;
    app.tables.close().await?;
    served.map_err(Error::from)
}

/// Ready once `deadline` has passed since the server began to stop.
async fn expired(app: &App, deadline: Duration) {
    app.stopping.cancelled().await;
    // A future that never ends, cut off: the wait itself.
    let _ = tokio::time::timeout(deadline, std::future::pending::<()>()).await;
}
