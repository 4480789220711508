//! The environments: one folder each, to run `terraform apply` in.

use atelier_blobs::BUCKETS;

use super::{Hcl, buckets, identity, output, tables, variable, versions};
use crate::declared;

/// What differs between environments.
struct Environment {
    name: &'static str,
    /// Restorable to each second, and safe from deletion.
    kept: bool,
}

const ENVIRONMENTS: &[Environment] =
    &[Environment { name: "dev", kept: false }, Environment { name: "prod", kept: true }];

pub(super) fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for environment in ENVIRONMENTS {
        let path = |file: &str| format!("envs/{}/{file}.tf", environment.name);
        files.push((path("main"), main(environment).finish()));
        files.push((path("variables"), variables().finish()));
        files.push((path("outputs"), outputs().finish()));
        files.push((path("versions"), versions()));
    }
    files
}

fn main(environment: &Environment) -> Hcl {
    let Environment { name, kept } = environment;
    let mut file = Hcl::file();
    file.block("provider \"aws\"", |block| block.set("region", "var.region"));
    let mut module = |module: &str, settings: &[(&str, String)]| {
        file.block(&format!("module \"{module}\""), |block| {
            block.text("source", &format!("../../modules/{module}"));
            block.text("environment", name);
            block.set("tags", "var.tags");
            for (setting, value) in settings {
                block.set(setting, value);
            }
        });
    };
    let key = || ("kms_key_arn", "var.kms_key_arn".to_owned());
    let protected = || ("deletion_protection", kept.to_string());
    module("tables", &[key(), ("point_in_time_recovery", kept.to_string()), protected()]);
    module("buckets", &[key(), ("force_destroy", (!kept).to_string())]);
    let (url, prefix) = ("var.public_url".to_owned(), "var.domain_prefix".to_owned());
    module("identity", &[("public_url", url), ("domain_prefix", prefix), protected()]);
    file
}

fn variables() -> Hcl {
    let mut file = Hcl::file();
    variable(&mut file, "region", "string", Some("\"ca-central-1\""), "The AWS region");
    variable(&mut file, "public_url", "string", None, "The address that people type, as server.public_url");
    let domain = "The prefix of Cognito's own sign-in page; unique in the region";
    variable(&mut file, "domain_prefix", "string", None, domain);
    variable(&mut file, "kms_key_arn", "string", Some("null"), "A KMS key of your own; AWS's when null");
    let tags = "{ Application = \"atelier\" }";
    variable(&mut file, "tags", "map(string)", Some(tags), "Tags of everything");
    file
}

fn outputs() -> Hcl {
    let mut file = Hcl::file();
    let mut pass = |module: &str, name: &str, description: &str| {
        output(&mut file, name, description, &format!("module.{module}.{name}"));
    };
    for table in declared() {
        pass("tables", &tables::output_name(table), &format!("The name of the table {}", table.name));
    }
    for bucket in BUCKETS {
        pass("buckets", &buckets::output_name(bucket), bucket.purpose);
    }
    for (name, description, _) in identity::OUTPUTS {
        pass("identity", name, description);
    }
    for module in ["tables", "buckets"] {
        let value = format!("module.{module}.server_policy_json");
        let description = format!("What the server may do with the {module}, and no more");
        output(&mut file, &format!("{module}_server_policy_json"), &description, &value);
    }
    file
}
