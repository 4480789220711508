//! What every engine of the tables does alike: one function a behaviour, listed once.
//!
//! A test binary names a function that opens a fresh store of [`TABLES`] and gets one test a behaviour:
//! `atelier_tables::conformance!(super::open)`, where `open` is
//! `async fn open() -> (Tables, impl Sized)`; the second value is kept until the test ends.
//! The path is seen from within a module, since every group of behaviours becomes one.

#![expect(clippy::missing_panics_doc, reason = "a behaviour that is not kept panics: these are tests")]

use std::sync::atomic::{AtomicU64, Ordering};

use atelier_base::{Clock, OrganisationId, Page, Randomness, Scope, TenantId, Timestamp};

use crate::{Attribute, Index, Item, Projection, Table, Tenancy, Value};

pub mod batches;
pub mod changes;
pub mod conditions;
pub mod expiry;
pub mod expressions;
pub mod items;
pub mod queries;
pub mod reads;
pub mod tenancy;
pub mod transactions;
pub mod versions;

/// A text sort key and three sorts of index.
pub const LOGS: &Table = &Table {
    range: Some(Attribute::S("sk")),
    indexes: &[
        Index::new("ByProject", Attribute::S("project"), Attribute::S("at")),
        Index::new("ByScore", Attribute::S("project"), Attribute::N("score")),
        Index::of_hash("ByTag", Attribute::S("tag")),
    ],
    ..Table::new("conformance-logs", Attribute::S("pk"))
};

/// No sort key, but versions.
pub const NOTES: &Table = &Table {
    indexes: &[Index::new("ByAuthor", Attribute::S("author"), Attribute::S("id"))],
    version: Some("version"),
    ..Table::new("conformance-notes", Attribute::S("id"))
};

/// Numbers and bytes as keys.
pub const READINGS: &Table = &Table {
    range: Some(Attribute::B("place")),
    indexes: &[Index::new("ByValue", Attribute::B("kind"), Attribute::N("value"))],
    ..Table::new("conformance-readings", Attribute::N("sensor"))
};

/// A table of the directory.
pub const ACCOUNTS: &Table = &Table {
    indexes: &[
        Index::of_hash("ByEmail", Attribute::S("email")),
        Index::new("ByTenant", Attribute::S("tenant_id"), Attribute::S("id")),
    ],
    tenancy: Tenancy::Directory,
    version: Some("version"),
    ..Table::new("conformance-accounts", Attribute::S("id"))
};

/// Times of expiry and a change stream, and indexes that return less than all.
pub const VISITS: &Table = &Table {
    range: Some(Attribute::S("at")),
    indexes: &[
        Index::new("ByPage", Attribute::S("page"), Attribute::S("at")).projecting(Projection::KeysOnly),
        Index::of_hash("ByKind", Attribute::S("kind")).projecting(Projection::Include(&["note"])),
    ],
    ttl: Some("expires_at"),
    stream: true,
    ..Table::new("conformance-visits", Attribute::S("visitor"))
};

/// What a store under test declares.
pub const TABLES: &[&Table] = &[LOGS, NOTES, READINGS, ACCOUNTS, VISITS];

macro_rules! behaviours {
    ($($group:ident { $($name:ident)* })*) => {
        /// One test a behaviour, on stores that the function opens.
        #[macro_export]
        macro_rules! conformance {
            ($open:expr) => {
                $(mod $group {
                    $(#[tokio::test]
                    async fn $name() {
                        let (tables, kept) = $open().await;
                        $crate::conformance::$group::$name(&tables).await;
                        drop((tables, kept));
                    })*
                })*
            };
            // Of a behaviour for which there is a reason, the reason is printed and the test left out.
            ($open:expr, unless $reason:expr) => {
                $(mod $group {
                    $(#[tokio::test]
                    async fn $name() {
                        if let Some(reason) = $reason(stringify!($name)) {
                            println!("left out: {reason}");
                            return;
                        }
                        let (tables, kept) = $open().await;
                        $crate::conformance::$group::$name(&tables).await;
                        drop((tables, kept));
                    })*
                })*
            };
        }
    };
}

behaviours! {
    items {
        a_put_item_reads_back
        every_type_reads_back
        a_put_replaces_the_whole_item
        an_update_changes_only_what_it_names
        updates_add_append_and_keep
        an_update_of_the_wrong_type_changes_nothing
        an_upsert_makes_what_is_missing
        a_delete_returns_what_was
        structs_go_in_and_out
        keys_are_checked
        items_have_a_largest_size
        values_nest_only_so_deep
        updates_leave_keys_alone
        tables_must_be_declared
    }
    conditions {
        a_create_fails_on_an_existing_item
        an_update_fails_on_a_missing_item
        a_failed_condition_shows_the_item
        conditions_hold_for_deletes_and_checks
        conditions_add_up
    }
    versions {
        versions_count_writes
        an_expected_version_must_match
        a_missing_item_has_no_version
        a_version_is_not_the_callers
        a_table_without_versions_expects_none
        only_one_of_many_wins_a_version
    }
    transactions {
        all_or_nothing
        the_failed_write_is_named
        a_transaction_spans_tables
        a_transaction_has_1_to_100_writes
        a_transaction_has_one_write_an_item
        checks_guard_other_writes
        concurrent_transactions_keep_a_sum
        a_dropped_future_leaves_all_or_nothing
    }
    queries {
        a_partition_is_in_order
        ranges_bound_a_query
        numbers_and_bytes_sort_by_value
        limits_are_checked
        pages_follow_one_another
        pages_of_an_index_break_ties
        a_cursor_goes_on_where_writes_happened
        a_cursor_fits_only_its_list
        a_filter_fills_the_page
        a_filter_that_finds_nothing_ends
        a_filter_looks_on_until_it_finds
        large_items_cut_a_page
        an_index_is_sparse
        an_index_follows_updates_and_deletes
        index_keys_are_checked
        queries_are_checked
    }
    expressions {
        nested_paths_are_read_and_changed
        updates_read_the_item_as_it_was
        sets_grow_and_shrink
        overlapping_changes_are_refused
        conditions_reach_any_depth
        a_write_returns_before_and_after
        parts_of_items_are_returned
        numbers_have_38_digits
        empty_sets_are_refused
    }
    reads {
        many_keys_are_read_at_once
        a_scan_meets_every_item_once
        segments_share_a_scan
        a_scan_of_an_index_is_sparse
        counts_say_how_many
        a_page_begins_after_given_keys
        an_index_returns_what_it_projects
    }
    batches {
        a_batch_puts_and_deletes
        a_batch_has_puts_and_deletes_only
        a_token_is_carried_out_once
        a_token_belongs_to_its_tenant
    }
    expiry {
        an_expired_item_is_not_there
        an_expired_item_is_replaced_as_if_new
        only_a_number_expires_an_item
        the_expired_are_handed_over_and_buried
        one_that_was_written_anew_stays
    }
    changes {
        changes_come_in_order
        changes_show_before_and_after
        only_tables_with_a_stream_have_changes
        a_consumer_goes_on_where_it_was
        what_is_written_after_the_latest_place_is_seen
        changes_of_a_tenant_are_its_own
        old_changes_are_trimmed
    }
    tenancy {
        the_tenant_is_stamped
        another_tenants_item_is_not_there
        another_tenants_key_is_refused
        another_tenants_item_is_not_changed
        conditions_reveal_nothing
        queries_and_indexes_show_only_ones_own
        a_cursor_of_another_tenant_is_refused
        the_directory_does_not_reach_tables_of_tenants
        the_directory_sees_all_of_its_own
        a_tenant_sees_its_part_of_the_directory
    }
}

/// A tenant of its own for every call.
pub fn tenant() -> TenantId {
    static SEED: AtomicU64 = AtomicU64::new(1);
    let randomness = Randomness::seeded(SEED.fetch_add(1, Ordering::Relaxed));
    let clock = Clock::fixed(Timestamp::from_millis(1_700_000_000_000));
    TenantId::Organisation(OrganisationId::generate(clock.now(), &randomness))
}

/// The scope of a tenant of its own.
pub fn scope() -> Scope {
    Scope::tenant(tenant())
}

/// An item of these attributes.
pub fn item<const N: usize>(attributes: [(&str, Value); N]) -> Item {
    attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A log of that key.
fn log(pk: &str, sk: &str) -> Item {
    item([("pk", pk.into()), ("sk", sk.into())])
}

/// The texts of an attribute, in the order of the page.
fn texts(page: &Page<Item>, attribute: &str) -> Vec<String> {
    let text = |item: &Item| item.get(attribute).and_then(Value::as_str).unwrap_or("?").to_owned();
    page.edges.iter().map(|edge| text(&edge.node)).collect()
}
