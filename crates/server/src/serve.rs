//! Binding the socket, and stopping cleanly.

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::housekeeping::keep_house;
use crate::{App, Config, Error, router};

/// Starts logging as configured.
pub fn start_logging(config: &Config) -> Result<(), Error> {
    atelier_observe::start_logging(&config.log.filter, config.log.format)
        .map_err(|error| Error::Config(format!("log.filter: {error}")))
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
    };
    app.tables.close().await?;
    served.map_err(Error::from)
}

/// Ready once `deadline` has passed since the server began to stop.
async fn expired(app: &App, deadline: Duration) {
    app.stopping.cancelled().await;
    // A future that never ends, cut off: the wait itself.
    let _ = tokio::time::timeout(deadline, std::future::pending::<()>()).await;
}
