//! Licences that a product can be shipped with.

use super::Violation;
use super::source::Sources;
use super::spdx::is_met;

const RULE: &str = "licences";

/// They ask for a notice at most.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    // The Independent JPEG Group's: give credit, claim nothing.
    "IJG",
    "ISC",
    "MIT",
    "MIT-0",
    // Asks for changes to its own files only, and we change none.
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages whose expression is missing or not in the list, and why each may stay.
const EXCEPTIONS: &[(&str, &str)] = &[];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let packages = sources.metadata.packages.iter();
    packages.filter_map(|package| check_package(package.name.as_str(), package.license.as_deref())).collect()
}

fn check_package(name: &str, licence: Option<&str>) -> Option<Violation> {
    if EXCEPTIONS.iter().any(|(package, _)| *package == name) {
        return None;
    }
    let advice = match licence {
        None => format!("`{name}` names no licence: find it out, and give it an exception in licences.rs"),
        Some(expression) => match is_met(expression, &|licence| ALLOWED.contains(&licence)) {
            Some(true) => return None,
            Some(false) => {
                format!("`{name}` is under {expression}: use something else, or allow it in licences.rs")
            }
            None => format!("`{name}` has an unreadable licence: {expression}"),
        },
    };
    Some(Violation::new("Cargo.lock", 1, RULE, advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_needs_a_licence_from_the_list() {
        assert!(check_package("a", Some("MIT OR GPL-3.0")).is_none());
        assert!(check_package("a", Some("AGPL-3.0")).is_some());
        assert!(check_package("a", Some("MIT MIT")).is_some());
        assert!(check_package("a", None).is_some());
    }
}
