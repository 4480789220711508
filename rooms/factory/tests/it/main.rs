//! The factory's schema and store functions, on both engines.

mod asking;
mod callbacks;
mod catalogue;
mod contract;
mod counts;
mod defaults;
mod delivering;
mod full;
mod keeping;
mod liar;
mod line;
mod migrations;
mod misfortunes;
mod orders;
mod others;
mod placing;
mod products;
mod providing;
mod queue;
mod roots;
mod search;
mod sharing;
mod shelves;
mod spec;
mod stage;
mod transfer;
mod vouching;
mod webhooks;
mod working;

use std::sync::LazyLock;

use atelier_base::Timestamp;
use atelier_factory::SCHEMA;
use atelier_sql::conformance::{Stage, clock};
use tempfile::TempDir;

/// A file with the factory's tables.
async fn sqlite() -> Option<Stage> {
    static SHARED: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a directory"));
    let own = tempfile::tempdir_in(SHARED.path()).expect("a directory").keep();
    Some(migrated(Stage::sqlite(&own).await).await)
}

/// A schema with them, if there is a PostgreSQL.
async fn postgres() -> Option<Stage> {
    Some(migrated(Stage::postgres().await?).await)
}

async fn migrated(stage: Stage) -> Stage {
    SCHEMA.up(&stage.db, &clock()).await.expect("migrated");
    stage
}

fn now() -> Timestamp {
    clock().now()
}

/// A test of each function on each engine.
macro_rules! on_both {
    ($($name:ident)*) => {
        crate::on_both!(sqlite: $($name)*);
        crate::on_both!(postgres: $($name)*);
    };
    ($engine:ident: $($name:ident)*) => {
        mod $engine {
            $(#[tokio::test]
            async fn $name() {
                let Some(stage) = crate::$engine().await else { return };
                super::$name(&stage).await;
                stage.end().await;
            })*
        }
    };
}
pub(crate) use on_both;
