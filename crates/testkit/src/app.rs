//! A server for one test.

use atelier_accounts::NewUser;
use atelier_base::{Clock, Randomness, Timestamp};
use atelier_server::{App, Config, router};
use axum::Router;
use tempfile::TempDir;

use crate::Client;

/// The password of every user of a test.
pub const PASSWORD: &str = "ultramarine over sienna";

/// A server over a temporary directory, without a socket.
pub struct TestApp {
    /// The stores and states.
    pub app: App,
    /// The time, which stands still.
    pub clock: Clock,
    router: Router,
    // Held for its drop, which removes the directory.
    _directory: TempDir,
}

impl TestApp {
    /// A new server with the default configuration.
    pub fn start() -> Self {
        Self::start_with(|_| ())
    }

    /// A new server with a changed configuration.
    pub fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let mut config = Config::defaults().expect("the defaults are valid");
        config.server.data = directory.path().join("data");
        change(&mut config);
        // 2026-11-21T09:00:00Z
        let clock = Clock::fixed(Timestamp::from_millis(1_795_251_600_000));
        let app = App::open(config, clock.clone(), Randomness::seeded(1)).expect("the stores open");
        let router = router(&app).expect("the router composes");
        Self { app, clock, router, _directory: directory }
    }

    /// A client without a credential.
    pub fn guest(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// Everything that the store's files hold, as it is on disk.
    pub async fn stored_bytes(&self) -> Vec<u8> {
        self.app.tables.close().await.expect("the store closes");
        let files = std::fs::read_dir(&self.app.config.server.data).expect("the data directory");
        let paths = files.map(|file| file.expect("a file").path()).filter(|path| path.is_file());
        paths.flat_map(|path| std::fs::read(path).expect("readable")).collect()
    }

    /// A new user, signed in, in their personal tenant.
    pub async fn user(&self, username: &str) -> Client {
        let new = NewUser {
            email: format!("{username}@example.test"),
            username: username.to_owned(),
            name: username.to_owned(),
            password: PASSWORD.to_owned(),
        };
        atelier_accounts::create_user(&self.app.accounts, new).await.expect("a new user");
        let mut client = self.guest();
        client.sign_in(username, PASSWORD).await;
        client
    }
}
