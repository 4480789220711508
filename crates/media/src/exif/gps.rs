//! Where a picture was taken.

use exif::{Tag, Value};
use serde::{Deserialize, Serialize};

use super::field;

/// A place on earth (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gps {
    /// Degrees, north positive, -90 to 90.
    pub latitude: f64,
    /// Degrees, east positive, -180 to 180.
    pub longitude: f64,
    /// Metres above the sea.
    pub altitude: Option<f64>,
}

pub(super) fn read(exif: &exif::Exif) -> Option<Gps> {
    let latitude = degrees(exif, Tag::GPSLatitude)? * sign(exif, Tag::GPSLatitudeRef, b'S');
    let longitude = degrees(exif, Tag::GPSLongitude)? * sign(exif, Tag::GPSLongitudeRef, b'W');
    // Phones without a fix write zeros.
    let nowhere = latitude == 0.0 && longitude == 0.0;
    if nowhere || latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return None;
    }
    let below = field(exif, Tag::GPSAltitudeRef).and_then(|value| value.get_uint(0)) == Some(1);
    let altitude = super::value::number(exif, Tag::GPSAltitude);
    Some(Gps { latitude, longitude, altitude: altitude.map(|metres| if below { -metres } else { metres }) })
}

fn degrees(exif: &exif::Exif, tag: Tag) -> Option<f64> {
    let Value::Rational(parts) = field(exif, tag)? else { return None };
    let part = |at: usize| parts.get(at).map_or(0.0, exif::Rational::to_f64);
    let degrees = part(0) + part(1) / 60.0 + part(2) / 3600.0;
    degrees.is_finite().then_some(degrees)
}

fn sign(exif: &exif::Exif, tag: Tag, negative: u8) -> f64 {
    let is_negative = match field(exif, tag) {
        Some(Value::Ascii(parts)) => {
            parts.first().and_then(|part| part.first()).is_some_and(|c| c.eq_ignore_ascii_case(&negative))
        }
        _ => false,
    };
    if is_negative { -1.0 } else { 1.0 }
}
