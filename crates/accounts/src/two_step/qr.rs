//! A QR code as an SVG document: one path, dark on light in both themes, as cameras want it.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone that the standard asks for, in modules.
const MARGIN: i32 = 4;

/// The code of the text; empty if the text is too long for one, and then there is still the secret to type.
pub(super) fn svg(text: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let side = code.size() + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{},{}h1v1h-1z", x + MARGIN, y + MARGIN);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_eyes() {
        let svg = svg("otpauth://totp/Atelier:ada%40example.test?secret=GEZDGNBVGY3TQOJQ");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        // The upper left corner of the upper left eye, after the quiet zone.
        assert!(svg.contains("M4,4h1v1h-1z") && !svg.contains("M3,"));
    }
}
