//! What every engine of the objects does alike: one function a behaviour, listed once.
//!
//! A test binary names a function that opens a fresh store of [`BUCKETS`] and gets one test a behaviour:
//! `atelier_blobs::conformance!(super::open)`, where `open` is
//! `async fn open() -> (Blobs, impl Sized)`; the second value is kept until the test ends. For a server
//! that takes long to start, [`every`] runs them all in one test.

#![expect(clippy::missing_panics_doc, reason = "a behaviour that is not kept panics: these are tests")]

use std::sync::atomic::{AtomicU64, Ordering};

use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId, Timestamp};
use bytes::Bytes;
use futures_util::Stream;
use futures_util::stream;

use crate::{Access, Blobs, Bucket, ObjectKey, Rule};

pub mod listing;
pub mod objects;
pub mod tenancy;
pub mod uploads;
pub mod versions;

/// Keeps its objects.
pub const PLAIN: &Bucket =
    &Bucket { uploads: Some("uploads/"), ..Bucket::new("conformance-plain-{env}", "Tests") };

/// Keeps versions.
pub const VERSIONED: &Bucket =
    &Bucket { versioning: true, ..Bucket::new("conformance-versioned-{env}", "Tests") };

/// Loses objects after 30 days.
pub const EXPIRING: &Bucket =
    &Bucket { lifecycle: &[Rule::expire(30)], ..Bucket::new("conformance-expiring-{env}", "Tests") };

/// Nothing for tenants.
pub const PUBLIC: &Bucket =
    &Bucket { access: Access::Public, ..Bucket::new("conformance-public-{env}", "Tests") };

/// What a store under test declares.
pub const BUCKETS: &[&Bucket] = &[PLAIN, VERSIONED, EXPIRING, PUBLIC];

macro_rules! behaviours {
    ($($group:ident { $($name:ident)* })*) => {
        /// One test a behaviour, on stores that the function opens.
        #[macro_export]
        macro_rules! conformance {
            ($open:expr) => {
                $(mod $group {
                    $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn $name() {
                        let (blobs, kept) = $open().await;
                        $crate::conformance::$group::$name(&blobs).await;
                        drop((blobs, kept));
                    })*
                })*
            };
        }

        /// Every behaviour, one after the other, each on a store that the function opens.
        pub async fn every<T>(open: impl AsyncFn() -> (Blobs, T)) {
            $($({
                let (blobs, kept) = open().await;
                tracing::info!(behaviour = concat!(stringify!($group), "::", stringify!($name)));
                // On the heap, where it is gone before the next one comes.
                Box::pin($group::$name(&blobs)).await;
                drop((blobs, kept));
            })*)*
        }
    };
}

behaviours! {
    objects {
        a_put_object_reads_back
        an_empty_object_is_one
        a_large_object_comes_in_parts
        a_put_replaces_the_whole_object
        objects_are_put_together
        a_stream_that_breaks_leaves_what_was
        too_many_bytes_are_refused
        other_bytes_than_announced_are_refused
        metadata_is_checked_and_kept
        ranges_are_cut_at_the_end
        a_deleted_object_is_gone
        a_copy_is_an_object_of_its_own
        every_letter_of_a_key_is_kept
        concurrent_puts_leave_one_of_them_whole
        buckets_must_be_declared
        an_address_is_signed
    }
    listing {
        keys_are_in_order
        a_prefix_selects
        pages_follow_one_another
        a_cursor_goes_on_where_objects_vanished
        pages_and_prefixes_are_checked
    }
    versions {
        every_put_is_a_version
        a_version_is_restored
        a_deleted_object_comes_back
        versions_are_of_one_key
        a_purge_leaves_nothing
        a_bucket_without_versions_has_none
    }
    tenancy {
        another_tenants_object_is_not_there
        lists_show_only_ones_own
        another_tenants_upload_is_not_there
        the_directory_has_no_objects
    }
    uploads {
        chunks_become_an_object
        a_wrong_offset_says_the_right_one
        a_repeated_chunk_changes_nothing
        a_broken_chunk_is_kept_as_far_as_it_came
        an_upload_is_checked_at_its_end
        an_upload_has_its_size
        a_size_may_come_later
        an_aborted_upload_is_gone
        finishing_twice_is_finishing_once
        an_abandoned_upload_expires
        one_request_at_a_time
        an_upload_of_several_parts
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

/// A key.
pub fn key(text: &str) -> ObjectKey {
    text.parse().expect("a key")
}

/// Bytes that differ from place to place, the same for the same seed.
pub fn bytes(seed: u64, length: usize) -> Bytes {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

/// A stream of chunks.
fn chunks(bytes: &Bytes, length: usize) -> impl Stream<Item = Result<Bytes, String>> + Send + use<> {
    let chunks: Vec<_> = bytes.chunks(length).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    stream::iter(chunks)
}

/// The same that breaks at its end.
fn broken(bytes: &Bytes, length: usize) -> impl Stream<Item = Result<Bytes, String>> + Send + use<> {
    use futures_util::StreamExt as _;
    chunks(bytes, length).chain(stream::iter([Err("the line broke".to_owned())]))
}
