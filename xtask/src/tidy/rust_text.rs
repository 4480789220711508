//! Reading Rust without a parser: what is code, and what is only said in comments and strings.

/// The code of a file, with comments and the contents of literals replaced by spaces.
/// Lines and columns stay, so a line found here is the line in the file.
pub(super) fn code(text: &str) -> String {
    let mut scanner = Scanner { rest: text, out: String::with_capacity(text.len()) };
    while !scanner.rest.is_empty() {
        scanner.step();
    }
    scanner.out
}

/// The code that ships: [`code`] up to the unit tests, which stand last in a file.
pub(super) fn shipped_code(text: &str) -> String {
    let code = code(text);
    let tests = code.find("#[cfg(test)]\nmod ").unwrap_or(code.len());
    code[..tests].to_owned()
}

/// Whether `word` stands in `line` with no letter, digit or `_` right before or after it.
pub(super) fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}

struct Scanner<'a> {
    rest: &'a str,
    out: String,
}

impl Scanner<'_> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment(self.rest));
        } else if let Some(length) = self.raw_string() {
            self.blank(length);
        } else if self.rest.starts_with('"') {
            self.blank(quoted(self.rest, '"'));
        } else if let Some(length) = char_literal(self.rest) {
            self.blank(length);
        } else {
            let length = self.rest.chars().next().map_or(1, char::len_utf8);
            self.out.push_str(&self.rest[..length]);
            self.rest = &self.rest[length..];
        }
    }

    fn blank(&mut self, length: usize) {
        let blanks = self.rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' });
        self.out.extend(blanks);
        self.rest = &self.rest[length..];
    }

    /// The length of `r"…"`, `r#"…"#` and their kin, when one starts here.
    fn raw_string(&self) -> Option<usize> {
        if self.out.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !self.out.ends_with(['b', 'c']) {
            return None;
        }
        let after = self.rest.strip_prefix('r')?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        let body = after[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let length = body.find(&close).map_or(body.len(), |at| at + close.len());
        Some(1 + hashes + 1 + length)
    }
}

/// Block comments nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// `'x'` and `'\n'`, but not the lifetime `'x`.
fn char_literal(text: &str) -> Option<usize> {
    let mut chars = text.strip_prefix('\'')?.chars();
    let first = chars.next()?;
    let is_literal = first == '\\' || chars.next()? == '\'';
    is_literal.then(|| quoted(text, '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_blank_and_lines_stay() {
        let text = "a(); // b()\n/* c() /* d() */\n e() */ f(\"g() \\\" h()\", 'i', r#\"j()\"k()\"#);\n";
        let code = code(text);
        assert_eq!(code.lines().count(), text.lines().count());
        for kept in ["a();", "f("] {
            assert!(code.contains(kept), "{code}");
        }
        for gone in ["b()", "c()", "d()", "e()", "g()", "h()", "'i'", "j()", "k()"] {
            assert!(!code.contains(gone), "{code}");
        }
    }

    #[test]
    fn lifetimes_and_quotes_in_chars_do_not_start_literals() {
        assert_eq!(code("fn f<'a>(x: &'a str) { g('\"') }"), "fn f<'a>(x: &'a str) { g(   ) }");
        assert_eq!(code("for_r(\"x\")"), "for_r(   )");
    }

    #[test]
    fn unit_tests_are_not_shipped() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n";
        assert_eq!(shipped_code(text), "fn a() {}\n");
    }

    #[test]
    fn word_ends_where_letters_end() {
        assert!(has_word("use std::env;", "std::env"));
        assert!(!has_word("use std::environment;", "std::env"));
        assert!(!has_word("MyTcpListener", "TcpListener"));
    }
}
