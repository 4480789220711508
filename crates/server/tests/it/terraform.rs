//! The generated Terraform is checked in, is its language, and every reference in it leads somewhere.

use std::collections::BTreeSet;
use std::path::Path;

use atelier_server::{declared, generate};
use hcl::{Block, Body, Structure};

fn folder() -> String {
    format!("{}/../../terraform", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_files_are_up_to_date() {
    for (path, text) in generate::terraform() {
        let full = format!("{}/{path}", folder());
        let found = std::fs::read_to_string(&full).unwrap_or_default();
        assert!(found == text, "terraform/{path} is out of date: run `cargo xtask gen`");
    }
}

/// The names that blocks of a kind have in the files of a folder.
fn named(bodies: &[Body], kind: &str) -> BTreeSet<String> {
    let blocks = bodies.iter().flat_map(|body| body.blocks()).filter(|block| block.identifier() == kind);
    blocks.map(label).collect()
}

fn label(block: &Block) -> String {
    block.labels().iter().map(hcl::BlockLabel::as_str).collect::<Vec<_>>().join(".")
}

/// What stands after a prefix, such as `var.`, anywhere in the text, as far as it is a name.
fn after<'a>(text: &'a str, prefix: &str, parts: usize) -> BTreeSet<String> {
    let word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.match_indices(prefix)
        .filter(|(at, _)| !text[..*at].ends_with(|letter| word(letter) || letter == '.'))
        .map(|(at, _)| {
            let rest: &'a str = &text[at + prefix.len()..];
            let name = rest.split(|letter| !word(letter) && letter != '.').next().unwrap_or_default();
            name.split('.').take(parts).collect::<Vec<_>>().join(".")
        })
        .collect()
}

#[test]
fn every_reference_leads_somewhere() {
    let files = generate::terraform();
    let folders: BTreeSet<_> =
        files.keys().map(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
    assert_eq!(folders.len(), 5);
    for folder in folders {
        let texts: Vec<_> = files
            .iter()
            .filter(|(path, _)| path.starts_with(&format!("{folder}/")))
            .map(|(_, text)| text)
            .collect();
        let bodies: Vec<Body> = texts
            .iter()
            .map(|text| hcl::parse(text).unwrap_or_else(|error| panic!("{folder}: {error}")))
            .collect();
        let whole = texts.iter().map(|text| text.as_str()).collect::<Vec<_>>().join("\n");
        assert_eq!(after(&whole, "var.", 1), named(&bodies, "variable"), "{folder}: variables");
        let resources = named(&bodies, "resource");
        for reference in after(&whole, "aws_", 2).iter().filter(|name| name.contains('.')) {
            assert!(resources.contains(&format!("aws_{reference}")), "{folder}: aws_{reference}");
        }
        for reference in after(&whole, "module.", 2) {
            let (module, output) = reference.split_once('.').expect("an output");
            let outputs = &files[&format!("modules/{module}/outputs.tf")];
            assert!(
                named(&[hcl::parse(outputs).expect("it parses")], "output").contains(output),
                "{reference}"
            );
        }
    }
}

#[test]
fn modules_get_every_variable_they_need() {
    let files = generate::terraform();
    for environment in ["dev", "prod"] {
        let body: Body = hcl::parse(&files[&format!("envs/{environment}/main.tf")]).expect("it parses");
        for block in body.blocks().filter(|block| block.identifier() == "module") {
            let given: BTreeSet<_> =
                block.body().attributes().map(|attribute| attribute.key().to_owned()).collect();
            let variables = &files[&format!("modules/{}/variables.tf", label(block))];
            let variables: Body = hcl::parse(variables).expect("it parses");
            for variable in variables.blocks() {
                let default = variable
                    .body()
                    .iter()
                    .any(|line| matches!(line, Structure::Attribute(a) if a.key() == "default"));
                assert!(default || given.contains(&label(variable)), "{environment}: {}", label(variable));
            }
        }
    }
}

#[test]
fn outputs_have_the_names_of_the_specification() {
    let files = generate::terraform();
    for path in ["modules/tables/outputs.tf", "envs/dev/outputs.tf"] {
        let outputs = named(&[hcl::parse(&files[path]).expect("it parses")], "output");
        for table in
            ["users", "inference_records", "image_records", "patch_records", "run_records", "config_records"]
        {
            assert!(outputs.contains(&format!("dynamodb_{table}_table_name")), "{path}: {table}");
        }
    }
    let tables = named(&[hcl::parse(&files["modules/tables/main.tf"]).expect("it parses")], "resource");
    assert_eq!(tables.len(), declared().len());
}

/// With Terraform's own program, where there is one.
#[test]
fn terraform_finds_nothing_to_format() {
    let formatted = std::process::Command::new("terraform")
        .args(["fmt", "-check", "-recursive", "-diff"])
        .arg(Path::new(&folder()))
        .output();
    match formatted {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout)),
        Err(error) => {
            eprintln!("left out: `terraform fmt` ({error}); install Terraform to run it");
        }
    }
}
