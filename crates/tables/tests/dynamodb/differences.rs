//! What is left out, by name and with the reason.

/// What this engine of ours does not do.
const LACKING: &[(&str, &str)] =
    &[("old_changes_are_trimmed", "the database forgets changes by itself, after 24 hours")];

/// Where dynoxide 3.2.0 takes less than the embedded engine. What is left of both is in `engine.rs`.
const DYNOXIDE: &[(&str, &str)] = &[
    ("every_type_reads_back", "dynoxide refuses an empty name within a map"),
    ("values_nest_only_so_deep", "dynoxide counts the value within 32 lists as a level more, and refuses it"),
];

/// Why a behaviour is left out here.
pub(crate) fn reason(name: &str) -> Option<String> {
    let of = |list: &[(&str, &str)]| {
        list.iter().find(|(other, _)| *other == name).map(|(_, reason)| (*reason).to_owned())
    };
    let known = if super::peer::other().is_none() { of(DYNOXIDE) } else { None };
    of(LACKING).or(known).or_else(super::peer::missing)
}
