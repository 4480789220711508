//! What callers may do with files.

atelier_base::actions! {
    /// Uploads files in parts, and asks for, ends and cancels such uploads.
    UploadBlob = "blob.upload" for [Owner, Member];
}
