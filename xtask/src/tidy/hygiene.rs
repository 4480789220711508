//! What should not be left lying in a file.

use super::Violation;
use super::rust_text::code;
use super::source::{File, Sources, file_name, has_extension};

const RULE: &str = "hygiene";

/// Marks of unfinished work. An issue number beside the mark makes it a plan.
/// Spelt in two halves, so that this page does not break its own rule.
const MARKS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// What Rust code must not say.
const NOT_IN_RUST: &[(&str, &str)] = &[
    ("todo!(", "write it, or return an error that says so"),
    ("unimplemented!(", "write it, or return an error that says so"),
    ("#[ignore", "a test that does not run is no test: mend or remove it"),
    ("#[should_panic", "assert on the error instead"),
];

/// What tests of the web client must not say.
const NOT_IN_SPECS: &[(&str, &str)] = &[
    (".only(", "the other tests would not run"),
    (".skip(", "a test that does not run is no test: mend or remove it"),
    (".fixme(", "a test that does not run is no test: mend or remove it"),
];

/// Folders at the top of somebody's machine, where a checkout or a home may be.
const MACHINE_FOLDERS: &[&str] = &["builds", "home", "root", "Users", "work", "workspace"];

/// Where locked packages may come from: a mirror is a machine's own affair.
const NPM_REGISTRY: &str = "https://registry.npmjs.org/";
const CARGO_REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    sources.files.iter().flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut complain =
        |line: usize, advice: String| violations.push(Violation::new(&file.path, line, RULE, advice));
    for (at, line) in file.text.lines().enumerate() {
        if let Some(advice) = foreign_registry(&file.path, line) {
            complain(at + 1, advice.to_owned());
        }
    }
    if file.is_generated() {
        return violations;
    }
    for (at, line) in file.text.lines().enumerate() {
        if let Some(advice) = line_advice(file, line) {
            complain(at + 1, advice);
        }
    }
    if file.is_rust() {
        for (at, line) in code(&file.text).lines().enumerate() {
            for (words, advice) in NOT_IN_RUST.iter().filter(|(words, _)| line.contains(words)) {
                complain(at + 1, format!("`{words}`: {advice}"));
            }
        }
    }
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        complain(file.text.lines().count(), "end the file with a newline".to_owned());
    }
    violations
}

fn line_advice(file: &File, line: &str) -> Option<String> {
    if let Some(mark) = MARKS.iter().find(|mark| is_marked(line, mark)) {
        return Some(format!("`{mark}` without an issue number: do it, or write `{mark}(#123)`"));
    }
    if let Some(folder) = MACHINE_FOLDERS.iter().find(|folder| names_machine_path(line, folder)) {
        return Some(format!("`/{folder}/` is a path of one machine: use a relative one"));
    }
    if file.is_rust() && line.contains('\t') {
        return Some("use spaces, or `\\t` in a string".to_owned());
    }
    let is_spec = file.is_typescript() && file.is_test() || file.path.starts_with("e2e/");
    let banned = NOT_IN_SPECS.iter().filter(|_| is_spec && file.is_typescript());
    banned
        .into_iter()
        .find(|(words, _)| line.contains(words))
        .map(|(words, advice)| format!("`{words}`: {advice}"))
}

/// A mark opens a comment or is followed by `:` or `(`; prose may speak of marks.
fn is_marked(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].trim_end();
        let after = &line[at + mark.len()..];
        let is_whole =
            !line[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let opens =
            ["//", "///", "//!", "#", "/*", "*", "<!--", "--"].iter().any(|opener| before.ends_with(opener));
        let names_issue = after.starts_with("(#") && after[2..].starts_with(|c: char| c.is_ascii_digit());
        is_whole && (opens || after.starts_with([':', '('])) && !names_issue
    })
}

/// `/home/…` as a path of its own, not as a part of a longer one or of an address.
fn names_machine_path(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}/");
    line.match_indices(&path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let starts = before.is_none_or(|c| c.is_whitespace() || "\"'`=(:[<,".contains(c));
        let after = line[at + path.len()..].chars().next();
        starts && after.is_some_and(char::is_alphanumeric)
    })
}

fn foreign_registry(path: &str, line: &str) -> Option<&'static str> {
    let line = line.trim();
    let foreign = match file_name(path) {
        "package-lock.json" => line
            .strip_prefix("\"resolved\": \"")
            .is_some_and(|address| address.starts_with("http") && !address.starts_with(NPM_REGISTRY)),
        "Cargo.lock" => {
            line.strip_prefix("source = \"").is_some_and(|source| !source.starts_with(CARGO_REGISTRY))
        }
        ".npmrc" => line.split('=').next().is_some_and(|key| key.trim().ends_with("registry")),
        _ if path.starts_with(".cargo/") && has_extension(path, &["toml"]) => {
            ["[source", "[registr"].iter().any(|table| line.starts_with(table))
        }
        _ => false,
    };
    foreign
        .then_some("packages come from the public registry: a mirror belongs in the machine's own settings")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        check_file(&File::new(path, text)).into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn mark_needs_an_issue() {
        for mark in MARKS {
            assert_eq!(found("a.rs", &format!("fn a() {{}}\n// {mark} later\n")), [2]);
            assert_eq!(found("a.md", &format!("{mark}: later\n")), [1]);
            assert_eq!(found("a.rs", &format!("// {mark}(#12): later\n")), [0; 0]);
            assert_eq!(found("a.md", &format!("No {mark} without an issue.\n")), [0; 0]);
        }
    }

    #[test]
    fn rust_is_finished_and_its_tests_run() {
        assert_eq!(found("a.rs", "fn a() {\n    todo!()\n}\n#[ignore = \"slow\"]\n"), [2, 4]);
        assert_eq!(found("a.rs", "// never todo!()\nlet a = \"#[ignore]\";\n"), [0; 0]);
    }

    #[test]
    fn specs_all_run() {
        assert_eq!(found("e2e/journal/a.spec.ts", "test.only('a', f);\n"), [1]);
        assert_eq!(found("web/src/a.test.ts", "it.skip('a', f);\n"), [1]);
        assert_eq!(found("web/src/a.ts", "rows.skip(2);\n"), [0; 0]);
    }

    #[test]
    fn machine_paths_stay_on_the_machine() {
        for folder in MACHINE_FOLDERS {
            assert_eq!(found("a.md", &format!("see `/{folder}/me/x`\n")), [1]);
            assert_eq!(found("a.md", &format!("see https://example.org/{folder}/me\n")), [0; 0]);
        }
    }

    #[test]
    fn packages_come_from_the_public_registry() {
        let line = |host: &str| format!("\"resolved\": \"https://{host}/a.tgz\",\n");
        assert_eq!(found("web/package-lock.json", &line("mirror.example.org")), [1]);
        assert_eq!(found("web/package-lock.json", &line("registry.npmjs.org")), [0; 0]);
        assert_eq!(found("web/.npmrc", "registry=https://mirror.example.org\n"), [1]);
        assert_eq!(found("web/.npmrc", "# No registry.\nomit-lockfile-registry-resolved=true\n"), [0; 0]);
        assert_eq!(found(".cargo/config.toml", "[source.crates-io]\n"), [1]);
    }

    #[test]
    fn files_end_with_a_newline_and_rust_has_no_tabs() {
        assert_eq!(found("a.md", "one\ntwo"), [2]);
        assert_eq!(found("a.rs", "\tfn a() {}\n"), [1]);
        assert_eq!(found("docs/reference/schema.graphql", "type A"), [0; 0]);
    }
}
