//! Who may import whom in the web client: `app → rooms → patterns → ui`, as in Rust.

use super::Violation;
use super::source::{File, Sources};

const RULE: &str = "web-imports";

/// What `@/` stands for in `web/tsconfig.json`.
const ALIAS: (&str, &str) = ("@/", "web/src/");

/// A part of the client, and the other parts that it may import.
struct Part {
    name: &'static str,
    under: &'static str,
    may_import: &'static [&'static str],
}

const fn part(name: &'static str, under: &'static str, may_import: &'static [&'static str]) -> Part {
    Part { name, under, may_import }
}

/// Every file of ours belongs to the first part that holds it.
/// `base` is what every part stands on: client, session, formats, routes.
const PARTS: &[Part] = &[
    part("app", "web/app/", &["shell", "rooms", "registry", "patterns", "ui", "base"]),
    // The frame around every page: it offers what rooms have, in its palette.
    part("shell", "web/src/shell/", &["rooms", "registry", "patterns", "ui", "base"]),
    part("registry", "web/src/rooms/registry", &["rooms", "patterns", "ui", "base"]),
    part("rooms", "web/src/rooms/", &["registry", "patterns", "ui", "base"]),
    part("patterns", "web/src/patterns/", &["registry", "ui", "base"]),
    part("cn", "web/src/ui/cn", &[]),
    part("ui", "web/src/ui/", &["cn"]),
    part("base", "web/src/", &["cn", "ui"]),
];

/// A package, or a folder of ours, that only some files may import.
struct Reserved {
    import: &'static str,
    /// Ends of file names.
    files: &'static [&'static str],
    /// Starts of paths.
    under: &'static [&'static str],
    /// Types vanish when compiled, so naming one couples nothing at run time.
    types_are_free: bool,
    advice: &'static str,
}

const RESERVED: &[Reserved] = &[
    Reserved {
        import: "@apollo/client",
        files: &["/data.ts", "/data.tsx"],
        under: &["web/src/graphql/", "web/src/test/"],
        types_are_free: false,
        advice: "only data.ts speaks to the API: offer a hook there",
    },
    Reserved {
        import: "web/src/graphql/generated",
        files: &["/data.ts", "/data.tsx"],
        under: &["web/src/graphql/", "web/src/test/"],
        types_are_free: true,
        advice: "only data.ts knows the documents: offer a hook or a type there",
    },
    Reserved {
        import: "@tanstack/react-query",
        files: &[],
        under: &["web/src/rest/", "web/src/test/"],
        types_are_free: false,
        advice: "only src/rest asks what is not a noun: offer a hook there",
    },
];

struct Import {
    line: usize,
    /// A package, or a path from the top of the repository.
    target: String,
    is_type: bool,
}

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let ours = sources.files.iter().filter(|file| file.is_typescript() && !file.is_generated());
    ours.filter(|file| part_of(&file.path).is_some()).flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Violation> {
    let mut violations = Vec::new();
    for import in imports(file) {
        let advice = layer_advice(&file.path, &import.target).or_else(|| reserved_advice(file, &import));
        violations.extend(advice.map(|advice| Violation::new(&file.path, import.line, RULE, advice)));
    }
    violations
}

fn layer_advice(from: &str, to: &str) -> Option<String> {
    let (source, target) = (part_of(from)?, part_of(to)?);
    if source.name == target.name {
        let (here, there) = (room_of(from), room_of(to));
        let crosses = source.name == "rooms" && here != there;
        return crosses.then(|| {
            format!("rooms never import rooms: `{here}` and `{there}` share patterns or the registry")
        });
    }
    let allowed = source.may_import.contains(&target.name) || (source.name != "ui" && target.name == "cn");
    (!allowed).then(|| format!("`{}` may not import `{}`: {to}", source.name, target.name))
}

fn reserved_advice(file: &File, import: &Import) -> Option<String> {
    let reserved = RESERVED.iter().find(|reserved| {
        let rest = import.target.strip_prefix(reserved.import);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })?;
    let may = reserved.files.iter().any(|end| file.path.ends_with(end))
        || reserved.under.iter().any(|folder| file.path.starts_with(folder))
        || (reserved.types_are_free && import.is_type)
        || file.is_test();
    (!may).then(|| format!("`{}`: {}", reserved.import, reserved.advice))
}

fn part_of(path: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| path.starts_with(part.under))
}

/// `lab` of `web/src/rooms/lab/runs/list.tsx`.
fn room_of(path: &str) -> &str {
    path.strip_prefix("web/src/rooms/").and_then(|rest| rest.split('/').next()).unwrap_or_default()
}

/// Imports and re-exports, also those over several lines, which end in `} from "…"`.
fn imports(file: &File) -> Vec<Import> {
    let mut found = Vec::new();
    let mut in_type = false;
    for (at, line) in file.text.lines().enumerate() {
        let starts = line.starts_with("import") || line.starts_with("export");
        if starts {
            in_type = line.starts_with("import type") || line.starts_with("export type");
        }
        let specifier = if starts || line.starts_with('}') {
            after(line, "from ").or_else(|| after(line, "import "))
        } else {
            None
        };
        if let Some(specifier) = specifier.or_else(|| after(line, "import(")) {
            found.push(Import { line: at + 1, target: resolve(&file.path, specifier), is_type: in_type });
        }
    }
    found
}

/// The quoted text right after `word`.
fn after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    line.match_indices(word).find_map(|(at, _)| {
        let rest = &line[at + word.len()..];
        let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c))?;
        rest[1..].split_once(quote).map(|(specifier, _)| specifier)
    })
}

fn resolve(from: &str, specifier: &str) -> String {
    if let Some(rest) = specifier.strip_prefix(ALIAS.0) {
        return format!("{}{rest}", ALIAS.1);
    }
    if !specifier.starts_with('.') {
        return specifier.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(path: &str, text: &str) -> Vec<String> {
        check_file(&File::new(path, text)).into_iter().map(|violation| violation.advice).collect()
    }

    #[test]
    fn arrows_point_down() {
        let list = "web/src/rooms/lab/runs/list.tsx";
        assert!(advice("web/app/page.tsx", "import { List } from \"@/rooms/lab/runs/list\";\n").is_empty());
        assert!(advice(list, "import { Gallery } from \"@/patterns/gallery\";\n").is_empty());
        assert!(advice(list, "import { cn } from \"@/ui/cn\";\n").is_empty());
        assert_eq!(
            advice("web/src/patterns/a.tsx", "import { List } from '@/rooms/lab/runs/list';\n").len(),
            1
        );
        assert_eq!(advice("web/src/ui/button.tsx", "import {\n  a,\n} from \"../format/date\";\n").len(), 1);
        assert!(
            advice("web/src/ui/button.tsx", "import { cn } from \"./cn\";\nimport \"react\";\n").is_empty()
        );
    }

    #[test]
    fn rooms_never_import_rooms() {
        let list = "web/src/rooms/lab/runs/list.tsx";
        assert_eq!(advice(list, "import { a } from \"../../guard/b\";\n").len(), 1);
        assert!(advice(list, "import { a } from \"../models/b\";\n").is_empty());
        assert!(advice(list, "import { rooms } from \"@/rooms/registry\";\n").is_empty());
        assert_eq!(advice(list, "const A = dynamic(() => import(\"@/rooms/guard/b\"));\n").len(), 1);
    }

    #[test]
    fn only_data_speaks_to_the_api() {
        let import = "import { useQuery } from \"@apollo/client/react\";\n";
        assert_eq!(advice("web/src/rooms/lab/runs/list.tsx", import).len(), 1);
        assert!(advice("web/src/rooms/lab/runs/data.ts", import).is_empty());
        assert!(advice("web/src/rooms/lab/runs/list.test.tsx", import).is_empty());
        let query = "import { useQuery } from \"@tanstack/react-query\";\n";
        assert_eq!(advice("web/src/rooms/lab/runs/data.ts", query).len(), 1);
    }

    #[test]
    fn only_data_knows_documents_but_types_are_free() {
        let list = "web/src/rooms/lab/runs/list.tsx";
        assert_eq!(advice(list, "import { RunsDocument } from \"@/graphql/generated/graphql\";\n").len(), 1);
        assert!(advice(list, "import type { Run } from \"@/graphql/generated/graphql\";\n").is_empty());
    }
}
