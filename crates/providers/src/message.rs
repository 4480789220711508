//! What a provider said, made fit for the person who ordered.

/// Longer ones are cut.
const MOST_CHARACTERS: usize = 300;

/// The first line, short, and without the paths and addresses of the provider's machine: of a path only the
/// name of the file stays.
pub(crate) fn plain(said: &str) -> String {
    let line = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while !rest.is_empty() {
        let length = rest.find(is_between).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        plain.push_str(without_path(word));
        let length = after.find(|char| !is_between(char)).unwrap_or(after.len());
        let (between, after) = after.split_at(length);
        plain.push_str(between);
        rest = after;
    }
    match plain.char_indices().nth(MOST_CHARACTERS) {
        Some((at, _)) => format!("{}…", plain.get(..at).unwrap_or_default()),
        None => plain,
    }
}

fn is_between(char: char) -> bool {
    char.is_whitespace() || "'\"`()[]{}<>,;=“”".contains(char)
}

fn without_path(word: &str) -> &str {
    if word.contains("://") {
        return "…";
    }
    let is_unix = word.starts_with("~/")
        || word.contains(":/")
        || (word.starts_with('/') && 1 < word.matches('/').count());
    if is_unix || word.contains('\\') { word.rsplit(['/', '\\']).next().unwrap_or_default() } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_path_only_the_file_stays() {
        for (said, heard) in [
            ("No file '/srv/comfy/models/a b.safetensors' there", "No file 'a b.safetensors' there"),
            ("[Errno 2] C:\\Users\\ann\\sd\\x.ckpt: gone\n  File \"/opt/y.py\"", "[Errno 2] x.ckpt: gone"),
            ("at http://10.0.0.7:8188/view, path=/srv/a/b.py:12", "at …, path=b.py:12"),
            ("and/or 1/2 of /prompt", "and/or 1/2 of /prompt"),
            ("", ""),
        ] {
            assert_eq!(plain(said), heard);
        }
        assert_eq!(plain(&"é".repeat(400)).chars().count(), 301);
    }
}
