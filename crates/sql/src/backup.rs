//! Copies of a SQLite file beside a running server. PostgreSQL has its own (`pg_dump`).

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use crate::Error;
use crate::failure::failed;

/// Copies a database file to a new one, whole and consistent, while others write to it; returns its bytes.
/// The copy is checked and on disk when this returns, and never under its name before.
///
/// # Errors
/// [`Error::Unavailable`] when there is no such file, the target exists or can't be written; [`Error::Full`];
/// [`Error::Corrupt`] when the copy does not hold together.
pub async fn back_up(source: &Path, target: &Path) -> Result<u64, Error> {
    const OPERATION: &str = "copy the database file";
    let unavailable = |reason: String| Error::Unavailable { operation: OPERATION, reason };
    let failed_io = |error: io::Error| unavailable(format!("{}: {error}", target.display()));
    if target.exists() {
        return Err(unavailable(format!("{} is there already", target.display())));
    }
    let part = target.with_extension("sql.part");
    // Left by a copy that was broken off.
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed_io(error)),
        _ => {}
    }
    // Sealed keys and everybody's prompts lie in it: a copy is its owner's alone. SQLite fills an empty file.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part).map_err(failed_io)?;
    if let Err(error) = copy(source, &part).await {
        // What is left of it is of no use; the error is what matters.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    File::open(&part).and_then(|file| file.sync_all()).map_err(failed_io)?;
    fs::rename(&part, target).map_err(failed_io)?;
    let directory = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new("."))).and_then(|one| one.sync_all()).map_err(failed_io)?;
    Ok(fs::metadata(target).map_err(failed_io)?.len())
}

async fn copy(source: &Path, part: &Path) -> Result<(), Error> {
    let failed = failed("copy the database file");
    let open = |file: &Path| SqliteConnectOptions::new().filename(file).read_only(true);
    let mut from = open(source).connect().await.map_err(&failed)?;
    let name = part.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO ?").bind(name).execute(&mut from).await.map_err(&failed)?;
    from.close().await.map_err(&failed)?;
    let mut copied = open(part).connect().await.map_err(&failed)?;
    let check: String =
        sqlx::query_scalar("PRAGMA quick_check").fetch_one(&mut copied).await.map_err(&failed)?;
    copied.close().await.map_err(&failed)?;
    if check == "ok" { Ok(()) } else { Err(Error::Corrupt { reason: check }) }
}

#[cfg(test)]
mod tests {
    use atelier_base::Scope;

    use super::*;
    use crate::{Db, Sql, SqliteOptions};

    #[tokio::test]
    async fn a_copy_holds_what_was_committed_and_replaces_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        let (file, target) = (directory.path().join("sql.db"), directory.path().join("copy"));
        let db = Db::sqlite(&SqliteOptions::at(&file)).await.expect("it opens");
        let run = async |sql: &str| db.execute(Scope::directory(), Sql::new(sql)).await.expect("it runs");
        run("CREATE TABLE pots (glaze TEXT)").await;
        run("INSERT INTO pots VALUES ('celadon')").await;
        let bytes = back_up(&file, &target).await.expect("it is copied");
        assert!(bytes > 0);
        assert!(matches!(back_up(&file, &target).await, Err(Error::Unavailable { .. })));
        let copied = Db::sqlite(&SqliteOptions::at(&target)).await.expect("the copy opens");
        let row = copied.fetch_one(Scope::directory(), Sql::new("SELECT glaze FROM pots")).await;
        assert_eq!(row.expect("a row").get::<String>("glaze").expect("a text"), "celadon");
    }

    #[tokio::test]
    async fn without_a_source_nothing_is_left() {
        let directory = tempfile::tempdir().expect("a directory");
        let target = directory.path().join("copy");
        assert!(back_up(&directory.path().join("none"), &target).await.is_err());
        assert_eq!(fs::read_dir(directory.path()).expect("readable").count(), 0);
    }
}
