//! The one table of the journal. Its keys say what an item is:
//!
//! | `PK` | `SK` | item |
//! |---|---|---|
//! | `TENANT#<tenant>` | `PROJECT#<project>` | a project's art record |
//! | | `PROJECT#<project>#BRIEF#v<number>` | a version of its brief |
//! | | `PROJECT#<project>#MILESTONE#<milestone>` | a milestone |
//! | | `PROJECT#<project>#LOG#<log>` | a log entry |
//! | | `PROJECT#<project>#ASSET#<asset>` | an asset |
//! | | `INSPIRATION#<inspiration>` | an inspiration |

use atelier_tables::{Attribute, Index, Table};

/// Every table of this room.
pub const TABLES: &[&Table] = &[&ARTISSIST];

/// Everything of the journal, by tenant.
pub(crate) const ARTISSIST: Table = Table {
    range: Some(Attribute::S("SK")),
    indexes: &[
        Index::new("GSI1", Attribute::S("status"), Attribute::S("createdAt")),
        Index::new("GSI2", Attribute::S("entityType"), Attribute::S("searchableText")),
        // The specification asks for these two without a name.
        Index::new("GSI3", Attribute::S("entityType"), Attribute::S("createdAt")),
        Index::new("GSI4", Attribute::S("material"), Attribute::S("createdAt")),
    ],
    ttl: Some("expiresAt"),
    stream: true,
    ..Table::new("Artissist", Attribute::S("PK"))
};
