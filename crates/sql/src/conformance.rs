//! What both engines do alike: one function a behaviour, listed once.
//!
//! A test binary names a function that opens a [`Stage`] and gets one test a behaviour:
//! `atelier_sql::conformance!(super::open)`, where `open` is `async fn open() -> Option<Stage>`; without a
//! stage the test says that it was left out. The path is seen from within a module, since every group of
//! behaviours becomes one.

#![expect(clippy::missing_panics_doc, reason = "a behaviour that is not kept panics: these are tests")]

use atelier_base::{Clock, OrganisationId, Scope, TenantId, Timestamp};
use uuid::Uuid;

use crate::{Migration, Migrations, Script, ValueKind};

pub mod bulk;
pub mod failures;
pub mod json;
pub mod migrations;
pub mod search;
mod stage;
pub mod transactions;
pub mod values;

pub use stage::{SHARED, Stage};

const SQLITE: Script = Script {
    up: "CREATE TABLE rooms (id TEXT PRIMARY KEY NOT NULL, tenant_id TEXT NOT NULL) STRICT;
CREATE TABLE paintings (
    search_row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    tenant_id TEXT NOT NULL,
    title TEXT CHECK (length(title) <= 40),
    year INTEGER CHECK (year > 0),
    price REAL,
    is_sold INTEGER CHECK (is_sold IN (0, 1)),
    facts TEXT CHECK (json_valid(facts)),
    thumb BLOB,
    room_id TEXT REFERENCES rooms(id),
    search_text TEXT NOT NULL DEFAULT '',
    UNIQUE (tenant_id, title)
) STRICT;
CREATE VIRTUAL TABLE paintings_search USING fts5(
    search_text, content = 'paintings', content_rowid = 'search_row', tokenize = \"unicode61 remove_diacritics 2\"
);
CREATE TRIGGER search_painting AFTER INSERT ON paintings BEGIN
    INSERT INTO paintings_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;",
    down: "DROP TABLE paintings_search; DROP TABLE paintings; DROP TABLE rooms;",
};

const POSTGRES: Script = Script {
    up: "CREATE TABLE rooms (id UUID PRIMARY KEY, tenant_id TEXT NOT NULL);
CREATE TABLE paintings (
    id UUID PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    title VARCHAR(40),
    year INTEGER CHECK (year > 0),
    price DOUBLE PRECISION,
    is_sold BOOLEAN,
    facts JSONB,
    thumb BYTEA,
    room_id UUID REFERENCES rooms(id),
    search_text TEXT NOT NULL DEFAULT '',
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED,
    UNIQUE (tenant_id, title)
);
CREATE INDEX paintings_search ON paintings USING GIN(search_vector);",
    down: "DROP TABLE paintings; DROP TABLE rooms;",
};

/// A small schema with one column of each type.
pub const SCHEMA: Migrations = Migrations {
    name: "conformance",
    steps: &[Migration {
        version: "conformance-0001",
        description: "Paintings in rooms",
        sqlite: SQLITE,
        postgres: POSTGRES,
    }],
};

/// A bulk of paintings.
const PAINTINGS: crate::Bulk = crate::Bulk {
    table: "paintings",
    columns: &[
        ("id", ValueKind::Uuid),
        ("title", ValueKind::Text),
        ("year", ValueKind::Int),
        ("price", ValueKind::Float),
        ("is_sold", ValueKind::Bool),
        ("facts", ValueKind::Json),
        ("thumb", ValueKind::Bytes),
        ("search_text", ValueKind::Text),
    ],
};

/// The scope of the tenant of that number.
pub fn tenant(number: u128) -> Scope {
    Scope::tenant(TenantId::Organisation(OrganisationId::from_uuid(Uuid::from_u128(number))))
}

/// A clock that stands still.
pub fn clock() -> Clock {
    Clock::fixed(Timestamp::from_millis(1_795_251_600_000))
}

macro_rules! behaviours {
    ($($group:ident { $($name:ident)* })*) => {
        /// One test a behaviour, on stages that the function opens.
        #[macro_export]
        macro_rules! conformance {
            ($open:expr) => {
                $(mod $group {
                    $(#[tokio::test]
                    async fn $name() {
                        let Some(stage) = $open().await else { return };
                        $crate::conformance::$group::$name(&stage).await;
                        stage.end().await;
                    })*
                })*
            };
        }
    };
}

behaviours! {
    values {
        every_value_reads_back
        nothing_reads_back_as_nothing
        a_column_is_read_as_what_it_is
        tenants_do_not_see_each_other
    }
    failures {
        a_taken_key_is_told
        a_broken_reference_is_told
        what_does_not_fit_is_refused
        nonsense_is_a_fault_of_ours
        a_reader_does_not_write
    }
    transactions {
        a_dropped_transaction_leaves_nothing
        a_committed_one_is_seen
        a_failed_statement_changes_nothing
        concurrent_transactions_keep_a_sum
        rows_come_back_from_a_write
    }
    bulk {
        many_rows_are_inserted
        a_bad_row_keeps_all_out
        a_row_has_every_column
    }
    json {
        members_are_read_as_text
        members_are_compared_with_their_type
    }
    migrations {
        a_schema_goes_up_and_down_and_up
        a_changed_step_is_refused
        a_step_of_a_newer_version_is_refused
        an_interrupted_step_did_not_happen
        servers_that_begin_at_once_take_turns
        another_schema_has_its_own_steps
    }
    search {
        queries_find_what_they_say
        any_query_finds_what_its_words_say
    }
}
