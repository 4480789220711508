//! What callers may do with jobs.

atelier_base::actions! {
    /// Calls off a queued or running job.
    CancelJob = "job.cancel" for [Owner, Member];
    /// Sees jobs, how far they are and what they came to.
    ListJobs = "job.list" for [Owner, Member, Viewer];
    /// Tries a failed or cancelled job again.
    RetryJob = "job.retry" for [Owner, Member];
    /// Asks for a file with all that the tenant has, and downloads it.
    ExportTenant = "tenant.export" for [Owner];
}
