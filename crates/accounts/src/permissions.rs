//! What callers may do with accounts and tenants.

atelier_base::actions! {
    /// Makes, sees and revokes the caller's own API keys of the tenant.
    ManageApiKeys = "api_key.manage" for [Owner, Member];
    /// Changes the caller's own profile.
    EditProfile = "profile.edit" for [Owner, Member, Viewer];
    /// Makes an organisation.
    CreateTenant = "tenant.create" for [Owner, Member, Viewer];
    /// Adds and removes members and changes their roles.
    ManageMembers = "tenant.members.manage" for [Owner];
    /// Sees who belongs to the tenant.
    ReadMembers = "tenant.members.read" for [Owner, Member, Viewer];
    /// Sets up the caller's own two-step sign-in.
    ManageTwoStep = "two_step.manage" for [Owner, Member, Viewer];
}
