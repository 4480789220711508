//! SQLite used by hand: prepared statements on the same layout, one commit a write.

use std::path::Path;
use std::sync::Mutex;

use atelier_tables::{Item, Value, decode_body, encode_body};
use rusqlite::{Connection, params};

const GET: &str = "SELECT id, tenant, body FROM items WHERE hash = ?1 AND range = ?2";
const INSERT: &str = "INSERT INTO items (hash, range, tenant, body) VALUES (?1, ?2, ?3, ?4)";
const INDEX: [&str; 2] = [
    "INSERT INTO by_project (tenant, hash, range, id) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO by_status (tenant, hash, range, id) VALUES (?1, ?2, ?3, ?4)",
];
const QUERY: &str = "SELECT i.range, i.id, t.tenant, t.body FROM by_project AS i CROSS JOIN items AS t \
     ON t.id = i.id WHERE i.tenant = ?1 AND i.hash = ?2 ORDER BY i.range, i.id LIMIT ?3";

pub(crate) struct ByHand {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
}

fn connect(file: &Path, cache: i32) -> Connection {
    let connection = Connection::open(file).expect("opened");
    connection.busy_timeout(std::time::Duration::from_secs(10)).expect("set");
    connection.pragma_update(None, "page_size", 4_096).expect("set");
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).expect("set");
    connection.pragma_update(None, "synchronous", "FULL").expect("set");
    connection.pragma_update(None, "cache_size", -cache).expect("set");
    connection
}

impl ByHand {
    pub(crate) fn open(file: &Path) -> Self {
        let writer = connect(file, 16_384);
        writer
            .execute_batch(
                "CREATE TABLE items (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, range BLOB NOT NULL, \
                 tenant TEXT, body BLOB NOT NULL, UNIQUE (hash, range)) STRICT;
                 CREATE TABLE by_project (tenant TEXT NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, \
                 id INTEGER NOT NULL, PRIMARY KEY (tenant, hash, range, id)) STRICT, WITHOUT ROWID;
                 CREATE TABLE by_status (tenant TEXT NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, \
                 id INTEGER NOT NULL, PRIMARY KEY (tenant, hash, range, id)) STRICT, WITHOUT ROWID;",
            )
            .expect("made");
        Self { writer: Mutex::new(writer), reader: Mutex::new(connect(file, 2_048)) }
    }

    /// One transaction with one item.
    pub(crate) fn put(&self, item: &Item) {
        let connection = self.writer.lock().expect("no panic before");
        run(&connection, "BEGIN IMMEDIATE");
        insert(&connection, item);
        run(&connection, "COMMIT");
    }

    /// One transaction with all of them.
    pub(crate) fn fill(&self, items: impl Iterator<Item = Item>) {
        let connection = self.writer.lock().expect("no panic before");
        run(&connection, "BEGIN IMMEDIATE");
        items.for_each(|item| insert(&connection, &item));
        run(&connection, "COMMIT");
    }

    pub(crate) fn get(&self, tenant: &str, pk: &str, sk: &str) -> Option<Item> {
        let connection = self.reader.lock().expect("no panic before");
        let mut statement = connection.prepare_cached(GET).expect("prepared");
        let mut rows = statement.query((pk.as_bytes(), sk.as_bytes())).expect("read");
        let row = rows.next().expect("read")?;
        let owner = row.get_ref(1).expect("a column").as_str().expect("a text");
        let body = row.get_ref(2).expect("a column").as_blob().expect("bytes");
        (owner == tenant).then(|| decode_body(body).expect("an item"))
    }

    pub(crate) fn query(&self, tenant: &str, project: &str, limit: i64) -> Vec<Item> {
        let connection = self.reader.lock().expect("no panic before");
        let mut statement = connection.prepare_cached(QUERY).expect("prepared");
        let mut rows = statement.query(params![tenant, project.as_bytes(), limit]).expect("read");
        let mut items = Vec::new();
        while let Some(row) = rows.next().expect("read") {
            let body = row.get_ref(3).expect("a column").as_blob().expect("bytes");
            items.push(decode_body(body).expect("an item"));
        }
        items
    }
}

fn run(connection: &Connection, statement: &str) {
    connection.prepare_cached(statement).expect("prepared").execute([]).expect("done");
}

fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).expect("a text")
}

fn insert(connection: &Connection, item: &Item) {
    let (pk, sk, tenant) =
        (text(item, "pk").as_bytes(), text(item, "sk").as_bytes(), text(item, "tenant_id"));
    let mut existing = connection.prepare_cached(GET).expect("prepared");
    assert!(existing.query((pk, sk)).expect("read").next().expect("read").is_none(), "a new item");
    let body = encode_body(item);
    connection
        .prepare_cached(INSERT)
        .expect("prepared")
        .execute(params![pk, sk, tenant, body])
        .expect("written");
    let id = connection.last_insert_rowid();
    for (statement, (hash, range)) in INDEX.iter().zip([("project", "created_at"), ("status", "updated_at")])
    {
        let (hash, range) = (text(item, hash).as_bytes(), text(item, range).as_bytes());
        let mut statement = connection.prepare_cached(statement).expect("prepared");
        statement.execute(params![tenant, hash, range, id]).expect("written");
    }
}
