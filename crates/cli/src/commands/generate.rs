//! `atelier gen`.

use atelier_server::generate;

use super::{print, print_json};
use crate::arguments::Document;
use crate::failure::Failure;

pub(super) fn run(document: Document) -> Result<(), Failure> {
    print(&match document {
        Document::Schema => generate::schema(),
        Document::Openapi => generate::openapi(),
        Document::Errors => generate::errors(),
        Document::Permissions => generate::permissions(),
        Document::Config => generate::configuration(),
        Document::Tables => generate::tables(),
        Document::Terraform => return print_json(&generate::terraform()),
    });
    Ok(())
}
