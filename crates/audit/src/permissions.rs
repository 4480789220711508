//! What callers may do with the audit trail.

atelier_base::actions! {
    /// Reads, verifies and exports the audit trail of the tenant.
    ReadAudit = "audit.read" for [Owner];
}
