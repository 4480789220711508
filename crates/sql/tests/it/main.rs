//! The port on both engines.

mod killed;
mod transfer;

mod postgres {
    use atelier_sql::conformance::Stage;

    async fn open() -> Option<Stage> {
        Some(Stage::postgres().await?.furnished().await)
    }

    atelier_sql::conformance!(super::open);
}

mod sqlite {
    use std::sync::LazyLock;

    use atelier_sql::conformance::Stage;
    use tempfile::TempDir;

    async fn open() -> Option<Stage> {
        // A process has one test under nextest; elsewhere each gets a directory in the shared one.
        static SHARED: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a directory"));
        let own = tempfile::tempdir_in(SHARED.path()).expect("a directory").keep();
        Some(Stage::sqlite(&own).await.furnished().await)
    }

    atelier_sql::conformance!(super::open);
}
