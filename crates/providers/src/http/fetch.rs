//! Fetching what a provider made.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;

use crate::error::{Category, Error, Fate};
use crate::port::Output;

/// Providers pad their base64, or do not.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A failure with what the provider made; it was made, so another request would be another charge.
pub(crate) fn broken(message: &str) -> Error {
    Error::new(Category::Transient, message).fate(Fate::Unknown)
}

/// What is larger than is taken.
pub(crate) fn too_large(cap: usize) -> Error {
    Error::new(Category::Validation, format!("A file is larger than the {cap} bytes that are taken"))
        .fate(Fate::Ended)
        .charged()
}

/// The file in text such as `iVBORw0KGgo…`, of at most `cap` bytes.
pub(crate) fn from_base64(text: &str, cap: usize) -> Result<Bytes, Error> {
    if cap < text.len() / 4 * 3 {
        return Err(too_large(cap));
    }
    let bytes = LENIENT.decode(text.trim()).map_err(|_| broken("A file is no base64"))?;
    if bytes.is_empty() { Err(broken("A file is empty")) } else { Ok(bytes.into()) }
}

/// The file in an address such as `data:image/png;base64,iVBORw0KGgo…`, of at most `cap` bytes.
pub(crate) fn from_data_uri(uri: &str, cap: usize) -> Result<Output, Error> {
    let rest = uri.get(5..).ok_or_else(|| broken("A data address is cut off"))?;
    let (head, data) = rest.split_once(',').ok_or_else(|| broken("A data address is cut off"))?;
    let mut words = head.split(';').map(str::trim);
    let claimed_type = words.next().filter(|word| !word.is_empty()).map(str::to_ascii_lowercase);
    if !words.any(|word| word.eq_ignore_ascii_case("base64")) {
        return Err(broken("A data address is not in base64"));
    }
    checked(Output { bytes: from_base64(data, cap)?, claimed_type })
}

/// Whether the text is an address that holds its file.
pub(crate) fn is_data_uri(text: &str) -> bool {
    text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// Refuses what is surely no picture, such as the page of a gateway that is called a success.
pub(crate) fn checked(output: Output) -> Result<Output, Error> {
    if output.bytes.is_empty() {
        return Err(broken("A file is empty"));
    }
    let claimed = output.claimed_type.as_deref().unwrap_or_default();
    let is_page = claimed.starts_with("text/") || matches!(claimed, "application/json" | "application/xml");
    if is_page && !looks_like_media(&output.bytes) {
        return Err(broken("What came is a page, not a picture"));
    }
    Ok(output)
}

/// Whether the bytes begin like those of a picture, a film or a sound.
fn looks_like_media(bytes: &[u8]) -> bool {
    match bytes {
        [0x89, b'P', b'N', b'G', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'R', b'I', b'F', b'F', ..]
        | [_, _, _, _, b'f', b't', b'y', b'p', ..]
        | [0x1a, 0x45, 0xdf, 0xa3, ..]
        | [0xff, 0x0a, ..]
        | [b'O', b'g', b'g', b'S', ..]
        | [b'I', b'D', b'3', ..] => true,
        _ => bytes.trim_ascii_start().starts_with(b"<svg"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_addresses_are_read() {
        let output = from_data_uri("data:image/PNG;base64,iVBORw==", 100).expect("a picture");
        assert_eq!(&output.bytes[..], &[0x89, b'P', b'N', b'G']);
        assert_eq!(output.claimed_type.as_deref(), Some("image/png"));
        assert!(from_data_uri("DATA:image/png;base64,iVBORw", 100).is_ok(), "padding may be left out");
    }

    #[test]
    fn broken_data_addresses_are_refused() {
        for uri in
            ["data:image/png;base64", "data:image/png,abc", "data:image/png;base64,!!", "data:;base64,"]
        {
            assert_eq!(from_data_uri(uri, 100).expect_err(uri).category, Category::Transient, "{uri}");
        }
        let error = from_data_uri("data:image/png;base64,iVBORwAAAAAAAAAA", 4).expect_err("too large");
        assert_eq!(error.category, Category::Validation);
    }

    #[test]
    fn pages_are_no_pictures_whatever_they_claim() {
        let output = |bytes: &'static [u8], claimed: &str| Output {
            bytes: Bytes::from_static(bytes),
            claimed_type: Some(claimed.to_owned()),
        };
        assert!(checked(output(b"<html>", "text/html")).is_err());
        assert!(checked(output(b"", "image/png")).is_err());
        assert!(checked(output(b"\x89PNG", "text/plain")).is_ok(), "the bytes have the last word");
        assert!(checked(output(b"anything", "application/octet-stream")).is_ok());
    }
}
