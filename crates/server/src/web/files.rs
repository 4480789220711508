//! The files in memory, and how a path finds one.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::Error;

/// What is served when no web UI was built into the program or named: a word on how to get it.
const BARE_PAGE: &[u8] = b"<!doctype html><title>Atelier</title><p>Atelier runs, but this program was built without the web UI. \
Build it with <code>npm run build</code> in <code>web/</code> and start with <code>--web-dir web/out</code>.</p>\n";

#[cfg(feature = "web")]
static EMBEDDED: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../../web/out");

/// One file, ready to be sent.
pub(crate) struct WebFile {
    pub bytes: Bytes,
    pub media_type: &'static str,
    /// Strong: a hash of the content.
    pub etag: HeaderValue,
    /// The content security policy of a page.
    pub policy: Option<HeaderValue>,
    hashed_name: bool,
}

/// All files of the web UI. Cheap to clone.
#[derive(Clone)]
pub(crate) struct WebFiles(Arc<Index>);

#[derive(Default)]
struct Index {
    files: HashMap<String, WebFile>,
    folders: HashSet<String>,
    /// Where pictures and sound may come from beside the server itself: empty, or a space and an origin.
    elsewhere: String,
}

impl WebFiles {
    /// From the directory; from the program's own files when none is named. `pictures_from` is the origin of
    /// files that the server doesn't give out itself.
    pub(crate) fn load(directory: &Path, pictures_from: Option<&str>) -> Result<Self, Error> {
        let elsewhere = pictures_from.map(|origin| format!(" {origin}")).unwrap_or_default();
        let mut index = Index { elsewhere, ..Index::default() };
        if directory.as_os_str().is_empty() {
            index.add_embedded();
        } else {
            index
                .add_directory(directory, "")
                .map_err(|reason| Error::WebDir { path: directory.to_owned(), reason })?;
        }
        if !index.files.contains_key("index.html") {
            index.add("index.html", Bytes::from_static(BARE_PAGE));
        }
        Ok(Self(Arc::new(index)))
    }

    /// The file that answers a path.
    pub(crate) fn resolve(&self, path: &str) -> Option<&WebFile> {
        let index = &self.0;
        let mut segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let last = segments.pop().unwrap_or("index");
        let mut folder = String::new();
        for segment in segments {
            folder = [segment, "_"]
                .iter()
                .map(|name| join(&folder, name))
                .find(|candidate| index.folders.contains(candidate))?;
        }
        let shell =
            if Path::new(last).extension().is_some_and(|end| end == "txt") { "_.txt" } else { "_.html" };
        [last.to_owned(), format!("{last}.html"), shell.to_owned()]
            .iter()
            .find_map(|name| index.files.get(&join(&folder, name)))
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

impl Index {
    fn add(&mut self, path: &str, bytes: Bytes) {
        let mut folder = path;
        while let Some((parent, _)) = folder.rsplit_once('/') {
            self.folders.insert(parent.to_owned());
            folder = parent;
        }
        let media_type = media_type(path);
        let policy = (media_type.starts_with("text/html")).then(|| policy(&bytes, &self.elsewhere)).flatten();
        let etag = HeaderValue::from_str(&format!("\"{}\"", base64_sha256(&bytes)))
            .unwrap_or(HeaderValue::from_static("\"\""));
        let hashed_name = path.starts_with("_next/static/");
        self.files.insert(path.to_owned(), WebFile { bytes, media_type, etag, policy, hashed_name });
    }

    fn add_directory(&mut self, directory: &Path, prefix: &str) -> std::io::Result<()> {
        for entry in std::fs::read_dir(directory)? {
            let entry = entry?;
            let path = join(prefix, &entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add_directory(&entry.path(), &path)?;
            } else {
                self.add(&path, std::fs::read(entry.path())?.into());
            }
        }
        Ok(())
    }

    #[cfg(feature = "web")]
    fn add_embedded(&mut self) {
        let mut folders = vec![&EMBEDDED];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                self.add(&file.path().to_string_lossy(), Bytes::from_static(file.contents()));
            }
        }
    }

    #[cfg(not(feature = "web"))]
    #[expect(clippy::unused_self, reason = "with the feature `web` it adds files")]
    fn add_embedded(&mut self) {}
}

impl WebFile {
    /// Files named after their content never change; all others are asked for each time.
    pub(crate) fn cache_control(&self) -> &'static str {
        if self.hashed_name { "public, max-age=31536000, immutable" } else { "no-cache" }
    }
}

fn base64_sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

fn media_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The policy of a page: of inline scripts just those it was built with, and nothing but pictures and sound
/// from elsewhere.
fn policy(page: &[u8], elsewhere: &str) -> Option<HeaderValue> {
    let text = String::from_utf8_lossy(page);
    let scripts: String = inline_scripts(&text)
        .map(|script| format!(" 'sha256-{}'", base64_sha256(script.as_bytes())))
        .collect();
    HeaderValue::from_str(&format!(
        "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data: blob:{elsewhere}; media-src 'self' blob:{elsewhere}; font-src 'self'; connect-src 'self'; object-src 'none'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ))
    .ok()
}

fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=") && !script.is_empty()).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> WebFiles {
        let mut index = Index::default();
        for path in paths {
            index.add(path, Bytes::from((*path).to_owned()));
        }
        WebFiles(Arc::new(index))
    }

    #[test]
    fn a_path_finds_its_file_its_page_or_the_shell() {
        let files = files(&[
            "index.html",
            "projects.html",
            "projects.txt",
            "projects/_.html",
            "projects/_.txt",
            "projects/_/__next._tree.txt",
            "projects/_/briefs/_.html",
            "_next/static/a.js",
        ]);
        for (path, found) in [
            ("/", Some("index.html")),
            ("/projects", Some("projects.html")),
            ("/projects/", Some("projects.html")),
            ("/projects.txt", Some("projects.txt")),
            ("/projects/proj_1", Some("projects/_.html")),
            ("/projects/proj_1.txt", Some("projects/_.txt")),
            ("/projects/proj_1/__next._tree.txt", Some("projects/_/__next._tree.txt")),
            ("/projects/proj_1/briefs/b2", Some("projects/_/briefs/_.html")),
            ("/_next/static/a.js", Some("_next/static/a.js")),
            ("/_next/static/b.js", None),
            ("/nowhere", None),
            ("/nowhere/at/all", None),
            ("/../Cargo.toml", None),
        ] {
            let file = files.resolve(path).map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
            assert_eq!(file.as_deref(), found, "{path}");
        }
    }

    #[test]
    fn the_policy_names_the_inline_scripts() {
        let page = b"<script src=\"/a.js\"></script><script>alert(1)</script><script nonce>b()</script>";
        let policy = policy(page, "").expect("a header");
        let policy = policy.to_str().expect("ascii");
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        assert!(policy.contains(&base64_sha256(b"alert(1)")));
        assert!(policy.contains("img-src 'self' data: blob:; media-src 'self' blob:;"), "{policy}");
    }

    #[test]
    fn pictures_and_sound_may_come_from_the_bucket_and_scripts_may_not() {
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("index.html"), "<script>a()</script>").expect("a file");
        let files = WebFiles::load(directory.path(), Some("https://bucket.test")).expect("files");
        let page = files.resolve("/").and_then(|page| page.policy.clone()).expect("a policy");
        let policy = page.to_str().expect("ascii");
        let allowing: Vec<&str> =
            policy.split("; ").filter(|rule| rule.contains("https://bucket.test")).collect();
        let [pictures, sound] = allowing[..] else { panic!("{policy}") };
        assert_eq!(pictures, "img-src 'self' data: blob: https://bucket.test");
        assert_eq!(sound, "media-src 'self' blob: https://bucket.test");
    }

    #[test]
    fn only_hashed_names_are_cached_for_ever() {
        let files = files(&["_next/static/a.js", "index.html"]);
        let cache = |path| files.resolve(path).map(WebFile::cache_control);
        assert_eq!(cache("/_next/static/a.js"), Some("public, max-age=31536000, immutable"));
        assert_eq!(cache("/"), Some("no-cache"));
    }
}
