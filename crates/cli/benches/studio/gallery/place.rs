//! Where the tables are: in a file of the data directory, or in a database of a PostgreSQL that is here for tests.

use std::path::Path;

use atelier_base::{Randomness, Scope};
use atelier_sql::{Db, PostgresOptions, Sql, SqliteOptions};

/// Where a PostgreSQL is expected that benchmarks may use.
pub(crate) const SHARED: &str = "postgres://postgres@127.0.0.1:5432";

pub(crate) struct Place {
    /// The database on PostgreSQL.
    name: Option<String>,
}

impl Place {
    /// A file.
    pub(crate) fn file() -> Self {
        Self { name: None }
    }

    /// A database of its own, if there is a PostgreSQL.
    pub(crate) async fn database() -> Option<Self> {
        let name = format!("atelier_bench_{}", hex(&Randomness::system().bytes::<6>()));
        let shared = connect("postgres").await?;
        run(&shared, format!("CREATE DATABASE {name}")).await;
        shared.close().await;
        Some(Self { name: Some(name) })
    }

    fn url(&self) -> Option<String> {
        self.name.as_ref().map(|name| format!("{SHARED}/{name}"))
    }

    /// What the server is told.
    pub(crate) fn settings(&self) -> Vec<(&'static str, String)> {
        self.url().into_iter().map(|url| ("ATELIER_SQL__URL", url)).collect()
    }

    pub(crate) async fn open(&self, folder: &Path) -> Db {
        match &self.name {
            None => {
                let file = folder.join("data").join("sql.db");
                Db::sqlite(&SqliteOptions::at(file)).await.expect("the server's file")
            }
            Some(name) => connect(name).await.expect("a database"),
        }
    }

    /// What PostgreSQL does by itself after a while; it would do it while it is measured.
    pub(crate) async fn tidy(&self, db: &Db) {
        if self.name.is_some() {
            run(db, "VACUUM ANALYZE".to_owned()).await;
            run(db, "CHECKPOINT".to_owned()).await;
        }
    }

    pub(crate) async fn end(self) {
        if let Some(name) = self.name {
            let shared = connect("postgres").await.expect("connected");
            run(&shared, format!("DROP DATABASE {name} WITH (FORCE)")).await;
            shared.close().await;
        }
    }
}

async fn connect(name: &str) -> Option<Db> {
    let options = PostgresOptions { connections: 1, ..PostgresOptions::at(format!("{SHARED}/{name}")) };
    Db::postgres(&options).await.ok()
}

async fn run(db: &Db, sql: String) {
    db.execute(Scope::directory(), Sql::new(sql)).await.expect("a statement");
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
