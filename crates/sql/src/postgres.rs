//! PostgreSQL: one pool, every session with the same settings.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::Error;
use crate::failure::failed;

/// How to reach a database.
#[derive(Clone)]
pub struct PostgresOptions {
    /// `postgres://user:password@host/database?sslmode=verify-full`, as libpq has it.
    pub url: String,
    /// The schema that the tables are in, made of letters, digits and `_`; none for the user's own.
    pub schema: Option<String>,
    /// The most connections of this process.
    pub connections: u32,
    /// How long a statement waits for a free connection.
    pub patience: Duration,
}

impl PostgresOptions {
    /// The usual options for an address.
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into(), schema: None, connections: 10, patience: Duration::from_secs(10) }
    }
}

impl std::fmt::Debug for PostgresOptions {
    /// The address may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { url: _, schema, connections, patience } = self;
        f.debug_struct("PostgresOptions")
            .field("schema", schema)
            .field("connections", connections)
            .field("patience", patience)
            .finish_non_exhaustive()
    }
}

/// The oldest version that has what the statements use.
const OLDEST: i32 = 140_000;

pub(crate) async fn connect(options: &PostgresOptions) -> Result<PgPool, Error> {
    let mut connect: PgConnectOptions = options.url.parse().map_err(failed("read the address"))?;
    connect = connect.application_name("atelier");
    // A plan for any words would be one for rare ones, and a plan for any time one for a short time: the same statement
    // is sent with the rarest and the most common things.
    connect = connect.options([("plan_cache_mode", "force_custom_plan")]);
    if let Some(schema) = &options.schema {
        connect = connect.options([("search_path", schema)]);
    }
    let pool = PgPoolOptions::new()
        .max_connections(options.connections.max(1))
        .acquire_timeout(options.patience)
        .connect_with(connect)
        .await
        .map_err(failed("connect to the database"))?;
    check(&pool).await?;
    Ok(pool)
}

/// Texts are folded and searched as Unicode, and an old server lacks functions.
async fn check(pool: &PgPool) -> Result<(), Error> {
    let failed = failed("look at the database");
    let asked = sqlx::query_as(
        "SELECT current_setting('server_encoding'), current_setting('server_version_num')::int4",
    );
    let (encoding, version): (String, i32) = asked.fetch_one(pool).await.map_err(failed)?;
    let reason = if encoding != "UTF8" {
        format!("its encoding is {encoding}, and UTF8 is needed")
    } else if version < OLDEST {
        format!("its version is {version}, and 14 or newer is needed")
    } else {
        return Ok(());
    };
    Err(Error::Unavailable { operation: "use the database", reason })
}
