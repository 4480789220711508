//! The engine on DynamoDB, or on whatever else speaks its protocol, such as the Alternator of `ScyllaDB`.
//!
//! It keeps the port's promises with what the protocol has:
//! - Every write of a tenant carries the condition that the item is that tenant's or nobody's; every read
//!   looks at the tenant of what came back.
//! - A condition, the version and the time of expiry are one condition expression. When it fails, the item
//!   that came back with the failure is judged here by the same code as the embedded engine's, so both give
//!   the same answer; what only raced is tried again.
//! - A page is filled by as many requests as it takes; a cursor is the marked key of its entry.
//!
//! What differs, as [`Capabilities`] says: queries of indexes lag behind writes, and there is no restore
//! through this program. The changes are those of the database's own streams: in order for one item only, and
//! kept for 24 hours. Without transactions (Alternator), writes of several items are refused.
//! The items that a transaction of several writes returns are those read just before it.

mod changes;
mod expiry;
mod expression;
mod failure;
mod list;
mod plan;
mod read;
mod request;
mod schema;
mod shards;
mod value;
mod write;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use atelier_base::{Clock, Randomness, Scope};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_types::SdkConfig;

use self::failure::Patience;
pub use self::schema::Step as SchemaStep;
use self::shards::Shards;
use crate::{Capabilities, Error, Stats, Table, check_declarations};

/// Where the database is, and how to use it.
#[derive(Clone)]
pub struct DynamoDbOptions {
    /// The address, such as `http://127.0.0.1:8000`; none for the region's own.
    pub endpoint: Option<String>,
    /// The region, such as `eu-central-1`.
    pub region: String,
    /// The public half of the key.
    pub access_key_id: String,
    /// The secret half of the key.
    pub secret_access_key: String,
    /// The token of temporary keys.
    pub session_token: Option<String>,
    /// What stands before every table's name.
    pub prefix: String,
    /// What stands after every table's name, such as `-prod`.
    pub suffix: String,
    /// Whether missing tables and indexes are made at the start; otherwise a difference is an error.
    pub create_tables: bool,
    /// Whether this is the Alternator of `ScyllaDB`, which has no transactions.
    pub alternator: bool,
    /// How often a request is tried before it fails.
    pub attempts: u32,
    /// The time, for items that expire.
    pub clock: Clock,
    /// For the waits between attempts, and for tokens of transactions.
    pub randomness: Randomness,
}

// Never the key.
impl std::fmt::Debug for DynamoDbOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("DynamoDbOptions");
        debug.field("endpoint", &self.endpoint).field("region", &self.region);
        debug.field("prefix", &self.prefix).field("suffix", &self.suffix).finish_non_exhaustive()
    }
}

impl DynamoDbOptions {
    /// The usual options for an endpoint or a region, and a key.
    pub fn new(region: &str, access_key_id: &str, secret_access_key: &str) -> Self {
        Self {
            endpoint: None,
            region: region.into(),
            access_key_id: access_key_id.into(),
            secret_access_key: secret_access_key.into(),
            session_token: None,
            prefix: String::new(),
            suffix: String::new(),
            create_tables: true,
            alternator: false,
            attempts: 10,
            clock: Clock::system(),
            randomness: Randomness::system(),
        }
    }

    /// The client's own retries are off: it can't know which writes may be done twice.
    fn sdk(&self) -> SdkConfig {
        let token = self.session_token.clone();
        let credentials =
            Credentials::new(&self.access_key_id, &self.secret_access_key, token, None, "configuration");
        let http = aws_smithy_http_client::Builder::new()
            .tls_provider(Provider::Rustls(CryptoMode::Ring))
            .build_https();
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(Duration::from_secs(3))
            .read_timeout(Duration::from_secs(20))
            .build();
        let mut config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .http_client(http)
            .timeout_config(timeouts)
            .retry_config(RetryConfig::disabled());
        if let Some(endpoint) = &self.endpoint {
            config = config.endpoint_url(endpoint);
        }
        config.build()
    }
}

pub(crate) struct DynamoDb {
    client: Client,
    streams: aws_sdk_dynamodbstreams::Client,
    shards: Shards,
    patience: Patience,
    tables: Vec<&'static Table>,
    prefix: String,
    suffix: String,
    alternator: bool,
    clock: Clock,
    randomness: Randomness,
    writes: AtomicU64,
    closed: AtomicBool,
}

impl DynamoDb {
    /// Compares the tables in the database with the declared ones, and makes what is missing.
    pub(crate) async fn connect(options: &DynamoDbOptions, tables: &[&'static Table]) -> Result<Self, Error> {
        let engine = Self::unchecked(options, tables)?;
        let plan = schema::plan(&engine).await?;
        if options.create_tables {
            schema::carry_out(&engine, &plan).await?;
        } else if let Some(reason) = schema::listing(&plan) {
            return Err(Error::Mismatch { reason });
        }
        Ok(engine)
    }

    /// What has to be done to the database, without doing it.
    pub(crate) async fn plan(
        options: &DynamoDbOptions,
        tables: &[&'static Table],
    ) -> Result<Vec<SchemaStep>, Error> {
        schema::plan(&Self::unchecked(options, tables)?).await
    }

    fn unchecked(options: &DynamoDbOptions, tables: &[&'static Table]) -> Result<Self, Error> {
        if let Some(reason) = check_declarations(tables).into_iter().next() {
            let table = tables.first().map_or("", |table| table.name);
            return Err(Error::InvalidWrite { table, reason });
        }
        let sdk = options.sdk();
        Ok(Self {
            client: Client::new(&sdk),
            streams: aws_sdk_dynamodbstreams::Client::new(&sdk),
            shards: Shards::default(),
            patience: Patience { attempts: options.attempts.max(1), randomness: options.randomness.clone() },
            tables: tables.to_vec(),
            prefix: options.prefix.clone(),
            suffix: options.suffix.clone(),
            alternator: options.alternator,
            clock: options.clock.clone(),
            randomness: options.randomness.clone(),
            writes: AtomicU64::new(0),
            closed: AtomicBool::new(false),
        })
    }

    pub(crate) fn capabilities(&self) -> Capabilities {
        Capabilities {
            transactions: !self.alternator,
            strong_index_reads: false,
            changes: !self.alternator,
            point_in_time: false,
        }
    }

    /// The table's name in the database.
    fn physical(&self, table: &Table) -> String {
        format!("{}{}{}", self.prefix, table.name, self.suffix)
    }

    fn declared(&self, table: &'static Table) -> Result<(), Error> {
        if self.tables.contains(&table) {
            return Ok(());
        }
        Err(Error::InvalidQuery { table: table.name, reason: "the table is not declared".into() })
    }

    fn seconds(&self) -> i64 {
        self.clock.now().as_seconds()
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Asks the database for the first table.
    pub(crate) async fn ping(&self) -> Result<(), Error> {
        let Some(table) = self.tables.first() else { return Ok(()) };
        schema::describe(self, &self.physical(table)).await.map(|_| ())
    }

    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    fn check_open(&self, operation: &'static str) -> Result<(), Error> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(Error::Unavailable { operation, reason: "the store is closed".into() });
        }
        Ok(())
    }

    /// Each write that was carried out counts as a commit of its own: who shares one is the database's affair.
    pub(crate) fn stats(&self) -> Stats {
        let writes = self.writes.load(Ordering::Relaxed);
        Stats { commits: writes, writes, ..Stats::default() }
    }
}

fn tenant_of(scope: Scope) -> Option<String> {
    scope.tenant_id().map(|tenant| tenant.to_string())
}
