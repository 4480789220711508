//! Licence expressions: `MIT`, `A OR B`, `A AND (B OR C)`, `A WITH exception`, and the old `A/B`.

/// Whether a licence expression can be met with the licences that `allow` says yes to.
/// `A WITH exception` is asked as one text. Nothing when the expression cannot be read.
pub(super) fn is_met(expression: &str, allow: &dyn Fn(&str) -> bool) -> Option<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut parser = Parser { tokens: &tokens, allow };
    let met = parser.any()?;
    parser.tokens.is_empty().then_some(met)
}

struct Parser<'a> {
    tokens: &'a [&'a str],
    allow: &'a dyn Fn(&str) -> bool,
}

impl Parser<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.tokens.first() == Some(&word);
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    /// `AND` binds tighter than `OR`.
    fn any(&mut self) -> Option<bool> {
        let mut met = self.all()?;
        while self.take("OR") {
            met |= self.all()?;
        }
        Some(met)
    }

    fn all(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.any()?;
            return self.take(")").then_some(met);
        }
        let (name, rest) = self.tokens.split_first()?;
        if ["OR", "AND", "WITH", ")"].contains(name) {
            return None;
        }
        self.tokens = rest;
        if self.take("WITH") {
            let (exception, rest) = self.tokens.split_first()?;
            self.tokens = rest;
            return Some((self.allow)(&format!("{name} WITH {exception}")));
        }
        Some((self.allow)(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(expression: &str) -> Option<bool> {
        is_met(expression, &|licence| {
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].contains(&licence)
        })
    }

    #[test]
    fn one_of_several_is_enough() {
        assert_eq!(met("MIT"), Some(true));
        assert_eq!(met("GPL-3.0 OR MIT"), Some(true));
        assert_eq!(met("MIT/GPL-3.0"), Some(true));
        assert_eq!(met("GPL-3.0 OR LGPL-3.0"), Some(false));
    }

    #[test]
    fn all_of_several_are_needed() {
        assert_eq!(met("MIT AND GPL-3.0"), Some(false));
        assert_eq!(met("(GPL-3.0 OR MIT) AND Apache-2.0"), Some(true));
        assert_eq!(met("GPL-3.0 AND Apache-2.0 OR MIT"), Some(true));
    }

    #[test]
    fn exception_belongs_to_its_licence() {
        assert_eq!(met("Apache-2.0 WITH LLVM-exception"), Some(true));
        assert_eq!(met("MIT WITH LLVM-exception"), Some(false));
    }

    #[test]
    fn nonsense_is_not_read() {
        assert!(["", "MIT OR", "(MIT", "MIT Apache-2.0", "AND"].iter().all(|text| met(text).is_none()));
    }
}
