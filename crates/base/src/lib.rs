//! The words that every part of Atelier speaks: ids, instants, who is asking, what went wrong.
//!
//! Here are small values without input or output: no store, no network, no clock of their own.
//! Time, randomness and identity are arguments everywhere, and these are their types.
//! Start with [`Caller`]: a request becomes a caller, the caller gives a [`Scope`] to read with and,
//! for an [`Action`] that its role allows, a [`Grant`] to write with.
//! Errors are enums in their own crates; what they share is [`Coded`].

mod caller;
mod cursor;
mod date;
mod error;
mod id;
mod origin;
mod page;
mod patch;
mod random;
mod scope;
mod time;
#[cfg(feature = "wire")]
mod wire;

pub use caller::{Action, ActionRow, Caller, Credential, Forbidden, Grant, Role};
pub use cursor::{Cursor, MalformedCursor};
pub use date::{Date, DateError};
pub use error::{Code, Coded, FieldError, InvalidInput, Kind, codes};
pub use id::{
    ActorId, ApiKeyId, AssetId, AuditEntryId, CollectionId, ErasureId, EventId, IdError, InspirationId,
    JobId, LogId, LookupId, MilestoneId, ModelId, OrderId, OrderItemId, OrderTemplateId, OrganisationId,
    PREFIXES, ProductId, ProjectId, RecordingId, SessionId, TagId, UserId,
};
pub use origin::Origin;
pub use page::{Edge, Page, PageRequest};
pub use patch::Patch;
pub use random::Randomness;
pub use scope::{Scope, TenantId, TenantKind};
pub use time::{Clock, Timestamp};
