//! Names become the values of lookups: exact, numbered, by glob, nested.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Binding, Compiler, Flat};
use crate::ast::{Sampler, Wildcard};
use crate::dynamic::{self, DEEPEST};
use crate::error::Fault;
use crate::expando::unescape;
use crate::position::{At, Field};
use crate::request::{Lookups, Syntax};
use crate::scan::is_name_part;
use crate::warning::Warning;

/// What a lookup and those nested in it hold.
#[derive(Default)]
struct Gathered {
    texts: Vec<String>,
    seen: HashSet<String>,
    /// Lookups that are read, from the outermost.
    open: Vec<String>,
    done: HashSet<String>,
    repeated: usize,
}

impl Compiler<'_> {
    /// The values of a lookup, or the word itself.
    pub(super) fn word(&mut self, word: &str) -> Vec<Flat> {
        let names = self.resolve(word);
        if names.is_empty() {
            return vec![Flat::text(word)];
        }
        if !self.names.iter().any(|known| known == word) {
            self.names.push(word.to_owned());
        }
        let mut gathered = Gathered::default();
        for name in &names {
            self.gather(name, &mut gathered);
        }
        self.repeated += gathered.repeated;
        let key: Arc<str> = word.into();
        let keyed = |text| Flat { key: Some(key.clone()), ..Flat::text(text) };
        gathered.texts.into_iter().map(keyed).collect()
    }

    /// The lookups that a word means: of exactly this name, of the name before `_1`, or those that a glob fits.
    fn resolve(&mut self, word: &str) -> Vec<String> {
        if self.lookups.contains_key(word) {
            return vec![word.to_owned()];
        }
        let numbered = word
            .rsplit_once('_')
            .filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()));
        if let Some((name, _)) = numbered
            && self.lookups.contains_key(name)
        {
            return vec![name.to_owned()];
        }
        let begins = word.chars().next().is_some_and(char::is_alphabetic);
        let whole = word.chars().all(|next| is_name_part(next) || next == '*' || next == '/');
        if !(begins && whole && word.contains('*')) {
            return Vec::new();
        }
        let found = matching(self.lookups, word);
        if found.is_empty() {
            self.warn_here(Warning::GlobWithoutMatch(word.to_owned()));
        }
        found
    }

    fn gather(&mut self, name: &str, gathered: &mut Gathered) {
        if DEEPEST <= gathered.open.len() {
            self.refuse_here(Fault::NestedTooDeep);
            return;
        }
        let Some(values) = self.lookups.get(name) else { return };
        gathered.open.push(name.to_owned());
        for value in values {
            if !self.step() {
                break;
            }
            let (text, escaped) = unescape(value.trim());
            if !escaped && self.lookups.contains_key(&text) {
                if gathered.open.contains(&text) {
                    self.warn_here(Warning::RecursiveLookup(text));
                } else if gathered.done.contains(&text) {
                    // Whatever it holds is there already.
                    gathered.repeated += 1;
                } else {
                    self.gather(&text, gathered);
                }
                continue;
            }
            if let Some(at) = bracket(value.trim()) {
                let field = Field::Lookup(name.into());
                let at = At { field, start: at, end: at + 1 };
                self.report.warn(Warning::TokenInLookup(name.to_owned()), Some(&at));
            }
            if gathered.seen.insert(text.clone()) {
                gathered.texts.push(text);
            } else {
                gathered.repeated += 1;
            }
        }
        gathered.open.pop();
        gathered.done.insert(name.to_owned());
    }

    /// The values of a lookup in the `dynamicprompts` syntax, which may hold choices and other wildcards.
    pub(super) fn wildcard(&mut self, wildcard: &Wildcard) -> Vec<Flat> {
        debug_assert!(self.syntax == Syntax::DynamicPrompts, "only that syntax has wildcards");
        let names = if self.lookups.contains_key(&wildcard.glob) {
            vec![wildcard.glob.clone()]
        } else {
            matching(self.lookups, &wildcard.glob)
        };
        if names.is_empty() {
            self.report.refuse(Fault::UnknownLookup(wildcard.glob.clone()), Some(&wildcard.at));
            return Vec::new();
        }
        let scope = self.variables.len();
        for (name, value) in &wildcard.bindings {
            self.variables.push((name.clone(), Binding::Lazy(value.clone())));
        }
        let mut values = Vec::new();
        for name in names {
            let open = format!("__{name}__");
            if self.open.contains(&open) {
                self.report.warn(Warning::RecursiveLookup(name), Some(&wildcard.at));
                continue;
            }
            if self.open.is_empty() && !self.names.contains(&name) {
                self.names.push(name.clone());
            }
            self.open.push(open);
            values.extend(self.wildcard_values(&name));
            self.open.pop();
        }
        self.variables.truncate(scope);
        match wildcard.sampler {
            Sampler::Every => self.distinct(values),
            sampler => self.drawn(values, sampler),
        }
    }

    fn wildcard_values(&mut self, name: &str) -> Vec<Flat> {
        let field = Field::Lookup(name.into());
        let mut values = Vec::new();
        let lookups = self.lookups;
        for value in lookups.get(name).into_iter().flatten() {
            if !self.step() {
                break;
            }
            let nodes = dynamic::parse_value(value.trim(), &field, self.report);
            values.extend(self.flatten(&nodes));
        }
        values
    }
}

/// The names that a glob fits, in order. `*` stays within a folder, `**` does not.
fn matching(lookups: &Lookups, glob: &str) -> Vec<String> {
    let glob: Vec<char> = glob.chars().collect();
    let fits = |name: &&String| fits(&glob, &name.chars().collect::<Vec<_>>());
    lookups.keys().filter(fits).cloned().collect()
}

/// Whether a name fits, by all prefixes of the glob at once, so that many stars cost no more than one.
fn fits(glob: &[char], name: &[char]) -> bool {
    let mut reached = vec![false; glob.len() + 1];
    reached[0] = true;
    pass_stars(glob, &mut reached);
    for next in name {
        let mut then = vec![false; glob.len() + 1];
        for (at, wanted) in glob.iter().enumerate().filter(|(at, _)| reached[*at]) {
            if *wanted == '*' {
                let wide = glob.get(at + 1) == Some(&'*') || (0 < at && glob[at - 1] == '*');
                then[at] |= wide || *next != '/';
            } else if wanted == next {
                then[at + 1] = true;
            }
        }
        pass_stars(glob, &mut then);
        reached = then;
    }
    reached[glob.len()]
}

/// A star may stand for nothing.
fn pass_stars(glob: &[char], reached: &mut [bool]) {
    for at in 0..glob.len() {
        if glob[at] == '*' && reached[at] {
            reached[at + 1] = true;
        }
    }
}

/// The first bracket without a backslash.
fn bracket(value: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, next) in value.chars().enumerate() {
        if !escaped && (next == '[' || next == ']') {
            return Some(at);
        }
        escaped = !escaped && next == '\\';
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_fit_names() {
        let fits = |glob: &str, name: &str| {
            fits(&glob.chars().collect::<Vec<_>>(), &name.chars().collect::<Vec<_>>())
        };
        assert!(fits("colou*", "colours"));
        assert!(fits("animals/*", "animals/dog"));
        assert!(!fits("animals/*", "animals/wild/wolf"));
        assert!(fits("animals/**", "animals/wild/wolf"));
        assert!(fits("*a*a*", "banana"));
        assert!(!fits("colour", "colours"));
        assert!(!fits("*s", "colour"));
    }
}
