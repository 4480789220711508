//! `atelier gen`.

use atelier_server::generate;

use super::print;
use crate::arguments::Document;
use crate::failure::Failure;

#[expect(clippy::unnecessary_wraps, reason = "every command returns the same")]
pub(super) fn run(document: Document) -> Result<(), Failure> {
    print(&match document {
        Document::Schema => generate::schema(),
        Document::Openapi => generate::openapi(),
        Document::Errors => generate::errors(),
        Document::Permissions => generate::permissions(),
        Document::Config => generate::configuration(),
    });
    Ok(())
}
