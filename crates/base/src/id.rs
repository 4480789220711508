//! TypeIDs: a prefix that names the noun, and a UUIDv7 that sorts by creation time.

use std::fmt;
use std::str::FromStr;

use type_safe_id::{StaticType, TypeSafeId};
use uuid::Uuid;

use crate::{Randomness, Timestamp};

/// Text that is not an id of the noun that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an id that begins with `{prefix}_`")]
pub struct IdError {
    /// The prefix of the noun.
    pub prefix: &'static str,
}

/// Defines one newtype a noun, and the list of prefixes.
/// The list is append-only and alphabetical: an id that was ever given out keeps its meaning.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $tag:ident = $prefix:literal;)*) => {
        /// Every prefix with the noun it stands for.
        pub const PREFIXES: &[(&str, &str)] = &[$(($prefix, stringify!($name))),*];
        $(
            #[derive(Default, Clone, Copy)]
            struct $tag;

            impl StaticType for $tag {
                const TYPE: &'static str = $prefix;
            }

            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(Uuid);

            impl $name {
                /// A new id that sorts after every id of an earlier millisecond.
                pub fn generate(now: Timestamp, randomness: &Randomness) -> Self {
                    Self(uuid_v7(now, randomness))
                }

                /// The id of these 128 bits, which a column holds or a name was hashed to.
                pub const fn from_uuid(uuid: Uuid) -> Self {
                    Self(uuid)
                }

                /// The 128 bits behind the text, for columns that hold a UUID.
                pub fn uuid(self) -> Uuid {
                    self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&TypeSafeId::<$tag>::from(self.0), f)
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(self, f)
                }
            }

            impl FromStr for $name {
                type Err = IdError;

                fn from_str(text: &str) -> Result<Self, IdError> {
                    text.parse::<TypeSafeId<$tag>>()
                        .map(|id| Self(id.uuid()))
                        .map_err(|_| IdError { prefix: $prefix })
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                    text.parse().map_err(serde::de::Error::custom)
                }
            }
        )*
    };
}

ids! {
    /// Who acted, in the audit trail of one tenant: `act_…`. It stands for a user as long as the user is known.
    ActorId, ActorTag = "act";
    /// An asset of the journal: `asset_…`.
    AssetId, AssetTag = "asset";
    /// An entry of the audit trail: `aud_…`.
    AuditEntryId, AuditEntryTag = "aud";
    /// A collection of products: `coll_…`.
    CollectionId, CollectionTag = "coll";
    /// The erasure of a user's data: `era_…`.
    ErasureId, ErasureTag = "era";
    /// An event of the outbox: `evt_…`.
    EventId, EventTag = "evt";
    /// An inspiration: `insp_…`.
    InspirationId, InspirationTag = "insp";
    /// An item of an order: `item_…`.
    OrderItemId, OrderItemTag = "item";
    /// A job of the queue: `job_…`.
    JobId, JobTag = "job";
    /// An API key: `key_…`.
    ApiKeyId, ApiKeyTag = "key";
    /// A lookup, whose name stands for its values in prompts: `lkp_…`.
    LookupId, LookupTag = "lkp";
    /// A log of the journal: `log_…`.
    LogId, LogTag = "log";
    /// A model that a provider offers: `mdl_…`.
    ModelId, ModelTag = "mdl";
    /// A milestone: `ms_…`.
    MilestoneId, MilestoneTag = "ms";
    /// An order of the factory: `ord_…`.
    OrderId, OrderTag = "ord";
    /// An organisation, which is a tenant with members: `org_…`.
    OrganisationId, OrganisationTag = "org";
    /// A product of the factory: `prod_…`.
    ProductId, ProductTag = "prod";
    /// A project: `proj_…`.
    ProjectId, ProjectTag = "proj";
    /// A recording: `rec_…`.
    RecordingId, RecordingTag = "rec";
    /// A session of a signed-in user: `sess_…`.
    SessionId, SessionTag = "sess";
    /// A tag: `tag_…`.
    TagId, TagTag = "tag";
    /// A template of orders: `tmpl_…`.
    OrderTemplateId, OrderTemplateTag = "tmpl";
    /// A user: `usr_…`.
    UserId, UserTag = "usr";
}

fn uuid_v7(now: Timestamp, randomness: &Randomness) -> Uuid {
    let millis = u64::try_from(now.as_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &randomness.bytes()).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_names_its_noun() {
        let id = ProjectId::generate(Timestamp::from_millis(1_700_000_000_000), &Randomness::seeded(1));
        let text = id.to_string();
        assert!(text.starts_with("proj_"), "{text}");
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(text.parse::<UserId>(), Err(IdError { prefix: "usr" }));
    }

    #[test]
    fn the_example_of_the_typeid_specification_reads() {
        let id: ProjectId = "proj_01h455vb4pex5vsknk084sn02q".parse().expect("valid");
        assert_eq!(id.uuid().to_string(), "01890a5d-ac96-774b-bcce-b302099a8057");
    }

    #[test]
    fn ids_sort_by_time() {
        let randomness = Randomness::seeded(7);
        let at = |millis| UserId::generate(Timestamp::from_millis(millis), &randomness).to_string();
        assert!(at(1_000) < at(1_001));
    }

    #[test]
    fn prefixes_are_unique_and_alphabetical() {
        assert!(PREFIXES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
