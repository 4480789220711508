//! Texts into tokens.

/// A token of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name, a keyword or a function.
    Word(&'t str),
    /// A name to look up, with its `#`.
    Name(&'t str),
    /// A value to look up, with its `:`.
    Value(&'t str),
    /// A position in a list.
    Digits(&'t str),
    /// An operator or a bracket.
    Sign(&'static str),
}

impl<'t> Token<'t> {
    /// As it stands in the text.
    pub(super) fn text(self) -> &'t str {
        match self {
            Self::Word(text)
            | Self::Name(text)
            | Self::Value(text)
            | Self::Digits(text)
            | Self::Sign(text) => text,
        }
    }
}

/// Longer ones first.
const SIGNS: [&str; 14] = ["<>", "<=", ">=", "=", "<", ">", "(", ")", "[", "]", ",", ".", "+", "-"];

/// The tokens, or the byte where none begins.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, usize> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.as_bytes()[0];
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (token, length) = one(first, rest).ok_or(at)?;
        tokens.push(token);
        at += length;
    }
    Ok(tokens)
}

fn one(first: u8, rest: &str) -> Option<(Token<'_>, usize)> {
    let run = |from: usize| {
        let word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        from + rest.as_bytes()[from..].iter().take_while(|byte| word(byte)).count()
    };
    let end = run(1);
    match first {
        b'#' if end > 1 => Some((Token::Name(&rest[..end]), end)),
        b':' if end > 1 => Some((Token::Value(&rest[..end]), end)),
        b'0'..=b'9' => {
            let word = &rest[..end];
            word.bytes().all(|byte| byte.is_ascii_digit()).then_some((Token::Digits(word), end))
        }
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => Some((Token::Word(&rest[..end]), end)),
        _ => {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
            Some((Token::Sign(sign), sign.len()))
        }
    }
}
