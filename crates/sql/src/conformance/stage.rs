//! A database of its own for each test.

use std::path::{Path, PathBuf};

use atelier_base::{Randomness, Scope};

use super::{SCHEMA, clock};
use crate::{Db, PostgresOptions, Sql, SqliteOptions};

/// Where a PostgreSQL that tests may use is expected.
pub const SHARED: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// A database that nobody else has.
#[derive(Debug)]
pub struct Stage {
    /// The database.
    pub db: Db,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(PathBuf),
    Schema(String),
}

impl Stage {
    /// A new file in a directory, without tables.
    pub async fn sqlite(directory: &Path) -> Self {
        let file = directory.join("stage.sqlite3");
        let db = Db::sqlite(&SqliteOptions::at(&file)).await.expect("opened");
        Self { db, place: Place::File(file) }
    }

    /// A new schema in the shared PostgreSQL, without tables; says so and is none when there is no PostgreSQL.
    pub async fn postgres() -> Option<Self> {
        let options = PostgresOptions { connections: 1, ..PostgresOptions::at(SHARED) };
        let Ok(db) = Db::postgres(&options).await else {
            #[expect(clippy::print_stdout, reason = "whoever runs the tests is told what they left out")]
            {
                println!("left out: there is no PostgreSQL at {SHARED}");
            }
            return None;
        };
        let schema = format!("atelier_test_{}", hex::encode(Randomness::system().bytes::<8>()));
        db.execute(Scope::directory(), Sql::new(format!("CREATE SCHEMA {schema}"))).await.expect("a schema");
        db.close().await;
        let place = Place::Schema(schema);
        Some(Self { db: place.open().await, place })
    }

    /// The same with the tables of [`SCHEMA`].
    pub async fn furnished(self) -> Self {
        SCHEMA.up(&self.db, &clock()).await.expect("migrated");
        self
    }

    /// Another server's view of the same database.
    pub async fn neighbour(&self) -> Db {
        self.place.open().await
    }

    /// Closes the database and removes it, if it is not in a directory that goes anyway.
    pub async fn end(self) {
        self.db.close().await;
        if let Place::Schema(schema) = &self.place {
            let options = PostgresOptions { connections: 1, ..PostgresOptions::at(SHARED) };
            let db = Db::postgres(&options).await.expect("connected");
            let drop = Sql::new(format!("DROP SCHEMA {schema} CASCADE"));
            db.execute(Scope::directory(), drop).await.expect("dropped");
            db.close().await;
        }
    }
}

impl Place {
    async fn open(&self) -> Db {
        match self {
            Self::File(file) => Db::sqlite(&SqliteOptions::at(file)).await.expect("opened"),
            Self::Schema(schema) => {
                let schema = Some(schema.clone());
                let options = PostgresOptions { schema, connections: 6, ..PostgresOptions::at(SHARED) };
                Db::postgres(&options).await.expect("connected")
            }
        }
    }
}
