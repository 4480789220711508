//! Generated documents are checked in as they are, and the catalogue of errors is sound.

use std::collections::HashSet;

use atelier_server::{ROOMS, generate};
use atelier_testkit::TestApp;

fn checked_in(name: &str) -> String {
    let path = format!("{}/../../docs/reference/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn generated_documents_are_up_to_date() {
    for (name, text) in [
        ("schema.graphql", generate::schema()),
        ("openapi.json", generate::openapi()),
        ("errors.md", generate::errors()),
        ("permissions.md", generate::permissions()),
        ("configuration.md", generate::configuration()),
        ("tables.md", generate::tables()),
    ] {
        assert!(checked_in(name) == text, "docs/reference/{name} is out of date: run `cargo xtask gen`");
    }
}

#[test]
fn error_codes_are_unique_snake_case_and_explained() {
    let shared = [
        atelier_base::codes::ALL,
        atelier_api::codes::ALL,
        atelier_tables::codes::ALL,
        atelier_server::codes::ALL,
    ];
    let mut seen = HashSet::new();
    for code in ROOMS.iter().map(|room| room.codes).chain(shared).flatten() {
        assert!(seen.insert(code.name), "{} is declared twice", code.name);
        assert!(
            code.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'),
            "{}",
            code.name
        );
        assert!(!code.title.ends_with('.') && code.remedy.ends_with('.'), "{}", code.name);
    }
}

#[test]
fn action_names_are_unique() {
    let mut seen = HashSet::new();
    for action in ROOMS.iter().flat_map(|room| room.actions) {
        assert!(seen.insert(action.name), "{} is declared twice", action.name);
        assert!(!action.roles.is_empty(), "nobody may {}", action.name);
    }
}

#[tokio::test]
async fn the_type_of_a_problem_leads_to_its_explanation() {
    let test = TestApp::start();
    let problem = test.guest().get("/api/v1/nothing").await;
    let page = test.guest().get(problem.body["type"].as_str().expect("an address")).await;
    let explained = page.body.as_str().expect("text");
    assert!(explained.starts_with("not_found\n"), "{explained}");
    assert!(explained.contains("Check the address."), "{explained}");
    assert_eq!(test.guest().get("/docs/errors/no_such_code").await.code(), "not_found");
}
