//! Why the server does not start.

use std::net::SocketAddr;
use std::path::PathBuf;

use atelier_base::{Code, Coded};

/// Codes of starting and configuring the server.
pub mod codes {
    atelier_base::codes! {
        ADDRESS_IN_USE = "address_in_use", Unavailable, "Another program listens on this address",
            "Stop it, or choose another port with --listen.";
        ADDRESS_UNUSABLE = "address_unusable", Unavailable, "The server can't listen on this address",
            "Choose an address of this machine with --listen, and a port you may use.";
        CONFIG_INVALID = "config_invalid", Invalid, "The configuration is not valid",
            "Compare it with docs/reference/configuration.md; `atelier check` shows where values come from.";
        DEMO_NOT_LOCAL = "demo_not_local", Invalid, "The demo studio is only served on this machine",
            "Its password is public: listen on 127.0.0.1, or start without --seed.";
        WEB_DIR_UNREADABLE = "web_dir_unreadable", Unavailable, "The web files can't be read",
            "Build them with `npm run build` in web/, or leave `server.web_dir` empty.";
    }
}

/// A server that does not start, or stops with an error.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("another program listens on {0}")]
    AddressInUse(SocketAddr),
    #[error("can't listen on {address}: {reason}")]
    AddressUnusable { address: SocketAddr, reason: std::io::Error },
    #[error("the configuration is not valid: {0}")]
    Config(String),
    #[error("the demo studio is not served on {0}")]
    DemoNotLocal(SocketAddr),
    #[error("the web files in {} can't be read: {reason}", path.display())]
    WebDir { path: PathBuf, reason: std::io::Error },
    #[error("the demo studio could not be made: {0}")]
    Demo(String),
    #[error("{0}")]
    Metrics(String),
    #[error("the server stopped: {0}")]
    Serving(#[from] std::io::Error),
    #[error("{0}")]
    Secrets(#[from] atelier_secrets::Error),
    #[error("{0}")]
    Blobs(#[from] atelier_blobs::Error),
    #[error("{0}")]
    Credentials(#[from] atelier_credentials::Error),
    #[error("{0}")]
    Factory(#[from] atelier_factory::Error),
    #[error("{0}")]
    Jobs(#[from] atelier_jobs::Error),
    #[error("{0}")]
    Journal(#[from] atelier_journal::Error),
    #[error("{0}")]
    Search(#[from] atelier_search::Error),
    #[error("{0}")]
    Sql(#[from] atelier_sql::Error),
    #[error("{0}")]
    Store(#[from] atelier_tables::Error),
    #[error("{0}")]
    Trail(#[from] atelier_audit::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::AddressInUse(_) => codes::ADDRESS_IN_USE,
            Self::AddressUnusable { .. } => codes::ADDRESS_UNUSABLE,
            Self::Config(_) => codes::CONFIG_INVALID,
            Self::DemoNotLocal(_) => codes::DEMO_NOT_LOCAL,
            Self::WebDir { .. } => codes::WEB_DIR_UNREADABLE,
            Self::Demo(_) | Self::Metrics(_) | Self::Serving(_) => atelier_api::codes::INTERNAL,
            Self::Secrets(error) => error.code(),
            Self::Blobs(error) => error.code(),
            Self::Credentials(error) => error.code(),
            Self::Factory(error) => error.code(),
            Self::Jobs(error) => error.code(),
            Self::Journal(error) => error.code(),
            Self::Search(error) => error.code(),
            Self::Sql(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Trail(error) => error.code(),
        }
    }
}
