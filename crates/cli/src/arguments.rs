//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use atelier_server::{Flags, ServerFlags};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// One self-hosted server for people who make, generate, verify and automate art.
#[derive(Parser)]
#[command(name = "atelier", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run the server
    Serve(Serve),
    /// Check the configuration and the stores, and show each setting with its source
    Check(Check),
    /// Copy the store to a file, whether the server runs or not
    Backup(Backup),
    /// Make a data directory of a backup, as the store was at a moment
    Restore(Restore),
    /// Manage users; the server must be stopped
    #[command(subcommand)]
    User(User),
    /// Manage the keys of sealed fields; the server must be stopped
    #[command(subcommand)]
    Secrets(Secrets),
    /// Verify the audit trail; the server must be stopped
    #[command(subcommand)]
    Audit(Audit),
    /// Manage tenants; the server must be stopped
    #[command(subcommand)]
    Tenant(Tenant),
    /// Look after the search index; the server must be stopped
    #[command(subcommand)]
    Search(Search),
    /// Ask a tenant's records in SQL, as CSV; the server must be stopped
    Sql(Sql),
    /// Move the factory's tables, and look after its files; the server must be stopped
    #[command(subcommand)]
    Factory(Factory),
    /// Print a document that is generated from the code
    Gen(Gen),
}

/// Which configuration to use.
#[derive(Args, Clone)]
pub(crate) struct ConfigArguments {
    /// The configuration file [default: atelier.toml, if it is there]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The data directory
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Address and port to listen on
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Serve the web UI from this directory
    #[arg(long, value_name = "DIR")]
    pub web_dir: Option<PathBuf>,
}

impl ConfigArguments {
    pub(crate) fn flags(&self) -> Flags {
        let Self { data, listen, web_dir, .. } = self.clone();
        Flags { server: ServerFlags { listen, data, web_dir } }
    }
}

#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub config: ConfigArguments,
    /// Begin with sample data; only on a loopback address
    #[arg(long, value_enum)]
    pub seed: Option<Seed>,
    /// Make the sample data new
    #[arg(long, requires = "seed")]
    pub reset: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Seed {
    /// Harbor Studio, with people and projects
    Demo,
}

#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub config: ConfigArguments,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    pub config: ConfigArguments,
    /// The new file, or a directory in which it is named after the moment
    pub to: PathBuf,
}

#[derive(Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    pub config: ConfigArguments,
    /// The backup to begin from
    pub from: PathBuf,
    /// The moment, such as 2026-11-21T09:30:00.000Z, or `latest`; without it the backup as it is
    #[arg(long, value_name = "MOMENT")]
    pub at: Option<String>,
    /// A later backup, or the file of the store itself, whose log of changes leads to the moment; may be
    /// given several times
    #[arg(long, value_name = "FILE")]
    pub log: Vec<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum User {
    /// Make an account; the password is read from stdin
    Add {
        #[command(flatten)]
        config: ConfigArguments,
        /// The email address
        email: String,
        /// 3 to 32 of a-z, 0-9, _ and -
        username: String,
        /// The name that others read
        name: String,
    },
    /// Give a user another password, read from stdin
    Password {
        #[command(flatten)]
        config: ConfigArguments,
        /// Email or username
        login: String,
    },
    /// Make a link that gives a user another password; it works once, for an hour
    ResetLink {
        #[command(flatten)]
        config: ConfigArguments,
        /// Email or username
        login: String,
    },
    /// Turn two-step sign-in off for a user who lost their app and their recovery codes
    TwoStepOff {
        #[command(flatten)]
        config: ConfigArguments,
        /// Email or username
        login: String,
    },
    /// Erase everything of a user, and print the certificate; nothing brings it back
    Erase {
        #[command(flatten)]
        config: ConfigArguments,
        /// Email or username
        login: String,
    },
    /// Show a user and their tenants as JSON
    Show {
        #[command(flatten)]
        config: ConfigArguments,
        /// Email or username
        login: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Secrets {
    /// Show which keys there are, as JSON
    Status {
        #[command(flatten)]
        config: ConfigArguments,
    },
    /// Make a new master key and a new data key; what is stored stays as it is
    Rotate {
        #[command(flatten)]
        config: ConfigArguments,
    },
}

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Walk the chains and name the first record of each that is not as it was sealed; fails when there is one
    Verify {
        #[command(flatten)]
        config: ConfigArguments,
        /// Only this tenant's
        #[arg(long, value_name = "ID")]
        tenant: Option<String>,
    },
    /// Print the head of each chain, to keep elsewhere and compare later
    Head {
        #[command(flatten)]
        config: ConfigArguments,
        /// Only this tenant's
        #[arg(long, value_name = "ID")]
        tenant: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Search {
    /// Build the index anew from all records
    Rebuild {
        #[command(flatten)]
        config: ConfigArguments,
    },
}

/// A question in SQL.
#[derive(Args)]
pub(crate) struct Sql {
    #[command(flatten)]
    pub config: ConfigArguments,
    /// Whose records
    #[arg(long, value_name = "ID")]
    pub tenant: String,
    /// The question, such as `select count(*) from logs`
    pub query: String,
}

#[derive(Subcommand)]
pub(crate) enum Tenant {
    /// Make an organisation
    Add {
        #[command(flatten)]
        config: ConfigArguments,
        /// Its name
        name: String,
        /// Email or username of its owner
        #[arg(long, value_name = "LOGIN")]
        owner: String,
    },
    /// Add a member to an organisation
    AddMember {
        #[command(flatten)]
        config: ConfigArguments,
        /// The organisation's id
        tenant: String,
        /// Email or username
        login: String,
        /// What they may do
        #[arg(long, value_enum, default_value = "member")]
        role: Role,
        /// Email or username of the owner on whose behalf it is done
        #[arg(long, value_name = "LOGIN")]
        owner: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Factory {
    /// Copy the tables from the data directory into a PostgreSQL, and prove the copy row by row. Broken off, it
    /// goes on when it is run again
    Move {
        #[command(flatten)]
        config: ConfigArguments,
        /// An empty database, such as `postgres://atelier@10.0.0.5/atelier`. The password may be in PGPASSWORD or in
        /// ~/.pgpass instead
        #[arg(long, value_name = "URL")]
        to: String,
        /// Copy nothing: only prove that both hold the same
        #[arg(long)]
        verify: bool,
    },
    /// List files of products that no row names, as JSON
    Sweep {
        #[command(flatten)]
        config: ConfigArguments,
        /// Only files of that age: younger ones may still get their row from another server
        #[arg(long, value_name = "MINUTES", default_value_t = 60)]
        minutes: u32,
        /// Remove nothing; this is what it does unless --remove is given
        #[arg(long, conflicts_with = "remove")]
        dry_run: bool,
        /// Remove them for good
        #[arg(long)]
        remove: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    Owner,
    Member,
    Viewer,
}

#[derive(Args)]
pub(crate) struct Gen {
    /// Which one
    pub document: Document,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Document {
    /// The GraphQL schema
    Schema,
    /// The OpenAPI document
    Openapi,
    /// The error codes
    Errors,
    /// The permission matrix
    Permissions,
    /// The configuration
    Config,
    /// The declared tables
    Tables,
    /// Terraform's files, by path, as JSON
    Terraform,
}
