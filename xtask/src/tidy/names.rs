//! Names say what a thing is. These words say only that someone had no name for it.

use super::Violation;
use super::rust_text::code;
use super::source::{File, Sources};

const RULE: &str = "names";

/// Not in the name of any file, folder, module or type.
const WORDS: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager", "dto", "dao", "misc"];

/// Not at the end of a type's name. Importing tower's `Service` declares nothing, so it passes.
const SUFFIXES: &[&str] = &["Impl", "Service"];

const RUST_DECLARATIONS: &[&str] = &["struct", "enum", "trait", "type", "union", "mod"];
const TYPESCRIPT_DECLARATIONS: &[&str] = &["class", "interface", "type", "enum", "namespace"];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let ours =
        sources.files.iter().filter(|file| (file.is_rust() || file.is_typescript()) && !file.is_generated());
    ours.flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut complain = |line: usize, name: &str, word: &str| {
        let advice = format!("`{name}` is named with `{word}`: name it after what it is");
        violations.push(Violation::new(&file.path, line, RULE, advice));
    };
    for part in file.path.split('/') {
        if let Some(word) = empty_word(part) {
            complain(1, part, word);
        }
    }
    let declarations = if file.is_rust() { RUST_DECLARATIONS } else { TYPESCRIPT_DECLARATIONS };
    // The scanner reads Rust, but comments are alike, and a declaration stands at a line's start.
    let text = if file.is_rust() { code(&file.text) } else { file.text.clone() };
    for (at, line) in text.lines().enumerate() {
        let Some(name) = declared(line, declarations) else { continue };
        let suffix = || SUFFIXES.iter().copied().find(|suffix| name.ends_with(suffix));
        if let Some(word) = empty_word(name).or_else(suffix) {
            complain(at + 1, name, word);
        }
    }
    violations
}

/// The name that a line declares, as in `pub(crate) struct Name<T>`.
fn declared<'a>(line: &'a str, keywords: &[&str]) -> Option<&'a str> {
    let mut words = line.split_whitespace();
    loop {
        let word = words.next()?;
        if keywords.contains(&word) {
            let name = words.next()?;
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            return Some(&name[..end]).filter(|name| !name.is_empty());
        }
        let is_prefix =
            word.starts_with("pub") || ["export", "default", "declare", "abstract", "const"].contains(&word);
        if !is_prefix {
            return None;
        }
    }
}

/// The first word of a name that says nothing. `snake_case`, `kebab-case` and `CamelCase` all count.
fn empty_word(name: &str) -> Option<&'static str> {
    let parts = split_words(name);
    WORDS.iter().copied().find(|word| parts.iter().any(|part| part == word))
}

/// The words of a name, in small letters.
pub(super) fn split_words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for c in name.chars() {
        let starts_word = !c.is_alphanumeric() || (c.is_uppercase() && after_small);
        if starts_word {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        after_small = c.is_lowercase() || c.is_numeric();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(path: &str, text: &str) -> Vec<String> {
        check_file(&File::new(path, text)).into_iter().map(|violation| violation.advice).collect()
    }

    #[test]
    fn files_and_folders_have_names() {
        assert_eq!(
            advice("web/src/lib/utils.ts", ""),
            ["`utils.ts` is named with `utils`: name it after what it is"]
        );
        assert_eq!(advice("crates/a/src/test_helpers.rs", "").len(), 1);
        assert!(advice("crates/a/src/utilisation.rs", "").is_empty());
    }

    #[test]
    fn types_and_modules_have_names() {
        assert_eq!(advice("a.rs", "pub(crate) struct UserDto<T> {}\n").len(), 1);
        assert_eq!(advice("a.rs", "mod common;\n").len(), 1);
        assert_eq!(advice("a.rs", "    pub enum StoreImpl {}\n").len(), 1);
        assert_eq!(advice("a.rs", "struct ProjectService;\n").len(), 1);
        assert_eq!(advice("a.ts", "export interface CacheManager {}\n").len(), 1);
    }

    #[test]
    fn imports_and_prose_are_free() {
        assert!(
            advice("a.rs", "use tower::Service;\n// struct UserDto\nlet s = \"struct UserDto\";\n")
                .is_empty()
        );
        assert!(advice("a.rs", "struct Implement;\nstruct Commons;\n").is_empty());
    }

    #[test]
    fn names_split_into_words() {
        assert_eq!(split_words("GraphQLError-page_two"), ["graph", "qlerror", "page", "two"]);
        assert_eq!(split_words("ProjectChangeKind"), ["project", "change", "kind"]);
    }
}
