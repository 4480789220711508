//! Every noun of the schema has its line in the glossary.

use super::Violation;
use super::names::split_words;
use super::rust_text::has_word;
use super::source::Sources;

const RULE: &str = "glossary";
const SCHEMA: &str = "docs/reference/schema.graphql";
const GLOSSARY: &str = "docs/concepts/glossary.md";

/// Inputs and scalars are shapes of a noun, not nouns.
const KEYWORDS: &[&str] = &["type", "enum", "union", "interface"];

/// What GraphQL and paging bring along.
const NOT_NOUNS: &[&str] = &["Mutation", "PageInfo", "Query", "Subscription"];
const NOT_NOUN_SUFFIXES: &[&str] = &["Connection", "Edge"];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    match (sources.find(SCHEMA), sources.find(GLOSSARY)) {
        (None, _) => Vec::new(),
        (Some(_), None) => {
            vec![Violation::new(GLOSSARY, 1, RULE, format!("write it: {SCHEMA} has nouns to explain"))]
        }
        (Some(schema), Some(glossary)) => check_texts(&schema.text, &glossary.text),
    }
}

fn check_texts(schema: &str, glossary: &str) -> Vec<Violation> {
    let glossary = glossary.to_lowercase();
    let explained = |noun: &str| {
        has_word(&glossary, &noun.to_lowercase()) || has_word(&glossary, &split_words(noun).join(" "))
    };
    let lines = schema.lines().enumerate();
    lines
        .filter_map(|(at, line)| noun(line).map(|noun| (at, noun)))
        .filter(|(_, noun)| !explained(noun))
        .map(|(at, noun)| {
            Violation::new(
                SCHEMA,
                at + 1,
                RULE,
                format!("`{noun}` is not in {GLOSSARY}: say there what it is"),
            )
        })
        .collect()
}

fn noun(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    // Only a line that starts with the word declares; a field's name may be `type` too.
    let declares = KEYWORDS.iter().any(|keyword| line.starts_with(&format!("{keyword} ")));
    let name = words.nth(1).filter(|_| declares)?.trim_end_matches('{');
    let is_noun =
        !NOT_NOUNS.contains(&name) && !NOT_NOUN_SUFFIXES.iter().any(|suffix| name.ends_with(suffix));
    is_noun.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noun_must_be_explained() {
        let schema = "type ApiKey {\n  id: ID!\n}\nenum Role { OWNER }\n";
        assert!(check_texts(schema, "**API key**: …\n**Role**: …").is_empty());
        let found = check_texts(schema, "An API key opens doors.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 4);
    }

    #[test]
    fn shapes_and_paging_are_not_nouns() {
        let schema =
            "type Query {\n  type: String\n}\ninput NewProject {\n}\ntype ProjectEdge {\n}\nscalar JSON\n";
        assert!(check_texts(schema, "").is_empty());
    }
}
