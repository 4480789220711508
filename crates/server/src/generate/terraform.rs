//! Terraform for those who run on AWS: tables, buckets and sign-in, by environment.

mod buckets;
mod environments;
mod identity;
mod tables;

use std::collections::BTreeMap;

use super::hcl::{Hcl, output, variable};

/// The version of the provider for AWS that the modules are written for.
const PROVIDER: &str = "~> 5.80";

/// Every file below `terraform/`, by path.
pub fn terraform() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (module, three) in
        [("tables", tables::module()), ("buckets", buckets::module()), ("identity", identity::module())]
    {
        for (name, file) in ["main", "variables", "outputs"].iter().zip(three) {
            files.insert(format!("modules/{module}/{name}.tf"), file.finish());
        }
        files.insert(format!("modules/{module}/versions.tf"), versions());
    }
    files.extend(environments::files());
    files
}

fn versions() -> String {
    let mut file = Hcl::file();
    file.block("terraform", |terraform| {
        terraform.text("required_version", ">= 1.6");
        terraform.block("required_providers", |providers| {
            providers.set("aws", format!("{{ source = \"hashicorp/aws\", version = \"{PROVIDER}\" }}"));
        });
    });
    file.finish()
}

/// What every module asks for.
fn shared_variables() -> Hcl {
    let mut file = Hcl::file();
    variable(&mut file, "environment", "string", None, "The environment at the end of each name: dev, prod");
    variable(&mut file, "tags", "map(string)", Some("{}"), "Tags of everything");
    file
}

fn tags(block: &mut Hcl, name: &str) {
    block.set("tags", format!("merge(var.tags, {{ Name = {name}, Environment = var.environment }})"));
}
