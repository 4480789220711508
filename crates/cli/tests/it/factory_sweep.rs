//! `factory sweep`: files without a row are listed, and removed when that is asked for.

use std::fs;
use std::path::{Path, PathBuf};

use atelier_base::Scope;
use atelier_sql::{Db, Sql, SqliteOptions};
use serde_json::Value;

use crate::factory::{ended, painted, place};
use crate::survival::sign_up;
use crate::{run, serve, text};

fn sweep(data: &Path, more: &[&str]) -> Value {
    let output = run(data, &[&["factory", "sweep"], more].concat(), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).expect("readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn files_without_a_row_are_listed_and_removed() {
    let place_of = tempfile::tempdir().expect("a directory");
    let data = place_of.path();
    let cookie = sign_up(data);
    let server = serve(data);
    let mut connection = server.connect().expect("a connection");
    let order = place(&mut connection, &cookie, &painted(3));
    ended(&mut connection, &cookie, &order);
    drop(connection);
    assert!(server.stop().success());
    let pictures = || {
        let all = files(&data.join("blobs")).into_iter();
        all.filter(|path| path.to_string_lossy().contains("prod_")).collect::<Vec<_>>()
    };
    let before = pictures();
    // A crash between a file and its row leaves the file.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = Db::sqlite(&SqliteOptions::at(data.join("sql.db"))).await.expect("opened");
        let one = Sql::new("DELETE FROM products WHERE id = (SELECT min(id) FROM products)");
        assert_eq!(db.execute(Scope::directory(), one).await.expect("deleted"), 1);
        db.close().await;
    });
    assert_eq!(sweep(data, &[])["files"], 0, "a young file may still get its row");
    let now = ["--minutes", "0"];
    let listed = sweep(data, &now);
    let count = listed["files"].as_u64().expect("a number");
    assert_eq!((count * 3, &listed["removed"]), (before.len() as u64, &Value::from(false)));
    assert_eq!(
        listed["tenants"][0]["paths"].as_array().map(Vec::len),
        Some(usize::try_from(count).expect("few"))
    );
    assert!(listed["bytes"].as_u64() > Some(0), "{listed}");
    assert_eq!(sweep(data, &[&now[..], &["--dry-run"]].concat()), listed);
    assert_eq!(pictures(), before, "nothing was removed");
    let removed = sweep(data, &[&now[..], &["--remove"]].concat());
    assert_eq!((&removed["files"], &removed["tenants"]), (&listed["files"], &listed["tenants"]));
    assert_eq!(pictures().len() * 3, before.len() * 2);
    assert_eq!(sweep(data, &now)["files"], 0);
    assert_eq!(run(data, &["factory", "sweep", "--dry-run", "--remove"], "").status.code(), Some(2));
}
