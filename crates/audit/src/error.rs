//! What can go wrong with the audit trail.

use atelier_base::{Code, Coded};

/// Codes of the audit trail.
pub mod codes {
    atelier_base::codes! {
        AUDIT_BROKEN = "audit_broken", Conflict, "The audit trail is not as it was sealed",
            "Keep a copy of the data directory, and compare it with a backup from before.";
        AUDIT_BUSY = "audit_busy", Unavailable, "Others seal the audit trail all the time",
            "Try again in a moment.";
    }
}

/// A failed operation on the audit trail.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Found by a verification.
    #[error("the audit trail of {tenant} is broken at {seq}: {fault}")]
    Broken {
        /// Whose trail.
        tenant: atelier_base::TenantId,
        /// The first sequence number that is wrong.
        seq: u64,
        /// What is wrong with it.
        fault: crate::Fault,
    },
    /// Another sealer was faster, many times in a row.
    #[error("others seal the audit trail all the time")]
    Busy,
    /// The store's.
    #[error("the store of the audit trail failed")]
    Store(#[from] atelier_tables::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Broken { .. } => codes::AUDIT_BROKEN,
            Self::Busy => codes::AUDIT_BUSY,
            Self::Store(error) => error.code(),
        }
    }
}
