//! What is left out, by name and with the reason.

/// What this engine of ours does not do: its capabilities say so, and callers are refused.
const LACKING: &[(&str, &str)] = &[
    ("changes_come_in_order", STREAM),
    ("changes_show_before_and_after", STREAM),
    ("only_tables_with_a_stream_have_changes", STREAM),
    ("a_consumer_goes_on_where_it_was", STREAM),
    ("changes_of_a_tenant_are_its_own", STREAM),
    ("old_changes_are_trimmed", STREAM),
];

const STREAM: &str = "DynamoDB's streams have an order for each shard only, and no numbers of this port";

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
