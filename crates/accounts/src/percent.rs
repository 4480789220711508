//! Text inside addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but letters, digits and `-._~`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The text with what is reserved in addresses written as `%40`.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A path of this site to go to, or the start page: never another site's.
pub(crate) fn local_path(text: Option<&str>) -> String {
    let is_local = |text: &&str| {
        text.starts_with('/')
            && !text.starts_with("//")
            && text.len() <= 1_000
            && !text.chars().any(|letter| letter == '\\' || letter.is_control())
    };
    text.filter(is_local).unwrap_or("/").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_to() {
        assert_eq!(local_path(Some("/projects?id=1#top")), "/projects?id=1#top");
        for elsewhere in ["//evil.test", "https://evil.test", "/\\evil.test", "/\t/evil.test", ""] {
            assert_eq!(local_path(Some(elsewhere)), "/", "{elsewhere}");
        }
    }

    #[test]
    fn signs_are_encoded() {
        assert_eq!(encoded("ada+art@example.test"), "ada%2Bart%40example.test");
    }
}
