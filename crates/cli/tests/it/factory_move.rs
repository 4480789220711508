//! `factory move`: the tables go to PostgreSQL, and the studio goes on there.

use std::path::Path;
use std::process::{ExitStatus, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use atelier_testkit::Program;
use serde_json::Value;

use crate::factory::{ended, made, painted, place, products};
use crate::postgres::Database;
use crate::survival::sign_up;
use crate::{atelier, run, serve, text};

fn serve_with(data: &Path, settings: &[(&str, &str)]) -> Program {
    Program::serve_with(env!("CARGO_BIN_EXE_atelier"), data, settings, Stdio::inherit())
}

fn move_to(data: &Path, database: &Database, more: &[&str]) -> Output {
    run(data, &[&["factory", "move", "--to", &database.url], more].concat(), "")
}

fn assert_refused(output: &Output, code: &str) {
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains(&format!("error[{code}]: ")), "{message}");
}

#[test]
fn the_tables_move_and_the_studio_goes_on() {
    let Some(database) = Database::create() else { return };
    let place_of = tempfile::tempdir().expect("a directory");
    let data = place_of.path();
    assert_refused(&move_to(data, &database, &[]), "transfer_source");
    let cookie = sign_up(data);
    let server = serve(data);
    let mut connection = server.connect().expect("a connection");
    let order = place(&mut connection, &cookie, &painted(6));
    ended(&mut connection, &cookie, &order);
    let before = products(&mut connection, &cookie);
    assert_refused(&move_to(data, &database, &[]), "store_in_use");
    drop(connection);
    assert!(server.stop().success());
    assert_refused(&run(data, &["factory", "move", "--to", "mysql://localhost"], ""), "config_invalid");
    database.run("CREATE TABLE theirs (name TEXT)");
    assert_refused(&move_to(data, &database, &[]), "transfer_target");
    database.run("DROP TABLE theirs");
    let moved = move_to(data, &database, &[]);
    let (out, words) = (text(&moved.stdout), text(&moved.stderr));
    assert!(moved.status.success(), "{words}");
    assert!(out.contains("order_items") && !out.contains("DIFFERS"), "{out}");
    assert!(out.contains(&format!("[sql]\nurl = \"{}\"", database.url)), "{out}");
    assert!(
        words.contains("copied products: 6 of 6\n") && words.contains("proved products: 6 of 6\n"),
        "{words}"
    );
    assert!(move_to(data, &database, &["--verify"]).status.success());
    let server = serve_with(data, &[("ATELIER_SQL__URL", &database.url)]);
    let mut connection = server.connect().expect("a connection");
    assert_eq!(products(&mut connection, &cookie), before);
    let order = place(&mut connection, &cookie, &painted(3));
    ended(&mut connection, &cookie, &order);
    assert!(server.stop().success());
    let differs = move_to(data, &database, &["--verify"]);
    assert!(text(&differs.stdout).contains("DIFFERS"), "{}", text(&differs.stdout));
    assert_refused(&differs, "transfer_differs");
    assert_eq!(database.number("count(*) FROM order_items"), Some(9), "what was done since stays");
}

/// Begins to move and is killed before the items are copied; none when it was quicker, or there is no PostgreSQL.
fn killed_on_its_way(data: &Path) -> Option<(Database, ExitStatus)> {
    let database = Database::create()?;
    let mut child = atelier()
        .args(["factory", "move", "--to", &database.url, "--data"])
        .arg(data)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let end = database.hold_empty("order_items", || {
        sleep(Duration::from_millis(300));
        child.kill().expect("killed");
        child.wait().expect("ended")
    });
    if end.is_none() {
        child.wait().expect("ended");
    }
    end.map(|end| (database, end))
}

#[test]
fn a_move_that_is_killed_goes_on() {
    let place_of = tempfile::tempdir().expect("a directory");
    let data = place_of.path();
    let cookie = sign_up(data);
    let server = serve_with(data, &[("ATELIER_FACTORY__WORKERS", "0")]);
    let mut connection = server.connect().expect("a connection");
    let order = place(&mut connection, &cookie, &painted(900));
    drop(connection);
    assert!(server.stop().success());
    let Some((database, end)) = (0..10).find_map(|_| killed_on_its_way(data)) else { return };
    assert!(!end.success(), "it was killed before it was done");
    assert_refused(&move_to(data, &database, &["--verify"]), "transfer_differs");
    let again = move_to(data, &database, &[]);
    assert!(again.status.success(), "{}", text(&again.stderr));
    assert_eq!(database.number("count(*) FROM order_items"), Some(900));
    let server = serve_with(data, &[("ATELIER_SQL__URL", &database.url), ("ATELIER_FACTORY__WORKERS", "0")]);
    let mut connection = server.connect().expect("a connection");
    assert_eq!(made(&mut connection, &cookie, &order)["status"], Value::from("PENDING"));
}
