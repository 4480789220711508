//! What is in the bytes of a product: pure work of a processor, for a thread that may take its time.

use atelier_media::generation::{self, Generation};
use atelier_media::{Family, Limits, content_credentials, preview, probe};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::ProductType;
use crate::Error;

/// More metadata than this, in bytes of JSON, are not kept beside the file, which has them anyway.
const MOST_METADATA: usize = 256 << 10;

/// Long edges of the smaller copies, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sizes {
    pub(crate) small: u32,
    pub(crate) medium: u32,
    pub(crate) large: u32,
}

impl Sizes {
    /// As the setting `thumbnails.sizes` says, or the usual 150, 400 and 800.
    pub(crate) fn read(setting: Option<&Value>) -> Self {
        let edge = |name: &str, usual: u32| {
            let said = setting.and_then(|setting| setting[name].as_u64());
            said.and_then(|edge| u32::try_from(edge).ok())
                .filter(|edge| (16..=4_096).contains(edge))
                .unwrap_or(usual)
        };
        Self { small: edge("small", 150), medium: edge("medium", 400), large: edge("large", 800) }
    }

    fn edges(self) -> [(&'static str, u32); 3] {
        [("small", self.small), ("medium", self.medium), ("large", self.large)]
    }
}

/// A smaller copy: what it is called, and a whole JPEG file.
#[derive(Clone, Debug)]
pub(crate) struct Copy {
    pub(crate) name: &'static str,
    pub(crate) jpeg: Vec<u8>,
}

/// What was found.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    pub(crate) kind: ProductType,
    pub(crate) media_type: &'static str,
    pub(crate) extension: &'static str,
    pub(crate) sha256: String,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    pub(crate) duration: Option<f64>,
    pub(crate) copies: Vec<Copy>,
    pub(crate) thumbhash: Option<Vec<u8>>,
    pub(crate) perceptual_hash: Option<i64>,
    pub(crate) has_content_credentials: bool,
    pub(crate) metadata: Map<String, Value>,
}

/// Looks at a file.
///
/// # Errors
/// [`Error::Media`] for what is no picture, film or sound that is understood.
pub(crate) fn look(bytes: &[u8], sizes: Sizes) -> Result<Look, Error> {
    let limits = Limits::DEFAULT;
    let probed = probe(bytes, &limits)?;
    let kind = match probed.kind.family() {
        Family::Image => ProductType::Image,
        Family::Video if probed.width.is_some() => ProductType::Video,
        Family::Audio | Family::Video => ProductType::Audio,
        Family::Document => return Err(atelier_media::Error::Unsupported(probed.kind).into()),
    };
    let mut look = Look {
        kind,
        media_type: probed.media_type,
        extension: probed.kind.extension(),
        sha256: hex::encode(Sha256::digest(bytes)),
        width: probed.width,
        height: probed.height,
        duration: probed.duration_seconds,
        copies: Vec::new(),
        thumbhash: None,
        perceptual_hash: None,
        has_content_credentials: content_credentials(bytes),
        metadata: generation::read(bytes).map(metadata).unwrap_or_default(),
    };
    if kind == ProductType::Image {
        let edges = sizes.edges();
        let seen = preview(bytes, &edges.map(|(_, edge)| edge), &limits)?;
        (look.width, look.height) = (Some(seen.width), Some(seen.height));
        let copies = edges.into_iter().zip(seen.thumbnails);
        look.copies = copies.map(|((name, _), copy)| Copy { name, jpeg: copy.jpeg }).collect();
        look.thumbhash = Some(seen.placeholder);
        look.perceptual_hash = Some(seen.hash.0.cast_signed());
    }
    Ok(look)
}

/// A recipe under the names that filters use.
fn metadata(found: Generation) -> Map<String, Value> {
    let tool = serde_json::to_value(found.tool).unwrap_or_default();
    let mut metadata = found.parameters;
    metadata.retain(|name, _| !["prompt", "negative_prompt", "tool"].contains(&name.as_str()));
    if MOST_METADATA < Value::Object(metadata.clone()).to_string().len() {
        metadata.retain(|name, _| ["model", "seed", "steps", "sampler"].contains(&name.as_str()));
    }
    let cut = |text: String| Value::from(text.chars().take(100_000).collect::<String>());
    metadata.insert("prompt".into(), cut(found.prompt));
    if !found.negative_prompt.is_empty() {
        metadata.insert("negative_prompt".into(), cut(found.negative_prompt));
    }
    metadata.insert("tool".into(), tool);
    // No store takes the character U+0000, and a stranger's file may hold it.
    metadata.into_iter().map(|(name, value)| (name.replace('\0', ""), without_nul(value))).collect()
}

fn without_nul(value: Value) -> Value {
    match value {
        Value::String(text) if text.contains('\0') => Value::String(text.replace('\0', "")),
        Value::Array(items) => items.into_iter().map(without_nul).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name.replace('\0', ""), without_nul(value))).collect()
        }
        other => other,
    }
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "colours within their range")]
mod tests {
    use atelier_media::{Picture, encode};
    use serde_json::json;

    use super::*;

    #[test]
    fn a_picture_is_seen_whole() {
        let pixels = (0..300_u32 * 200).flat_map(|at| [(at % 251) as u8, (at / 300) as u8, 90]).collect();
        let jpeg = encode(&Picture::new(300, 200, pixels).expect("a picture"));
        let seen = look(&jpeg, Sizes::read(None)).expect("a picture");
        assert_eq!((seen.kind, seen.media_type, seen.extension), (ProductType::Image, "image/jpeg", "jpg"));
        assert_eq!((seen.width, seen.height, seen.duration), (Some(300), Some(200), None));
        assert_eq!(
            seen.copies.iter().map(|copy| copy.name).collect::<Vec<_>>(),
            ["small", "medium", "large"]
        );
        assert_eq!(seen.sha256, hex::encode(Sha256::digest(&jpeg)));
        assert!(seen.thumbhash.is_some() && seen.perceptual_hash.is_some() && seen.metadata.is_empty());
    }

    #[test]
    fn what_is_no_product_is_refused() {
        for bytes in
            [&b"%PDF-1.4 and so on"[..], b"a text", b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
        {
            assert!(matches!(look(bytes, Sizes::read(None)), Err(Error::Media(_))), "{bytes:?}");
        }
    }

    #[test]
    fn sizes_are_those_of_the_setting_within_reason() {
        let said = json!({"small": 100, "medium": 9, "large": "x"});
        assert_eq!(Sizes::read(Some(&said)), Sizes { small: 100, medium: 400, large: 800 });
    }

    #[test]
    fn no_text_keeps_what_stores_refuse() {
        let clean = without_nul(json!({"a\0": ["b\0c", {"d": "\0"}], "n": 1}));
        assert_eq!(clean, json!({"a": ["bc", {"d": ""}], "n": 1}));
    }
}
