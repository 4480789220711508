//! What people write into a search box: `red fox`, `"red fox"`, `-owl`, `fo*`.

use super::fold::words;
use crate::{Dialect, Sql};

/// A query: all of its terms must be there, none of those with a `-`.
///
/// It never fails. What is no word is passed over; a quotation without an end ends with the text; a word that
/// folds into several, such as `sci-fi`, is a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    wanted: Vec<Term>,
    unwanted: Vec<Term>,
}

/// Words that follow one another; the last one may be only the beginning of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    words: Vec<String>,
    is_prefix: bool,
}

/// Where the words of a table are indexed.
#[derive(Clone, Copy, Debug)]
pub struct Indexed {
    /// SQLite: the FTS5 table.
    pub fts: &'static str,
    /// SQLite: the column of it that has the words; others may have other things.
    pub text: &'static str,
    /// SQLite: the column with the row's number in it, qualified if the statement joins.
    pub row: &'static str,
    /// PostgreSQL: the column of type `tsvector`, qualified likewise.
    pub vector: &'static str,
}

/// More terms than people write are not looked for.
const MAX_TERMS: usize = 64;

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() && query.wanted.len() + query.unwanted.len() < MAX_TERMS {
            let is_unwanted = rest.starts_with('-');
            let from = rest.strip_prefix('-').unwrap_or(rest);
            let (written, after) = if let Some(quoted) = from.strip_prefix('"') {
                quoted.split_once('"').unwrap_or((quoted, ""))
            } else {
                let end = from.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(from.len());
                from.split_at(end)
            };
            // `"red fo"*` and `fo*` alike.
            let is_prefix = written.ends_with('*') || after.starts_with('*');
            let term = Term { words: words(written).collect(), is_prefix };
            if !term.words.is_empty() {
                if is_unwanted { query.unwanted.push(term) } else { query.wanted.push(term) }
            }
            rest = after.trim_start_matches('*').trim_start();
        }
        query
    }

    /// Whether it asks for nothing, and so finds everything.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// What SQLite is to `MATCH` in order to find everything that the query finds; none when it asks for no word to be
    /// there.
    pub fn matched(&self, indexed: &Indexed) -> Option<String> {
        (!self.wanted.is_empty()).then(|| self.fts5(indexed.text))
    }

    /// The condition of a `WHERE`, none when the query asks for nothing.
    pub fn condition(&self, dialect: Dialect, indexed: &Indexed) -> Option<Sql> {
        if self.is_empty() {
            return None;
        }
        Some(match dialect {
            Dialect::Sqlite => {
                // FTS5 has no match that only excludes.
                let word = if self.wanted.is_empty() { "NOT IN" } else { "IN" };
                let Indexed { fts, text, row, .. } = indexed;
                Sql::new(format!("{row} {word} (SELECT rowid FROM {fts} WHERE {fts} MATCH ?)"))
                    .bind(self.fts5(text))
            }
            Dialect::Postgres => {
                Sql::new(format!("{} @@ to_tsquery('simple', ?)", indexed.vector)).bind(self.tsquery())
            }
        })
    }

    /// <https://www.sqlite.org/fts5.html#full_text_query_syntax>
    fn fts5(&self, column: &str) -> String {
        let list =
            |terms: &[Term], between: &str| terms.iter().map(Term::fts5).collect::<Vec<_>>().join(between);
        let words = match (self.wanted.as_slice(), self.unwanted.as_slice()) {
            (wanted, []) => list(wanted, " AND "),
            ([], unwanted) => list(unwanted, " OR "),
            (wanted, unwanted) => format!("({}) NOT ({})", list(wanted, " AND "), list(unwanted, " OR ")),
        };
        format!("{column} : ({words})")
    }

    fn tsquery(&self) -> String {
        let wanted = self.wanted.iter().map(Term::tsquery);
        let unwanted = self.unwanted.iter().map(|term| format!("!{}", term.tsquery()));
        wanted.chain(unwanted).collect::<Vec<_>>().join(" & ")
    }
}

impl Term {
    fn fts5(&self) -> String {
        let star = if self.is_prefix { " *" } else { "" };
        format!("\"{}\"{star}", self.words.join(" "))
    }

    fn tsquery(&self) -> String {
        let star = if self.is_prefix { ":*" } else { "" };
        format!("({}{star})", self.words.join(" <-> "))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_engine_gets_its_language() {
        let query = Query::parse("Red \"old Fox\" -owl sci-fi* -\"blue sk\"*");
        assert_eq!(
            query.fts5("t"),
            "t : ((\"red\" AND \"old fox\" AND \"sci fi\" *) NOT (\"owl\" OR \"blue sk\" *))"
        );
        assert_eq!(query.tsquery(), "(red) & (old <-> fox) & (sci <-> fi:*) & !(owl) & !(blue <-> sk:*)");
        assert_eq!(Query::parse("-owl").fts5("t"), "t : (\"owl\")");
    }

    #[test]
    fn what_is_no_word_is_passed_over() {
        for empty in ["", " ", "-", "*", "\"\"", "\"", "- -", "!!! ***", "-\"*\""] {
            assert!(Query::parse(empty).is_empty(), "{empty}");
        }
        assert_eq!(Query::parse("\"red fox"), Query::parse("\"red fox\""));
        assert_eq!(Query::parse("red\"fox\""), Query::parse("red \"fox\""));
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(text in "[a-z\"*& |!()<>:'-]{0,30}|.*") {
            let query = Query::parse(&text);
            let sqlite = query.condition(Dialect::Sqlite, &Indexed { fts: "f", text: "t", row: "r", vector: "v" });
            prop_assert_eq!(sqlite.is_none(), query.is_empty());
        }
    }
}
