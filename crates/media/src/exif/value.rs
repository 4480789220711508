//! Single tags, whatever type the camera gave them.

use std::collections::BTreeMap;

use exif::{Context, DateTime, In, Tag, Value};

use super::{TakenAt, field};

const LONGEST: usize = 200;
/// Files with more are made to be slow.
const MOST_TAGS: usize = 500;

pub(super) fn text(exif: &exif::Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = field(exif, tag)? else { return None };
    let text: String =
        String::from_utf8_lossy(parts.first()?).chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn number(exif: &exif::Exif, tag: Tag) -> Option<f64> {
    let number = match field(exif, tag)? {
        Value::Rational(values) => values.first()?.to_f64(),
        Value::SRational(values) => values.first()?.to_f64(),
        Value::Float(values) => f64::from(*values.first()?),
        Value::Double(values) => *values.first()?,
        other => f64::from(other.get_uint(0)?),
    };
    number.is_finite().then_some(number)
}

pub(super) fn whole(exif: &exif::Exif, tag: Tag) -> Option<u32> {
    field(exif, tag)?.get_uint(0)
}

/// Models often start with the maker's name already.
pub(super) fn camera(make: Option<String>, model: Option<String>) -> Option<String> {
    match (make, model) {
        (Some(make), Some(model)) => {
            let first = make.split_whitespace().next().unwrap_or_default().to_lowercase();
            let named = model.to_lowercase().starts_with(&first);
            Some(if named { model } else { format!("{make} {model}") })
        }
        (make, model) => model.or(make),
    }
}

pub(super) fn taken_at(exif: &exif::Exif) -> Option<TakenAt> {
    let tags = [
        (Tag::DateTimeOriginal, Tag::OffsetTimeOriginal),
        (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized),
        (Tag::DateTime, Tag::OffsetTime),
    ];
    tags.into_iter().find_map(|(tag, offset)| moment(exif, tag, offset))
}

fn moment(exif: &exif::Exif, tag: Tag, offset: Tag) -> Option<TakenAt> {
    let ascii = |tag| match field(exif, tag) {
        Some(Value::Ascii(parts)) => parts.first(),
        _ => None,
    };
    let mut moment = DateTime::from_ascii(ascii(tag)?).ok()?;
    if let Some(offset) = ascii(offset) {
        // A blank offset is as good as none.
        moment.parse_offset(offset).unwrap_or_default();
    }
    let small = |value: u8| i8::try_from(value).ok();
    let local = jiff::civil::DateTime::new(
        moment.year.cast_signed(),
        small(moment.month)?,
        small(moment.day)?,
        small(moment.hour)?,
        small(moment.minute)?,
        // Leap seconds are written as 60 by some clocks.
        small(moment.second.min(59))?,
        0,
    );
    Some(TakenAt { local: local.ok()?.to_string(), offset_minutes: moment.offset })
}

pub(super) fn all(exif: &exif::Exif) -> BTreeMap<String, String> {
    let wanted = exif.fields().filter(|field| {
        field.ifd_num == In::PRIMARY && field.tag.context() != Context::Gps && field.tag != Tag::MakerNote
    });
    let entries = wanted.take(MOST_TAGS).map(|field| {
        let mut text = field.display_value().with_unit(exif).to_string();
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
        }
        (field.tag.to_string(), text)
    });
    entries.collect()
}
