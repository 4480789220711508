//! Two servers over one database.

use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use atelier_testkit::Program;

use super::{ended, made, one_product_an_item, painted, place, products};
use crate::postgres::Database;
use crate::survival::sign_up;

/// Seconds of work on any machine: a server looks every second for what another one laid down.
const ITEMS: u64 = 600;

/// Two processes with stores of their own over one database. One is killed in the middle.
#[test]
fn two_servers_share_one_queue_and_one_is_killed() {
    let Some(database) = Database::create() else { return };
    let (here, there) =
        (tempfile::tempdir().expect("a directory"), tempfile::tempdir().expect("a directory"));
    let cookie = sign_up(here.path());
    let settings = [("ATELIER_SQL__URL", database.url.as_str()), ("ATELIER_FACTORY__WORKERS", "2")];
    let start = |data| Program::serve_with(env!("CARGO_BIN_EXE_atelier"), data, &settings, Stdio::inherit());
    let server = start(here.path());
    let other = start(there.path());
    let mut connection = server.connect().expect("a connection");
    let order = place(&mut connection, &cookie, &painted(ITEMS));
    // As many as both processes together take.
    database.run("UPDATE providers SET concurrent_limit = 4 WHERE id = 'studio'");
    let running = "order_items WHERE status IN ('claimed', 'submitted', 'generating')";
    while database.number(&format!("count(DISTINCT worker_id) FROM {running}")) < Some(2)
        || database.number("count(*) FROM order_items WHERE status = 'complete'") < Some(10)
    {
        let now = made(&mut connection, &cookie, &order);
        assert_ne!(now["status"], "FULFILLED", "both have their share: {now}");
        sleep(Duration::from_millis(5));
    }
    other.signal("-KILL");
    let end = ended(&mut connection, &cookie, &order);
    assert_eq!(end["status"], "FULFILLED", "{end}");
    one_product_an_item(&products(&mut connection, &cookie), ITEMS);
    let items = i64::try_from(ITEMS).expect("few");
    for (counted, wanted) in [
        ("count(*) FROM order_items WHERE status = 'complete' AND lease_until IS NULL", items),
        ("count(DISTINCT order_item_id) FROM product_provenance", items),
        ("count(*) FROM product_provenance", items),
        ("count(DISTINCT file_hash) FROM products", items),
        ("count(*) FROM products", items),
        ("completed_count FROM orders", items),
        ("failed_count FROM orders", 0),
    ] {
        assert_eq!(
            database.number(&format!("CAST((SELECT {counted}) AS bigint)")),
            Some(wanted),
            "{counted}"
        );
    }
}
