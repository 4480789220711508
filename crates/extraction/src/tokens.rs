//! Text as words: where each stands, how it is spelt when compared, and what stands before it.
//!
//! The build script reads this file as well, so that gazetteer and note are cut in the same way.

/// What separates a word from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing at all, as between `1` and `h` in `1h`, or a hyphen or apostrophe inside a word.
    Glued,
    /// White space, or marks that say nothing about clauses.
    Space,
    /// A dash between words: of a range, or of a thought.
    Dash,
    /// A comma, a colon or a bracket.
    Comma,
    /// A semicolon.
    Semi,
    /// The end of a sentence or line, or the beginning of the text.
    Stop,
}

/// A word of a text.
#[expect(clippy::struct_excessive_bools, reason = "what a word looks like, mark by mark")]
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Lower case, without accents and apostrophes.
    pub(crate) word: String,
    /// The first byte, and the byte after the last.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The same, counted in characters.
    pub(crate) char_start: usize,
    pub(crate) char_end: usize,
    /// What stands before.
    pub(crate) gap: Gap,
    /// A `#` stands right before.
    pub(crate) tagged: bool,
    /// Written with a capital.
    pub(crate) capital: bool,
    /// The first word of a line that begins with a dash, a star or a dot.
    pub(crate) bullet: bool,
    /// A question mark stands right behind.
    pub(crate) asked: bool,
    /// A sign of money stands right before.
    pub(crate) priced: bool,
}

impl Token {
    /// Whether an apostrophe stands in it: `its` was written `it's`.
    pub(crate) fn is_contracted(&self) -> bool {
        self.char_end - self.char_start > self.word.len()
    }

    /// Whether it may be somebody's or something's: `Ruby's`.
    pub(crate) fn is_possessive(&self) -> bool {
        self.is_contracted() && self.word.ends_with('s')
    }
}

/// Whether a word is one of those, with blanks between.
pub(crate) fn has_word(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Cuts a text into words. Marks, emoji and control characters are gaps.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    Cutter { text, found: Vec::new(), gap: Gap::Stop, tagged: false, bullet: false, fresh_line: true }.run()
}

/// A term as the gazetteer compares it: words with one space between.
pub(crate) fn folded(term: &str) -> String {
    let words: Vec<String> = tokens(term).into_iter().map(|token| token.word).collect();
    words.join(" ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Fraction,
    /// `+`, `&` and `×`, which are read aloud.
    Sign,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '½' | '¼' | '¾' | '⅓' | '⅔' => Class::Fraction,
        '+' | '×' | '&' => Class::Sign,
        _ if c.is_ascii_digit() => Class::Digit,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Other,
    }
}

struct Cutter<'a> {
    text: &'a str,
    found: Vec<Token>,
    gap: Gap,
    tagged: bool,
    bullet: bool,
    /// Nothing but spaces since the line began.
    fresh_line: bool,
}

impl Cutter<'_> {
    fn run(mut self) -> Vec<Token> {
        let mut chars = self.text.char_indices().enumerate().peekable();
        let mut previous = ' ';
        while let Some((at, (start, c))) = chars.next() {
            let kind = class(c);
            if is_prime(c, previous, chars.peek().map_or(' ', |(_, (_, next))| *next)) {
                // `80'` is eighty minutes.
                let mut token = self.open(start, at);
                token.word.push_str("min");
                (token.end, token.char_end) = (start + c.len_utf8(), at + 1);
                self.found.push(token);
                previous = c;
                continue;
            }
            if kind == Class::Other {
                let next = chars.peek().map_or(' ', |(_, (_, next))| *next);
                self.mark(c, previous, next);
                previous = c;
                continue;
            }
            let mut token = self.open(start, at);
            token.capital = c.is_uppercase();
            if kind == Class::Digit && self.after_bare_point(start) {
                // `.5 hr`.
                token.word.push_str("0.");
            }
            push_folded(&mut token.word, c);
            let mut last = c;
            (token.end, token.char_end) = (start + c.len_utf8(), at + 1);
            while let Some((_, (here, next))) = chars.peek().copied() {
                let inner = matches!(kind, Class::Letter | Class::Digit) && class(next) == kind;
                if !(inner || joins(kind, next, self.text[here..].chars().nth(1), last)) {
                    break;
                }
                push_folded(&mut token.word, next);
                last = next;
                token.end = here + next.len_utf8();
                token.char_end += 1;
                chars.next();
            }
            previous = last;
            if token.word == "n" && token.gap == Gap::Space {
                // `hour n a half`.
                token.word.replace_range(.., "and");
            }
            let with = token.word == "w" && chars.peek().is_some_and(|(_, (_, next))| *next == '/');
            if with {
                // `w/` is with.
                token.word.replace_range(.., "with");
                chars.next();
            }
            self.found.push(token);
            self.gap = if with { Gap::Space } else { Gap::Glued };
        }
        self.found
    }

    fn open(&mut self, start: usize, at: usize) -> Token {
        self.fresh_line = false;
        let tagged = std::mem::take(&mut self.tagged);
        let word = String::new();
        Token {
            word,
            start,
            end: start,
            char_start: at,
            char_end: at,
            gap: self.gap,
            tagged,
            capital: false,
            bullet: std::mem::take(&mut self.bullet),
            asked: false,
            priced: self.text.get(..start).is_some_and(|before| before.ends_with(['£', '$', '€'])),
        }
    }

    /// A decimal point that no digit stands before.
    fn after_bare_point(&self, start: usize) -> bool {
        let before = self.text.get(..start).and_then(|before| before.strip_suffix('.'));
        before.is_some_and(|before| before.is_empty() || before.ends_with([' ', '(', '\t', '~']))
    }

    /// The full stop of `a.m.` ends no sentence.
    fn after_meridiem(&self) -> bool {
        matches!(self.found.as_slice(), [.., half, m] if m.word == "m" && m.gap == Gap::Glued && matches!(half.word.as_str(), "a" | "p"))
    }

    /// `1pm-3:40pm` is a range.
    fn after_clock(&self, next: char) -> bool {
        let clock = |last: &Token| {
            matches!(last.word.as_str(), "am" | "pm" | "h" | "noon")
                || matches!(last.word.as_str(), "a" | "p") && last.gap == Gap::Glued
        };
        next.is_ascii_digit() && self.found.last().is_some_and(clock)
    }

    /// Nor does that of `incl.` and `approx.`.
    fn after_short(&self, next: char) -> bool {
        const SHORT: &[&str] = &["incl", "approx", "inc", "vs", "ca", "est", "mrs", "mr", "dr", "ms", "st"];
        next == ' ' && self.found.last().is_some_and(|last| SHORT.contains(&last.word.as_str()))
    }

    fn mark(&mut self, c: char, previous: char, next: char) {
        let between_words = previous.is_alphanumeric() && next.is_alphanumeric();
        let digits = previous.is_ascii_digit() && next.is_ascii_digit();
        let gap = match c {
            '.' | '…' if between_words => Gap::Glued,
            // `.035 wire`.
            '.' if !previous.is_alphanumeric() && next.is_ascii_digit() => Gap::Space,
            '.' if self.after_meridiem() => Gap::Space,
            '.' if self.after_short(next) => Gap::Space,
            '/' if digits => Gap::Glued,
            '\n' | '\r' | '!' | '?' | '.' | '…' | '؟' | '۔' => Gap::Stop,
            ';' => Gap::Semi,
            ',' | ':' | '(' | ')' | '[' | ']' | '،' | '/' | '"' | '“' | '”' => Gap::Comma,
            '-' | '\u{2010}' | '\u{2011}' if between_words && !digits && !self.after_clock(next) => {
                Gap::Glued
            }
            '-' | '–' | '—' | '→' => Gap::Dash,
            _ => Gap::Space,
        };
        if c == '?'
            && let Some(last) = self.found.last_mut()
        {
            last.asked = true;
        }
        self.gap = self.gap.max(gap);
        self.tagged = c == '#';
        match c {
            '\n' | '\r' => (self.fresh_line, self.bullet) = (true, false),
            '-' | '*' | '•' | '–' | '·' if self.fresh_line => {
                (self.fresh_line, self.bullet) = (false, true);
            }
            ' ' | '\t' => {}
            _ => self.fresh_line = false,
        }
    }
}

/// A stroke after a number, as of minutes.
fn is_prime(mark: char, previous: char, next: char) -> bool {
    matches!(mark, '\'' | '’' | '′')
        && previous.is_ascii_digit()
        && matches!(next, ' ' | ',' | '.' | ';' | '\n' | ')')
}

/// Marks inside one word: apostrophes between letters, points and colons between digits.
fn joins(kind: Class, mark: char, after: Option<char>, last: char) -> bool {
    let follows = |wanted: Class| after.is_some_and(|c| class(c) == wanted) && class(last) == wanted;
    match mark {
        '\'' | '’' => kind == Class::Letter && follows(Class::Letter),
        '.' | ':' => kind == Class::Digit && follows(Class::Digit),
        _ => !mark.is_ascii() && kind == Class::Letter && is_combining(mark),
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{200c}' | '\u{200d}')
}

/// Appends a letter in its plainest form.
fn push_folded(word: &mut String, c: char) {
    let plain = match c {
        '\'' | '’' => return,
        _ if is_combining(c) => return,
        '+' => return word.push_str("plus"),
        '&' => return word.push_str("and"),
        '×' => 'x',
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        _ => c,
    };
    word.extend(plain.to_lowercase());
}
