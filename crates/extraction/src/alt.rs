//! Alternative text for a picture, drafted from what is known about it. A person accepts it; it describes nothing by looking.

/// What is known about a picture; anything may be missing.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// What it shows, such as `work in progress` or `detail`; `photo` of something unknown otherwise.
    pub stage: Option<&'a str>,
    /// The project's title.
    pub project: Option<&'a str>,
    /// Materials, the chief ones first.
    pub materials: &'a [&'a str],
    /// What it is made on.
    pub support: Option<&'a str>,
    /// The day it was taken.
    pub day: Option<jiff::civil::Date>,
    /// Width and height in pixels, as it is shown.
    pub size: Option<(u32, u32)>,
    /// Names of its main colours, the largest first.
    pub colours: &'a [&'a str],
    /// Text that was read in it.
    pub text: Option<&'a str>,
}

/// One sentence of known facts, or nothing when nothing is known.
pub fn draft_alt(known: &Known<'_>) -> Option<String> {
    const LONGEST_TEXT: usize = 80;
    let mut parts = Vec::new();
    let made_of = made_of(known);
    let subject = match (known.stage, known.project) {
        (Some(stage), Some(project)) => Some(format!("Photo of {stage} on {project}")),
        (Some(stage), None) => Some(format!("Photo of {stage}")),
        (None, Some(project)) => Some(format!("Photo of {project}")),
        (None, None) => None,
    };
    match (subject, made_of) {
        (Some(subject), Some(made_of)) => parts.push(format!("{subject} ({made_of})")),
        (Some(subject), None) => parts.push(subject),
        (None, Some(made_of)) => parts.push(format!("Photo of {made_of}")),
        (None, None) => {}
    }
    parts.extend(known.day.map(|day| day.strftime("%-d %B %Y").to_string()));
    parts.extend(known.size.map(|size| shape(size).to_owned()));
    let chief = known.colours.get(..known.colours.len().min(2)).unwrap_or_default();
    parts.extend(joined(chief).map(|colours| format!("mostly {colours}")));
    let mut sentence = parts.join(", ");
    if let Some(text) = known.text.map(str::trim).filter(|text| !text.is_empty()) {
        let shown: String =
            text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_TEXT).collect();
        sentence.push_str(if sentence.is_empty() { "Photo; text in image: " } else { "; text in image: " });
        sentence.push('\'');
        sentence.push_str(&shown);
        sentence.push('\'');
    }
    if sentence.is_empty() {
        return None;
    }
    let mut first = sentence.chars();
    let capital = first.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    Some(format!("{capital}{}.", first.as_str()))
}

fn made_of(known: &Known<'_>) -> Option<String> {
    match (joined(known.materials), known.support) {
        (Some(materials), Some(support)) => Some(format!("{materials} on {support}")),
        (materials, support) => materials.or(support.map(str::to_owned)),
    }
}

fn joined(words: &[&str]) -> Option<String> {
    match words {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn shape((width, height): (u32, u32)) -> &'static str {
    match width.cmp(&height) {
        std::cmp::Ordering::Greater => "landscape",
        std::cmp::Ordering::Less => "portrait",
        std::cmp::Ordering::Equal => "square",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_facts_make_a_sentence() {
        let known = Known {
            stage: Some("work in progress"),
            project: Some("Harbor Triptych"),
            materials: &["oil", "cold wax"],
            support: Some("linen"),
            day: Some(jiff::civil::date(2026, 5, 14)),
            size: Some((4000, 3000)),
            colours: &["ultramarine", "burnt sienna", "grey"],
            text: Some("left panel"),
        };
        let wanted = "Photo of work in progress on Harbor Triptych (oil and cold wax on linen), 14 May 2026, landscape, mostly ultramarine and burnt sienna; text in image: 'left panel'.";
        assert_eq!(draft_alt(&known).as_deref(), Some(wanted));
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(draft_alt(&Known::default()), None);
        let sized = Known { size: Some((10, 20)), ..Known::default() };
        assert_eq!(draft_alt(&sized).as_deref(), Some("Portrait."));
    }
}
