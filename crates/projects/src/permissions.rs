//! What callers may do with projects.

atelier_base::actions! {
    /// Archives and restores.
    ArchiveProject = "project.archive" for [Owner, Member];
    /// Makes a project.
    CreateProject = "project.create" for [Owner, Member];
    /// Deletes an archived project for good.
    DeleteProject = "project.delete" for [Owner];
    /// Changes name, description, type and settings.
    EditProject = "project.edit" for [Owner, Member];
    /// Sees projects.
    ReadProject = "project.read" for [Owner, Member, Viewer];
}
